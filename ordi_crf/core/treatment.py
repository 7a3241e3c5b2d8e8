"""When a subject took the drug: spells of treatment, put together from the records of doses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ordi_crf.forms.schema import Values


@dataclass(frozen=True, slots=True)
class Spell:
    """Treatment without a day off the record; `last` is None while it goes on.

    A pause recorded at 0 mg belongs to a spell that goes on after it; days without any dose record
    end one.
    """

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Treatment:
    """The spells of one subject in order of date; none of a subject who took no dose."""

    spells: tuple[Spell, ...] = ()
    last: date | None = None
    """The day of the last dose, None while treatment goes on, or when it never began."""

    @property
    def first(self) -> date | None:
        """Return the day of the first dose, Day 1."""
        return self.spells[0].first if self.spells else None

    def restart_after(self, last: date) -> date | None:
        """Return the first day on which the drug was taken again after a day."""
        return next((spell.first for spell in self.spells if spell.first > last), None)

    def on_drug(self, on: date) -> bool:
        """Return whether a day lies in a spell, its first day left out: visits precede doses."""
        return any(s.first < on and (s.last is None or on <= s.last) for s in self.spells)


def treatment(periods: Iterable[Values]) -> Treatment:
    """Return the treatment that dose periods make up, given their answers."""
    rows = list(periods)
    ends = [row["EXENDAT"] for row in rows if _taken(row)]
    known = [date.fromisoformat(end) for end in ends if end is not None]
    last = max(known) if known and len(known) == len(ends) else None
    return Treatment(spells(rows), last)


def spells(periods: Iterable[Values]) -> tuple[Spell, ...]:
    """Return the spells of treatment that dose periods make up, given their answers."""
    found: list[Spell] = []
    covered: date | None = None
    for first, last, taken in sorted(_periods(periods), key=lambda p: (p[0], p[1] or date.max)):
        joined = bool(found) and (covered is None or first <= covered + timedelta(days=1))
        if joined:
            covered = _later(covered, last)
            if taken:
                found[-1] = Spell(found[-1].first, _later(found[-1].last, last))
        elif taken:
            found.append(Spell(first, last))
            covered = last
    return tuple(found)


def _periods(rows: Iterable[Values]) -> Iterable[tuple[date, date | None, bool]]:
    """Yield first day, last day and whether it is treatment, of each period with a known dose."""
    for values in rows:
        first, last, dose = values["EXSTDAT"], values["EXENDAT"], values["EXDOSE"]
        if first is not None and dose is not None:
            ended = date.fromisoformat(last) if last else None
            yield date.fromisoformat(first), ended, Decimal(dose) != 0


def _taken(row: Values) -> bool:
    """Return whether a dose period is one of treatment, not of a pause at 0 mg."""
    return Decimal(row["EXDOSE"] or 0) != 0


def _later(a: date | None, b: date | None) -> date | None:
    """Return the later of two last days; one that is not known yet is the latest."""
    return None if a is None or b is None else max(a, b)
