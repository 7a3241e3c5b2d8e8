"""How a visit stands in words, in both languages."""

from datetime import date, timedelta

import pytest

from ordi_crf.core.calendar import Appointment, State
from ordi_crf.core.standing import day, long_day, phrase, sentence, span
from ordi_crf.core.subject_calendar import Calendar
from ordi_crf.core.treatment import Spell
from ordi_crf.forms.schema import Text
from tests.builders import SUBJECT

TODAY = date(2010, 3, 10)


def appointment(visit, state, due, held=None):
    start = date(2010, 3, 1) + timedelta(days=due)
    return Appointment(
        visit, state, start, start - timedelta(days=2), start + timedelta(days=2), held
    )


def calendar(*, last=None, ended=None, treated=True):
    spells = (Spell(date(2010, 1, 1), last),) if treated else ()
    return Calendar(SUBJECT, TODAY, spells, treated, ended, ())


@pytest.mark.parametrize(
    ("state", "due", "held", "english", "spanish"),
    [
        (State.DUE, 9, None, "due 8-12 Mar", "prevista 8-12 mar"),
        (State.PLANNED, 30, None, "due 29 Mar - 2 Apr", "prevista 29 mar - 2 abr"),
        (State.OVERDUE, 6, None, "1 day overdue", "atrasada 1 día"),
        (State.LATE, 4, date(2010, 3, 10), "3 days late", "3 días tarde"),
        (State.EARLY, 9, date(2010, 3, 7), "1 day early", "1 día antes"),
        (State.MISSED, 4, None, "missed", "no realizada"),
        (State.SUPERSEDED, 4, None, "no longer due", "ya no procede"),
    ],
    ids=lambda value: value.name if isinstance(value, State) else "",
)
def test_a_visit_is_said_in_a_few_words(state, due, held, english, spanish):
    assert phrase(appointment("W1", state, due, held), TODAY) == Text(english, spanish)


def test_a_visit_without_a_date_says_so():
    assert phrase(Appointment("W1", State.PLANNED), TODAY).en == "no date yet"


@pytest.mark.parametrize(
    ("first", "last", "english"),
    [
        (date(2010, 3, 1), date(2010, 3, 1), "1 Mar"),
        (date(2011, 3, 1), date(2011, 3, 4), "1-4 Mar 2011"),
        (date(2010, 12, 30), date(2011, 1, 4), "30 Dec 2010 - 4 Jan 2011"),
        (date(2011, 1, 30), date(2011, 2, 4), "30 Jan - 4 Feb 2011"),
    ],
    ids=["one day", "another year", "across years", "across months"],
)
def test_days_are_said_with_the_year_they_need(first, last, english):
    today = TODAY if first != date(2010, 12, 30) else date(2012, 1, 1)
    assert span(first, last, today).en == english


def test_a_day_is_said_short_and_long():
    assert day(date(2010, 8, 5), TODAY) == Text("5 Aug", "5 ago")
    assert long_day(date(2010, 8, 5)) == Text("5 August 2010", "5 de agosto de 2010")


@pytest.mark.parametrize(
    ("state", "due", "held", "english"),
    [
        (State.PLANNED, 30, None, "Due on 31 March 2010, window 29 Mar - 2 Apr; opens in 19 days"),
        (State.DUE, 9, None, "Due on 10 March 2010, window 8-12 Mar; 2 days left"),
        (State.OVERDUE, 6, None, "Due on 7 March 2010, window 5-9 Mar; 1 day overdue"),
        (State.IN_WINDOW, 9, date(2010, 3, 9), "2010-03-09, in window (8-12 Mar)"),
        (State.LATE, 4, date(2010, 3, 10), "2010-03-10, 3 days late (3-7 Mar)"),
        (State.MISSED, 4, None, "missed (3-7 Mar)"),
    ],
    ids=lambda value: value.name if isinstance(value, State) else "",
)
def test_a_sentence_gives_the_dates(state, due, held, english):
    assert sentence(appointment("W1", state, due, held), calendar()).en == english


def test_a_visit_passed_by_asks_to_be_recorded():
    said = sentence(appointment("W1", State.UNRECORDED, 4), calendar())
    assert said.en.endswith("record whether this one was.")


@pytest.mark.parametrize(
    ("visit", "treated", "says"),
    [
        pytest.param("W2", False, "first dose", id="before treatment"),
        pytest.param("S2W", True, "last dose", id="on treatment"),
        pytest.param("S2W", False, "first dose", id="of withdrawal, before treatment"),
    ],
)
def test_a_visit_without_a_date_says_what_it_waits_for(visit, treated, says):
    found = sentence(Appointment(visit, State.PLANNED), calendar(treated=treated))
    assert says in found.en


def test_a_visit_no_longer_due_says_why():
    gone = appointment("M3", State.SUPERSEDED, 30)
    withdrawn = sentence(gone, calendar(last=date(2010, 2, 1)))
    assert withdrawn.en == "No longer due: the last dose was on 1 February 2010."
    ended = sentence(gone, calendar(ended=date(2010, 3, 5)))
    assert ended.es == "Ya no procede: el estudio terminó el 5 de marzo de 2010."
