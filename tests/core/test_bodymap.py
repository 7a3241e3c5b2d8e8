"""The frozen map: a partition that agrees with the rule of nines and with the patient's sides."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction

import pytest

from ordi_crf import atlas
from ordi_crf.core.bodymap import BodyMap, Group, Region
from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import Language, Text
from ordi_crf.paths import resource

BODY = atlas.body_map()
PAIRS = [
    (region, BODY.region(region.code.replace("_R_", "_L_")))
    for region in BODY.regions
    if region.side == "R"
]
SHA256 = "0225ee4682850ce29783f9c0ba43e47915c807e66fd28c44649c5ccd91966c79"


def centre_of(region: Region) -> Fraction:
    """Return the mean column of a region within its view."""
    columns = 0
    for first, end in BODY.rows_of(region):
        row = BODY.labels[first:end]
        start = first % BODY.width
        columns += sum(start + x for x, label in enumerate(row) if label == region.label)
    return Fraction(columns, region.cells) - (BODY.view_width if region.view == "back" else 0)


def test_the_map_is_the_one_of_this_release() -> None:
    assert BODY.sha256 == SHA256


def test_the_map_is_two_views_side_by_side() -> None:
    assert (BODY.width, BODY.height, BODY.view_width) == (2000, 1960, 1000)


def test_the_cells_of_every_region_are_as_listed() -> None:
    cells = Counter(BODY.labels)
    del cells[0]
    assert cells == {region.label: region.cells for region in BODY.regions}


def test_there_are_44_regions_with_codes_of_their_own() -> None:
    assert len({region.code for region in BODY.regions}) == 44


def test_every_region_lies_in_its_view() -> None:
    for region in BODY.regions:
        columns = {
            x % BODY.width // BODY.view_width
            for first, end in BODY.rows_of(region)
            for x in (first, end - 1)
        }
        assert columns == {("front", "back").index(region.view)}, region.code


def test_the_groups_are_the_whole_body() -> None:
    assert sum(group.percent for group in BODY.groups) == 100


@pytest.mark.parametrize(
    ("codes", "percent"),
    [
        (("head",), 9),
        (("arm_R",), 9),
        (("arm_L",), 9),
        (("leg_R",), 18),
        (("leg_L",), 18),
        (("trunk_ant",), 18),
        (("trunk_post",), 18),
        (("perineum",), 1),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else str(value),
)
def test_groups_weigh_as_wallace_has_them(codes: tuple[str, ...], percent: int) -> None:
    """BS-NINES."""
    assert sum(g.percent for g in BODY.groups if g.code in codes) == percent


@pytest.mark.parametrize("group", BODY.groups, ids=lambda g: f"{g.view} {g.code}")
def test_leaf_weights_sum_to_their_group(group: Group) -> None:
    """BS-LEAF."""
    leaves = [r.leaf_weight for r in BODY.regions if BODY.group_of(r) == group]
    assert sum(leaves) == group.percent


def test_locations_are_the_rows_of_the_clasi() -> None:
    """BS-ROWS."""
    rows = {code.value for code in LOCATIONS.codes}
    assert {r.location for r in BODY.regions if r.location} == rows


def test_only_the_perineum_has_no_location() -> None:
    """BS-ROWS."""
    assert [r.code for r in BODY.regions if r.location is None] == ["perineum"]


@pytest.mark.parametrize(("right", "left"), PAIRS, ids=[right.code for right, _ in PAIRS])
def test_right_and_left_have_the_same_cells(right: Region, left: Region) -> None:
    assert right.cells == left.cells


@pytest.mark.parametrize(("right", "left"), PAIRS, ids=[right.code for right, _ in PAIRS])
def test_the_patients_right_is_on_the_viewers_left_from_the_front_only(
    right: Region, left: Region
) -> None:
    assert (centre_of(right) < centre_of(left)) is (right.view == "front")


@pytest.mark.parametrize(("right", "left"), PAIRS, ids=[right.code for right, _ in PAIRS])
def test_names_say_the_side_in_both_languages(right: Region, left: Region) -> None:
    assert right.name.en.startswith("Right ")
    assert left.name.en.startswith("Left ")
    assert "derech" in right.name.es
    assert "izquierd" in left.name.es


@pytest.mark.parametrize("language", Language)
def test_names_are_all_different(language: Language) -> None:
    assert len({region.name.in_(language) for region in BODY.regions}) == 44


@pytest.mark.parametrize(
    ("x", "y", "code"),
    [
        (400, 600, "chest"),
        (1500, 100, "scalp_back"),
        (220, 700, "uparm_R_front"),
        (1780, 700, "uparm_R_back"),
        (0, 0, None),
        (-1, 500, None),
        (2000, 500, None),
        (500, 1960, None),
    ],
)
def test_a_cell_knows_its_region(x: int, y: int, code: str | None) -> None:
    region = BODY.region_at(x, y)
    assert (region.code if region else None) == code


def test_labels_that_are_not_whole_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="two views of whole rows"):
        BodyMap(bytes(7), 4, [], [])


def test_labels_out_of_order_are_refused() -> None:
    odd = Region(2, "x", "front", None, "head", None, Fraction(1), 1, Text("X", "X"))
    with pytest.raises(ValueError, match="labelled"):
        BodyMap(bytes(8), 4, [odd], [])


def test_the_figure_lies_on_the_map() -> None:
    """Every outline point of a part is within two cells of skin."""
    for view in atlas.figure().views:
        for part in (view.body, view.head, *view.ears):
            points = [numbers[-2:] for command, numbers in part if command != "Z"]
            for x, y in points:
                around = [(int(x) + dx, int(y) + dy) for dx in (-2, 0, 2) for dy in (-2, 0, 2)]
                assert any(BODY.region_at(*cell) for cell in around), (view.view, x, y)


def test_the_assets_are_readable_text() -> None:
    assert json.loads(resource("bodymap", "regions.json").read_text(encoding="utf-8"))[
        "sha256"
    ] == (SHA256)
    assert atlas.shade_file().is_file()
