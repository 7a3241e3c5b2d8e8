"""MergeDialog: deliveries of several sites, laptops or dates into one file, conflicts settled."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.merging import Conflict, Settlement
from ordi_crf.core.merging.wording import form_words, head_words, item_words, visit_words
from ordi_crf.db.connection import timestamp
from ordi_crf.forms.schema import Text
from ordi_crf.merges import kept
from ordi_crf.merges.errors import SourceError
from ordi_crf.merges.merge import Merge
from ordi_crf.merges.sources import read_all
from ordi_crf.ui import theme
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.merges.conflict_panel import ConflictPanel
from ordi_crf.ui.merges.source_list import SourceList
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_LEFT, _HEIGHT, _LINES = 400, 640, 5


class MergeDialog(Dialog):
    """Reads the files, writes what they are together, and asks about what they disagree in."""

    def __init__(
        self, session: Session, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Merge deliveries"))
        self.resize(1180, _HEIGHT)
        self._session, self._chooser = session, chooser
        self._job: Job | None = None
        self._merge = Merge()
        self.left: list[Conflict] = []
        self.panel: ConflictPanel | None = None
        self.out = documents() / f"ORDI-02{kept.SUFFIX}"
        self.sources = SourceList(chooser)
        self.sources.changed.connect(self._show_ready)
        columns = QHBoxLayout()
        columns.setSpacing(theme.SPACE_6)
        columns.addWidget(self._what())
        columns.addWidget(self._result(), 1)
        self.body.addLayout(columns, 1)
        self._close = self.add_button(self.tr("Close"), name="close")
        self._close.clicked.connect(self.close)
        self._start = self.add_button(self.tr("Merge"), Kind.PRIMARY, name="merge")
        self._start.clicked.connect(self._on_start)
        self._show_out()
        self._show_ready()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.finish()
        super().closeEvent(event)

    def _what(self) -> QWidget:
        box = QWidget()
        box.setFixedWidth(_LEFT)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        words = self.tr(
            "Study files, workbooks, packages and merged files. Their audit trails are verified "
            "and united; none of the files is changed."
        )
        column.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True))
        column.addWidget(self.sources)
        column.addWidget(Label(self.tr("Keep as"), theme.LABEL, 600))
        self._where = Label("", theme.BODY)
        choose = Button(self.tr("Choose…"))
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        row.addWidget(choose)
        column.addLayout(row)
        column.addStretch(1)
        return box

    def _result(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        self.words = Label(
            self.tr("Nothing is merged yet."), theme.BODY, 400, Tone.MUTED, wrap=True
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress of the merge"))
        self._bar.hide()
        self._stop = Button(self.tr("Cancel"))
        self._stop.setObjectName("cancel_merge")
        self._stop.clicked.connect(self._on_stop)
        self._stop.hide()
        titles = (
            self.tr("Subject"), self.tr("Visit"), self.tr("Form"), self.tr("Item"),
            self.tr("What the files say"),
        )  # fmt: skip
        self._rows = Rows(titles, [], self)
        self.table = Table(self._rows)
        self.table.setAccessibleName(self.tr("Open conflicts"))
        self.table.set_columns(((76, 0), (90, 1), (110, 2), (130, 3), (150, 4)))
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.hide()
        content = QWidget()
        self._place = QVBoxLayout(content)
        self._place.setContentsMargins(0, 0, theme.SPACE_2, 0)
        for widget in (self.words, self._bar, self._stop, self.table):
            column.addWidget(widget)
        column.addWidget(scrolling(content), 1)
        return box

    def _show_out(self) -> None:
        self._where.setText(self.out.name)
        self._where.setToolTip(str(self.out))

    @Slot()
    def _show_ready(self) -> None:
        running = self._job is not None and self._job.running
        self._start.setEnabled(bool(self.sources.paths) and not running)
        self._bar.setVisible(running)
        self._stop.setVisible(running)

    @Slot()
    def _on_choose(self) -> None:
        path = self._chooser.merged(self)
        if path is not None:
            self.out = path
            self._show_out()

    @Slot()
    def _on_start(self) -> None:
        out = self.out
        paths = [path for path in self.sources.paths if path != out]
        opener = self.sources.opener(self._session.file.actor)

        def work(progress: Progress, cancelled: Cancelled) -> object:
            if out.exists() and not kept.is_merged(out):
                raise SourceError(_TAKEN.format(name=out.name))
            merge = read_all(
                [*([out] if out.exists() else []), *paths], opener, progress, cancelled
            )
            kept.write(merge, out)
            return merge

        self._run(Job(work, self))

    def _run(self, job: Job) -> None:
        self.say("")
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._bar.setRange(0, 0)
        job.start()
        self.words.setText(self.tr("Reading and verifying…"))
        self._show_ready()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(object)
    def _on_done(self, merge: Merge) -> None:
        self._end()
        self._show(merge)

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._end()
        self.words.setText(self.tr("Nothing was written."))
        self.say(self._session.say(text))

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.words.setText(self.tr("Cancelled. Nothing was written."))

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._show_ready()

    def _show(self, merge: Merge) -> None:
        """Show what was merged, and the first of what is open."""
        self._merge, self.left = merge, merge.conflicts
        language = self._session.language
        rows = []
        for conflict in self.left:
            where = conflict.where
            said = " | ".join(head_words(where, head, language) for head in conflict.heads)
            rows.append(
                (where[1], visit_words(where, language), form_words(where, language),
                 item_words(where, language), said)
            )  # fmt: skip
        self._rows.set_rows(rows)
        self.table.setFixedHeight((min(len(rows), _LINES) + 1) * theme.ROW_HEIGHT + 4)
        self.table.setVisible(bool(rows))
        n = len(merge.union.links)
        done = self.tr("{name} is written: {n} audit entries of {files} files, all verified.")
        words = done.format(name=self.out.name, n=n, files=len(merge.origins))
        if rows:
            still = self.tr("%n conflict(s) to settle before it can be exported.", "", len(rows))
            words = f"{words} {still}"
        self.words.setText(words)
        self._clear()
        if rows:
            self.table.selectRow(0)

    def _clear(self) -> None:
        while (taken := self._place.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.panel = None

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._clear()
        self.say("")
        if not 0 <= current.row() < len(self.left):
            return
        self.panel = ConflictPanel(self.left[current.row()], self._session.language)
        self.panel.settled.connect(self._on_settled)
        self.panel.refused.connect(self._on_refused)
        self._place.addWidget(self.panel)

    @Slot(object)
    def _on_settled(self, settlement: Settlement) -> None:
        at = timestamp(self._session.file.moment())
        known = replace(settlement, actor=self._session.file.actor.name, at=at)
        merge = Merge(self._merge.union.settled(known), self._merge.origins, self._merge.files)
        out = self.out

        def work(_progress: Progress, _cancelled: Cancelled) -> object:
            kept.write(merge, out)
            return merge

        self._run(Job(work, self))

    @Slot(object)
    def _on_refused(self, text: Text) -> None:
        self.say(self._session.say(text))


_TAKEN = Text(
    "{name} is there and is no merged file. Choose another name; nothing was written.",
    "{name} ya existe y no es un archivo combinado. Elija otro nombre; no se ha escrito nada.",
)
