"""Queries and source verification at the desk: asked, answered and ticked at the item."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from ordi_crf.core.query import QueryState
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.marks import Marks
from ordi_crf.ui.places import AsItWas, FormAt, Queries, SourceData
from ordi_crf.ui.review.review import Review
from tests.builders import ANA, JOAN, answers, clasi, key, stroke

DM, VS = key("DM", "SCR"), key("VS")
SEX = ("dm", "", "SEX")


def shortcut(desk, keys):
    QTest.keySequence(desk.window, QKeySequence(keys))
    desk.settle()


def strip(desk):
    return desk.page.review.strip


def write(desk, text, act):
    """Write words into the query that is open and press a button of it."""
    field = strip(desk).thread_.field
    field.setFocus()
    desk.qtbot.keyClicks(field, text)
    desk.click(f"query_{act}")


@pytest.fixture
def filled(desk):
    file = desk.session.file
    file.answer(DM, [Answer(*SEX, "F"), Answer("dm", "", "BRTHDAT", "1969")])
    desk.session._records = None
    return desk


def as_monitor(desk):
    desk.session.set_actor(JOAN)


def chips(desk):
    """Return the words of every chip on screen."""
    desk.settle()
    return [chip.text() for chip in desk.page.findChildren(Chip) if chip.isVisible()]


def marks(desk):
    return [m for m in desk.page.findChildren(Marks) if m.isVisible()]


def test_the_monitor_asks_at_the_item_and_the_site_answers_there(filled):
    as_monitor(filled)
    filled.go("DM", "SCR")
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+K")
    assert strip(filled).isVisible()
    write(filled, "The chart says M.", "raised")
    assert not strip(filled).isVisible()
    filled.session.set_actor(ANA)
    filled.go("DM", "SCR")
    assert "query 1 · open" in chips(filled)
    assert filled.says("The chart says M.")
    assert len(marks(filled)) == 1
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+K")
    write(filled, "It is of her brother.", "answered")
    (query,) = filled.session.file.queries.of(DM)
    assert query.state is QueryState.ANSWERED
    assert query.answer.text == "It is of her brother."


def test_ctrl_enter_sends_and_escape_keeps_what_was_written(filled):
    as_monitor(filled)
    filled.go("DM", "SCR")
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+K")
    field = strip(filled).thread_.field
    filled.qtbot.keyClicks(field, "The chart says M.")
    filled.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not strip(filled).isVisible()
    assert filled.session.file.queries.of(DM) == ()
    shortcut(filled, "Ctrl+K")
    assert field.toPlainText() == "The chart says M."
    filled.qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert filled.session.file.queries.of(DM)[0].place == SEX


def test_tab_goes_from_the_words_of_a_query_to_sending_them(filled):
    as_monitor(filled)
    filled.go("DM", "SCR")
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+K")
    filled.qtbot.keyClicks(filled.focused(), "The chart says M.")
    filled.press(Qt.Key.Key_Tab)
    filled.press(Qt.Key.Key_Return)
    assert filled.session.file.queries.of(DM)[0].place == SEX


def test_nobody_without_the_right_raises_a_query(filled):
    filled.go("DM", "SCR")
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+K")
    assert not strip(filled).isVisible()


def test_the_whole_form_is_asked_about_from_the_top_bar(filled):
    as_monitor(filled)
    filled.go("DM", "SCR")
    filled.click("Query the form")
    write(filled, "Is this all?", "raised")
    assert filled.session.file.queries.of(DM)[0].place == ("", "", "")
    assert filled.says("The whole form")


def test_a_query_of_a_clasi_is_a_card_that_opens_it(desk):
    desk.session.file.answer(key("CLASI"), answers(clasi()))
    desk.session.file.actor = JOAN
    desk.session.file.queries.ask(key("CLASI"), ("clasi_area", "07", "CLERY"), "Not painted?")
    desk.session.file.actor = ANA
    desk.session._records = None
    desk.go("CLASI")
    assert "query 1 · open" in chips(desk)
    desk.click("Answer")
    write(desk, "It is old.", "answered")
    assert desk.session.file.queries.of(key("CLASI"))[0].state is QueryState.ANSWERED


def unusual(desk):
    """Complete vital signs with a weight that is kept with a reason."""
    file = desk.session.file
    weight = [Answer("vs", "", "WEIGHT", "190.0"), Answer("vs", "", "HEIGHT", "170")]
    file.answer(VS, weight)
    file.explain(VS, ("vs", "", "WEIGHT.EXPECTED"), "Weighed twice.")
    file.set_status(VS, Status.COMPLETE)
    desk.session._records = None


def test_a_soft_check_asks_and_the_reason_answers(desk):
    """T24: an unusual value is kept with its reason, and stays visible to the monitor."""
    unusual(desk)
    desk.session.changed.emit(VS)
    desk.view._checks.look()
    (query,) = [q for q in desk.session.file.queries.of(VS) if q.item == "WEIGHT"]
    assert (query.finding, query.state) == ("WEIGHT.EXPECTED", QueryState.ANSWERED)
    assert query.answer.text == "Weighed twice."


def test_it_closes_itself_when_the_value_is_corrected(desk):
    unusual(desk)
    desk.session.changed.emit(VS)
    desk.view._checks.look()
    desk.session.answer(VS, Answer("vs", "", "WEIGHT", "90.0"), "typing error")
    desk.view._checks.look()
    assert next(q for q in desk.session.file.queries.of(VS) if q.item == "WEIGHT").closed


def test_the_checks_look_before_the_study_is_closed(desk, path):
    unusual(desk)
    desk.session.changed.emit(VS)
    timers = desk.view.findChildren(QTimer)
    desk.window.close_study_asked.emit()
    assert not any(timer.isActive() for timer in timers)
    file = StudyFile.open(path, ANA)
    assert any(q.finding == "WEIGHT.EXPECTED" for q in file.queries.of(VS))
    file.close()


def test_the_monitor_ticks_an_item_and_takes_it_back(filled):
    as_monitor(filled)
    filled.go("DM", "SCR")
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+D")
    assert set(filled.session.file.verification.of(DM)) == {SEX}
    assert "verified 50 %" in chips(filled)
    assert len(marks(filled)) == 1
    shortcut(filled, "Ctrl+D")
    assert filled.session.file.verification.of(DM) == {}


def test_the_site_ticks_nothing(filled):
    filled.go("DM", "SCR")
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+D")
    assert filled.session.file.verification.of(DM) == {}


def test_a_complete_form_that_is_verified_throughout_is_verified(filled):
    filled.session.file.set_status(DM, Status.COMPLETE)
    filled.session._records = None
    as_monitor(filled)
    filled.go("DM", "SCR")
    filled.click("Verify all that is left (2)")
    assert filled.stored("DM", "SCR").status is Status.VERIFIED
    filled.page.focus_item(*SEX)
    shortcut(filled, "Ctrl+D")
    assert filled.stored("DM", "SCR").status is Status.COMPLETE


def test_a_corrected_value_loses_its_tick(filled):
    as_monitor(filled)
    filled.session.file.verification.verify([(DM, SEX)])
    filled.session.set_actor(ANA)
    filled.go("DM", "SCR")
    filled.session.answer(DM, Answer(*SEX, "M"))
    assert marks(filled) == []


def test_the_page_of_queries_starts_with_what_waits_for_whoever_is_at_work(filled):
    file = filled.session.file
    file.actor = JOAN
    file.queries.ask(DM, SEX, "The chart says M.")
    file.queries.ask(DM, ("dm", "", "BRTHDAT"), "1968?")
    file.actor = ANA
    file.queries.answer(2, "1969.")
    filled.view.go(Queries())
    assert [q.number for _, q in filled.page._shown] == [1]
    as_monitor(filled)
    filled.view.go(Queries())
    assert [q.number for _, q in filled.page._shown] == [2]
    filled.click("query_closed")
    assert file.queries.of(DM)[1].closed


def test_a_query_is_answered_from_the_page_and_leads_to_its_item(filled):
    file = filled.session.file
    file.actor = JOAN
    file.queries.ask(DM, SEX, "The chart says M.")
    file.actor = ANA
    filled.view.go(Queries())
    filled.click("go_to_item")
    assert filled.view.place == FormAt(DM, *SEX)
    filled.view.go(Queries())
    field = filled.page._thread.field
    filled.qtbot.keyClicks(field, "It is not hers.")
    filled.click("query_answered")
    assert file.queries.of(DM)[0].answer.text == "It is not hers."


def test_answers_come_back_from_a_file_after_a_look_at_each_line(filled, tmp_path):
    """T36: a dry run first; then one event that names the file."""
    file = filled.session.file
    file.actor = JOAN
    file.queries.ask(DM, SEX, "The chart says M.")
    file.queries.ask(DM, ("dm", "", "BRTHDAT"), "1968?")
    file.actor = ANA
    filled.view.go(Queries())
    page = filled.page
    page.set_folder(tmp_path)
    page.act("xlsx")
    filled.qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.xlsx"))))
    filled.qtbot.waitUntil(page._written.isVisible)
    (book_path,) = tmp_path.glob("*.xlsx")
    book = openpyxl.load_workbook(book_path)
    sheet = book.worksheets[0]
    sheet.cell(2, 10).value, sheet.cell(3, 10).value = "Hers.", "1969."
    sheet.cell(3, 9).value = "Another question"
    book.save(book_path)

    class Chooser:
        def answers(self, _parent):
            return book_path

    page.chooser = Chooser()
    page.act("read")
    assert filled.says("1 answer will be taken. 1 line is refused.")
    assert not file.queries.of(DM)[0].answer
    filled.click("take_answers")
    assert file.queries.of(DM)[0].answer.text == "Hers."
    assert not file.queries.of(DM)[1].answer
    last = file.data().audit[-1]
    assert last.item == "IMPORT"
    assert book_path.name in last.new


def test_the_page_of_source_data_verifies_a_visit_at_once(filled):
    file = filled.session.file
    file.set_status(DM, Status.COMPLETE)
    file.answer(key("VS", "SCR"), [Answer("vs", "", "WEIGHT", "60.0")])
    filled.session._records = None
    as_monitor(filled)
    filled.view.go(SourceData())
    assert {k.form for k in filled.page._shown} == {"DM", "VS"}
    filled.click("verify_visit")
    assert {k.form for k in filled.page._shown} == {"VS"}, "a draft still changes"
    assert filled.stored("DM", "SCR").status is Status.VERIFIED


def test_the_site_sees_how_much_is_verified_and_verifies_nothing(filled):
    filled.view.go(SourceData())
    assert not filled.page._buttons["form"].isVisible()
    assert filled.says("Demographics: 0 of 2 (0 %)")


def test_a_form_is_shown_as_it_was(filled):
    filled.session.answer(DM, Answer(*SEX, "M"))
    last = filled.session.file.data().audit[-1].id
    filled.view.go(AsItWas(DM, last - 1))
    assert filled.page._views["dm"].editor("", "SEX").value() == "F"
    filled.view.go(AsItWas(DM))
    assert filled.page._views["dm"].editor("", "SEX").value() == "M"
    assert filled.says("after entry")


def test_a_form_as_it_was_cannot_be_changed(filled):
    filled.view.go(AsItWas(DM))
    editor = filled.page._views["dm"].editor("", "SEX")
    editor.set_value("M", None)
    editor.committed.emit()
    assert filled.value("DM", "dm", "SEX", visit="SCR") == "F"


def test_a_drawing_is_shown_as_it_was(desk):
    desk.session.file.add_row(key("BM"), "bm_stroke", stroke())
    first = desk.session.file.data().audit[-1].id
    desk.session.file.add_row(key("BM"), "bm_stroke", stroke(400))
    desk.session._records = None
    desk.view.go(AsItWas(key("BM"), first))
    assert len(desk.page._editor.drawing().entries) == 1
    desk.view.go(AsItWas(key("BM")))
    assert len(desk.page._editor.drawing().entries) == 2


def test_review_is_part_of_every_form(desk):
    for form in ("SV", "CLASI", "BM", "LB"):
        desk.go(form)
        assert isinstance(desk.page.review, Review)
