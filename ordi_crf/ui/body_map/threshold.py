"""The bar that shows % body surface against the protocol's 18 % and the band round it."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ordi_crf.core.surface import BAND, THRESHOLD
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, rounded, write

_SPAN = 2 * THRESHOLD


class ThresholdBar(QWidget):
    """A bar from 0 to 36 %, the threshold in its middle; more fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Fraction(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figure(self, figure: Fraction) -> None:
        """Show a % of the body surface."""
        if figure != self._figure:
            self._figure = figure
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 4, self.width(), 10)
        rounded(painter, bar, 5, fill=t.line)
        low, high = (self._x(value) for value in BAND)
        band = QRectF(low, bar.top(), high - low, bar.height())
        painter.fillRect(band, QBrush(theme.color(t.warn, 150), Qt.BrushStyle.BDiagPattern))
        if self._figure:
            filled = QRectF(bar)
            filled.setWidth(max(10.0, min(self._x(self._figure), float(self.width()))))
            rounded(painter, filled, 5, fill=t.accent)
        painter.fillRect(QRectF(self._x(THRESHOLD) - 1, 0, 2, 18), theme.color(t.ink))
        for value, align in ((Fraction(0), LEFT), (THRESHOLD, CENTER), (_SPAN, RIGHT)):
            box = QRectF(self._x(value) - 20, 19, 40, 13)
            box.moveLeft(max(0.0, min(self.width() - box.width(), box.left())))
            weight = 600 if value == THRESHOLD else 400
            ink = t.ink if value == THRESHOLD else t.muted
            font = theme.font(theme.META, weight)
            write(painter, box, f"{value} %", font=font, ink=ink, align=align)
        painter.end()

    def _x(self, figure: Fraction) -> float:
        return float(figure / _SPAN * self.width())
