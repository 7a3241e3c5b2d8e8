"""Completing a form: what is missing is listed, what is unusual is asked for, then the way on."""

from PySide6.QtCore import Qt

from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer
from tests.builders import answers, clasi, key


def fill(desk, section, **values):
    for item, value in values.items():
        desk.session.answer(desk.page.key, Answer(section, "", item, value))


def test_missing_answers_are_named_and_the_first_gets_the_keyboard(desk):
    desk.go("DM", "SCR")
    desk.click("primary")
    assert desk.says("2 answers still needed: Date of birth; Sex")
    assert desk.says("An answer is needed.")
    assert desk.focused() is desk.field("BRTHDAT")
    assert desk.stored("DM", "SCR").status is Status.DRAFT


def test_one_missing_answer_is_one_answer(desk):
    desk.go("DM", "SCR")
    fill(desk, "dm", SEX="F")
    assert desk.says("1 answer still needed.")


def test_missing_answers_are_not_shouted_before(desk):
    desk.go("DM", "SCR")
    assert not desk.says("An answer is needed.")


def test_a_finding_leads_to_its_item(desk):
    desk.go("DM", "SCR")
    fill(desk, "dm", SEX="F")
    desk.click("primary")
    desk.field("RACE").setFocus()
    desk.click("Go to the first")
    assert desk.focused() is desk.field("BRTHDAT")


def test_a_complete_form_offers_the_next_one(desk):
    desk.go("DM", "SCR")
    fill(desk, "dm", SEX="F", BRTHDAT="1969")
    desk.click("primary")
    assert desk.stored("DM", "SCR").status is Status.COMPLETE
    assert desk.primary() == "Next: Medical history"
    desk.click("primary")
    assert desk.page.key == key("MH", "SCR")


def test_after_the_last_form_the_way_is_back_to_the_visit(desk):
    desk.go("PH")
    desk.click("primary")
    assert desk.primary() == "Back to the visit"


def test_what_is_under_the_hand_counts_when_complete_is_pressed(desk):
    desk.go("DM", "SCR")
    fill(desk, "dm", SEX="F")
    desk.field("BRTHDAT").setFocus()
    desk.keys("1969")
    desk.click("primary")
    assert desk.stored("DM", "SCR").status is Status.COMPLETE


def test_hard_findings_come_before_the_reasons_for_soft_ones(desk):
    desk.go("LB")
    desk.type(desk.field("LBORRES", "HGB", "lb"), "60")
    desk.click("primary")
    assert not desk.asks()
    assert desk.focused() is desk.field("LBDAT")


def test_reasons_are_asked_one_after_the_other_and_the_last_completes(desk):
    desk.go("VS")
    fill(desk, "vs", WEIGHT="130", SYSBP="170", DIABP="80", PULSE="70", TEMP="36.5")
    desk.click("primary")
    assert desk.says("2 reasons still needed")
    assert desk.says("Weight")
    desk.keys("Weighed twice")
    desk.press(Qt.Key.Key_Return)
    assert desk.says("1 reason still needed")
    desk.keys("Repeated, the same")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("VS").status is Status.COMPLETE
    assert set(desk.stored("VS").explanations.values()) == {"Weighed twice", "Repeated, the same"}
    assert not desk.asks()


def test_cancelling_a_reason_leaves_a_draft(desk):
    desk.go("VS")
    fill(desk, "vs", WEIGHT="130", SYSBP="120", DIABP="80", PULSE="70", TEMP="36.5")
    desk.click("primary")
    assert desk.asks()
    desk.press(Qt.Key.Key_Escape)
    assert desk.stored("VS").status is Status.DRAFT
    assert not desk.asks()


def test_explaining_alone_does_not_complete(desk):
    desk.go("VS")
    fill(desk, "vs", WEIGHT="130", SYSBP="120", DIABP="80", PULSE="70", TEMP="36.5")
    desk.click("Keep and explain")
    desk.keys("Weighed twice")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("VS").status is Status.DRAFT


def test_what_is_due_is_shown_together_and_not_asked_one_by_one(desk):
    desk.go("LB")
    fill(desk, "lb_sample", LBDAT="2010-03-15")
    desk.click("primary")
    assert not desk.asks()
    assert desk.says("answers still needed")
    assert desk.stored("LB").status is Status.DRAFT


def test_the_clasi_is_completed_by_keys_alone(desk):
    desk.go("CLASI")
    desk.keys("0" * 55)
    assert desk.page.record().status is Status.DRAFT
    desk.click("primary")
    assert desk.stored("CLASI").status is Status.COMPLETE
    assert {c for rows in clasi().values() for c in rows} <= {
        row for rows in desk.stored("CLASI").sections.values() for row in rows
    }


def test_the_clasi_answers_are_the_same_as_typed(desk):
    desk.go("CLASI")
    for answer in answers(clasi(top=True)):
        desk.session.answer(desk.page.key, answer)
    assert desk.says("70")
    assert desk.says("56")
