"""Create, open and close a study file: what it is, whether it is sound, and who may write to it.

Nothing is written to a file before it is known for a study, undamaged and not newer than this
program; a new study appears whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ordi_crf.db import backup as backups
from ordi_crf.db import connection as sql
from ordi_crf.db import errors, key_file, lock, playback, reading, soundness, upgrade, writing
from ordi_crf.db.connection import Access, Clock, Connection, Context
from ordi_crf.db.key_file import KeyFile

if TYPE_CHECKING:
    from filelock import BaseFileLock

Found = TypeVar("Found")
Begin: TypeAlias = Callable[[Connection, Context], None]
"""Fills the tables of a new study; the context says who does it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, and how it came about."""

    connection: Connection
    held: BaseFileLock | None
    """The lock, when we may write."""
    holder: lock.Holder | None
    """Who holds the file, when it is not us."""
    journal: str = ""
    backup: Path | None = None
    """The backup made before this opening changed the schema."""
    key: bytes = field(default=b"", repr=False)
    """The key of an encrypted file."""


def create(
    path: Path, context: Context, clock: Clock, properties: Mapping[str, str], key: bytes = b"",
    fill: Callable[[Connection], None] | None = None, slots: KeyFile | None = None,
    begin: Begin | None = None,
) -> Opened:  # fmt: skip
    """Return a new study, made beside its place and put there whole; it never replaces a file.

    `fill` writes what the study has from the first moment on, and `slots` lie beside it then;
    `begin` comes before anything else and brings a history along.
    """
    with sql.translated(path, new=True):
        _refuse_occupied(path)
        try:
            held = lock.acquire(path)
        except lock.HeldError as error:
            raise errors.ExistsError(path) from error
        beside = path.with_name(f".{path.name}.new")
        try:
            _refuse_occupied(path)
            _make(beside, context, clock, properties, key, fill, begin)
            if slots is not None:
                key_file.write(key_file.beside(path), slots)
            beside.rename(path)
            _sync_folder(path.parent)
            return _take(path, context, clock, held, key)
        except BaseException:
            _remove(beside)
            if slots is not None and not path.exists():
                key_file.beside(path).unlink(missing_ok=True)
            lock.release(held)
            raise


def open_file(
    path: Path, context: Context, clock: Clock, *, read_only: bool, key: bytes = b""
) -> Opened:
    """Return an existing study; read-only when held elsewhere, not to be written, or a backup."""
    with sql.translated(path):
        refuse_absent(path)
        playback.play_back(path, key)
        soundness.refuse_foreign(path, context, key)
        if not soundness.writable(path) or backups.is_backup(path):
            return _look(path, context, key)
        try:
            held = lock.acquire(path)
        except lock.HeldError:
            return _look(path, context, key, elsewhere=True)
        except PermissionError:
            return _look(path, context, key)
        if read_only:
            lock.release(held)
            return _look(path, context, key)
        try:
            return _take(path, context, clock, held, key)
        except BaseException:
            lock.release(held)
            raise


def close(opened: Opened, path: Path) -> None:
    """Close the file and leave one file behind: the write-ahead log is folded in.

    Everything is committed already, so a disk that fails now loses nothing: the next opening folds
    the log in.
    """
    try:
        if opened.held is not None:
            with suppress(errors.StudyFileError), sql.translated(path):
                lock.clear_holder(opened.connection)
                opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        opened.connection.close()
        if opened.held is not None:
            lock.release(opened.held)


def glance(path: Path, name: str) -> str | None:
    """Return a remembered preference of a study that stays shut, None of an encrypted one."""
    with sql.translated(path):
        if key_file.beside(path).exists() and path.is_file() and not sql.is_plain(path):
            return None
    return peek(path, lambda link: reading.setting(link, name))


def peek(path: Path, what: Callable[[Connection], Found], key: bytes = b"") -> Found:
    """Return what is read of a study that stays shut; nothing is checked, locked or written."""
    context = Context("", "")
    with sql.translated(path):
        refuse_absent(path)
        playback.play_back(path, key)
        soundness.refuse_foreign(path, context, key)
        with closing(sql.connect(path, soundness.still(path), context, key)) as link:
            return what(link)


def refuse_absent(path: Path) -> None:
    """Raise where there is no file: MissingFileError, or NotAStudyError for a folder."""
    if not path.is_file():
        raise errors.NotAStudyError(path) if path.exists() else errors.MissingFileError(path)


def _make(
    path: Path, context: Context, clock: Clock, properties: Mapping[str, str], key: bytes,
    fill: Callable[[Connection], None] | None, begin: Begin | None,
) -> None:  # fmt: skip
    """Write a whole new study."""
    _remove(path)
    moment = clock()
    context.at = sql.timestamp(moment)
    with closing(sql.connect(path, Access.CREATE, context, key)) as link:
        link.execute("PRAGMA synchronous = FULL")
        upgrade.upgrade(link, path, moment)
        link.execute("BEGIN")
        if begin is not None:
            begin(link, context)
        writing.set_properties(link, properties)
        if fill is not None:
            fill(link)
        link.execute("COMMIT")


def _take(path: Path, context: Context, clock: Clock, held: BaseFileLock, key: bytes) -> Opened:
    """Return the file as ours: durable journal, current schema, our name on it."""
    soundness.refuse_unsound(path, context, key)
    link = sql.connect(path, Access.WRITE, context, key)
    try:
        with sql.translated(path):
            journal = sql.make_durable(link, network=sql.on_network(path.resolve()))
            link.execute("PRAGMA foreign_keys = ON")
            moment = clock()
            context.at = sql.timestamp(moment)
            backup = upgrade.upgrade(link, path, moment, key) if upgrade.pending(link) else None
            lock.write_holder(link, lock.Holder(context.actor, context.machine, context.at))
    except errors.DamagedError:
        _let_go(link, path, context, key)
        raise
    except BaseException:
        link.close()
        raise
    return Opened(link, held, None, journal, backup, key)


def _look(path: Path, context: Context, key: bytes, *, elsewhere: bool = False) -> Opened:
    """Return the file for reading alone."""
    soundness.refuse_unsound(path, context, key, elsewhere=elsewhere)
    # A connection that may write leaves nothing beside the file when it is the last to close.
    writable = soundness.writable(path)
    access = Access.WRITE if writable else soundness.still(path, elsewhere=elsewhere)
    link = sql.connect(path, access, context, key)
    try:
        link.execute("PRAGMA query_only = ON")
        if upgrade.changed(link):
            if writable:
                raise errors.EarlierSchemaError(path)
            raise errors.NeedsWritingError(path)
        holder = lock.read_holder(link) if elsewhere else None
        return Opened(link, None, holder, key=key)
    except BaseException:
        link.close()
        raise


def _refuse_occupied(path: Path) -> None:
    """Raise where a new study would replace a file, or meet the journal of one that was here."""
    if os.path.lexists(path):
        raise errors.ExistsError(path)
    if not path.parent.is_dir():
        raise errors.MissingFileError(path.parent)
    for journal in soundness.journals(path):
        raise errors.RemainsError(path, journal.name)


def _let_go(link: Connection, path: Path, context: Context, key: bytes) -> None:
    """Close a connection to a damaged file, whose log stays beside it as it is.

    The last connection to close folds it in, and one that reads cannot.
    """
    with closing(sql.connect(path, Access.READ, context, key)) as last:
        with suppress(errors.StudyFileError), sql.translated(path):
            last.execute("PRAGMA user_version").fetchone()
        link.close()


def _remove(path: Path) -> None:
    for file in (path, *soundness.journals(path)):
        file.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable, where a folder can be opened as a file."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
