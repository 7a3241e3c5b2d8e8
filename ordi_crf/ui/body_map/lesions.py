"""The painting on the figure: the masks' own bytes as pictures, with edges and hatching.

Levels differ in lightness (active) and in hatching too (damage), so that they are told apart
without colour. A level is drawn as a grey picture, enlarged smoothly and cut where it is half grey:
edges of cells become the curve that was drawn. The result is multiplied onto the figure, so that
shade and landmarks show through.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap, QTransform, qRgb

from ordi_crf.core.bodymap import LEVELS
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Mask
from ordi_crf.core.strokes import Layer
from ordi_crf.ui import theme

FILLS = {
    Layer.ACTIVE: (QColor("#F8BDB4"), QColor(theme.ERYTHEMA[2]), QColor(theme.ERYTHEMA[3])),
    Layer.DAMAGE: tuple(QColor(value) for value in theme.DAMAGE[1:]),
}
"""Levels 1 to 3. Erythema 1 is a little stronger than its token: it lies on skin, not on paper."""
EDGES = {
    Layer.ACTIVE: (QColor("#D98C82"), QColor("#B4473F"), QColor("#6E1A24")),
    Layer.DAMAGE: (QColor("#A9824F"), QColor("#8A6236"), QColor("#5F4020")),
}
HATCH = QColor(96, 64, 32, 190)

_FINE = 0.6
"""Below this many pixels a cell the picture is composed twice as large and averaged down."""
_APART = 1.2
"""From this many pixels a cell levels are enlarged one by one, or their borders would blend."""
_CUTS = (range(30, 55), range(115, 140), range(200, 225))
"""Greys between one level and the next where levels 0 to 3 are four greys."""
_HALF = range(96, 160)
"""Greys between outside and inside where a level is white."""


class Lesions:
    """Both masks of a drawing as pictures that share their bytes."""

    def __init__(self, drawing: Drawing) -> None:
        self._pictures = [
            _Picture(drawing.masks[layer], layer) for layer in (Layer.DAMAGE, Layer.ACTIVE)
        ]

    def compose(self, box: QRect, to_widget: QTransform, ratio: float) -> QImage:
        """Return the painting in a box of a view, ready to be multiplied onto the figure."""
        fine = 2 if to_widget.m11() * ratio < _FINE else 1
        pixels = ratio * fine
        image = QImage(box.size() * pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        here = (
            to_widget
            * QTransform.fromTranslate(-box.x(), -box.y())
            * QTransform.fromScale(pixels, pixels)
        )
        shown = [picture for picture in self._pictures if not picture.is_blank()]
        painter = QPainter(image)
        sheets = [picture.sheet(here, image.rect()) for picture in shown]
        for picture, sheet in zip(shown, sheets, strict=True):
            picture.paint(painter, sheet, here, round(pixels))
        for picture, sheet in zip(shown, sheets, strict=True):
            picture.paint_hatching(painter, sheet, here, pixels)
        painter.end()
        if fine == 2:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(image.size() / 2, mode=smooth)
        image.setDevicePixelRatio(ratio)
        return image


class _Picture:
    """One mask as grey pictures that share its bytes."""

    def __init__(self, mask: Mask, layer: Layer) -> None:
        self._mask = mask
        # The view keeps the bytes from being moved while Qt reads them.
        self._bytes = memoryview(mask.cells)
        self._levels = self._grey([0, 85, 170, 255])
        self._at_least = [self._grey([255 * (v >= level) for v in range(4)]) for level in LEVELS]
        self._fills, self._edges = FILLS[layer], EDGES[layer]
        self._hatched = layer is Layer.DAMAGE

    def is_blank(self) -> bool:
        """Return whether nothing is painted."""
        return not any(self._mask.has(level) for level in LEVELS)

    def sheet(self, here: QTransform, box: QRect) -> QImage:
        """Return what lies in a box, each level a grey."""
        return _enlarged(self._levels, here, box)

    def paint(self, painter: QPainter, sheet: QImage, here: QTransform, pixel: int) -> None:
        """Paint levels from low to high, each with an edge one pixel out on every side."""
        highest = max(level for level in LEVELS if self._mask.has(level))
        apart = here.m11() >= _APART
        for level, fill, edge in zip(LEVELS[:highest], self._fills, self._edges, strict=False):
            cut = _HALF if apart else _CUTS[level - 1]
            if apart:
                sheet = _enlarged(self._at_least[level - 1], here, sheet.rect())
            shape = _cut_out(sheet, cut, edge)
            for dx, dy in ((-pixel, 0), (pixel, 0), (0, -pixel), (0, pixel)):
                painter.drawImage(QPoint(dx, dy), shape)
            painter.drawImage(QPoint(0, 0), _cut_out(sheet, cut, fill))

    def paint_hatching(
        self, painter: QPainter, sheet: QImage, here: QTransform, pixels: float
    ) -> None:
        """Paint each level's own hatching over the colours."""
        if not self._hatched:
            return
        for level in LEVELS:
            if not self._mask.has(level):
                continue
            stencil = _cut_out(sheet, _CUTS[level - 1], HATCH, _CUTS[level] if level < 3 else None)
            lines = QPainter(stencil)
            lines.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            # Anchored to the canvas: hatching painted piece by piece must meet.
            lines.setBrushOrigin(round(here.dx()), round(here.dy()))
            lines.fillRect(sheet.rect(), QBrush(hatching(level, pixels)))
            lines.end()
            painter.drawImage(QPoint(0, 0), stencil)

    def _grey(self, greys: Sequence[int]) -> QImage:
        """Return the mask's bytes as a picture with a grey for each level."""
        width, height = self._mask.map.width, self._mask.map.height
        image = QImage(self._bytes, width, height, width, QImage.Format.Format_Indexed8)
        shades = [qRgb(grey, grey, grey) for grey in greys]
        image.setColorTable([shades[v & 3] if v >= 4 else shades[0] for v in range(256)])
        return image


def _enlarged(grey: QImage, here: QTransform, box: QRect) -> QImage:
    """Return what of a grey picture lies in a box, smoothly scaled."""
    sheet = QImage(box.size(), QImage.Format.Format_Grayscale8)
    sheet.fill(0)
    cells = QRectF(here.inverted()[0].mapRect(QRectF(box)).toAlignedRect().adjusted(-2, -2, 2, 2))
    cells = cells.intersected(QRectF(grey.rect()))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(here)
    painter.drawImage(cells, grey, cells)
    painter.end()
    return sheet


def _cut_out(sheet: QImage, cut: range, color: QColor, end: range | None = None) -> QImage:
    """Return a grey sheet as one colour: clear below the cut, and from the end on if there is one.

    Greys within a cut are half clear, which makes a soft edge.
    """
    image = QImage(
        sheet.constBits(),
        sheet.width(),
        sheet.height(),
        sheet.bytesPerLine(),
        QImage.Format.Format_Indexed8,
    )
    image.setColorTable(list(_table(cut, color.rgba(), end)))
    # Converted once it is copied five times at the speed of memory.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


@cache
def _table(cut: range, rgba: int, end: range | None) -> tuple[int, ...]:
    color = QColor.fromRgba(rgba)
    opacity = color.alpha()
    table = []
    for grey in range(256):
        share = _passed(grey, cut) - (_passed(grey, end) if end else 0.0)
        color.setAlpha(round(opacity * share))
        table.append(color.rgba())
    return tuple(table)


def _passed(grey: int, cut: range) -> float:
    """Return how much of a cut lies below a grey, 0 to 1."""
    return min(1.0, max(0.0, (grey - cut.start) / len(cut)))


@cache
def hatching(level: int, pixels: float = 1.0) -> QPixmap:
    """Return the tile of a damage level: sparse lines, dense lines, crossed lines.

    `pixels` is the number of the picture's pixels to one on the screen.
    """
    side = round((10, 6, 7)[level - 1] * pixels)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(HATCH, 1.3 * pixels))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
        if level == 3:
            painter.drawLine(QPointF(shift, 0), QPointF(shift + side, side))
    painter.end()
    return tile
