"""Outcomes: the six registered measures as they stand, and the records that prove each number."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.records import SubjectKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.outcomes.cards import OutcomeCard
from ordi_crf.ui.outcomes.detail import OutcomeDetail
from ordi_crf.ui.outcomes.matrix import OutcomeMatrix, OutcomeModel
from ordi_crf.ui.outcomes.publication import Publication
from ordi_crf.ui.outcomes.signs import ResultLegend
from ordi_crf.ui.outcomes.switch import Switch
from ordi_crf.ui.outcomes.words import shown
from ordi_crf.ui.pages.page import Header, Page
from ordi_crf.ui.session import Session

_LEFT = 344
_OUTCOMES, _SUBJECTS, _PUBLICATION = range(3)


class OutcomesPage(Page):
    """Six outcomes with their readings and proofs; the same by subject; the publication's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = shown(session)
        self._cards = [OutcomeCard(o, session.language) for o in self._shown.outcomes]
        self._detail = OutcomeDetail(session)
        self._detail.went.connect(self.went)
        self._switch = Switch(
            (self.tr("Outcomes"), self.tr("By subject"), self.tr("Course of the study"))
        )
        self._stack = QStackedWidget()
        for view in (self._outcomes(), self._subjects(), Publication(self._shown, session)):
            self._stack.addWidget(view)
        self._switch.chosen.connect(self._stack.setCurrentIndex)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 8, 20, 12)
        page.setSpacing(theme.SPACE_2)
        page.addWidget(self._switch)
        page.addWidget(self._stack, 1)
        self.setFocusProxy(self._cards[0])
        self._cards[0].setChecked(True)

    def header(self) -> Header:
        title = self.tr("Outcomes")
        source = self.tr("computed from what is entered now")
        treated = sum(course.day_1 is not None for course in self._shown.courses)
        count = self.tr("%n treated", "", treated)
        return Header(title, ((study.STUDYID, None), (count, None), (source, None)))

    def _outcomes(self) -> QWidget:
        view = QWidget()
        # A widget of their own: what excludes each other is looked for below the parent.
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        for card in self._cards:
            card.setFixedWidth(_LEFT)
            card.toggled.connect(self._on_card)
            column.addWidget(card, 1)
        column.addStretch(0)
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(cards)
        row.addWidget(self._detail, 1)
        return view

    def _subjects(self) -> QWidget:
        if not self._shown.courses:
            return EmptyState(
                self.tr("No subject yet"),
                self.tr("Subjects stand here, one line each, with every outcome."),
            )
        matrix = OutcomeMatrix(OutcomeModel(self._shown.outcomes, self._session, self))
        matrix.chosen.connect(self._on_chosen)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 10)
        card.body.setSpacing(6)
        card.body.addWidget(matrix, 1)
        card.body.addWidget(ResultLegend(self._session.language))
        return card

    @Slot(bool)
    def _on_card(self, checked: bool) -> None:
        card = self.sender()
        if checked and isinstance(card, OutcomeCard):
            self._detail.show_outcome(card.outcome)

    @Slot(str, object)
    def _on_chosen(self, outcome: str, subject: SubjectKey) -> None:
        """Show what proves an outcome in a subject."""
        self._switch.choose(_OUTCOMES)
        for card in self._cards:
            if card.outcome.oid == outcome:
                card.setChecked(True)
                self._detail.show_outcome(card.outcome)
        self._detail.choose(subject)
