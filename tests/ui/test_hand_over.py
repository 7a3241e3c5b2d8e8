"""Another person at the shared computer: seconds, and what was typed before is its owner's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ordi_crf.core.permissions import Role
from ordi_crf.ui.access.hand_over import HandOverDialog
from ordi_crf.ui.access.own_password import PasswordDialog
from ordi_crf.ui.places import FormAt, People, Subjects
from tests.builders import key
from tests.db import people

NEW = "una tarde sin prisas"


@pytest.fixture
def nurse(clinic):
    """A nurse at a form."""
    clinic.come(Role.NURSE)
    clinic.go("SV")
    return clinic


def sheets(clinic):
    return [d for d in clinic.window.findChildren(QDialog) if d.isVisible()]


def test_a_click_on_a_name_and_a_password_are_enough(nurse):
    nurse.view._on_switch()
    nurse.click(f"person_{people.login(Role.COORDINATOR)}")
    assert nurse.focused().objectName() == "switch_password"
    nurse.keys(people.password(Role.COORDINATOR))
    nurse.press(Qt.Key.Key_Return)
    assert sheets(nurse) == []
    assert nurse.session.file.actor.role == "Coordinator"
    assert nurse.view.place == FormAt(key("SV"))


def test_the_rail_names_who_is_at_work_now(nurse):
    nurse.hand_over(Role.COORDINATOR)
    assert nurse.view._rail._actor.accessibleName().startswith(people.name(Role.COORDINATOR))


def test_the_sheet_lists_colleagues_who_can_log_in_and_not_oneself(clinic):
    clinic.come()
    clinic.session.file.accounts.deactivate(people.login(Role.MONITOR), "left the site")
    clinic.view._on_switch()
    sheet = clinic.widget(HandOverDialog)
    listed = {b.objectName().removeprefix("person_") for b in sheet.findChildren(type(
        sheet._credentials._give)) if b.objectName().startswith("person_")}  # fmt: skip
    absent = {Role.INVESTIGATOR, Role.MONITOR}
    assert listed == {people.login(role) for role in Role if role not in absent}


def test_what_was_under_the_hand_is_saved_as_its_owners(nurse):
    nurse.field("SVCOM").setFocus()
    nurse.keys("Feels better")
    nurse.hand_over(Role.COORDINATOR)
    entry = [e for e in nurse.session.file.data().audit if e.item == "SVCOM"][-1]
    assert (entry.new, entry.actor) == ("Feels better", people.name(Role.NURSE))


def test_what_follows_is_under_the_new_name(nurse):
    nurse.hand_over(Role.COORDINATOR)
    nurse.back_at_work()
    nurse.type(nurse.field("SVCOM"), "Seen")
    assert nurse.session.file.data().audit[-1].actor == people.name(Role.COORDINATOR)


def test_the_trail_tells_who_went_and_who_came(nurse):
    """T11: login and logout."""
    nurse.hand_over(Role.COORDINATOR)
    assert nurse.events()[-2:] == ["LOGOUT", "LOGIN"]


def test_a_wrong_password_changes_nothing_and_is_said(nurse):
    nurse.view._on_switch()
    nurse.give(people.login(Role.COORDINATOR), "not this one", "switch_")
    assert nurse.session.file.actor.role == "Nurse"
    assert nurse.says("4 more tries before a pause")
    assert sheets(nurse) != []


def test_escape_leaves_everything_as_it_was(nurse):
    nurse.view._on_switch()
    nurse.press(Qt.Key.Key_Escape)
    assert sheets(nurse) == []
    assert nurse.session.file.actor.role == "Nurse"


def test_nobody_goes_on_over_answers_that_are_not_saved(nurse):
    aside = nurse.path.with_name("elsewhere.ordi")
    nurse.path.rename(aside)
    nurse.type(nurse.field("SVCOM"), "Feels better")
    refusal = nurse.session.switch(people.login(Role.MONITOR), people.password(Role.MONITOR))
    aside.rename(nurse.path)
    assert "Not everything is saved yet" in refusal.en
    assert nurse.session.file.actor.role == "Nurse"
    assert nurse.session.try_again()
    assert nurse.value("SV", "sv", "SVCOM") == "Feels better"


def test_who_comes_is_not_left_at_a_page_that_is_not_theirs(clinic):
    clinic.come()
    clinic.view.go(People())
    assert "people" in clinic.rail()
    clinic.hand_over(Role.NURSE)
    assert clinic.view.place == Subjects()
    assert "people" not in clinic.rail()


def test_the_window_can_be_locked_from_the_sheet(nurse):
    nurse.view._on_switch()
    nurse.click("lock_now")
    assert nurse.covered


def test_ones_own_password_is_changed_from_the_sheet(nurse):
    nurse.view._on_switch()
    nurse.click("my_password")
    nurse.fill("old_password", people.password(Role.NURSE))
    nurse.fill("new_password", NEW)
    nurse.fill("same_password", NEW)
    nurse.click("change_password")
    assert sheets(nurse) == []
    assert nurse.session.file.accounts.check(people.login(Role.NURSE), NEW).login


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", NEW, "Type the password that you have had until now."),
        ("not this one", NEW, "Login or password is not right"),
        (people.password(Role.NURSE), "corta", "Take at least 12 characters"),
        (people.password(Role.NURSE), people.password(Role.NURSE), "one of your last 5"),
    ],
    ids=["no old one", "wrong old one", "short", "used"],
)
def test_a_password_that_cannot_be_changed_says_why(nurse, old, new, said):
    nurse.view._handing_over.ask_password()
    nurse.fill("old_password", old)
    nurse.fill("new_password", new)
    nurse.fill("same_password", new)
    nurse.click("change_password")
    assert nurse.says(said)
    assert nurse.widget(PasswordDialog)


def test_who_comes_with_a_temporary_password_chooses_one_before_entering(clinic):
    """T16: forced change at the first login, also at a shared computer."""
    clinic.come()
    given = "tren lento al norte"
    clinic.session.file.accounts.reset_password(people.login(Role.NURSE), given)
    clinic.go("SV")
    clinic.view._on_switch()
    clinic.give(people.login(Role.NURSE), given, "switch_")
    assert clinic.widget(PasswordDialog)
    assert clinic.field("SVCOM").isReadOnly()
    clinic.fill("old_password", given)
    clinic.fill("new_password", NEW)
    clinic.fill("same_password", NEW)
    clinic.click("change_password")
    assert not clinic.field("SVCOM").isReadOnly()
