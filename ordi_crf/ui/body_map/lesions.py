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
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap, QTransform

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
_CUT = range(96, 160)
"""Greys between clear and opaque."""


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
        for picture in shown:
            picture.paint(painter, here, image.rect(), round(pixels))
        for picture in shown:
            picture.paint_hatching(painter, here, image.rect(), pixels)
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
        self._at_least = [self._grey({v for v in LEVELS if v >= level}) for level in LEVELS]
        self._exactly = [self._grey({level}) for level in LEVELS]
        self._fills = [_cut_out(color) for color in FILLS[layer]]
        self._edges = [_cut_out(color) for color in EDGES[layer]]
        self._hatched = layer is Layer.DAMAGE

    def is_blank(self) -> bool:
        """Return whether nothing is painted."""
        return not any(self._mask.has(level) for level in LEVELS)

    def paint(self, painter: QPainter, here: QTransform, box: QRect, pixel: int) -> None:
        """Paint levels from low to high, each with an edge one pixel out on every side."""
        for grey, fill, edge in zip(self._at_least, self._fills, self._edges, strict=True):
            sheet = _enlarged(grey, here, box)
            shape = _colored(sheet, edge)
            for dx, dy in ((-pixel, 0), (pixel, 0), (0, -pixel), (0, pixel)):
                painter.drawImage(QPoint(dx, dy), shape)
            painter.drawImage(QPoint(0, 0), _colored(sheet, fill))

    def paint_hatching(
        self, painter: QPainter, here: QTransform, box: QRect, pixels: float
    ) -> None:
        """Paint each level's own hatching over the colours."""
        for level in LEVELS:
            if not self._hatched or not self._mask.has(level):
                continue
            sheet = _enlarged(self._exactly[level - 1], here, box)
            stencil = _colored(sheet, _cut_out(HATCH)).convertToFormat(
                QImage.Format.Format_ARGB32_Premultiplied
            )
            lines = QPainter(stencil)
            lines.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            # Anchored to the canvas: hatching painted piece by piece must meet.
            brush = QBrush(hatching(level))
            brush.setTransform(
                QTransform.fromScale(pixels, pixels)
                * QTransform.fromTranslate(here.dx(), here.dy())
            )
            lines.fillRect(box, brush)
            lines.end()
            painter.drawImage(QPoint(0, 0), stencil)

    def _grey(self, levels: set[int]) -> QImage:
        """Return the mask's bytes as a picture: white where a cell has one of the levels."""
        width, height = self._mask.map.width, self._mask.map.height
        image = QImage(self._bytes, width, height, width, QImage.Format.Format_Indexed8)
        white, black = QColor(255, 255, 255).rgb(), QColor(0, 0, 0).rgb()
        image.setColorTable([white if v >= 4 and v & 3 in levels else black for v in range(256)])
        return image


def _enlarged(grey: QImage, here: QTransform, box: QRect) -> QImage:
    """Return what of a grey picture lies in a box, smoothly scaled."""
    sheet = QImage(box.size(), QImage.Format.Format_Grayscale8)
    sheet.fill(0)
    cells = QRectF(here.inverted()[0].mapRect(QRectF(box)).toAlignedRect().adjusted(-2, -2, 2, 2))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(here)
    painter.drawImage(cells, grey, cells)
    painter.end()
    return sheet


def _colored(sheet: QImage, table: Sequence[int]) -> QImage:
    """Return a grey sheet in colours by its grey; it shares the sheet's bytes."""
    image = QImage(
        sheet.constBits(),
        sheet.width(),
        sheet.height(),
        sheet.bytesPerLine(),
        QImage.Format.Format_Indexed8,
    )
    image.setColorTable(table)
    return image


def _cut_out(color: QColor) -> list[int]:
    """Return the colours of all greys: clear below the cut, opaque above it, soft in between."""
    table = []
    for grey in range(256):
        shade = QColor(color)
        share = min(1.0, max(0.0, (grey - _CUT.start) / len(_CUT)))
        shade.setAlphaF(color.alphaF() * share)
        table.append(shade.rgba())
    return table


@cache
def hatching(level: int) -> QPixmap:
    """Return the tile of a damage level: sparse lines, dense lines, crossed lines."""
    side = (10, 6, 7)[level - 1]
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(HATCH, 1.3))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
        if level == 3:
            painter.drawLine(QPointF(shift, 0), QPointF(shift + side, side))
    painter.end()
    return tile
