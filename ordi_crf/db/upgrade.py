"""Bring a study file to the program's definitions: additively, in one transaction, after a backup.

A new table is created; a table whose definition grew (an item, a code) is rebuilt with every row it
had; a file that holds what the program does not know is refused. Triggers and views are recreated
whenever they differ, so that no file is ever written without its audit trail.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf.db import schema
from ordi_crf.db.connection import APPLICATION_ID, USER_VERSION, Connection
from ordi_crf.db.errors import UnknownSchemaError

if TYPE_CHECKING:
    from sqlite_utils import Database

_OWN = ("sqlite_sequence", "sqlite_stat1")


def created(connection: Connection, kind: str) -> dict[str, str]:
    """Return name to SQL of the tables, views, indexes or triggers of a file."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = ?", (kind,))
    return {name: sql for name, sql in rows if sql is not None and name not in _OWN}


def pending(connection: Connection) -> list[str]:
    """Return the names of what differs from the definitions; empty when nothing is to be done."""
    found = {n: s for kind in ("table", "view", "index", "trigger")
             for n, s in created(connection, kind).items()}  # fmt: skip
    wanted = {**schema.tables(), **schema.attachments()}
    stale = [n for n in created(connection, "trigger") if n not in wanted]
    return [name for name, sql in wanted.items() if found.get(name) != sql] + stale


def upgrade(db: Database, path: Path, moment: datetime) -> Path | None:
    """Apply the definitions; return the backup that was made before existing tables changed."""
    wanted, found = schema.tables(), created(db.conn, "table")
    changed = [name for name, sql in wanted.items() if name in found and found[name] != sql]
    _refuse_unknown(db, path, changed)
    backup = _backup(db, path, moment) if changed else None
    db.conn.execute("PRAGMA foreign_keys = OFF")
    # Renaming a table must not rewrite the references of the others to it.
    db.conn.execute("PRAGMA legacy_alter_table = ON")
    with db.atomic():
        _drop_attachments(db.conn)
        for name, sql in wanted.items():
            if name not in found:
                db.conn.execute(sql)
            elif name in changed:
                _rebuild(db, name, sql)
        for sql in schema.attachments().values():
            db.conn.execute(sql)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute(f"PRAGMA user_version = {USER_VERSION}")
    db.conn.execute("PRAGMA legacy_alter_table = OFF")
    db.conn.execute("PRAGMA foreign_keys = ON")
    return backup


def _refuse_unknown(db: Database, path: Path, changed: list[str]) -> None:
    """Refuse a file with a column that the definitions do not have."""
    known = _columns(db, {name: schema.tables()[name] for name in changed})
    unknown = [
        f"{name}.{column}"
        for name in changed
        for column in db.table(name).columns_dict
        if column not in known[name]
    ]
    if unknown:
        raise UnknownSchemaError(path, ", ".join(unknown))


def _columns(db: Database, definitions: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the columns each definition would create, as SQLite itself reads them."""
    import sqlite_utils

    scratch = sqlite_utils.Database(memory=True, execute_plugins=False)
    for sql in (schema.PLAIN_TABLES["subject"], schema.PLAIN_TABLES["record"]):
        scratch.conn.execute(sql)
    for name, sql in definitions.items():
        if name not in ("subject", "record"):
            scratch.conn.execute(sql)
    found = {name: set(scratch.table(name).columns_dict) for name in definitions}
    scratch.close()
    return found


def _backup(db: Database, path: Path, moment: datetime) -> Path:
    """Copy the file as it is, beside it, under a name that says when and why."""
    target = path.with_name(f"{path.stem}.before-upgrade-{moment:%Y%m%dT%H%M%SZ}{path.suffix}")
    db.conn.execute("VACUUM INTO ?", (str(target),))
    return target


def _drop_attachments(connection: Connection) -> None:
    for kind in ("trigger", "view", "index"):
        for name in created(connection, kind):
            connection.execute(f'DROP {kind.upper()} IF EXISTS "{name}"')


def _rebuild(db: Database, name: str, sql: str) -> None:
    """Recreate a table with its new definition and every row it had."""
    columns = ", ".join(f'"{column}"' for column in db.table(name).columns_dict)
    db.conn.execute(f'ALTER TABLE "{name}" RENAME TO "{name}_before"')
    db.conn.execute(sql)
    db.conn.execute(f'INSERT INTO "{name}" ({columns}) SELECT {columns} FROM "{name}_before"')
    db.conn.execute(f'DROP TABLE "{name}_before"')
