"""The demonstration study gives what was published of the trial, to the printed digits.

Cortés-Hernández et al., Arthritis Res Ther 2012;14:R265.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ordi_crf.core import measures, stats
from ordi_crf.core.derived import derive, visit_date
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.summary import summary
from ordi_crf.core.surface import above_threshold
from ordi_crf.forms.schema import Language


def people(demonstration, item):
    """Return an answer of every subject's demographics."""
    data = demonstration.data
    records = [data.record(subject, "SCR", "DM") for subject in data.subjects]
    return [record.sections["dm"][""].values[item] for record in records]


def test_fifteen_were_treated_all_of_them_women(demonstration):
    assert sum(c.day_1 is not None for c in demonstration.courses) == 15
    assert people(demonstration, "SEX") == ["F"] * 15


def test_median_age_is_40(demonstration):
    data = demonstration.data
    ages = [
        derive(data.record(s, "SCR", "DM"), screened=visit_date(data, s, "SCR"))["AGE"]
        for s in data.subjects
    ]
    assert stats.summary(ages).median == 40
    assert (min(ages), max(ages)) == (24, 61)


@pytest.mark.parametrize(
    ("visit", "mean", "sd", "places"),
    [
        pytest.param(None, "11.0", "5.9", 1, id="baseline"),
        pytest.param("W2", "4.13", "3.66", 2, id="week 2"),
    ],
)
def test_clasi_activity_has_the_printed_mean_and_sd(demonstration, visit, mean, sd, places):
    found = measures.activity(demonstration.courses, visit)
    assert (found.n, stats.digits(found.mean, places), found.sd(places)) == (15, mean, sd)


def test_all_but_the_one_who_stopped_improved_at_week_2(demonstration):
    found = measures.improved(demonstration.courses, "W2")
    better = {str(proof.record.subject) for proof in found.evidence}
    assert (found.proportion.n, found.proportion.of) == (14, 15)
    assert better == {str(s) for s in demonstration.data.subjects} - {"SYN-01"}


@pytest.fixture(scope="module")
def found(demonstration):
    """Give the six outcomes by their id."""
    return {outcome.oid: outcome for outcome in outcomes(demonstration.courses)}


@pytest.mark.parametrize("reading", ["O1.EVER", "O1.ANY"])
def test_twelve_of_fourteen_evaluable_and_of_fifteen_treated_cleared(found, reading):
    response = found["O1"].estimate(reading)
    assert (response.of_assessed.n, response.of_assessed.of) == (12, 14)
    assert (response.of_all.n, response.of_all.of) == (12, 15)
    assert [str(m.subject) for m in response.missing] == ["SYN-01"]


@pytest.mark.parametrize("reading", ["O5.A", "O5.LAST"])
def test_nine_of_twelve_relapsed_2_to_8_weeks_after_withdrawal(demonstration, found, reading):
    flares = found["O5"].estimate(reading)
    last = {course.subject: course.treatment.last for course in demonstration.courses}
    weeks = [Fraction((p.on - last[p.record.subject]).days, 7) for p in flares.first]
    assert (flares.of_assessed.n, flares.of_assessed.of) == (9, 12)
    assert sorted(weeks) == [2, 2, 3, 4, 4, 5, 6, 7, 8]
    assert measures.weeks_to_flare(demonstration.courses).median == 4


def test_two_had_related_side_effects_and_one_stopped(demonstration, found):
    effects = found["O2"].headline
    assert (effects.of_all.n, effects.of_all.of) == (2, 15)
    assert [(str(p.record.subject), p.said.en) for p in effects.evidence] == [
        ("SYN-01", "Insomnia, grade 2"),
        ("SYN-01", "Nausea, grade 1"),
        ("SYN-02", "Neutropenia, grade 2"),
    ]
    assert [str(s) for s in measures.withdrawn(demonstration.courses)] == ["SYN-01"]


def test_follow_up_is_15_months_on_average_and_7_to_30(demonstration):
    found = measures.follow_up(demonstration.courses)
    printed = [stats.digits(value, 1) for value in (found.mean, found.least, found.most)]
    assert printed == ["15.0", "7.0", "30.0"]


def test_day_1_falls_into_the_enrolment_of_2009_and_2010(demonstration):
    days = [c.day_1 for c in demonstration.courses]
    assert date(2009, 1, 1) <= min(days)
    assert max(days) <= date(2010, 12, 31)


def test_about_half_have_active_lesions_on_more_than_18_percent(demonstration):
    maps = [p for k, p in demonstration.painted.items() if k.visit == "SCR"]
    assert sum(above_threshold(p.active.total) for p in maps) == 7


def test_every_subject_has_erythema_of_grade_2_at_screening(demonstration):
    for subject in demonstration.data.subjects:
        rows = demonstration.data.record(subject, "SCR", "CLASI").sections["clasi_area"].values()
        assert max(int(row.values["CLERY"]) for row in rows) >= 2, subject


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_the_summary_says_first_that_the_study_is_synthetic(demonstration, language):
    first, *_ = summary(demonstration.data, demonstration.painted, language)
    assert "SINT" in first or "SYNTHETIC" in first


def test_the_summary_prints_the_published_figures(demonstration):
    text = "\n".join(summary(demonstration.data, demonstration.painted, Language.EN))
    for printed in (
        "15 subjects, 15 of them women; age: median 40",
        "baseline: n = 15, mean 11.00, SD 5.92",
        "week 2: n = 15, mean 4.13, SD 3.66",
        "12 of 14 = 85.7 % (95 % CI 57.2-98.2) [evaluable]",
        "12 of 15 = 80.0 % (95 % CI 51.9-95.7) [treated]",
        "9 of 12 = 75.0 % (95 % CI 42.8-94.5)",
        "to the flare: median 4 (2-8)",
        "2 of 15 = 13.3 % (95 % CI 1.7-40.5)",
        "mean 15.0 (7.0-30.0)",
    ):
        assert printed in text
