"""From days and values to places on the sheet, and the ticks that tell them.

Positions are pixels, so floats; no verdict rests on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor, log10

from ordi_crf.core.periods import months_after

_STEPS = (1, 2, 3, 6, 12, 24)
"""Months between two ticks of the axis."""
_DAYS = (1, 7, 14)
"""Days between two ticks of an axis too short for months."""
_LOG_FROM = 12
"""A scale is logarithmic where the highest value is so many times what must be read on it."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The one axis all tracks share."""

    first: date
    last: date
    left: float
    right: float

    def x(self, on: date) -> float:
        """Return where a day is; one beyond the axis lies at its end."""
        days = max(1, (self.last - self.first).days)
        share = (on - self.first).days / days
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    @property
    def per_day(self) -> float:
        """Return the width of a day."""
        return (self.right - self.left) / max(1, (self.last - self.first).days)


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis: a day, and how many months or days it lies after the origin."""

    on: date
    months: int | None = None
    days: int | None = None


def time_ticks(scale: TimeScale, origin: date, apart: float) -> list[Tick]:
    """Return ticks at whole months from an origin, or days, at least so many pixels apart."""
    month = 30.4 * scale.per_day
    if (scale.last - scale.first).days >= 2 * 30:
        step = next((n for n in _STEPS if n * month >= apart), _STEPS[-1])
        before = ceil((origin - scale.first).days / 28)
        after = ceil((scale.last - origin).days / 28)
        at = [n for n in range(-before, after + 1) if n % step == 0]
        found = [Tick(months_after(origin, n), months=n) for n in at]
    else:
        step = next((n for n in _DAYS if n * scale.per_day >= apart), 28)
        reach = (scale.last - scale.first).days
        at = [n for n in range(-reach, reach + 1) if n % step == 0]
        found = [Tick(origin + timedelta(days=n), days=n) for n in at]
    return [tick for tick in found if scale.first <= tick.on <= scale.last]


@dataclass(frozen=True, slots=True)
class ValueScale:
    """The height of a value between the foot and the top of a track."""

    low: float
    high: float
    foot: float
    top: float
    logarithmic: bool = False
    ticks: tuple[float, ...] = ()

    def y(self, value: Fraction | float) -> float:
        """Return where a value is."""
        number = float(value)
        if self.logarithmic:
            low, high = log10(self.low), log10(self.high)
            share = (log10(max(number, self.low)) - low) / (high - low)
        else:
            share = (number - self.low) / (self.high - self.low)
        return self.foot - (self.foot - self.top) * share


def value_scale(
    values: Iterable[Fraction], foot: float, top: float, *, least: float, spread: bool = False
) -> ValueScale:
    """Return a scale from 0 that reaches to `least` and to every value, with round ticks.

    Where `spread` allows it, values that dwarf what must be read get a logarithmic one.
    """
    known = [float(value) for value in values]
    highest = max([*known, least])
    if spread and highest > _LOG_FROM * least:
        return _logarithmic(known, highest, foot, top)
    step = _step(highest, max(1, floor((foot - top) / 20)))
    ticks = tuple(step * n for n in range(floor(highest / step + 1e-9) + 1))
    return ValueScale(0.0, highest, foot, top, ticks=ticks)


def _logarithmic(known: list[float], highest: float, foot: float, top: float) -> ValueScale:
    """Return a scale with a tick a decade and a little room under the lowest value."""
    low = 0.6 * min((value for value in known if value > 0), default=1.0)
    decades = range(ceil(log10(low)), floor(log10(highest)) + 1)
    ticks = tuple(10.0**n for n in decades)
    return ValueScale(low, highest, foot, top, logarithmic=True, ticks=ticks)


def _step(highest: float, most: int) -> float:
    """Return the round step that needs at most so many ticks above 0, and at least one."""
    size = 10.0 ** floor(log10(highest / most))
    steps = [n * size for n in (1, 2, 5, 10) if n * size <= highest]
    return next((step for step in steps if highest / step <= most + 1e-9), steps[-1])
