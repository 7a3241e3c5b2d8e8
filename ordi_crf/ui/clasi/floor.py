"""Floor: where the cells lie on the page, and where an arrow leads from each of them."""

from __future__ import annotations

from collections.abc import Mapping

from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.ui.clasi.cell import Cell

_GRID_ROWS = len(LOCATIONS.codes)


class Floor:
    """A grid of locations by items, and below it one column of the items asked once."""

    def __init__(self, areas: Mapping[tuple[str, str], Cell], once: Mapping[str, Cell]) -> None:
        rows = [row.value for row in LOCATIONS.codes]
        columns = [item.name for item in AREAS.items]
        below = [item.name for item in ONCE.items]
        self._column = 0
        self._cells = {
            (columns.index(item), rows.index(row)): cell for (row, item), cell in areas.items()
        } | {(0, _GRID_ROWS + below.index(name)): cell for name, cell in once.items()}
        self._places = {cell: place for place, cell in self._cells.items()}
        self._height = _GRID_ROWS + len(below)

    def step(self, cell: Cell, columns: int, rows: int) -> Cell | None:
        """Return the cell an arrow leads to, None at an edge.

        What is not asked is stepped over; coming up from below keeps the column one left.
        """
        x, y = self._places[cell]
        if y >= _GRID_ROWS:
            if columns:
                return None
            x = self._column
        while 0 <= (y := y + rows) < self._height and 0 <= (x := x + columns) < len(AREAS.items):
            target = self._cells.get((x if y < _GRID_ROWS else 0, y))
            if target is not None and target.isEnabled():
                self._column = x
                return target
        return None
