"""Signing where the study has accounts: login and password once more (T18)."""

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.core.records import Status
from ordi_crf.ui.components.button import Button
from tests.builders import key
from tests.db import people

DM = key("DM", "SCR")
ME, MINE = people.login(Role.INVESTIGATOR), people.password(Role.INVESTIGATOR)


@pytest.fixture
def asked(clinic):
    """Give the window with the dialog that asks who signs the demographics."""
    clinic.come(Role.INVESTIGATOR)
    clinic.go("DM", "SCR")
    clinic.click("sign")
    return clinic


def sign(clinic, login, password):
    clinic.fill("signer", login)
    clinic.fill("signer_password", password)
    clinic.line("signer").window().findChild(Button, "sign_now").click()
    clinic.settle()


def standing(clinic):
    return clinic.session.file.statuses()[DM]


def test_login_and_password_sign(asked):
    sign(asked, ME, MINE)
    assert standing(asked) is Status.SIGNED
    (given,) = asked.session.file.signing.all()
    assert (given.login, given.name) == (ME, people.name(Role.INVESTIGATOR))


@pytest.mark.parametrize(
    ("login", "password", "said"),
    [
        pytest.param(ME, "", "Type your password.", id="no password"),
        pytest.param("", MINE, "Type your login.", id="no login"),
        pytest.param(ME, "not my password", "Login or password is not right", id="wrong password"),
        pytest.param(
            people.login(Role.MONITOR), people.password(Role.MONITOR),
            "does not show that it is you", id="somebody else's",
        ),
    ],
)  # fmt: skip
def test_anything_else_signs_nothing_and_is_told_in_the_dialog(asked, login, password, said):
    sign(asked, login, password)
    assert standing(asked) is Status.COMPLETE
    assert said in asked.line("signer").window()._problem.text()
    assert asked.view._refusal.isHidden()
    asked.line("signer").window().reject()


def test_a_refused_password_is_asked_for_again_and_not_kept(asked):
    sign(asked, ME, "not my password")
    assert asked.line("signer_password").text() == ""
    sign(asked, ME, MINE)
    assert standing(asked) is Status.SIGNED
    told = [e.item for e in asked.session.file.data().audit if e.action == "event"]
    assert told[-2:] == ["LOGIN FAILED", "SIGNATURE REFUSED"]
