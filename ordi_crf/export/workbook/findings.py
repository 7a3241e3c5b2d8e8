"""What is wrong, unusual or still missing in each form, and the reasons that were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordi_crf import forms
from ordi_crf.export.findings import findings
from ordi_crf.export.workbook.cells import yes
from ordi_crf.export.workbook.keys import STATE, SUBJECT, VISIT, state
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Code, CodeList, Severity, Text

_STATES = CodeList(
    "FINDSTAT",
    (
        Code("OPEN", Text("Open", "Abierto")),
        Code("EXPLAINED", Text("Kept, with a reason", "Mantenido, con motivo")),
    ),
)
_SEVERITIES = CodeList(
    "FINDSEV",
    (
        Code("HARD", Text("Keeps the form from completion", "Impide completar el formulario")),
        Code("SOFT", Text("Correct it or say why", "Corregir o explicar")),
    ),
)


def findings_sheet() -> Sheet:
    """Return the sheet of findings, one row each."""
    keys = (*SUBJECT, *VISIT, assigned("FORM", "Form", "Formulario"))
    coded = assigned("FINDSEV", "Severity", "Gravedad", Type.CODE)
    variables: tuple[Variable, ...] = (
        *keys, *STATE,
        assigned("SECTION", "Section of the form", "Sección del formulario"),
        assigned("ROW", "Row of the section", "Fila de la sección"),
        assigned("ITEM", "Item", "Ítem"),
        assigned("FINDID", "Finding", "Hallazgo"),
        replace(coded, codes=_SEVERITIES),
        replace(coded, name="FINDSTAT", label=Text("State", "Estado"), codes=_STATES),
        replace(coded, name="FINDMISS", label=Text("Answer due", "Falta respuesta"), codes=NY),
        assigned("MESSAGE", "What was found", "Qué se encontró"),
        assigned("REASON", "Reason for which it stands", "Motivo por el que se mantiene"),
    )  # fmt: skip
    return Sheet("FINDINGS", Text("Findings", "Hallazgos"), variables, len(keys), _lines)


def _lines(source: Source) -> Iterator[Line]:
    for form in forms.FORMS:
        for record in source.records(form.oid):
            place = (*source.place(visit_of(record.key)), form.oid, *state(record))
            for finding in findings(source.delivery, form, record):
                reason = record.explanations.get(finding.place)
                kept = reason is not None and finding.severity is Severity.SOFT
                yield (
                    *place, finding.section, finding.row, finding.item, finding.oid,
                    finding.severity.name, "EXPLAINED" if kept else "OPEN", yes(finding.missing),
                    finding.message.in_(source.language), reason,
                )  # fmt: skip
