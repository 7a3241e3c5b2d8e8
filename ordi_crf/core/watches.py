"""The time after a withdrawal in which a cutaneous flare counts.

It follows a complete response, begins the day after a dose that was the last for the time being,
and ends 12 months later or when the drug is taken again: what a flare after that says of withdrawal
nobody knows. The registry record asks for "a previous complete resolution", not for one on the
drug: any activity 0 after Day 1, on or before that last dose, is one, between two spells as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.periods import between, months_after
from ordi_crf.core.survival import Followed

FLARE = 2
"""CLASI activity from which on it is a flare (registry record, outcome 5)."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Watch:
    """A withdrawal after a response, and the CLASIs until it ends."""

    cleared: Skin
    """The first activity 0 after Day 1, on the drug or between spells."""
    last: date
    """The day of the last dose before it."""
    until: date
    restarted: bool
    """Whether the drug taken again ended it."""
    recorded: tuple[Skin, ...]

    @property
    def seen(self) -> tuple[Skin, ...]:
        """Return the CLASIs with an activity total."""
        return tuple(skin for skin in self.recorded if skin.activity is not None)

    @property
    def flare(self) -> Skin | None:
        """Return the first flare."""
        return next((skin for skin in self.seen if (skin.activity or 0) >= FLARE), None)


def watches(course: Course) -> tuple[Watch, ...]:
    """Return every withdrawal of a subject that followed a response, in order of date."""
    return tuple(_watches(course))


def watch_after_last_dose(course: Course) -> Watch | None:
    """Return the time after the last dose of all, None while treatment goes on."""
    last = course.treatment.last
    return None if last is None else _watch(course, last, None)


def first_response(course: Course, until: date | None) -> Skin | None:
    """Return the first activity 0 after Day 1, up to a day."""
    if course.day_1 is None:
        return None
    return next((s for s in between(course.skin, course.day_1, until) if s.activity == 0), None)


def followed(course: Course) -> Followed | None:
    """Return days from withdrawal to the flare, or to the last CLASI of the time watched.

    Of several withdrawals it is the one with the first flare, else the last that was followed.
    """
    known = [watch for watch in watches(course) if watch.seen]
    if not known:
        return None
    watch = next((watch for watch in known if watch.flare), known[-1])
    ended = watch.flare or watch.seen[-1]
    return Followed((ended.on - watch.last).days, watch.flare is not None)


def _watches(course: Course) -> Iterator[Watch]:
    for spell in course.treatment.spells:
        if spell.last is not None:
            found = _watch(course, spell.last, course.treatment.restart_after(spell.last))
            if found is not None:
                yield found


def _watch(course: Course, last: date, restart: date | None) -> Watch | None:
    """Return a watch, a restart ending it with its own day: a visit precedes the dose."""
    cleared = first_response(course, last)
    if cleared is None:
        return None
    end = months_after(last, MONTHS)
    restarted = restart is not None and restart < end
    until = restart if restart is not None and restarted else end
    return Watch(cleared, last, until, restarted, between(course.skin, last, until))
