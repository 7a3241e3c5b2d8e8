"""Outcomes 3 and 5 of the registry record by each reading: systemic and cutaneous flares.

A systemic flare is a SLEDAI of 6 or more after Day 1; skin alone reaches 6, and a subject may have
had 6 before treatment, which the other readings take out. A cutaneous flare is a CLASI of 2 or more
after withdrawal, until the drug is taken again, in a subject who had been clear after Day 1 and on
or before that last dose; whether the drug was being taken when the skin was clear is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ordi_crf.core import sledai
from ordi_crf.core.courses import Course, Skin, Systemic
from ordi_crf.core.periods import before_dose, between, end_of_month
from ordi_crf.core.readings import (
    Judge,
    Judged,
    Outcome,
    Proof,
    Reading,
    Why,
    estimates,
    missing,
    outside,
    unseen,
)
from ordi_crf.core.responses import TREATED, activity_said
from ordi_crf.core.sledai import ACTIVE
from ordi_crf.core.survival import Followed
from ordi_crf.core.watches import (
    FLARE,
    Watch,
    first_response,
    followed,
    watch_after_last_dose,
    watches,
)
from ordi_crf.forms.schema import Text

SYSTEMIC_MONTH = 6
_LETTERS = {
    sledai.Reading.LITERAL: "A",
    sledai.Reading.NEW: "B",
    sledai.Reading.RISEN: "C",
    sledai.Reading.SYSTEMIC: "D",
}


def systemic_flare(courses: Iterable[Course]) -> Outcome:
    """Return outcome 3."""
    return Outcome(
        3,
        Text("Systemic flare within 6 months", "Brote sistémico en 6 meses"),
        Text(
            "Proportion of patients developing a systemic lupus flare. Assessed by SLEDAI; active "
            "disease is SLEDAI ≥ 6.",
            "Proporción de pacientes con brote lúpico sistémico. Se evalúa con SLEDAI; enfermedad "
            "activa es SLEDAI ≥ 6.",
        ),
        Text("treated with a SLEDAI after Day 1", "tratados y con SLEDAI tras el día 1"),
        TREATED,
        estimates(
            courses,
            (Reading(f"O3.{_LETTERS[r]}", r.value, _systemic(r)) for r in sledai.Reading),
        ),
    )


def cutaneous_flare(courses: Iterable[Course]) -> Outcome:
    """Return outcome 5."""
    return Outcome(
        5,
        Text(
            "Cutaneous flare within 12 months of withdrawal",
            "Brote cutáneo en los 12 meses tras la retirada",
        ),
        Text(
            "Proportion of patients having a cutaneous flare following treatment withdrawal: at "
            "least one CLASI ≥ 2 in patients with a previous complete resolution of the "
            "inflammatory rash (CLASI = 0).",
            "Proporción de pacientes con brote cutáneo tras la retirada del tratamiento: al menos "
            "un CLASI ≥ 2 en pacientes con resolución completa previa del exantema inflamatorio "
            "(CLASI = 0).",
        ),
        Text("withdrawn after a complete response and seen", "retirados tras respuesta y vistos"),
        Text("withdrawn after a complete response", "retirados tras respuesta completa"),
        estimates(courses, _CUTANEOUS),
    )


def time_to_cutaneous_flare(courses: Iterable[Course]) -> tuple[Followed, ...]:
    """Return how long each withdrawn responder was followed, in days, and whether they flared."""
    return tuple(found for course in courses if (found := followed(course)) is not None)


def _systemic(reading: sledai.Reading) -> Judge:
    def judge(course: Course) -> Judged:
        day_1 = course.day_1
        if day_1 is None:
            return outside(Why.UNTREATED)
        recorded = between(course.systemic, day_1, end_of_month(day_1, SYSTEMIC_MONTH))
        seen = [found for found in recorded if found.score.total is not None]
        before = [f for f in before_dose(course.systemic, day_1) if not f.score.missing]
        baseline = before[-1] if before else None
        basis = () if baseline is None else (_sledai_said(baseline, reading),)
        examined = tuple(_sledai_said(found, reading) for found in seen)
        if not seen:
            return missing(unseen(recorded), basis=basis)
        score = None if baseline is None else baseline.score
        if (why := _not_at_risk(reading, score)) is not None:
            return missing(why, examined, basis)
        flares = (f for f in seen if sledai.flare(f.score, score, reading))
        evidence = tuple(_sledai_said(found, reading) for found in flares)
        return Judged(evidence, examined=examined, basis=basis)

    return judge


def _sledai_said(found: Systemic, reading: sledai.Reading) -> Proof:
    said = Text("SLEDAI {n}", "SLEDAI {n}").format(n=found.score.total or 0)
    if reading is sledai.Reading.SYSTEMIC:
        without = Text("SLEDAI {n} without skin and mucosa", "SLEDAI {n} sin piel ni mucosas")
        said = without.format(n=found.score.non_mucocutaneous or 0)
    return Proof(found.record, found.on, said)


def _not_at_risk(reading: sledai.Reading, baseline: sledai.Score | None) -> Why | None:
    """Return why a reading that needs a baseline does not concern a subject."""
    if reading not in (sledai.Reading.NEW, sledai.Reading.RISEN):
        return None
    if baseline is None or baseline.total is None:
        return Why.NO_BASELINE
    new = reading is sledai.Reading.NEW
    return Why.ACTIVE_BEFORE if new and baseline.total >= ACTIVE else None


Watched = Callable[[Course], tuple[Watch, ...]]


def _cutaneous(watched: Watched, graded: Callable[[Skin], int]) -> Judge:
    def judge(course: Course) -> Judged:
        found = watched(course)
        if not found:
            return outside(_not_watched(course))
        basis = (activity_said(found[0].cleared),)
        seen = [skin for watch in found for skin in watch.seen]
        if not seen:
            recorded = [skin for watch in found for skin in watch.recorded]
            cut = found[-1].restarted and not recorded
            return missing(Why.RESTARTED if cut else unseen(recorded), basis=basis)
        return _flares(seen, graded, basis)

    return judge


def _not_watched(course: Course) -> Why:
    if course.day_1 is None:
        return Why.UNTREATED
    if all(spell.last is None for spell in course.treatment.spells):
        return Why.NOT_WITHDRAWN
    return Why.NEVER_CLEAR if first_response(course, None) is None else Why.NOT_CLEAR_BEFORE


def _after_last_dose(course: Course) -> tuple[Watch, ...]:
    watch = watch_after_last_dose(course)
    return () if watch is None else (watch,)


def _on_treatment(course: Course) -> Judged:
    """Judge the days under treatment after the first complete response."""
    clear = first_response(course, course.treatment.last)
    if clear is None:
        return outside(Why.UNTREATED if course.day_1 is None else Why.NEVER_CLEAR)
    later = between(course.skin, clear.on, course.treatment.last)
    recorded = [skin for skin in later if course.treatment.on_drug(skin.on)]
    seen = [skin for skin in recorded if skin.activity is not None]
    basis = (activity_said(clear),)
    return _flares(seen, _activity, basis) if seen else missing(unseen(recorded), basis=basis)


def _flares(
    seen: Iterable[Skin], graded: Callable[[Skin], int], basis: tuple[Proof, ...]
) -> Judged:
    said = activity_said if graded is _activity else _grade_said
    found = [(skin, said(skin)) for skin in seen]
    return Judged(
        tuple(proof for skin, proof in found if graded(skin) >= FLARE),
        examined=tuple(proof for _, proof in found),
        basis=basis,
    )


def _activity(skin: Skin) -> int:
    assert skin.activity is not None
    return skin.activity


def _worst(skin: Skin) -> int:
    return skin.worst


def _grade_said(skin: Skin) -> Proof:
    said = Text("highest grade {n}", "grado más alto {n}").format(n=skin.worst)
    return Proof(skin.record, skin.on, said)


_CUTANEOUS = (
    Reading(
        "O5.A",
        Text(
            "activity of 2 or more until a restart, after a 0 on or off the drug",
            "actividad de 2 o más hasta reiniciar, tras un 0 con o sin fármaco",
        ),
        _cutaneous(watches, _activity),
    ),
    Reading(
        "O5.B",
        Text(
            "a single grade of erythema or scale of 2 or more",
            "un solo grado de eritema o descamación de 2 o más",
        ),
        _cutaneous(watches, _worst),
    ),
    Reading(
        "O5.LAST",
        Text(
            "activity of 2 or more after the last dose of all",
            "actividad de 2 o más tras la última de todas las dosis",
        ),
        _cutaneous(_after_last_dose, _activity),
    ),
    Reading(
        "O5.TAPER",
        Text(
            "activity of 2 or more while still treated, after a complete response",
            "actividad de 2 o más aún en tratamiento, tras respuesta completa",
        ),
        _on_treatment,
        (
            Text("responders seen again while treated", "con respuesta y vistos en tratamiento"),
            Text("responders while treated", "con respuesta en tratamiento"),
        ),
    ),
)
