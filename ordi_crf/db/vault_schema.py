"""Tables and triggers of the vault: what it holds, and the trail that no change gets past.

As in the study file (ADR 3), the triggers call functions that only this program registers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

APPLICATION_ID = 0x4F524456
"""``PRAGMA application_id`` of a vault: the letters ORDV."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a subject is; blank where nobody said."""

    name: str = ""
    hospital_number: str = ""
    phone: str = ""
    birth: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class VaultEntry:
    """One look or change, as the vault's trail keeps it; `hash` covers it and the one before."""

    id: int
    at: str
    actor: str
    role: str
    machine: str
    version: str
    action: str
    siteid: str
    subjid: str
    field: str
    old: str | None
    new: str | None
    hash: str


FIELDS = tuple(field.name for field in fields(Identity))
TRAIL = tuple(field.name for field in fields(VaultEntry))[1:-1]
"""The columns of the trail that its hash covers, in order."""


def beside(path: Path) -> Path:
    """Return where the vault of a study lies."""
    return path.with_name(f"{path.name}-vault")


def statements() -> Iterator[str]:
    """Yield the statements that make an empty vault."""
    columns = ", ".join(f"{name} TEXT NOT NULL DEFAULT ''" for name in FIELDS)
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield (
        f"CREATE TABLE identity (siteid TEXT NOT NULL, subjid TEXT NOT NULL, {columns}, "
        "PRIMARY KEY (siteid, subjid)) STRICT"
    )
    kept = ", ".join(f"{n} TEXT{'' if n in ('old', 'new') else ' NOT NULL'}" for n in TRAIL)
    yield (
        f"CREATE TABLE trail (id INTEGER PRIMARY KEY AUTOINCREMENT, {kept}, "
        "hash TEXT NOT NULL) STRICT"
    )
    yield (
        "CREATE VIEW noted AS SELECT NULL AS action, NULL AS siteid, NULL AS subjid, "
        "NULL AS field, NULL AS old, NULL AS new WHERE 0"
    )
    given = {name: f"crf_{name}()" for name in ("actor", "role", "machine", "version")}
    given |= {"at": "crf_now()"}
    values = ", ".join(given.get(name, f"new.{name}") for name in TRAIL)
    yield (
        f"CREATE TRIGGER noted_kept INSTEAD OF INSERT ON noted BEGIN "
        f"INSERT INTO trail ({', '.join(TRAIL)}, hash) SELECT {values}, "
        f"crf_hash((SELECT hash FROM trail ORDER BY id DESC LIMIT 1), {values}); END"
    )
    note = "INSERT INTO noted SELECT 'changed', new.siteid, new.subjid"
    added = " ".join(f"{note}, '{n}', '', new.{n} WHERE new.{n} <> '';" for n in FIELDS)
    changed = " ".join(f"{note}, '{n}', old.{n}, new.{n} WHERE old.{n} <> new.{n};" for n in FIELDS)
    yield f"CREATE TRIGGER identity_added AFTER INSERT ON identity BEGIN {added} END"
    yield f"CREATE TRIGGER identity_changed AFTER UPDATE ON identity BEGIN {changed} END"
    yield _refusal("identity", "UPDATE OF siteid, subjid", "keys never change")
    for table, event in (("identity", "DELETE"), ("trail", "DELETE"), ("trail", "UPDATE")):
        yield _refusal(table, event, "the vault keeps what it was told")


def _refusal(table: str, event: str, sentence: str) -> str:
    name = f"{table}_no_{event.split(maxsplit=1)[0].lower()}"
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    )
