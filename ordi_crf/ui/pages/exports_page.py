"""Exports: the sponsor's workbook and the casebooks, made off the main thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.permissions import Operation
from ordi_crf.deliver import Request, deliver
from ordi_crf.forms.schema import Language
from ordi_crf.ui import permits, theme
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.delivery_card import DeliveryCard
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Backups
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words

_WIDTH, _INDENT = 460, 28


class ExportsPage(Page):
    """What to deliver, where to, and what came of it."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = documents()
        self._workbook = Check(self.tr("Workbook for the sponsor (.xlsx)"))
        self._casebooks = Check(self.tr("Casebooks, one PDF per subject"))
        for box in (self._workbook, self._casebooks):
            box.setChecked(True)
            box.toggled.connect(self._show_ready)
        self._language = SegmentedChoice(
            [(Language.EN.value, "English", ""), (Language.ES.value, "Español", "")]
        )
        self._language.set_value(session.language.value)
        self._language.setAccessibleName(self.tr("Language of the wordings"))
        self._where = Label("", theme.BODY)
        self._start = Button(self.tr("Export"), Kind.PRIMARY)
        self._start.setObjectName("export")
        self._start.clicked.connect(self._on_start)
        self._result = DeliveryCard(session)
        self._result.ended.connect(self._show_ready)
        self._result.folder_asked.connect(self._on_open)
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_3)
        page.addWidget(self._choices())
        page.addWidget(self._result, 1)
        self.set_folder(self._folder)
        for job in session.findChildren(Job):
            if job.running and job.objectName() == "export":
                self._result.follow(job)
        self._show_ready()

    def header(self) -> Header:
        words = self.tr("made from the study as it is now")
        backups = Action("backups", self.tr("Backups"))
        return Header(self.tr("Exports"), ((study.STUDYID, None), (words, None)), None, (backups,))

    def act(self, code: str) -> None:
        self.went.emit(Backups())

    def set_folder(self, folder: Path) -> None:
        """Choose where the files go."""
        self._folder = folder
        self._where.setText(folder_words(folder))
        self._where.setToolTip(str(folder))

    def _choices(self) -> Card:
        card = Card(self.tr("What to deliver"))
        card.setFixedWidth(_WIDTH)
        body = card.body
        body.setSpacing(theme.SPACE_1)
        sheets = self.tr("Every form as a tidy sheet, one wide sheet, codebook and audit trail.")
        paper = self.tr("Every form and body map on paper, with its history.")
        for box, hint in ((self._workbook, sheets), (self._casebooks, paper)):
            body.addSpacing(theme.SPACE_2)
            body.addWidget(box)
            words = Label(hint, theme.LABEL, 400, Tone.MUTED, wrap=True)
            words.setContentsMargins(_INDENT, 0, 0, 0)
            body.addWidget(words)
        choose = Button(self.tr("Choose…"))
        choose.clicked.connect(self._on_choose)
        folder = QHBoxLayout()
        folder.addWidget(self._where, 1)
        folder.addWidget(choose)
        for title, content in (
            (self.tr("Language of the wordings"), self._language),
            (self.tr("Folder"), folder),
        ):
            body.addSpacing(theme.SPACE_4)
            body.addWidget(Label(title, theme.LABEL, 600))
            if isinstance(content, QLayout):
                body.addLayout(content)
            else:
                body.addWidget(content)
        body.addSpacing(theme.SPACE_6)
        last = QVBoxLayout()
        last.addWidget(self._start)
        body.addLayout(last)
        body.addStretch(1)
        body.addWidget(Label(self.tr("What sites sent"), theme.LABEL, 600))
        body.addLayout(self._received())
        return card

    def _received(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, words, clicked in (
            ("merge", self.tr("Merge deliveries…"), self._on_merge),
            ("compare", self.tr("Compare two deliveries…"), self._on_compare),
        ):
            button = Button(words)
            button.setObjectName(f"open_{name}")
            button.clicked.connect(clicked)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @Slot()
    def _on_merge(self) -> None:
        # With it come the libraries that read workbooks: the window opens without them.
        from ordi_crf.ui.merges.merge_dialog import MergeDialog

        MergeDialog(self._session, self.chooser, self).open()

    @Slot()
    def _on_compare(self) -> None:
        from ordi_crf.ui.merges.compare_dialog import CompareDialog

        CompareDialog(self._session, self.chooser, self).open()

    @Slot()
    def _show_ready(self) -> None:
        chosen = self._workbook.isChecked() or self._casebooks.isChecked()
        refusal = permits.whose(self._session, Operation.EXPORT)
        self._start.setEnabled(chosen and not refusal and not self._result.running)
        nothing = "" if chosen else self.tr("Choose at least one of the two.")
        self._start.setToolTip(refusal or nothing)

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
        session = self._session
        # Written before the snapshot is taken, so that the export holds its own entry.
        if not session.log_event("EXPORT", request.name):
            return
        path, actor, key = session.file.path, session.file.actor, session.file.key

        def work(progress: Progress, cancelled: Cancelled) -> object:
            return deliver(path, actor, request, progress=progress, cancelled=cancelled, key=key)

        job = Job(work, session)
        job.setObjectName("export")
        self._result.follow(job)
        job.start()
        self._show_ready()

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
