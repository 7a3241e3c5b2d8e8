"""A rise of anti-dsDNA by four rules, with censored titres and other laboratories kept apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.dsdna import HEADLINE, Rule, Titre, rise, titre
from ordi_crf.core.records import RecordKey
from tests import builders
from tests.builders import SUBJECT

DAY_1 = date(2010, 1, 31)
UNTIL = DAY_1 + timedelta(days=379)


def found(day, reported, visit="UNS", *, repeat=1, cut_off="15", laboratory="Hospital", kit="7"):
    sign = reported[0] if reported[0] in "<>" else ""
    return Titre(
        RecordKey(SUBJECT, visit, "LB", repeat), DAY_1 + timedelta(days=day),
        D(reported.lstrip("<>")), sign, cut_off and D(cut_off), laboratory, kit,
    )  # fmt: skip


def said(*titres):
    """Return what each rule says, by its letter."""
    return {v.rule.name: v.holds for v in rise(titres, DAY_1, UNTIL).verdicts}


@pytest.mark.parametrize(
    ("baseline", "later", "met"),
    [
        pytest.param("20", "20", "", id="equal"),
        pytest.param("20", "20.1", "A", id="the least rise"),
        pytest.param("20", "24.9", "A", id="less than 25 %"),
        pytest.param("20", "25", "AB", id="25 %"),
        pytest.param("20", "39.9", "AB", id="less than twice"),
        pytest.param("20", "40", "ABC", id="twice"),
        pytest.param("20", "10", "", id="a fall"),
        pytest.param("8", "15", "A", id="25 %, at the cut-off"),
        pytest.param("8", "15.5", "ABD", id="25 %, above the cut-off"),
        pytest.param("4", "12", "AC", id="threefold, still negative"),
        pytest.param("14", "16", "AD", id="over the cut-off by less than 25 %"),
        pytest.param("15", "16", "AD", id="a baseline at the cut-off is negative"),
        pytest.param("0", "0", "", id="nothing stays nothing"),
        pytest.param("0", "16", "ABCD", id="out of nothing"),
    ],
)
def test_each_rule_has_its_own_bound(baseline, later, met):
    """DN-A, DN-B, DN-C, DN-D."""
    verdicts = said(found(0, baseline, "D1"), found(90, later))
    assert {name for name, holds in verdicts.items() if holds} == set(met)
    assert None not in verdicts.values()


@pytest.mark.parametrize(
    ("baseline", "later", "verdicts"),
    [
        pytest.param("<10", "12", (True, False, False, False), id="baseline taken as its limit"),
        pytest.param("<10", "16", (True, True, False, True), id="positive after less than 10"),
        pytest.param("<10", "<10", (False, False, False, False), id="below the range twice"),
        pytest.param("5", "<10", (None, False, False, False), id="less than 10 proves no rise"),
        pytest.param("20", ">40", (True, True, True, False), id="above the range"),
        pytest.param("20", ">22", (True, None, None, False), id="above a low range: how far?"),
        pytest.param("10", ">15", (True, True, None, True), id="above the cut-off: how far?"),
        pytest.param(">400", "400", (False, False, False, False), id="baseline above the range"),
        pytest.param(">400", "600", (None, None, False, False), id="perhaps more than before"),
        pytest.param(">400", ">400", (None, None, None, False), id="above the range twice"),
        pytest.param("<20", "30", (True, True, False, None), id="was it negative?"),
    ],
)
def test_a_censored_titre_proves_what_its_limit_proves(baseline, later, verdicts):
    """DN-CENS."""
    assert tuple(said(found(0, baseline, "D1"), found(90, later)).values()) == verdicts


def test_what_is_censored_is_flagged():
    """DN-CENS."""
    first, exact, last = found(0, "<10", "D1"), found(50, "16"), found(90, ">400")
    assert rise([last, exact, first], DAY_1, UNTIL).censored == (first, last)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"laboratory": "Clinic"}, id="another laboratory"),
        pytest.param({"kit": "8"}, id="another kit"),
        pytest.param({"laboratory": ""}, id="laboratory not recorded"),
        pytest.param({"kit": ""}, id="kit not recorded"),
    ],
)
def test_only_titres_of_the_same_laboratory_and_kit_are_compared(other):
    """DN-KIT."""
    later = found(90, "400", **other)
    result = rise([found(0, "20", "D1"), later], DAY_1, UNTIL)
    assert (result.compared, result.left_out) == ((), (later,))
    assert {verdict.holds for verdict in result.verdicts} == {None}


def test_two_unknown_laboratories_are_not_the_same_one():
    unknown = {"laboratory": "", "kit": ""}
    assert said(found(0, "20", "D1", **unknown), found(90, "60", **unknown))["B"] is None


def test_a_laboratory_is_the_same_however_it_is_typed():
    assert said(found(0, "20", "D1", kit="Kit  7"), found(90, "60", kit=" kit 7"))["B"] is True


def test_without_a_cut_off_only_the_ratios_are_decided():
    verdicts = said(found(0, "20", "D1", cut_off=None), found(90, "60", cut_off=None))
    assert verdicts == {"A": True, "B": None, "C": True, "D": None}
    assert said(found(0, "20", "D1"), found(90, "21", cut_off=None))["B"] is False


def test_the_baseline_is_the_last_titre_before_the_dose():
    result = rise(
        [found(0, "30", "D1"), found(-14, "20", "SCR"), found(0, "99", "UNS")], DAY_1, UNTIL
    )
    assert result.baseline == found(0, "30", "D1")


@pytest.mark.parametrize(
    ("day", "holds"),
    [(0, None), (1, True), (379, True), (380, None)],
    ids=["Day 1 after the dose", "Day 2", "last day of the window", "a day later"],
)
def test_titres_count_from_day_2_to_the_end_of_the_window(day, holds):
    assert said(found(0, "20", "D1"), found(day, "60"))["B"] is holds


def test_without_a_baseline_nothing_is_decided():
    result = rise([found(90, "60")], DAY_1, UNTIL)
    assert (result.baseline, {v.holds for v in result.verdicts}) == (None, {None})


def test_every_record_that_meets_a_rule_is_its_evidence_in_order_of_date():
    first, second = found(30, "60", "W4"), found(90, "26", "M3")
    verdict = rise([second, found(60, "20", "W8"), first, found(0, "20", "D1")], DAY_1, UNTIL)
    assert verdict.verdict().evidence == (first, second)
    assert verdict.verdict(Rule.C).evidence == (first,)


def test_the_headline_is_rule_b():
    """DN-B."""
    assert HEADLINE is Rule.B
    assert rise([], DAY_1, UNTIL).verdict().rule is Rule.B


numbers = st.integers(0, 500).map(str)
later_titres = st.lists(st.tuples(st.integers(1, 379), st.sampled_from(["", "<", ">"]), numbers))


@given(baseline=numbers, later=later_titres, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_entry_never_changes_a_verdict(baseline, later, shuffled):
    titres = [found(0, baseline, "D1")] + [
        found(day, sign + value, repeat=n) for n, (day, sign, value) in enumerate(later, start=1)
    ]
    expected = rise(titres, DAY_1, UNTIL)
    shuffled.shuffle(titres)
    assert rise(titres, DAY_1, UNTIL) == expected


@given(baseline=numbers, later=later_titres, extra=st.tuples(st.integers(380, 900), numbers))
def test_a_titre_out_of_the_window_or_of_another_kit_never_changes_a_verdict(
    baseline, later, extra
):
    titres = [found(0, baseline, "D1")] + [
        found(day, sign + value, repeat=n) for n, (day, sign, value) in enumerate(later, start=1)
    ]
    day, value = extra
    late = found(day, value, repeat=90)
    foreign = found(day - 375, value, repeat=91, kit="other")
    assert (
        rise([*titres, late, foreign], DAY_1, UNTIL).verdicts == rise(titres, DAY_1, UNTIL).verdicts
    )


@given(baseline=numbers, later=numbers)
def test_a_doubling_is_a_rise_and_a_rise_of_25_percent_is_above_baseline(baseline, later):
    verdicts = said(found(0, baseline, "D1"), found(90, later))
    assert verdicts["C"] <= verdicts["A"]
    assert verdicts["B"] <= verdicts["A"]


def laboratory(**sample):
    row = {"LBORRES": "<10", "LBORNRHI": "15"}
    return builders.record("LB", {"lb_sample": {"": sample}, "lb": {"DSDNA": row}})


def test_a_titre_is_read_from_the_laboratory_form_as_reported():
    record = laboratory(LBDAT="2010-03-14", LBNAM="Hospital", LBKIT="Kit 7")
    assert titre(record, date(2010, 3, 15)) == Titre(
        record.key, date(2010, 3, 14), D(10), "<", D(15), "Hospital", "Kit 7"
    )


def test_titres_in_units_of_the_kit_and_in_international_units_are_not_compared():
    baseline = replace(found(0, "20", "D1"), unit="IU/mL")
    seen = rise([baseline, replace(found(90, "90"), unit="U/mL")], DAY_1, UNTIL)
    assert seen.baseline == baseline
    assert (len(seen.compared), len(seen.left_out)) == (0, 1)
    assert seen.verdict().holds is None


def test_a_sample_without_a_date_is_dated_by_its_visit():
    assert titre(laboratory(), date(2010, 3, 15)).on == date(2010, 3, 15)


def test_a_titre_nobody_can_date_is_no_titre():
    assert titre(laboratory(), None) is None


def test_without_a_result_there_is_no_titre():
    assert titre(builders.record("LB", {}), DAY_1) is None
