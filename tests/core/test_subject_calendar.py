"""A subject's calendar from records: Day 1, withdrawal, the end of the study, and what is held."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.calendar import State
from ordi_crf.core.records import Record, RecordKey, Row, SubjectKey
from ordi_crf.core.subject_calendar import calendars, last_day, subject_calendar
from tests.builders import SUBJECT

DAY_1 = date(2010, 3, 1)
OTHER = SubjectKey("01", "01-002")


def record(form, visit, sections, *, repeat=1, subject=SUBJECT, voided=()):
    rows = {
        name: {
            str(n): Row(str(n), values, f"{name}{n}" in voided) for n, values in enumerate(answers)
        }
        for name, answers in sections.items()
    }
    return Record(RecordKey(subject, visit, form, repeat), sections=rows)


def held(visit, on, *, occurred="Y", repeat=1, subject=SUBJECT):
    day = on.isoformat() if on else None
    answers = {"SVOCCUR": occurred, "VISDAT": day, "SVREASND": None, "SVCOM": None}
    return record("SV", visit, {"sv": [answers]}, repeat=repeat, subject=subject)


def doses(*periods, voided=()):
    answers = [
        {"EXDOSE": dose, "EXSTDAT": first.isoformat(), "EXENDAT": last and last.isoformat()}
        for first, last, dose in periods
    ]
    return record("EX", "LOG", {"ex": answers}, voided=voided)


def calendar(*records, today=date(2010, 3, 20)):
    return subject_calendar({r.key: r for r in records}, SUBJECT, today)


def state(found, visit, repeat=1):
    appointment = found.at(visit, repeat)
    return appointment and appointment.state


def test_day_1_is_the_first_dose_whenever_the_visit_was():
    """OC-DAY1."""
    found = calendar(held("D1", DAY_1), doses((DAY_1 + timedelta(days=2), None, "5")))
    assert (found.day_1, found.dosed) == (DAY_1 + timedelta(days=2), True)


def test_until_a_dose_is_recorded_day_1_is_the_date_of_its_visit():
    found = calendar(held("D1", DAY_1))
    assert (found.day_1, found.dosed) == (DAY_1, False)
    assert found.at("W2").due == date(2010, 3, 15)


@pytest.mark.parametrize(
    ("records", "day_1"),
    [
        pytest.param([held("D1", None)], None, id="a visit without a date"),
        pytest.param([held("D1", DAY_1, occurred="N")], None, id="a visit that was not held"),
        pytest.param([doses((DAY_1, None, "0"))], None, id="a pause"),
        pytest.param([doses((DAY_1, None, "5"), voided=["ex0"])], None, id="a voided dose"),
    ],
)
def test_what_is_no_dose_and_no_visit_starts_nothing(records, day_1):
    assert calendar(*records).day_1 is day_1


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2010, 2, 1), State.PLANNED, id="on the day of screening"),
        pytest.param(date(2010, 2, 2), State.DUE, id="the day after"),
        pytest.param(date(2010, 3, 1), State.DUE, id="28 days after"),
        pytest.param(date(2010, 3, 2), State.OVERDUE, id="29 days after"),
    ],
)
def test_screening_is_good_for_28_days(today, expected):
    assert state(calendar(held("SCR", date(2010, 2, 1)), today=today), "D1") is expected


def test_a_first_dose_holds_screening_against_its_own_window():
    found = calendar(held("SCR", date(2010, 1, 31)), held("D1", DAY_1))
    assert (state(found, "SCR"), found.at("SCR").outside(date(2010, 1, 31))) == (State.EARLY, -1)


def test_withdrawal_is_the_last_dose_once_every_period_has_an_end():
    first = (DAY_1, date(2010, 3, 31), "5")
    assert calendar(doses(first, (date(2010, 4, 1), None, "2.5"))).withdrawn is None
    ended = calendar(doses(first, (date(2010, 4, 1), date(2010, 5, 1), "2.5")))
    assert ended.withdrawn == date(2010, 5, 1)
    assert ended.at("S2W").due == date(2010, 5, 15)


def disposition(trt=None, study=None):
    sections = {"ds_trt": [trt] if trt else [], "ds": [study] if study else []}
    return record("DS", "LOG", sections)


def test_the_disposition_ends_treatment_that_goes_on_in_the_records():
    last = {"DSTRTYN": "Y", "DSLDOSE": "2010-04-10"}
    assert calendar(doses((DAY_1, None, "5")), disposition(last)).withdrawn == date(2010, 4, 10)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"DSTRTYN": "N", "DSLDOSE": "2010-04-10"}, id="not ended"),
        pytest.param({"DSTRTYN": "Y", "DSLDOSE": None}, id="no day"),
        pytest.param({"DSTRTYN": "Y", "DSLDOSE": "2010-02-10"}, id="before the first dose"),
    ],
)
def test_a_disposition_that_says_no_last_dose_ends_nothing(said):
    assert calendar(doses((DAY_1, None, "5")), disposition(said)).withdrawn is None


@pytest.mark.parametrize(
    ("said", "ended"),
    [
        pytest.param({"DSYN": "Y", "DSSTDAT": "2010-06-01"}, date(2010, 6, 1), id="a day"),
        pytest.param({"DSYN": "Y", "DSLCONT": "2010-05-01"}, date(2010, 5, 1), id="last contact"),
        pytest.param({"DSYN": "Y"}, DAY_1, id="the last visit"),
        pytest.param({"DSYN": "N", "DSSTDAT": "2010-06-01"}, None, id="it goes on"),
    ],
)
def test_the_study_ends_with_the_disposition(said, ended):
    found = calendar(held("D1", DAY_1), doses((DAY_1, None, "5")), disposition(study=said))
    assert found.ended == ended
    assert (state(found, "M12") is State.SUPERSEDED) is (ended is not None)


def test_who_is_not_eligible_is_not_waited_for():
    decision = record("IE", "SCR", {"ie_decision": [{"IEYN": "N", "IEDAT": "2010-02-03"}]})
    found = calendar(held("SCR", date(2010, 2, 1)), decision)
    assert state(found, "D1") is State.SUPERSEDED
    assert calendar(held("D1", DAY_1), decision).ended is None


def test_a_visit_with_answers_and_no_header_is_held():
    found = calendar(record("LB", "W2", {"lb_sample": [{"LBDAT": "2010-03-15"}]}))
    assert state(found, "W2") is State.HELD


def test_a_form_without_an_answer_is_no_visit():
    assert state(calendar(record("LB", "W2", {"lb_sample": [{"LBDAT": None}]})), "W2") is (
        State.PLANNED
    )


def test_running_records_are_no_visit():
    assert calendar(doses((DAY_1, None, "5"))).at("LOG") is None


def test_every_unscheduled_visit_is_in_the_calendar():
    found = calendar(
        held("D1", DAY_1), held("UNS", DAY_1, repeat=2), held("UNS", date(2010, 3, 9), repeat=1)
    )
    assert [a.repeat for a in found.appointments if a.visit == "UNS"] == [2, 1]


@pytest.mark.parametrize(
    ("today", "visit"),
    [
        pytest.param(date(2010, 3, 8), "W1", id="due"),
        pytest.param(date(2010, 3, 12), "W2", id="due again"),
        pytest.param(date(2010, 3, 1), "D1", id="held today"),
        pytest.param(date(2010, 3, 4), None, id="nothing yet"),
        pytest.param(date(2011, 6, 1), "W1", id="overdue the longest"),
    ],
)
def test_the_visit_for_today_is_held_today_else_due_else_overdue(today, visit):
    now = calendar(held("D1", DAY_1), today=today).now()
    assert (now and now.visit) == visit


def test_the_calendars_of_a_study_are_kept_apart():
    records = [held("D1", DAY_1), held("D1", date(2010, 5, 1), subject=OTHER)]
    found = calendars(records, [OTHER, SUBJECT], date(2010, 6, 1))
    assert [(c.subject, c.day_1) for c in found] == [(OTHER, date(2010, 5, 1)), (SUBJECT, DAY_1)]


def test_the_last_day_of_a_study_is_that_of_its_last_visit():
    assert last_day([held("D1", DAY_1), held("W2", date(2010, 3, 15)), held("W1", None)]) == (
        date(2010, 3, 15)
    )
    assert last_day([doses((DAY_1, None, "5"))]) is None


@given(
    days=st.dictionaries(st.sampled_from(["D1", "W2", "M3", "EOT"]), st.integers(0, 400)),
    last=st.none() | st.integers(0, 400),
    shuffled=st.randoms(use_true_random=False),
)
def test_the_order_of_records_never_changes_a_calendar(days, last, shuffled):
    ended = None if last is None else DAY_1 + timedelta(days=last)
    records = [doses((DAY_1, ended, "5"))]
    records += [held(visit, DAY_1 + timedelta(days=n)) for visit, n in days.items()]
    expected = calendar(*records)
    shuffled.shuffle(records)
    assert calendar(*records) == expected
