"""The audit trail as a sheet: every column that its hashes cover, so that they can be checked.

`HASH` is SHA-256 over the previous entry's hash, a line feed, and the JSON array (no spaces, not
escaped to ASCII) of the columns from AT to REASON; of these only OLD, NEW and REASON are null when
blank. A text that no cell can hold goes on in the next row, counted by PART, which else is blank.
"""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.records import AuditEntry
from ordi_crf.export.workbook.cells import parts
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, assigned
from ordi_crf.export.workbook.source import Whole
from ordi_crf.forms.schema import Text

NAME = "AUDIT"
COLUMNS = (
    ("ID", "Number of the entry", "Número de la entrada"),
    ("AT", "When, UTC", "Cuándo, UTC"),
    ("ACTOR", "Who", "Quién"),
    ("ROLE", "Role", "Función"),
    ("MACHINE", "Computer", "Ordenador"),
    ("VERSION", "Version of the program", "Versión del programa"),
    ("ACTION", "Action", "Acción"),
    ("SITEID", "Site identifier", "Identificador del centro"),
    ("SUBJID", "Subject identifier", "Identificador del paciente"),
    ("VISIT", "Code of the visit", "Código de la visita"),
    ("VISIT_REPEAT", "Repeat of the visit", "Repetición de la visita"),
    ("FORM", "Form", "Formulario"),
    ("FORM_REPEAT", "Repeat of the form", "Repetición del formulario"),
    ("SECTION", "Section", "Sección"),
    ("ROW", "Row", "Fila"),
    ("ITEM", "Item", "Ítem"),
    ("OLD", "Value before", "Valor anterior"),
    ("NEW", "Value after", "Valor nuevo"),
    ("REASON", "Reason for the change", "Motivo del cambio"),
    ("HASH", "Hash of the entry", "Hash de la entrada"),
)
"""The fields of an audit entry, by the name they have in it."""

_INTEGERS = ("ID", "VISIT_REPEAT", "FORM_REPEAT")


def audit_sheet() -> Sheet:
    """Return the sheet of the audit trail, oldest entry first."""
    variables = (
        *(
            assigned(name, en, es, Type.INTEGER if name in _INTEGERS else Type.TEXT)
            for name, en, es in COLUMNS
        ),
        assigned("PART", "Part of a long text", "Parte de un texto largo", Type.INTEGER),
        assigned("PARTS", "Parts of it", "Partes", Type.INTEGER),
    )
    return Sheet(NAME, Text("Audit trail", "Registro de auditoría"), variables, 2, whole=_lines)


def _lines(whole: Whole) -> Iterator[Line]:
    for e in whole.audit:
        yield from _entry(e)


def _entry(e: AuditEntry) -> Iterator[Line]:
    old, new, reason = parts(e.old), parts(e.new), parts(e.reason)
    pieces = max(len(old), len(new), len(reason))
    for n in range(pieces):
        part = (n + 1, pieces) if pieces > 1 else (None, None)
        yield (
            e.id, e.at, e.actor, e.role, e.machine, e.version, e.action, e.siteid, e.subjid,
            e.visit, e.visit_repeat, e.form, e.form_repeat, e.section, e.row, e.item,
            old[n] if n < len(old) else None, new[n] if n < len(new) else None,
            reason[n] if n < len(reason) else None, e.hash, *part,
        )  # fmt: skip
