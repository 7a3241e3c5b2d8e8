"""Cells under a brush: a disc swept along a segment, in integer arithmetic only.

Coordinates and radii are integers in eighths of a cell, so that a replayed stroke covers the same
cells on every machine. A capsule is convex: in each row it is one interval, found without testing
single cells, which makes a long flick as cheap as its height.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    (ax, ay), (bx, by) = a, b
    dx, dy = bx - ax, by - ay
    length2, radius2 = dx * dx + dy * dy, radius * radius
    reach = isqrt(radius2 * length2)
    top = max(0, (min(ay, by) - radius) // SUB)
    bottom = min(height, (max(ay, by) + radius) // SUB + 2)
    left, right = columns
    for row in range(top, bottom):
        y = row * SUB + _HALF
        ends: list[int] = []
        rest = radius2 - (y - ay) ** 2
        if rest >= 0:
            half = isqrt(rest)
            ends = [ax - half, ax + half]
        rest = radius2 - (y - by) ** 2
        if rest >= 0:
            half = isqrt(rest)
            ends += (bx - half, bx + half)
        if length2:
            v = y - ay
            low, high = _between(-_FAR, _FAR, dy, v * dx - reach, v * dx + reach)
            low, high = _between(low, high, dx, -v * dy, length2 - v * dy)
            if low <= high:
                ends += (ax + low, ax + high)
        if ends:
            first = max(left, -((_HALF - min(ends)) // SUB))
            end = min(right, (max(ends) - _HALF) // SUB + 1)
            if first < end:
                yield row, first, end


def _between(low: int, high: int, slope: int, least: int, most: int) -> tuple[int, int]:
    """Narrow [low, high] to the x with least <= slope * x <= most."""
    if slope == 0:
        return (low, high) if least <= 0 <= most else (1, 0)
    if slope < 0:
        slope, least, most = -slope, -most, -least
    return max(low, -(-least // slope)), min(high, most // slope)
