"""The figure of the body map as vectors: four forms, drawn again by every page and close-up.

A view has one form under the paint (outline and skin) and one over it (landmarks and borders).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ordi_crf import atlas
from ordi_crf.core.figure import FigureView, Path
from ordi_crf.export.casebook.paint import Box, Earlier, Paint, draw_earlier, draw_paint
from ordi_crf.export.casebook.paper import Paper
from ordi_crf.export.casebook.type import RGB

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_SKIN, _SCALP = (0.985, 0.965, 0.945), (0.945, 0.915, 0.880)
_OUTLINE, _LANDMARK, _DIVIDER = (0.30, 0.345, 0.40), (0.78, 0.72, 0.67), (0.60, 0.68, 0.77)


def print_view(
    paper: Paper,
    view: str,
    box: Box,
    x: float,
    y: float,
    scale: float,
    painted: Paint | None,
    before: Earlier | None = None,
) -> None:
    """Print a box of the canvas with its upper left corner at x and y, `scale` points a cell."""
    canvas = paper.canvas
    _define_figure(canvas)
    left, top, right, bottom = box
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y - (bottom - top) * scale, (right - left) * scale, (bottom - top) * scale)
    canvas.clipPath(clip, stroke=0)
    canvas.translate(x - left * scale, y + top * scale)
    canvas.scale(scale, -scale)
    canvas.doForm(f"{view}_under")
    if painted is not None:
        draw_paint(canvas, painted, box, scale)
    canvas.doForm(f"{view}_over")
    if before is not None:
        draw_earlier(canvas, before, box, scale)
    canvas.restoreState()


def _define_figure(canvas: Canvas) -> None:
    """Define the forms of the figure, once a document."""
    if canvas.hasForm("front_under"):
        return
    figure = atlas.figure()
    half = figure.width // 2
    for n, view in enumerate(figure.views):
        box = n * half, 0, (n + 1) * half, figure.height
        canvas.beginForm(f"{view.view}_under", *box)
        _draw_under(canvas, view, figure.strokes["outline"])
        canvas.endForm()
        canvas.beginForm(f"{view.view}_over", *box)
        _draw_over(canvas, view)
        canvas.endForm()


def _draw_under(canvas: Canvas, view: FigureView, outline: float) -> None:
    parts = (view.body, *view.ears, view.head)
    canvas.setStrokeColorRGB(*_OUTLINE)
    canvas.setLineWidth(2 * outline)
    canvas.setLineJoin(1)
    for part in parts:
        canvas.drawPath(_path(part))
    canvas.setFillColorRGB(*_SKIN)
    for part in parts:
        canvas.drawPath(_path(part), stroke=0, fill=1)
    canvas.saveState()
    canvas.clipPath(_path(view.head), stroke=0)
    canvas.setFillColorRGB(*_SCALP)
    canvas.drawPath(_path(view.scalp), stroke=0, fill=1)
    canvas.restoreState()


def _draw_over(canvas: Canvas, view: FigureView) -> None:
    widths = atlas.figure().strokes
    canvas.setLineCap(1)
    canvas.setStrokeColorRGB(*_LANDMARK)
    canvas.setFillColorRGB(*_LANDMARK)
    for weight, line in view.lines:
        canvas.setLineWidth(widths[f"line{weight}"])
        canvas.drawPath(_path(line))
    for iris in view.irises:
        canvas.drawPath(_path(iris), stroke=0, fill=1)
    if view.view == "front":
        _draw_within(canvas, view.body, (view.head,), _OUTLINE, widths["jaw"])
    canvas.setDash(6, 5)
    _draw_within(canvas, view.body, view.body_dividers, _DIVIDER, widths["divider"])
    _draw_within(canvas, view.head, view.head_dividers, _DIVIDER, widths["divider"])


def _draw_within(
    canvas: Canvas, within: Path, paths: Iterable[Path], color: RGB, width: float
) -> None:
    canvas.saveState()
    canvas.clipPath(_path(within), stroke=0)
    canvas.setStrokeColorRGB(*color)
    canvas.setLineWidth(width)
    for path in paths:
        canvas.drawPath(_path(path))
    canvas.restoreState()


def _path(path: Path) -> PDFPathObject:
    from reportlab.pdfgen.pathobject import PDFPathObject

    return PDFPathObject([_operators(path)])


def _operators(path: Path) -> str:
    """Return a path as operators; the library would write its numbers one call each."""
    signs = {"M": "m", "L": "l", "C": "c"}
    steps = ((*(f"{number:.2f}" for number in numbers), signs.get(s, "h")) for s, numbers in path)
    return " ".join(word for step in steps for word in step)
