"""Subjects: the matrix of subjects and visits, the way to each of them, and the newest subject."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.agenda import Group, agenda
from ordi_crf.core.permissions import Operation
from ordi_crf.core.progress import VisitState
from ordi_crf.core.records import SubjectKey
from ordi_crf.ui import permits, theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.search_field import SearchField
from ordi_crf.ui.components.state import Legend, State
from ordi_crf.ui.dialogs import NewSubjectDialog
from ordi_crf.ui.matrix.model import MatrixModel
from ordi_crf.ui.matrix.view import Matrix
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import Calendar, SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_SIGNS = (
    State.LOCKED,
    State.SIGNED,
    State.COMPLETE,
    State.DRAFT,
    State.DUE,
    State.OVERDUE,
    State.PLANNED,
    State.MISSED,
    State.UNRECORDED,
    State.SUPERSEDED,
)


class SubjectsPage(Page):
    """Every subject and visit at a glance; a click on a sign opens that visit."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = MatrixModel(session, self)
        self._matrix = Matrix(self._model)
        self._matrix.activated.connect(self._on_activated)
        self._matrix.clicked.connect(self._on_activated)
        self.setFocusProxy(self._matrix)
        self._matrix.selectionModel().currentChanged.connect(self._matrix.repaint_rows)
        self._search = SearchField(self.tr("Find a subject"))
        self._search.textChanged.connect(self._model.find)
        self._due = Chip("", Tone.ACCENT, leads=True)
        self._overdue = Chip("", Tone.BAD, leads=True)
        for chip in (self._due, self._overdue):
            chip.clicked.connect(self._on_agenda)
        self._drafts = Chip("", Tone.WARN)
        self._responses = Chip("", Tone.OK)
        self._empty = EmptyState(
            self.tr("No subject yet"),
            self.tr("Subjects stand here, one line each, with the state of every visit."),
            "",
        )
        self._build()
        session.changed.connect(self._on_changed)
        self._show()

    def header(self) -> Header:
        tip = permits.tip(self._session, Operation.ADD_SUBJECT)
        count = self.tr("%n subject(s)", "", len(self._session.file.subjects()))
        return Header(
            title=self.tr("Subjects"),
            trail=((study.STUDYID, None), (count, None)),
            primary=Action("new", self.tr("New subject"), not tip, tip),
        )

    def act(self, code: str) -> None:
        self._on_new()

    def arrive(self) -> None:
        if self._model.rowCount():
            super().arrive()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for widget in (self._search, *self._chips()):
            row.addWidget(widget)
        row.addStretch(1)
        self._card = Card()
        self._card.body.setContentsMargins(1, 1, 1, 10)
        self._card.body.setSpacing(6)
        self._card.body.addWidget(self._matrix, 1)
        legend = Legend(_SIGNS)
        legend.setContentsMargins(theme.SPACE_4, theme.SPACE_1, 0, 0)
        self._card.body.addWidget(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)

    def _show(self) -> None:
        subjects = self._session.file.subjects()
        for widget in (self._card, self._search, *self._chips()):
            widget.setVisible(bool(subjects))
        self._empty.setVisible(not subjects)
        lines = [self._model.line(row) for row in range(self._model.rowCount())]
        drafts = sum(
            state is VisitState.DRAFT
            for line in lines
            for code, state in line.visits.items()
            if code != study.LOG.code
        )
        responses = sum(line.response for line in lines)
        found = agenda(self._model.calendars)
        due, overdue = len(found[Group.DUE]), len(found[Group.OVERDUE])
        self._due.set_text(self.tr("%n visit(s) due now", "", due), Tone.ACCENT)
        self._overdue.set_text(self.tr("%n visit(s) overdue", "", overdue), Tone.BAD)
        self._due.setVisible(bool(due))
        self._overdue.setVisible(bool(overdue))
        self._drafts.set_text(self.tr("%n visit(s) in draft", "", drafts), Tone.WARN)
        self._responses.set_text(self.tr("%n subject(s) at CLASI-A 0", "", responses), Tone.OK)
        self._drafts.setVisible(bool(drafts))
        self._responses.setVisible(bool(responses))

    def _chips(self) -> tuple[Chip, ...]:
        return self._overdue, self._due, self._drafts, self._responses

    @Slot()
    def _on_agenda(self) -> None:
        self.went.emit(Calendar())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(
                SubjectVisit(self._model.subject(index.row()), self._model.visit(index.column()))
            )

    @Slot()
    def _on_new(self) -> None:
        dialog = NewSubjectDialog(self._session, self)
        dialog.enrolled.connect(self._on_enrolled)
        dialog.open()

    @Slot(object)
    def _on_enrolled(self, subject: SubjectKey) -> None:
        self.went.emit(SubjectVisit(subject, "SCR"))

    @Slot(object)
    def _on_changed(self, _key: object) -> None:
        self._model.reload()
        self._show()
        self.headed.emit()
