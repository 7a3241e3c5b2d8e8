"""SLEDAI-2K: totals, blanks, grades, flares by every reading, and the laboratory's suggestions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core import sledai
from ordi_crf.core.sledai import Reading, Suggestion, flare, grade, score, suggestions
from ordi_crf.forms.sledai import DESCRIPTORS

CODES = [descriptor.value for descriptor in DESCRIPTORS]
DAY = date(2010, 3, 15)


def answered(*present, blank=()):
    """Return answers in which these are present, those blank, and every other one absent."""
    return {
        code: {"SLPRES": None if code in blank else str(int(code in present))} for code in CODES
    }


def scored(*present, blank=()):
    return score(answered(*present, blank=blank))


def result(value, low=None, high=None):
    return {"LBORRES": value, "LBORNRLO": low, "LBORNRHI": high}


def suggested(**results):
    return {s.descriptor: s.present for s in suggestions(results, DAY, DAY)}


def test_the_maximum_follows_from_the_definition():
    assert sledai.MAXIMUM == scored(*CODES).total == 105


def test_all_absent_is_a_total_of_zero():
    assert scored().total == 0


@pytest.mark.parametrize("descriptor", DESCRIPTORS, ids=lambda d: d.value)
def test_a_descriptor_alone_weighs_its_weight(descriptor):
    assert scored(descriptor.value).total == descriptor.weight


@pytest.mark.parametrize("code", CODES)
def test_a_blank_descriptor_gives_no_total(code):
    found = scored(*CODES, blank=(code,))
    assert (found.total, found.non_mucocutaneous, found.clinical) == (None, None, None)
    assert (found.missing, found.so_far) == ((code,), 105 - sledai.WEIGHTS[code])
    assert (found.gap.en, found.gap.es) == ("1 of 24 missing", "faltan 1 de 24")


def test_an_untouched_form_misses_24_of_24():
    assert score({}).gap.en == "24 of 24 missing"


def test_a_whole_form_misses_nothing():
    assert scored("RASH").gap is None


@given(st.sets(st.sampled_from(CODES)), st.sets(st.sampled_from(CODES), min_size=1))
def test_a_blank_never_adds_to_a_score(present, blank):
    found = scored(*present, blank=blank)
    assert found.total is None
    assert found.so_far == scored(*(present - blank)).total


@given(st.permutations(CODES), st.sets(st.sampled_from(CODES)))
def test_the_order_of_entry_changes_nothing(order, present):
    entered = answered(*present)
    assert score({code: entered[code] for code in order}) == score(entered)


@given(st.sets(st.sampled_from(CODES)))
def test_the_partial_totals_are_the_total_without_their_descriptors(present):
    found = scored(*present)
    skin = sum(sledai.WEIGHTS[code] for code in ("RASH", "ALOP", "MUCO") if code in present)
    drawn = sum(sledai.WEIGHTS[code] for code in ("COMP", "DNA") if code in present)
    assert found.non_mucocutaneous == found.total - skin
    assert found.clinical == found.total - drawn


def test_skin_alone_reaches_6_and_is_0_without_skin():
    found = scored("RASH", "ALOP", "MUCO")
    assert (found.total, found.non_mucocutaneous) == (6, 0)


@pytest.mark.parametrize(
    ("total", "code"),
    [(0, "NONE"), (1, "LOW"), (4, "LOW"), (5, "MODERATE"), (10, "MODERATE"), (11, "HIGH"),
     (105, "HIGH")],
)  # fmt: skip
def test_grades_begin_where_they_are_published(total, code):
    assert grade(total) == code
    assert code in sledai.GRADES


@pytest.mark.parametrize("total", [-1, 106])
def test_what_is_no_total_has_no_grade(total):
    with pytest.raises(ValueError, match="0 to 105"):
        grade(total)


FIVE, SIX = scored("ARTH", "FEVR"), scored("ARTH", "COMP")
TWO, THREE, SKIN = scored("RASH"), scored("RASH", "FEVR"), scored("RASH", "ALOP", "MUCO")


@pytest.mark.parametrize(
    ("now", "baseline", "reading", "flares"),
    [
        pytest.param(FIVE, TWO, Reading.LITERAL, False, id="literal: 5"),
        pytest.param(SIX, TWO, Reading.LITERAL, True, id="literal: 6"),
        pytest.param(SIX, SIX, Reading.LITERAL, True, id="literal: active from the start"),
        pytest.param(SIX, None, Reading.LITERAL, True, id="literal: needs no baseline"),
        pytest.param(SIX, FIVE, Reading.NEW, True, id="new: 5 before"),
        pytest.param(SIX, SIX, Reading.NEW, False, id="new: 6 before"),
        pytest.param(SIX, None, Reading.NEW, None, id="new: no baseline"),
        pytest.param(SIX, THREE, Reading.RISEN, False, id="risen: by 3"),
        pytest.param(SIX, TWO, Reading.RISEN, True, id="risen: by 4"),
        pytest.param(FIVE, scored(), Reading.RISEN, False, id="risen: by 5, to 5"),
        pytest.param(SIX, scored(blank=("SEIZ",)), Reading.RISEN, None, id="risen: partial before"),
        pytest.param(SKIN, TWO, Reading.LITERAL, True, id="literal: skin alone"),
        pytest.param(SKIN, TWO, Reading.SYSTEMIC, False, id="systemic: skin alone"),
        pytest.param(SIX, TWO, Reading.SYSTEMIC, True, id="systemic: joints and complement"),
    ],
)
def test_a_flare_is_read_as_its_reading_says(now, baseline, reading, flares):
    assert flare(now, baseline, reading) is flares


@pytest.mark.parametrize("reading", Reading, ids=lambda r: r.name)
def test_a_partial_index_is_no_flare_and_no_absence_of_one(reading):
    assert flare(scored("SEIZ", blank=("FEVR",)), TWO, reading) is None


@pytest.mark.parametrize(
    ("results", "says"),
    [
        pytest.param({"PLAT": result("99.9")}, {"THRO": True}, id="platelets below 100"),
        pytest.param({"PLAT": result("100")}, {"THRO": False}, id="platelets 100"),
        pytest.param({"PLAT": result("<100")}, {"THRO": True}, id="platelets less than 100"),
        pytest.param({"PLAT": result("<150")}, {}, id="platelets less than 150: not known"),
        pytest.param({"PLAT": result(">90")}, {}, id="platelets more than 90: not known"),
        pytest.param({"PLAT": result(">100")}, {"THRO": False}, id="platelets more than 100"),
        pytest.param({"WBC": result("2.99")}, {"LEUK": True}, id="leukocytes below 3.0"),
        pytest.param({"WBC": result("3.0")}, {"LEUK": False}, id="leukocytes 3.0"),
        pytest.param({"C3": result("84", "85")}, {"COMP": True}, id="C3 low, C4 not known"),
        pytest.param({"C3": result("85", "85")}, {}, id="C3 at its limit, C4 not known"),
        pytest.param(
            {"C3": result("85", "85"), "C4": result("10", "10")}, {"COMP": False}, id="both normal"
        ),
        pytest.param(
            {"C3": result("90", "85"), "C4": result("9", "10")}, {"COMP": True}, id="C4 low"
        ),
        pytest.param({"C3": result("40")}, {}, id="C3 without the laboratory's limit"),
        pytest.param({"DSDNA": result("15", high="15")}, {"DNA": False}, id="at the limit"),
        pytest.param({"DSDNA": result("15.1", high="15")}, {"DNA": True}, id="above the limit"),
        pytest.param({"DSDNA": result("<10", high="15")}, {"DNA": False}, id="less than 10"),
        pytest.param({"DSDNA": result("<15", high="15")}, {"DNA": False}, id="less than the limit"),
        pytest.param({"DSDNA": result(">15", high="15")}, {"DNA": True}, id="more than the limit"),
        pytest.param({"DSDNA": result("<20", high="15")}, {}, id="less than 20: not known"),
        pytest.param({"DSDNA": result(">400", high="15")}, {"DNA": True}, id="more than 400"),
        pytest.param({"DSDNA": result(">10", high="15")}, {}, id="more than 10: not known"),
        pytest.param({"DSDNA": result(None, high="15")}, {}, id="no result"),
        pytest.param({}, {}, id="no laboratory"),
    ],
)
def test_the_laboratory_suggests_only_what_it_proves(results, says):
    assert suggested(**results) == says


def test_a_suggestion_names_its_tests():
    (found,) = suggestions({"C3": result("40", "85")}, DAY, DAY)
    assert found == Suggestion("COMP", present=True, because=("C3", "C4"))


@pytest.mark.parametrize(
    ("drawn", "on", "n"),
    [
        pytest.param(date(2010, 3, 5), DAY, 1, id="10 days before"),
        pytest.param(date(2010, 3, 4), DAY, 0, id="11 days before"),
        pytest.param(date(2010, 3, 16), DAY, 0, id="after the visit"),
        pytest.param(None, DAY, 0, id="sample without a date"),
        pytest.param(DAY, None, 0, id="visit without a date"),
    ],
)
def test_only_a_sample_of_the_window_suggests_anything(drawn, on, n):
    assert len(suggestions({"PLAT": result("50")}, drawn, on)) == n
