"""A patient's course, read from the table: when each visit was held and what was found there.

The table gives the visits at which something happened; every other visit of the schedule is held by
rule as long as the patient is followed, and the skin is then what it was the time before.
"""

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
EARLY = 6
"""Days by which months of treatment are held early: capsules are dispensed every 4 weeks."""
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
    missed: bool
    skin: bool
    """Whether the skin was scored and painted."""

    def grade(self, location: str, column: str) -> int:
        """Return a grade: location 01 to 13, or none; column E, S, D, C, M, H, A or K."""
        return self.grades.get(location + column, 0)

    def located(self, column: str) -> list[str]:
        """Return the locations that have points in a column, in form order."""
        return sorted(name[:-1] for name, n in self.grades.items() if n and name[-1] == column)


@dataclass(frozen=True, slots=True)
class _Planned:
    """A visit before anything is known of the skin."""

    visit: str
    day: int
    on: date
    total: int | None = None
    words: tuple[str, ...] = ()


def course(subject: Subject) -> list[Held]:
    """Return the visits of a patient in order of date, those that were missed included."""
    given = [_given(subject, part.split()) for part in subject.course.split(",")]
    baseline = next(p.total for p in given if p.visit == "D1")
    assert baseline is not None
    visits = sorted([*given, *_routine(subject, given)], key=lambda planned: planned.on)
    total, damage = baseline, subject.damage.split()
    repeats: Counter[str] = Counter()
    found = []
    for planned in visits:
        repeats[planned.visit] += 1
        total = total if planned.total is None else planned.total
        damage += [word[1:] for word in planned.words if word.startswith("+")]
        points = [*subject.lesions.split()[:total], *damage]
        missed = "missed" in planned.words
        found.append(
            Held(
                planned.visit, repeats[planned.visit], planned.day, planned.on, total,
                100 * total // baseline, dict(_counted(points)), "draft" in planned.words, missed,
                planned.total is not None or (not missed and _skin_is_due(planned.visit)),
            )
        )  # fmt: skip
    return found


def date_on(subject: Subject, day: int) -> date:
    """Return the date of a day after Day 1."""
    return date.fromisoformat(subject.day_1) + timedelta(days=day)


def day_of(subject: Subject, visit: str) -> int:
    """Return the day after Day 1 on which a planned visit is held."""
    return next(held.day for held in course(subject) if held.visit == visit)


def remark(subject: Subject, held: Held) -> Remark | None:
    """Return where painting and scoring disagree at a visit, if they do."""
    return next((r for r in subject.remarks if r.visit == held.visit), None)


def _given(subject: Subject, words: list[str]) -> _Planned:
    """Return a visit of the table: `M3 0`, `UNS@140 2`, `S8W 2 +3D`, `M6 missed`."""
    visit, _, day = words[0].partition("@")
    days, on = _held_on(subject, visit, day)
    total = int(words[1]) if words[1].isdecimal() else None
    return _Planned(visit, days, on, total, tuple(words[1:]))


def _routine(subject: Subject, given: list[_Planned]) -> Iterator[_Planned]:
    """Yield the visits of the schedule that the table leaves out."""
    known, until = {p.visit for p in given}, max(p.on for p in given)
    for visit in study.VISITS:
        after = visit.from_withdrawal
        if visit.code in known or not visit.planned or (after and subject.last_dose is None):
            continue
        due = _due(subject, visit)
        days, on = _held_on(subject, visit.code, "")
        treated = subject.last_dose is None or due <= date_on(subject, subject.last_dose)
        if on < until and (after or treated):
            yield _Planned(visit.code, days, on)


def _skin_is_due(code: str) -> bool:
    visit = study.event(code)
    return "CLASI" in visit.forms and "CLASI" not in visit.optional


def _due(subject: Subject, visit: study.Visit) -> date:
    since = subject.last_dose or 0 if visit.from_withdrawal else 0
    return due_on(visit, date_on(subject, since))


def _held_on(subject: Subject, visit: str, day: str) -> tuple[int, date]:
    if day:
        days = int(day)
    elif visit == "SCR":
        days = SCREENING
    else:
        planned = study.event(visit)
        early = EARLY if planned.months is not None and not planned.from_withdrawal else 0
        days = (_due(subject, planned) - date_on(subject, early)).days
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
