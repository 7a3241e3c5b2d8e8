"""Signing, locking and correcting at the form: as a person meets them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ordi_crf.core.life import Scope
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Actor, Answer
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.field_row import EarlierLine
from ordi_crf.ui.pages.subject_entries import FormEntry
from ordi_crf.ui.places import FormAt, SubjectVisit
from ordi_crf.ui.trust.sign_dialog import SignDialog
from tests.builders import ANA, SUBJECT, answers, clasi, key

DM, SV = key("DM", "SCR"), key("SV", "SCR")


@pytest.fixture
def complete(desk):
    """Give a desk at a complete form."""
    desk.session.answer_all(
        DM, answers({"dm": {"": {"BRTHDAT": "1969", "SEX": "F", "RACE": "WHITE"}}})
    )
    desk.session.set_status(DM, Status.COMPLETE)
    desk.go("DM", "SCR")
    return desk


@pytest.fixture
def signed(complete):
    sign(complete)
    return complete


def offered(desk):
    """Return the quiet actions of the page, by code."""
    return [action.code for action in desk.page.header().quiet]


def dialog(desk) -> SignDialog:
    desk.settle()
    found = [d for d in QApplication.topLevelWidgets() if isinstance(d, SignDialog)]
    found = [d for d in found if d.isVisible()]
    assert found, "no dialog to sign"
    return found[0]


def sign(desk, name=ANA.name, code="sign"):
    """Sign what the page offers, and return the dialog where that was refused."""
    desk.click(code)
    asked = dialog(desk)
    desk.qtbot.keyClicks(asked._signer, name)
    asked.findChild(Button, "sign_now").click()
    closed = not asked.isVisible()
    desk.settle()
    if closed:
        with desk.qtbot.waitActive(desk.window):
            desk.window.activateWindow()
    return None if closed else asked


def give_reason(desk, words):
    desk.keys(words)
    desk.press(Qt.Key.Key_Return)
    desk.settle()


def test_a_draft_offers_neither_signature_nor_lock(desk):
    """T23."""
    desk.go("DM", "SCR")
    assert offered(desk) == []
    assert desk.primary() == "Complete form"


def test_a_complete_form_is_signed_with_the_name_typed_out(complete):
    """T18, T19: the signature stands on the form with name, time and meaning."""
    assert offered(complete) == ["sign", "reopen"]
    sign(complete)
    assert complete.stored("DM", "SCR").status is Status.SIGNED
    at = complete.session.file.signing.all()[0].at
    said = f"Signed by Ana Puig, Investigator, {at[:10]} {at[11:19]} UTC: “I have reviewed these"
    assert complete.says(said)
    assert offered(complete) == ["lock", "reopen"]


def test_another_name_signs_nothing_and_is_told_in_the_dialog(complete):
    """T18."""
    asked = sign(complete, "Pau Mas")
    assert asked.isVisible()
    assert "does not show that it is you" in asked._problem.text()
    assert complete.stored("DM", "SCR").status is Status.COMPLETE
    asked.reject()


def test_without_a_name_nothing_is_signed(complete):
    asked = sign(complete, "")
    assert "Type your name" in asked._problem.text()
    asked.reject()


@pytest.mark.parametrize(
    ("role", "codes"),
    [("Nurse", ["reopen"]), ("Monitor", ["ask", "verify"]), ("Coordinator", ["reopen"])],
)
def test_who_may_not_sign_is_not_offered_to(complete, role, codes):
    """T22."""
    complete.session.set_actor(Actor("Pau Mas", role))
    assert offered(complete) == codes


def test_a_correction_breaks_the_signature_before_the_eyes(signed):
    """T21, T09: what broke it is told, and the old value stays beside the new one."""
    signed.field("SEX").setFocus()
    signed.keys("M")
    give_reason(signed, "misread")
    signed.settle()
    assert signed.stored("DM", "SCR").status is Status.COMPLETE
    change = signed.session.file.signing.of(DM)[0].broken_by
    assert signed.says(f"was broken by change #{change.id}: Sex, Ana Puig")
    assert signed.says("was Female until 20")
    assert signed.says("to be signed again")
    assert offered(signed) == ["sign", "reopen"]
    (line,) = [w for w in signed.page.findChildren(EarlierLine) if w.isVisible()]
    assert line.toolTip().endswith("misread")


def test_a_correction_in_a_grid_shows_the_value_before(desk):
    """T09."""
    place = key("LB")
    desk.session.answer(place, Answer("lb", "ALT", "LBORRES", "31"))
    desk.session.file.set_status(place, Status.COMPLETE)
    desk.session.file.answer(place, [Answer("lb", "ALT", "LBORRES", "13")], "misread")
    desk.session.do(None, lambda: None)
    desk.go("LB")
    assert desk.says("Result: was 31 until 20")


def test_a_corrected_grade_of_the_clasi_shows_the_one_before(desk):
    """T09."""
    place = desk.go("CLASI")
    desk.session.answer_all(place, answers(clasi()))
    desk.session.set_status(place, Status.COMPLETE)
    desk.session.answer(place, Answer("clasi_area", "03", "CLERY", "2"), "a slip")
    desk.settle()
    assert desk.says("Erythema: was 0")


def test_a_locked_form_is_read_and_not_changed(signed):
    """T23: after the signature comes the lock."""
    signed.click("lock")
    assert signed.stored("DM", "SCR").status is Status.LOCKED
    assert offered(signed) == ["unlock"]
    assert signed.page.read_only
    assert signed.page.views["dm"].editor("", "BRTHDAT").field.isReadOnly()
    assert signed.says("Nothing changes before it is unlocked")
    assert signed.page.findChild(Button, "ask_missing").isHidden()


def test_unlocking_asks_why(signed):
    signed.click("lock")
    signed.click("unlock")
    assert signed.asks()
    give_reason(signed, "asked by the sponsor")
    assert signed.stored("DM", "SCR").status is Status.SIGNED
    assert signed.session.file.data().audit[-1].reason == "asked by the sponsor"


def test_reopening_asks_why_and_breaks_the_signature(signed):
    signed.click("reopen")
    give_reason(signed, "the wrong visit")
    assert signed.stored("DM", "SCR").status is Status.DRAFT
    assert signed.says("the form was reopened")
    assert signed.primary() == "Complete form"


def test_leaving_the_question_unlocks_nothing(signed):
    signed.click("lock")
    signed.click("unlock")
    signed.press(Qt.Key.Key_Escape)
    assert signed.stored("DM", "SCR").status is Status.LOCKED


def test_a_locked_body_map_takes_no_stroke(desk):
    place = key("BM")
    desk.session.answer(place, Answer("bm", "", "BMPERF", "Y"))
    desk.session.set_status(place, Status.COMPLETE)
    desk.go("BM")
    sign(desk)
    desk.click("lock")
    assert offered(desk) == ["unlock"]
    assert desk.page.read_only


def test_a_visit_is_signed_and_locked_from_its_page(complete):
    """One event signs every complete form of the visit; the lock follows once all are."""
    complete.session.answer_all(SV, answers({"sv": {"": {"SVOCCUR": "Y", "VISDAT": "2010-03-01"}}}))
    complete.session.set_status(SV, Status.COMPLETE)
    complete.view.go(SubjectVisit(SUBJECT, "SCR"))
    sign(complete, code="sign_visit")
    statuses = complete.session.file.statuses()
    assert {statuses[DM], statuses[SV]} == {Status.SIGNED}
    assert complete.says("2 of 2 begun form")
    complete.click("lock_visit")
    assert set(complete.session.file.statuses().values()) == {Status.LOCKED}
    assert complete.session.file.life.locked(Scope(SUBJECT, "SCR")) is not None
    complete.click("unlock_visit")
    give_reason(complete, "one form is missing")
    assert complete.session.file.life.locked(Scope(SUBJECT, "SCR")) is None


def test_a_form_with_a_broken_signature_shows_on_the_visit(signed):
    """T21."""
    signed.session.answer(DM, Answer("dm", "", "SEX", "M"), "misread")
    signed.view.go(SubjectVisit(SUBJECT, "SCR"))
    (entry,) = [e for e in signed.page.findChildren(FormEntry) if e.objectName() == "form_DM"]
    assert "broken signature" in entry.accessibleName()
    assert signed.view.go(FormAt(DM))


def test_after_signing_the_keyboard_is_at_what_comes_next(complete):
    complete.window.activateWindow()
    sign(complete)
    at_hand = complete.window.focusWidget()
    assert at_hand is not None
    assert at_hand.objectName() == "primary"
