"""Repeating records: begun by their first answer, folded to a line, voided and never deleted."""

from PySide6.QtCore import Qt

from ordi_crf.core.records import Status
from ordi_crf.ui.forms.entry import Entry


def entries(desk):
    return desk.page.findChildren(Entry)


def fold(entry):
    return entry._fold


def test_a_new_record_is_stored_with_its_first_answer(desk):
    desk.go("AE")
    desk.click("Add a record")
    assert not desk.stored("AE").sections.get("ae")
    desk.keys("Nausea")
    desk.tab()
    assert desk.value("AE", "ae", "AETERM", "1") == "Nausea"
    assert desk.focused().objectName() in ("", "AESTDAT")


def test_a_record_without_any_answer_is_no_record(desk):
    desk.go("AE")
    desk.click("Add a record")
    desk.tab()
    assert not desk.stored("AE").sections.get("ae")


def test_unreadable_text_begins_a_record_and_is_kept(desk):
    place = desk.go("EX")
    desk.click("Add a record")
    desk.keys("five")
    desk.tab()
    assert desk.session.file.unaccepted(place) == {("ex", "1", "EXDOSE"): "five"}
    assert desk.go("SV")
    assert desk.go("EX")
    fold(entries(desk)[0]).click()
    assert desk.field("EXDOSE").text() == "five"


def test_criteria_are_asked_of_serious_events_alone(desk):
    desk.go("AE")
    desk.click("Add a record")
    desk.keys("Nausea")
    desk.tab()
    death = entries(desk)[0].editor("1", "AESDTH").field
    assert not death.isVisible()
    desk.field("AESER").setFocus()
    desk.keys("y")
    assert death.isVisible()


def test_a_folded_record_says_what_it_is(desk):
    desk.go("AE")
    row = {"AETERM": "Nausea", "AESTDAT": "2010-03", "AEENDAT": "2010-04", "AETOXGR": "2"}
    desk.session.add_row(desk.page.key, "ae", {**row, "AEONGO": "N", "AESER": "Y"})
    words = fold(entries(desk)[0]).text()
    assert words == "Nausea  ·  2010-03 – 2010-04  ·  Grade 2, moderate  ·  Serious"


def test_voiding_asks_why_and_keeps_the_record_readable(desk):
    desk.go("AE")
    desk.session.add_row(desk.page.key, "ae", {"AETERM": "Nausea"})
    fold(entries(desk)[0]).click()
    desk.click("Void this record")
    assert desk.asks()
    desk.keys("Entered for another subject")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("AE").sections["ae"]["1"].voided
    assert fold(entries(desk)[0]).text().startswith("Voided: Nausea")
    last = desk.session.file.data().audit[-1]
    assert (last.item, last.reason) == ("VOIDED", "Entered for another subject")


def test_a_voided_record_is_taken_back(desk):
    desk.go("AE")
    desk.session.add_row(desk.page.key, "ae", {"AETERM": "Nausea"})
    desk.session.void(desk.page.key, "ae", "1", voided=True, reason="slip")
    desk.click("Take back")
    desk.keys("It was right")
    desk.press(Qt.Key.Key_Return)
    assert not desk.stored("AE").sections["ae"]["1"].voided


def test_a_record_is_added_to_a_complete_form_with_a_reason(desk):
    desk.go("AE")
    desk.session.add_row(desk.page.key, "ae", {"AETERM": "Nausea"})
    desk.session.set_status(desk.page.key, Status.COMPLETE)
    desk.click("Add a record")
    desk.keys("Headache")
    desk.tab()
    assert desk.asks()
    desk.keys("Told at the next visit")
    desk.press(Qt.Key.Key_Return)
    assert desk.value("AE", "ae", "AETERM", "2") == "Headache"


def test_overlapping_doses_are_said_once_for_all_records(desk):
    desk.go("EX")
    for start in ("2010-03-01", "2010-03-10"):
        desk.session.add_row(desk.page.key, "ex", {"EXDOSE": "5", "EXSTDAT": start})
    assert desk.says("Two dose periods overlap")
