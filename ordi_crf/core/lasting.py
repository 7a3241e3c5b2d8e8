"""What lasts: doses as mg a day, adverse events from the days they can have begun to their ends.

Doses are mg a day by frequency (registry record: daily, tapered): every other day counts 1/2, twice
a week 2/7, once a week 1/7. A partial date means every day of its month or year.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ordi_crf.core.records import Record, RecordKey, Row
from ordi_crf.forms.adverse_events import EVENTS
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.schema import Values

DAILY = {"QD": Fraction(1), "QOD": Fraction(1, 2), "BIW": Fraction(2, 7), "QS": Fraction(1, 7)}
"""What a dose of each frequency amounts to in a day."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days a date can mean: one where it is whole, a month or a year where it is partial."""

    earliest: date
    latest: date

    @property
    def whole(self) -> bool:
        """Return whether day, month and year are known."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Dose:
    """A period of constant dose; `last` is None while it goes on."""

    record: RecordKey
    row: str
    first: date
    last: date | None
    rate: Fraction | None
    """mg a day, None where dose or frequency is not known."""
    dose: Decimal | None
    frequency: str | None

    def covers(self, on: date) -> bool:
        """Return whether the period has a day."""
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Event:
    """An adverse event; an end is None where it goes on, and where nobody knows it."""

    record: RecordKey
    row: str
    term: str
    start: Span
    end: Span | None
    ongoing: bool
    grade: str
    serious: bool


def span(partial: str) -> Span:
    """Return the days a stored date, whole or partial, can mean."""
    year, month, day = (*map(int, partial.split("-")), 0, 0)[:3]
    last_month = month or 12
    last_day = day or monthrange(year, last_month)[1]
    return Span(date(year, month or 1, day or 1), date(year, last_month, last_day))


def doses_of(records: Iterable[Record]) -> tuple[Dose, ...]:
    """Return the dose periods among records that have a first day, in order of it."""
    return tuple(sorted(_doses(records), key=lambda dose: (dose.first, dose.row)))


def events_of(records: Iterable[Record]) -> tuple[tuple[Event, ...], int]:
    """Return the adverse events among records, the earliest first, and how many have no start."""
    forms = [record for record in records if record.key.form == "AE"]
    rows = [(record, row) for record in forms for row in record.live(EVENTS.name)]
    found = sorted(_events(rows), key=lambda event: (event.start.earliest, event.row))
    return tuple(found), len(rows) - len(found)


def _doses(records: Iterable[Record]) -> Iterator[Dose]:
    for record in records:
        for row in record.live(EXPOSURE.name) if record.key.form == "EX" else ():
            v = row.values
            if (first := _day(v, "EXSTDAT")) is None:
                continue
            dose = Decimal(v["EXDOSE"]) if v["EXDOSE"] is not None else None
            last, frequency = _day(v, "EXENDAT"), v["EXDOSFRQ"]
            rate = _rate(dose, frequency)
            yield Dose(record.key, row.key, first, last, rate, dose, frequency)


def _rate(dose: Decimal | None, frequency: str | None) -> Fraction | None:
    if dose == 0:
        return Fraction(0)
    share = DAILY.get(frequency or "")
    return None if dose is None or share is None else Fraction(dose) * share


def _events(rows: Iterable[tuple[Record, Row]]) -> Iterator[Event]:
    for record, row in rows:
        v = row.values
        if v["AESTDAT"] is not None:
            yield Event(
                record.key,
                row.key,
                v["AETERM"] or "",
                span(v["AESTDAT"]),
                span(v["AEENDAT"]) if v["AEENDAT"] else None,
                v["AEONGO"] == "Y" and not v["AEENDAT"],
                v["AETOXGR"] or "",
                v["AESER"] == "Y",
            )


def _day(values: Values, item: str) -> date | None:
    value = values[item]
    return date.fromisoformat(value) if value else None
