"""Check: a box one ticks, in the look of the other controls."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import rounded, text_width, write

_SIDE, _GAP = 18, 10


class Check(QCheckBox):
    """A box, its tick and its words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), theme.font(theme.BODY, 600))
        return QSize(int(words) + _SIDE + _GAP + 4, 24)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        on = self.isChecked()
        rounded(
            painter, box, 4, fill=t.accent if on else t.surface, line=t.accent if on else t.idle
        )
        if on:
            pen = QPen(theme.color(t.on_accent), 2.2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            at = box.center()
            painter.drawPolyline(
                [at + QPointF(-4, 0), at + QPointF(-1, 3.4), at + QPointF(4.4, -3.4)]
            )
        words = QRectF(self.rect()).adjusted(_SIDE + _GAP, 0, 0, 0)
        ink = t.ink if self.isEnabled() else t.muted
        write(painter, words, self.text(), font=theme.font(theme.BODY, 600), ink=ink)
