"""Cells under a brush: a disc swept along a segment, in integer arithmetic only.

Coordinates and radii are integers in eighths of a cell, so that a replayed stroke covers the same
cells on every machine. A capsule is convex: in each row it is one interval, found without testing
single cells, which makes a long flick as cheap as its height.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import isqrt

SUB = 8
"""Steps per cell."""

_HALF = SUB // 2
_FAR = 1 << 30


def capsule_rows(
    a: tuple[int, int], b: tuple[int, int], radius: int, columns: tuple[int, int], height: int
) -> Iterator[tuple[int, int, int]]:
    """Yield (row, first, end) of the cells whose centre lies within the radius of segment a-b.

    Cells outside the columns [first, end) and the rows [0, height) are left out.
    """
    (ax, ay), (bx, by) = (a, b) if a[1] <= b[1] else (b, a)
    top_a, disc_a = _disc(radius, ay % SUB)
    top_b, disc_b = _disc(radius, by % SUB)
    top_a, top_b = top_a + ay // SUB, top_b + by // SUB
    dx, dy = bx - ax, by - ay
    reach = isqrt(radius * radius * (dx * dx + dy * dy))
    left, right = columns
    for row in range(max(0, top_a), min(height, top_b + len(disc_b))):
        low, high = _band(dx, dy, row * SUB + _HALF - ay, reach)
        low, high = ax + low, ax + high
        if 0 <= row - top_a < len(disc_a):
            half = disc_a[row - top_a]
            low, high = min(low, ax - half), max(high, ax + half)
        if row >= top_b:
            half = disc_b[row - top_b]
            low, high = min(low, bx - half), max(high, bx + half)
        first, end = (low + _HALF - 1) // SUB, (high - _HALF) // SUB + 1
        first, end = max(left, first), min(right, end)
        if first < end:
            yield row, first, end


@lru_cache(maxsize=1024)
def _disc(radius: int, phase: int) -> tuple[int, tuple[int, ...]]:
    """Return the first row of a disc, relative to its centre's, and its half-width in each row."""
    top = -((radius - phase + _HALF) // SUB)
    halves: list[int] = []
    while True:
        rest = radius * radius - ((top + len(halves)) * SUB + _HALF - phase) ** 2
        if rest < 0:
            return top, tuple(halves)
        halves.append(isqrt(rest))


def _band(dx: int, dy: int, v: int, reach: int) -> tuple[int, int]:
    """Return the x of the straight part of a capsule at height v over its start; dy >= 0.

    |x * dy - v * dx| <= reach, and the foot of the point lies between the ends. An empty interval
    comes back the wrong way round and far apart.
    """
    if dy:
        low, high = -((reach - v * dx) // dy), (v * dx + reach) // dy
    elif abs(v * dx) <= reach:
        low, high = -_FAR, _FAR
    else:
        return _FAR, -_FAR
    if dx > 0:
        low, high = max(low, -(v * dy // dx)), min(high, (dx * dx + dy * dy - v * dy) // dx)
    elif dx < 0:
        low = max(low, -((dx * dx + dy * dy - v * dy) // -dx))
        high = min(high, v * dy // -dx)
    elif not (dy and 0 <= v <= dy):
        return _FAR, -_FAR
    return (low, high) if low <= high else (_FAR, -_FAR)
