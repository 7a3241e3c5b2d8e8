"""T27 and T28: killed at any moment of backup and restore, no half file ever has a name.

``pytest --kills=200 tests/db/test_kill_backup.py`` kills two hundred times.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from random import Random

import pytest

from ordi_crf.db import backup, digests, key_file
from ordi_crf.db.audit import verify
from tests.db import restoring
from tests.db.sealed import KEY, at_work, filled

LONGEST = 0.8
"""Seconds from the first step of a process to its kill, at most: some go round twice."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="processes are forked from one that is warm"
    ),
]


@pytest.fixture(scope="module")
def processes():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.db.restoring"])
    return context


def kill(processes, path, seconds):
    """Kill a process that backs up and restores, and return its last finished step."""
    ours, theirs = processes.Pipe(duplex=False)
    process = processes.Process(target=restoring.go_round, args=(path, theirs))
    process.start()
    theirs.close()
    steps = [ours.recv_bytes()]
    time.sleep(seconds)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL, "it ended by itself"
    try:
        while True:
            steps.append(ours.recv_bytes())
    except EOFError:
        ours.close()
    process.close()
    return steps[-1]


def test_a_kill_leaves_a_sound_study_whole_backups_and_whole_keys(path, processes, request):
    filled(path, KEY)
    key_file.write(key_file.beside(path), restoring.KEYS)
    random, reached = Random(4), set()
    for _ in range(request.config.getoption("--kills")):
        reached.add(kill(processes, path, random.uniform(0, LONGEST)))
        assert key_file.read(key_file.beside(path)).slots == restoring.KEYS.slots
        for found in backup.backups(path):
            digests.of_file(found.path, KEY)
            assert key_file.read(key_file.beside(found.path)).slots == restoring.KEYS.slots
            found.path.unlink()
        with at_work(path, KEY) as study:
            assert verify(study.data()) == []
            assert len(study.subjects()) == 1
    assert len(reached) > 1
