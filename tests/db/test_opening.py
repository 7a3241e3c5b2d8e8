"""Opening and closing: durable, one file left behind, and a sentence for every file that is not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ordi_crf.core.records import Status
from ordi_crf.db import connection as sql
from ordi_crf.db import errors
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, JOAN, SUBJECT, Ticking, key

DM = key("DM", "SCR")
SEX = Answer("dm", "", "SEX", "F")


@pytest.fixture
def closed(study, path):
    """Give the path of a study with a little in it, closed."""
    study.answer(DM, [SEX])
    study.close()
    return path


def raw(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def everything(folder):
    """Return every file of a folder with its bytes."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_entry_is_durable_before_the_call_returns(study):
    """ADR 4: a write-ahead log, synchronised at every commit."""
    pragma = study._opened.connection.execute
    assert study.journal == pragma("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert pragma("PRAGMA synchronous").fetchone()[0] == 2
    assert pragma("PRAGMA foreign_keys").fetchone()[0] == 1


def test_where_a_write_ahead_log_is_refused_a_rollback_journal_is_as_durable(path):
    """A network share has no shared memory; SQLite's unix-none file system has none either."""
    connection = sqlite3.connect(f"file:{path}?vfs=unix-none", uri=True)
    assert sql.make_durable(connection) == "delete"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 3
    connection.close()


def test_a_share_gets_a_rollback_journal_although_it_would_take_the_other(closed):
    """SQLite takes a write-ahead log on a share; two computers then read two truths."""
    connection = sqlite3.connect(closed)
    assert sql.make_durable(connection, network=True) == "delete"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 3
    connection.close()


@pytest.mark.parametrize(
    ("path", "uri", "network"),
    [
        (PurePosixPath("/home/Núria/a b#1.ordi"), "file:///home/N%C3%BAria/a%20b%231.ordi", False),
        (PureWindowsPath(r"C:\Estudio\a?.ordi"), "file:///C:/Estudio/a%3F.ordi", False),
        (PureWindowsPath(r"\\ward\share\a.ordi"), "file:////ward/share/a.ordi", True),
    ],
    ids=["Unix", "Windows", "share of Windows"],
)
def test_a_path_becomes_what_sqlite_reads(path, uri, network):
    assert sql.uri(path) == uri
    assert sql.on_network(path) is network


def test_one_file_remains_after_closing(closed):
    assert [file.name for file in closed.parent.iterdir()] == ["study.ordi"]


def test_one_file_remains_after_reading(closed):
    reader = StudyFile.open(closed, ANA, read_only=True)
    assert reader.record(DM).sections["dm"][""].values["SEX"] == "F"
    reader.close()
    assert [file.name for file in closed.parent.iterdir()] == ["study.ordi"]


def test_one_file_remains_when_the_reader_closes_last(study, path):
    reader = StudyFile.open(path, JOAN)
    study.close()
    assert reader.subjects() == (SUBJECT,)
    reader.close()
    assert [file.name for file in path.parent.iterdir()] == ["study.ordi"]


def test_reading_changes_not_a_byte(closed):
    before = everything(closed.parent)
    reader = StudyFile.open(closed, ANA, read_only=True)
    reader.data()
    reader.close()
    assert everything(closed.parent) == before


def test_a_study_is_opened_and_closed_again_and_again(closed):
    for n in range(5):
        opened = StudyFile.open(closed, ANA)
        opened.answer(DM, [Answer("dm", "", "BRTHDAT", str(1960 + n))])
        opened.close()
    opened = StudyFile.open(closed, ANA)
    assert verify(opened.data()) == []
    assert len(opened.history(DM, "dm", "", "BRTHDAT")) == 5
    opened.close()


def test_closing_twice_is_harmless(study):
    study.close()
    study.close()
    assert not study.path.with_name("study.ordi.lock").exists()


def test_a_study_is_let_go_of_although_its_last_words_fail(study, path):
    study._opened.connection.execute("DROP TABLE setting")
    with pytest.raises(Exception, match="no such table"):
        study.close()
    study.close()
    assert not path.with_name("study.ordi.lock").exists()


@pytest.mark.parametrize(
    "name",
    ["with space", "Núñez", "100%", "a#b", "a?b=c", "%41", "it's", 'say "a"', "semi;colon", "ß.x"],
)
def test_any_name_is_a_name_for_a_study(tmp_path, name):
    path = tmp_path / name / f"{name}.ordi"
    path.parent.mkdir()
    created = StudyFile.create(path, ANA)
    created.add_subject(SUBJECT)
    created.close()
    opened = StudyFile.open(path, ANA)
    assert opened.subjects() == (SUBJECT,)
    opened.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_relative_path_is_a_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    StudyFile.create(Path("study.ordi"), ANA).close()
    opened = StudyFile.open(Path("study.ordi"), ANA)
    assert not opened.read_only
    opened.close()


def test_opening_an_up_to_date_study_does_not_load_sqlite_utils(closed):
    """It takes 0.15 s, which belongs to the first change and not to the first window."""
    program = (
        "import sys; from pathlib import Path\n"
        "from ordi_crf.db.study_file import Actor, StudyFile\n"
        f"study = StudyFile.open(Path({str(closed)!r}), Actor('A', 'B'))\n"
        "study.data(); study.close()\n"
        "print('sqlite_utils' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr) == ("False", "")


# Creating


def test_a_new_study_never_replaces_a_file(path):
    path.write_text("my thesis")
    with pytest.raises(errors.ExistsError):
        StudyFile.create(path, ANA)
    assert path.read_text() == "my thesis"


def test_a_new_study_replaces_no_link_and_no_folder(tmp_path):
    folder, link = tmp_path / "folder.ordi", tmp_path / "link.ordi"
    folder.mkdir()
    link.symlink_to(tmp_path / "elsewhere.ordi")
    for taken in (folder, link):
        with pytest.raises(errors.ExistsError):
            StudyFile.create(taken, ANA)


def test_a_new_study_needs_its_folder(tmp_path):
    with pytest.raises(errors.MissingFileError, match="nowhere"):
        StudyFile.create(tmp_path / "nowhere" / "study.ordi", ANA)


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_a_new_study_never_meets_the_journal_of_an_old_one(path, end):
    """SQLite would play it into the new file."""
    journal = path.with_name(path.name + end)
    journal.write_bytes(b"frames of a study whose file was moved")
    with pytest.raises(errors.RemainsError, match=journal.name):
        StudyFile.create(path, ANA)
    assert [file.name for file in path.parent.iterdir()] == [journal.name]


def test_what_a_crash_left_of_a_new_study_is_no_obstacle(path):
    path.with_name(".study.ordi.new").write_bytes(b"half a study")
    StudyFile.create(path, ANA).close()
    assert [file.name for file in path.parent.iterdir()] == ["study.ordi"]


def test_a_study_that_could_not_be_made_leaves_nothing(path, monkeypatch):
    monkeypatch.setattr(sql, "USER_VERSION", "no number")
    monkeypatch.setattr("ordi_crf.db.upgrade.USER_VERSION", "no number")
    with pytest.raises(Exception, match="syntax error"):
        StudyFile.create(path, ANA)
    assert list(path.parent.iterdir()) == []


# Files that are no study


def zeros(path):
    path.write_bytes(b"")


def text(path):
    path.write_text("Patient,CLASI\n01-001,12\n" * 500)


def few_bytes(path):
    path.write_bytes(b"SQLite format 3\0")


def foreign(path):
    raw(path, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")


def folder(path):
    path.mkdir()


def workbook(path):
    path.write_bytes(b"PK\x03\x04" + bytes(5000))


@pytest.mark.parametrize("make", [zeros, text, few_bytes, foreign, workbook])
def test_a_file_that_is_no_study_is_named_and_left_as_it_is(path, make):
    make(path)
    before = everything(path.parent)
    with pytest.raises(errors.NotAStudyError, match=r"study\.ordi is not an ORDI CRF study file"):
        StudyFile.open(path, ANA)
    assert everything(path.parent) == before


def test_a_folder_is_no_study(path):
    folder(path)
    with pytest.raises(errors.NotAStudyError):
        StudyFile.open(path, ANA)


def test_a_file_that_is_not_there_is_missing(path):
    with pytest.raises(errors.MissingFileError, match=r"study\.ordi is no longer at"):
        StudyFile.open(path, ANA)
    assert list(path.parent.iterdir()) == []


def test_a_link_into_nowhere_is_missing(path):
    path.symlink_to(path.with_name("gone.ordi"))
    with pytest.raises(errors.MissingFileError):
        StudyFile.open(path, ANA)


# Files that were a study


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def cut_short(path):
    os.truncate(path, 4096)


def zeroed_page(path):
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(4096 * 3))


def noise(path):
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(os.urandom(4096 * 4))


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("damage", [cut, cut_short, zeroed_page, noise])
def test_a_damaged_study_is_named_and_left_as_it_is(closed, damage, read_only):
    damage(closed)
    before = closed.read_bytes()
    with pytest.raises(errors.DamagedError, match="is damaged and was left untouched"):
        StudyFile.open(closed, ANA, read_only=read_only)
    assert closed.read_bytes() == before
    assert not closed.with_name("study.ordi.lock").exists()


def test_a_study_of_a_newer_program_is_left_as_it_is(closed):
    raw(closed, f"PRAGMA user_version = {sql.USER_VERSION + 1}")
    before = everything(closed.parent)
    with pytest.raises(errors.NewerSchemaError, match="newer ORDI CRF"):
        StudyFile.open(closed, ANA)
    assert everything(closed.parent) == before


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("ALTER TABLE dm ADD COLUMN DMDTC TEXT", r"dm\.DMDTC"),
        ("ALTER TABLE audit ADD COLUMN meaning TEXT", r"audit\.meaning"),
        ("CREATE TABLE zz (id INTEGER PRIMARY KEY) STRICT", r"\(zz\)"),
    ],
    ids=["column of a form", "column of the trail", "table"],
)
@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_a_study_that_holds_the_unknown_is_left_as_it_is(closed, statement, named, read_only):
    raw(closed, statement)
    before = everything(closed.parent)
    with pytest.raises(errors.UnknownSchemaError, match=named):
        StudyFile.open(closed, ANA, read_only=read_only)
    assert everything(closed.parent) == before


# The file under our hands


def test_a_file_deleted_under_us_takes_no_more_entries(study, path):
    path.unlink()
    with pytest.raises(errors.MissingFileError):
        study.answer(DM, [SEX])
    assert study.statuses() == {}


def test_a_file_moved_away_takes_no_more_entries(study, path):
    path.rename(path.with_name("elsewhere.ordi"))
    with pytest.raises(errors.MissingFileError, match="Was it moved"):
        study.answer(DM, [SEX])


def test_another_file_in_its_place_takes_none_of_our_entries(study, path, tmp_path):
    path.rename(tmp_path / "elsewhere.ordi")
    shutil.copy(tmp_path / "elsewhere.ordi", path)
    with pytest.raises(errors.MissingFileError):
        study.answer(DM, [SEX])


HOLDING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


def test_another_program_that_holds_the_database_makes_us_wait_and_say_so(study, path):
    study._opened.connection.execute("PRAGMA busy_timeout = 50")
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "held\n"
    with pytest.raises(errors.BusyError, match="used by another program"):
        study.answer(DM, [SEX])
    other.communicate("\n")
    study.answer(DM, [SEX])
    assert study.statuses() == {DM: Status.DRAFT}


def test_a_clock_of_our_own_dates_a_new_study(path):
    study = StudyFile.create(path, ANA, clock=Ticking())
    assert study.properties()["created"] == "2010-03-15T08:00:01.000Z"
    assert all(entry.at.startswith("2010-03-15T08:00") for entry in study.data().audit)
    study.close()
