"""Into a study and back: set up, login, lockout, recovery key, and what interruptions leave."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from ordi_crf import forms
from ordi_crf.core.permissions import Role
from ordi_crf.db import access, backup, connection, key_file, keys
from ordi_crf.db.account_errors import (
    AccountBlankError,
    DeactivatedError,
    MustChangeError,
    NoAccountsError,
    NoVaultKeyError,
    OldKeysError,
    PasswordRefusedError,
)
from ordi_crf.db.audit import verify
from ordi_crf.db.errors import ExistsError, MissingFileError
from ordi_crf.db.study_file import Actor, Answer, StudyFile, left_at
from ordi_crf.db.trust_errors import (
    ForbiddenError,
    KeyDoesNotFitError,
    KeysMissingError,
    LockedOutError,
    LoginNeededError,
    RecoveryCodeError,
    WrongPasswordError,
)
from ordi_crf.deliver import Request, deliver
from ordi_crf.forms.demographics import DEMOGRAPHICS
from tests.builders import ANA, SUBJECT, Ticking, forms_with
from tests.db import people
from tests.db.people import DM, FIRST, come, login, password

INVESTIGATOR, NURSE = Role.INVESTIGATOR, Role.NURSE
NEW = "piedra nueva y gris"


def events(study, *names):
    return [(e.item, e.new) for e in study.data().audit if e.action == "event" and e.item in names]


@pytest.fixture(params=[True, False], ids=["encrypted", "plain"])
def fresh(request, path, cheap):
    """Give a new study of one account, open, and its recovery key."""
    study, code = people.set_up(path, encrypted=request.param)
    yield study, code
    study.close()


# Setting up


def test_a_new_study_is_at_work_at_once(fresh):
    study, _ = fresh
    study.add_subject(SUBJECT)
    assert study.actor == Actor("Investigator de Prueba", "Investigator", "investigator")
    assert [a.login for a in study.accounts.all()] == ["investigator"]
    assert verify(study.data()) == []


def test_a_new_study_is_encrypted_unless_it_is_not_to_be(path, cheap):
    study, code = people.set_up(path)
    study.close()
    assert not connection.is_plain(path)
    assert code is not None
    other, none = people.set_up(path.with_name("plain.ordi"), encrypted=False)
    other.close()
    assert connection.is_plain(other.path)
    assert none is None


def test_a_study_that_is_there_is_not_set_up_again(fresh):
    study, _ = fresh
    content = key_file.beside(study.path).read_bytes()
    with pytest.raises(ExistsError):
        people.set_up(study.path)
    assert key_file.beside(study.path).read_bytes() == content


def test_keys_that_an_interrupted_set_up_left_are_replaced(path, cheap):
    key_file.write(key_file.beside(path), key_file.KeyFile("half"))
    study, _ = people.set_up(path)
    study.close()
    come(path, INVESTIGATOR).close()


@pytest.mark.parametrize("role", [Role.NURSE, Role.MONITOR, Role.DATA_MANAGER, Role.COORDINATOR])
def test_who_sets_a_study_up_manages_its_accounts(path, role, cheap):
    with pytest.raises(ForbiddenError):
        access.set_up(path, siteid="01", login="x", name="Somebody", role=role, password=FIRST)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "error"),
    [
        pytest.param({"password": "short"}, PasswordRefusedError, id="weak"),
        pytest.param({"login": " "}, AccountBlankError, id="no login"),
        pytest.param({"name": ""}, AccountBlankError, id="no name"),
    ],
)
def test_a_study_is_not_set_up_half(path, given, error, cheap):
    wanted = {"login": "ana", "name": "Ana Puig", "password": FIRST} | given
    with pytest.raises(error):
        access.set_up(path, siteid="01", role=INVESTIGATOR, **wanted)
    assert list(path.parent.iterdir()) == []


# Logging in


def test_each_account_logs_in_as_itself(guarded):
    """T12."""
    for role in Role:
        with closing(come(guarded, role)) as study:
            assert study.actor == Actor(people.name(role), role.value, login(role))
            assert not study.read_only


def test_the_trail_names_the_account_that_came_and_went(guarded):
    """T11."""
    come(guarded, NURSE).close()
    with closing(come(guarded, INVESTIGATOR)) as study:
        told = [(e.actor, e.item, e.new) for e in study.data().audit if e.action == "event"][-3:]
    nurse, ana = people.name(NURSE), people.name(INVESTIGATOR)
    assert told == [
        (nurse, "LOGIN", "nurse"), (nurse, "LOGOUT", "nurse"), (ana, "LOGIN", "investigator"),
    ]  # fmt: skip


def test_a_login_is_typed_in_any_case_and_spacing(guarded):
    access.log_in(guarded, "  Nurse ", password(NURSE)).close()


def test_a_wrong_password_says_how_many_tries_are_left(guarded):
    with pytest.raises(WrongPasswordError) as refused:
        access.log_in(guarded, "nurse", "a wrong one")
    assert refused.value.left == 4


def test_an_unknown_login_is_told_from_a_wrong_password_by_nobody(guarded):
    with pytest.raises(WrongPasswordError) as unknown:
        access.log_in(guarded, "nobody", password(NURSE))
    with pytest.raises(WrongPasswordError) as wrong:
        access.log_in(guarded, "nurse", "a wrong one")
    assert unknown.value.message == wrong.value.message


def test_five_failed_tries_lock_a_login_and_the_trail_tells_who_opens_next(guarded):
    """T15."""
    clock = Ticking()
    for n in range(5):
        with pytest.raises(WrongPasswordError if n < 4 else LockedOutError):
            access.log_in(guarded, "nurse", "a wrong one", clock=clock, machine="ward-3")
    with pytest.raises(LockedOutError):
        come(guarded, NURSE, clock=clock)
    with closing(come(guarded, INVESTIGATOR, clock=clock)) as study:
        told = events(study, "LOGIN FAILED", "LOCKOUT")
    assert [name for name, _ in told] == ["LOGIN FAILED"] * 5 + ["LOCKOUT"]
    assert all(detail.startswith("nurse, ward-3, 2010-03-15T08:00:") for _, detail in told)
    assert key_file.read(key_file.beside(guarded)).failures == ()
    clock.now += timedelta(minutes=6)
    come(guarded, NURSE, clock=clock).close()


def test_a_study_open_elsewhere_is_read_and_the_trail_tells_it_later(guarded):
    clock = Ticking()
    with closing(come(guarded, INVESTIGATOR, clock=clock)) as holder:
        with closing(come(guarded, Role.MONITOR, clock=clock)) as reader:
            assert reader.read_only
            assert reader.record(DM).values(DEMOGRAPHICS)["SEX"] == "F"
            reader.log_event("EXPORT", "workbook")
        assert events(holder, "EXPORT", "LOGIN READ-ONLY") == []
    with closing(come(guarded, NURSE, clock=clock)) as study:
        told = events(study, "EXPORT", "LOGIN READ-ONLY")
    assert [name for name, _ in told] == ["LOGIN READ-ONLY", "EXPORT"]
    assert told[1][1].startswith("workbook; monitor, ward-3, 2010-")


def test_the_actor_of_a_study_with_accounts_is_not_simply_said(guarded):
    with closing(come(guarded, Role.MONITOR)) as study, pytest.raises(LoginNeededError):
        study.actor = ANA


@pytest.mark.parametrize("read_only", [True, False], ids=["to read", "to write"])
def test_a_study_with_accounts_is_not_opened_without_login(fresh, read_only):
    study, _ = fresh
    study.close()
    with pytest.raises(LoginNeededError, match="login and password"):
        StudyFile.open(study.path, ANA, read_only=read_only)


def test_taking_the_keys_away_opens_no_plain_study(path, cheap):
    people.set_up(path, encrypted=False)[0].close()
    key_file.beside(path).unlink()
    assert access.guarded(path)
    with pytest.raises(LoginNeededError):
        StudyFile.open(path, ANA)
    with pytest.raises(KeysMissingError):
        come(path, INVESTIGATOR)


def test_an_encrypted_study_without_its_keys_says_what_is_missing(guarded):
    key_file.beside(guarded).unlink()
    assert access.guarded(guarded)
    with pytest.raises(KeysMissingError):
        come(guarded, NURSE)


def test_a_study_without_accounts_is_not_guarded(study, path):
    study.close()
    assert not access.guarded(path)
    with pytest.raises(NoAccountsError):
        access.log_in(path, "ana", FIRST)


def test_a_study_that_is_not_there_is_neither(path):
    with pytest.raises(MissingFileError):
        access.guarded(path)


def test_the_logins_of_a_study_can_be_offered(guarded):
    assert set(access.logins(guarded)) == {login(role) for role in Role}


def test_an_encrypted_study_that_stays_shut_does_not_say_where_it_was_left(guarded):
    with closing(come(guarded, NURSE)) as study:
        study.remember_place(DM)
    assert left_at(guarded) is None
    with closing(come(guarded, NURSE)) as study:
        assert study.place() == DM


def test_the_keys_of_another_study_open_nothing(guarded, path):
    other, _ = people.set_up(path)
    other.close()
    shutil.copy(key_file.beside(path), key_file.beside(guarded))
    with pytest.raises(KeyDoesNotFitError):
        access.log_in(guarded, "investigator", FIRST)


# At work


def test_another_person_goes_on_by_their_password(guarded):
    with closing(come(guarded, NURSE)) as study:
        study.accounts.switch(login(INVESTIGATOR), FIRST)
        assert study.actor.role == "Investigator"
        study.answer(people.CLASI, [Answer("clasi_area", "07", "CLERY", "1")])
        last = study.data().audit[-1]
        assert last.actor == people.name(INVESTIGATOR)
        assert events(study, "LOGIN", "LOGOUT")[-2:] == [
            ("LOGOUT", "nurse"),
            ("LOGIN", "investigator"),
        ]


def test_a_wrong_password_at_the_desk_is_in_the_trail_at_once(guarded):
    with closing(come(guarded, NURSE)) as study:
        with pytest.raises(WrongPasswordError):
            study.accounts.switch(login(INVESTIGATOR), "a wrong one")
        assert study.actor.login == "nurse"
        assert events(study, "LOGIN FAILED")[-1][1].startswith("investigator, ward-3")


def test_signing_asks_for_a_password_again(guarded):
    """T18: the check that a signature rests on."""
    with closing(come(guarded, INVESTIGATOR)) as study:
        assert study.accounts.check("Investigator", FIRST) == study.accounts.current
        with pytest.raises(WrongPasswordError):
            study.accounts.check("investigator", password(NURSE))


def test_a_password_somebody_else_gave_is_changed_before_anything_else(guarded):
    """T16."""
    with closing(come(guarded, INVESTIGATOR)) as study:
        study.accounts.reset_password("nurse", "una clave provisional")
    with closing(access.log_in(guarded, "nurse", "una clave provisional")) as study:
        assert study.accounts.current.must_change
        assert study.subjects() == (SUBJECT,)
        with pytest.raises(MustChangeError, match="Choose a password of your own first"):
            study.add_row(people.AE, "ae", {"AETERM": "Fever"})
        study.accounts.change_password("nurse", "una clave provisional", NEW)
        study.add_row(people.AE, "ae", {"AETERM": "Fever"})


def test_an_export_of_an_encrypted_study_is_written(guarded):
    with closing(come(guarded, Role.MONITOR)) as study:
        (written,) = deliver(
            study.path, study.actor, Request(guarded.parent, casebooks=False), key=study.key
        )
    assert written.stat().st_size


def test_an_encrypted_study_of_an_earlier_program_is_backed_up_and_upgraded(
    path, cheap, monkeypatch
):
    """T35: with the same key, in the folder of backups."""
    section = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
    with monkeypatch.context() as past:
        past.setattr(forms, "FORMS", forms_with(section))
        people.set_up(path)[0].close()
    for made in backup.backups(path):
        made.path.unlink()
    with closing(come(path, INVESTIGATOR)) as study:
        assert study.backup.parent == backup.folder(path)
        assert study.backup.name.startswith("study.before-upgrade-")
        assert not connection.is_plain(study.backup)
        assert events(study, "SCHEMA UPGRADED") == [("SCHEMA UPGRADED", study.backup.name)]
        backup.verify(study.backup, study.key)
        assert verify(study.data()) == []


# The identification list


def test_who_treats_opens_the_list_with_the_same_login(guarded):
    for role in (INVESTIGATOR, NURSE, Role.COORDINATOR):
        with closing(come(guarded, role)) as study, closing(access.open_vault(study)) as vault:
            assert vault.identities() == {}


def test_the_slot_of_who_does_not_treat_holds_no_key_of_the_list(guarded):
    for role in Role:
        opened = key_file.log_in(
            key_file.beside(guarded), login(role), password(role), Ticking()(), "ward-3"
        )
        treats = role in (INVESTIGATOR, NURSE, Role.COORDINATOR)
        assert bool(keys.ring(opened.key).vault) is treats


def test_an_account_an_administrator_made_is_given_the_list_by_an_investigator(guarded):
    with closing(come(guarded, Role.ADMINISTRATOR)) as study:
        study.accounts.add("pere", "Pere Mas", NURSE, "una clave provisional")
    with closing(access.log_in(guarded, "pere", "una clave provisional")) as study:
        study.accounts.change_password("pere", "una clave provisional", NEW)
        with pytest.raises(NoVaultKeyError, match="ask an investigator"):
            access.open_vault(study)
    with closing(come(guarded, INVESTIGATOR)) as study:
        study.accounts.reset_password("pere", "otra clave provisional")
    with closing(access.log_in(guarded, "pere", "otra clave provisional")) as study:
        study.accounts.change_password("pere", "otra clave provisional", "montaña alta y blanca")
        access.open_vault(study).close()


def test_a_plain_study_has_no_list(path, cheap):
    with closing(people.set_up(path, encrypted=False)[0]) as study, pytest.raises(NoVaultKeyError):
        access.open_vault(study)


# Coming back


def test_the_recovery_key_gives_a_new_password_and_everybody_their_slots(guarded, code):
    key_file.beside(guarded).unlink()
    typed = code.lower().replace("-", " ")
    with closing(access.recover(guarded, typed, "investigator", NEW, clock=Ticking())) as study:
        assert study.actor.login == "investigator"
        assert events(study, "RECOVERED") == [("RECOVERED", "investigator")]
        assert verify(study.data()) == []
        access.open_vault(study).close()
    access.log_in(guarded, "investigator", NEW).close()
    come(guarded, NURSE).close()
    with pytest.raises(WrongPasswordError):
        access.log_in(guarded, "investigator", FIRST)


def test_a_mistyped_recovery_key_is_refused(guarded, code):
    with pytest.raises(RecoveryCodeError):
        access.recover(guarded, code[:-1] + ("0" if code[-1] != "0" else "1"), "nurse", NEW)


def test_the_recovery_key_of_another_study_opens_nothing(guarded, path):
    other, code = people.set_up(path)
    other.close()
    with pytest.raises(KeyDoesNotFitError):
        access.recover(guarded, code, "investigator", NEW)


def test_recovery_takes_no_weak_and_no_former_password(guarded, code):
    for refused in ("short", FIRST):
        with pytest.raises(PasswordRefusedError):
            access.recover(guarded, code, "investigator", refused)
    come(guarded, INVESTIGATOR).close()


def test_recovery_ends_a_lockout(guarded, code):
    clock = Ticking()
    for _ in range(5):
        with pytest.raises((WrongPasswordError, LockedOutError)):
            access.log_in(guarded, "investigator", "a wrong one", clock=clock)
    access.recover(guarded, code, "investigator", NEW, clock=clock).close()
    access.log_in(guarded, "investigator", NEW, clock=clock).close()


def test_recovery_opens_no_account_that_was_deactivated(guarded, code):
    with closing(come(guarded, INVESTIGATOR)) as study:
        study.accounts.deactivate("nurse", "left")
    with pytest.raises(DeactivatedError):
        access.recover(guarded, code, "nurse", NEW)


# Files put back, and interruptions


def test_an_old_file_of_keys_opens_nothing_with_a_password_changed_since(guarded):
    place = key_file.beside(guarded)
    before = place.read_bytes()
    with closing(come(guarded, NURSE)) as study:
        study.accounts.change_password("nurse", password(NURSE), NEW)
    place.write_bytes(before)
    with pytest.raises(OldKeysError):
        come(guarded, NURSE)
    come(guarded, INVESTIGATOR).close()
    access.log_in(guarded, "nurse", NEW).close()


def test_an_old_file_of_keys_lets_nobody_in_who_was_deactivated(guarded):
    place = key_file.beside(guarded)
    before = place.read_bytes()
    with closing(come(guarded, INVESTIGATOR)) as study:
        study.accounts.deactivate("nurse", "left")
    place.write_bytes(before)
    with pytest.raises(DeactivatedError):
        come(guarded, NURSE)


class EndedError(Exception):
    """Stands for the end of the program."""


@contextmanager
def ended_at(monkeypatch, number):
    """Let the program end before the n-th change of the file of keys from now on."""
    done, write = [], key_file.write

    def ending(path, found):
        if len(done) == number:
            raise EndedError
        done.append(found)
        write(path, found)

    with monkeypatch.context() as patched:
        patched.setattr(key_file, "write", ending)
        yield


@pytest.mark.parametrize("number", range(5))
def test_a_password_change_that_was_interrupted_leaves_one_password_that_opens(
    guarded, monkeypatch, number
):
    study = come(guarded, NURSE)
    with ended_at(monkeypatch, number), suppress(EndedError):
        study.accounts.change_password("nurse", password(NURSE), NEW)
    changed = any(e.item == "PASSWORD.12" for e in study.data().audit)
    study._opened.connection.close()
    study._opened.held.release()
    good, other = (NEW, password(NURSE)) if changed else (password(NURSE), NEW)
    with pytest.raises((WrongPasswordError, OldKeysError)):
        access.log_in(guarded, "nurse", other)
    access.log_in(guarded, "nurse", good).close()
    found = key_file.read(key_file.beside(guarded))
    assert found.coming == {}
    with pytest.raises(WrongPasswordError):
        access.log_in(guarded, "nurse", other)
