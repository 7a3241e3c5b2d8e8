"""One layer of a drawing as cells: painted, counted and taken back, bit for bit.

One byte a cell: 4 * label + level. Painting a row is `bytes.translate`, counting is `Counter` over
what changed, and a cell painted twice is one cell. The same bytes are the picture on the screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from ordi_crf.core.bodymap import LEVELS, BodyMap, Region
from ordi_crf.core.raster import SUB, capsule_rows
from ordi_crf.core.strokes import Fill, Op, Point, Stroke

Patch: TypeAlias = tuple[tuple[int, bytes], ...]
"""Runs of cells an operation covered, disjoint and in order: index of the first, bytes before."""

Box: TypeAlias = tuple[int, int, int, int]
"""x, y, width, height in cells."""

_EVERYWHERE = tuple(
    bytes(v & 0xFC | level if v >= 4 else v for v in range(256)) for level in (0, *LEVELS)
)
_LEVEL_ONLY = bytes(v & 3 if v >= 4 else 0 for v in range(256))


def _within(region: Region, level: int) -> bytes:
    """Return the table that gives one region's cells a level."""
    return bytes(v & 0xFC | level if v >> 2 == region.label else v for v in range(256))


class Mask:
    """The cells of one layer, with live counts per region and level."""

    def __init__(self, body_map: BodyMap) -> None:
        self.map = body_map
        self.cells = bytearray(body_map.blank_cells)
        self._counts = self._blank_counts()

    def clear(self) -> None:
        """Unpaint every cell, in place."""
        self.cells[:] = self.map.blank_cells
        self._counts = self._blank_counts()

    def _blank_counts(self) -> list[int]:
        counts = [0] * 256
        for region in self.map.regions:
            counts[region.label * 4] = region.cells
        return counts

    def count(self, region: Region, level: int) -> int:
        """Return how many cells of a region have a level."""
        return self._counts[region.label * 4 + level]

    def has(self, level: int) -> bool:
        """Return whether any cell has a level from 1 to 3."""
        return any(self._counts[4 + level :: 4])

    def levels(self) -> bytes:
        """Return the level of every cell, 0 outside the body."""
        return bytes(self.cells.translate(_LEVEL_ONLY))

    def paint(self, runs: Iterable[tuple[int, int]], table: bytes) -> None:
        """Translate runs of cells [first, end) and count what changed."""
        cells = self.cells
        gone, come = [], []
        for first, end in runs:
            old = cells[first:end]
            new = old.translate(table)
            if new != old:
                cells[first:end] = new
                gone.append(old)
                come.append(new)
        self._recount(gone, come)

    def swap(self, patch: Patch) -> Patch:
        """Put a patch's bytes back and return the patch that undoes this."""
        cells = self.cells
        now = tuple((first, bytes(cells[first : first + len(old)])) for first, old in patch)
        for first, old in patch:
            cells[first : first + len(old)] = old
        self._recount([old for _, old in now], [new for _, new in patch])
        return now

    def counts(self) -> tuple[int, ...]:
        """Return the cells of every value of a cell, 0 to 255."""
        return tuple(self._counts)

    def restore(self, levels: bytes | memoryview, counts: Sequence[int]) -> None:
        """Take the levels of every cell and the counts that go with them."""
        self.clear()
        # Whole masks as two integers: a hundred times faster than cell by cell.
        cells = int.from_bytes(self.cells, "little") | int.from_bytes(levels, "little")
        self.cells[:] = cells.to_bytes(len(levels), "little")
        self._counts = list(counts)

    def _recount(
        self, gone: list[bytearray] | list[bytes], come: list[bytearray] | list[bytes]
    ) -> None:
        for value, cells in Counter(b"".join(gone)).items():
            self._counts[value] -= cells
        for value, cells in Counter(b"".join(come)).items():
            self._counts[value] += cells


class Painting:
    """An operation being painted on a mask; it remembers what it covers and what was there."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask
        self._before: dict[int, bytes] = {}
        self._runs: dict[int, list[tuple[int, int]]] = {}

    def whole(self, op: Op) -> None:
        """Paint a whole operation; KeyError when the map has no such region to fill."""
        match op:
            case Fill(code, level):
                region = self._mask.map.region(code)
                for first, end in self._mask.map.rows_of(region):
                    self._cover(first // self._mask.map.width, first, end)
                self._mask.paint(self._merged(), _within(region, level))
            case Stroke(points=points):
                for a, b in pairwise((points[0], *points)):
                    self._cover_segment(op, a, b)
                self._mask.paint(self._merged(), _EVERYWHERE[op.level])

    def segment(self, stroke: Stroke, a: Point, b: Point) -> Box | None:
        """Paint one piece of a stroke at once and return the box of cells it touches, if any."""
        runs = self._cover_segment(stroke, a, b)
        self._mask.paint(runs, _EVERYWHERE[stroke.level])
        return _box(runs, self._mask.map.width)

    def patch(self) -> Patch:
        """Return the cells covered, with what was there before."""
        width = self._mask.map.width
        pieces: list[tuple[int, bytes]] = []
        for first, end in self._merged():
            row = first // width
            pieces.append((first, self._before[row][first - row * width : end - row * width]))
        return tuple(pieces)

    def _cover_segment(self, stroke: Stroke, a: Point, b: Point) -> list[tuple[int, int]]:
        body_map = self._mask.map
        columns = _columns(body_map, stroke.points[0][0])
        runs: list[tuple[int, int]] = []
        for row, first, end in capsule_rows(a, b, stroke.radius, columns, body_map.height):
            start = row * body_map.width
            runs.append((start + first, start + end))
            self._cover(row, start + first, start + end)
        return runs

    def _cover(self, row: int, first: int, end: int) -> None:
        runs = self._runs.get(row)
        if runs is None:
            width = self._mask.map.width
            self._before[row] = bytes(self._mask.cells[row * width : (row + 1) * width])
            self._runs[row] = [(first, end)]
            return
        low, high = runs[-1]
        if first <= high and low <= end:
            # A moving brush meets its own last run: one run grows instead of hundreds piling up.
            runs[-1] = (first if first < low else low, end if end > high else high)
        else:
            runs.append((first, end))

    def _merged(self) -> Iterator[tuple[int, int]]:
        for row in sorted(self._runs):
            yield from _merged(self._runs[row])


def box_of(patch: Patch, width: int) -> Box | None:
    """Return the cells a patch lies in, None when it is empty."""
    return _box([(first, first + len(old)) for first, old in patch], width)


def _box(runs: list[tuple[int, int]], width: int) -> Box | None:
    """Return the box of runs in order of rows."""
    if not runs:
        return None
    top, bottom = runs[0][0] // width, runs[-1][0] // width
    left = min(first % width for first, _ in runs)
    right = max((end - 1) % width for _, end in runs)
    return left, top, right - left + 1, bottom - top + 1


def _columns(body_map: BodyMap, x: int) -> tuple[int, int]:
    """Return the columns of the view that a coordinate in eighths belongs to."""
    half = body_map.view_width
    return (0, half) if x < half * SUB else (half, body_map.width)


def _merged(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return runs of one row as disjoint runs in order."""
    first, *rest = sorted(runs)
    result = [first]
    for low, high in rest:
        if low <= result[-1][1]:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return result
