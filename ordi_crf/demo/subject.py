"""What the demonstration study knows of an invented patient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

RELAPSED = "Relapse; topical steroid started (synthetic)."
"""The comment at the visit of a relapse."""


@dataclass(frozen=True, slots=True)
class Report:
    """The report of a serious adverse event; days count from Day 1."""

    aware: int
    sent: int
    narrative: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Event:
    """An adverse event; days count from Day 1, `end` None while it goes on."""

    term: str
    start: int
    end: int | None
    grade: str
    relation: str
    action: str = "DOSE NOT CHANGED"
    treated: str = "N"
    special: str = ""
    """The kind of special interest, if any."""
    report: Report | None = None
    """Of an event that was serious, because the patient was admitted to hospital."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A laboratory result that is not like the patient's others."""

    visit: str
    test: str
    result: str
    significant: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Where painting and scoring disagree, and why that stands."""

    visit: str
    location: str
    painted: int
    """Level painted there in place of the one scored."""
    reason: str
    elsewhere: str | None = None
    """What is affected and cannot be drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An invented patient."""

    subjid: str
    born: str
    race: str = "WHITE"
    ethnic: str = "NOT HISPANIC OR LATINO"
    day_1: str
    last_dose: int | None
    """Days after Day 1; None while treatment goes on."""
    doses: str
    """After which visit, mg, frequency and why."""
    lesions: str
    widespread: str = ""
    """Regions shaded all over at baseline, those that last longest first; `=` fills a region."""
    damage: str = ""
    lasting: str = "LT12"
    course: str
    dsdna: str = "<10"
    low_c4: bool = False
    events: tuple[Event, ...] = ()
    readings: tuple[Reading, ...] = ()
    remarks: tuple[Remark, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
