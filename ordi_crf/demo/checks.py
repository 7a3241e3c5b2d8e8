"""What the checks ask by themselves: a soft finding of a completed form is a query.

The window lets the checks look whenever the keyboard is still; here they look when somebody of the
site has finished with a patient. What they then say is the same, and enters the study the same way.
"""

from __future__ import annotations

from collections.abc import Iterable

from ordi_crf import drawings, forms
from ordi_crf.core import consistency
from ordi_crf.core.chart import Chart
from ordi_crf.core.painted import Painted
from ordi_crf.core.queries import steps
from ordi_crf.core.records import Record, RecordKey, Status, SubjectKey
from ordi_crf.core.validation import Finding, check
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.schema import Severity


class Checks:
    """The checks of one patient's forms, which read again only what was touched."""

    def __init__(self, file: StudyFile, subject: SubjectKey) -> None:
        self._file, self._subject = file, subject
        self._records: dict[RecordKey, Record] = {}
        self._asked: set[RecordKey] = set()

    def look(self, touched: Iterable[RecordKey]) -> None:
        """Raise, answer and resolve what the forms that were touched call for."""
        mine = {key: self._file.record(key) for key in touched}
        mine = {key: record for key, record in mine.items() if record != Record(key)}
        self._records |= mine
        chart = Chart(self._records, self._subject, self._painted)
        for record in mine.values():
            if record.status is not Status.DRAFT:
                self._take(record, chart)

    def look_at_all(self) -> None:
        """Do the same with every form of the patient."""
        self.look([key for key in self._file.statuses() if key.subject == self._subject])

    def beside(self, form: str) -> list[RecordKey]:
        """Return where a form was filled, at whichever visit: results are compared in time."""
        return [key for key in self._records if key.form == form]

    def _take(self, record: Record, chart: Chart) -> None:
        """Take what the checks of a form say; most say nothing and never did."""
        found, key = self._findings(record, chart), record.key
        soft = any(finding.severity is Severity.SOFT for finding in found)
        if soft or key in self._asked:
            self._asked.add(key)
            self._file.queries.take(key, steps(self._file.queries.of(key), found, record))

    def _findings(self, record: Record, chart: Chart) -> list[Finding]:
        today = self._file.moment().date().isoformat()
        found = check(forms.form(record.key.form), record, today)
        return [*found, *consistency.findings(chart, record.key)]

    def _painted(self, key: RecordKey) -> Painted | None:
        record = self._records.get(key)
        return None if record is None else drawings.figures(record, self._file.drawing)
