"""The study file: opened, read, and written by one class alone.

Every edit that leaves a field and every stroke is one transaction, committed durably before the
call returns (ADR 4). Who, when and why travel to the audit triggers through the connection's
context; a call that fails leaves the file as it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ordi_crf import forms, study
from ordi_crf.core import values
from ordi_crf.core.records import AuditEntry, Record, RecordKey, Status, StudyData, SubjectKey
from ordi_crf.db import connection as sql
from ordi_crf.db import errors, lock, reading, upgrade
from ordi_crf.db.connection import Clock, Connection, Context

if TYPE_CHECKING:
    from filelock import BaseFileLock
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at work: a printed name and a role, as they go into the audit trail."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A canonical value for one item of one row; None blanks it."""

    section: str
    row: str
    item: str
    value: str | None


class StudyFile:
    """An open study file; read-only when another program holds it or the file cannot be written."""

    def __init__(
        self,
        path: Path,
        connection: Connection,
        context: Context,
        *,
        clock: Clock,
        held: BaseFileLock | None,
        holder: lock.Holder | None,
    ) -> None:
        self.path = path
        self.read_only = held is None
        self.holder = holder
        """Who holds the file for writing, when it is not us."""
        self.journal = ""
        self.backup: Path | None = None
        """The backup made before this opening changed the schema."""
        self._connection = connection
        self._context = context
        self._clock = clock
        self._held = held
        self._database: Database | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        actor: Actor,
        *,
        siteid: str = study.DEFAULT_SITEID,
        kind: str = "clinic",
        clock: Clock = sql.utc_now,
        machine: str | None = None,
    ) -> Self:
        """Return a new, empty study file; ExistsError rather than overwrite anything."""
        if path.exists():
            raise errors.ExistsError(path)
        if not path.parent.is_dir():
            raise errors.MissingFileError(path.parent)
        opened = cls._open(path, actor, clock, machine, must_exist=False)
        if opened.read_only:
            opened.close()
            raise errors.NotWritableError(path)
        properties = {
            "studyid": study.STUDYID,
            "nct": study.NCT,
            "eudract": study.EUDRACT,
            "siteid": siteid,
            "kind": kind,
            "schema": study.SCHEMA_VERSION,
            "created": sql.timestamp(clock()),
        }
        opened.set_properties(properties)
        return opened

    @classmethod
    def open(
        cls,
        path: Path,
        actor: Actor,
        *,
        read_only: bool = False,
        clock: Clock = sql.utc_now,
        machine: str | None = None,
    ) -> Self:
        """Return an existing study file, upgraded when its definitions grew."""
        if not path.is_file():
            raise errors.MissingFileError(path)
        return cls._open(path, actor, clock, machine, must_exist=True, read_only=read_only)

    @classmethod
    def _open(
        cls,
        path: Path,
        actor: Actor,
        clock: Clock,
        machine: str | None,
        *,
        must_exist: bool,
        read_only: bool = False,
    ) -> Self:
        context = Context(actor.name, actor.role, **({"machine": machine} if machine else {}))
        held = None
        with sql.translated(path):
            if must_exist:
                _refuse_foreign(path, context)
            held = None if read_only or not _writable(path) else lock.acquire(path)
            try:
                return cls._opened(path, context, clock, held)
            except BaseException:
                if held is not None:
                    held.release()
                raise

    @classmethod
    def _opened(cls, path: Path, context: Context, clock: Clock, held: BaseFileLock | None) -> Self:
        link = sql.connect(path, read_only=held is None, context=context)
        try:
            holder = lock.read_holder(link) if held is None else None
            opened = cls(path, link, context, clock=clock, held=held, holder=holder)
            if held is not None:
                opened._take()
        except BaseException:
            link.close()
            raise
        return opened

    def _take(self) -> None:
        """Make the file ours: durable journal, current schema, our name on it."""
        self.journal = sql.make_durable(self._connection)
        self._connection.execute("PRAGMA foreign_keys = ON")
        if upgrade.pending(self._connection):
            self._context.at = sql.timestamp(self._clock())
            self.backup = upgrade.upgrade(self._db, self.path, self._clock())
        since = sql.timestamp(self._clock())
        holder = lock.Holder(self._context.actor, self._context.machine, since)
        lock.write_holder(self._connection, holder)
        self._connection.commit()
        if self.backup is not None:
            self.log_event("SCHEMA UPGRADED", self.backup.name)

    @property
    def _db(self) -> Database:
        """Return the sqlite-utils database, imported with the first write: it takes 0.15 s."""
        if self._database is None:
            from sqlite_utils import Database

            self._database = Database(self._connection, execute_plugins=False)
        return self._database

    @contextmanager
    def _write(self, reason: str | None = None) -> Iterator[Connection]:
        """Run one change as one durable transaction, with who, when and why for the triggers."""
        if self.read_only:
            raise errors.ReadOnlyError(str(self.holder or ""))
        self._context.at = sql.timestamp(self._clock())
        self._context.reason = reason
        try:
            with sql.translated(self.path), self._db.atomic():
                yield self._connection
        finally:
            self._context.reason = None

    @property
    def actor(self) -> Actor:
        """Return who is at work."""
        return Actor(self._context.actor, self._context.role)

    @actor.setter
    def actor(self, actor: Actor) -> None:
        self._context.actor, self._context.role = actor.name, actor.role

    def close(self) -> None:
        """Close the file and leave one file behind: the write-ahead log is folded in."""
        with sql.translated(self.path):
            if not self.read_only:
                self._connection.execute("DELETE FROM setting WHERE key = 'holder'")
                self._connection.commit()
                if self.journal == "wal":
                    self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()
        if self._held is not None:
            self._held.release()

    # Reading

    def properties(self) -> dict[str, str]:
        """Return the study's properties: ids, site, kind, when it was created."""
        return reading.properties(self._connection)

    def subjects(self) -> tuple[SubjectKey, ...]:
        """Return the subjects in order of their id."""
        return reading.subjects(self._connection)

    def statuses(self) -> dict[RecordKey, Status]:
        """Return the status of every record that was begun."""
        return reading.statuses(self._connection)

    def record(self, key: RecordKey) -> Record:
        """Return a form as entered; an empty draft where nothing was."""
        return reading.record(self._connection, key)

    def data(self) -> StudyData:
        """Return everything, as of one moment."""
        with sql.translated(self.path):
            return reading.study_data(self._connection)

    def history(self, key: RecordKey, section: str, row: str, item: str) -> list[AuditEntry]:
        """Return what happened to one item, oldest first."""
        return reading.history(self._connection, key, section, row, item)

    def unaccepted(self, key: RecordKey) -> dict[tuple[str, str, str], str]:
        """Return typed text that could not be read, by section, row and item."""
        return reading.unaccepted(self._connection, key)

    def setting(self, key: str) -> str | None:
        """Return a remembered preference of this study, such as the last form shown."""
        row = self._connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def drawing(self, digest: str) -> bytes | None:
        """Return a cached rendering of a drawing by the digest of its strokes."""
        query = "SELECT content FROM drawing WHERE digest = ?"
        row = self._connection.execute(query, (digest,)).fetchone()
        return None if row is None else bytes(row[0])

    # Writing

    def set_properties(self, properties: dict[str, str]) -> None:
        """Set properties of the study, such as its site; audited like data."""
        with self._write() as connection:
            connection.executemany(
                "INSERT INTO study (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                properties.items(),
            )

    def add_subject(self, subject: SubjectKey) -> None:
        """Enrol a subject; ValueError when the id is taken: it is never used twice."""
        if subject in self.subjects():
            raise ValueError(f"subject {subject} exists already")
        with self._write() as connection:
            connection.execute(
                "INSERT INTO subject (siteid, subjid) VALUES (?, ?)",
                (subject.siteid, subject.subjid),
            )

    def answer(self, key: RecordKey, answers: Iterable[Answer], reason: str | None = None) -> None:
        """Store answers of one form as one event; ReasonNeededError when the form is complete."""
        with self._write(reason) as connection:
            record_id = self._record_id(connection, key)
            for answer in answers:
                self._store(connection, key, record_id, answer)

    def _store(
        self, connection: Connection, key: RecordKey, record_id: int, answer: Answer
    ) -> None:
        section = forms.form(key.form).section(answer.section)
        item = section.item(answer.item)
        if answer.value is not None and values.parse(item, answer.value) != answer.value:
            raise ValueError(f"{answer.value!r} is not the canonical text of {item.name}")
        connection.execute(
            f'INSERT INTO "{section.name}" (record_id, row, "{item.name}") VALUES (?, ?, ?) '
            f'ON CONFLICT (record_id, row) DO UPDATE SET "{item.name}" = excluded."{item.name}"',
            (record_id, answer.row, answer.value),
        )
        connection.execute(
            "DELETE FROM unaccepted WHERE record_id = ? AND section = ? AND row = ? AND item = ?",
            (record_id, answer.section, answer.row, answer.item),
        )

    def add_row(
        self, key: RecordKey, section: str, answers: dict[str, str], reason: str | None = None
    ) -> str:
        """Add a row to a repeating section as one event and return its key, counted from 1."""
        with self._write(reason) as connection:
            record_id = self._record_id(connection, key)
            names = list(answers)
            query = f'SELECT count(*) + 1 FROM "{section}" WHERE record_id = ?'
            row = str(connection.execute(query, (record_id,)).fetchone()[0])
            listed = "".join(f', "{name}"' for name in names)
            marks = ", ?" * len(names)
            connection.execute(
                f'INSERT INTO "{section}" (record_id, row{listed}) VALUES (?, ?{marks})',
                (record_id, row, *answers.values()),
            )
        return row

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
        with self._write(reason) as connection:
            connection.execute(
                f'UPDATE "{section}" SET voided = ? WHERE record_id = ? AND row = ?',
                (int(voided), self._record_id(connection, key), row),
            )

    def keep_unaccepted(
        self, key: RecordKey, section: str, row: str, item: str, typed: str
    ) -> None:
        """Keep typed text that could not be read, so that nothing typed is lost."""
        with self._write() as connection:
            connection.execute(
                "INSERT INTO unaccepted (record_id, section, row, item, typed) "
                "VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (record_id, section, row, item) DO UPDATE SET typed = excluded.typed",
                (self._record_id(connection, key), section, row, item, typed),
            )

    def explain(self, key: RecordKey, place: tuple[str, str, str], reason: str) -> None:
        """Keep the reason for which a soft finding stands; place is section, row, finding id."""
        with self._write() as connection:
            connection.execute(
                "INSERT INTO explanation (record_id, section, row, finding, reason) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (record_id, section, row, finding) "
                "DO UPDATE SET reason = excluded.reason",
                (self._record_id(connection, key), *place, reason),
            )

    def set_status(self, key: RecordKey, status: Status, reason: str | None = None) -> None:
        """Give a record a status; the sequence is the caller's rule."""
        with self._write(reason) as connection:
            connection.execute(
                "UPDATE record SET status = ? WHERE id = ?",
                (status.value, self._record_id(connection, key)),
            )

    def log_event(self, name: str, detail: str) -> None:
        """Write an event that changes no data, such as an export, into the audit trail."""
        with self._write() as connection:
            connection.execute(
                "INSERT INTO change (action, section, row, item, old, new) "
                "VALUES ('event', '', '', ?, NULL, ?)",
                (name, detail),
            )

    def remember(self, key: str, value: str) -> None:
        """Remember a preference of this study; not data, and not in the audit trail."""
        with self._write() as connection:
            connection.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )

    def remember_place(self, key: RecordKey | None) -> None:
        """Remember the form at hand, so that the next start returns to it."""
        place = "" if key is None else json.dumps([*_parts(key)])
        self.remember("place", place)

    def place(self) -> RecordKey | None:
        """Return the form that was at hand when the study was last used."""
        text = self.setting("place")
        if not text:
            return None
        siteid, subjid, visit, form, visit_repeat, form_repeat = json.loads(text)
        return RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)

    def keep_drawing(self, digest: str, content: bytes) -> None:
        """Cache a rendering of a drawing; it can always be made again from the strokes."""
        with self._write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO drawing (digest, content) VALUES (?, ?)", (digest, content)
            )

    def _record_id(self, connection: Connection, key: RecordKey) -> int:
        """Return the id of a record, begun as a draft when this is its first touch."""
        subject, visit, form, visit_repeat, form_repeat = reading.record_place(key)
        row = connection.execute(
            reading.RECORD_ID, (*subject, visit, visit_repeat, form, form_repeat)
        )
        found = row.fetchone()
        if found is not None:
            return int(found[0])
        connection.execute(
            "INSERT INTO record (subject_id, visit, visit_repeat, form, form_repeat, form_version) "
            "SELECT id, ?, ?, ?, ?, ? FROM subject WHERE siteid = ? AND subjid = ?",
            (visit, visit_repeat, form, form_repeat, forms.form(form).version, *subject),
        )
        return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def _parts(key: RecordKey) -> tuple[str, str, str, str, int, int]:
    subject = key.subject
    return (
        subject.siteid, subject.subjid, key.visit, key.form, key.visit_repeat, key.form_repeat,
    )  # fmt: skip


def _writable(path: Path) -> bool:
    """Return whether both the file and its folder take writes: a journal needs the folder."""
    import os

    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _refuse_foreign(path: Path, context: Context) -> None:
    """Raise unless the file is a study file that this program may open, without writing to it."""
    link = sql.connect(path, read_only=True, context=context)
    try:
        if int(link.execute("PRAGMA application_id").fetchone()[0]) != sql.APPLICATION_ID:
            raise errors.NotAStudyError(path)
        version = int(link.execute("PRAGMA user_version").fetchone()[0])
        if version > sql.USER_VERSION:
            raise errors.NewerSchemaError(path, version, sql.USER_VERSION)
        check = str(link.execute("PRAGMA quick_check(1)").fetchone()[0])
        if check != "ok":
            raise errors.DamagedError(path, check.splitlines()[0])
    finally:
        link.close()
