"""Backups in the window: made by hand, gone back to after a word about what that costs; damage."""

from contextlib import closing

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.core.records import SubjectKey
from ordi_crf.db import backup as backups
from ordi_crf.db.backup import Kind
from ordi_crf.db.fragments import Fragments
from ordi_crf.ui.access.backup_card import RestoreDialog
from ordi_crf.ui.access.damage_card import DamageCard
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.pages.start_page import StartPage
from ordi_crf.ui.places import Backups, Exports
from tests.builders import SUBJECT
from tests.db import people

LATER = SubjectKey("01", "01-002")


@pytest.fixture
def page(clinic):
    """An investigator at the backups, one made by hand."""
    clinic.come()
    clinic.view.go(Backups())
    clinic.click("primary")
    clinic.qtbot.waitUntil(lambda: clinic.says("holds every row of the study"), timeout=10_000)
    return clinic


def spoil(path, page):
    """Ruin one page of a file."""
    with path.open("rb+") as file:
        file.seek(page * 4096 + 100)
        file.write(bytes(100))


def answers(path, key, query):
    """Return whether a file still answers a query."""
    with closing(Fragments(path, key)) as found:
        return found.all(query) is not None


def damage(path, key):
    """Ruin one page of a closed study: one of its tables, and nothing else."""
    whole = path.read_bytes()
    for page in range(3, len(whole) // 4096):
        spoil(path, page)
        definitions = answers(path, key, "SELECT sql FROM sqlite_master")
        if definitions and not answers(path, key, "SELECT * FROM ae"):
            return
        path.write_bytes(whole)
    raise AssertionError("no page holds the adverse events alone")


@pytest.fixture
def damaged(clinic):
    """The start page of a study that has a good backup and was damaged after it."""
    clinic.come()
    key = clinic.session.file.key
    clinic.session.add_subject(LATER)
    clinic.program.close_study()
    damage(clinic.path, key)
    return clinic


def found(clinic):
    """Log in to the damaged study and wait until it is known what can be done."""
    clinic.give(people.login(Role.INVESTIGATOR), people.password(Role.INVESTIGATOR))
    clinic.qtbot.waitUntil(lambda: clinic.says("The file was left untouched. The"), timeout=20_000)


def test_the_page_is_reached_from_the_exports(clinic):
    clinic.come()
    clinic.view.go(Exports())
    clinic.click("backups")
    assert clinic.view.place == Backups()


def test_one_made_by_hand_is_listed_and_verified(page):
    made = backups.backups(page.path)[0]
    assert made.kind is Kind.ASKED
    assert page.page._rows.data(page.page._rows.index(0, 1)) == "by hand"
    backups.verify(made.path, page.session.file.key)
    assert "BACKUP" in page.events()


def test_closing_after_an_entry_leaves_one_and_closing_after_a_look_none(clinic):
    clinic.come()
    before = len(backups.backups(clinic.path))
    clinic.session.add_subject(LATER)
    clinic.program.close_study()
    assert len(backups.backups(clinic.path)) == before + 1
    clinic.come()
    clinic.program.close_study()
    assert len(backups.backups(clinic.path)) == before + 1


def test_going_back_says_first_what_it_costs(page):
    page.session.add_subject(LATER)
    page.click("restore_backup")
    page.qtbot.waitUntil(lambda: page.window.findChildren(RestoreDialog) != [], timeout=20_000)
    assert page.says("are not in this backup")
    assert page.says(f"Subjects: {LATER.subjid}")
    assert page.says(f"Entered by: {people.name(Role.INVESTIGATOR)}")
    page.click("stay")
    assert LATER in page.session.file.subjects()


def test_it_goes_back_and_asks_for_the_password_again(page):
    page.session.add_subject(LATER)
    page.click("restore_backup")
    page.qtbot.waitUntil(lambda: page.window.findChildren(RestoreDialog) != [], timeout=20_000)
    page.click("restore_now")
    page.qtbot.waitUntil(lambda: page.says("was restored and equals its backup"), timeout=20_000)
    assert page.program.session is None
    page.come()
    assert page.session.file.subjects() == (SUBJECT,)
    assert "RESTORED" in page.events()
    assert any(b.kind is Kind.RESTORE for b in backups.backups(page.path))


def test_a_backup_is_read_again_when_asked(page):
    page.click("check_backup")
    page.qtbot.waitUntil(lambda: page.says("It is whole"), timeout=20_000)


def test_a_spoiled_backup_is_not_gone_back_to(page):
    spoil(backups.backups(page.path)[0].path, 5)
    page.click("restore_backup")
    page.qtbot.waitUntil(lambda: page.says("does not hold what it should"), timeout=20_000)
    assert page.window.findChildren(RestoreDialog) == []


@pytest.mark.parametrize("role", [Role.NURSE, Role.MONITOR], ids=str)
def test_who_may_not_go_back_is_told_who_may(clinic, role):
    clinic.come()
    clinic.session.add_subject(LATER)
    clinic.program.close_study()
    clinic.come(role)
    clinic.view.go(Backups())
    button = clinic.window.findChild(Button, "restore_backup")
    assert not button.isEnabled()
    assert button.toolTip() == "This is for: investigator, data manager, administrator."


def test_a_damaged_study_says_what_can_be_done(damaged):
    content = damaged.path.read_bytes()
    found(damaged)
    assert damaged.says("study.ordi cannot be read")
    assert damaged.says("The newest good backup is of")
    assert damaged.path.read_bytes() == content


def test_the_newest_good_backup_takes_its_place(damaged):
    found(damaged)
    damaged.click("restore_newest")
    damaged.qtbot.waitUntil(lambda: damaged.says("was restored and equals"), timeout=20_000)
    damaged.come()
    assert LATER in damaged.session.file.subjects()


def test_a_spoiled_backup_is_passed_over(damaged):
    newest, older, *_ = backups.backups(damaged.path)
    spoil(newest.path, 5)
    found(damaged)
    assert damaged.says("does not hold what it should")
    assert damaged.program._mending._good == older


@pytest.mark.slow
def test_what_can_be_read_is_put_beside_with_a_list_of_what_is_lost(damaged):
    found(damaged)
    damaged.click("rescue")
    target = damaged.path.with_name("study rescued.ordi")
    damaged.qtbot.waitUntil(lambda: damaged.says("What could be read is in"), timeout=120_000)
    assert damaged.says("Table ae: rows 1– cannot be read.")
    damaged.click("open_rescued")
    assert target.exists()
    assert damaged.says("study rescued")
    damaged.come()
    assert LATER in damaged.session.file.subjects()


def test_leaving_it_changes_nothing(damaged):
    content = damaged.path.read_bytes()
    found(damaged)
    damaged.click("leave_damaged")
    assert isinstance(damaged.window.centralWidget(), StartPage)
    assert damaged.says("is damaged and was left as it is")
    assert damaged.path.read_bytes() == content


def test_a_wrong_password_learns_nothing_of_the_damage(damaged):
    damaged.give(people.login(Role.INVESTIGATOR), "not this one")
    assert damaged.window.findChildren(DamageCard) == []
    assert damaged.says("Login or password is not right")
