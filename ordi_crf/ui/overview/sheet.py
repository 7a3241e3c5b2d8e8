"""The whole overview at one size: what is painted where, and what lies under a pointer.

The same sheet is painted on screen, on paper and into a picture; the visit at hand, its figures and
its line are painted over it, so that moving from visit to visit draws nothing anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ordi_crf.core.overview import Line, Overview, Visited
from ordi_crf.core.records import RecordKey
from ordi_crf.core.sledai import ACTIVE
from ordi_crf.core.surface import THRESHOLD
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import LEFT, RIGHT, hairline, text_width, write
from ordi_crf.ui.overview import names, spans
from ordi_crf.ui.overview.axis import paint_axis
from ordi_crf.ui.overview.figures import Lesions
from ordi_crf.ui.overview.film import Film
from ordi_crf.ui.overview.layout import FLAGS, NAMES, Layout, Track, layout, recorded
from ordi_crf.ui.overview.lines import Drawn, LineTrack, Threshold
from ordi_crf.ui.overview.scale import TimeScale
from ordi_crf.ui.overview.words import Words
from ordi_crf.ui.places import FormAt, Place, SubjectVisit
from ordi_crf.ui.theme import Tokens

_HAND = 7.0
"""Width of the line of the visit at hand: figures are read through it."""


class Sheet:
    """One subject's overview laid out in a width, at least as high as it has to be."""

    def __init__(self, overview: Overview, words: Words, width: float, height: float) -> None:
        self.overview, self._words, self._width = overview, words, width
        probe = layout(overview, width, height, 1)
        self._times = TimeScale(overview.first, overview.last, probe.left + 8, probe.right - 8)
        self._bars = spans.bars(overview.events, self._times, words)
        lanes = max((bar.lane + 1 for bar in self._bars), default=0)
        self._at: Layout = layout(overview, width, height, lanes)
        self._film = Film(overview, self._times, self._at)
        self._doses = spans.DoseTrack(self._at.tracks[Track.DOSE], self._times, overview.doses)

    @property
    def height(self) -> float:
        """Return how high the sheet is."""
        return self._at.height

    def paint(self, painter: QPainter, t: Tokens, lesions: Mapping[RecordKey, Lesions]) -> None:
        """Paint everything but the visit at hand."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_treatment(painter, t)
        for visit in self.overview.visits:
            x = self._times.x(visit.on)
            hairline(painter, x - 0.5, self._at.flags, x, self._at.axis, t.line)
        full, words = recorded(self.overview), self._words
        turns = (self.overview.day_1, self.overview.withdrawn)
        flags = [self._times.x(on) for on in turns if on is not None]
        for track, lines in self._tracks(t).items():
            if full[track]:
                lines.paint(painter, t, words.other_kit, words.cut_off, flags)
        if full[Track.DOSE]:
            self._doses.paint(painter, t, self._words)
        spans.paint_bars(painter, self._bars, self._at.events.top(), t, self._words)
        self._paint_flags(painter, t)
        self._film.paint(painter, t, lesions, self._words)
        paint_axis(painter, self._times, self._at.axis, self.overview.day_1, t, self._words)
        for track in Track:
            self._name(painter, t, track, recorded=full[track])
        names.paint_events(painter, self._at.events, t, self._words, none=not self._bars)

    def paint_lesions(self, painter: QPainter, key: RecordKey, lesions: Lesions) -> None:
        """Paint one body map over itself, once it is drawn."""
        self._film.paint_lesions(painter, key, lesions)

    def paint_units(self, painter: QPainter, t: Tokens) -> None:
        """Paint, where no visit is at hand, what the figures of each track are."""
        for track, box in self._at.tracks.items():
            if recorded(self.overview)[track]:
                points = self.overview.titres.points if track is Track.TITRES else ()
                units = [point.unit for point in points]
                names.paint_unit(painter, box, track, units, t, self._words)

    def paint_visit(self, painter: QPainter, t: Tokens, visit: Visited) -> None:
        """Paint the visit at hand: its line, rings about its points, and its figures."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._times.x(visit.on)
        band = QRectF(x - _HAND / 2, self._at.flags, _HAND, self._at.axis - self._at.flags)
        painter.fillRect(band, theme.color(t.accent, 52))
        self._film.paint_at(painter, t, visit)
        tracks = self._tracks(t)
        for track, lines in self._lines().items():
            points = [point for line in lines if (point := line.at(visit)) is not None]
            tracks[track].paint_at(painter, t, points)
            if recorded(self.overview)[track]:
                box = self._at.tracks[track]
                found = [line.at(visit) for line in lines]
                names.paint_figures(painter, box, track, found, t, self._words)
        if self.overview.doses:
            rate = self.overview.rate(visit.on)
            names.paint_rate(painter, self._at.tracks[Track.DOSE], rate, t, self._words)
        names.paint_visit(painter, visit, self.overview.day_1, t, self._words)

    def visit_at(self, place: QPointF) -> int:
        """Return the number of the visit a pointer means: of the map under it, or the nearest."""
        visits = self.overview.visits
        pictured = self._film.at(place)
        if pictured is not None:
            return visits.index(pictured)
        apart = [abs(self._times.x(visit.on) - place.x()) for visit in visits]
        return apart.index(min(apart))

    def target(self, place: QPointF) -> Place | None:
        """Return what a click opens: the event, dose or form under the pointer, or the visit."""
        for bar in self._bars:
            if bar.reach(self._at.events.top()).contains(place):
                return FormAt(bar.event.record, "ae", bar.event.row, "AETERM")
        for dose, step in self._doses.steps():
            if step.contains(place):
                return FormAt(dose.record, "ex", dose.row, "EXDOSE")
        if not self.overview.visits or place.x() < NAMES:
            return None
        visit = self.overview.visits[self.visit_at(place)]
        if self._film.at(place) is not None and visit.body_map is not None:
            return FormAt(visit.body_map)
        for track, lines in self._lines().items():
            found = [point for line in lines if (point := line.at(visit)) is not None]
            if found and self._at.tracks[track].contains(place):
                return FormAt(found[0].record)
        return SubjectVisit(self.overview.subject, visit.visit, visit.repeat)

    def tip(self, place: QPointF) -> str:
        """Return what the pointer is told beyond the figures of the visit."""
        for bar in self._bars:
            if bar.reach(self._at.events.top()).contains(place):
                return self._words.adverse_event(bar.event)
        for dose, step in self._doses.steps():
            if step.contains(place):
                return self._words.dosed(dose)
        return ""

    def _lines(self) -> dict[Track, tuple[Line, ...]]:
        o = self.overview
        return {
            Track.SKIN: (o.activity, o.damage),
            Track.SURFACE: (o.surface,),
            Track.SLEDAI: (o.sledai,),
            Track.TITRES: (o.titres,),
        }

    def _tracks(self, t: Tokens) -> dict[Track, LineTrack]:
        o, w, boxes, times = self.overview, self._words, self._at.tracks, self._times
        activity = Drawn(o.activity, t.accent, w.figure)
        damage = Drawn(o.damage, t.damage_ink, w.figure, square=True, below=True)
        limits = [point.cut_off for point in o.titres.points if point.cut_off is not None]
        surface, score = Fraction(THRESHOLD), Fraction(ACTIVE)
        return {
            Track.SKIN: LineTrack(boxes[Track.SKIN], times, (damage, activity), least=5),
            Track.SURFACE: LineTrack(
                boxes[Track.SURFACE], times, [Drawn(o.surface, t.accent, w.percent)],
                least=20, threshold=Threshold(surface, f"> {THRESHOLD} %"),
            ),
            Track.SLEDAI: LineTrack(
                boxes[Track.SLEDAI], times, [Drawn(o.sledai, t.accent, w.figure)],
                least=8, threshold=Threshold(score, f"≥ {ACTIVE}"),
            ),
            Track.TITRES: LineTrack(
                boxes[Track.TITRES], times, [Drawn(o.titres, t.accent, w.figure)],
                least=float(max(limits, default=Fraction(10))), spread=True,
            ),
        }  # fmt: skip

    def _paint_treatment(self, painter: QPainter, t: Tokens) -> None:
        """Tint the days from Day 1 to the last dose."""
        if self.overview.day_1 is None:
            return
        left = self._times.x(self.overview.day_1)
        right = self._times.x(self.overview.withdrawn or self.overview.last)
        band = QRectF(left, self._at.flags, right - left, self._at.axis - self._at.flags)
        painter.fillRect(band, theme.color(t.soft, 110))

    def _paint_flags(self, painter: QPainter, t: Tokens) -> None:
        """Paint the lines of Day 1 and of the last dose, with their names on either side."""
        o, face = self.overview, theme.font(theme.META, 600)
        y = self._at.flags + 2
        if o.day_1 is not None:
            x = self._times.x(o.day_1)
            hairline(painter, x - 0.5, y, x, self._at.axis, t.muted)
            box = QRectF(x - 124, y, 120, FLAGS - 5)
            says = self._words.nth(o.day_1, o.day_1)
            write(painter, box, says, font=face, ink=t.muted, align=RIGHT)
        if o.withdrawn is not None:
            x = self._times.x(o.withdrawn)
            hairline(painter, x - 0.7, y, x + 0.7, self._at.axis, t.ink)
            says = f"{self._words.withdrawn} {o.withdrawn.isoformat()}"
            wide = text_width(says, face) + 4
            after = x + 5 + wide <= self._width
            box = QRectF(x + 5 if after else x - 5 - wide, y, wide, FLAGS - 5)
            align = LEFT if after else RIGHT
            write(painter, box, says, font=face, ink=t.ink, align=align)

    def _name(self, painter: QPainter, t: Tokens, track: Track, *, recorded: bool) -> None:
        box = self._at.tracks[track]
        names.paint_name(painter, box, track, t, self._words)
        if not recorded:
            beside = QRectF(box.left(), box.top(), box.width(), 16)
            says, face = self._words.not_recorded, theme.font(theme.META)
            write(painter, beside, says, font=face, ink=t.muted, align=LEFT)
