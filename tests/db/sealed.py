"""A study with entries in it, plain or encrypted, for the tests of what happens to whole files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ordi_crf.core.missing import Missing
from ordi_crf.db import connection, lock, opening, recoding
from ordi_crf.db.connection import Access, Context
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, SUBJECT, Ticking, key, stroke

KEY = bytes(range(32))
PLAIN = b""
DM, BM, AE = key("DM", "SCR"), key("BM"), key("AE")


def ana() -> Context:
    return Context("Ana Puig", "Investigator", "ward-3")


def filled(path: Path, secret: bytes, *, strokes: int = 40) -> Path:
    """Return a closed study of one subject with answers, strokes and a file in it."""
    path.write_bytes(_content(secret, strokes))
    return path


@cache
def _content(secret: bytes, strokes: int) -> bytes:
    """Return the bytes of such a study, made once for all tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.ordi"
        _enter(path, strokes)
        if secret:
            recoding.recode(path, PLAIN, secret)
        return path.read_bytes()


def _enter(path: Path, strokes: int) -> None:
    study = StudyFile.create(path, ANA, clock=Ticking(), machine="ward-3")
    study.add_subject(SUBJECT)
    study.answer(DM, [Answer("dm", "", "SEX", "F")])
    study.say_missing([(DM, ("dm", "", "BRTHDAT"))], Missing("ASKU", "no papers"))
    for number in range(strokes):
        study.add_row(BM, "bm_stroke", stroke(number))
    study.add_row(AE, "ae", {"AETERM": "Cefalea intensa"})
    study.attach(b"a photograph")
    study.keep_drawing("mask", bytes(50_000))
    study.close()


@contextmanager
def at_work(path: Path, secret: bytes, *, network: bool = False) -> Iterator[StudyFile]:
    """Give a study open for writing under its key."""
    context = ana()
    held = lock.acquire(path)
    link = connection.connect(path, Access.WRITE, context, secret)
    journal = connection.make_durable(link, network=network)
    link.execute("PRAGMA foreign_keys = ON")
    opened = opening.Opened(link, held, None, journal)
    study = StudyFile(path, opened, context, Ticking())
    try:
        yield study
    finally:
        study.close()
