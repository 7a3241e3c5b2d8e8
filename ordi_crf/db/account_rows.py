"""Rows of the account tables as values, and as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from ordi_crf.core import passwords
from ordi_crf.core.passwords import Rules
from ordi_crf.core.permissions import Role
from ordi_crf.db import keys, reading
from ordi_crf.db.account_tables import SECTION
from ordi_crf.db.connection import Connection
from ordi_crf.db.keys import Slot

STUDY = "keys"
"""The property of a study that holds the name its slots are bound to."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person's access to a study."""

    login: str
    name: str
    """The printed name, one person's alone: it stands for the account in the trail."""
    role: Role
    active: bool
    must_change: bool
    """Whether the password is one that somebody else gave."""
    changed_at: datetime
    """When the password was given last (UTC)."""


def accounts(connection: Connection) -> tuple[Account, ...]:
    """Return every account, in the order in which they were made."""
    rows = connection.execute(
        "SELECT login, name, role, active, must_change, "
        "(SELECT at FROM audit WHERE subjid = '' AND visit = '' AND form = '' "
        f"AND section = '{SECTION}' AND row = login AND item LIKE 'PASSWORD.%' "
        "ORDER BY id DESC LIMIT 1) FROM account ORDER BY account.rowid"
    )
    return tuple(
        Account(login, name, Role(role), bool(active), bool(given), _moment(at))
        for login, name, role, active, given, at in rows
    )


def _moment(at: str | None) -> datetime:
    """Return a time of the trail; the earliest where a touched trail tells none, so it is due."""
    try:
        return datetime.fromisoformat(at or "")
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def account(connection: Connection, login: str) -> Account:
    """Return the account of a login; KeyError when there is none."""
    name = keys.canonical_login(login)
    found = next((a for a in accounts(connection) if a.login == name), None)
    if found is None:
        raise KeyError(login)
    return found


def slots_of(connection: Connection, login: str) -> list[Slot]:
    """Return the slots a login ever had, the one that counts last."""
    rows = connection.execute("SELECT slot FROM password WHERE login = ? ORDER BY id", (login,))
    return [keys.slot(text) for (text,) in rows]


def counting(connection: Connection) -> dict[str, Slot]:
    """Return the slot of every login that may be used."""
    active = (a.login for a in accounts(connection) if a.active)
    return {login: slots_of(connection, login)[-1] for login in active}


def lockouts(connection: Connection, login: str) -> tuple[str, ...]:
    """Return the lockouts the trail tells since a login was last at work before now, in order."""
    rows = connection.execute(
        "SELECT new FROM audit WHERE action = 'event' AND item = 'LOCKOUT' AND id > coalesce("
        "(SELECT id FROM audit WHERE action = 'event' AND item = 'LOGIN' AND new = ? "
        "ORDER BY id DESC LIMIT 1 OFFSET 1), 0) ORDER BY id",
        (login,),
    )
    return tuple(str(told) for (told,) in rows)


def rules(connection: Connection) -> Rules:
    """Return what the study asks of its passwords."""
    return passwords.rules(reading.properties(connection))


def bound_to(connection: Connection) -> str:
    """Return the name that slots of this study are bound to."""
    query = "SELECT value FROM study WHERE key = ?"
    return str(connection.execute(query, (STUDY,)).fetchone()[0])


def insert(
    connection: Connection, login: str, name: str, role: Role, slot: Slot, *, must_change: bool
) -> None:
    """Write a new account with its first slot."""
    connection.execute(
        "INSERT INTO account (login, name, role, active, must_change) VALUES (?, ?, ?, 1, ?)",
        (login, name, role.value, int(must_change)),
    )
    _insert(connection, slot)


def give(connection: Connection, slot: Slot, *, must_change: bool) -> None:
    """Let a slot count for its login from now on."""
    _insert(connection, slot)
    update(connection, slot.login, "must_change", int(must_change))


def update(connection: Connection, login: str, column: str, value: str | int) -> None:
    """Write one column of an account."""
    connection.execute(f"UPDATE account SET {column} = ? WHERE login = ?", (value, login))


def _insert(connection: Connection, slot: Slot) -> None:
    connection.execute("INSERT INTO password (login, slot) VALUES (?, ?)", (slot.login, slot.text))
