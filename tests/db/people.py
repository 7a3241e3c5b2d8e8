"""A study with an account for each role, for the tests of who may come in and what they may do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from ordi_crf.core.permissions import Role
from ordi_crf.core.records import Status
from ordi_crf.db import access, keys
from ordi_crf.db.connection import Clock
from ordi_crf.db.keys import Cost
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import SUBJECT, Ticking, key

CHEAP = Cost(memory=64, passes=1, lanes=1)
"""What a try costs here: what it costs in a clinic is another test's."""
FIRST = "caballo verde ligero"
"""The password of the investigator who set the study up."""
DM, AE, PREGNANCY, CLASI = key("DM", "SCR"), key("AE"), key("RP", "SCR"), key("CLASI")


def login(role: Role) -> str:
    return role.name.casefold()


def password(role: Role) -> str:
    return FIRST if role is Role.INVESTIGATOR else f"camino largo y azul {role.name[0]}"


def name(role: Role) -> str:
    return f"{role.value.capitalize()} de Prueba"


def come(
    path: Path, role: Role, *, clock: Clock | None = None, read_only: bool = False
) -> StudyFile:
    """Return the study, opened by the account of a role."""
    return access.log_in(
        path, login(role), password(role), clock=clock or Ticking(), read_only=read_only,
        machine="ward-3",
    )  # fmt: skip


def set_up(path: Path, *, encrypted: bool = True) -> tuple[StudyFile, str | None]:
    """Return a new study with its investigator at work, and the recovery key."""
    return access.set_up(
        path, siteid="01", login=login(Role.INVESTIGATOR), name=name(Role.INVESTIGATOR),
        role=Role.INVESTIGATOR, password=FIRST, encrypted=encrypted, clock=Ticking(),
        machine="ward-3",
    )  # fmt: skip


def peopled(path: Path, *, encrypted: bool = True) -> str | None:
    """Make a closed study with an account for each role and a few answers; return its code."""
    study, code = set_up(path, encrypted=encrypted)
    for role in list(Role)[1:]:
        study.accounts.add(login(role), name(role), role, f"{password(role)} provisional")
    study.add_subject(SUBJECT)
    study.answer(DM, [Answer("dm", "", "SEX", "F")])
    study.set_status(DM, Status.COMPLETE)
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    if encrypted:
        access.open_vault(study).close()
    for role in list(Role)[1:]:
        given = f"{password(role)} provisional"
        study.accounts.switch(login(role), given)
        study.accounts.change_password(login(role), given, password(role))
    study.close()
    return code


def copied(folder: Path, to: Path) -> Path:
    """Copy a study with all that lies beside it, and return where it is."""
    shutil.copytree(folder, to)
    return to / "study.ordi"


Made = Callable[[Path], object]


def cheaply(make: Made, path: Path) -> Path:
    """Make a study whose slots cost little, also for the sessions that follow."""
    before, keys.COST = keys.COST, CHEAP
    try:
        make(path)
    finally:
        keys.COST = before
    return path
