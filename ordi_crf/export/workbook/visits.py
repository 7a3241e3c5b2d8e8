"""One row for each visit of a subject, with every cell and total side by side, for spreadsheets.

The same values as on the long sheets, from the same definitions: each form of the visits gives its
questions, results and derived values; what repeats within a visit (strokes) stays on its own sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from ordi_crf import forms, study
from ordi_crf.core.derived import Figure
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.values import display
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.derived_columns import FigureColumn, figures
from ordi_crf.export.workbook.items import Column, coded, columns, variable
from ordi_crf.export.workbook.keys import SUBJECT, VISIT, study_day
from ordi_crf.export.workbook.questionnaire import Test, is_questionnaire, remarks, test_code, tests
from ordi_crf.export.workbook.sections import asked_once
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.workbook.source import Source, VisitKey
from ordi_crf.forms.schema import Form, LabResult, Language, RowCode, Section, Text

Read: TypeAlias = Callable[[Record, Mapping[str, Figure], Language], Cell]


@dataclass(frozen=True, slots=True)
class WideColumn:
    """A column of one form: what it is, and how it is read from the form's record."""

    form: str
    variable: Variable
    read: Read


def visits_sheet() -> Sheet:
    """Return the sheet with one row a visit."""
    wide = wide_columns()
    keys = (
        *SUBJECT, *VISIT,
        assigned("SVDTC", "Date of the visit", "Fecha de la visita", Type.DATE),
        study_day("SV"),
    )  # fmt: skip
    return Sheet(
        "VISITS_WIDE",
        Text("Visits, one row each", "Visitas, una fila cada una"),
        (*keys, *(column.variable for column in wide)),
        len(keys),
        lambda source: _lines(source, wide),
    )


def wide_columns() -> list[WideColumn]:
    """Return the columns of every form that is filled at more than one visit."""
    visits = [code for visit in study.VISITS for code in visit.forms]
    return [
        column
        for form in forms.FORMS
        if visits.count(form.oid) > 1
        for column in (*_answers(form), *_derived(form))
    ]


def _lines(source: Source, wide: list[WideColumn]) -> Iterator[Line]:
    for visit in source.visits():
        date = source.held(visit)
        cells = (_cell(source, visit, column) for column in wide)
        yield (*source.place(visit), date, source.day(visit[0], date), *cells)


def _cell(source: Source, visit: VisitKey, column: WideColumn) -> Cell:
    subject, code, repeat = visit
    record = source.data.records.get(RecordKey(subject, code, column.form, repeat))
    if record is None:
        return None
    return column.read(record, source.derived(record), source.language)


def _answers(form: Form) -> Iterator[WideColumn]:
    if is_questionnaire(form):
        yield from _questions(form)
        return
    for section in asked_once(form):
        for item in section.items:
            for column in columns(form, section, item):
                yield WideColumn(form.oid, column.variable, _once(section, column))
    yield from _results(form)


def _once(section: Section, column: Column) -> Read:
    return lambda record, found, language: column.cell(record.values(section), None, language)


def _questions(form: Form) -> Iterator[WideColumn]:
    for test in tests(form):
        base = replace(variable(form, test.section, test.item), name=test.code, label=test.label)
        yield WideColumn(form.oid, base, _coded(test))
        if base.codes is not None and base.type is Type.CODE:
            yield WideColumn(form.oid, decoded(base), _decoded(test))
    for section, column in remarks(form):
        yield WideColumn(form.oid, column.variable, _once(section, column))


def _coded(test: Test) -> Read:
    return lambda record, found, language: coded(test.item, _answer(test, record))


def _decoded(test: Test) -> Read:
    return lambda record, found, language: (
        display(test.item, _answer(test, record), language) or None
    )


def _answer(test: Test, record: Record) -> str | None:
    return record.values(test.section, test.row.value if test.row else "")[test.item.name]


def _results(form: Form) -> Iterator[WideColumn]:
    """Yield what pre-printed rows ask: each laboratory result as a number with its censoring."""
    for section in form.sections:
        if section.rows is None:
            continue
        results = [item for item in section.items if isinstance(item, LabResult)]
        for row in section.rows.codes:
            for item in results:
                yield from _result(form, section, item, row)
            for other in section.items if not results else ():
                test = Test(test_code(other, row), section, other, row)
                base = replace(variable(form, section, other), name=test.code, label=test.label)
                yield WideColumn(form.oid, base, _coded(test))


def _result(form: Form, section: Section, item: LabResult, row: RowCode) -> Iterator[WideColumn]:
    known = {column.variable.name: column for column in columns(form, section, item)}
    stem = item.name.removesuffix("ORRES")
    numeric, censored = known[f"{stem}STRESN"], known[f"{stem}CENS"]
    label = Text(f"{row.text.en} ({row.unit})", f"{row.text.es} ({row.unit})")
    for column, name in ((numeric, row.value), (censored, f"{row.value}_CENS")):
        limits = (row.possible, row.expected) if column is numeric else (None, None)
        base = replace(
            column.variable, name=name, label=label, unit=row.unit,
            possible=limits[0], expected=limits[1],
        )  # fmt: skip
        yield WideColumn(form.oid, base, _in_row(section, column, row))


def _in_row(section: Section, column: Column, row: RowCode) -> Read:
    return lambda record, found, language: column.cell(
        record.values(section, row.value), row, language
    )


def _derived(form: Form) -> Iterator[WideColumn]:
    for derived in form.derived:
        for column in figures(form, derived):
            if not column.unit:
                yield WideColumn(form.oid, column.variable, _figure(column))


def _figure(column: FigureColumn) -> Read:
    return lambda record, found, language: column.cell(found.get(column.derived), language)
