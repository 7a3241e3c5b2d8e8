"""Backups (T28): of a file at work, verified before they have a name, thinned by a rule."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ordi_crf.db import backup, connection, digests, durable, errors, key_file, keys, unlocking
from ordi_crf.db.audit import verify
from ordi_crf.db.backup import Backup, Kind, backups, make, superfluous, thin
from ordi_crf.db.connection import Access
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.keys import Cost
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import KeyDoesNotFitError, UnverifiedBackupError
from ordi_crf.db.vault import Identity, Vault
from ordi_crf.db.vault import beside as vault_of
from tests.builders import ANA, SUBJECT, stroke
from tests.db.sealed import BM, KEY, PLAIN, ana, filled

NOW = datetime(2010, 3, 15, 8, tzinfo=UTC)
SECRETS = pytest.mark.parametrize("secret", [PLAIN, KEY], ids=["plain", "encrypted"])


def names(path):
    folder = backup.folder(path)
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def with_keys(path):
    filled(path, KEY, strokes=1)
    slot = keys.wrap(KEY, "apuig", "blau cavall set", "study", Cost(64, 1, 1))
    key_file.write(key_file.beside(path), KeyFile("study").with_slot(slot))


@SECRETS
def test_a_backup_holds_every_row_of_the_study(path, secret):
    filled(path, secret)
    made = make(path, secret, Kind.CLOSE, NOW)
    assert made.backup.path.name == "study.at-close-20100315T080000Z.ordi"
    assert made.backup.path.parent.name == "study backups"
    assert digests.of_file(made.backup.path, secret) == digests.of_file(path, secret)
    assert made.digests == digests.of_file(path, secret)


def test_a_backup_of_an_encrypted_study_is_encrypted_with_the_same_key(path):
    filled(path, KEY)
    made = make(path, KEY, Kind.CLOSE, NOW)
    content = made.backup.path.read_bytes()
    assert not connection.is_plain(made.backup.path)
    assert b"Cefalea" not in content
    assert b"Ana Puig" not in content
    with pytest.raises(KeyDoesNotFitError):
        digests.of_file(made.backup.path, bytes(32))


def test_a_backup_is_one_file_with_the_rights_of_the_study(path):
    filled(path, PLAIN)
    path.chmod(0o600)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    assert names(path) == [made.backup.path.name]
    assert stat.S_IMODE(made.backup.path.stat().st_mode) == stat.S_IMODE(path.stat().st_mode)


def test_a_backup_opens_as_a_study_that_is_not_written_to(path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    before = made.backup.path.read_bytes()
    study = StudyFile.open(made.backup.path, ANA)
    assert study.read_only
    assert study.subjects() == (SUBJECT,)
    assert verify(study.data()) == []
    study.close()
    assert made.backup.path.read_bytes() == before


def test_a_backup_of_a_study_at_work_holds_one_moment_and_entry_goes_on(study, path):
    stop, written = threading.Event(), []

    def enter():
        while not stop.is_set():
            written.append(study.add_row(BM, "bm_stroke", stroke(len(written))))

    at_work = threading.Thread(target=enter)
    at_work.start()
    try:
        made = [make(path, PLAIN, Kind.ASKED, NOW) for _ in range(5)]
    finally:
        stop.set()
        at_work.join()
    lengths = []
    for found in made:
        copy = StudyFile.open(found.backup.path, ANA, read_only=True)
        data = copy.data()
        copy.close()
        assert verify(data) == []
        lengths.append(len(list(data.records[BM].live("bm_stroke"))) if data.records else 0)
    assert lengths == sorted(lengths)
    assert len(list(study.record(BM).live("bm_stroke"))) == len(written) > 0


def test_backups_of_one_second_are_all_kept(path):
    filled(path, PLAIN, strokes=1)
    for _ in range(3):
        make(path, PLAIN, Kind.CLOSE, NOW)
    assert names(path) == [
        "study.at-close-20100315T080000Z-2.ordi",
        "study.at-close-20100315T080000Z-3.ordi",
        "study.at-close-20100315T080000Z.ordi",
    ]
    assert [found.copy for found in backups(path)] == [3, 2, 1]


def test_the_slots_of_the_keys_go_along(path):
    with_keys(path)
    made = make(path, KEY, Kind.CLOSE, NOW)
    theirs = key_file.beside(made.backup.path)
    found = key_file.log_in(theirs, "apuig", "blau cavall set", NOW, "pc")
    assert digests.of_file(made.backup.path, found.key) == made.digests


def test_a_vault_is_backed_up_beside_its_study(path):
    vault = Vault.create(vault_of(path), KEY, ANA)
    vault.change(SUBJECT, Identity("María Ferrer"))
    made = make(vault.path, KEY, Kind.CLOSE, NOW)
    vault.close()
    assert made.backup.path.name == "study.at-close-20100315T080000Z.ordi-vault"
    assert backups(path) == []
    assert [found.path for found in backups(vault.path)] == [made.backup.path]
    assert b"Ferrer" not in made.backup.path.read_bytes()
    copy = Vault.open(made.backup.path, KEY, Actor("Núria", "Nurse"))
    assert copy.identities() == {SUBJECT: Identity("María Ferrer")}
    copy.close()


# What goes wrong


def spoil(path, page, size=4096):
    with path.open("rb+") as file:
        file.seek(size * page)
        file.write(bytes(size))


@SECRETS
def test_a_damaged_study_gives_no_backup(path, secret):
    filled(path, secret, strokes=200)
    spoil(path, path.stat().st_size // 4096 // 2)
    with pytest.raises((errors.DamagedError, UnverifiedBackupError)):
        make(path, secret, Kind.CLOSE, NOW)
    assert names(path) == []


@SECRETS
def test_a_backup_spoilt_while_it_is_written_gets_no_name(path, secret, monkeypatch):
    filled(path, secret, strokes=200)
    verified = backup.verify

    def spoilt(file, *args, **more):
        spoil(file, file.stat().st_size // 4096 // 2)
        return verified(file, *args, **more)

    monkeypatch.setattr(backup, "verify", spoilt)
    with pytest.raises(UnverifiedBackupError, match=r"study\.at-close-20100315T080000Z\.ordi"):
        make(path, secret, Kind.CLOSE, NOW)
    assert names(path) == []


def test_a_backup_that_lacks_a_row_is_noticed(path, tmp_path):
    filled(path, PLAIN)
    made = make(path, PLAIN, Kind.CLOSE, NOW)
    with closing(unlocking.connect(made.backup.path, Access.WRITE, ana(), PLAIN)) as link:
        link.execute("DROP TRIGGER bm_stroke_no_delete")
        link.execute("DELETE FROM bm_stroke WHERE id = 7")
    with pytest.raises(UnverifiedBackupError, match=r"\(schema, bm_stroke\)"):
        backup.verify(made.backup.path, PLAIN, made.digests)


def test_a_study_that_is_not_there_has_no_backup_made(path):
    with pytest.raises(errors.MissingFileError):
        make(path, PLAIN, Kind.CLOSE, NOW)
    assert names(path) == []


def test_another_key_makes_no_backup(path):
    filled(path, KEY, strokes=1)
    with pytest.raises(KeyDoesNotFitError):
        make(path, bytes(32), Kind.CLOSE, NOW)
    assert names(path) == []


@pytest.fixture
def small_disk(path):
    """Mount a disk of 1 MB where the backups go; skipped where that is not permitted."""
    folder = backup.folder(path)
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not permitted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@SECRETS
def test_a_full_disk_leaves_no_half_backup(path, small_disk, secret):
    filled(path, secret, strokes=3)
    (small_disk / "filler").write_bytes(bytes(700_000))
    with pytest.raises(errors.DiskFullError, match="study backups is full"):
        make(path, secret, Kind.CLOSE, NOW)
    assert names(path) == ["filler"]
    (small_disk / "filler").unlink()
    make(path, secret, Kind.CLOSE, NOW)
    assert len(names(path)) == 1


def test_a_disk_that_fails_to_synchronise_leaves_no_backup(path, monkeypatch):
    filled(path, PLAIN, strokes=1)

    def fails(_file):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(durable, "sync", fails)
    with pytest.raises(errors.DiskError):
        make(path, PLAIN, Kind.CLOSE, NOW)
    assert names(path) == []


@pytest.mark.parametrize("left", [False, True], ids=["removed", "not to be removed"])
def test_a_backup_whose_name_is_not_durable_never_stays_without_its_keys(path, monkeypatch, left):
    with_keys(path)
    unlink, stem = Path.unlink, "study.at-close-20100315T080000Z.ordi"

    def fails(folder):
        if (folder / stem).exists():
            raise OSError(5, "Input/output error")

    def stays(file, *, missing_ok=False):
        if left and file.suffix == ".ordi":
            raise OSError(5, "Input/output error")
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(durable, "sync_folder", fails)
    monkeypatch.setattr(Path, "unlink", stays)
    with pytest.raises(errors.DiskError):
        make(path, KEY, Kind.CLOSE, NOW)
    monkeypatch.undo()
    assert names(path) == ([stem, f"{stem}-keys"] if left else [])


def test_a_first_backup_that_cannot_be_made_names_no_missing_file(path, monkeypatch):
    filled(path, PLAIN, strokes=1)
    connect = connection.connect

    def fails(file, access, *more):
        if access is Access.CREATE:
            raise connection.dbapi2.OperationalError("unable to open database file")
        return connect(file, access, *more)

    monkeypatch.setattr(connection, "connect", fails)
    with pytest.raises(errors.NotWritableError, match="study backups"):
        make(path, PLAIN, Kind.CLOSE, NOW)


def test_a_journal_that_cannot_be_made_is_a_sentence_although_the_driver_tells_no_code(tmp_path):
    said = connection.dbapi2.OperationalError("unable to open database file")
    with pytest.raises(errors.NotWritableError), connection.translated(tmp_path):
        raise said


# The rule


def each(kind, *ages):
    return [Backup(Path(f"{kind}-{age}"), kind, NOW - age) for age in sorted(ages)]


def test_the_last_ten_are_kept_whenever_they_were_made():
    found = each(Kind.CLOSE, *(timedelta(minutes=n) for n in range(25)))
    assert superfluous(found, NOW) == found[10:]


def test_one_a_day_is_kept_for_two_weeks_and_one_a_week_for_eight():
    found = each(Kind.CLOSE, *(timedelta(hours=6 * n) for n in range(4 * 100)))
    gone = superfluous(found, NOW)
    kept = [b for b in found if b not in gone]
    assert {b.at.date() for b in kept} >= {(NOW - timedelta(days=n)).date() for n in range(14)}
    older = [b for b in kept if b.at < NOW - timedelta(days=14)]
    weeks = [b.at.isocalendar()[:2] for b in older]
    assert len(weeks) == len(set(weeks))
    assert len(older) in (6, 7)
    assert len(kept) <= 10 + 14 + 8
    assert min(b.at for b in kept) > NOW - timedelta(weeks=8)


def test_what_is_kept_of_a_day_and_of_a_week_is_the_newest():
    found = each(Kind.CLOSE, *(timedelta(days=5, hours=n) for n in range(12)))
    gone = superfluous(found, NOW)
    kept = [b for b in found if b not in gone]
    assert kept[0] == found[0]


@pytest.mark.parametrize("kind", [Kind.ASKED, Kind.UPGRADE, Kind.RESTORE])
def test_what_somebody_asked_for_or_a_change_left_is_kept_for_good(kind):
    found = each(kind, *(timedelta(days=100 * n) for n in range(30)))
    assert superfluous(found, NOW) == []


def test_thinning_removes_backups_with_their_keys_and_nothing_else(path):
    filled(path, PLAIN, strokes=1)
    key_file.write(key_file.beside(path), KeyFile("study"))
    for hours in range(12):
        make(path, PLAIN, Kind.CLOSE, NOW - timedelta(days=200, hours=hours))
    stranger = backup.folder(path) / "study.at-close-notes.ordi"
    other = backup.folder(path) / "other.at-close-20000101T000000Z.ordi"
    for file in (stranger, other):
        file.write_text("mine")
    removed = thin(path, NOW)
    assert len(removed) == 2
    assert stranger.exists()
    assert other.exists()
    assert len(names(path)) == 2 * 10 + 2
    assert thin(path, NOW) == []


def test_thinning_removes_what_a_killed_backup_left_and_not_one_at_work(path):
    filled(path, PLAIN, strokes=1)
    backup.folder(path).mkdir()
    left, journal, at_work = (
        backup.folder(path) / f".study.at-close-20100101T080000Z.ordi.{end}"
        for end in ("7.part", "7.part-journal", "8.part")
    )
    for file, age in ((left, 61), (journal, 61), (at_work, 59)):
        file.write_bytes(b"half")
        then = (NOW - timedelta(minutes=age)).timestamp()
        os.utime(file, (then, then))
    assert thin(path, NOW) == []
    assert names(path) == [at_work.name]


def test_backups_are_listed_newest_first_with_those_of_upgrades(path):
    filled(path, PLAIN, strokes=1)
    made = make(path, PLAIN, Kind.ASKED, NOW)
    beside = path.with_name("study.before-upgrade-20100316T080000Z.ordi")
    os.link(path, beside)
    path.with_name("study.before-upgrade-20109999T080000Z.ordi").write_text("no date")
    assert [(b.path, b.kind) for b in backups(path)] == [
        (beside, Kind.UPGRADE), (made.backup.path, Kind.ASKED),
    ]  # fmt: skip
