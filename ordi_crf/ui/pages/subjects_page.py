"""Subjects: the matrix of subjects and visits, every state by shape, icon and word."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordi_crf import study
from ordi_crf.core.progress import SubjectLine, VisitState
from ordi_crf.core.records import SubjectKey
from ordi_crf.core.surface import shown
from ordi_crf.ui import theme
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, hairline, write
from ordi_crf.ui.components.state import Legend, State, paint_state, state_word
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.places import SubjectVisit
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone

_Index = QModelIndex | QPersistentModelIndex
_STATE_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns before the visits."""

    SUBJECT = 0
    ACTIVITY = 1
    BSA = 2


_FIRST_VISIT = len(Column)
_LEAST_ROW = 31


class MatrixModel(QAbstractTableModel):
    """Subjects by visits; returns strings, and a state for the delegate."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[SubjectLine] = []
        self._found = ""
        self.reload()

    def reload(self) -> None:
        """Read the matrix again."""
        self.beginResetModel()
        wanted = self._found.casefold()
        self._lines = [
            line for line in self._session.lines() if wanted in line.subject.subjid.casefold()
        ]
        self.endResetModel()

    def find(self, text: str) -> None:
        """Show only subjects whose id contains a text."""
        self._found = text.strip()
        self.reload()

    def subject(self, row: int) -> SubjectKey:
        """Return the subject of a row."""
        return self._lines[row].subject

    def line(self, row: int) -> SubjectLine:
        """Return a row as a value."""
        return self._lines[row]

    def visit(self, column: int) -> str:
        """Return the visit code of a column, the empty text for the others."""
        return study.EVENTS[column - _FIRST_VISIT].code if column >= _FIRST_VISIT else ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _FIRST_VISIT + len(study.EVENTS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Vertical:
            return None
        if section >= _FIRST_VISIT:
            visit = study.EVENTS[section - _FIRST_VISIT]
            text = visit.short if role == Qt.ItemDataRole.DisplayRole else visit.label
            shows = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return text.in_(self._session.language) if shows else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Subject"), self.tr("CLASI-A"), self.tr("% BSA"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        visit = self.visit(index.column())
        if visit:
            return self._visit_data(line, visit, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._figure(line, index.column())
        return None

    def _visit_data(self, line: SubjectLine, visit: str, role: int) -> object:
        state = line.visits[visit]
        if role == _STATE_ROLE:
            return state.value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            label = study.event(visit).label.in_(self._session.language)
            return f"{line.subject.subjid}, {label}: {state_word(State(state.value))}"
        return None

    def _figure(self, line: SubjectLine, column: int) -> str:
        match Column(column):
            case Column.SUBJECT:
                return line.subject.subjid
            case Column.ACTIVITY:
                return "" if line.activity is None else str(line.activity)
            case Column.BSA:
                return "" if line.bsa is None else shown(line.bsa, 1)


class MatrixDelegate(QStyledItemDelegate):
    """Paints a cell of the matrix: figures as text, states as their sign."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = theme.tokens()
        box = QRectF(option.rect)
        model = index.model()
        assert isinstance(model, MatrixModel)
        view = option.widget
        current = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        if current.row() == index.row():
            painter.fillRect(box, theme.color(t.soft))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        state = index.data(_STATE_ROLE)
        if isinstance(state, str):
            paint_state(painter, _centred(box), State(state), t)
        else:
            _write_figure(painter, box, model.line(index.row()), index, t)
        if current == index and view.hasFocus():
            painter.setPen(theme.color(t.accent))
            painter.drawRoundedRect(box.adjusted(2, 3, -3, -4), 6, 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(50, theme.ROW_HEIGHT)


def _centred(box: QRectF) -> QRectF:
    return QRectF(box.center().x() - 11, box.center().y() - 11, 22, 22)


def _write_figure(
    painter: QPainter, box: QRectF, line: SubjectLine, index: _Index, t: theme.Tokens
) -> None:
    text = str(index.data() or "")
    match Column(index.column()):
        case Column.SUBJECT:
            where = box.adjusted(theme.SPACE_4, 0, 0, 0)
            write(painter, where, text, font=theme.font(theme.BODY, 600), ink=t.ink, align=LEFT)
        case Column.ACTIVITY:
            figure = QRectF(box.left(), box.top(), box.width() * 0.42, box.height())
            write(painter, figure, text, font=theme.font(theme.BODY), ink=t.ink, align=RIGHT)
            if line.response:
                rest = box.adjusted(box.width() * 0.42 + theme.SPACE_2, 0, 0, 0)
                write(painter, rest, "CR", font=theme.font(theme.META, 700), ink=t.ok, align=LEFT)
        case Column.BSA:
            where = box.adjusted(0, 0, -theme.SPACE_4, 0)
            write(painter, where, text, font=theme.font(theme.BODY), ink=t.ink, align=RIGHT)


class MatrixHeader(QHeaderView):
    """Muted headings: left over ids, right over figures, centred over signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(theme.ROW_HEIGHT)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: object, logicalIndex: int) -> None:
        t = theme.tokens()
        box = QRectF(rect)  # type: ignore[call-overload]
        painter.fillRect(box, theme.color(t.surface))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        text = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        align = CENTER
        if logicalIndex == Column.SUBJECT:
            box, align = box.adjusted(theme.SPACE_4, 0, 0, 0), LEFT
        elif logicalIndex == Column.BSA:
            box, align = box.adjusted(0, 0, -theme.SPACE_4, 0), RIGHT
        write(painter, box, text, font=theme.font(theme.LABEL, 600), ink=t.muted, align=align)


class Matrix(QTableView):
    """The table: arrows move, Enter and a double click open."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(MatrixDelegate(self))
        self.setHorizontalHeader(MatrixHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LEAST_ROW)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Subjects by visits"))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(38)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.SUBJECT, 96), (Column.ACTIVITY, 84), (Column.BSA, 76)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all subjects of a small study fit, down to a row one can still hit."""
        super().resizeEvent(event)
        rows = max(1, self.model().rowCount())
        fitting = self.viewport().height() // rows
        height = max(_LEAST_ROW, min(theme.ROW_HEIGHT, fitting))
        self.verticalHeader().setDefaultSectionSize(height)

    @Slot()
    def repaint_rows(self) -> None:
        """Paint all rows again, for the highlighted row runs across them."""
        self.viewport().update()


class SubjectsPage(Page):
    """Every subject and visit at a glance; a click on a sign opens that visit."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = MatrixModel(session, self)
        self._matrix = Matrix(self._model)
        self._matrix.activated.connect(self._on_activated)
        self._matrix.clicked.connect(self._on_activated)
        self._matrix.selectionModel().currentChanged.connect(self._matrix.repaint_rows)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a subject…"))
        self._search.setAccessibleName(self.tr("Find a subject"))
        self._search.setFixedSize(260, 32)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._model.find)
        self._drafts = Chip("", Tone.WARN)
        self._responses = Chip("", Tone.OK)
        self._empty = EmptyState(
            self.tr("No subject yet"),
            self.tr("Subjects stand here, one line each, with the state of every visit."),
            "" if session.read_only else self.tr("New subject"),
        )
        self._empty.asked.connect(self._on_new)
        self._build()
        session.changed.connect(self._on_changed)
        self._show()

    def header(self) -> Header:
        tip = self.tr("The study is open read-only.") if self._session.read_only else ""
        count = self.tr("%n subject(s)", "", len(self._session.file.subjects()))
        kind = (
            ((self.tr("synthetic demonstration study"), None),) if self._session.synthetic else ()
        )
        return Header(
            title=self.tr("Subjects"),
            trail=((study.STUDYID, None), *kind, (count, None)),
            primary=Action("new", self.tr("New subject"), not self._session.read_only, tip),
        )

    def act(self, code: str) -> None:
        self._on_new()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        for widget in (self._search, self._drafts, self._responses):
            row.addWidget(widget)
        row.addStretch(1)
        self._card = Card()
        self._card.body.setContentsMargins(1, 1, 1, theme.SPACE_3)
        self._card.body.addWidget(self._matrix, 1)
        legend = Legend((State.COMPLETE, State.DRAFT, State.PLANNED))
        legend.setContentsMargins(theme.SPACE_4, theme.SPACE_1, 0, 0)
        self._card.body.addWidget(legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(theme.SPACE_3)
        column.addLayout(row)
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)

    def _show(self) -> None:
        subjects = self._session.file.subjects()
        for widget in (self._card, self._search, self._drafts, self._responses):
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
        self._drafts.set_text(self.tr("%n visit(s) in draft", "", drafts), Tone.WARN)
        self._responses.set_text(self.tr("%n subject(s) at CLASI-A 0", "", responses), Tone.OK)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(
                SubjectVisit(self._model.subject(index.row()), self._model.visit(index.column()))
            )

    @Slot()
    def _on_new(self) -> None:
        from ordi_crf.ui.dialogs import NewSubjectDialog

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
