"""ReasonStrip: asks why, in place: for a correction, a voided row, a finding that is kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import rounded
from ordi_crf.ui.theme import Tone

_LONGEST = 500


class ReasonStrip(QWidget):
    """One line for the reason; Enter keeps it, Escape leaves everything as it was."""

    given = Signal(str)
    abandoned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Label("", theme.LABEL, 600, Tone.INK, wrap=True)
        self._line = QLineEdit()
        self._line.setObjectName("reason")
        self._line.setMaxLength(_LONGEST)
        self._line.setMinimumHeight(theme.CONTROL_HEIGHT)
        self._line.setAccessibleName(self.tr("Reason"))
        self._line.setPlaceholderText(self.tr("Reason, for the audit trail"))
        self._line.returnPressed.connect(self._on_given)
        self._keep = Button(self.tr("Save"), Kind.PRIMARY)
        self._keep.setObjectName("reason_save")
        self._keep.clicked.connect(self._on_given)
        self._leave = Button(self.tr("Cancel"))
        self._leave.clicked.connect(self._on_abandoned)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self._line, 1)
        row.addWidget(self._leave)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_4, theme.SPACE_3, theme.SPACE_4, theme.SPACE_3)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self._question)
        column.addLayout(row)
        self.hide()

    def ask(self, question: str) -> None:
        """Show the strip with a question and take the keyboard."""
        self._question.setText(question)
        self._line.clear()
        self.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_abandoned()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        rounded(painter, box, theme.RADIUS_CARD, fill=t.warn_bg, line=t.warn)

    @Slot()
    def _on_given(self) -> None:
        reason = " ".join(self._line.text().split())
        if not reason:
            self._line.setFocus()
            return
        self.hide()
        self.given.emit(reason)

    @Slot()
    def _on_abandoned(self) -> None:
        self.hide()
        self.abandoned.emit()
