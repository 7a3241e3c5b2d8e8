"""Outcomes 4 and 6 by each reading, at their boundaries."""

from __future__ import annotations

import pytest

from ordi_crf.core.increases import increased_damage, increasing_dsdna
from ordi_crf.core.readings import Why
from tests.core.course_data import (
    MET,
    NOT_ASSESSED,
    NOT_CONCERNED,
    NOT_MET,
    ONGOING,
    counted,
    dsdna,
    on,
    seen,
    told,
    why,
)

B, A, C, D = range(4)
ANY, FIRST_FACTOR, LAST = range(3)


def titres(*visits, drug=(ONGOING,)):
    return increasing_dsdna(told(*drug, *seen(*visits, make=dsdna))).estimates


def damage(*visits, drug=(ONGOING,)):
    """Return the estimates of visits: visit, day, and damage as scars or as pigment."""
    return increased_damage(
        told(*drug, *seen(*((visit, day, 0, parts) for visit, day, parts in visits)))
    ).estimates


def test_rule_b_is_the_headline_and_the_others_stand_beside_it():
    """O4."""
    found = titres(("D1", 0, "20"), ("M3", 89, "25"))
    assert [counted(e) for e in found] == [MET, MET, NOT_MET, NOT_MET]
    assert "1.25" in found[B].reading.en
    assert len({e.reading.en for e in found}) == 4


@pytest.mark.parametrize(
    ("visits", "reason"),
    [
        pytest.param([("M3", 89, "60")], Why.NO_BASELINE, id="no baseline"),
        pytest.param([("D1", 0, "20")], Why.NOT_SEEN, id="nothing since"),
        pytest.param([("D1", 0, "20"), ("UNS", 380, "60")], Why.NOT_SEEN, id="too late"),
        pytest.param(
            [("D1", 0, "20"), ("M3", 89, "60", {"kit": "8"})], Why.OTHER_KIT, id="another kit"
        ),
        pytest.param([("D1", 0, ">400"), ("M3", 89, ">400")], Why.UNDECIDED, id="out of range"),
    ],
)
def test_a_subject_without_comparable_titres_is_named(visits, reason):
    """OC-4-MISS."""
    found = titres(*visits)[B]
    assert (counted(found), why(found)) == (NOT_ASSESSED, [reason])


@pytest.mark.parametrize(
    ("day", "met"),
    [(379, MET), (380, NOT_ASSESSED)],
    ids=["O4 14 days after month 12", "O4 15 days after"],
)
def test_titres_count_to_14_days_after_month_12(day, met):
    assert counted(titres(("D1", 0, "20"), ("UNS", day, "60"))[B]) == met


def test_the_proof_of_a_rise_is_its_visit_and_titre():
    (proof,) = titres(("D1", 0, "20"), ("W8", 56, "21"), ("M3", 89, ">60"))[B].evidence
    assert (proof.record.visit, proof.on, proof.said.en) == ("M3", on(89), "anti-dsDNA >60")


@pytest.mark.parametrize(
    ("after", "met"),
    [
        pytest.param(1, NOT_MET, id="O6 less"),
        pytest.param(2, NOT_MET, id="O6 equal"),
        pytest.param(3, MET, id="O6 one more"),
    ],
)
def test_damage_has_to_exceed_its_baseline(after, met):
    """OC-B-DAM."""
    found = damage(("D1", 0, {"scars": 2}), ("M3", 89, {"scars": after}))
    assert counted(found[ANY]) == met


def test_the_baseline_is_the_last_damage_before_the_dose():
    """OC-BASE."""
    found = damage(("SCR", -14, {"scars": 2}), ("D1", 0, {"scars": 3}), ("M3", 89, {"scars": 3}))
    assert counted(found[ANY]) == NOT_MET


def pigment(n, lasting):
    return {"pigment": n, "lasting": lasting}


@pytest.mark.parametrize(
    ("before", "after", "met"),
    [
        pytest.param(pigment(3, "LT12"), pigment(3, "GE12"), (1, 0), id="O6 the box alone"),
        pytest.param(pigment(3, "LT12"), pigment(4, "GE12"), (1, 1), id="O6 box and one more cell"),
        pytest.param(pigment(3, "GE12"), pigment(3, "LT12"), (0, 0), id="O6 the box taken back"),
        pytest.param(pigment(3, "GE12"), pigment(4, "LT12"), (0, 1), id="O6 hidden by the box"),
        pytest.param(pigment(0, None), pigment(1, "GE12"), (1, 1), id="O6 none at baseline"),
    ],
)
def test_the_duration_of_the_baseline_takes_the_box_out(before, after, met):
    """OC-6-FROZEN."""
    found = damage(("D1", 0, before), ("M3", 89, after))
    assert (found[ANY].of_all.n, found[FIRST_FACTOR].of_all.n) == met


def test_an_increase_that_went_again_is_none_at_the_last_visit():
    """OC-6-LAST."""
    found = damage(("D1", 0, {"scars": 2}), ("M3", 89, {"scars": 3}), ("M6", 181, {"scars": 2}))
    assert (counted(found[ANY]), counted(found[LAST])) == (MET, NOT_MET)


def test_an_increase_that_stays_is_confirmed():
    """OC-6-LAST."""
    found = damage(("D1", 0, {"scars": 2}), ("M3", 89, {"scars": 3}), ("M6", 181, {"scars": 3}))
    assert counted(found[LAST]) == MET
    assert [p.record.visit for p in found[LAST].evidence] == ["M6"]


@pytest.mark.parametrize(
    ("day", "met"),
    [(0, NOT_ASSESSED), (1, MET), (379, MET), (380, NOT_ASSESSED)],
    ids=["O6 Day 1", "O6 Day 2", "O6 14 days after month 12", "O6 15 days after"],
)
def test_damage_is_seen_from_day_2_to_14_days_after_month_12(day, met):
    assert counted(damage(("D1", 0, {}), ("UNS", day, {"scars": 1}))[ANY]) == met


@pytest.mark.parametrize(
    ("visits", "reason"),
    [
        pytest.param([("M3", 89, {"scars": 1})], Why.NO_BASELINE, id="no baseline"),
        pytest.param([("D1", 0, {})], Why.NOT_SEEN, id="nothing since"),
        pytest.param(
            [("D1", 0, {}), ("M3", 89, {"partial": True})], Why.PARTIAL, id="a blank item"
        ),
        pytest.param(
            [("D1", 0, {}), ("M3", 89, pigment(2, None))], Why.PARTIAL, id="duration unanswered"
        ),
    ],
)
def test_a_subject_whose_damage_is_not_known_is_named(visits, reason):
    found = damage(*visits)[ANY]
    assert (counted(found), why(found)) == (NOT_ASSESSED, [reason])


def test_a_subject_never_treated_is_in_no_denominator():
    visits = ("SCR", -14, {}), ("UNS", 20, {"scars": 4})
    assert counted(damage(*visits, drug=())[ANY]) == NOT_CONCERNED
    assert counted(titres(("D1", 0, "20"), ("M3", 89, "60"), drug=())[B]) == NOT_CONCERNED


def test_an_increase_is_shown_beside_its_baseline():
    """O6, O4."""
    (verdict,) = damage(("D1", 0, {"scars": 2}), ("M3", 89, {"scars": 3}))[ANY].verdicts.values()
    assert [p.said.en for p in (*verdict.basis, *verdict.evidence)] == ["damage 2", "damage 3"]
    (verdict,) = titres(("D1", 0, "20.5"), ("M3", 89, "60"))[B].verdicts.values()
    assert [p.said.es for p in verdict.basis] == ["anti-ADNbc 20,5"]


def test_damage_is_told_by_the_factor_it_was_judged_by():
    """O6."""
    found = damage(("D1", 0, pigment(3, "LT12")), ("M3", 89, pigment(4, "GE12")))[FIRST_FACTOR]
    assert [p.said.en for p in found.evidence] == ["damage 4"]
