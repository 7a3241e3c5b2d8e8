"""What the demonstration study knows of an invented patient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Event:
    """An adverse event; days count from Day 1, `end` None while it goes on."""

    term: str
    start: int
    end: int | None
    grade: str
    relation: str
    action: str = "DOSE NOT CHANGED"


@dataclass(frozen=True, slots=True)
class Reading:
    """A laboratory result that is not like the patient's others."""

    visit: str
    test: str
    result: str
    significant: str | None = None
    reason: str = ""
    """Why a soft finding stands."""


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
    """From which day, mg, frequency and why."""
    lesions: str
    widespread: str = ""
    """Regions shaded all over at baseline, those that last longest first; `=` fills a region."""
    damage: str = ""
    lasting: str = "LT12"
    course: str
    dsdna: str = "<10"
    events: tuple[Event, ...] = ()
    readings: tuple[Reading, ...] = ()
    remarks: tuple[Remark, ...] = ()
    comments: Mapping[str, str] = field(default_factory=dict)
