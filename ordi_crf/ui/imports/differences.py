"""Differences: a line for each row of the file, with a tick where it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ordi_crf.core.proposal_words import Spoken
from ordi_crf.core.proposals import State
from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import hairline, rounded, write
from ordi_crf.ui.table import Rows, Table
from ordi_crf.ui.theme import Tone

_ROOM = ((40, 0), (52, 0), (72, 1), (76, 1), (120, 3), (116, 2), (128, 2), (140, 8))
_SIDE = 16
_STATE = Qt.ItemDataRole.UserRole
_TONES = {
    State.NEW: Tone.OK,
    State.CHANGED: Tone.ACCENT,
    State.EQUAL: Tone.MUTED,
    State.CONFLICT: Tone.WARN,
    State.REFUSED: Tone.BAD,
}


class Differences(Rows):
    """The rows of a review that are shown, and which of them are accepted."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(("", *titles), [], parent)
        self._spoken: tuple[Spoken, ...] = ()
        self._accepted: frozenset[int] = frozenset()

    def show_rows(self, rows: Sequence[Spoken], accepted: frozenset[int]) -> None:
        """Show other rows."""
        self._spoken, self._accepted = tuple(rows), accepted
        self.set_rows([("", *row.cells) for row in rows])

    def show_accepted(self, accepted: frozenset[int]) -> None:
        """Show other ticks on the same rows."""
        self._accepted = accepted
        if self._spoken:
            last = self.index(len(self._spoken) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, index: QModelIndex) -> Spoken:
        """Return what a line is about."""
        return self._spoken[index.row()]

    def accepted(self, row: Spoken) -> bool:
        """Return whether a row is accepted, in whole or in part."""
        return bool(self._accepted.intersection(row.numbers))

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        row = self._spoken[index.row()]
        if role == _STATE:
            return row
        if index.column():
            return super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and row.open:
            return self.tr("accepted") if self.accepted(row) else self.tr("not accepted")
        return None


class _Line(QStyledItemDelegate):
    """A tick, the words, and how the row stands in its tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        model, box, t = index.model(), QRectF(option.rect), theme.tokens()
        assert isinstance(model, Differences)
        row = model.row(index)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color(t.soft))
        hairline(painter, box.left(), box.bottom() - 1, box.right(), box.bottom(), t.line)
        if index.column() == 0:
            if row.open:
                _paint_tick(painter, box, t, on=model.accepted(row))
            return
        last = index.column() == model.columnCount() - 1
        quiet = row.state is State.EQUAL
        ink = theme.ink(t, _TONES[row.state]) if last else t.muted if quiet else t.ink
        words = box.adjusted(theme.SPACE_2, 0, -theme.SPACE_1, 0)
        font = theme.font(theme.LABEL, 600 if last else 400)
        write(painter, words, str(index.data() or ""), font=font, ink=ink)


def _paint_tick(painter: QPainter, cell: QRectF, t: theme.Tokens, *, on: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(cell.left() + theme.SPACE_3, cell.center().y() - _SIDE / 2, _SIDE, _SIDE)
    rounded(painter, box, 4, fill=t.accent if on else t.surface, line=t.accent if on else t.idle)
    if on:
        pen = QPen(theme.color(t.on_accent), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        at = box.center()
        painter.drawPolyline([at + QPointF(-4, 0), at + QPointF(-1, 3), at + QPointF(4, -3)])
    painter.restore()


class DifferencesTable(Table):
    """Arrows move; Space, Enter or a click accepts a row or rejects it."""

    toggled = Signal(object)
    """The row (Spoken) that was accepted or rejected."""
    reached = Signal(object)
    """The row that has the keyboard."""

    def __init__(self, model: Differences, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._differences = model
        self.setItemDelegate(_Line(self))
        self.setAccessibleName(self.tr("Differences between the file and the study"))
        self.set_columns(_ROOM)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(self._differences.row(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and (row := self._differences.row(index)).open:
            self.toggled.emit(row)
