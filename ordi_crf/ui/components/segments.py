"""How a row of answers is painted: grades in one strip, words as separate buttons.

The chosen digit is filled by its ramp; 0 is filled grey, because answered and absent is not the
same as blank. A proposal is a dashed outline.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, hairline, rounded, text_width, write

GAP = 8
"""Between two words."""


class Ramp(Enum):
    """The colours that fill the chosen grade."""

    ACTIVITY = theme.ERYTHEMA
    DAMAGE = theme.DAMAGE


class Segment(NamedTuple):
    """One answer: what is stored, what is shown, and its wording."""

    value: str
    short: str
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The state of a row of answers; positions are -1 where there is none."""

    segments: tuple[Segment, ...]
    ramp: Ramp | None
    chosen: int
    proposed: int
    hover: int
    cursor: int
    enabled: bool
    read_only: bool


def word_widths(segments: tuple[Segment, ...]) -> list[float]:
    """Return the width of each word as a button."""
    face = theme.font(theme.LABEL, 600)
    return [text_width(segment.short, face) + 24 for segment in segments]


def boxes(segments: tuple[Segment, ...], ramp: Ramp | None, room: QRectF) -> list[QRectF]:
    """Return where the answers lie: grades share the room, words take what they need."""
    if ramp is not None:
        width = room.width() / len(segments)
        return [QRectF(n * width, 0, width, room.height()) for n in range(len(segments))]
    result, x = [], 0.0
    for width in word_widths(segments):
        result.append(QRectF(x, 0, width, room.height()))
        x += width + GAP
    return result


def paint_segments(painter: QPainter, room: QRectF, look: Look, t: theme.Tokens) -> None:
    """Paint a row of answers into the room there is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    places = boxes(look.segments, look.ramp, room)
    if look.ramp is not None:
        _paint_strip(painter, room, places, look, look.ramp, t)
    else:
        _paint_words(painter, places, look, t)
    if look.proposed >= 0:
        painter.setPen(QPen(theme.color(t.accent), 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(places[look.proposed].adjusted(2, 2, -2, -2), 5, 5)
    if look.cursor >= 0:
        mark = places[look.cursor].adjusted(7, 0, -7, -3)
        hairline(painter, mark.left(), mark.bottom() - 1.6, mark.right(), mark.bottom(), t.accent)


def _paint_strip(
    painter: QPainter,
    room: QRectF,
    places: list[QRectF],
    look: Look,
    ramp: Ramp,
    t: theme.Tokens,
) -> None:
    live = look.enabled and not look.read_only
    level = min(look.chosen, len(ramp.value) - 1)
    ground = QPainterPath()
    ground.addRoundedRect(room, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
    painter.fillPath(ground, theme.color(t.raised if live else t.surface))
    painter.setClipPath(ground)
    if look.hover >= 0:
        painter.fillRect(places[look.hover], theme.color(t.idle_bg, 160))
    if look.chosen >= 0:
        fill = ramp.value[level] if level else t.idle_bg
        painter.fillRect(places[look.chosen], theme.color(fill))
    for place in places[1:]:
        hairline(painter, place.left(), 1, place.left() + 1, room.bottom() - 1, t.line)
    painter.setClipping(False)
    for n, place in enumerate(places):
        ink = (theme.RAMP_INK[level] if level else t.ink) if n == look.chosen else t.muted
        face = theme.font(theme.BODY, 700 if n == look.chosen else 400)
        write(painter, place, look.segments[n].short, font=face, ink=ink, align=CENTER)
    rounded(painter, room, theme.RADIUS_CONTROL, line=t.line)


def _paint_words(painter: QPainter, places: list[QRectF], look: Look, t: theme.Tokens) -> None:
    for n, place in enumerate(places):
        mine = n == look.chosen
        fill = t.soft if mine else t.idle_bg if n == look.hover else t.raised
        line = t.accent if mine and look.enabled else t.line
        width = 1.4 if mine else 1.0
        rounded(painter, place, theme.RADIUS_CONTROL, fill=fill, line=line, width=width)
        ink = t.muted if not look.enabled else t.accent if mine else t.ink
        face = theme.font(theme.LABEL, 600 if mine else 400)
        write(painter, place, look.segments[n].short, font=face, ink=ink, align=CENTER)
