"""Rows that a table would be too narrow for: each on a card, two answers to a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from ordi_crf.core.records import Row
from ordi_crf.export.casebook.answer import NOTHING, Sheet, answer, label
from ordi_crf.export.casebook.paper import COLUMN, Paper
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

_LABEL = 112.0
_AFTER = 8.0


@dataclass(frozen=True, slots=True)
class Card:
    """One row as label and answer; it stays on one page where a page can hold it."""

    tables: tuple[Table, ...]

    @property
    def height(self) -> float:
        """Points it takes, with the room after it."""
        return sum(table.height for table in self.tables) + _AFTER

    def print(self, paper: Paper) -> None:
        """Print it at the cursor."""
        paper.keep(self.height - _AFTER)
        for table in self.tables:
            table.print(paper)
        paper.y -= _AFTER


def card(sheet: Sheet, section: Section, row: Row, title: str) -> Card:
    """Return the card of a row; long texts have a line to themselves."""
    tables = []
    for wide, items in groupby(section.items, _wide):
        tables.append(_pairs(sheet, section, row, [*items], title, 1 if wide else 2))
        title = ""
    return Card(tuple(tables))


def _wide(item: Item) -> bool:
    match item:
        case FreeText() | Stroke() | Attachment():
            return True
        case Number() | LabResult() | Choice() | Date():
            return False
        case _:
            assert_never(item)


def _pairs(
    sheet: Sheet, section: Section, row: Row, items: list[Item], title: str, per_line: int
) -> Table:
    cells: list[Cell] = []
    for item in items:
        cells += (label(sheet, item), answer(sheet, section, row, item))
    cells += [NOTHING] * (-len(cells) % (2 * per_line))
    lines = [cells[n : n + 2 * per_line] for n in range(0, len(cells), 2 * per_line)]
    columns = [Column(_LABEL), Column(COLUMN / per_line - _LABEL)] * per_line
    return Table(columns, [TableRow(line, row.voided) for line in lines], title=title)
