"""CompareDialog: what changed from one delivery to the next, by subject, visit, form and item."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from ordi_crf.core.comparison import Change, Kind, compare
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Text
from ordi_crf.merges import differences_book
from ordi_crf.merges.sources import read
from ordi_crf.ui import theme
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components import button
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.merges.source_list import SourceList
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_BOTH = 2
_COLUMNS = ((76, 0), (90, 2), (100, 3), (140, 4), (76, 0), (100, 3), (100, 3), (120, 3))


class CompareDialog(Dialog):
    """Takes two files, the earlier first, and lists what the later says otherwise."""

    def __init__(
        self, session: Session, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Compare two deliveries"))
        self.resize(1180, 660)
        self._session, self._chooser = session, chooser
        self._job: Job | None = None
        self.changes: list[Change] = []
        self._names = ("", "")
        words = self.tr(
            "Add two files, the earlier first: study files, workbooks, packages or merged files."
        )
        self.add_words(words, Tone.MUTED, theme.LABEL)
        self.sources = SourceList(chooser, lines=_BOTH)
        self.sources.changed.connect(self._show_ready)
        self.body.addWidget(self.sources)
        self.words = Label("", theme.BODY, 600, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress of the comparison"))
        titles = (
            self.tr("Subject"), self.tr("Visit"), self.tr("Form"), self.tr("Item"),
            self.tr("What"), self.tr("Before"), self.tr("After"), self.tr("By"),
        )  # fmt: skip
        self._rows = Rows(titles, [], self)
        self.table = Table(self._rows)
        self.table.setAccessibleName(self.tr("Changes"))
        self.table.set_columns(_COLUMNS)
        for widget in (self.words, self._bar):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self._close = self.add_button(self.tr("Close"), name="close")
        self._close.clicked.connect(self.close)
        self._save = self.add_button(self.tr("Save as workbook…"), name="save_changes")
        self._save.clicked.connect(self._on_save)
        primary = button.Kind.PRIMARY
        self._start = self.add_button(self.tr("Compare"), primary, name="compare")
        self._start.clicked.connect(self._on_start)
        self._show_ready()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.finish()
        super().closeEvent(event)

    @Slot()
    def _show_ready(self) -> None:
        running = self._job is not None and self._job.running
        self._start.setEnabled(len(self.sources.paths) == _BOTH and not running)
        self._save.setEnabled(bool(self.changes) and not running)
        self._bar.setVisible(running)

    @Slot()
    def _on_start(self) -> None:
        old, new = self.sources.paths
        opener = self.sources.opener(self._session.file.actor)

        def work(progress: Progress, cancelled: Cancelled) -> object:
            before = read(old, opener, cancelled).data(old.name)
            progress(1, 3)
            after = read(new, opener, cancelled).data(new.name)
            progress(2, 3)
            return compare(before, after)

        self.say("")
        self._names = old.name, new.name
        self._job = Job(work, self)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._end)
        self._bar.setRange(0, 0)
        self._job.start()
        self.words.setText(self.tr("Reading and verifying…"))
        self._show_ready()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(object)
    def _on_done(self, changes: list[Change]) -> None:
        self.changes = changes
        language = self._session.language
        self._rows.set_rows([differences_book.words(change, language) for change in changes])
        self.words.setText(self._told())
        self._end()

    def _told(self) -> str:
        if not self.changes:
            return self.tr("Nothing changed.")
        words = self.tr("%n change(s).", "", len(self.changes))
        if any(change.kind is Kind.REMOVED for change in self.changes):
            gone = self.tr("Something of the earlier delivery is gone, which never should be.")
            words = f"{words} {gone}"
        return words

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self.words.setText("")
        self.say(self._session.say(text))
        self._end()

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._show_ready()

    @Slot()
    def _on_save(self) -> None:
        target = self._chooser.changes(self)
        if target is None:
            return
        moment = self._session.file.moment()
        try:
            differences_book.write(
                self.changes, self._names, target, moment, self._session.language
            )
        except ExportError as error:
            self.say(self._session.say(error.message))
