"""Kaplan and Meier's estimate against worked examples and its own laws."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.survival import Followed, Step, kaplan_meier, median


def people(*days):
    """Return people followed for days; a negative number was censored then."""
    return [Followed(abs(d), d > 0) for d in days]


def test_whoever_is_censored_leaves_those_at_risk():
    assert kaplan_meier(people(6, 6, 6, -6, 7, -9, 10, -10)) == (
        Step(6, 8, 3, F(5, 8)),
        Step(7, 4, 1, F(15, 32)),
        Step(10, 2, 1, F(15, 64)),
    )


@pytest.mark.parametrize(
    ("days", "step", "without"),
    [
        pytest.param(6, 0, "0.857", id="6 weeks"),
        pytest.param(7, 1, "0.807", id="7 weeks"),
        pytest.param(10, 2, "0.753", id="10 weeks"),
        pytest.param(13, 3, "0.690", id="13 weeks"),
        pytest.param(16, 4, "0.627", id="16 weeks"),
        pytest.param(22, 5, "0.538", id="22 weeks"),
        pytest.param(23, 6, "0.448", id="23 weeks"),
    ],
)
def test_remission_under_6_mercaptopurine_has_its_published_curve(days, step, without):
    """OC-5-KM: Freireich et al., Blood 1963;21:699-716, the textbook example of the estimate."""
    weeks = (6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34,
             -35)  # fmt: skip
    found = kaplan_meier(people(*weeks))
    assert (found[step].days, f"{float(found[step].without):.3f}") == (days, without)
    assert median(found) == 23


def test_without_an_event_there_is_no_step_and_no_median():
    assert kaplan_meier(people(-3, -5)) == ()
    assert median(()) is None


def test_the_median_is_the_day_on_which_half_are_left():
    assert median(kaplan_meier(people(3, 5))) == 3


def test_more_than_half_without_the_event_have_no_median():
    assert median(kaplan_meier(people(3, -5, -5))) is None


@given(st.lists(st.integers(1, 60), min_size=1, max_size=20))
def test_without_censoring_it_is_the_part_still_without(days):
    for step in kaplan_meier(people(*days)):
        assert step.without == F(sum(d > step.days for d in days), len(days))


@given(
    st.lists(st.integers(1, 60).flatmap(lambda d: st.sampled_from([d, -d])), max_size=20),
    st.randoms(use_true_random=False),
)
def test_the_order_of_people_changes_nothing(days, shuffled):
    expected = kaplan_meier(people(*days))
    shuffled.shuffle(days)
    assert kaplan_meier(people(*days)) == expected
