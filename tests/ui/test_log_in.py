"""Into a study with accounts: login, password, what is said when they do not fit, and recovery."""

import pytest
from PySide6.QtCore import Qt

from ordi_crf.core.passwords import DAYS_PROPERTY
from ordi_crf.core.permissions import Role
from ordi_crf.db import access
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import WrongPasswordError
from ordi_crf.ui import settings
from tests.builders import ANA
from tests.db import people

NEW = "una tarde sin prisas"


def test_the_start_page_asks_for_login_and_password_there_and_then(clinic):
    assert clinic.focused().objectName() == "login"
    clinic.keys(people.login(Role.NURSE))
    clinic.press(Qt.Key.Key_Return)
    assert clinic.focused().objectName() == "password"
    clinic.keys(people.password(Role.NURSE))
    clinic.press(Qt.Key.Key_Return)
    actor = Actor(people.name(Role.NURSE), "Nurse", people.login(Role.NURSE))
    assert clinic.session.file.actor == actor


def test_nobody_is_asked_for_a_role(clinic):
    assert not clinic.says("Who is at work?")


def test_the_login_is_remembered_per_study_and_the_password_nowhere(clinic, tmp_path_factory):
    clinic.come(Role.MONITOR)
    clinic.program.close_study()
    assert clinic.line("login").text() == people.login(Role.MONITOR)
    assert clinic.line("password").text() == ""
    assert clinic.focused().objectName() == "password"
    for file in tmp_path_factory.getbasetemp().rglob("*.conf"):
        assert people.password(Role.MONITOR) not in file.read_text()


def test_a_login_used_here_before_is_completed_while_it_is_typed(clinic):
    clinic.come(Role.MONITOR)
    clinic.program.close_study()
    clinic.fill("login", people.login(Role.MONITOR)[:2])
    assert clinic.line("login").text() == people.login(Role.MONITOR)


def test_a_wrong_password_says_how_many_tries_are_left(clinic):
    clinic.give(people.login(Role.NURSE), "not this one")
    assert clinic.program.session is None
    assert clinic.says("4 more tries before a pause")
    assert clinic.line("password").text() == ""
    assert clinic.focused().objectName() == "password"


def test_after_five_of_them_it_says_until_when_to_wait(clinic):
    for _ in range(5):
        clinic.give(people.login(Role.NURSE), "not this one")
    assert clinic.says("Wait 5 min")
    clinic.give(people.login(Role.NURSE), people.password(Role.NURSE))
    assert clinic.program.session is None
    assert clinic.says("Wait 5 min")


def test_an_account_that_was_deactivated_is_told_so(clinic):
    file = clinic.elsewhere()
    file.accounts.deactivate(people.login(Role.NURSE), "left the site")
    file.close()
    clinic.give(people.login(Role.NURSE), people.password(Role.NURSE))
    assert clinic.program.session is None
    assert clinic.says("Login or password is not right")


@pytest.mark.parametrize(
    ("login", "password", "asked"),
    [("", "x", "Type your login."), ("nurse", "", "Type your password.")],
    ids=["no login", "no password"],
)
def test_what_is_missing_is_asked_for(clinic, login, password, asked):
    clinic.give(login, password)
    assert clinic.says(asked)


def test_what_is_typed_can_be_seen_and_hidden_again(clinic):
    field = clinic.line("password")
    eye = field._eye
    assert field.echoMode() is field.EchoMode.Password
    clinic.qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() is field.EchoMode.Normal
    clinic.qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.echoMode() is field.EchoMode.Password


def test_a_temporary_password_is_changed_before_anything_is_shown(clinic):
    """T16: forced change at the first login."""
    given = "tren lento al norte"
    file = clinic.elsewhere()
    file.accounts.reset_password(people.login(Role.NURSE), given)
    file.close()
    clinic.give(people.login(Role.NURSE), given)
    assert clinic.program.session is None
    assert clinic.says("Choose your own password")
    clinic.fill("new_password", NEW)
    clinic.fill("same_password", NEW)
    clinic.click("change_password")
    assert clinic.session.file.actor.role == "Nurse"
    clinic.program.close_study()
    with pytest.raises(WrongPasswordError):
        access.log_in(clinic.path, people.login(Role.NURSE), given)
    access.log_in(clinic.path, people.login(Role.NURSE), NEW).close()


def test_a_password_that_is_too_old_is_changed_before_anything_is_shown(clinic):
    """T16: those of the study were chosen in 2010."""
    file = clinic.elsewhere()
    file.set_properties({DAYS_PROPERTY: "90"})
    file.close()
    clinic.give(people.login(Role.NURSE), people.password(Role.NURSE))
    assert clinic.program.session is None
    assert clinic.says("older than the 90 days this study gives a password")
    clinic.fill("new_password", NEW)
    clinic.fill("same_password", NEW)
    clinic.click("change_password")
    assert clinic.session.file.actor.role == "Nurse"


def test_a_lockout_is_shown_to_who_lets_people_in(clinic):
    """T15."""
    for _ in range(5):
        clinic.give(people.login(Role.NURSE), "not this one")
    clinic.come(Role.ADMINISTRATOR)
    assert clinic.says("after failed logins since you were last here: nurse, ")
    clinic.hand_over(Role.COORDINATOR)
    assert not clinic.says("after failed logins")


def test_the_temporary_one_cannot_be_kept(clinic):
    given = "tren lento al norte"
    file = clinic.elsewhere()
    file.accounts.reset_password(people.login(Role.NURSE), given)
    file.close()
    clinic.give(people.login(Role.NURSE), given)
    clinic.fill("new_password", given)
    clinic.fill("same_password", given)
    clinic.click("change_password")
    assert clinic.program.session is None
    assert clinic.says("This is one of your last 5 passwords")


def test_who_goes_back_instead_has_opened_nothing(clinic):
    file = clinic.elsewhere()
    file.accounts.reset_password(people.login(Role.NURSE), "tren lento al norte")
    file.close()
    clinic.give(people.login(Role.NURSE), "tren lento al norte")
    clinic.click("cancel_password")
    assert clinic.program.session is None
    clinic.elsewhere().close()


def test_the_recovery_key_opens_it_when_the_password_is_forgotten(clinic):
    clinic.click("forgotten")
    assert clinic.focused().objectName() == "recovery_code"
    clinic.fill("recovery_code", clinic.code.lower().replace("-", " "))
    clinic.fill("recover_login", people.login(Role.INVESTIGATOR))
    clinic.fill("new_password", NEW)
    clinic.fill("same_password", NEW)
    clinic.click("recover")
    assert clinic.session.file.actor.role == "Investigator"
    assert "RECOVERED" in clinic.events()
    clinic.program.close_study()
    clinic.give(people.login(Role.INVESTIGATOR), NEW)
    assert clinic.session.file.actor.role == "Investigator"


def test_a_mistyped_key_is_said_as_soon_as_it_is_left(clinic):
    clinic.click("forgotten")
    clinic.keys(clinic.code[:-1] + ("A" if clinic.code[-1] != "A" else "B"))
    clinic.press(Qt.Key.Key_Tab)
    assert clinic.says("one sign or more is mistyped")


def test_the_key_of_another_study_opens_nothing(clinic):
    from ordi_crf.db import keys

    clinic.click("forgotten")
    clinic.fill("recovery_code", keys.recovery_code(bytes(32)))
    clinic.fill("recover_login", people.login(Role.INVESTIGATOR))
    clinic.fill("new_password", NEW)
    clinic.fill("same_password", NEW)
    clinic.click("recover")
    assert clinic.program.session is None
    assert clinic.says("This key does not open study.ordi")


def test_a_login_that_the_study_does_not_have_is_said(clinic):
    clinic.click("forgotten")
    clinic.fill("recovery_code", clinic.code)
    clinic.fill("recover_login", "nobody")
    clinic.fill("new_password", NEW)
    clinic.fill("same_password", NEW)
    clinic.click("recover")
    assert clinic.says("The study has no login “nobody”")


def test_from_there_one_comes_back_to_the_password(clinic):
    clinic.click("forgotten")
    clinic.click("back")
    assert clinic.focused().objectName() == "login"


def test_a_study_without_accounts_is_opened_by_name_and_role(clinic, tmp_path):
    plain = tmp_path / "plain.ordi"
    StudyFile.create(plain, ANA).close()
    settings.set_actor(ANA)
    clinic.program.start_page.refresh()
    clinic.program.open(plain)
    assert clinic.session.file.actor == ANA
    assert not clinic.session.guarded


def test_a_study_with_accounts_asks_also_where_another_was_open(clinic, tmp_path):
    plain = tmp_path / "plain.ordi"
    StudyFile.create(plain, ANA).close()
    settings.set_actor(ANA)
    clinic.program.start_page.refresh()
    clinic.program.open(plain)
    clinic.program.open(clinic.path)
    assert clinic.program.session is None
    assert clinic.line("login").text() == ""
