"""SegmentedChoice: one answer out of a few, all of them always in sight.

A key answers; a click answers and never clears; Delete clears. `components.segments` paints it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.segments import (
    GAP,
    Look,
    Ramp,
    Segment,
    boxes,
    paint_segments,
    word_widths,
)

__all__ = ["CELL", "CELL_MAX", "CELL_MIN", "Ramp", "Segment", "SegmentedChoice"]

CELL, CELL_MIN, CELL_MAX = 36, 26, 52


class SegmentedChoice(QWidget):
    """A row of answers; `chosen` carries the value, or the empty text when it is cleared."""

    chosen = Signal(str)
    keyed = Signal()
    """A key answered: in a grid, the next cell may take the keyboard."""
    passed = Signal()
    """Enter went on, having accepted the proposal where there was one."""
    moved = Signal(int, int)
    """An arrow asked to leave, by columns and rows; only with `set_arrows_leave`."""
    refused = Signal(str)
    """A key was typed that is no answer here; nothing changed."""
    history_asked = Signal()
    focused = Signal(bool)

    def __init__(
        self,
        codes: Sequence[tuple[str, str, str]],
        ramp: Ramp | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._segments = tuple(Segment(*code) for code in codes)
        self._ramp = ramp
        self._value: str | None = None
        self._proposal: str | None = None
        self._note = ""
        self._cursor = 0
        self._hover = -1
        self._read_only = False
        self._arrows_leave = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ringed(self)
        self._tell()

    def value(self) -> str | None:
        """Return the answer, None for blank."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Show an answer without reporting it."""
        if value == self._value:
            return
        self._value = value
        self._cursor = max(0, self._index(value))
        self._tell()
        self.update()

    def proposal(self) -> str | None:
        """Return the proposed answer that has not been given."""
        return self._proposal if self._proposal != self._value else None

    def set_proposal(self, value: str | None) -> None:
        """Outline a proposed answer; it counts for nothing until it is accepted."""
        if value != self._proposal:
            self._proposal = value
            self._tell()
            self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Let the answer be read and not changed."""
        self._read_only = read_only
        self._hover = -1
        self.update()

    def set_note(self, note: str) -> None:
        """Say something after the answer to who cannot see the screen."""
        self._note = note
        self._tell()

    def set_arrows_leave(self, leave: bool) -> None:
        """Have the arrows report `moved`, as in a grid, instead of walking the answers."""
        self._arrows_leave = leave

    def wording(self, value: str | None) -> str:
        """Return the wording of an answer, empty for blank."""
        n = self._index(value)
        return (self._segments[n].tooltip or self._segments[n].short) if n >= 0 else ""

    def choose(self, value: str | None) -> None:
        """Answer, or clear with None, and report it when that changes anything."""
        if self._read_only or not self.isEnabled() or value == self._value:
            return
        self.set_value(value)
        self.chosen.emit(value or "")

    def sizeHint(self) -> QSize:
        if self._ramp is not None:
            return QSize(CELL * len(self._segments), 26)
        words = word_widths(self._segments)
        return QSize(int(sum(words)) + GAP * (len(words) - 1) + 1, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            n = self._at(QPointF(event.pos()))
            words = self._segments[n].tooltip if n >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _ARROWS and self._arrow(*_ARROWS[key]):
            return
        match key:
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.choose(None)
            case Qt.Key.Key_Period if self._ramp is not None:
                self.choose(None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._value is None and self._proposal is not None:
                    self.choose(self._proposal)
                self.passed.emit()
            case Qt.Key.Key_Space if not self._arrows_leave:
                self.choose(self._segments[self._cursor].value)
            case Qt.Key.Key_Menu:
                self._open_menu(self.mapToGlobal(self.rect().bottomLeft()))
            case _ if plain and event.text().isprintable() and event.text().strip():
                self._type(event.text())
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        n = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and n >= 0:
            self._cursor = n
            self.choose(self._segments[n].value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(-1 if self._read_only else self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def focusInEvent(self, event: QEvent) -> None:
        self.focused.emit(True)
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.focused.emit(False)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_segments(QPainter(self), QRectF(self.rect()), self._look(), theme.tokens())

    def _index(self, value: str | None) -> int:
        for n, segment in enumerate(self._segments):
            if segment.value == value:
                return n
        return -1

    def _type(self, text: str) -> None:
        """Answer by a typed key: a grade by its digit, a word by its initial or its position."""
        if self._read_only:
            return
        typed = text.casefold()
        found = [s for s in self._segments if s.value.casefold() == typed] or [
            s for s in self._segments if self._ramp is None and s.short.casefold()[:1] == typed
        ]
        if len(found) != 1 and self._ramp is None and text.isdecimal():
            found = list(self._segments[int(text) - 1 : int(text)]) if int(text) else []
        if len(found) == 1:
            self.choose(found[0].value)
            self.keyed.emit()
        else:
            self.refused.emit(text)

    def _arrow(self, columns: int, rows: int) -> bool:
        """Return whether an arrow was used, here or by who listens to `moved`."""
        if self._arrows_leave:
            self.moved.emit(columns, rows)
            return True
        if columns:
            self._cursor = min(max(self._cursor + columns, 0), len(self._segments) - 1)
            self.update()
        return bool(columns)

    def _point_at(self, n: int) -> None:
        if n != self._hover:
            self._hover = n
            self.update()

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        clear = menu.addAction(self.tr("Clear"))
        clear.setEnabled(self._value is not None and not self._read_only)
        clear.triggered.connect(self._on_clear)
        menu.addAction(self.tr("History…")).triggered.connect(self.history_asked)
        menu.popup(where)

    def _on_clear(self) -> None:
        self.choose(None)

    def _tell(self) -> None:
        """Say the answer to who cannot see it."""
        if self._value is not None:
            said = f"{self._value}: {self.wording(self._value)}"
        elif self._proposal is not None:
            said = self.tr("blank, proposed: {value}").format(value=self.wording(self._proposal))
        else:
            said = self.tr("blank")
        self.setAccessibleDescription(f"{said}. {self._note}" if self._note else said)

    def _at(self, point: QPointF) -> int:
        for n, box in enumerate(boxes(self._segments, self._ramp, QRectF(self.rect()))):
            if box.contains(point):
                return n
        return -1

    def _look(self) -> Look:
        """Return the state to be painted."""
        chosen = self._index(self._value)
        walking = self.hasFocus() and not self._arrows_leave and self._cursor != chosen
        return Look(
            self._segments,
            self._ramp,
            chosen=chosen,
            proposed=self._index(self.proposal()),
            hover=self._hover,
            cursor=self._cursor if walking else -1,
            enabled=self.isEnabled(),
            read_only=self._read_only,
        )


_ARROWS = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}
