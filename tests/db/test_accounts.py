"""Accounts: whose they are, who changes them, and what becomes of passwords (T12 to T16)."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from itertools import pairwise

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db import access, key_file, keys
from ordi_crf.db.account_errors import (
    AccountBlankError,
    AccountReasonError,
    AccountTakenError,
    DeactivatedError,
    OwnAccountError,
    PasswordRefusedError,
)
from ordi_crf.db.audit import verify
from ordi_crf.db.connection import digest
from ordi_crf.db.trust_errors import ForbiddenError, WrongPasswordError
from tests.db import people
from tests.db.people import come, login, password

INVESTIGATOR, NURSE, ADMINISTRATOR = Role.INVESTIGATOR, Role.NURSE, Role.ADMINISTRATOR
GIVEN, NEW = "una clave provisional", "piedra nueva y gris"


@pytest.fixture
def study(guarded):
    """Give the study with its investigator at work."""
    opened = come(guarded, INVESTIGATOR)
    yield opened
    opened.close()


def told(study):
    """Return what the trail says of accounts since they were made."""
    return [
        (e.row, e.item, e.old, e.new, e.reason)
        for e in study.data().audit
        if e.section == "account"
    ]


# Made and kept


def test_an_account_that_is_added_logs_in_and_chooses_a_password(study, guarded):
    made = study.accounts.add(" PMas ", "Pere  Mas", NURSE, GIVEN)
    assert (made.login, made.name, made.role, made.active, made.must_change) == (
        "pmas", "Pere Mas", NURSE, True, True,
    )  # fmt: skip
    study.close()
    with closing(access.log_in(guarded, "pmas", GIVEN)) as opened:
        opened.accounts.change_password("pmas", GIVEN, NEW)
        assert not opened.accounts.current.must_change
    access.log_in(guarded, "pmas", NEW).close()


def test_the_trail_tells_who_made_an_account_and_shows_no_slot(study):
    """T11, T14."""
    study.accounts.add("pmas", "Pere Mas", NURSE, GIVEN)
    slot = key_file.read(key_file.beside(study.path)).slots["pmas"]
    entries = [e for e in study.data().audit if e.row == "pmas"]
    assert [(e.item, e.new) for e in entries] == [
        ("NAME", "Pere Mas"),
        ("ROLE", "Nurse"),
        ("ACTIVE", "1"),
        ("MUSTCHANGE", "1"),
        (entries[-1].item, digest(slot.text)),
    ]
    assert {e.actor for e in entries} == {people.name(INVESTIGATOR)}


@pytest.mark.parametrize(
    ("given", "name"),
    [("NURSE", "Somebody Else"), ("other", "nurse de prueba"), ("nurse ", "Nurse de Prueba")],
    ids=["login in another case", "name in another case", "both"],
)
def test_login_and_printed_name_are_one_person_s(study, given, name):
    with pytest.raises(AccountTakenError):
        study.accounts.add(given, name, NURSE, GIVEN)


def test_the_login_of_somebody_who_left_is_never_given_again(study):
    """T12."""
    study.accounts.deactivate("nurse", "left the department")
    with pytest.raises(AccountTakenError, match="activate that account again"):
        study.accounts.add("nurse", "Another Nurse", NURSE, GIVEN)
    assert len(study.accounts.all()) == len(Role)


@pytest.mark.parametrize(("given", "name"), [("", "Pere Mas"), ("pmas", "  ")])
def test_an_account_has_a_login_and_a_name(study, given, name):
    with pytest.raises(AccountBlankError):
        study.accounts.add(given, name, NURSE, GIVEN)


def test_an_account_that_was_refused_leaves_no_keys(study, guarded):
    before = key_file.read(key_file.beside(guarded))
    with pytest.raises(PasswordRefusedError):
        study.accounts.add("pmas", "Pere Mas", NURSE, "pere mas")
    study.accounts.switch("nurse", password(NURSE))
    with pytest.raises(ForbiddenError):
        study.accounts.add("pmas", "Pere Mas", NURSE, GIVEN)
    assert key_file.read(key_file.beside(guarded)) == before


def test_password_and_slot_are_bound_to_a_salt_of_their_own(study):
    """T14: argon2id, and no two slots alike."""
    study.accounts.add("one", "One Person", NURSE, GIVEN)
    study.accounts.add("two", "Two Person", NURSE, GIVEN)
    slots = key_file.read(key_file.beside(study.path)).slots
    assert slots["one"].salt != slots["two"].salt
    assert slots["one"].sealed != slots["two"].sealed


def test_what_a_try_costs_in_a_clinic_is_what_rfc_9106_recommends():
    """T14: second recommended option, section 4."""
    assert keys.Cost(memory=64 * 1024, passes=3, lanes=4) == keys.COST


# Access taken and given


def test_who_was_deactivated_does_not_come_in(study, guarded):
    study.accounts.deactivate("nurse", "left the department")
    study.close()
    with pytest.raises(WrongPasswordError):
        come(guarded, NURSE)
    with closing(come(guarded, INVESTIGATOR)) as opened:
        assert told(opened)[-1] == ("nurse", "ACTIVE", "1", "0", "left the department")


def test_who_was_deactivated_does_not_go_on_at_the_desk(study, guarded):
    before = key_file.read(key_file.beside(guarded))
    study.accounts.deactivate("nurse", "left the department")
    key_file.write(key_file.beside(guarded), before)
    with pytest.raises(DeactivatedError):
        study.accounts.switch("nurse", password(NURSE))


def test_who_is_activated_again_comes_in_with_the_password_of_before(study, guarded):
    study.accounts.deactivate("nurse", "on leave")
    assert study.accounts.activate("nurse", "back").active
    study.close()
    come(guarded, NURSE).close()


def test_another_role_counts_from_the_next_login(study, guarded):
    assert study.accounts.set_role("nurse", Role.COORDINATOR, "new tasks").role is Role.COORDINATOR
    study.close()
    with closing(come(guarded, NURSE)) as opened:
        assert opened.actor.role == "Coordinator"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda a, who: a.deactivate(who, "x"), id="deactivate"),
        pytest.param(lambda a, who: a.set_role(who, Role.MONITOR, "x"), id="role"),
        pytest.param(lambda a, who: a.reset_password(who, GIVEN), id="password"),
    ],
)
@pytest.mark.parametrize("role", [INVESTIGATOR, ADMINISTRATOR])
def test_nobody_shuts_their_own_account(guarded, change, role):
    with closing(come(guarded, role)) as opened, pytest.raises(OwnAccountError):
        change(opened.accounts, login(role))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda a: a.deactivate("nurse", " "), id="deactivate"),
        pytest.param(lambda a: a.activate("nurse", ""), id="activate"),
        pytest.param(lambda a: a.set_role("nurse", Role.MONITOR, ""), id="role"),
    ],
)
def test_a_change_of_access_needs_a_reason(study, change):
    before = study.data().audit
    with pytest.raises(AccountReasonError):
        change(study.accounts)
    assert study.data().audit == before


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda a: a.deactivate("monitor", "x"), id="deactivate"),
        pytest.param(lambda a: a.activate("monitor", "x"), id="activate"),
        pytest.param(lambda a: a.set_role("monitor", NURSE, "x"), id="role"),
        pytest.param(lambda a: a.reset_password("monitor", GIVEN), id="password"),
        pytest.param(lambda a: a.add("pmas", "Pere Mas", NURSE, GIVEN), id="add"),
    ],
)
@pytest.mark.parametrize("role", [r for r in Role if r not in (INVESTIGATOR, ADMINISTRATOR)])
def test_only_investigators_and_administrators_change_accounts(guarded, role, change):
    with closing(come(guarded, role)) as opened:
        before = opened.accounts.all()
        with pytest.raises((ForbiddenError, OwnAccountError)):
            change(opened.accounts)
        assert opened.accounts.all() == before
    for other in Role:
        come(guarded, other).close()


# Passwords


@pytest.mark.parametrize("weak", ["short", "nurse de prueba", "aaaaaaaaaaaaaa"])
def test_a_weak_password_is_refused_with_its_reasons(guarded, weak):
    with closing(come(guarded, NURSE)) as opened:
        with pytest.raises(PasswordRefusedError) as refused:
            opened.accounts.change_password("nurse", password(NURSE), weak)
        assert refused.value.problems
        opened.accounts.check("nurse", password(NURSE))


def test_the_last_passwords_are_not_taken_again(guarded):
    """T16: the last five, the present one and the one that was given included."""
    words = [password(NURSE), *(f"palabra {n} larga y nueva" for n in "abcd")]
    with closing(come(guarded, NURSE)) as opened:
        for old, new in pairwise(words):
            opened.accounts.change_password("nurse", old, new)
        for former in words:
            with pytest.raises(PasswordRefusedError, match="one of your last 5"):
                opened.accounts.change_password("nurse", words[-1], former)
        opened.accounts.change_password("nurse", words[-1], NEW)
        opened.accounts.change_password("nurse", NEW, words[0])


def test_a_password_is_changed_by_who_knows_it(guarded):
    with closing(come(guarded, NURSE)) as opened:
        with pytest.raises(WrongPasswordError):
            opened.accounts.change_password("nurse", "a wrong one", NEW)
        with pytest.raises(ValueError, match="another person"):
            opened.accounts.change_password("monitor", password(Role.MONITOR), NEW)


def test_the_moment_of_a_password_is_that_of_its_entry(study):
    after = study.accounts.reset_password("nurse", GIVEN).changed_at
    entry = next(e for e in reversed(study.data().audit) if e.item.startswith("PASSWORD"))
    assert datetime.fromisoformat(entry.at) == after


def test_replaying_the_trail_gives_the_accounts(study):
    study.accounts.add("pmas", "Pere Mas", NURSE, GIVEN)
    study.accounts.set_role("pmas", Role.MONITOR, "mistaken")
    study.accounts.deactivate("pmas", "mistaken")
    study.accounts.reset_password("nurse", GIVEN)
    assert verify(study.data()) == []
