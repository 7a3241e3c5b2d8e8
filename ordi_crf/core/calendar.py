"""A subject's calendar: when each planned visit is due, its window, and how it stands today.

Visits count from Day 1, the day of the first dose, or from withdrawal, the day of the last dose,
which then is day 1 of its own count; there is no day 0, so that day 15 is two weeks later and day
-14 two weeks earlier. Where the protocol speaks of months they are calendar months, with the day
clipped to the month's end: a month after 31 January is 28 February.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ordi_crf.core.measures import months_after
from ordi_crf.forms.schema import Text
from ordi_crf.study import Visit


class State(Enum):
    """How a planned visit stands."""

    PLANNED = Text("planned", "prevista")
    """Not held; its window is not open yet, or there is nothing yet to count from."""
    DUE = Text("due", "pendiente")
    """Not held; its window is open."""
    OVERDUE = Text("overdue", "atrasada")
    """Not held, and its window is closed; nobody has said that it will not be held."""
    MISSED = Text("missed", "no realizada")
    """Recorded as not done."""
    EARLY = Text("early", "adelantada")
    """Held before its window."""
    IN_WINDOW = Text("in window", "en plazo")
    LATE = Text("late", "tardía")
    """Held after its window."""
    HELD = Text("held", "realizada")
    """Held, with no date or no window to hold it against."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a visit's header says: when it took place, or that it did not."""

    visit: str
    on: date | None
    occurred: bool = True


@dataclass(frozen=True, slots=True)
class Appointment:
    """A planned visit in one subject's calendar; dates are None while nothing is known of them."""

    visit: str
    state: State
    due: date | None
    opens: date | None
    closes: date | None
    held: date | None

    @property
    def shift(self) -> int | None:
        """Return by how many days it was held after its due date; negative is earlier."""
        return (self.held - self.due).days if self.held and self.due else None


def appointments(
    plan: Iterable[Visit],
    held: Iterable[Held],
    *,
    today: date,
    day_1: date | None,
    withdrawn: date | None = None,
) -> tuple[Appointment, ...]:
    """Return how each planned visit stands today, in the order of the plan.

    `day_1` is the day of the first dose, `withdrawn` that of the last, None while there is none.
    """
    first = {visit.visit: visit for visit in sorted(held, key=_last_first)}
    return tuple(
        _appointment(
            visit, withdrawn if visit.from_withdrawal else day_1, first.get(visit.code), today
        )
        for visit in plan
    )


def due_on(visit: Visit, anchor: date) -> date:
    """Return the day on which a visit is due, counted from Day 1 or from withdrawal."""
    if visit.months is not None:
        return months_after(anchor, visit.months)
    assert visit.day is not None
    return anchor + timedelta(days=visit.day - 1 if visit.day > 0 else visit.day)


def _appointment(visit: Visit, anchor: date | None, held: Held | None, today: date) -> Appointment:
    on = held.on if held is not None and held.occurred else None
    if anchor is None:
        state = State.PLANNED if held is None else _recorded(held)
        return Appointment(visit.code, state, None, None, None, on)
    due = due_on(visit, anchor)
    opens, closes = due - timedelta(days=visit.before), due + timedelta(days=visit.after)
    if held is None:
        state = _against(today, opens, closes, (State.PLANNED, State.DUE, State.OVERDUE))
    elif on is None:
        state = _recorded(held)
    else:
        state = _against(on, opens, closes, (State.EARLY, State.IN_WINDOW, State.LATE))
    return Appointment(visit.code, state, due, opens, closes, on)


def _recorded(held: Held) -> State:
    return State.HELD if held.occurred else State.MISSED


def _against(day: date, opens: date, closes: date, states: tuple[State, State, State]) -> State:
    """Return the state before a window, in it, or after it."""
    before, within, after = states
    return before if day < opens else within if day <= closes else after


def _last_first(held: Held) -> tuple[bool, bool, int]:
    """Sort so that, of one visit, the first time it was held comes last and is kept."""
    return held.occurred, held.on is not None, -(held.on.toordinal() if held.on else 0)
