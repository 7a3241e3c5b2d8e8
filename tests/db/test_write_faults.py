"""ENOSPC and EIO at each write of a session: a sentence, nothing acknowledged lost, nothing half.

Each session makes some hundreds of writes to its folder: to the study, its log and the index of
that, to keys, backups, list of subjects and exports. Each of them fails once, or from there on, in
a run of its own. ``pytest --faults=0 -rP tests/db/test_write_faults.py`` tries every one and prints
the figures.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf import forms
from ordi_crf.core.permissions import Role
from ordi_crf.db import access, backup, digests, key_file
from ordi_crf.db.audit import verify
from ordi_crf.db.durable import PART
from ordi_crf.db.errors import StudyFileError
from ordi_crf.export.seal import holds
from ordi_crf.forms.demographics import DEMOGRAPHICS
from tests.builders import forms_with
from tests.db import faulty, people, working

FOREVER = 1_000_000
SENTENCES = {
    "DiskFullError", "DiskError", "NotWritableError", "ExportError", "UnverifiedBackupError",
}  # fmt: skip
"""What a session is told first; what comes after may be told otherwise."""
OTHERS = {"upgrade": "earlier", "create": "new"}
"""The folder of another study that a session writes to."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the wrapper is for Linux's C library"),
]


class Faulty:
    """Sessions on a disk that fails where it is told to."""

    def __init__(self, target: Path, library: Path) -> None:
        self.target = target
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.db.faulty", str(target)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2], env={**os.environ, "LD_PRELOAD": str(library)},
        )  # fmt: skip

    def session(self, source: Path, name: str, first: int = 0, many: int = 0, code: int = 0):
        """Return what a session did: steps, what it was told, the head of the trail, its writes."""
        self._process.stdin.write(json.dumps([str(source), name, first, many, code]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("needs a C compiler")
    folder = tmp_path_factory.mktemp("faults")
    library = folder / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    running = Faulty(folder / "session", library)
    yield running
    running.close()


@pytest.fixture(scope="module", params=["encrypted", "plain"])
def source(request, tmp_path_factory):
    """Give the folder of a study with a backup, and of one of an earlier program in it."""
    folder, encrypted = tmp_path_factory.mktemp("source"), request.param == "encrypted"
    with pytest.MonkeyPatch.context() as past:
        past.setattr("ordi_crf.db.keys.COST", people.CHEAP)
        people.peopled(folder / "study.ordi", encrypted=encrypted)
        section = replace(DEMOGRAPHICS, items=DEMOGRAPHICS.items[:-1])
        past.setattr(forms, "FORMS", forms_with(section))
        (folder / "earlier").mkdir()
        people.peopled(folder / "earlier" / "study.ordi", encrypted=encrypted)
    return folder


def sound(path, study, head):
    """Raise unless an open study is sound, holds what was acknowledged, and takes entries."""
    assert not study.read_only
    assert study._opened.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    data = study.data()
    assert verify(data) == []
    if head:
        number, digest = head.split()
        assert data.audit[int(number) - 1].hash == digest, "an acknowledged entry is lost"
    study.log_event("GOES ON", "")
    key_file.read(key_file.beside(path))
    for found in backup.backups(path):
        secret = study.accounts.vault_key() if "vault" in found.path.name else study.key
        digests.of_file(found.path, secret)
        key_file.read(key_file.beside(found.path))


def check(folder, head, name):
    """Raise unless everything that has its name after a session is whole."""
    path = folder / "study.ordi"
    with closing(working.come(path)) as study:
        sound(path, study, head)
        if study.key:
            with closing(access.open_vault(study)) as vault:
                assert vault.verify() == []
    other = folder / OTHERS.get(name, "") / "study.ordi"
    if name in OTHERS and other.exists():
        with closing(people.come(other, Role.INVESTIGATOR)) as study:
            sound(other, study, "")
    for made in (folder / "out").iterdir():
        if made.suffix == ".xlsx":
            assert zipfile.ZipFile(made).testzip() is None
        elif made.suffix == ".pdf":
            assert holds(made.read_bytes())
        else:
            assert PART in made.name


def cases(total, wanted):
    """Return which write fails, how many more do, and with what: every one, or some of them."""
    ways = [(many, code) for many in (1, FOREVER) for code in (errno.ENOSPC, errno.EIO)]
    every = [(first, *way) for first in range(1, total + 1) for way in ways]
    if not wanted or wanted >= len(every):
        return every
    # Spread over the session, each way by turns.
    firsts = [1 + (2 * number + 1) * total // (2 * wanted) for number in range(wanted)]
    return [(first, *ways[number % len(ways)]) for number, first in enumerate(firsts)]


@pytest.fixture(scope="module")
def writes(disk, source):
    """Give the files that each session writes to, in order; every step of it is done."""
    found = {}
    for name in faulty.SESSIONS:
        done, refused, _, names = disk.session(source, name)
        assert (refused, done > 0) == ([], True)
        found[name] = names
    return found


def test_the_sessions_write_to_every_kind_of_file(writes, source):
    ends = {name.rpartition(".")[2] for names in writes.values() for name in names}
    assert {"ordi", "ordi-wal", "ordi-shm", "part", "lock"} <= ends
    assert any("-keys" in name for names in writes.values() for name in names)


@pytest.mark.parametrize("name", faulty.SESSIONS)
def test_a_write_that_fails_is_told_and_loses_nothing(disk, source, writes, cheap, request, name):
    total, told = len(writes[name]), Counter()
    tried, wrong = cases(total, request.config.getoption("--faults")), []
    for first, many, code in tried:
        _, refused, head, _ = disk.session(source, name, first, many, code)
        where = f"{errno.errorcode[code]} {many} at write {first}, {writes[name][first - 1]}"
        if refused and not (refused[0] in SENTENCES and all("UNTOLD" not in r for r in refused)):
            wrong.append(f"{where}: {refused}")
        told[refused[0] if refused else f"nothing ({errno.errorcode[code]})"] += 1
        try:
            check(disk.target, head, name)
        except (AssertionError, StudyFileError, OSError) as error:
            wrong.append(f"{where}: {type(error).__name__} {error}")
    assert not wrong, "\n".join(wrong)
    print(f"{len(tried)} failures at {total} writes, 0 acknowledged lost; told: {dict(told)}")
    assert any(not said.startswith("nothing") for said in told)
