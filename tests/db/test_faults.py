"""The disk fills, refuses or fails: a sentence, nothing half written, and entry goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf import forms
from ordi_crf.db import errors
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.forms.demographics import DEMOGRAPHICS
from tests.builders import ANA, SUBJECT, Ticking, forms_with, key, stroke

resource = pytest.importorskip("resource", reason="needs a Unix system")

DM, BM = key("DM", "SCR"), key("BM")
SEX = Answer("dm", "", "SEX", "F")


class Disk:
    """A small disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.study = folder / "study.ordi"
        self._filler = folder / "filler"

    def fill(self, *, leave: int = 0) -> None:
        """Fill the disk but for some bytes."""
        free = shutil.disk_usage(self.folder).free - leave
        with self._filler.open("ab") as filler:
            filler.write(bytes(max(free, 0)))

    def free(self) -> None:
        """Free what was filled."""
        self._filler.unlink()

    def set(self, mode: str) -> None:
        """Let the disk be read-only (ro) or writable (rw)."""
        subprocess.run(["mount", "-o", f"remount,{mode}", str(self.folder)], check=True)

    def names(self) -> set[str]:
        return {file.name for file in self.folder.iterdir()} - {"filler"}


@pytest.fixture
def disk(tmp_path):
    """Give a disk of 2 MB; skipped where mounting one is not permitted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not permitted here")
    yield Disk(folder)
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def started(disk):
    """Give the small disk with an open study on it."""
    study = StudyFile.create(disk.study, ANA, clock=Ticking())
    study.add_subject(SUBJECT)
    study.answer(DM, [SEX])
    yield study
    study.close()


def paint_until_full(study):
    """Return how many strokes were acknowledged before the disk was full."""
    for n in range(10_000):
        try:
            study.add_row(BM, "bm_stroke", stroke(n))
        except errors.DiskFullError:
            return n
    raise AssertionError("the disk never filled")


def painted(study):
    return len(list(study.record(BM).live("bm_stroke")))


# A full disk


def test_a_full_disk_loses_only_the_change_it_refused(disk, started):
    disk.fill(leave=200_000)
    acknowledged = paint_until_full(started)
    assert painted(started) == acknowledged > 0
    assert verify(started.data()) == []


def test_entry_goes_on_when_space_is_freed(disk, started):
    disk.fill(leave=200_000)
    acknowledged = paint_until_full(started)
    disk.free()
    started.add_row(BM, "bm_stroke", stroke(acknowledged))
    assert painted(started) == acknowledged + 1
    assert verify(started.data()) == []


def test_a_full_disk_is_told_in_a_sentence(disk, started):
    disk.fill()
    with pytest.raises(errors.DiskFullError, match=r"study\.ordi is full.*Free some space"):
        started.keep_drawing("mask", bytes(100_000))


def test_closing_on_a_full_disk_loses_nothing(disk, started):
    disk.fill(leave=200_000)
    acknowledged = paint_until_full(started)
    started.close()
    disk.free()
    study = StudyFile.open(disk.study, ANA)
    assert painted(study) == acknowledged
    assert verify(study.data()) == []
    study.close()
    assert disk.names() == {"study.ordi"}


def test_a_study_on_a_full_disk_says_so_and_opens_when_space_is_freed(disk, started):
    started.close()
    disk.fill()
    with pytest.raises(errors.DiskFullError):
        StudyFile.open(disk.study, ANA)
    disk.free()
    study = StudyFile.open(disk.study, ANA)
    assert study.record(DM).sections["dm"][""].values["SEX"] == "F"
    study.close()
    assert disk.names() == {"study.ordi"}


@pytest.mark.parametrize("room", [0, 50_000, 150_000])
def test_a_new_study_on_a_full_disk_leaves_nothing_behind(disk, room):
    disk.fill(leave=room)
    with pytest.raises(errors.DiskFullError):
        StudyFile.create(disk.study, ANA)
    assert disk.names() == set()


def earlier_study(disk, monkeypatch):
    """Make a study as an earlier program did, which lacked an item."""
    section = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
    with monkeypatch.context() as past:
        past.setattr(forms, "FORMS", forms_with(section))
        study = StudyFile.create(disk.study, ANA, clock=Ticking())
        study.add_subject(SUBJECT)
        study.answer(DM, [SEX])
        study.close()


def test_an_upgrade_without_room_for_its_backup_changes_nothing(disk, monkeypatch):
    earlier_study(disk, monkeypatch)
    disk.fill(leave=120_000)
    with pytest.raises(errors.DiskFullError):
        StudyFile.open(disk.study, ANA)
    disk.free()
    assert disk.names() == {"study.ordi"}
    study = StudyFile.open(disk.study, ANA, clock=Ticking())
    assert study.backup is not None
    assert study.record(DM).sections["dm"][""].values["SEX"] == "F"
    study.close()


# A read-only disk


@pytest.fixture
def sealed(disk, started):
    """Give a disk with a closed study on it that has become read-only."""
    started.close()
    disk.set("ro")
    return disk


def test_a_study_on_a_read_only_disk_can_be_read(sealed):
    study = StudyFile.open(sealed.study, ANA)
    assert (study.read_only, study.holder) == (True, None)
    assert study.record(DM).sections["dm"][""].values["SEX"] == "F"
    assert verify(study.data()) == []
    study.close()
    assert sealed.names() == {"study.ordi"}


def test_a_study_on_a_read_only_disk_takes_no_entries_and_says_why(sealed):
    study = StudyFile.open(sealed.study, ANA)
    with pytest.raises(errors.ReadOnlyError, match="open it from a folder in which you may write"):
        study.answer(DM, [SEX])
    study.close()


def test_no_study_is_made_on_a_read_only_disk(sealed):
    with pytest.raises(errors.NotWritableError, match="Choose another folder"):
        StudyFile.create(sealed.folder / "new.ordi", ANA)
    assert sealed.names() == {"study.ordi"}


def test_a_study_that_crashed_is_not_read_half_on_a_read_only_disk(disk, started):
    """Its last entries are in the log, which a read-only disk cannot play back."""
    copies = [(f.name, f.read_bytes()) for f in disk.folder.iterdir() if f.suffix != ".lock"]
    started.close()
    for name, content in copies:
        if not name.endswith("-shm"):
            (disk.folder / name).write_bytes(content)
    disk.set("ro")
    with pytest.raises(errors.NeedsWritingError, match=r"Copy it to another folder, with .*-wal"):
        StudyFile.open(disk.study, ANA)
    disk.set("rw")
    study = StudyFile.open(disk.study, ANA)
    assert study.record(DM).sections["dm"][""].values["SEX"] == "F"
    study.close()


def test_an_empty_log_is_no_reason_not_to_read(disk, started):
    started.close()
    disk.study.with_name("study.ordi-wal").write_bytes(b"")
    disk.set("ro")
    study = StudyFile.open(disk.study, ANA)
    assert study.subjects() == (SUBJECT,)
    study.close()


def test_an_earlier_study_on_a_read_only_disk_is_not_read_half(disk, monkeypatch):
    earlier_study(disk, monkeypatch)
    disk.set("ro")
    with pytest.raises(errors.NeedsWritingError):
        StudyFile.open(disk.study, ANA)


# Permissions, which do not bind a superuser


@pytest.fixture
def forbid(study, path):
    """Give what takes a permission from the closed study or its folder; skipped where it cannot."""
    study.close()

    def take(target, mode, access):
        target.chmod(mode)
        if os.access(target, access):
            pytest.skip("permissions do not bind this user")

    yield take
    path.parent.chmod(0o755)
    path.chmod(0o644)


def test_a_study_that_may_not_be_read_says_so(forbid, path):
    forbid(path, 0o000, os.R_OK)
    with pytest.raises(errors.NotReadableError, match="ask for permission to read it"):
        StudyFile.open(path, ANA)


def test_a_study_that_may_not_be_written_can_be_read(forbid, path):
    forbid(path, 0o444, os.W_OK)
    opened = StudyFile.open(path, ANA)
    assert (opened.read_only, opened.subjects()) == (True, (SUBJECT,))
    opened.close()
    assert [file.name for file in path.parent.iterdir()] == ["study.ordi"]


def test_a_study_in_a_folder_that_may_not_be_written_can_be_read(forbid, path):
    forbid(path.parent, 0o555, os.W_OK)
    opened = StudyFile.open(path, ANA)
    assert (opened.read_only, opened.subjects()) == (True, (SUBJECT,))
    opened.close()
    with pytest.raises(errors.NotWritableError):
        StudyFile.create(path.with_name("new.ordi"), ANA)


# A failing disk


@contextmanager
def writes_failing_beyond(size):
    """Let every write beyond a size fail; SQLite takes that for a failing disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_failing_disk_loses_only_the_change_it_refused(study, path):
    study.answer(DM, [SEX])
    with (
        writes_failing_beyond(path.with_name("study.ordi-wal").stat().st_size),
        pytest.raises(errors.DiskError, match="Check that the drive is connected"),
    ):
        study.answer(DM, [Answer("dm", "", "SEX", "M")])
    assert study.record(DM).sections["dm"][""].values["SEX"] == "F"
    study.answer(DM, [Answer("dm", "", "SEX", "M")])
    assert study.record(DM).sections["dm"][""].values["SEX"] == "M"
    assert verify(study.data()) == []


def test_a_disk_that_fails_at_closing_loses_nothing(study, path):
    study.answer(DM, [SEX])
    with writes_failing_beyond(0):
        study.close()
    opened = StudyFile.open(path, ANA)
    assert opened.record(DM).sections["dm"][""].values["SEX"] == "F"
    opened.close()
