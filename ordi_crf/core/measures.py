"""What the publication tells beside the registered outcomes: activity by visit, follow-up.

Cortés-Hernández et al., Arthritis Res Ther 2012;14:R265. A CLASI with a blank item has no total and
is no assessment; only the treated count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ordi_crf import study
from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.flares import time_to_cutaneous_flare
from ordi_crf.core.periods import DAYS_PER_MONTH, FIRST, SCREENING
from ordi_crf.core.readings import Proof
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.responses import activity_said
from ordi_crf.core.stats import Proportion, Summary, summary


@dataclass(frozen=True, slots=True)
class Improved:
    """How many are below their baseline at a visit, of those scored at both."""

    proportion: Proportion
    evidence: tuple[Proof, ...]


def activity(courses: Iterable[Course], visit: str | None = None) -> Summary | None:
    """Return the summary of CLASI activity of the treated at a visit, or at baseline."""
    found = (_at(c, visit) for c in courses if c.day_1 is not None)
    return summary([s.activity for s in found if s is not None and s.activity is not None])


def activity_by_visit(courses: Iterable[Course]) -> tuple[tuple[str | None, Summary], ...]:
    """Return the summary of activity at baseline, None, and at each later visit of the plan."""
    people = tuple(courses)
    later = (v.code for v in study.VISITS if v.planned and v.code not in (SCREENING, FIRST))
    found = ((visit, activity(people, visit)) for visit in (None, *later))
    return tuple((visit, known) for visit, known in found if known is not None)


def improved(courses: Iterable[Course], visit: str) -> Improved:
    """Return the treated whose activity at a visit is below their baseline."""
    pairs = [
        (now, _activity(now) < _activity(then))
        for c in courses
        if c.day_1 is not None
        if (now := c.at(visit)) is not None and (then := c.baseline) is not None
    ]
    better = tuple(activity_said(now) for now, less in pairs if less)
    return Improved(Proportion(len(better), len(pairs)), better)


def weeks_to_flare(courses: Iterable[Course]) -> Summary | None:
    """Return the summary of weeks from withdrawal to the cutaneous flare, of those who had one."""
    return summary([Fraction(f.days, 7) for f in time_to_cutaneous_flare(courses) if f.event])


def follow_up(courses: Iterable[Course]) -> Summary | None:
    """Return the summary of follow-up of the treated: months from Day 1 to the last visit."""
    return summary(
        [
            (c.last_visit - c.day_1).days / DAYS_PER_MONTH
            for c in courses
            if c.day_1 is not None and c.last_visit is not None
        ]
    )


def withdrawn(courses: Iterable[Course]) -> tuple[SubjectKey, ...]:
    """Return the treated whose drug was withdrawn for an adverse event."""
    return tuple(c.subject for c in courses if c.day_1 and any(e.withdrawn for e in c.events))


def _at(course: Course, visit: str | None) -> Skin | None:
    return course.baseline if visit is None else course.at(visit)


def _activity(skin: Skin) -> int:
    assert skin.activity is not None
    return skin.activity
