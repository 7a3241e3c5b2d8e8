"""Queries in the study file: threads that are only ever added to, every word in the audit trail.

`query` says what a thread is about and `query_message` holds its messages; neither is ever changed.
The state of a query is what its last message did, so it cannot disagree with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ordi_crf import forms
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.queries import Step
from ordi_crf.core.query import LIMIT, PERSON, Act, Message, Query, QueryState
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db import query_errors, reading, writing
from ordi_crf.db.connection import Connection
from ordi_crf.db.transaction import Reading, Writing

TABLES = {
    "query": (
        "CREATE TABLE query (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES record (id),\n  section TEXT NOT NULL,\n"
        "  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n  finding TEXT NOT NULL\n) STRICT"
    ),
    "query_message": (
        "CREATE TABLE query_message (\n  id INTEGER PRIMARY KEY,\n"
        "  query_id INTEGER NOT NULL REFERENCES query (id),\n  n INTEGER NOT NULL,\n"
        "  act TEXT NOT NULL CHECK (act IN ("
        + ", ".join(f"'{act.value}'" for act in Act)
        + ")),\n  actor TEXT NOT NULL,\n  role TEXT NOT NULL,\n  at TEXT NOT NULL,\n"
        f"  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND {LIMIT}),\n"
        "  UNIQUE (query_id, n)\n) STRICT"
    ),
}

_SAYING = {
    Act.ANSWERED: Operation.ANSWER_QUERY,
    Act.CLOSED: Operation.CLOSE_QUERY,
    Act.REOPENED: Operation.CLOSE_QUERY,
}
"""Who may say what: those who close a query are those who ask again."""

_SELECT = (
    "SELECT s.siteid, s.subjid, r.visit, r.form, r.visit_repeat, r.form_repeat, q.id, q.section, "
    "q.row, q.item, q.finding, m.act, m.actor, m.role, m.at, m.text "
    "FROM query q JOIN record r ON r.id = q.record_id JOIN subject s ON s.id = r.subject_id "
    "JOIN query_message m ON m.query_id = q.id"
)


def triggers() -> Iterator[str]:
    """Yield the triggers that keep every query and every message, and tell the audit trail."""
    change = "INSERT INTO change (action, record_id, section, row, item, old, new) "
    yield (
        'CREATE TRIGGER "query_inserted" AFTER INSERT ON query BEGIN\n'
        f"{change}VALUES ('query', new.record_id, new.section, new.row, "
        "new.item || '.QUERY' || new.id, NULL, "
        f"CASE new.finding WHEN '' THEN '{PERSON}' ELSE new.finding END);\nEND"
    )
    yield (
        'CREATE TRIGGER "query_message_inserted" AFTER INSERT ON query_message BEGIN\n'
        f"{change}SELECT 'message', record_id, section, row, "
        "item || '.QUERY' || id || '.' || new.n, NULL, new.act || ': ' || new.text "
        "FROM query WHERE id = new.query_id;\nEND"
    )
    yield (
        'CREATE TRIGGER "query_message_in_order" BEFORE INSERT ON query_message WHEN new.n <> 1 + '
        "(SELECT count(*) FROM query_message WHERE query_id = new.query_id)\n"
        "BEGIN SELECT RAISE(ABORT, 'messages never move'); END"
    )
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            yield (
                f'CREATE TRIGGER "{table}_no_{event.lower()}" BEFORE {event} ON {table}\n'
                "BEGIN SELECT RAISE(ABORT, 'queries never change'); END"
            )


class Queries:
    """The queries of one study file."""

    def __init__(self, read: Reading, write: Writing) -> None:
        self._reading, self._writing = read, write

    def all(self) -> Mapping[RecordKey, tuple[Query, ...]]:
        """Return every query by its form, in order of number."""
        with self._reading() as connection:
            return threads(connection)

    def of(self, key: RecordKey) -> tuple[Query, ...]:
        """Return the queries of one form, in order of number."""
        with self._reading() as connection:
            return _of(connection, key)

    def ask(self, key: RecordKey, place: Place, text: str) -> int:
        """Raise a query about an item, or about the form where place is blank; return its number.

        NothingToAskError where the form was never begun, KeyError for what it does not have.
        """
        _check_place(key, place)
        with self._writing(operation=Operation.RAISE_QUERY) as connection:
            number = _begin(connection, key, place, "")
            _add(connection, number, Act.RAISED, text)
        return number

    def answer(self, number: int, text: str) -> None:
        """Answer a query; QueryClosedError once it is closed."""
        self._say(number, Act.ANSWERED, text)

    def close(self, number: int, text: str) -> None:
        """Close a query, with what was thought of the answer."""
        self._say(number, Act.CLOSED, text)

    def reopen(self, number: int, text: str) -> None:
        """Ask again, whether the query was answered or closed; QueryOpenError while it is open."""
        self._say(number, Act.REOPENED, text)

    def answer_all(self, answers: Sequence[tuple[int, str]], source: str) -> None:
        """Answer several queries as one event, as read from a file; `source` is in the trail."""
        with self._writing(operation=Operation.IMPORT) as connection:
            for number, text in answers:
                _say(connection, number, Act.ANSWERED, text)
            writing.log_event(connection, "IMPORT", source)

    def take(self, key: RecordKey, steps: Iterable[Step]) -> None:
        """Add what the checks of a form say, as one event; nothing is written for no step.

        The program says it, whoever is at work: nobody asks for a permission to be checked.
        """
        given = tuple(steps)
        if not given:
            return
        with self._writing(operation=Operation.LOG_EVENT) as connection:
            begun: dict[tuple[str, str, str], int] = {}
            for step in given:
                number, at = step.number, (step.section, step.row, step.finding)
                if step.act is Act.RAISED:
                    place = step.section, step.row, step.item
                    begun[at] = _begin(connection, key, place, step.finding)
                _add(connection, number or begun[at], step.act, step.text)

    def _say(self, number: int, act: Act, text: str) -> None:
        with self._writing(operation=_SAYING[act]) as connection:
            _say(connection, number, act, text)


def threads(
    connection: Connection, subject: SubjectKey | None = None
) -> dict[RecordKey, tuple[Query, ...]]:
    """Return every query by its form, in order of number; of one subject where it is named."""
    where, of = reading.of_subject(subject)
    return _collected(connection.execute(f"{_SELECT}{where} ORDER BY q.id, m.n", of).fetchall())


def told(
    queries: Mapping[RecordKey, Sequence[Query]],
) -> Iterator[tuple[RecordKey, Place, str]]:
    """Yield what the audit trail has to say of each query and message: form, place, words."""
    for key, asked in queries.items():
        for query in asked:
            name = f"{query.item}.QUERY{query.number}"
            yield key, (query.section, query.row, name), query.finding or PERSON
            for n, m in enumerate(query.messages, start=1):
                words = f"{m.act}: {m.text} ({m.actor}, {m.role}, {m.at})"
                yield key, (query.section, query.row, f"{name}.{n}"), words


def _of(connection: Connection, key: RecordKey) -> tuple[Query, ...]:
    subject, visit, form, visit_repeat, form_repeat = reading.record_place(key)
    where = (*subject, visit, visit_repeat, form, form_repeat)
    query = f"{_SELECT} WHERE q.record_id = ({reading.RECORD_ID}) ORDER BY q.id, m.n"
    return _collected(connection.execute(query, where).fetchall()).get(key, ())


def _collected(rows: Iterable[tuple[Any, ...]]) -> dict[RecordKey, tuple[Query, ...]]:
    """Return queries by form out of one line a message."""
    about: dict[int, tuple[RecordKey, tuple[str, str, str, str]]] = {}
    said: dict[int, list[Message]] = {}
    for siteid, subjid, visit, form, visit_repeat, form_repeat, number, *rest in rows:
        section, row, item, finding, act, *message = rest
        key = RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)
        about[number] = key, (section, row, item, finding)
        said.setdefault(number, []).append(Message(Act(act), *message))
    found: dict[RecordKey, tuple[Query, ...]] = {}
    for number, (key, place) in about.items():
        found[key] = (*found.get(key, ()), Query(number, *place, tuple(said[number])))
    return found


def _begin(connection: Connection, key: RecordKey, place: Place, finding: str) -> int:
    subject, visit, form, visit_repeat, form_repeat = reading.record_place(key)
    where = (*subject, visit, visit_repeat, form, form_repeat)
    found = connection.execute(reading.RECORD_ID, where).fetchone()
    if found is None:
        raise query_errors.NothingToAskError
    begun = connection.execute(
        "INSERT INTO query (record_id, section, row, item, finding) VALUES (?, ?, ?, ?, ?)",
        (found[0], *place, finding),
    )
    return int(begun.lastrowid)


def _say(connection: Connection, number: int, act: Act, text: str) -> None:
    """Add a person's message, once it is known that the query may have it."""
    rows = connection.execute(f"{_SELECT} WHERE q.id = ? ORDER BY m.n", (number,)).fetchall()
    if not rows:
        raise query_errors.UnknownQueryError(number)
    ((query,),) = _collected(rows).values()
    if not query.may(act):
        raise query_errors.QueryClosedError(number)
    if act is Act.REOPENED and query.state is QueryState.OPEN:
        raise query_errors.QueryOpenError(number)
    _add(connection, number, act, text)


def _add(connection: Connection, number: int, act: Act, text: str) -> None:
    words = text.strip()
    if not words or len(words) > LIMIT:
        raise query_errors.NoWordsError
    connection.execute(
        "INSERT INTO query_message (query_id, n, act, actor, role, at, text) "
        "SELECT ?, 1 + count(*), ?, crf_actor(), crf_role(), crf_now(), ? "
        "FROM query_message WHERE query_id = ?",
        (number, act.value, words, number),
    )


def _check_place(key: RecordKey, place: Place) -> None:
    """Raise unless the form has such an item, or the place is blank."""
    section, row, item = place
    if not section and not row and not item:
        return
    known = forms.form(key.form).section(section)
    if item:
        known.item(item)
    if known.rows is not None and row:
        known.rows.row(row)
