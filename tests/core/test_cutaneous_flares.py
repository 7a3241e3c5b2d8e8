"""Outcome 5 by each reading, at its boundaries."""

from __future__ import annotations

import pytest

from ordi_crf.core.flares import cutaneous_flare, time_to_cutaneous_flare
from ordi_crf.core.readings import State, Why
from ordi_crf.core.survival import Followed
from tests.core.course_data import (
    MET,
    NOT_ASSESSED,
    NOT_CONCERNED,
    NOT_MET,
    ONGOING,
    clasi,
    counted,
    doses,
    held,
    on,
    seen,
    stopped,
    told,
    why,
)

ACTIVITY, GRADE, LAST_DOSE, TREATED = range(4)
CLEAR = ("D1", 0, 9), ("W8", 56, 0)


def cutaneous(*records):
    return cutaneous_flare(told(*records)).estimates


@pytest.mark.parametrize(
    ("day", "activity", "met"),
    [
        pytest.param(114, 1, NOT_MET, id="O5 activity 1"),
        pytest.param(114, 2, MET, id="O5 activity 2"),
        pytest.param(100, 2, NOT_ASSESSED, id="O5 on the day of the last dose"),
        pytest.param(101, 2, MET, id="O5 the day after"),
        pytest.param(465, 2, MET, id="O5 12 months after"),
        pytest.param(466, 2, NOT_ASSESSED, id="O5 a day later"),
    ],
)
def test_a_cutaneous_flare_is_an_activity_of_2_within_12_months_of_the_last_dose(
    day, activity, met
):
    """OC-B-2, OC-B-DOSE."""
    assert counted(cutaneous(stopped(100), *seen(*CLEAR, ("UNS", day, activity)))[ACTIVITY]) == met


@pytest.mark.parametrize(
    ("scale", "met"), [(True, NOT_MET), (False, MET)], ids=["two grades of 1", "one grade of 2"]
)
def test_by_the_stricter_reading_one_grade_has_to_be_2(scale, met):
    """OC-5-B."""
    found = cutaneous(stopped(100), *seen(*CLEAR, ("S2W", 114, 2, {"scale": scale})))
    assert counted(found[GRADE]) == met
    assert counted(found[ACTIVITY]) == MET


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([ONGOING, *seen(*CLEAR, ("M12", 365, 5))], id="still treated"),
        pytest.param([stopped(100), *seen(("D1", 0, 9), ("S2W", 114, 5))], id="never clear"),
        pytest.param(
            [stopped(100), *seen(("D1", 0, 9), ("S2W", 114, 0), ("S4W", 128, 5))],
            id="clear only after withdrawal",
        ),
        pytest.param([stopped(100), *seen(("D1", 0, 0), ("S2W", 114, 5))], id="clear on Day 1"),
    ],
)
def test_without_withdrawal_after_a_response_there_is_nothing_to_flare(records):
    found = cutaneous(*records)[ACTIVITY]
    assert counted(found) == NOT_CONCERNED
    assert found.of_assessed.percent is None


TWICE = doses(("5", 0, 90), ("5", 200, 260))


@pytest.mark.parametrize(
    ("visits", "flares", "cleared"),
    [
        pytest.param(
            [("W8", 60, 0), ("UNS", 250, 5), ("UNS", 270, 5)], [270], 60, id="O5 on the drug"
        ),
        pytest.param(
            [("W8", 60, 4), ("UNS", 120, 0), ("UNS", 130, 5), ("UNS", 250, 5), ("UNS", 270, 5)],
            [270],
            120,
            id="O5 between two spells: for the second withdrawal, not for the first",
        ),
    ],
)
def test_a_previous_resolution_is_any_0_up_to_the_last_dose(visits, flares, cleared):
    """O5."""
    (verdict,) = cutaneous(TWICE, *seen(("D1", 0, 9), *visits))[ACTIVITY].verdicts.values()
    assert [proof.on for proof in verdict.evidence] == [on(day) for day in flares]
    assert [proof.on for proof in verdict.basis] == [on(cleared)]


def test_the_reading_says_that_clear_skin_need_not_be_on_the_drug():
    """O5."""
    words = cutaneous(ONGOING)[ACTIVITY].reading
    assert "on or off the drug" in words.en
    assert "con o sin fármaco" in words.es


def test_clear_on_the_day_of_the_last_dose_is_a_response():
    found = cutaneous(stopped(100), *seen(("D1", 0, 9), ("EOT", 100, 0), ("S2W", 114, 3)))
    assert counted(found[ACTIVITY]) == MET


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        pytest.param([], Why.NOT_SEEN, id="not seen since"),
        pytest.param(
            [held("S2W", 114), clasi("S2W", 5, partial=True)], Why.PARTIAL, id="a blank item"
        ),
    ],
)
def test_a_responder_not_assessed_since_withdrawal_is_named(records, reason):
    found = cutaneous(stopped(100), *seen(*CLEAR), *records)[ACTIVITY]
    assert (counted(found), why(found)) == (NOT_ASSESSED, [reason])


RESTARTED = doses(("5", 0, 100), ("5", 130, None))


@pytest.mark.parametrize(
    ("day", "met"),
    [
        pytest.param(120, MET, id="O5 between"),
        pytest.param(130, MET, id="O5 on the day of the restart"),
        pytest.param(131, NOT_ASSESSED, id="O5 the day after the restart"),
    ],
)
def test_a_restart_ends_the_time_in_which_a_flare_counts(day, met):
    """OC-5-RESTART."""
    found = cutaneous(RESTARTED, *seen(*CLEAR, ("UNS", day, 4)))[ACTIVITY]
    assert counted(found) == met


def test_whoever_was_treated_again_before_being_seen_is_named():
    """O5."""
    found = cutaneous(RESTARTED, *seen(*CLEAR, ("UNS", 140, 4)))[ACTIVITY]
    assert why(found) == [Why.RESTARTED]


def test_a_second_withdrawal_is_watched_as_well():
    """O5."""
    twice = doses(("5", 0, 100), ("5", 130, 160), ("5", 300, None))
    found = cutaneous(twice, *seen(*CLEAR, ("UNS", 120, 0), ("UNS", 200, 4)))[ACTIVITY]
    assert [p.on for p in found.evidence] == [on(200)]


def test_whoever_was_treated_again_is_lost_to_the_last_dose_of_all():
    """O5."""
    found = cutaneous(RESTARTED, *seen(*CLEAR, ("UNS", 120, 4)))
    assert (counted(found[ACTIVITY]), counted(found[LAST_DOSE])) == (MET, NOT_CONCERNED)


def test_a_pause_is_no_withdrawal():
    """O5."""
    paused = doses(("5", 0, 100), ("0", 101, 129), ("5", 130, None))
    found = cutaneous(paused, *seen(*CLEAR, ("UNS", 120, 4)))
    assert counted(found[ACTIVITY]) == NOT_CONCERNED


def test_without_a_restart_both_withdrawals_are_one():
    """O5."""
    found = cutaneous(stopped(100), *seen(*CLEAR, ("S2W", 114, 2)))
    assert found[LAST_DOSE].evidence == found[ACTIVITY].evidence


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        pytest.param([], Why.UNTREATED, id="O5 never treated"),
        pytest.param([ONGOING, *seen(*CLEAR)], Why.NOT_WITHDRAWN, id="O5 still treated"),
        pytest.param([stopped(100), *seen(CLEAR[0])], Why.NEVER_CLEAR, id="O5 never clear"),
        pytest.param(
            [stopped(100), *seen(("S2W", 114, 0))], Why.NOT_CLEAR_BEFORE, id="O5 clear after"
        ),
    ],
)
def test_whom_a_flare_does_not_concern_is_told_why(records, reason):
    (verdict,) = cutaneous(*records)[ACTIVITY].verdicts.values()
    assert (verdict.state, verdict.why) == (State.OUTSIDE, reason)


def test_days_without_the_drug_are_no_treatment():
    """O5: a flare between withdrawal and restart is none under treatment."""
    found = cutaneous(RESTARTED, *seen(*CLEAR, ("UNS", 120, 4), ("UNS", 131, 1)))
    assert (counted(found[ACTIVITY]), counted(found[TREATED])) == (MET, NOT_MET)


@pytest.mark.parametrize(
    ("day", "activity", "met"),
    [
        pytest.param(80, 2, MET, id="under treatment"),
        pytest.param(100, 2, MET, id="O5 on the day of the last dose"),
        pytest.param(80, 1, NOT_MET, id="O5 activity 1"),
        pytest.param(101, 2, NOT_ASSESSED, id="after the last dose"),
        pytest.param(40, 2, NOT_ASSESSED, id="before the response"),
    ],
)
def test_a_flare_under_treatment_is_told_apart(day, activity, met):
    """OC-5-TAPER."""
    found = cutaneous(stopped(100), *seen(*CLEAR, ("UNS", day, activity)))
    assert counted(found[TREATED]) == met


def test_a_flare_under_treatment_has_denominators_of_its_own():
    """O5."""
    outcome = cutaneous_flare(())
    assert outcome.whom(outcome.estimate("O5.TAPER"))[1].en == "responders while treated"
    assert outcome.whom(outcome.headline) == (outcome.assessed, outcome.everyone)


def test_a_flare_under_treatment_needs_no_withdrawal():
    assert counted(cutaneous(ONGOING, *seen(*CLEAR, ("M12", 365, 5)))[TREATED]) == MET


def test_the_proof_of_a_flare_is_its_visit_and_its_activity():
    found = cutaneous(stopped(100), *seen(*CLEAR, ("S2W", 114, 1), ("S4W", 128, 3)))[ACTIVITY]
    assert [(p.record.visit, p.on, p.said.en) for p in found.evidence] == [
        ("S4W", on(128), "activity 3")
    ]


@pytest.mark.parametrize(
    ("visits", "followed"),
    [
        pytest.param([("S2W", 114, 0), ("S4W", 128, 3), ("S8W", 156, 5)], Followed(28, True),
                     id="to the first flare"),
        pytest.param([("S2W", 114, 2), ("S4W", 128, 3)], Followed(14, True),
                     id="to an activity of 2"),
        pytest.param([("S2W", 114, 0), ("S4W", 128, 1)], Followed(28, False),
                     id="to the last assessment"),
        pytest.param([("S2W", 114, 0), ("UNS", 500, 5)], Followed(14, False),
                     id="no further than 12 months"),
    ],
)  # fmt: skip
def test_time_runs_from_the_last_dose(visits, followed):
    """OC-5-KM."""
    found = time_to_cutaneous_flare(told(stopped(100), *seen(*CLEAR, *visits)))
    assert found == (followed,)


def test_a_restart_censors_the_time_to_a_flare():
    """OC-5-RESTART, OC-5-KM, O5."""
    visits = ("UNS", 120, 0), ("UNS", 128, 1), ("UNS", 140, 5)
    found = time_to_cutaneous_flare(told(RESTARTED, *seen(*CLEAR, *visits)))
    assert found == (Followed(28, False),)


@pytest.mark.parametrize(
    "records",
    [[ONGOING, *seen(*CLEAR)], [stopped(100), *seen(*CLEAR)]],
    ids=["still treated", "not seen since"],
)
def test_whoever_was_not_followed_has_no_time(records):
    assert time_to_cutaneous_flare(told(*records)) == ()
