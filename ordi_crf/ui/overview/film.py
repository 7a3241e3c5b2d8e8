"""The row of small body maps, each joined to its day; thinned out where visits crowd."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ordi_crf.core.overview import Overview, Visited
from ordi_crf.core.periods import FIRST
from ordi_crf.core.records import RecordKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, rounded, text_width, write
from ordi_crf.ui.overview.figures import Lesions, figure_width, paint_figure
from ordi_crf.ui.overview.layout import CAPTION, LEADERS, MAPS, NAMED, RIGHT, SCALE, Layout
from ordi_crf.ui.overview.scale import TimeScale
from ordi_crf.ui.overview.spacing import Free, spread, thinned
from ordi_crf.ui.overview.words import Words
from ordi_crf.ui.theme import Tokens

_APART = 12.0
_DAY = 6.0
"""Height of the tick of a visit."""


_TURNS = (FIRST, "EOT")
"""Visits whose maps are kept before others: where treatment begins and ends."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A body map in the row: its visit, its box, and where its day is."""

    visit: Visited
    box: QRectF
    day: float


class Film:
    """The body maps of one sheet."""

    def __init__(self, overview: Overview, times: TimeScale, at: Layout) -> None:
        self._visits, self._times, self._at = overview.visits, times, at
        pictured = [visit for visit in overview.visits if visit.body_map is not None]
        wide = figure_width(MAPS)
        left, right = at.left - SCALE + 4 + wide / 2, at.right + RIGHT - wide / 2 - 2
        most = int((right - left) // (wide + _APART)) + 1
        days = [times.x(visit.on) for visit in pictured]
        turns = {n for n, visit in enumerate(pictured) if visit.visit in _TURNS}
        kept = thinned(days, most, turns)
        places = spread([days[n] for n in kept], wide + _APART, left, right)
        self._frames = [
            _Frame(pictured[n], QRectF(x - wide / 2, at.maps, wide, MAPS), days[n])
            for n, x in zip(kept, places, strict=True)
        ]

    def at(self, place: QPointF) -> Visited | None:
        """Return the visit whose map is under a pointer."""
        reach = (0, 0, 0, CAPTION)
        found = (f.visit for f in self._frames if f.box.adjusted(*reach).contains(place))
        return next(found, None)

    def paint(
        self, painter: QPainter, t: Tokens, lesions: Mapping[RecordKey, Lesions], words: Words
    ) -> None:
        """Paint the maps with their names, the lines to their days, and every visit's tick."""
        face = theme.font(theme.META, 600)
        for frame in self._frames:
            key = frame.visit.body_map
            assert key is not None
            paint_figure(painter, frame.box, lesions.get(key, Lesions({})))
            caption = QRectF(frame.box.left() - 5, frame.box.bottom(), frame.box.width() + 10, 14)
            says = words.short(frame.visit)
            write(painter, caption, says, font=face, ink=t.muted, align=CENTER)
            a, b = self._leader(frame)
            painter.setPen(QPen(theme.color(t.idle), 0.9))
            painter.drawLine(a, b)
        self._paint_days(painter, t)
        self._name_days(painter, t, words)

    def paint_lesions(self, painter: QPainter, key: RecordKey, lesions: Lesions) -> None:
        """Paint the map of a record over itself, where it has a place in the row."""
        for frame in self._frames:
            if frame.visit.body_map == key:
                paint_figure(painter, frame.box, lesions)

    def paint_at(self, painter: QPainter, t: Tokens, visit: Visited) -> None:
        """Mark the visit at hand: its map and its line to the axis, or its tick alone."""
        for frame in self._frames:
            if frame.visit == visit:
                edge = frame.box.adjusted(-4, -1, 4, CAPTION)
                rounded(painter, edge, theme.RADIUS_CONTROL, line=t.accent, width=1.4)
                painter.setPen(QPen(theme.color(t.accent), 1.4))
                painter.drawLine(*self._leader(frame))
        x = self._times.x(visit.on)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(t.accent))
        painter.drawEllipse(QPointF(x, self._at.days), 3.2, 3.2)

    def _leader(self, frame: _Frame) -> tuple[QPointF, QPointF]:
        top = frame.box.bottom() + CAPTION
        foot = top + LEADERS - _DAY
        return QPointF(frame.box.center().x(), top), QPointF(frame.day, foot)

    def _paint_days(self, painter: QPainter, t: Tokens) -> None:
        painter.setPen(QPen(theme.color(t.muted), 1.2))
        for visit in self._visits:
            x, foot = self._times.x(visit.on), self._at.days
            painter.drawLine(QPointF(x, foot - _DAY), QPointF(x, foot))

    def _name_days(self, painter: QPainter, t: Tokens, words: Words) -> None:
        """Name as many of the visits as have room whose names no map carries."""
        at = self._at
        free = Free(QRectF(at.left - SCALE, at.days, at.right + RIGHT - at.left + SCALE, NAMED))
        named, face = [frame.visit for frame in self._frames], theme.font(theme.META)
        for visit in self._visits:
            says, x = words.short(visit), self._times.x(visit.on)
            wide = text_width(says, face) + 4
            box = QRectF(x - wide / 2, at.days, wide, NAMED)
            if visit not in named and free.holds(box):
                write(painter, box, says, font=face, ink=t.muted, align=CENTER)
                free.take(box)
