"""The stock fields in the look of the other controls, each saying when it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import rounded, write


class LineField(QLineEdit):
    """A line that says when it is left; its Enter goes on to the next field unless told not to."""

    left = Signal()

    def __init__(self, *, goes_on: bool = True) -> None:
        super().__init__()
        self._goes_on = goes_on
        self.setFixedHeight(theme.CONTROL_HEIGHT)
        ringed(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._goes_on and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            self.focusNextPrevChild(True)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class WordsField(QPlainTextEdit):
    """A text field that says when it is left; Tab goes on, Enter is a new line."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * min(lines, 6) + 20)
        ringed(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ListField(QComboBox):
    """A list in the look of the other controls; the wheel changes it only while it has focus."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ringed(self)

    def sizeHint(self) -> QSize:
        return QSize(max(140, super().sizeHint().width() + 16), theme.CONTROL_HEIGHT)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.setCurrentIndex(0)
                self.cleared.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.focusNextPrevChild(True)
            case _ if event.text() and (n := self.findData(event.text())) > 0:
                self.setCurrentIndex(n)
                self.activated.emit(n)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        line = {"hard": t.bad, "soft": t.warn}.get(str(self.property("severity")), t.line)
        fill = t.surface if self.isEnabled() else t.bg
        rounded(painter, box, theme.RADIUS_CONTROL, fill=fill, line=line)
        ink = t.ink if self.isEnabled() else t.muted
        words = box.adjusted(10, 0, -26, 0)
        write(painter, words, self.currentText(), font=theme.font(theme.BODY), ink=ink)
        painter.setPen(QPen(theme.color(t.muted), 1.6))
        x, y = box.right() - 16, box.center().y()
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
