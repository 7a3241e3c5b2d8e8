"""Scripted entry in a process of its own, to be killed: each step is told once it has returned."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from sqlite_utils import Database  # noqa: F401 - loaded before the fork, as after a first change

from ordi_crf.core.records import StudyData
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, key, stroke

STARTED = b"started"
HEADER, MAP = key("SV"), key("BM")


def enter(path: Path, first: int, told: Connection) -> None:
    """Enter fields and strokes by turns, without end, and tell the number of each."""
    told.send_bytes(STARTED)
    study = StudyFile.open(path, ANA)
    number = first
    while True:
        if number % 2:
            study.answer(HEADER, [Answer("sv", "", "SVCOM", f"entry {number}")])
        else:
            study.add_row(MAP, "bm_stroke", stroke(number))
        told.send_bytes(str(number).encode())
        if number % 4 == 0:
            # Large enough for the log to be folded in while entry goes on.
            study.keep_drawing(f"mask {number % 32}", bytes(400_000))
        number += 1


def entered(data: StudyData) -> list[int]:
    """Return the numbers of the steps that a study holds, in the order of its trail."""
    strokes = {stroke(n)["BMOP"]: n for n in range(0, len(data.audit) * 2, 2)}
    found = []
    for change in data.audit:
        if change.item == "SVCOM":
            found.append(int((change.new or "").split()[1]))
        elif change.item == "BMOP":
            found.append(strokes[change.new or ""])
    return found
