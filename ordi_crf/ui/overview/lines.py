"""A track of one or two lines: scale, threshold, marks, and figures where there is room for them.

Lines differ in their marks as well as in colour. An open mark is the limit of the measuring range,
with a tail to the side on which the value lies; a cross at the top is a form without a total.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ordi_crf.core.overview import Line, Point
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, hairline, text_width, write
from ordi_crf.ui.overview.scale import TimeScale, value_scale
from ordi_crf.ui.overview.spacing import Free
from ordi_crf.ui.theme import Tokens

_MARK, _HEAD = 3.2, 15.0
"""Half of a mark; room above the highest value for its figure."""
_TALL = 13.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line and how it is drawn."""

    line: Line
    ink: str
    says: Callable[[Point], str]
    square: bool = False
    below: bool = False
    """Whether its figures stand under its marks."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A level to be read against, and its name."""

    value: Fraction
    says: str


class LineTrack:
    """One track at its place on the sheet."""

    def __init__(
        self,
        box: QRectF,
        times: TimeScale,
        lines: Sequence[Drawn],
        *,
        least: float,
        threshold: Threshold | None = None,
        spread: bool = False,
    ) -> None:
        self._box, self._times, self._lines = box, times, lines
        self._threshold = threshold
        known = [p.value for d in lines for p in d.line.known if p.value is not None]
        limits = [p.cut_off for d in lines for p in d.line.points if p.cut_off is not None]
        self._values = value_scale(
            [*known, *limits], box.bottom(), box.top() + _HEAD, least=least, spread=spread
        )

    def place(self, point: Point) -> QPointF | None:
        """Return where a point is, None without a value."""
        if point.value is None:
            return None
        return QPointF(self._times.x(point.on), self._values.y(point.value))

    def paint(
        self, painter: QPainter, t: Tokens, apart: str, cut_off: str, flags: Sequence[float] = ()
    ) -> None:
        """Paint the track; `apart` and `cut_off` are the words for a break and for the limit.

        No figure is written over the upright lines at `flags`.
        """
        free = Free(self._box.adjusted(0, -4, 0, 4))
        for x in flags:
            free.take_line(QPointF(x, self._box.top()), QPointF(x, self._box.bottom()))
        self._paint_scale(painter, t)
        if self._threshold is not None:
            y = self._values.y(self._threshold.value)
            self._paint_level(painter, t, self._box.left(), self._box.right(), y)
            self._name_level(painter, t, y, self._threshold.says)
            free.take_line(QPointF(self._box.left(), y), QPointF(self._box.right(), y))
        for drawn in self._lines:
            self._paint_cut_offs(painter, t, drawn.line, free, cut_off)
        for drawn in self._lines:
            self._paint_runs(painter, drawn, free)
            self._paint_gaps(painter, t, drawn, free)
        for drawn in self._lines:
            for point in drawn.line.known:
                self._paint_point(painter, t, drawn, point, free)
        for drawn in self._lines:
            self._paint_breaks(painter, t, drawn.line, free, apart)
        for drawn in self._lines:
            self._write_figures(painter, t, drawn, free)

    def paint_at(self, painter: QPainter, t: Tokens, points: Sequence[Point]) -> None:
        """Ring the points of the visit at hand."""
        for point in points:
            place = self.place(point)
            if place is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color(t.ink), 1.4))
                painter.drawEllipse(place, 6.2, 6.2)

    def _paint_scale(self, painter: QPainter, t: Tokens) -> None:
        left, right, foot = self._box.left(), self._box.right(), round(self._box.bottom())
        hairline(painter, left, foot, right, foot, t.idle)
        for value in self._values.ticks:
            y = self._values.y(value)
            if round(y) != foot:
                hairline(painter, left, round(y), right, round(y), t.line)
            box = QRectF(left - 36, y - 7, 30, 14)
            said = f"{value:g}"
            write(painter, box, said, font=theme.font(theme.META), ink=t.muted, align=RIGHT)

    def _paint_level(self, painter: QPainter, t: Tokens, a: float, b: float, y: float) -> None:
        pen = QPen(theme.color(t.warn), 1.2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(a, y), QPointF(b, y))

    def _name_level(self, painter: QPainter, t: Tokens, y: float, says: str) -> None:
        box = QRectF(self._box.right() + 5, y - 7, 50, 14)
        write(painter, box, says, font=theme.font(theme.META, 600), ink=t.warn, align=LEFT)

    def _paint_cut_offs(
        self, painter: QPainter, t: Tokens, line: Line, free: Free, says: str
    ) -> None:
        """Paint each laboratory's own limit over the days for which it held."""
        limited = [p for p in line.known if p.cut_off is not None]
        first = 0
        for n, (point, following) in enumerate(pairwise([*limited, None])):
            if point is None or (following is not None and following.cut_off == point.cut_off):
                continue
            left = self._box.left() if not first else self._times.x(limited[first].on)
            right = self._box.right() if following is None else self._times.x(following.on)
            y = self._values.y(point.cut_off or 0)
            self._paint_level(painter, t, left, right, y)
            free.take_line(QPointF(left, y), QPointF(right, y))
            first = n + 1
            if following is None:
                self._name_level(painter, t, y, says)

    def _paint_runs(self, painter: QPainter, drawn: Drawn, free: Free) -> None:
        for run in drawn.line.runs:
            places = [place for point in run if (place := self.place(point)) is not None]
            for (a, before), (b, point) in pairwise(zip(places, run, strict=True)):
                pen = QPen(theme.color(drawn.ink), 1.8)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                if before.sign or point.sign:
                    pen.setDashPattern([2, 2.4])
                    pen.setWidthF(1.3)
                painter.setPen(pen)
                painter.drawLine(a, b)
                free.take_line(a, b)

    def _paint_gaps(self, painter: QPainter, t: Tokens, drawn: Drawn, free: Free) -> None:
        painter.setPen(QPen(theme.color(t.muted), 1.3))
        for point in drawn.line.points:
            if point.value is None:
                x, y = self._times.x(point.on), self._box.top() + 5
                painter.drawLines(
                    [QLineF(x - 3, y - 3, x + 3, y + 3), QLineF(x - 3, y + 3, x + 3, y - 3)]
                )
                free.take(QRectF(x - 4, y - 4, 8, 8))

    def _paint_point(
        self, painter: QPainter, t: Tokens, drawn: Drawn, point: Point, free: Free
    ) -> None:
        place = self.place(point)
        if place is None:
            return
        painter.setPen(QPen(theme.color(drawn.ink), 1.5))
        painter.setBrush(theme.color(t.surface if point.sign else drawn.ink))
        side = 2 * _MARK
        box = QRectF(place.x() - _MARK, place.y() - _MARK, side, side)
        if point.sign:
            tail = _MARK + 4 if point.sign == "<" else -_MARK - 4
            tip = QPointF(place.x(), place.y() + tail)
            painter.drawLine(place, tip)
            free.take_line(place, tip)
        if drawn.square:
            painter.drawRect(box.adjusted(0.4, 0.4, -0.4, -0.4))
        else:
            painter.drawEllipse(box)
        free.take(box.adjusted(-1, -1, 1, 1))

    def _paint_breaks(
        self, painter: QPainter, t: Tokens, line: Line, free: Free, says: str
    ) -> None:
        """Paint where two values stand side by side and cannot be compared."""
        for run, following in pairwise(line.runs):
            a, b = run[-1], following[0]
            if line.points.index(b) - line.points.index(a) > 1:
                continue
            x = (self._times.x(a.on) + self._times.x(b.on)) / 2
            painter.setPen(QPen(theme.color(t.muted), 1.2))
            foot = self._box.bottom()
            painter.drawLines(
                [QLineF(x - 4, foot + 4, x, foot - 4), QLineF(x, foot + 4, x + 4, foot - 4)]
            )
            face = theme.font(theme.META)
            wide = text_width(says, face) + 2
            box = QRectF(x - wide / 2, foot - 4 - _TALL, wide, _TALL)
            if free.holds(box):
                write(painter, box, says, font=face, ink=t.muted, align=CENTER)
                free.take(box)

    def _write_figures(self, painter: QPainter, t: Tokens, drawn: Drawn, free: Free) -> None:
        """Write the figures of as many points as have room."""
        face = theme.font(theme.META, 600)
        for point in _telling(drawn.line.known):
            place = self.place(point)
            says = drawn.says(point)
            wide = text_width(says, face) + 2
            for box in _beside(place, wide, below=drawn.below) if place is not None else ():
                if free.holds(box):
                    write(painter, box, says, font=face, ink=drawn.ink, align=CENTER)
                    free.take(box)
                    break


def _beside(place: QPointF, wide: float, *, below: bool) -> list[QRectF]:
    """Return the boxes a figure may have about its mark, the best first."""
    x, over, under = place.x(), place.y() - _MARK - 1 - _TALL, place.y() + _MARK + 1
    rows = (under, over) if below else (over, under)
    return [
        QRectF(left, y, wide, _TALL) for left in (x - wide / 2, x + 3, x - 3 - wide) for y in rows
    ]


def _telling(known: Sequence[Point]) -> list[Point]:
    """Return the points whose figures tell something, the most telling first.

    A value that stays the same is told where it begins and at the end.
    """
    if not known:
        return []
    highest = max(known, key=lambda point: point.value or 0)
    changed = [b for a, b in pairwise(known) if (a.value, a.sign) != (b.value, b.sign)]
    return list(dict.fromkeys((known[-1], highest, known[0], *changed)))
