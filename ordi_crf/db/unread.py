"""Verify the rows of a study file as they lie, also those that nothing reads (ADR 3).

`audit` holds what is read of a study against its trail. Another program can leave more: a row that
belongs to nothing, or to a form that has no such section, or that the trail never told. The numbers
of rows (`id`) stay inside one file and mean nothing; preferences, renderings, which are made again
from the strokes, and typed text that is no value are no data.
"""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf import forms, study
from ordi_crf.core.records import AuditEntry, StudyData
from ordi_crf.db import audit, schema, verification
from ordi_crf.db.connection import Connection
from ordi_crf.db.triggers import MISSING_ITEMS
from ordi_crf.forms.schema import Text

_FORM = (
    "s.siteid, s.subjid, r.visit, r.visit_repeat, r.form, r.form_repeat",
    "JOIN record r ON r.id = t.record_id JOIN subject s ON s.id = r.subject_id",
)
"""The columns of a form's key, and the tables they come from."""
_STUDY_WIDE = "'', '', '', 0, '', 0"
_SAID = "' (' || actor || ', ' || role || ', ' || at || ')'"
_FLAVOUR, _COMMENT = MISSING_ITEMS
_PLACES = (
    ("explanation", "SELECT {form}, section, row, finding, reason FROM explanation t {joined}"),
    (
        "missing",
        f"SELECT {{form}}, section, row, item || '{_FLAVOUR}', flavour FROM missing t {{joined}}",
    ),
    (
        "missing",
        (
            f"SELECT {{form}}, section, row, item || '{_COMMENT}', comment "
            "FROM missing t {joined} WHERE comment IS NOT NULL"
        ),
    ),
    (
        "verification",
        (
            f"SELECT {{form}}, section, row, item || '{verification.LABEL}', "
            f"coalesce(digest, '') || {_SAID} FROM verification t {{joined}}"
        ),
    ),
    (
        "second_answer",
        (
            "SELECT {form}, 'second_answer', section || '/' || row, item, value "
            "FROM second_answer t {joined}"
        ),
    ),
    ("study", f"SELECT {_STUDY_WIDE}, 'study', '', key, value FROM study"),
)
"""Tables whose rows may say nothing by now, and each row's place in the trail and its value."""


def verify(connection: Connection, data: StudyData) -> Iterator[Text]:
    """Yield what is wrong with single rows, in sentences; `data` is what is read of them."""
    yield from _cut(connection)
    yield from _dangling(connection)
    yield from _misplaced(connection)
    yield from _rows(data)
    yield from _values(connection, data)
    yield from _messages(connection)
    yield from _scopes(connection)


def unknown(connection: Connection) -> list[str]:
    """Return the forms and visits of records that no definition has."""
    names = {
        "form": {form.oid for form in forms.FORMS},
        "visit": {visit.code for visit in study.EVENTS},
    }
    found = [
        (column, name)
        for column, known in names.items()
        for (name,) in connection.execute(f"SELECT DISTINCT {column} FROM record ORDER BY 1")
        if name not in known
    ]
    return [f"record.{column} {name}" for column, name in found]


def _cut(connection: Connection) -> Iterator[Text]:
    """Yield that entries are gone from the end: no number of an entry is ever given twice (T07)."""
    given = connection.execute(
        "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"
    ).fetchone() or (0,)
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM audit").fetchone()
    if given[0] > last:
        yield _CUT.format(last=last, given=given[0])


def _dangling(connection: Connection) -> Iterator[Text]:
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield _DANGLING.format(table=table, number=number, parent=parent)


def _misplaced(connection: Connection) -> Iterator[Text]:
    for form in forms.FORMS:
        for section in form.sections:
            query = (
                f'SELECT t.id, r.form FROM "{section.name}" t JOIN record r ON r.id = t.record_id '
                "WHERE r.form <> ?"
            )
            for number, other in connection.execute(query, (form.oid,)):
                yield _MISPLACED.format(table=section.name, number=number, form=other)


def _rows(data: StudyData) -> Iterator[Text]:
    """Yield the rows of sections that the trail never told, and those it tells that are gone."""
    names = {section.name for section in schema.sections()}
    told = {
        audit.place(entry)[:-1]
        for entry in data.audit
        if entry.section in names and entry.action in ("insert", "update")
    }
    stored = {
        (*audit.head(key), section, row)
        for key, record in data.records.items()
        for section, rows in record.sections.items()
        for row in rows
    }
    for place in sorted(stored - told, key=str):
        yield _UNTOLD.format(place=audit.named(place), table=str(place[-2]))
    for place in sorted(told - stored, key=str):
        yield _GONE.format(place=audit.named(place), table=str(place[-2]))


def _values(connection: Connection, data: StudyData) -> Iterator[Text]:
    """Yield where a row says something other than what the trail told last, blank or not."""
    last = {audit.place(e): e for e in data.audit if e.action != "event"}
    form, joined = _FORM
    for table, query in _PLACES:
        for *parts, value in connection.execute(query.format(form=form, joined=joined)):
            place = tuple(parts)
            if place not in last:
                yield _UNTOLD.format(place=audit.named(place), table=table)
            elif value != _told(last[place]):
                yield audit.difference(place, value, _told(last[place]))


def _told(entry: AuditEntry) -> str | None:
    """Return what an entry says of its place; of a verification also who took it back."""
    if entry.action == "verify":
        return f"{entry.new or ''} ({entry.actor}, {entry.role}, {entry.at})"
    return entry.new


def _messages(connection: Connection) -> Iterator[Text]:
    """Yield queries whose messages are not numbered from 1 on: none is without its first."""
    query = (
        "SELECT q.id FROM query q LEFT JOIN query_message m ON m.query_id = q.id GROUP BY q.id "
        "HAVING count(m.n) = 0 OR min(m.n) <> 1 OR max(m.n) <> count(m.n) ORDER BY q.id"
    )
    for (number,) in connection.execute(query):
        yield _MESSAGES.format(number=number)


def _scopes(connection: Connection) -> Iterator[Text]:
    """Yield locks that say more than which subject or visit they are of."""
    query = (
        "SELECT id FROM scope_lock WHERE (visit = '' AND visit_repeat <> 0) "
        "OR (visit <> '' AND visit_repeat < 1) OR (subject_id IS NULL AND visit <> '') ORDER BY id"
    )
    for (number,) in connection.execute(query):
        yield _SCOPE.format(number=number)


_CUT = Text(
    "The audit trail ends with entry {last}, but {given} were written: entries were cut off.",
    "El registro de auditoría termina en la entrada {last}, pero se escribieron {given}: faltan "
    "entradas.",
)
_DANGLING = Text(
    "Table {table}, row {number}: what it belongs to in {parent} is not there.",
    "Tabla {table}, fila {number}: no existe aquello de {parent} a lo que pertenece.",
)
_MISPLACED = Text(
    "Table {table}, row {number}: it belongs to a form {form}, which has no such section.",
    "Tabla {table}, fila {number}: pertenece a un formulario {form}, que no tiene esa sección.",
)
_UNTOLD = Text(
    "{place}: table {table} has this row, the audit trail tells nothing of it.",
    "{place}: la tabla {table} tiene esta fila; el registro de auditoría no la menciona.",
)
_GONE = Text(
    "{place}: the audit trail tells of this row, table {table} does not have it.",
    "{place}: el registro de auditoría menciona esta fila; la tabla {table} no la tiene.",
)
_MESSAGES = Text(
    "Query {number}: its messages in query_message are not numbered from 1 without a gap.",
    "Consulta {number}: sus mensajes en query_message no están numerados desde 1 sin huecos.",
)
_SCOPE = Text(
    "Lock {number} in scope_lock says more than which visit, subject or study it is of.",
    "El bloqueo {number} en scope_lock dice algo más que de qué visita, paciente o estudio es.",
)
