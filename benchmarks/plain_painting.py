"""The least of a painting program: capsules on a grey picture, shown under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ordi_crf import atlas
from ordi_crf.core.raster import SUB
from ordi_crf.core.strokes import Point, Stroke


class Capsules:
    """A grey picture of the canvas's size, painted on by QPainter."""

    def __init__(self) -> None:
        body_map = atlas.body_map()
        self.picture = QImage(body_map.width, body_map.height, QImage.Format.Format_Grayscale8)
        self.picture.fill(0)
        self._pen = QPen()
        self._last = QPointF()

    def begin(self, stroke: Stroke) -> None:
        """Put the brush of a stroke down where it starts."""
        grey = QColor.fromHsv(0, 0, 80 * stroke.level)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._pen = QPen(grey, 2 * stroke.radius / SUB, Qt.PenStyle.SolidLine, cap, join)
        self._last = cell(stroke.points[0])

    def extend(self, here: QPointF) -> QRectF:
        """Paint on to a cell and return the cells that touches."""
        last, self._last = self._last, here
        painter = QPainter(self.picture)
        painter.setPen(self._pen)
        painter.drawLine(last, here)
        painter.end()
        reach = self._pen.widthF() / 2 + 1
        return QRectF(last, here).normalized().adjusted(-reach, -reach, reach, reach)


class Canvas(QWidget):
    """Shows the picture and paints on it where the pointer goes."""

    def __init__(self, capsules: Capsules) -> None:
        super().__init__()
        self._capsules = capsules
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def scale(self) -> float:
        """Pixels a cell."""
        picture = self._capsules.picture
        return min(self.width() / picture.width(), self.height() / picture.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        touched = self._capsules.extend(event.position() / self.scale)
        corner, size = touched.topLeft() * self.scale, touched.size() * self.scale
        self.update(QRectF(corner, size).toAlignedRect().adjusted(-1, -1, 1, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        exposed = QRectF(event.rect())
        cells = QRectF(exposed.topLeft() / self.scale, exposed.size() / self.scale)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(exposed, self._capsules.picture, cells)
        painter.end()


class Sheet(QWidget):
    """The canvas and one label."""

    def __init__(self) -> None:
        super().__init__()
        self.capsules = Capsules()
        self.canvas = Canvas(self.capsules)
        self._figure = QLabel()
        column = QVBoxLayout(self)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._figure)

    def show_figure(self, words: str) -> None:
        """Show a figure."""
        self._figure.setText(words)


def cell(point: Point) -> QPointF:
    """Return a point in cells."""
    return QPointF(point[0] / SUB, point[1] / SUB)
