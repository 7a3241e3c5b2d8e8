"""Rows told again, written into the empty tables of a new study, in the order they first came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ordi_crf.core.carried import Carried
from ordi_crf.core.missing import Place
from ordi_crf.core.records import RecordKey
from ordi_crf.db import schema, site_key
from ordi_crf.db.connection import Connection
from ordi_crf.db.reading import record_where
from ordi_crf.db.retelling import Retold, Where
from ordi_crf.forms.schema import Section


def write(connection: Connection, told: Retold, carried: Carried) -> None:
    """Write every row; what no entry tells comes from the file: blank rows, files, unread text."""
    _fill(connection, "study", ("key", "value"), told.properties.items())
    subjects = [(n, *who) for who, n in told.subjects.items()]
    _fill(connection, "subject", ("id", "siteid", "subjid"), subjects)
    _write_records(connection, told)
    numbers = {place: begun.number for place, begun in told.begun.items()}
    blank = _blank_rows(numbers, carried)
    for section in schema.sections():
        _write_section(connection, section, told, blank.get(section.name, ()))
    _fill(connection, "attachment", ("digest", "content"), carried.files.items())
    _write_beside(connection, told)
    _write_review(connection, told)
    _write_trust(connection, told)
    keys = [(n, public, site_key.ELSEWHERE) for n, public in told.site_keys.items()]
    _fill(connection, "site_key", ("id", "public", "seed"), keys)
    _fill(
        connection, "unaccepted", ("record_id", "section", "row", "item", "typed"),
        [(*where, typed) for where, typed in _numbered(numbers, carried.unaccepted)],
    )  # fmt: skip


def _write_records(connection: Connection, told: Retold) -> None:
    columns = (
        "id", "subject_id", "visit", "visit_repeat", "form", "form_repeat", "form_version",
        "status",
    )  # fmt: skip
    rows = [
        (begun.number, told.subjects[place[:2]], *place[2:], begun.version, begun.status)
        for place, begun in told.begun.items()
    ]
    _fill(connection, "record", columns, rows)


def _write_section(
    connection: Connection, section: Section, told: Retold, blank: Iterable[tuple[int, str]]
) -> None:
    names = [item.name for item in section.items]
    answered = told.rows.get(section.name, {})
    voided = {key[1:] for key in told.voided if key[0] == section.name}
    places = dict.fromkeys([*answered, *sorted(voided), *blank])
    order = sorted(places, key=_by_number) if section.repeating else places
    rows = [
        (
            *place,
            int(told.voided.get((section.name, *place), False)),
            *(answered.get(place, {}).get(name) for name in names),
        )
        for place in order
    ]
    _fill(connection, section.name, ("record_id", "row", "voided", *names), rows)


def _by_number(place: tuple[int, str]) -> tuple[int, int]:
    return place[0], int(place[1])


def _blank_rows(
    numbers: Mapping[tuple[str, str, str, int, str, int], int], carried: Carried
) -> dict[str, list[tuple[int, str]]]:
    """Return the rows of the file by section: those nobody answered are in no entry."""
    found: dict[str, list[tuple[int, str]]] = {}
    for key, rows in carried.blank.items():
        number = numbers.get(record_where(key))
        if number is not None:
            for section, row in sorted(rows):
                found.setdefault(section, []).append((number, row))
    return found


def _numbered(
    numbers: Mapping[tuple[str, str, str, int, str, int], int],
    said: Mapping[RecordKey, Mapping[Place, str]],
) -> Iterable[tuple[Where, str]]:
    for key, places in said.items():
        for place, words in places.items():
            if (number := numbers.get(record_where(key))) is not None:
                yield (number, *place), words


def _write_beside(connection: Connection, told: Retold) -> None:
    explained = [(*where, why) for where, why in told.explained.items()]
    where = ("record_id", "section", "row")
    _fill(connection, "explanation", (*where, "finding", "reason"), explained)
    absent = [
        (*place, said.get("flavour"), said.get("comment")) for place, said in told.missing.items()
    ]
    _fill(connection, "missing", (*where, "item", "flavour", "comment"), absent)


def _write_review(connection: Connection, told: Retold) -> None:
    place = ("record_id", "section", "row", "item")
    asked = [(n, *where, finding) for n, (where, finding) in told.queries.items()]
    _fill(connection, "query", ("id", *place, "finding"), asked)
    columns = ("query_id", "n", "act", "actor", "role", "at", "text")
    _fill(connection, "query_message", columns, told.messages)
    verified = [(*where, *said) for where, said in told.verified.items()]
    _fill(connection, "verification", (*place, "digest", "actor", "role", "at"), verified)


def _write_trust(connection: Connection, told: Retold) -> None:
    said = ("level", "name", "role", "login", "meaning", "at", "digest", "head")
    signed = [(n, form, *(s[name] for name in said)) for n, (form, s) in told.signatures.items()]
    _fill(connection, "signature", ("id", "record_id", *said), signed)
    locks = [(n, *place, int(locked)) for n, (*place, locked) in told.locks.items()]
    columns = ("id", "subject_id", "visit", "visit_repeat", "locked")
    _fill(connection, "scope_lock", columns, locks)
    seconds = [(form, said["ACTOR"], said["PROGRESS"]) for form, said in told.seconds.items()]
    _fill(connection, "second_entry", ("record_id", "actor", "progress"), seconds)
    place = ("record_id", "section", "row", "item")
    answers = [(*where, value) for where, value in told.second_answers.items()]
    _fill(connection, "second_answer", (*place, "value"), answers)
    settled = [(n, form, *words) for n, (form, words) in told.adjudications.items()]
    _fill(connection, "adjudication", ("id", *place, "first", "second", "chosen"), settled)


def _fill(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
