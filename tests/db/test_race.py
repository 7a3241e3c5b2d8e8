"""Processes that race for one file: one writes, tries are all counted, one study comes to be."""

from __future__ import annotations

import multiprocessing
import sys
from contextlib import closing

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db import access, key_file
from ordi_crf.db.audit import verify
from tests.builders import Ticking
from tests.db import people, racing

ROUNDS = 8

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="processes are forked from one that is warm"
    ),
]


@pytest.fixture(scope="module")
def context():
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["tests.db.racing"])
    return found


def race(context, what, *several):
    """Run one function in several processes at once, and return what each told."""
    ready, running = context.Barrier(len(several)), []
    for arguments in several:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=what, args=(*arguments, ready, theirs))
        process.start()
        theirs.close()
        running.append((process, ours))
    told = [ours.recv() for _, ours in running]
    for process, _ in running:
        process.join()
        assert process.exitcode == 0
    return told


def test_two_that_open_at_once_lose_nothing_that_either_entered(guarded, context):
    told = race(
        context, racing.enter,
        *[(guarded, name, ROUNDS) for name in ("INVESTIGATOR", "NURSE", "COORDINATOR")],
    )  # fmt: skip
    entered = {text for done in told for text in done}
    assert len(entered) >= ROUNDS
    with closing(people.come(guarded, Role.INVESTIGATOR, clock=Ticking())) as study:
        assert not study.read_only
        data = study.data()
    assert verify(data) == []
    held = {e.new for e in data.audit if e.item == "AETERM" and e.new != "Headache"}
    assert held == entered


def test_every_wrong_try_counts_however_many_try_at_once(guarded, context):
    """T15: five passwords are looked at and no sixth, whoever is quicker."""
    looked = race(context, racing.guess, *[(guarded, 4)] * 4)
    assert sum(looked) == key_file.TRIES - 1
    tries = key_file.read(key_file.beside(guarded)).tries["nurse"]
    assert tries.count == key_file.TRIES


def test_one_study_comes_to_be_where_two_are_set_up(tmp_path, context, cheap):
    for number in range(4):
        path = tmp_path / f"{number}.ordi"
        told = race(context, racing.make, (path, "ana"), (path, "pere"))
        (owner,) = [name for name in told if name]
        with closing(access.log_in(path, owner, people.FIRST)) as study:
            assert [a.login for a in study.accounts.all()] == [owner]
            assert verify(study.data()) == []
