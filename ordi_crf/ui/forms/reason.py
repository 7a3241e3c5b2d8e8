"""ReasonStrip: asks why, in place: for a correction, a voided row, a finding that is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.forms.strip import Strip

_LONGEST = 500


class ReasonStrip(Strip):
    """One line for the reason, over the page; Enter keeps it, Escape leaves all as it was."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reason_strip")
        self._line = LineField(goes_on=False)
        self._line.setObjectName("reason")
        self._line.setMaxLength(_LONGEST)
        self._line.setAccessibleName(self.tr("Reason"))
        self._line.setPlaceholderText(self.tr("Reason, for the audit trail"))
        self._line.textEdited.connect(self._on_edited)
        self._save = Button(self.tr("Save"), Kind.PRIMARY)
        self._save.setObjectName("reason_save")
        self._save.clicked.connect(self.accept)
        self._leave = Button(self.tr("Cancel"))
        self._leave.setObjectName("reason_cancel")
        self._leave.clicked.connect(self.abandon)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        for widget in (self._line, self._save, self._leave):
            row.addWidget(widget)
        self.body.addLayout(row)

    def ask(self, question: str, note: str = "", anchor: QWidget | None = None) -> None:
        """Ask for a reason; what was already written for an earlier question of it stays."""
        if not self.isVisible():
            self._line.clear()
        self._line.setAccessibleDescription(question)
        self._on_edited()
        self.open(question, note, anchor)

    def insist(self) -> None:
        """Take the keyboard again: the question must be answered or cancelled first."""
        self.say(self.tr("Give the reason, or cancel, before going on."))
        self._take_keyboard()

    def first_field(self) -> QWidget:
        return self._line

    @Slot()
    def accept(self) -> None:
        reason = " ".join(self._line.text().split())
        if reason:
            self.given.emit(reason)
        else:
            self._line.setFocus()

    @Slot()
    def _on_edited(self) -> None:
        self._save.setEnabled(bool(self._line.text().strip()))
