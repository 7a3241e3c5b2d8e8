"""A row as label and answer: two to a line where both answers are short, else one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from ordi_crf.core.records import Row
from ordi_crf.export.casebook.answer import NOTHING, Sheet, answer, label
from ordi_crf.export.casebook.paper import BOTTOM, COLUMN, TOP, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import Cell
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Date,
    FreeText,
    Item,
    LabResult,
    Number,
    Section,
    Stroke,
)

_LABEL = 132.0
_SHORT = COLUMN / 2 - _LABEL - 8
"""Points of an answer that shares its line with another."""
_AFTER = 10.0


@dataclass(frozen=True, slots=True)
class Card:
    """Tables that stay together on one page where a page can hold them."""

    tables: Sequence[Table]

    @property
    def height(self) -> float:
        """Points it takes, with the room after it."""
        return sum(table.height for table in self.tables) + _AFTER

    def print(self, paper: Paper) -> None:
        """Print it at the cursor."""
        page, here = TOP - BOTTOM, paper.y - BOTTOM
        # Half a page is not left white for the sake of a card that goes on on the next one.
        whole = self.height - _AFTER <= here or here < page / 2
        paper.keep(self.height - _AFTER if whole else self.tables[0].height)
        for table in self.tables:
            table.print(paper)
        paper.y -= _AFTER


def card(sheet: Sheet, section: Section, row: Row, title: str) -> Card:
    """Return a row with its answers; a long one has a line to itself."""
    cells = [(item, answer(sheet, section, row, item)) for item in section.items]
    tables = []
    for short, group in groupby(cells, lambda cell: _short(sheet, *cell)):
        tables.append(_lines(sheet, section, row, [*group], title, 2 if short else 1))
        title = ""
    return Card(tables)


def _short(sheet: Sheet, item: Item, cell: Cell) -> bool:
    """Return whether an answer is short; one to be written by hand, whether it will be."""
    if not sheet.blank:
        words = "".join(run.text for run in cell)
        return "\n" not in words and sum(run.width for run in cell) <= _SHORT
    match item:
        case FreeText() | Stroke() | Attachment():
            return False
        case Number() | LabResult() | Choice() | Date():
            return True
        case _:
            assert_never(item)


def _lines(
    sheet: Sheet,
    section: Section,
    row: Row,
    answered: Sequence[tuple[Item, Cell]],
    title: str,
    per_line: int,
) -> Table:
    cells: list[Cell] = []
    for item, cell in answered:
        cells += (label(sheet, section, item), cell)
    cells += [NOTHING] * (-len(cells) % (2 * per_line))
    lines = [cells[n : n + 2 * per_line] for n in range(0, len(cells), 2 * per_line)]
    columns = [Column(_LABEL), Column(COLUMN / per_line - _LABEL)] * per_line
    padding = 6.0 if sheet.blank else 5.0
    rows = [TableRow(line, row.voided) for line in lines]
    return Table(columns, rows, title=title, padding=padding)
