"""The publication's measures and the printed summary, from records of one subject at a time."""

from __future__ import annotations

import pytest

from ordi_crf.core import measures
from ordi_crf.core.courses import courses
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.records import StudyData
from ordi_crf.core.summary import summary
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT
from tests.core.course_data import (
    ONGOING,
    OTHER,
    clasi,
    doses,
    events,
    held,
    on,
    seen,
    stopped,
    study,
    told,
)

CLEAR = ("D1", 0, 9), ("W8", 56, 0)


def test_treatment_goes_on_while_its_last_period_is_open():
    (found,) = told(doses(("5", 0, 28), ("10", 29, None)))
    assert (found.day_1, found.treatment.last) == (on(0), None)


def test_a_pause_at_0_mg_is_no_dose():
    """OC-TRT."""
    (found,) = told(doses(("5", 0, 28), ("0", 29, None)))
    assert found.treatment.last == on(28)


def test_treatment_goes_on_where_a_period_has_no_last_day_though_a_later_one_ended():
    (found,) = told(doses(("5", 0, None), ("10", 29, 40)))
    assert found.treatment.last is None


def test_baseline_is_the_last_total_up_to_day_1():
    partial = ("D1", 0, 7, {"partial": True})
    found = told(ONGOING, *seen(("SCR", -14, 12), partial, ("W2", 14, 4)))
    assert measures.activity(found).mean == 12


def test_activity_is_told_of_each_visit_that_was_scored():
    found = told(ONGOING, *seen(("D1", 0, 9), ("M3", 89, 2), ("W2", 14, 4)))
    by_visit = measures.activity_by_visit(found)
    assert [(visit, known.mean) for visit, known in by_visit] == [(None, 9), ("W2", 4), ("M3", 2)]


@pytest.mark.parametrize(
    ("now", "better"), [(8, 1), (9, 0), (10, 0)], ids=["less", "the same", "more"]
)
def test_improved_is_less_activity_than_at_baseline(now, better):
    found = measures.improved(told(ONGOING, *seen(("D1", 0, 9), ("W2", 14, now))), "W2")
    assert (found.proportion.n, found.proportion.of) == (better, 1)
    assert [p.record.visit for p in found.evidence] == ["W2"] * better


def test_without_a_baseline_nobody_improved_and_nobody_is_counted():
    found = measures.improved(told(ONGOING, *seen(("W2", 14, 1))), "W2")
    assert found.proportion.of == 0


def test_follow_up_runs_from_day_1_to_the_last_visit_held():
    found = measures.follow_up(told(ONGOING, *seen(("D1", 0, 9), ("M12", 1461, 2))))
    assert found.mean == 48


def test_a_visit_that_did_not_take_place_is_no_follow_up():
    missed = held("M12", 365)
    missed.sections["sv"][""].values["SVOCCUR"] = "N"
    (found,) = told(ONGOING, *seen(("D1", 0, 9)), missed, clasi("M12", 0))
    assert (found.last_visit, len(found.skin)) == (on(0), 1)


def test_weeks_run_from_withdrawal_to_the_flare_of_those_who_had_one():
    records = [stopped(100), stopped(100, OTHER), *seen(*CLEAR, ("S2W", 114, 0), ("S8W", 156, 3))]
    records += seen(*CLEAR, ("S2W", 114, 0), who=OTHER)
    found = measures.weeks_to_flare(told(*records, subjects=(SUBJECT, OTHER)))
    assert (found.n, found.median) == (1, 8)


def test_a_subject_never_treated_is_in_no_measure():
    found = told(*seen(("SCR", -14, 9)), events({"AETERM": "Rash", "AEACN": "DRUG WITHDRAWN"}))
    assert measures.activity(found) is None
    assert measures.follow_up(found) is None
    assert measures.withdrawn(found) == ()


@pytest.mark.parametrize(
    ("language", "words"), [(Language.EN, "not estimable"), (Language.ES, "no estimable")]
)
def test_a_study_without_subjects_has_a_summary_that_estimates_nothing(language, words):
    """O1, O2, O3, O4, O5, O6."""
    lines = summary(StudyData({}, (), {}, ()), {}, language)
    assert sum(words in line for line in lines) >= 6
    assert not any("0.0 %" in line or "0,0 %" in line for line in lines)


def test_the_summary_names_every_reading_and_what_proves_it():
    """O5."""
    records = [stopped(100), *seen(*CLEAR, ("S2W", 114, 4))]
    text = "\n".join(summary(study(*records), {}, Language.EN))
    readings = [e.oid for o in _outcomes(records) for e in o.estimates if e is not o.headline]
    assert all(oid in text for oid in readings)
    assert f"01-001 S2W {on(114)} activity 4" in text
    assert "O4 Increase of anti-dsDNA within 12 months: not estimable" in text
    assert "not known: 01-001 no baseline" in text


@pytest.mark.parametrize(
    ("visits", "label"),
    [
        pytest.param([("W4", 28, 4)], "not evaluable", id="not met, seen after it was withdrawn"),
        pytest.param([("W4", 28, 0)], "not evaluable", id="met, seen after it was withdrawn"),
        pytest.param([], "not known", id="never seen"),
    ],
)
def test_the_summary_calls_nobody_unknown_whose_outcome_is_decided(visits, label):
    """OC-EVAL."""
    withdrawn = events({"AETERM": "Rash", "AESTDAT": "2010-02-05", "AEACN": "DRUG WITHDRAWN"})
    records = study(stopped(13), withdrawn, *seen(("D1", 0, 9), *visits))
    lines = summary(records, {}, Language.EN)
    start = next(n for n, line in enumerate(lines) if line.startswith("O1 "))
    told = [line.strip() for line in lines[start:] if "before any assessment" in line]
    reason = "01-001 drug withdrawn for an adverse event before any assessment"
    assert told == [f"{label}: {reason}"]


def _outcomes(records):
    return outcomes(courses(study(*records)))
