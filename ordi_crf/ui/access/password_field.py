"""PasswordField: a line whose signs stay hidden until they are asked to be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ordi_crf.core import passwords
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.icons import IconButton

_ROOM = 30
"""Pixels at the right for the eye."""


class PasswordField(LineField):
    """Takes a password; what was typed is never kept by the field's undo or an input method."""

    def __init__(self, *, goes_on: bool = False) -> None:
        super().__init__(goes_on=goes_on)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(passwords.MOST + 1)
        self.setTextMargins(0, 0, _ROOM, 0)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = IconButton("eye", self.tr("Show or hide what is typed"), parent=self)
        self._eye.clicked.connect(self._on_eye)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        eye = self._eye.sizeHint()
        self._eye.resize(eye)
        self._eye.move(self.width() - eye.width() - 4, (self.height() - eye.height()) // 2)

    def hide_signs(self) -> None:
        """Hide what is typed again."""
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @Slot()
    def _on_eye(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
