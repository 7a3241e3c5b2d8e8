"""Curves through hand-placed points: centripetal Catmull-Rom splines, fairing, mirroring.

A figure is 1875 units tall; x = 0 is the mid-line, y = 0 the crown. Points are placed for the
viewer's right half (x > 0) and mirrored, so both halves are equal to the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

Segment: TypeAlias = tuple[str, *tuple[float, ...]]
"""One drawing command: M x y, L x y, C x1 y1 x2 y2 x y, or Z."""

Path: TypeAlias = list[Segment]


class Knot(NamedTuple):
    """A point of an outline; a corner breaks the tangent, sigma is the fairing length in units."""

    x: float
    y: float
    corner: bool = False
    sigma: float = 12.0


def knots(points: Iterable[Sequence[float]], sigma: float = 12.0) -> list[Knot]:
    """Return points as knots of one fairing length; knots keep their own."""
    return [
        p if isinstance(p, Knot) else Knot(float(p[0]), float(p[1]), sigma=sigma) for p in points
    ]


def mirrored(points: Iterable[Sequence[float]]) -> list[Knot]:
    """Return the points reflected in the mid-line, in reverse order."""
    return [p._replace(x=-p.x) for p in reversed(knots(points))]


def flipped(path: Path) -> Path:
    """Return a path reflected in the mid-line."""
    return [
        (s[0], *(-v if k % 2 == 0 else v for k, v in enumerate(s[1:]))) if len(s) > 1 else s
        for s in path
    ]


def polygon(points: Iterable[Sequence[float]]) -> Path:
    """Return a closed path of straight lines."""
    first, *rest = knots(points)
    return [("M", first.x, first.y), *(("L", p.x, p.y) for p in rest), ("Z",)]


def rectangle(left: float, top: float, right: float, bottom: float) -> Path:
    """Return a closed rectangle."""
    return polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    """Return a closed ellipse as four cubic curves."""
    k = 0.5522847
    return [
        ("M", cx + rx, cy),
        ("C", cx + rx, cy + k * ry, cx + k * rx, cy + ry, cx, cy + ry),
        ("C", cx - k * rx, cy + ry, cx - rx, cy + k * ry, cx - rx, cy),
        ("C", cx - rx, cy - k * ry, cx - k * rx, cy - ry, cx, cy - ry),
        ("C", cx + k * rx, cy - ry, cx + rx, cy - k * ry, cx + rx, cy),
        ("Z",),
    ]


def symmetric(half: Iterable[Sequence[float]]) -> Path:
    """Return the closed shape of a right half whose first and last point lie on the mid-line."""
    right = knots(half)
    return spline(right + mirrored(right[1:-1]))


def across(half: Sequence[Sequence[float]]) -> list[Knot]:
    """Return the open curve over both halves of a right half that starts on the mid-line."""
    return mirrored(half[1:]) + knots(half)


def spline(points: Iterable[Sequence[float]], *, closed: bool = True) -> Path:
    """Return the centripetal Catmull-Rom curve through the points as cubic Bezier segments."""
    p = knots(points)
    n = len(p)
    path: Path = [("M", p[0].x, p[0].y)]

    def at(i: int) -> Knot:
        return p[i % n] if closed else p[max(0, min(n - 1, i))]

    for i in range(n if closed else n - 1):
        segment = _cubic(at(i - 1), at(i), at(i + 1), at(i + 2))
        if segment:
            path.append(segment)
    if closed:
        path.append(("Z",))
    return path


def _cubic(p0: Knot, p1: Knot, p2: Knot, p3: Knot) -> Segment | None:
    """Return the Bezier form of the stretch p1-p2 (Barry and Goldman's recursion, alpha 0.5)."""
    d1, d2, d3 = (
        math.hypot(b.x - a.x, b.y - a.y) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3))
    )
    if d2 == 0:
        return None
    c1 = _handle(p0, p1, p2, d1, d2)
    c2 = _handle(p3, p2, p1, d3, d2)
    return ("C", *c1, *c2, p2.x, p2.y)


def _handle(before: Knot, here: Knot, after: Knot, d1: float, d2: float) -> tuple[float, float]:
    """Return the control point that leaves `here` for `after`."""
    if here.corner or d1 == 0:
        return here.x + (after.x - here.x) / 3, here.y + (after.y - here.y) / 3
    own = 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2
    whole = 3 * d1 * (d1 + d2)
    return (
        (d1 * d1 * after.x - d2 * d2 * before.x + own * here.x) / whole,
        (d1 * d1 * after.y - d2 * d2 * before.y + own * here.y) / whole,
    )


def faired(
    points: Iterable[Sequence[float]], *, closed: bool = True, step: float = 1.5
) -> list[Knot]:
    """Return fewer, smoother knots: hand-placing bumps are gone, corners stay.

    The spline is sampled every `step` units and smoothed along itself with each knot's own
    Gaussian, whose window never reaches across a corner.
    """
    dense = _sampled(knots(points), closed, step)
    smooth = [_smoothed(dense, i, closed, step) for i in range(len(dense))]
    kept: list[Knot] = []
    run = math.inf
    for i, q in enumerate(smooth):
        if i:
            run += math.hypot(q.x - smooth[i - 1].x, q.y - smooth[i - 1].y)
        if q.corner or run >= max(3.5, q.sigma * 1.5):
            kept.append(q)
            run = 0.0
    return kept


def _sampled(p: list[Knot], closed: bool, step: float) -> list[Knot]:
    """Return the spline through the knots at about one knot a step."""
    dense: list[Knot] = []
    here: tuple[float, float] = (p[0].x, p[0].y)
    curves = (s for s in spline(p, closed=closed) if s[0] == "C")
    for k, (_, *c) in enumerate(curves):
        a, b = p[k % len(p)], p[(k + 1) % len(p)]
        pieces = max(2, int(math.hypot(c[4] - here[0], c[5] - here[1]) / step))
        for j in range(pieces):
            t = j / pieces
            x, y = _on_cubic(here, c, t)
            dense.append(Knot(x, y, a.corner and j == 0, a.sigma * (1 - t) + b.sigma * t))
        here = (c[4], c[5])
    return dense


def _on_cubic(p0: tuple[float, float], c: Sequence[float], t: float) -> tuple[float, float]:
    u = 1 - t
    a, b, d, e = u**3, 3 * u * u * t, 3 * u * t * t, t**3
    return (
        a * p0[0] + b * c[0] + d * c[2] + e * c[4],
        a * p0[1] + b * c[1] + d * c[3] + e * c[5],
    )


def _smoothed(dense: list[Knot], i: int, closed: bool, step: float) -> Knot:
    """Return knot i as the Gaussian mean of its neighbours on the outline."""
    knot = dense[i]
    if knot.corner or knot.sigma <= 0:
        return knot
    reach = _window(dense, i, closed, max(1, int(3 * knot.sigma / step)))
    sx = sy = sw = 0.0
    for d in range(-reach, reach + 1):
        weight = math.exp(-0.5 * (d * step / knot.sigma) ** 2)
        q = dense[(i + d) % len(dense)]
        sx, sy, sw = sx + weight * q.x, sy + weight * q.y, sw + weight
    return knot._replace(x=sx / sw, y=sy / sw)


def _window(dense: list[Knot], i: int, closed: bool, widest: int) -> int:
    """Return how far a symmetric window round i may reach before an end or past a corner."""
    n = len(dense)
    for reach in range(widest):
        low, high = i - reach - 1, i + reach + 1
        if not closed and (low < 0 or high >= n):
            return reach
        if dense[low % n].corner or dense[high % n].corner:
            return reach + 1
    return widest
