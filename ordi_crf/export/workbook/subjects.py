"""One row for each subject: who, treated from when to when, and how far the forms are."""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.derived_columns import figure, figure_variable
from ordi_crf.export.workbook.items import variable
from ordi_crf.export.workbook.keys import SUBJECT
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, decoded, derived, unit_of
from ordi_crf.export.workbook.source import Source
from ordi_crf.forms.codelists import SEX
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.demographics import FORM as DM
from ordi_crf.forms.schema import Text
from ordi_crf.forms.visit import HEADER

_AGE = figure_variable(DM, next(d for d in DM.derived if d.name == "AGE"))
_SEX = variable(DM, DEMOGRAPHICS, DEMOGRAPHICS.item("SEX"))
_PERIOD = (
    (
        "RFSTDTC",
        Text("First dose (Day 1)", "Primera dosis (día 1)"),
        Text("First EXSTDAT of a dose above 0.", "Primera EXSTDAT de una dosis mayor que 0."),
    ),
    (
        "RFENDTC",
        Text("Last dose", "Última dosis"),
        Text(
            "Last EXENDAT of a dose above 0; blank while one of them is open.",
            "Última EXENDAT de una dosis mayor que 0; en blanco si alguna sigue abierta.",
        ),
    ),
    (
        "SVFIRST",
        Text("First visit held", "Primera visita realizada"),
        Text("First VISDAT of a visit held.", "Primera VISDAT de una visita realizada."),
    ),
    (
        "SVLAST",
        Text("Last visit held", "Última visita realizada"),
        Text("Last VISDAT of a visit held.", "Última VISDAT de una visita realizada."),
    ),
)


def subjects_sheet() -> Sheet:
    """Return the sheet of subjects."""
    variables = (
        *SUBJECT,
        _AGE,
        unit_of(_AGE),
        _SEX,
        decoded(_SEX),
        *(derived(n, label.en, label.es, Type.DATE, method=how) for n, label, how in _PERIOD),
        derived("NVISITS", "Visits held", "Visitas realizadas", Type.INTEGER),
        derived("NCOMPLET", "Forms complete", "Formularios completos", Type.INTEGER),
        derived("NDRAFT", "Forms in draft", "Formularios en borrador", Type.INTEGER),
    )
    title = Text("Subjects", "Pacientes")
    return Sheet("SUBJECTS", title, variables, len(SUBJECT), _lines)


def _lines(source: Source) -> Iterator[Line]:
    for subject in source.data.subjects:
        dates = sorted(_held(source, subject))
        yield (
            *source.subject(subject),
            *_person(source, subject),
            source.first_dose(subject),
            source.last_dose(subject),
            dates[0] if dates else None,
            dates[-1] if dates else None,
            len(dates),
            *_forms(source, subject),
        )


def _person(source: Source, subject: SubjectKey) -> tuple[Cell, ...]:
    record = source.data.record(subject, "SCR", "DM")
    if record is None:
        return None, None, None, None
    age = figure(source.derived(record)["AGE"], source.language)
    sex = record.values(DEMOGRAPHICS)["SEX"]
    decode = SEX.text(sex).in_(source.language) if sex else None
    return age, None if age is None else _AGE.unit, sex, decode


def _held(source: Source, subject: SubjectKey) -> Iterator[str]:
    for record in source.records("SV"):
        answers = record.values(HEADER)
        if record.key.subject == subject and answers["VISDAT"] and answers["SVOCCUR"] != "N":
            yield answers["VISDAT"]


def _forms(source: Source, subject: SubjectKey) -> tuple[int, int]:
    states = [r.status for k, r in source.data.records.items() if k.subject == subject]
    return sum(state.completed for state in states), states.count(Status.DRAFT)
