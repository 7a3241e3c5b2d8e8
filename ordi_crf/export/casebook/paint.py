"""Painted areas as vectors: exact polygons, each level with a colour and a hatching of its own.

The hatchings make a photocopy readable; the two layers have different ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ordi_crf.core.bodymap import LEVELS
from ordi_crf.core.contour import Polygon, contours
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Layer
from ordi_crf.export.casebook.paper import Paper
from ordi_crf.export.casebook.type import ACCENT, DAMAGE, ERYTHEMA, RGB

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Box: TypeAlias = tuple[float, float, float, float]
"""Left, upper, right and lower edge in cells, y down."""

RAMPS = {Layer.ACTIVE: ERYTHEMA, Layer.DAMAGE: DAMAGE}

_DARK, _LIGHT = (0.17, 0.10, 0.09), (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Hatching:
    """Parallel lines: direction as (dx, dy), distance and width in points."""

    directions: tuple[tuple[int, int], ...]
    distance: float
    width: float
    color: RGB


HATCHINGS = {
    Layer.ACTIVE: (
        Hatching(((1, -1),), 4.0, 0.35, _DARK),
        Hatching(((1, 1),), 2.2, 0.35, _DARK),
        Hatching(((1, 1), (1, -1)), 3.0, 0.45, _LIGHT),
    ),
    Layer.DAMAGE: (
        Hatching(((1, 0),), 4.0, 0.35, _DARK),
        Hatching(((0, 1),), 2.2, 0.35, _DARK),
        Hatching(((1, 0), (0, 1)), 3.0, 0.45, _LIGHT),
    ),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon as path operators, with the box round it."""

    code: str
    box: Box

    @classmethod
    def of(cls, points: Polygon) -> Shape:
        """Return the shape of a polygon.

        A lesion has thousands of corners and is printed twice: its operators are written once.
        """
        first, *rest = [f"{x} {y}" for x, y in points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return cls(f"{first} m {' l '.join(rest)} l h", (min(xs), min(ys), max(xs), max(ys)))


@dataclass(frozen=True, slots=True)
class Paint:
    """The painted areas of one layer, by level from 1."""

    layer: Layer
    levels: tuple[tuple[Shape, ...], ...]

    def __bool__(self) -> bool:
        return any(self.levels)


def paint(drawing: Drawing, layer: Layer) -> Paint:
    """Return the painted areas of a layer as polygons."""
    mask = drawing.masks[layer]
    painted = [v for v in LEVELS if any(mask.count(region, v) for region in mask.map.regions)]
    found = dict(zip(painted, contours(mask, [(v,) for v in painted]), strict=True))
    return Paint(layer, tuple(tuple(map(Shape.of, found.get(v, ()))) for v in LEVELS))


@dataclass(frozen=True, slots=True)
class Earlier:
    """The outline of all that was painted on a layer at an earlier visit, and which visit."""

    shapes: tuple[Shape, ...]
    when: str


def earlier(drawing: Drawing, layer: Layer, when: str) -> Earlier | None:
    """Return the outline of the painted areas of a layer; None where nothing was painted."""
    shapes = tuple(map(Shape.of, next(contours(drawing.masks[layer], [LEVELS]))))
    return Earlier(shapes, when) if shapes else None


def draw_earlier(canvas: Canvas, before: Earlier, box: Box, scale: float) -> None:
    """Draw what was painted earlier in a box as a dashed line, light under it on dark paint."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    within = [shape.code for shape in before.shapes if _common(shape.box, box)]
    if not within:
        return
    canvas.saveState()
    canvas.setLineJoin(1)
    path = PDFPathObject(within)
    for color, width, dash in ((_LIGHT, 1.5, ()), (ACCENT, 0.8, (2.6 / scale, 1.6 / scale))):
        canvas.setStrokeColorRGB(*color)
        canvas.setLineWidth(width / scale)
        canvas.setDash(*dash)
        canvas.drawPath(path)
    canvas.restoreState()


def print_swatch(paper: Paper, layer: Layer, level: int, x: float, y: float) -> None:
    """Print a sample of a level, 20 by 10 points from its lower left corner."""
    sample = Shape.of([(0, 0), (20, 0), (20, 10), (0, 10)])
    canvas = paper.canvas
    canvas.saveState()
    canvas.translate(x, y)
    _draw_level(canvas, layer, level, [sample], sample.box, 1.0)
    canvas.restoreState()


def draw_paint(canvas: Canvas, painted: Paint, box: Box, scale: float) -> None:
    """Draw what is painted in a box, in the canvas's own coordinates; `scale` is points a cell."""
    for level, shapes in zip(LEVELS, painted.levels, strict=True):
        within = [shape for shape in shapes if _common(shape.box, box)]
        if within:
            _draw_level(canvas, painted.layer, level, within, box, scale)


def _common(a: Box, b: Box) -> Box | None:
    """Return what two boxes share, None when that is nothing."""
    shared = max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
    return shared if shared[0] < shared[2] and shared[1] < shared[3] else None


def _draw_level(
    canvas: Canvas, layer: Layer, level: int, shapes: Sequence[Shape], box: Box, scale: float
) -> None:
    """Fill shapes and hatch them, one clip for all; holes turn the other way and stay open."""
    from reportlab.pdfgen.pathobject import PDFPathObject

    hatching = HATCHINGS[layer][level - 1]
    canvas.saveState()
    canvas.setFillColorRGB(*RAMPS[layer][level])
    canvas.setStrokeColorRGB(*_DARK)
    canvas.setLineWidth(0.6 / scale)
    path = PDFPathObject([shape.code for shape in shapes])
    canvas.clipPath(path, stroke=1, fill=1)
    canvas.setStrokeColorRGB(*hatching.color)
    canvas.setLineWidth(hatching.width / scale)
    lines = {
        line
        for shape in shapes
        if (shared := _common(shape.box, box))
        for direction in hatching.directions
        for line in _hatch(shared, direction, hatching.distance / scale)
    }
    canvas.addLiteral(" ".join(_line(*line) for line in sorted(lines)) + " S")
    canvas.restoreState()


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l"


def _hatch(box: Box, direction: tuple[int, int], distance: float) -> Iterator[Box]:
    """Yield lines across a box; all lie on one grid, so that neighbours continue each other."""
    left, top, right, bottom = box
    dx, dy = direction
    if not dx:
        for n in _multiples(left, right, distance):
            yield n * distance, top, n * distance, bottom
    elif not dy:
        for n in _multiples(top, bottom, distance):
            yield left, n * distance, right, n * distance
    else:
        # Diagonals y = dy * x + c, apart by the distance at right angles.
        apart = distance * 2**0.5
        corners = [y - dy * x for x in (left, right) for y in (top, bottom)]
        for n in _multiples(min(corners), max(corners), apart):
            yield left, dy * left + n * apart, right, dy * right + n * apart


def _multiples(low: float, high: float, distance: float) -> range:
    return range(int(low // distance) + 1, int(high // distance) + 1)
