"""What is done with the data of the demonstration study once they are entered, in order.

Queries and their answers, source verification, double entry, signatures and locks: all by the roles
that may, through the study file, on the same scripted clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from functools import partial

from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo.asking import AFTER_EVERYBODY, Asking
from ordi_crf.demo.corrections import AFTER_LOCK, TYPED_ONCE, Correction
from ordi_crf.demo.desk import Desk
from ordi_crf.demo.monitor import Monitor
from ordi_crf.demo.questions import QUESTIONS, VISITED
from ordi_crf.demo.signatures import Signatures
from ordi_crf.demo.subject import Subject
from ordi_crf.demo.task import Task
from ordi_crf.demo.twice import DoubleEntry

_ARRIVES = time(10, tzinfo=UTC)

CORRECTIONS: tuple[Correction, ...] = (
    *(asked.correction for asked in QUESTIONS if asked.correction is not None),
    AFTER_LOCK,
    TYPED_ONCE,
)
"""Answers that were mistaken at first and put right when they were reviewed."""


def tasks(
    file: StudyFile, desks: Mapping[str, Desk], subjects: Mapping[str, Subject]
) -> Iterator[Task]:
    """Yield everything that is done by or for those who review, when it was done."""

    def correct(correction: Correction) -> None:
        desks[correction.subjid].correct(correction)

    monitor = Monitor(file)
    for number, on in enumerate(VISITED):
        at = datetime.combine(on, _ARRIVES)
        yield Task(at, AFTER_EVERYBODY, partial(monitor.visit, number))
    yield from Asking(file, correct).tasks(subjects)
    yield from Signatures(file, correct).tasks(tuple(subjects.values()))
    yield from DoubleEntry(file, subjects).tasks()
