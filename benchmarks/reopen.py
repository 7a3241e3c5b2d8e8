"""Opening again: a drawing of forty strokes from its cache, and the demonstration study.

A drawing's baseline is its replay, stroke by stroke. The study's is sqlite3 reading every table.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from benchmarks import material
from benchmarks.measuring import Row, alternate, row
from benchmarks.screen import application, close, open_study, settle
from ordi_crf import atlas
from ordi_crf.core.drawing import Drawing
from ordi_crf.db import schema
from ordi_crf.ui import app

REPEATS = 7
DRAWING_BAR_S, STUDY_BAR_S = 0.1, 0.3


def measure() -> list[Row]:
    """Return the time to an open drawing, and to the painted matrix of the study."""
    return [_drawing(), _study()]


def _drawing() -> Row:
    body_map, entries = atlas.body_map(), material.forty_strokes()
    cache = Drawing.from_ops(body_map, entries).cache()
    pairs = alternate(
        lambda: Drawing.from_ops(body_map, entries, cache),
        lambda: Drawing.from_ops(body_map, entries),
        REPEATS,
    )
    return row("drawing of 40 strokes, reopened", pairs, bar=DRAWING_BAR_S)


def _study() -> Row:
    path, shown = material.copied_study("reopen"), application()
    pairs = [(_opened(shown, path), _read_plainly(path)) for _ in range(REPEATS + 1)][1:]
    close(shown.window)
    return row("study, opened to its painted matrix", pairs, bar=STUDY_BAR_S)


def _opened(shown: app.Application, path: Path) -> float:
    """Return the seconds to a painted matrix; the study is closed again."""
    start = time.perf_counter()
    open_study(shown, path)
    end = time.perf_counter()
    shown.close_study()
    settle()
    return end - start


def _read_plainly(path: Path) -> float:
    """Return the seconds to read every row of the forms' tables."""
    start = time.perf_counter()
    with closing(sqlite3.connect(path)) as plain:
        for table in ("subject", "record", *(section.name for section in schema.sections())):
            plain.execute(f'SELECT * FROM "{table}"').fetchall()
    return time.perf_counter() - start
