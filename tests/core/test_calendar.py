"""A subject's calendar: due dates, windows and states at their boundaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.calendar import Held, State, appointments, due_on
from ordi_crf.core.treatment import Spell
from ordi_crf.forms.schema import Text
from ordi_crf.study import Visit


def planned(code: str, **when: object) -> Visit:
    """Return a visit of a plan, without forms."""
    words = Text(code, code)
    return Visit(
        code=code, number=1, label=words, short=words, forms=(), optional=frozenset(), **when
    )


DAY_1 = date(2010, 1, 31)
WEEK_2 = planned("W2", day=15, before=2, after=3)
MONTH_3 = planned("M3", months=3, before=14, after=14)
MONTH_6 = planned("M6", months=6, before=14, after=14)
STOP = planned("EOT", day=1, after=7, from_withdrawal=True)
STOP_2W = planned("S2W", day=15, before=3, after=3, from_withdrawal=True)
DUE = date(2010, 2, 14)
LONG_AFTER = date(2012, 1, 1)
TREATED = (Spell(DAY_1, None),)


def stands(visit, today, *held, treatment=TREATED, ended=None):
    (found,) = appointments([visit], held, today=today, treatment=treatment, ended=ended)
    return found


@pytest.mark.parametrize(
    ("visit", "anchor", "due"),
    [
        pytest.param(planned("D1", day=1), DAY_1, DAY_1, id="day 1 is the first dose"),
        pytest.param(WEEK_2, DAY_1, DUE, id="day 15 is two weeks later"),
        pytest.param(planned("S", day=-1), DAY_1, date(2010, 1, 30), id="there is no day 0"),
        pytest.param(planned("S", day=-28), DAY_1, date(2010, 1, 3), id="day -28"),
        pytest.param(MONTH_3, DAY_1, date(2010, 4, 30), id="no 31 April"),
        pytest.param(planned("M1", months=1), DAY_1, date(2010, 2, 28), id="no 31 February"),
        pytest.param(planned("M1", months=1), date(2012, 1, 31), date(2012, 2, 29), id="leap year"),
        pytest.param(
            planned("M12", months=12), date(2012, 2, 29), date(2013, 2, 28), id="29 February"
        ),
        pytest.param(
            planned("M6", months=6), date(2010, 8, 31), date(2011, 2, 28), id="over a year"
        ),
        pytest.param(planned("M3", months=3), date(2010, 9, 15), date(2010, 12, 15), id="Dec"),
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
    found = stands(WEEK_2, LONG_AFTER, *held, treatment=())
    assert (found.state, found.due, found.opens, found.closes) == (state, None, None, None)


def test_visits_after_withdrawal_count_from_the_last_dose():
    last = date(2010, 6, 1)
    assert stands(STOP_2W, LONG_AFTER).state is State.PLANNED
    found = stands(STOP_2W, last, treatment=[Spell(DAY_1, last)])
    assert (found.due, found.state) == (date(2010, 6, 15), State.PLANNED)


@pytest.mark.parametrize(
    ("last", "state"),
    [
        pytest.param(DUE - timedelta(days=1), State.SUPERSEDED, id="withdrawn the day before"),
        pytest.param(DUE, State.OVERDUE, id="withdrawn on that day"),
    ],
)
def test_a_visit_due_after_withdrawal_is_no_longer_due(last, state):
    assert stands(WEEK_2, LONG_AFTER, treatment=[Spell(DAY_1, last)]).state is state


def test_a_visit_held_after_withdrawal_keeps_its_window():
    last = DUE - timedelta(days=10)
    found = stands(WEEK_2, LONG_AFTER, Held("W2", DUE), treatment=[Spell(DAY_1, last)])
    assert found.state is State.IN_WINDOW


def test_treatment_taken_up_again_makes_later_visits_due_again():
    again = [Spell(DAY_1, date(2010, 3, 1)), Spell(date(2010, 7, 1), None)]
    found = appointments([MONTH_3, MONTH_6, STOP_2W], [], today=date(2010, 7, 20), treatment=again)
    assert [a.state for a in found] == [State.SUPERSEDED, State.DUE, State.PLANNED]


def test_a_second_withdrawal_has_its_own_visits_beside_those_of_the_first():
    first, second = date(2010, 3, 1), date(2010, 9, 1)
    treatment = [Spell(DAY_1, first), Spell(date(2010, 7, 1), second)]
    found = appointments(
        [STOP], [Held("EOT", date(2010, 3, 4))], today=date(2010, 9, 2), treatment=treatment
    )
    assert [(a.repeat, a.state, a.due) for a in found] == [
        (1, State.IN_WINDOW, first),
        (2, State.DUE, second),
    ]


FIRST, SECOND = date(2010, 5, 15), date(2010, 10, 1)
TWICE = (Spell(DAY_1, FIRST), Spell(date(2010, 8, 1), SECOND))
UNDONE = Held("S2W", None, occurred=False)


def of_each(visit, *held, treatment=TWICE, today=date(2010, 10, 20)):
    """Return repeat, state and due date of a visit after each withdrawal."""
    found = appointments([visit], held, today=today, treatment=treatment)
    return [(a.repeat, a.state, a.due) for a in found]


@pytest.mark.parametrize(
    ("held", "states"),
    [
        pytest.param([UNDONE], [State.MISSED, State.OVERDUE], id="of the first"),
        pytest.param(
            [UNDONE, replace(UNDONE, repeat=2)], [State.MISSED, State.MISSED], id="of both"
        ),
        pytest.param(
            [Held("S2W", date(2010, 5, 29)), replace(UNDONE, repeat=2)],
            [State.IN_WINDOW, State.MISSED],
            id="of the second, the first held",
        ),
        pytest.param(
            [UNDONE, Held("S2W", date(2010, 10, 15), repeat=2)],
            [State.MISSED, State.IN_WINDOW],
            id="of the first, the second held",
        ),
    ],
)
def test_a_visit_not_done_is_charged_to_its_own_withdrawal(held, states):
    """OC-5-RESTART."""
    first, second = due_on(STOP_2W, FIRST), due_on(STOP_2W, SECOND)
    assert of_each(STOP_2W, *held) == [(1, states[0], first), (2, states[1], second)]


def test_a_visit_not_due_before_the_restart_cannot_have_been_missed():
    soon = (Spell(DAY_1, FIRST), Spell(FIRST + timedelta(days=5), SECOND))
    found = of_each(STOP_2W, UNDONE, treatment=soon)
    assert found == [(1, State.MISSED, due_on(STOP_2W, SECOND))]


def test_while_treated_again_a_visit_not_done_belongs_to_the_withdrawal_before():
    again = (Spell(DAY_1, FIRST), Spell(date(2010, 8, 1), None))
    assert of_each(STOP_2W, UNDONE, treatment=again)[0] == (
        1,
        State.MISSED,
        due_on(STOP_2W, FIRST),
    )


def test_a_visit_shortly_before_the_second_last_dose_belongs_to_it():
    held = [Held("EOT", FIRST), Held("EOT", SECOND - timedelta(days=1), repeat=2)]
    assert of_each(STOP, *held) == [(1, State.IN_WINDOW, FIRST), (2, State.EARLY, SECOND)]


def test_a_late_visit_while_treated_again_belongs_to_the_withdrawal_it_followed():
    held = Held("S2W", date(2010, 8, 5))
    found = of_each(STOP_2W, held)
    assert found[0] == (1, State.LATE, due_on(STOP_2W, FIRST))


@pytest.mark.parametrize(
    ("ended", "state"),
    [
        pytest.param(DUE - timedelta(days=1), State.SUPERSEDED, id="ended before it was due"),
        pytest.param(DUE, State.UNRECORDED, id="ended when it was due"),
        pytest.param(LONG_AFTER, State.UNRECORDED, id="ended long after"),
    ],
)
def test_after_the_end_of_the_study_nothing_is_due(ended, state):
    assert stands(WEEK_2, LONG_AFTER, ended=ended).state is state


def test_the_end_of_the_study_before_treatment_leaves_nothing_to_do():
    assert stands(WEEK_2, LONG_AFTER, treatment=(), ended=DAY_1).state is State.SUPERSEDED


@pytest.mark.parametrize(
    ("after_window", "state"),
    [
        pytest.param(0, State.OVERDUE, id="a later visit in its window"),
        pytest.param(1, State.UNRECORDED, id="a later visit after its window"),
    ],
)
def test_a_visit_that_was_passed_by_can_no_longer_be_made_up(after_window, state):
    other = Held("M3", DUE + timedelta(days=3 + after_window))
    found = appointments([WEEK_2, MONTH_3], [other], today=LONG_AFTER, treatment=TREATED)
    assert found[0].state is state


def test_an_unscheduled_visit_stands_for_no_planned_one():
    other = Held("UNS", DUE + timedelta(days=30))
    found = appointments([WEEK_2], [other], today=LONG_AFTER, treatment=TREATED)
    assert [a.state for a in found] == [State.OVERDUE, State.UNSCHEDULED]


def test_of_a_visit_held_twice_the_first_time_counts():
    again = [
        Held("W2", DUE + timedelta(days=30), repeat=1),
        Held("W2", DUE, repeat=2),
        Held("W2", None, occurred=False, repeat=3),
    ]
    found = appointments([WEEK_2], again, today=LONG_AFTER, treatment=TREATED)
    assert [(a.repeat, a.state) for a in found] == [
        (1, State.UNSCHEDULED),
        (2, State.IN_WINDOW),
        (3, State.MISSED),
    ]


@pytest.mark.parametrize(
    ("after_due", "outside"),
    [(-5, -3), (-2, 0), (3, 0), (5, 2)],
    ids=["early", "first day", "last day", "late"],
)
def test_days_outside_a_window_are_counted_from_its_nearer_end(after_due, outside):
    assert stands(WEEK_2, DAY_1).outside(DUE + timedelta(days=after_due)) == outside


def test_the_calendar_keeps_the_order_of_the_plan():
    found = appointments([MONTH_3, WEEK_2], [], today=DAY_1, treatment=TREATED)
    assert [a.visit for a in found] == ["M3", "W2"]


def test_states_have_wordings_of_their_own():
    assert len({s.value.en for s in State}) == len({s.value.es for s in State}) == len(State)


days = st.dates(date(2008, 1, 1), date(2020, 12, 31))


@given(day_1=days, months=st.integers(0, 24))
def test_a_month_keeps_the_day_or_ends_with_its_month(day_1, months):
    """OC-MONTH."""
    due = due_on(planned("M", months=months), day_1)
    assert (due.year * 12 + due.month) - (day_1.year * 12 + day_1.month) == months
    assert due.day == day_1.day or (due + timedelta(days=1)).day == 1


plans = st.sampled_from(["W2", "M3", "EOT", "S2W", "UNS"])
visits = st.lists(st.builds(Held, plans, days | st.none(), st.booleans(), st.integers(1, 3)))


@st.composite
def treatments(draw):
    """Spells in order, of which the last may go on."""
    found = sorted(draw(st.lists(days, min_size=0, max_size=5, unique=True)))
    ends = [*found[1::2], None][: len(found[::2])]
    return [Spell(first, last) for first, last in zip(found[::2], ends, strict=True)]


PLAN = [WEEK_2, MONTH_3, STOP, STOP_2W]


@given(
    held=visits,
    today=days,
    treatment=treatments(),
    ended=days | st.none(),
    shuffled=st.randoms(use_true_random=False),
)
def test_the_order_of_entry_never_changes_a_calendar(held, today, treatment, ended, shuffled):
    held = list({(h.visit, h.repeat): h for h in held}.values())
    expected = appointments(PLAN, held, today=today, treatment=treatment, ended=ended)
    shuffled.shuffle(held)
    assert appointments(PLAN, held, today=today, treatment=treatment, ended=ended) == expected


@given(held=visits, today=days, treatment=treatments(), ended=days | st.none())
def test_every_record_and_every_planned_visit_is_in_the_calendar_once(
    held, today, treatment, ended
):
    held = list({(h.visit, h.repeat): h for h in held}.values())
    found = appointments(PLAN, held, today=today, treatment=treatment, ended=ended)
    places = [(a.visit, a.repeat) for a in found]
    assert len(places) == len(set(places))
    assert {(h.visit, h.repeat) for h in held} <= set(places)
    assert {v.code for v in PLAN} <= {a.visit for a in found}


@given(held=visits, today=days, treatment=treatments(), ended=days | st.none())
def test_what_is_recorded_does_not_depend_on_today(held, today, treatment, ended):
    held = list({(h.visit, h.repeat): h for h in held}.values())
    recorded = {(h.visit, h.repeat) for h in held}
    now, later = (
        [
            a
            for a in appointments(PLAN, held, today=day, treatment=treatment, ended=ended)
            if (a.visit, a.repeat) in recorded
        ]
        for day in (today, today + timedelta(days=100))
    )
    assert now == later


@given(today=days, treatment=treatments(), ended=days)
def test_nothing_is_open_once_the_study_has_ended(today, treatment, ended):
    found = appointments(PLAN, [], today=today, treatment=treatment, ended=ended)
    assert not {a.state for a in found} & {State.PLANNED, State.DUE, State.OVERDUE}


@given(today=days, day_1=days)
def test_as_days_pass_a_visit_not_held_is_planned_then_due_then_overdue(today, day_1):
    order = [State.PLANNED, State.DUE, State.OVERDUE]
    treatment = [Spell(day_1, None)]
    now = stands(WEEK_2, today, treatment=treatment).state
    tomorrow = stands(WEEK_2, today + timedelta(days=1), treatment=treatment).state
    assert order.index(tomorrow) - order.index(now) in (0, 1)
