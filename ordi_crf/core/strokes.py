"""What is recorded of a drawing: strokes and fills, as compact JSON text.

`["s", radius, level, [x0, y0, dx, dy, ...]]` is a stroke of the brush in eighths of a cell, each
point relative to the one before; `["f", "region", level]` fills a region. Level 0 erases, a later
operation wins. Points are kept as drawn: simplifying them would change the area. A stroke belongs
to the view its first point lies in and never paints the other one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]

RADII = range(1, 4001)
"""Radius of a brush, in eighths of a cell."""
COORDINATES = range(-65536, 65537)
"""A coordinate, in eighths of a cell: the canvas and what a pointer may reach beyond it."""
STROKE_LEVELS = range(4)


class Layer(StrEnum):
    """The two drawings of a patient, never summed (codes of the BMLAYER codelist)."""

    ACTIVE = "ACTIVE"
    DAMAGE = "DAMAGE"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A disc of `radius` swept along `points`, all in eighths of a cell."""

    radius: int
    level: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A whole region given one level."""

    region: str
    level: int


Op: TypeAlias = Stroke | Fill


def encode(op: Op) -> str:
    """Return an operation as its canonical text."""
    value: list[object]
    match op:
        case Fill(region, level):
            value = ["f", region, level]
        case Stroke(radius, level, points):
            steps = list(points[0])
            for (x0, y0), (x1, y1) in pairwise(points):
                steps += (x1 - x0, y1 - y0)
            value = ["s", radius, level, steps]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Op:
    """Return the operation a text stands for; ValueError says what is wrong with it."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError("The stroke is not JSON.") from error
    match value:
        case ["s", radius, level, [*numbers]]:
            checked = _number("radius", radius, RADII)
            return Stroke(checked, _number("level", level, STROKE_LEVELS), _points(numbers))
        case ["f", str(region), level]:
            return Fill(region, _number("level", level, STROKE_LEVELS))
        case _:
            raise ValueError("The stroke is neither a brush stroke nor the fill of a region.")


def _points(numbers: Sequence[object]) -> tuple[Point, ...]:
    if not numbers or len(numbers) % 2:
        raise ValueError("The stroke's coordinates do not come in pairs.")
    points: list[Point] = []
    x = y = 0
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        x = _number("coordinate", x + _integer("coordinate", across), COORDINATES)
        y = _number("coordinate", y + _integer("coordinate", down), COORDINATES)
        points.append((x, y))
    return tuple(points)


def _number(name: str, value: object, allowed: range) -> int:
    number = _integer(name, value)
    if number not in allowed:
        raise ValueError(
            f"The stroke's {name} is {number}, not within {allowed.start} to {allowed.stop - 1}."
        )
    return number


def _integer(name: str, value: object) -> int:
    # bool is an int to Python, and true is not a coordinate.
    if type(value) is not int:
        raise ValueError(f"The stroke's {name} is not a whole number.")
    return value
