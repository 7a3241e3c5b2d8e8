"""T27: killed at any moment of a working day, nothing acknowledged is lost and nothing is half.

The kills fall into each kind of step in turn, at a random moment of it: entry, correction, strokes,
signature, lock, query, verification, password, list of subjects, backup, export, close, opening,
upgrade and a new study. ``pytest --kills=700 -rP tests/db/test_kill_work.py`` prints the figures.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
import zipfile
from collections import Counter
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from ordi_crf import forms
from ordi_crf.core.permissions import Role
from ordi_crf.db import access, backup, digests, key_file
from ordi_crf.db.audit import verify
from ordi_crf.db.durable import PART
from ordi_crf.export.seal import holds
from ordi_crf.forms.demographics import DEMOGRAPHICS
from tests.builders import forms_with
from tests.db import people, working
from tests.db.people import DM

GUESSED = 0.1
"""Seconds that a step takes, until one was seen to be done."""
KILLS_PER_STUDY = 10

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="processes are forked from one that is warm"
    ),
]


def pytest_generate_tests(metafunc):
    kills = metafunc.config.getoption("--kills")
    starts = [range(n, min(n + KILLS_PER_STUDY, kills)) for n in range(0, kills, KILLS_PER_STUDY)]
    kinds = ["plain" if number % 2 else "encrypted" for number in range(len(starts))]
    metafunc.parametrize(
        ("numbers", "encrypted"),
        [(numbers, kind == "encrypted") for numbers, kind in zip(starts, kinds, strict=True)],
        ids=[f"{kind}-{numbers.start}" for numbers, kind in zip(starts, kinds, strict=True)],
    )


@pytest.fixture(scope="module")
def processes():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.db.working"])
    return context


@pytest.fixture(scope="module")
def longest():
    """Give how long each kind of step was seen to take."""
    return dict.fromkeys(working.KINDS, GUESSED)


@pytest.fixture
def ward(tmp_path, monkeypatch, cheap, encrypted):
    """Give a study, with one of an earlier program and a folder for exports beside it."""
    path = tmp_path / "ward" / "study.ordi"
    with monkeypatch.context() as past:
        section = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
        past.setattr(forms, "FORMS", forms_with(section))
        earlier = path.parent / "earlier" / "study.ordi"
        earlier.parent.mkdir(parents=True)
        people.peopled(earlier, encrypted=encrypted)
    people.peopled(path, encrypted=encrypted)
    (path.parent / "out").mkdir()
    working.note(path, people.FIRST)
    return path


def killed(processes, path, kind, number, random, longest):
    """Kill a process within a kind of step, and return what it told before."""
    ours, theirs = processes.Pipe(duplex=False)
    process = processes.Process(target=working.work, args=(path, kind, number, theirs))
    process.start()
    theirs.close()
    told = []
    while not told or told[-1] != f"begins {kind}":
        told.append(ours.recv_bytes().decode())
    time.sleep(random.uniform(0, longest[kind]))
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL, "it ended by itself"
    try:
        while True:
            told.append(ours.recv_bytes().decode())
    except EOFError:
        ours.close()
    process.close()
    return told


def acknowledged(told, longest):
    """Return the heads of the trail that were told; learn how long each kind of step takes."""
    heads = []
    for line in told:
        if line.startswith("done "):
            kind, took, head = line.removeprefix("done ").split("|")
            longest[kind] = max(0.7 * longest[kind], float(took))
            heads += [head.split()] if head else []
    if told[-1].startswith("begins "):
        under_way = told[-1].removeprefix("begins ")
        longest[under_way] = min(1.1 * longest[under_way], 5)
    return heads


def whole(path, role=Role.INVESTIGATOR):
    """Raise unless a study that has its name opens whole; nothing is asked of what has none yet."""
    if path.exists():
        with closing(people.come(path, role)) as study:
            assert verify(study.data()) == []


def migrated(folder):
    """Raise unless the study of an earlier program is whole, upgraded or not yet."""
    path, earlier = folder / "migrated" / "study.ordi", folder / "earlier"
    names = [file.name for file in earlier.iterdir() if file.is_file()]
    copies = [path.with_name(name) for name in names]
    if not all(c.exists() and c.stat().st_size >= 100 for c in copies):
        # It was being copied, which is the test's own doing.
        return
    if path.stat().st_size < (earlier / "study.ordi").stat().st_size:
        return
    whole(path)
    with closing(people.come(path, Role.INVESTIGATOR)) as study:
        assert study.record(DM).values(DEMOGRAPHICS)["SEX"] == "F"


def nothing_half(path, study):
    """Raise unless each file that has a name is whole: keys, vault, backups, exports."""
    key_file.read(key_file.beside(path))
    if study.key:
        with closing(access.open_vault(study)) as vault:
            assert vault.verify() == []
    for found in backup.backups(path):
        secret = study.accounts.vault_key() if "vault" in found.path.name else study.key
        digests.of_file(found.path, secret)
        key_file.read(key_file.beside(found.path))
        found.path.unlink()
        key_file.beside(found.path).unlink()
    for made in (path.parent / "out").iterdir():
        if made.suffix == ".xlsx":
            assert zipfile.ZipFile(made).testzip() is None
        elif made.suffix == ".pdf":
            assert holds(made.read_bytes())
        else:
            assert PART in made.name
        made.unlink()


def held(path, heads):
    """Raise unless the study is sound and holds what was acknowledged; return its last entry."""
    with closing(working.come(path)) as study:
        assert not study.read_only
        check = study._opened.connection.execute("PRAGMA integrity_check").fetchone()[0]
        assert check == "ok"
        data = study.data()
        assert verify(data) == []
        for number, digest in heads:
            assert data.audit[int(number) - 1].hash == digest, "an acknowledged entry is lost"
        after = data.audit[int(heads[-1][0]) if heads else len(data.audit) :]
        texts = [text for e in after for text in (e.new, e.reason) if text]
        pending = {text for text in texts if text.startswith("entry ")}
        assert len(pending) <= 1, "more than the step under the hand was pending"
        nothing_half(path, study)
        return working.last(study).split()


def test_a_kill_loses_nothing_of_a_working_day(ward, processes, longest, numbers):
    random, fell, done = Random(numbers.start), Counter(), 0
    heads = []
    for number in numbers:
        kind = working.KINDS[number % len(working.KINDS)]
        told = killed(processes, ward, kind, 40 * number, random, longest)
        fell[told[-1].partition("|")[0]] += 1
        heads += acknowledged(told, longest)
        done += sum(line.startswith("done") for line in told)
        heads = [held(ward, heads)]
        migrated(ward.parent)
        whole(ward.parent / "new" / "study.ordi")
    print(f"{len(numbers)} kills, {done} steps acknowledged, 0 lost; fell: {dict(fell)}")
