"""Transactions of one study file: a change is whole or did not happen, a reading is of one moment.

Who, when and why travel to the audit triggers through the connection's context. Threads take turns,
so that a reading in one never encloses, and never undoes, a change in another.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol, TypeAlias

from ordi_crf.core.permissions import Operation
from ordi_crf.db import errors
from ordi_crf.db.connection import Clock, Connection, Context, timestamp, translated

if TYPE_CHECKING:
    from sqlite_utils import Database

Reading: TypeAlias = Callable[[], AbstractContextManager[Connection]]
"""Gives the connection of a study file, with the state of one moment."""


class Writing(Protocol):
    """Gives the connection of a study file for one change by somebody who may."""

    def __call__(
        self, reason: str | None = None, *, operation: Operation, form: str | None = None
    ) -> AbstractContextManager[Connection]:
        """Give the connection for one change, of a form where one is named."""


class Transactions:
    """Readings and durable changes over one connection, one at a time."""

    def __init__(self, path: Path, connection: Connection, context: Context, clock: Clock) -> None:
        self._path = path
        self._connection = connection
        self._context = context
        self._clock = clock
        self._turn = RLock()
        self._file = _identity(path)
        self._database: Database | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the connection, with the state of one moment."""
        with self._turn, translated(self._path):
            self._begin_nothing_inside()
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self, reason: str | None = None) -> Iterator[Connection]:
        """Give the connection for one change, committed durably when the block succeeds."""
        with self._turn, translated(self._path):
            self._begin_nothing_inside()
            self._refuse_moved()
            self._context.at = timestamp(self._clock())
            self._context.reason = (reason or "").strip() or None
            try:
                with self._db.atomic():
                    yield self._connection
            finally:
                self._context.reason = None

    def _begin_nothing_inside(self) -> None:
        if self._connection.in_transaction:
            raise RuntimeError("A change or reading of the study file is already under way.")

    def _refuse_moved(self) -> None:
        """Raise when the file is gone: SQLite would go on writing to what no name leads to."""
        if _identity(self._path) != self._file:
            raise errors.MissingFileError(self._path)

    @property
    def _db(self) -> Database:
        """Return the sqlite-utils database, imported with the first change: it takes 0.15 s."""
        if self._database is None:
            from sqlite_utils import Database

            self._database = Database(self._connection, execute_plugins=False)
        return self._database


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another that took its name; MissingFileError without one."""
    try:
        found = os.stat(path)
    except FileNotFoundError as error:
        raise errors.MissingFileError(path) from error
    return found.st_dev, found.st_ino
