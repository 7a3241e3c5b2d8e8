"""The matrix of subjects and visits on screen: every state by shape, icon and word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordi_crf.core.progress import SubjectLine
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, hairline, write
from ordi_crf.ui.components.state import State, paint_state
from ordi_crf.ui.pages.matrix_model import STATE_ROLE, Column, Index, MatrixModel

_LEAST_ROW = 27


class MatrixDelegate(QStyledItemDelegate):
    """Paints a cell of the matrix: figures as text, states as their sign."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = theme.tokens()
        box = QRectF(option.rect)
        model = index.model()
        assert isinstance(model, MatrixModel)
        view = option.widget
        current = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        if current.row() == index.row():
            painter.fillRect(box, theme.color(t.soft))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        state = index.data(STATE_ROLE)
        if isinstance(state, str):
            paint_state(painter, _centred(box), State(state), t)
        else:
            _write_figure(painter, box, model.line(index.row()), index, t)
        if current == index and view.hasFocus():
            painter.setPen(theme.color(t.accent))
            painter.drawRoundedRect(box.adjusted(2, 3, -3, -4), 6, 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(50, theme.ROW_HEIGHT)


def _centred(box: QRectF) -> QRectF:
    return QRectF(box.center().x() - 11, box.center().y() - 11, 22, 22)


def _write_figure(
    painter: QPainter, box: QRectF, line: SubjectLine, index: Index, t: theme.Tokens
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

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        t = theme.tokens()
        box = QRectF(rect)
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
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Subjects by visits"))
        model.modelReset.connect(self.fit_rows)
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
        super().resizeEvent(event)
        self.fit_rows()

    @Slot()
    def fit_rows(self) -> None:
        """Let all subjects of a small study fit, down to a row one can still hit."""
        rows = max(1, self.model().rowCount())
        fitting = self.viewport().height() // rows
        height = max(_LEAST_ROW, min(theme.ROW_HEIGHT, fitting))
        self.verticalHeader().setDefaultSectionSize(height)

    @Slot()
    def repaint_rows(self) -> None:
        """Paint all rows again, for the highlighted row runs across them."""
        self.viewport().update()
