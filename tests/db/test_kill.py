"""T27: killed at any moment of entry, the study opens sound and holds all that was acknowledged.

``pytest --kills=200 -rP tests/db/test_kill.py`` kills two hundred times and prints the figures.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from random import Random

import pytest

from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import StudyFile
from tests.builders import ANA
from tests.db import entry

KILLS_PER_STUDY = 20
LONGEST = 0.12
"""Seconds to a kill, at most: from the start of a process, so that some fall into the opening, or
from its first acknowledgement, so that others fall into the entry however slow the machine is."""
PATIENCE = 60
"""Seconds within which a process acknowledges something."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="processes are forked from one that is warm"
    ),
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    kills = metafunc.config.getoption("--kills")
    sizes = [min(KILLS_PER_STUDY, kills - done) for done in range(0, kills, KILLS_PER_STUDY)]
    metafunc.parametrize(("seed", "times"), list(enumerate(sizes)))


@pytest.fixture(scope="module")
def processes():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.db.entry"])
    return context


def killed_entry(processes, path, first, seconds, *, entering):
    """Return the steps that were acknowledged before the process was killed."""
    ours, theirs = processes.Pipe(duplex=False)
    process = processes.Process(target=entry.enter, args=(path, first, theirs))
    process.start()
    theirs.close()
    assert ours.recv_bytes() == entry.STARTED
    if entering:
        assert ours.poll(PATIENCE)
    time.sleep(seconds)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL, "it ended by itself"
    acknowledged = []
    try:
        while True:
            acknowledged.append(int(ours.recv_bytes()))
    except EOFError:
        ours.close()
    process.close()
    return acknowledged


def test_a_kill_loses_nothing_that_was_acknowledged(study, path, processes, seed, times):
    study.close()
    random = Random(seed)
    acknowledged, extra = [], 0
    for kill in range(times):
        first = acknowledged[-1] + 1 if acknowledged else 0
        seconds = random.uniform(0, LONGEST)
        acknowledged += killed_entry(processes, path, first, seconds, entering=kill % 2 == 0)
        opened = StudyFile.open(path, ANA)
        assert not opened.read_only
        check = opened._opened.connection.execute("PRAGMA integrity_check")
        assert check.fetchone()[0] == "ok"
        data = opened.data()
        opened.close()
        assert verify(data) == []
        held = entry.entered(data)
        assert held[: len(acknowledged)] == acknowledged, "an acknowledged entry is lost"
        unheard = held[len(acknowledged) :]
        assert len(unheard) <= 1, "more than the entry under the hand was pending"
        acknowledged += unheard
        extra += len(unheard)
    assert acknowledged == list(range(len(acknowledged)))
    print(f"{times} kills, {len(acknowledged) - extra} acknowledged, 0 lost, {extra} unheard")
    assert acknowledged
