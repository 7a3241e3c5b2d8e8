"""Exports: the sponsor's workbook and the casebooks, made off the main thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.deidentification.profile import OPTIONS, Profile
from ordi_crf.core.permissions import Operation
from ordi_crf.deliver import Request
from ordi_crf.forms.schema import Code, Language
from ordi_crf.ui import permits, theme
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.exporting import Exporting
from ordi_crf.ui.grades import SegmentedChoice
from ordi_crf.ui.pages.delivery_card import DeliveryCard
from ordi_crf.ui.pages.identifiers_card import IdentifiersCard
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Backups, Imports, Verify
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
        self._package = Check(self.tr("In one signed package (.zip)"))
        for box in (self._workbook, self._casebooks):
            box.setChecked(True)
            box.toggled.connect(self._show_ready)
        self._blank = Check(self.tr("Blank and annotated case report form (.pdf)"))
        self._blank.toggled.connect(self._show_ready)
        self._reduced = {code.value: Check(_option(session, code)) for code in OPTIONS.codes}
        for name, box in self._reduced.items():
            box.setObjectName(name)
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
        self._identifiers = IdentifiersCard(session)
        self._identifiers.confirmed.connect(self._on_confirmed)
        self._identifiers.declined.connect(self._on_declined)
        self._identifiers.went.connect(self.went)
        self._right = QStackedWidget()
        self._right.addWidget(self._result)
        self._right.addWidget(self._identifiers)
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_3)
        page.addWidget(self._choices())
        page.addWidget(self._right, 1)
        self.set_folder(self._folder)
        self._exporting = session.findChild(Exporting) or Exporting(session)
        self._exporting.suspected.connect(self._on_suspected)
        self._result.follow(self._exporting)
        self._restore()
        self._show_ready()

    def header(self) -> Header:
        words = self.tr("made from the study as it is now")
        bring_in = Action("bring_in", self.tr("Bring in…"))
        backups = Action("backups", self.tr("Backups"))
        verify = Action("verify", self.tr("Verify a file"))
        trail = ((study.STUDYID, None), (words, None))
        return Header(self.tr("Exports"), trail, None, (bring_in, verify, backups))

    def act(self, code: str) -> None:
        places = {"bring_in": Imports(), "verify": Verify()}
        self.went.emit(places.get(code, Backups()))

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
        empty = self.tr("Every form to fill by hand, and with the variable of each item.")
        packed = self.tr("With the blank form and a signed list of every file.")
        for box, hint in (
            (self._workbook, sheets),
            (self._casebooks, paper),
            (self._blank, empty),
            (self._package, packed),
        ):
            body.addSpacing(theme.SPACE_2)
            body.addWidget(box)
            words = Label(hint, theme.LABEL, 400, Tone.MUTED, wrap=True)
            words.setContentsMargins(_INDENT, 0, 0, 0)
            body.addWidget(words)
        body.addSpacing(theme.SPACE_4)
        body.addWidget(Label(self.tr("What to leave out or reduce"), theme.LABEL, 600))
        for box in self._reduced.values():
            body.addWidget(box)
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
        offered = (self._workbook, self._casebooks, self._blank)
        chosen = any(box.isChecked() for box in offered)
        refusal = permits.whose(self._session, Operation.EXPORT)
        waits = self._right.currentWidget() is self._identifiers
        free = not self._result.running and not waits
        self._start.setEnabled(chosen and not refusal and free)
        nothing = "" if chosen else self.tr("Choose at least one of them.")
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
            blank=self._blank.isChecked(),
            annotated=self._blank.isChecked(),
            language=Language(self._language.value() or Language.EN.value),
            profile=Profile.of(code for code, box in self._reduced.items() if box.isChecked()),
            package=self._package.isChecked(),
        )
        self._exporting.start(request)
        if self._exporting.running:
            self._result.say_looking()
        self._show_ready()

    @Slot()
    def _on_suspected(self) -> None:
        self._result.say_waiting("")
        self._right.setCurrentWidget(self._identifiers)
        self._identifiers.show_hits(self._exporting.hits)
        self._show_ready()

    @Slot()
    def _on_confirmed(self) -> None:
        self._right.setCurrentWidget(self._result)
        self._exporting.go_on()
        self._show_ready()

    @Slot()
    def _on_declined(self) -> None:
        self._right.setCurrentWidget(self._result)
        self._exporting.cancel()

    def _restore(self) -> None:
        """Show again what an export was asked for that stopped to ask, or goes on still."""
        request, waits = self._exporting.request, bool(self._exporting.hits)
        if request is None or not (waits or self._exporting.running):
            return
        self.set_folder(request.folder)
        self._workbook.setChecked(request.workbook)
        self._casebooks.setChecked(request.casebooks)
        self._blank.setChecked(request.blank)
        self._language.set_value(request.language.value)
        for code in request.profile.codes:
            self._reduced[code].setChecked(True)
        if waits:
            # Who went to look may have corrected it: what is asked about is looked for again.
            self._exporting.cancel()
            self._result.say_waiting(self.tr("Nothing has been written. Export to look again."))

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _option(session: Session, code: Code) -> str:
    words = session.say(code.text)
    return words[0].upper() + words[1:]
