"""One answer, durable before the call returns: with the audit trail, and with the least of one.

The baseline is Python's own sqlite3 with the same pragmas: the same upsert and one row of a log.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from itertools import cycle, islice

from benchmarks import material
from benchmarks.measuring import Round, Row, rows_of_rounds
from ordi_crf.core.records import RecordKey
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms.clasi import AREAS

ROUNDS, COMMITS = 7, 100
_ROW, _ITEM = "02", "CLERY"
_TABLES = f"""
CREATE TABLE value (record_id INTEGER, row TEXT, {_ITEM} INTEGER, UNIQUE (record_id, row));
CREATE TABLE log (id INTEGER PRIMARY KEY, at TEXT, actor TEXT, item TEXT, old TEXT, new TEXT);
"""
_UPSERT = (
    f"INSERT INTO value (record_id, row, {_ITEM}) VALUES (1, ?, ?) "
    f"ON CONFLICT (record_id, row) DO UPDATE SET {_ITEM} = excluded.{_ITEM}"
)
_LOG = "INSERT INTO log (at, actor, item, old, new) VALUES (?, ?, ?, ?, ?)"


def measure() -> list[Row]:
    """Return the median and the slow twentieth of a commit."""
    file = material.opened_study("commit")
    path = material.folder() / "plain.db"
    with closing(file), closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("PRAGMA synchronous = FULL")
        plain.executescript(_TABLES)
        rounds = [_round(file, plain) for _ in range(ROUNDS + 1)][1:]
    return rows_of_rounds("answer, durably committed and audited", rounds, {50: None, 95: None})


def _round(file: StudyFile, plain: sqlite3.Connection) -> Round:
    key = RecordKey(file.subjects()[-1], "UNS", "CLASI", 90)
    ours, baseline = [], []
    for value in islice(cycle("12"), COMMITS):
        start = time.perf_counter()
        file.answer(key, [Answer(AREAS.name, _ROW, _ITEM, value)])
        middle = time.perf_counter()
        _plain_answer(plain, value)
        baseline.append(time.perf_counter() - middle)
        ours.append(middle - start)
    return ours, baseline


def _plain_answer(plain: sqlite3.Connection, value: str) -> None:
    at = datetime.now(UTC).isoformat()
    plain.execute("BEGIN IMMEDIATE")
    plain.execute(_UPSERT, (_ROW, value))
    plain.execute(_LOG, (at, material.ACTOR.name, _ITEM, "", value))
    plain.execute("COMMIT")
