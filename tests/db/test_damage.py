"""A damaged study is left as it is, byte for byte, until somebody chooses what becomes of it.

Its log, its keys and its list of subjects too: what can be rescued or set aside is decided by a
person (T28), and a log that is folded into damaged pages is gone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db import errors, lock, opening, recovery
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import StudyFile
from ordi_crf.db.trust_errors import KeyDoesNotFitError
from tests.builders import ANA, key, stroke
from tests.db import people
from tests.db.people import come
from tests.db.sealed import KEY, PLAIN, filled

PAGE = 4096
DOORS = {
    "to write": lambda path: come(path, Role.INVESTIGATOR),
    "to read": lambda path: come(path, Role.INVESTIGATOR, read_only=True),
}


def everything(path):
    """Return what lies beside a study, but for the index of its log, which holds no entries."""
    found = [file for file in path.parent.iterdir() if file.is_file()]
    return {f.name: f.read_bytes() for f in found if not f.name.endswith("-shm")}


@pytest.fixture(scope="module", params=["encrypted", "plain"])
def crashed(request, tmp_path_factory):
    """Give a study as a crash leaves it: its last entries are in its log alone."""
    folder = tmp_path_factory.mktemp("crashed") / "at work"
    folder.mkdir()
    path = folder / "study.ordi"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ordi_crf.db.keys.COST", people.CHEAP)
        people.peopled(path, encrypted=request.param == "encrypted")
        study = come(path, Role.INVESTIGATOR)
        for number in range(3):
            study.add_row(key("BM"), "bm_stroke", stroke(number))
        left = folder.with_name("left")
        shutil.copytree(folder, left, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
        study.close()
    return left


@pytest.fixture
def left(crashed, tmp_path, cheap):
    return people.copied(crashed, tmp_path / "study")


def overwrite(path, page, content):
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(content)


def pages_of(path):
    return path.stat().st_size // PAGE


def in_log(path):
    """Return the pages whose content is in the log: what the file holds of them does not count."""
    log = path.with_name(f"{path.name}-wal").read_bytes()
    frames = range(32, len(log), 24 + PAGE)
    return {int.from_bytes(log[start : start + 4], "big") - 1 for start in frames}


DAMAGE = {
    "zeroed": lambda path, page: overwrite(path, page, bytes(PAGE)),
    "noise": lambda path, page: overwrite(path, page, os.urandom(PAGE)),
    "cut": lambda path, page: os.truncate(path, page * PAGE),
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_study_with_its_last_entries_in_its_log_is_left_as_it_is(left, damage, door):
    page = max(set(range(pages_of(left) // 2)) - in_log(left))
    damage(left, page)
    before = everything(left)
    assert "study.ordi-wal" in before
    with pytest.raises(errors.DamagedError):
        door(left)
    assert everything(left) == before


def test_a_first_page_of_chance_is_left_as_it_is(left):
    if 0 in in_log(left):
        left.with_name("study.ordi-wal").unlink()
    overwrite(left, 0, os.urandom(PAGE))
    before = everything(left)
    with pytest.raises(errors.StudyFileError):
        come(left, Role.INVESTIGATOR)
    assert everything(left) == before


def test_looking_for_a_way_back_changes_nothing_either(left):
    overwrite(left, max(set(range(pages_of(left))) - in_log(left)), bytes(PAGE))
    before = everything(left)
    who = recovery.known(left, "investigator", people.FIRST)
    assert recovery.checked(left, who.key).problems
    for made in left.parent.glob("*backups/*.ordi"):
        recovery.said_of_loss(left, made, who.key)
    assert everything(left) == before


# What the check of the pages does not see: bytes changed within a text


TEXTS = {"a trigger": b"CREATE TRIGGER", "a slot": b'{"login": "data_manager"'}


@pytest.mark.parametrize("byte", [b"\xff", b"\x02"], ids=["no text any more", "another text"])
@pytest.mark.parametrize("wanted", TEXTS.values(), ids=TEXTS)
def test_bytes_changed_in_what_opening_reads_are_damage_and_left_as_it_is(
    tmp_path, cheap, wanted, byte
):
    path = tmp_path / "study.ordi"
    people.peopled(path, encrypted=False)
    content = path.read_bytes()
    path.write_bytes(content.replace(wanted, wanted[:2] + byte + wanted[3:]))
    before = everything(path)
    with pytest.raises(errors.DamagedError):
        come(path, Role.INVESTIGATOR)
    assert everything(path) == before


def test_a_text_that_is_none_any_more_is_damage_wherever_it_is_read(tmp_path):
    path = filled(tmp_path / "study.ordi", PLAIN)
    content = path.read_bytes()
    at = content.index(b"no papers")
    path.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    with closing(StudyFile.open(path, ANA)) as study, pytest.raises(errors.DamagedError):
        study.data()


# A crash under a rollback journal, as on a network share


HALF = """
import os, sys
from pathlib import Path
from ordi_crf.db import connection as sql
link = sql.connect(Path(sys.argv[1]), "mode=rw", sql.Context("", ""), bytes.fromhex(sys.argv[2]))
sql.make_durable(link, network=True)
link.execute("PRAGMA cache_size = 5")
link.execute("BEGIN IMMEDIATE")
link.execute("DROP TRIGGER audit_no_delete")
link.execute("DELETE FROM audit")
for number in range(30):
    link.execute("INSERT INTO drawing VALUES (?, ?)", (str(number), bytes(20_000)))
os._exit(9)
"""


def half_changed(path, secret):
    """Leave a study as a program leaves it that is killed in the middle of a large change."""
    before = len(path.read_bytes())
    run = subprocess.run([sys.executable, "-c", HALF, str(path), secret.hex()])
    assert run.returncode == 9
    assert path.with_name("study.ordi-journal").stat().st_size
    assert len(path.read_bytes()) > before


@pytest.fixture(params=[KEY, PLAIN], ids=["encrypted", "plain"])
def half(request, path):
    filled(path, request.param)
    half_changed(path, request.param)
    return path, request.param


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_a_change_that_a_crash_left_half_written_is_rolled_back(half, read_only):
    """T27: also where no write-ahead log can be; everything before it is there."""
    path, secret = half
    with closing(StudyFile.open(path, ANA, read_only=read_only, key=secret)) as study:
        assert study.read_only is read_only
        assert verify(study.data()) == []
        assert len(list(study.record(key("BM")).live("bm_stroke"))) == 40
    assert set(everything(path)) == {"study.ordi"}


def test_a_change_half_written_is_rolled_back_for_a_look_too(half):
    path, secret = half
    count = "SELECT count(*) FROM audit"
    assert opening.peek(path, lambda link: link.execute(count).fetchone()[0], secret) > 40
    assert not path.with_name("study.ordi-journal").exists()


def test_a_damaged_study_is_not_even_rolled_back(half):
    path, secret = half
    overwrite(path, 1, os.urandom(PAGE))
    journal = path.with_name("study.ordi-journal")
    os.truncate(journal, 1024)
    before = everything(path)
    with pytest.raises(errors.DamagedError):
        StudyFile.open(path, ANA, key=secret)
    assert everything(path) == before


def test_a_key_that_does_not_fit_rolls_nothing_back(path):
    filled(path, KEY)
    half_changed(path, KEY)
    before = everything(path)
    with pytest.raises(KeyDoesNotFitError):
        StudyFile.open(path, ANA, key=bytes(32))
    assert everything(path) == before


def test_who_is_at_work_is_left_alone(half):
    """The journal of a change under way is no crash's."""
    path, secret = half
    held = lock.acquire(path)
    before = everything(path)
    with pytest.raises(errors.StudyFileError):
        StudyFile.open(path, ANA, key=secret)
    assert everything(path) == before
    lock.release(held)
