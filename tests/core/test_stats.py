"""Summaries and exact intervals, against published values and the binomial law itself."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from statistics import mean, median, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core import stats


@pytest.mark.parametrize(
    ("n", "of", "printed"),
    [
        pytest.param(12, 14, ("85.7", "57.2", "98.2"), id="response of the evaluable"),
        pytest.param(12, 15, ("80.0", "51.9", "95.7"), id="response of the treated"),
        pytest.param(9, 12, ("75.0", "42.8", "94.5"), id="relapse"),
        pytest.param(2, 15, ("13.3", "1.7", "40.5"), id="side effects"),
        pytest.param(14, 14, ("100.0", "76.8", "100.0"), id="all"),
        pytest.param(0, 15, ("0.0", "0.0", "21.8"), id="none"),
    ],
)
def test_a_proportion_has_its_percentage_and_exact_interval(n, of, printed):
    """OC-PRINT."""
    found = stats.Proportion(n, of)
    assert tuple(stats.digits(x, 1) for x in (found.percent, *found.interval)) == printed


@given(st.integers(1, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_each_limit_leaves_a_fortieth_in_its_tail_within_1e_9(counted):
    n, of = counted
    low, high = stats.clopper_pearson(n, of)

    def at_least(k, p):
        return sum(comb(of, i) * p**i * (1 - p) ** (of - i) for i in range(k, of + 1))

    near = Fraction(1, 10**9)
    tail = Fraction(1, 40)
    if n:
        assert at_least(n, low) <= tail < at_least(n, low + near)
    else:
        assert low == 0
    if n < of:
        assert 1 - at_least(n + 1, high) <= tail < 1 - at_least(n + 1, high - near)
    else:
        assert high == 1


def test_a_proportion_of_nobody_is_not_estimable():
    """OC-B-0."""
    found = stats.Proportion(0, 0)
    assert (found.percent, found.interval) == (None, None)


@pytest.mark.parametrize(("n", "of"), [(3, 2), (-1, 2)], ids=["more than all", "fewer than none"])
def test_what_is_no_proportion_is_refused(n, of):
    with pytest.raises(ValueError, match="not a proportion"):
        stats.Proportion(n, of)


@given(st.lists(st.integers(0, 70), min_size=2, max_size=30))
def test_a_summary_agrees_with_the_standard_library(values):
    found = stats.summary(values)
    assert (found.n, found.mean) == (len(values), mean(map(Fraction, values)))
    assert found.median == Fraction(median(values))
    assert float(found.sd(12)) == pytest.approx(stdev(values), abs=1e-9)
    assert (found.least, found.most) == (min(values), max(values))


def test_no_numbers_have_no_summary():
    assert stats.summary([]) is None


def test_one_number_has_no_standard_deviation():
    assert stats.summary([7]).sd() == ""


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        pytest.param(Fraction(1, 8), 2, "0.13", id="half goes up"),
        pytest.param(Fraction(62, 15), 2, "4.13", id="a third"),
        pytest.param(Fraction(0), 2, "0.00", id="zero"),
        pytest.param(Fraction(11), 0, "11", id="whole"),
        pytest.param(Fraction(-5, 2), 0, "-3", id="away from zero"),
    ],
)
def test_digits_are_rounded_half_away_from_zero(value, places, printed):
    assert stats.digits(value, places) == printed
