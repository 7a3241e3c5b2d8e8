"""The agenda on screen: a line a visit, with its sign, whose it is, its window and urgency."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ordi_crf.core.agenda import Group
from ordi_crf.ui import theme
from ordi_crf.ui.agenda.model import AgendaModel, Heading, Index, Line
from ordi_crf.ui.components.painting import LEFT, RIGHT, hairline, write
from ordi_crf.ui.components.state import paint_state
from ordi_crf.ui.theme import Tone

_LINE, _HEADING = 34, 40
_SUBJECT, _WINDOW, _STANDS = 84, 150, 130
_TONES = {Group.OVERDUE: Tone.BAD, Group.DUE: Tone.ACCENT}


class _AgendaDelegate(QStyledItemDelegate):
    """Paints headings and lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, AgendaModel)
        heading = isinstance(model.row(index.row()), Heading)
        return QSize(320, _HEADING if heading else _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, AgendaModel)
        row, box, t = model.row(index.row()), QRectF(option.rect), theme.tokens()
        if isinstance(row, Heading):
            _paint_heading(painter, box, row, t)
            return
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.fillRect(box, theme.color(t.soft if chosen else t.idle_bg))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        _paint_line(painter, box.adjusted(theme.SPACE_4, 0, -theme.SPACE_4, 0), row, t)


def _paint_heading(painter: QPainter, box: QRectF, row: Heading, t: theme.Tokens) -> None:
    inner = box.adjusted(theme.SPACE_4, 12, -theme.SPACE_4, -2)
    words = f"{row.words}  {row.count}"
    write(painter, inner, words, font=theme.font(theme.LABEL, 600), ink=t.ink, align=LEFT)
    hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)


def _paint_line(painter: QPainter, box: QRectF, row: Line, t: theme.Tokens) -> None:
    paint_state(painter, QRectF(box.left(), box.center().y() - 9, 18, 18), row.sign, t)
    subject = QRectF(box.left() + 30, box.top(), _SUBJECT, box.height())
    strong, body, small = (
        theme.font(theme.BODY, 600), theme.font(theme.BODY), theme.font(theme.LABEL)
    )  # fmt: skip
    write(painter, subject, row.entry.subject.subjid, font=strong, ink=t.ink)
    taken = (_WINDOW + _STANDS) if row.window else 0
    visit = QRectF(subject.right(), box.top(), box.right() - subject.right() - taken, box.height())
    write(painter, visit.adjusted(0, 0, -6, 0), row.visit, font=body, ink=t.ink)
    if row.window:
        window = QRectF(visit.right(), box.top(), _WINDOW, box.height())
        write(painter, window, row.window, font=small, ink=t.muted)
        stands = QRectF(window.right(), box.top(), _STANDS, box.height())
        ink = theme.ink(t, _TONES.get(row.group, Tone.MUTED))
        write(painter, stands, row.stands, font=small, ink=ink, align=RIGHT)


class AgendaView(QListView):
    """The list: arrows move from line to line, Enter or a click opens the visit."""

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_AgendaDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Visits by urgency"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
