"""How far the study is: the state of each visit, and each subject's latest figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from ordi_crf import study
from ordi_crf.core.courses import taken_by
from ordi_crf.core.derived import assessed, clasi_score
from ordi_crf.core.painted import Painted
from ordi_crf.core.periods import before_dose
from ordi_crf.core.records import Record, RecordKey, Status, SubjectKey
from ordi_crf.core.visits import held_on, repeats
from ordi_crf.forms.visit import HEADER


class VisitState(StrEnum):
    """Where a visit stands."""

    PLANNED = "planned"
    DRAFT = "draft"
    COMPLETE = "complete"
    SIGNED = "signed"
    LOCKED = "locked"


_DONE = (VisitState.LOCKED, VisitState.SIGNED, VisitState.COMPLETE)
"""What a visit can be once all its forms are complete, the furthest first."""


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """One line of the subject matrix."""

    subject: SubjectKey
    activity: int | None
    """The latest complete CLASI activity."""
    response: bool
    """Whether that is 0 after Day 1: a complete response."""
    bsa: Fraction | None
    """The latest active % BSA."""
    visits: Mapping[str, VisitState]


def visit_state(
    records: Mapping[RecordKey, Record], subject: SubjectKey, visit: str, repeat: int = 1
) -> VisitState:
    """Return a visit's state: that of its least form, optional ones where begun.

    Of a visit recorded as not done only what was begun has to be complete.
    """
    event = study.event(visit)
    found = {form: records.get(RecordKey(subject, visit, form, repeat)) for form in event.forms}
    if not any(found.values()):
        return VisitState.PLANNED
    header = found.get("SV")
    missed = header is not None and header.values(HEADER)["SVOCCUR"] == "N"
    due = [record for form, record in found.items() if record or _asked(event, form, missed)]
    states = {Status.DRAFT if record is None else record.status for record in due}
    if Status.DRAFT in states:
        return VisitState.DRAFT
    if states <= {Status.LOCKED}:
        return VisitState.LOCKED
    signed = states <= {Status.SIGNED, Status.LOCKED}
    return VisitState.SIGNED if signed else VisitState.COMPLETE


def activity_history(
    records: Mapping[RecordKey, Record], subject: SubjectKey
) -> list[tuple[RecordKey, str, int | None]]:
    """Return every CLASI of a subject by date: key, date and activity total."""
    found = [
        (key, held_on(records, subject, key.visit, key.visit_repeat), clasi_score(record))
        for key, record in records.items()
        if key.subject == subject and key.form == "CLASI"
    ]
    dated = [(key, date, score.activity.total) for key, date, score in found if date is not None]
    return sorted(dated, key=lambda entry: (entry[1], study.event(entry[0].visit).number))


def baseline(
    records: Mapping[RecordKey, Record],
    subject: SubjectKey,
    history: Iterable[tuple[RecordKey, str, int | None]],
) -> int | None:
    """Return the baseline activity in a history: the one that outcomes are held against."""
    day_1 = taken_by(r for key, r in records.items() if key.subject == subject).first
    scored = (_Scored(k, date.fromisoformat(on), n) for k, on, n in history if n is not None)
    return next((found.total for found in reversed(before_dose(scored, day_1))), None)


@dataclass(frozen=True, slots=True)
class _Scored:
    """A CLASI that has an activity total."""

    record: RecordKey
    on: date
    total: int


def subject_line(
    records: Mapping[RecordKey, Record],
    painted: Callable[[RecordKey], Painted],
    subject: SubjectKey,
) -> SubjectLine:
    """Return a subject's line of the matrix; only its latest body map is asked for."""
    mine = {key: record for key, record in records.items() if key.subject == subject}
    scored = [entry for entry in activity_history(mine, subject) if entry[2] is not None]
    latest = scored[-1] if scored else None
    maps = [
        (held_on(mine, subject, key.visit, key.visit_repeat) or "", key)
        for key, record in mine.items()
        if key.form == "BM" and assessed(record)
    ]
    return SubjectLine(
        subject,
        None if latest is None else latest[2],
        latest is not None and latest[2] == 0 and latest[0].visit not in ("SCR", "D1"),
        painted(max(maps)[1]).active_total if maps else None,
        {visit.code: _any_state(mine, subject, visit.code) for visit in study.EVENTS},
    )


def _asked(event: study.Visit, form: str, missed: bool) -> bool:
    return form not in event.optional and not missed


def _any_state(records: Mapping[RecordKey, Record], subject: SubjectKey, visit: str) -> VisitState:
    """Return the state of a visit that may have been held more than once."""
    found = {
        visit_state(records, subject, visit, n) for n in repeats(records, subject, visit) or [1]
    }
    if found <= set(_DONE):
        return max(found, key=_DONE.index)
    return VisitState.PLANNED if found == {VisitState.PLANNED} else VisitState.DRAFT
