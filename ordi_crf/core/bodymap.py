"""The body map: which region of which view every cell of the drawing belongs to.

A label map of 2000 x 1960 cells (front left, back right), one byte a cell: 0 outside the body, else
the label of one of 44 regions. A region is CLASI location x rule-of-nines group x view x side; it
never straddles two groups, so one painting yields both % body surface and the CLASI locations.
Percentages are Wallace's rule of nines (1951), halved between the views. The map of a release is
frozen: its SHA-256 goes with every drawing (ADR 3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from hashlib import sha256

from ordi_crf.forms.schema import Text

LEVELS = (1, 2, 3)
"""Painted severities; 0 is unpainted."""


@dataclass(frozen=True, slots=True)
class Group:
    """A rule-of-nines group as one view shows it, and its share of the body surface in %."""

    view: str
    code: str
    percent: Fraction


@dataclass(frozen=True, slots=True)
class Region:
    """A leaf of the map; `side` is the patient's, `location` a CLASI row or None (perineum)."""

    label: int
    code: str
    view: str
    side: str | None
    group: str
    location: str | None
    leaf_weight: Fraction
    """% of body surface in the sensitivity figure alone, in the spirit of Lund and Browder."""
    cells: int
    name: Text


class BodyMap:
    """The label map with its regions; equal for everyone who paints on it."""

    def __init__(
        self, labels: bytes, width: int, regions: Iterable[Region], groups: Iterable[Group]
    ) -> None:
        self.labels = labels
        self.width, self.height = width, len(labels) // width
        self.regions = tuple(regions)
        self.groups = tuple(groups)
        self._by_code = {region.code: region for region in self.regions}
        if self.width * self.height != len(labels) or width % 2:
            raise ValueError("The label map is not two views of whole rows.")
        if [region.label for region in self.regions] != list(range(1, len(self.regions) + 1)):
            raise ValueError("The regions are not labelled 1, 2, 3 and so on.")

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the label map, in hexadecimal."""
        return sha256(self.labels).hexdigest()

    @cached_property
    def blank_cells(self) -> bytes:
        """The cells of a mask on which nothing is painted: 4 * label each."""
        return self.labels.translate(bytes(v * 4 & 255 for v in range(256)))

    @property
    def view_width(self) -> int:
        """Columns of one view."""
        return self.width // 2

    def region(self, code: str) -> Region:
        """Return a region by its code; KeyError when the map has none."""
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def region_at(self, x: int, y: int) -> Region | None:
        """Return the region of a cell, None outside the body."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return None
        label = self.labels[y * self.width + x]
        return self.regions[label - 1] if label else None

    def group_of(self, region: Region) -> Group:
        """Return the rule-of-nines group that a region is weighed with."""
        return next(g for g in self.groups if (g.view, g.code) == (region.view, region.group))

    @cached_property
    def cells_of_groups(self) -> dict[Group, int]:
        """Cells of each group, the denominator of its share."""
        cells = dict.fromkeys(self.groups, 0)
        for region in self.regions:
            cells[self.group_of(region)] += region.cells
        return cells

    def rows_of(self, region: Region) -> Iterable[tuple[int, int]]:
        """Yield, row by row, the range of cell indexes that holds the region (and others)."""
        mark = bytes((region.label,))
        top = self.labels.find(mark) // self.width
        bottom = self.labels.rfind(mark) // self.width
        for row in range(top, bottom + 1):
            start = row * self.width
            first = self.labels.find(mark, start, start + self.width)
            if first >= 0:
                yield first, self.labels.rfind(mark, start, start + self.width) + 1
