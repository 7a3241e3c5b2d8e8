"""A subject's own calendar: every date moved by the same number of days, so that Day 1 is fixed.

A date of it says nothing but its study day, and stays a date: it can be computed with, it is valid
in every format, and intervals are what they were. Partial dates move by whole months or years.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ordi_crf.core.deidentification.withheld import WITHHELD

DAY_1 = date(2000, 1, 1)
"""What Day 1 of every subject is moved to; on it, no subject was in the trial (2009 to 2012)."""
_YEAR, _MONTH, _DAY = len("2010"), len("2010-03"), len("2010-03-15")
_MONTHS = (
    "enero|january|jan|ene", "febrero|february|feb", "marzo|march|mar",
    "abril|april|apr|abr", "mayo|may", "junio|june|jun", "julio|july|jul",
    "agosto|august|aug|ago", "septiembre|setiembre|september|sept|sep|set",
    "octubre|october|oct", "noviembre|november|nov", "diciembre|december|dec|dic",
)  # fmt: skip
_NAMED = "|".join(f"(?P<m{n}>{names})" for n, names in enumerate(_MONTHS, start=1))
_WRITTEN = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<iso>(?:19|20)\d\d-\d{1,2}(?:-\d{1,2})?)"
    r"|(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})"
    r"|(?P<month_only>\d{1,2})/(?P<year_only>(?:19|20)\d\d)"
    rf"|(?:(?P<named_day>\d{{1,2}})º?\.?\s+(?:de\s+)?)?(?:{_NAMED})\b\.?,?\s+"
    r"(?:del?\s+)?(?P<named_year>(?:19|20)\d\d)"
    r")(?![\w/]|[.-]\d)",
    re.IGNORECASE,
)
"""Dates as they are written in notes: 2010-03-15, 15/03/2010, 3/2010, 15 de marzo de 2010."""


@dataclass(frozen=True, slots=True)
class MovedCalendar:
    """The calendar of one subject, whose Day 1 was this day."""

    first: date

    def moved(self, value: str) -> str:
        """Return a full or partial ISO 8601 date as it stands in this calendar."""
        try:
            if len(value) == _DAY:
                return (date.fromisoformat(value) + (DAY_1 - self.first)).isoformat()
            year, month = int(value[:_YEAR]), int(value[_YEAR + 1 : _MONTH] or 1)
        except (ValueError, OverflowError):
            return WITHHELD
        if len(value) == _YEAR:
            return f"{year - self.first.year + DAY_1.year:04d}"
        months = 12 * (year - self.first.year) + month - self.first.month
        years, months = divmod(12 * DAY_1.year + DAY_1.month - 1 + months, 12)
        return f"{years:04d}-{months + 1:02d}"

    def moment(self, at: str) -> str:
        """Return a moment, UTC, on its day in this calendar and at its time."""
        return self.moved(at[:_DAY]) + at[_DAY:]

    def of_row(self, dates: Mapping[str, str]) -> dict[str, str]:
        """Return the dates of one row, moved; a partial one may still be the period of another.

        Whole months and years do not begin where the moved days put them: without this an end in
        the month of its start would come before it.
        """
        found: dict[str, str] = {}
        for name, value in sorted(dates.items(), key=_longest_first):
            fuller = (dates[n] for n in found if dates[n] != value and dates[n].startswith(value))
            same = min(fuller, default="")
            by_value = {dates[n]: moved for n, moved in found.items()}
            found[name] = by_value[same][: len(value)] if same else self.moved(value)
        return found

    def in_words(self, text: str) -> str:
        """Return a text whose dates are moved; what is written in yet another way stays."""
        return _WRITTEN.sub(self._replaced, text) if any(map(str.isdigit, text)) else text

    def _replaced(self, found: re.Match[str]) -> str:
        said = found.groupdict()
        if said["iso"]:
            parts = said["iso"].split("-")
        elif said["day"]:
            parts = [_century(said["year"]), said["month"], said["day"]]
        elif said["month_only"]:
            parts = [said["year_only"], said["month_only"]]
        else:
            month = next(n for n in range(1, len(_MONTHS) + 1) if said[f"m{n}"])
            parts = [said["named_year"], str(month), said["named_day"] or ""]
        value = "-".join(part.zfill(2) for part in parts if part)
        if _is_date(value):
            return self.moved(value)
        # No such day, as in a month written first: withheld, unless it may be another number.
        return found[0] if said["year"] and len(said["year"]) < _YEAR else WITHHELD


def _longest_first(named: tuple[str, str]) -> tuple[int, str]:
    return -len(named[1]), named[0]


def _century(year: str) -> str:
    return year if len(year) == _YEAR else f"20{year}" if int(year) < 50 else f"19{year}"


def _is_date(value: str) -> bool:
    """Return whether a full or a year-month date stands in the calendar."""
    try:
        date.fromisoformat(value if len(value) == _DAY else f"{value}-01")
    except ValueError:
        return False
    return True
