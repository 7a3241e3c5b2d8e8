"""Body surface of a painted layer, exact: never rounded before it is compared.

The painted share of each rule-of-nines group and view times its percentage (Wallace 1951), as a
Fraction of whole cells. The protocol includes patients with *more than* 18 %: a leg, or the back of
the trunk, is exactly 18 and not above. Near the threshold the hand that draws is less exact than
the figure, so a band asks for a second rater and never changes the verdict. Leaf weights give a
separate sensitivity figure that decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import lcm
from typing import Protocol

from ordi_crf.core.bodymap import LEVELS, BodyMap, Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Mask, Patch
from ordi_crf.core.strokes import Fill, Layer, Op

THRESHOLD = Fraction(18)
"""% of body surface; the protocol asks for more than this."""
BAND = (Fraction(16), Fraction(20))
"""Within drawing error of the threshold: an edge drawn 2 mm too wide is worth 1.4 %."""
LEAST_SHARE = Fraction(5, 100)
"""Share of a stroke's painted area that makes a CLASI location touched on purpose."""

_MOST_PLACES = 9


class Counted(Protocol):
    """Anything that counts painted cells: a mask, or counts that were kept of one."""

    @property
    def map(self) -> BodyMap:
        """The label map that was painted on."""
        ...

    def count(self, region: Region, level: int) -> int:
        """Return how many cells of a region have a level."""
        ...


@dataclass(frozen=True, slots=True)
class Area:
    """What is painted of a region or location."""

    share: Fraction
    """% of its own area."""
    bsa: Fraction
    """% of the body surface."""
    highest: int
    """Highest level painted in it, 0 when none is."""


@dataclass(frozen=True, slots=True)
class Surface:
    """The figures of one layer, in % of the body surface."""

    total: Fraction
    levels: tuple[Fraction, Fraction, Fraction]
    """Of levels 1, 2 and 3."""
    regions: Mapping[str, Area]
    locations: Mapping[str | None, Area]
    """By CLASI row code in form order; None holds what is in no location (perineum)."""
    sensitivity: Fraction
    """By leaf weights; never used for eligibility."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """% of the body surface of one cell, by label, times a unit that makes it an integer."""

    nines: Mapping[int, int]
    nines_unit: int
    leaf: Mapping[int, int]
    leaf_unit: int


def surface(counted: Counted) -> Surface:
    """Return the figures of a layer."""
    weights = _weights(counted.map)
    regions = counted.map.regions
    cells = {r.label: tuple(counted.count(r, level) for level in LEVELS) for r in regions}
    by_row: dict[str | None, list[Region]] = {row: [] for row in (*_rows(counted.map), None)}
    for region in regions:
        by_row[region.location].append(region)
    levels = [
        sum(weights.nines[label] * painted[n] for label, painted in cells.items())
        for n in range(len(LEVELS))
    ]
    sensitivity = sum(weights.leaf[label] * sum(painted) for label, painted in cells.items())
    one, two, three = (Fraction(level, weights.nines_unit) for level in levels)
    return Surface(
        total=Fraction(sum(levels), weights.nines_unit),
        levels=(one, two, three),
        regions={region.code: _area(weights, cells, [region]) for region in regions},
        locations={row: _area(weights, cells, members) for row, members in by_row.items()},
        sensitivity=Fraction(sensitivity, weights.leaf_unit),
    )


def total(counted: Counted) -> Fraction:
    """Return the painted % of the body surface."""
    weights = _weights(counted.map)
    painted = sum(
        weights.nines[region.label] * counted.count(region, level)
        for region in counted.map.regions
        for level in LEVELS
    )
    return Fraction(painted, weights.nines_unit)


def above_threshold(bsa: Fraction) -> bool:
    """Return whether a painted % is strictly more than the protocol's 18."""
    return bsa > THRESHOLD


def near_threshold(bsa: Fraction, band: tuple[Fraction, Fraction] = BAND) -> bool:
    """Return whether a painted % lies in the band where a second rater is advised."""
    return band[0] <= bsa <= band[1]


def shown(figure: Fraction, places: int = 2) -> str:
    """Return a figure as digits that stand on its own side of the threshold and of zero.

    18.004 is shown as "18.004", not as "18.00"; what no digits can tell apart is "> 18".
    """
    if figure > 0 and not round(figure * 10**places):
        return f"< {_decimal(Fraction(1, 10**places), places)}"
    for digits in range(places, _MOST_PLACES + 1):
        rounded = Fraction(round(figure * 10**digits), 10**digits)
        if _side(rounded) == _side(figure):
            return _decimal(rounded, digits)
    return f"> {THRESHOLD}" if figure > THRESHOLD else f"< {THRESHOLD}"


def proposals(drawing: Drawing) -> dict[str, int]:
    """Return the erythema that the painting proposes for CLASI locations, by row code.

    The highest level of any stroke or fill that has 5 % or more of its painted area there, so that
    a slip over a border proposes nothing. Only what still has the stroke's level counts: erased
    and repainted cells do not.
    """
    found: dict[str, int] = {}
    mask = drawing.masks[Layer.ACTIVE]
    for layer, op, patch in drawing.covered():
        if layer is not Layer.ACTIVE or op.level == 0:
            continue
        cells = _remaining(mask, op, patch)
        for row in _touched(cells):
            found[row] = max(found.get(row, 0), op.level)
    return dict(sorted(found.items()))


def _side(figure: Fraction) -> int:
    return (figure > THRESHOLD) - (figure < THRESHOLD)


def _decimal(figure: Fraction, places: int) -> str:
    """Return a figure that has at most these decimals as digits."""
    whole, rest = divmod(int(figure * 10**places), 10**places)
    return f"{whole}.{rest:0{places}}" if places else str(whole)


@cache
def _rows(body_map: BodyMap) -> tuple[str, ...]:
    return tuple(sorted({r.location for r in body_map.regions if r.location}))


@cache
def _weights(body_map: BodyMap) -> _Weights:
    """Return what a painted cell is worth, as integers over one denominator for the whole map."""
    of_groups = body_map.cells_of_groups
    nines = {}
    for region in body_map.regions:
        group = body_map.group_of(region)
        nines[region.label] = group.percent / of_groups[group]
    leaf = {region.label: region.leaf_weight / region.cells for region in body_map.regions}
    nines_unit = lcm(*(worth.denominator for worth in nines.values()))
    leaf_unit = lcm(*(worth.denominator for worth in leaf.values()))
    return _Weights(
        {label: int(worth * nines_unit) for label, worth in nines.items()},
        nines_unit,
        {label: int(worth * leaf_unit) for label, worth in leaf.items()},
        leaf_unit,
    )


def _area(weights: _Weights, cells: Mapping[int, tuple[int, ...]], regions: list[Region]) -> Area:
    painted = {region.label: sum(cells[region.label]) for region in regions}
    levels = (zip(LEVELS, cells[label], strict=True) for label, n in painted.items() if n)
    highest = max((level for pairs in levels for level, n in pairs if n), default=0)
    return Area(
        Fraction(100 * sum(painted.values()), sum(region.cells for region in regions)),
        Fraction(sum(weights.nines[r] * n for r, n in painted.items()), weights.nines_unit),
        highest,
    )


def _remaining(mask: Mask, op: Op, patch: Patch) -> dict[Region, int]:
    """Return, by region, the cells an operation covered that still have its level."""
    if isinstance(op, Fill):
        region = mask.map.region(op.region)
        return {region: mask.count(region, op.level)}
    cells = b"".join(bytes(mask.cells[first : first + len(old)]) for first, old in patch)
    counts = {region: cells.count(region.label * 4 + op.level) for region in mask.map.regions}
    return {region: n for region, n in counts.items() if n}


def _touched(cells: Mapping[Region, int]) -> list[str]:
    """Return the CLASI rows that hold 5 % or more of these cells."""
    by_row: dict[str, int] = {}
    for region, n in cells.items():
        if region.location:
            by_row[region.location] = by_row.get(region.location, 0) + n
    painted = sum(cells.values())
    return [row for row, n in by_row.items() if n and n >= LEAST_SHARE * painted]
