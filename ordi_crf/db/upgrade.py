"""Bring a study file to the program's definitions: additively, in one transaction, after a backup.

A new table is created; a table whose definition grew (an item, a code) is rebuilt with every row it
had; a file that holds what the program does not know is refused. Triggers and views are recreated
whenever they differ, so that no file is ever written without its audit trail.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from ordi_crf.db import backup, schema, unread, writing
from ordi_crf.db.connection import (
    APPLICATION_ID,
    USER_VERSION,
    Connection,
    IntegrityError,
    scratch,
)
from ordi_crf.db.errors import UnknownSchemaError

_ATTACHED = ("view", "index", "trigger")


def created(connection: Connection, *kinds: str) -> dict[str, str]:
    """Return name to SQL of what a file holds of some kinds: tables, views, indexes, triggers."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: sql for kind, name, sql in rows if kind in kinds and not name.startswith("sqlite_")
    }


def changed(connection: Connection) -> list[str]:
    """Return the names of tables that are missing or differ from the definitions."""
    found = created(connection, "table")
    return [name for name, sql in schema.tables().items() if found.get(name) != sql]


def pending(connection: Connection) -> list[str]:
    """Return the names of what differs from the definitions; empty when nothing is to be done."""
    found, wanted = created(connection, *_ATTACHED), schema.attachments()
    differing = [name for name, sql in wanted.items() if found.get(name) != sql]
    return [*changed(connection), *differing, *(name for name in found if name not in wanted)]


def refuse_unknown(connection: Connection, path: Path) -> None:
    """Raise UnknownSchemaError for a table, column or form that the definitions do not have."""
    wanted, found = schema.tables(), created(connection, "table")
    unknown = [name for name in found if name not in wanted]
    if "record" in found:
        unknown += unread.unknown(connection)
    with closing(scratch()) as empty:
        for name in set(changed(connection)) & set(found):
            empty.execute(wanted[name])
            known = columns(empty, name)
            unknown += [f"{name}.{c}" for c in columns(connection, name) if c not in known]
    if unknown:
        raise UnknownSchemaError(path, ", ".join(sorted(unknown)))


def upgrade(connection: Connection, path: Path, moment: datetime, key: bytes = b"") -> Path | None:
    """Apply the definitions; return the backup that was made before existing tables changed."""
    from sqlite_utils import Database

    found = created(connection, "table")
    stale = [name for name in changed(connection) if name in found]
    made = backup.make(path, key, backup.Kind.UPGRADE, moment) if stale else None
    connection.execute("PRAGMA foreign_keys = OFF")
    # Renaming a table must not rewrite the references of the others to it.
    connection.execute("PRAGMA legacy_alter_table = ON")
    with Database(connection, execute_plugins=False).atomic():
        _drop_attachments(connection)
        for name, sql in schema.tables().items():
            if name in stale:
                _rebuild(connection, path, name, sql)
            elif name not in found:
                connection.execute(sql)
        for sql in schema.attachments().values():
            connection.execute(sql)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {USER_VERSION}")
        if made is not None:
            writing.log_event(connection, "SCHEMA UPGRADED", made.backup.path.name)
    connection.execute("PRAGMA legacy_alter_table = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    return None if made is None else made.backup.path


@contextmanager
def without_attachments(connection: Connection) -> Iterator[None]:
    """Let the tables of a new study be filled with what a trail tells already."""
    _drop_attachments(connection)
    yield
    for sql in schema.attachments().values():
        connection.execute(sql)


def columns(connection: Connection, table: str) -> list[str]:
    """Return the names of a table's columns, none where there is no such table."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
    return [name for (name,) in rows]


def _drop_attachments(connection: Connection) -> None:
    for kind in ("trigger", "view", "index"):
        for name in created(connection, kind):
            connection.execute(f'DROP {kind.upper()} IF EXISTS "{name}"')


def _rebuild(connection: Connection, path: Path, name: str, sql: str) -> None:
    """Recreate a table with its new definition and every row it had."""
    names = ", ".join(f'"{column}"' for column in columns(connection, name))
    connection.execute(f'ALTER TABLE "{name}" RENAME TO "{name}_before"')
    connection.execute(sql)
    copy = f'INSERT INTO "{name}" ({names}) SELECT {names} FROM "{name}_before"'
    try:
        connection.execute(copy)
    except IntegrityError as error:
        # A code or row that a later definition has and this one does not.
        raise UnknownSchemaError(path, name) from error
    connection.execute(f'DROP TABLE "{name}_before"')
