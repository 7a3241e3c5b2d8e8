"""Entering a draft: saved as it leaves the field, and nothing typed is ever lost (T27)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget

from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.schema import Severity
from ordi_crf.ui.places import Subjects


def test_an_answer_is_saved_when_it_leaves_its_field(desk):
    desk.go("DM", "SCR")
    desk.type(desk.field("BRTHDAT"), "1969-07")
    assert desk.value("DM", "dm", "BRTHDAT", visit="SCR") == "1969-07"
    assert desk.says("Saved ")


def test_what_is_under_the_hand_is_saved_when_the_page_is_left(desk):
    desk.go("SV")
    desk.field("SVCOM").setFocus()
    desk.keys("No new lesions")
    assert desk.view.go(Subjects())
    assert desk.value("SV", "sv", "SVCOM") == "No new lesions"


def test_what_is_under_the_hand_is_saved_when_the_study_is_closed(desk):
    desk.go("SV")
    desk.field("SVCOM").setFocus()
    desk.keys("Closing time")
    path = desk.session.file.path
    desk.program.close_study()
    desk.program.open(path)
    assert desk.value("SV", "sv", "SVCOM") == "Closing time"


def test_a_question_that_does_not_apply_stays_away(desk):
    desk.go("SV")
    reason = desk.page.anchor("sv", "", "SVREASND")
    assert not reason.isVisible()
    desk.field("SVOCCUR").setFocus()
    desk.keys("n")
    assert reason.isVisible()


def test_a_decimal_comma_is_stored_as_a_point(desk):
    desk.go("LB")
    desk.type(desk.field("LBORRES", "WBC", "lb"), "5,30")
    assert desk.value("LB", "lb", "LBORRES", "WBC") == "5.30"
    assert desk.field("LBORRES", "WBC", "lb").text() == "5.30"


@pytest.mark.parametrize(
    ("form", "section", "item", "row", "typed"),
    [
        ("LB", "lb", "LBORRES", "HGB", "twelve"),
        ("LB", "lb", "LBORRES", "HGB", "1.500,2"),
        ("SV", "sv", "VISDAT", "", "31/02/2010"),
        ("SV", "sv", "VISDAT", "", "2010-03"),
        ("SV", "sv", "SVCOM", "", "x" * 1001),
    ],
    ids=["letters in a number", "separators", "impossible date", "partial date", "too long"],
)
def test_unreadable_text_stays_is_explained_and_is_no_value(desk, form, section, item, row, typed):
    desk.go(form)
    if item == "VISDAT":
        desk.session.answer(desk.page.key, Answer("sv", "", "SVOCCUR", "Y"))
    field = desk.field(item, row, section)
    field.setFocus()
    QGuiApplication.clipboard().setText(typed)
    field.paste()
    desk.tab()
    assert desk.value(form, section, item, row) is None
    assert (field.text() if hasattr(field, "text") else field.toPlainText()) == typed
    assert any(f.severity is Severity.HARD and f.item == item for f in desk.findings())


def test_unreadable_text_is_there_again_after_reopening(desk):
    desk.go("LB")
    desk.type(desk.field("LBORRES", "HGB", "lb"), "twelve")
    path = desk.session.file.path
    desk.program.close_study()
    desk.program.open(path)
    assert desk.field("LBORRES", "HGB", "lb").text() == "twelve"
    assert desk.says("This is not a number.")


def test_reading_it_at_last_takes_the_finding_away(desk):
    desk.go("LB")
    field = desk.field("LBORRES", "HGB", "lb")
    desk.type(field, "twelve")
    desk.type(field, "120")
    assert desk.value("LB", "lb", "LBORRES", "HGB") == "120"
    assert not desk.says("This is not a number.")


def test_a_pasted_control_character_is_refused_in_words(desk):
    desk.go("SV")
    field = desk.field("SVCOM")
    field.setFocus()
    QGuiApplication.clipboard().setText("rash\x07")
    field.paste()
    desk.tab()
    assert desk.value("SV", "sv", "SVCOM") is None
    assert desk.says("U+0007")


def test_undo_gives_back_what_was_there_and_redo_repeats_it(desk):
    desk.go("DM", "SCR")
    field = desk.field("BRTHDAT")
    desk.type(field, "1969")
    desk.type(field, "1970")
    desk.page.answering.undo()
    assert desk.value("DM", "dm", "BRTHDAT", visit="SCR") == "1969"
    desk.page.answering.redo()
    assert desk.value("DM", "dm", "BRTHDAT", visit="SCR") == "1970"


def test_a_cleared_answer_comes_back_by_undo(desk):
    desk.go("DM", "SCR")
    field = desk.field("BRTHDAT")
    desk.type(field, "1969")
    desk.type(field, "")
    assert desk.value("DM", "dm", "BRTHDAT", visit="SCR") is None
    desk.qtbot.keyClick(desk.focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.value("DM", "dm", "BRTHDAT", visit="SCR") == "1969"
    assert desk.focused() is field


def test_nothing_is_undone_once_the_form_is_complete(desk):
    desk.go("DM", "SCR")
    desk.type(desk.field("BRTHDAT"), "1969")
    desk.session.answer(desk.page.key, Answer("dm", "", "SEX", "F"))
    desk.click("primary")
    assert desk.stored("DM", "SCR").status is Status.COMPLETE
    desk.page.answering.undo()
    assert desk.value("DM", "dm", "BRTHDAT", visit="SCR") == "1969"
    assert not desk.asks()


def test_what_is_being_typed_survives_a_save_elsewhere(desk):
    desk.go("SV")
    desk.field("SVCOM").setFocus()
    desk.keys("Half a sen")
    desk.session.answer(desk.page.key, Answer("sv", "", "SVOCCUR", "Y"))
    desk.keys("tence")
    desk.tab()
    assert desk.value("SV", "sv", "SVCOM") == "Half a sentence"


def test_the_clasi_assessor_is_kept_as_typed_when_it_cannot_be_stored(desk):
    place = desk.go("CLASI")
    field = desk.field("QSEVAL")
    field.setFocus()
    QGuiApplication.clipboard().setText("M. Soler\x01")
    field.paste()
    desk.tab()
    assert list(desk.session.file.unaccepted(place).values()) == ["M. Soler\x01"]
    assert desk.go("SV")
    assert desk.go("CLASI")
    assert desk.field("QSEVAL").text() == "M. Soler\x01"


def test_every_question_of_a_form_is_reached_by_tab_alone(desk):
    desk.go("DM", "SCR")
    desk.field("BRTHDAT").setFocus()
    reached = []
    for _ in range(24):
        reached.append(desk.focused().objectName())
        desk.tab()
    assert [n for n in reached if n in ("BRTHDAT", "SEX", "RACE", "ETHNIC")][:4] == [
        "BRTHDAT",
        "SEX",
        "RACE",
        "ETHNIC",
    ]


@pytest.mark.parametrize("form", ["SV", "DM", "LB", "CLASI", "BM", "EX", "AE"])
def test_everything_that_takes_the_keyboard_has_a_name(desk, form):
    desk.go(form, "SCR")
    if form in ("EX", "AE"):
        desk.click("Add a record")
    nameless = [
        w
        for w in desk.window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not _name(w)
    ]
    assert nameless == []


def _name(widget):
    """What a screen reader says first."""
    return widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())


def test_a_form_that_begins_with_a_grid_starts_in_its_first_cell(desk):
    desk.go("PE", "SCR")
    desk.keys("2")
    assert desk.value("PE", "pe", "PERES", "GENERAL", "SCR") == "ABNORMAL"


def test_an_item_of_a_row_comes_when_it_is_asked_there(desk):
    desk.go("PE", "SCR")
    assert not desk.field("PEDESC", "GENERAL", "pe").isVisible()
    desk.keys("2")
    assert desk.field("PEDESC", "GENERAL", "pe").isVisible()
    assert not desk.field("PEDESC", "HEENT", "pe").isVisible()
