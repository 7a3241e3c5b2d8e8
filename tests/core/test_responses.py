"""Outcomes 1 and 2 by each reading, at their boundaries."""

from __future__ import annotations

import pytest

from ordi_crf.core.readings import Missing, Proof, State, Why
from ordi_crf.core.responses import complete_response, side_effects
from tests.builders import SUBJECT
from tests.core.course_data import (
    MET,
    NOT_CONCERNED,
    NOT_MET,
    ONGOING,
    OTHER,
    clasi,
    counted,
    events,
    held,
    on,
    seen,
    stopped,
    told,
)

BY, AT, BOTH, EVER = range(4)
RELATED, ANY, AFTER_LAST = range(3)
WITHDRAWN = events({"AETERM": "Insomnia", "AESTDAT": "2010-02", "AEACN": "DRUG WITHDRAWN"})


def response(*records):
    return complete_response(told(*records)).estimates


def adverse(*records):
    return side_effects(told(*records)).estimates


@pytest.mark.parametrize(
    ("day", "met"),
    [
        pytest.param(0, NOT_MET, id="O1 Day 1"),
        pytest.param(1, MET, id="O1 Day 2"),
        pytest.param(103, MET, id="O1 14 days after month 3, clipped to the month's end"),
        pytest.param(104, NOT_MET, id="O1 15 days after"),
    ],
)
def test_activity_0_counts_from_day_2_to_14_days_after_month_3(day, met):
    """OC-B-M3, OC-MONTH."""
    found = response(ONGOING, *seen(("D1", 0, 9), ("UNS", day, 0)))
    assert counted(found[BY]) == met


@pytest.mark.parametrize(
    ("day", "met"),
    [
        pytest.param(74, NOT_MET, id="O1 15 days before month 3"),
        pytest.param(75, MET, id="O1 14 days before"),
        pytest.param(103, MET, id="O1 14 days after"),
        pytest.param(104, NOT_MET, id="O1 15 days after"),
    ],
)
def test_a_landmark_is_within_14_days_of_month_3(day, met):
    """OC-1-M3."""
    assert counted(response(ONGOING, *seen(("UNS", day, 0)))[AT]) == met


@pytest.mark.parametrize(
    ("first", "then", "met"),
    [(0, 4, NOT_MET), (4, 0, MET)],
    ids=["clear, and active at month 3", "clear at month 3"],
)
def test_the_landmark_is_the_visit_nearest_to_month_3(first, then, met):
    """OC-1-M3."""
    found = response(ONGOING, *seen(("UNS", 78, first), ("M3", 90, then)))
    assert counted(found[AT]) == met
    assert counted(found[BY]) == MET


def test_at_equal_distance_the_landmark_is_the_earlier_visit():
    assert counted(response(ONGOING, *seen(("UNS", 87, 0), ("UNS", 91, 4)))[AT]) == MET


def test_a_landmark_no_partial_visit_can_take():
    near = [held("M3", 89), clasi("M3", 0, partial=True)]
    assert counted(response(ONGOING, *seen(("UNS", 80, 0)), *near)[AT]) == MET


def test_damage_keeps_the_whole_clasi_from_0():
    """OC-1-DAM."""
    found = response(ONGOING, *seen(("W4", 28, 0, {"scars": 2})))
    assert counted(found[BY]) == MET
    assert counted(found[BOTH]) == NOT_MET


def test_a_whole_clasi_of_0_is_0_by_either_reading():
    assert counted(response(ONGOING, *seen(("W4", 28, 0)))[BOTH]) == MET


def test_a_late_response_counts_at_any_time_alone():
    found = response(ONGOING, *seen(("W4", 28, 5), ("M6", 181, 0)))
    assert [counted(e) for e in found] == [NOT_MET, NOT_MET, NOT_MET, MET]


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        pytest.param([], Why.NOT_SEEN, id="not seen"),
        pytest.param(seen(("M6", 181, 0)), Why.NOT_SEEN, id="seen too late"),
        pytest.param(seen(("W4", 28, 0, {"partial": True})), Why.PARTIAL, id="a blank item"),
    ],
)
def test_whoever_has_no_assessment_does_not_respond_and_is_named(records, reason):
    """OC-1-NONE."""
    found = response(ONGOING, *records)[BY]
    assert (counted(found), found.missing) == (NOT_MET, (Missing(SUBJECT, reason),))


@pytest.mark.parametrize(
    ("visits", "evaluable"),
    [
        pytest.param([("D1", 0, 9)], 0, id="never assessed on the drug"),
        pytest.param([("D1", 0, 9), ("W2", 14, 7)], 0, id="assessed the day after it stopped"),
        pytest.param([("D1", 0, 9), ("W2", 13, 7)], 1, id="assessed on the last day"),
        pytest.param([("W2", 13, 7, {"partial": True})], 0, id="assessed with a blank item"),
    ],
)
def test_stopped_for_an_event_before_any_assessment_is_not_evaluable(visits, evaluable):
    """OC-EVAL."""
    found = response(stopped(13), WITHDRAWN, *seen(*visits))[BY]
    assert counted(found) == ((0, evaluable), (0, 1))
    assert [m.why for m in found.missing] == [Why.STOPPED] * (1 - evaluable)


def test_assessed_on_the_drug_after_the_window_is_evaluable_by_every_reading():
    """OC-EVAL: withdrawn on day 280, assessed on day 180 alone."""
    found = response(stopped(280), WITHDRAWN, *seen(("D1", 0, 9), ("M6", 180, 1)))
    assert [counted(e) for e in found] == [NOT_MET] * 4
    assert [[m.why for m in e.missing] for e in found] == [[Why.NOT_SEEN]] * 3 + [[]]


def test_stopped_for_another_reason_is_evaluable():
    """OC-EVAL."""
    assert counted(response(stopped(13), *seen(("W4", 28, 4)))[BY]) == NOT_MET


def test_clear_after_stopping_for_an_event_counts_among_the_treated_alone():
    found = response(stopped(13), WITHDRAWN, *seen(("W4", 28, 0)))[BY]
    assert counted(found) == ((0, 0), (1, 1))


def test_every_clear_visit_of_the_window_is_evidence():
    found = response(ONGOING, *seen(("W4", 28, 0), ("W8", 56, 2), ("M3", 89, 0)))[BY]
    assert [(p.record.visit, p.on, p.said.en) for p in found.evidence] == [
        ("W4", on(28), "activity 0"),
        ("M3", on(89), "activity 0"),
    ]
    assert found.first == found.evidence[:1]


def test_a_subject_never_treated_concerns_no_outcome():
    """OC-TRT."""
    assert counted(response(*seen(("SCR", -14, 0)))[BY]) == NOT_CONCERNED


@pytest.mark.parametrize(
    ("started", "relation", "met"),
    [
        pytest.param("2010-01-30", "RELATED", (0, 0, 0), id="O2 before Day 1"),
        pytest.param("2010-01-31", "RELATED", (1, 1, 1), id="O2 on Day 1"),
        pytest.param("2010-01", "RELATED", (1, 1, 1), id="O2 some day of that month"),
        pytest.param("2010-03-01", None, (1, 1, 1), id="O2 relation unanswered"),
        pytest.param("2010-03-01", "NOT RELATED", (0, 1, 0), id="O2 not related"),
        pytest.param("2011-01-31", "RELATED", (1, 1, 1), id="O2 month 12"),
        pytest.param("2011-02-01", "RELATED", (0, 0, 1), id="O2 after month 12, on the drug"),
        pytest.param(None, "RELATED", (1, 1, 1), id="O2 start not known"),
    ],
)
def test_a_side_effect_is_counted_by_cause_and_by_window(started, relation, met):
    """OC-2-ALL, OC-2-DATE."""
    event = {"AETERM": "Nausea", "AESTDAT": started, "AEREL": relation}
    assert tuple(e.of_all.n for e in adverse(ONGOING, events(event))) == met


@pytest.mark.parametrize(
    ("started", "n"),
    [("2011-05-11", 1), ("2011-05-12", 0)],
    ids=["12 months after the last dose", "a day later"],
)
def test_the_last_dose_can_open_the_year(started, n):
    """OC-2-ALL."""
    event = {"AETERM": "Nausea", "AESTDAT": started, "AEREL": "RELATED"}
    assert adverse(stopped(100), events(event))[AFTER_LAST].of_all.n == n


def test_two_events_of_one_subject_are_two_proofs_and_one_subject():
    found = adverse(
        ONGOING,
        events(
            {"AETERM": "Nausea", "AESTDAT": "2010-04-01", "AEREL": "RELATED"},
            {"AETERM": "Insomnia", "AESTDAT": "2010-03-01", "AEREL": "RELATED"},
        ),
    )[RELATED]
    assert (counted(found), [p.said.en for p in found.evidence]) == (MET, ["Insomnia", "Nausea"])
    assert isinstance(found.evidence[0], Proof)


def test_activity_0_says_nothing_of_damage_that_is_not_known():
    """O1."""
    found = response(ONGOING, *seen(("W4", 28, 0, {"pigment": 2, "lasting": None})))[BOTH]
    assert [m.why for m in found.missing] == [Why.PARTIAL]


def test_an_event_is_found_where_it_was_recorded():
    """O2."""
    found = adverse(ONGOING, events({"AETERM": "Nausea", "AETOXGR": "2"}))[RELATED]
    (proof,) = found.evidence
    assert (proof.item, proof.said.en, proof.said.es) == (
        ("ae", "0", "AETERM"),
        "Nausea, grade 2",
        "Nausea, grado 2",
    )


@pytest.mark.parametrize(
    ("records", "state"),
    [
        pytest.param([], State.OUTSIDE, id="O1 never treated"),
        pytest.param([ONGOING], State.UNKNOWN, id="O1 never seen"),
        pytest.param([ONGOING, *seen(("W4", 28, 3))], State.NOT_MET, id="O1 not clear"),
        pytest.param([ONGOING, *seen(("W4", 28, 0))], State.MET, id="O1 clear"),
        pytest.param(
            [stopped(13), WITHDRAWN, *seen(("W4", 28, 3))], State.NOT_MET, id="O1 not evaluable"
        ),
        pytest.param([stopped(13), WITHDRAWN], State.UNKNOWN, id="O1 not evaluable, never seen"),
    ],
)
def test_what_an_outcome_is_in_a_subject_has_one_word(records, state):
    (verdict,) = response(*records)[BY].verdicts.values()
    assert verdict.state is state


def test_subjects_are_counted_each_on_their_own():
    records = [ONGOING, stopped(50, OTHER), *seen(("W4", 28, 0)), *seen(("W4", 28, 3), who=OTHER)]
    found = complete_response(told(*records, subjects=(OTHER, SUBJECT))).headline
    assert counted(found) == ((1, 2), (1, 2))
    assert [proof.record.subject for proof in found.evidence] == [SUBJECT]
