"""The calendars of the study at hand, as of today, and the signs their visits have."""

from __future__ import annotations

from datetime import date

from ordi_crf.core import subject_calendar
from ordi_crf.core.calendar import State as Stands
from ordi_crf.core.progress import VisitState
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.ui.components.state import State
from ordi_crf.ui.session import Session

_SIGNS = {
    Stands.DUE: State.DUE,
    Stands.OVERDUE: State.OVERDUE,
    Stands.UNRECORDED: State.UNRECORDED,
    Stands.SUPERSEDED: State.SUPERSEDED,
    Stands.MISSED: State.MISSED,
}

_DONE = {
    VisitState.COMPLETE: State.COMPLETE,
    VisitState.SIGNED: State.SIGNED,
    VisitState.LOCKED: State.LOCKED,
}


def today(session: Session) -> date:
    """Return the day calendars are held against: of the demonstration, its last visit."""
    now = date.today()
    if not session.synthetic:
        return now
    return subject_calendar.last_day(session.records().values()) or now


def calendar_of(session: Session, subject: SubjectKey) -> Calendar:
    """Return the calendar of a subject."""
    return subject_calendar.subject_calendar(session.records(), subject, today(session))


def calendars_of(session: Session) -> tuple[Calendar, ...]:
    """Return the calendar of every subject."""
    records = session.records().values()
    return subject_calendar.calendars(records, session.file.subjects(), today(session))


def sign(progress: VisitState, stands: Stands | None) -> State | None:
    """Return the sign of a visit: what is still to be done first; none where nothing is planned."""
    if progress is VisitState.DRAFT:
        return State.DRAFT
    if stands in (Stands.DUE, Stands.OVERDUE, Stands.MISSED):
        return _SIGNS[stands]
    if progress in _DONE:
        return _DONE[progress]
    if stands is None:
        return None
    return _SIGNS.get(stands, State.PLANNED)
