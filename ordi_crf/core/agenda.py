"""The agenda of the study: whose visit is overdue, due now or soon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import groupby
from typing import TypeAlias

from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.forms.schema import Text

Found: TypeAlias = tuple[SubjectKey, Appointment]
AHEAD = timedelta(weeks=4)
"""How far the agenda looks ahead."""


class Group(Enum):
    """What an entry of the agenda asks for."""

    OVERDUE = Text("Overdue", "Atrasadas")
    DUE = Text("Due now", "Pendientes ahora")
    SOON = Text("In the next 4 weeks", "En las próximas 4 semanas")
    UNRECORDED = Text("To be recorded as held or not", "Por registrar si se realizaron o no")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the agenda: whose visit, or visits, where several want the same."""

    subject: SubjectKey
    appointments: tuple[Appointment, ...]

    @property
    def first(self) -> Appointment:
        """Return the visit the line leads to."""
        return self.appointments[0]


def agenda(calendars: Iterable[Calendar]) -> Mapping[Group, tuple[Entry, ...]]:
    """Return what each group holds: the most urgent first, gaps of the record by subject."""
    known = [(c, a) for c in calendars for a in c.appointments]
    return {
        Group.OVERDUE: _entries(known, lambda c, a: a.state is State.OVERDUE),
        Group.DUE: _entries(known, lambda c, a: a.state is State.DUE),
        Group.SOON: _entries(known, _soon, _opening),
        Group.UNRECORDED: _unrecorded(known),
    }


def following(calendars: Iterable[Calendar]) -> Found | None:
    """Return the visit whose window opens next in the study, None where none is planned."""
    planned = [
        (c.subject, a)
        for c in calendars
        for a in c.appointments
        if a.state is State.PLANNED and a.opens is not None and a.opens > c.today
    ]
    return min(planned, key=_opening, default=None)


def _closing(found: Found) -> tuple[date, date, SubjectKey]:
    subject, appointment = found
    return appointment.closes or date.max, appointment.due or date.max, subject


def _opening(found: Found) -> tuple[date, date, SubjectKey]:
    subject, appointment = found
    return appointment.opens or date.max, appointment.due or date.max, subject


def _entries(
    known: Iterable[tuple[Calendar, Appointment]],
    wanted: Callable[[Calendar, Appointment], bool],
    order: Callable[[Found], tuple[date, date, SubjectKey]] = _closing,
) -> tuple[Entry, ...]:
    found = [(c.subject, a) for c, a in known if wanted(c, a)]
    return tuple(Entry(s, (a,)) for s, a in sorted(found, key=order))


def _soon(calendar: Calendar, appointment: Appointment) -> bool:
    """Return whether a window opens in the weeks ahead."""
    opens, now = appointment.opens, calendar.today
    return appointment.state is State.PLANNED and opens is not None and now < opens <= now + AHEAD


def _unrecorded(known: Iterable[tuple[Calendar, Appointment]]) -> tuple[Entry, ...]:
    found = [(c.subject, a) for c, a in known if a.state is State.UNRECORDED]
    by_subject = groupby(found, key=lambda pair: pair[0])
    return tuple(Entry(subject, tuple(a for _, a in pairs)) for subject, pairs in by_subject)
