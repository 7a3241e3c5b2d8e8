"""Whole working days in a process of its own, to be killed: each step is told once it returned.

With each comes the head of the audit trail: what has that entry, and a chain that verifies, holds
all that was acknowledged until then.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter

import filelock  # noqa: F401 - loaded before the fork, as is all that a step needs
import sqlite_utils  # noqa: F401

import ordi_crf.export.casebook
import ordi_crf.export.workbook  # noqa: F401
from ordi_crf.core.life import Scope
from ordi_crf.core.permissions import Role
from ordi_crf.core.query import QueryState
from ordi_crf.core.records import Status
from ordi_crf.db import access, durable, keys, safekeeping
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.db.trust_errors import TrustError
from ordi_crf.db.vault import Identity
from ordi_crf.deliver import Request, deliver
from tests.builders import SUBJECT, key, stroke
from tests.db import people
from tests.db.people import DM

SV, BM, AE, VS = key("SV"), key("BM"), key("AE"), key("VS")
SEX, TERM = ("dm", "", "SEX"), ("ae", "1", "AETERM")
OPENED, CLOSED, UPGRADED, CREATED = "opened", "closed", "upgraded", "created"
"""What is done with whole files."""


def at_work(study: StudyFile, role: Role) -> None:
    """Let the person of a role be at work, as at a computer that several use."""
    known = study.accounts.current
    if known is not None and known.role is role:
        return
    if role is Role.INVESTIGATOR:
        study.accounts.switch("investigator", password(study))
    else:
        study.accounts.switch(people.login(role), people.password(role))


def paint(study: StudyFile, number: int) -> None:
    study.add_row(BM, "bm_stroke", stroke(number % 60_000))


def take_back(study: StudyFile, number: int) -> None:
    """Void the last stroke, or paint it again."""
    rows = study.record(BM).sections.get("bm_stroke", {})
    if not rows:
        paint(study, number)
        return
    last = list(rows.values())[-1]
    study.void(BM, "bm_stroke", last.key, voided=not last.voided, reason=f"entry {number}")


def enter(study: StudyFile, number: int) -> None:
    """Enter into three forms, each leaving of a field on its own."""
    study.answer(SV, [Answer("sv", "", "SVCOM", f"entry {number}")])
    study.add_row(AE, "ae", {"AETERM": f"entry {number}"})
    study.answer(VS, [Answer("vs", "", "WEIGHT", str(50 + number % 40))])


def correct(study: StudyFile, number: int) -> None:
    """Correct a completed form, which unlocks it and breaks its signature."""
    if study.statuses()[DM] is Status.LOCKED:
        study.life.unlock(Scope.of(DM), f"entry {number}")
    sex = study.record(DM).sections["dm"][""].values["SEX"]
    other = Answer(*SEX, "M" if sex == "F" else "F")
    study.answer(DM, [other], f"entry {number}")


def sign(study: StudyFile, number: int) -> None:
    correct(study, number)
    study.signing.sign(Signing(Scope.of(DM), "REVIEWED", "investigator", password(study)))


def lock(study: StudyFile, number: int) -> None:
    if study.statuses()[DM] is not Status.SIGNED:
        sign(study, number)
    study.life.lock(Scope.of(DM))


def ask(study: StudyFile, number: int) -> None:
    """Ask a query, and close the one that was answered."""
    at_work(study, Role.MONITOR)
    for query in study.queries.of(DM):
        if query.state is QueryState.ANSWERED:
            study.queries.close(query.number, f"entry {number}")
    study.queries.ask(DM, SEX, f"entry {number}")


def reply(study: StudyFile, number: int) -> None:
    for query in study.queries.of(DM):
        if query.state is QueryState.OPEN:
            study.queries.answer(query.number, f"entry {number}")


def tick(study: StudyFile, _number: int) -> None:
    """Verify an item against its source, or take that back."""
    at_work(study, Role.MONITOR)
    places = [(AE, TERM)]
    known = TERM in study.verification.of(AE)
    (study.verification.withdraw if known else study.verification.verify)(places)


def export(study: StudyFile, _number: int) -> None:
    """Write the workbook and one casebook."""
    request = Request(study.path.parent / "out", subjects=(SUBJECT,))
    deliver(study.path, study.actor, request, key=study.key)
    study.log_event("EXPORTED", request.name)


def back_up(study: StudyFile, _number: int) -> None:
    safekeeping.back_up(study)


def change_password(study: StudyFile, number: int) -> None:
    """Take a password that was never taken, noted before and after, as on a slip of paper."""
    old, new = password(study), f"clave numero {number} de la serie"
    note(study.path, old, new)
    study.accounts.change_password("investigator", old, new)
    note(study.path, new)


def identify(study: StudyFile, number: int) -> None:
    """Say who the subject is, in the vault of an encrypted study."""
    if study.key:
        vault = access.open_vault(study)
        vault.change(SUBJECT, Identity(note=f"entry {number}"))
        vault.close()


STEPS: dict[str, Callable[[StudyFile, int], None]] = {
    "painted": paint,
    "entered": enter,
    "took back": take_back,
    "corrected": correct,
    "signed": sign,
    "locked": lock,
    "asked": ask,
    "answered": reply,
    "ticked": tick,
    "changed password": change_password,
    "identified": identify,
    "backed up": back_up,
    "exported": export,
}
KINDS = (*STEPS, CLOSED, OPENED, UPGRADED, CREATED)


def work(path: Path, first: str, number: int, told: Connection) -> None:
    """Work without end, from a kind of step on; tell what begins, and what was done."""
    keys.COST = people.CHEAP
    told.send_bytes(f"begins {OPENED}".encode())
    study = come(path)
    at = KINDS.index(first)
    for kind in cycle((*KINDS[at:], *KINDS[:at])):
        number += 1
        told.send_bytes(f"begins {kind}".encode())
        begun = perf_counter()
        match kind:
            case "closed":
                study.close()
            case "opened":
                study = come(path)
            case "upgraded":
                migrate(path.parent)
            case "created":
                (path.parent / "new").mkdir(exist_ok=True)
                create(path.parent, encrypted=bool(study.key))
            case _:
                if STEPS[kind] not in (ask, tick):
                    at_work(study, Role.INVESTIGATOR)
                STEPS[kind](study, number)
        took = perf_counter() - begun
        head = "" if kind == CLOSED else last(study)
        told.send_bytes(f"done {kind}|{took}|{head}".encode())


def last(study: StudyFile) -> str:
    """Return number and hash of the last entry of the trail."""
    with study._reading() as connection:
        number, head = connection.execute(
            "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1"
        ).fetchone()
    return f"{number} {head}"


def come(path: Path) -> StudyFile:
    """Open the study with whichever password counts: a kill may have come before the word of it."""
    for held in known(path):
        try:
            return access.log_in(path, "investigator", held)
        except TrustError:
            continue
    raise AssertionError("no password opens the study any more")


def password(study: StudyFile) -> str:
    """Return the password of the investigator that counts."""
    for held in known(study.path):
        try:
            study.accounts.check("investigator", held)
        except TrustError:
            continue
        return held
    raise AssertionError("no password counts any more")


def known(path: Path) -> list[str]:
    """Return the passwords that may count."""
    return _slip(path).read_text().splitlines()


def note(path: Path, *passwords: str) -> None:
    """Note the passwords that may count."""
    with durable.replacing(_slip(path)) as slip:
        slip.write_text("\n".join(passwords))


def _slip(path: Path) -> Path:
    """Return where passwords are noted: not in the folder of the study, whose disk may fail."""
    return path.parent.with_name(f"slip of {path.parent.name}")


def migrate(folder: Path) -> None:
    """Open a study of an earlier program, which is upgraded after a backup."""
    earlier = folder / "migrated" / "study.ordi"
    shutil.rmtree(earlier.parent, ignore_errors=True)
    shutil.copytree(folder / "earlier", earlier.parent)
    people.come(earlier, Role.INVESTIGATOR).close()


def create(folder: Path, *, encrypted: bool) -> None:
    """Make a new study with its first account and its list of subjects."""
    path = folder / "new" / "study.ordi"
    for left in path.parent.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    study, _ = people.set_up(path, encrypted=encrypted)
    if encrypted:
        access.open_vault(study).close()
    study.close()
