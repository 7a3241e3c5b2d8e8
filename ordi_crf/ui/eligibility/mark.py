"""The sign of a verdict: a tick, a cross or a question mark; what it means stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.core.criteria import Truth
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import CENTER, rounded, write
from ordi_crf.ui.theme import Tone

_UNIT = 20.0
"""The signs are drawn in a square of this side."""


def tone_of(favourable: Truth) -> Tone:
    """Return the tone of what lets a subject take part, keeps them out, or is not known."""
    if favourable is None:
        return Tone.WARN
    return Tone.OK if favourable else Tone.BAD


class Sign(QWidget):
    """A tick in a square, a cross in a square, or a question mark in a circle."""

    def __init__(self, side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._favourable: Truth = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_favourable(self, favourable: Truth) -> None:
        """Show whether a subject may take part by this."""
        self._favourable = favourable
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, tone = theme.tokens(), tone_of(self._favourable)
        ink, ground = theme.ink(t, tone), theme.tint(t, tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _UNIT, self.height() / _UNIT)
        box = QRectF(1, 1, _UNIT - 2, _UNIT - 2)
        round_ = self._favourable is None
        rounded(painter, box, 9 if round_ else 4, fill=ground, line=ink, width=1.6)
        pen = QPen(theme.color(ink), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if round_:
            write(painter, box, "?", font=theme.font(13, 700), ink=ink, align=CENTER)
        elif self._favourable:
            painter.drawPolyline([QPointF(6, 10.4), QPointF(9, 13.4), QPointF(14.2, 7)])
        else:
            painter.drawLine(QPointF(6.6, 6.6), QPointF(13.4, 13.4))
            painter.drawLine(QPointF(13.4, 6.6), QPointF(6.6, 13.4))


class VerdictMark(QWidget):
    """A sign and its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign()
        self._word = Label("", theme.LABEL, 600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._word)
        row.addStretch(1)

    def show_verdict(self, favourable: Truth, word: str) -> None:
        """Show a verdict by sign, word and tone."""
        self._sign.set_favourable(favourable)
        self._word.setText(word)
        self._word.set_tone(tone_of(favourable))
        self.setAccessibleName(word)
