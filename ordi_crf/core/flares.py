"""Outcomes 3 and 5 of the registry record by each reading: systemic and cutaneous flares.

A systemic flare is a SLEDAI of 6 or more after Day 1; skin alone reaches 6, and a subject may have
had 6 before treatment, which the other readings take out. A cutaneous flare is a CLASI of 2 or more
after withdrawal in a subject who had been clear under treatment. When the drug is taken up again
the last dose is that of the last spell; the reading by the first withdrawal ends at the restart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ordi_crf.core import sledai
from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.measures import FLARE, months_after
from ordi_crf.core.periods import before_dose, between, end_of_month
from ordi_crf.core.readings import (
    Judge,
    Judged,
    Outcome,
    Proof,
    Why,
    estimate,
    missing,
    unseen,
)
from ordi_crf.core.sledai import ACTIVE, Reading
from ordi_crf.core.survival import Followed
from ordi_crf.forms.schema import Text

SYSTEMIC_MONTH, CUTANEOUS_MONTHS = 6, 12


def systemic_flare(courses: Iterable[Course]) -> Outcome:
    """Return outcome 3."""
    people = tuple(courses)
    return Outcome(
        3,
        Text("Systemic flare within 6 months", "Brote sistémico en 6 meses"),
        Text("treated with a SLEDAI after Day 1", "tratados con SLEDAI tras el día 1"),
        Text("treated", "tratados"),
        tuple(estimate(reading.value, people, _systemic(reading)) for reading in Reading),
    )


def cutaneous_flare(courses: Iterable[Course]) -> Outcome:
    """Return outcome 5."""
    people = tuple(courses)
    return Outcome(
        5,
        Text(
            "Cutaneous flare within 12 months of withdrawal",
            "Brote cutáneo en los 12 meses tras la retirada",
        ),
        Text("withdrawn after a complete response and seen", "retirados tras respuesta y vistos"),
        Text("withdrawn after a complete response", "retirados tras respuesta completa"),
        tuple(
            estimate(reading, people, judge)
            for reading, judge in (
                (
                    Text("activity of 2 or more", "actividad de 2 o más"),
                    _cutaneous(_last_withdrawal, _activity),
                ),
                (
                    Text(
                        "a single grade of erythema or scale of 2 or more",
                        "un solo grado de eritema o descamación de 2 o más",
                    ),
                    _cutaneous(_last_withdrawal, lambda skin: skin.worst),
                ),
                (
                    Text(
                        "activity of 2 or more after the first withdrawal, until a restart",
                        "actividad de 2 o más tras la primera retirada, hasta reiniciar",
                    ),
                    _cutaneous(_first_withdrawal, _activity),
                ),
                (
                    Text(
                        "activity of 2 or more while still treated, after a complete response",
                        "actividad de 2 o más aún en tratamiento, tras respuesta completa",
                    ),
                    _on_treatment,
                ),
            )
        ),
    )


def time_to_cutaneous_flare(courses: Iterable[Course]) -> tuple[Followed, ...]:
    """Return days from the last dose to the flare, or to the last CLASI within 12 months."""
    found = []
    for course in courses:
        window = _last_withdrawal(course)
        seen = _whole(course, *window) if window is not None else ()
        if window is None or not seen:
            continue
        flares = [skin for skin in seen if _activity(skin) >= FLARE]
        ended = flares[0] if flares else seen[-1]
        found.append(Followed((ended.on - window[0]).days, bool(flares)))
    return tuple(found)


def _systemic(reading: Reading) -> Judge:
    def judge(course: Course) -> Judged | None:
        day_1 = course.history.first_dose
        if day_1 is None:
            return None
        recorded = between(course.systemic, day_1, end_of_month(day_1, SYSTEMIC_MONTH))
        seen = [found for found in recorded if found.score.total is not None]
        if not seen:
            return missing(unseen(recorded))
        before = [f.score for f in before_dose(course.systemic, day_1) if not f.score.missing]
        baseline = before[-1] if before else None
        if (why := _not_at_risk(reading, baseline)) is not None:
            return missing(why)
        return Judged(
            tuple(
                Proof(found.record, found.on, str(found.score.total))
                for found in seen
                if sledai.flare(found.score, baseline, reading)
            )
        )

    return judge


def _not_at_risk(reading: Reading, baseline: sledai.Score | None) -> Why | None:
    """Return why a reading that needs a baseline does not concern a subject."""
    if reading not in (Reading.NEW, Reading.RISEN):
        return None
    if baseline is None or baseline.total is None:
        return Why.NO_BASELINE
    return Why.ACTIVE_BEFORE if reading is Reading.NEW and baseline.total >= ACTIVE else None


Window = Callable[[Course], tuple[date, date] | None]
"""The last dose, and the last day on which a flare counts; None without a response before it."""


def _cutaneous(window: Window, graded: Callable[[Skin], int]) -> Judge:
    def judge(course: Course) -> Judged | None:
        found = window(course)
        if found is None:
            return None
        seen = _whole(course, *found)
        if not seen:
            return missing(unseen(between(course.skin, *found)))
        return Judged(_flares(seen, graded))

    return judge


def _on_treatment(course: Course) -> Judged | None:
    """Judge the time between the first complete response and the last dose."""
    clear = _cleared(course, course.history.last_dose)
    if clear is None:
        return None
    recorded = between(course.skin, clear, course.history.last_dose)
    seen = tuple(skin for skin in recorded if skin.activity is not None)
    return Judged(_flares(seen, _activity)) if seen else missing(unseen(recorded))


def _last_withdrawal(course: Course) -> tuple[date, date] | None:
    last = course.history.last_dose
    if last is None or _cleared(course, last) is None:
        return None
    return last, months_after(last, CUTANEOUS_MONTHS)


def _first_withdrawal(course: Course) -> tuple[date, date] | None:
    """Return the first withdrawal after a response; a restart, its own day included, ends it."""
    for n, spell in enumerate(course.spells):
        if spell.last is not None and _cleared(course, spell.last) is not None:
            end = months_after(spell.last, CUTANEOUS_MONTHS)
            restart = course.spells[n + 1].first if n + 1 < len(course.spells) else end
            return spell.last, min(end, restart)
    return None


def _cleared(course: Course, until: date | None) -> date | None:
    """Return the day of the first activity 0 after Day 1, up to a day."""
    day_1 = course.history.first_dose
    if day_1 is None:
        return None
    return next((s.on for s in between(course.skin, day_1, until) if s.activity == 0), None)


def _whole(course: Course, after: date, until: date) -> tuple[Skin, ...]:
    return tuple(s for s in between(course.skin, after, until) if s.activity is not None)


def _flares(seen: Iterable[Skin], graded: Callable[[Skin], int]) -> tuple[Proof, ...]:
    return tuple(
        Proof(skin.record, skin.on, str(graded(skin))) for skin in seen if graded(skin) >= FLARE
    )


def _activity(skin: Skin) -> int:
    assert skin.activity is not None
    return skin.activity
