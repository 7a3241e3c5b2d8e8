"""The subject identification list (ICH E6(R2) 8.3.21): who the subjects are, in a file of its own.

It lies beside the study, encrypted under another key whose slots are its own, so that neither the
study nor an export leads to it (GDPR 4(5)). Every look and every change is in its own trail, and a
look that cannot be recorded shows nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import Self

from ordi_crf.core.chain import chain_hash
from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.core.records import SubjectKey
from ordi_crf.db import connection as sql
from ordi_crf.db import durable, unlocking, vault_schema
from ordi_crf.db.connection import Access, Clock, Connection, Context, utc_now
from ordi_crf.db.errors import ExistsError
from ordi_crf.db.study_file import Actor
from ordi_crf.db.trust_errors import ForbiddenError, KeyDoesNotFitError
from ordi_crf.db.vault_schema import (
    APPLICATION_ID,
    FIELDS,
    TRAIL,
    Identity,
    VaultEntry,
    beside,
)
from ordi_crf.forms.schema import Text

__all__ = ["FIELDS", "Identity", "Vault", "VaultEntry", "beside"]


class Vault:
    """An open identification list."""

    def __init__(self, path: Path, link: Connection, context: Context, clock: Clock) -> None:
        self.path = path
        self._link = link
        self._context = context
        self._clock = clock

    @classmethod
    def create(
        cls, path: Path, key: bytes, actor: Actor, *, clock: Clock = utc_now,
        machine: str | None = None,
    ) -> Self:  # fmt: skip
        """Return a new, empty vault; ExistsError rather than overwrite one."""
        if len(key) != 32:
            raise ValueError("a vault is always encrypted")
        context = _context(actor, machine)
        _permit(actor, Operation.CHANGE_IDENTITIES)
        with sql.translated(path, new=True):
            if os.path.lexists(path):
                raise ExistsError(path)
            with (
                durable.replacing(path) as target,
                closing(unlocking.connect(target, Access.CREATE, context, key)) as link,
            ):
                for statement in vault_schema.statements():
                    link.execute(statement)
        return cls.open(path, key, actor, clock=clock, machine=machine)

    @classmethod
    def open(
        cls, path: Path, key: bytes, actor: Actor, *, clock: Clock = utc_now,
        machine: str | None = None,
    ) -> Self:  # fmt: skip
        """Return an existing vault; ForbiddenError, KeyDoesNotFitError."""
        _permit(actor, Operation.SEE_IDENTITIES)
        context = _context(actor, machine)
        link = unlocking.connect(path, Access.WRITE, context, key)
        try:
            with sql.translated(path):
                if link.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                    raise KeyDoesNotFitError(path)
                # It leaves one file, and serves where several computers look at once.
                link.execute("PRAGMA journal_mode = DELETE")
                link.execute("PRAGMA synchronous = EXTRA")
                link.execute("PRAGMA fullfsync = ON")
        except BaseException:
            link.close()
            raise
        return cls(path, link, context, clock)

    def close(self) -> None:
        """Close the vault."""
        self._link.close()

    def identity(self, subject: SubjectKey) -> Identity | None:
        """Return who a subject is, None where nobody said; the look is recorded."""
        with self._recorded(Operation.SEE_IDENTITIES) as link:
            self._note("looked", subject)
            return _identities(link, subject).get(subject)

    def identities(self) -> dict[SubjectKey, Identity]:
        """Return the whole list in order of subject; the look is recorded."""
        with self._recorded(Operation.SEE_IDENTITIES) as link:
            self._note("looked at all", None)
            return _identities(link)

    def change(self, subject: SubjectKey, identity: Identity) -> None:
        """Say who a subject is; each field that changes is recorded with what it was."""
        names = ", ".join(FIELDS)
        updates = ", ".join(f"{name} = excluded.{name}" for name in FIELDS)
        values = (" ".join(value.split()) for value in astuple(identity))
        with self._recorded(Operation.CHANGE_IDENTITIES) as link:
            link.execute(
                f"INSERT INTO identity (siteid, subjid, {names}) VALUES (?, ?, ?, ?, ?, ?, ?) "
                f"ON CONFLICT (siteid, subjid) DO UPDATE SET {updates}",
                (subject.siteid, subject.subjid, *values),
            )

    def trail(self) -> tuple[VaultEntry, ...]:
        """Return who looked at or changed what, oldest first."""
        _permit(Actor(self._context.actor, self._context.role), Operation.SEE_IDENTITIES)
        with sql.translated(self.path):
            return _trail(self._link)

    def verify(self) -> list[Text]:
        """Return what is wrong with the trail and the list, in sentences."""
        with sql.translated(self.path):
            return list(_problems(_trail(self._link), _identities(self._link)))

    @contextmanager
    def _recorded(self, operation: Operation) -> Iterator[Connection]:
        """Give the connection for one look or change, durable with its trail or not at all."""
        _permit(Actor(self._context.actor, self._context.role), operation)
        with sql.translated(self.path):
            self._context.at = sql.timestamp(self._clock())
            self._link.execute("BEGIN IMMEDIATE")
            try:
                yield self._link
                self._link.execute("COMMIT")
            finally:
                if self._link.in_transaction:
                    self._link.execute("ROLLBACK")

    def _note(self, action: str, subject: SubjectKey | None) -> None:
        siteid, subjid = (subject.siteid, subject.subjid) if subject is not None else ("", "")
        self._link.execute(
            "INSERT INTO noted (action, siteid, subjid, field) VALUES (?, ?, ?, '')",
            (action, siteid, subjid),
        )


def _context(actor: Actor, machine: str | None) -> Context:
    named = {} if machine is None else {"machine": machine}
    return Context(actor.name, actor.role, **named)


def _permit(actor: Actor, operation: Operation) -> None:
    role = Role(actor.role)
    if not allowed(role, operation):
        raise ForbiddenError(role, operation)


def _identities(link: Connection, subject: SubjectKey | None = None) -> dict[SubjectKey, Identity]:
    query = f"SELECT siteid, subjid, {', '.join(FIELDS)} FROM identity"
    if subject is not None:
        query += " WHERE siteid = ? AND subjid = ?"
    rows = link.execute(f"{query} ORDER BY siteid, subjid", astuple(subject) if subject else ())
    return {SubjectKey(*row[:2]): Identity(*row[2:]) for row in rows}


def _trail(link: Connection) -> tuple[VaultEntry, ...]:
    rows = link.execute(f"SELECT id, {', '.join(TRAIL)}, hash FROM trail ORDER BY id")
    return tuple(VaultEntry(*row) for row in rows)


def _problems(
    trail: tuple[VaultEntry, ...], listed: Mapping[SubjectKey, Identity]
) -> Iterator[Text]:
    previous = ""
    told: dict[tuple[str, str, str], str] = {}
    for number, entry in enumerate(trail, start=1):
        covered = (getattr(entry, name) for name in TRAIL)
        if entry.id != number or entry.hash != chain_hash(previous, *covered):
            yield _BROKEN.format(n=number)
            return
        previous = entry.hash
        if entry.action == "changed":
            told[entry.siteid, entry.subjid, entry.field] = entry.new or ""
    stored = {
        (*astuple(subject), name): getattr(identity, name)
        for subject, identity in listed.items()
        for name in FIELDS
    }
    for place in sorted({*told, *stored}):
        if told.get(place, "") != stored.get(place, ""):
            yield _DIFFERS.format(subject=place[1], field=place[2])


_BROKEN = Text(
    "Entry {n} of the vault was changed, inserted or follows a removed one.",
    "La entrada {n} del registro de identidades fue modificada, insertada o sigue a una eliminada.",
)
_DIFFERS = Text(
    "Subject {subject}: {field} is not what the vault's trail says.",
    "Paciente {subject}: {field} no es lo que dice el registro de identidades.",
)
