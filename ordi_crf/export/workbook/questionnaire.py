"""A questionnaire as SDTM's QS has it: one row for each item, and one for each derived score.

QSORRES is the answer as entered, by its code; QSSTRESC the same for an item and the score for a
derived row (QSDRVFL = Y); QSSTRESN its number where the code is a grade. A row without an answer
is there with blank results: an item left blank is seen, and is not a zero. Locations and scores
have columns only where the instrument has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import compress

from ordi_crf.core.records import Record, SubjectKey
from ordi_crf.core.values import display
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.derived_columns import figure, figure_decode, figure_variable
from ordi_crf.export.workbook.items import Column, coded, columns, row_codes, variable
from ordi_crf.export.workbook.keys import STATE, row_keys, state
from ordi_crf.export.workbook.sheet import Line, Origin, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.schema import (
    Code,
    CodeList,
    Date,
    Form,
    FreeText,
    Item,
    Language,
    RowCode,
    Section,
    Text,
)

DOMAINS = ("QS", "RS")
"""Questionnaires, and clinician-rated instruments where a sponsor files them apart (SDTMIG 3.4)."""


@dataclass(frozen=True, slots=True)
class Test:
    """One question of a questionnaire: an item, of one location where it has these."""

    code: str
    section: Section
    item: Item
    row: RowCode | None

    @property
    def label(self) -> Text:
        """The question, with its location."""
        if self.row is None:
            return self.item.label
        where, what = self.row.text, self.item.label
        return Text(f"{where.en}: {what.en}", f"{where.es}: {what.es}")


def is_questionnaire(form: Form) -> bool:
    """Return whether a form is laid out as a questionnaire."""
    return all(section.domain in DOMAINS and not section.repeating for section in form.sections)


def tests(form: Form) -> list[Test]:
    """Return the questions of a questionnaire in the order of its form."""
    return [
        Test(test_code(item, row), section, item, row)
        for section in form.sections
        for row in (section.rows.codes if section.rows else (None,))
        for item in section.items
        if not _remark(item) and (row is None or row.value not in item.not_in_rows)
    ]


def questionnaire_sheet(form: Form) -> Sheet:
    """Return the sheet of a questionnaire, named as its domain and form."""
    domain = form.sections[0].domain
    keys = row_keys(domain, domain)
    said = (*remarks(form), *_row_remarks(form))
    beside = tuple(column.variable for _, column in said)
    return Sheet(
        f"{domain}_{form.oid}",
        form.title,
        (*keys, *STATE, *_variables(form, domain), *beside),
        len(keys),
        lambda source: _lines(source, form),
        _test_variables(form, domain),
    )


def test_code(item: Item, row: RowCode | None) -> str:
    """Return the test code, such as CL01ERY for CLERY of row 01."""
    return item.name if row is None else f"{item.name[:2]}{row.value}{item.name[2:]}"


def _remark(item: Item) -> bool:
    """Return whether an item says something about the assessment and is no question of it."""
    return isinstance(item, FreeText | Date)


def remarks(form: Form) -> list[tuple[Section, Column]]:
    """Return the columns of what is said about the assessment, each with its section."""
    return _said(form, [section for section in form.sections if section.rows is None])


def _row_remarks(form: Form) -> list[tuple[Section, Column]]:
    """Return the columns of what is said about single questions, each with its section."""
    return _said(form, [section for section in form.sections if section.rows is not None])


def _said(form: Form, sections: Iterable[Section]) -> list[tuple[Section, Column]]:
    return [
        (section, column)
        for section in sections
        for item in section.items
        if _remark(item)
        for column in columns(form, section, item)
    ]


def _variables(form: Form, domain: str) -> tuple[Variable, ...]:
    where = _location(form)
    scores = (
        assigned(f"{domain}DRVFL", "Derived: Y", "Derivado: Y"),
        assigned(f"{domain}RULE", "Rule of the derived row", "Regla de la fila derivada"),
    )
    return (
        assigned(f"{domain}CAT", "Instrument", "Instrumento"),
        assigned(f"{domain}VERS", "Version of the instrument", "Versión del instrumento"),
        assigned(f"{domain}SCAT", "Part of the instrument", "Parte del instrumento"),
        *((where, decoded(where)) if where is not None else ()),
        _coded(f"{domain}TESTCD", "Test code", "Código", codes=_test_codes(form, domain)),
        assigned(f"{domain}TEST", "Test", "Prueba"),
        *_result_variables(domain),
        *(scores if form.derived else ()),
    )


def _result_variables(domain: str) -> tuple[Variable, ...]:
    entered = _coded(f"{domain}ORRES", "Result as entered", "Resultado introducido")
    result = _coded(f"{domain}STRESC", "Standard result", "Resultado estándar")
    number = assigned(
        f"{domain}STRESN", "Standard result, numeric", "Resultado numérico", Type.NUMBER
    )
    return replace(entered, origin=Origin.COLLECTED), result, decoded(result), number


def _coded(name: str, en: str, es: str, codes: CodeList | None = None) -> Variable:
    return replace(assigned(name, en, es, Type.CODE), codes=codes)


def _location(form: Form) -> Variable | None:
    """Return the variable of the locations asked about, None where a form has none."""
    rows = next((row_codes(s.rows) for s in form.sections if s.rows), None)
    return _coded(rows.name, "Location", "Localización", rows) if rows is not None else None


def _test_codes(form: Form, domain: str) -> CodeList:
    questions = (Code(test.code, test.label) for test in tests(form))
    scores = (Code(derived.name, derived.label) for derived in form.derived)
    return CodeList(f"{form.oid}TESTCD", (*questions, *scores))


def _test_variables(form: Form, domain: str) -> tuple[Variable, ...]:
    """Return what each test is, for the codebook: value-level metadata as in Define-XML."""
    questions = (
        replace(variable(form, test.section, test.item), name=f"{domain}ORRES", label=test.label,
                where=f"{domain}TESTCD = {test.code}")
        for test in tests(form)
    )  # fmt: skip
    scores = (
        replace(figure_variable(form, derived), name=f"{domain}STRESC",
                where=f"{domain}TESTCD = {derived.name}")
        for derived in form.derived
    )  # fmt: skip
    return (*questions, *scores)


def _lines(source: Source, form: Form) -> Iterator[Line]:
    questions, language = tests(form), source.language
    of_whole, of_rows = remarks(form), _row_remarks(form)
    located, scored = _location(form) is not None, bool(form.derived)
    kept = (True, located, located, *[True] * 6, scored, scored)
    numbers: Counter[SubjectKey] = Counter()
    for record in source.records(form.oid):
        subject, date = record.key.subject, source.held(visit_of(record.key))
        head = (*source.place(visit_of(record.key)), date, source.day(subject, date))
        instrument = (*state(record), form.oid, form.title.en)
        beside = [column.cell(record.values(part), None, language) for part, column in of_whole]
        answers = [(test, _answer(test, record, language)) for test in questions]
        scores = [(None, cells) for cells in _scores(form, source, record)]
        for test, cells in (*answers, *scores):
            numbers[subject] += 1
            yield (
                *head, numbers[subject], *instrument, *compress(cells, kept), *beside,
                *_told(of_rows, test, record, language),
            )  # fmt: skip


def _told(
    said: Iterable[tuple[Section, Column]], test: Test | None, record: Record, language: Language
) -> Iterator[Cell]:
    """Yield what is said about one question, nothing about a score."""
    for part, column in said:
        if test is None or test.row is None or test.section is not part:
            yield None
        else:
            yield column.cell(record.values(part, test.row.value), None, language)


def _answer(test: Test, record: Record, language: Language) -> tuple[Cell, ...]:
    row = test.row
    value = record.values(test.section, row.value if row else "")[test.item.name]
    counted = coded(test.item, value)
    return (
        test.section.title.in_(language), row.value if row else None,
        row.text.in_(language) if row else None, test.code, test.label.in_(language),
        value, value, display(test.item, value, language) or None,
        None if isinstance(counted, str) else counted, None, None,
    )  # fmt: skip


def _scores(form: Form, source: Source, record: Record) -> Iterator[tuple[Cell, ...]]:
    language, found = source.language, source.derived(record)
    for derived in form.derived:
        value = figure(found.get(derived.name), language)
        yield (
            None, None, None, derived.name, derived.label.in_(language), None,
            None if value is None else str(value), figure_decode(derived, value, language),
            None if isinstance(value, str) else value, "Y", derived.version,
        )  # fmt: skip
