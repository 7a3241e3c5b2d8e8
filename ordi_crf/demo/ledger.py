"""The running records of one patient, kept by the coordinator: rows are added and closed."""

from __future__ import annotations

from ordi_crf import study
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.demo.line import Line
from ordi_crf.demo.logs import RUNNING, lines
from ordi_crf.demo.subject import Subject


class Ledger:
    """What is entered of a patient's lines, and what is known of them by now."""

    def __init__(self, file: StudyFile, key: SubjectKey, subject: Subject) -> None:
        self._file, self._key = file, key
        self._lines = lines(subject)
        self._rows: dict[int, str] = {}
        self._entered: dict[int, dict[str, str]] = {}

    def enter(self, day: int) -> None:
        """Enter everything that is known on a day after Day 1 and was not before."""
        for number, line in enumerate(self._lines):
            if line.day > day:
                break
            known = line.known(day)
            before = self._entered.get(number, {})
            changed = {name: v for name, v in known.items() if before.get(name) != v}
            if changed:
                self._write(number, line, changed)
                self._entered[number] = known

    def close(self) -> None:
        """Complete the logs."""
        begun = {line.form for line in self._lines}
        for form in study.LOG.forms:
            if form in begun or form in RUNNING:
                self._file.set_status(self._record(form), Status.COMPLETE)

    def _write(self, number: int, line: Line, values: dict[str, str]) -> None:
        key = self._record(line.form)
        if not line.once and number not in self._rows:
            self._rows[number] = self._file.add_row(key, line.section, values)
            return
        row = self._rows.get(number, "")
        answers = [Answer(line.section, row, name, value) for name, value in values.items()]
        self._file.answer(key, answers)
        for finding, reason in line.reasons.items():
            self._file.explain(key, (line.section, row, finding), reason)

    def _record(self, form: str) -> RecordKey:
        return RecordKey(self._key, study.LOG.code, form)
