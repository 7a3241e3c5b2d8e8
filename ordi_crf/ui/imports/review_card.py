"""ReviewCard: the differences of a file, what of them is accepted, and why where that is asked."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ordi_crf.core.proposal_words import TITLES, Spoken, counted
from ordi_crf.core.proposals import Review, State
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.check import Check
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.imports.differences import Differences, DifferencesTable
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_LONGEST = 500


class ReviewCard(Card):
    """Holds one review at a time; every decision is a new one."""

    decided = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self.review: Review | None = None
        self._rows: tuple[Spoken, ...] = ()
        self._differences = Differences([session.say(title) for title in TITLES], self)
        self._table = DifferencesTable(self._differences)
        self._table.toggled.connect(self._on_toggled)
        self._table.reached.connect(self._on_reached)
        self._said = Label("", theme.LABEL, 600, Tone.MUTED, wrap=True)
        self._counts = Label("", theme.LABEL, 600)
        self._detail = Label("", theme.LABEL, 400, wrap=True)
        self._detail.setMinimumHeight(theme.ROW_HEIGHT)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self._bar.hide()
        asked = self.tr("Reason: a completed form is corrected")
        self._reason = LineField(goes_on=False)
        self._reason.setObjectName("import_reason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.setPlaceholderText(asked)
        self._reason.setAccessibleName(asked)
        self._reason.textEdited.connect(self.decided)
        self._equal = Check(self.tr("Equal ones too"))
        self._equal.toggled.connect(self._show_rows)
        self._buttons = (
            self._button("accept_new", self.tr("Accept new")),
            self._button("accept_all", self.tr("Accept changed too")),
            self._button("reject_all", self.tr("Reject all")),
        )
        for button, slot in zip(
            self._buttons,
            (self._on_accept_new, self._on_accept_all, self._on_reject_all),
            strict=True,
        ):
            button.clicked.connect(slot)
        self._lay_out()
        self.show_review(None, ())

    @property
    def busy(self) -> bool:
        """Return whether work is under way."""
        return not self._bar.isHidden()

    @property
    def reason(self) -> str:
        """Return why, as far as it was said."""
        return " ".join(self._reason.text().split())

    def lacking(self) -> str:
        """Return why nothing can be taken now, the empty text when it can."""
        if self.busy:
            return self.tr("Wait until this is done.")
        if self.review is None or not self.review.accepted:
            return self.tr("Nothing is accepted.")
        if self.review.corrects and not self.reason:
            return self.tr("A completed form is corrected: give the reason.")
        return ""

    def say(self, words: str, tone: Tone = Tone.MUTED) -> None:
        """Say something above the table."""
        self._said.set_tone(tone)
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be decided while work is under way."""
        self._bar.setRange(0, 0)
        self._bar.setVisible(busy)
        ready = not busy and self.review is not None
        for widget in (self._table, self._equal, self._reason, *self._buttons):
            widget.setEnabled(ready)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_review(self, review: Review | None, rows: tuple[Spoken, ...]) -> None:
        """Show another comparison, or none."""
        self.review, self._rows = review, rows
        self._counts.setText(self._session.say(counted(review)) if review else "")
        self._counts.setVisible(review is not None)
        self._reason.clear()
        self._show_rows()
        self.show_busy(busy=False)
        self.decided.emit()

    def take_keyboard(self) -> None:
        """Go to the first difference."""
        self._table.setFocus()
        if self._differences.rowCount():
            self._table.selectRow(0)

    def _button(self, name: str, words: str) -> Button:
        found = Button(words)
        found.setObjectName(name)
        return found

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, theme.SPACE_3, 1, 1)
        tools = QHBoxLayout()
        tools.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
        tools.setSpacing(theme.SPACE_2)
        tools.addWidget(self._equal)
        tools.addStretch(1)
        for button in self._buttons:
            tools.addWidget(button)
        words = QVBoxLayout()
        words.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)
        for line in (self._counts, self._said, self._bar, self._reason):
            words.addWidget(line)
        self.body.addLayout(tools)
        self.body.addLayout(words)
        self.body.addWidget(self._table, 1)
        self._detail.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, theme.SPACE_2)
        self.body.addWidget(self._detail)

    @Slot()
    def _show_rows(self) -> None:
        shown = [r for r in self._rows if self._equal.isChecked() or r.state is not State.EQUAL]
        accepted = self.review.accepted if self.review is not None else frozenset()
        self._differences.show_rows(shown, accepted)
        self._detail.setText("")
        self._reason.setVisible(self.review is not None and self.review.corrects)

    def _decide(self, review: Review) -> None:
        self.review = review
        self._differences.show_accepted(review.accepted)
        self._reason.setVisible(review.corrects)
        self.decided.emit()

    @Slot(object)
    def _on_reached(self, row: Spoken) -> None:
        """Say all of the line at hand: a sentence may be longer than its column."""
        self._detail.setText(row.cells[-1])

    @Slot(object)
    def _on_toggled(self, row: Spoken) -> None:
        if self.review is None:
            return
        if self.review.accepted.intersection(row.numbers):
            self._decide(self.review.reject(row.numbers))
            return
        self._decide(self.review.accept(n for n in row.numbers if self.review.proposals[n].open))

    @Slot()
    def _on_accept_new(self) -> None:
        self._accept(State.NEW)

    @Slot()
    def _on_accept_all(self) -> None:
        self._accept(State.NEW, State.CHANGED)

    @Slot()
    def _on_reject_all(self) -> None:
        if self.review is not None:
            self._decide(self.review.reject(self.review.accepted))

    def _accept(self, *states: State) -> None:
        if self.review is not None:
            self._decide(self.review.accept_states(*states))
