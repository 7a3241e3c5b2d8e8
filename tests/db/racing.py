"""What racing processes do, each in one of its own: enter, try, set up, restore, change keys."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Barrier

import filelock  # noqa: F401 - loaded before the fork, as is all that a step needs
import sqlite_utils  # noqa: F401

from ordi_crf.core.permissions import Role
from ordi_crf.db import access, backup, key_file, keys, recovery
from ordi_crf.db.errors import BusyError, ExistsError, MissingFileError, ReadOnlyError
from ordi_crf.db.key_file import Failure
from ordi_crf.db.trust_errors import InUseError, LockedOutError, WrongPasswordError
from tests.builders import key
from tests.db import people


def enter(path: Path, name: str, rounds: int, ready: Barrier, told: Connection) -> None:
    """Open and close the study again and again, enter where it can be written, tell what was."""
    keys.COST = people.CHEAP
    done = []
    for number in range(rounds):
        ready.wait()
        study = people.come(path, Role[name])
        try:
            study.add_row(key("AE"), "ae", {"AETERM": f"{name} {number}"})
            done.append(f"{name} {number}")
        except (ReadOnlyError, MissingFileError):
            # Another has it, or has put a backup in its place since it was opened to read.
            pass
        study.close()
    told.send(done)


def guess(path: Path, tries: int, ready: Barrier, told: Connection) -> None:
    """Try wrong passwords, and tell after how many there were tries left."""
    ready.wait()
    looked = 0
    for _ in range(tries):
        try:
            access.log_in(path, "nurse", "a wrong one")
        except WrongPasswordError:
            looked += 1
        except LockedOutError:
            # The fifth is told so, and so is whoever comes after it.
            pass
    told.send(looked)


def make(path: Path, name: str, ready: Barrier, told: Connection) -> None:
    """Set a study up where others do, and tell whether it is ours."""
    keys.COST = people.CHEAP
    ready.wait()
    try:
        study, _ = access.set_up(
            path, siteid="01", login=name, name=f"{name} de Prueba", role=Role.INVESTIGATOR,
            password=people.FIRST,
        )  # fmt: skip
    except (ExistsError, BusyError):
        told.send("")
        return
    study.close()
    told.send(name)


def restore(path: Path, name: str, rounds: int, ready: Barrier, told: Connection) -> None:
    """Put the first backup in the place of the study again and again, tell how often."""
    keys.COST = people.CHEAP
    role, done = Role[name], 0
    first = backup.backups(path)[-1].path
    who = recovery.known(path, people.login(role), people.password(role))
    for _ in range(rounds):
        ready.wait()
        try:
            recovery.restore_backup(first, path, who)
            done += 1
        except InUseError:
            pass
    told.send(done)


def leave_word(path: Path, name: str, rounds: int, ready: Barrier, told: Connection) -> None:
    """Change the file of keys again and again, tell what was written into it."""
    ready.wait()
    done = []
    for number in range(rounds):
        word = Failure(f"{name} {number}", name, "pc")
        key_file.change(
            key_file.beside(path),
            lambda found, new=word: replace(found, failures=(*found.failures, new)),
        )
        done.append(word.at)
    told.send(done)
