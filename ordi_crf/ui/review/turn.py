"""Whose turn it is: which queries wait for the site, and which for whoever raised them."""

from __future__ import annotations

from ordi_crf.core.permissions import Operation
from ordi_crf.core.queries import open_queries
from ordi_crf.core.query import Query, QueryState
from ordi_crf.core.records import RecordKey
from ordi_crf.ui.permits import may
from ordi_crf.ui.session import Session


def mine(session: Session) -> QueryState:
    """Return the state of the queries that wait for whoever is at work."""
    closes = may(session, Operation.CLOSE_QUERY)
    return QueryState.ANSWERED if closes else QueryState.OPEN


def of_study(session: Session) -> list[tuple[RecordKey, Query]]:
    """Return every query with its form, in order of number."""
    asked = session.file.queries.all()
    found = [(key, query) for key, queries in asked.items() for query in queries]
    return sorted(found, key=lambda entry: entry[1].number)


def waiting(session: Session) -> int:
    """Return how many queries wait for whoever is at work."""
    turn = mine(session)
    return sum(q.state is turn for _, q in open_queries(session.file.queries.all()))
