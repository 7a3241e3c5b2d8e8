"""Subjects and outcomes: each cell says by sign and words what an outcome is in a subject."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordi_crf.core.readings import Judged, Outcome, State
from ordi_crf.core.records import SubjectKey
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import hairline, write
from ordi_crf.ui.outcomes.signs import paint_result
from ordi_crf.ui.outcomes.words import brief, count
from ordi_crf.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
_SUBJECT, _LEAST_ROW, _HEADINGS = 88, 28, 58


class OutcomeModel(QAbstractTableModel):
    """Subjects down, outcomes across, each by its first reading."""

    def __init__(
        self, outcomes: tuple[Outcome, ...], session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._outcomes, self._session = outcomes, session
        self._subjects = tuple(outcomes[0].headline.verdicts)

    def subject(self, row: int) -> SubjectKey:
        """Return the subject of a row."""
        return self._subjects[row]

    def judged(self, index: _Index) -> Judged | None:
        """Return what an outcome is in a subject, None in the column of names."""
        if not index.column():
            return None
        return self._outcomes[index.column() - 1].headline.verdicts[self._subjects[index.row()]]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._subjects)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._outcomes) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if not section:
            return self.tr("Subject")
        outcome = self._outcomes[section - 1]
        share = outcome.headline.of_assessed
        title = f"{outcome.oid}  {self._session.say(outcome.title)}"
        return f"{title}  {count(share)}" if share.of else title

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        judged = self.judged(index)
        if judged is None:
            known = role == Qt.ItemDataRole.DisplayRole
            return self._subjects[index.row()].subjid if known else None
        words = self._session.say(brief(judged))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                state = self._session.say(judged.state.value)
                return words if words == state else f"{state}: {words}"
            case _:
                return None


class OutcomeMatrix(QTableView):
    """Every subject and outcome at a glance; a cell leads to what proves it."""

    chosen = Signal(str, object)
    """The id of an outcome, and a subject."""

    def __init__(self, model: OutcomeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._model = model
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(self.tr("Outcomes by subject"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADINGS)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(wrap | Qt.TextFlag.TextWordWrap)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._model.columnCount() - 1
        rows = max(1, self._model.rowCount())
        width = (self.viewport().width() - _SUBJECT) // max(1, columns)
        self.horizontalHeader().resizeSection(0, _SUBJECT)
        for n in range(columns):
            self.horizontalHeader().resizeSection(n + 1, width)
        height = min(theme.ROW_HEIGHT, max(_LEAST_ROW, self.viewport().height() // rows))
        self.verticalHeader().setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            outcome = f"O{max(1, index.column())}"
            self.chosen.emit(outcome, self._model.subject(index.row()))


class _Cell(QStyledItemDelegate):
    """A sign with its words; the row and the cell under the keyboard are marked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = theme.tokens()
        box = QRectF(option.rect)
        view = option.widget
        current = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        if current.row() == index.row():
            painter.fillRect(box, theme.color(t.soft))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        model = index.model()
        assert isinstance(model, OutcomeModel)
        judged = model.judged(index)
        if judged is None:
            name = box.adjusted(theme.SPACE_3, 0, 0, 0)
            write(painter, name, str(index.data()), font=theme.font(theme.BODY, 600), ink=t.ink)
        else:
            self._paint_judged(painter, box, judged.state, str(index.data()), t)
        if current == index and view.hasFocus():
            painter.setPen(theme.color(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 2.5, -1.5, -3.5), 6, 6)

    def _paint_judged(
        self, painter: QPainter, box: QRectF, state: State, words: str, t: theme.Tokens
    ) -> None:
        sign = QRectF(box.left() + theme.SPACE_2, box.top(), 18, box.height())
        paint_result(painter, sign, state, t)
        ink = {State.MET: t.ink, State.UNKNOWN: t.warn}.get(state, t.muted)
        room = box.adjusted(theme.SPACE_2 + 24, 0, -theme.SPACE_1, 0)
        write(painter, room, words, font=theme.font(theme.LABEL), ink=ink)
