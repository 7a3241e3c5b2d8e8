"""What encryption costs: opening and reading a study, one answer committed, one password tried.

The baseline is the same program on the same study without a key; of a password it is scrypt with
as much memory (RFC 7914). Encrypted and plain are to differ by no more than 1.3 times.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import cycle, islice
from pathlib import Path

from benchmarks import material
from benchmarks.measuring import Round, Row, alternate, row, rows_of_rounds
from ordi_crf.core.records import RecordKey
from ordi_crf.db import connection, keys, lock, opening, recoding
from ordi_crf.db.connection import Access, Context
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms.clasi import AREAS

OPENINGS, ROUNDS, COMMITS, TRIES = 9, 7, 100, 5
_KEY = bytes(range(keys.KEY_BYTES))
_ROW, _ITEM = "02", "CLERY"
_TARGET = "to stay within 1.3 times the plain study"


def measure() -> list[Row]:
    """Return the time to an open and read study, of a commit, and of a password."""
    plain, encrypted = material.copied_study("plain"), material.copied_study("encrypted")
    recoding.recode(encrypted, keys.NO_KEY, _KEY)
    # Both written anew, so that their rows lie on as many pages.
    recoding.recode(plain, keys.NO_KEY, keys.NO_KEY)
    pairs = alternate(lambda: _read(encrypted, _KEY), lambda: _read(plain, b""), OPENINGS)
    return [
        row("encrypted study, opened, checked and read", pairs, note=_TARGET),
        *_commits(encrypted, plain),
        _password(),
    ]


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[StudyFile]:
    """Give a study as the program opens it: checked, locked, with a durable journal."""
    context = Context(material.ACTOR.name, material.ACTOR.role)
    held = lock.acquire(path)
    with closing(connection.connect(path, Access.FROZEN, context, key)) as link:
        assert link.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    link = connection.connect(path, Access.WRITE, context, key)
    journal = connection.make_durable(link)
    link.execute("PRAGMA foreign_keys = ON")
    opened = opening.Opened(link, held, None, journal)
    with closing(StudyFile(path, opened, context, connection.utc_now)) as study:
        yield study


def _read(path: Path, key: bytes) -> None:
    with _opened(path, key) as study:
        study.data()


def _commits(encrypted: Path, plain: Path) -> list[Row]:
    with _opened(encrypted, _KEY) as ours, _opened(plain, keys.NO_KEY) as baseline:
        rounds = [_round(ours, baseline) for _ in range(ROUNDS + 1)][1:]
    return rows_of_rounds("answer committed to an encrypted study", rounds, {50: None, 95: None})


def _round(ours: StudyFile, baseline: StudyFile) -> Round:
    key = RecordKey(ours.subjects()[-1], "UNS", "CLASI", 90)
    ours_s, baseline_s = [], []
    for value in islice(cycle("12"), COMMITS):
        answer = [Answer(AREAS.name, _ROW, _ITEM, value)]
        start = time.perf_counter()
        ours.answer(key, answer)
        middle = time.perf_counter()
        baseline.answer(key, answer)
        baseline_s.append(time.perf_counter() - middle)
        ours_s.append(middle - start)
    return ours_s, baseline_s


def _password() -> Row:
    slot = keys.wrap(_KEY, "apuig", "blau cavall set", "study")
    pairs = alternate(
        lambda: keys.unwrap(slot, "blau cavall set", "study"),
        lambda: hashlib.scrypt(b"blau cavall set", salt=bytes(16), n=1 << 16, r=8, p=1,
                               maxmem=1 << 27),
        TRIES,
    )  # fmt: skip
    return row("password to key (argon2id, 64 MiB)", pairs)
