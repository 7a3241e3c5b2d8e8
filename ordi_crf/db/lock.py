"""One writer at a time: a lock file beside the study, held by the operating system.

A crash releases it, so there is no stale lock to clear. Who holds it is written in the study file
itself, for the program that opens the study second and read-only.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf.db.connection import Connection

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the study open for writing, on which computer and since when (UTC)."""

    actor: str
    machine: str
    since: str

    def __str__(self) -> str:
        return f"{self.actor}, {self.machine}, {self.since[:16].replace('T', ' ')} UTC"


def acquire(path: Path) -> BaseFileLock | None:
    """Return the lock of a study, or None when another program holds it or none can be made."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", timeout=0)
    try:
        lock.acquire()
    except (Timeout, PermissionError):
        return None
    except OSError:
        # A read-only medium has no room for a lock file, and nobody can write there either.
        return None
    return lock


def write_holder(connection: Connection, holder: Holder) -> None:
    """Leave word of who holds the study."""
    connection.execute(
        "INSERT INTO setting (key, value) VALUES ('holder', ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (json.dumps(asdict(holder), ensure_ascii=False),),
    )


def read_holder(connection: Connection) -> Holder | None:
    """Return who holds the study, None when nobody left word."""
    row = connection.execute("SELECT value FROM setting WHERE key = 'holder'").fetchone()
    return Holder(**json.loads(row[0])) if row and row[0] else None
