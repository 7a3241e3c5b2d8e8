"""From the start of a process to its first painted window, and the memory that takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import material
from benchmarks.measuring import Row, Unit, row
from ordi_crf.ui import settings

REPEATS = 7
BAR_S, BAR_MB = 0.35, 70.0
_PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program."""

    seconds: float
    megabytes: float
    late: tuple[str, ...]
    """Libraries imported before they were needed."""


def measure() -> list[Row]:
    """Return time and memory to the start page, and to the list of the demonstration study."""
    settings.set_actor(material.ACTOR)
    study = material.copied_study("start")
    return [*_rows("start to the start page"), *_rows("start to the study list", str(study))]


def _rows(name: str, *arguments: str) -> list[Row]:
    pairs = [
        (_start("our_window.py", *arguments), _start("bare_window.py")) for _ in range(REPEATS + 1)
    ][1:]
    late = pairs[0][0].late
    note = f"imported before it is needed: {', '.join(late)}" if late else ""
    return [
        row(name, [(a.seconds, b.seconds) for a, b in pairs], bar=BAR_S, note=note),
        row(
            f"{name}, peak memory",
            [(a.megabytes, b.megabytes) for a, b in pairs],
            bar=BAR_MB,
            unit=Unit.MEGABYTES,
        ),
    ]


def _start(program: str, *arguments: str) -> Start:
    """Start a program and return what it took to its painted window; RuntimeError if it fails."""
    environment = os.environ | {"PYTHONPATH": str(material.ROOT)}
    # Without it no compiled modules are kept, and every start would be the first one.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    ended = subprocess.run(
        [sys.executable, _PROGRAMS / program, *arguments],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    if ended.returncode:
        raise RuntimeError(f"{program} failed:\n{ended.stderr}")
    at, megabytes, *late = ended.stdout.split()
    return Start(float(at) - start, float(megabytes), tuple(late))
