"""A second entry in the study file: blind, by another person, compared and decided."""

from __future__ import annotations

import pytest

from ordi_crf.core.life import Scope
from ordi_crf.core.records import Status
from ordi_crf.core.second import DOUBLE, Difference, Progress
from ordi_crf.db import errors, life_errors, second_errors
from ordi_crf.db.audit import verify
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Actor, Answer
from tests.builders import ANA, key
from tests.db.tampering import refused, tampered

DM, AE, VS = key("DM", "SCR"), key("AE"), key("VS")
EVA = Actor("Eva Sala", "Data manager")
PAU = Actor("Pau Mas", "Nurse")
SEX, BORN = Difference(("dm", "", "SEX"), "F", "M"), Difference(("dm", "", "BRTHDAT"), "1969", None)
WHY = "the source says so"


@pytest.fixture
def first(study):
    """Give a study whose demographics and events are entered twice, entered once by Ana."""
    study.set_properties({DOUBLE: "DM AE"})
    study.answer(DM, [Answer("dm", "", "SEX", "F"), Answer("dm", "", "BRTHDAT", "1969")])
    study.add_row(AE, "ae", {"AETERM": "Rash"})
    for form in (DM, AE):
        study.set_status(form, Status.COMPLETE)
    study.actor = EVA
    return study


@pytest.fixture
def done(first):
    """Give the same with a finished second entry that differs twice."""
    first.second.answer(DM, [Answer("dm", "", "SEX", "M")])
    first.second.finish(DM)
    first.actor = ANA
    return first


def test_a_second_entry_leaves_the_first_alone(first):
    before = first.record(DM)
    first.second.answer(DM, [Answer("dm", "", "SEX", "M")])
    assert first.record(DM) == before
    entry = first.second.of(DM)
    assert (entry.actor, entry.progress) == ("Eva Sala", Progress.OPEN)
    assert entry.record.sections["dm"][""].values["SEX"] == "M"
    assert first.history(DM, "dm", "", "SEX")[-1].new == "F"
    assert verify(first.data()) == []


def test_who_entered_it_first_does_not_enter_it_again(first):
    first.actor = ANA
    with pytest.raises(second_errors.SamePersonError):
        first.second.answer(DM, [Answer("dm", "", "SEX", "F")])
    assert first.second.of(DM) is None


def test_whether_one_may_is_asked_before_anything_is_written(first):
    before = first.data()
    first.second.check(DM)
    first.actor = ANA
    with pytest.raises(second_errors.SamePersonError):
        first.second.check(DM)
    assert first.data() == before


def test_a_row_that_was_blanked_again_is_no_row(first):
    for row, term in (("1", "Rash"), ("2", "Fever"), ("2", None)):
        first.second.answer(AE, [Answer("ae", row, "AETERM", term)])
    assert first.second.finish(AE) == []
    assert verify(first.data()) == []


def test_one_person_enters_all_of_it(first):
    first.second.answer(DM, [Answer("dm", "", "SEX", "F")])
    first.actor = PAU
    with pytest.raises(second_errors.OtherPersonError, match="Eva Sala"):
        first.second.answer(DM, [Answer("dm", "", "BRTHDAT", "1969")])


def test_only_chosen_forms_are_entered_twice(first):
    with pytest.raises(second_errors.NotChosenError):
        first.second.answer(VS, [Answer("vs", "", "WEIGHT", "61")])


def test_a_draft_is_not_entered_twice(first):
    first.actor = ANA
    first.set_status(DM, Status.DRAFT, "not finished")
    first.actor = PAU
    with pytest.raises(second_errors.NotCompleteError):
        first.second.answer(DM, [Answer("dm", "", "SEX", "F")])


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer("dm", "", "SEX", "X"), ValueError),
        (Answer("dm", "9", "SEX", "F"), ValueError),
        (Answer("dm", "", "NOITEM", "F"), KeyError),
        (Answer("ae", "1", "AETERM", "x"), KeyError),
    ],
    ids=["no such code", "no such row", "no such item", "another form's"],
)
def test_what_the_form_cannot_hold_is_refused(first, answer, error):
    with pytest.raises(error):
        first.second.answer(DM, [answer])


def test_differences_are_shown_only_once_it_is_finished(first):
    first.second.answer(DM, [Answer("dm", "", "SEX", "M")])
    assert first.second.differences(DM) == []
    assert first.second.finish(DM) == [BORN, SEX]
    with pytest.raises(second_errors.FinishedError):
        first.second.answer(DM, [Answer("dm", "", "SEX", "F")])


CHOICES = {"first": ("F", "F"), "second": ("M", "M"), "blank": (None, None)}


@pytest.mark.parametrize(("chosen", "holds"), CHOICES.values(), ids=CHOICES)
def test_a_difference_is_decided_with_a_reason_and_corrects_the_form(done, chosen, holds):
    done.second.adjudicate(DM, SEX, chosen, WHY)
    assert done.record(DM).sections["dm"][""].values["SEX"] == holds
    assert done.second.differences(DM) == [BORN]
    (decided,) = done.second.of(DM).adjudications
    assert (decided.place, decided.first, decided.second) == (SEX.place, "F", "M")
    assert decided.chosen == chosen
    corrected = [e for e in done.data().audit if e.item == "SEX" and e.action == "update"]
    assert [e.reason for e in corrected] == ([WHY] if chosen != "F" else [])
    assert verify(done.data()) == []


def test_a_third_value_may_hold(done):
    done.second.adjudicate(DM, BORN, "1968", WHY)
    assert done.record(DM).sections["dm"][""].values["BRTHDAT"] == "1968"


def test_a_decision_needs_a_reason_and_is_made_once(done):
    with pytest.raises(errors.ReasonNeededError):
        done.second.adjudicate(DM, SEX, "F", " ")
    done.second.adjudicate(DM, SEX, "F", WHY)
    with pytest.raises(ValueError, match="differs no more"):
        done.second.adjudicate(DM, SEX, "M", WHY)


def test_a_row_that_only_the_second_has_is_added_or_not(first):
    for row, term in (("1", "Rash"), ("2", "Fever")):
        first.second.answer(AE, [Answer("ae", row, "AETERM", term)])
    (found,) = first.second.finish(AE)
    first.second.adjudicate(AE, found, found.second, WHY)
    assert [row.values["AETERM"] for row in first.record(AE).live("ae")] == ["Rash", "Fever"]
    assert first.second.differences(AE) == []


def test_a_row_that_only_the_first_has_is_voided_or_not(first):
    first.second.begin(AE)
    (found,) = first.second.finish(AE)
    assert found == Difference(("ae", "1", ""), "Rash", None)
    first.second.adjudicate(AE, found, None, WHY)
    assert list(first.record(AE).live("ae")) == []
    assert first.second.differences(AE) == []


def test_a_decision_on_a_signed_form_breaks_its_signature(done):
    """T21."""
    given = Signing(Scope.of(DM), "REVIEWED", ANA.name, "")
    done.signing.sign(given)
    done.second.adjudicate(DM, SEX, "M", WHY)
    assert done.signing.of(DM)[0].broken_by.item == "SEX"


def test_a_locked_form_is_corrected_by_no_decision(done):
    done.signing.sign(Signing(Scope.of(DM), "REVIEWED", ANA.name, ""))
    done.life.lock(Scope.of(DM))
    with pytest.raises(life_errors.LockedError):
        done.second.adjudicate(DM, SEX, "M", WHY)
    assert done.second.differences(DM) == [BORN, SEX]


FOREIGN = {
    "begin": "INSERT INTO second_entry (record_id, actor) VALUES (2, 'x')",
    "take over": "UPDATE second_entry SET actor = 'x'",
    "open again": "UPDATE second_entry SET progress = 'OPEN'",
    "remove": "DELETE FROM second_entry",
    "answer": "INSERT INTO second_answer (record_id, section, row, item, value) "
    "VALUES (1, 'dm', '', 'RACE', 'ASIAN')",
    "change an answer": "UPDATE second_answer SET value = 'F'",
    "move an answer": "UPDATE second_answer SET item = 'RACE'",
    "remove an answer": "DELETE FROM second_answer",
    "decide": "INSERT INTO adjudication (record_id, section, row, item) VALUES (1, 'dm', '', 'X')",
    "decide otherwise": "UPDATE adjudication SET chosen = 'F'",
    "remove a decision": "DELETE FROM adjudication",
}


@pytest.mark.parametrize("statement", FOREIGN.values(), ids=FOREIGN)
def test_another_program_enters_and_decides_nothing(done, path, statement):
    """T05."""
    done.second.adjudicate(DM, SEX, "M", WHY)
    refused(done, path, statement)


EDITED = {
    "second_entry / ACTOR": "UPDATE second_entry SET actor = 'x'",
    "second_entry / PROGRESS": "UPDATE second_entry SET progress = 'OPEN'",
    "second_answer / dm/ / SEX": "UPDATE second_answer SET value = 'F'",
    "second_answer / dm/ / RACE": "UPDATE second_answer SET item = 'RACE'",
    "adjudication / 1 / CHOSEN": "UPDATE adjudication SET chosen = 'F'",
    "adjudication / 2": "INSERT INTO adjudication (record_id, section, row, item) "
    "VALUES (1, 'dm', '', 'RACE')",
}


@pytest.mark.parametrize(("place", "statement"), EDITED.items(), ids=EDITED)
def test_an_edit_behind_the_trail_is_found_and_named(done, path, place, statement):
    done.second.adjudicate(DM, SEX, "M", WHY)
    problems = verify(tampered(done, path, statement))
    assert any(place in problem.en for problem in problems)


def test_a_removed_decision_is_found_and_named(done, path):
    done.second.adjudicate(DM, SEX, "M", WHY)
    problems = verify(tampered(done, path, "DELETE FROM adjudication", "DELETE FROM second_answer"))
    for name in ("adjudication / 1 / CHOSEN", "second_answer / dm/ / SEX"):
        assert any(name in problem.en for problem in problems)
