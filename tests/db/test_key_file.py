"""The file of keys: whole or named as broken, tries counted (T15), nothing secret in it (T14)."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ordi_crf.db import key_file, keys
from ordi_crf.db.errors import BusyError
from ordi_crf.db.key_file import KeyFile, Tries, log_in, wait
from ordi_crf.db.keys import Cost
from ordi_crf.db.trust_errors import (
    KeysDamagedError,
    KeysMissingError,
    LockedOutError,
    WrongPasswordError,
)

CHEAP = Cost(memory=64, passes=1, lanes=1)
ANAS, JOANS = "blau cavall set", "verd ocell nou"
KEY = bytes(range(32))
NOW = datetime(2010, 3, 15, 8, tzinfo=UTC)


def slot(login, password):
    return keys.wrap(KEY, login, password, "study", CHEAP)


@pytest.fixture
def file(tmp_path):
    """Give a file of keys with two accounts."""
    path = key_file.beside(tmp_path / "study.ordi")
    found = KeyFile("study").with_slot(slot("apuig", ANAS)).with_slot(slot("jribo", JOANS))
    key_file.write(path, found)
    return path


def fail(path, times, login="apuig", at=NOW):
    """Try a wrong password so often, and return the last error."""
    for _ in range(times):
        with pytest.raises((WrongPasswordError, LockedOutError)) as told:
            log_in(path, login, "a wrong password", at, "ward-3")
    return told.value


def test_keys_lie_beside_their_study_under_its_name(tmp_path):
    assert key_file.beside(tmp_path / "a.ordi").name == "a.ordi-keys"
    assert key_file.beside(tmp_path / "a.ordi-vault").name == "a.ordi-vault-keys"


def test_a_login_and_its_password_give_the_key(file):
    found = log_in(file, "APuig ", ANAS, NOW, "ward-3")
    assert (found.key, found.slot.login, found.failures) == (KEY, "apuig", ())
    assert log_in(file, "jribo", JOANS, NOW, "ward-3").key == KEY


def test_a_key_is_not_shown_by_what_holds_it(file):
    found = log_in(file, "apuig", ANAS, NOW, "ward-3")
    assert "key" not in repr(found).replace("key_file", "")
    assert str(KEY) not in repr(found)


@pytest.mark.parametrize("login", ["apuig", "nobody", ""])
def test_a_wrong_login_and_a_wrong_password_are_told_alike(file, login):
    assert "Login or password is not right; 4 more tries" in str(fail(file, 1, login))


def test_swapped_slots_open_nothing(file):
    found = key_file.read(file)
    ana, joan = found.slots["apuig"], found.slots["jribo"]
    swapped = {"apuig": replace(joan, login="apuig"), "jribo": replace(ana, login="jribo")}
    key_file.write(file, replace(found, slots=swapped))
    for login, password in (("apuig", ANAS), ("apuig", JOANS), ("jribo", ANAS), ("jribo", JOANS)):
        with pytest.raises(WrongPasswordError):
            log_in(file, login, password, NOW, "ward-3")


def test_a_changed_password_opens_and_the_former_does_not(file):
    key_file.change(file, lambda found: found.with_slot(slot("apuig", "a new password")))
    assert log_in(file, "apuig", "a new password", NOW, "ward-3").key == KEY
    with pytest.raises(WrongPasswordError):
        log_in(file, "apuig", ANAS, NOW, "ward-3")
    assert log_in(file, "jribo", JOANS, NOW, "ward-3").key == KEY


def test_an_account_without_a_slot_opens_nothing(file):
    key_file.change(file, lambda found: found.without("APuig"))
    with pytest.raises(WrongPasswordError):
        log_in(file, "apuig", ANAS, NOW, "ward-3")
    with pytest.raises(KeyError):
        key_file.change(file, lambda found: found.without("apuig"))


def test_a_lost_file_is_made_again_from_the_slots_kept_elsewhere(file):
    kept = [slot.text for slot in key_file.read(file).slots.values()]
    file.unlink()
    with pytest.raises(KeysMissingError, match=r"study\.ordi-keys is not in"):
        log_in(file, "apuig", ANAS, NOW, "ward-3")
    slots = [keys.slot(line) for line in kept]
    key_file.write(file, KeyFile("study", {slot.login: slot for slot in slots}))
    assert log_in(file, "apuig", ANAS, NOW, "ward-3").key == KEY


# Damage


def test_a_file_cut_off_anywhere_is_named_as_damaged(file):
    whole = file.read_bytes()
    for length in [*range(0, len(whole) - 2, 37), len(whole) - 2]:
        file.write_bytes(whole[:length])
        with pytest.raises(KeysDamagedError, match=r"study\.ordi-keys is damaged"):
            log_in(file, "apuig", ANAS, NOW, "ward-3")
        assert file.read_bytes() == whole[:length]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\0" * 512, id="zeroes"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b"{}", id="nothing in it"),
        pytest.param(b"\xff\xfe", id="no text"),
    ],
)
def test_what_is_no_file_of_keys_is_named_as_damaged(file, content):
    file.write_bytes(content)
    with pytest.raises(KeysDamagedError):
        key_file.read(file)


def test_a_flipped_digit_is_named_as_damage_and_not_as_a_wrong_password(file):
    content = json.loads(file.read_text())
    content["tries"] = {"apuig": {"count": 1, "last": "2010-03-15T08:00:00.000Z"}}
    file.write_text(json.dumps(content))
    with pytest.raises(KeysDamagedError):
        key_file.read(file)


def test_a_file_that_cannot_be_written_leaves_the_former_whole(file, monkeypatch):
    before = file.read_bytes()

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Exception, match="full"):
        key_file.change(file, lambda found: found.without("apuig"))
    assert file.read_bytes() == before
    assert [f.name for f in file.parent.iterdir()] == [file.name]


def test_changes_of_several_programs_are_all_kept(file):
    def add(number):
        key_file.change(file, lambda found: found.with_slot(slot(f"n{number}", ANAS)))

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(key_file.read(file).slots) == {"apuig", "jribo", *(f"n{n}" for n in range(8))}
    assert [f.name for f in file.parent.iterdir()] == [file.name]


def test_a_file_that_another_program_holds_for_long_is_said_to_be_in_use(file, monkeypatch):
    monkeypatch.setattr(key_file, "_PATIENCE_S", 0)
    held = key_file._held(file)
    with pytest.raises(BusyError):
        key_file.change(file, lambda found: found)
    held.release()


# Tries


def test_the_fifth_wrong_password_makes_the_login_wait(file):
    assert fail(file, 4).left == 1
    told = fail(file, 1)
    assert isinstance(told, LockedOutError)
    assert "Wait 5 min" in str(told)


def test_while_a_login_waits_the_right_password_is_not_looked_at(file):
    fail(file, 5)
    with pytest.raises(LockedOutError, match="Wait 1 min"):
        log_in(file, "apuig", ANAS, NOW + timedelta(minutes=4, seconds=1), "ward-3")
    assert log_in(file, "jribo", JOANS, NOW, "ward-3").key == KEY


def test_after_the_wait_the_right_password_opens_and_starts_anew(file):
    fail(file, 5)
    later = NOW + timedelta(minutes=5)
    assert log_in(file, "apuig", ANAS, later, "ward-3").key == KEY
    assert fail(file, 1, at=later).left == 4


@pytest.mark.parametrize(
    ("count", "minutes"),
    [(0, 0), (4, 0), (5, 5), (6, 0), (10, 10), (15, 20), (20, 40), (25, 60), (500, 60)],
)
def test_each_wait_is_twice_the_one_before_up_to_an_hour(count, minutes):
    tries = Tries(count, "2010-03-15T08:00:00.000Z")
    assert wait(tries, NOW) == timedelta(minutes=minutes)


def test_a_clock_set_right_after_a_wait_began_does_not_lock_anybody_out_for_years():
    tries = Tries(5, "2040-03-15T08:00:00.000Z")
    assert wait(tries, NOW) == timedelta()


def test_a_login_that_does_not_exist_waits_too_and_what_was_typed_is_not_kept(file):
    assert isinstance(fail(file, 5, login="my secret password"), LockedOutError)
    assert "my secret password" not in file.read_text()
    assert {failure.login for failure in key_file.read(file).failures} == {""}


def test_a_program_ended_while_it_looks_at_a_password_leaves_the_try_counted(file, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(keys, "unwrap", killed)
        with pytest.raises(KeyboardInterrupt):
            log_in(file, "apuig", "a wrong password", NOW, "ward-3")
    assert key_file.read(file).tries["apuig"].count == 1


def test_failures_are_handed_over_at_the_next_opening_and_then_forgotten(file):
    fail(file, 2)
    fail(file, 1, login="nobody")
    found = log_in(file, "jribo", JOANS, NOW + timedelta(hours=1), "ward-3")
    assert [(f.login, f.machine) for f in found.failures] == [
        ("apuig", "ward-3"), ("apuig", "ward-3"), ("", "ward-3"),
    ]  # fmt: skip
    fail(file, 1, at=NOW + timedelta(hours=2))
    key_file.handed_over(file, found.failures)
    assert len(key_file.read(file).failures) == 1


def test_a_file_that_cannot_be_written_is_still_read(file, monkeypatch):
    def refuse(_file):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(key_file, "_held", refuse)
    assert log_in(file, "apuig", ANAS, NOW, "ward-3").key == KEY
    with pytest.raises(WrongPasswordError):
        log_in(file, "apuig", JOANS, NOW, "ward-3")


def test_no_password_and_no_key_is_in_the_file(file):
    fail(file, 3)
    log_in(file, "apuig", ANAS, NOW, "ward-3")
    text = file.read_text()
    for secret in (ANAS, JOANS, "a wrong password", KEY.hex(), keys.recovery_code(KEY)):
        assert secret not in text
