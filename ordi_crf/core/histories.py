"""A subject's course through the study, put together from records: what outcomes are read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ordi_crf import study
from ordi_crf.core.derived import clasi_score
from ordi_crf.core.records import Record, RecordKey, Row, StudyData, SubjectKey
from ordi_crf.forms.visit import HEADER

SCREENING, FIRST = "SCR", "D1"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A CLASI with both totals known, or a total that a blank item leaves unknown."""

    key: RecordKey
    on: date
    activity: int | None
    damage: int | None


@dataclass(frozen=True, slots=True)
class AdverseEvent:
    """An adverse event; a partial start is taken at its earliest, but not before Day 1."""

    term: str
    start: date | None
    grade: str
    related: bool
    withdrawn: bool
    """Whether the drug was withdrawn for it."""


@dataclass(frozen=True, slots=True)
class History:
    """One subject: treatment, assessments by date, adverse events, last visit."""

    subject: SubjectKey
    first_dose: date | None
    last_dose: date | None
    """None while treatment goes on, or when it never began."""
    assessments: tuple[Assessment, ...]
    events: tuple[AdverseEvent, ...]
    last_visit: date | None

    @property
    def treated(self) -> bool:
        """Return whether the subject took at least one dose."""
        return self.first_dose is not None

    @property
    def baseline(self) -> Assessment | None:
        """Return the last assessment with a total on or before Day 1, taken before the dose."""
        day_1 = self.first_dose
        found = [
            a
            for a in self.assessments
            if a.activity is not None
            and (a.key.visit in (SCREENING, FIRST) or (day_1 is not None and a.on < day_1))
            and (day_1 is None or a.on <= day_1)
        ]
        return found[-1] if found else None

    @property
    def after_day_1(self) -> tuple[Assessment, ...]:
        """Return the assessments with an activity total after Day 1."""
        day_1 = self.first_dose
        return tuple(
            a for a in self.assessments if day_1 and a.on > day_1 and a.activity is not None
        )

    @property
    def after_withdrawal(self) -> tuple[Assessment, ...]:
        """Return the assessments with an activity total after the last dose."""
        last = self.last_dose
        return tuple(a for a in self.after_day_1 if last is not None and a.on > last)

    def at(self, visit: str) -> Assessment | None:
        """Return the assessment of a planned visit, None without a total."""
        return next(
            (a for a in self.assessments if a.key.visit == visit and a.activity is not None), None
        )


def histories(data: StudyData) -> tuple[History, ...]:
    """Return the history of every subject, in order of their id."""
    mine: dict[SubjectKey, list[Record]] = {subject: [] for subject in data.subjects}
    for record in data.records.values():
        mine[record.key.subject].append(record)
    return tuple(_history(subject, records) for subject, records in mine.items())


def _history(subject: SubjectKey, records: list[Record]) -> History:
    held = dict(_held(records))
    doses = [row for r in records if r.key.form == "EX" for row in r.live("ex")]
    starts = [on for row in doses if (on := _day(row, "EXSTDAT")) and _taken(row)]
    ends = [_day(row, "EXENDAT") for row in doses if _taken(row)]
    first = min(starts, default=None)
    known = [on for on in ends if on is not None]
    last = max(known) if known and len(known) == len(ends) else None
    events = [row for r in records if r.key.form == "AE" for row in r.live("ae")]
    return History(
        subject,
        first,
        last,
        tuple(sorted(_assessments(records, held), key=_order)),
        tuple(_event(row, first) for row in events),
        max(held.values(), default=None),
    )


def _held(records: list[Record]) -> Iterator[tuple[tuple[str, int], date]]:
    """Yield visit and repeat with the date on which it was held."""
    for record in records:
        if record.key.form == "SV" and (on := record.values(HEADER)["VISDAT"]):
            yield (record.key.visit, record.key.visit_repeat), date.fromisoformat(on)


def _assessments(records: list[Record], held: dict[tuple[str, int], date]) -> Iterator[Assessment]:
    for record in records:
        on = held.get((record.key.visit, record.key.visit_repeat))
        if record.key.form == "CLASI" and on is not None:
            score = clasi_score(record)
            yield Assessment(record.key, on, score.activity.total, score.damage.total)


def _order(assessment: Assessment) -> tuple[date, int, int]:
    key = assessment.key
    return assessment.on, study.event(key.visit).number, key.visit_repeat


def _day(row: Row, item: str) -> date | None:
    value = row.values[item]
    return date.fromisoformat(value) if value else None


def _taken(row: Row) -> bool:
    """Return whether a dose period is one of treatment, not of a pause at 0 mg."""
    return Decimal(row.values["EXDOSE"] or 0) != 0


def _event(row: Row, first_dose: date | None) -> AdverseEvent:
    v = row.values
    relation = v["AEREL"]
    return AdverseEvent(
        term=v["AETERM"] or "",
        start=_earliest(v["AESTDAT"], first_dose),
        grade=v["AETOXGR"] or "",
        # An unanswered relation counts as related: the cautious reading.
        related=relation != "NOT RELATED",
        withdrawn=v["AEACN"] == "DRUG WITHDRAWN",
    )


def _earliest(known: str | None, first_dose: date | None) -> date | None:
    """Return the earliest day a partial date allows, not before Day 1 where it may be later."""
    if known is None:
        return None
    if len(known) == len("2010-03-15"):
        return date.fromisoformat(known)
    earliest = date.fromisoformat(known + "-01-01"[len(known) - 4 :])
    if first_dose is not None and first_dose.isoformat().startswith(known):
        return max(earliest, first_dose)
    return earliest
