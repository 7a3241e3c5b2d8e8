"""What a role does not include is off, and says whose it is (T13, T22)."""

import pytest
from PySide6.QtWidgets import QWidget

from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.core.records import SubjectKey
from ordi_crf.db.study_file import Answer
from ordi_crf.ui import permits
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.places import Exports, FormAt, Overview, Subjects, SubjectVisit
from tests.builders import SUBJECT, key

READERS = (Role.MONITOR, Role.DATA_MANAGER, Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", list(Role), ids=str)
@pytest.mark.parametrize("form", ["SV", "LB", "CLASI", "SLEDAI", "BM", "IE", "PGA", "AE"])
def test_a_form_is_open_to_those_who_enter_it(clinic, role, form):
    clinic.come(role)
    clinic.go(form, "SCR" if form in ("IE", "LB") else "D1")
    enters = allowed(role, Operation.ANSWER, form)
    assert clinic.page.read_only is not enters
    assert clinic.says("You can read this form. It is entered by: investigator") is not enters
    assert (clinic.primary() == "Complete form") is enters


@pytest.mark.parametrize("role", READERS, ids=str)
def test_a_key_changes_nothing_for_who_only_reads(clinic, role):
    clinic.come(role)
    clinic.go("SV")
    choice = clinic.field("SVOCCUR")
    assert isinstance(choice, SegmentedChoice)
    choice.setFocus()
    clinic.keys("y")
    assert choice.value() is None
    assert clinic.session.unsaved() == []


def test_a_nurse_does_not_score_and_draws(clinic):
    clinic.come(Role.NURSE)
    clinic.go("CLASI")
    cell = clinic.page._instrument.findChildren(SegmentedChoice)[0]
    cell.setFocus()
    clinic.keys("2")
    assert clinic.session.unsaved() == []
    assert clinic.stored("CLASI").sections == {}
    clinic.go("BM")
    assert not clinic.page.read_only


@pytest.mark.parametrize("role", [*READERS, Role.NURSE], ids=str)
def test_who_does_not_enrol_is_told_who_does(clinic, role):
    clinic.come(role)
    clinic.view.go(Subjects())
    button = clinic.window.findChild(Button, "primary")
    assert not button.isEnabled()
    assert button.toolTip() == "This is for: investigator, coordinator."


@pytest.mark.parametrize("role", READERS, ids=str)
def test_a_visit_is_opened_and_not_begun(clinic, role):
    clinic.come(role)
    clinic.view.go(SubjectVisit(SUBJECT, "D1"))
    assert clinic.primary().startswith("Open: ")
    assert not clinic.window.findChild(Button, "unscheduled").isEnabled()
    assert clinic.window.findChild(Button, "visit_missing").isHidden()


@pytest.mark.parametrize("role", [Role.NURSE, Role.ADMINISTRATOR], ids=str)
def test_an_export_is_for_others(clinic, role):
    clinic.come(role)
    clinic.view.go(Exports())
    button = clinic.window.findChild(Button, "export")
    assert not button.isEnabled()
    assert button.toolTip() == "This is for: investigator, coordinator, monitor, data manager."


@pytest.mark.parametrize("role", [Role.NURSE, Role.MONITOR], ids=str)
def test_the_overview_goes_on_paper_with_who_exports(clinic, role):
    file = clinic.elsewhere()
    file.answer(key("SV"), [Answer("sv", "", "VISDAT", "2010-03-15")])
    file.close()
    clinic.come(role)
    clinic.view.go(Overview(SUBJECT))
    offered = [action.enabled for action in clinic.page.header().quiet]
    assert offered == [role is Role.MONITOR] * 2


def test_a_refusal_of_the_file_is_said_and_not_tried_again(clinic):
    clinic.come(Role.NURSE)
    clinic.go("SV")
    assert not clinic.session.answer(key("CLASI"), Answer("clasi", "", "CLALOP", "1"))
    assert clinic.says("Your role (nurse) does not include this")
    assert clinic.session.unsaved() == []
    assert not clinic.session._retry.isActive()


def test_an_answer_after_a_refusal_is_saved(clinic):
    clinic.come(Role.NURSE)
    clinic.go("SV")
    clinic.session.answer(key("CLASI"), Answer("clasi", "", "CLALOP", "1"))
    clinic.type(clinic.field("SVCOM"), "Well")
    assert clinic.value("SV", "sv", "SVCOM") == "Well"


def test_another_write_that_is_refused_is_said_in_a_sentence(clinic):
    clinic.come(Role.MONITOR)
    assert not clinic.session.add_subject(SubjectKey("01", "01-099"))
    assert clinic.says("Your role (monitor) does not include this: add a subject")


def test_a_role_nobody_knows_may_nothing_and_is_told(desk):
    desk.session.file._context.role = "Visitor"
    assert not permits.may(desk.session, Operation.ANSWER)
    assert permits.tip(desk.session, Operation.ADD_SUBJECT)


def test_who_reads_goes_on_from_form_to_form(clinic):
    clinic.come(Role.MONITOR)
    clinic.go("VS", "SCR")
    clinic.click("primary")
    assert isinstance(clinic.view.place, FormAt)
    assert clinic.view.place.key.form != "VS"
    assert clinic.window.findChild(QWidget, "ask_missing").isHidden()
