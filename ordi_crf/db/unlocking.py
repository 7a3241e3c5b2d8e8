"""A connection that is known to read its file: the key fits, or the file needs none."""

from __future__ import annotations

from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db.connection import Access, Connection, Context
from ordi_crf.db.errors import MissingFileError, NotAStudyError
from ordi_crf.db.trust_errors import KeyDoesNotFitError


def connect(path: Path, access: Access, context: Context, key: bytes) -> Connection:
    """Return an open connection to a file of ours; KeyDoesNotFitError when it says nothing."""
    new = access is Access.CREATE
    with sql.translated(path, new=new):
        if not new and not path.is_file():
            raise MissingFileError(path)
        link = sql.connect(path, access, context, key)
        try:
            with sql.translated(path, new=new):
                link.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except NotAStudyError as error:
            link.close()
            raise KeyDoesNotFitError(path) from error
        except BaseException:
            link.close()
            raise
        return link


def reading(path: Path) -> Access:
    """Return how to read a file so that neither it nor a journal it needs is changed.

    A connection that may write deletes the log of a damaged file when it closes. A rollback journal
    is read by no other.
    """
    if path.with_name(f"{path.name}-journal").exists():
        return Access.WRITE
    log = path.with_name(f"{path.name}-wal")
    # Without a log, one that may write is the one that leaves nothing beside the file.
    return Access.READ if log.exists() else Access.WRITE
