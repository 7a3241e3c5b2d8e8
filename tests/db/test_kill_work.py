"""T27: killed at any moment of a working day, nothing acknowledged is lost and nothing is half.

``pytest --kills=1000 -rP tests/db/test_kill_work.py`` kills a thousand times, prints the figures.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from ordi_crf import forms
from ordi_crf.core.permissions import Role
from ordi_crf.db import backup, digests, key_file
from ordi_crf.db.audit import verify
from ordi_crf.forms.demographics import DEMOGRAPHICS
from tests.builders import forms_with
from tests.db import people, working
from tests.db.people import DM

LONGEST = 2.5
"""Seconds to the kill, at most: a round or two."""
OPENED = 0.8
"""How many of the kills come once the study is open; the others may fall into the opening."""
KILLS_PER_STUDY = 25

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="processes are forked from one that is warm"
    ),
]


def pytest_generate_tests(metafunc):
    kills = metafunc.config.getoption("--kills")
    sizes = [min(KILLS_PER_STUDY, kills - done) for done in range(0, kills, KILLS_PER_STUDY)]
    metafunc.parametrize(("seed", "times"), list(enumerate(sizes)))


@pytest.fixture(scope="module")
def processes():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.db.working"])
    return context


@pytest.fixture
def ward(guarded, monkeypatch):
    """Give the study, with one of an earlier program and a folder for exports beside it."""
    with monkeypatch.context() as past:
        section = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
        past.setattr(forms, "FORMS", forms_with(section))
        earlier = guarded.parent / "earlier" / "study.ordi"
        earlier.parent.mkdir()
        people.peopled(earlier, encrypted=True)
    (guarded.parent / "out").mkdir()
    working.note(guarded, people.FIRST)
    return guarded


def killed(processes, path, first, seconds, *, opened):
    """Return the steps that a process told before it was killed."""
    ours, theirs = processes.Pipe(duplex=False)
    process = processes.Process(target=working.work, args=(path, first, theirs))
    process.start()
    theirs.close()
    told = [ours.recv_bytes().decode()]
    if opened:
        told.append(ours.recv_bytes().decode())
    time.sleep(seconds)
    process.kill()
    process.join()
    try:
        while True:
            told.append(ours.recv_bytes().decode())
    except EOFError:
        ours.close()
    process.close()
    return told


def migrated(folder):
    """Raise unless the study of an earlier program is whole, upgraded or not yet."""
    path = folder / "migrated" / "study.ordi"
    whole = (folder / "earlier" / "study.ordi").stat().st_size
    if not path.exists() or path.stat().st_size < whole:
        # It was being copied, which is the test's own doing.
        return
    if not key_file.beside(path).exists():
        return
    with closing(people.come(path, Role.INVESTIGATOR)) as study:
        assert study.record(DM).values(DEMOGRAPHICS)["SEX"] == "F"
        assert verify(study.data()) == []


def sound(path, secret):
    """Raise unless backups and exports that have a name are whole."""
    key_file.read(key_file.beside(path))
    for found in backup.backups(path):
        digests.of_file(found.path, secret)
        key_file.read(key_file.beside(found.path))
        found.path.unlink()
    for book in (path.parent / "out").glob("*.xlsx"):
        assert book.read_bytes()[-22:-18] == b"PK\5\6", "half a workbook has its name"
        book.unlink()


def test_a_kill_loses_nothing_of_a_working_day(ward, processes, cheap, seed, times):
    random, acknowledged, reached = Random(seed), set(), Counter()
    first = 0
    for _ in range(times):
        told = killed(
            processes, ward, first, random.uniform(0, LONGEST), opened=random.random() < OPENED
        )
        reached[told[-1].split()[0]] += 1
        for line in told:
            what, _, number = line.rpartition(" ")
            if what:
                first = int(number) + 1
            if what in ("entered", "painted"):
                acknowledged.add(int(number))
        with closing(working.come(ward)) as study:
            assert not study.read_only
            check = study._opened.connection.execute("PRAGMA integrity_check").fetchone()[0]
            assert check == "ok"
            data, secret = study.data(), study.key
        assert verify(data) == []
        held = working.entered(data.audit)
        assert held >= acknowledged, "an acknowledged entry is lost"
        assert len(held - acknowledged) <= 1, "more than the entry under the hand was pending"
        acknowledged |= held
        # Not the step that was cut short again: an export would take all the time there is.
        first = max(first, max(held, default=-1) + 1) + random.randrange(working.ROUND)
        sound(ward, secret)
        migrated(ward.parent)
    print(f"{times} kills, {len(acknowledged)} entries held, 0 acknowledged lost; after: {reached}")
    assert len(reached) > 1 or times < 5
