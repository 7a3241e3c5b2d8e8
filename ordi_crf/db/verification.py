"""Source verification in the study file: one line a data point, taken back when its value changes.

A trigger of the view `change`, through which every change passes, takes the verification back in
the same transaction: no code path and no other program can change a value and keep the tick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ordi_crf.core import verification
from ordi_crf.core.missing import Place
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.core.verified import Verified
from ordi_crf.db import reading
from ordi_crf.db.connection import Connection
from ordi_crf.db.transaction import Reading, Writing

TABLES = {
    "verification": (
        "CREATE TABLE verification (\n  id INTEGER PRIMARY KEY,\n"
        "  record_id INTEGER NOT NULL REFERENCES record (id),\n  section TEXT NOT NULL,\n"
        "  row TEXT NOT NULL,\n  item TEXT NOT NULL,\n"
        "  digest TEXT CHECK (length(digest) = 64),\n  actor TEXT NOT NULL,\n"
        "  role TEXT NOT NULL,\n  at TEXT NOT NULL,\n"
        "  UNIQUE (record_id, section, row, item)\n) STRICT"
    ),
}

LABEL = ".VERIFIED"
"""What is appended to an item in the trail to name its verification."""

_SELECT = (
    "SELECT s.siteid, s.subjid, r.visit, r.form, r.visit_repeat, r.form_repeat, v.section, v.row, "
    "v.item, v.actor, v.role, v.at, v.digest FROM verification v JOIN record r "
    "ON r.id = v.record_id JOIN subject s ON s.id = r.subject_id WHERE v.digest IS NOT NULL"
)
_BY = "actor = crf_actor(), role = crf_role(), at = crf_now()"


def triggers() -> Iterator[str]:
    """Yield the triggers that tell the trail, and take a verification back with its value."""
    change = "INSERT INTO change (action, record_id, section, row, item, old, new) "
    for event, old in (("INSERT", "NULL"), ("UPDATE", "old.digest")):
        yield (
            f'CREATE TRIGGER "verification_{event.lower()}" AFTER {event} ON verification BEGIN\n'
            f"{change}VALUES ('verify', new.record_id, new.section, new.row, "
            f"new.item || '{LABEL}', {old}, new.digest);\nEND"
        )
    bare = "replace(replace(new.item, '.NULLFLAVOR', ''), '.NULLCOMMENT', '')"
    yield (
        'CREATE TRIGGER "verification_dropped" INSTEAD OF INSERT ON change '
        "WHEN new.record_id IS NOT NULL AND new.action IN ('insert', 'update', 'missing') BEGIN\n"
        f"UPDATE verification SET digest = NULL, {_BY}\n"
        "WHERE record_id = new.record_id AND section = new.section AND digest IS NOT NULL\n"
        f"AND (row = new.row OR row = '') AND (item = '' OR item = {bare} OR new.item = 'VOIDED');"
        "\nEND"
    )
    yield (
        'CREATE TRIGGER "verification_no_delete" BEFORE DELETE ON verification\n'
        "BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END"
    )
    yield (
        'CREATE TRIGGER "verification_no_move" BEFORE UPDATE OF id, record_id, section, row, item '
        "ON verification\nBEGIN SELECT RAISE(ABORT, 'keys never change'); END"
    )


class Verification:
    """What is verified against its source, in one study file."""

    def __init__(self, read: Reading, write: Writing) -> None:
        self._reading, self._writing = read, write

    def all(self) -> Mapping[RecordKey, Mapping[Place, Verified]]:
        """Return what is verified, by form."""
        with self._reading() as connection:
            return current(connection)

    def of(self, key: RecordKey) -> Mapping[Place, Verified]:
        """Return what is verified of one form."""
        with self._reading() as connection:
            return current(connection, key).get(key, {})

    def verify(self, places: Iterable[tuple[RecordKey, Place]]) -> None:
        """Say that data points agree with their source, as one event; as they are stored now.

        ValueError where there is nothing to verify.
        """
        with self._writing(operation=Operation.VERIFY_SOURCE) as connection:
            for key, mine in _by_form(places).items():
                record, record_id = reading.record(connection, key), _record_id(connection, key)
                known = set(verification.places(record))
                for place in mine:
                    if place not in known:
                        raise ValueError(f"nothing to verify at {place}")
                    _store(connection, record_id, place, verification.digest(record, place))

    def withdraw(self, places: Iterable[tuple[RecordKey, Place]]) -> None:
        """Take back what was verified, as one event; nothing happens where nothing was."""
        with self._writing(operation=Operation.VERIFY_SOURCE) as connection:
            for key, mine in _by_form(places).items():
                record_id = _record_id(connection, key)
                connection.executemany(
                    f"UPDATE verification SET digest = NULL, {_BY} WHERE record_id = ? "
                    "AND section = ? AND row = ? AND item = ? AND digest IS NOT NULL",
                    [(record_id, *place) for place in mine],
                )


def current(
    connection: Connection, key: RecordKey | None = None, subject: SubjectKey | None = None
) -> dict[RecordKey, dict[Place, Verified]]:
    """Return what is verified, by form; of one form or of one subject where it is named."""
    only, wanted = reading.of_subject(subject, "AND") if key is None else (
        f" AND v.record_id = ({reading.RECORD_ID})", _place(key),
    )  # fmt: skip
    rows = connection.execute(f"{_SELECT}{only} ORDER BY v.id", wanted).fetchall()
    found: dict[RecordKey, dict[Place, Verified]] = {}
    for siteid, subjid, visit, form, visit_repeat, form_repeat, *rest in rows:
        of = RecordKey(SubjectKey(siteid, subjid), visit, form, visit_repeat, form_repeat)
        section, row, item, *by = rest
        found.setdefault(of, {})[section, row, item] = Verified(*by)
    return found


def told(
    verified: Mapping[RecordKey, Mapping[Place, Verified]],
) -> Iterator[tuple[RecordKey, Place, str]]:
    """Yield what the audit trail has to say of each verification: form, place, words."""
    for key, known in verified.items():
        for (section, row, item), v in known.items():
            words = f"{v.digest} ({v.actor}, {v.role}, {v.at})"
            yield key, (section, row, f"{item}{LABEL}"), words


def _by_form(places: Iterable[tuple[RecordKey, Place]]) -> dict[RecordKey, list[Place]]:
    found: dict[RecordKey, list[Place]] = {}
    for key, place in places:
        found.setdefault(key, []).append(place)
    return found


def _place(key: RecordKey) -> tuple[str | int, ...]:
    subject, visit, form, visit_repeat, form_repeat = reading.record_place(key)
    return (*subject, visit, visit_repeat, form, form_repeat)


def _record_id(connection: Connection, key: RecordKey) -> int:
    found = connection.execute(reading.RECORD_ID, _place(key)).fetchone()
    if found is None:
        raise KeyError(key)
    return int(found[0])


def _store(connection: Connection, record_id: int, place: Place, digest: str) -> None:
    """Say so of one data point; what was verified as it is stays as it was."""
    connection.execute(
        "INSERT INTO verification (record_id, section, row, item, digest, actor, role, at) "
        "VALUES (?, ?, ?, ?, ?, crf_actor(), crf_role(), crf_now()) "
        "ON CONFLICT (record_id, section, row, item) DO UPDATE SET digest = excluded.digest, "
        "actor = excluded.actor, role = excluded.role, at = excluded.at "
        "WHERE verification.digest IS NOT excluded.digest",
        (record_id, *place, digest),
    )
