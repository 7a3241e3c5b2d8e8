"""Outcomes 1 and 2 of the registry record by each reading: complete response, side effects.

Complete response is CLASI = 0 following treatment, read as activity, since damage can be
irreversible. The evaluable are the treated without those who stopped for an adverse event before
any assessment of their response. A side effect is an adverse event from Day 1 on that is not called
unrelated; an unanswered relation counts as related.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ordi_crf.core.adverse_events import AdverseEvent
from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.periods import WINDOW, between, end_of_month, months_after
from ordi_crf.core.phrases import filled, plain
from ordi_crf.core.readings import (
    Judge,
    Judged,
    Outcome,
    Proof,
    Reading,
    Why,
    estimates,
    outside,
    unseen,
)
from ordi_crf.forms.adverse_events import EVENTS
from ordi_crf.forms.schema import Text

RESPONSE_MONTH, SAFETY_MONTH = 3, 12
TREATED = Text("treated", "tratados")


def complete_response(courses: Iterable[Course]) -> Outcome:
    """Return outcome 1; whoever was not seen in the window counts as not responding."""
    return Outcome(
        1,
        Text("Complete response within 3 months", "Respuesta completa en 3 meses"),
        Text(
            "Proportion of patients achieving a complete response. Response is evaluated by the "
            "validated CLASI; complete response is CLASI = 0 following treatment.",
            "Proporción de pacientes que alcanzan una respuesta completa. La respuesta se evalúa "
            "con el CLASI validado; respuesta completa es CLASI = 0 tras el tratamiento.",
        ),
        Text("evaluable", "evaluables"),
        TREATED,
        estimates(courses, _RESPONSES),
    )


def side_effects(courses: Iterable[Course]) -> Outcome:
    """Return outcome 2; the evidence names events, the proportion counts subjects."""
    return Outcome(
        2,
        Text("Side effect within 12 months", "Efecto secundario en 12 meses"),
        Text(
            "Proportion of patients developing a side effect.",
            "Proporción de pacientes que presentan un efecto secundario.",
        ),
        TREATED,
        TREATED,
        estimates(courses, _SIDE_EFFECTS),
    )


def activity_said(skin: Skin) -> Proof:
    """Return what a CLASI says of activity; it has a total."""
    return Proof(
        skin.record, skin.on, Text("activity {n}", "actividad {n}").format(n=skin.activity or 0)
    )


Assessed = Callable[[Course, date, int | None], tuple[Skin, ...]]


def _response(months: int | None, seen: Assessed, *, damage: bool = False) -> Judge:
    def judge(course: Course) -> Judged:
        day_1 = course.day_1
        if day_1 is None:
            return outside(Why.UNTREATED)
        recorded = seen(course, day_1, months)
        known = [skin for skin in recorded if _decides(skin, damage=damage)]
        clear = [s for s in known if s.activity == 0 and (not damage or s.damage == 0)]
        said = _both_said if damage else activity_said
        why = None if known else unseen(recorded)
        stopped = _stopped_unseen(course, day_1)
        return Judged(
            tuple(map(said, clear)),
            Why.STOPPED if stopped else why,
            assessed=not stopped,
            examined=tuple(map(said, known)),
            decided=bool(known),
        )

    return judge


def _decides(skin: Skin, *, damage: bool) -> bool:
    """Return whether a CLASI says whether all is clear: activity alone can say that it is not."""
    if skin.activity is None:
        return False
    return not damage or skin.activity > 0 or skin.damage is not None


def _both_said(skin: Skin) -> Proof:
    damage = plain("?" if skin.damage is None else skin.damage)
    template = Text("activity {activity}, damage {damage}", "actividad {activity}, daño {damage}")
    said = filled(template, activity=plain(skin.activity or 0), damage=damage)
    return Proof(skin.record, skin.on, said)


def _by(course: Course, day_1: date, months: int | None) -> tuple[Skin, ...]:
    return between(course.skin, day_1, None if months is None else end_of_month(day_1, months))


def _at(course: Course, day_1: date, months: int | None) -> tuple[Skin, ...]:
    """Return the whole assessment nearest to a month, the partial ones where none is whole."""
    assert months is not None
    due = months_after(day_1, months)
    found = [skin for skin in _by(course, day_1, months) if skin.on >= due - WINDOW]
    whole = [skin for skin in found if skin.activity is not None]
    return tuple(sorted(whole, key=lambda skin: abs(skin.on - due))[:1] or found)


def _stopped_unseen(course: Course, day_1: date) -> bool:
    """Return whether the drug was withdrawn for an event before any whole assessment.

    Any up to the last dose will do, whatever the window of a reading: who is evaluable is one set.
    Whose doses go on has not stopped, whatever an event says of the drug.
    """
    last = course.treatment.last
    if last is None or not any(event.withdrawn for event in course.events):
        return False
    return not between(course.scored, day_1, last)


Window = Callable[[Course], tuple[date, date | None]]


def _adverse_event(window: Window, *, any_cause: bool = False) -> Judge:
    def judge(course: Course) -> Judged:
        if course.day_1 is None:
            return outside(Why.UNTREATED)
        known = [event for event in course.events if _within(event, *window(course))]
        return Judged(
            tuple(_event_said(event) for event in known if any_cause or event.related),
            examined=tuple(map(_event_said, known)),
        )

    return judge


def _event_said(event: AdverseEvent) -> Proof:
    graded = Text("{term}, grade {grade}", "{term}, grado {grade}")
    said = graded.format(term=event.term, grade=event.grade) if event.grade else plain(event.term)
    return Proof(event.record, event.start, said, (EVENTS.name, event.row, "AETERM"))


def _from_first_dose(course: Course) -> tuple[date, date | None]:
    first = course.day_1
    assert first is not None
    return first, months_after(first, SAFETY_MONTH)


def _from_last_dose(course: Course) -> tuple[date, date | None]:
    first, last = course.day_1, course.treatment.last
    assert first is not None
    return first, None if last is None else months_after(last, SAFETY_MONTH)


def _within(event: AdverseEvent, first: date, end: date | None) -> bool:
    """Return whether an event began in a period; one without any date may have."""
    start = event.start
    return start is None or (start >= first and (end is None or start <= end))


_RESPONSES = (
    Reading(
        "O1.EVER",
        Text("activity 0 by month 3", "actividad 0 hasta el mes 3"),
        _response(RESPONSE_MONTH, _by),
    ),
    Reading(
        "O1.M3",
        Text("activity 0 at the visit of month 3", "actividad 0 en la visita del mes 3"),
        _response(RESPONSE_MONTH, _at),
    ),
    Reading(
        "O1.DAMAGE",
        Text("activity and damage 0 by month 3", "actividad y daño 0 hasta el mes 3"),
        _response(RESPONSE_MONTH, _by, damage=True),
    ),
    Reading(
        "O1.ANY",
        Text("activity 0 at any time", "actividad 0 en cualquier momento"),
        _response(None, _by),
    ),
)

_SIDE_EFFECTS = (
    Reading(
        "O2.RELATED",
        Text("related, from Day 1 to month 12", "relacionado, del día 1 al mes 12"),
        _adverse_event(_from_first_dose),
    ),
    Reading(
        "O2.ALL",
        Text("any cause, from Day 1 to month 12", "toda causa, del día 1 al mes 12"),
        _adverse_event(_from_first_dose, any_cause=True),
    ),
    Reading(
        "O2.LAST",
        Text(
            "related, from Day 1 to 12 months after the last dose",
            "relacionado, del día 1 a 12 meses tras la última dosis",
        ),
        _adverse_event(_from_last_dose),
    ),
)
