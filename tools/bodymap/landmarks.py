"""Landmark lines that make the figure readable: face, folds, joints, palms, nails.

Each line carries a weight of 1 (fine), 2 (clear) or 3 (eyebrow). Points are the viewer's right
half; `both` draws the mirror image too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from tools.bodymap.curves import Path, ellipse, flipped, knots, spline
from tools.bodymap.outline import ELBOW, FINGERS, SHOULDER, WRIST, Point, View, beside, on_hand

Line: TypeAlias = tuple[int, list[tuple[float, float]]]
"""A weight and the points a line passes through."""

IRISES = [ellipse(34, 125.5, 6.2, 6.2), ellipse(-34, 125.5, 6.2, 6.2)]

FACE: list[Line] = [
    (3, [(15, 110), (26, 104.5), (40, 103), (54, 108)]),  # brow
    (2, [(17, 127), (24, 121.5), (34, 119), (44, 121.5), (51, 126.5)]),  # upper lid
    (1, [(17, 127), (25, 131), (35, 132), (44, 130), (51, 126.5)]),  # lower lid
    (1, [(20, 119), (33, 114.5), (47, 118)]),  # fold of the lid
    (1, [(9, 124), (8, 140), (9.5, 155), (14, 164)]),  # side of the nose
    (2, [(14, 164), (19, 168), (19.5, 174), (15, 178), (9, 176.5)]),  # wing of the nose
    (1, [(24, 180), (29, 188), (32, 198)]),  # nasolabial fold
]
FACE_MIDDLE: list[Line] = [
    (2, [(-8, 177), (0, 181), (8, 177)]),  # base of the nose
    (2, [(-27, 205), (-14, 202.5), (-5, 201.5), (0, 203), (5, 201.5), (14, 202.5), (27, 205)]),
    (1, [(-22, 202), (-12, 197.5), (-5, 195.5), (0, 197), (5, 195.5), (12, 197.5), (22, 202)]),
    (1, [(-18, 210), (-8, 215), (0, 216), (8, 215), (18, 210)]),  # lower lip
    (1, [(-10, 226), (0, 224), (10, 226)]),  # chin
    (1, [(-3.5, 187), (-3, 192)]),
    (1, [(3.5, 187), (3, 192)]),
]
TRUNK_FRONT: list[Line] = [
    (1, [(47, 252), (36, 286), (22, 318), (11, 340)]),  # sternomastoid
    (1, [(13, 349), (34, 352), (62, 350), (98, 341), (140, 340), (176, 346), (202, 354)]),
    (1, [(16, 358), (46, 364), (84, 360), (118, 353)]),  # clavicle
    (1, [(172, 498), (160, 530), (136, 556), (104, 570), (66, 571), (34, 562), (12, 546)]),
    (1, [(8, 592), (34, 606), (66, 640), (98, 684), (128, 712)]),  # costal arch
    (1, [(70, 700), (74, 770), (64, 850), (48, 900)]),
    (1, [(150, 800), (140, 830), (128, 852)]),  # iliac crest
    (1, [(150, 893), (100, 928), (55, 962), (36, 980)]),  # groin
]
TRUNK_FRONT_MIDDLE: list[Line] = [
    (1, [(-9, 346), (0, 352), (9, 346)]),  # sternal notch
    (1, [(0, 380), (0, 440), (0, 540)]),
    (1, [(0, 610), (0, 660), (0, 732)]),
]
LEG_FRONT: list[Line] = [
    (1, [(77, 1318), (78, 1344), (88, 1364), (105, 1371), (122, 1364), (133, 1344), (135, 1318)]),
    (1, [(88, 1298), (104, 1293), (121, 1298)]),  # knee
    (1, [(92, 1384), (105, 1390), (119, 1384)]),
    (1, [(60, 1230), (72, 1266), (76, 1290)]),
    (1, [(150, 1228), (141, 1264), (137, 1290)]),
    (1, [(98, 1400), (97, 1500), (100, 1620), (104, 1700)]),  # shin
    (1, [(128, 1762), (136, 1772), (140, 1784)]),  # ankle
    (1, [(82, 1750), (76, 1760), (74, 1772)]),
    (1, [(104.5, 1886), (104, 1868), (107, 1850)]),  # between the toes
    (1, [(126, 1884), (124, 1868), (123, 1852)]),
    (1, [(149, 1880), (144, 1866), (140, 1852)]),
    (1, [(170, 1874), (162, 1862), (154, 1850)]),
    (1, [(80, 1885), (87, 1880), (95, 1884)]),
]
PALM: list[list[tuple[float, float]]] = [
    [(34, 70), (20, 72), (4, 60), (-2, 38), (2, 16)],
    [(36, 84), (14, 84), (-10, 76), (-34, 60)],
    [(24, 99), (4, 96), (-18, 88), (-38, 78)],
]
TRUNK_BACK: list[Line] = [
    (1, [(16, 236), (15, 268), (18, 300), (26, 330)]),  # nape
    (1, [(66, 402), (56, 450), (54, 510), (64, 556), (84, 580), (108, 566), (136, 530),
         (156, 500)]),
    (1, [(70, 400), (112, 388), (156, 384), (192, 392)]),  # spine of the scapula
    (1, [(30, 600), (40, 680), (36, 760), (24, 826)]),  # loin
    (1, [(148, 800), (130, 822), (104, 836)]),
    (2, [(6, 1006), (26, 1021), (60, 1029), (100, 1024), (136, 1006)]),  # gluteal fold
    (1, [(0, 878), (10, 868), (22, 862)]),
]  # fmt: skip
TRUNK_BACK_MIDDLE: list[Line] = [
    (1, [(-8, 346), (0, 351), (8, 346)]),
    (1, [(0, 372), (0, 500), (0, 640), (0, 770), (0, 838)]),  # spine
    (2, [(0, 878), (-1.5, 930), (0, 985), (0, 1004)]),  # cleft
]
LEG_BACK: list[Line] = [
    (1, [(88, 1060), (92, 1160), (94, 1260)]),  # hamstring
    (2, [(66, 1344), (88, 1350), (112, 1350), (140, 1342)]),  # hollow of the knee
    (1, [(72, 1290), (76, 1320), (70, 1344)]),
    (1, [(142, 1290), (134, 1318), (138, 1342)]),
    (1, [(62, 1520), (80, 1556), (104, 1562), (128, 1558), (150, 1528)]),  # calf
    (1, [(106, 1400), (108, 1470), (106, 1554)]),
    (1, [(94, 1640), (96, 1710), (90, 1770)]),  # Achilles tendon
    (1, [(124, 1640), (120, 1710), (126, 1770)]),
    (1, [(78, 1842), (104, 1850), (134, 1846), (150, 1838)]),  # heel
]
EAR_HELIX = [(86, 112), (91.5, 107.5), (96, 112), (96, 126), (92.5, 141), (88, 152)]
EAR_CONCHA = [(85, 122), (90, 124), (91, 134), (87, 144)]


@dataclass(slots=True)
class _Lines:
    """Collects lines with their weight."""

    drawn: list[tuple[int, Path]] = field(default_factory=list)

    def middle(self, weight: int, points: Sequence[Sequence[float]]) -> None:
        self.drawn.append((weight, spline(knots(points), closed=False)))

    def both(self, weight: int, points: Sequence[Sequence[float]]) -> None:
        path = spline(knots(points), closed=False)
        self.drawn += [(weight, path), (weight, flipped(path))]

    def shape(self, weight: int, path: Path) -> None:
        self.drawn += [(weight, path), (weight, flipped(path))]

    def limb(self, a: Point, b: Point, stations: Sequence[tuple[float, float]]) -> None:
        self.both(1, [beside(a, b, t, offset)[:2] for t, offset in stations])

    def hand(self, points: Sequence[Point]) -> None:
        self.both(1, [on_hand(*p) for p in points])


def lines(view: View) -> list[tuple[int, Path]]:
    """Return the landmark lines of a view as (weight, path)."""
    drawn = _Lines()
    if view == "front":
        _front(drawn)
    else:
        _back(drawn)
    drawn.both(1, EAR_HELIX)
    if view == "front":
        drawn.both(1, EAR_CONCHA)
    return drawn.drawn


def _front(drawn: _Lines) -> None:
    for weight, points in FACE + TRUNK_FRONT + LEG_FRONT:
        drawn.both(weight, points)
    for weight, points in FACE_MIDDLE + TRUNK_FRONT_MIDDLE:
        drawn.middle(weight, points)
    drawn.shape(1, ellipse(98, 528, 9, 9))
    drawn.drawn.append((2, ellipse(0, 752, 5, 9)))
    drawn.limb(SHOULDER, ELBOW, [(0.99, 26), (1.01, 0), (0.99, -26)])
    drawn.limb(ELBOW, WRIST, [(0.985, 20), (0.995, 0), (0.985, -20)])
    drawn.limb(SHOULDER, ELBOW, [(0.40, -20), (0.60, -26), (0.80, -24)])
    drawn.limb(SHOULDER, ELBOW, [(0.10, 20), (0.26, 8), (0.40, 14), (0.46, 34)])
    for crease in PALM:
        drawn.hand(crease)
    for base, tip, _, width in FINGERS.values():
        for t in (0.16, 0.48, 0.74):
            x, y = _toward(base, tip, t)
            drawn.hand([(x - width * 0.62, y), (x + width * 0.62, y)])


def _back(drawn: _Lines) -> None:
    for weight, points in TRUNK_BACK + LEG_BACK:
        drawn.both(weight, points)
    for weight, points in TRUNK_BACK_MIDDLE:
        drawn.middle(weight, points)
    drawn.shape(1, ellipse(32, 852, 4, 4))
    elbow = [
        beside(SHOULDER, ELBOW, 0.955, 12), beside(SHOULDER, ELBOW, 0.985, 20),
        beside(ELBOW, WRIST, 0.03, 10), beside(SHOULDER, ELBOW, 0.99, -6),
        beside(SHOULDER, ELBOW, 0.955, 0),
    ]  # fmt: skip
    drawn.both(1, [p[:2] for p in elbow])
    drawn.limb(SHOULDER, ELBOW, [(0.36, 10), (0.60, 16), (0.82, 14)])
    drawn.limb(SHOULDER, ELBOW, [(0.12, -6), (0.30, 2), (0.44, 30)])
    drawn.limb(ELBOW, WRIST, [(0.97, 22), (0.985, 0), (0.97, -22)])
    for base, tip, _, width in FINGERS.values():
        for t in (-0.06, 0.48, 0.73):
            x, y = _toward(base, tip, t)
            drawn.hand([(x - width * 0.55, y + 2), (x, y - 2), (x + width * 0.55, y + 2)])
        drawn.hand(_nail(base, tip, width))
    drawn.hand([(80, 136), (73, 126), (69, 128), (71, 136)])  # nail of the thumb


def _toward(base: Point, tip: Point, t: float) -> Point:
    return base[0] + (tip[0] - base[0]) * t, base[1] + (tip[1] - base[1]) * t


def _nail(base: Point, tip: Point, width: float) -> list[Point]:
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = (dx * dx + dy * dy) ** 0.5
    corners = [(0.97, 0.5), (0.86, 0.58), (0.83, 0), (0.86, -0.58), (0.97, -0.5)]
    return [
        (base[0] + dx * t + dy / length * k * width, base[1] + dy * t - dx / length * k * width)
        for t, k in corners
    ]
