"""What a brush is on the patient: its width in centimetres and what one dab is worth.

The figure is 1875 cells tall, so one cell is 0.093 cm on a patient of 175 cm. The share of a dab is
exact in the group it is asked for; the front of the trunk stands for the rest when none is.
"""

from __future__ import annotations

from fractions import Fraction

from ordi_crf.core.bodymap import BodyMap, Region
from ordi_crf.core.raster import SUB, capsule_rows

FIGURE_CELLS = 1875
STATURE_CM = 175

SMALLEST, LARGEST = 2 * SUB, 70 * SUB
"""Radii on offer, in eighths of a cell: from a lesion of 4 mm to a palm of the hand."""


def diameter_cm(radius: int) -> Fraction:
    """Return the width of a brush on a patient of 175 cm; the radius is in eighths of a cell."""
    return Fraction(2 * radius * STATURE_CM, SUB * FIGURE_CELLS)


def dab_percent(body_map: BodyMap, radius: int, region: Region | None = None) -> Fraction:
    """Return the % of the body surface of one dab wholly inside a region's group."""
    group = body_map.group_of(region or body_map.region("chest"))
    middle = (radius // SUB + 2) * SUB
    rows = capsule_rows((middle, middle), (middle, middle), radius, (0, middle), middle)
    cells = sum(end - first for _, first, end in rows)
    return group.percent * cells / body_map.cells_of_groups[group]
