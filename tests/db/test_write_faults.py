"""ENOSPC and EIO at each write of a session: a sentence, nothing acknowledged lost, nothing half.

A session of entry, painting, accounts, backup, export, password change and close makes some
hundreds of writes to its folder. Each of them fails once, or from there on, in a run of its own.
``pytest --faults=0 -rP tests/db/test_write_faults.py`` tries every one and prints the figures.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from ordi_crf.db import access, backup, digests, key_file
from ordi_crf.db.audit import verify
from ordi_crf.db.durable import PART
from ordi_crf.db.trust_errors import TrustError
from tests.builders import Ticking, stroke
from tests.db import faulty, people

FOREVER = 1_000_000
SENTENCES = {
    "DiskFullError", "DiskError", "NotWritableError", "ExportError", "UnverifiedBackupError",
    "DamagedError",
}  # fmt: skip

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the wrapper is for Linux's C library"),
]


class Faulty:
    """Sessions on a disk that fails where it is told to."""

    def __init__(self, source: Path, target: Path, library: Path) -> None:
        self.target = target
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.db.faulty", str(source), str(target)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2], env={**os.environ, "LD_PRELOAD": str(library)},
        )  # fmt: skip

    def session(self, first: int, many: int, code: int) -> tuple[list[int], list[str], int]:
        """Return what a session acknowledged, what it was told, and how many writes it made."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{first} {many} {code}\n")
        self._process.stdin.flush()
        done, refused, seen = json.loads(self._process.stdout.readline())
        return done, refused, seen

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def faults(made, tmp_path_factory):
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("needs a C compiler")
    folder = tmp_path_factory.mktemp("faults")
    library = folder / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    running = Faulty(made[0], folder / "session", library)
    yield running
    running.close()


def opened(path):
    """Return the study, with whichever password counts now."""
    for password in (people.FIRST, faulty.NEW):
        try:
            return access.log_in(path, "investigator", password, clock=Ticking())
        except TrustError:
            continue
    raise AssertionError("no password opens the study any more")


def check(folder, done):
    """Raise unless a study that went through this is sound and holds what was acknowledged."""
    path = folder / "study.ordi"
    key_file.read(key_file.beside(path))
    with closing(opened(path)) as study:
        assert study._opened.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        data, secret = study.data(), study.key
        texts = [e.new for e in data.audit]
        logins = [a.login for a in study.accounts.all()]
    assert verify(data) == []
    for number in (1, 8):
        assert number not in done or f"entry {number}" in texts
    assert 2 not in done or stroke(2)["BMOP"] in texts
    assert 4 not in done or "new" in logins
    for found in backup.backups(path):
        digests.of_file(found.path, secret)
    halves = [f.name for f in (folder / "out").glob("*") if f.suffix != ".xlsx"]
    assert not [name for name in halves if PART not in name]
    for book in (folder / "out").glob("*.xlsx"):
        assert book.read_bytes()[-22:-18] == b"PK\5\6"


def points(total, wanted):
    """Return which writes fail: all, or some spread over the whole session."""
    if not wanted or wanted >= total:
        return range(1, total + 1)
    return [1 + number * (total - 1) // (wanted - 1) for number in range(wanted)]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full", "failing"])
@pytest.mark.parametrize("many", [1, FOREVER], ids=["once", "from then on"])
def test_a_write_that_fails_is_told_and_loses_nothing(faults, cheap, request, code, many):
    whole, refused, total = faults.session(0, 0, 0)
    assert (whole, refused) == (list(range(faulty.STEPS + 1)), [])
    tried = points(total, request.config.getoption("--faults"))
    told = 0
    for first in tried:
        done, refused, _ = faults.session(first, many, code)
        assert set(refused) <= SENTENCES, f"at write {first}: {refused}"
        told += bool(refused)
        check(faults.target, done)
    print(f"{len(tried)} of {total} writes failed, {told} told, 0 acknowledged answers lost")
    assert told
