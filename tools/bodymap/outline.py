"""The outline of the body as numbers: head, ears, neck, limbs, hands and feet of each view.

Our own drawing. Half-widths and heights follow the usual 7.5-head canon (one head = 250 units);
landmarks are listed with the fraction of stature they stand for in the design of the map.
Front view: the viewer's right is the patient's left. Back view: it is the patient's right.
"""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

from tools.bodymap.curves import Knot, Path, faired, knots, mirrored, spline

View: TypeAlias = Literal["front", "back"]
Point: TypeAlias = tuple[float, float]

SHOULDER: Point = (192, 392)
ELBOW: Point = (288, 706)
WRIST: Point = (377, 960)

HAND_TURN = math.degrees(math.atan2(WRIST[0] - ELBOW[0], WRIST[1] - ELBOW[1])) - 4.0
HAND_SCALE = 1.02

NECK = [
    (51, 190), (51.5, 235), (54, 268), (62.5, 293), (82, 311), (114, 326), (156, 339), (194, 350),
    (226, 366), (248, 392),
]  # fmt: skip
ARMPIT = Knot(175, 500, True, 5)
TORSO = [
    (174, 520), (170.5, 560), (165, 610), (158, 660), (153.5, 708), (154, 750), (161, 800),
    (173, 850), (183, 895), (188, 940), (188.5, 1000), (185, 1090), (176, 1185), (164.5, 1270),
    (158.5, 1328), (157.5, 1372), (162.5, 1420), (167, 1470), (165.5, 1530), (157, 1605),
    (146.5, 1680), (141, 1735), (143, 1762),
]  # fmt: skip
LEG_INNER = [
    (71, 1756), (72.5, 1732), (70, 1672), (59, 1595), (48, 1520), (45, 1468), (49, 1418),
    (54.5, 1376), (54, 1332), (46, 1270), (32, 1195), (17.5, 1120), (8, 1060),
    Knot(3.5, 1024, False, 5),
]  # fmt: skip
CROTCH = Knot(0, 1003, True, 3)

FOOT_FRONT = [
    (148, 1784, 8), (152, 1805, 8), (162, 1828, 8), (176, 1848, 6), (186, 1862, 3), (188, 1873, 2),
    (180, 1879, 2), (170.5, 1875, 1.2), (167, 1884, 2), (157, 1888, 2), (149.5, 1881, 1.2),
    (145, 1890, 2), (134, 1893, 2), (126.5, 1885, 1.2), (121, 1894, 2), (111, 1896, 2),
    (104.5, 1888, 1.2), (100, 1898, 2.5), (88, 1901, 3), (76, 1893, 3), (72, 1876, 5),
    (73.5, 1850, 8), (72, 1822, 8), (67.5, 1798, 8), (66.5, 1778, 8),
]  # fmt: skip
FOOT_BACK = [
    (148, 1784, 8), (151, 1805, 8), (160, 1830, 7), (172, 1850, 5), (176, 1863, 3), (167, 1870, 3),
    (152, 1868, 4), (142, 1866, 4), (131, 1875, 5), (110, 1880, 6), (89, 1876, 5), (78, 1862, 6),
    (75.5, 1838, 8), (72, 1814, 8), (67.5, 1797, 8), (66.5, 1778, 8),
]  # fmt: skip

HEAD_FRONT = [
    (24, 2.6), (48, 12.5), (68, 34), (80, 67), (84, 102), (83, 138), (79, 168), (71, 197),
    (56, 224), (38, 242), (18, 250),
]  # fmt: skip
HEAD_BACK = [
    (24, 2.6), (48, 12.5), (68, 34), (80, 67), (84, 102), (82, 138), (77, 166), (69, 191),
    (60.5, 213), (53, 229), (45, 246),
]  # fmt: skip
EAR = [
    (79, 116), (84, 106), (91, 101), (98.5, 105), (101, 117), (99.5, 133), (95, 150), (90, 164),
    (84.5, 170), (79, 165),
]  # fmt: skip

THUMB = [
    (29, 4, 8), (31, 20, 6), (38, 40, 6), (51, 61, 6), (65, 83, 5), (76, 105, 4), (84, 124, 3),
    (84, 137, 2.5), (76, 141, 2.5), (67.5, 133, 3), (59.5, 117, 4), (53, 104, 3), (47.5, 99, 2),
]  # fmt: skip
HEEL_OF_HAND = [(-44.5, 84, 5), (-44, 62, 8), (-39.5, 38, 8), (-33, 17, 9)]
FINGERS: dict[str, tuple[Point, Point, float, float]] = {
    "index": ((36.5, 100), (46, 182), 11.3, 9.2),
    "middle": ((13, 105), (16, 203), 11.6, 9.4),
    "ring": ((-10.5, 102), (-14.5, 192), 11.3, 9.0),
    "little": ((-32, 93), (-42.5, 163), 10.2, 8.0),
}
"""Base, tip, half-width at the base and at the tip, in the hand's own axes."""
WEBS = {"index": (25, 112), "middle": (1.5, 114), "ring": (-21.5, 107)}


def beside(a: Point, b: Point, t: float, offset: float, sigma: float = 14) -> Knot:
    """Return the point at fraction t of the limb a-b, offset outward (inward if negative)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    nx, ny = dy / length, -dx / length
    return Knot(a[0] + dx * t + nx * offset, a[1] + dy * t + ny * offset, False, sigma)


def on_hand(u: float, v: float) -> Point:
    """Return a point given toward the thumb (u) and the finger tips (v) from the wrist's centre."""
    a = math.radians(HAND_TURN)
    u, v = u * HAND_SCALE, v * HAND_SCALE
    return (
        WRIST[0] + u * math.cos(a) + v * math.sin(a),
        WRIST[1] - u * math.sin(a) + v * math.cos(a),
    )


def _finger(base: Point, tip: Point, w0: float, w1: float) -> list[Point]:
    """Return one finger in the hand's axes: thumb side, rounded tip, little-finger side."""
    bx, by = base
    length = math.hypot(tip[0] - bx, tip[1] - by)
    nx, ny = (tip[1] - by) / length, -((tip[0] - bx) / length)
    middle = (w0 + w1) / 2 * 1.01
    half = [(0.14, w0), (0.45, middle), (0.78, w1), (0.93, w1 * 0.80), (1.0, w1 * 0.30)]
    both = half + [(t, -w) for t, w in reversed(half)]
    return [(bx + (tip[0] - bx) * t + nx * w, by + (tip[1] - by) * t + ny * w) for t, w in both]


def _hand() -> list[Knot]:
    points: list[tuple[float, float, float]] = list(THUMB)
    for name, finger in FINGERS.items():
        points += [(u, v, 1.6) for u, v in _finger(*finger)]
        if name in WEBS:
            points.append((*WEBS[name], 1.2))
    points += HEEL_OF_HAND
    return [Knot(*on_hand(u, v), False, sigma) for u, v, sigma in points]


def _arm_outer() -> list[Knot]:
    upper = [(0.36, 56.5), (0.56, 51), (0.76, 46), (0.92, 43.5)]
    lower = [(0.05, 44.5), (0.18, 47), (0.34, 45.5), (0.56, 39), (0.77, 32)]
    return [
        beside(SHOULDER, ELBOW, 0.20, 57, 13),
        *(beside(SHOULDER, ELBOW, t, w) for t, w in upper),
        *(beside(ELBOW, WRIST, t, w) for t, w in lower),
        beside(ELBOW, WRIST, 0.93, 28.8, 10),
    ]


def _arm_inner() -> list[Knot]:
    lower = [(0.74, -31.5), (0.52, -38.5), (0.32, -44.5), (0.14, -45.5)]
    upper = [(0.98, -43), (0.84, -43.5), (0.66, -46.5)]
    return [
        beside(ELBOW, WRIST, 0.90, -28.5, 10),
        *(beside(ELBOW, WRIST, t, w) for t, w in lower),
        *(beside(SHOULDER, ELBOW, t, w) for t, w in upper),
        beside(SHOULDER, ELBOW, 0.48, -48, 10),
    ]


def body(view: View) -> Path:
    """Return the closed outline of trunk, neck and limbs.

    The half outline is faired as an open curve and then mirrored: exactly symmetric.
    """
    foot = [Knot(x, y, False, s) for x, y, s in (FOOT_FRONT if view == "front" else FOOT_BACK)]
    limbs = [*_arm_outer(), *_hand(), *_arm_inner(), ARMPIT]
    half = faired(
        [*knots(NECK, 11), *limbs, *knots(TORSO, 18), *foot, *knots(LEG_INNER, 18), CROTCH],
        closed=False,
    )
    if half[-1][:2] != CROTCH[:2]:
        half.append(CROTCH)
    return spline(half + mirrored(half[:-1]))


def head(view: View) -> Path:
    """Return the closed outline of the head; from behind it runs into the neck."""
    if view == "front":
        loop = faired(knots([(0, 0), *HEAD_FRONT, (0, 252)], 7) + mirrored(HEAD_FRONT))
        crown = Knot(0, min(p.y for p in loop))
        right = [p for p in loop if p.x > 1.0]
        return spline([crown, *right, Knot(0, 251.5), *mirrored(right)])
    half = [Knot(0, 0, False, 7), *knots(HEAD_BACK, 7), Knot(38, 266, True)]
    right = [Knot(0, 0), *faired(half, closed=False)[1:]]
    return spline(right + mirrored(right[1:]))


def ear(side: int) -> Path:
    """Return the closed outline of the ear on the viewer's right (1) or left (-1)."""
    outline = faired(knots(EAR, 2.5))
    return spline(outline if side > 0 else mirrored(outline))
