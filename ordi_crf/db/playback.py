"""What a crash left of a change under a rollback journal, rolled back before anything is read.

Where a write-ahead log is refused (a network share) a change is written into the file itself, and
what was there before into the journal. Only a connection that may write plays it back; whether the
file is sound then is tried on a copy first, so that a damaged one is left as it is.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db import durable, errors, lock, soundness
from ordi_crf.db.connection import Access, Context


def play_back(path: Path, key: bytes) -> None:
    """Roll back what was half written, where nobody is at work.

    DamagedError, NotAStudyError, LoginNeededError and KeyDoesNotFitError, and nothing is done.
    """
    journal = path.with_name(f"{path.name}-journal")
    if not journal.exists() or not journal.stat().st_size or not soundness.writable(path):
        return
    try:
        held = lock.acquire(path)
    except (lock.HeldError, PermissionError):
        return
    try:
        _try_on_a_copy(path, journal, key)
        with closing(sql.connect(path, Access.WRITE, Context("", ""), key)) as link:
            link.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        lock.release(held)


def _try_on_a_copy(path: Path, journal: Path, key: bytes) -> None:
    """Raise unless a copy is a sound study once it is rolled back."""
    copy = path.with_name(f".{path.name}.{os.getpid()}{durable.PART}")
    try:
        shutil.copy(path, copy)
        shutil.copy(journal, copy.with_name(f"{copy.name}-journal"))
        with (
            sql.translated(path),
            closing(sql.connect(copy, Access.WRITE, Context("", ""), key)) as link,
        ):
            if int(link.execute("PRAGMA application_id").fetchone()[0]) != sql.APPLICATION_ID:
                raise errors.NotAStudyError(path)
            check = str(link.execute("PRAGMA quick_check(1)").fetchone()[0])
            if check != "ok":
                raise errors.DamagedError(path, check.splitlines()[0])
    except errors.NotAStudyError as error:
        raise soundness.foreign(path, key) from error
    finally:
        durable.remove(copy)
