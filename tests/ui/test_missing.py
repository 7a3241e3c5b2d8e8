"""Saying why something is missing, by keys and clicks, as a person at the desk does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ordi_crf import study
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.places import SubjectVisit
from tests.builders import answers, clasi, key


def asks(desk) -> bool:
    return desk.page.absence.strip.isVisible()


def ask(desk) -> None:
    desk.qtbot.keyClick(desk.focused(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)


def test_an_item_is_said_to_be_missing_by_four_keys(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    ask(desk)
    desk.keys("3")
    desk.press(Qt.Key.Key_Return)
    assert not asks(desk)
    assert desk.stored("DM", "SCR").flavours == {("dm", "", "BRTHDAT"): Missing("ASKU")}
    assert desk.says("Asked but unknown")


def test_the_comment_is_kept_and_shown(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    ask(desk)
    desk.keys("5")
    desk.keys("papers lost")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("DM", "SCR").flavours["dm", "", "BRTHDAT"].comment == "papers lost"
    assert desk.says("Unknown: papers lost")


def test_an_answer_takes_it_back(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    ask(desk)
    desk.keys("5")
    desk.press(Qt.Key.Key_Return)
    desk.type(desk.field("BRTHDAT"), "1960")
    assert desk.stored("DM", "SCR").flavours == {}
    assert not desk.says("Unknown")


def test_a_card_takes_it_back(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    ask(desk)
    desk.keys("5")
    desk.press(Qt.Key.Key_Return)
    desk.click("Take back")
    assert desk.stored("DM", "SCR").flavours == {}


def test_escape_says_nothing(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    ask(desk)
    desk.press(Qt.Key.Key_Escape)
    assert not asks(desk)
    assert desk.stored("DM", "SCR").flavours == {}


def test_nothing_is_kept_before_it_is_said_why(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    ask(desk)
    desk.click("missing_save")
    assert asks(desk)
    assert desk.says("Choose why it is missing")


def test_a_whole_section_is_said_to_be_missing_and_the_form_can_be_completed(desk):
    desk.go("DM", "SCR")
    ask(desk)
    desk.press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Backtab)
    desk.keys("1")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("DM", "SCR").flavours == {("dm", "", ""): Missing("ND")}
    desk.page.complete()
    assert desk.stored("DM", "SCR").status is Status.COMPLETE


def test_an_answered_item_offers_its_section_only(desk):
    desk.session.answer(key("DM", "SCR"), Answer("dm", "", "SEX", "F"))
    desk.go("DM", "SCR")
    desk.field("SEX").setFocus()
    ask(desk)
    desk.keys("1")
    desk.press(Qt.Key.Key_Return)
    record = desk.stored("DM", "SCR")
    assert record.values(desk.page.form.sections[0])["SEX"] == "F"
    assert set(record.flavours) == {("dm", "", "")}


def test_a_test_of_the_laboratory_is_not_done(desk):
    desk.go("LB")
    desk.field("LBORRES", "CREAT", "lb").setFocus()
    ask(desk)
    desk.keys("1")
    desk.keys("haemolysed")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("LB").flavours == {("lb", "CREAT", "LBORRES"): Missing("ND", "haemolysed")}


def test_a_grade_of_the_clasi_is_not_done_and_gives_no_total(desk):
    for answer in answers(clasi()):
        if (answer.row, answer.item) != ("07", "CLERY"):
            desk.session.answer(key("CLASI"), answer)
    desk.go("CLASI")
    desk.field("CLERY.07").setFocus()
    ask(desk)
    desk.keys("1")
    desk.press(Qt.Key.Key_Return)
    assert set(desk.stored("CLASI").flavours) == {("clasi_area", "07", "CLERY")}
    assert desk.says("Chest, Erythema")


def test_a_complete_form_asks_for_the_reason(desk):
    place = key("DM", "SCR")
    for answer in (Answer("dm", "", "BRTHDAT", "1960"), Answer("dm", "", "SEX", "F")):
        desk.session.answer(place, answer)
    desk.session.set_status(place, Status.COMPLETE)
    desk.go("DM", "SCR")
    desk.field("RACE").setFocus()
    ask(desk)
    desk.keys("4")
    desk.press(Qt.Key.Key_Return)
    assert asks(desk)
    assert desk.says("give the reason")
    desk.keys("not asked in 2010")
    desk.press(Qt.Key.Key_Return)
    assert desk.session.file.data().audit[-1].reason == "not asked in 2010"


@pytest.mark.parametrize("form", ["AE", "EX"])
def test_an_empty_list_is_said_to_be_empty(desk, form):
    desk.go(form, "LOG")
    desk.click("ask_missing")
    desk.keys("2")
    desk.press(Qt.Key.Key_Return)
    section = desk.page.form.sections[0].name
    assert desk.stored(form, "LOG").flavours == {(section, "", ""): Missing("NA")}


def test_a_visit_that_was_not_done_is_marked_and_completed_in_one_action(desk):
    visit = key("SV", "W2")
    for item, value in (("SVOCCUR", "N"), ("SVREASND", "On holiday")):
        desk.session.answer(visit, Answer("sv", "", item, value))
    desk.session.set_status(visit, Status.COMPLETE)
    desk.view.go(SubjectVisit(visit.subject, "W2"))
    desk.click("visit_missing")
    desk.keys("1")
    desk.press(Qt.Key.Key_Backtab)
    desk.press(Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Tab)
    desk.keys("not held")
    desk.press(Qt.Key.Key_Return)
    records = desk.session.file.records()
    due = set(study.event("W2").forms) - study.event("W2").optional
    assert {k.form for k in records} == due
    assert [k.form for k, r in records.items() if r.status is not Status.COMPLETE] == []
    assert records[key("CLASI", "W2")].missing("clasi_area", "07", "CLERY").comment == "not held"
    assert len({e.at for e in desk.session.file.data().audit if e.action == "missing"}) == 1


def test_what_stands_in_the_field_is_an_answer_and_comes_first(desk):
    desk.go("VS", "W2")
    field = desk.field("WEIGHT")
    field.setFocus()
    desk.keys("61.5")
    ask(desk)
    assert desk.value("VS", "vs", "WEIGHT", visit="W2") == "61.5"
    desk.keys("5")
    desk.press(Qt.Key.Key_Return)
    assert set(desk.stored("VS", "W2").flavours) == {("vs", "", "")}


def test_a_row_with_every_answer_is_not_called_missing(desk):
    for answer in answers(clasi()):
        desk.session.answer(key("CLASI"), answer)
    desk.go("CLASI")
    desk.field("CLERY.07").setFocus()
    ask(desk)
    desk.keys("1")
    desk.press(Qt.Key.Key_Return)
    assert "clasi_area" not in {section for section, _, _ in desk.stored("CLASI").flavours}


def test_a_new_record_is_not_taken_for_its_whole_list(desk):
    desk.go("CM", "LOG")
    desk.click("add_cm")
    ask(desk)
    assert not asks(desk)
    assert desk.stored("CM", "LOG").flavours == {}


def test_after_a_visit_is_marked_one_is_asked_whether_it_took_place(desk):
    desk.view.go(SubjectVisit(key("SV", "W2").subject, "W2"))
    desk.click("visit_missing")
    desk.keys("1")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.key == key("SV", "W2")


def test_a_row_that_was_not_done_says_so_in_its_row(desk):
    place = desk.go("PE")
    desk.session.say_missing([(place, ("pe", "LYMPH", ""))], Missing("ND", "asleep"))
    absent = [label.text() for label in desk.page.findChildren(Label) if label.isVisible()]
    assert absent.count("Not done: asleep") == 1


def test_an_item_of_a_row_is_named_with_its_reason(desk):
    place = desk.go("PE")
    desk.session.say_missing([(place, ("pe", "LYMPH", "PERES"))], Missing("NASK"))
    assert desk.says("Finding: Not asked")


def test_a_section_that_was_not_done_says_so_once(desk):
    place = desk.go("VS")
    desk.session.say_missing([(place, ("vs", "", ""))], Missing("ND", "scales broken"))
    absent = [label.text() for label in desk.page.findChildren(Label) if label.isVisible()]
    assert absent.count("Not done: scales broken") == 1


def test_the_strip_says_what_it_asks_of_where_there_is_no_choice(desk):
    desk.go("VS")
    desk.type(desk.field("WEIGHT"), "61")
    desk.field("WEIGHT").setFocus()
    ask(desk)
    shown = [w.text() for w in desk.page.absence.strip.findChildren(Label) if w.isVisible()]
    assert "Vital signs" in shown
