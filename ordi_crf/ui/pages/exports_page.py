"""Exports: the sponsor's workbook and the casebooks, made off the main thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.deliver import Request, deliver
from ordi_crf.forms.schema import Language, Text
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import FileChooser, documents
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone


class ExportsPage(Page):
    """What to deliver, where to, and what came of it."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = documents()
        self._job: Job | None = None
        self._workbook = QCheckBox(self.tr("Workbook for the sponsor (.xlsx)"))
        self._casebooks = QCheckBox(self.tr("Casebooks, one PDF per subject"))
        for box in (self._workbook, self._casebooks):
            box.setChecked(True)
            box.toggled.connect(self._on_toggled)
        self._language = SegmentedChoice(
            [(Language.EN.value, "English", ""), (Language.ES.value, "Español", "")]
        )
        self._language.set_value(session.language.value)
        self._language.setAccessibleName(self.tr("Language of the casebooks"))
        self._where = Label("", theme.LABEL, 600)
        self._start = Button(self.tr("Export"), Kind.PRIMARY)
        self._start.setObjectName("export")
        self._start.clicked.connect(self._on_start)
        self._stop = Button(self.tr("Cancel"))
        self._stop.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.hide()
        self._result = Label("", theme.BODY, 600, wrap=True)
        self._files = QVBoxLayout()
        self._open = Button(self.tr("Open the folder"))
        self._open.clicked.connect(self._on_open)
        self._open.hide()
        self._build()
        self._show_folder()

    def header(self) -> Header:
        return Header(self.tr("Exports"), ((study.STUDYID, None), (self.tr("Exports"), None)))

    def set_folder(self, folder: Path) -> None:
        """Choose where the files go."""
        self._folder = folder
        self._show_folder()

    def _build(self) -> None:
        left = Card(self.tr("What to deliver"))
        left.body.setSpacing(theme.SPACE_3)
        for widget, hint in (
            (
                self._workbook,
                self.tr("Every form as a tidy sheet, one wide sheet, codebook and audit trail."),
            ),
            (self._casebooks, self.tr("Every form and body map on paper, with its history.")),
        ):
            left.body.addWidget(widget)
            words = Label(hint, theme.LABEL, 400, Tone.MUTED, wrap=True)
            words.setContentsMargins(26, 0, 0, 0)
            left.body.addWidget(words)
        left.body.addWidget(Label(self.tr("Language of the casebooks"), theme.LABEL, 600))
        left.body.addWidget(self._language)
        left.body.addWidget(Label(self.tr("Folder"), theme.LABEL, 600))
        row = QHBoxLayout()
        choose = Button(self.tr("Choose…"))
        choose.clicked.connect(self._on_choose)
        row.addWidget(self._where, 1)
        row.addWidget(choose)
        left.body.addLayout(row)
        left.body.addSpacing(theme.SPACE_2)
        actions = QHBoxLayout()
        actions.addWidget(self._start)
        actions.addWidget(self._stop)
        actions.addStretch(1)
        left.body.addLayout(actions)
        left.body.addWidget(self._bar)
        left.body.addStretch(1)
        left.setFixedWidth(460)
        right = Card(self.tr("Result"))
        self._result.setText(self.tr("The files are listed here once they are written."))
        self._result.set_tone(Tone.MUTED)
        right.body.addWidget(self._result)
        right.body.addLayout(self._files)
        line = QHBoxLayout()
        line.addWidget(self._open)
        line.addStretch(1)
        right.body.addLayout(line)
        right.body.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 20, 20, 20)
        page.setSpacing(theme.SPACE_3)
        page.addWidget(left)
        page.addWidget(right, 1)

    def _show_folder(self) -> None:
        self._where.setText(str(self._folder))
        self._where.setToolTip(str(self._folder))

    @Slot()
    def _on_toggled(self) -> None:
        self._start.setEnabled(self._workbook.isChecked() or self._casebooks.isChecked())

    @Slot()
    def _on_choose(self) -> None:
        folder = self.chooser.folder(self, self._folder)
        if folder is not None:
            self.set_folder(folder)

    @Slot()
    def _on_start(self) -> None:
        request = Request(
            self._folder,
            workbook=self._workbook.isChecked(),
            casebooks=self._casebooks.isChecked(),
            language=Language(self._language.value() or Language.EN.value),
        )
        file = self._session.file
        if not file.read_only:
            # Written before the snapshot is taken, so that the export holds its own entry.
            file.log_event("EXPORT", request.name)
        path, actor = file.path, file.actor

        def work(progress: Progress, cancelled: Cancelled) -> object:
            return deliver(path, actor, request, progress=progress, cancelled=cancelled)

        self._job = Job(work, self)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._stop.clicked.connect(self._job.cancel)
        self._bar.setRange(0, 0)
        self._clear()
        self._show_running(running=True)
        self._job.start()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    @Slot(object)
    def _on_done(self, files: list[Path]) -> None:
        self._show_running(running=False)
        self._result.set_tone(Tone.OK)
        self._result.setText(self.tr("%n file(s) written.", "", len(files)))
        for path in files:
            self._files.addWidget(Label(path.name, theme.LABEL, 400))
        self._open.show()

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._show_running(running=False)
        self._result.set_tone(Tone.BAD)
        self._result.setText(self._session.say(text))

    @Slot()
    def _on_cancelled(self) -> None:
        self._show_running(running=False)
        self._result.set_tone(Tone.MUTED)
        self._result.setText(self.tr("Cancelled. Files that were finished before stay."))

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_running(self, *, running: bool) -> None:
        self._start.setEnabled(not running)
        self._stop.setVisible(running)
        self._bar.setVisible(running)

    def _clear(self) -> None:
        self._open.hide()
        self._result.set_tone(Tone.MUTED)
        self._result.setText(self.tr("Writing…"))
        while (taken := self._files.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.deleteLater()
