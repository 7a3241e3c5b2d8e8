"""Whole working days in a process of its own, to be killed: each step is told once it returned.

Entry into several forms, painting, accounts, an export, a backup, the close with its own backup,
and the opening of a study of an earlier program, which is upgraded.
"""

from __future__ import annotations

import shutil
from multiprocessing.connection import Connection
from pathlib import Path

import filelock  # noqa: F401 - loaded before the fork, as is all that a step needs
import sqlite_utils  # noqa: F401

import ordi_crf.export.workbook  # noqa: F401
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import AuditEntry, Status
from ordi_crf.db import access, durable, keys, safekeeping
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.db.trust_errors import TrustError
from ordi_crf.deliver import Request, deliver
from tests.builders import key, stroke
from tests.db import people

SV, BM, AE, VS = key("SV"), key("BM"), key("AE"), key("VS")
ROUND = 12
"""Steps from one opening to the next."""


def work(path: Path, first: int, told: Connection) -> None:
    """Work without end, and tell the number of each step."""
    keys.COST = people.CHEAP
    told.send_bytes(b"started")
    number = first
    while True:
        study = come(path)
        told.send_bytes(b"opened")
        for _ in range(ROUND):
            told.send_bytes(f"{step(study, number)} {number}".encode())
            number += 1
        study.close()
        told.send_bytes(b"closed")
        migrate(path.parent)
        told.send_bytes(b"migrated")


def step(study: StudyFile, number: int) -> str:
    """Do one thing, and return what it was."""
    match number % ROUND:
        case 0 | 4 | 8:
            study.add_row(BM, "bm_stroke", stroke(number))
            return "painted"
        case 1 | 9:
            study.answer(SV, [Answer("sv", "", "SVCOM", f"entry {number}")])
            return "entered"
        case 2 | 6:
            study.add_row(AE, "ae", {"AETERM": f"entry {number}"})
            return "entered"
        case 3:
            study.set_status(VS, Status.COMPLETE)
            study.set_status(VS, Status.DRAFT, f"entry {number}")
            return "entered"
        case 5:
            folder = study.path.parent / "out"
            deliver(study.path, study.actor, Request(folder, casebooks=False), key=study.key)
            return "exported"
        case 7:
            safekeeping.back_up(study)
            return "backed up"
        case 10:
            change_password(study, number)
            return "changed"
        case _:
            study.log_event("ROUND", str(number))
            return "logged"


def come(path: Path) -> StudyFile:
    """Open the study with whichever password counts: a kill may have come before the word of it."""
    for password in known(path):
        try:
            return access.log_in(path, "investigator", password)
        except TrustError:
            continue
    raise AssertionError("no password opens the study any more")


def change_password(study: StudyFile, number: int) -> None:
    """Take a password that was never taken, noted before and after, as on a slip of paper."""
    old, new = known(study.path)[0], f"clave numero {number} de la serie"
    for held in known(study.path):
        try:
            study.accounts.check("investigator", held)
        except TrustError:
            continue
        old = held
        break
    note(study.path, old, new)
    study.accounts.change_password("investigator", old, new)
    note(study.path, new)


def known(path: Path) -> list[str]:
    """Return the passwords that may count."""
    return path.with_name("slip").read_text().splitlines()


def note(path: Path, *passwords: str) -> None:
    """Note the passwords that may count."""
    with durable.replacing(path.with_name("slip")) as slip:
        slip.write_text("\n".join(passwords))


def migrate(folder: Path) -> None:
    """Open a study of an earlier program."""
    earlier = folder / "migrated" / "study.ordi"
    shutil.rmtree(earlier.parent, ignore_errors=True)
    shutil.copytree(folder / "earlier", earlier.parent)
    people.come(earlier, Role.INVESTIGATOR).close()


def entered(audit: tuple[AuditEntry, ...]) -> set[int]:
    """Return the numbers of the entries that a trail holds."""
    strokes = {stroke(n)["BMOP"]: n for n in range(0, 4000, 4)}
    found = set()
    for change in audit:
        if change.item == "BMOP":
            found.add(strokes[change.new or ""])
        for text in (change.new, change.reason):
            if text and text.startswith("entry "):
                found.add(int(text.split()[1]))
    return found
