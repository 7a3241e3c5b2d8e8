"""The study file as the rest of the program knows it: read and written by one class alone.

Every edit that leaves a field and every stroke is one transaction, committed durably before the
call returns (ADR 4); a call that fails leaves the file as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from ordi_crf import study
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import CORRECTIONS, Operation, Role, allowed
from ordi_crf.core.records import AuditEntry, Record, RecordKey, Status, StudyData, SubjectKey
from ordi_crf.db import (
    account_rows,
    errors,
    files,
    importing,
    life,
    lock,
    opening,
    problems,
    queries,
    reading,
    safekeeping,
    second,
    signing,
    site_key,
    verification,
    writing,
)
from ordi_crf.db.accounts import Accounts
from ordi_crf.db.connection import Clock, Connection, Context, timestamp, utc_now
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.snapshot import InParts, in_parts, snapshot
from ordi_crf.db.transaction import Transactions
from ordi_crf.db.trust_errors import ForbiddenError, LoginNeededError, UnknownRoleError
from ordi_crf.db.writing import Answer, Place
from ordi_crf.forms.schema import Text

__all__ = ["Actor", "Answer", "StudyFile", "left_at"]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at work: a printed name and a role, as they go into the audit trail."""

    name: str
    role: str
    login: str = ""
    """Of the account, where the study has accounts."""


class StudyFile:
    """An open study file; read-only when another program holds it or the file cannot be written."""

    def __init__(self, path: Path, opened: opening.Opened, context: Context, clock: Clock) -> None:
        self.path = path
        self.read_only = opened.held is None
        self.holder: lock.Holder | None = opened.holder
        """Who holds the file for writing, when it is not us."""
        self.journal = opened.journal
        self.backup: Path | None = opened.backup
        """The backup made before this opening changed the schema."""
        self._opened: opening.Opened | None = opened
        self._context, self._clock = context, clock
        self._transactions = Transactions(path, opened.connection, context, clock)
        self._reading = self._transactions.reading
        self.key = opened.key
        """The key of an encrypted file, for those who open it once more."""
        self.accounts = Accounts(
            path, self._reading, self._writing, context, clock, read_only=self.read_only
        )
        self.life = life.Life(self._reading, self._writing)
        self.signing = signing.Signatures(self._reading, self._writing, context, self.accounts)
        self.second = second.Second(self._reading, self._writing, context)
        self.queries = queries.Queries(self._reading, self._writing)
        self.verification = verification.Verification(self._reading, self._writing)
        self.site_key = site_key.SiteKey(self._reading, self._writing, self.permit)
        self.importing = importing.Importing(self._reading, self._writing, self.permit, context)

    @classmethod
    def create(
        cls,
        path: Path,
        actor: Actor,
        *,
        siteid: str = study.DEFAULT_SITEID,
        kind: str = "clinic",
        clock: Clock = utc_now,
        machine: str | None = None,
        key: bytes = b"",
        more: Mapping[str, str] | None = None,
        fill: Callable[[Connection], None] | None = None,
        slots: KeyFile | None = None,
        begin: opening.Begin | None = None,
    ) -> Self:
        """Return a new, empty study file; ExistsError rather than overwrite anything.

        `more` are further properties, `fill` writes what it has from the first moment on, and
        `slots` is its file of keys: see `access.set_up`. With `begin` it is not empty, and has the
        properties that came with its history: see `takeover`.
        """
        properties = {
            "studyid": study.STUDYID,
            "nct": study.NCT,
            "eudract": study.EUDRACT,
            "siteid": siteid,
            "kind": kind,
            "schema": study.SCHEMA_VERSION,
            "created": timestamp(clock()),
        } | dict(more or {})
        if begin is not None:
            properties = dict(more or {})
        context = _context(actor, machine)
        opened = opening.create(path, context, clock, properties, key, fill, slots, begin)
        return cls(path, opened, context, clock)

    @classmethod
    def open(
        cls,
        path: Path,
        actor: Actor,
        *,
        read_only: bool = False,
        clock: Clock = utc_now,
        machine: str | None = None,
        key: bytes = b"",
    ) -> Self:
        """Return an existing study file, upgraded when its definitions grew.

        LoginNeededError where it has accounts and this is none of them: see `access.log_in`.
        """
        context = _context(actor, machine)
        opened = opening.open_file(path, context, clock, read_only=read_only, key=key)
        file = cls(path, opened, context, clock)
        try:
            file._refuse_strangers()
        except BaseException:
            file.close()
            raise
        return file

    @property
    def actor(self) -> Actor:
        """Return who is at work."""
        return Actor(self._context.actor, self._context.role, self._context.login)

    @actor.setter
    def actor(self, actor: Actor) -> None:
        if actor != self.actor and self.accounts.current is not None:
            raise LoginNeededError(self.path)
        self._context.actor, self._context.role = actor.name, actor.role

    def close(self) -> None:
        """Close the file and leave one file behind; closing twice is harmless.

        A study with accounts is backed up when something was entered; StudyFileError says, once
        the file is closed, that this failed.
        """
        opened, self._opened = self._opened, None
        if opened is not None:
            try:
                safekeeping.leave(self)
            finally:
                opening.close(opened, self.path)

    def permit(self, operation: Operation, form: str | None = None) -> None:
        """Raise unless the person at work may do something, to a form where one is named.

        ForbiddenError, UnknownRoleError, MustChangeError.
        """
        try:
            role = Role(self._context.role)
        except ValueError as error:
            raise UnknownRoleError(self._context.role) from error
        if not allowed(role, operation, form):
            raise ForbiddenError(role, operation, form)
        self.accounts.refuse_unready(operation)

    @contextmanager
    def _writing(
        self, reason: str | None = None, *, operation: Operation, form: str | None = None
    ) -> Iterator[Connection]:
        """Give the connection for one change by somebody who may; all of it holds, or nothing."""
        self.permit(operation, form)
        if operation in CORRECTIONS and (reason or "").strip():
            self.permit(Operation.CORRECT, form)
        if self.read_only:
            raise errors.ReadOnlyError(self.path, str(self.holder or ""))
        with self._transactions.writing(reason) as connection:
            yield connection

    def moment(self) -> datetime:
        """Return the time as this study's clock tells it."""
        return self._clock()

    def _refuse_strangers(self) -> None:
        """Raise unless the study has no accounts, or the actor is one of them."""
        with self._reading() as connection:
            known = account_rows.accounts(connection)
        if known and self.actor not in {Actor(a.name, a.role.value, a.login) for a in known}:
            raise LoginNeededError(self.path)

    # Reading

    def properties(self) -> dict[str, str]:
        """Return the study's properties: ids, site, kind, when it was created."""
        with self._reading() as connection:
            return reading.properties(connection)

    def subjects(self) -> tuple[SubjectKey, ...]:
        """Return the subjects in order of their id."""
        with self._reading() as connection:
            return reading.subjects(connection)

    def statuses(self) -> dict[RecordKey, Status]:
        """Return the status of every record that was begun."""
        with self._reading() as connection:
            return reading.statuses(connection)

    def record(self, key: RecordKey) -> Record:
        """Return a form as entered; an empty draft where nothing was."""
        with self._reading() as connection:
            return reading.record(connection, key)

    def records(self) -> dict[RecordKey, Record]:
        """Return every form that was begun."""
        with self._reading() as connection:
            return reading.records(connection)

    def data(self) -> StudyData:
        """Return everything, as of one moment."""
        with self._reading() as connection:
            return snapshot(connection)

    @contextmanager
    def in_parts(self) -> Iterator[InParts]:
        """Give the study to be read a subject at a time, as of one moment, and nothing beside."""
        with self._reading() as connection:
            yield in_parts(connection)

    def trail(self, key: RecordKey) -> list[AuditEntry]:
        """Return what happened to one form, oldest first."""
        with self._reading() as connection:
            return reading.audit_of(connection, key)

    def history(self, key: RecordKey, section: str, row: str, item: str) -> list[AuditEntry]:
        """Return what happened to one item, oldest first."""
        with self._reading() as connection:
            return reading.history(connection, key, section, row, item)

    def unaccepted(self, key: RecordKey) -> dict[Place, str]:
        """Return typed text that could not be read, by section, row and item."""
        with self._reading() as connection:
            return reading.unaccepted(connection, key)

    def setting(self, key: str) -> str | None:
        """Return a remembered preference of this study."""
        with self._reading() as connection:
            return reading.setting(connection, key)

    def last_change(self) -> int:
        """Return the number of the last entry of the trail that is more than an event."""
        with self._reading() as connection:
            return reading.last_change(connection)

    def place(self) -> RecordKey | None:
        """Return the form that was at hand when the study was last used."""
        return _record_key(self.setting("place"))

    def drawing(self, digest: str) -> bytes | None:
        """Return a cached rendering of a drawing by the digest of its strokes."""
        with self._reading() as connection:
            return reading.drawing(connection, digest)

    def damaged_files(self) -> list[Text]:
        """Return what is wrong with the kept files, in sentences."""
        with self._reading() as connection:
            return files.verify(connection, snapshot(connection))

    def problems(self, expected_head: str | None = None) -> list[Text]:
        """Return everything that is wrong with the file, in sentences; empty when all holds."""
        with self._reading() as connection:
            return problems.problems(connection, expected_head)

    def attachment(self, digest: str) -> bytes | None:
        """Return the bytes of a kept file by their SHA-256."""
        with self._reading() as connection:
            return reading.attachment(connection, digest)

    # Writing

    def set_properties(self, properties: Mapping[str, str]) -> None:
        """Set properties of the study, such as its site; audited like data."""
        with self._writing(operation=Operation.SET_PROPERTIES) as connection:
            writing.set_properties(connection, properties)

    def add_subject(self, subject: SubjectKey) -> None:
        """Enrol a subject; ValueError when the id is taken: it is never used twice."""
        with self._writing(operation=Operation.ADD_SUBJECT) as connection:
            writing.add_subject(connection, subject)

    def answer(self, key: RecordKey, answers: Iterable[Answer], reason: str | None = None) -> None:
        """Store answers of one form as one event; ReasonNeededError when the form is complete."""
        given = tuple(answers)
        with self._writing(reason, operation=Operation.ANSWER, form=key.form) as connection:
            writing.answer(connection, key, given)

    def add_row(
        self, key: RecordKey, section: str, answers: Mapping[str, str | None],
        reason: str | None = None,
    ) -> str:  # fmt: skip
        """Add a row to a repeating section as one event and return its key, counted from 1."""
        with self._writing(reason, operation=Operation.ADD_ROW, form=key.form) as connection:
            return writing.add_row(connection, key, section, answers)

    def void(
        self,
        key: RecordKey,
        section: str,
        row: str,
        *,
        voided: bool = True,
        reason: str | None = None,
    ) -> None:
        """Void a row of a repeating section, or take that back; rows are never deleted."""
        with self._writing(reason, operation=Operation.VOID, form=key.form) as connection:
            writing.void(connection, key, section, row, voided=voided)

    def say_missing(
        self,
        places: Iterable[tuple[RecordKey, Place]],
        missing: Missing | None,
        reason: str | None = None,
    ) -> None:
        """Say why items, rows or sections are missing, or take it back, as one event.

        ValueError where an item has an answer, ReasonNeededError where a form is complete.
        """
        given = tuple(places)
        for key, _ in given:
            self.permit(Operation.SAY_MISSING, key.form)
        with self._writing(reason, operation=Operation.SAY_MISSING) as connection:
            for key, place in given:
                writing.say_missing(connection, key, place, missing)

    def attach(self, content: bytes) -> str:
        """Keep the bytes of a file and return their SHA-256; the item that names them is apart."""
        with self._writing(operation=Operation.ATTACH) as connection:
            return writing.attach(connection, content)

    def keep_unaccepted(
        self, key: RecordKey, section: str, row: str, item: str, typed: str
    ) -> None:
        """Keep typed text that could not be read, so that nothing typed is lost."""
        with self._writing(operation=Operation.KEEP_UNACCEPTED, form=key.form) as connection:
            writing.keep_unaccepted(connection, key, (section, row, item), typed)

    def explain(self, key: RecordKey, place: Place, reason: str) -> None:
        """Keep the reason for which a soft finding stands; place is section, row, finding id."""
        with self._writing(operation=Operation.EXPLAIN, form=key.form) as connection:
            writing.explain(connection, key, place, reason)

    def set_status(self, key: RecordKey, status: Status, reason: str | None = None) -> None:
        """Give a record a status; reopening a complete one needs a reason."""
        moved = Operation.REOPEN if status is Status.DRAFT else Operation.COMPLETE
        with self._writing(reason, operation=moved, form=key.form) as connection:
            writing.set_status(connection, key, status)

    def log_event(self, name: str, detail: str) -> None:
        """Write an event that changes no data, such as an export, into the audit trail.

        Where another person has the study, its file of keys keeps word of it for the trail.
        """
        if self.read_only and self.accounts.current is not None:
            self.permit(Operation.LOG_EVENT)
            self.accounts.leave_word(name, detail)
            return
        with self._writing(operation=Operation.LOG_EVENT) as connection:
            writing.log_event(connection, name, detail)

    def remember(self, key: str, value: str) -> None:
        """Remember a preference of this study; not data, and not in the audit trail."""
        with self._writing(operation=Operation.REMEMBER) as connection:
            writing.remember(connection, key, value)

    def remember_place(self, key: RecordKey | None) -> None:
        """Remember the form at hand, so that the next start returns to it."""
        if key is None:
            self.remember("place", "")
            return
        subject, *rest = reading.record_place(key)
        self.remember("place", json.dumps([*subject, *rest]))

    def keep_drawing(self, digest: str, content: bytes) -> None:
        """Cache a rendering of a drawing; it can always be made again from the strokes."""
        with self._writing(operation=Operation.KEEP_DRAWING) as connection:
            writing.keep_drawing(connection, digest, content)


def _context(actor: Actor, machine: str | None) -> Context:
    named = {} if machine is None else {"machine": machine}
    return Context(actor.name, actor.role, login=actor.login, **named)


def left_at(path: Path) -> RecordKey | None:
    """Return the form a study that stays shut was left at; StudyFileError when unreadable."""
    return _record_key(opening.glance(path, "place"))


def _record_key(text: str | None) -> RecordKey | None:
    if not text:
        return None
    siteid, subjid, visit, form, visit_repeat, form_repeat = json.loads(text)
    return RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)
