"""ReasonStrip: asks why, in place: for a correction, a voided row, a finding that is kept."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import rounded
from ordi_crf.ui.theme import Tone

_LONGEST = 500
_WIDTH, _MARGIN = 620, 20


class ReasonStrip(QWidget):
    """One line for the reason, over the page; Enter keeps it, Escape leaves all as it was."""

    given = Signal(str)
    abandoned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reason_strip")
        self._question = Label("", theme.BODY, 600, Tone.INK, wrap=True)
        self._note = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._line = LineField(goes_on=False)
        self._line.setObjectName("reason")
        self._line.setMaxLength(_LONGEST)
        self._line.setAccessibleName(self.tr("Reason"))
        self._line.setPlaceholderText(self.tr("Reason, for the audit trail"))
        self._line.textEdited.connect(self._on_edited)
        self._save = Button(self.tr("Save"), Kind.PRIMARY)
        self._save.setObjectName("reason_save")
        self._save.clicked.connect(self._on_given)
        self._leave = Button(self.tr("Cancel"))
        self._leave.setObjectName("reason_cancel")
        self._leave.clicked.connect(self._on_abandoned)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for widget in (self._line, self._save, self._leave):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_4, theme.SPACE_3, theme.SPACE_4, theme.SPACE_3)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self._question)
        column.addWidget(self._note)
        column.addLayout(row)
        self.hide()

    def ask(self, question: str, note: str = "", anchor: QWidget | None = None) -> None:
        """Show the strip under a widget, else at the top of the page, and take the keyboard.

        What was already written for an earlier question of the same asking stays.
        """
        if not self.isVisible():
            self._line.clear()
        self._question.setText(question)
        self._line.setAccessibleDescription(question)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._save.setEnabled(bool(self._line.text().strip()))
        self._place(anchor)
        self.show()
        self.raise_()
        self._take_keyboard()
        # A cell that was answered by a key hands the keyboard on to the next cell after this.
        QTimer.singleShot(0, self._take_keyboard)

    def insist(self) -> None:
        """Take the keyboard again: the question must be answered or cancelled first."""
        self._note.setText(self.tr("Give the reason, or cancel, before going on."))
        self._note.show()
        self.adjustSize()
        self._take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._on_abandoned()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_given()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        rounded(painter, box, theme.RADIUS_CARD, fill=t.warn_bg, line=t.warn)

    @Slot()
    def _take_keyboard(self) -> None:
        if self.isVisible():
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_edited(self) -> None:
        self._save.setEnabled(bool(self._line.text().strip()))

    @Slot()
    def _on_given(self) -> None:
        reason = " ".join(self._line.text().split())
        if reason:
            self.given.emit(reason)
        else:
            self._line.setFocus()

    @Slot()
    def _on_abandoned(self) -> None:
        self.hide()
        self.abandoned.emit()

    def _place(self, anchor: QWidget | None) -> None:
        """Lie under the anchor, above it where there is no room, and inside the page always."""
        page = self.parentWidget()
        assert page is not None
        width = min(_WIDTH, page.width() - 2 * _MARGIN)
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
