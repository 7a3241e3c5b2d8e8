"""The identification list in the window: a password, covered names, and every look on record."""

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db import access
from ordi_crf.ui.places import Identities, Subjects
from tests.builders import SUBJECT
from tests.db import people

NAME = "Carmen Ruiz Sala"


@pytest.fixture
def page(clinic):
    """An investigator before the closed list."""
    clinic.come()
    clinic.view.go(Identities())
    return clinic


def unseal(desk, role=Role.INVESTIGATOR, password=""):
    desk.fill("list_password", password or people.password(role))
    desk.click("open_list")


def looks(desk):
    vault = access.open_vault(desk.session.file)
    trail = vault.trail()
    vault.close()
    return [(e.action, e.subjid) for e in trail]


def named(desk):
    """Say who the subject is."""
    unseal(desk)
    desk.click("look")
    desk.fill("identity_name", NAME)
    desk.click("save_identity")


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_only_those_who_treat_the_subjects_find_it(clinic, role):
    clinic.come(role)
    sees = role in (Role.INVESTIGATOR, Role.NURSE, Role.COORDINATOR)
    assert ("identities" in clinic.rail()) is sees


def test_it_is_closed_until_the_password_is_typed(page):
    assert page.focused().objectName() == "list_password"
    assert page.says("Your password opens it")
    unseal(page, password="not this one")
    assert page.says("4 more tries before a pause")
    assert not page.page._open
    unseal(page)
    assert page.page._open


def test_passing_through_is_no_look(page):
    before = looks(page)
    unseal(page)
    page.view.go(Subjects())
    assert looks(page) == before


def test_a_name_is_shown_when_it_is_asked_for_and_the_look_is_recorded(page):
    named(page)
    page.view.go(Identities())
    unseal(page)
    assert not page.says(NAME)
    page.click("look")
    assert page.line("identity_name").text() == NAME
    assert looks(page)[-1] == ("looked", SUBJECT.subjid)


def test_the_whole_list_is_one_look(page):
    named(page)
    page.click("primary")
    rows = page.page._rows
    assert rows.data(rows.index(0, 1)) == NAME
    assert looks(page)[-1] == ("looked at all", "")
    page.click("primary")
    assert rows.data(rows.index(0, 1)) != NAME


def test_what_was_typed_is_kept_and_told_with_what_it_was(page):
    named(page)
    page.fill("identity_name", "Carmen Ruiz")
    page.click("save_identity")
    assert page.says("Saved in the list.")
    vault = access.open_vault(page.session.file)
    last = vault.trail()[-1]
    vault.close()
    assert (last.old, last.new, last.actor) == (
        NAME, "Carmen Ruiz", people.name(Role.INVESTIGATOR),
    )  # fmt: skip


def test_who_looked_is_listed_with_names_covered(page):
    named(page)
    page.click("looks")
    lines = page.page._looks._rows
    assert any("looked at one" in line for line in lines)
    assert not any(NAME in line for line in lines)


def test_a_nurse_reads_it_and_a_field_says_who_changes_it(page):
    named(page)
    page.hand_over(Role.NURSE)
    page.view.go(Identities())
    unseal(page, Role.NURSE)
    page.click("look")
    assert page.line("identity_name").text() == NAME
    assert page.line("identity_name").isReadOnly()
    assert page.says("This is for: investigator, coordinator.")


def test_nothing_of_it_stays_open_for_who_comes_next(page):
    named(page)
    page.hand_over(Role.NURSE)
    assert not page.says(NAME)
    assert not page.page._open


def test_the_study_itself_never_holds_a_name(page):
    """T30: the list is apart from the study."""
    named(page)
    audit = page.session.file.data().audit
    assert not any(NAME in (entry.new or "") for entry in audit)
