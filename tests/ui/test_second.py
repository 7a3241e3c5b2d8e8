"""Double entry on screen: chosen, entered blind by another person, compared and decided."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ordi_crf.core.records import Status
from ordi_crf.core.second import DOUBLE, Progress
from ordi_crf.db.study_file import Actor, Answer
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.pages.differences_page import DifferencesPage
from ordi_crf.ui.pages.second_page import SecondPage
from ordi_crf.ui.places import DifferencesAt, DoubleEntry, SecondAt
from ordi_crf.ui.table import Table
from tests.builders import ANA, answers, key

DM, AE = key("DM", "SCR"), key("AE")
EVA = Actor("Eva Sala", "Data manager")


@pytest.fixture
def first(desk):
    """Give a desk at a study with two forms entered once, of those entered twice."""
    file = desk.session.file
    file.set_properties({DOUBLE: "DM AE"})
    file.answer(DM, answers({"dm": {"": {"BRTHDAT": "1969", "SEX": "F"}}}))
    file.add_row(AE, "ae", {"AETERM": "Rash"})
    for form in (DM, AE):
        file.set_status(form, Status.COMPLETE)
    desk.session.set_actor(EVA)
    desk.session.do(None, lambda: None)
    return desk


@pytest.fixture
def done(first):
    """Give the same with a second entry that differs in one answer, the investigator back."""
    file = first.session.file
    file.second.answer(DM, [Answer("dm", "", "BRTHDAT", "1968"), Answer("dm", "", "SEX", "F")])
    file.second.finish(DM)
    first.session.set_actor(ANA)
    first.view.go(DifferencesAt(DM))
    return first


def cells(desk):
    table = desk.page.findChild(Table)
    model = table.model()
    return [
        [model.index(r, c).data() for c in range(model.columnCount())]
        for r in range(model.rowCount(QModelIndex()))
    ]


def field(desk, section, item, row=""):
    return desk.page._views[section].editor(row, item).field


def reason(desk, words):
    desk.keys(words)
    desk.press(Qt.Key.Key_Return)
    desk.settle()


def test_the_list_tells_what_waits_for_somebody_else(first):
    first.view.go(DoubleEntry())
    assert [(line[2], line[3]) for line in cells(first)] == [
        ("Demographics", "to be entered by somebody else"),
        ("Adverse events", "to be entered by somebody else"),
    ]


def test_a_form_is_chosen_by_its_box(first):
    first.view.go(DoubleEntry())
    box = first.page.findChild(Check, "twice_VS")
    assert not box.isChecked()
    box.click()
    first.settle()
    assert first.session.file.properties()[DOUBLE].split() == ["DM", "VS", "AE"]
    assert first.page.findChild(Check, "twice_BM") is None


def test_nothing_of_the_first_entry_is_shown(first):
    first.view.go(SecondAt(DM))
    assert isinstance(first.page, SecondPage)
    assert field(first, "dm", "BRTHDAT").text() == ""
    assert field(first, "dm", "SEX").value() is None


def test_answers_are_saved_as_they_leave_their_field(first):
    first.view.go(SecondAt(DM))
    first.type(field(first, "dm", "BRTHDAT"), "1968")
    entry = first.session.file.second.of(DM)
    assert (entry.actor, entry.progress) == ("Eva Sala", Progress.OPEN)
    assert entry.record.sections["dm"][""].values["BRTHDAT"] == "1968"
    assert first.value("DM", "dm", "BRTHDAT", visit="SCR") == "1969"
    first.view.go(DoubleEntry())
    assert cells(first)[0][3] == "being entered by Eva Sala"


def test_what_cannot_be_read_stays_and_keeps_the_page(first):
    first.view.go(SecondAt(DM))
    first.type(field(first, "dm", "BRTHDAT"), "in May?")
    assert field(first, "dm", "BRTHDAT").text() == "in May?"
    assert not first.view.go(DoubleEntry())
    first.type(field(first, "dm", "BRTHDAT"), "1969")
    assert first.view.go(DoubleEntry())


def test_records_of_a_list_are_added_and_blanked(first):
    first.view.go(SecondAt(AE))
    for term in ("Rash", "Fever"):
        first.click("add_ae")
        first.type(first.focused(), term)
    rows = first.session.file.second.of(AE).record.sections["ae"]
    assert [row.values["AETERM"] for row in rows.values()] == ["Rash", "Fever"]
    first.page._on_void("ae", "2", True)
    assert len(first.session.file.second.of(AE).record.sections["ae"]) == 1


def test_who_entered_the_form_is_told_that_somebody_else_does(first):
    first.session.set_actor(ANA)
    first.view.go(SecondAt(DM))
    assert first.says("You entered this form")
    assert first.page.header().primary is None


def test_a_finished_entry_that_agrees_needs_nobody(first):
    first.view.go(SecondAt(DM))
    first.type(field(first, "dm", "BRTHDAT"), "1969")
    field(first, "dm", "SEX").setFocus()
    first.keys("F")
    first.click("primary")
    assert cells(first)[0][3] == "agrees"


def test_a_difference_is_decided_with_a_reason(done):
    assert done.says("Date of birth")
    done.click("BRTHDAT_second")
    reason(done, "the passport says so")
    assert done.value("DM", "dm", "BRTHDAT", visit="SCR") == "1968"
    assert done.says("first 1969, second 1968; 1968 holds")
    assert done.session.file.second.differences(DM) == []


def test_a_third_value_is_typed(done):
    done.click("BRTHDAT_other")
    done.keys("1967-02")
    done.click("BRTHDAT_take")
    reason(done, "both misread it")
    assert done.value("DM", "dm", "BRTHDAT", visit="SCR") == "1967-02"


def test_leaving_the_question_decides_nothing(done):
    done.click("BRTHDAT_first")
    done.press(Qt.Key.Key_Escape)
    assert len(done.session.file.second.differences(DM)) == 1
    assert isinstance(done.page, DifferencesPage)


def test_who_may_not_decide_only_reads(done):
    done.session.set_actor(Actor("Pau Mas", "Nurse"))
    done.view.go(DifferencesAt(DM))
    taken = done.page.findChild(Button, "BRTHDAT_first")
    assert not taken.isEnabled()
    with pytest.raises(AssertionError, match="no button"):
        done.click("BRTHDAT_other")
