"""Double entry in the demonstration study: two forms of two subjects, entered by the data manager.

The second entry is the source's, but for what the data manager misread; each difference is decided
by the investigator, with a reason, and the last one still waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from ordi_crf import study
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.core.second import DOUBLE
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.demo import pages
from ordi_crf.demo.asking import AFTER_EVERYBODY
from ordi_crf.demo.corrections import TYPED_ONCE
from ordi_crf.demo.course import course
from ordi_crf.demo.site import DATA_MANAGER, INVESTIGATOR
from ordi_crf.demo.subject import Subject
from ordi_crf.demo.task import Task

FORMS = "SE EMG"
"""The forms that are entered twice: typed from paper, once or twice in a study."""
_CHOSEN = datetime(2011, 1, 17, 9, tzinfo=UTC)
_DECIDED = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Twice:
    """A form that was entered twice: when, what was misread, and why the difference is decided."""

    subjid: str
    visit: str
    form: str
    at: datetime
    misread: Mapping[tuple[str, str, str], str]
    reason: str = ""
    """Blank where nothing differs, or the difference still waits."""


_FIRST, _LAST = datetime(2011, 2, 14, 9, tzinfo=UTC), datetime(2012, 5, 21, 9, tzinfo=UTC)
ENTERED: tuple[Twice, ...] = (
    Twice(
        "SYN-10", "SCR", "SE", _FIRST, {("se", "ANA", "SETITRE"): "1:160"},
        "The report says 1:320 (synthetic).",
    ),
    Twice("SYN-10", "SCR", "EMG", _FIRST, {}),
    Twice(
        "SYN-10", "EOT", "EMG", _FIRST, {}, TYPED_ONCE.reason,
    ),
    Twice("SYN-15", "SCR", "SE", _LAST, {}),
    Twice(
        "SYN-15", "SCR", "EMG", _LAST, {("emg", "", "SNAPL"): "18.1"},
        "18.7 µV; the print is faint (synthetic).",
    ),
    Twice("SYN-15", "EOT", "EMG", _LAST, {("emg", "", "SNAPL"): "19.8"}),
)  # fmt: skip


class DoubleEntry:
    """The second entries of the demonstration study."""

    def __init__(self, file: StudyFile, subjects: Mapping[str, Subject]) -> None:
        self._file, self._subjects = file, subjects

    def tasks(self) -> Iterator[Task]:
        """Yield the choice of forms, every second entry and every decision."""
        yield Task(_CHOSEN, AFTER_EVERYBODY, self.choose)
        for entered in ENTERED:
            if entered.subjid in self._subjects:
                yield Task(entered.at, AFTER_EVERYBODY, partial(self.enter, entered))
                if entered.reason:
                    run = partial(self.decide, entered)
                    yield Task(entered.at + _DECIDED, AFTER_EVERYBODY, run)

    def choose(self) -> None:
        """Choose the forms that are entered twice."""
        self._file.actor = DATA_MANAGER
        self._file.set_properties({DOUBLE: FORMS})

    def enter(self, entered: Twice) -> None:
        """Enter a form once more, from its source."""
        self._file.actor = DATA_MANAGER
        key = _key(entered)
        read = [
            replace(a, value=entered.misread.get((a.section, a.row, a.item), a.value))
            for a in self._source(entered)
        ]
        self._file.second.answer(key, read)
        self._file.second.finish(key)

    def decide(self, entered: Twice) -> None:
        """Decide every difference of a form as its source says."""
        self._file.actor = INVESTIGATOR
        key = _key(entered)
        source = {(a.section, a.row, a.item): a.value for a in self._source(entered)}
        for difference in self._file.second.differences(key):
            right = source[difference.place]
            self._file.second.adjudicate(key, difference, right, entered.reason)

    def _source(self, entered: Twice) -> list[Answer]:
        subject = self._subjects[entered.subjid]
        held = next(h for h in course(subject) if h.visit == entered.visit)
        return pages.ANSWERED[entered.form](subject, held)


def _key(entered: Twice) -> RecordKey:
    subject = SubjectKey(study.DEFAULT_SITEID, entered.subjid)
    return RecordKey(subject, entered.visit, entered.form)
