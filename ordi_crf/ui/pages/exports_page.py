"""Exports: what the sponsor receives, made off the main thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.permissions import Operation
from ordi_crf.deliver import Request
from ordi_crf.ui import permits, theme
from ordi_crf.ui.choosing import FileChooser, documents
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.exports.contents_card import ContentsCard
from ordi_crf.ui.exports.delivery_card import DeliveryCard
from ordi_crf.ui.exports.exporting import Exporting
from ordi_crf.ui.exports.identifiers_card import IdentifiersCard
from ordi_crf.ui.exports.terms_card import TermsCard
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Backups, Imports, Verify
from ordi_crf.ui.session import Session


class ExportsPage(Page):
    """What to deliver, how it leaves, and what came of it."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.contents = ContentsCard()
        self.contents.changed.connect(self._show_ready)
        self.terms = TermsCard(session, documents())
        self.terms.folder_asked.connect(self._on_choose)
        self.terms.start.clicked.connect(self._on_start)
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
        page.addWidget(self.contents)
        page.addWidget(self.terms)
        last = QVBoxLayout()
        last.setSpacing(theme.SPACE_3)
        last.addWidget(self._right, 1)
        last.addWidget(self._received())
        page.addLayout(last, 1)
        self.exporting = session.findChild(Exporting) or Exporting(session)
        self.exporting.suspected.connect(self._on_suspected)
        self._result.follow(self.exporting)
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
        self.terms.set_folder(folder)

    def _received(self) -> Card:
        card = Card(self.tr("What sites sent"))
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
        card.body.addLayout(row)
        return card

    def _request(self) -> Request:
        return self.contents.request(self.terms.request())

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
        chosen = bool(self._request().parts)
        refusal = permits.whose(self._session, Operation.EXPORT)
        waits = self._right.currentWidget() is self._identifiers
        free = not self._result.running and not waits
        self.terms.start.setEnabled(chosen and not refusal and free)
        nothing = "" if chosen else self.tr("Choose at least one of them.")
        self.terms.start.setToolTip(refusal or nothing)

    @Slot()
    def _on_choose(self) -> None:
        folder = self.chooser.folder(self, self.terms.folder)
        if folder is not None:
            self.set_folder(folder)

    @Slot()
    def _on_start(self) -> None:
        self.exporting.start(self._request())
        if self.exporting.running:
            self._result.say_looking()
        self._show_ready()

    @Slot()
    def _on_suspected(self) -> None:
        self._result.say_waiting("")
        self._right.setCurrentWidget(self._identifiers)
        self._identifiers.show_hits(self.exporting.hits)
        self._show_ready()

    @Slot()
    def _on_confirmed(self) -> None:
        self._right.setCurrentWidget(self._result)
        self.exporting.go_on()
        self._show_ready()

    @Slot()
    def _on_declined(self) -> None:
        self._right.setCurrentWidget(self._result)
        self.exporting.cancel()

    def _restore(self) -> None:
        """Show again what an export was asked for, and what came of it while the page was away."""
        request, waits = self.exporting.request, bool(self.exporting.hits)
        outcome = self.exporting.outcome
        if request is None or not (waits or self.exporting.running or outcome is not None):
            return
        self.contents.show_request(request)
        self.terms.show_request(request)
        if outcome is not None:
            self._result.show_outcome(outcome)
        if waits:
            # Who went to look may have corrected it: what is asked about is looked for again.
            self.exporting.cancel()
            self._result.say_waiting(self.tr("Nothing has been written. Export to look again."))

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.terms.folder)))
