"""Where things go that would lie on one another: pictures in a row, bars in lanes, figures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

Extent = tuple[float, float]


def thinned(wanted: Sequence[float], most: int, dear: Collection[int] = ()) -> list[int]:
    """Return which places stay when there is room for so many.

    First and last stay longest, then those that are dear, then the loneliest.
    """
    kept = list(range(len(wanted)))
    while len(kept) > max(1, most):
        inner = range(1, len(kept) - 1)
        if not inner:
            return kept[:1]
        del kept[
            min(inner, key=lambda n: (kept[n] in dear, wanted[kept[n + 1]] - wanted[kept[n - 1]]))
        ]
    return kept


def spread(wanted: Sequence[float], apart: float, left: float, right: float) -> list[float]:
    """Return places as near as can be to those wanted, in their order and so far apart.

    Neighbours that would touch are moved as one block about the middle of what they want.
    """
    blocks: list[tuple[float, int]] = []
    for place in wanted:
        blocks.append((place, 1))
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1], apart):
            (a, n), (b, m) = blocks[-2:]
            shift = (n * a + m * b) / (n + m)
            blocks[-2:] = [(shift, n + m)]
    found = [
        middle + (at - (count - 1) / 2) * apart for middle, count in blocks for at in range(count)
    ]
    return _inside(found, apart, left, right)


def _touch(a: tuple[float, int], b: tuple[float, int], apart: float) -> bool:
    return b[0] - a[0] < apart * (a[1] + b[1]) / 2


def _inside(places: list[float], apart: float, left: float, right: float) -> list[float]:
    """Return places moved in from both ends as far as it takes."""
    found = list(places)
    for n in range(len(found)):
        found[n] = max(found[n], left + n * apart)
    for n in reversed(range(len(found))):
        found[n] = min(found[n], right - (len(found) - 1 - n) * apart)
    return found


def lanes(extents: Sequence[Extent]) -> list[int]:
    """Return the first lane in which each extent touches none before it."""
    ends: list[float] = []
    found = []
    for left, right in extents:
        lane = next((n for n, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right]
        found.append(lane)
    return found


class Free:
    """The room that is left on a track: figures are written only where nothing is drawn."""

    def __init__(self, room: QRectF) -> None:
        self._room = room
        self._boxes: list[QRectF] = []
        self._strokes: list[QLineF] = []

    def take(self, box: QRectF) -> None:
        """Keep a box free."""
        self._boxes.append(box)

    def take_line(self, a: QPointF, b: QPointF) -> None:
        """Keep a stroke free."""
        self._strokes.append(QLineF(a, b))

    def holds(self, box: QRectF) -> bool:
        """Return whether a box lies in the room and on nothing."""
        if not self._room.contains(box) or any(box.intersects(other) for other in self._boxes):
            return False
        return not any(_crosses(stroke, box) for stroke in self._strokes)


def _crosses(stroke: QLineF, box: QRectF) -> bool:
    if box.contains(stroke.p1()) or box.contains(stroke.p2()):
        return True
    sides = (
        QLineF(box.topLeft(), box.bottomRight()),
        QLineF(box.bottomLeft(), box.topRight()),
    )
    bounded = QLineF.IntersectionType.BoundedIntersection
    return any(stroke.intersects(side)[0] == bounded for side in sides)
