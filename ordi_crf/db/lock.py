"""One writer at a time: a lock file beside the study, held by the operating system.

A crash releases it, so there is no stale lock to clear. Who holds it is written in the study file
itself, for the program that opens the study second and read-only.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf.db.connection import Connection

if TYPE_CHECKING:
    from filelock import BaseFileLock


class HeldError(Exception):
    """Another program, or another window of this one, holds the study."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the study open for writing, on which computer and since when (UTC)."""

    actor: str
    machine: str
    since: str

    def __str__(self) -> str:
        return f"{self.actor}, {self.machine}, {self.since[:16].replace('T', ' ')} UTC"


def acquire(path: Path) -> BaseFileLock:
    """Return the lock of a study; HeldError when it is taken, OSError when none can be made."""
    from filelock import FileLock, Timeout

    # Two names of one file, by a link, share one lock.
    lock = FileLock(f"{path.resolve()}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise HeldError from error
    return lock


def release(lock: BaseFileLock) -> None:
    """Let go of a study and take the lock file away."""
    if os.name == "posix":
        # Removed while it is held: whoever waits on the removed file sees that and starts again.
        with suppress(OSError):
            os.unlink(lock.lock_file)
    lock.release()


def write_holder(connection: Connection, holder: Holder) -> None:
    """Leave word of who holds the study."""
    connection.execute(
        "INSERT INTO setting (key, value) VALUES ('holder', ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (json.dumps(asdict(holder), ensure_ascii=False),),
    )


def clear_holder(connection: Connection) -> None:
    """Take back the word that the study is held."""
    connection.execute("DELETE FROM setting WHERE key = 'holder'")


def read_holder(connection: Connection) -> Holder | None:
    """Return who holds the study, None when nobody left word."""
    row = connection.execute("SELECT value FROM setting WHERE key = 'holder'").fetchone()
    return Holder(**json.loads(row[0])) if row and row[0] else None
