"""Accounts: let in, another role, out and in again; each with a reason, none by oneself."""

import pytest
from PySide6.QtWidgets import QWidget

from ordi_crf.core import passwords
from ordi_crf.core.passwords import Rules
from ordi_crf.core.permissions import Role
from ordi_crf.db import access
from ordi_crf.db.errors import StudyFileError
from ordi_crf.ui.access.account_card import AccountCard
from ordi_crf.ui.access.account_dialogs import AccountDialog, RoleField
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.places import People
from tests.db import people

FIRST = "tren lento al norte"


@pytest.fixture
def page(clinic):
    """An investigator at the accounts."""
    clinic.come()
    clinic.view.go(People())
    return clinic


def choose(desk, role):
    at = [a.login for a in desk.page._accounts].index(people.login(role))
    desk.page._table.selectRow(at)
    desk.settle()


def account(desk, login):
    return next(a for a in desk.session.file.accounts.all() if a.login == login)


def fill(desk, name="Laia Font", password=FIRST):
    desk.click("primary")
    desk.fill("person_name", name)
    desk.fill("new_password", password)
    desk.fill("same_password", password)


def test_everybody_who_ever_had_access_is_listed(page):
    assert [a.role for a in page.page._accounts] == list(Role)
    rows = page.page._rows
    assert rows.data(rows.index(0, 3)) == "at work now"


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_only_who_manages_accounts_finds_the_page(clinic, role):
    clinic.come(role)
    may = role in (Role.INVESTIGATOR, Role.ADMINISTRATOR)
    assert ("people" in clinic.rail()) is may


def test_somebody_new_is_let_in_with_a_first_password(page):
    fill(page)
    assert page.line("person_login").text() == "laia.font"
    page.click("add_account")
    added = account(page, "laia.font")
    assert (added.name, added.role, added.must_change) == ("Laia Font", Role.NURSE, True)
    assert not page.says("First password")
    assert page.page._card._account == added


def test_a_role_says_what_it_means_while_it_is_chosen(page):
    page.click("primary")
    field = page.widget(AccountDialog).findChild(RoleField)
    field.setCurrentIndex(field.findData("Monitor"))
    assert page.says("Reads, verifies against the source")


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("", FIRST, "Type the name and the login."),
        ("Laia Font", "corta", "Take at least 12 characters"),
        (people.name(Role.NURSE), FIRST, "none is ever given twice"),
    ],
    ids=["no name", "short", "taken"],
)
def test_what_keeps_somebody_out_is_said(page, name, password, said):
    before = len(page.session.file.accounts.all())
    fill(page, name, password)
    page.click("add_account")
    assert page.says(said)
    assert len(page.session.file.accounts.all()) == before


def test_a_role_is_changed_with_a_reason(page):
    choose(page, Role.NURSE)
    page.click("change_role")
    field = page.widget(AccountDialog).findChild(RoleField)
    field.setCurrentIndex(field.findData("Coordinator"))
    page.click("give_role")
    assert page.says("Say why: it is kept in the audit trail.")
    page.fill("why", "now coordinates the study")
    page.click("give_role")
    assert account(page, people.login(Role.NURSE)).role is Role.COORDINATOR
    told = [e for e in page.session.file.data().audit if e.reason == "now coordinates the study"]
    assert [(e.old, e.new) for e in told] == [("Nurse", "Coordinator")]


def test_the_role_somebody_has_is_no_change(page):
    choose(page, Role.NURSE)
    page.click("change_role")
    page.fill("why", "none")
    page.click("give_role")
    assert page.says("This is the role they have.")


def test_who_leaves_is_deactivated_and_can_come_back(page):
    """T12: deactivated, never deleted."""
    choose(page, Role.MONITOR)
    page.click("access")
    page.fill("why", "left the site")
    page.click("give_access")
    assert not account(page, people.login(Role.MONITOR)).active
    with pytest.raises(StudyFileError):
        access.log_in(page.path, people.login(Role.MONITOR), people.password(Role.MONITOR))
    assert page.page._card._account.login == people.login(Role.MONITOR)
    page.click("access")
    page.fill("why", "is back")
    page.click("give_access")
    assert account(page, people.login(Role.MONITOR)).active


def test_a_forgotten_password_is_replaced_by_a_temporary_one(page):
    choose(page, Role.NURSE)
    page.click("reset")
    page.fill("new_password", FIRST)
    page.fill("same_password", FIRST)
    page.click("give_password")
    found = account(page, people.login(Role.NURSE))
    assert found.must_change
    assert page.session.file.accounts.check(found.login, FIRST) == found


def test_ones_own_role_and_access_are_for_somebody_else(page):
    choose(page, Role.INVESTIGATOR)
    card = page.widget(AccountCard)
    assert not any(button.isEnabled() for button in card.findChildren(Button))
    assert page.says("This is you")


def test_how_passwords_age_is_the_study_s_to_set(page):
    """T16: never, unless somebody who may says otherwise; the trail tells."""
    for name, now, chosen in (("password_days", 0, 90), ("password_kept", 5, 10)):
        field = page.window.findChild(QWidget, name)
        assert field.currentData() == now
        field.setCurrentIndex(field.findData(chosen))
        field.activated.emit(field.currentIndex())
    assert passwords.rules(page.session.file.properties()) == Rules(90, 10)
    told = [(e.item, e.new) for e in page.session.file.data().audit if e.section == "study"]
    assert ("password_days", "90") in told
    assert ("password_kept", "10") in told


def test_an_administrator_lets_others_in(clinic):
    clinic.come(Role.ADMINISTRATOR)
    clinic.view.go(People())
    fill(clinic)
    clinic.click("add_account")
    assert account(clinic, "laia.font").active
