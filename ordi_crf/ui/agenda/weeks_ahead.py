"""The weeks ahead: a line for each subject, their windows along the days, today across them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ordi_crf import study
from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.standing import day, sentence
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, hairline, rounded, text_width, write
from ordi_crf.ui.places import SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import visit_words

BEHIND, AHEAD = timedelta(weeks=2), timedelta(weeks=10)
_NAMES, _LINE, _HEADINGS, _BAR, _HELD, _RIGHT = 72, 34, 30, 18, 9, 8
_TONES = {
    State.PLANNED: Tone.MUTED,
    State.DUE: Tone.ACCENT,
    State.OVERDUE: Tone.BAD,
    State.IN_WINDOW: Tone.OK,
    State.EARLY: Tone.WARN,
    State.LATE: Tone.WARN,
}
"""Visits that are drawn; others ask for nothing in these weeks."""


@dataclass(frozen=True, slots=True)
class _Bar:
    box: QRectF
    calendar: Calendar
    appointment: Appointment


class WeeksAhead(QWidget):
    """Windows as bars, held visits as small squares; a click opens the visit."""

    picked = Signal(object)
    """A SubjectVisit."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._calendars: tuple[Calendar, ...] = ()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The weeks ahead"))

    def show_calendars(self, calendars: Iterable[Calendar]) -> None:
        """Show those subjects who have a visit in these weeks."""
        self._calendars = tuple(c for c in calendars if any(_shown(c)))
        self.updateGeometry()
        self.update()

    @property
    def empty(self) -> bool:
        """Return whether nobody has a visit in these weeks."""
        return not self._calendars

    def sizeHint(self) -> QSize:
        return QSize(420, _HEADINGS + _LINE * len(self._calendars) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.empty:
            return
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_weeks(painter, t)
        for n, calendar in enumerate(self._calendars):
            top = _HEADINGS + n * _LINE
            name = QRectF(0, top, _NAMES, _LINE)
            write(
                painter, name, calendar.subject.subjid, font=theme.font(theme.LABEL, 600), ink=t.ink
            )
            hairline(painter, 0, top + _LINE - 1, self.width(), top + _LINE, t.line)
        for bar in self._bars():
            self._paint_bar(painter, bar, t)
        self._paint_today(painter, t)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar = self._at(event.position())
        if bar is not None and event.button() is Qt.MouseButton.LeftButton:
            a = bar.appointment
            self.picked.emit(SubjectVisit(bar.calendar.subject, a.visit, a.repeat))

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent):
            return super().event(event)
        bar = self._at(QPointF(event.pos()))
        if bar is None:
            QToolTip.hideText()
        else:
            a = bar.appointment
            words = visit_words(a.visit, a.repeat, self._session.language)
            said = self._session.say(sentence(a, bar.calendar))
            QToolTip.showText(event.globalPos(), f"{words}: {said}", self)
        return True

    def _paint_weeks(self, painter: QPainter, t: theme.Tokens) -> None:
        today, face = self._calendars[0].today, theme.font(theme.META)
        monday = today - BEHIND + timedelta(days=-(today - BEHIND).weekday() % 7)
        step = timedelta(weeks=1 if self._per_day() * 7 >= text_width("00 Mmm", face) + 8 else 2)
        while monday < today + AHEAD:
            x = self._x(monday)
            hairline(painter, x, _HEADINGS - 6, x, self.height(), t.line)
            box = QRectF(x + 3, 4, 60, _HEADINGS - 8)
            words = self._session.say(day(monday, monday))
            if box.left() + text_width(words, face) < self.width():
                write(painter, box, words, font=face, ink=t.muted, align=LEFT)
            monday += step
        hairline(painter, 0, _HEADINGS - 1, self.width(), _HEADINGS, t.line)

    def _paint_today(self, painter: QPainter, t: theme.Tokens) -> None:
        x = self._x(self._calendars[0].today) + self._per_day() / 2
        pen = QPen(theme.color(t.accent), 1.4)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, _HEADINGS), QPointF(x, self.height()))

    def _paint_bar(self, painter: QPainter, bar: _Bar, t: theme.Tokens) -> None:
        tone, a = _TONES[bar.appointment.state], bar.appointment
        ink = theme.ink(t, tone)
        rounded(painter, bar.box, 4, fill=theme.tint(t, tone), line=ink)
        words = study.event(a.visit).short.in_(self._session.language)
        face = theme.font(theme.META)
        if text_width(words, face) + 3 <= bar.box.width():
            write(painter, bar.box, words, font=face, ink=ink, align=CENTER)

    def _bars(self) -> Iterator[_Bar]:
        for n, calendar in enumerate(self._calendars):
            for appointment, first, last in _shown(calendar):
                left = max(self._x(first), float(_NAMES))
                right = min(self._x(last + timedelta(days=1)), float(self.width() - _RIGHT))
                top = _HEADINGS + n * _LINE + (_LINE - _BAR) / 2
                box = QRectF(left, top, right - left - 1, _BAR)
                if appointment.held is not None:
                    middle = box.center()
                    box = QRectF(middle.x() - _HELD / 2, middle.y() - _HELD / 2, _HELD, _HELD)
                yield _Bar(box, calendar, appointment)

    def _at(self, place: QPointF) -> _Bar | None:
        return next((b for b in self._bars() if b.box.adjusted(-2, -4, 2, 4).contains(place)), None)

    def _per_day(self) -> float:
        return (self.width() - _NAMES - _RIGHT) / (BEHIND + AHEAD).days

    def _x(self, on: date) -> float:
        start = self._calendars[0].today - BEHIND
        return _NAMES + (on - start).days * self._per_day()


def _shown(calendar: Calendar) -> Iterator[tuple[Appointment, date, date]]:
    """Yield the visits in these weeks with their days: one that is held, or the window."""
    start, end = calendar.today - BEHIND, calendar.today + AHEAD
    for a in calendar.appointments:
        first, last = (a.held, a.held) if a.held is not None else (a.opens, a.closes)
        if a.state not in _TONES or first is None or last is None:
            continue
        if last >= start and first < end:
            yield a, first, last
