"""What lasts: dose as steps in mg a day, adverse events as bars with their grade.

A start or an end of which only month or year is known fades over the days it can mean; an event
that goes on ends in an arrow, one whose end nobody knows fades out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QLinearGradient, QPainter, QPen, QPolygonF

from ordi_crf.core.lasting import Dose, Event
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, hairline, text_width, write
from ordi_crf.ui.overview.layout import LANE
from ordi_crf.ui.overview.scale import TimeScale, ValueScale, value_scale
from ordi_crf.ui.overview.spacing import lanes
from ordi_crf.ui.overview.words import Words
from ordi_crf.ui.theme import Tokens

_BAR, _LEAST, _FADE = 13.0, 15.0, 26.0
"""Height of a bar, the least length that holds a grade, and how far an unknown end fades."""
_SEVERE = "3"


@dataclass(frozen=True, slots=True)
class Bar:
    """An adverse event on the sheet, from the first day it may have had to the last."""

    event: Event
    lane: int
    left: float
    sure: float
    """From here on it is certain that it had begun."""
    ends: float
    """Up to here it is certain that it had not ended."""
    right: float
    words: QRectF
    """Relative to the lane."""
    after: bool
    """Whether its words stand behind it, not before it."""

    def box(self, top: float) -> QRectF:
        """Return the bar under the top of all lanes."""
        y = top + self.lane * LANE + (LANE - _BAR) / 2
        return QRectF(self.left, y, self.right - self.left, _BAR)

    def reach(self, top: float) -> QRectF:
        """Return the bar and its words, to be pointed at."""
        y = top + self.lane * LANE
        return self.box(top).united(self.words.translated(0, y))


def bars(events: Iterable[Event], times: TimeScale, words: Words) -> list[Bar]:
    """Return the bars of events, each in the first lane where nothing is in its way."""
    placed = [_bar(event, times, words) for event in events]
    placed.sort(key=lambda bar: min(bar.left, bar.words.left()))
    extents = [
        (min(bar.left, bar.words.left()), max(bar.right, bar.words.right()) + 10) for bar in placed
    ]
    return [
        Bar(b.event, lane, b.left, b.sure, b.ends, b.right, b.words, b.after)
        for b, lane in zip(placed, lanes(extents), strict=True)
    ]


def said(event: Event, words: Words) -> str:
    """Return what stands beside a bar."""
    return f"{words.serious}  {event.term}" if event.serious else event.term


def _face(event: Event) -> QFont:
    return theme.font(theme.META, 700 if event.serious else 400)


def _bar(event: Event, times: TimeScale, words: Words) -> Bar:
    left, sure = times.x(event.start.earliest), times.x(event.start.latest)
    if event.end is not None:
        ends, right = times.x(event.end.earliest), times.x(event.end.latest) + times.per_day
    elif event.ongoing:
        ends = right = times.right
    else:
        ends, right = sure + _LEAST, sure + _LEAST + _FADE
    left = min(left, times.right - _LEAST)
    right = min(max(right, left + _LEAST), times.right)
    sure, ends = min(max(sure, left), right), min(max(ends, left), right)
    wide = text_width(said(event, words), _face(event)) + 4
    after = right + 5 + wide <= times.right + 44
    x = right + 5 if after else max(times.left, left - 5 - wide)
    box = QRectF(x, 0, wide if after else left - 5 - x, LANE)
    return Bar(event, 0, left, sure, ends, right, box, after)


def paint_bars(painter: QPainter, placed: Sequence[Bar], top: float, t: Tokens, w: Words) -> None:
    """Paint every bar with its grade in it and its term beside it."""
    for bar in placed:
        ground, line, ink = _tone(bar.event, t)
        box = bar.box(top)
        _paint_bar(painter, bar, box, ground, line)
        grade = QRectF(bar.left, box.top(), _LEAST, _BAR)
        face = theme.font(theme.META, 700)
        write(painter, grade, bar.event.grade or "?", font=face, ink=ink, align=CENTER)
        words = bar.words.translated(0, top + bar.lane * LANE)
        align = LEFT if bar.after else RIGHT
        write(painter, words, said(bar.event, w), font=_face(bar.event), ink=t.ink, align=align)


def _tone(event: Event, t: Tokens) -> tuple[str, str, str]:
    """Return ground, line and ink of a grade: red from 3, severe, on."""
    if event.grade >= _SEVERE:
        return t.bad_bg, t.bad, t.bad
    if event.grade == "2":
        return t.warn_bg, t.warn, t.warn
    return t.idle_bg, t.idle, t.ink


def _paint_bar(painter: QPainter, bar: Bar, box: QRectF, ground: str, line: str) -> None:
    painter.setBrush(_fading(bar, ground))
    painter.setPen(QPen(_fading(bar, line), 1.0))
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if not bar.event.ongoing:
        painter.drawRoundedRect(inner, 3, 3)
        return
    tip = min(6.0, inner.width() / 2)
    painter.drawPolygon(
        QPolygonF(
            [
                inner.topLeft(),
                QPointF(inner.right() - tip, inner.top()),
                QPointF(inner.right(), inner.center().y()),
                QPointF(inner.right() - tip, inner.bottom()),
                inner.bottomLeft(),
            ]
        )
    )


def _fading(bar: Bar, value: str) -> QBrush:
    """Return a colour that is clear where it is not sure that the event was there."""
    if bar.sure <= bar.left and bar.ends >= bar.right - 1.5:
        return QBrush(theme.color(value))
    wide = max(1.0, bar.right - bar.left)
    ramp = QLinearGradient(bar.left, 0, bar.right, 0)
    begun, ended = (bar.sure - bar.left) / wide, (bar.ends - bar.left) / wide
    ramp.setColorAt(0, theme.color(value, 30 if begun > 0 else 255))
    ramp.setColorAt(min(begun, 1), theme.color(value))
    if ended < 1:
        ramp.setColorAt(max(begun, ended), theme.color(value))
        ramp.setColorAt(1, theme.color(value, 30))
    return QBrush(ramp)


class DoseTrack:
    """Doses at their place on the sheet."""

    def __init__(self, box: QRectF, times: TimeScale, doses: Sequence[Dose]) -> None:
        self._box, self._times, self._doses = box, times, doses
        rates = [dose.rate for dose in doses if dose.rate is not None]
        self._values: ValueScale = value_scale(rates, box.bottom(), box.top() + 4, least=5)

    def steps(self) -> list[tuple[Dose, QRectF]]:
        """Return the box of each period; one whose dose is not known is as high as the track."""
        found = []
        for dose in self._doses:
            left = self._times.x(dose.first)
            last = self._times.right if dose.last is None else self._times.x(dose.last)
            right = max(min(last + self._times.per_day, self._times.right), left + 1.5)
            top = self._box.top() if dose.rate is None else self._values.y(dose.rate)
            found.append((dose, QRectF(left, top, right - left, self._box.bottom() - top)))
        return found

    def paint(self, painter: QPainter, t: Tokens, words: Words) -> None:
        """Paint the steps, with the dose as prescribed where it fits."""
        for value in self._values.ticks:
            y = self._values.y(value)
            line = t.idle if value == 0 else t.line
            hairline(painter, self._box.left(), round(y), self._box.right(), round(y), line)
            box = QRectF(self._box.left() - 36, y - 7, 30, 14)
            write(painter, box, f"{value:g}", font=theme.font(theme.META), ink=t.muted, align=RIGHT)
        for dose, step in self.steps():
            self._paint_step(painter, t, dose, step)
            says = words.regimen_short(dose)
            self._name(painter, t, says, step)

    def _paint_step(self, painter: QPainter, t: Tokens, dose: Dose, step: QRectF) -> None:
        if dose.rate == Fraction(0):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        known = dose.rate is not None
        style = Qt.BrushStyle.SolidPattern if known else Qt.BrushStyle.BDiagPattern
        painter.setBrush(
            QBrush(theme.color(t.accent, 46) if known else theme.color(t.muted), style)
        )
        painter.drawRect(step)
        painter.setPen(QPen(theme.color(t.accent), 1.8))
        painter.drawLine(step.topLeft(), step.topRight())
        hairline(painter, step.left(), step.top(), step.left(), step.bottom(), t.accent)
        if dose.last is None:
            x, y = step.right(), step.top()
            tip = QPolygonF([QPointF(x - 6, y - 5), QPointF(x + 2, y), QPointF(x - 6, y + 5)])
            painter.setBrush(theme.color(t.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(tip)

    def _name(self, painter: QPainter, t: Tokens, says: str, step: QRectF) -> None:
        """Write the dose in its step, over it where the step is too low, or not at all."""
        face = theme.font(theme.META)
        if text_width(says, face) + 6 > step.width():
            return
        tall = 13.0
        within = step.height() >= tall + 2
        y = step.top() + 2 if within else step.top() - tall - 1
        if y >= self._box.top() - 4:
            box = QRectF(step.left(), y, step.width(), tall)
            write(painter, box, says, font=face, ink=t.ink, align=CENTER)
