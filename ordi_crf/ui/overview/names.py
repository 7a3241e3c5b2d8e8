"""The left of the sheet: what each track is, and the figures of the visit at hand, large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ordi_crf.core.overview import Point, Visited
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import text_width, wrapped, write
from ordi_crf.ui.overview.layout import NAMES, Track
from ordi_crf.ui.overview.words import NOTHING, Words
from ordi_crf.ui.theme import Tokens

_FIGURE = 20
_COLUMN = 80.0
_TITLE, _KIND = 16.0, 15.0
"""Heights of a track's title and of the names of its two lines."""


def paint_name(painter: QPainter, box: QRectF, track: Track, t: Tokens, words: Words) -> None:
    """Write what a track is, with the marks of its lines."""
    face = theme.font(theme.LABEL, 600)
    room = QRectF(0, box.top() - 2, NAMES, _TITLE)
    write(painter, room, _title(track, words), font=face, ink=t.ink)
    if track is not Track.SKIN or box.height() < _TITLE + _KIND:
        return
    kinds = ((words.activity, t.accent), (words.damage, t.damage_ink))
    for n, (says, ink) in enumerate(kinds):
        x, y = n * _COLUMN, room.bottom() + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ink))
        mark = QRectF(x, y + _KIND / 2 - 3.2, 6.4, 6.4)
        if n:
            painter.drawRect(mark)
        else:
            painter.drawEllipse(mark)
        label = QRectF(x + 11, y, _COLUMN - 13, _KIND)
        write(painter, label, says, font=theme.font(theme.META, 600), ink=ink)


def paint_unit(
    painter: QPainter, box: QRectF, track: Track, units: Iterable[str], t: Tokens, words: Words
) -> None:
    """Write in what a track is measured, where its points do not name their own units."""
    unit = ", ".join(dict.fromkeys(filter(None, units))) or _unit(track, words)
    room = QRectF(0, box.top() + _TITLE, NAMES, _KIND)
    if unit:
        write(painter, room, unit, font=theme.font(theme.META), ink=t.muted)


def paint_figures(
    painter: QPainter,
    box: QRectF,
    track: Track,
    points: Sequence[Point | None],
    t: Tokens,
    words: Words,
) -> None:
    """Write the figures of a visit, or in words why there is none."""
    skin = track is Track.SKIN
    top = box.top() + _TITLE + (_KIND + 1 if skin else 0)
    digits = words.percent if track is Track.SURFACE else words.figure
    for n, point in enumerate(points):
        says = NOTHING if point is None else digits(point)
        note = _unit(track, words) if point is None else point.unit or _unit(track, words)
        if point is None or point.value is None:
            note = words.not_recorded if point is None else _why(track, words)
        wide = _COLUMN if skin else NAMES
        if skin:
            ink = t.damage_ink if n else t.accent
            _figure(painter, QRectF(n * _COLUMN, top, wide, 24), says, "", t, ink)
            if point is None or point.value is None:
                below = QRectF(n * _COLUMN, top + 22, wide - 2, 13)
                write(painter, below, note, font=theme.font(theme.META), ink=t.muted)
        else:
            _figure(painter, QRectF(0, top, wide, 24), says, note, t, t.ink)


def paint_rate(
    painter: QPainter, box: QRectF, rate: Fraction | None, t: Tokens, words: Words
) -> None:
    """Write the mg a day of the day at hand."""
    room = QRectF(0, box.top() + _TITLE - 2, NAMES, 24)
    _figure(painter, room, words.rate(rate), words.daily, t, t.ink)


def paint_visit(
    painter: QPainter, visit: Visited, day_1: date | None, t: Tokens, words: Words
) -> None:
    """Write which visit is at hand, at the upper left."""
    room = QRectF(0, 0, NAMES, 20)
    bold, plain = theme.font(theme.TITLE, 700), theme.font(theme.LABEL)
    for line in wrapped(words.visit(visit), bold, NAMES):
        write(painter, room, line, font=bold, ink=t.ink)
        room.translate(0, 20)
    room.translate(0, 2)
    write(painter, room, visit.on.isoformat(), font=plain, ink=t.muted)
    if day_1 is not None:
        room.translate(0, 17)
        write(painter, room, words.nth(visit.on, day_1), font=plain, ink=t.muted)


def paint_events(painter: QPainter, box: QRectF, t: Tokens, words: Words, *, none: bool) -> None:
    """Write what the bars are, and how they are told apart."""
    room, bold = QRectF(0, box.top() + 1, NAMES, _TITLE), theme.font(theme.LABEL, 600)
    for line in wrapped(words.events, bold, NAMES):
        write(painter, room, line, font=bold, ink=t.ink)
        room.translate(0, _TITLE)
    beside = QRectF(box.left(), box.top() + 1, box.width(), _TITLE)
    if none:
        face = theme.font(theme.META)
        write(painter, beside, words.not_recorded, font=face, ink=t.muted)


def _figure(painter: QPainter, room: QRectF, says: str, unit: str, t: Tokens, ink: str) -> None:
    face = theme.font(_FIGURE, 700)
    write(painter, room, says, font=face, ink=ink)
    left = text_width(says, face) + 6
    beside = room.adjusted(left, 5, 0, 0)
    if unit and beside.width() > 0:
        write(painter, beside, unit, font=theme.font(theme.META), ink=t.muted)


def _title(track: Track, words: Words) -> str:
    return {
        Track.SKIN: words.clasi,
        Track.SURFACE: words.surface,
        Track.SLEDAI: words.sledai,
        Track.TITRES: words.titre,
        Track.DOSE: words.dose,
    }[track]


def _unit(track: Track, words: Words) -> str:
    return {
        Track.SKIN: "",
        Track.SURFACE: words.of_surface,
        Track.SLEDAI: "",
        Track.TITRES: words.no_unit,
        Track.DOSE: words.daily,
    }[track]


def _why(track: Track, words: Words) -> str:
    """Return why a form that was begun has no figure."""
    if track is Track.SURFACE:
        return words.not_examined
    return words.not_recorded if track is Track.TITRES else words.no_total
