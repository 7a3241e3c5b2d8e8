"""Whether two files hold the same: a SHA-256 for the rows of each table, and for the definitions.

What a backup, a restored file and the original have in common is proved by these (T28).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from ordi_crf.db import connection as sql
from ordi_crf.db import unlocking
from ordi_crf.db.connection import Access, Connection, Context
from ordi_crf.db.errors import DamagedError

Digests: TypeAlias = Mapping[str, str]
"""Table name to the digest of its rows; the blank name stands for the definitions."""

_PAGES = ("PRAGMA integrity_check", "PRAGMA cipher_integrity_check")
_LINKS = "PRAGMA foreign_key_check"


def of_connection(connection: Connection) -> Digests:
    """Return the digests of every table, of one moment when a transaction is open."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    found = {
        name: _digest(connection, f'SELECT * FROM "{name}" ORDER BY rowid')
        for (name,) in tables.fetchall()
    }
    definitions = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    return {"": _digest(connection, definitions), **found}


def of_file(path: Path, key: bytes) -> Digests:
    """Return the digests of a file nobody writes; DamagedError when it is not sound."""
    link = unlocking.connect(path, Access.FROZEN, Context("", ""), key)
    with sql.translated(path), closing(link):
        if problem := unsound(link):
            raise DamagedError(path, problem)
        return of_connection(link)


def unsound(connection: Connection, *, links: bool = True) -> str:
    """Return the first thing wrong with the pages of a file or its links, blank when nothing is."""
    for check in (*_PAGES, *([_LINKS] if links else [])):
        found = connection.execute(check).fetchone()
        if found is not None and found[0] != "ok":
            return " ".join(str(part) for part in found).splitlines()[0]
    return ""


def differing(one: Digests, other: Digests) -> list[str]:
    """Return the tables in which two files differ, the definitions as "schema"."""
    names = sorted({*one, *other})
    return [name or "schema" for name in names if one.get(name) != other.get(name)]


def _digest(connection: Connection, query: str) -> str:
    digest = hashlib.sha256()
    for row in connection.execute(query):
        digest.update(repr(tuple(_part(value) for value in row)).encode())
    return digest.hexdigest()


def _part(value: object) -> object:
    """Return a value as it is hashed: large binary ones by their own digest."""
    return ("blob", hashlib.sha256(value).hexdigest()) if isinstance(value, bytes) else value
