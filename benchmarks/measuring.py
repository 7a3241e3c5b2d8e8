"""Pairs of times, taken in turn so that both see the same machine, and the rows they make."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median, quantiles
from typing import TypeAlias

Pair: TypeAlias = tuple[float, float]
"""Ours and the baseline's, in seconds or MB."""
Round: TypeAlias = tuple[Sequence[float], Sequence[float]]
"""Many events of ours and as many of the baseline's, taken in turn."""


class Unit(StrEnum):
    """What a row counts."""

    SECONDS = "s"
    MEGABYTES = "MB"


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some ratios, and the quartiles around it."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    baseline: float
    ratio: Spread
    bar: float | None = None
    """What ours should stay under."""
    unit: Unit = Unit.SECONDS
    note: str = ""

    @property
    def over(self) -> bool:
        """Return whether ours misses its bar."""
        return self.bar is not None and self.ours > self.bar


def row(
    name: str, pairs: Sequence[Pair], *, bar: float | None = None, unit: Unit = Unit.SECONDS,
    note: str = "",
) -> Row:  # fmt: skip
    """Return the medians of pairs, and the median and quartiles of their ratios."""
    ours, baseline = zip(*pairs, strict=True)
    return Row(name, median(ours), median(baseline), spread(pairs), bar, unit, note)


def spread(pairs: Sequence[Pair]) -> Spread:
    """Return the quartiles of the ratios of pairs; of two or three, the least and the greatest."""
    ratios = sorted(ours / baseline for ours, baseline in pairs)
    if len(ratios) < 4:
        return Spread(ratios[0], median(ratios), ratios[-1])
    low, middle, high = quantiles(ratios, n=4, method="inclusive")
    return Spread(low, middle, high)


def rows_of_rounds(name: str, rounds: Sequence[Round], bars: dict[int, float | None]) -> list[Row]:
    """Return one row for each percentile: that of each round, then the median over the rounds."""
    return [
        row(
            f"{name}, p{percent}",
            [(percentile(ours, percent), percentile(base, percent)) for ours, base in rounds],
            bar=bar,
        )
        for percent, bar in bars.items()
    ]


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that this percentage of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def alternate(
    ours: Callable[[], object], baseline: Callable[[], object], repeats: int
) -> list[Pair]:
    """Return the seconds of ours and of the baseline, run in turn; the first turn warms up."""
    pairs = [(seconds(ours), seconds(baseline)) for _ in range(repeats + 1)]
    return pairs[1:]


def seconds(action: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
