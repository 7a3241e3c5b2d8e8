"""Who runs a command: a login and password where a study has accounts, else the system's user.

The password is asked for on the terminal and not shown; without a terminal it comes from the
environment, so that exports can run unattended.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from ordi_crf.core.permissions import Operation, Role
from ordi_crf.db import access, recovery
from ordi_crf.db.recovery import Known
from ordi_crf.db.study_file import Actor, StudyFile

PASSWORD = "ORDI_CRF_PASSWORD"
"""The environment variable with a password."""
RECOVERY = "ORDI_CRF_RECOVERY_KEY"
"""The environment variable with a recovery key."""


@dataclass(frozen=True, slots=True)
class Who:
    """What a command was told of the person who runs it."""

    name: str | None = None
    """For a study without accounts."""
    login: str | None = None
    recovery: bool = False
    """Whether the recovery key stands in for a password."""
    role: Role = Role.DATA_MANAGER
    """In a study without accounts."""


def actor(name: str | None = None, role: Role = Role.DATA_MANAGER) -> Actor:
    """Return who works on a study without accounts, as trail and files name them."""
    if not name:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            # No user database and no environment, as in a bare container.
            name = "unknown"
    return Actor(name, role.value)


@contextmanager
def opened(file: Path, who: Who | None = None, *, read_only: bool = True) -> Iterator[StudyFile]:
    """Give an open study file; StudyFileError when it cannot be used."""
    who = who or Who()
    if access.guarded(file):
        study = access.log_in(file, *_typed(file, who), read_only=read_only)
    else:
        study = StudyFile.open(file, actor(who.name, who.role), read_only=read_only)
    try:
        yield study
    finally:
        study.close()


def known(file: Path, who: Who) -> Known:
    """Return who may bring a study back, asked for as the study needs it."""
    if who.recovery:
        code = os.environ.get(RECOVERY) or click.prompt("Recovery key", hide_input=True, err=True)
        return recovery.known_by_code(file, code)
    if not recovery.has_keys(file):
        return Known(actor(who.name), b"")
    return recovery.known(file, *_typed(file, who))


def known_to_read(file: Path, who: Who) -> Known:
    """Return who may look at a study or a backup that is perhaps not sound: any account."""
    if who.recovery or not recovery.has_keys(file):
        return known(file, who)
    return recovery.known(file, *_typed(file, who), operation=Operation.READ)


def _typed(file: Path, who: Who) -> tuple[str, str]:
    """Return login and password as given, or asked for."""
    login = who.login or click.prompt(f"Login for {file.name}", err=True)
    password = os.environ.get(PASSWORD)
    if password is None:
        password = click.prompt("Password", hide_input=True, err=True)
    return login, password
