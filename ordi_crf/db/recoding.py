"""Give a study another key, or its first one: a new file beside it, proved equal, in its place.

Slots seal a key that nobody but the account's owner can open, so a new key needs new slots: those
who call this write them first, under a new name of the study (ADR 10).
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db import digests, durable, lock, unlocking
from ordi_crf.db.connection import Access, Context
from ordi_crf.db.trust_errors import InUseError, UnverifiedBackupError


def recode(path: Path, key: bytes, new_key: bytes) -> None:
    """Write a file anew under another key; nothing is replaced unless every row is equal."""
    target = path.resolve()
    with sql.translated(target):
        try:
            held = lock.acquire(target)
        except lock.HeldError as error:
            raise InUseError(path) from error
        try:
            with durable.replacing(target) as beside:
                link = unlocking.connect(target, Access.WRITE, Context("", ""), key)
                with closing(link):
                    # The journal is folded in: it belongs to the file that goes.
                    link.execute("PRAGMA journal_mode = DELETE")
                    wanted = digests.of_connection(link)
                    sql.export(link, beside, new_key)
                shutil.copymode(target, beside)
                if names := digests.differing(digests.of_file(beside, new_key), wanted):
                    raise UnverifiedBackupError(path, ", ".join(names))
        finally:
            lock.release(held)
