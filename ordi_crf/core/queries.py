"""What the checks of a form make of its queries: raised, asked again, answered and resolved.

A soft finding of a completed form is a query, so that the monitor sees it; the reason for which the
site keeps it is its answer (T24). It resolves itself when the finding is gone. Pure: what is found
now is compared with what is asked already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ordi_crf.core.query import Act, Query, QueryState
from ordi_crf.core.records import Record, RecordKey, Status
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Severity

GONE = "The finding is gone."
"""What a query says when it resolves itself."""


@dataclass(frozen=True, slots=True)
class Step:
    """A message that the checks add: to a query by its number, or as a new one at a finding."""

    act: Act
    text: str
    number: int = 0
    section: str = ""
    row: str = ""
    item: str = ""
    finding: str = ""


def steps(queries: Sequence[Query], findings: Sequence[Finding], record: Record) -> list[Step]:
    """Return what the checks of a form add to its queries; nothing when all is said."""
    soft = {_place(f): f for f in findings if f.severity is Severity.SOFT}
    asked = {(q.section, q.row, q.finding): q for q in queries if q.finding}
    found = [
        Step(Act.RESOLVED, GONE, query.number)
        for place, query in asked.items()
        if place not in soft and not query.closed
    ]
    if record.status is not Status.DRAFT:
        for place, finding in soft.items():
            found += _asking(asked.get(place), finding, record.explanations.get(place, ""))
    return found


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.section, finding.row, finding.oid


def _asking(query: Query | None, finding: Finding, reason: str) -> Iterator[Step]:
    """Yield what one soft finding adds: its sentence and its reason, each said once in a query.

    A reason answers for the value it was given for: to another one, or to a person who asks again,
    somebody answers anew.
    """
    place = finding.section, finding.row, finding.item, finding.oid
    words = finding.message.en
    if query is None or query.messages[-1].act is Act.RESOLVED:
        yield Step(Act.RAISED, words, 0, *place)
        if reason:
            yield Step(Act.ANSWERED, reason, 0, *place)
        return
    said = {message.text for message in query.messages}
    if words not in said:
        yield Step(Act.REOPENED, words, query.number)
    if reason and reason not in said and (words not in said or query.state is QueryState.OPEN):
        yield Step(Act.ANSWERED, reason, query.number)


def open_queries(queries: Mapping[RecordKey, Sequence[Query]]) -> list[tuple[RecordKey, Query]]:
    """Return the queries that are not closed, with their forms; the oldest first."""
    found = [(key, q) for key, asked in queries.items() for q in asked if not q.closed]
    return sorted(found, key=lambda entry: entry[1].number)
