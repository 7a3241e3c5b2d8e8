"""A patient's course, read from the table: when each visit was held and what was found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ordi_crf import study
from ordi_crf.core.calendar import due_on
from ordi_crf.demo.subject import Remark, Subject

SCREENING = -14
"""Days from Day 1 to screening."""
_SATURDAY, _SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Held:
    """A visit that was held. Grades are CLASI points by location and column, as `03E`."""

    visit: str
    repeat: int
    day: int
    """Days after Day 1."""
    on: date
    total: int
    """CLASI activity."""
    share: int
    """Of the baseline activity, in %."""
    grades: Mapping[str, int]
    draft: bool

    def grade(self, location: str, column: str) -> int:
        """Return a grade: location 01 to 13, or none; column E, S, D, C, M, H, A or K."""
        return self.grades.get(location + column, 0)

    def located(self, column: str) -> list[str]:
        """Return the locations that have points in a column, in form order."""
        return sorted(name[:-1] for name, n in self.grades.items() if n and name[-1] == column)


def course(subject: Subject) -> list[Held]:
    """Return the visits of a patient in order of date."""
    words = [part.split() for part in subject.course.split(",")]
    baseline = next(int(word[1]) for word in words if word[0] == "D1")
    damage = subject.damage
    repeats: Counter[str] = Counter()
    found = []
    for name, total, *rest in words:
        visit, _, day = name.partition("@")
        repeats[visit] += 1
        damage += "".join(f" {word[1:]}" for word in rest if word.startswith("+"))
        points = [*subject.lesions.split()[: int(total)], *damage.split()]
        days, on = _held_on(subject, visit, day)
        found.append(
            Held(
                visit, repeats[visit], days, on, int(total), 100 * int(total) // baseline,
                dict(_counted(points)), "draft" in rest,
            )
        )  # fmt: skip
    return sorted(found, key=lambda held: held.on)


def date_on(subject: Subject, day: int) -> date:
    """Return the date of a day after Day 1."""
    return date.fromisoformat(subject.day_1) + timedelta(days=day)


def remark(subject: Subject, held: Held) -> Remark | None:
    """Return where painting and scoring disagree at a visit, if they do."""
    return next((r for r in subject.remarks if r.visit == held.visit), None)


def _held_on(subject: Subject, visit: str, day: str) -> tuple[int, date]:
    planned = study.event(visit)
    if day:
        days = int(day)
    elif visit == "SCR":
        days = SCREENING
    else:
        assert not planned.from_withdrawal or subject.last_dose is not None
        since = subject.last_dose or 0 if planned.from_withdrawal else 0
        days = (due_on(planned, date_on(subject, since)) - date_on(subject, 0)).days
    on = date_on(subject, days)
    shift = {_SATURDAY: -1, _SUNDAY: 1}.get(on.weekday(), 0)
    return days + shift, on + timedelta(days=shift)


def _counted(points: list[str]) -> Iterator[tuple[str, int]]:
    """Yield location and column of the points with their number; `K3` is three of K."""
    scalp = [word for word in points if word[0] == "K"]
    for word, n in Counter(word for word in points if word[0] != "K").items():
        yield word[:-1].zfill(2) * (len(word) > 1) + word[-1], n
    for word in scalp:
        yield "K", int(word[1:])
