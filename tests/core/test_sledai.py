"""SLEDAI-2K: totals, blanks, grades and flares by every reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core import sledai
from ordi_crf.core.sledai import Reading, flare, grade, score
from ordi_crf.forms.sledai import DESCRIPTORS

CODES = [descriptor.value for descriptor in DESCRIPTORS]


def answered(*present, blank=()):
    """Return answers in which these are present, those blank, and every other one absent."""
    return {
        code: {"SLPRES": None if code in blank else str(int(code in present))} for code in CODES
    }


def scored(*present, blank=()):
    return score(answered(*present, blank=blank))


def test_the_maximum_follows_from_the_definition():
    """SL-105."""
    assert sledai.MAXIMUM == scored(*CODES).total == 105


def test_all_absent_is_a_total_of_zero():
    assert scored().total == 0


@pytest.mark.parametrize("descriptor", DESCRIPTORS, ids=lambda d: d.value)
def test_a_descriptor_alone_weighs_its_weight(descriptor):
    """SL-105."""
    assert scored(descriptor.value).total == descriptor.weight


@pytest.mark.parametrize("code", CODES)
def test_a_blank_descriptor_gives_no_total(code):
    """SL-BLANK, DI-BLANK."""
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
    """SL-NMC, SL-CLIN."""
    found = scored(*present)
    skin = sum(sledai.WEIGHTS[code] for code in ("RASH", "ALOP", "MUCO") if code in present)
    drawn = sum(sledai.WEIGHTS[code] for code in ("COMP", "DNA") if code in present)
    assert found.non_mucocutaneous == found.total - skin
    assert found.clinical == found.total - drawn


def test_skin_alone_reaches_6_and_is_0_without_skin():
    """SL-NMC."""
    found = scored("RASH", "ALOP", "MUCO")
    assert (found.total, found.non_mucocutaneous) == (6, 0)


@pytest.mark.parametrize(
    ("total", "code"),
    [(0, "NONE"), (1, "LOW"), (4, "LOW"), (5, "MODERATE"), (10, "MODERATE"), (11, "HIGH"),
     (105, "HIGH")],
)  # fmt: skip
def test_grades_begin_where_they_are_published(total, code):
    """SL-GRADE."""
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
    """SL-FLARE, SL-6."""
    assert flare(now, baseline, reading) is flares


@pytest.mark.parametrize("reading", Reading, ids=lambda r: r.name)
def test_a_partial_index_is_no_flare_and_no_absence_of_one(reading):
    assert flare(scored("SEIZ", blank=("FEVR",)), TWO, reading) is None
