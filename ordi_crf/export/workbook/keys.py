"""The variables that name a row, the same and in the same order on every sheet (SDTM)."""

from __future__ import annotations

from ordi_crf import study
from ordi_crf.core.records import Record, Status
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.sheet import Type, Variable, assigned, derived
from ordi_crf.forms.schema import Code, CodeList, Text

STATUS = CodeList(
    "FORMSTAT",
    (
        Code(Status.DRAFT.value, Text("Draft", "Borrador")),
        Code(Status.COMPLETE.value, Text("Complete", "Completo")),
        Code(Status.VERIFIED.value, Text("Source-verified", "Verificado con la fuente")),
        Code(Status.SIGNED.value, Text("Signed", "Firmado")),
        Code(Status.LOCKED.value, Text("Locked", "Bloqueado")),
    ),
)
VISITS = CodeList("VISITNUM", tuple(Code(str(v.number), v.label) for v in study.EVENTS))

SUBJECT: tuple[Variable, ...] = (
    assigned("STUDYID", "Study identifier", "Identificador del estudio"),
    assigned("SITEID", "Site identifier", "Identificador del centro"),
    assigned("USUBJID", "Unique subject identifier", "Identificador único del paciente"),
    assigned("SUBJID", "Subject identifier", "Identificador del paciente"),
)

VISIT: tuple[Variable, ...] = (
    Variable(
        name="VISITNUM",
        label=Text("Visit number", "Número de visita"),
        type=Type.NUMBER,
        codes=VISITS,
    ),
    assigned("VISIT", "Visit, never translated", "Visita, nunca traducida"),
)

STATE: tuple[Variable, ...] = (
    Variable(
        name="FORMSTAT",
        label=Text("Status of the form", "Estado del formulario"),
        type=Type.CODE,
        codes=STATUS,
    ),
    assigned("FORMVER", "Version of the form", "Versión del formulario"),
)
"""What every row says of the form it was entered on."""


_DAY = Text(
    "Days from the first dose, which is Day 1; the day before is -1, there is no Day 0. Blank for "
    "a partial date and before a first dose is recorded.",
    "Días desde la primera dosis, que es el día 1; el anterior es -1, no hay día 0. En blanco con "
    "fecha incompleta y sin primera dosis registrada.",
)


def study_day(stem: str) -> Variable:
    """Return the variable of a study day; `stem` is what its date is called by."""
    return derived(f"{stem}DY", "Study day", "Día del estudio", Type.INTEGER, method=_DAY)


def row_keys(domain: str, stem: str) -> tuple[Variable, ...]:
    """Return the keys of the rows of a domain; `stem` is what its date is called by."""
    return (
        *SUBJECT,
        *VISIT,
        assigned(f"{stem}DTC", "Date", "Fecha", Type.DATE),
        study_day(stem),
        assigned(f"{domain}SEQ", "Sequence number", "Número de secuencia", Type.INTEGER),
    )


def state(record: Record) -> tuple[Cell, ...]:
    """Return the cells of `STATE`."""
    return record.status.value, record.version
