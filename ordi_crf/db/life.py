"""The life cycle in the study file: which state follows which, what a lock refuses.

The triggers hold for whoever writes: a state follows its order, a locked form refuses every change,
and a correction takes a signed or verified form back to complete in the same statement. Locks of a
visit, a subject and the study are events that are only ever added to; the last one counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ordi_crf import forms, study
from ordi_crf.core import life
from ordi_crf.core.life import Level, Scope, ScopeLock
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import AuditEntry, RecordKey, Status, SubjectKey
from ordi_crf.db import life_errors, queries, reading
from ordi_crf.db.clauses import FOREIGN, OURS, append_only, entry, refusal
from ordi_crf.db.connection import LOCKED, ORDER, REASON_NEEDED, Connection
from ordi_crf.db.transaction import Reading, Writing
from ordi_crf.forms.schema import Text

TABLES = {
    "scope_lock": (
        "CREATE TABLE scope_lock (\n  id INTEGER PRIMARY KEY,\n"
        "  subject_id INTEGER REFERENCES subject (id),\n  visit TEXT NOT NULL,\n"
        "  visit_repeat INTEGER NOT NULL,\n  locked INTEGER NOT NULL CHECK (locked IN (0, 1))\n"
        ") STRICT"
    ),
}

_LAST = "SELECT locked FROM scope_lock WHERE {where} ORDER BY id DESC LIMIT 1"
_STUDY = _LAST.format(where="subject_id IS NULL")
_SUBJECT = _LAST.format(where="subject_id = new.subject_id AND visit = ''")
_VISIT = _LAST.format(
    where="subject_id = new.subject_id AND visit = new.visit AND visit_repeat = new.visit_repeat"
)


def triggers() -> Iterator[str]:
    """Yield what keeps the order of states and refuses changes of what is locked."""
    yield from _of_states()
    yield from append_only("scope_lock")
    yield refusal("scope_lock_ours", "INSERT", "scope_lock", OURS, FOREIGN)
    unlocked = "new.locked = 0 AND crf_reason() IS NULL"
    yield refusal("scope_lock_unlocked", "INSERT", "scope_lock", REASON_NEEDED, unlocked)
    place = (
        "CASE WHEN new.subject_id IS NULL THEN 'study' WHEN new.visit = '' THEN 'subject' "
        "ELSE 'visit ' || new.visit || ' ' || new.visit_repeat END"
    )
    said = entry(
        "lock", "scope_lock", place, "CASE new.locked WHEN 1 THEN 'LOCKED' ELSE 'OPEN' END",
        row="CAST(new.id AS TEXT)", subject="new.subject_id", record="NULL",
    )  # fmt: skip
    yield f'CREATE TRIGGER "scope_lock_inserted" AFTER INSERT ON scope_lock BEGIN\n{said}\nEND'
    closed = f"1 IN (({_STUDY}), ({_SUBJECT}), ({_VISIT}))"
    yield refusal("record_locked_around", "INSERT", "record", LOCKED, closed)
    yield refusal("subject_locked_around", "INSERT", "subject", LOCKED, f"({_STUDY}) = 1")


def _of_states() -> Iterator[str]:
    moved = "old.status <> new.status AND (old.status, new.status)"
    ways = f"{moved} NOT IN (VALUES {_pairs(life.TRANSITIONS)})"
    yield refusal("record_order", "UPDATE OF status", "record", ORDER, ways)
    reasoned = _pairs(way for way, needed in life.TRANSITIONS.items() if needed)
    asked = f"crf_reason() IS NULL AND {moved} IN (VALUES {reasoned})"
    yield refusal("record_moved_why", "UPDATE OF status", "record", REASON_NEEDED, asked)
    begun = f"new.status <> '{Status.DRAFT}'"
    yield refusal("record_begins_as_draft", "INSERT", "record", ORDER, begun)
    actions = ", ".join(f"'{action}'" for action in life.CONTENT_ACTIONS)
    yield (
        "CREATE TRIGGER change_takes_back INSTEAD OF INSERT ON change\n"
        f"WHEN new.action IN ({actions}) AND new.section <> 'record' BEGIN\n"
        f"UPDATE record SET status = '{Status.COMPLETE}' WHERE id = new.record_id "
        f"AND status IN ('{Status.VERIFIED}', '{Status.SIGNED}');\nEND"
    )
    of_locked = f"(SELECT status FROM record WHERE id = new.record_id) = '{Status.LOCKED}'"
    for table in ("explanation", "unaccepted"):
        for event in ("INSERT", "UPDATE"):
            yield refusal(f"{table}_{event.lower()}_locked", event, table, LOCKED, of_locked)


def _pairs(ways: Iterable[tuple[Status, Status]]) -> str:
    return ", ".join(f"('{old}', '{new}')" for old, new in ways)


class Life:
    """The states of the forms of one study file, beyond draft and complete."""

    def __init__(self, read: Reading, write: Writing) -> None:
        self._reading, self._writing = read, write

    def verify(self, *keys: RecordKey) -> None:
        """Say that complete forms agree with their source; signed or locked ones stay that.

        One event; OrderError for a draft.
        """
        with self._writing(operation=Operation.VERIFY_SOURCE) as connection:
            for key in keys:
                if (status := _status(connection, key)) is Status.COMPLETE:
                    move(connection, key, Status.VERIFIED)
                elif status is Status.DRAFT:
                    raise life_errors.OrderError

    def unverify(self, key: RecordKey) -> None:
        """Take back that a form agrees with its source, where that is how it stands."""
        with self._writing(operation=Operation.VERIFY_SOURCE) as connection:
            if _status(connection, key) is Status.VERIFIED:
                move(connection, key, Status.COMPLETE)

    def lock(self, scope: Scope, reason: str | None = None) -> None:
        """Lock a form, or all of a visit, a subject or the study, as one event.

        ObstaclesError while something in it is not signed; for the study, whose open queries count
        too, a reason overrides them.
        """
        with self._writing(reason, operation=Operation.LOCK) as connection:
            statuses = reading.statuses(connection)
            asked = open_queries(connection)
            obstacles = life.lock_obstacles(statuses, scope, open_queries=asked)
            over = scope.level is Level.STUDY
            if obstacles and not (over and (reason or "").strip()):
                raise life_errors.ObstaclesError(obstacles, overridable=over)
            for key, status in statuses.items():
                if key in scope and status is not Status.LOCKED:
                    move(connection, key, Status.LOCKED)
            if scope.level is not Level.FORM:
                _note(connection, scope, locked=True)

    def unlock(self, scope: Scope, reason: str) -> None:
        """Unlock a form, back to where it stood, or let a visit, subject or the study take forms.

        The forms in what is unlocked stay locked one by one. LockedAroundError while what lies
        around it is locked, OrderError where it is not locked itself.
        """
        with self._writing(reason, operation=Operation.UNLOCK) as connection:
            around = life.locked(locks(connection), scope)
            if around is not None and around != scope:
                raise life_errors.LockedAroundError(named(around))
            if scope.level is not Level.FORM:
                if around is None:
                    raise life_errors.OrderError
                _note(connection, scope, locked=False)
                return
            key = _key(scope)
            if _status(connection, key) is not Status.LOCKED:
                raise life_errors.OrderError
            move(connection, key, _before_lock(connection, key))

    def locked(self, scope: Scope) -> Scope | None:
        """Return the widest of visit, subject and study that is locked around a scope."""
        with self._reading() as connection:
            return life.locked(locks(connection), scope)

    def entries(self, key: RecordKey) -> list[AuditEntry]:
        """Return everything the audit trail holds of one form, oldest first."""
        with self._reading() as connection:
            return reading.audit_of(connection, key)


def move(connection: Connection, key: RecordKey, status: Status) -> None:
    """Give a record that was begun another state; the triggers refuse what has no way."""
    connection.execute(
        f"UPDATE record SET status = ? WHERE id = ({reading.RECORD_ID})",
        (status.value, *reading.record_where(key)),
    )


def locks(connection: Connection) -> tuple[ScopeLock, ...]:
    """Return every locking and unlocking of more than a form, oldest first."""
    rows = connection.execute(
        "SELECT l.id, s.siteid, s.subjid, l.visit, l.visit_repeat, l.locked "
        "FROM scope_lock l LEFT JOIN subject s ON s.id = l.subject_id ORDER BY l.id"
    )
    return tuple(
        ScopeLock(
            number,
            Scope(None if siteid is None else SubjectKey(siteid, subjid), visit, repeat or 1),
            bool(state),
        )
        for number, siteid, subjid, visit, repeat, state in rows
    )


def told(found: Iterable[ScopeLock]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what the audit trail has to say of each lock: its place there, and its value."""
    for lock in found:
        scope, subject = lock.scope, lock.scope.subject
        name: str = scope.level
        if scope.level is Level.VISIT:
            name = f"visit {scope.visit} {scope.visit_repeat}"
        who = ("", "") if subject is None else (subject.siteid, subject.subjid)
        place = (*who, "", 0, "", 0, "scope_lock", str(lock.id), name)
        yield place, "LOCKED" if lock.locked else "OPEN"


def named(scope: Scope) -> Text:
    """Return a scope in words."""
    match scope.level:
        case Level.STUDY:
            return Text("The study", "El estudio")
        case Level.SUBJECT:
            return Text(f"Subject {scope.subject}", f"Paciente {scope.subject}")
        case Level.VISIT:
            return study.event(scope.visit).label
        case Level.FORM:
            return forms.form(scope.form).title


def open_queries(connection: Connection) -> int:
    """Return how many queries of the study are not closed."""
    return sum(not q.closed for asked in queries.threads(connection).values() for q in asked)


def _note(connection: Connection, scope: Scope, *, locked: bool) -> None:
    subject = scope.subject
    where = (None, None) if subject is None else (subject.siteid, subject.subjid)
    repeat = scope.visit_repeat if scope.visit else 0
    connection.execute(
        "INSERT INTO scope_lock (subject_id, visit, visit_repeat, locked) "
        "SELECT (SELECT id FROM subject WHERE siteid = ? AND subjid = ?), ?, ?, ?",
        (*where, scope.visit, repeat, int(locked)),
    )


def _status(connection: Connection, key: RecordKey) -> Status:
    query = f"SELECT status FROM record WHERE id = ({reading.RECORD_ID})"
    found = connection.execute(query, reading.record_where(key)).fetchone()
    return Status.DRAFT if found is None else Status(found[0])


def _before_lock(connection: Connection, key: RecordKey) -> Status:
    """Return the state a form had before it was locked last, as the audit trail tells."""
    moves = [e for e in reading.audit_of(connection, key) if e.section == "record"]
    return Status(next(e.old for e in reversed(moves) if e.new == Status.LOCKED and e.old))


def _key(scope: Scope) -> RecordKey:
    assert scope.subject is not None
    return RecordKey(scope.subject, scope.visit, scope.form, scope.visit_repeat, scope.form_repeat)
