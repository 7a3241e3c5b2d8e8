"""Tables on paper: cells that wrap, blanks as ruled lines, headers that repeat on each page.

A row stays on one page where a page can hold it; a taller one goes on line by line, so that no
text is ever lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ordi_crf.export.casebook.paper import BOTTOM, LEFT, TOP, Paper
from ordi_crf.export.casebook.type import (
    BLACK,
    BODY,
    GREY,
    HEAD,
    LEADING,
    SECTION,
    Cell,
    Ink,
    Line,
    Run,
    wrap,
)

_GAP = 8.0
"""Between columns."""
_LEAST_LINES = 3
"""A row that must be divided leaves at least this many lines on a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; its width in points, the gap to the next one included."""

    width: float
    right: bool = False
    """Whether its cells end at the right edge, as numbers do."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row; a struck one is shown with a line through it."""

    cells: Sequence[Cell]
    struck: bool = False


@dataclass(frozen=True, slots=True)
class _SetRow:
    cells: tuple[list[Line], ...]
    struck: bool
    depth: int
    """Lines of its tallest cell."""


class Table:
    """A table set in lines, ready to be printed."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[TableRow],
        *,
        header: Sequence[str | Cell] = (),
        ink: Ink = BODY,
        padding: float = 6.0,
        x: float = LEFT,
        title: str = "",
        after: float = 0.0,
    ) -> None:
        self._columns = columns
        self._widths = [*(column.width - _GAP for column in columns[:-1]), columns[-1].width]
        self._x = x
        self._title = title
        self._after = after
        self._leading = ink.size * LEADING
        self._size = ink.size
        self._padding = padding
        self._header = self._set(TableRow([*map(_head, header)])) if header else None
        self._rows = [self._set(row) for row in rows]

    @property
    def height(self) -> float:
        """Points it takes when it is not divided, with the room after it."""
        return self._whole + self._after

    @property
    def _whole(self) -> float:
        return self._lead + sum(self._of(row) for row in self._rows)

    @property
    def _lead(self) -> float:
        header = 0.0 if self._header is None else self._of(self._header)
        return (24 if self._title else 0) + header

    def print(self, paper: Paper) -> None:
        """Print it at the cursor, whole on one page unless that left half of one empty."""
        first = self._lead + sum(self._of(row) for row in self._rows[:2])
        page, here = TOP - BOTTOM, paper.y - BOTTOM
        # Half a page is not left white for the sake of a table that could be divided.
        whole = self._whole <= page and (self._whole <= here or here < page / 2)
        paper.keep(self._whole if whole else min(first, page))
        if self._title:
            print_section_title(paper, self._title)
        self._print_header(paper)
        for row in self._rows:
            self._print_row(paper, row)
        paper.y -= self._after

    def _of(self, row: _SetRow) -> float:
        return row.depth * self._leading + self._padding

    def _set(self, row: TableRow) -> _SetRow:
        lines = tuple(
            wrap(cell, width) if cell else []
            for cell, width in zip(row.cells, self._widths, strict=True)
        )
        cells = tuple(cell or [()] for cell in lines)
        return _SetRow(cells, row.struck, max(map(len, cells)))

    def _print_header(self, paper: Paper) -> None:
        if self._header is not None:
            self._print_lines(paper, self._header, 0, self._header.depth, blanks=False)

    def _print_row(self, paper: Paper, row: _SetRow) -> None:
        done = 0
        while done < row.depth:
            here = self._lines_left(paper)
            left = row.depth - done
            if left > here and (here < _LEAST_LINES or self._of(row) <= TOP - BOTTOM - self._lead):
                paper.next_page()
                self._print_header(paper)
                here = self._lines_left(paper)
            take = min(left, here)
            self._print_lines(paper, row, done, done + take)
            done += take

    def _lines_left(self, paper: Paper) -> int:
        return max(0, int((paper.y - BOTTOM - self._padding) / self._leading))

    def _print_lines(
        self, paper: Paper, row: _SetRow, first: int, end: int, *, blanks: bool = True
    ) -> None:
        x, top = self._x, paper.y - self._padding / 2
        for lines, column, width in zip(row.cells, self._columns, self._widths, strict=True):
            right = x + width
            for n, line in enumerate(lines[first:end]):
                y = top - n * self._leading - self._size
                self._print_line(paper, line, x, right, y, column, row.struck)
                if not line and not first and not n and blanks:
                    paper.rule(x, y - 1.5, right, GREY, 0.4)
            x += column.width
        paper.y -= (end - first) * self._leading + self._padding
        paper.rule(self._x, paper.y, x)

    def _print_line(
        self,
        paper: Paper,
        line: Line,
        x: float,
        right: float,
        y: float,
        column: Column,
        struck: bool,
    ) -> None:
        width = sum(run.width for run in line) if column.right or struck else 0
        start = right - width if column.right else x
        paper.line(start, y, line)
        if struck and line:
            paper.rule(start, y + 0.3 * self._size, start + width, BLACK, 0.6)


def _head(title: str | Cell) -> Cell:
    return [Run(title, HEAD)] if isinstance(title, str) else title


def print_section_title(paper: Paper, title: str) -> None:
    """Print the title of a part of a page."""
    paper.text(LEFT, paper.y - 16, title, SECTION)
    paper.y -= 22
