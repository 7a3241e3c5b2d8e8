"""Queries of people, message by message, with the corrections that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import partial

from ordi_crf import study
from ordi_crf.core.query import Act
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo.corrections import Correction
from ordi_crf.demo.question import Question, Said
from ordi_crf.demo.questions import ASKED_AGAIN, QUESTIONS, VISITED
from ordi_crf.demo.task import Task

_ASKED, _SAID = 11, 15
"""Hours (UTC) at which queries are raised, and answered or closed."""
AFTER_EVERYBODY = 50

Correct = Callable[[Correction], None]


class Asking:
    """The queries people raised in the demonstration study."""

    def __init__(self, file: StudyFile, correct: Correct) -> None:
        self._file, self._correct = file, correct
        self._numbers: dict[Question, int] = {}

    def tasks(self, subjects: Container[str]) -> Iterator[Task]:
        """Yield every message about some subjects, when it was written."""
        for question in (q for q in QUESTIONS if q.subjid in subjects):
            yield _task(question.visited, 0, _ASKED, partial(self.ask, question))
            for said in question.said:
                run = partial(self.say, question, said)
                yield _task(question.visited, said.after, _SAID, run)
        for place, (visited, messages) in ASKED_AGAIN.items():
            for said in messages if place[0] in subjects else ():
                yield _task(visited, said.after, _SAID, partial(self.say_to_check, place, said))

    def ask(self, question: Question) -> None:
        """Raise a query."""
        self._file.actor = question.by
        key = _key(question.subjid, question.visit, question.form)
        self._numbers[question] = self._file.queries.ask(key, question.place, question.text)

    def say(self, question: Question, said: Said) -> None:
        """Add a message; the first answer is given once the answer it is about is corrected."""
        if said is question.said[0] and (correction := question.correction) is not None:
            self._correct(correction)
        self._write(self._numbers[question], said)

    def say_to_check(self, place: tuple[str, str, str], said: Said) -> None:
        """Add a message to the query that a check raised."""
        subjid, visit, finding = place
        found = (
            query.number
            for key, queries in self._file.queries.all().items()
            for query in queries
            if (str(key.subject), key.visit, query.finding) == (subjid, visit, finding)
        )
        self._write(next(found), said)

    def _write(self, number: int, said: Said) -> None:
        self._file.actor = said.actor
        queries = self._file.queries
        ways = {
            Act.ANSWERED: queries.answer,
            Act.CLOSED: queries.close,
            Act.REOPENED: queries.reopen,
        }
        ways[said.act](number, said.text)


def _key(subjid: str, visit: str, form: str) -> RecordKey:
    return RecordKey(SubjectKey(study.DEFAULT_SITEID, subjid), visit, form)


def _task(visited: int, after: int, hour: int, run: Callable[[], None]) -> Task:
    at = datetime.combine(VISITED[visited], time(hour), UTC) + timedelta(days=after)
    return Task(at, AFTER_EVERYBODY, run)
