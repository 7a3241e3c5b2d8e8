"""The tables of accounts: nothing in them is ever deleted, and the trail tells every change.

`password` holds a slot for each password a login ever had; the last one counts (T12, T14). The
trail names a slot by its SHA-256 alone, so that exports carry nothing to try passwords on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ordi_crf.core.permissions import Role
from ordi_crf.db.clauses import refusal
from ordi_crf.db.connection import Connection, digest

SECTION = "account"
"""Under which the trail tells of accounts."""

_ROLES = ", ".join(f"'{role.value}'" for role in Role)

TABLES = {
    "account": (
        "CREATE TABLE account (\n  login TEXT PRIMARY KEY,\n  name TEXT NOT NULL UNIQUE,\n"
        f"  role TEXT NOT NULL CHECK (role IN ({_ROLES})),\n"
        "  active INTEGER NOT NULL CHECK (active IN (0, 1)),\n"
        "  must_change INTEGER NOT NULL CHECK (must_change IN (0, 1))\n) STRICT"
    ),
    "password": (
        "CREATE TABLE password (\n  id INTEGER PRIMARY KEY,\n"
        "  login TEXT NOT NULL REFERENCES account (login),\n  slot TEXT NOT NULL\n) STRICT"
    ),
}

_ITEMS = {"NAME": "name", "ROLE": "role", "ACTIVE": "active", "MUSTCHANGE": "must_change"}
"""What the trail calls the columns of an account."""
_KEPT = "accounts never vanish or change their name"


def triggers() -> Iterator[str]:
    """Yield what tells the trail of accounts, and refuses what would make them others."""
    change = (
        "INSERT INTO change (action, subject_id, record_id, section, row, item, old, new) "
        f"SELECT 'account', NULL, NULL, '{SECTION}', new.login"
    )
    first = "\n".join(f"{change}, '{i}', NULL, new.{c};" for i, c in _ITEMS.items())
    yield f'CREATE TRIGGER "account_inserted" AFTER INSERT ON account BEGIN\n{first}\nEND'
    for item, column in _ITEMS.items():
        yield (
            f'CREATE TRIGGER "account_{column}_updated" AFTER UPDATE OF {column} ON account '
            f"WHEN old.{column} IS NOT new.{column} BEGIN\n"
            f"{change}, '{item}', old.{column}, new.{column};\nEND"
        )
    yield (
        'CREATE TRIGGER "password_inserted" AFTER INSERT ON password BEGIN\n'
        f"{change}, 'PASSWORD.' || new.id, NULL, crf_digest(new.slot);\nEND"
    )
    moved = "new.rowid IS NOT old.rowid OR new.login IS NOT old.login OR new.name IS NOT old.name"
    yield refusal("account_no_move", "UPDATE", "account", _KEPT, moved)
    yield refusal("account_no_delete", "DELETE", "account", _KEPT)
    yield refusal("password_no_update", "UPDATE", "password", _KEPT)
    yield refusal("password_no_delete", "DELETE", "password", _KEPT)


def told(connection: Connection) -> Mapping[tuple[str, str], str]:
    """Return what the tables hold as the trail tells it: login and item to value."""
    found: dict[tuple[str, str], str] = {}
    for login, *values in connection.execute(
        f"SELECT login, {', '.join(_ITEMS.values())} FROM account ORDER BY rowid"
    ):
        found |= {(login, i): str(v) for i, v in zip(_ITEMS, values, strict=True)}
    for number, login, slot in connection.execute("SELECT id, login, slot FROM password"):
        found[login, f"PASSWORD.{number}"] = digest(slot)
    return found
