"""Body surface: exact at the threshold, proposals by stroke, figures that never round over 18."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import pi

import pytest

from ordi_crf import atlas
from ordi_crf.core.bodymap import Group, Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Mask
from ordi_crf.core.strokes import Fill, Layer, Op, Stroke
from ordi_crf.core.surface import (
    above_threshold,
    near_threshold,
    proposals,
    shown,
    surface,
    total,
)

BODY = atlas.body_map()
ACTIVE, DAMAGE = Layer.ACTIVE, Layer.DAMAGE


def members(group: Group) -> list[Region]:
    return [region for region in BODY.regions if BODY.group_of(region) == group]


def drawn(*ops: Op, layer: Layer = ACTIVE) -> Drawing:
    return Drawing.from_ops(BODY, [(layer, op) for op in ops])


def active(drawing: Drawing) -> Mask:
    return drawing.masks[ACTIVE]


def dab(x: int, y: int, radius: int = 20, level: int = 2) -> Stroke:
    return Stroke(radius * 8, level, ((x * 8, y * 8),))


class Filled:
    """Counts of a map whose groups are wholly painted."""

    map = BODY

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self._groups = groups

    def count(self, region: Region, level: int) -> int:
        return region.cells if level == 2 and BODY.group_of(region) in self._groups else 0


EXACTLY_18 = [
    chosen
    for size in range(1, len(BODY.groups) + 1)
    for chosen in combinations(BODY.groups, size)
    if sum(group.percent for group in chosen) == 18
]


@pytest.mark.parametrize("group", BODY.groups, ids=lambda g: f"{g.view} {g.code}")
def test_a_filled_group_is_exactly_its_percentage(group: Group) -> None:
    """BS-NINES, BS-EXACT."""
    drawing = drawn(*(Fill(region.code, 3) for region in members(group)))
    assert total(active(drawing)) == group.percent


def test_there_are_83_ways_to_fill_exactly_18_percent() -> None:
    assert len(EXACTLY_18) == 83


def test_none_of_the_ways_to_fill_exactly_18_percent_is_above() -> None:
    """BS-18."""
    figures = [total(Filled(groups)) for groups in EXACTLY_18]
    assert not [figure for figure in figures if figure != 18 or above_threshold(figure)]


def test_a_leg_is_18_and_a_leg_with_one_cell_more_is_above() -> None:
    """BS-18."""
    leg = [r for r in BODY.regions if r.group == "leg_R"]
    drawing = drawn(*(Fill(region.code, 1) for region in leg))
    assert not above_threshold(total(active(drawing)))
    drawing.apply(ACTIVE, Stroke(5, 1, ((500 * 8 + 4, 500 * 8 + 4),)))
    cell = Fraction(18, sum(r.cells for r in BODY.regions if r.group == "trunk_ant"))
    assert total(active(drawing)) == 18 + cell
    assert above_threshold(total(active(drawing)))


def test_the_whole_body_is_100_percent() -> None:
    figures = surface(Filled(BODY.groups))
    assert (figures.total, figures.sensitivity) == (100, 100)


def test_levels_add_up_to_the_total() -> None:
    figures = surface(active(drawn(dab(500, 500, level=1), dab(520, 500, level=3))))
    assert sum(figures.levels) == figures.total
    assert figures.levels[0] > 0 < figures.levels[2]


def test_layers_are_not_summed() -> None:
    """BS-LAYERS."""
    drawing = drawn(Fill("chest", 1), layer=DAMAGE)
    assert total(active(drawing)) == 0
    assert total(drawing.masks[DAMAGE]) > 8


def test_a_location_across_two_groups_weighs_each_part_by_its_own() -> None:
    figures = surface(active(drawn(Fill("neck_front", 1), Fill("v_chest", 2))))
    neck, chest = figures.regions["neck_front"].bsa, figures.regions["v_chest"].bsa
    whole = figures.locations["05"]
    assert (whole.share, whole.bsa, whole.highest) == (100, neck + chest, 2)


def test_the_perineum_is_in_no_location_but_in_the_total() -> None:
    figures = surface(active(drawn(Fill("perineum", 1))))
    assert figures.total == 1
    assert figures.locations[None].bsa == 1
    assert not any(area.bsa for row, area in figures.locations.items() if row)


def test_the_sensitivity_figure_weighs_by_leaf() -> None:
    """BS-LEAF."""
    figures = surface(active(drawn(Fill("foot_R_front", 1))))
    assert figures.sensitivity == Fraction(8, 5)
    assert figures.total != figures.sensitivity


@pytest.mark.parametrize(
    ("figure", "near"),
    [("15.99", False), ("16", True), ("18", True), ("20", True), ("20.01", False)],
)
def test_the_band_holds_its_ends(figure: str, near: bool) -> None:
    """BS-BAND."""
    assert near_threshold(Fraction(figure)) is near


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("0", "0.00"),
        ("0.001", "< 0.01"),
        ("0.005", "< 0.01"),
        ("0.006", "0.01"),
        ("6.633", "6.63"),
        ("17.999", "17.999"),
        ("18", "18.00"),
        ("18.004", "18.004"),
        ("18.00001", "18.00001"),
        ("18.005", "18.005"),
        ("18.006", "18.01"),
        ("18.0000000000001", "> 18"),
        ("17.9999999999999", "< 18"),
        ("100", "100.00"),
    ],
)
def test_a_figure_is_shown_on_its_own_side_of_the_threshold(figure: str, text: str) -> None:
    """BS-EXACT, BS-18."""
    assert shown(Fraction(figure)) == text


def test_a_figure_can_be_shown_with_one_place() -> None:
    assert shown(Fraction("3.25"), places=1) == "3.2"


@pytest.mark.parametrize("radius", [4, 7, 14, 35])
@pytest.mark.parametrize("offset", [(0, 0), (3, 5), (4, 4), (7, 1)])
def test_a_disc_is_within_a_five_hundredth_of_a_percent(
    radius: int, offset: tuple[int, int]
) -> None:
    point = (500 * 8 + offset[0], 560 * 8 + offset[1])
    painted = total(active(drawn(Stroke(radius * 8, 1, (point,)))))
    cells = sum(r.cells for r in BODY.regions if r.group == "trunk_ant")
    assert abs(float(painted) - 18 * pi * radius**2 / cells) <= 0.002


@pytest.mark.parametrize("angle", [(3, 4), (5, -12), (-8, 15), (13, 1), (2, -11)])
def test_an_oblique_edge_is_within_four_thousandths_of_a_percent(angle: tuple[int, int]) -> None:
    """A wide band over the trunk, against the same band sampled 6 x 6 times in each cell.

    An edge drawn exactly along the rows can be half a cell (0.5 mm) off over all its length.
    """
    radius, (dx, dy) = 60 * 8 + 3, angle
    far = 20_000 // max(abs(dx), abs(dy))
    a, b = (4000 - dx * far, 4480 - dy * far), (4000 + dx * far, 4480 + dy * far)
    drawing = drawn(Stroke(radius, 1, ((4000, 4480), a, b)))
    trunk = [r for r in BODY.regions if r.group == "trunk_ant"]
    cells = sum(r.cells for r in trunk)
    painted = sum(active(drawing).count(r, 1) for r in trunk)
    truth = sampled_band({r.label for r in trunk}, a, (dx, dy), radius)
    assert abs(painted - truth) * 18 / cells <= 0.004


def sampled_band(
    labels: set[int], a: tuple[int, int], direction: tuple[int, int], radius: int
) -> float:
    """Return the area, in cells, of the trunk within a distance of an endless line."""
    dx, dy = direction
    length = (dx * dx + dy * dy) ** 0.5
    area = 0.0
    for y in range(280, 1060):
        row = BODY.labels[y * BODY.width : y * BODY.width + BODY.view_width]
        for x, label in enumerate(row):
            if label not in labels:
                continue
            far = abs((x * 8 + 4 - a[0]) * dy - (y * 8 + 4 - a[1]) * dx) / length - radius
            if far < -8:
                area += 1
            elif far < 8:
                area += sampled_cell(x, y, a, direction, radius * length)
    return area


def sampled_cell(
    x: int, y: int, a: tuple[int, int], direction: tuple[int, int], reach: float
) -> float:
    dx, dy = direction
    steps = [(2 * k + 1) * 8 / 12 for k in range(6)]
    inside = sum(
        abs((x * 8 + u - a[0]) * dy - (y * 8 + v - a[1]) * dx) <= reach
        for u in steps
        for v in steps
    )
    return inside / 36


def test_a_stroke_proposes_its_level_for_its_location() -> None:
    """BS-LINK."""
    assert proposals(drawn(dab(500, 560, level=2))) == {"07": 2}


def test_the_highest_stroke_is_proposed() -> None:
    assert proposals(drawn(dab(480, 560, level=3), dab(560, 560, level=1))) == {"07": 3}


def test_a_small_slip_over_a_border_proposes_nothing_there() -> None:
    slip = Stroke(20 * 8, 2, ((500 * 8, 560 * 8), (500 * 8, 640 * 8)))
    figures = surface(active(drawn(slip)))
    assert figures.locations["08"].highest == 2
    assert proposals(drawn(slip)) == {"07": 2}


def test_a_small_lesion_of_its_own_is_proposed() -> None:
    assert proposals(drawn(dab(400, 1200, radius=3), Fill("chest", 1))) == {"07": 1, "12": 2}


def test_an_erased_stroke_proposes_nothing() -> None:
    assert proposals(drawn(dab(500, 560), dab(500, 560, radius=25, level=0))) == {}


def test_what_was_erased_does_not_hold_a_stroke_back() -> None:
    """Most of a stroke over two locations is erased: the rest decides alone."""
    both = Stroke(20 * 8, 2, ((500 * 8, 560 * 8), (500 * 8, 660 * 8)))
    rub = Stroke(60 * 8, 0, ((500 * 8, 602 * 8),))
    assert proposals(drawn(both, rub)) == {"08": 2}


def test_a_stroke_painted_over_by_another_level_proposes_nothing() -> None:
    assert proposals(drawn(dab(500, 560, level=3), dab(500, 560, radius=25, level=1))) == {"07": 1}


def test_the_same_level_painted_over_keeps_both_strokes() -> None:
    small = dab(500, 650, radius=5)
    large = Stroke(30 * 8, 2, ((500 * 8, 400 * 8), (500 * 8, 630 * 8)))
    assert proposals(drawn(small, large)) == proposals(drawn(large, small))


def test_damage_proposes_no_erythema() -> None:
    assert proposals(drawn(Fill("chest", 3), layer=DAMAGE)) == {}
