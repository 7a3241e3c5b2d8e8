"""A subject's chart: every record of one subject, and what was answered before treatment.

Eligibility is read from screening and from the visit of Day 1 up to the first dose. Every answer
comes with its place, so that whoever judges can go there; a blank is an answer that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from ordi_crf import forms, study
from ordi_crf.core.painted import Painted
from ordi_crf.core.periods import FIRST, SCREENING
from ordi_crf.core.phrases import localized
from ordi_crf.core.records import Record, RecordKey, Row, SubjectKey
from ordi_crf.core.subject_calendar import Calendar, subject_calendar
from ordi_crf.core.values import display
from ordi_crf.core.visits import held_on
from ordi_crf.forms.schema import LabResult, Language, Number, Text, Values

BEFORE_TREATMENT = (SCREENING, FIRST)

NOT_ANSWERED = Text("not answered", "sin responder")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one item says: where it stands, its answer in words, and the day of its visit."""

    key: RecordKey
    section: str
    row: str
    item: str
    value: str | None
    """As stored; None where nothing is known."""
    says: Text
    on: str | None = None


@dataclass(frozen=True)
class Chart:
    """One subject's records, and what was painted at them."""

    records: Mapping[RecordKey, Record]
    subject: SubjectKey
    painted: Callable[[RecordKey], Painted | None]

    @cached_property
    def first_dose(self) -> str | None:
        """Return the day of the first dose, None before treatment."""
        rows = [row.values for row in self.log("EX", "ex")]
        days = [v["EXSTDAT"] for v in rows if Decimal(v["EXDOSE"] or 0) != 0]
        return min((day for day in days if day is not None), default=None)

    @cached_property
    def screened(self) -> str | None:
        """Return the date of the screening visit, of the last one where it was held again."""
        repeats = [r.key.visit_repeat for r in self.of("SV", SCREENING)]
        return held_on(self.records, self.subject, SCREENING, max(repeats, default=1))

    @cached_property
    def calendar(self) -> Calendar:
        """Return the subject's visits against their windows; what is not held yet is no matter."""
        return subject_calendar(self.records, self.subject, date.max)

    def log(self, form: str, section: str) -> list[Row]:
        """Return the rows of a running form that are not void, in order of entry."""
        return [row for r in self.of(form, study.LOG.code) for row in r.live(section)]

    def every(self, form: str) -> list[Record]:
        """Return every record of a form, also of visits whose date is not known."""
        return [record for (oid, _), found in self._mine.items() if oid == form for record in found]

    def dated(self, form: str) -> list[tuple[str, Record]]:
        """Return the records of a form at visits that have a date, with it, in order of date."""
        return self._dated.get(form, [])

    def beside(self, record: Record, form: str) -> Record | None:
        """Return another form of the visit of a record, None where it was not begun."""
        return self.records.get(replace(record.key, form=form, form_repeat=1))

    @cached_property
    def _dated(self) -> Mapping[str, list[tuple[str, Record]]]:
        """The records that have a date, by form."""
        dated: dict[str, list[tuple[str, Record]]] = {}
        known = ((on, r) for key, r in self.records.items() if (on := self.on(key)))
        for on, record in sorted(known, key=lambda entry: self._order(entry[1])):
            if record.key.subject == self.subject:
                dated.setdefault(record.key.form, []).append((on, record))
        return dated

    @cached_property
    def _mine(self) -> Mapping[tuple[str, str], list[Record]]:
        """The subject's records by form and visit, in the order of the visit's repeats."""
        mine: dict[tuple[str, str], list[Record]] = {}
        for key in sorted(key for key in self.records if key.subject == self.subject):
            mine.setdefault((key.form, key.visit), []).append(self.records[key])
        return mine

    def of(self, form: str, visit: str) -> list[Record]:
        """Return the records of a form at a visit, in the order of the visit's repeats."""
        return self._mine.get((form, visit), [])

    def before_treatment(self, form: str) -> list[Record]:
        """Return a form's records of screening and Day 1 up to the first dose, the latest first."""
        found = [record for visit in BEFORE_TREATMENT for record in self.of(form, visit)]
        dose = self.first_dose
        held = [r for r in found if not (dose and (on := self.on(r.key)) and on > dose)]
        return sorted(held, key=self._order, reverse=True)

    def on(self, key: RecordKey) -> str | None:
        """Return the day of a record's visit."""
        return held_on(self.records, self.subject, key.visit, key.visit_repeat)

    def find(self, form: str, section: str, row: str, item: str) -> Evidence:
        """Return the latest answer to an item before treatment; without one, where it belongs."""
        candidates = self.before_treatment(form)
        for record in candidates:
            values = _live(record, section, row)
            if values is not None and values.values.get(item) is not None:
                return self.at(record, section, row, item)
        empty = Record(RecordKey(self.subject, SCREENING, form))
        return self.at(candidates[0] if candidates else empty, section, row, item)

    def at(self, record: Record, section: str, row: str, item: str) -> Evidence:
        """Return what one item of a record says."""
        found = _live(record, section, row)
        values = {} if found is None else found.values
        why = record.missing(section, row, item)
        unknown = NOT_ANSWERED if why is None else why.text
        said = (
            _said(record.key.form, (section, row, item), values, unknown, language)
            for language in (Language.EN, Language.ES)
        )
        on = self.on(record.key)
        return Evidence(record.key, section, row, item, values.get(item), Text(*said), on)

    def _order(self, record: Record) -> tuple[str, int, int]:
        key = record.key
        return self.on(key) or "", study.event(key.visit).number, key.visit_repeat


def _live(record: Record, section: str, row: str) -> Row | None:
    found = record.sections.get(section, {}).get(row)
    return None if found is None or found.voided else found


def _said(
    form: str, place: tuple[str, str, str], values: Values, unknown: Text, language: Language
) -> str:
    """Return an item and its answer in words: what it is, a colon, what was answered."""
    section = forms.form(form).section(place[0])
    item, value = section.item(place[2]), values.get(place[2])
    what = item.label.in_(language).rstrip("?").lstrip("¿")
    if section.rows is not None:
        name = section.rows.row(place[1]).text.in_(language)
        what = name if item is section.items[0] else f"{name}, {what[:1].lower()}{what[1:]}"
    if value is None:
        return f"{what}: {unknown.in_(language)}"
    unit = getattr(item, "unit", "")
    if isinstance(item, LabResult) and section.rows is not None:
        row = section.rows.row(place[1])
        unit = values.get("LBORRESU") or ("" if row.units else row.unit)
    answer = display(item, value, language)
    if isinstance(item, Number | LabResult):
        answer = localized(answer).in_(language)
    return f"{what}: {answer} {unit}".rstrip()
