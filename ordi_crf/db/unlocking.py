"""A connection that is known to read its file: the key fits, or the file needs none."""

from __future__ import annotations

from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db.connection import Access, Connection, Context
from ordi_crf.db.errors import MissingFileError, NotAStudyError
from ordi_crf.db.trust_errors import KeyDoesNotFitError


def connect(path: Path, access: Access, context: Context, key: bytes) -> Connection:
    """Return an open connection to a file of ours; KeyDoesNotFitError when it says nothing."""
    with sql.translated(path):
        if access is not Access.CREATE and not path.is_file():
            raise MissingFileError(path)
        link = sql.connect(path, access, context, key)
        try:
            with sql.translated(path):
                link.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except NotAStudyError as error:
            link.close()
            raise KeyDoesNotFitError(path) from error
        except BaseException:
            link.close()
            raise
        return link
