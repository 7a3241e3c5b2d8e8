"""One subject over time: what the overview draws, as exact series on a shared axis of days.

A value that is not known breaks its line and is never 0: a CLASI or SLEDAI with a blank item has no
total, a body map of skin that was not examined has no area. A titre beyond the measuring range
stands at its limit with its sign, and titres of different laboratories or kits are not joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ordi_crf import study
from ordi_crf.core.courses import Course, course, held_on
from ordi_crf.core.derived import assessed
from ordi_crf.core.dsdna import TEST, Titre
from ordi_crf.core.lasting import Dose, Event, doses_of, events_of
from ordi_crf.core.painted import Painted
from ordi_crf.core.periods import in_order
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.forms.labs import RESULTS
from ordi_crf.forms.visit import HEADER


@dataclass(frozen=True, slots=True)
class Point:
    """A finding on a line, without a value where a blank leaves it unknown."""

    record: RecordKey
    on: date
    value: Fraction | None
    sign: str = ""
    """"<" or ">" where the value is only the limit of the measuring range."""
    cut_off: Fraction | None = None
    unit: str = ""
    """Where units differ from point to point, that of the value and its cut-off."""

    def of(self, visit: Visited) -> bool:
        """Return whether it was found at a visit."""
        key = self.record
        return (key.visit, key.visit_repeat) == (visit.visit, visit.repeat)


@dataclass(frozen=True, slots=True)
class Line:
    """Findings in order of date, and the runs of them that may be joined."""

    points: tuple[Point, ...]
    runs: tuple[tuple[Point, ...], ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """Return the points with a value."""
        return tuple(point for run in self.runs for point in run)

    def at(self, visit: Visited) -> Point | None:
        """Return the last finding of a visit, None when there is none."""
        return next((point for point in reversed(self.points) if point.of(visit)), None)


@dataclass(frozen=True, slots=True)
class Visited:
    """A visit with the day on which it was held."""

    visit: str
    repeat: int
    on: date
    body_map: RecordKey | None
    """Its body map, where the skin was examined or painted."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything known of a subject that has a date, from the first day to the last."""

    subject: SubjectKey
    day_1: date | None
    withdrawn: date | None
    """The day of the last dose, None while treatment goes on or never began."""
    first: date
    last: date
    visits: tuple[Visited, ...]
    activity: Line
    damage: Line
    surface: Line
    """% of the body surface with active lesions."""
    sledai: Line
    titres: Line
    doses: tuple[Dose, ...]
    events: tuple[Event, ...]
    undated: int
    """How many visits were begun and are left out because they have no date."""
    undated_events: int

    def rate(self, on: date) -> Fraction | None:
        """Return the mg a day taken on a day, 0 without treatment, None where it is not known."""
        rates = [dose.rate for dose in self.doses if dose.covers(on)]
        known = [rate for rate in rates if rate is not None]
        return None if len(known) < len(rates) else sum(known, Fraction(0))


def overview(
    records: Mapping[RecordKey, Record],
    subject: SubjectKey,
    painted: Callable[[RecordKey], Painted],
) -> Overview | None:
    """Return the overview of a subject, None while nothing of it has a date."""
    mine = {key: record for key, record in records.items() if key.subject == subject}
    told = course(subject, mine.values())
    visits = _visits(mine, subject)
    surface = _surface(mine, visits, painted)
    doses = doses_of(mine.values())
    events, undated_events = events_of(mine.values())
    days = [*_days(visits, told.titres, doses), *_event_days(events)]
    if not days:
        return None
    first, last = _widened(min(days), max(days), events)
    return Overview(
        subject=subject,
        day_1=told.day_1,
        withdrawn=told.treatment.last,
        first=first,
        last=last,
        visits=visits,
        activity=_line([Point(s.record, s.on, _exact(s.activity)) for s in told.skin]),
        damage=_line([Point(s.record, s.on, _exact(s.damage)) for s in told.skin]),
        surface=surface,
        sledai=_line([Point(s.record, s.on, _exact(s.score.total)) for s in told.systemic]),
        titres=_titres(told, mine, visits),
        doses=doses,
        events=events,
        undated=len(_begun(mine) - {(v.visit, v.repeat) for v in visits}),
        undated_events=undated_events,
    )


def day_number(on: date, day_1: date) -> int:
    """Return a day counted from Day 1; there is no Day 0, the day before is -1."""
    days = (on - day_1).days
    return days + 1 if days >= 0 else days


def _visits(records: Mapping[RecordKey, Record], subject: SubjectKey) -> tuple[Visited, ...]:
    found = []
    for (visit, repeat), on in held_on(records.values()).items():
        body = RecordKey(subject, visit, "BM", repeat)
        drawn = body in records and assessed(records[body])
        found.append(Visited(visit, repeat, on, body if drawn else None))
    return tuple(sorted(found, key=lambda v: (v.on, study.event(v.visit).number, v.repeat)))


def _begun(records: Mapping[RecordKey, Record]) -> set[tuple[str, int]]:
    """Return the visits with a record of any form, the log left out; one not held is not begun."""
    missed = {
        (key.visit, key.visit_repeat)
        for key, record in records.items()
        if key.form == "SV" and record.values(HEADER)["SVOCCUR"] == "N"
    }
    found = {(key.visit, key.visit_repeat) for key in records if key.visit != study.LOG.code}
    return found - missed


def _surface(
    records: Mapping[RecordKey, Record],
    visits: Iterable[Visited],
    painted: Callable[[RecordKey], Painted],
) -> Line:
    return _line(
        [
            Point(r.key, visit.on, painted(r.key).active_total if assessed(r) else None)
            for visit, r in _at(records, visits, "BM")
        ]
    )


def _titres(told: Course, records: Mapping[RecordKey, Record], visits: Iterable[Visited]) -> Line:
    """Return the line of anti-dsDNA, broken where a result was left blank or is not comparable."""
    by_record = {titre.record: titre for titre in told.titres}
    points = [
        Point(t.record, t.on, _exact(t.value), t.sign, _exact(t.cut_off), t.unit)
        for t in told.titres
    ]
    points += [
        Point(r.key, visit.on, None)
        for visit, r in _at(records, visits, "LB")
        if r.key not in by_record and _asked(r)
    ]

    def comparable(a: Point, b: Point) -> bool:
        return by_record[a.record].comparable(by_record[b.record])

    return _line(in_order(points), comparable)


def _asked(record: Record) -> bool:
    """Return whether a titre was expected of a sample: a blood count alone has none."""
    begun = TEST in record.sections.get(RESULTS.name, {})
    return begun or record.missing(RESULTS.name, TEST, "LBORRES") is not None


def _at(
    records: Mapping[RecordKey, Record], visits: Iterable[Visited], form: str
) -> Iterator[tuple[Visited, Record]]:
    """Yield the records of a form with their visits, in order of date."""
    for visit in visits:
        for key, record in records.items():
            if (key.visit, key.visit_repeat, key.form) == (visit.visit, visit.repeat, form):
                yield visit, record


def _line(
    points: Sequence[Point], joined: Callable[[Point, Point], bool] = lambda _a, _b: True
) -> Line:
    runs: list[list[Point]] = []
    for before, point in pairwise([None, *points]):
        if point is None or point.value is None:
            continue
        if before is not None and before.value is not None and joined(before, point):
            runs[-1].append(point)
        else:
            runs.append([point])
    return Line(tuple(points), tuple(map(tuple, runs)))


def _days(
    visits: Iterable[Visited], titres: Iterable[Titre], doses: Iterable[Dose]
) -> Iterator[date]:
    yield from (visit.on for visit in visits)
    yield from (titre.on for titre in titres)
    for dose in doses:
        yield from (day for day in (dose.first, dose.last) if day is not None)


def _event_days(events: Iterable[Event]) -> Iterator[date]:
    for event in events:
        yield from (s.earliest for s in (event.start, event.end) if s is not None and s.whole)


def _widened(first: date, last: date, events: Iterable[Event]) -> tuple[date, date]:
    """Return an axis that every partial date reaches, however little of it."""
    for event in events:
        for known in (event.start, event.end):
            if known is not None:
                first, last = min(first, known.latest), max(last, known.earliest)
    return first, last


def _exact(value: int | Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
