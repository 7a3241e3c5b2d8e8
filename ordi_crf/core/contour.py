"""The outline of painted cells as exact polygons, for drawings on paper.

Edges run along cell borders with the painted side on the right (clockwise, y down), so a hole turns
the other way and both the even-odd and the winding rule fill the same cells. Cells that touch only
at a corner belong to different polygons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from ordi_crf.core.bodymap import LEVELS, BodyMap, Region
from ordi_crf.core.paint import Mask

Vertex: TypeAlias = tuple[int, int]
Polygon: TypeAlias = list[Vertex]
Run: TypeAlias = tuple[int, int]

_Edge: TypeAlias = tuple[Vertex, Vertex]


def contour(mask: Mask, level: int) -> list[Polygon]:
    """Return the polygons round the cells of a level, in cell coordinates, without repeats."""
    return next(contours(mask, [(level,)]))


def contours(mask: Mask, levels: Sequence[Collection[int]]) -> Iterator[list[Polygon]]:
    """Yield for each set of levels the polygons round the cells that have one of them."""
    width, cells = mask.map.width, mask.levels()
    # Most of a body is not painted: only the rows between painted ones are looked at again.
    found = [n for v in LEVELS for n in (cells.find(v), cells.rfind(v)) if n >= 0]
    top = min(found, default=0) // width
    rows = cells[top * width : (max(found, default=-1) // width + 1) * width]
    for some in levels:
        marks = rows.translate(bytes(v in some for v in range(256)))
        yield [[(x, y + top) for x, y in polygon] for polygon in _outline(marks, width)]


def region_contour(body_map: BodyMap, region: Region) -> list[Polygon]:
    """Return the polygons round a region, in cell coordinates, without repeats."""
    marks = body_map.labels.translate(bytes(v == region.label for v in range(256)))
    return _outline(marks, body_map.width)


def _outline(marks: bytes, width: int) -> list[Polygon]:
    """Return the polygons round the cells marked 1."""
    leaving: defaultdict[Vertex, list[_Edge]] = defaultdict(list)
    edges = list(_edges(_rows(marks, width)))
    for edge in edges:
        leaving[edge[0]].append(edge)
    polygons: list[Polygon] = []
    walked: set[_Edge] = set()
    for edge in edges:
        if edge not in walked:
            loop = _loop(edge, leaving)
            walked.update(loop)
            polygons.append(_corners(loop))
    return polygons


def _rows(marks: bytes, width: int) -> Iterator[tuple[int, list[Run]]]:
    """Yield each row from the first marked one to below the last one, with its marked runs."""
    top, bottom = marks.find(1), marks.rfind(1)
    if top < 0:
        return
    for row in range(top // width, bottom // width + 2):
        line = marks[row * width : (row + 1) * width]
        yield row, list(_runs(line))


def _runs(line: bytes) -> Iterator[Run]:
    """Yield the marked runs of a row; `find` passes over unmarked cells at memory speed."""
    end = 0
    while (first := line.find(1, end)) >= 0:
        end = line.find(0, first)
        if end < 0:
            end = len(line)
        yield first, end


def _edges(rows: Iterator[tuple[int, list[Run]]]) -> Iterator[_Edge]:
    above: list[Run] = []
    for y, here in rows:
        for first, end in here:
            yield (end, y), (end, y + 1)
            yield (first, y + 1), (first, y)
        ends = sorted(x for run in (*above, *here) for x in run)
        for x0, x1 in zip(ends[::2], ends[1::2], strict=True):
            if x0 == x1:
                continue
            if any(first <= x0 < end for first, end in here):
                yield (x0, y), (x1, y)
            else:
                yield (x1, y), (x0, y)
        above = here


def _loop(first: _Edge, leaving: defaultdict[Vertex, list[_Edge]]) -> list[_Edge]:
    """Return the closed chain of edges from `first`; at a crossing it turns right."""
    loop = [first]
    while True:
        following = max(leaving[loop[-1][1]], key=partial(_turn, loop[-1]))
        if following == first:
            return loop
        loop.append(following)


def _turn(a: _Edge, b: _Edge) -> int:
    """Return the cross product of two edges: positive turns right with y down."""
    (ax, ay), (bx, by) = _direction(a), _direction(b)
    return ax * by - ay * bx


def _direction(edge: _Edge) -> Vertex:
    (x0, y0), (x1, y1) = edge
    return (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)


def _corners(loop: list[_Edge]) -> Polygon:
    """Return the points where a chain changes its direction."""
    before = [loop[-1], *loop[:-1]]
    return [
        edge[0]
        for last, edge in zip(before, loop, strict=True)
        if _direction(last) != _direction(edge)
    ]
