"""Contours: exact outlines of painted cells, holes and corners included."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordi_crf import atlas
from ordi_crf.core.bodymap import BodyMap, Group, Region
from ordi_crf.core.contour import Polygon, contour
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.paint import Mask
from ordi_crf.core.strokes import Fill, Layer, Stroke
from ordi_crf.forms.schema import Text


def grid(picture: str) -> Mask:
    """Return a mask painted level 1 where a picture has a hash."""
    rows = picture.split()
    width = len(rows[0])
    region = Region(
        1, "all", "front", None, "g", None, Fraction(1), width * len(rows), Text("x", "x")
    )
    body = BodyMap(
        bytes([1]) * width * len(rows), width, [region], [Group("front", "g", Fraction(1))]
    )
    mask = Mask(body)
    cells = [i for i, mark in enumerate("".join(rows)) if mark == "#"]
    mask.paint([(i, i + 1) for i in cells], bytes(5 if v == 4 else v for v in range(256)))
    return mask


def area(polygon: Polygon) -> Fraction:
    """Return the signed area of a polygon, positive when it runs clockwise with y down."""
    following = [*polygon[1:], polygon[0]]
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(polygon, following, strict=True))
    return Fraction(twice, 2)


def filled(polygons: list[Polygon], width: int, height: int) -> list[str]:
    """Return the picture that polygons fill by the even-odd rule at the cells' centres."""
    picture = []
    for y in range(height):
        crossings: list[int] = []
        for polygon in polygons:
            following = [*polygon[1:], polygon[0]]
            for (x0, y0), (_, y1) in zip(polygon, following, strict=True):
                if min(y0, y1) <= y < max(y0, y1):
                    crossings.append(x0)
        marks = ["#" if sum(c <= x for c in crossings) % 2 else "." for x in range(width)]
        picture.append("".join(marks))
    return picture


def test_nothing_painted_has_no_contour() -> None:
    assert contour(grid(".... ...."), 1) == []


def test_one_cell_is_a_square() -> None:
    assert contour(grid(".... .#.."), 1) == [[(2, 1), (2, 2), (1, 2), (1, 1)]]


def test_collinear_edges_are_one() -> None:
    (polygon,) = contour(grid(".... .##. .##."), 1)
    assert sorted(polygon) == [(1, 1), (1, 3), (3, 1), (3, 3)]


def test_a_hole_turns_the_other_way() -> None:
    polygons = contour(grid("###. #.#. ###."), 1)
    assert sorted(area(polygon) for polygon in polygons) == [-1, 9]


@pytest.mark.parametrize("picture", ["#... .#..", ".#.. #..."])
def test_cells_that_meet_at_a_corner_are_two_polygons(picture: str) -> None:
    assert [area(polygon) for polygon in contour(grid(picture), 1)] == [1, 1]


def test_another_level_has_no_part_in_it() -> None:
    assert contour(grid("##.. ##.."), 2) == []


@given(st.lists(st.text("#.", min_size=8, max_size=8), min_size=1, max_size=8))
@settings(deadline=None)
def test_filling_the_contour_gives_the_cells_back(rows: list[str]) -> None:
    polygons = contour(grid(" ".join(rows)), 1)
    assert filled(polygons, 8, len(rows)) == rows


@given(st.lists(st.text("#.", min_size=8, max_size=8), min_size=1, max_size=8))
@settings(deadline=None)
def test_no_corner_is_needless(rows: list[str]) -> None:
    for polygon in contour(grid(" ".join(rows)), 1):
        steps = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
        flat = [y0 == y1 for (_, y0), (_, y1) in steps]
        assert all(a != b for a, b in zip(flat, [*flat[1:], flat[0]], strict=True))


def test_the_area_of_a_drawing_is_its_cells() -> None:
    drawing = Drawing(atlas.body_map())
    drawing.apply(Layer.ACTIVE, Stroke(200, 2, ((4000, 4000), (4900, 5200), (3000, 5600))))
    drawing.apply(Layer.ACTIVE, Stroke(90, 0, ((4300, 4600),)))
    drawing.apply(Layer.ACTIVE, Fill("ear_L_back", 2))
    mask = drawing.masks[Layer.ACTIVE]
    cells = sum(mask.count(region, 2) for region in drawing.map.regions)
    assert sum(area(polygon) for polygon in contour(mask, 2)) == cells
