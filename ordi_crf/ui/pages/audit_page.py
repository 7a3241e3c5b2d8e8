"""Audit trail: who changed what, when and why, newest first; filtered by any word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.records import AuditEntry, RecordKey, SubjectKey
from ordi_crf.db.audit import verify
from ordi_crf.forms.schema import Text
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.search_field import SearchField
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.audit_lines import AuditLines
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import FormAt
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import LABEL, SPACE_3, Tone

_ROOM = ((146, 0), (150, 3), (70, 0), (180, 5), (180, 5), (80, 2), (130, 3), (100, 4))


class AuditPage(Page):
    """The trail as a list, and its verification."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._data = session.file.data()
        self._lines = AuditLines(self._data.audit, session.language)
        self._shown: Sequence[int] = range(len(self._lines))
        self._job: Job | None = None
        titles = (
            self.tr("When (UTC)"),
            self.tr("Who"),
            self.tr("Subject"),
            self.tr("Where"),
            self.tr("Item"),
            self.tr("Old"),
            self.tr("New"),
            self.tr("Why"),
        )
        self._rows = Rows(titles, self._lines, self)
        table = Table(self._rows)
        table.setAccessibleName(self.tr("Audit trail"))
        table.set_columns(_ROOM)
        table.activated.connect(self._on_activated)
        table.doubleClicked.connect(self._on_activated)
        self.setFocusProxy(table)
        search = SearchField(self.tr("Filter by person, subject, item, value"), 340)
        search.textChanged.connect(self._on_filter)
        self._verdict = Label("", LABEL, 600)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(search)
        row.addWidget(self._verdict, 1)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(card, 1)

    def header(self) -> Header:
        count = self.tr("%n entry(ies)", "", len(self._lines))
        running = self._job is not None and self._job.running
        verify_ = Action("verify", self.tr("Verify"), not running)
        return Header(self.tr("Audit trail"), ((study.STUDYID, None), (count, None)), verify_)

    def act(self, code: str) -> None:
        data, file = self._data, self._session.file

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            return [*verify(data), *file.damaged_files()]

        self._job = Job(work, self._session)
        self._job.done.connect(self._on_verified)
        self._job.failed.connect(self._on_failed)
        self._say(self.tr("Checking every entry…"), Tone.MUTED)
        self._job.start()
        self.headed.emit()

    def _say(self, words: str, tone: Tone) -> None:
        self._verdict.set_tone(tone)
        self._verdict.setText(words)

    @Slot(object)
    def _on_verified(self, problems: list[Text]) -> None:
        if problems:
            self._say(self._session.say(problems[0]), Tone.BAD)
        else:
            words = self.tr(
                "The chain of %n entry(ies) holds and tells every table.", "", len(self._lines)
            )
            head = self.tr("Head {hash}…").format(hash=self._data.head[:16])
            self._say(f"{words} {head}", Tone.OK)
        self.headed.emit()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._say(self._session.say(text), Tone.BAD)
        self.headed.emit()

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self._shown = self._lines.matching(text)
        self._rows.set_rows([self._lines[n] for n in self._shown] if text.strip() else self._lines)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        """Go to the item an entry is about."""
        entry = self._lines.entry(self._shown[index.row()])
        if entry.form:
            self.went.emit(FormAt(_key(entry), entry.section, entry.row, entry.item))


def _key(entry: AuditEntry) -> RecordKey:
    return RecordKey(
        SubjectKey(entry.siteid, entry.subjid),
        entry.visit,
        entry.form,
        entry.visit_repeat,
        entry.form_repeat,
    )
