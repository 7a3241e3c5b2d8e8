"""What a body map amounts to: counts of painted cells, the figures they give, what they propose.

The counts are integers, so that figures computed from them are as exact as from the cells; they are
small enough to be cached with a study, bound to the digest of the strokes they were counted from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ordi_crf.core.bodymap import LEVELS, BodyMap, Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import Surface, proposals, surface, total


@dataclass(frozen=True, slots=True)
class Counts:
    """Painted cells of one layer, by 4 * label + level."""

    map: BodyMap
    cells: Mapping[int, int]

    def count(self, region: Region, level: int) -> int:
        """Return how many cells of a region have a level from 1 to 3."""
        return self.cells.get(region.label * 4 + level, 0)


@dataclass(frozen=True)
class Painted:
    """The figures of a drawing, without its cells."""

    map: BodyMap
    counts: Mapping[Layer, Counts]
    proposals: Mapping[str, int]
    """Erythema proposed for CLASI locations, by row code."""
    strokes: int
    digest: str

    @cached_property
    def active(self) -> Surface:
        """Figures of active lesions: what eligibility counts."""
        return surface(self.counts[Layer.ACTIVE])

    @cached_property
    def active_total(self) -> Fraction:
        """% of the body surface with active lesions, without the other figures."""
        return total(self.counts[Layer.ACTIVE])

    @cached_property
    def damage(self) -> Surface:
        """Figures of damage, never summed with active lesions."""
        return surface(self.counts[Layer.DAMAGE])

    def to_json(self) -> bytes:
        """Return the counts as text to cache."""
        return json.dumps(
            {
                "digest": self.digest,
                "strokes": self.strokes,
                "proposals": dict(self.proposals),
                "cells": {layer.value: dict(c.cells) for layer, c in self.counts.items()},
            }
        ).encode()


def painted(drawing: Drawing) -> Painted:
    """Return what a drawing amounts to."""
    counts = {
        layer: Counts(
            drawing.map,
            {
                region.label * 4 + level: n
                for region in drawing.map.regions
                for level in LEVELS
                if (n := mask.count(region, level))
            },
        )
        for layer, mask in drawing.masks.items()
    }
    return Painted(
        drawing.map, counts, proposals(drawing), len(drawing.entries), drawing.digest().hex()
    )


def from_json(body_map: BodyMap, text: bytes, digest: str) -> Painted | None:
    """Return cached figures, None when they belong to other strokes or another map."""
    try:
        data = json.loads(text)
        if data["digest"] != digest:
            return None
        counts = {
            layer: Counts(body_map, {int(k): int(n) for k, n in data["cells"][layer.value].items()})
            for layer in Layer
        }
        return Painted(body_map, counts, data["proposals"], data["strokes"], digest)
    except (ValueError, KeyError, TypeError):
        return None
