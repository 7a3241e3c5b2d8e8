"""Backups of a study with accounts: at close, by hand, before a change; put back and told (T28)."""

from __future__ import annotations

from contextlib import closing

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db import access, backup, key_file, keys, recovery, safekeeping, vault
from ordi_crf.db.account_errors import OldKeysError
from ordi_crf.db.audit import verify
from ordi_crf.db.backup import Kind
from ordi_crf.db.errors import DiskFullError
from ordi_crf.db.study_file import Answer
from ordi_crf.db.trust_errors import ForbiddenError, InUseError
from tests.builders import Ticking, key
from tests.db import people
from tests.db.people import FIRST, come, login, password

INVESTIGATOR, NURSE = Role.INVESTIGATOR, Role.NURSE
SV = key("SV")


def enter(path, text="entered"):
    with closing(come(path, INVESTIGATOR)) as study:
        study.answer(SV, [Answer("sv", "", "SVCOM", text)])


def kinds(path):
    return [made.kind for made in backup.backups(path)]


def events(path, *names):
    with closing(come(path, INVESTIGATOR, read_only=True)) as study:
        return [e.item for e in study.data().audit if e.action == "event" and e.item in names]


@pytest.fixture
def bare(guarded):
    """Give the study without the backups of its making."""
    for made in backup.backups(guarded):
        made.path.unlink()
    return guarded


def test_closing_backs_up_what_was_entered(bare):
    enter(bare)
    (made,) = backup.backups(bare)
    assert made.kind is Kind.CLOSE
    with closing(come(made.path, INVESTIGATOR, read_only=True)) as study:
        assert study.record(SV).sections["sv"][""].values["SVCOM"] == "entered"
        assert verify(study.data()) == []
    assert events(bare, "BACKUP")[-1:] == ["BACKUP"]


def test_closing_what_was_only_looked_at_backs_nothing_up(bare):
    enter(bare)
    come(bare, NURSE).close()
    come(bare, Role.MONITOR).close()
    assert kinds(bare) == [Kind.CLOSE]


def test_what_could_not_be_backed_up_is_backed_up_the_next_time(bare, monkeypatch):
    with monkeypatch.context() as full:

        def refuse(path, *_):
            raise DiskFullError(path)

        full.setattr(backup, "make", refuse)
        with pytest.raises(DiskFullError):
            enter(bare)
    assert kinds(bare) == []
    assert events(bare, "BACKUP FAILED") == ["BACKUP FAILED"]
    come(bare, NURSE).close()
    assert kinds(bare) == [Kind.CLOSE]


def test_a_backup_that_fails_at_close_leaves_the_study_closed(bare, monkeypatch):
    with monkeypatch.context() as full:

        def refuse(path, *_):
            raise DiskFullError(path)

        full.setattr(backup, "make", refuse)
        study = come(bare, INVESTIGATOR)
        study.answer(SV, [Answer("sv", "", "SVCOM", "entered")])
        with pytest.raises(DiskFullError):
            study.close()
        study.close()
    assert {f.name for f in bare.parent.iterdir() if f.is_file()} == {
        "study.ordi", "study.ordi-keys", "study.ordi-vault",
    }  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_anybody_backs_up_by_hand_and_the_trail_tells(bare, role):
    with closing(come(bare, role)) as study:
        made = safekeeping.back_up(study)
        told = study.data().audit[-1]
    assert made.backup.kind is Kind.ASKED
    assert (told.item, told.new, told.role) == ("BACKUP", made.backup.path.name, role.value)


def test_a_backup_is_made_while_somebody_else_has_the_study(bare):
    with closing(come(bare, INVESTIGATOR)) as holder:
        holder.answer(SV, [Answer("sv", "", "SVCOM", "entered")])
        with closing(come(bare, Role.MONITOR)) as reader:
            made = safekeeping.back_up(reader)
        holder.answer(SV, [Answer("sv", "", "SVCOM", "entered since")])
    with closing(come(made.backup.path, INVESTIGATOR, read_only=True)) as study:
        assert study.record(SV).sections["sv"][""].values["SVCOM"] == "entered"
    come(bare, INVESTIGATOR).close()
    assert events(bare, "BACKUP")[-1:] == ["BACKUP"]


def test_the_vault_goes_along_with_who_has_its_key(bare):
    with closing(come(bare, INVESTIGATOR)) as study:
        safekeeping.back_up(study)
    assert len(backup.backups(vault.beside(bare))) == 1
    with closing(come(bare, Role.MONITOR)) as study:
        safekeeping.back_up(study)
    assert len(backup.backups(vault.beside(bare))) == 1


def test_what_a_restore_would_lose_is_said_before(bare):
    enter(bare, "first")
    (made,) = backup.backups(bare)
    enter(bare, "second")
    secret = opened_key(bare)
    assert safekeeping.loss(bare, made.path, secret).entries > 1
    assert safekeeping.loss(bare, bare, secret) == safekeeping.Loss(0, "")
    said = recovery.said_of_loss(bare, made.path, secret)
    assert "entries of the trail of study.ordi are not in the backup" in said.en
    assert "cannot be told" in recovery.said_of_loss(bare, made.path, bytes(32)).en
    assert "nothing is replaced" in recovery.said_of_loss(bare.with_name("x"), bare, secret).en


def opened_key(path):
    with closing(come(path, INVESTIGATOR, read_only=True)) as study:
        return study.key


def test_a_restore_is_told_in_the_trail_by_who_did_it(bare):
    """T28."""
    enter(bare, "first")
    (made,) = backup.backups(bare)
    enter(bare, "second")
    who = recovery.known(bare, login(INVESTIGATOR), FIRST, clock=Ticking())
    done = recovery.restore_backup(made.path, bare, who, clock=Ticking())
    assert done.set_aside is not None
    with closing(come(bare, INVESTIGATOR)) as study:
        assert study.record(SV).sections["sv"][""].values["SVCOM"] == "first"
        told = next(e for e in study.data().audit if e.item == "RESTORED")
        assert (told.actor, told.role) == (people.name(INVESTIGATOR), "Investigator")
        assert verify(study.data()) == []


def test_a_study_that_is_open_is_not_restored_over(bare):
    enter(bare)
    (made,) = backup.backups(bare)
    who = recovery.known(bare, login(INVESTIGATOR), FIRST, clock=Ticking())
    with closing(come(bare, NURSE)), pytest.raises(InUseError):
        recovery.restore_backup(made.path, bare, who)


def test_passwords_are_those_of_the_day_of_the_backup(bare):
    enter(bare)
    (made,) = backup.backups(bare)
    with closing(come(bare, NURSE)) as study:
        study.accounts.change_password("nurse", password(NURSE), "piedra nueva y gris")
    who = recovery.known(bare, login(INVESTIGATOR), FIRST, clock=Ticking())
    recovery.restore_backup(made.path, bare, who)
    come(bare, NURSE).close()
    assert key_file.read(key_file.beside(bare)).coming == {}


def test_a_role_that_restores_nothing_is_refused_before_anything_is_read(bare):
    with pytest.raises(ForbiddenError):
        recovery.known(bare, login(Role.MONITOR), password(Role.MONITOR), clock=Ticking())


def test_a_study_that_is_gone_comes_back_by_the_keys_of_its_backup(bare):
    enter(bare)
    (made,) = backup.backups(bare)
    for file in (bare, key_file.beside(bare)):
        file.unlink()
    who = recovery.known(bare, login(INVESTIGATOR), FIRST, clock=Ticking())
    recovery.restore_backup(made.path, bare, who)
    with closing(come(bare, NURSE)) as study:
        assert study.record(SV).sections["sv"][""].values["SVCOM"] == "entered"


def test_the_recovery_key_restores_too(bare, code):
    enter(bare)
    (made,) = backup.backups(bare)
    bare.write_bytes(b"\0" * 8192)
    recovery.restore_backup(made.path, bare, recovery.known_by_code(bare, code))
    come(bare, NURSE).close()


def test_a_damaged_study_is_found_and_its_backups_are_sound(bare):
    enter(bare)
    secret = opened_key(bare)
    assert recovery.checked(bare, secret).problems == ()
    content = bytearray(bare.read_bytes())
    content[4096 * 40 : 4096 * 41] = bytes(4096)
    bare.write_bytes(content)
    found = recovery.checked(bare, secret)
    assert [line.en.rpartition(": ")[2] for line in found.lines] == ["not sound.", "sound."]
    assert "damaged" in found.problems[0].en


def test_what_is_rescued_opens_with_the_same_passwords(bare):
    enter(bare)
    who = recovery.known(bare, login(INVESTIGATOR), FIRST, clock=Ticking())
    content = bytearray(bare.read_bytes())
    content[4096 * 60 : 4096 * 61] = bytes(4096)
    bare.write_bytes(content)
    target = bare.with_name("rescued.ordi")
    recovery.rescue_to(bare, target, who)
    with closing(come(target, INVESTIGATOR)) as study:
        assert any(e.item == "RESCUED" for e in study.data().audit)


def test_a_plain_study_with_accounts_is_backed_up_and_restored_alike(path, cheap):
    people.peopled(path, encrypted=False)
    (made, *_) = backup.backups(path)
    who = recovery.known(path, login(INVESTIGATOR), FIRST, clock=Ticking())
    assert who.key == keys.NO_KEY
    recovery.restore_backup(made.path, path, who)
    come(path, NURSE).close()


def test_a_backup_of_other_keys_is_no_way_around_a_password(bare):
    """Whoever brings an old file of keys back still needs the password that counts inside."""
    enter(bare)
    (made,) = backup.backups(bare)
    with closing(come(bare, NURSE)) as study:
        study.accounts.change_password("nurse", password(NURSE), "piedra nueva y gris")
    key_file.beside(bare).write_bytes(key_file.beside(made.path).read_bytes())
    with pytest.raises(OldKeysError):
        come(bare, NURSE)
    access.log_in(bare, "investigator", FIRST).close()
