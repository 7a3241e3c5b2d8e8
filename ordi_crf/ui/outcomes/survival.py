"""The time to a cutaneous flare after withdrawal: Kaplan and Meier's curve with those at risk."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ordi_crf.core import survival
from ordi_crf.core.survival import Followed
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, hairline, write

_LEFT, _RIGHT, _TOP, _FOOT = 76.0, 18.0, 14.0, 66.0
_WEEK = 7
_EVERY = (1, 2, 4, 8, 13, 26)
"""Weeks between two ticks, the least that leaves room for their figures."""
_APART = 44.0


class SurvivalCurve(QWidget):
    """The part without a flare over weeks since withdrawal; a tick is somebody no longer seen."""

    def __init__(self, followed: Iterable[Followed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = tuple(followed)
        self._steps = survival.kaplan_meier(self._people)
        self._weeks = max(4, -(-max((p.days for p in self._people), default=0) // _WEEK))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Time to cutaneous flare"))
        told = (
            self.tr("week {week}: {percent} % without a flare").format(
                week=step.days // _WEEK, percent=round(100 * step.without)
            )
            for step in self._steps
        )
        self.setAccessibleDescription("; ".join(told))

    def sizeHint(self) -> QSize:
        return QSize(440, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_FOOT)
        self._paint_axes(painter, room, t)
        self._paint_median(painter, room, t)
        self._paint_curve(painter, room, t)

    def _paint_axes(self, painter: QPainter, room: QRectF, t: theme.Tokens) -> None:
        face = theme.font(theme.META)
        for percent in (0, 25, 50, 75, 100):
            y = self._y(room, percent / 100)
            hairline(painter, room.left(), y, room.right(), y + 1, t.line)
            box = QRectF(0, y - 8, room.left() - 8, 16)
            write(painter, box, f"{percent} %", font=face, ink=t.muted, align=RIGHT)
        below = room.bottom() + 6
        for week in range(0, self._weeks + 1, self._every(room)):
            x = self._x(room, week * _WEEK)
            painter.fillRect(QRectF(x, room.bottom(), 1, 4), theme.color(t.idle))
            box = QRectF(x - 20, below, 40, 16)
            write(painter, box, str(week), font=face, ink=t.muted, align=CENTER)
            at_risk = sum(person.days >= week * _WEEK for person in self._people)
            figure = box.translated(0, 36)
            face_strong = theme.font(theme.META, 600)
            write(painter, figure, str(at_risk), font=face_strong, ink=t.ink, align=CENTER)
        title = QRectF(room.left(), below + 17, room.width(), 16)
        words = self.tr("weeks since withdrawal")
        write(painter, title, words, font=face, ink=t.muted, align=CENTER)
        label = QRectF(0, below + 36, room.left() - 14, 16)
        write(painter, label, self.tr("at risk"), font=face, ink=t.muted, align=LEFT)

    def _paint_median(self, painter: QPainter, room: QRectF, t: theme.Tokens) -> None:
        days = survival.median(self._steps)
        if days is None:
            return
        painter.setPen(QPen(theme.color(t.muted), 1, Qt.PenStyle.DashLine))
        corner = QPointF(self._x(room, days), self._y(room, 0.5))
        painter.drawLine(QPointF(room.left(), corner.y()), corner)
        painter.drawLine(corner, QPointF(corner.x(), room.bottom()))

    def _paint_curve(self, painter: QPainter, room: QRectF, t: theme.Tokens) -> None:
        if not self._people:
            return
        level, points = 1.0, [QPointF(room.left(), self._y(room, 1))]
        for step in self._steps:
            x = self._x(room, step.days)
            points.append(QPointF(x, self._y(room, level)))
            level = float(step.without)
            points.append(QPointF(x, self._y(room, level)))
        last = max(person.days for person in self._people)
        points.append(QPointF(self._x(room, last), self._y(room, level)))
        painter.setPen(QPen(theme.color(t.accent), 2.2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(theme.color(t.ink), 1.4))
        for person in self._people:
            if not person.event:
                at = QPointF(self._x(room, person.days), self._y(room, self._without(person.days)))
                painter.drawLine(at - QPointF(0, 5), at + QPointF(0, 5))

    def _without(self, days: int) -> float:
        """Return the part without a flare on a day."""
        passed = [step.without for step in self._steps if step.days <= days]
        return float(passed[-1]) if passed else 1.0

    def _every(self, room: QRectF) -> int:
        week = room.width() / self._weeks
        return next((n for n in _EVERY if n * week >= _APART), _EVERY[-1])

    def _x(self, room: QRectF, days: int) -> float:
        return room.left() + room.width() * days / (self._weeks * _WEEK)

    def _y(self, room: QRectF, part: float) -> float:
        return room.bottom() - room.height() * part
