"""A subject's course through the study, with everything scored in it: what outcomes are read from.

CLASI with its parts, SLEDAI-2K, anti-dsDNA, adverse events and the spells of treatment, each in
order of date. A record of a visit without a date is in nobody's course; a record with a blank item
is, without a total, so that it can be told why a subject is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ordi_crf.core import clasi, sledai
from ordi_crf.core.adverse_events import AdverseEvent, adverse_event
from ordi_crf.core.derived import areas, clasi_score
from ordi_crf.core.dsdna import Titre, titre
from ordi_crf.core.periods import before_dose, in_order
from ordi_crf.core.records import Record, RecordKey, StudyData, SubjectKey
from ordi_crf.core.treatment import Treatment, treatment
from ordi_crf.core.visits import day_held
from ordi_crf.forms.adverse_events import EVENTS
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.sledai import PRESENT


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
class Course:
    """One subject: treatment, events, and what was found, in order of date."""

    subject: SubjectKey
    treatment: Treatment = field(default_factory=Treatment)
    skin: tuple[Skin, ...] = ()
    systemic: tuple[Systemic, ...] = ()
    titres: tuple[Titre, ...] = ()
    events: tuple[AdverseEvent, ...] = ()
    last_visit: date | None = None

    @property
    def day_1(self) -> date | None:
        """Return the day of the first dose, None of a subject never treated."""
        return self.treatment.first

    @property
    def scored(self) -> tuple[Skin, ...]:
        """Return every CLASI with an activity total."""
        return tuple(skin for skin in self.skin if skin.activity is not None)

    @property
    def baseline(self) -> Skin | None:
        """Return the last CLASI with an activity total, on or before Day 1 and before the dose."""
        return next(reversed(before_dose(self.scored, self.day_1)), None)

    def at(self, visit: str) -> Skin | None:
        """Return the first CLASI with an activity total of a planned visit."""
        return next((skin for skin in self.scored if skin.record.visit == visit), None)


def courses(data: StudyData) -> tuple[Course, ...]:
    """Return the course of every subject, in order of their id."""
    mine: dict[SubjectKey, list[Record]] = {subject: [] for subject in data.subjects}
    for record in data.records.values():
        mine[record.key.subject].append(record)
    return tuple(course(subject, mine[subject]) for subject in sorted(mine))


def course(subject: SubjectKey, records: Iterable[Record]) -> Course:
    """Return the course of one subject, given every record of theirs."""
    mine = list(records)
    held = held_on(mine)
    dated = [
        (record, on)
        for record in mine
        if (on := held.get((record.key.visit, record.key.visit_repeat))) is not None
    ]
    taken = taken_by(mine)
    return Course(
        subject,
        taken,
        in_order(_skin(record, on) for record, on in dated if record.key.form == "CLASI"),
        in_order(_systemic(record, on) for record, on in dated if record.key.form == "SLEDAI"),
        in_order(found for found in _titres(mine, held) if found is not None),
        tuple(sorted(_events(mine, taken.first), key=_order)),
        max(held.values(), default=None),
    )


def taken_by(records: Iterable[Record]) -> Treatment:
    """Return the treatment of one subject, given every record of theirs."""
    doses = (record for record in records if record.key.form == "EX")
    return treatment(row.values for record in doses for row in record.live(EXPOSURE.name))


def held_on(records: Iterable[Record]) -> Mapping[tuple[str, int], date]:
    """Return the date of each visit that took place and has one, by visit and repeat."""
    found: dict[tuple[str, int], date] = {}
    for record in records:
        if record.key.form == "SV" and (on := day_held(record)) is not None:
            found[record.key.visit, record.key.visit_repeat] = date.fromisoformat(on)
    return found


def _titres(
    records: Iterable[Record], held: Mapping[tuple[str, int], date]
) -> Iterable[Titre | None]:
    for r in records:
        if r.key.form == "LB":
            yield titre(r, held.get((r.key.visit, r.key.visit_repeat)))


def _events(records: Iterable[Record], first_dose: date | None) -> Iterable[AdverseEvent]:
    for record in records:
        if record.key.form == "AE":
            for row in record.live(EVENTS.name):
                yield adverse_event(record.key, row, first_dose)


def _order(event: AdverseEvent) -> tuple[date, str, RecordKey, str]:
    return event.start or date.max, event.term, event.record, event.row


def _skin(record: Record, on: date) -> Skin:
    cells = (row.get(name) for row in areas(record).values() for name in clasi.ACTIVITY_CELLS)
    return Skin(record.key, on, clasi_score(record), max((int(c) for c in cells if c), default=0))


def _systemic(record: Record, on: date) -> Systemic:
    rows = {row.key: row.values for row in record.live(PRESENT.name)}
    return Systemic(record.key, on, sledai.score(rows))
