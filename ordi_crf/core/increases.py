"""Outcomes 4 and 6 of the registry record by each reading: anti-dsDNA and damage over baseline.

"Any increase over the initial score" of CLASI damage counts. Ticking the box that dyspigmentation
usually lasts at least 12 months doubles a sum that has not grown, so one reading keeps the factor
of the baseline; another asks whether the increase is still there at the last assessment.
"""

from __future__ import annotations

from collections.abc import Iterable

from ordi_crf.core import dsdna
from ordi_crf.core.courses import Course, Skin
from ordi_crf.core.dsdna import HEADLINE, Rule, Titre
from ordi_crf.core.periods import before_dose, between, end_of_month
from ordi_crf.core.phrases import filled, localized
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
from ordi_crf.forms.labs import RESULTS
from ordi_crf.forms.schema import Text

MONTH = 12


def increasing_dsdna(courses: Iterable[Course]) -> Outcome:
    """Return outcome 4, by the rules of `dsdna` with its headline first."""
    rules = (HEADLINE, *(rule for rule in Rule if rule is not HEADLINE))
    return Outcome(
        4,
        Text("Increase of anti-dsDNA within 12 months", "Aumento de anti-ADNbc en 12 meses"),
        Text(
            "Proportion of patients increasing anti-dsDNA levels; titres by ELISA at each visit.",
            "Proporción de pacientes con aumento de anti-ADNbc; títulos por ELISA en cada visita.",
        ),
        Text(
            "treated with comparable titres at baseline and later",
            "tratados y con títulos comparables al inicio y después",
        ),
        Text("treated", "tratados"),
        estimates(courses, (Reading(f"O4.{r.name}", r.value, _titres(r)) for r in rules)),
    )


def increased_damage(courses: Iterable[Course]) -> Outcome:
    """Return outcome 6."""
    return Outcome(
        6,
        Text("Increase of CLASI damage within 12 months", "Aumento del daño CLASI en 12 meses"),
        Text(
            "Proportion of patients with an increase in CLASI damage score following treatment; "
            "any increase over the initial score counts as sequelae.",
            "Proporción de pacientes con aumento de la puntuación de daño CLASI tras el "
            "tratamiento; todo aumento sobre la inicial se considera secuela.",
        ),
        Text(
            "treated with damage at baseline and later", "tratados y con daño al inicio y después"
        ),
        Text("treated", "tratados"),
        estimates(courses, _DAMAGE),
    )


def _titres(rule: Rule) -> Judge:
    def judge(course: Course) -> Judged:
        day_1 = course.day_1
        if day_1 is None:
            return outside(Why.UNTREATED)
        found = dsdna.rise(course.titres, day_1, end_of_month(day_1, MONTH))
        if found.baseline is None:
            return missing(Why.NO_BASELINE)
        basis, examined = (_titre_said(found.baseline),), tuple(map(_titre_said, found.compared))
        if not found.compared:
            left_out = tuple(map(_titre_said, found.left_out))
            return missing(Why.OTHER_KIT if left_out else Why.NOT_SEEN, left_out, basis)
        verdict = found.verdict(rule)
        if verdict.holds is None:
            return missing(Why.UNDECIDED, examined, basis)
        return Judged(tuple(map(_titre_said, verdict.evidence)), examined=examined, basis=basis)

    return judge


def _titre_said(titre: Titre) -> Proof:
    said = filled(
        Text("anti-dsDNA {titre}", "anti-ADNbc {titre}"),
        titre=localized(f"{titre.sign}{titre.value}"),
    )
    return Proof(titre.record, titre.on, said, (RESULTS.name, dsdna.TEST, "LBORRES"))


def _damage(*, frozen: bool = False, last: bool = False) -> Judge:
    """Return the reading of damage, by the factor of the baseline or of the last visit alone."""

    def judge(course: Course) -> Judged:
        day_1 = course.day_1
        if day_1 is None:
            return outside(Why.UNTREATED)
        before = [skin for skin in before_dose(course.skin, day_1) if skin.damage is not None]
        if not before:
            return missing(Why.NO_BASELINE)
        baseline = before[-1]
        factor = (baseline.score.factor or 1) if frozen else None
        basis = (_damage_said(baseline, factor),)
        recorded = between(course.skin, day_1, end_of_month(day_1, MONTH))
        seen = [skin for skin in recorded if skin.damage is not None][-1 if last else 0 :]
        if not seen:
            return missing(unseen(recorded), basis=basis)
        higher = (s for s in seen if _total(s, factor) > _total(baseline, factor))
        return Judged(
            tuple(_damage_said(skin, factor) for skin in higher),
            examined=tuple(_damage_said(skin, factor) for skin in seen),
            basis=basis,
        )

    return judge


def _total(skin: Skin, factor: int | None) -> int:
    """Return the damage of a CLASI that has a total, by its own factor unless one is given."""
    total = skin.damage if factor is None else skin.damage_by(factor)
    assert total is not None
    return total


def _damage_said(skin: Skin, factor: int | None) -> Proof:
    said = Text("damage {n}", "daño {n}").format(n=_total(skin, factor))
    return Proof(skin.record, skin.on, said)


_DAMAGE = (
    Reading(
        "O6.ANY",
        Text("above baseline at any visit", "mayor que el basal en alguna visita"),
        _damage(),
    ),
    Reading(
        "O6.FROZEN",
        Text(
            "the same, by the duration of dyspigmentation at baseline",
            "lo mismo, con la duración de la discromía al inicio",
        ),
        _damage(frozen=True),
    ),
    Reading(
        "O6.LAST",
        Text("above baseline at the last visit", "mayor que el basal al final"),
        _damage(last=True),
    ),
)
