"""The signs of an outcome: what it is in a subject by its shape, and its interval as a bar.

Neither is good or bad by itself: a response is met gladly and a flare is not. So the shapes are
neutral, and amber says only that something is not known.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.core.readings import State
from ordi_crf.core.stats import Proportion
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import CENTER, rounded, write
from ordi_crf.ui.theme import Tone

_RADIUS = 6.5


class ResultLegend(QWidget):
    """The signs and their words in one row."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_3, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        for state in State:
            row.addWidget(_Sign(state))
            row.addWidget(Label(state.value.in_(language), theme.LABEL, 400, Tone.MUTED))
            row.addSpacing(theme.SPACE_4)
        row.addStretch(1)


class _Sign(QWidget):
    """The sign of one state."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(20, 18)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_result(QPainter(self), QRectF(self.rect()), self._state, theme.tokens())


def paint_result(painter: QPainter, box: QRectF, state: State, t: theme.Tokens) -> None:
    """Paint a sign in the middle of a box: disc met, ring not met, "?" not known, dash outside."""
    middle = box.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match state:
        case State.MET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(t.accent))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
        case State.NOT_MET:
            painter.setPen(QPen(theme.color(t.idle), 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _RADIUS - 1, _RADIUS - 1)
        case State.UNKNOWN:
            painter.setPen(QPen(theme.color(t.warn), 1.4, Qt.PenStyle.DotLine))
            painter.setBrush(theme.color(t.warn_bg))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)
            write(painter, box, "?", font=theme.font(theme.META, 700), ink=t.warn, align=CENTER)
        case State.OUTSIDE:
            painter.setPen(QPen(theme.color(t.idle), 1.8))
            painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
    painter.restore()


def paint_interval(painter: QPainter, box: QRectF, found: Proportion, t: theme.Tokens) -> None:
    """Paint the line from 0 to 100 % with the interval on it and the percentage as a dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = box.center().y()
    track = QRectF(box.left(), y - 1.5, box.width(), 3)
    rounded(painter, track, 1.5, fill=t.line)
    percent, interval = found.percent, found.interval
    if percent is not None and interval is not None:
        low, high = (box.left() + box.width() * float(limit) / 100 for limit in interval)
        rounded(painter, QRectF(low, y - 1.5, high - low, 3), 1.5, fill=t.idle)
        painter.setPen(QPen(theme.color(t.surface), 1.5))
        painter.setBrush(theme.color(t.accent))
        painter.drawEllipse(QPointF(box.left() + box.width() * float(percent) / 100, y), 4.5, 4.5)
    painter.restore()
