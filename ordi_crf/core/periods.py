"""What was found before treatment and after it, in order of date, whoever entered it first.

Day 1 is the day of the first dose and there is no Day 0. Baseline is the last finding on or before
Day 1 that was taken before the dose: at screening or at the visit of Day 1, or on a day before it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Protocol, TypeVar

from ordi_crf import study
from ordi_crf.core.records import RecordKey

SCREENING, FIRST = "SCR", "D1"
WINDOW = timedelta(days=14)
"""How late a visit may be and still belong to its month."""
DAYS_PER_MONTH = Fraction(36525, 1200)


class Dated(Protocol):
    """Something found at a visit."""

    @property
    def record(self) -> RecordKey:
        """Return whose record of which visit it is."""
        ...

    @property
    def on(self) -> date:
        """Return the day on which it was found."""
        ...


Found = TypeVar("Found", bound=Dated)


def in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return findings by date; of one day, in the order of the visits."""
    return tuple(sorted(found, key=_order))


def before_dose(found: Iterable[Found], day_1: date | None) -> tuple[Found, ...]:
    """Return the findings a baseline can be, in order: the baseline is the last.

    While no dose is known they are those of screening and of the visit of Day 1.
    """

    def precedes(one: Found) -> bool:
        if day_1 is not None and one.on != day_1:
            return one.on < day_1
        return one.record.visit in (SCREENING, FIRST)

    return in_order(one for one in found if precedes(one))


def between(found: Iterable[Found], after: date, until: date | None) -> tuple[Found, ...]:
    """Return the findings later than a day, up to and with another, in order."""
    return in_order(f for f in found if f.on > after and (until is None or f.on <= until))


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_month(day_1: date, months: int) -> date:
    """Return the last day that still belongs to a month after Day 1: 14 days later."""
    return months_after(day_1, months) + WINDOW


def _order(found: Dated) -> tuple[date, int, int, int]:
    key = found.record
    return found.on, study.event(key.visit).number, key.visit_repeat, key.form_repeat
