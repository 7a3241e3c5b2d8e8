"""What the registered outcomes are read from: a subject's history with everything scored in it.

CLASI with its parts, SLEDAI-2K, anti-dsDNA and the spells of treatment, each in order of date. A
record of a visit without a date is in nobody's course; a record with a blank item is, without a
total, so that it can be told why a subject is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ordi_crf.core import clasi, sledai
from ordi_crf.core.derived import areas, clasi_score
from ordi_crf.core.dsdna import Titre, titre
from ordi_crf.core.histories import History, histories
from ordi_crf.core.periods import in_order
from ordi_crf.core.records import Record, RecordKey, StudyData, SubjectKey
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.schema import Values
from ordi_crf.forms.sledai import PRESENT
from ordi_crf.forms.visit import HEADER


@dataclass(frozen=True, slots=True)
class Skin:
    """A CLASI: its score, and the highest single grade of erythema or scale."""

    record: RecordKey
    on: date
    score: clasi.Score
    worst: int

    @property
    def activity(self) -> int | None:
        """Return the activity total, None while an item is blank."""
        return self.score.activity.total

    @property
    def damage(self) -> int | None:
        """Return the damage total, None while an item is blank."""
        return self.score.damage.total

    def damage_by(self, factor: int) -> int | None:
        """Return damage with dyspigmentation counted by this factor, None without a total."""
        score = self.score
        if score.damage.total is None or score.scalp_scarring is None:
            return None
        return score.dyspigmentation * factor + score.scarring + score.scalp_scarring


@dataclass(frozen=True, slots=True)
class Systemic:
    """A SLEDAI-2K."""

    record: RecordKey
    on: date
    score: sledai.Score


@dataclass(frozen=True, slots=True)
class Spell:
    """Treatment without a day off the record; `last` is None while it goes on.

    A pause recorded at 0 mg belongs to a spell that goes on after it; days without any dose record
    end one.
    """

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Course:
    """One subject: history, spells of treatment, and what was found, in order of date."""

    history: History
    spells: tuple[Spell, ...]
    skin: tuple[Skin, ...]
    systemic: tuple[Systemic, ...]
    titres: tuple[Titre, ...]

    @property
    def subject(self) -> SubjectKey:
        """Return whose course it is."""
        return self.history.subject


def courses(data: StudyData) -> tuple[Course, ...]:
    """Return the course of every subject, in order of their id."""
    mine: dict[SubjectKey, list[Record]] = {subject: [] for subject in data.subjects}
    for record in data.records.values():
        mine[record.key.subject].append(record)
    found = (_course(history, mine[history.subject]) for history in histories(data))
    return tuple(sorted(found, key=lambda course: course.subject))


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


def _course(history: History, records: list[Record]) -> Course:
    held = _held(records)
    dated = [
        (record, on)
        for record in records
        if (on := held.get((record.key.visit, record.key.visit_repeat))) is not None
    ]
    titres = (
        titre(r, held.get((r.key.visit, r.key.visit_repeat))) for r in records if r.key.form == "LB"
    )
    return Course(
        history,
        spells(row.values for r in records if r.key.form == "EX" for row in r.live(EXPOSURE.name)),
        in_order(_skin(record, on) for record, on in dated if record.key.form == "CLASI"),
        in_order(_systemic(record, on) for record, on in dated if record.key.form == "SLEDAI"),
        in_order(found for found in titres if found is not None),
    )


def _held(records: Iterable[Record]) -> dict[tuple[str, int], date]:
    """Return the date of each visit that has one, by visit and repeat."""
    return {
        (record.key.visit, record.key.visit_repeat): date.fromisoformat(on)
        for record in records
        if record.key.form == "SV" and (on := record.values(HEADER)["VISDAT"])
    }


def _skin(record: Record, on: date) -> Skin:
    cells = (row.get(name) for row in areas(record).values() for name in clasi.ACTIVITY_CELLS)
    return Skin(record.key, on, clasi_score(record), max((int(c) for c in cells if c), default=0))


def _systemic(record: Record, on: date) -> Systemic:
    rows = {row.key: row.values for row in record.live(PRESENT.name)}
    return Systemic(record.key, on, sledai.score(rows))


def _periods(rows: Iterable[Values]) -> Iterable[tuple[date, date | None, bool]]:
    """Yield first day, last day and whether it is treatment, of each period with a known dose."""
    for values in rows:
        first, last, dose = values["EXSTDAT"], values["EXENDAT"], values["EXDOSE"]
        if first is not None and dose is not None:
            ended = date.fromisoformat(last) if last else None
            yield date.fromisoformat(first), ended, Decimal(dose) != 0


def _later(a: date | None, b: date | None) -> date | None:
    """Return the later of two last days; one that is not known yet is the latest."""
    return None if a is None or b is None else max(a, b)
