"""The SQLite connection: the driver, its pragmas and the functions the audit triggers call.

`sqlcipher3` opens plain and encrypted files alike on every system, and is imported here alone; its
exceptions leave this module as `ordi_crf.db.errors`. The triggers call functions that only this
program registers, so a write by any other program fails closed (ADR 3).
"""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any, TypeAlias
from urllib.parse import quote

from sqlcipher3 import dbapi2

from ordi_crf import __version__
from ordi_crf.core.chain import chain_hash
from ordi_crf.db import errors, life_errors

APPLICATION_ID = 0x4F524449
"""``PRAGMA application_id`` of a study file: the letters ORDI."""
USER_VERSION = 1
"""``PRAGMA user_version``: the newest file layout this program knows."""
REASON_NEEDED = "a completed form needs a reason"
"""What a trigger says when a completed form is changed without one."""
LOCKED = "what is locked never changes"
"""What a trigger says when something locked is changed."""
ORDER = "a form never leaves the order of its states"
"""What a trigger says when a form would pass into a state it cannot have yet."""

Connection: TypeAlias = Any
"""A DB-API connection; the driver ships no types."""
IntegrityError: type[Exception] = dbapi2.IntegrityError
"""A constraint of the schema does not hold."""

Clock: TypeAlias = Callable[[], datetime]

_PLAIN = b"SQLite format 3\0"
_WITHOUT_CODE = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "database is locked": dbapi2.SQLITE_BUSY,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
}
_NO_TEXT = "Could not decode to UTF-8"
"""How the driver begins where bytes of a text were changed, for which it has no code."""
_PAGE = 4096
"""Bytes of a page of an encrypted file."""
_ROOM = 1 << 20
"""Bytes below which an input or output error is taken for a full disk."""


class Access(StrEnum):
    """What a connection may do, as SQLite's URI says it."""

    CREATE = "mode=rwc"
    WRITE = "mode=rw"
    READ = "mode=ro"
    FROZEN = "mode=ro&immutable=1"
    """Reads a file nobody is writing, and leaves nothing beside it."""


@dataclass(slots=True)
class Context:
    """Who writes, when and why: what the audit triggers ask for during one transaction."""

    actor: str
    role: str
    machine: str = field(default_factory=platform.node)
    login: str = ""
    at: str = ""
    reason: str | None = None


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """Return a moment as ISO 8601 in UTC with milliseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def digest(text: str) -> str:
    """Return the SHA-256 of a text: what the trail tells of what it does not show."""
    return hashlib.sha256(text.encode()).hexdigest()


def uri(path: PurePath) -> str:
    """Return an absolute path as SQLite reads it: a share of Windows belongs into the path."""
    text = path.as_posix()
    return ("file://" if text.startswith("/") else "file:///") + quote(os.fsencode(text), "/:")


def on_network(path: PurePath) -> bool:
    """Return whether a path leads to a share of Windows, however its drive is called."""
    return path.drive.startswith("\\\\")


def connect(path: Path, access: Access, context: Context, key: bytes = b"") -> Connection:
    """Return an open connection with our functions; every transaction on it is explicit.

    `key` is the 32 bytes of an encrypted file; without it a file is plain (ADR 10).
    """
    connection = dbapi2.connect(
        f"{uri(path.resolve())}?{access}",
        uri=True, check_same_thread=False, isolation_level=None,
    )  # fmt: skip
    if key:
        # A key that does not fit becomes a sentence, not lines on the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA busy_timeout = 3000")
    # Else REPLACE deletes a row without the trigger that refuses it.
    connection.execute("PRAGMA recursive_triggers = ON")
    # What a sorting or an index spills goes to no file: there it would not be encrypted.
    connection.execute("PRAGMA temp_store = MEMORY")
    for name, value in (
        ("crf_now", lambda: context.at),
        ("crf_actor", lambda: context.actor),
        ("crf_role", lambda: context.role),
        ("crf_machine", lambda: context.machine),
        ("crf_version", lambda: __version__),
        ("crf_reason", lambda: context.reason),
    ):
        connection.create_function(name, 0, value)
    connection.create_function("crf_hash", -1, chain_hash, deterministic=True)
    connection.create_function("crf_digest", 1, digest, deterministic=True)
    return connection


def is_plain(path: Path) -> bool:
    """Return whether a file is a database anybody can read; an encrypted one looks like chance."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def may_be_encrypted(path: Path) -> bool:
    """Return whether a file could be an encrypted one: whole pages that say nothing."""
    size = path.stat().st_size
    return size > 0 and size % _PAGE == 0 and not is_plain(path)


def export(connection: Connection, target: Path, key: bytes) -> None:
    """Write everything a connection reads into a new file, under another key or none."""
    pragma = f"x'{key.hex()}'" if key else ""
    connection.execute("ATTACH DATABASE ? AS target KEY ?", (str(target.resolve()), pragma))
    try:
        connection.execute("SELECT sqlcipher_export('target')")
        for name in ("application_id", "user_version"):
            value = connection.execute(f"PRAGMA main.{name}").fetchone()[0]
            connection.execute(f"PRAGMA target.{name} = {value}")
    finally:
        connection.execute("DETACH DATABASE target")


def engine() -> tuple[str, str]:
    """Return the versions of SQLite and SQLCipher."""
    connection = scratch()
    try:
        sqlite = connection.execute("SELECT sqlite_version()").fetchone()[0]
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(sqlite), str(cipher[0]) if cipher is not None else ""


def scratch() -> Connection:
    """Return a connection to an empty database in memory."""
    return dbapi2.connect(":memory:", isolation_level=None)


def make_durable(connection: Connection, *, network: bool = False) -> str:
    """Return the journal mode: WAL, fully synchronised, or a rollback journal on a network share.

    WAL needs memory that all programs share, which two computers do not. Full synchronisation is
    what survives a power failure; on macOS that takes `fullfsync`.
    """
    mode = "" if network else str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
    if mode != "wal":
        mode = str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    connection.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")
    connection.execute("PRAGMA fullfsync = ON")
    return mode


@contextmanager
def translated(path: Path, *, new: bool = False) -> Iterator[None]:
    """Turn what the driver and the system raise about a file into sentences about it.

    A `new` one is being made: that it is not there yet is no reason.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        ours = _driver_sentence(path, error, new=new)
        if ours is None:
            raise
        raise ours from error
    except UnicodeDecodeError as error:
        raise errors.DamagedError(path, _NO_TEXT) from error
    except OSError as error:
        raise _system_sentence(path, error) from error


def _driver_sentence(path: Path, error: Exception, *, new: bool) -> errors.StudyFileError | None:
    # A backup that fails tells no code.
    code = getattr(error, "sqlite_errorcode", None) or _WITHOUT_CODE.get(str(error), 0)
    code &= 0xFF
    if str(error).startswith(_NO_TEXT):
        return errors.DamagedError(path, _NO_TEXT)
    match code:
        case dbapi2.SQLITE_CONSTRAINT:
            return _refusal(str(error))
        case dbapi2.SQLITE_FULL:
            return errors.DiskFullError(path)
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED:
            return errors.BusyError(path)
        case dbapi2.SQLITE_CORRUPT:
            return errors.DamagedError(path, str(error))
        case dbapi2.SQLITE_NOTADB:
            return errors.NotAStudyError(path)
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_CANTOPEN | dbapi2.SQLITE_IOERR:
            return _disk_sentence(path, code, new=new)
        case _:
            return None


def _refusal(said: str) -> errors.StudyFileError | None:
    """Return what a trigger refused, None where it was something else of the schema."""
    if REASON_NEEDED in said:
        return errors.ReasonNeededError()
    if LOCKED in said:
        return life_errors.LockedError()
    return life_errors.OrderError() if ORDER in said else None


def _disk_sentence(path: Path, code: int, *, new: bool) -> errors.StudyFileError:
    """Say what stands behind an error that names only the disk."""
    if not new and not path.exists():
        return errors.MissingFileError(path)
    if not new and code == dbapi2.SQLITE_CANTOPEN and not os.access(path, os.R_OK):
        return errors.NotReadableError(path)
    # The index of the write-ahead log fails as an input or output error where room is wanting.
    if code != dbapi2.SQLITE_READONLY and shutil.disk_usage(path.parent).free < _ROOM:
        return errors.DiskFullError(path)
    return errors.DiskError(path) if code == dbapi2.SQLITE_IOERR else errors.NotWritableError(path)


def _system_sentence(path: Path, error: OSError) -> errors.StudyFileError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return errors.DiskFullError(path)
    if error.errno == errno.EEXIST:
        return errors.ExistsError(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return errors.NotWritableError(path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return errors.MissingFileError(path)
    return errors.DiskError(path)
