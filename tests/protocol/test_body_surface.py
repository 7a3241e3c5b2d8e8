"""The reference cases of the clinical specification, section 4.2, painted on the map."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ordi_crf import atlas
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Fill, Layer
from ordi_crf.core.surface import above_threshold, total

BODY = atlas.body_map()


def painted(*parts: str) -> Fraction:
    """Return the active surface of whole groups, or of single regions, in per cent."""
    codes = [r.code for r in BODY.regions if r.group in parts or r.code in parts]
    fills = [(Layer.ACTIVE, Fill(code, 2)) for code in codes]
    return total(Drawing.from_ops(BODY, fills).masks[Layer.ACTIVE])


@pytest.mark.parametrize(
    ("view", "groups"),
    [
        (
            "front",
            {"head": "4.5", "arm_R": "4.5", "arm_L": "4.5", "trunk_ant": "18", "leg_R": "9",
             "leg_L": "9", "perineum": "1"},
        ),
        (
            "back",
            {"head": "4.5", "arm_R": "4.5", "arm_L": "4.5", "trunk_post": "18", "leg_R": "9",
             "leg_L": "9"},
        ),
    ],
    ids=["BS-VIEWS front", "BS-VIEWS back"],
)  # fmt: skip
def test_a_view_has_its_half_of_the_rule_of_nines(view: str, groups: dict[str, str]) -> None:
    weights = {group.code: group.percent for group in BODY.groups if group.view == view}
    assert weights == {code: Fraction(percent) for code, percent in groups.items()}


@pytest.mark.parametrize(
    ("parts", "percent", "eligible"),
    [
        pytest.param(("trunk_post",), 18, False, id="BS-CASES trunk behind"),
        pytest.param(("arm_R", "arm_L"), 18, False, id="BS-CASES both arms"),
        pytest.param(("leg_L", "perineum"), 19, True, id="BS-CASES leg and perineum"),
    ],
)
def test_a_whole_part_is_its_percentage(
    parts: tuple[str, ...], percent: int, eligible: bool
) -> None:
    assert painted(*parts) == percent
    assert above_threshold(painted(*parts)) is eligible


def test_a_palm_beside_the_trunk_behind_is_above_18() -> None:
    """BS-CASES: 18 % alone is not, and a palm is about 1 %."""
    palm = next(r.code for r in BODY.regions if r.location == "11" and r.view == "front")
    assert Fraction(1, 2) < painted(palm) < Fraction(3, 2)
    assert above_threshold(painted("trunk_post", palm))
