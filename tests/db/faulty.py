"""A session on a disk that fails at one write, each in a child of a process that is warm.

Run with `failing.c` loaded before the C library; reads from its input which write fails, how many
more and with what error, and answers for each with what was acknowledged and what was said.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from pathlib import Path

import sqlite_utils  # noqa: F401 - loaded before the fork, as is all that a step needs
from filelock import FileLock  # noqa: F401

import ordi_crf.export.workbook  # noqa: F401
from ordi_crf.core.permissions import Role
from ordi_crf.db import access, safekeeping
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.deliver import Request, deliver
from ordi_crf.export.files import ExportError
from tests.builders import key, stroke
from tests.db import people

SV, BM = key("SV"), key("BM")
NEW = "piedra nueva y gris"
STEPS = 9


def step(study: StudyFile, number: int) -> None:
    """Do one thing of a session."""
    match number:
        case 1:
            study.answer(SV, [Answer("sv", "", "SVCOM", "entry 1")])
        case 2:
            study.add_row(BM, "bm_stroke", stroke(2))
        case 3:
            study.keep_drawing("mask", bytes(20_000))
        case 4:
            study.accounts.add("new", "New Nurse", Role.NURSE, NEW)
        case 5:
            safekeeping.back_up(study)
        case 6:
            folder = study.path.parent / "out"
            folder.mkdir(exist_ok=True)
            deliver(study.path, study.actor, Request(folder, casebooks=False), key=study.key)
        case 7:
            study.accounts.change_password("investigator", people.FIRST, NEW)
        case 8:
            study.answer(SV, [Answer("sv", "", "SVCOM", "entry 8")])
        case 9:
            study.close()


def session(path: Path) -> tuple[list[int], list[str]]:
    """Return the steps that were acknowledged, and the names of what was refused."""
    done, refused = [], []
    try:
        study = people.come(path, Role.INVESTIGATOR)
    except StudyFileError as error:
        return done, [type(error).__name__]
    done.append(0)
    for number in range(1, STEPS + 1):
        try:
            step(study, number)
            done.append(number)
        except (StudyFileError, ExportError) as error:
            refused.append(type(error).__name__)
    return done, refused


def main() -> None:
    """Answer each line of the input."""
    failing = ctypes.CDLL(None)
    failing.failing_seen.restype = ctypes.c_long
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    access.keys.COST = people.CHEAP
    for line in sys.stdin:
        first, many, code = map(int, line.split())
        shutil.rmtree(target, ignore_errors=True)
        path = people.copied(source, target)
        ours, theirs = os.pipe()
        if os.fork() == 0:
            failing.failing_arm(
                str(target).encode(), ctypes.c_long(first), ctypes.c_long(many), code
            )
            try:
                told = json.dumps([*session(path), failing.failing_seen()])
            except BaseException as error:
                told = json.dumps([[], [f"UNTOLD {type(error).__name__}: {error}"], 0])
            os.write(theirs, told.encode())
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours) as answer:
            print(answer.read(), flush=True)
        os.wait()


if __name__ == "__main__":
    main()
