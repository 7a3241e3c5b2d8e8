"""The line of a record in its list, and the heading by which the list is sorted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.enter import pressed_by_enter
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import (
    chevron,
    hairline,
    rounded,
    text_width,
    wrapped,
    write,
)
from ordi_crf.ui.forms.columns import GAP

LEFT, RIGHT = 52, 28
"""Where the columns begin, and what is kept free after the last."""
_LINE, _PICTURE_LINE = 34, 52
_ONE, _TWO = 26, 40
"""Height of a heading whose names fit one line, or two."""
PICTURE = QSize(56, 42)
_ARROW = 12


class Fold(QAbstractButton):
    """The line of a record: its number and what it says; a click opens or folds it."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._cells: tuple[str, ...] = ()
        self._widths: tuple[int, ...] = ()
        self._picture: tuple[int, QPixmap] | None = None
        self.muted = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self)

    def set_cells(self, cells: Sequence[str]) -> None:
        """Show what the record says, a cell for each column; none where it is told in one line."""
        self._cells = tuple(cells)
        self.update()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns their widths; one without any is left out."""
        if tuple(widths) != self._widths:
            self._widths = tuple(widths)
            self.update()

    def set_picture(self, column: int, picture: QPixmap | None) -> None:
        """Show a picture in a column instead of words."""
        self._picture = None if picture is None else (column, picture)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _LINE if self._picture is None else _PICTURE_LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.idle_bg)
        sign = QRectF(box.left() + 4, box.center().y() - 8, 16, 16)
        chevron(painter, sign, t.muted, down=self.isChecked())
        number = QRectF(box.left() + 26, box.top(), LEFT - 30, box.height())
        write(painter, number, str(self._number), font=theme.font(theme.LABEL), ink=t.muted)
        ink = t.muted if self.muted else t.ink
        if not self._cells:
            words = box.adjusted(LEFT, 0, -theme.SPACE_2, 0)
            write(painter, words, self.text(), font=theme.font(theme.BODY), ink=ink)
            return
        self._paint_cells(painter, box, ink)

    def _paint_cells(self, painter: QPainter, box: QRectF, ink: str) -> None:
        x = box.left() + LEFT
        if self.isChecked():
            name = box.adjusted(LEFT, 0, -theme.SPACE_2, 0)
            write(painter, name, self._cells[0], font=theme.font(theme.BODY, 600), ink=ink)
            return
        for n, (words, width) in enumerate(zip(self._cells, self._widths, strict=False)):
            if not width:
                continue
            if self._picture is not None and self._picture[0] == n:
                picture = self._picture[1]
                painter.drawPixmap(int(x), int(box.center().y() - picture.height() / 2), picture)
            else:
                cell = QRectF(x, box.top(), width, box.height())
                face = theme.font(theme.BODY, 600 if n == 0 else 400)
                write(painter, cell, words, font=face, ink=ink)
            x += width + GAP


class Heading(QWidget):
    """The names of the columns; one of them, clicked or chosen by key, sorts the list."""

    chosen = Signal(int)
    """The column to sort by."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self._widths: tuple[int, ...] = ()
        self._at = 0
        self._sorted: tuple[int, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Sort the records"))
        self.setToolTip(self.tr("Sort by a column; the order of entry comes back at the third"))
        ringed(self)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns their widths; one without any is left out."""
        self._widths = tuple(widths)
        face = theme.font(theme.LABEL, 600)
        pairs = zip(self._words, self._widths, strict=False)
        high = any(width and text_width(words, face) > width for words, width in pairs)
        self.setFixedHeight(_TWO if high else _ONE)
        self.update()

    def set_sorted(self, sorted_by: tuple[int, bool] | None) -> None:
        """Show the column the list is sorted by, and whether downwards; None: as entered."""
        self._sorted = sorted_by
        words = self.tr("in the order of entry")
        if sorted_by is not None:
            column, down = sorted_by
            way = self.tr("descending") if down else self.tr("ascending")
            words = f"{self._words[column]}, {way}"
        self.setAccessibleDescription(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._at = self._beside(step)
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.chosen.emit(self._at)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for n, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self._at = n
                self.chosen.emit(n)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = theme.font(theme.LABEL, 600)
        hairline(painter, 0, self.height() - 1, self.width(), self.height(), t.line)
        for n, (words, box) in enumerate(zip(self._words, self._boxes(), strict=False)):
            if not box.width():
                continue
            sorted_here = self._sorted is not None and self._sorted[0] == n
            at_hand = self.hasFocus() and n == self._at
            ink = t.accent if sorted_here or at_hand else t.muted
            room = box.width() - (_ARROW if sorted_here else 0)
            lines = wrapped(words, face, room)
            for line, text in enumerate(lines):
                top = box.bottom() - 23 - 14 * (len(lines) - 1 - line)
                place = QRectF(box.left(), top, room, 16)
                write(painter, place, text, font=face, ink=ink)
            if sorted_here and self._sorted is not None:
                mark = "▾" if self._sorted[1] else "▴"
                after = box.left() + text_width(lines[-1], face) + 3
                at = QRectF(after, box.bottom() - 23, _ARROW, 16)
                write(painter, at, mark, font=face, ink=ink)

    def _beside(self, step: int) -> int:
        """Return the next column to the right or left that is shown."""
        shown = [n for n, width in enumerate(self._widths) if width] or [0]
        at = shown.index(self._at) if self._at in shown else 0
        return shown[max(0, min(len(shown) - 1, at + step))]

    def _boxes(self) -> list[QRectF]:
        boxes, x = [], float(LEFT)
        for width in self._widths:
            boxes.append(QRectF(x, 0, width, self.height()))
            x += width + GAP if width else 0
        return boxes
