"""The frozen assets of the body map, read once: label map, regions, figure, shade."""

from __future__ import annotations

import json
import zlib
from fractions import Fraction
from functools import cache
from pathlib import Path as File
from typing import Any, cast

from ordi_crf.core.bodymap import BodyMap, Group, Region
from ordi_crf.core.figure import Figure, FigureView, Path
from ordi_crf.forms.schema import Text
from ordi_crf.paths import resource


@cache
def body_map() -> BodyMap:
    """Return the label map and its regions; ValueError when its SHA-256 is another."""
    data = _json("regions.json")
    labels = zlib.decompress(resource("bodymap", "labelmap.z").read_bytes())
    groups = [Group(g["view"], g["group"], Fraction(g["percent"])) for g in data["groups"]]
    result = BodyMap(labels, data["size"][0], map(_region, data["regions"]), groups)
    if result.sha256 != data["sha256"]:
        raise ValueError("The body map is not the one of this release.")
    return result


@cache
def figure() -> Figure:
    """Return the vector figure of both views."""
    data = _json("figure.json")
    width, height = data["size"]
    return Figure(width, height, data["strokes"], tuple(map(_view, data["views"])))


def shade_file() -> File:
    """Return the picture of the figure's soft edge shade, one pixel a unit, alpha over skin."""
    return resource("bodymap", "shade.png")


def _json(name: str) -> dict[str, Any]:
    text = resource("bodymap", name).read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))


def _region(value: dict[str, Any]) -> Region:
    return Region(
        label=value["label"],
        code=value["code"],
        view=value["view"],
        side=value["side"],
        group=value["group"],
        location=value["location"],
        leaf_weight=Fraction(value["leaf_weight"]),
        cells=value["cells"],
        name=Text(value["en"], value["es"]),
    )


def _view(value: dict[str, Any]) -> FigureView:
    return FigureView(
        view=value["view"],
        body=_path(value["body"]),
        head=_path(value["head"]),
        ears=_paths(value["ears"]),
        scalp=_path(value["scalp"]),
        irises=_paths(value["irises"]),
        lines=tuple((weight, _path(path)) for weight, path in value["lines"]),
        body_dividers=_paths(value["body_dividers"]),
        head_dividers=_paths(value["head_dividers"]),
    )


def _path(segments: list[list[Any]]) -> Path:
    return tuple((command, tuple(numbers)) for command, *numbers in segments)


def _paths(values: list[list[list[Any]]]) -> tuple[Path, ...]:
    return tuple(map(_path, values))
