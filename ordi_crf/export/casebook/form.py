"""Any form on paper, from its definition: sections, derived values, findings with explanations.

A form this module has never heard of is printed all the same. Label left, answer right, two of
them to a line where they are short; rows that are pre-printed or repeat become a grid, or cards
where a grid would be too narrow. A form is set
in blocks first and printed then, so that it is known whether it still fits a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from ordi_crf.core import creatinine
from ordi_crf.core.records import Row, Status, blank
from ordi_crf.export.casebook.annotation import of_form
from ordi_crf.export.casebook.answer import Sheet, answer, figure, label
from ordi_crf.export.casebook.cards import card
from ordi_crf.export.casebook.eligibility import evidence_table
from ordi_crf.export.casebook.findings import findings_table
from ordi_crf.export.casebook.grid import grid, printed_rows
from ordi_crf.export.casebook.paper import COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.pictures import pictures
from ordi_crf.export.casebook.signatures import signatures_table
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import (
    BODY,
    DERIVED,
    MUTED,
    STRONG,
    TITLE,
    Line,
    Mark,
    Run,
    wrap,
)
from ordi_crf.forms.eligibility import FORM as ELIGIBILITY
from ordi_crf.forms.schema import Form, FreeText, Section, Text

STATUS_WORDS = {
    Status.DRAFT: Text("Draft", "Borrador"),
    Status.COMPLETE: Text("Complete", "Completo"),
    Status.VERIFIED: Text("Verified", "Verificado"),
    Status.SIGNED: Text("Signed", "Firmado"),
    Status.LOCKED: Text("Locked", "Bloqueado"),
}
STATUS_MARKS = {
    Status.DRAFT: Mark.DRAFT,
    Status.COMPLETE: Mark.COMPLETE,
    Status.VERIFIED: Mark.VERIFIED,
    Status.SIGNED: Mark.SIGNED,
    Status.LOCKED: Mark.LOCKED,
}
VERSION = Text("version {n}", "versión {n}")

_AFTER = 10.0
_MOST_COLUMNS = 8
"""A section with more items is printed as cards, and so is one with paragraphs to read."""
_LABEL = 176.0
_BLANK_ROWS = 3
"""Rows a blank form offers where rows repeat."""
_NO_ROWS = Text("No rows were entered.", "No se introdujeron filas.")
_VOIDED = Text("voided", "anulada")
_DERIVED_TITLE = Text("Derived values", "Valores derivados")
_DERIVED_WORD = Text("derived", "derivado")


class Block(Protocol):
    """A part of a form, set and ready to be printed."""

    @property
    def height(self) -> float:
        """Points it takes, with the room after it."""

    def print(self, paper: Paper) -> None:
        """Print it at the cursor."""


@dataclass(frozen=True, slots=True)
class Title:
    """The head of a form: its title, version and state, and its note."""

    sheet: Sheet
    form: Form

    @property
    def height(self) -> float:
        """Points it takes, with the room after it."""
        return 26.0 + 10 * len(self._note()) + 18 * len(self._domains())

    def print(self, paper: Paper) -> None:
        """Print it at the cursor."""
        sheet, y = self.sheet, paper.y - 14
        version = sheet.say(VERSION.format(n=sheet.record.version))
        end = paper.text(LEFT, y, sheet.say(self.form.title), TITLE)
        paper.text(end, y, f" · {version}", MUTED)
        if not sheet.blank:
            status = sheet.record.status
            run = Run(sheet.say(STATUS_WORDS[status]), STRONG, STATUS_MARKS[status])
            paper.line_to(RIGHT, y + 1, (run,))
        paper.y -= 24
        for line in self._note():
            paper.line(LEFT, paper.y - 6, line)
            paper.y -= 10
        for line in self._domains():
            paper.line(LEFT + 2, paper.y - 12, line)
            paper.y -= 18
        paper.y -= 2

    def _domains(self) -> list[Line]:
        """Return the domains of an annotated form."""
        if not self.sheet.annotated:
            return []
        return wrap(of_form(self.form, self.sheet.say), COLUMN)

    def _note(self) -> list[Line]:
        note = self.form.note
        return [] if note is None else wrap([Run(self.sheet.say(note), MUTED)], COLUMN)


def form_blocks(sheet: Sheet, form: Form) -> list[Block]:
    """Return a form, set from its definition."""
    blocks: list[Block] = [Title(sheet, form)]
    for section in form.sections:
        blocks += section_blocks(sheet, section, titled=section.title != form.title)
    if form.derived and sheet.delivery is not None:
        blocks.append(_derived_table(sheet, form))
    evidence = evidence_table(sheet) if form.oid == ELIGIBILITY.oid else None
    if evidence is not None:
        blocks.append(evidence)
    below = (findings_table(sheet, form), signatures_table(sheet))
    return [*blocks, *(table for table in below if table is not None)]


def section_blocks(sheet: Sheet, section: Section, *, titled: bool = True) -> Iterator[Block]:
    """Yield a section, set in the way its rows ask for; `titled` under a title of its own."""
    title = sheet.say(section.title) if titled else ""
    if section.rows is not None:
        yield from printed_rows(sheet, section, title, _AFTER)
    elif section.repeating:
        yield from _repeating(sheet, section, title)
        yield from pictures(sheet, section)
    elif sheet.blank:
        yield _to_fill_in(sheet, section, title)
    else:
        yield card(sheet, section, Row("", sheet.record.values(section)), title)


def _derived_table(sheet: Sheet, form: Form) -> Table:
    """Return derived values: in italics, called derived, with the version of their rule."""
    figures = sheet.delivery.derived(sheet.record) if sheet.delivery is not None else {}
    rows = []
    for value in form.derived:
        derived = figures.get(value.name)
        if value.name in creatinine.NAMES and isinstance(derived, Fraction):
            words = creatinine.shown(derived)
        else:
            words = figure(derived)
        told = f"{sheet.say(_DERIVED_WORD)} · {value.version}"
        unit = f" {sheet.say(value.unit)}" if value.unit is not None else ""
        cell = [Run(words, DERIVED), Run(unit, MUTED)] if words else []
        rows.append(TableRow([[Run(sheet.say(value.label), BODY)], cell, [Run(told, MUTED)]]))
    columns = [Column(_LABEL), Column(170), Column(COLUMN - _LABEL - 170)]
    return Table(columns, rows, title=sheet.say(_DERIVED_TITLE), padding=4.4, after=_AFTER)


def _to_fill_in(sheet: Sheet, section: Section, title: str) -> Table:
    """Return a section to be filled by hand: an answer has a line of the page to itself."""
    row = Row("", sheet.record.values(section))
    rows = [
        TableRow([label(sheet, section, item), answer(sheet, section, row, item)])
        for item in section.items
    ]
    columns = [Column(_LABEL), Column(COLUMN - _LABEL)]
    return Table(columns, rows, title=title, padding=9.0, after=_AFTER)


def _repeating(sheet: Sheet, section: Section, title: str) -> Iterator[Block]:
    rows = sheet.rows(section)
    if sheet.blank:
        count = 1 if sheet.annotated else _BLANK_ROWS
        rows = [Row(str(n + 1), blank(section)) for n in range(count)]
    if not rows:
        note = [TableRow([[Run(sheet.say(_NO_ROWS), MUTED)]])]
        yield Table([Column(COLUMN)], note, title=title, after=_AFTER)
    elif not sheet.blank and _narrow(section):
        numbers = [_number(sheet, row) for row in rows]
        yield grid(sheet, section, "#", rows, numbers, title, _AFTER)
    else:
        for row in rows:
            name = f"{sheet.say(section.title)} · {_number(sheet, row)}"
            yield card(sheet, section, row, name)


def _narrow(section: Section) -> bool:
    """Return whether the items of a section have room beside each other."""
    paragraphs = any(isinstance(item, FreeText) and item.lines > 1 for item in section.items)
    return len(section.items) <= _MOST_COLUMNS and not paragraphs


def _number(sheet: Sheet, row: Row) -> str:
    return f"{row.key} {sheet.say(_VOIDED)}" if row.voided else row.key
