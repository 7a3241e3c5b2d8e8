"""The delivery arranged for tables: records in order, dates, study days and the keys of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from ordi_crf import study
from ordi_crf.core.courses import Course, courses
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.derived import Figure
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.core.visits import held_on
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.schema import Values

VisitKey: TypeAlias = tuple[SubjectKey, str, int]
"""Subject, visit and its repeat."""


class Whole:
    """What the sheets that are of no subject read, once every subject was read."""

    def __init__(self, delivery: Delivery, courses: Sequence[Course]) -> None:
        self.language = delivery.language
        self.audit = delivery.data.audit
        self.courses = courses
        self.studyid = delivery.data.properties.get("studyid", study.STUDYID)


class Source:
    """What every sheet of one workbook reads."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery = delivery
        self.data = delivery.data
        self.language = delivery.language
        self.studyid = self.data.properties.get("studyid", study.STUDYID)
        self._forms: dict[str, list[Record]] = {}
        for record in sorted(self.data.records.values(), key=_order):
            self._forms.setdefault(record.key.form, []).append(record)
        self._derived = {key: delivery.derived(r) for key, r in self.data.records.items()}
        self._first_doses = {s: _first(self._doses(s)) for s in self.data.subjects}

    def records(self, form: str) -> list[Record]:
        """Return the records of a form by subject, visit and repeat."""
        return self._forms.get(form, [])

    def derived(self, record: Record) -> Mapping[str, Figure]:
        """Return the derived values of a record by name."""
        return self._derived[record.key]

    def visits(self) -> list[VisitKey]:
        """Return every visit that was begun, by subject and in the order of the schedule."""
        planned = {visit.code for visit in study.VISITS}
        found = {visit_of(key) for key in self.data.records if key.visit in planned}
        return sorted(found, key=lambda v: (v[0], study.event(v[1]).number, v[2]))

    def courses(self) -> tuple[Course, ...]:
        """Return the course of each subject."""
        return courses(self.data)

    def subject(self, subject: SubjectKey) -> tuple[Cell, ...]:
        """Return STUDYID, SITEID, USUBJID and SUBJID."""
        return subject_keys(self.studyid, subject)

    def place(self, visit: VisitKey) -> tuple[Cell, ...]:
        """Return the keys of a visit: those of its subject, VISITNUM and VISIT."""
        return (*self.subject(visit[0]), *visit_name(visit[1], visit[2]))

    def held(self, visit: VisitKey) -> str | None:
        """Return the date on which a visit was held, None while it is not known."""
        subject, code, repeat = visit
        return held_on(self.data.records, subject, code, repeat)

    def first_dose(self, subject: SubjectKey) -> str | None:
        """Return the date of the first dose, Day 1, None before it."""
        return self._first_doses.get(subject)

    def last_dose(self, subject: SubjectKey) -> str | None:
        """Return the date of the last dose, None before the first and while treatment goes on."""
        ends = [row["EXENDAT"] for row in self._doses(subject)]
        known = [end for end in ends if end is not None]
        return max(known) if known and len(known) == len(ends) else None

    def day(self, subject: SubjectKey, on: str | None) -> int | None:
        """Return the study day of a full date; the first dose is Day 1, there is no Day 0."""
        first = self.first_dose(subject)
        if on is None or first is None or len(on) < len(first):
            return None
        days = (date.fromisoformat(on) - date.fromisoformat(first)).days
        return days + (days >= 0)

    def _doses(self, subject: SubjectKey) -> Iterator[Values]:
        """Yield the dose periods in which drug was taken."""
        for key, record in self.data.records.items():
            if key.subject == subject and key.form == "EX":
                for row in record.live(EXPOSURE.name):
                    if row.values["EXDOSE"] is None or Decimal(row.values["EXDOSE"]) > 0:
                        yield row.values


def subject_keys(studyid: str, subject: SubjectKey) -> tuple[Cell, ...]:
    """Return STUDYID, SITEID, USUBJID and SUBJID."""
    return studyid, subject.siteid, f"{studyid}-{subject.subjid}", subject.subjid


def visit_of(key: RecordKey) -> VisitKey:
    """Return the visit that a record belongs to."""
    return key.subject, key.visit, key.visit_repeat


def visit_name(code: str, repeat: int) -> tuple[Cell, Cell]:
    """Return VISITNUM and VISIT; the second unscheduled visit is 90.01 and so on, as in SDTM."""
    visit = study.event(code)
    if repeat == 1:
        return visit.number, visit.label.en
    return Decimal(visit.number) + Decimal(repeat - 1) / 100, f"{visit.label.en} {repeat}"


def _order(record: Record) -> tuple[SubjectKey, int, int, int]:
    key = record.key
    return key.subject, study.event(key.visit).number, key.visit_repeat, key.form_repeat


def _first(doses: Iterator[Values]) -> str | None:
    return min((row["EXSTDAT"] for row in doses if row["EXSTDAT"] is not None), default=None)
