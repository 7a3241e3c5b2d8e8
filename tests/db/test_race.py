"""Processes that race for one file: one writes, tries are all counted, one study comes to be."""

from __future__ import annotations

import multiprocessing
import sys
from contextlib import closing

import pytest

from ordi_crf.core.permissions import Role
from ordi_crf.db import access, backup, digests, key_file, opening
from ordi_crf.db.audit import verify
from ordi_crf.db.backup import Kind
from ordi_crf.db.snapshot import snapshot
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


def race(context, *several):
    """Run functions in processes of their own at once, and return what each told."""
    ready, running = context.Barrier(len(several)), []
    for what, *arguments in several:
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


def terms(data):
    """Return what was entered in the races."""
    return {e.new for e in data.audit if e.item == "AETERM" and e.new != "Headache"}


def test_two_that_open_at_once_lose_nothing_that_either_entered(guarded, context):
    people_at_once = ("INVESTIGATOR", "NURSE", "COORDINATOR")
    told = race(context, *[(racing.enter, guarded, name, ROUNDS) for name in people_at_once])
    entered = {text for done in told for text in done}
    assert len(entered) >= ROUNDS
    with closing(people.come(guarded, Role.INVESTIGATOR, clock=Ticking())) as study:
        assert not study.read_only
        data = study.data()
    assert verify(data) == []
    assert terms(data) == entered


def test_every_wrong_try_counts_however_many_try_at_once(guarded, context):
    """T15: five passwords are looked at and no sixth, whoever is quicker."""
    looked = race(context, *[(racing.guess, guarded, 4)] * 4)
    assert sum(looked) == key_file.TRIES - 1
    tries = key_file.read(key_file.beside(guarded)).tries["nurse"]
    assert tries.count == key_file.TRIES


def test_one_study_comes_to_be_where_two_are_set_up(tmp_path, context, cheap):
    for number in range(4):
        path = tmp_path / f"{number}.ordi"
        told = race(context, (racing.make, path, "ana"), (racing.make, path, "pere"))
        (owner,) = [name for name in told if name]
        with closing(access.log_in(path, owner, people.FIRST)) as study:
            assert [a.login for a in study.accounts.all()] == [owner]
            assert verify(study.data()) == []


def test_a_restore_never_meets_somebody_at_work(guarded, context):
    """T28: every acknowledged entry is in the study, or in a file that a restore set aside."""
    *done, restored = race(
        context,
        (racing.enter, guarded, "INVESTIGATOR", ROUNDS),
        (racing.enter, guarded, "NURSE", ROUNDS),
        (racing.restore, guarded, "DATA_MANAGER", ROUNDS),
    )
    entered = {text for told in done for text in told}
    aside = [made for made in backup.backups(guarded) if made.kind is Kind.RESTORE]
    assert len(aside) == restored
    with closing(people.come(guarded, Role.INVESTIGATOR, clock=Ticking())) as study:
        assert not study.read_only
        assert verify(study.data()) == []
        secret, found = study.key, terms(study.data())
    for made in aside:
        digests.of_file(made.path, secret)
        data = opening.peek(made.path, snapshot, secret)
        assert verify(data) == []
        found |= terms(data)
    assert entered <= found


def test_no_change_of_the_keys_is_lost(guarded, context):
    told = race(context, *[(racing.leave_word, guarded, name, 40) for name in ("a", "b", "c")])
    found = {failure.at for failure in key_file.read(key_file.beside(guarded)).failures}
    assert found == {word for done in told for word in done}
    assert len(found) == 3 * 40
