"""Corrections of a completed form: a reason first, the old value kept, nothing lost (T03, T09)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ordi_crf.core.records import Status
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.forms.history import HistoryPopup
from ordi_crf.ui.places import FormAt, Subjects
from tests.builders import answers, clasi, key


@pytest.fixture
def complete(desk):
    """Demographics that are complete."""
    place = key("DM", "SCR")
    for item, value in (("BRTHDAT", "1969"), ("SEX", "F")):
        desk.session.answer(place, Answer("dm", "", item, value))
    desk.session.set_status(place, Status.COMPLETE)
    desk.go("DM", "SCR")
    return desk


def birth(desk):
    return desk.value("DM", "dm", "BRTHDAT", visit="SCR")


def test_a_correction_asks_why_and_stores_nothing_before(complete):
    """T04."""
    complete.type(complete.field("BRTHDAT"), "1970")
    assert complete.asks()
    assert complete.says("Date of birth")
    assert birth(complete) == "1969"


def test_enter_gives_the_reason_and_stores_both(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    complete.keys("Read from the wrong line")
    complete.press(Qt.Key.Key_Return)
    assert birth(complete) == "1970"
    last = complete.session.file.history(key("DM", "SCR"), "dm", "", "BRTHDAT")[-1]
    assert (last.old, last.new, last.reason) == ("1969", "1970", "Read from the wrong line")
    assert not complete.asks()
    assert complete.focused() is complete.field("BRTHDAT")


def test_an_empty_reason_is_no_reason(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    complete.keys("   ")
    complete.press(Qt.Key.Key_Return)
    assert complete.asks()
    assert birth(complete) == "1969"


def test_escape_shows_the_stored_value_again(complete):
    """T04."""
    complete.type(complete.field("BRTHDAT"), "1970")
    complete.press(Qt.Key.Key_Escape)
    assert complete.field("BRTHDAT").text() == "1969"
    assert not complete.asks()


def test_several_corrections_share_one_reason(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    assert complete.asks()
    complete.field("SEX").setFocus()
    complete.keys("m")
    assert complete.says("Date of birth; Sex")
    complete.keys("Wrong chart")
    complete.press(Qt.Key.Key_Return)
    stored = complete.stored("DM", "SCR").sections["dm"][""].values
    assert (stored["BRTHDAT"], stored["SEX"]) == ("1970", "M")
    reasons = {e.reason for e in complete.session.file.data().audit[-2:]}
    assert reasons == {"Wrong chart"}


def test_taking_a_correction_back_by_hand_ends_the_question(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    complete.type(complete.field("BRTHDAT"), "1969")
    assert not complete.asks()


def test_a_page_is_not_left_over_a_correction_that_waits(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    assert not complete.view.go(Subjects())
    assert complete.says("before going on")
    complete.press(Qt.Key.Key_Escape)
    assert complete.view.go(Subjects())


def test_the_window_is_not_closed_over_a_correction_that_waits(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    assert not complete.window.close()
    assert complete.asks()


def test_unreadable_text_in_a_complete_form_is_kept_without_a_reason(complete):
    complete.type(complete.field("BRTHDAT"), "long ago")
    assert not complete.asks()
    assert birth(complete) == "1969"
    assert complete.says("This is not a date.")


def test_the_history_of_an_item_tells_every_value_and_why(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    complete.keys("Read from the wrong line")
    complete.press(Qt.Key.Key_Return)
    complete.page.show_history("dm", "", "BRTHDAT")
    popup = complete.page.findChild(HistoryPopup)
    told = " ".join(label.text() for label in popup.findChildren(QLabel))
    assert "Entered: 1969" in told
    assert "1969  →  1970" in told
    assert "Read from the wrong line" in told
    popup.close()


def test_a_clasi_grade_is_corrected_by_key_and_reason(desk):
    place = key("CLASI")
    for answer in answers(clasi()):
        desk.session.answer(place, answer)
    desk.session.set_status(place, Status.COMPLETE)
    desk.go("CLASI")
    cell = desk.field("CLERY.07")
    cell.setFocus()
    desk.keys("2")
    assert desk.asks()
    desk.keys("Scored the wrong row")
    desk.press(Qt.Key.Key_Return)
    assert desk.value("CLASI", "clasi_area", "CLERY", "07") == "2"


def test_a_soft_finding_is_kept_with_its_reason(desk):
    """T24."""
    desk.go("LB")
    desk.type(desk.field("LBORRES", "CPK", "lb"), "2000")
    desk.click("Keep and explain")
    desk.keys("Known hepatitis")
    desk.press(Qt.Key.Key_Return)
    kept = desk.stored("LB").explanations
    assert list(kept.values()) == ["Known hepatitis"]
    assert not desk.says("is unusual")


def test_the_trail_holds_after_everything(complete):
    complete.type(complete.field("BRTHDAT"), "1970")
    complete.keys("Wrong line")
    complete.press(Qt.Key.Key_Return)
    complete.view.go(FormAt(key("AE", "LOG")))
    complete.click("Add a record")
    complete.keys("Nausea")
    complete.tab()
    assert verify(complete.session.file.data()) == []
