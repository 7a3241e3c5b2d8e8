"""Repeating records: begun by their first answer, folded to a line, voided and never deleted."""

import pytest
from PySide6.QtCore import Qt

from ordi_crf.core.records import Status
from ordi_crf.ui.forms.columns import shares
from ordi_crf.ui.forms.entry import Entry
from ordi_crf.ui.forms.fold import Heading


def entries(desk):
    return desk.page.findChildren(Entry)


def fold(entry):
    return entry.fold


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


def lines(desk):
    """The records as they stand on the screen, top to bottom."""
    return [e.cells[0] for e in sorted(entries(desk), key=lambda e: e.y())]


def listed(desk):
    desk.go("AE")
    for term, start, grade in (
        ("Nausea", "2010-03-02", "1"),
        ("Insomnia", "2010-02", "3"),
        ("Rash", "2010-04-01", "2"),
        ("Cough", None, None),
    ):
        row = {"AETERM": term, "AESTDAT": start, "AETOXGR": grade}
        desk.session.add_row(desk.page.key, "ae", row)
    desk.settle()
    return desk.page.findChild(Heading)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (0, ["Cough", "Insomnia", "Nausea", "Rash"]),
        (1, ["Insomnia", "Nausea", "Rash", "Cough"]),
        (3, ["Nausea", "Rash", "Insomnia", "Cough"]),
    ],
    ids=["by term", "by date, the blank one last", "by grade, not by its wording"],
)
def test_records_are_sorted_by_a_column(desk, column, order):
    listed(desk).chosen.emit(column)
    desk.settle()
    assert lines(desk) == order


def test_sorting_again_turns_the_order_and_then_brings_the_order_of_entry_back(desk):
    heading = listed(desk)
    for order in (
        ["Insomnia", "Nausea", "Rash", "Cough"],
        ["Rash", "Nausea", "Insomnia", "Cough"],
        ["Nausea", "Insomnia", "Rash", "Cough"],
    ):
        heading.chosen.emit(1)
        desk.settle()
        assert lines(desk) == order


def test_sorting_stores_nothing_and_renumbers_nothing(desk):
    heading = listed(desk)
    before = desk.session.file.data().head
    heading.chosen.emit(0)
    assert desk.session.file.data().head == before
    assert {e.cells[0]: e.number for e in entries(desk)}["Nausea"] == 1


def test_records_are_sorted_by_keyboard_and_walked_in_the_order_shown(desk):
    heading = listed(desk)
    heading.setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert lines(desk)[0] == "Insomnia"
    desk.tab()
    assert desk.focused().text().startswith("Insomnia")
    desk.tab()
    assert desk.focused().text().startswith("Nausea")


def test_a_dose_is_shown_with_its_unit_and_what_goes_on_says_so(desk):
    desk.go("CM")
    row = {"CMTRT": "Aspirin", "CMDOSE": "100", "CMDOSU": "mg", "CMSTDAT": "2008", "CMONGO": "Y"}
    desk.session.add_row(desk.page.key, "cm", row)
    assert {"Aspirin", "100 mg", "2008", "Ongoing"} <= set(entries(desk)[0].cells)


def test_a_narrow_list_leaves_out_what_need_not_be_there():
    assert shares([100, 100, 100], 214, [True, False, True]) == [100, 0, 100]


def test_room_that_is_left_goes_to_the_column_that_is_cut():
    assert shares([400, 60], 400, [True, True]) == [326, 60]


def test_a_very_narrow_list_cuts_its_widest_columns():
    assert shares([200, 60], 134, [True, True]) == [60, 60]


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
