"""A small chart of a course as vectors: visits in their order, one or two lines, a threshold.

The lines differ in their marks and dashes, not in colour; a visit without a figure breaks a line.
Where not every visit has room for its name, every second one has it, or every third.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from ordi_crf.export.casebook.paper import Paper
from ordi_crf.export.casebook.type import BLACK, GREY, HAIRLINE, HEAD, WHITE, Face, Ink, measure

_AXIS = Ink(Face.REGULAR, 6, GREY)
_POINT = 2.1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chart is printed: upper left corner and size in points."""

    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one line by visit, None where there is none."""

    values: Sequence[float | None]
    dashed: bool = False


def print_chart(
    paper: Paper,
    place: Place,
    title: str,
    labels: Sequence[str],
    lines: Sequence[Series],
    least: int,
    threshold: float | None = None,
) -> None:
    """Print a chart whose scale starts at 0 and reaches at least to `least`."""
    paper.text(place.x, place.top - 8, title, HEAD)
    values = [value for line in lines for value in line.values if value is not None]
    step = _step(max([*values, least]))
    top = step * -(-max([*values, least]) // step)
    area = Place(place.x + 16, place.top - 18, place.width - 20, place.height - 32)
    _print_axes(paper, area, int(top), int(step), labels)
    if threshold is not None:
        _print_threshold(paper, area, threshold / top)
    for line in lines:
        _print_series(paper, area, line, top)


def _step(highest: float) -> int:
    return next(step for step in (5, 10, 20, 25, 50) if highest / step <= 5)


def _x(area: Place, n: int, count: int) -> float:
    return area.x + area.width * (n + 0.5) / count


def _print_axes(paper: Paper, area: Place, top: int, step: int, labels: Sequence[str]) -> None:
    base = area.top - area.height
    for value in range(0, top + 1, step):
        y = base + area.height * value / top
        paper.rule(area.x, y, area.x + area.width, GREY if value == 0 else HAIRLINE, 0.4)
        paper.text_to(area.x - 3, y - 2, str(value), _AXIS)
    widest = max((measure(label, _AXIS) for label in labels), default=0) + 3
    apart = ceil(widest * len(labels) / area.width) or 1
    for n, label in enumerate(labels):
        if n % apart == 0:
            paper.text_about(_x(area, n, len(labels)), base - 8, label, _AXIS)


def _print_threshold(paper: Paper, area: Place, share: float) -> None:
    y = area.top - area.height * (1 - share)
    paper.canvas.setDash(1, 2)
    paper.rule(area.x, y, area.x + area.width, BLACK, 0.8)
    paper.canvas.setDash()


def _print_series(paper: Paper, area: Place, line: Series, top: float) -> None:
    base, count = area.top - area.height, len(line.values)
    points = [
        None if value is None else (_x(area, n, count), base + area.height * value / top)
        for n, value in enumerate(line.values)
    ]
    canvas = paper.canvas
    canvas.setStrokeColorRGB(*BLACK)
    canvas.setLineWidth(1)
    canvas.setDash(*((3, 2) if line.dashed else ()))
    for a, b in pairwise(points):
        if a is not None and b is not None:
            canvas.line(*a, *b)
    canvas.setDash()
    for point in points:
        if point is not None:
            _print_point(paper, point, line)


def _print_point(paper: Paper, point: tuple[float, float], line: Series) -> None:
    x, y = point
    paper.canvas.setStrokeColorRGB(*BLACK)
    paper.canvas.setLineWidth(0.9)
    if line.dashed:
        paper.box(
            x - _POINT, y - _POINT, 2 * _POINT, 2 * _POINT, fill=WHITE, stroke=BLACK, weight=0.9
        )
    else:
        paper.canvas.setFillColorRGB(*BLACK)
        paper.canvas.circle(x, y, _POINT, fill=1)
