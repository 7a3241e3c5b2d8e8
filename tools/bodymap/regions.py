"""The 44 regions: cutters, rule-of-nines group, CLASI location, leaf weight and names.

A region is CLASI location x rule-of-nines group x view x side. It is cut out of a part of the
figure by one or more closed paths; regions are painted in order and the later one wins, so they
are a partition by construction. Leaf weights are a convention in the spirit of Lund and Browder
(each group still sums to its rule-of-nines share) and feed the sensitivity figure alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tools.bodymap.curves import (
    Path,
    across,
    flipped,
    knots,
    polygon,
    rectangle,
    spline,
    symmetric,
)
from tools.bodymap.outline import ELBOW, SHOULDER, WRIST, Point, View, beside

Part: TypeAlias = Literal["body", "head", "ears"]

SHOULDER_CUT = [(214, 325), (208, 368), (198, 418), (186, 464), (174.8, 500.2)]
NECK_CUT_FRONT = [(0, 349), (22, 346), (56, 333), (92, 306)]
V_CUT = [(0, 478), (22, 440), (52, 380), (80, 326), (96, 292), (102, 250)]
XIPHOID_CUT = [(0, 628), (80, 636), (185, 660)]
GROIN_CUT = [(0, 1010), (30, 985), (90, 935), (150, 893), (215, 862)]
GENITAL_CUT = [(0, 945), (34, 947), (31, 972), (17, 996), (0, 1012)]
KNEE_Y, ANKLE_Y = 1352, 1764
NAPE_HAIRLINE = [(0, 226), (30, 222), (50, 212), (66, 190), (86, 168)]
NECK_CUT_BACK = [(0, 340), (40, 334), (76, 322), (108, 300)]
YOKE_CUT = [(0, 412), (70, 414), (140, 424), (205, 440)]
WAIST_CUT = [(0, 690), (80, 692), (190, 700)]
BUTTOCK_CUT = [(0, 846), (60, 838), (120, 846), (205, 872)]
FOLD_CUT = [(0, 1012), (40, 1024), (95, 1026), (150, 1008), (215, 985)]
HAIRLINE = [(0, 43), (28, 44), (48, 50), (58, 62), (64, 82), (74, 96), (92, 100)]
MALAR_CUT = [
    (0, 116), (11, 117), (13.5, 134), (28, 145), (52, 143), (69, 148), (67, 163), (52, 178),
    (33, 184), (22, 180), (12, 182), (0, 183),
]  # fmt: skip

SKY, FLOOR, SIDE = -200, 2200, 900
"""Beyond the figure on every side."""

GROUP_PERCENT: dict[View, dict[str, str]] = {
    "front": {"head": "4.5", "arm_R": "4.5", "arm_L": "4.5", "trunk_ant": "18", "leg_R": "9",
              "leg_L": "9", "perineum": "1"},
    "back": {"head": "4.5", "arm_R": "4.5", "arm_L": "4.5", "trunk_post": "18", "leg_R": "9",
             "leg_L": "9"},
}  # fmt: skip
"""Wallace's rule of nines, % of body surface, halved between the views."""

LOCATIONS = {
    "scalp": "01", "ears": "02", "nose_malar": "03", "face_rest": "04", "v_neck": "05",
    "post_neck_shoulders": "06", "chest": "07", "abdomen": "08", "back_buttocks": "09",
    "arms": "10", "hands": "11", "legs": "12", "feet": "13",
}  # fmt: skip
"""CLASI locations in form order (Albrecht 2005)."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One cutter of a region: what lies in all its paths and in the part belongs to the region."""

    region: str
    group: str
    location: str | None
    leaf_weight: str
    paths: tuple[Path, ...]
    part: Part = "body"


def below(half: Sequence[Point]) -> Path:
    """Return everything under the curve of a right half and its mirror image."""
    return _half_plane(half, FLOOR)


def above(half: Sequence[Point]) -> Path:
    """Return everything over the curve of a right half and its mirror image."""
    return _half_plane(half, SKY)


def _half_plane(half: Sequence[Point], edge: float) -> Path:
    end = half[-1][1]
    frame: Path = [("L", SIDE, end), ("L", SIDE, edge), ("L", -SIDE, edge), ("L", -SIDE, end)]
    return [*spline(across(half), closed=False), *frame, ("Z",)]


def _arm() -> Path:
    """Return the cutter of the viewer's right arm: armpit, gap beside the trunk, round the arm."""
    gap = [(176.5, 520), (181, 560), (235, 760), (250, 1250), (900, 1250), (900, 200), (214, 200)]
    return [*spline(knots(SHOULDER_CUT), closed=False), *(("L", x, y) for x, y in gap), ("Z",)]


def _beyond(a: Point, b: Point) -> Path:
    """Return what lies beyond the joint b of the limb a-b, on the arm's side."""
    near, far = 1.0, 1.0 + 3
    return polygon(
        [beside(a, b, near, 140), beside(a, b, near, -140), beside(a, b, far, -140),
         beside(a, b, far, 420)]
    )  # fmt: skip


class _View:
    """Collects the cuts of one view; paired regions are cut on both sides at once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.cuts: list[Cut] = []
        self._sides = ("L", "R") if view == "front" else ("R", "L")

    def add(
        self, region: str, group: str, location: str | None, weight: str, path: Path,
        part: Part = "body",
    ) -> None:  # fmt: skip
        self.cuts.append(Cut(region, group, location, weight, (path,), part))

    def pair(
        self, stem: str, group: str, location: str, weight: str, *paths: Path, part: Part = "body"
    ) -> None:
        """Cut the viewer's right side, then its mirror image."""
        for side, shapes in zip(self._sides, (paths, [flipped(p) for p in paths]), strict=True):
            sided = f"{group}_{side}" if group in ("arm", "leg") else group
            name = f"{stem}_{side}_{self.view}"
            self.cuts.append(Cut(name, sided, location, weight, tuple(shapes), part))

    def legs(self, thigh_cut: Path) -> None:
        inner = 850
        self.pair("thigh", "leg", "legs", "4.25", thigh_cut, rectangle(0, inner, SIDE, FLOOR))
        self.pair("lowleg", "leg", "legs", "3.15", rectangle(0, KNEE_Y, 240, FLOOR))
        self.pair("foot", "leg", "feet", "1.6", rectangle(0, ANKLE_Y, 240, FLOOR))

    def arms(self) -> None:
        self.pair("uparm", "arm", "arms", "1.875", _arm())
        self.pair("forearm", "arm", "arms", "1.375", _arm(), _beyond(SHOULDER, ELBOW))
        self.pair("hand", "arm", "hands", "1.25", _arm(), _beyond(ELBOW, WRIST))

    def ears(self) -> None:
        self.pair("ear", "head", "ears", "0.1", rectangle(0, SKY, SIDE, FLOOR), part="ears")


def cuts(view: View) -> list[Cut]:
    """Return the cuts of a view in painting order."""
    return _front() if view == "front" else _back()


def _front() -> list[Cut]:
    v = _View("front")
    everything = rectangle(-SIDE, SKY, SIDE, FLOOR)
    v.add("chest", "trunk_ant", "chest", "8.4", everything)
    v.add("v_chest", "trunk_ant", "v_neck", "0.6", above(V_CUT))
    v.add("neck_front", "head", "v_neck", "1.0", above(NECK_CUT_FRONT))
    v.add("abdomen", "trunk_ant", "abdomen", "9.0", below(XIPHOID_CUT))
    v.legs(below(GROIN_CUT))
    v.add("perineum", "perineum", None, "1.0", symmetric(GENITAL_CUT))
    v.arms()
    v.ears()
    v.add("face_rest", "head", "face_rest", "2.05", everything, "head")
    v.add("scalp_front", "head", "scalp", "0.75", above(HAIRLINE), "head")
    v.add("nose_malar", "head", "nose_malar", "0.5", symmetric(MALAR_CUT), "head")
    return v.cuts


def _back() -> list[Cut]:
    v = _View("back")
    right = rectangle(0, SKY, SIDE, FLOOR)
    v.add("back_upper", "trunk_post", "back_buttocks", "6.5", rectangle(-SIDE, SKY, SIDE, FLOOR))
    v.add("back_lower", "trunk_post", "back_buttocks", "4.5", below(WAIST_CUT))
    v.pair("shoulder", "trunk_post", "post_neck_shoulders", "1.0", above(YOKE_CUT), right)
    v.add("neck_back", "head", "post_neck_shoulders", "1.0", above(NECK_CUT_BACK))
    hips = rectangle(0, 700, SIDE, FLOOR)
    v.pair("buttock", "trunk_post", "back_buttocks", "2.5", below(BUTTOCK_CUT), hips)
    v.legs(below(FOLD_CUT))
    v.arms()
    v.ears()
    v.add("scalp_back", "head", "scalp", "3.3", above(NAPE_HAIRLINE), "head")
    v.add("neck_back", "head", "post_neck_shoulders", "1.0", below(NAPE_HAIRLINE), "head")
    return v.cuts
