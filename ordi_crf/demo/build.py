"""Build the demonstration study: years of data entry, replayed in seconds.

Everything is entered through the study file, in the order in which it happened, so that the audit
trail is one that the program wrote. Two builds are equal, hashes included.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from ordi_crf.db import errors, lock
from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo import review
from ordi_crf.demo.corrections import CORRECTIONS
from ordi_crf.demo.course import Held, course, date_on
from ordi_crf.demo.desk import Clock, Desk, opening
from ordi_crf.demo.history import DECIDED
from ordi_crf.demo.signatures import LOGS_DONE
from ordi_crf.demo.site import COORDINATOR, MACHINE
from ordi_crf.demo.subject import Subject
from ordi_crf.demo.subjects import SUBJECTS
from ordi_crf.demo.task import Task

START = datetime(2009, 1, 7, 8, 30, tzinfo=UTC)
_CLINIC, _REPORTS, _REVIEW = 8, 14, 16
"""Hours (UTC) at which visits, laboratory reports and corrections are entered."""


def build(
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    replace: bool = False,
    until: datetime | None = None,
) -> None:
    """Write the demonstration study to a path, whole or as it stood at a moment.

    ExistsError when a file is there and is not to be replaced, BusyError when that file is open.
    Nothing is left behind when it fails.
    """
    with _put_in_place(path, replace=replace) as beside:
        clock = Clock(START)
        file = StudyFile.create(beside, COORDINATOR, kind="synthetic", clock=clock, machine=MACHINE)
        try:
            tasks = sorted(_tasks(file), key=lambda task: (task.at, task.number))
            tasks = [task for task in tasks if until is None or task.at <= until]
            for done, task in enumerate(tasks, start=1):
                clock.reach(task.at)
                task.run()
                if progress is not None:
                    progress(done, len(tasks))
        finally:
            file.close()


def _tasks(file: StudyFile) -> Iterator[Task]:
    subjects = {subject.subjid: subject for subject in SUBJECTS}
    desks = {subjid: Desk(file, subject) for subjid, subject in subjects.items()}
    for number, (subjid, subject) in enumerate(subjects.items()):
        yield from _tasks_of(subject, desks[subjid], number)
    yield from review.tasks(file, desks, subjects)


def _tasks_of(subject: Subject, desk: Desk, number: int) -> Iterator[Task]:
    visits = course(subject)
    wrong = [c for c in (*CORRECTIONS, *review.CORRECTIONS) if c.subjid == subject.subjid]
    yield Task(opening(visits[0], _CLINIC), number, partial(desk.enrol, wrong))
    decided = opening(visits[0], _REVIEW) + timedelta(days=DECIDED)
    yield Task(decided, number, partial(desk.decide, visits[0]))
    for held in visits:
        yield from _tasks_at(held, desk, number)
    for happened in subject.events:
        if (told := happened.report) is not None:
            sent = datetime.combine(date_on(subject, told.sent), time(_CLINIC), UTC)
            yield Task(sent, number, partial(desk.log, told.sent))
    for correction in wrong:
        if correction.after is not None:
            held = next(v for v in visits if v.visit == correction.visit)
            reviewed = opening(held, _REVIEW) + timedelta(days=correction.after)
            yield Task(reviewed, number, partial(desk.correct, correction))
    if not visits[-1].draft:
        closing = opening(visits[-1], _REVIEW) + timedelta(days=LOGS_DONE)
        yield Task(closing, number, desk.close)


def _tasks_at(held: Held, desk: Desk, number: int) -> Iterator[Task]:
    morning = opening(held, _CLINIC) + timedelta(minutes=17 * (number + 1))
    if held.missed:
        yield Task(morning + timedelta(days=4), number, partial(desk.miss, held))
        return
    yield Task(morning, number, partial(desk.visit, held))
    if not held.draft:
        reported = opening(held, _REPORTS) + timedelta(days=3 if _friday(held.on) else 1)
        yield Task(reported, number, partial(desk.report, held))


def _friday(on: date) -> bool:
    return on.isoweekday() == 5


@contextmanager
def _put_in_place(path: Path, *, replace: bool) -> Iterator[Path]:
    """Give a path to build at; what is there takes its place only when the block succeeds."""
    if path.exists() and not replace:
        raise errors.ExistsError(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _alone(path):
        try:
            yield beside
            # A log left by a crash belongs to the file that was there, not to this one.
            _remove(path, "-wal", "-shm")
            beside.replace(path)
        finally:
            _remove(beside, "", ".lock", "-wal", "-shm")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock of a study that is there, so that nobody has it open."""
    if not path.exists():
        yield
        return
    try:
        held = lock.acquire(path)
    except (lock.HeldError, OSError) as error:
        raise errors.BusyError(path) from error
    try:
        yield
    finally:
        lock.release(held)


def _remove(path: Path, *endings: str) -> None:
    for ending in endings:
        path.with_name(path.name + ending).unlink(missing_ok=True)
