"""What the nurse paints at a visit: brush strokes that agree with what the assessor scores.

Every lesion has its place on a patient and keeps it; it shrinks and pales as the activity falls.
Points come from a fixed seed and are whole eighths of a cell, and a dab is kept only where the
body map says that it lies within its region, so that a drawing proposes just the scored locations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import isqrt
from random import Random

from ordi_crf import atlas
from ordi_crf.core.bodymap import Region
from ordi_crf.core.raster import SUB
from ordi_crf.core.strokes import Fill, Layer, Op, Point, Stroke
from ordi_crf.demo.course import Held, remark
from ordi_crf.demo.subject import Subject

PLACES: dict[str, tuple[tuple[str, ...], ...]] = {
    "01": (("scalp_back", "scalp_back", "scalp_front"), ("scalp_front", "scalp_back")),
    "02": (("ear_R_front", "ear_L_front"), ("ear_L_front", "ear_R_front")),
    "03": (("nose_malar", "nose_malar", "nose_malar"),),
    "04": (("face_rest", "face_rest", "face_rest"),),
    "05": (("v_chest", "neck_front", "v_chest"), ("neck_front", "v_chest", "v_chest")),
    "06": (("shoulder_R_back", "shoulder_L_back", "neck_back"), ("neck_back", "shoulder_L_back")),
    "07": (("chest", "chest", "chest"),),
    "08": (("abdomen", "abdomen"),),
    "09": (("back_upper", "back_upper", "back_upper"), ("back_upper", "back_upper", "back_lower")),
    "10": (
        ("uparm_R_back", "uparm_L_back", "forearm_R_back"),
        ("uparm_L_front", "uparm_R_front", "forearm_L_back"),
        ("forearm_R_back", "forearm_L_back", "uparm_R_front"),
    ),
    "11": (("hand_R_back", "hand_L_back"),),
    "12": (("thigh_R_front", "thigh_L_front", "lowleg_L_front"),),
    "13": (("foot_R_front", "foot_L_front"),),
}  # fmt: skip
"""For each CLASI location, the regions of a patient's first, second and third lesion there."""

_RING = (
    (1000, 0), (924, 383), (707, 707), (383, 924), (0, 1000), (-383, 924), (-707, 707),
    (-924, 383), (-1000, 0), (-924, -383), (-707, -707), (-383, -924), (0, -1000), (383, -924),
    (707, -707), (924, -383), (1000, 0),
)  # fmt: skip
"""Points on a circle of radius 1000, the ring closed."""

_WIDEST = 36 * SUB
"""Reach of the largest lesion: 36 cells are 34 mm on a patient of 175 cm."""
_SMALLEST_BRUSH = 2 * SUB
_ASIDE = 20 * SUB
"""How far from the midline a lesion lies that has its like on the other side."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a lesion lies, in eighths of a cell, and what becomes of it there."""

    region: Region
    centre: Point
    room: int
    """How far it could reach."""
    size: int = 100
    """How far it reaches at its worst, in % of the room."""
    annular: bool = False


def drawing(subject: Subject, held: Held) -> list[tuple[Layer, Op]]:
    """Return the strokes of a visit, the worst lesions last: a later stroke wins."""
    levels = {location: held.grade(location, "E") for location in held.located("E")}
    disagreed = remark(subject, held)
    if disagreed is not None:
        levels[disagreed.location] = disagreed.painted
    levels = {location: level for location, level in levels.items() if level}
    active = [*_widespread(subject, held, levels), *_lesions(subject, held, levels)]
    damaged = _damage(subject, held)
    return [(Layer.ACTIVE, op) for op in active] + [(Layer.DAMAGE, op) for op in damaged]


def slip(subject: Subject, held: Held) -> Op:
    """Return a stroke that ran astray, to be taken back."""
    place = spot(subject.subjid, "09", 1)
    return _plaque(place, place.room // 3, 1, Random(f"{subject.subjid} {held.visit} slip"))


@cache
def spot(subjid: str, location: str, number: int) -> Spot:
    """Return the place of a patient's lesion in a location, counted from 0."""
    random = Random(f"{subjid} {location}")
    layouts = PLACES[location]
    layout = layouts[int(random.random() * len(layouts))]
    region = atlas.body_map().region(layout[number % len(layout)])
    if number == 1:
        mirrored = _mirrored(spot(subjid, location, 0), region)
        if mirrored is not None:
            return mirrored
    paired = layout[0] == layout[1]
    return _roomiest(region, Random(f"{subjid} {location} {number}"), _ASIDE if paired else 0)


def _widespread(subject: Subject, held: Held, levels: dict[str, int]) -> Iterator[Op]:
    """Yield what is pink all over, under the lesions."""
    names = subject.widespread.split()
    share = min(held.share, 100) if held.share >= 50 else 0
    for name in names[: len(names) * share // 100]:
        region = atlas.body_map().region(name.lstrip("="))
        if region.location not in levels:
            continue
        if name.startswith("="):
            yield Fill(region.code, 1)
        else:
            yield _shading(region, Random(f"{subject.subjid} {held.visit} {name}"))


def _lesions(subject: Subject, held: Held, levels: dict[str, int]) -> Iterator[Op]:
    """Yield a stroke or more for each location with erythema."""
    each = max(1, min(3, 12 // max(1, len(levels)), 1 + held.share // 34))
    for location, level in levels.items():
        for number in reversed(range(min(each, len(PLACES[location][0])))):
            place = spot(subject.subjid, location, number)
            shrunk = 40 + 60 * min(held.share, 100) // 100
            reach = place.room * place.size // 100 * shrunk // 100
            random = Random(f"{subject.subjid} {held.visit}{held.repeat} {location} {number}")
            shape = _ring if place.annular and reach > 12 * SUB else _plaque
            yield shape(place, reach, level if number == 0 else max(1, level - 1), random)


def _damage(subject: Subject, held: Held) -> Iterator[Op]:
    """Yield dyspigmentation and, inside it, scars."""
    random = Random(f"{subject.subjid} {held.visit}{held.repeat} damage")
    for location in sorted({*held.located("D"), *held.located("C")}):
        place = spot(subject.subjid, location, 0)
        reach = place.room * place.size // 100 * 7 // 10
        if held.grade(location, "D"):
            yield _plaque(place, reach, 1, random)
        if scar := held.grade(location, "C"):
            yield _plaque(place, reach * 6 // 10, 1 + scar, random)
    if held.grade("", "K"):
        yield _plaque(spot(subject.subjid, "01", 0), _WIDEST // 3, 2, random)


def _plaque(place: Spot, reach: int, level: int, random: Random) -> Stroke:
    """Return a patch rubbed in from top to bottom, to and fro."""
    brush = max(_SMALLEST_BRUSH, reach // 4)
    inner = max(1, reach - brush)
    (x, y), side = place.centre, 1
    points: list[Point] = []
    for dy in range(-inner, inner + 1, max(1, brush * 5 // 4)):
        half = isqrt(max(0, inner * inner - dy * dy))
        points += [(x + side * step * half // 2, y + dy) for step in (-2, -1, 0, 1, 2)]
        side = -side
    return _stroke(place.region, brush, level, _wobbly(points, brush // 6, random), place.centre)


def _ring(place: Spot, reach: int, level: int, random: Random) -> Stroke:
    """Return an annular lesion, pale in the middle."""
    brush = max(_SMALLEST_BRUSH, reach // 4)
    radius = reach - brush
    (x, y) = place.centre
    points = [(x + dx * radius // 1000, y + dy * radius // 1000) for dx, dy in _RING]
    return _stroke(place.region, brush, level, _wobbly(points, brush // 6, random), place.centre)


def _shading(region: Region, random: Random) -> Stroke:
    """Return a region rubbed pink with a broad brush, a little short of its edge."""
    width = atlas.body_map().width
    spans = _spans(region)
    brush = min(22, (spans[len(spans) // 2][1] - spans[len(spans) // 2][0]) // 5) * SUB
    points: list[Point] = []
    for first, end in spans[brush // SUB :: brush * 3 // 2 // SUB]:
        row, left, right = first // width, first % width * SUB + brush, end % width * SUB - brush
        xs = range(left, right, brush * 2)
        line = [(x, row * SUB) for x in (*xs, right) if left <= x <= right]
        points += line if len(points) // 8 % 2 == 0 else line[::-1]
    return _stroke(region, brush, 1, _wobbly(points, brush // 5, random), points[0])


def _wobbly(points: Iterable[Point], most: int, random: Random) -> list[Point]:
    """Return the points as an unsteady hand would set them."""
    return [
        (x + int((random.random() * 2 - 1) * most), y + int((random.random() * 2 - 1) * most))
        for x, y in points
    ]


def _stroke(region: Region, brush: int, level: int, points: list[Point], start: Point) -> Stroke:
    """Return the stroke through those points whose dab lies within the region."""
    kept = [point for point in points if _fits(region, point, brush)]
    return Stroke(brush, level, tuple(kept or [start]))


def _fits(region: Region, point: Point, reach: int) -> bool:
    x, y = point
    at = atlas.body_map().region_at
    return all(
        at((x + dx * reach // 1000) // SUB, (y + dy * reach // 1000) // SUB) is region
        for dx, dy in _RING
    )


def _room(region: Region, centre: Point) -> int:
    """Return how far a lesion round a point can reach without leaving the region."""
    reach = 0
    while reach < _WIDEST and _fits(region, centre, reach + SUB):
        reach += SUB
    return reach


def _roomiest(region: Region, random: Random, aside: int) -> Spot:
    """Return the best of a few places tried in a region, away from the midline."""
    body_map, spans = atlas.body_map(), _spans(region)
    half = body_map.view_width * SUB
    tried: list[Spot] = []
    while len(tried) < 6:
        first, end = spans[int(random.random() * len(spans))]
        cell = first + int(random.random() * (end - first))
        centre = (cell % body_map.width * SUB + SUB // 2, cell // body_map.width * SUB + SUB // 2)
        apart = abs(centre[0] % half - half // 2)
        if body_map.labels[cell] == region.label and apart >= aside:
            tried.append(Spot(region, centre, _room(region, centre)))
    best = max(tried, key=lambda place: place.room)
    return replace(best, size=50 + int(50 * random.random()), annular=random.random() < 0.5)


def _mirrored(place: Spot, region: Region) -> Spot | None:
    """Return the place on the other side of the body, None when that is another region."""
    body_map = atlas.body_map()
    half = body_map.view_width * SUB
    view = place.centre[0] // half
    centre = ((2 * view + 1) * half - place.centre[0], place.centre[1])
    room = _room(region, centre)
    return replace(place, region=region, centre=centre, room=room) if room else None


@cache
def _spans(region: Region) -> list[tuple[int, int]]:
    """Return the region's rows as ranges of cells."""
    return list(atlas.body_map().rows_of(region))
