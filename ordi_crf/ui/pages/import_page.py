"""ImportPage: what a laboratory's file would change, accepted or rejected line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core.permissions import Operation
from ordi_crf.forms.schema import Text
from ordi_crf.imports.files import Brought
from ordi_crf.ui import permits, theme
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.imports.comparing import Compared, comparing, reading, taking
from ordi_crf.ui.imports.mapping_card import MappingCard
from ordi_crf.ui.imports.names_card import NamesCard
from ordi_crf.ui.imports.review_card import ReviewCard
from ordi_crf.ui.jobs import Job, Work
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Exports
from ordi_crf.ui.scrolling import scrolling
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_LEFT = 328


class ImportPage(Page):
    """File and columns at the left, the differences at the right; nothing is taken unseen."""

    chooser = FileChooser()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._brought: Brought | None = None
        self._job: Job | None = None
        self._taking = False
        self._taken = ""
        """What the last taking came to, said once the file was compared anew."""
        self._mapping = MappingCard(session)
        self._mapping.changed.connect(self._compare)
        self._names = NamesCard(session)
        self._names.named.connect(self._mapping.set_names)
        self._card = ReviewCard(session)
        self._card.decided.connect(self.headed)
        self._choose = Button(self.tr("Choose a file…"))
        self._choose.setObjectName("choose_results")
        self._choose.clicked.connect(self._on_choose)
        self.setFocusProxy(self._choose)
        self._named = Label("", theme.LABEL, 600, wrap=True)
        self._noticed = Label("", theme.LABEL, 400, Tone.WARN, wrap=True)
        self._lay_out()
        session.handed_over.connect(self._show_ready)
        self._card.say(
            self.tr(
                "Choose a CSV or xlsx file of a laboratory. Nothing is changed before you take the "
                "values that you accepted; each is recorded under your name, with the file and its "
                "SHA-256."
            )
        )
        self._show_ready()

    def header(self) -> Header:
        review = self._card.review
        tip = permits.tip(self._session, Operation.IMPORT) or self._card.lacking()
        words = self.tr("Take %n value(s)", "", len(review.accepted) if review else 0)
        trail = ((self.tr("Exports"), Exports()), (self.tr("laboratory results"), None))
        return Header(self.tr("Bring in"), trail, Action("take", words, not tip, tip))

    def act(self, code: str) -> None:
        review = self._card.review
        if review is None or self._card.lacking() or not self._session.try_again():
            return
        self._taking = True
        self._card.say(self.tr("Taking the values…"))
        work = taking(self._session.file, review, self._card.reason if review.corrects else None)
        self._start(work, self._on_taken)

    def leave(self) -> bool:
        return not self._taking

    def _lay_out(self) -> None:
        column = QWidget()
        left = QVBoxLayout(column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.SPACE_2)
        file = Card()
        for widget in (self._choose, self._named, self._noticed):
            file.body.addWidget(widget)
        for label in (self._named, self._noticed):
            label.hide()
        left.addWidget(file)
        left.addWidget(self._names)
        left.addWidget(self._mapping)
        left.addStretch(1)
        area = scrolling(column)
        area.setFixedWidth(_LEFT)
        page = QHBoxLayout(self)
        page.setContentsMargins(20, 12, 20, 12)
        page.setSpacing(theme.SPACE_3)
        page.addWidget(area)
        page.addWidget(self._card, 1)

    def _start(self, work: Work, done: Callable[[Any], None]) -> None:
        """Begin work off the main thread, one at a time."""
        self._choose.setEnabled(False)
        self._mapping.setEnabled(False)
        self._names.setEnabled(False)
        self._card.show_busy(busy=True)
        self._job = Job(work, self._session)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(done)
        self._job.failed.connect(self._on_failed)
        self._job.start()
        self.headed.emit()

    @Slot()
    def _show_ready(self) -> None:
        tip = permits.tip(self._session, Operation.IMPORT)
        self._choose.setEnabled(not tip and not self._card.busy)
        self._choose.setToolTip(tip)
        for card in (self._mapping, self._names):
            card.setEnabled(self._brought is not None and not self._card.busy)
        self.headed.emit()

    @Slot()
    def _on_choose(self) -> None:
        path = self.chooser.results(self)
        if path is not None:
            self._path, self._taken = path, ""
            self._card.say(self.tr("Reading the file…"))
            self._start(reading(path, ""), self._on_read)

    @Slot(object)
    def _on_read(self, brought: Brought) -> None:
        self._brought = brought
        self._named.setText(brought.name)
        self._named.setToolTip(f"SHA-256 {brought.digest}")
        self._named.show()
        self._noticed.setText(" ".join(map(self._session.say, brought.table.notices)))
        self._noticed.setVisible(bool(brought.table.notices))
        self._mapping.set_headings(brought.table.headings, brought.table.sheet)
        self._compare()

    @Slot()
    def _compare(self) -> None:
        brought, mapping = self._brought, self._mapping.mapping()
        if brought is None or self._path is None:
            return
        if mapping.sheet and mapping.sheet != brought.table.sheet:
            self._start(reading(self._path, mapping.sheet), self._on_read)
            return
        self._card.say(self.tr("Comparing with the study…"))
        work = comparing(self._session.file, brought, mapping, self._session.language)
        self._start(work, self._on_compared)

    @Slot(object)
    def _on_compared(self, compared: Compared) -> None:
        left = any(row.open for row in compared.rows)
        nothing = "" if left else self.tr("There is nothing to take from this file.")
        self._card.say(self._taken or nothing, Tone.OK if self._taken else Tone.MUTED)
        self._taken = ""
        self._card.show_review(compared.review, compared.rows)
        self._names.show_names(compared.strange, self._mapping.mapping())
        self._show_ready()
        if not self._names.go_on():
            self._card.take_keyboard()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._card.show_progress(done, total)

    @Slot(object)
    def _on_failed(self, text: Text) -> None:
        self._card.say(self._session.say(text), Tone.BAD)
        if self._taking:
            self._card.show_busy(busy=False)
        else:
            self._card.show_review(None, ())
        self._taking = False
        self._show_ready()

    @Slot(object)
    def _on_taken(self, count: int) -> None:
        self._taking = False
        self._taken = self.tr("%n value(s) taken.", "", count)
        # The values are in the study: what the window remembers of it is not.
        self._session.do(None, _nothing_more)
        self._compare()


def _nothing_more() -> None:
    pass
