"""Outcomes 1 and 2 of the registry record by each reading: complete response, side effects.

Complete response is CLASI = 0 following treatment, read as activity, since damage can be
irreversible. The evaluable are the treated without those who stopped for an adverse event before
any assessment of their response. A side effect is an adverse event from Day 1 on that is not called
unrelated; an unanswered relation counts as related.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ordi_crf import study
from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.histories import AdverseEvent
from ordi_crf.core.measures import WINDOW, months_after
from ordi_crf.core.periods import between, end_of_month
from ordi_crf.core.readings import Judge, Judged, Outcome, Proof, Why, estimate, unseen
from ordi_crf.core.records import RecordKey
from ordi_crf.forms.schema import Text

RESPONSE_MONTH, SAFETY_MONTH = 3, 12


def complete_response(courses: Iterable[Course]) -> Outcome:
    """Return outcome 1; whoever was not seen in the window counts as not responding."""
    people = tuple(courses)
    return Outcome(
        1,
        Text("Complete response within 3 months", "Respuesta completa en 3 meses"),
        Text("evaluable", "evaluables"),
        Text("treated", "tratados"),
        tuple(
            estimate(reading, people, judge)
            for reading, judge in (
                (
                    Text("activity 0 by month 3", "actividad 0 hasta el mes 3"),
                    _response(RESPONSE_MONTH, _by),
                ),
                (
                    Text(
                        "activity 0 at the visit of month 3", "actividad 0 en la visita del mes 3"
                    ),
                    _response(RESPONSE_MONTH, _at),
                ),
                (
                    Text("activity and damage 0 by month 3", "actividad y daño 0 hasta el mes 3"),
                    _response(RESPONSE_MONTH, _by, damage=True),
                ),
                (
                    Text("activity 0 at any time", "actividad 0 en cualquier momento"),
                    _response(None, _by),
                ),
            )
        ),
    )


def side_effects(courses: Iterable[Course]) -> Outcome:
    """Return outcome 2; the evidence names events, the proportion counts subjects."""
    people = tuple(courses)
    treated = Text("treated", "tratados")
    return Outcome(
        2,
        Text("Side effect within 12 months", "Efecto secundario en 12 meses"),
        treated,
        treated,
        tuple(
            estimate(reading, people, judge)
            for reading, judge in (
                (
                    Text("related, from Day 1 to month 12", "relacionado, del día 1 al mes 12"),
                    _adverse_event(_from_first_dose),
                ),
                (
                    Text("any cause, from Day 1 to month 12", "toda causa, del día 1 al mes 12"),
                    _adverse_event(_from_first_dose, any_cause=True),
                ),
                (
                    Text(
                        "related, from Day 1 to 12 months after the last dose",
                        "relacionado, del día 1 a 12 meses tras la última dosis",
                    ),
                    _adverse_event(_from_last_dose),
                ),
            )
        ),
    )


Assessed = Callable[[Course, date, int | None], tuple[Skin, ...]]


def _response(months: int | None, seen: Assessed, *, damage: bool = False) -> Judge:
    def judge(course: Course) -> Judged | None:
        day_1 = course.history.first_dose
        if day_1 is None:
            return None
        recorded = seen(course, day_1, months)
        known = [skin for skin in recorded if skin.activity is not None]
        clear = tuple(
            Proof(skin.record, skin.on, "0")
            for skin in known
            if skin.activity == 0 and (not damage or skin.damage == 0)
        )
        if _stopped_unseen(course, _by(course, day_1, months)):
            return Judged(clear, Why.STOPPED, assessed=False)
        return Judged(clear, None if known else unseen(recorded))

    return judge


def _by(course: Course, day_1: date, months: int | None) -> tuple[Skin, ...]:
    return between(course.skin, day_1, None if months is None else end_of_month(day_1, months))


def _at(course: Course, day_1: date, months: int | None) -> tuple[Skin, ...]:
    """Return the whole assessment nearest to a month, the partial ones where none is whole."""
    assert months is not None
    due = months_after(day_1, months)
    found = [skin for skin in _by(course, day_1, months) if skin.on >= due - WINDOW]
    whole = [skin for skin in found if skin.activity is not None]
    return tuple(sorted(whole, key=lambda skin: abs(skin.on - due))[:1] or found)


def _stopped_unseen(course: Course, seen: Sequence[Skin]) -> bool:
    """Return whether the drug was withdrawn for an event before any whole assessment."""
    last = course.history.last_dose
    on_drug = (s for s in seen if s.activity is not None and (last is None or s.on <= last))
    return any(event.withdrawn for event in course.history.events) and not any(on_drug)


Window = Callable[[Course], tuple[date, date | None]]


def _adverse_event(window: Window, *, any_cause: bool = False) -> Judge:
    def judge(course: Course) -> Judged | None:
        if not course.history.treated:
            return None
        record = RecordKey(course.subject, study.LOG.code, "AE")
        events = [
            event
            for event in course.history.events
            if (any_cause or event.related) and _within(event, *window(course))
        ]
        return Judged(
            tuple(Proof(record, event.start, event.term) for event in sorted(events, key=_order))
        )

    return judge


def _from_first_dose(course: Course) -> tuple[date, date | None]:
    first = course.history.first_dose
    assert first is not None
    return first, months_after(first, SAFETY_MONTH)


def _from_last_dose(course: Course) -> tuple[date, date | None]:
    first, last = course.history.first_dose, course.history.last_dose
    assert first is not None
    return first, None if last is None else months_after(last, SAFETY_MONTH)


def _within(event: AdverseEvent, first: date, end: date | None) -> bool:
    """Return whether an event began in a period; one without any date may have."""
    start = event.start
    return start is None or (start >= first and (end is None or start <= end))


def _order(event: AdverseEvent) -> tuple[date, str]:
    return event.start or date.max, event.term
