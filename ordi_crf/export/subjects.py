"""One row for each subject: who, treated from when to when, and how far the forms are."""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.export.cells import Cell
from ordi_crf.export.derived_columns import figure
from ordi_crf.export.keys import SUBJECT
from ordi_crf.export.sheets import Line, Origin, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.source import Source
from ordi_crf.forms.codelists import SEX
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.schema import Text
from ordi_crf.forms.visit import HEADER

_SEX = Variable(
    name="SEX", label=Text("Sex", "Sexo"), type=Type.CODE, origin=Origin.COLLECTED, codes=SEX
)


def subjects_sheet() -> Sheet:
    """Return the sheet of subjects."""
    variables = (
        *SUBJECT,
        assigned("AGE", "Age at screening", "Edad en la selección", Type.INTEGER),
        assigned("AGEU", "Age, unit", "Edad, unidad"),
        _SEX,
        decoded(_SEX),
        assigned("RFSTDTC", "First dose (Day 1)", "Primera dosis (día 1)", Type.DATE),
        assigned(
            "RFENDTC", "Last dose; blank if ongoing", "Última dosis; vacía si sigue", Type.DATE
        ),
        assigned("SVFIRST", "First visit held", "Primera visita realizada", Type.DATE),
        assigned("SVLAST", "Last visit held", "Última visita realizada", Type.DATE),
        assigned("NVISITS", "Visits held", "Visitas realizadas", Type.INTEGER),
        assigned("NCOMPLET", "Forms complete", "Formularios completos", Type.INTEGER),
        assigned("NDRAFT", "Forms in draft", "Formularios en borrador", Type.INTEGER),
    )
    title = Text("Subjects", "Sujetos")
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
    return age, None if age is None else "years", sex, decode


def _held(source: Source, subject: SubjectKey) -> Iterator[str]:
    for record in source.records("SV"):
        answers = record.values(HEADER)
        if record.key.subject == subject and answers["VISDAT"] and answers["SVOCCUR"] != "N":
            yield answers["VISDAT"]


def _forms(source: Source, subject: SubjectKey) -> tuple[int, int]:
    states = [r.status for k, r in source.data.records.items() if k.subject == subject]
    return states.count(Status.COMPLETE), states.count(Status.DRAFT)
