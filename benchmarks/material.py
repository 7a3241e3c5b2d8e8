"""What is measured on: the demonstration study, a drawing of forty strokes, a place to write."""

from __future__ import annotations

import json
import os
import shutil
import time
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ordi_crf import atlas
from ordi_crf.core.drawing import Entry
from ordi_crf.core.raster import SUB
from ordi_crf.core.strokes import Layer, Point, Stroke
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.demo.build import build

ROOT = Path(__file__).resolve().parent.parent
ACTOR = Actor("Ana Puig", "Investigator")
STROKES, POINTS = 40, 60
_SCREEN = {
    "name": "clinic",
    "x": 0,
    "y": 0,
    "width": 1366,
    "height": 768,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
_SWERVE = 10 * SUB
"""How much a hand's next move differs from its last: about 14 cells a move, 120 moves a second."""


@cache
def _temporary() -> TemporaryDirectory[str]:
    # In the checkout: a system's temporary folder may be memory, where a durable commit is free.
    (ROOT / "build").mkdir(exist_ok=True)
    return TemporaryDirectory(prefix="bench-", dir=ROOT / "build")


def folder() -> Path:
    """Return a folder of this run's own, removed when it ends."""
    return Path(_temporary().name)


def move_in() -> None:
    """Keep settings and log of the person who measures out of this run, and Qt off the screen."""
    screen = folder() / "screen.json"
    screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
    # Without a description the screen would be 800 pixels wide, and so would our window.
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    home = folder() / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(home)


@cache
def demonstration() -> tuple[Path, float]:
    """Return the demonstration study and the seconds it took to build."""
    path = folder() / "demonstration.ordi"
    start = time.perf_counter()
    build(path)
    return path, time.perf_counter() - start


def copied_study(name: str) -> Path:
    """Return a copy of the demonstration study, to be changed."""
    return Path(shutil.copy(demonstration()[0], folder() / f"{name}.ordi"))


def opened_study(name: str, *, read_only: bool = False) -> StudyFile:
    """Return an open copy of the demonstration study."""
    return StudyFile.open(copied_study(name), ACTOR, read_only=read_only)


@cache
def forty_strokes() -> tuple[Entry, ...]:
    """Return a drawing as a hand makes it: unsteady strokes of every size, over both views."""
    random = Random("forty strokes")
    return tuple((Layer.ACTIVE, stroke(random)) for _ in range(STROKES))


def stroke(random: Random) -> Stroke:
    """Return sixty points that wander over the body with a brush of 1.5 to 11 cm."""
    radius = random.randint(8, 60) * SUB
    x, y = start = _somewhere(random)
    points, dx, dy = [start], 0, 0
    while len(points) < POINTS:
        dx, dy = (d * 4 // 5 + random.randint(-_SWERVE, _SWERVE) for d in (dx, dy))
        x, y = x + dx, y + dy
        points.append((x, y))
    return Stroke(radius, random.randint(1, 3), tuple(points))


def _somewhere(random: Random) -> Point:
    body_map = atlas.body_map()
    while True:
        x, y = random.randrange(body_map.width), random.randrange(body_map.height)
        if body_map.labels[y * body_map.width + x]:
            return x * SUB, y * SUB
