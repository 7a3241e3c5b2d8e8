"""A drawing: the operations in order, the cells they paint, undo and redo, and its cache.

The operations are the record; masks are what they paint and can be rebuilt from them, bit for bit.
Undo takes back the last operation whatever its layer, so that history is one list. The cache opens
a drawing without replaying it: the levels of both masks, bound to the operations by their SHA-256.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TypeAlias

from ordi_crf.core.bodymap import BodyMap
from ordi_crf.core.paint import Box, Mask, Painting, Patch, box_of
from ordi_crf.core.strokes import (
    COORDINATES,
    RADII,
    STROKE_LEVELS,
    Fill,
    Layer,
    Op,
    Point,
    Stroke,
    encode,
)

Entry: TypeAlias = tuple[Layer, Op]

_DIGEST_BYTES = 32
_COUNTS = struct.Struct("<256I")


class Drawing:
    """The two layers of one patient at one visit."""

    def __init__(self, body_map: BodyMap) -> None:
        self.map = body_map
        self.masks: Mapping[Layer, Mask] = {layer: Mask(body_map) for layer in Layer}
        self._entries: list[Entry] = []
        self._patches: list[Patch] | None = []
        self._undone: list[tuple[Entry, Patch]] = []
        self._live: _LiveStroke | None = None
        self._changed: Box | None = None

    @classmethod
    def from_ops(
        cls, body_map: BodyMap, entries: Iterable[Entry], cache: bytes | None = None
    ) -> Drawing:
        """Return the drawing that operations make; a cache that matches them saves the replay.

        ValueError when an operation fills a region the map does not have.
        """
        drawing = cls(body_map)
        entries = list(entries)
        drawing._check(entries)
        if cache is None or not drawing._restore(entries, cache):
            for layer, op in entries:
                drawing.apply(layer, op)
        return drawing

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The operations in the order they were painted."""
        return tuple(self._entries)

    @property
    def can_undo(self) -> bool:
        """Whether there is an operation to take back."""
        return bool(self._entries) and self._live is None

    @property
    def can_redo(self) -> bool:
        """Whether there is an operation to put back."""
        return bool(self._undone) and self._live is None

    @property
    def changed(self) -> Box | None:
        """The cells touched by the last operation, undo, redo or abandoned stroke, if any."""
        return self._changed

    def begin(self, layer: Layer, radius: int, level: int, point: Point) -> Box | None:
        """Start a stroke and return the cells it touches; all numbers in eighths of a cell."""
        if self._live is not None:
            raise RuntimeError("A stroke is being painted.")
        if radius not in RADII or level not in STROKE_LEVELS:
            raise ValueError(f"No brush has radius {radius} and level {level}.")
        point = _reachable(point)
        self._live = _LiveStroke(self.masks[layer], layer, Stroke(radius, level, (point,)))
        return self._live.extend(point)

    def extend(self, point: Point) -> Box | None:
        """Carry the live stroke on to a point and return the cells that touches."""
        point = _reachable(point)
        if self._live is None or point == self._live.last:
            return None
        return self._live.extend(point)

    def finish(self) -> Stroke:
        """End the live stroke, make it an operation and return it."""
        if self._live is None:
            raise RuntimeError("No stroke is being painted.")
        live, self._live = self._live, None
        stroke = live.stroke()
        self._append((live.layer, stroke), live.painting.patch())
        return stroke

    def abandon(self) -> None:
        """Take the live stroke back as if it had not been begun."""
        if self._live is not None:
            patch = self._live.painting.patch()
            self._live.mask.swap(patch)
            self._changed = box_of(patch, self.map.width)
            self._live = None

    def apply(self, layer: Layer, op: Op) -> None:
        """Paint an operation; ValueError when the map does not have its region."""
        self._check([(layer, op)])
        painting = Painting(self.masks[layer])
        painting.whole(op)
        self._append((layer, op), painting.patch())

    def undo(self) -> Entry:
        """Take back the last operation of either layer and return it; IndexError when none is."""
        patches = self._remembered()
        (layer, op), patch = self._entries.pop(), patches.pop()
        self._changed = box_of(patch, self.map.width)
        self._undone.append(((layer, op), self.masks[layer].swap(patch)))
        return layer, op

    def redo(self) -> Entry:
        """Put back the operation taken back last and return it; IndexError when none is."""
        patches = self._remembered()
        (layer, op), patch = self._undone.pop()
        self._entries.append((layer, op))
        self._changed = box_of(patch, self.map.width)
        patches.append(self.masks[layer].swap(patch))
        return layer, op

    def covered(self) -> Iterator[tuple[Layer, Op, Patch]]:
        """Yield each operation with the cells it covered."""
        for (layer, op), patch in zip(self._entries, self._remembered(), strict=True):
            yield layer, op, patch

    def digest(self) -> bytes:
        """Return the SHA-256 of the map and of every operation in order."""
        return _digest(self.map, self._entries)

    def cache(self) -> bytes:
        """Return what reopens the drawing without a replay."""
        masks = [self.masks[layer] for layer in Layer]
        parts = [part for m in masks for part in (_COUNTS.pack(*m.counts()), m.levels())]
        return self.digest() + zlib.compress(b"".join(parts))

    def _append(self, entry: Entry, patch: Patch) -> None:
        """Add an operation that is painted already.

        A drawing opened from its cache has no patches yet and needs none for this: the replay that
        makes them, when something is taken back, goes over this operation too.
        """
        self._entries.append(entry)
        self._changed = box_of(patch, self.map.width)
        if self._patches is not None:
            self._patches.append(patch)
        self._undone.clear()

    def _check(self, entries: Iterable[Entry]) -> None:
        for _, op in entries:
            if isinstance(op, Fill) and op.region not in self.map:
                raise ValueError(f"The body map has no region {op.region}.")

    def _restore(self, entries: list[Entry], cache: bytes) -> bool:
        """Take the masks from a cache; False when it is not the cache of these operations."""
        if cache[:_DIGEST_BYTES] != _digest(self.map, entries):
            return False
        try:
            content = memoryview(zlib.decompress(cache[_DIGEST_BYTES:]))
        except zlib.error:
            return False
        each = _COUNTS.size + len(self.map.labels)
        if len(content) != each * len(Layer):
            return False
        for k, layer in enumerate(Layer):
            part = content[k * each : (k + 1) * each]
            counts = _COUNTS.unpack(part[: _COUNTS.size])
            self.masks[layer].restore(part[_COUNTS.size :], counts)
        self._entries = entries
        self._patches = None
        return True

    def _remembered(self) -> list[Patch]:
        """Return each operation's patch; a drawing opened from its cache replays itself once."""
        if self._patches is None:
            self._patches = []
            for mask in self.masks.values():
                mask.clear()
            for layer, op in self._entries:
                painting = Painting(self.masks[layer])
                painting.whole(op)
                self._patches.append(painting.patch())
        return self._patches


class _LiveStroke:
    """A stroke while the pointer is down."""

    def __init__(self, mask: Mask, layer: Layer, start: Stroke) -> None:
        self.mask = mask
        self.layer = layer
        self.painting = Painting(mask)
        self.last = start.points[0]
        self._start = start
        self._points: list[Point] = []

    def extend(self, point: Point) -> Box | None:
        a, self.last = self.last, point
        self._points.append(point)
        return self.painting.segment(self._start, a, point)

    def stroke(self) -> Stroke:
        return Stroke(self._start.radius, self._start.level, tuple(self._points))


def _digest(body_map: BodyMap, entries: Iterable[Entry]) -> bytes:
    lines = [body_map.sha256, *(f"{layer} {encode(op)}" for layer, op in entries)]
    return sha256("\n".join(lines).encode()).digest()


def _reachable(point: Point) -> Point:
    """Return the point, kept within what a stroke may record."""
    low, high = COORDINATES.start, COORDINATES.stop - 1
    return max(low, min(high, point[0])), max(low, min(high, point[1]))
