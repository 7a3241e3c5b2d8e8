"""Restoring (T28): equal row by row, told in the trail, and what was there is set aside."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from ordi_crf.db import backup, connection, digests, durable, errors, key_file, recoding
from ordi_crf.db.audit import verify
from ordi_crf.db.backup import Kind, backups, make
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.restore import restore
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.db.trust_errors import InUseError, KeyDoesNotFitError, UnverifiedBackupError
from ordi_crf.db.vault import Identity, Vault
from ordi_crf.db.vault import beside as vault_of
from tests.builders import ANA, SUBJECT
from tests.db.sealed import DM, KEY, PLAIN, ana, filled
from tests.db.test_backup import spoil

NOW = datetime(2010, 3, 15, 8, tzinfo=UTC)
LATER = datetime(2010, 3, 16, 8, tzinfo=UTC)
SECRETS = pytest.mark.parametrize("secret", [PLAIN, KEY], ids=["plain", "encrypted"])
MALE = Answer("dm", "", "SEX", "M")


def change(path):
    study = StudyFile.open(path, ANA)
    study.answer(DM, [MALE])
    study.close()


def sex(path):
    study = StudyFile.open(path, ANA, read_only=True)
    found = study.record(DM).sections["dm"][""].values["SEX"]
    study.close()
    return found


def without_trail(found):
    return {name: d for name, d in found.items() if name not in ("audit", "sqlite_sequence")}


def test_a_restored_study_is_the_one_that_was_backed_up(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    change(path)
    restored = restore(made.backup.path, path, PLAIN, ana(), LATER)
    assert restored.digests == made.digests
    assert without_trail(digests.of_file(path, PLAIN)) == without_trail(made.digests)
    assert sex(path) == "F"


def test_a_restore_is_told_in_the_trail_with_who_and_what(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    before = digests.of_file(made.backup.path, PLAIN)
    restore(made.backup.path, path, PLAIN, ana(), LATER)
    study = StudyFile.open(path, ANA, read_only=True)
    data = study.data()
    study.close()
    last = data.audit[-1]
    assert (last.actor, last.at, last.item) == ("Ana Puig", "2010-03-16T08:00:00.000Z", "RESTORED")
    assert last.new == (
        "study.at-close-20100315T080000Z.ordi; set aside as "
        "study.before-restore-20100316T080000Z.ordi"
    )
    assert verify(data) == []
    assert digests.of_file(made.backup.path, PLAIN) == before


def test_an_encrypted_study_is_restored_encrypted(path):
    filled(path, KEY)
    made = make(path, KEY, Kind.CLOSE, NOW)
    path.unlink()
    restored = restore(made.backup.path, path, KEY, ana(), LATER)
    assert not connection.is_plain(path)
    assert without_trail(digests.of_file(path, KEY)) == without_trail(made.digests)
    assert restored.set_aside is None


def test_what_was_there_is_set_aside_and_can_be_restored_in_turn(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    change(path)
    restored = restore(made.backup.path, path, PLAIN, ana(), LATER)
    assert [b.kind for b in backups(path)] == [Kind.RESTORE, Kind.CLOSE]
    restore(restored.set_aside, path, PLAIN, ana(), LATER)
    assert sex(path) == "M"


def test_entries_still_in_the_journal_are_set_aside_with_the_file(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    study = StudyFile.open(path, ANA)
    study.answer(DM, [MALE])
    crashed = path.with_name("crashed.ordi")
    shutil.copy(path, crashed)
    shutil.copy(path.with_name("study.ordi-wal"), crashed.with_name("crashed.ordi-wal"))
    study.close()
    restored = restore(made.backup.path, crashed, PLAIN, ana(), LATER)
    assert sex(restored.set_aside) == "M"
    assert sex(crashed) == "F"
    assert not crashed.with_name("crashed.ordi-wal").exists()


@SECRETS
def test_a_damaged_study_is_set_aside_as_it_is(path, secret):
    filled(path, secret)
    made = make(path, secret, Kind.CLOSE, NOW)
    spoil(path, 0)
    damaged = path.read_bytes()
    path.with_name("study.ordi-wal").write_bytes(b"what was left of a journal")
    restored = restore(made.backup.path, path, secret, ana(), LATER)
    assert restored.set_aside.read_bytes() == damaged
    journal = restored.set_aside.with_name(restored.set_aside.name + "-wal")
    assert journal.read_bytes() == b"what was left of a journal"
    assert without_trail(digests.of_file(path, secret)) == without_trail(made.digests)
    assert not path.with_name("study.ordi-wal").exists()


def test_a_journal_whose_file_is_gone_is_set_aside_too(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    path.unlink()
    path.with_name("study.ordi-wal").write_bytes(b"what was left of a journal")
    restored = restore(made.backup.path, path, PLAIN, ana(), LATER)
    assert restored.set_aside is None
    [journal] = backup.folder(path).glob("*.before-restore-*-wal")
    assert journal.read_bytes() == b"what was left of a journal"
    assert not path.with_name("study.ordi-wal").exists()
    assert without_trail(digests.of_file(path, PLAIN)) == without_trail(made.digests)


def test_a_vault_is_restored_and_says_so_in_its_own_trail(path):
    vault = Vault.create(vault_of(path), KEY, ANA)
    vault.change(SUBJECT, Identity("María Ferrer"))
    vault.close()
    made = make(vault.path, KEY, Kind.CLOSE, NOW)
    vault.path.unlink()
    restore(made.backup.path, vault.path, KEY, ana(), LATER)
    again = Vault.open(vault.path, KEY, ANA)
    assert again.identities() == {SUBJECT: Identity("María Ferrer")}
    assert [entry.action for entry in again.trail()] == ["changed", "restored", "looked at all"]
    assert again.verify() == []
    again.close()


# Keys


def test_newer_passwords_of_the_same_key_stay(path):
    filled(path, KEY, strokes=1)
    key_file.write(key_file.beside(path), KeyFile("same"))
    made = make(path, KEY, Kind.CLOSE, NOW)
    newer = KeyFile("same", failures=(key_file.Failure("2010", "a", "pc"),))
    key_file.write(key_file.beside(path), newer)
    restore(made.backup.path, path, KEY, ana(), LATER)
    assert key_file.read(key_file.beside(path)) == newer


@pytest.mark.parametrize("there", ["none", "another", "damaged"])
def test_a_backup_brings_its_keys_where_the_study_has_none_that_fit(path, there):
    filled(path, KEY, strokes=1)
    ours = key_file.beside(path)
    key_file.write(ours, KeyFile("first"))
    made = make(path, KEY, Kind.CLOSE, NOW)
    if there == "another":
        key_file.write(ours, KeyFile("second"))
    elif there == "damaged":
        ours.write_bytes(b"{")
    else:
        ours.unlink()
    restored = restore(made.backup.path, path, KEY, ana(), LATER)
    assert key_file.read(ours).study == "first"
    assert key_file.beside(restored.set_aside).exists() is (there != "none")


# What is refused


def refuse(made, path, secret, error, match="."):
    before = path.read_bytes()
    with pytest.raises(error, match=match):
        restore(made.backup.path, path, secret, ana(), LATER)
    assert path.read_bytes() == before
    assert [b.kind for b in backups(path)] == [Kind.CLOSE]
    assert {f.name for f in path.parent.iterdir()} == {path.name, "study backups"}


@SECRETS
def test_a_damaged_backup_replaces_nothing(path, secret):
    filled(path, secret, strokes=200)
    made = make(path, secret, Kind.CLOSE, NOW)
    spoil(made.backup.path, made.backup.path.stat().st_size // 4096 // 2)
    refuse(made, path, secret, UnverifiedBackupError, "nothing was replaced")


def test_a_backup_of_another_key_replaces_nothing(path):
    filled(path, KEY, strokes=1)
    made = make(path, KEY, Kind.CLOSE, NOW)
    refuse(made, path, bytes(32), KeyDoesNotFitError)


def test_an_open_study_is_not_replaced(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    study = StudyFile.open(path, ANA)
    with pytest.raises(InUseError, match=r"study\.ordi is open"):
        restore(made.backup.path, path, PLAIN, ana(), LATER)
    study.answer(DM, [MALE])
    assert verify(study.data()) == []
    study.close()


def test_a_copy_that_came_out_otherwise_replaces_nothing(path, monkeypatch):
    filled(path, PLAIN, strokes=200)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    copied = durable.copy

    def spoilt(source, target):
        copied(source, target)
        spoil(target, target.stat().st_size // 4096 // 2)

    monkeypatch.setattr(durable, "copy", spoilt)
    refuse(made, path, PLAIN, UnverifiedBackupError)


def test_a_full_disk_replaces_nothing(path, monkeypatch):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)

    def full(_source, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.shutil, "copy", full)
    refuse(made, path, PLAIN, errors.DiskFullError)


# Another key


def test_a_study_gets_another_key_and_keeps_every_row(path):
    filled(path, PLAIN)
    wanted = digests.of_file(path, PLAIN)
    for old, new in ((PLAIN, KEY), (KEY, bytes(32)), (bytes(32), PLAIN)):
        recoding.recode(path, old, new)
        assert digests.of_file(path, new) == wanted
    change(path)
    study = StudyFile.open(path, ANA, read_only=True)
    assert verify(study.data()) == []
    study.close()


def test_an_encrypted_study_says_nothing_to_who_lacks_the_key(path):
    filled(path, KEY)
    content = path.read_bytes()
    for secret in (b"Cefalea", b"Ana Puig", b"01-001", b"no papers", b"audit", b"SQLite"):
        assert secret not in content
    with pytest.raises(KeyDoesNotFitError):
        digests.of_file(path, PLAIN)


def test_an_open_study_keeps_its_key(path):
    filled(path, PLAIN, strokes=1)
    study = StudyFile.open(path, ANA)
    with pytest.raises(InUseError):
        recoding.recode(path, PLAIN, KEY)
    study.close()
    assert connection.is_plain(path)


def test_a_study_that_would_come_out_otherwise_keeps_its_key(path, monkeypatch):
    filled(path, PLAIN, strokes=200)
    before = path.read_bytes()
    exported = connection.export

    def spoilt(link, target, key):
        exported(link, target, key)
        spoil(target, 10)

    monkeypatch.setattr(connection, "export", spoilt)
    with pytest.raises(errors.DamagedError):
        recoding.recode(path, PLAIN, KEY)
    monkeypatch.undo()
    assert digests.of_file(path, PLAIN)
    assert len(path.read_bytes()) == len(before)
    assert {f.name for f in path.parent.iterdir()} == {path.name}


def test_a_restored_study_is_backed_up_again(path):
    filled(path, PLAIN, strokes=1)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    restore(made.backup.path, path, PLAIN, ana(), LATER)
    again = make(path, PLAIN, Kind.CLOSE, LATER)
    assert backup.verify(again.backup.path, PLAIN, again.digests) == again.digests
