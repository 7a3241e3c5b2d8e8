"""The vector figure: what screen and paper draw, in the label map's coordinates.

Both views stand side by side on one canvas of 2000 x 1960 units: front left, back right.
"""

from __future__ import annotations

from typing import Any

from tools.bodymap import landmarks, outline
from tools.bodymap import regions as cut
from tools.bodymap.curves import Path, across, flipped, knots, spline, symmetric
from tools.bodymap.outline import ELBOW, SHOULDER, WRIST, View, beside

WIDTH, HEIGHT = 1000, 1960
"""Canvas of one view, in units; the mid-line is at 500, the crown at 30."""
LEFT, TOP = -500, -30

STROKES = {"outline": 2.6, "jaw": 2.0, "divider": 1.5, "line1": 1.6, "line2": 2.1, "line3": 3.4}
"""Line widths in units at full size."""


def figure() -> dict[str, Any]:
    """Return the figure of both views, ready for JSON."""
    return {
        "size": [2 * WIDTH, HEIGHT],
        "strokes": STROKES,
        "views": [_view("front", -LEFT), _view("back", WIDTH - LEFT)],
    }


def _view(view: View, dx: float) -> dict[str, Any]:
    def placed(path: Path) -> list[list[str | float]]:
        return [_segment(s, dx) for s in path]

    hairline = cut.HAIRLINE if view == "front" else cut.NAPE_HAIRLINE
    return {
        "view": view,
        "body": placed(outline.body(view)),
        "head": placed(outline.head(view)),
        "ears": [placed(outline.ear(side)) for side in (1, -1)],
        "scalp": placed(cut.above(hairline)),
        "irises": [placed(p) for p in landmarks.IRISES] if view == "front" else [],
        "lines": [[weight, placed(path)] for weight, path in landmarks.lines(view)],
        "body_dividers": [placed(path) for path in _body_dividers(view)],
        "head_dividers": [placed(path) for path in _head_dividers(view)],
    }


def _segment(segment: tuple[Any, ...], dx: float) -> list[str | float]:
    numbers = [round(v + (dx if k % 2 == 0 else -TOP), 2) for k, v in enumerate(segment[1:])]
    return [segment[0], *numbers]


def _head_dividers(view: View) -> list[Path]:
    hairline = cut.HAIRLINE if view == "front" else cut.NAPE_HAIRLINE
    paths = [spline(across(hairline), closed=False)]
    if view == "front":
        paths.append(symmetric(cut.MALAR_CUT))
    return paths


def _body_dividers(view: View) -> list[Path]:
    front = (cut.NECK_CUT_FRONT, cut.V_CUT, cut.XIPHOID_CUT, cut.GROIN_CUT)
    back = (cut.NECK_CUT_BACK, cut.YOKE_CUT, cut.WAIST_CUT, cut.BUTTOCK_CUT, cut.FOLD_CUT)
    paths = [spline(across(half), closed=False) for half in (front if view == "front" else back)]
    shoulder = spline(knots(cut.SHOULDER_CUT), closed=False)
    paths += [shoulder, flipped(shoulder)]
    for a, b in ((SHOULDER, ELBOW), (ELBOW, WRIST)):
        outer, inner = beside(a, b, 1.0, 70), beside(a, b, 1.0, -70)
        joint: Path = [("M", outer.x, outer.y), ("L", inner.x, inner.y)]
        paths += [joint, flipped(joint)]
    for y in (cut.KNEE_Y, cut.ANKLE_Y):
        paths.append([("M", -260, y), ("L", 260, y)])
    if view == "front":
        paths.append(symmetric(cut.GENITAL_CUT))
    else:
        paths += [[("M", 0, 340), ("L", 0, 412)], [("M", 0, 846), ("L", 0, 1012)]]
    return paths
