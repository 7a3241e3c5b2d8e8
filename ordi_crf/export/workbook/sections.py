"""Sheets generated from the definitions: a form added to the study appears here by itself.

Sections asked once make one row a record; pre-printed rows make one row each, with what was asked
once beside them; a repeating section makes one row for each of its records. A questionnaire has a
layout of its own (`ordi_crf.export.workbook.questionnaire`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ordi_crf.core.records import Record, Row, SubjectKey
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.derived_columns import FigureColumn, figures
from ordi_crf.export.workbook.items import Column, columns, row_codes, variable
from ordi_crf.export.workbook.keys import STATE, row_keys, state
from ordi_crf.export.workbook.sheet import Line, Sheet, Type, Variable, assigned, decoded
from ordi_crf.export.workbook.source import Source, visit_of
from ordi_crf.forms.schema import Derived, Form, LabResult, Language, RowCode, Section, Values

_DATES = {
    "IC": "RFICDAT", "EMG": "NCSDAT", "DA": "DADISDAT", "SAE": "SAEAWARE", "DS": "DSSTDAT",
}  # fmt: skip
"""Dates of a form whose names are not made from its domain or its own."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Which date places a row in time: an item of its own, or else that of its visit."""

    stem: str
    item: str = ""
    section: Section | None = None
    """The section of the item, None where it is the row's own."""
    begins: bool = False
    """Whether it is the start of what lasts, which the date of a visit says nothing about."""

    def date(self, source: Source, record: Record, values: Values) -> str | None:
        """Return the date of a row."""
        own = values if self.section is None else record.values(self.section)
        found = own[self.item] if self.item else None
        return found if found or self.begins else source.held(visit_of(record.key))


def timing(form: Form, section: Section) -> Timing:
    """Return what places the rows of a section in time."""
    domain = section.domain
    if any(item.name == f"{domain}STDAT" for item in section.items):
        return Timing(f"{domain}ST", f"{domain}STDAT", begins=True)
    # Serology is LB to SDTM, and its date is SEDAT.
    names = (f"{domain}DAT", f"{form.oid}DAT", _DATES.get(form.oid, ""))
    for other in (section, *asked_once(form)):
        for item in other.items if other.rows is None else ():
            if item.name in names:
                return Timing(domain, item.name, None if other is section else other)
    return Timing(domain)


def asked_once(form: Form) -> tuple[Section, ...]:
    """Return the sections of a form that are asked once."""
    return tuple(s for s in form.sections if s.rows is None and not s.repeating)


def section_sheets(form: Form) -> list[Sheet]:
    """Return the sheets of a form; its derived values stand on the first of them."""
    singles = asked_once(form)
    printed = [s for s in form.sections if s.rows is not None]
    tables = [Table(form, s, (s, *singles)) for s in printed]
    if singles and not printed:
        tables = [Table(form, singles[0], singles)]
    tables += [Table(form, s, (s,)) for s in form.sections if s.repeating]
    tables[:1] = [replace(table, derived=form.derived) for table in tables[:1]]
    return [table.sheet() for table in tables]


@dataclass(frozen=True)
class Table:
    """The rows of one section, with the sections that stand side by side in each of them."""

    form: Form
    section: Section
    parts: tuple[Section, ...]
    derived: tuple[Derived, ...] = ()

    def sheet(self) -> Sheet:
        """Return the table as a sheet."""
        keys = row_keys(self.section.domain, timing(self.form, self.section).stem)
        variables = (
            *keys, *STATE, *_row_variables(self.form, self.section),
            *(column.variable for _, block in self._blocks() for column in block),
            *(column.variable for column in self._figures()),
        )  # fmt: skip
        name, tests = self.section.name.upper(), tests_of(self.form, self.section)
        return Sheet(name, self.section.title, variables, len(keys), self._lines, tests)

    def _blocks(self) -> list[tuple[Section, list[Column]]]:
        return [
            (part, [column for item in part.items for column in columns(self.form, part, item)])
            for part in self.parts
        ]

    def _figures(self) -> list[FigureColumn]:
        return [column for d in self.derived for column in figures(self.form, d)]

    def _lines(self, source: Source) -> Iterator[Line]:
        when, blocks, derived = timing(self.form, self.section), self._blocks(), self._figures()
        numbers: Counter[SubjectKey] = Counter()
        for record in source.records(self.form.oid):
            beside = {part.name: record.values(part) for part in self.parts}
            figures_ = source.derived(record)
            tail = [c.cell(figures_.get(c.derived), source.language) for c in derived]
            for row, code in _rows(self.section, record):
                beside[self.section.name] = row.values
                date = when.date(source, record, row.values)
                numbers[record.key.subject] += 1
                yield (
                    *source.place(visit_of(record.key)),
                    date, source.day(record.key.subject, date), numbers[record.key.subject],
                    *state(record), *_row_cells(self.section, row, code, source.language),
                    *(
                        c.cell(beside[part.name], code, source.language)
                        for part, block in blocks
                        for c in block
                    ),
                    *tail,
                )  # fmt: skip


def tests_of(form: Form, section: Section) -> tuple[Variable, ...]:
    """Return what each pre-printed row asks, with its unit and limits."""
    if section.rows is None:
        return ()
    return tuple(
        replace(
            variable(form, section, item),
            where=f"{section.rows.name} = {code.value}",
            label=code.text,
            unit=code.unit,
            possible=code.possible,
            expected=code.expected,
        )
        for item in section.items
        if isinstance(item, LabResult)
        for code in section.rows.codes
    )


def _rows(section: Section, record: Record) -> Iterator[tuple[Row, RowCode | None]]:
    """Yield the rows to write: every pre-printed one, and the repeating ones that stand."""
    if section.rows is not None:
        for code in section.rows.codes:
            yield Row(code.value, record.values(section, code.value)), code
    elif section.repeating:
        yield from ((row, None) for row in record.live(section.name))
    else:
        yield Row("", record.values(section)), None


def _row_variables(form: Form, section: Section) -> tuple[Variable, ...]:
    """Return the variables that tell the rows of one record apart."""
    if section.rows is not None:
        key = Variable(
            name=section.rows.name,
            label=section.rows.label,
            type=Type.CODE,
            form=form.oid,
            section=section.name,
            domain=section.domain,
            codes=row_codes(section.rows),
        )
        return key, decoded(key)
    if section.repeating:
        return (
            assigned(
                f"{section.domain}SPID", "Number of the row on the form", "Fila del formulario"
            ),
        )
    return ()


def _row_cells(
    section: Section, row: Row, code: RowCode | None, language: Language
) -> tuple[Cell, ...]:
    if code is not None:
        return code.value, code.text.in_(language)
    return (row.key,) if section.repeating else ()
