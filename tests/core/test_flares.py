"""Outcome 3 by each reading, at its boundaries."""

from __future__ import annotations

import pytest

from ordi_crf.core.flares import systemic_flare
from ordi_crf.core.readings import Why
from tests.core.course_data import (
    MET,
    NOT_ASSESSED,
    ONGOING,
    counted,
    seen,
    sledai,
    told,
    why,
)

LITERAL, NEW, RISEN, SYSTEMIC = range(4)
TWO, FIVE, SIX, SKIN = "RASH", "ARTH FEVR", "ARTH COMP", "RASH ALOP MUCO"


def systemic(*visits):
    return systemic_flare(told(ONGOING, *seen(*visits, make=sledai))).estimates


@pytest.mark.parametrize(
    ("before", "after", "met"),
    [
        pytest.param(TWO, FIVE, (0, 0, 0, 0), id="O3 5"),
        pytest.param(TWO, SIX, (1, 1, 1, 1), id="O3 6"),
        pytest.param("RASH FEVR", SIX, (1, 1, 0, 1), id="O3 6, by 3"),
        pytest.param(SIX, SIX, (1, 0, 0, 1), id="O3 6 from the start"),
        pytest.param(SIX, f"{SIX} CAST", (1, 0, 1, 1), id="O3 from 6 to 10"),
        pytest.param(TWO, SKIN, (1, 1, 1, 0), id="O3 skin alone"),
        pytest.param(TWO, f"{SKIN} ARTH COMP", (1, 1, 1, 1), id="O3 skin and 6 besides"),
    ],
)
def test_a_systemic_flare_by_each_reading(before, after, met):
    """OC-3-B, OC-3-C, OC-3-D, OC-B-6."""
    found = systemic(("D1", 0, before), ("M3", 89, after))
    assert tuple(e.of_all.n for e in found) == met


def test_whoever_had_6_before_is_not_at_risk_of_a_new_flare():
    """O3."""
    found = systemic(("D1", 0, SIX), ("M3", 89, SIX))[NEW]
    assert (counted(found), why(found)) == (NOT_ASSESSED, [Why.ACTIVE_BEFORE])


@pytest.mark.parametrize(
    ("day", "met"),
    [
        pytest.param(0, NOT_ASSESSED, id="O3 Day 1"),
        pytest.param(1, MET, id="O3 Day 2"),
        pytest.param(195, MET, id="O3 14 days after month 6"),
        pytest.param(196, NOT_ASSESSED, id="O3 15 days after"),
    ],
)
def test_a_systemic_flare_is_seen_from_day_2_to_14_days_after_month_6(day, met):
    assert counted(systemic(("UNS", day, SIX))[LITERAL]) == met


@pytest.mark.parametrize(
    ("visits", "reading", "reason"),
    [
        pytest.param([("D1", 0, TWO)], LITERAL, Why.NOT_SEEN, id="no SLEDAI after Day 1"),
        pytest.param(
            [("D1", 0, TWO), ("M3", 89, SIX, {"missing": ("SEIZ",)})], LITERAL, Why.PARTIAL,
            id="a blank descriptor",
        ),
        pytest.param([("M3", 89, SIX)], NEW, Why.NO_BASELINE, id="new: no baseline"),
        pytest.param([("M3", 89, SIX)], RISEN, Why.NO_BASELINE, id="risen: no baseline"),
    ],
)  # fmt: skip
def test_whoever_is_missing_is_named_with_the_reason(visits, reading, reason):
    found = systemic(*visits)[reading]
    assert (counted(found), why(found)) == (NOT_ASSESSED, [reason])


def test_the_baseline_is_the_last_sledai_before_the_dose():
    assert counted(systemic(("SCR", -14, SIX), ("D1", 0, TWO), ("M3", 89, SIX))[NEW]) == MET


def test_a_partial_baseline_gives_way_to_the_one_before():
    """OC-BASE."""
    partial = ("D1", 0, SIX, {"missing": ("SEIZ",)})
    assert counted(systemic(("SCR", -14, TWO), partial, ("M3", 89, SIX))[NEW]) == MET
