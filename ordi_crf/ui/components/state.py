"""The state of a form or a visit, by shape, icon and word; never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tokens, Tone

translate = QCoreApplication.translate
_UNIT = 24.0
"""The states are drawn in a square of this side and scaled into the box they are given."""


class State(StrEnum):
    """Where a form or a visit stands."""

    SIGNED = "signed"
    VERIFIED = "verified"
    COMPLETE = "complete"
    DRAFT = "draft"
    DUE = "due"
    OVERDUE = "overdue"
    PLANNED = "planned"
    MISSED = "missed"
    UNRECORDED = "unrecorded"
    SUPERSEDED = "superseded"
    LOCKED = "locked"
    QUERY = "query"
    BROKEN = "broken"


def state_word(state: State) -> str:
    """Return the word of a state in the language of the window."""
    return {
        State.SIGNED: translate("State", "signed"),
        State.VERIFIED: translate("State", "source-verified"),
        State.COMPLETE: translate("State", "complete"),
        State.DRAFT: translate("State", "draft"),
        State.DUE: translate("State", "due now"),
        State.OVERDUE: translate("State", "overdue"),
        State.PLANNED: translate("State", "planned"),
        State.MISSED: translate("State", "missed"),
        State.UNRECORDED: translate("State", "not recorded"),
        State.SUPERSEDED: translate("State", "no longer due"),
        State.LOCKED: translate("State", "locked"),
        State.QUERY: translate("State", "query open"),
        State.BROKEN: translate("State", "broken signature"),
    }[state]


def paint_state(painter: QPainter, rect: QRect | QRectF, state: State, t: Tokens) -> None:
    """Paint the sign of a state in the middle of a rectangle."""
    box = QRectF(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    scale = min(box.width(), box.height()) / _UNIT
    painter.scale(scale, scale)
    _SIGNS[state](painter, t)
    painter.restore()


class StatusIcon(QWidget):
    """The sign of one state, with its word as accessible name and tooltip."""

    def __init__(self, state: State, side: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setToolTip(state_word(state))
        self.setAccessibleName(state_word(state))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_state(QPainter(self), self.rect(), self._state, theme.tokens())


class Legend(QWidget):
    """The signs and their words in one row, under every matrix."""

    def __init__(
        self, states: Sequence[State] = tuple(State), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        for state in states:
            row.addWidget(StatusIcon(state, 18))
            row.addWidget(Label(state_word(state), theme.LABEL, 400, Tone.MUTED))
            row.addSpacing(theme.SPACE_4)
        row.addStretch(1)


def _square(painter: QPainter, half: float) -> None:
    painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), half / 2, half / 2)


def _filled(painter: QPainter, ground: str, half: float = 10) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    _square(painter, half)


def _outline(painter: QPainter, line: str, ground: str, width: float = 2) -> None:
    painter.setPen(QPen(theme.color(line), width))
    painter.setBrush(theme.color(ground))


def _stroke(painter: QPainter, line: str, width: float, *points: tuple[float, float]) -> None:
    pen = QPen(theme.color(line), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _signed(painter: QPainter, t: Tokens) -> None:
    _filled(painter, t.ok)
    _stroke(painter, t.surface, 2.4, (-5, 0), (-1, 4), (5, -4))


def _verified(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.ok, t.ok_bg)
    _square(painter, 9)
    _stroke(painter, t.ok, 2.2, (-6, 0), (-3, 3), (1.5, -3.5))
    _stroke(painter, t.ok, 2.2, (-0.5, 2), (0.6, 3), (5.5, -3.5))


def _complete(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.ok, t.ok_bg)
    _square(painter, 9)


def _draft(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.warn, t.warn_bg)
    path = QPainterPath(QPointF(0, -9.5))
    path.lineTo(9.5, 8)
    path.lineTo(-9.5, 8)
    path.closeSubpath()
    pen = painter.pen()
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)


def _due(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.accent, t.soft)
    painter.drawEllipse(QPointF(0, 0), 9, 9)
    painter.setBrush(theme.color(t.accent))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0, 0), 3.6, 3.6)


def _overdue(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.bad, t.bad_bg)
    painter.drawEllipse(QPointF(0, 0), 9, 9)
    _stroke(painter, t.bad, 2.4, (0, -4.6), (0, 0.8))
    painter.setBrush(theme.color(t.bad))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0, 4.6), 1.5, 1.5)


def _planned(painter: QPainter, t: Tokens) -> None:
    painter.setPen(QPen(theme.color(t.idle), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 4, 4)


def _missed(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.idle, t.idle_bg, 1.6)
    _square(painter, 8.5)
    _stroke(painter, t.muted, 2, (-4, 0), (4, 0))


def _unrecorded(painter: QPainter, t: Tokens) -> None:
    pen = QPen(theme.color(t.idle), 1.5)
    pen.setDashPattern([1.6, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _square(painter, 7)


def _superseded(painter: QPainter, t: Tokens) -> None:
    _stroke(painter, t.line, 2, (-4, 0), (4, 0))


def _locked(painter: QPainter, t: Tokens) -> None:
    _filled(painter, t.muted)
    _stroke(painter, t.surface, 1.8, (-2.8, -0.5), (-2.8, -2.6))
    _stroke(painter, t.surface, 1.8, (2.8, -0.5), (2.8, -2.6))
    painter.drawArc(QRectF(-2.8, -5.4, 5.6, 5.6), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(t.surface))
    painter.drawRoundedRect(QRectF(-5, -1, 10, 7), 1.5, 1.5)


def _query(painter: QPainter, t: Tokens) -> None:
    _outline(painter, t.accent, t.soft)
    bubble = QPainterPath()
    bubble.addRoundedRect(QRectF(-9.5, -9, 19, 14), 4.5, 4.5)
    tail = QPainterPath(QPointF(-4.5, 3))
    tail.lineTo(-4.5, 9.5)
    tail.lineTo(3, 3)
    tail.closeSubpath()
    painter.drawPath(bubble.united(tail))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(t.accent))
    for x in (-4.2, 0.0, 4.2):
        painter.drawEllipse(QPointF(x, -2), 1.4, 1.4)


def _broken(painter: QPainter, t: Tokens) -> None:
    _filled(painter, t.bad)
    _stroke(painter, t.surface, 2.6, (-5, 5), (5, -5))


_SIGNS = {
    State.SIGNED: _signed,
    State.VERIFIED: _verified,
    State.COMPLETE: _complete,
    State.DRAFT: _draft,
    State.DUE: _due,
    State.OVERDUE: _overdue,
    State.PLANNED: _planned,
    State.MISSED: _missed,
    State.UNRECORDED: _unrecorded,
    State.SUPERSEDED: _superseded,
    State.LOCKED: _locked,
    State.QUERY: _query,
    State.BROKEN: _broken,
}
