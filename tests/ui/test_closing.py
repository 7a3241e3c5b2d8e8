"""The page to sign and lock: counts, and whole subjects and the study at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ordi_crf.core.life import ON, SDV, Scope
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Actor
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.places import Closing
from ordi_crf.ui.table import Table
from ordi_crf.ui.trust.sign_dialog import SignDialog
from tests.builders import ANA, SUBJECT, answers, key

DM, AE = key("DM", "SCR"), key("AE")


@pytest.fixture
def closing(desk):
    """Give a desk at the page, one form complete."""
    file = desk.session.file
    file.answer(DM, answers({"dm": {"": {"BRTHDAT": "1969", "SEX": "F"}}}))
    file.set_status(DM, Status.COMPLETE)
    desk.session.do(None, lambda: None)
    desk.view.go(Closing())
    return desk


def offered(desk):
    found = [b.objectName() for b in desk.page.findChildren(Button) if b.isVisible()]
    return sorted(name for name in found if name.partition("_")[0] in ("sign", "lock", "unlock"))


def sign(desk, button):
    desk.click(button)
    (asked,) = [d for d in QApplication.topLevelWidgets() if isinstance(d, SignDialog)]
    desk.qtbot.keyClicks(asked._signer, ANA.name)
    asked.findChild(Button, "sign_now").click()
    desk.settle()
    with desk.qtbot.waitActive(desk.window):
        desk.window.activateWindow()


def test_a_line_counts_the_forms_of_a_subject_by_state(closing):
    model = closing.page.findChild(Table).model()
    assert [model.index(0, column).data() for column in range(4)] == ["01-001", "", "1", ""]
    assert offered(closing) == ["lock_study", "sign_study", "sign_subject"]


def test_a_subject_is_signed_and_locked(closing):
    sign(closing, "sign_subject")
    assert closing.session.file.statuses()[DM] is Status.SIGNED
    closing.click("lock_subject")
    assert closing.session.file.life.locked(Scope(SUBJECT)) == Scope(SUBJECT)
    assert "unlock_subject" in offered(closing)


def test_the_study_is_locked_with_a_reason_while_something_is_open(closing):
    """T23: override = reason."""
    closing.session.file.add_row(AE, "ae", {"AETERM": "Rash"})
    closing.session.do(None, lambda: None)
    closing.view.go(Closing())
    closing.click("lock_study")
    assert closing.says("Forms not complete: 1. Forms not signed: 1.")
    closing.keys("the site closed")
    closing.press(Qt.Key.Key_Return)
    closing.settle()
    assert set(closing.session.file.statuses().values()) == {Status.LOCKED}
    entry = closing.session.file.data().audit[-1]
    assert (entry.section, entry.reason) == ("scope_lock", "the site closed")


def test_leaving_the_question_locks_nothing(closing):
    closing.click("lock_study")
    closing.press(Qt.Key.Key_Escape)
    assert closing.session.file.statuses()[DM] is Status.COMPLETE


def test_a_study_is_unlocked_with_a_reason(closing):
    closing.session.file.life.lock(Scope(), "the site closed")
    closing.session.do(None, lambda: None)
    closing.view.go(Closing())
    assert offered(closing) == ["unlock_study"]
    closing.click("unlock_study")
    closing.keys("one query came late")
    closing.press(Qt.Key.Key_Return)
    closing.settle()
    assert closing.session.file.life.locked(Scope()) is None
    assert closing.session.file.statuses()[DM] is Status.LOCKED


def test_the_study_says_whether_sources_are_verified_first(closing):
    closing.page._sdv.click()
    closing.settle()
    assert closing.session.file.properties()[SDV] == ON
    assert "sign_subject" not in offered(closing)


def test_who_may_neither_sign_nor_lock_only_reads(closing):
    """T22."""
    closing.session.set_actor(Actor("Pau Mas", "Monitor"))
    closing.view.go(Closing())
    assert offered(closing) == []
    assert not closing.page._sdv.isEnabled()
