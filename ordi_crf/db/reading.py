"""Queries over a study file: rows in, frozen records out; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from ordi_crf import forms
from ordi_crf.core.missing import Missing, Place
from ordi_crf.core.records import (
    AuditEntry,
    Record,
    RecordKey,
    Row,
    Status,
    SubjectKey,
)
from ordi_crf.db.connection import Connection
from ordi_crf.forms.schema import Section

RECORD_ID = (
    "SELECT r.id FROM record r JOIN subject s ON s.id = r.subject_id WHERE s.siteid = ? "
    "AND s.subjid = ? AND r.visit = ? AND r.visit_repeat = ? AND r.form = ? AND r.form_repeat = ?"
)
_RECORD = (
    "SELECT r.id, s.siteid, s.subjid, r.visit, r.form, r.visit_repeat, r.form_repeat, r.status, "
    "r.form_version FROM record r JOIN subject s ON s.id = r.subject_id"
)
_AUDIT = (
    "SELECT id, at, actor, role, machine, version, action, siteid, subjid, visit, visit_repeat, "
    "form, form_repeat, section, row, item, old, new, reason, hash FROM audit"
)


def record_place(key: RecordKey) -> tuple[tuple[str, str], str, str, int, int]:
    """Return a record's key in parts: subject, visit, form, visit repeat, form repeat."""
    subject = key.subject.siteid, key.subject.subjid
    return subject, key.visit, key.form, key.visit_repeat, key.form_repeat


def record_where(key: RecordKey) -> tuple[str, str, str, int, str, int]:
    """Return a record's key as `RECORD_ID` asks for it."""
    (siteid, subjid), visit, form, visit_repeat, form_repeat = record_place(key)
    return siteid, subjid, visit, visit_repeat, form, form_repeat


def properties(connection: Connection) -> dict[str, str]:
    """Return the study's properties."""
    return dict(connection.execute("SELECT key, value FROM study"))


def subjects(connection: Connection) -> tuple[SubjectKey, ...]:
    """Return the subjects in order of their id."""
    query = "SELECT siteid, subjid FROM subject ORDER BY siteid, subjid"
    return tuple(SubjectKey(*row) for row in connection.execute(query))


def statuses(connection: Connection, subject: SubjectKey | None = None) -> dict[RecordKey, Status]:
    """Return the status of every record, of one subject's where it is named, as begun."""
    where, of = of_subject(subject)
    rows = connection.execute(f"{_RECORD}{where} ORDER BY r.id", of)
    return {_key(row): Status(row[7]) for row in rows}


def _key(row: tuple[int, str, str, str, str, int, int]) -> RecordKey:
    return RecordKey(SubjectKey(row[1], row[2]), row[3], row[4], row[5], row[6])


def record(connection: Connection, key: RecordKey) -> Record:
    """Return a form as entered; an empty draft where nothing was."""
    where = (
        " WHERE s.siteid = ? AND s.subjid = ? AND r.visit = ? AND r.form = ? "
        "AND r.visit_repeat = ? AND r.form_repeat = ?"
    )
    subject, visit, form, visit_repeat, form_repeat = record_place(key)
    found = connection.execute(
        _RECORD + where, (*subject, visit, form, visit_repeat, form_repeat)
    ).fetchone()
    if found is None:
        return Record(key)
    sections = {
        section.name: _rows(connection, section, [found[0]]).get(found[0], {})
        for section in forms.form(key.form).sections
    }
    explained = _explanations(connection, [found[0]]).get(found[0], {})
    absent = _flavours(connection, [found[0]]).get(found[0], {})
    return Record(key, Status(found[7]), found[8], sections, explained, absent)


def _rows(
    connection: Connection, section: Section, ids: Iterable[int] | None = None
) -> dict[int, dict[str, Row]]:
    """Return the rows of a section by record id, in order of entry."""
    names = [item.name for item in section.items]
    columns = ", ".join(f'"{name}"' for name in names)
    query = f'SELECT record_id, row, voided, {columns} FROM "{section.name}"'
    if ids is not None:
        query += f" WHERE record_id IN ({', '.join(str(int(i)) for i in ids)})"
    # Strokes are painted in this order: it is that of their keys, which the trail tells.
    order = "CAST(row AS INTEGER)" if section.repeating else "id"
    result: dict[int, dict[str, Row]] = {}
    for record_id, key, voided, *answers in connection.execute(
        f"{query} ORDER BY record_id, {order}"
    ):
        texts = (None if answer is None else str(answer) for answer in answers)
        row = Row(key, dict(zip(names, texts, strict=True)), bool(voided))
        result.setdefault(record_id, {})[key] = row
    return result


def _explanations(
    connection: Connection, ids: Iterable[int] | None = None
) -> dict[int, dict[tuple[str, str, str], str]]:
    query = "SELECT record_id, section, row, finding, reason FROM explanation"
    if ids is not None:
        query += f" WHERE record_id IN ({', '.join(str(int(i)) for i in ids)})"
    result: dict[int, dict[tuple[str, str, str], str]] = {}
    for record_id, section, row, finding, reason in connection.execute(query):
        result.setdefault(record_id, {})[section, row, finding] = reason
    return result


def _flavours(
    connection: Connection, ids: Iterable[int] | None = None
) -> dict[int, dict[Place, Missing]]:
    """Return what is said of absent things, by record id."""
    query = (
        "SELECT record_id, section, row, item, flavour, coalesce(comment, '') FROM missing "
        "WHERE flavour IS NOT NULL"
    )
    if ids is not None:
        query += f" AND record_id IN ({', '.join(str(int(i)) for i in ids)})"
    result: dict[int, dict[Place, Missing]] = {}
    for record_id, section, row, item, flavour, comment in connection.execute(query):
        result.setdefault(record_id, {})[section, row, item] = Missing(flavour, comment)
    return result


def attachment(connection: Connection, digest: str) -> bytes | None:
    """Return the bytes of a kept file by their SHA-256."""
    query = "SELECT content FROM attachment WHERE digest = ?"
    row = connection.execute(query, (digest,)).fetchone()
    return None if row is None else bytes(row[0])


def of_subject(subject: SubjectKey | None, word: str = "WHERE") -> tuple[str, tuple[str, ...]]:
    """Return the condition that a query which joins `subject s` is of one, and its values."""
    if subject is None:
        return "", ()
    return f" {word} s.siteid = ? AND s.subjid = ?", (subject.siteid, subject.subjid)


def records(connection: Connection, subject: SubjectKey | None = None) -> dict[RecordKey, Record]:
    """Return every form that was begun, in order of subject; of one subject where it is named."""
    where, of = of_subject(subject)
    order = " ORDER BY s.siteid, s.subjid, r.visit_repeat, r.form_repeat, r.id"
    heads = connection.execute(f"{_RECORD}{where}{order}", of).fetchall()
    ids = None if subject is None else [head[0] for head in heads]
    explained, absent = _explanations(connection, ids), _flavours(connection, ids)
    rows = {s.name: _rows(connection, s, ids) for form in forms.FORMS for s in form.sections}
    found = {}
    for head in heads:
        key = _key(head)
        sections = {s.name: rows[s.name].get(head[0], {}) for s in forms.form(key.form).sections}
        said = explained.get(head[0], {}), absent.get(head[0], {})
        found[key] = Record(key, Status(head[7]), head[8], sections, *said)
    return found


def audit(connection: Connection) -> tuple[AuditEntry, ...]:
    """Return the audit trail, oldest first."""
    return tuple(AuditEntry(*row) for row in connection.execute(f"{_AUDIT} ORDER BY id"))


def audit_of_subject(connection: Connection, subject: SubjectKey) -> tuple[AuditEntry, ...]:
    """Return the audit trail of one subject, oldest first."""
    query = f"{_AUDIT} WHERE subjid = ? AND siteid = ? ORDER BY id"
    of = subject.subjid, subject.siteid
    return tuple(AuditEntry(*row) for row in connection.execute(query, of))


def numbers_of_heads(connection: Connection) -> dict[str, int]:
    """Return the number of each entry after which something was signed, by its hash."""
    query = "SELECT hash, id FROM audit WHERE hash IN (SELECT head FROM signature)"
    return dict(connection.execute(query))


def audit_entries(connection: Connection, numbers: Iterable[int]) -> tuple[AuditEntry, ...]:
    """Return entries of the audit trail by their numbers, oldest first."""
    wanted = ", ".join(str(int(number)) for number in numbers)
    query = f"{_AUDIT} WHERE id IN ({wanted}) ORDER BY id"
    return tuple(AuditEntry(*row) for row in connection.execute(query))


class Trail(Sequence[AuditEntry]):
    """The audit trail, oldest first, read as it is needed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._count = int(connection.execute("SELECT count(*) FROM audit").fetchone()[0])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[AuditEntry]:
        for row in self._connection.execute(f"{_AUDIT} ORDER BY id"):
            yield AuditEntry(*row)

    @overload
    def __getitem__(self, index: int) -> AuditEntry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[AuditEntry]: ...
    def __getitem__(self, index: int | slice) -> AuditEntry | Sequence[AuditEntry]:
        """Return an entry by its place; IndexError where there is none."""
        places = range(self._count)[index]
        if not isinstance(places, int):
            return [self[n] for n in places]
        query = f"{_AUDIT} ORDER BY id LIMIT 1 OFFSET ?"
        return AuditEntry(*self._connection.execute(query, (places,)).fetchone())


def audit_of(connection: Connection, key: RecordKey) -> list[AuditEntry]:
    """Return the audit trail of one form, oldest first."""
    where = (
        "siteid = ? AND subjid = ? AND visit = ? AND visit_repeat = ? AND form = ? "
        "AND form_repeat = ?"
    )
    query = f"{_AUDIT} WHERE {where} ORDER BY id"
    return [AuditEntry(*row) for row in connection.execute(query, record_where(key))]


def last_change(connection: Connection) -> int:
    """Return the number of the last entry that is more than an event, 0 without one."""
    query = "SELECT id FROM audit WHERE action <> 'event' ORDER BY id DESC LIMIT 1"
    found = connection.execute(query).fetchone()
    return 0 if found is None else int(found[0])


def history(
    connection: Connection, key: RecordKey, section: str, row: str, item: str
) -> list[AuditEntry]:
    """Return what happened to one item, and to its row, oldest first."""
    subject, visit, form, visit_repeat, form_repeat = record_place(key)
    query = (
        f"{_AUDIT} WHERE siteid = ? AND subjid = ? AND visit = ? AND visit_repeat = ? "
        "AND form = ? AND form_repeat = ? AND section = ? AND row = ? "
        "AND (item = ? OR (item = 'VOIDED' AND action <> 'insert') "
        "OR (action IN ('explain', 'missing') AND item LIKE ? || '.%')) "
        "ORDER BY id"
    )
    where = (*subject, visit, visit_repeat, form, form_repeat, section, row, item, item)
    return [AuditEntry(*found) for found in connection.execute(query, where)]


def unaccepted(connection: Connection, key: RecordKey) -> dict[tuple[str, str, str], str]:
    """Return typed text that could not be read, by section, row and item; not of voided rows."""
    subject, visit, form, visit_repeat, form_repeat = record_place(key)
    query = f"SELECT section, row, item, typed FROM unaccepted WHERE record_id = ({RECORD_ID})"
    found = connection.execute(query, (*subject, visit, visit_repeat, form, form_repeat)).fetchall()
    return _still_due(found, record(connection, key)) if found else {}


def all_unaccepted(
    connection: Connection,
    known: Mapping[RecordKey, Record],
    subject: SubjectKey | None = None,
) -> dict[RecordKey, dict[tuple[str, str, str], str]]:
    """Return the same of every record that has any; of one subject's where it is named."""
    where, of = of_subject(subject)
    query = (
        "SELECT s.siteid, s.subjid, r.visit, r.form, r.visit_repeat, r.form_repeat, u.section, "
        "u.row, u.item, u.typed FROM unaccepted u JOIN record r ON r.id = u.record_id "
        f"JOIN subject s ON s.id = r.subject_id{where} ORDER BY r.id, u.section, u.row, u.item"
    )
    found: dict[RecordKey, list[tuple[str, str, str, str]]] = {}
    for siteid, subjid, *place, section, row, item, typed in connection.execute(query, of):
        key = RecordKey(SubjectKey(siteid, subjid), *place)
        found.setdefault(key, []).append((section, row, item, typed))
    return {key: _still_due(typed, known[key]) for key, typed in found.items()}


def _still_due(
    found: Iterable[tuple[str, str, str, str]], record: Record
) -> dict[tuple[str, str, str], str]:
    """Return what was typed by its place, that of voided rows left out."""
    return {
        (section, row, item): typed
        for section, row, item, typed in found
        if (line := record.sections.get(section, {}).get(row)) is None or not line.voided
    }


def setting(connection: Connection, key: str) -> str | None:
    """Return a remembered preference."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def drawing(connection: Connection, digest: str) -> bytes | None:
    """Return a cached rendering of a drawing by the digest of its strokes."""
    query = "SELECT content FROM drawing WHERE digest = ?"
    row = connection.execute(query, (digest,)).fetchone()
    return None if row is None else bytes(row[0])
