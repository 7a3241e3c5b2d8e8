"""What is looked for in the audit trail: each part narrows it, and a blank one does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.core.trail import EVENTS, Kind, Wanted, event_words, kind, people
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.schema import Text
from tests.builders import ANA, JOAN, SUBJECT, key

DM, AE = key("DM", "SCR"), key("AE")
SEX, BIRTH = ("dm", "", "SEX"), ("dm", "", "BRTHDAT")


@pytest.fixture
def audit(study):
    study.add_subject(SubjectKey("01", "01-002"))
    study.answer(DM, [Answer(*SEX, "F")])
    study.say_missing([(DM, BIRTH)], Missing("ASKU"))
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.set_status(DM, Status.COMPLETE)
    study.answer(DM, [Answer(*SEX, "M")], "wrong patient")
    study.actor = JOAN
    study.queries.ask(DM, SEX, "Sure?")
    study.verification.verify([(DM, SEX)])
    study.log_event("EXPORT", "workbook")
    return study.data().audit


@pytest.mark.parametrize(
    ("wanted", "items"),
    [
        pytest.param(Wanted(subject=SubjectKey("01", "01-002")), {"SUBJID"}, id="subject"),
        pytest.param(Wanted(visit="LOG"), {"STATUS", "VERSION", "AETERM"}, id="visit"),
        pytest.param(Wanted(form="AE"), {"STATUS", "VERSION", "AETERM"}, id="form"),
        pytest.param(Wanted(item="BRTHDAT"), {"BRTHDAT.NULLFLAVOR"}, id="item"),
        pytest.param(
            Wanted(person="Joan Ribó"),
            {"SEX.QUERY1", "SEX.QUERY1.1", "SEX.VERIFIED", "EXPORT"},
            id="person",
        ),
        pytest.param(Wanted(kind=Kind.STATE), {"STATUS"}, id="state"),
        pytest.param(Wanted(kind=Kind.QUERY), {"SEX.QUERY1", "SEX.QUERY1.1"}, id="query"),
        pytest.param(Wanted(kind=Kind.VERIFIED), {"SEX.VERIFIED"}, id="verification"),
        pytest.param(Wanted(kind=Kind.EVENT), {"EXPORT"}, id="event"),
        pytest.param(Wanted(kind=Kind.CHANGED, form="DM"), {"SEX"}, id="changed"),
        pytest.param(Wanted(until="2010-03-14"), set(), id="before"),
        pytest.param(Wanted(since="2010-03-16"), set(), id="after"),
    ],
)
def test_each_part_narrows_what_is_found(audit, wanted, items):
    """T10: searched and filtered by subject, person, date and item."""
    assert {entry.item for entry in audit if wanted.holds(entry)} == items


def test_a_day_is_included_at_both_ends(audit):
    day = Wanted(since="2010-03-15", until="2010-03-15")
    assert all(day.holds(entry) for entry in audit)
    assert all(Wanted().holds(entry) for entry in audit)


def test_an_entry_of_a_kind_of_its_own_is_of_trust(audit):
    assert kind(replace(audit[-1], action="sign")) is Kind.TRUST


def test_the_people_of_the_trail_are_named_once(audit):
    assert people(audit) == [ANA.name, JOAN.name]
    assert {entry.subjid for entry in audit if Wanted(subject=SUBJECT).holds(entry)} == {"01-001"}


def test_an_event_is_shown_in_words_and_a_new_one_by_its_name():
    """T11."""
    assert event_words("LOGIN FAILED") == Text("Login failed", "Inicio de sesión fallido")
    assert event_words("COFFEE MADE").en == "Coffee made"
    assert all(words.en and words.es for words in EVENTS.values())
