"""Outcomes 4 and 6 of the registry record by each reading: anti-dsDNA and damage over baseline.

"Any increase over the initial score" of CLASI damage counts. Ticking the box that dyspigmentation
usually lasts at least 12 months doubles a sum that has not grown, so one reading keeps the factor
of the baseline; another asks whether the increase is still there at the last assessment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ordi_crf.core import dsdna
from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.dsdna import HEADLINE, Rule
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
from ordi_crf.forms.schema import Text

MONTH = 12


def increasing_dsdna(courses: Iterable[Course]) -> Outcome:
    """Return outcome 4, by the rules of `dsdna` with its headline first."""
    people = tuple(courses)
    rules = (HEADLINE, *(rule for rule in Rule if rule is not HEADLINE))
    return Outcome(
        4,
        Text("Increase of anti-dsDNA within 12 months", "Aumento de anti-ADNbc en 12 meses"),
        Text(
            "treated with comparable titres at baseline and later",
            "tratados con títulos comparables al inicio y después",
        ),
        Text("treated", "tratados"),
        tuple(estimate(rule.value, people, _titres(rule)) for rule in rules),
    )


def increased_damage(courses: Iterable[Course]) -> Outcome:
    """Return outcome 6."""
    people = tuple(courses)
    return Outcome(
        6,
        Text("Increase of CLASI damage within 12 months", "Aumento del daño CLASI en 12 meses"),
        Text("treated with damage at baseline and later", "tratados con daño al inicio y después"),
        Text("treated", "tratados"),
        tuple(
            estimate(reading, people, _damage(increase))
            for reading, increase in (
                (Text("above baseline at any visit", "mayor que el basal en alguna visita"), _any),
                (
                    Text(
                        "the same, by the duration of dyspigmentation at baseline",
                        "lo mismo, con la duración de la discromía al inicio",
                    ),
                    _by_first_factor,
                ),
                (
                    Text("above baseline at the last visit", "mayor que el basal al final"),
                    _at_the_end,
                ),
            )
        ),
    )


def _titres(rule: Rule) -> Judge:
    def judge(course: Course) -> Judged | None:
        day_1 = course.history.first_dose
        if day_1 is None:
            return None
        found = dsdna.rise(course.titres, day_1, end_of_month(day_1, MONTH))
        if found.baseline is None:
            return missing(Why.NO_BASELINE)
        if not found.compared:
            return missing(Why.OTHER_KIT if found.left_out else Why.NOT_SEEN)
        verdict = found.verdict(rule)
        if verdict.holds is None:
            return missing(Why.UNDECIDED)
        return Judged(tuple(Proof(t.record, t.on, f"{t.sign}{t.value}") for t in verdict.evidence))

    return judge


Increase = Callable[[Skin, Sequence[Skin]], Iterable[Skin]]


def _damage(increase: Increase) -> Judge:
    def judge(course: Course) -> Judged | None:
        day_1 = course.history.first_dose
        if day_1 is None:
            return None
        before = [skin for skin in before_dose(course.skin, day_1) if skin.damage is not None]
        recorded = between(course.skin, day_1, end_of_month(day_1, MONTH))
        seen = [skin for skin in recorded if skin.damage is not None]
        if not before:
            return missing(Why.NO_BASELINE)
        if not seen:
            return missing(unseen(recorded))
        return Judged(
            tuple(Proof(s.record, s.on, str(s.damage)) for s in increase(before[-1], seen))
        )

    return judge


def _any(baseline: Skin, seen: Sequence[Skin]) -> Iterable[Skin]:
    return [skin for skin in seen if _over(skin.damage, baseline.damage)]


def _at_the_end(baseline: Skin, seen: Sequence[Skin]) -> Iterable[Skin]:
    return _any(baseline, seen[-1:])


def _by_first_factor(baseline: Skin, seen: Sequence[Skin]) -> Iterable[Skin]:
    factor = baseline.score.factor or 1
    return [s for s in seen if _over(s.damage_by(factor), baseline.damage_by(factor))]


def _over(now: int | None, before: int | None) -> bool:
    return now is not None and before is not None and now > before
