"""The changes of a study file, each over a connection whose transaction the caller has begun.

Names of tables and columns come from the form definitions, never from the caller: what no
definition knows is a KeyError before any SQL, and what an item cannot hold a ValueError.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ordi_crf import forms, study
from ordi_crf.core import strokes, values
from ordi_crf.core.missing import FLAVOURS, LIMIT, Missing, blank_in, can_be_missing, rows_of
from ordi_crf.core.records import Record, RecordKey, Status, SubjectKey
from ordi_crf.db import reading
from ordi_crf.db.connection import Connection
from ordi_crf.db.life_errors import LockedError
from ordi_crf.forms.schema import Attachment, Item, Section, Stroke

Place = tuple[str, str, str]
"""Section, row, and an item or the id of a finding."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A canonical value for one item of one row; None blanks it."""

    section: str
    row: str
    item: str
    value: str | None


def set_properties(connection: Connection, properties: Mapping[str, str]) -> None:
    """Set properties of the study."""
    connection.executemany(
        "INSERT INTO study (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        properties.items(),
    )


def add_subject(connection: Connection, subject: SubjectKey) -> None:
    """Enrol a subject; ValueError when the id is taken, or is not one."""
    if not subject.subjid or subject.subjid != subject.subjid.strip():
        raise ValueError(f"{subject.subjid!r} is no subject id")
    taken = {(s.siteid, s.subjid.casefold()) for s in reading.subjects(connection)}
    if (subject.siteid, subject.subjid.casefold()) in taken:
        raise ValueError(f"subject {subject} exists already")
    connection.execute(
        "INSERT INTO subject (siteid, subjid) VALUES (?, ?)", (subject.siteid, subject.subjid)
    )


def answer(connection: Connection, key: RecordKey, answers: Iterable[Answer]) -> None:
    """Store answers of one form; KeyError for a repeating row that was never added."""
    known = [(_section(key, given.section), given) for given in answers]
    for section, given in known:
        item = section.item(given.item)
        _check_row(section, item, given)
        _check_value(connection, item, given.value)
    record_id = _record_id(connection, key)
    for section, given in known:
        _store(connection, record_id, section, given)
        connection.execute(
            "DELETE FROM unaccepted WHERE record_id = ? AND section = ? AND row = ? AND item = ?",
            (record_id, given.section, given.row, given.item),
        )
        if given.value is not None:
            _unsay(connection, record_id, (given.section, given.row, given.item))


def check_answer(connection: Connection, key: RecordKey, given: Answer) -> None:
    """Raise KeyError or ValueError unless a form has such an item and it can hold the value."""
    section = _section(key, given.section)
    item = section.item(given.item)
    _check_row(section, item, given)
    if section.repeating and not (given.row.isascii() and given.row.isdecimal()):
        raise ValueError(f"{given.row!r} is no row of {section.name}")
    _check_value(connection, item, given.value)


def say_missing(
    connection: Connection, key: RecordKey, place: Place, missing: Missing | None
) -> None:
    """Say why an item, a row or a section is missing, or take that back with None.

    ValueError where something was answered: an answer is blanked by hand first, never by this.
    """
    section = _section(key, place[0])
    if not can_be_missing(section):
        raise ValueError(f"section {section.name} is drawn, not answered")
    if missing is not None and missing.flavour not in FLAVOURS:
        raise ValueError(f"{missing.flavour!r} is no null flavour")
    record_id = _record_id(connection, key)
    if missing is None:
        _unsay(connection, record_id, place)
        return
    _check_blank(section, place, reading.record(connection, key))
    comment = " ".join(missing.comment.split()) or None
    if comment is not None and len(comment) > LIMIT:
        raise ValueError("the comment is too long")
    connection.execute(
        "INSERT INTO missing (record_id, section, row, item, flavour, comment) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (record_id, section, row, item) "
        "DO UPDATE SET flavour = excluded.flavour, comment = excluded.comment",
        (record_id, *place, missing.flavour, comment),
    )


def attach(connection: Connection, content: bytes) -> str:
    """Keep the bytes of a file, once however often they come, and return their SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    connection.execute(
        "INSERT INTO attachment (digest, content) SELECT ?, ? "
        "WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE digest = ?)",
        (digest, content, digest),
    )
    return digest


def add_row(
    connection: Connection, key: RecordKey, section: str, answers: Mapping[str, str | None]
) -> str:
    """Add a row to a repeating section and return its key; keys count up and are never reused."""
    known = _section(key, section)
    if not known.repeating:
        raise ValueError(f"section {known.name} does not repeat")
    for name, value in answers.items():
        _check_value(connection, known.item(name), value)
    record_id = _record_id(connection, key)
    last = connection.execute(
        f'SELECT max(CAST(row AS INTEGER)) FROM "{known.name}" WHERE record_id = ?', (record_id,)
    ).fetchone()[0]
    row = str((last or 0) + 1)
    names = "".join(f', "{known.item(name).name}"' for name in answers)
    connection.execute(
        f'INSERT INTO "{known.name}" (record_id, row{names}) VALUES (?, ?{", ?" * len(answers)})',
        (record_id, row, *answers.values()),
    )
    # A list with a record in it is not missing.
    _unsay(connection, record_id, (section, "", ""))
    return row


def void(connection: Connection, key: RecordKey, section: str, row: str, *, voided: bool) -> None:
    """Void a row of a repeating section, or take that back; KeyError when there is no such row."""
    known = _section(key, section)
    if not known.repeating:
        raise ValueError(f"section {known.name} does not repeat")
    _update_row(connection, _record_id(connection, key), known, row, "voided", int(voided))


def keep_unaccepted(connection: Connection, key: RecordKey, place: Place, typed: str) -> None:
    """Keep typed text that could not be read."""
    section, row, item = place
    known = _section(key, section)
    _check_row(known, known.item(item), Answer(section, row, item, typed))
    connection.execute(
        "INSERT INTO unaccepted (record_id, section, row, item, typed) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (record_id, section, row, item) DO UPDATE SET typed = excluded.typed",
        (_record_id(connection, key), *place, typed),
    )


def explain(connection: Connection, key: RecordKey, place: Place, reason: str) -> None:
    """Keep the reason for which a soft finding stands."""
    _section(key, place[0])
    connection.execute(
        "INSERT INTO explanation (record_id, section, row, finding, reason) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (record_id, section, row, finding) DO UPDATE SET reason = excluded.reason",
        (_record_id(connection, key), *place, reason),
    )


def set_status(connection: Connection, key: RecordKey, status: Status) -> None:
    """Complete a record, or open it again; ValueError for the states that come after.

    A form that is complete, verified or signed stays what it is when it is completed once more.
    """
    if status not in (Status.DRAFT, Status.COMPLETE):
        raise ValueError(f"a form is not simply given the state {status}")
    before = reading.record(connection, key).status
    if before is Status.LOCKED:
        raise LockedError
    if status is Status.COMPLETE and before.completed:
        return
    connection.execute(
        "UPDATE record SET status = ? WHERE id = ?", (status.value, _record_id(connection, key))
    )


def log_event(connection: Connection, name: str, detail: str) -> None:
    """Write an event that changes no data into the audit trail."""
    connection.execute(
        "INSERT INTO change (action, section, row, item, old, new) "
        "VALUES ('event', '', '', ?, NULL, ?)",
        (name, detail),
    )


def remember(connection: Connection, key: str, value: str) -> None:
    """Remember a preference."""
    connection.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def keep_drawing(connection: Connection, digest: str, content: bytes) -> None:
    """Cache a rendering of a drawing."""
    connection.execute(
        "INSERT OR REPLACE INTO drawing (digest, content) VALUES (?, ?)", (digest, content)
    )


def _check_blank(section: Section, place: Place, record: Record) -> None:
    """Raise unless a place is one of the form and holds no answer."""
    _, row, name = place
    rows = record.sections.get(section.name, {})
    if section.repeating and row and row not in rows:
        raise KeyError(f"{section.name} row {row}")
    if section.repeating and not row and any(record.live(section.name)):
        raise ValueError(f"section {section.name} has records")
    if name:
        item = section.item(name)
        _check_row(section, item, Answer(section.name, row, name, None))
        if record.values(section, row)[name] is not None:
            raise ValueError(f"{name} has an answer")
    elif row:
        _check_row(section, section.items[0], Answer(section.name, row, "", None))
        if not blank_in(section, record, row):
            raise ValueError(f"row {row} of section {section.name} has every answer")
    elif not section.repeating and not any(
        blank_in(section, record, code) for code in rows_of(section)
    ):
        raise ValueError(f"section {section.name} has every answer")


def _unsay(connection: Connection, record_id: int, place: Place) -> None:
    """Take back what was said of something absent."""
    connection.execute(
        "UPDATE missing SET flavour = NULL, comment = NULL "
        "WHERE record_id = ? AND section = ? AND row = ? AND item = ? AND flavour IS NOT NULL",
        (record_id, *place),
    )


def _section(key: RecordKey, name: str) -> Section:
    return forms.form(key.form).section(name)


def _check_row(section: Section, item: Item, given: Answer) -> None:
    """Raise unless the definition has this cell; rows that repeat are known to the table alone."""
    rows = tuple(code.value for code in section.rows.codes) if section.rows else ("",)
    if not section.repeating and given.row not in rows:
        raise ValueError(f"section {section.name} has no row {given.row!r}")
    if given.row in item.not_in_rows and given.value is not None:
        raise ValueError(f"{item.name} is not asked in row {given.row}")


def _check_value(connection: Connection, item: Item, value: str | None) -> None:
    """Raise unless a value is canonical, and the file it names is kept here."""
    if value is None:
        return
    if isinstance(item, Attachment):
        digest, _ = values.attached(value)
        if reading.attachment(connection, digest) is None:
            raise ValueError(f"no file {digest} is kept in this study")
    if isinstance(item, Stroke):
        canonical = strokes.encode(strokes.decode(value)) == value
    else:
        canonical = values.parse(item, value) == value
    if not canonical:
        raise ValueError(f"{value!r} is not the canonical text of {item.name}")


def _store(connection: Connection, record_id: int, section: Section, given: Answer) -> None:
    if section.repeating:
        _update_row(connection, record_id, section, given.row, given.item, given.value)
        return
    connection.execute(
        f'INSERT INTO "{section.name}" (record_id, row, "{given.item}") VALUES (?, ?, ?) '
        f'ON CONFLICT (record_id, row) DO UPDATE SET "{given.item}" = excluded."{given.item}"',
        (record_id, given.row, given.value),
    )


def _update_row(
    connection: Connection, record_id: int, section: Section, row: str, column: str,
    value: str | int | None,
) -> None:  # fmt: skip
    changed = connection.execute(
        f'UPDATE "{section.name}" SET "{column}" = ? WHERE record_id = ? AND row = ?',
        (value, record_id, row),
    ).rowcount
    if not changed:
        raise KeyError(f"{section.name} row {row}")


def _record_id(connection: Connection, key: RecordKey) -> int:
    """Return the id of a record, begun as a draft when this is its first touch."""
    subject, visit, form, visit_repeat, form_repeat = reading.record_place(key)
    found = connection.execute(
        reading.RECORD_ID, (*subject, visit, visit_repeat, form, form_repeat)
    ).fetchone()
    if found is not None:
        return int(found[0])
    begun = connection.execute(
        "INSERT INTO record (subject_id, visit, visit_repeat, form, form_repeat, form_version) "
        "SELECT id, ?, ?, ?, ?, ? FROM subject WHERE siteid = ? AND subjid = ?",
        (
            study.event(visit).code, visit_repeat, form, form_repeat, forms.form(form).version,
            *subject,
        ),
    )  # fmt: skip
    if not begun.rowcount:
        raise KeyError(key.subject)
    return int(begun.lastrowid)
