"""What a patient took: periods of constant dose, and the capsules handed out for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from ordi_crf.demo import backgrounds
from ordi_crf.demo.course import Held, course, date_on, day_of
from ordi_crf.demo.line import Line
from ordi_crf.demo.subject import Subject

DISPENSING = ("D1", "W4", "W8", *(f"M{month}" for month in range(3, 13)))
"""Visits at which capsules are handed out."""
FOUR_WEEKS = {"QD": 28, "QOD": 14, "BIW": 8}
"""Capsules of 4 weeks, the most that a woman who can become pregnant is given."""
SPARE = 2
_EXPLAINED = {
    ("SYN-06", "W4"): (7, "Forgot them on a week's holiday; counselled (synthetic)."),
    ("SYN-06", "M3"): (0, "Capsules for 4 weeks, 5 weeks to the last visit (synthetic)."),
}
"""Capsules not taken, and why."""


@dataclass(frozen=True, slots=True)
class Period:
    """A dose from a first day to a last one; `last` is None while it goes on."""

    dose: str
    frequency: str
    why: str
    first: int
    last: int | None

    def capsules(self, first: int, last: int) -> int:
        """Return how many capsules fall due from a day to another, both included."""
        first, last = max(first, self.first), last if self.last is None else min(last, self.last)
        return sum(self._taken_on(day) for day in range(first, last + 1))

    def _taken_on(self, day: int) -> bool:
        since = day - self.first
        if self.frequency == "BIW":
            return since % 7 in (0, 3)
        return self.frequency == "QD" or since % 2 == 0


def periods(subject: Subject) -> list[Period]:
    """Return the dose periods of a patient in order."""
    words = [part.split() for part in subject.doses.split(";")]
    days = [day_of(subject, visit) + (visit != "D1") for visit, *_ in words]
    ends = [*(day - 1 for day in days[1:]), subject.last_dose]
    return [
        Period(dose, frequency, why, first, last)
        for (_, dose, frequency, why), first, last in zip(words, days, ends, strict=True)
    ]


def doses(subject: Subject) -> Iterator[Line]:
    """Yield the lines of EX: a period is closed at the first visit after it."""
    for taken in periods(subject):
        values = {
            "EXDOSE": taken.dose, "EXDOSFRQ": taken.frequency,
            "EXSTDAT": date_on(subject, taken.first).isoformat(), "EXADJ": taken.why,
        }  # fmt: skip
        ended = taken.last
        later = () if ended is None else ((ended, {"EXENDAT": _iso(subject, ended)}),)
        yield Line("EX", "ex", taken.first, values, later)


def dispensed(subject: Subject, held: Held) -> bool:
    """Return whether capsules are handed out at a visit."""
    left = subject.last_dose is None or held.day < subject.last_dose
    return held.visit in DISPENSING and not held.missed and left


def capsules(subject: Subject) -> Iterator[Line]:
    """Yield the lines of DA: handed out at a visit, what is left given back at the next."""
    visits = [held for held in course(subject) if not held.missed]
    ends = [held for held in visits if dispensed(subject, held) or held.visit == "EOT"]
    for held in (held for held in visits if dispensed(subject, held)):
        back = next((later for later in ends if later.day > held.day), None)
        yield _handed_out(subject, held, back)


def _handed_out(subject: Subject, held: Held, back: Held | None) -> Line:
    first = held.day + (held.visit != "D1")
    last = first + 27 if back is None else back.day
    taken = next(p for p in periods(subject) if p.last is None or p.last >= first)
    due = taken.capsules(first, last)
    given = due + SPARE
    if backgrounds.of(subject.subjid).fertile:
        given = FOUR_WEEKS[taken.frequency]
    lot = f"A{held.on:%y%m}X"
    values = {
        "DASTREN": taken.dose, "DADISDAT": held.on.isoformat(), "DADISP": str(given),
        "DALOT": f"{lot} (synthetic)",
        "DAEXPDAT": f"{held.on.year + 2}-{Random(lot).randrange(1, 13):02d}",
    }  # fmt: skip
    if back is None:
        return Line("DA", "da", held.day, values)
    forgotten, why = _EXPLAINED.get((subject.subjid, held.visit), (0, ""))
    swallowed = min(given, due) - forgotten
    returned = {"DARETDAT": back.on.isoformat(), "DARET": str(given - swallowed)}
    if why:
        returned["DACOM"] = why
    reasons = {"DA.COMPL": why} if why else {}
    return Line("DA", "da", held.day, values, ((back.day, returned),), reasons=reasons)


def _iso(subject: Subject, day: int) -> str:
    return (date_on(subject, 0) + timedelta(days=day)).isoformat()
