"""The visit that a laboratory's result belongs to, by the file's word for it or by its date.

A sample belongs to the visit of its day, or else to the one whose window holds its day. Where that
is none or several, nobody guesses: the line is refused until the file names the visit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ordi_crf import study
from ordi_crf.core.calendar import Appointment
from ordi_crf.core.lab_words import normal
from ordi_crf.core.records import Record, RecordKey, StudyData, SubjectKey
from ordi_crf.core.subject_calendar import Calendar, subject_calendar
from ordi_crf.core.values import Unreadable
from ordi_crf.forms.labs import SAMPLE
from ordi_crf.forms.schema import Text

FORM = "LB"
_UNKNOWN = Text("There is no visit “{said}”.", "No existe la visita «{said}».")
_SEVERAL_BEGUN = Text(
    "“{said}” was held more than once: give the date of the sample.",
    "«{said}» se hizo más de una vez: dé la fecha de la muestra.",
)
_NONE = Text(
    "No visit with laboratory is of {on}, nor does a window hold that day: name the visit.",
    "Ninguna visita con laboratorio es del {on} ni tiene ese día en plazo: indique la visita.",
)
_SEVERAL = Text(
    "{on} may belong to several visits ({visits}): name the visit.",
    "El {on} puede ser de varias visitas ({visits}): indique la visita.",
)
_NEITHER = Text(
    "The line has neither visit nor date of the sample.",
    "La línea no tiene visita ni fecha de la muestra.",
)
_SHOWN = 40


@dataclass(slots=True)
class Visits:
    """The visits of a study, as of a day, for the samples of its subjects."""

    data: StudyData
    today: date
    _calendars: dict[SubjectKey, Calendar] = field(default_factory=dict)
    _mine: dict[SubjectKey, dict[RecordKey, Record]] | None = None

    def find(self, subject: SubjectKey, said: str, on: date | None) -> RecordKey:
        """Return the laboratory form of a sample; Unreadable says why there is none."""
        if said.strip():
            return self._named(subject, said, on)
        if on is None:
            raise Unreadable(_NEITHER)
        return self._dated(subject, on)

    def _named(self, subject: SubjectKey, said: str, on: date | None) -> RecordKey:
        visit = _NAMES.get(normal(said))
        if visit is None:
            raise Unreadable(_UNKNOWN.format(said=said[:_SHOWN]))
        held = [a for a in self._calendar(subject).appointments if a.visit == visit and a.held]
        if len(held) > 1:
            that_day = [a for a in held if a.held == on]
            if len(that_day) != 1:
                raise Unreadable(_SEVERAL_BEGUN.format(said=said[:_SHOWN]))
            held = that_day
        return RecordKey(subject, visit, FORM, held[0].repeat if held else 1)

    def _dated(self, subject: SubjectKey, on: date) -> RecordKey:
        """Return the form with that sample, else of the visit of that day, else of its window."""
        known = [
            key
            for key, record in self._records(subject).items()
            if key.form == FORM and record.values(SAMPLE)["LBDAT"] == on.isoformat()
        ]
        offered = [a for a in self._calendar(subject).appointments if _offers(a)]
        that_day = [a for a in offered if a.held == on]
        around = [a for a in offered if _may_hold(a, on)]
        found = known or [
            RecordKey(subject, a.visit, FORM, a.repeat) for a in that_day or _nearest(around, on)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Unreadable(_NONE.format(on=on.isoformat()))
        visits = ", ".join(sorted({key.visit for key in found}))
        raise Unreadable(_SEVERAL.format(on=on.isoformat(), visits=visits))

    def _records(self, subject: SubjectKey) -> Mapping[RecordKey, Record]:
        if self._mine is None:
            self._mine = {}
            for key, record in self.data.records.items():
                self._mine.setdefault(key.subject, {})[key] = record
        return self._mine.get(subject, {})

    def _calendar(self, subject: SubjectKey) -> Calendar:
        if subject not in self._calendars:
            found = subject_calendar(self._records(subject), subject, self.today)
            self._calendars[subject] = found
        return self._calendars[subject]


def _offers(appointment: Appointment) -> bool:
    return FORM in study.event(appointment.visit).forms


def _may_hold(appointment: Appointment, on: date) -> bool:
    """Return whether a day is in the window of a visit that nobody called missed."""
    if appointment.opens is None or appointment.closes is None:
        return False
    missed = appointment.state.name in ("MISSED", "SUPERSEDED")
    return appointment.opens <= on <= appointment.closes and not missed


def _nearest(around: list[Appointment], on: date) -> list[Appointment]:
    """Return the visits nearest to a day: when they were held, else when they were due."""
    apart = [(abs((on - (a.held or a.due or on)).days), a) for a in around]
    least = min((days for days, _ in apart), default=0)
    return [a for days, a in apart if days == least]


def _names() -> dict[str, str]:
    """Return every name that means one visit, in both languages."""
    found: dict[str, set[str]] = {}
    for visit in study.VISITS:
        if FORM in visit.forms:
            names = (visit.code, visit.label.en, visit.label.es, visit.short.en, visit.short.es)
            for name in names:
                found.setdefault(normal(name), set()).add(visit.code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


_NAMES = _names()
