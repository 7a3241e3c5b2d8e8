"""The agenda of the study: its groups, in order of urgency."""

from datetime import date, timedelta

import pytest

from ordi_crf.core.agenda import Group, agenda, following
from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.subject_calendar import Calendar

TODAY = date(2010, 3, 10)


def appointment(visit, state, due, held=None):
    start = date(2010, 3, 1) + timedelta(days=due)
    return Appointment(
        visit, state, start, start - timedelta(days=2), start + timedelta(days=2), held
    )


def calendar(number, *appointments):
    return Calendar(SubjectKey("01", f"01-00{number}"), TODAY, (), False, None, tuple(appointments))


def lines(calendars, group):
    return [
        (e.subject.subjid[-1], [a.visit for a in e.appointments]) for e in agenda(calendars)[group]
    ]


def test_what_closes_first_comes_first():
    late = calendar(1, appointment("W1", State.OVERDUE, 4), appointment("W2", State.DUE, 9))
    later = calendar(2, appointment("M3", State.OVERDUE, 2), appointment("M4", State.DUE, 8))
    assert lines([late, later], Group.OVERDUE) == [("2", ["M3"]), ("1", ["W1"])]
    assert lines([late, later], Group.DUE) == [("2", ["M4"]), ("1", ["W2"])]


def test_what_opens_first_comes_first_in_the_weeks_ahead():
    long = Appointment("M3", State.PLANNED, date(2010, 3, 30), date(2010, 3, 16), date(2010, 4, 13))
    found = calendar(1, appointment("W2", State.PLANNED, 20), long)
    assert lines([found], Group.SOON) == [("1", ["M3"]), ("1", ["W2"])]


@pytest.mark.parametrize(
    ("opens_in", "seen"),
    [(0, False), (1, True), (28, True), (29, False)],
)
def test_the_agenda_looks_four_weeks_ahead(opens_in, seen):
    found = calendar(1, appointment("W4", State.PLANNED, 9 + opens_in + 2))
    assert bool(lines([found], Group.SOON)) is seen


def test_gaps_of_the_record_are_one_line_a_subject():
    found = calendar(
        1, appointment("W1", State.UNRECORDED, 1), appointment("W3", State.UNRECORDED, 3)
    )
    assert lines([found], Group.UNRECORDED) == [("1", ["W1", "W3"])]


def test_what_is_held_missed_or_no_longer_due_asks_for_nothing():
    states = (State.IN_WINDOW, State.LATE, State.MISSED, State.SUPERSEDED, State.UNSCHEDULED)
    found = calendar(1, *(appointment("W1", state, 1) for state in states))
    assert not any(agenda([found]).values())


def test_the_visit_that_opens_next_is_found_however_far_ahead():
    far = calendar(1, appointment("M6", State.PLANNED, 120), appointment("W2", State.HELD, 1))
    further = calendar(2, appointment("M9", State.PLANNED, 200))
    found = following([further, far])
    assert found is not None
    assert (found[0].subjid[-1], found[1].visit) == ("1", "M6")


def test_nothing_follows_where_every_visit_was_held():
    assert following([calendar(1, appointment("W2", State.HELD, 1))]) is None
