"""T17: a window nobody touches is covered; the draft and the field stay, for its owner alone."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ordi_crf.core.permissions import Role
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.access.cover import Cover
from ordi_crf.ui.access.idle import Idle
from ordi_crf.ui.access.lock import MINUTES, minutes
from ordi_crf.ui.dialogs import NewSubjectDialog
from ordi_crf.ui.places import People, Subjects
from tests.builders import SUBJECT, key
from tests.db import people


@pytest.fixture
def typing(clinic):
    """A nurse in the middle of a word, at a form of a subject."""
    clinic.come(Role.NURSE)
    clinic.go("SV")
    field = clinic.field("SVCOM")
    field.setFocus()
    clinic.keys("Feels be")
    return clinic


def test_nothing_of_a_subject_can_be_read_while_it_is_covered(typing):
    typing.program.lock()
    assert typing.covered
    assert not typing.window.centralWidget().isVisible()
    assert not typing.says(SUBJECT.subjid)
    assert "01-001" not in typing.window.windowTitle()


def test_what_was_being_typed_is_neither_saved_nor_lost(typing):
    typing.program.lock()
    assert typing.value("SV", "sv", "SVCOM") is None
    typing.unlock(Role.NURSE)
    assert not typing.covered
    field = typing.field("SVCOM")
    assert field.toPlainText() == "Feels be"
    assert typing.focused() is field


def test_the_word_is_finished_where_the_cursor_was(typing):
    typing.field("SVCOM").moveCursor(typing.field("SVCOM").textCursor().MoveOperation.Left)
    typing.program.lock()
    typing.unlock(Role.NURSE)
    typing.keys("tt")
    typing.tab()
    assert typing.value("SV", "sv", "SVCOM") == "Feels btte"


def test_a_half_typed_number_is_kept_as_it_was_typed(clinic):
    clinic.come(Role.NURSE)
    clinic.go("VS", "SCR")
    clinic.field("PULSE").setFocus()
    clinic.keys("7")
    clinic.program.lock()
    clinic.unlock(Role.NURSE)
    clinic.keys("2")
    clinic.tab()
    assert clinic.value("VS", "vs", "PULSE", visit="SCR") == "72"


def test_a_wrong_password_leaves_it_covered_and_is_told_in_the_trail(typing):
    typing.program.lock()
    typing.give(people.login(Role.NURSE), "not this one", "unlock_")
    assert typing.covered
    assert typing.says("4 more tries before a pause")
    typing.unlock(Role.NURSE)
    assert not typing.covered
    assert any("FAIL" in event.upper() for event in typing.events())


def test_the_trail_tells_of_both(typing):
    """T11: auto-lock."""
    typing.program.lock()
    typing.unlock(Role.NURSE)
    events = typing.events()
    assert events[events.index("AUTO-LOCK") :] == ["AUTO-LOCK", "UNLOCKED"]


def test_the_keyboard_reaches_nothing_behind(typing):
    typing.program.lock()
    cover = typing.widget(Cover)
    for _ in range(12):
        typing.press(Qt.Key.Key_Tab)
        assert cover.isAncestorOf(typing.focused())
    for menu in typing.window.menuBar().actions():
        assert not menu.isEnabled()


def test_a_colleague_goes_on_and_the_draft_is_its_owners(typing):
    typing.program.lock()
    typing.unlock(Role.COORDINATOR)
    assert not typing.covered
    assert typing.session.file.actor.role == "Coordinator"
    entry = [e for e in typing.session.file.data().audit if e.item == "SVCOM"][-1]
    assert (entry.new, entry.actor) == ("Feels be", people.name(Role.NURSE))
    assert typing.field("SVCOM").toPlainText() == "Feels be"


def test_a_colleague_who_may_not_enter_reads_the_same_form(typing):
    typing.program.lock()
    typing.unlock(Role.MONITOR)
    assert typing.field("SVCOM").isReadOnly()
    assert typing.says("It is entered by: investigator, nurse, coordinator.")


def test_an_open_dialog_is_covered_too_and_comes_back_as_it_was(clinic):
    clinic.come()
    clinic.view.go(Subjects())
    clinic.click("primary")
    dialog = clinic.window.findChild(NewSubjectDialog)
    dialog._line.setText("01-0")
    clinic.program.lock()
    assert not dialog.isVisible()
    clinic.unlock()
    assert dialog.isVisible()
    assert dialog._line.text() == "01-0"
    dialog.reject()


def test_a_dialog_is_not_handed_to_a_colleague(clinic):
    clinic.come()
    clinic.view.go(Subjects())
    clinic.click("primary")
    clinic.program.lock()
    clinic.unlock(Role.COORDINATOR)
    clinic.settle()
    assert clinic.window.findChildren(NewSubjectDialog) == []


def test_it_can_be_locked_twice_and_is_unlocked_once(typing):
    typing.program.lock()
    typing.program.lock()
    typing.unlock(Role.NURSE)
    assert not typing.covered
    typing.settle()
    assert typing.window.findChildren(Cover) == []


def test_the_study_can_be_closed_from_the_cover_and_the_draft_is_saved(typing):
    typing.program.lock()
    typing.click("close_locked")
    assert typing.program.session is None
    file = typing.elsewhere(Role.NURSE)
    stored = file.record(key("SV"))
    file.close()
    assert stored.sections["sv"][""].values["SVCOM"] == "Feels be"
    assert typing.focused().objectName() == "password"


def test_closing_the_window_saves_the_draft_under_the_cover(typing):
    typing.program.lock()
    typing.window.close()
    assert not typing.window.isVisible()
    assert typing.value("SV", "sv", "SVCOM") == "Feels be"


def test_a_correction_without_its_reason_keeps_it_open_and_covered(clinic):
    clinic.come()
    clinic.session.answer(key("SV"), Answer("sv", "", "SVCOM", "Well"))
    clinic.session.set_status(key("SV"), Status.COMPLETE)
    clinic.go("SV")
    clinic.type(clinic.field("SVCOM"), "Better")
    assert clinic.asks()
    clinic.program.lock()
    clinic.click("close_locked")
    assert clinic.covered
    assert clinic.says("A correction waits for its reason")
    assert clinic.value("SV", "sv", "SVCOM") == "Well"


def test_a_window_nobody_touches_is_covered_by_itself(typing, qtbot):
    typing.lock._idle.set_limit(40)
    qtbot.waitUntil(lambda: typing.covered, timeout=2000)
    assert typing.value("SV", "sv", "SVCOM") is None


def test_a_key_now_and_then_keeps_it_open(qtbot, qapp):
    watch = QObject()
    idle = Idle(300, watch)
    fallen = []
    idle.fell_idle.connect(lambda: fallen.append(True))
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    for _ in range(6):
        qtbot.wait(100)
        qtbot.keyClick(field, Qt.Key.Key_A)
    assert not fallen
    qtbot.waitUntil(lambda: bool(fallen), timeout=2000)


def test_the_first_touch_after_a_sleep_is_too_late(qapp):
    watch = QObject()
    idle = Idle(60_000, watch)
    fallen = []
    idle.fell_idle.connect(lambda: fallen.append(True))
    monotonic, wall = idle._touched
    idle._touched = monotonic, wall - 3600
    QApplication.sendEvent(watch, QEvent(QEvent.Type.KeyPress))
    assert fallen == [True]


def test_ten_minutes_are_the_rule_and_the_study_can_say_another(clinic):
    clinic.come()
    assert minutes(clinic.session) == 10
    clinic.view.go(People())
    field = clinic.window.findChild(QWidget, "lock_minutes")
    field.setCurrentIndex(field.findData(5))
    field.activated.emit(field.currentIndex())
    assert clinic.session.file.properties()[MINUTES] == "5"
    assert minutes(clinic.session) == 5
    assert clinic.lock._idle._limit == 5 * 60_000


def test_a_study_without_accounts_is_never_locked(desk):
    desk.program.lock()
    assert desk.window.findChildren(Cover) == []
    assert not desk.window._lock.isEnabled()
