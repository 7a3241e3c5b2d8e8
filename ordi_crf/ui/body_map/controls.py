"""Small painted controls of the tool panel: joined segments and the rows that choose a level."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import CENTER, LEFT, RIGHT, rounded, write


class Segments(QWidget):
    """A few exclusive choices side by side."""

    picked = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Take (code, text, tool tip) of each choice."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        for n, (code, text, tip) in enumerate(choices):
            button = _Segment(code, text, first=n == 0, last=n == len(choices) - 1)
            button.setToolTip(tip)
            self._group.addButton(button)
            self._buttons[code] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)

    def set_current(self, code: str) -> None:
        """Show a choice as the one taken."""
        self._buttons[code].setChecked(True)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.picked.emit(button.objectName())


class _Segment(QAbstractButton):
    def __init__(self, code: str, text: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.setObjectName(code)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self)

    def sizeHint(self) -> QSize:
        return QSize(60, theme.CONTROL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        # The box of an inner segment reaches past its sides, so that only outer corners are round.
        reach = theme.RADIUS_CONTROL * 2
        ground = box.adjusted(0 if self._first else -reach, 0, 0 if self._last else reach, 0)
        hover = self.underMouse() and self.isEnabled()
        fill = t.soft if self.isChecked() else t.idle_bg if hover else t.surface
        rounded(painter, ground, theme.RADIUS_CONTROL, fill=fill, line=t.line)
        if not self._first:
            painter.fillRect(QRectF(0, 1, 1, box.height() - 2), theme.color(t.line))
        weight = 600 if self.isChecked() else 400
        ink = t.accent if self.isChecked() else t.ink
        if not self.isEnabled():
            ink = t.muted
        write(
            painter, box, self.text(), font=theme.font(theme.LABEL, weight), ink=ink, align=CENTER
        )


class LevelButton(QAbstractButton):
    """A level to paint: its colour and hatching, its digit and its words."""

    picked = Signal(int)

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._fill, self._hatching = QColor(), QBrush(Qt.BrushStyle.NoBrush)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(str(level))
        self.clicked.connect(self._on_clicked)
        ringed(self)

    def set_look(self, words: str, fill: QColor, hatching: QBrush) -> None:
        """Show what the level means in the current layer."""
        self.setText(words)
        self.setAccessibleName(f"{self._level}: {words}")
        self._fill, self._hatching = fill, hatching
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.soft, line=t.accent, width=1.4)
        elif self.underMouse() and self.isEnabled():
            rounded(painter, box, theme.RADIUS_CONTROL, fill=t.idle_bg)
        swatch = QRectF(7, box.center().y() - 8, 28, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        for brush in (QBrush(self._fill), self._hatching):
            painter.setBrush(brush)
            painter.drawRoundedRect(swatch, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._fill.darker(125), 1))
        painter.drawRoundedRect(swatch, 3, 3)
        ink = t.ink if self.isEnabled() else t.muted
        weight = 600 if self.isChecked() else 400
        words = box.adjusted(43, 0, -22, 0)
        write(
            painter, words, self.text(), font=theme.font(theme.LABEL, weight), ink=ink, align=LEFT
        )
        digit = box.adjusted(0, 0, -8, 0)
        write(
            painter, digit, str(self._level), font=theme.font(theme.META), ink=t.muted, align=RIGHT
        )

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._level)
