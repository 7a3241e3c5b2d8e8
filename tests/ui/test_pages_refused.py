"""A write that is refused: what was typed stays, is said, tried again, and never lost in silence.

The study file is really taken away and brought back, as a drive that is pulled.
"""

import pytest
from PySide6.QtWidgets import QDialog

from ordi_crf.db.study_file import StudyFile
from ordi_crf.ui.places import Subjects
from tests.builders import ANA, key


@pytest.fixture
def away(desk, path):
    """A function that takes the study's file away, or brings it back."""
    aside = path.with_name("elsewhere.ordi")

    def move(back=False):
        (aside if back else path).rename(path if back else aside)

    yield move
    if aside.exists():
        move(back=True)


def refuse_comment(desk, away, text="Patient feels well"):
    desk.go("SV")
    away()
    desk.type(desk.field("SVCOM"), text)


def test_what_was_typed_stays_and_the_cause_is_said(desk, away):
    refuse_comment(desk, away)
    assert desk.field("SVCOM").toPlainText() == "Patient feels well"
    assert desk.says("is no longer at")
    assert desk.says("Not saved yet")


def test_a_choice_that_was_refused_stays_chosen(desk, away):
    desk.go("SV")
    away()
    desk.field("SVOCCUR").setFocus()
    desk.keys("y")
    assert desk.page.record().sections["sv"][""].values["SVOCCUR"] == "Y"
    assert desk.field("SVOCCUR").value() == "Y"


def test_trying_again_saves_it_once_the_cause_is_gone(desk, away):
    refuse_comment(desk, away)
    away(back=True)
    desk.click("Try again")
    assert desk.value("SV", "sv", "SVCOM") == "Patient feels well"
    assert not desk.says("Not saved yet")
    assert not desk.says("is no longer at")


def test_the_next_answer_takes_the_refused_one_along(desk, away):
    refuse_comment(desk, away)
    away(back=True)
    desk.field("SVOCCUR").setFocus()
    desk.keys("y")
    assert desk.value("SV", "sv", "SVCOM") == "Patient feels well"
    assert desk.value("SV", "sv", "SVOCCUR") == "Y"


def test_it_is_tried_again_without_being_asked(desk, away, qtbot):
    desk.session._retry.setInterval(20)
    refuse_comment(desk, away)
    away(back=True)
    qtbot.waitUntil(lambda: not desk.session.unsaved(), timeout=2000)
    assert desk.value("SV", "sv", "SVCOM") == "Patient feels well"


def test_a_refused_answer_waits_while_other_pages_are_visited(desk, away):
    refuse_comment(desk, away)
    assert desk.view.go(Subjects())
    desk.go("SV")
    assert desk.field("SVCOM").toPlainText() == "Patient feels well"
    away(back=True)
    desk.session.try_again()
    assert desk.value("SV", "sv", "SVCOM") == "Patient feels well"


def test_a_new_record_that_was_refused_keeps_all_it_was_given(desk, away):
    desk.go("AE")
    desk.click("Add a record")
    away()
    desk.keys("Nausea")
    desk.tab()
    desk.keys("2010-03")
    desk.tab()
    away(back=True)
    desk.session.try_again()
    row = desk.stored("AE").sections["ae"]["1"].values
    assert (row["AETERM"], row["AESTDAT"]) == ("Nausea", "2010-03")
    assert len(desk.stored("AE").sections["ae"]) == 1


def test_a_form_with_an_unsaved_answer_is_not_completed(desk, away):
    refuse_comment(desk, away)
    desk.click("primary")
    assert desk.stored("SV").status.value == "DRAFT"
    assert desk.says("Not saved yet")


def test_a_reason_that_was_refused_stays_in_its_line(desk, away):
    desk.go("VS")
    desk.type(desk.field("WEIGHT"), "130")
    desk.click("Keep and explain")
    away()
    desk.keys("Weighed twice")
    desk.click("reason_save")
    assert desk.asks()
    assert desk.page.asking.strip._line.text() == "Weighed twice"
    away(back=True)
    desk.click("reason_save")
    assert list(desk.stored("VS").explanations.values()) == ["Weighed twice"]


def test_closing_the_window_over_unsaved_answers_asks_first(desk, away):
    refuse_comment(desk, away)
    assert not desk.window.close()
    assert desk.says("1 answer could not be saved.")
    desk.click("stay")
    assert desk.session.unsaved()


def test_closing_can_be_insisted_on(desk, away):
    refuse_comment(desk, away)
    desk.window.close()
    desk.click("leave_unsaved")
    assert not desk.window.isVisible()


def test_closing_the_study_over_unsaved_answers_asks_first(desk, away):
    refuse_comment(desk, away)
    desk.program.close_study()
    assert desk.program.session is not None
    [dialog.reject() for dialog in desk.window.findChildren(QDialog)]


def test_closing_saves_by_itself_what_can_be_saved_again(desk, away, path):
    refuse_comment(desk, away)
    away(back=True)
    desk.program.close_study()
    assert desk.program.session is None
    again = StudyFile.open(path, ANA)
    assert again.record(key("SV")).sections["sv"][""].values["SVCOM"] == "Patient feels well"
    again.close()


def test_a_stroke_that_was_refused_is_stored_later_in_its_order(desk, away):
    from tests.builders import stroke

    place = desk.go("BM")
    away()
    for n in (0, 40):
        given = stroke(n)
        desk.page._on_stroked(given["BMLAYER"], given["BMOP"])
    assert len(desk.page.record().sections["bm_stroke"]) == 2
    desk.page._on_undone()
    away(back=True)
    assert desk.session.try_again()
    rows = desk.session.file.record(place).sections["bm_stroke"]
    assert [row.values["BMOP"] for row in rows.values()] == [stroke(0)["BMOP"]]
