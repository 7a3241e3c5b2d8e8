"""Whether a file is a study and sound, as it stands: nothing is written to find that out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from ordi_crf.core.chain import AUDIT_FIELDS
from ordi_crf.db import account_tables, errors, key_file, keys, upgrade
from ordi_crf.db import connection as sql
from ordi_crf.db.connection import Access, Connection, Context
from ordi_crf.db.trust_errors import KeyDoesNotFitError, LoginNeededError

_EVERY = frozenset({"study", "subject", "record", "audit"})
"""The tables that every version of a study has had: without them there is nothing to upgrade."""


def refuse_foreign(path: Path, context: Context, key: bytes) -> None:
    """Raise unless the file says that it is a study; nothing is locked or written for that."""
    try:
        with sql.translated(path), closing(sql.connect(path, still(path), context, key)) as link:
            if int(link.execute("PRAGMA application_id").fetchone()[0]) != sql.APPLICATION_ID:
                raise errors.NotAStudyError(path)
            # A list of tables that cannot be read is for the check of the pages to tell.
            with suppress(errors.DamagedError), sql.translated(path):
                if not is_study(upgrade.created(link, "table")):
                    raise errors.NotAStudyError(path)
    except errors.NotAStudyError as error:
        raise foreign(path, key) from error


def is_study(tables: Iterable[str]) -> bool:
    """Return whether tables of these names can be those of a study, of whichever version."""
    return set(tables) >= _EVERY


def foreign(path: Path, key: bytes) -> errors.StudyFileError:
    """Return what to say of a file that does not say that it is a study, under a key or none."""
    if key:
        return KeyDoesNotFitError(path)
    return LoginNeededError(path) if key_file.beside(path).exists() else errors.NotAStudyError(path)


def refuse_unsound(path: Path, context: Context, key: bytes, *, elsewhere: bool = False) -> None:
    """Raise for a file that is newer, damaged or holds the unknown, without writing to it."""
    access = still(path, elsewhere=elsewhere)
    with closing(sql.connect(path, access, context, key)) as link:
        version = int(link.execute("PRAGMA user_version").fetchone()[0])
        if version > sql.USER_VERSION:
            raise errors.NewerSchemaError(path, version, sql.USER_VERSION)
        check = str(link.execute("PRAGMA quick_check(1)").fetchone()[0])
        if check != "ok":
            raise errors.DamagedError(path, check.splitlines()[0])
        upgrade.refuse_unknown(link, path)
        upgrade.pending(link)
        _read_what_opening_reads(link, path)


def still(path: Path, *, elsewhere: bool = False) -> Access:
    """Return how to read a file without writing to it; NeedsWritingError when that cannot be.

    A journal belongs to the file: after a crash or on a full disk the file alone can be torn.
    """
    beside = journals(path)
    if elsewhere or (beside and writable(path)):
        return Access.READ
    if not any(journal.stat().st_size for journal in beside):
        return Access.FROZEN
    # A journal of a crash must be played back first, unless its index shows somebody at work.
    if path.with_name(f"{path.name}-shm").exists():
        return Access.READ
    raise errors.NeedsWritingError(path)


def journals(path: Path) -> list[Path]:
    """Return the journals that lie beside a file: entries of it may be in them."""
    found = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    return [journal for journal in found if journal.exists()]


def writable(path: Path) -> bool:
    """Return whether the file and its folder take writes: a journal needs the folder."""
    return os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)


def _read_what_opening_reads(link: Connection, path: Path) -> None:
    """Read the tables of who may come and the end of the trail: bytes changed within a text.

    The check of the pages does not see them, and a connection that may write would fold the log of
    a damaged file in as it closes.
    """
    found = upgrade.created(link, "table")
    missing = {"hash", *AUDIT_FIELDS} - set(upgrade.columns(link, "audit"))
    if missing:
        raise errors.DamagedError(path, f"no such column: {min(missing)}")
    for table in {"study", "setting", *account_tables.TABLES} & set(found):
        link.execute(f'SELECT * FROM "{table}"').fetchall()
    link.execute("SELECT * FROM audit ORDER BY id DESC LIMIT 1").fetchall()
    if "password" in found:
        try:
            for (slot,) in link.execute("SELECT slot FROM password"):
                keys.slot(slot)
        except ValueError as error:
            raise errors.DamagedError(path, str(error)) from error
