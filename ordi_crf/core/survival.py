"""Time to an event where not everybody is followed to it: Kaplan and Meier's estimate, exact.

Kaplan and Meier, J Am Stat Assoc 1958;53:457-81. Whoever is censored on the day of an event was
still at risk on that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Followed:
    """How many days somebody was followed, and whether the event ended it."""

    days: int
    event: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A day with events: how many were at risk, how many had one, and the part still without."""

    days: int
    at_risk: int
    events: int
    without: Fraction


def kaplan_meier(followed: Iterable[Followed]) -> tuple[Step, ...]:
    """Return the steps of the estimate, in order of time; none without an event."""
    people = list(followed)
    steps: list[Step] = []
    without = Fraction(1)
    for days in sorted({person.days for person in people if person.event}):
        at_risk = sum(person.days >= days for person in people)
        events = sum(person.event and person.days == days for person in people)
        without *= Fraction(at_risk - events, at_risk)
        steps.append(Step(days, at_risk, events, without))
    return tuple(steps)


def median(steps: Iterable[Step]) -> int | None:
    """Return the first day on which at most half are without the event, None if never."""
    return next((step.days for step in steps if step.without <= Fraction(1, 2)), None)
