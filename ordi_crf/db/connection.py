"""The SQLite connection: the driver, its pragmas, our functions and our exceptions.

`sqlcipher3` opens plain and encrypted files alike on every system, and is imported here alone; its
exceptions leave this module as `ordi_crf.db.errors`. The audit triggers call functions that only
this program registers, so a write by any other program fails closed.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2

from ordi_crf import __version__
from ordi_crf.db import errors

APPLICATION_ID = 0x4F524449
"""``PRAGMA application_id`` of a study file: the letters ORDI."""
USER_VERSION = 1
"""``PRAGMA user_version``: the newest file layout this program knows."""

Connection: TypeAlias = Any
"""A DB-API connection; the driver ships no types."""

Clock: TypeAlias = Callable[[], datetime]


@dataclass(slots=True)
class Context:
    """Who writes, when and why: what the audit triggers ask for during one transaction."""

    actor: str
    role: str
    machine: str = field(default_factory=platform.node)
    at: str = ""
    reason: str | None = None


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """Return a moment as ISO 8601 in UTC with milliseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def chain_hash(previous: str | None, *fields: str | int | None) -> str:
    """Return SHA-256 over the previous hash and the canonical JSON of an audit entry."""
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous or ''}\n{body}".encode()).hexdigest()


def connect(path: Path, *, read_only: bool, context: Context) -> Connection:
    """Return an open connection with our functions; the caller checks what the file is."""
    uri = path.absolute().as_uri()
    if not read_only:
        connection = dbapi2.connect(f"{uri}?mode=rwc", uri=True, check_same_thread=False)
    else:
        connection = _connect_read_only(path, uri)
    connection.execute("PRAGMA busy_timeout = 3000")
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
    return connection


def _connect_read_only(path: Path, uri: str) -> Connection:
    """Return a reading connection, also in a folder where SQLite cannot create its WAL index."""
    connection = dbapi2.connect(f"{uri}?mode=ro", uri=True, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.OperationalError:
        connection.close()
        if path.with_name(path.name + "-wal").exists():
            raise
        return dbapi2.connect(f"{uri}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    return connection


def make_durable(connection: Connection) -> str:
    """Set WAL with full synchronisation, or a rollback journal where WAL is refused."""
    mode = str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
    if mode != "wal":
        mode = str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    connection.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")
    return mode


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's exceptions into sentences about the file."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        ours = _sentence(path, str(error).lower())
        if ours is None:
            raise
        raise ours from error
    except PermissionError as error:
        raise errors.NotWritableError(path) from error


def _sentence(path: Path, text: str) -> errors.StudyFileError | None:
    for words, ours in (
        ("reason", errors.ReasonNeededError),
        ("disk is full", errors.DiskFullError),
        ("readonly", errors.NotWritableError),
        ("unable to open", errors.NotWritableError),
        ("locked", errors.BusyError),
        ("not a database", errors.NotAStudyError),
    ):
        if words in text:
            return ours() if ours is errors.ReasonNeededError else ours(path)  # type: ignore[call-arg]
    if "malformed" in text or "disk i/o" in text or "corrupt" in text:
        return errors.DamagedError(path, text)
    return None
