"""The matrix of subjects and visits on screen: every state by shape, icon and word.

Its headings have two levels, so that thirty columns stay readable: what visits count in, and how
many. Visits for a blood count alone are narrow, with a smaller sign.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordi_crf import study
from ordi_crf.core.progress import SubjectLine
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, hairline, write
from ordi_crf.ui.components.state import State, paint_state
from ordi_crf.ui.matrix.columns import Group, group, narrow, opens_group, short, widths
from ordi_crf.ui.matrix.model import FIRST_VISIT, STATE_ROLE, Column, Index, MatrixModel

_LEAST_ROW, _LEAST_COLUMN = 27, 30
_FIGURES = ((Column.SUBJECT, 88), (Column.ACTIVITY, 72), (Column.BSA, 66))
_SIGN, _SMALL_SIGN = 20, 14
_GROUPS, _HEADINGS = 24, 26
"""Height of the two levels of headings."""


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
        position = index.column() - FIRST_VISIT
        if position >= 0:
            if opens_group(position):
                hairline(painter, box.left(), box.top(), box.left(), box.bottom(), t.line)
            state = index.data(STATE_ROLE)
            if isinstance(state, str):
                side = _SMALL_SIGN if narrow(study.EVENTS[position]) else _SIGN
                paint_state(painter, _centred(box, side), State(state), t)
        else:
            _write_figure(painter, box, model.line(index.row()), index, t)
        if current == index and view.hasFocus():
            painter.setPen(theme.color(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 2.5, -1.5, -3.5), 6, 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_LEAST_COLUMN, theme.ROW_HEIGHT)


def _centred(box: QRectF, side: float) -> QRectF:
    middle = box.center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2 - 0.5, side, side)


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
                words = QCoreApplication.translate("Matrix", "CR")
                rest = box.adjusted(box.width() * 0.42 + theme.SPACE_2, 0, 0, 0)
                write(painter, rest, words, font=theme.font(theme.META, 700), ink=t.ok, align=LEFT)
        case Column.BSA:
            where = box.adjusted(0, 0, -theme.SPACE_4, 0)
            write(painter, where, text, font=theme.font(theme.BODY), ink=t.ink, align=RIGHT)


class MatrixHeader(QHeaderView):
    """Muted headings: left over ids, right over figures, centred over signs, groups above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(_GROUPS + _HEADINGS)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        t = theme.tokens()
        box = QRectF(rect)
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        text = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        align, position = CENTER, logicalIndex - FIRST_VISIT
        box = box.adjusted(0, _GROUPS, 0, -2)
        if position >= 0:
            visit = study.EVENTS[position]
            text = short(visit, text)
            if opens_group(position):
                hairline(painter, rect.left(), rect.top() + 7, rect.left(), rect.bottom(), t.line)
        if logicalIndex == Column.SUBJECT:
            box, align = box.adjusted(theme.SPACE_4, 0, 0, 0), LEFT
        elif logicalIndex == Column.BSA:
            box, align = box.adjusted(0, 0, -theme.SPACE_4, 0), RIGHT
        pixels = theme.META if position >= 0 else theme.LABEL
        write(painter, box, text, font=theme.font(pixels, 600), ink=t.muted, align=align)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        names = {
            Group.WEEKS: self.tr("Weeks"),
            Group.MONTHS: self.tr("Months"),
            Group.WITHDRAWAL: self.tr("After withdrawal"),
        }
        for code, name in names.items():
            columns = [
                n + FIRST_VISIT for n, visit in enumerate(study.EVENTS) if group(visit) is code
            ]
            left = self.sectionViewportPosition(columns[0])
            width = sum(self.sectionSize(column) for column in columns)
            box = QRectF(left + theme.SPACE_2, 5, width - theme.SPACE_2, _GROUPS - 5)
            face = theme.font(theme.META)
            write(painter, box, name, font=face, ink=theme.tokens().muted, align=LEFT)


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
        header.setMinimumSectionSize(12)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in _FIGURES:
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()
        self._fit_columns()

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

    def _fit_columns(self) -> None:
        room = self.viewport().width() - sum(width for _, width in _FIGURES)
        for n, width in enumerate(widths(room, _LEAST_COLUMN)):
            self.horizontalHeader().resizeSection(FIRST_VISIT + n, width)
