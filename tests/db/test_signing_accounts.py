"""Signing with an account: its own login and password once more, and nobody else's (T18, T22)."""

from __future__ import annotations

from contextlib import closing

import pytest

from ordi_crf.core.life import Scope
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import Status
from ordi_crf.db.life_errors import NotConfirmedError, NotInvestigatorError
from ordi_crf.db.signing import Signing
from ordi_crf.db.trust_errors import LockedOutError, WrongPasswordError
from tests.db import people
from tests.db.people import DM, FIRST

OTHER, OTHERS = "second", "camino largo y segundo"
"""Another investigator, and their password."""


@pytest.fixture
def study(guarded):
    """Give a study with a complete form, an investigator at work, and another one."""
    with closing(people.come(guarded, Role.INVESTIGATOR)) as opened:
        opened.accounts.add(OTHER, "Second Investigator", Role.INVESTIGATOR, OTHERS)
        yield opened


def sign(study, login, password):
    return study.signing.sign(Signing(Scope.of(DM), "REVIEWED", login, password))


def events(study):
    return [(e.item, e.new) for e in study.data().audit if e.action == "event"]


def test_the_own_login_and_password_sign(study):
    """T18."""
    (given,) = sign(study, " Investigator ", FIRST)
    assert (given.login, given.name) == ("investigator", people.name(Role.INVESTIGATOR))
    assert study.statuses()[DM] is Status.SIGNED
    assert study.signing.of(DM)[0].intact
    assert not any(item == "SIGNATURE REFUSED" for item, _ in events(study))


REFUSED = {
    "a wrong password": ("investigator", "not the password", WrongPasswordError, "investigator"),
    "no password": ("investigator", "", WrongPasswordError, "investigator"),
    "no login": ("", FIRST, WrongPasswordError, "unknown login"),
    "a password as login": (FIRST, FIRST, WrongPasswordError, "unknown login"),
    "the printed name": ("Investigator de Prueba", FIRST, WrongPasswordError, "unknown login"),
    "a nurse's own": ("nurse", people.password(Role.NURSE), NotConfirmedError, "nurse"),
    "another investigator's own": (OTHER, OTHERS, NotConfirmedError, OTHER),
    "another's login": (OTHER, FIRST, WrongPasswordError, OTHER),
}


@pytest.mark.parametrize(("login", "password", "error", "said"), REFUSED.values(), ids=REFUSED)
def test_anything_else_signs_nothing_and_is_written_down(study, login, password, error, said):
    """T18: what was typed as a login that nobody has may be a password, and is not kept."""
    with pytest.raises(error):
        sign(study, login, password)
    assert study.signing.all() == ()
    assert study.statuses()[DM] is Status.COMPLETE
    assert events(study)[-1] == ("SIGNATURE REFUSED", said)
    assert FIRST not in repr(study.data())


def test_too_many_wrong_passwords_refuse_the_right_one_too(study):
    """T15, T18: each try is told, and the wait is that of a login."""
    for _ in range(5):
        with pytest.raises((WrongPasswordError, LockedOutError)):
            sign(study, "investigator", "not the password")
    with pytest.raises(LockedOutError):
        sign(study, "investigator", FIRST)
    assert study.signing.all() == ()
    told = [item for item, _ in events(study)]
    assert told.count("SIGNATURE REFUSED") == 6
    assert told.count("LOGIN FAILED") == 5
    assert told.count("LOCKOUT") == 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.INVESTIGATOR])
def test_nobody_but_an_investigator_signs_with_whatever_password(guarded, role):
    """T22."""
    with closing(people.come(guarded, role)) as study:
        for login in (role, Role.INVESTIGATOR):
            with pytest.raises(NotInvestigatorError):
                sign(study, people.login(login), people.password(login))
        assert study.signing.all() == ()
        assert study.statuses()[DM] is Status.COMPLETE


def test_who_was_switched_to_signs_as_themselves(study):
    """T18: the signature names the account at work, not the one that opened the study."""
    study.accounts.switch(OTHER, OTHERS)
    study.accounts.change_password(OTHER, OTHERS, "piedra nueva y gris")
    with pytest.raises(NotConfirmedError):
        sign(study, "investigator", FIRST)
    (given,) = sign(study, OTHER, "piedra nueva y gris")
    assert (given.login, given.name) == (OTHER, "Second Investigator")
