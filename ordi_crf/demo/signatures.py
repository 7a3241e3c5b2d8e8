"""Signatures, locks and one unlocking: how the data of the demonstration study were closed.

After each visit of the monitor the investigator signs what is finished, and a week later the data
manager locks the subjects of whom nothing is left. What is corrected afterwards is signed again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from ordi_crf import study
from ordi_crf.core.life import Scope, to_sign
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo.asking import AFTER_EVERYBODY, Correct
from ordi_crf.demo.corrections import AFTER_LOCK
from ordi_crf.demo.course import course
from ordi_crf.demo.questions import VISITED
from ordi_crf.demo.site import DATA_MANAGER, INVESTIGATOR
from ordi_crf.demo.subject import Subject
from ordi_crf.demo.task import Task

LOGS_DONE = 14
"""Days from the last visit to complete logs."""
BY_VISIT: Mapping[str, int] = {"SYN-05": 3, "SYN-13": 8, "SYN-14": 8, "SYN-15": 10}
"""Subjects who are signed visit by visit, and the visit of the monitor after which that begins."""
_SETTLED = timedelta(days=30)
"""A visit is signed when its reports are in and its queries were asked."""
_SIGNED, _LOCKED = 8, 15
"""Days after the monitor's visit."""
_UNLOCKED = datetime(2010, 11, 12, 10, tzinfo=UTC)
_WHY = "The out-patient chart of the visit was found misfiled (synthetic)."


class Signatures:
    """What the investigator signs in the demonstration study, and what is locked and unlocked."""

    def __init__(self, file: StudyFile, correct: Correct) -> None:
        self._file, self._correct = file, correct

    def tasks(self, subjects: tuple[Subject, ...]) -> Iterator[Task]:
        """Yield every signing, locking and unlocking, when it happened."""
        for subject in subjects:
            scope = Scope(_key(subject))
            if (finished := _finished_at(subject)) is not None:
                yield _task(finished, _SIGNED, partial(self.sign, scope, "RESPONSIBLE"))
                yield _task(finished, _LOCKED, partial(self.lock, scope))
            for visited in range(BY_VISIT.get(subject.subjid, len(VISITED)), len(VISITED)):
                run = partial(self.sign_visits, subject, VISITED[visited] - _SETTLED)
                yield _task(visited, _SIGNED, run)
            if subject.subjid == AFTER_LOCK.subjid:
                yield from self._reopening(scope)

    def _reopening(self, scope: Scope) -> Iterator[Task]:
        """Yield what is done with the subject of whom a chart was found after the lock."""
        days = (0, self.unlock), (5, partial(self.sign, scope, "RESPONSIBLE"))
        for after, run in (*days, (12, partial(self.lock, scope))):
            yield Task(_UNLOCKED + timedelta(days=after), AFTER_EVERYBODY, run)

    def sign(self, scope: Scope, meaning: str) -> None:
        """Sign what of a scope is complete and not signed."""
        self._file.actor = INVESTIGATOR
        self._file.signing.sign(Signing(scope, meaning, INVESTIGATOR.name, ""))

    def sign_visits(self, subject: Subject, until: date) -> None:
        """Sign the visits held until a day; none with two entries that nobody has settled."""
        mine = Scope(_key(subject))
        statuses = {k: status for k, status in self._file.statuses().items() if k in mine}
        for held in course(subject):
            scope = Scope(_key(subject), held.visit, held.repeat)
            ready = to_sign(statuses, scope)
            if ready and not held.draft and held.on <= until and not self._differ(ready):
                self.sign(scope, "REVIEWED")

    def lock(self, scope: Scope) -> None:
        """Lock a subject."""
        self._file.actor = DATA_MANAGER
        self._file.life.lock(scope)

    def unlock(self) -> None:
        """Unlock a form of a locked subject, and correct it."""
        self._file.actor = DATA_MANAGER
        subject = SubjectKey(study.DEFAULT_SITEID, AFTER_LOCK.subjid)
        key = RecordKey(subject, AFTER_LOCK.visit, AFTER_LOCK.form)
        self._file.life.unlock(Scope(subject), _WHY)
        self._file.life.unlock(Scope.of(key), _WHY)
        self._correct(AFTER_LOCK)

    def _differ(self, keys: tuple[RecordKey, ...]) -> bool:
        entered = self._file.second.all()
        return any(self._file.second.differences(key) for key in keys if key in entered)


def _key(subject: Subject) -> SubjectKey:
    return SubjectKey(study.DEFAULT_SITEID, subject.subjid)


def _finished_at(subject: Subject) -> int | None:
    """Return the first visit of the monitor at which everything of a subject was complete."""
    last = course(subject)[-1]
    done = last.on + timedelta(days=LOGS_DONE)
    return None if last.draft else next(n for n, on in enumerate(VISITED) if on > done)


def _task(visited: int, after: int, run: partial[None]) -> Task:
    at = datetime.combine(VISITED[visited], time(10), UTC) + timedelta(days=after)
    return Task(at, AFTER_EVERYBODY, run)
