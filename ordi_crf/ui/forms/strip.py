"""Strip: a question laid over the page, under what it is about; Enter answers, Escape leaves."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import rounded
from ordi_crf.ui.theme import Tone

_MARGIN = 20


class Strip(QWidget):
    """A question and a note; a kind of strip adds what answers it to `body`."""

    abandoned = Signal()
    widest = 620

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = Label("", theme.BODY, 600, Tone.INK, wrap=True)
        self._note = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(
            theme.SPACE_4, theme.SPACE_3, theme.SPACE_4, theme.SPACE_3
        )  # fmt: skip
        self.body.setSpacing(theme.SPACE_2)
        self.body.addWidget(self._question)
        self.body.addWidget(self._note)
        self.hide()

    def accept(self) -> None:
        """Give the answer, or say what it lacks."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return what takes the keyboard when the strip opens."""
        raise NotImplementedError

    def open(self, question: str, note: str = "", anchor: QWidget | None = None) -> None:
        """Show the strip under a widget, else at the top of the page, and take the keyboard."""
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self.say(note)
        self._place(anchor)
        self.show()
        self.raise_()
        self._take_keyboard()
        # A cell that was answered by a key hands the keyboard on to the next cell after this.
        QTimer.singleShot(0, self._take_keyboard)

    def say(self, note: str) -> None:
        """Say something under the question."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.abandon()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accept()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        rounded(painter, box, theme.RADIUS_CARD, fill=t.warn_bg, line=t.warn)

    @Slot()
    def abandon(self) -> None:
        """Leave all as it was."""
        self.hide()
        self.abandoned.emit()

    @Slot()
    def _take_keyboard(self) -> None:
        if self.isVisible():
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, anchor: QWidget | None) -> None:
        """Lie under the anchor, above it where there is no room, and inside the page always."""
        page = self.parentWidget()
        assert page is not None
        width = min(self.widest, page.width() - 2 * _MARGIN)
        self.setFixedWidth(max(320, width))
        self.adjustSize()
        x, y = _MARGIN, theme.SPACE_3
        if anchor is not None and anchor.isVisible():
            under = anchor.mapTo(page, QPoint(0, anchor.height() + 7))
            above = anchor.mapTo(page, QPoint(0, -7)).y() - self.height()
            x, y = under.x() - theme.SPACE_4, under.y()
            if y + self.height() > page.height() - theme.SPACE_2:
                y = above
        x = max(_MARGIN, min(x, page.width() - self.width() - _MARGIN))
        self.move(x, max(theme.SPACE_2, min(y, page.height() - self.height() - theme.SPACE_2)))
