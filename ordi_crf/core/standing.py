"""How a visit stands, in words: in few of them for a list, or in a sentence.

Dates carry their year only where it is not this one.
"""

from __future__ import annotations

from datetime import date

from ordi_crf import study
from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.phrases import days
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.forms.schema import Text

_MONTHS = (
    ("January", "enero"), ("February", "febrero"), ("March", "marzo"), ("April", "abril"),
    ("May", "mayo"), ("June", "junio"), ("July", "julio"), ("August", "agosto"),
    ("September", "septiembre"), ("October", "octubre"), ("November", "noviembre"),
    ("December", "diciembre"),
)  # fmt: skip


_NO_DOSE = Text(
    "No date yet: it is counted from the first dose.",
    "Sin fecha todavía: se cuenta desde la primera dosis.",
)
_ON_TREATMENT = Text(
    "No date yet: it is counted from the last dose.",
    "Sin fecha todavía: se cuenta desde la última dosis.",
)
_RECORD_IT = Text(
    "a later visit was held; record whether this one was.",
    "se realizó una visita posterior; registre si esta se realizó.",
)


def phrase(appointment: Appointment, today: date) -> Text:
    """Return how a visit stands, in a few words."""
    a, state = appointment, appointment.state
    match state:
        case State.PLANNED | State.DUE if a.opens is not None and a.closes is not None:
            when = span(a.opens, a.closes, today)
            return Text(f"due {when.en}", f"prevista {when.es}")
        case State.OVERDUE:
            n = a.outside(today)
            return Text(f"{days(n).en} overdue", f"atrasada {days(n).es}")
        case State.EARLY | State.LATE if a.held is not None:
            n = a.outside(a.held)
            late = Text("late", "tarde") if n > 0 else Text("early", "antes")
            return Text(f"{days(abs(n)).en} {late.en}", f"{days(abs(n)).es} {late.es}")
        case State.PLANNED:
            return Text("no date yet", "sin fecha todavía")
        case _:
            words: Text = state.value
            return words


def span(first: date, last: date, today: date) -> Text:
    """Return the days from one to another, as short as they can be said."""
    if first == last:
        return day(first, today)
    end = day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return Text(f"{first.day}-{end.en}", f"{first.day}-{end.es}")
    # Two months of one year share it; of two years, each date carries its own.
    start = day(first, first if first.year == last.year else last)
    return Text(f"{start.en} - {end.en}", f"{start.es} - {end.es}")


def day(on: date, today: date) -> Text:
    """Return a day in words."""
    english, spanish = (name[:3] for name in _MONTHS[on.month - 1])
    year = "" if on.year == today.year else f" {on.year}"
    return Text(f"{on.day} {english}{year}", f"{on.day} {spanish}{year}")


def long_day(on: date) -> Text:
    """Return a day in full words, with its year."""
    english, spanish = _MONTHS[on.month - 1]
    return Text(f"{on.day} {english} {on.year}", f"{on.day} de {spanish} de {on.year}")


def sentence(appointment: Appointment, calendar: Calendar) -> Text:
    """Return how a visit stands, with its dates and why."""
    a = appointment
    match a.state:
        case State.PLANNED | State.DUE | State.OVERDUE | State.UNRECORDED if a.due is not None:
            return _awaited(a, calendar.today)
        case State.PLANNED:
            waits = study.event(a.visit).from_withdrawal and calendar.day_1 is not None
            return _ON_TREATMENT if waits else _NO_DOSE
        case State.SUPERSEDED:
            return _superseded(a, calendar)
        case State.MISSED:
            return _after(State.MISSED.value, a, calendar.today)
        case State.EARLY | State.LATE:
            return _after(phrase(a, calendar.today), a, calendar.today)
        case _:
            return _after(a.state.value, a, calendar.today)


def _awaited(a: Appointment, today: date) -> Text:
    """Return when a visit was or is due that nothing is recorded of."""
    assert a.due is not None
    assert a.opens is not None
    assert a.closes is not None
    due = long_day(a.due)
    what = Text(f"Due on {due.en}", f"Prevista el {due.es}")
    if a.opens != a.closes:
        when = span(a.opens, a.closes, today)
        what = Text(f"{what.en}, window {when.en}", f"{what.es}, ventana {when.es}")
    match a.state:
        case State.PLANNED:
            n = days((a.opens - today).days)
            rest = Text(f"opens in {n.en}", f"se abre en {n.es}")
        case State.DUE:
            n = days((a.closes - today).days)
            rest = Text(f"{n.en} left", f"quedan {n.es}")
        case State.OVERDUE:
            rest = phrase(a, today)
        case _:
            rest = _RECORD_IT
    return Text(f"{what.en}; {rest.en}", f"{what.es}; {rest.es}")


def _superseded(a: Appointment, calendar: Calendar) -> Text:
    ended = calendar.ended
    if ended is not None and (a.due is None or a.due > ended):
        on = long_day(ended)
        return Text(
            f"No longer due: the study ended on {on.en}.",
            f"Ya no procede: el estudio terminó el {on.es}.",
        )
    before = [s.last for s in calendar.treatment if s.last and a.due and s.last < a.due]
    on = long_day(max(before))
    return Text(
        f"No longer due: the last dose was on {on.en}.",
        f"Ya no procede: la última dosis fue el {on.es}.",
    )


def _after(words: Text, a: Appointment, today: date) -> Text:
    """Return the date a visit was held, how it stands, and its window."""
    held = "" if a.held is None else f"{a.held.isoformat()}, "
    if a.opens is None or a.closes is None:
        return Text(f"{held}{words.en}", f"{held}{words.es}")
    when = span(a.opens, a.closes, today)
    return Text(f"{held}{words.en} ({when.en})", f"{held}{words.es} ({when.es})")
