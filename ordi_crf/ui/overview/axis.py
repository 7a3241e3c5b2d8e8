"""The axis of time at the foot of the sheet: months from Day 1, and their dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, hairline, write
from ordi_crf.ui.overview.scale import TimeScale, time_ticks
from ordi_crf.ui.overview.words import Words
from ordi_crf.ui.theme import Tokens

_WIDE = 72.0
"""Room for a date."""


def paint_axis(
    painter: QPainter, times: TimeScale, y: float, day_1: date | None, t: Tokens, words: Words
) -> None:
    """Paint the axis from the first day to the last."""
    hairline(painter, times.left - 8, y, times.right + 8, y + 1, t.idle)
    counted, dated = theme.font(theme.META, 600), theme.font(theme.META)
    for tick in time_ticks(times, day_1 or times.first, _WIDE):
        x = times.x(tick.on)
        hairline(painter, x - 0.5, y, x, y + 5, t.muted)
        box = QRectF(x - _WIDE / 2, y + 7, _WIDE, 13)
        says = words.tick(tick, day_1)
        if says:
            write(painter, box, says, font=counted, ink=t.ink, align=CENTER)
            box.translate(0, 14)
        write(painter, box, tick.on.isoformat(), font=dated, ink=t.muted, align=CENTER)
