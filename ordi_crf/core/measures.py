"""Outcome measures as the registry words them, each with the visits that prove it.

Registry record NCT01408199: complete response is CLASI = 0 following treatment, read as activity
(damage can be irreversible), as the publication does (Cortés-Hernández et al., Arthritis Res Ther
2012;14:R265); a cutaneous flare is a CLASI of 2 or more after withdrawal in a subject who had a
complete response. A CLASI with a blank item has no total and is no assessment. Where denominators
differ both are given: all treated, and the evaluable, who are the treated without those whose drug
was withdrawn for an adverse event before any complete response.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from ordi_crf.core.histories import AdverseEvent, Assessment, History
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.core.stats import Proportion, Summary, summary

WINDOW = timedelta(days=14)
"""How late a visit may be and still belong to its month."""
DAYS_PER_MONTH = Fraction(36525, 1200)
FLARE = 2
"""CLASI activity from which on it is a flare."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a result: whose record, of which day, and what it says."""

    subject: SubjectKey
    record: RecordKey
    on: date
    value: int


@dataclass(frozen=True, slots=True)
class Response:
    """Complete responses: CLASI activity 0 after Day 1."""

    evidence: tuple[Evidence, ...]
    """The first assessment with activity 0 of each responder."""
    of_treated: Proportion
    of_evaluable: Proportion
    not_evaluable: tuple[SubjectKey, ...]
    unknown: tuple[SubjectKey, ...]
    """Treated without any assessment in time; they count as not responding."""


@dataclass(frozen=True, slots=True)
class Flare:
    """Cutaneous flares after withdrawal, among subjects with a complete response before it."""

    evidence: tuple[Evidence, ...]
    """The first assessment after the last dose with activity of 2 or more."""
    weeks: Summary | None
    """From the last dose to the flare."""
    proportion: Proportion
    unknown: tuple[SubjectKey, ...]
    """Withdrawn responders without an assessment since; not counted."""


@dataclass(frozen=True, slots=True)
class SideEffects:
    """Adverse events from Day 1 on that are not called unrelated."""

    events: tuple[tuple[SubjectKey, AdverseEvent], ...]
    proportion: Proportion
    withdrawn: tuple[SubjectKey, ...]
    """Subjects whose drug was withdrawn for an adverse event."""


def activity(histories: Iterable[History], visit: str | None = None) -> Summary | None:
    """Return the summary of CLASI activity of the treated at a visit, or at baseline."""
    found = (h.at(visit) if visit else h.baseline for h in histories if h.treated)
    return summary([a.activity for a in found if a is not None and a.activity is not None])


def improved(histories: Iterable[History], visit: str) -> tuple[Evidence, ...]:
    """Return the treated subjects whose activity at a visit is below their baseline."""
    return tuple(
        _evidence(now)
        for h in histories
        if (now := h.at(visit)) and (then := h.baseline)
        if now.activity is not None and then.activity is not None and now.activity < then.activity
    )


def complete_response(histories: Iterable[History], months: int | None = None) -> Response:
    """Return the complete responses, at any time or by a month (with its window of 14 days)."""
    treated = [h for h in histories if h.treated]
    cleared = [(h, _cleared(h, months)) for h in treated]
    not_evaluable = tuple(h.subject for h in treated if not evaluable(h))
    evidence = tuple(_evidence(a) for _, a in cleared if a is not None)
    return Response(
        evidence,
        Proportion(len(evidence), len(treated)),
        Proportion(len(evidence), len(treated) - len(not_evaluable)),
        not_evaluable,
        tuple(h.subject for h in treated if not any(_by(h, months))),
    )


def evaluable(history: History) -> bool:
    """Return whether a treated subject's response can be evaluated.

    Not when the drug was withdrawn for an adverse event without any complete response.
    """
    stopped = any(event.withdrawn for event in history.events)
    return history.treated and not (stopped and _cleared(history) is None)


def flare_after_withdrawal(histories: Iterable[History], months: int = 12) -> Flare:
    """Return the cutaneous flares within months of the last dose."""
    withdrawn = [h for h in histories if h.last_dose is not None and _cleared_on_treatment(h)]
    followed = [h for h in withdrawn if h.after_withdrawal]
    flares = [(h, a) for h in followed if (a := _flare(h, months)) is not None]
    weeks = [Fraction((a.on - h.last_dose).days, 7) for h, a in flares if h.last_dose is not None]
    return Flare(
        tuple(_evidence(a) for _, a in flares),
        summary(weeks),
        Proportion(len(flares), len(followed)),
        tuple(h.subject for h in withdrawn if not h.after_withdrawal),
    )


def side_effects(histories: Iterable[History], months: int = 12) -> SideEffects:
    """Return related adverse events that began from Day 1 to a month after it."""
    treated = [h for h in histories if h.treated]
    events = tuple(
        (h.subject, event)
        for h in treated
        for event in h.events
        if event.related and _emergent(event, h, months)
    )
    return SideEffects(
        events,
        Proportion(len({subject for subject, _ in events}), len(treated)),
        tuple(h.subject for h in treated if any(event.withdrawn for event in h.events)),
    )


def follow_up(histories: Iterable[History]) -> Summary | None:
    """Return the summary of follow-up of the treated: months from Day 1 to the last visit."""
    return summary(
        [
            (h.last_visit - h.first_dose).days / DAYS_PER_MONTH
            for h in histories
            if h.first_dose is not None and h.last_visit is not None
        ]
    )


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _evidence(assessment: Assessment) -> Evidence:
    assert assessment.activity is not None
    key = assessment.key
    return Evidence(key.subject, key, assessment.on, assessment.activity)


def _first(found: Iterable[Assessment], holds: Callable[[int], bool]) -> Assessment | None:
    return next((a for a in found if a.activity is not None and holds(a.activity)), None)


def _by(history: History, months: int | None) -> tuple[Assessment, ...]:
    """Return the assessments after Day 1, up to the end of a month's window."""
    if months is None or history.first_dose is None:
        return history.after_day_1
    end = months_after(history.first_dose, months) + WINDOW
    return tuple(a for a in history.after_day_1 if a.on <= end)


def _cleared(history: History, months: int | None = None) -> Assessment | None:
    return _first(_by(history, months), lambda total: total == 0)


def _cleared_on_treatment(history: History) -> bool:
    last = history.last_dose
    return any(a.activity == 0 for a in history.after_day_1 if last is not None and a.on <= last)


def _flare(history: History, months: int) -> Assessment | None:
    assert history.last_dose is not None
    end = months_after(history.last_dose, months)
    found = (a for a in history.after_withdrawal if a.on <= end)
    return _first(found, lambda total: total >= FLARE)


def _emergent(event: AdverseEvent, history: History, months: int) -> bool:
    if event.start is None or history.first_dose is None:
        return True
    return history.first_dose <= event.start <= months_after(history.first_dose, months)
