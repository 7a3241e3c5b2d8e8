"""A subject's calendar: when each planned visit is due, its window, and how it stands today.

Visits count from Day 1, the day of the first dose, or from withdrawal, the day of the last dose,
which then is day 1 of its own count; there is no day 0, so that day 15 is two weeks later and day
-14 two weeks earlier. Where the protocol speaks of months they are calendar months, with the day
clipped to the month's end: a month after 31 January is 28 February.

Visits of treatment that fall due while no drug is taken are no longer due. Treatment that starts
again makes them due again from then on, by the same Day 1, and the visits after withdrawal wait for
the next withdrawal. Those held before belong to the withdrawal they followed, unless they are
closer to the window of the one that ended the spell they were held in; those not done have no date
and belong, in order of their repeats, to the first withdrawal that nothing is recorded of.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ordi_crf.core.periods import months_after
from ordi_crf.core.treatment import Spell
from ordi_crf.forms.schema import Text
from ordi_crf.study import Visit


class State(Enum):
    """How a visit stands."""

    PLANNED = Text("planned", "prevista")
    """Not held; its window is not open yet, or there is nothing yet to count from."""
    DUE = Text("due", "pendiente")
    """Not held; its window is open."""
    OVERDUE = Text("overdue", "atrasada")
    """Not held, its window is closed, and it can still be made up."""
    UNRECORDED = Text("not recorded", "sin registrar")
    """Passed by: a later visit was held, and nobody has said that this one was not."""
    MISSED = Text("missed", "no realizada")
    """Recorded as not done."""
    SUPERSEDED = Text("no longer due", "ya no procede")
    """Not held; it would fall due while no drug is taken, or after the end of the study."""
    EARLY = Text("early", "adelantada")
    """Held before its window."""
    IN_WINDOW = Text("in window", "en plazo")
    LATE = Text("late", "tardía")
    """Held after its window."""
    HELD = Text("held", "realizada")
    """Held, with no date or no window to hold it against."""
    UNSCHEDULED = Text("unscheduled", "no programada")
    """Held beside the plan: without a due date, or once more after it was held."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is recorded of a visit: when it took place, or that it did not."""

    visit: str
    on: date | None
    occurred: bool = True
    repeat: int = 1


@dataclass(frozen=True, slots=True)
class Appointment:
    """A visit in one subject's calendar; dates are None while nothing is known of them."""

    visit: str
    state: State
    due: date | None = None
    opens: date | None = None
    closes: date | None = None
    held: date | None = None
    repeat: int = 1

    @property
    def shift(self) -> int | None:
        """Return by how many days it was held after its due date; negative is earlier."""
        return (self.held - self.due).days if self.held and self.due else None

    def outside(self, day: date) -> int:
        """Return by how many days a day is after the window, or before it as a negative number."""
        if self.opens is None or self.closes is None:
            return 0
        return _outside((self.opens, self.closes), day)


def appointments(
    plan: Iterable[Visit],
    held: Iterable[Held],
    *,
    today: date,
    treatment: Sequence[Spell] = (),
    ended: date | None = None,
) -> tuple[Appointment, ...]:
    """Return how each visit stands today, in the order of the plan.

    `treatment` are the spells on the drug, in order; `ended` is the day the study ended.
    """
    known = tuple(held)
    planned = tuple(visit for visit in plan if visit.planned)
    frame = _Frame(today, tuple(treatment), ended, _last_held(planned, known))
    found: list[Appointment] = []
    for visit in planned:
        found += _of_visit(visit, [h for h in known if h.visit == visit.code], frame)
    codes = {visit.code for visit in planned}
    return (*found, *(_beside(h) for h in sorted(known, key=_in_order) if h.visit not in codes))


def due_on(visit: Visit, anchor: date) -> date:
    """Return the day on which a visit is due, counted from Day 1 or from withdrawal."""
    if visit.months is not None:
        return months_after(anchor, visit.months)
    assert visit.day is not None
    return anchor + timedelta(days=visit.day - 1 if visit.day > 0 else visit.day)


def window(visit: Visit, anchor: date) -> tuple[date, date]:
    """Return the first and the last day of a visit's window."""
    due = due_on(visit, anchor)
    return due - timedelta(days=visit.before), due + timedelta(days=visit.after)


def stands(day: date, opens: date, closes: date, states: tuple[State, State, State]) -> State:
    """Return the first state before a window, the second in it, the third after it."""
    before, within, after = states
    return before if day < opens else within if day <= closes else after


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every visit of a subject is held against."""

    today: date
    treatment: tuple[Spell, ...]
    ended: date | None
    last_held: date | None

    def anchor(self, visit: Visit, on: date | None = None) -> date | None:
        """Return what a visit counts from; one held on a day, from what came before that day."""
        if not self.treatment:
            return None
        if not visit.from_withdrawal:
            return self.treatment[0].first
        if on is None:
            return self.treatment[-1].last
        ended = self._ended()
        if not ended or on < ended[0][1]:
            return ended[0][1] if ended else None
        followed = max(last for _, last, _ in ended if last <= on)
        within = [last for first, last, _ in ended if first < on < last]
        return min((followed, *within), key=lambda end: abs(_outside(window(visit, end), on)))

    def anchor_undone(self, visit: Visit, seen: Container[date | None]) -> date | None:
        """Return what a visit not done counts from: the first withdrawal without a record of it.

        A withdrawal whose visit would have been due after treatment was taken up again had none.
        """
        current = self.anchor(visit)
        if not visit.from_withdrawal:
            return current
        open_ = (
            last
            for _, last, restart in self._ended()
            if last not in seen and (restart is None or due_on(visit, last) <= restart)
        )
        return next(open_, current)

    def _ended(self) -> list[tuple[date, date, date | None]]:
        """Return first day and last of each spell that ended, and when the next one began."""
        restarts = [*(spell.first for spell in self.treatment[1:]), None]
        found = zip(self.treatment, restarts, strict=False)
        return [(s.first, s.last, restart) for s, restart in found if s.last is not None]

    def without_drug(self, day: date) -> bool:
        """Return whether a day lies after a withdrawal and not in treatment taken up again."""
        return bool(self.treatment) and not any(
            s.last is None or day <= s.last
            for s in self.treatment
            if s.first <= day or s is self.treatment[0]
        )


def _outside(days: tuple[date, date], day: date) -> int:
    opens, closes = days
    return min(0, (day - opens).days) + max(0, (day - closes).days)


_HELD = (State.EARLY, State.IN_WINDOW, State.LATE)
_OPEN = (State.PLANNED, State.DUE, State.OVERDUE)


def _of_visit(visit: Visit, held: list[Held], frame: _Frame) -> list[Appointment]:
    """Return the appointments of a planned visit: one for each withdrawal, and those beside."""
    found: list[Appointment] = []
    current = frame.anchor(visit)
    seen: set[date | None] = set()
    for one in sorted(held, key=_first_counts):
        anchor = frame.anchor(visit, one.on) if one.occurred else frame.anchor_undone(visit, seen)
        found.append(_beside(one) if anchor in seen else _recorded(visit, one, anchor, frame))
        seen.add(anchor)
    # After treatment was taken up again, the visits of its end are due once more.
    if current not in seen and (current is not None or not seen):
        repeat = max((h.repeat for h in held), default=0) + 1
        found.append(_to_come(visit, repeat, current, frame))
    return sorted(found, key=lambda appointment: appointment.repeat)


def _recorded(visit: Visit, held: Held, anchor: date | None, frame: _Frame) -> Appointment:
    on = held.on if held.occurred else None
    if not held.occurred or on is None or anchor is None:
        state = State.HELD if held.occurred else State.MISSED
    else:
        state = stands(on, *window(visit, anchor), _HELD)
    return _appointment(visit, held.repeat, state, anchor, on)


def _to_come(visit: Visit, repeat: int, anchor: date | None, frame: _Frame) -> Appointment:
    """Return a visit of which nothing is recorded."""
    if anchor is None:
        state = State.PLANNED if frame.ended is None else State.SUPERSEDED
        return _appointment(visit, repeat, state, None)
    due, (opens, closes) = due_on(visit, anchor), window(visit, anchor)
    over = frame.ended is not None and due > frame.ended
    if over or (not visit.from_withdrawal and frame.without_drug(due)):
        state = State.SUPERSEDED
    elif frame.ended is not None or (frame.last_held is not None and frame.last_held > closes):
        state = State.UNRECORDED
    else:
        state = stands(frame.today, opens, closes, _OPEN)
    return _appointment(visit, repeat, state, anchor)


def _appointment(
    visit: Visit, repeat: int, state: State, anchor: date | None, held: date | None = None
) -> Appointment:
    if anchor is None:
        return Appointment(visit.code, state, held=held, repeat=repeat)
    opens, closes = window(visit, anchor)
    return Appointment(visit.code, state, due_on(visit, anchor), opens, closes, held, repeat)


def _beside(held: Held) -> Appointment:
    state = State.UNSCHEDULED if held.occurred else State.MISSED
    on = held.on if held.occurred else None
    return Appointment(held.visit, state, held=on, repeat=held.repeat)


def _last_held(plan: Iterable[Visit], held: Iterable[Held]) -> date | None:
    """Return the day of the last planned visit that took place."""
    codes = {visit.code for visit in plan}
    return max((h.on for h in held if h.occurred and h.on and h.visit in codes), default=None)


def _first_counts(held: Held) -> tuple[bool, bool, date, int]:
    """Sort so that, of one visit, the first time it was held comes first."""
    return not held.occurred, held.on is None, held.on or date.max, held.repeat


def _in_order(held: Held) -> tuple[date, int]:
    return held.on or date.max, held.repeat
