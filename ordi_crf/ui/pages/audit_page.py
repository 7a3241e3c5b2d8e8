"""Audit trail: who changed what, when and why, newest first; looked through, saved and verified."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import AuditEntry
from ordi_crf.db.audit import clock_doubt
from ordi_crf.db.connection import utc_now
from ordi_crf.export.trail import Excerpt, Format, write
from ordi_crf.forms.schema import Text
from ordi_crf.ui.choosing import documents
from ordi_crf.ui.components.banner import Banner
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.search_field import SearchField
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.audit_filter import AuditFilter
from ordi_crf.ui.pages.audit_lines import AuditLines
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.permits import may
from ordi_crf.ui.places import AsItWas, FormAt
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import LABEL, SPACE_3, Tone

_ROOM = ((146, 0), (150, 3), (70, 0), (180, 5), (180, 5), (80, 2), (130, 3), (100, 4))


class AuditPage(Page):
    """The trail as a list, what is looked for in it, and its verification."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._data = session.file.data()
        self._lines = AuditLines(self._data.audit, session.language)
        self._shown: Sequence[int] = range(len(self._lines))
        self._folder = documents()
        self._job: Job | None = None
        self._rows = Rows(self._titles(), self._lines, self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Audit trail"))
        self._table.set_columns(_ROOM)
        self._table.activated.connect(self._on_activated)
        self._table.doubleClicked.connect(self._on_activated)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self.setFocusProxy(self._table)
        self._search = SearchField(self.tr("Find words, values, reasons"), 340)
        self._search.textChanged.connect(self._on_filter)
        self._filter = AuditFilter(self._data.audit, session.language)
        self._filter.changed.connect(self._on_filter)
        self._verdict = Label("", LABEL, 600)
        self._written = Banner("", Tone.OK, action=self.tr("Open the folder"))
        self._written.asked.connect(self._on_open)
        self._written.hide()
        self._build()

    def header(self) -> Header:
        count = self.tr("%n entry(ies)", "", len(self._lines))
        if len(self._shown) < len(self._lines):
            count = self.tr("{n} of {all}").format(n=len(self._shown), all=count)
        running = self._job is not None and self._job.running
        verify_ = Action("verify", self.tr("Verify"), not running)
        quiet = [Action("was", self.tr("Form as it was"), self._entry_of_form() is not None)]
        if may(self._session, Operation.EXPORT):
            quiet += [
                Action("xlsx", self.tr("Save as a workbook"), not running),
                Action("csv", self.tr("Save as CSV"), not running),
            ]
        trail = ((study.STUDYID, None), (count, None))
        return Header(self.tr("Audit trail"), trail, verify_, tuple(quiet))

    def act(self, code: str) -> None:
        if code == "was":
            entry = self._entry_of_form()
            if entry is not None:
                self.went.emit(AsItWas(entry.record, entry.id))
        elif code == "verify":
            self._verify()
        else:
            self._save(Format(code))

    def set_folder(self, folder: Path) -> None:
        """Choose where the files go."""
        self._folder = folder

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("When (UTC)"), self.tr("Who"), self.tr("Subject"), self.tr("Where"),
            self.tr("Item"), self.tr("Old"), self.tr("New"), self.tr("Why"),
        )  # fmt: skip

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self._search)
        row.addWidget(self._verdict, 1)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addWidget(self._written)
        if (doubt := clock_doubt(self._data.audit)) is not None:
            column.addWidget(Banner(self._session.say(doubt), Tone.BAD))
        column.addWidget(self._filter)
        column.addLayout(row)
        column.addWidget(card, 1)

    def _entry_of_form(self) -> AuditEntry | None:
        """Return the entry at hand where it is about a form."""
        row = self._table.currentIndex().row()
        entry = self._lines.entry(self._shown[row]) if 0 <= row < len(self._shown) else None
        return entry if entry is not None and entry.form else None

    def _verify(self) -> None:
        file = self._session.file

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            return file.problems()

        self._start(Job(work, self._session))
        assert self._job is not None
        self._job.done.connect(self._on_verified)
        self._say(self.tr("Checking every entry…"), Tone.MUTED)
        self._job.start()
        self.headed.emit()

    def _save(self, kind: Format) -> None:
        session, folder = self._session, self._folder
        wanted = "; ".join(t for t in (self._filter.words(), self._search.text().strip()) if t)
        if not session.log_event("EXPORT", f"audit trail ({kind}): {wanted or 'all'}"):
            return
        lines = self._lines
        excerpt = Excerpt(
            [(lines.entry(n), lines[n]) for n in self._shown],
            len(lines),
            wanted,
            self._data.head,
            utc_now(),
            session.file.actor.name,
            session.language,
            self._data.synthetic,
        )

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            return write(excerpt, folder, kind)

        job = Job(work, session)
        job.setObjectName("export")
        self._start(job)
        job.done.connect(self._on_written)
        self._say(self.tr("Writing the file…"), Tone.MUTED)
        job.start()
        self.headed.emit()

    def _start(self, job: Job) -> None:
        self._job = job
        job.failed.connect(self._on_failed)

    def _say(self, words: str, tone: Tone) -> None:
        self._verdict.set_tone(tone)
        self._verdict.setText(words)

    @Slot(object)
    def _on_verified(self, problems: list[Text]) -> None:
        found = problems[0].en if problems else "holds"
        self._session.log_event("VERIFY", f"{found} (head {self._data.head[:16]})")
        doubt = clock_doubt(self._data.audit)
        if problems:
            self._say(self._session.say(problems[0]), Tone.BAD)
        elif doubt is not None:
            self._say(self._session.say(doubt), Tone.BAD)
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

    @Slot(object)
    def _on_written(self, file: Path) -> None:
        self._say("", Tone.MUTED)
        words = self.tr("{name} is in {folder}.")
        self._written.set_sentence(words.format(name=file.name, folder=str(file.parent)))
        self._written.show()
        self.headed.emit()

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot()
    def _on_filter(self) -> None:
        self._shown = self._lines.matching(self._search.text(), self._filter.wanted())
        whole = len(self._shown) == len(self._lines)
        self._rows.set_rows(self._lines if whole else [self._lines[n] for n in self._shown])
        self.headed.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.headed.emit()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        """Go to the item an entry is about."""
        entry = self._lines.entry(self._shown[index.row()])
        if entry.form:
            item = entry.item.partition(".")[0]
            self.went.emit(FormAt(entry.record, entry.section, entry.row, item))
