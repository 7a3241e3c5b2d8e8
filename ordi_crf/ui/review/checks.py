"""CheckQueries: after a change, lets the checks of its subject's forms raise and resolve queries.

It works when the keyboard has been still for a while, and before the study is closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from ordi_crf.core.queries import Step, steps
from ordi_crf.core.query import Query
from ordi_crf.core.records import RecordKey, Status, SubjectKey
from ordi_crf.db.errors import StudyFileError
from ordi_crf.ui import findings
from ordi_crf.ui.session import Session

_QUIET = 700
"""Milliseconds without a change after which the checks look."""


class CheckQueries(QObject):
    """Compares what the checks find with what is asked already."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._touched: set[SubjectKey] = set()
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)

    @Slot()
    def look(self) -> None:
        """Let the checks of the subjects that were touched say what they have to say."""
        touched, self._touched = self._touched, set()
        if self._session.read_only:
            return
        asked = self._session.file.queries.all()
        for subject in sorted(touched):
            for key, said in list(self._said(subject, asked)):
                try:
                    self._session.file.queries.take(key, said)
                except StudyFileError as error:
                    # Nothing was asked; the next change of the subject looks again.
                    self._session.refused.emit(error.message)
                    return
                self._session.reviewed.emit(key)

    def _said(
        self, subject: SubjectKey, asked: Mapping[RecordKey, tuple[Query, ...]]
    ) -> Iterator[tuple[RecordKey, list[Step]]]:
        """Yield what the checks of a subject's forms have to say, form by form."""
        chart = findings.chart_of(self._session, subject)
        for key, record in list(chart.records.items()):
            mine = asked.get(key, ())
            waits = any(query.finding and not query.closed for query in mine)
            if record.status is Status.DRAFT and not waits:
                continue
            found = findings.of_form(self._session, key, record, chart)
            if said := steps(mine, found, record):
                yield key, said

    @Slot(object)
    def _on_changed(self, key: object) -> None:
        if isinstance(key, RecordKey):
            self._touched.add(key.subject)
            self._timer.start()

    @Slot()
    def _on_closing(self) -> None:
        self._timer.stop()
        self.look()
        self._session.changed.disconnect(self._on_changed)
