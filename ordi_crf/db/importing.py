"""Values out of a file, taken into the study file as one event, or not at all (T36).

Who imports is who changed each value; the name of the file and its SHA-256 stand in the reason of
each entry of the trail and in the event that ends the import, with what was not taken. Triggers
refuse what is locked and take signatures and verification back, as for any other change.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from ordi_crf.core import proposals
from ordi_crf.core.permissions import Operation, Role
from ordi_crf.core.proposals import Proposal, Review, Source, State, Wanted
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.db import reading, writing
from ordi_crf.db.connection import Connection, Context
from ordi_crf.db.errors import ReasonNeededError
from ordi_crf.db.import_errors import MovedOnError, NothingAcceptedError
from ordi_crf.db.snapshot import snapshot
from ordi_crf.db.transaction import Reading, Writing
from ordi_crf.db.writing import Answer

if TYPE_CHECKING:
    from ordi_crf.core.delivery import Progress

EVENT = "IMPORT"
"""The event of the trail that ends an import."""


def _silent(_done: int, _total: int) -> None:
    pass


class Permit(Protocol):
    """Raises unless the person at work may do something."""

    def __call__(self, operation: Operation, form: str | None = None) -> None:
        """Raise unless it is permitted, to a form where one is named."""


class Importing:
    """What files bring into one study file."""

    def __init__(self, read: Reading, write: Writing, permit: Permit, context: Context) -> None:
        self._reading, self._writing, self._permit = read, write, permit
        self._context = context

    def compare(
        self, wanted: Iterable[Wanted], source: Source, subjects: Iterable[SubjectKey] = ()
    ) -> Review:
        """Return what a file would change for who is at work, with nothing accepted yet.

        `subjects` are those the file may enrol. ForbiddenError for a role that does not import.
        """
        self._permit(Operation.IMPORT)
        with self._reading() as connection:
            data, kept = snapshot(connection), _kept(connection)
        role = Role(self._context.role)
        return proposals.review(wanted, data, source, role=role, subjects=subjects, kept=kept)

    def take(self, review: Review, reason: str | None = None, progress: Progress = _silent) -> int:
        """Store what was accepted as one event and return how many values that are.

        Progress is told in forms; what was told before the end may still be undone.

        ForbiddenError where a form is not for the role of who imports, ReasonNeededError where one
        is complete, LockedError, NothingAcceptedError; MovedOnError when what the file was compared
        with stands there no more. Nothing is taken then.
        """
        self._permit(Operation.IMPORT)
        if not review.taken:
            raise NothingAcceptedError
        self._permit_all(review)
        said = (reason or "").strip()
        if review.corrects and not said:
            raise ReasonNeededError
        why = f"{said} ({review.source})" if said else str(review.source)
        with self._writing(why, operation=Operation.IMPORT) as connection:
            _refuse_moved(connection, review.taken)
            for subject in review.enrolled:
                writing.add_subject(connection, subject)
            forms = _by_form(review.taken)
            for done, (key, mine) in enumerate(forms.items(), start=1):
                _store(connection, key, mine)
                progress(done, len(forms))
            writing.log_event(connection, EVENT, _detail(review))
        return len(review.taken)

    def _permit_all(self, review: Review) -> None:
        if review.enrolled:
            self._permit(Operation.ADD_SUBJECT)
        asked = {(p.key.form, p.completed) for p in review.taken}
        for form, completed in sorted(asked):
            self._permit(Operation.CORRECT if completed else Operation.ANSWER, form)


def _refuse_moved(connection: Connection, taken: Iterable[Proposal]) -> None:
    """Raise unless the study is as it was when it was compared with the file."""
    moved = 0
    for key, mine in _by_form(taken).items():
        record = reading.record(connection, key)
        moved += sum(
            (_value(record, p), record.status.completed) != (p.old, p.completed) for p in mine
        )
    if moved:
        raise MovedOnError(moved)


def _value(record: Record, proposal: Proposal) -> str | None:
    section, row, item = proposal.place
    found = record.sections.get(section, {}).get(row)
    return None if found is None else found.values.get(item)


def _store(connection: Connection, key: RecordKey, mine: Iterable[Proposal]) -> None:
    """Store answers of one form: a row nobody has begun comes whole, so that nothing is blank."""
    answers = [Answer(*proposal.place, proposal.new) for proposal in mine]
    rows: dict[tuple[str, str], dict[str, str | None]] = {}
    for answer in answers:
        writing.check_answer(connection, key, answer)
        rows.setdefault((answer.section, answer.row), {})[answer.item] = answer.value
    begun = {
        place
        for place, values in rows.items()
        if writing.begin_row(connection, key, *place, values)
    }
    left = [answer for answer in answers if (answer.section, answer.row) not in begun]
    if left:
        writing.answer(connection, key, left)


def _by_form(taken: Iterable[Proposal]) -> dict[RecordKey, list[Proposal]]:
    found: dict[RecordKey, list[Proposal]] = {}
    for proposal in taken:
        found.setdefault(proposal.key, []).append(proposal)
    return found


def _kept(connection: Connection) -> frozenset[str]:
    return frozenset(row[0] for row in connection.execute("SELECT digest FROM attachment"))


def _detail(review: Review) -> str:
    """Return what the trail says of an import: the file, and what became of each of its values."""
    counts = review.counts()
    opened = sum(proposal.open for proposal in review.proposals)
    told = {
        "taken": len(review.taken),
        "rejected": opened - len(review.taken),
        "equal": counts.get(State.EQUAL, 0),
        "refused": counts.get(State.REFUSED, 0),
    }
    return f"{review.source}; " + ", ".join(f"{n} {what}" for what, n in told.items())
