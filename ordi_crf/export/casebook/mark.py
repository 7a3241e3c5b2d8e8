"""The small shapes of a printed page: states and boxes to tick, told apart without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordi_crf.export.casebook.type import BLACK, GREY, RGB, WHITE, Mark

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def draw_mark(canvas: Canvas, x: float, y: float, size: float, mark: Mark) -> None:
    """Draw a mark on the line y, beside text of this size."""
    side, low = 0.78 * size, y - 0.06 * size
    match mark:
        case Mark.BOX:
            _pens(canvas, GREY, 0.6)
            canvas.rect(x, low, side, side)
        case Mark.COMPLETE:
            _pens(canvas, BLACK, 0.9)
            canvas.setFillColorRGB(*WHITE)
            canvas.rect(x, low, side, side, fill=1)
            _tick(canvas, x, y, side)
        case Mark.VERIFIED:
            _pens(canvas, BLACK, 0.9)
            canvas.rect(x, low, side, side)
            _tick(canvas, x - 0.1 * side, y, 0.8 * side)
            _tick(canvas, x + 0.3 * side, y, 0.8 * side)
        case Mark.SIGNED:
            canvas.setFillColorRGB(*BLACK)
            canvas.rect(x, low, side, side, stroke=0, fill=1)
            _tick(canvas, x, y, side, WHITE)
        case Mark.LOCKED:
            _padlock(canvas, x, low, side)
        case Mark.DRAFT:
            _triangle(canvas, x, low, side)
        case Mark.NONE:
            _pens(canvas, GREY, 0.6)
            canvas.circle(x + side / 2, y + 0.33 * size, 0.27 * size)


def _pens(canvas: Canvas, color: RGB, width: float) -> None:
    canvas.setStrokeColorRGB(*color)
    canvas.setLineWidth(width)


def _tick(canvas: Canvas, x: float, y: float, side: float, color: RGB = BLACK) -> None:
    path = canvas.beginPath()
    path.moveTo(x + 0.2 * side, y + 0.4 * side)
    path.lineTo(x + 0.42 * side, y + 0.15 * side)
    path.lineTo(x + 0.82 * side, y + 0.72 * side)
    _pens(canvas, color, 1.1)
    canvas.drawPath(path)


def _padlock(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.setFillColorRGB(*BLACK)
    canvas.rect(x, y, side, 0.6 * side, stroke=0, fill=1)
    _pens(canvas, BLACK, 1.1)
    canvas.arc(x + 0.2 * side, y + 0.2 * side, x + 0.8 * side, y + 1.05 * side, 0, 180)


def _triangle(canvas: Canvas, x: float, y: float, side: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x + side, y)
    path.lineTo(x + side / 2, y + side)
    path.close()
    canvas.setFillColorRGB(*BLACK)
    canvas.drawPath(path, stroke=0, fill=1)
