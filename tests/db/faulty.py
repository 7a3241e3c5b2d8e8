"""Sessions on a disk that fails at one write, each in a child of a process that is warm.

Run with `failing.c` loaded before the C library; reads from its input which session, which write
fails, how many more and with what error, and answers with what was acknowledged and what was said.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ordi_crf.core.permissions import Role
from ordi_crf.db import backup, keys, recovery
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export.files import ExportError
from tests.db import people, working

MASK = 20_000
"""Bytes of a rendering."""
Step = Callable[[], object]


def entry(path: Path) -> Iterator[Step]:
    """Enter, correct, paint, sign, lock, ask, answer, verify, and close with a backup."""
    yield from _day(path, "painted", "entered", "took back", "corrected", "locked", "corrected")
    study = _open[0]
    yield partial(study.keep_drawing, "mask", bytes(MASK))
    yield from (partial(_do, study, name) for name in ("asked", "answered", "asked", "ticked"))
    yield partial(_do, study, "painted")
    yield study.close


def accounts(path: Path) -> Iterator[Step]:
    """Make an account, change a password, look into the list of subjects, give a password."""
    yield from _day(path)
    study = _open[0]
    yield partial(study.accounts.add, "new", "New Nurse", Role.NURSE, "piedra nueva y gris")
    yield partial(_do, study, "changed password")
    yield partial(_do, study, "identified")
    yield partial(study.accounts.reset_password, "nurse", "piedra rota y azul")
    yield partial(study.accounts.deactivate, "coordinator", "left")
    yield study.close


def exported(path: Path) -> Iterator[Step]:
    """Back up, and write the workbook and one casebook."""
    yield from _day(path, "backed up", "exported")
    yield _open[0].close


def upgraded(path: Path) -> Iterator[Step]:
    """Open a study of an earlier program."""
    earlier = path.parent / "earlier" / "study.ordi"
    yield lambda: people.come(earlier, Role.INVESTIGATOR).close()


def created(path: Path) -> Iterator[Step]:
    """Make a new study with its keys and its list of subjects."""
    encrypted = b"SQLite format 3" not in path.read_bytes()[:16]
    yield partial(working.create, path.parent, encrypted=encrypted)


def restored(path: Path) -> Iterator[Step]:
    """Put a backup in the place of the study."""
    yield lambda: recovery.restore_backup(
        backup.backups(path)[0].path, path, recovery.known(path, "investigator", people.FIRST)
    )


SESSIONS = {
    "entry": entry,
    "accounts": accounts,
    "export": exported,
    "upgrade": upgraded,
    "create": created,
    "restore": restored,
}
_open: list[StudyFile] = []


def _day(path: Path, *names: str) -> Iterator[Step]:
    yield lambda: _open.append(working.come(path))
    yield from (partial(_do, _open[0], name) for name in names)


def _do(study: StudyFile, name: str) -> None:
    if name not in ("asked", "ticked"):
        working.at_work(study, Role.INVESTIGATOR)
    working.STEPS[name](study, len(study.data().audit))


def session(steps: Iterator[Step]) -> tuple[int, list[str], str]:
    """Return how many steps were acknowledged, what was refused, and the last head of the trail."""
    done, refused, head = 0, [], ""
    for step in steps:
        try:
            step()
            done += 1
            if _open and _open[0]._opened is not None:
                head = working.last(_open[0])
        except (StudyFileError, ExportError) as error:
            refused.append(type(error).__name__)
            if not _open:
                break
    return done, refused, head


def laid_out(source: Path, target: Path) -> Path:
    """Copy a study, and what lies beside it, to where the disk fails."""
    shutil.rmtree(target, ignore_errors=True)
    path = people.copied(source, target)
    for name in ("out", "new"):
        (target / name).mkdir()
    working.note(path, people.FIRST)
    return path


def main() -> None:
    """Answer each line of the input."""
    failing = ctypes.CDLL(None)
    failing.failing_seen.restype = ctypes.c_long
    failing.failing_name.restype = ctypes.c_char_p
    target = Path(sys.argv[1])
    keys.COST = people.CHEAP
    for line in sys.stdin:
        source, name, first, many, code = json.loads(line)
        steps = SESSIONS[name](laid_out(Path(source), target))
        ours, theirs = os.pipe()
        if os.fork() == 0:
            os.close(ours)
            failing.failing_arm(
                str(target).encode(), ctypes.c_long(first), ctypes.c_long(many), code
            )
            try:
                done, refused, head = session(steps)
            except BaseException as error:
                done, refused, head = 0, [f"UNTOLD {type(error).__name__}: {error}"], ""
            seen = failing.failing_seen()
            names = [failing.failing_name(ctypes.c_long(n)).decode() for n in range(1, seen + 1)]
            failing.failing_arm(b"", ctypes.c_long(0), ctypes.c_long(0), 0)
            with os.fdopen(theirs, "w") as answer:
                json.dump([done, refused, head, names if not code else []], answer)
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours) as answer:
            print(answer.read(), flush=True)
        os.wait()


if __name__ == "__main__":
    main()
