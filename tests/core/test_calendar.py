"""A subject's calendar: due dates, windows and states at their boundaries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.calendar import Held, Planned, State, appointments, due_on

DAY_1 = date(2010, 1, 31)
WEEK_2 = Planned(visit="W2", day=15, before=2, after=3)
MONTH_3 = Planned(visit="M3", months=3, before=14, after=14)
STOP_2W = Planned(visit="S2W", day=15, before=3, after=3, from_withdrawal=True)
DUE = date(2010, 2, 14)
LONG_AFTER = date(2012, 1, 1)


def stands(visit, today, *held, day_1=DAY_1, withdrawn=None):
    (found,) = appointments([visit], held, today=today, day_1=day_1, withdrawn=withdrawn)
    return found


@pytest.mark.parametrize(
    ("visit", "anchor", "due"),
    [
        pytest.param(Planned(visit="D1", day=1), DAY_1, DAY_1, id="day 1 is the first dose"),
        pytest.param(WEEK_2, DAY_1, DUE, id="day 15 is two weeks later"),
        pytest.param(Planned(visit="S", day=-1), DAY_1, date(2010, 1, 30), id="there is no day 0"),
        pytest.param(Planned(visit="S", day=-28), DAY_1, date(2010, 1, 3), id="day -28"),
        pytest.param(MONTH_3, DAY_1, date(2010, 4, 30), id="no 31 April"),
        pytest.param(Planned(visit="M1", months=1), DAY_1, date(2010, 2, 28), id="no 31 February"),
        pytest.param(
            Planned(visit="M1", months=1), date(2012, 1, 31), date(2012, 2, 29), id="leap year"
        ),
        pytest.param(
            Planned(visit="M12", months=12), date(2012, 2, 29), date(2013, 2, 28), id="29 February"
        ),
        pytest.param(
            Planned(visit="M6", months=6), date(2010, 8, 31), date(2011, 2, 28), id="over a year"
        ),
        pytest.param(
            Planned(visit="M3", months=3), date(2010, 9, 15), date(2010, 12, 15), id="Dec"
        ),
    ],
)
def test_a_visit_is_due_on_its_day_or_in_its_month(visit, anchor, due):
    assert due_on(visit, anchor) == due


@pytest.mark.parametrize(
    ("after_due", "state"),
    [
        pytest.param(-3, State.PLANNED, id="the day before the window"),
        pytest.param(-2, State.DUE, id="its first day"),
        pytest.param(0, State.DUE, id="the due date"),
        pytest.param(3, State.DUE, id="its last day"),
        pytest.param(4, State.OVERDUE, id="the day after"),
    ],
)
def test_a_visit_not_held_stands_by_what_today_is(after_due, state):
    assert stands(WEEK_2, DUE + timedelta(days=after_due)).state is state


@pytest.mark.parametrize(
    ("after_due", "state"),
    [
        pytest.param(-3, State.EARLY, id="the day before the window"),
        pytest.param(-2, State.IN_WINDOW, id="its first day"),
        pytest.param(3, State.IN_WINDOW, id="its last day"),
        pytest.param(4, State.LATE, id="the day after"),
    ],
)
def test_a_visit_held_stands_by_its_own_date(after_due, state):
    on = DUE + timedelta(days=after_due)
    found = stands(WEEK_2, LONG_AFTER, Held("W2", on))
    assert (found.state, found.held, found.shift) == (state, on, after_due)


@pytest.mark.parametrize("today", [DAY_1, LONG_AFTER], ids=["before its window", "long after"])
def test_a_visit_recorded_as_not_done_is_missed(today):
    found = stands(WEEK_2, today, Held("W2", None, occurred=False))
    assert (found.state, found.due, found.held, found.shift) == (State.MISSED, DUE, None, None)


def test_a_window_is_told_with_its_due_date():
    found = stands(WEEK_2, DAY_1)
    assert (found.opens, found.due, found.closes) == (date(2010, 2, 12), DUE, date(2010, 2, 17))


def test_a_visit_held_without_a_date_is_held():
    assert stands(WEEK_2, LONG_AFTER, Held("W2", None)).state is State.HELD


@pytest.mark.parametrize(
    ("held", "state"),
    [
        pytest.param((), State.PLANNED, id="not held"),
        pytest.param((Held("W2", DUE),), State.HELD, id="held"),
        pytest.param((Held("W2", None, occurred=False),), State.MISSED, id="not done"),
    ],
)
def test_before_the_first_dose_nothing_is_due(held, state):
    found = stands(WEEK_2, LONG_AFTER, *held, day_1=None)
    assert (found.state, found.due, found.opens, found.closes) == (state, None, None, None)


def test_visits_after_withdrawal_count_from_the_last_dose():
    last = date(2010, 6, 1)
    assert stands(STOP_2W, LONG_AFTER).state is State.PLANNED
    found = stands(STOP_2W, last, withdrawn=last)
    assert (found.due, found.state) == (date(2010, 6, 15), State.PLANNED)


def test_of_a_visit_held_twice_the_first_time_counts():
    again = [
        Held("W2", DUE + timedelta(days=30)),
        Held("W2", DUE),
        Held("W2", None, occurred=False),
    ]
    assert stands(WEEK_2, LONG_AFTER, *again).held == DUE


def test_the_calendar_keeps_the_order_of_the_plan():
    found = appointments([MONTH_3, WEEK_2], [], today=DAY_1, day_1=DAY_1)
    assert [a.visit for a in found] == ["M3", "W2"]


def test_a_visit_that_is_not_planned_has_no_appointment():
    assert appointments([], [Held("UNS", DUE)], today=DUE, day_1=DAY_1) == ()


def test_states_have_wordings_of_their_own():
    assert len({s.value.en for s in State}) == len({s.value.es for s in State}) == 8


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        pytest.param({"day": 0}, "no day 0", id="day 0"),
        pytest.param({}, "either a day or months", id="neither"),
        pytest.param({"day": 1, "months": 1}, "either a day or months", id="both"),
        pytest.param({"day": 1, "before": -1}, "not negative", id="window turned around"),
    ],
)
def test_a_visit_that_cannot_be_planned_is_refused(wrong, says):
    with pytest.raises(ValueError, match=says):
        Planned(visit="X", **wrong)


days = st.dates(date(2008, 1, 1), date(2020, 12, 31))


@given(day_1=days, months=st.integers(0, 24))
def test_a_month_keeps_the_day_or_ends_with_its_month(day_1, months):
    due = due_on(Planned(visit="M", months=months), day_1)
    assert (due.year * 12 + due.month) - (day_1.year * 12 + day_1.month) == months
    assert due.day == day_1.day or (due + timedelta(days=1)).day == 1


@given(
    held=st.lists(st.builds(Held, st.sampled_from(["W2", "M3", "UNS"]), days, st.booleans())),
    today=days,
    shuffled=st.randoms(use_true_random=False),
)
def test_the_order_of_entry_never_changes_a_calendar(held, today, shuffled):
    expected = appointments([WEEK_2, MONTH_3], held, today=today, day_1=DAY_1)
    shuffled.shuffle(held)
    assert appointments([WEEK_2, MONTH_3], held, today=today, day_1=DAY_1) == expected


@given(today=days, day_1=days)
def test_as_days_pass_a_visit_not_held_is_planned_then_due_then_overdue(today, day_1):
    order = [State.PLANNED, State.DUE, State.OVERDUE]
    now = stands(WEEK_2, today, day_1=day_1).state
    tomorrow = stands(WEEK_2, today + timedelta(days=1), day_1=day_1).state
    assert order.index(tomorrow) - order.index(now) in (0, 1)
