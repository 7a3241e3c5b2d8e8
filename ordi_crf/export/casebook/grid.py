"""Rows of a section as a grid: a row to a line, its name at the left, an item to each column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ordi_crf.core.records import Row
from ordi_crf.export.casebook.annotation import of_item, of_row
from ordi_crf.export.casebook.answer import Sheet, answer, below, items
from ordi_crf.export.casebook.paper import COLUMN
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import BODY, HEAD, MUTED, Cell, Run, measure
from ordi_crf.forms.schema import Item, LabResult, Section, Text

_Row: TypeAlias = Sequence[Cell]

_ROW_LABEL, _MARGIN = 120.0, 12.0
_NO_RESULT = Text("No result", "Sin resultado")


def printed_rows(sheet: Sheet, section: Section, title: str, after: float) -> list[Table]:
    """Return pre-printed rows as a grid; tests without a result are named together below it."""
    assert section.rows is not None
    codes = section.rows.codes
    rows = [Row(code.value, sheet.record.values(section, code.value)) for code in codes]
    labels = [sheet.say(code.text) for code in codes]
    corner = sheet.say(section.rows.label)
    without = _without_result(sheet, section, rows)
    if not without or len(without) == len(rows):
        return [grid(sheet, section, corner, rows, labels, title, after)]
    tested = [n for n in range(len(rows)) if n not in without]
    names = ", ".join(labels[n] for n in without)
    told: list[Cell] = [[Run(sheet.say(_NO_RESULT), BODY)], [Run(names, MUTED)]]
    table = grid(
        sheet, section, corner, [rows[n] for n in tested], [labels[n] for n in tested], title, 0
    )
    columns = [Column(_ROW_LABEL), Column(COLUMN - _ROW_LABEL)]
    return [table, Table(columns, [TableRow(told)], padding=4.4, after=after)]


def grid(
    sheet: Sheet,
    section: Section,
    corner: str,
    rows: Sequence[Row],
    labels: Sequence[str],
    title: str,
    after: float,
) -> Table:
    """Return rows as a table; `corner` is what their names are."""
    shown = items(section)
    cells = [[answer(sheet, section, row, item) for item in shown] for row in rows]
    header: list[Cell] = [[Run(corner, HEAD)], *(_head(sheet, section, item) for item in shown)]
    names = [_name(sheet, section, row, name) for row, name in zip(rows, labels, strict=True)]
    return Table(
        _columns(header, names, cells),
        [
            TableRow([name, *row_cells], row.voided)
            for row, name, row_cells in zip(rows, names, cells, strict=True)
        ],
        header=header,
        padding=9.0 if sheet.blank else 4.4,
        title=title,
        after=after,
    )


def _name(sheet: Sheet, section: Section, row: Row, name: str) -> Cell:
    """Return the name of a row, annotated where it is pre-printed."""
    rows = section.rows
    if rows is None:
        return [Run(name, BODY)]
    return [Run(name, BODY), *below(sheet, lambda form: of_row(form, section, rows.row(row.key)))]


def _head(sheet: Sheet, section: Section, item: Item) -> Cell:
    """Return the head of a column, annotated."""
    words = Run(sheet.say(item.label), HEAD)
    return [words, *below(sheet, lambda form: of_item(form, section, item))]


def _without_result(sheet: Sheet, section: Section, rows: Sequence[Row]) -> list[int]:
    """Return the tests of a filled form of which nothing at all is said."""
    if sheet.blank or not any(isinstance(item, LabResult) for item in section.items):
        return []
    shown = items(section)
    return [
        n
        for n, row in enumerate(rows)
        if not any(answer(sheet, section, row, item) for item in shown)
    ]


def _columns(header: Sequence[Cell], names: Sequence[Cell], cells: Sequence[_Row]) -> list[Column]:
    """Return columns that share the page by what they hold, the first as wide as it needs."""
    wanted = [
        min(150.0, max([_longest_word(title), *(_width(row[n]) for row in cells)]))
        for n, title in enumerate(header[1:])
    ]
    floors = [max(44.0, _longest_word(title) + 10) for title in header[1:]]
    needed = sum(max(f, w + _MARGIN) for f, w in zip(floors, wanted, strict=True))
    longest = max(_width(cell) for cell in [*names, header[0]]) + _MARGIN
    first = min(longest, max(_ROW_LABEL, COLUMN - needed))
    spare = COLUMN - first - sum(floors)
    shares = [spare * share / sum(wanted) for share in wanted]
    return [Column(first), *(Column(f + s) for f, s in zip(floors, shares, strict=True))]


def _width(cell: Cell) -> float:
    """Return the width of a cell, of its widest line where annotations have lines of their own."""
    widths = [0.0]
    for run in cell:
        if run.text == "\n":
            widths.append(0.0)
        else:
            widths[-1] += run.width
    return max(widths)


def _longest_word(title: Cell) -> float:
    return max(measure(word, run.ink) for run in title for word in run.text.split())
