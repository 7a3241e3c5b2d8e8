"""Real study files that were copied and went on apart, and what is sent of them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.deliver import Request, begin, deliver
from tests.builders import ANA, NURIA, Ticking, key, stroke

MANAGER = Actor("Marta Roca", "Data manager")


def begun(path: Path, siteid: str = "01") -> Path:
    """A study with one subject and a sex, closed."""
    file = StudyFile.create(path, ANA, siteid=siteid, clock=Ticking(), machine="ward-3")
    subject = SubjectKey(siteid, f"{siteid}-001")
    file.add_subject(subject)
    file.answer(key("DM", "SCR", subject), [Answer("dm", "", "SEX", "F")])
    file.close()
    return path


def copied(path: Path, name: str) -> Path:
    """A copy that goes on by itself."""
    return Path(shutil.copyfile(path, path.with_name(name)))


def gone_on(path: Path, day: int, *answers: Answer, actor: Actor = NURIA, form: RecordKey) -> None:
    """Let somebody answer on a day of April 2010."""
    clock = Ticking(datetime(2010, 4, day, 9, tzinfo=UTC))
    file = StudyFile.open(path, actor, clock=clock, machine=f"laptop-{day}")
    file.answer(form, answers)
    file.close()


def drawn(path: Path, day: int, n: int) -> None:
    """Let somebody paint a stroke on a day of April 2010."""
    clock = Ticking(datetime(2010, 4, day, 9, tzinfo=UTC))
    file = StudyFile.open(path, NURIA, clock=clock, machine=f"laptop-{day}")
    file.add_row(key("BM"), "bm_stroke", stroke(n))
    file.close()


def sent(path: Path, folder: Path, day: int, *, package: bool = False) -> Path:
    """A workbook, or a package with one, of a study on a day of May 2010."""
    folder.mkdir(exist_ok=True)
    clock = Ticking(datetime(2010, 5, day, 9, tzinfo=UTC))
    request = Request(folder, casebooks=False, package=package)
    file = StudyFile.open(path, MANAGER, clock=clock)
    begin(file, request)
    file.close()
    return deliver(path, MANAGER, request, now=datetime(2010, 5, day, 10, tzinfo=UTC))[0]
