"""A subject's course: treatment in spells, findings in order of date, blanks without a total."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.treatment import Spell, spells
from tests.core.course_data import (
    ONGOING,
    clasi,
    doses,
    dsdna,
    held,
    on,
    seen,
    sledai,
    told,
)


def treated(*periods):
    (course,) = told(doses(*periods))
    return course.treatment.spells


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        pytest.param([("5", 0, None)], [(0, None)], id="goes on"),
        pytest.param([("5", 0, 10), ("10", 11, 20)], [(0, 20)], id="the next day"),
        pytest.param([("5", 0, 10), ("10", 12, 20)], [(0, 10), (12, 20)], id="a day without"),
        pytest.param([("5", 0, 10), ("0", 11, 20), ("5", 21, 30)], [(0, 30)], id="a pause"),
        pytest.param([("5", 0, 10), ("0", 11, None)], [(0, 10)], id="ends in a pause"),
        pytest.param([("0", 0, 10), ("5", 11, 20)], [(11, 20)], id="a pause before the first"),
        pytest.param([("5", 0, 10), ("5", 40, None)], [(0, 10), (40, None)], id="taken up again"),
        pytest.param([("5", 0, 20), ("5", 5, 10), ("5", 21, 30)], [(0, 30)], id="one within"),
        pytest.param([(None, 0, 10)], [], id="no dose known"),
        pytest.param([], [], id="never treated"),
    ],
)
def test_treatment_is_told_in_spells(periods, found):
    expected = tuple(Spell(on(first), None if last is None else on(last)) for first, last in found)
    assert treated(*periods) == treated(*reversed(periods)) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from(["5", "0"]), st.integers(0, 60), st.integers(0, 20)), max_size=8
    )
)
def test_spells_cover_every_day_of_treatment_and_never_touch(periods):
    rows = [
        {"EXDOSE": d, "EXSTDAT": str(on(first)), "EXENDAT": str(on(first + length))}
        for d, first, length in periods
    ]
    found = spells(rows)
    taken = {first + n for d, first, length in periods if d != "0" for n in range(length + 1)}
    for day in taken:
        assert any(spell.first <= on(day) <= spell.last for spell in found)
    for spell in found:
        assert {(spell.first - on(0)).days, (spell.last - on(0)).days} <= taken
    assert all((b.first - a.last).days > 1 for a, b in pairwise(found))


def test_findings_stand_in_order_of_date_whoever_was_entered_first():
    (course,) = told(ONGOING, *reversed(seen(("D1", 0, 9), ("W2", 14, 4), ("UNS", 20, 3))))
    assert [skin.activity for skin in course.skin] == [9, 4, 3]


def test_a_visit_without_a_date_is_in_no_course():
    (course,) = told(ONGOING, clasi("W2", 4), sledai("W2", "RASH"), dsdna("W2", "20"))
    assert (course.skin, course.systemic, course.titres) == ((), (), ())


def test_a_partial_record_is_in_the_course_without_a_total():
    """OC-PARTIAL."""
    (course,) = told(
        ONGOING,
        held("W2", 14),
        clasi("W2", 4, partial=True),
        sledai("W2", "RASH", missing=("SEIZ",)),
    )
    assert [skin.activity for skin in course.skin] == [None]
    assert [found.score.total for found in course.systemic] == [None]


def test_everything_found_is_dated_by_its_visit():
    (course,) = told(
        ONGOING, held("W2", 14), clasi("W2", 4), sledai("W2", "RASH"), dsdna("W2", "<10")
    )
    (skin,), (systemic,), (titre,) = course.skin, course.systemic, course.titres
    assert skin.on == systemic.on == titre.on == date(2010, 2, 14)
    assert (systemic.score.total, titre.sign, titre.value) == (2, "<", 10)


@pytest.mark.parametrize(("scale", "worst"), [(True, 1), (False, 3)], ids=["spread", "dense"])
def test_the_worst_single_grade_is_kept(scale, worst):
    (course,) = told(ONGOING, held("W2", 14), clasi("W2", 5, scale=scale))
    assert course.skin[0].worst == worst


@pytest.mark.parametrize(("factor", "damage"), [(1, 9), (2, 12)])
def test_damage_can_be_counted_by_another_factor(factor, damage):
    (course,) = told(
        ONGOING, held("W2", 14), clasi("W2", 0, pigment=3, scars=2, scalp=4, lasting="GE12")
    )
    assert course.skin[0].damage_by(factor) == damage
    assert course.skin[0].damage == 12


def test_damage_without_a_total_has_none_by_any_factor():
    (course,) = told(ONGOING, held("W2", 14), clasi("W2", 0, pigment=3))
    assert (course.skin[0].damage, course.skin[0].damage_by(1)) == (None, None)
