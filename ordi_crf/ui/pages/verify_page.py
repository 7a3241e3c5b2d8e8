"""VerifyPage: a file that left the site, or this study, verified; each finding in a sentence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.ui import theme
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.pages.report_card import ReportCard
from ordi_crf.ui.places import Exports
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.verify.report import Report

_WIDTH = 400
_KEYS = "*.ordi-pub"


class VerifyPage(Page):
    """Which file, by which key, against which study; and what came of it."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._file: Path | None = None
        self._key: Path | None = None
        self._file_words = Label("", theme.BODY, wrap=True)
        self._key_words = Label("", theme.BODY, 400, Tone.MUTED, wrap=True)
        self._choose = Button(self.tr("Choose a file…"))
        self._choose.setObjectName("choose_file")
        self._choose.clicked.connect(self._on_choose)
        self._choose_key = Button(self.tr("Choose a key…"))
        self._choose_key.clicked.connect(self._on_choose_key)
        self._ours = Check(self.tr("It left this study"))
        self._ours.setChecked(True)
        self._start = Button(self.tr("Verify"), Kind.PRIMARY)
        self._start.setObjectName("verify")
        self._start.clicked.connect(self._on_start)
        self._result = ReportCard(session)
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_3)
        page.addWidget(self._choices())
        page.addWidget(self._result, 1)
        self.setFocusProxy(self._choose)
        self._show_ready()

    def header(self) -> Header:
        whole = Action("study", self.tr("Verify this study"), not self._result.running)
        words = self.tr("nothing is changed, nothing is sent")
        return Header(
            self.tr("Verify"), ((self.tr("Exports"), Exports()), (words, None)), None, (whole,)
        )

    def act(self, code: str) -> None:
        file = self._session.file

        def work(progress: Progress, _cancelled: Cancelled) -> Report:
            from ordi_crf.verify import study

            found = study.verify(file, None, progress)
            if not file.read_only or file.accounts.current is not None:
                file.log_event("VERIFY", f"{len(found.problems)} problems")
            return found

        self._follow(Job(work, self._session))

    def set_file(self, file: Path) -> None:
        """Choose what is verified, and the key that lies beside it."""
        self._file = file
        beside = sorted(file.parent.glob(_KEYS))
        self._key = beside[0] if len(beside) == 1 else self._key
        self._show_ready()

    def _choices(self) -> Card:
        card = Card(self.tr("What to verify"))
        card.setFixedWidth(_WIDTH)
        body = card.body
        hint = self.tr(
            "A workbook, a casebook, an ODM file or a package, from here or from another site."
        )
        body.addWidget(Label(hint, theme.LABEL, 400, Tone.MUTED, wrap=True))
        for words, button in (
            (self._file_words, self._choose),
            (self._key_words, self._choose_key),
        ):
            body.addSpacing(theme.SPACE_3)
            body.addWidget(words)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            body.addLayout(row)
        body.addSpacing(theme.SPACE_3)
        body.addWidget(self._ours)
        ours = self.tr("It is then held against the audit trail of this study, too.")
        body.addWidget(Label(ours, theme.LABEL, 400, Tone.MUTED, wrap=True))
        body.addSpacing(theme.SPACE_6)
        last = QVBoxLayout()
        last.addWidget(self._start)
        body.addLayout(last)
        body.addStretch(1)
        return card

    def _follow(self, job: Job) -> None:
        job.setObjectName("verify")
        self._result.follow(job)
        job.done.connect(self._show_ready)
        job.failed.connect(self._show_ready)
        job.cancelled.connect(self._show_ready)
        job.start()
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        self._file_words.setText(self._file.name if self._file else self.tr("No file chosen yet."))
        self._file_words.setToolTip(str(self._file or ""))
        self._key_words.setText(
            self.tr("Key of the site: {name}").format(name=self._key.name)
            if self._key
            else self.tr("Without the key of the site: whose a package is stays open.")
        )
        self._start.setEnabled(self._file is not None and not self._result.running)
        self.headed.emit()

    @Slot()
    def _on_choose(self) -> None:
        file = self.chooser.delivered(self)
        if file is not None:
            self.set_file(file)

    @Slot()
    def _on_choose_key(self) -> None:
        key = self.chooser.public_key(self)
        if key is not None:
            self._key = key
            self._show_ready()

    @Slot()
    def _on_start(self) -> None:
        file, key = self._file, self._key
        study = self._session.file if self._ours.isChecked() else None
        if file is None:
            return

        def work(progress: Progress, cancelled: Cancelled) -> Report:
            from ordi_crf.verify import files
            from ordi_crf.verify.manifest import public_key
            from ordi_crf.verify.trust import Trust

            known = None if key is None else public_key(key)
            data = None if study is None else study.data()
            return files.verify(file, Trust(known, data), progress, cancelled)

        self._follow(Job(work, self._session))
