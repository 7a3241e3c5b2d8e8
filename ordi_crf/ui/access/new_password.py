"""NewPassword: a password chosen twice, held against the rules while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.core import passwords
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.access.password_field import PasswordField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone


class NewPassword(QWidget):
    """Two fields and the rule that is not met yet; `changed` when either is typed in."""

    changed = Signal()

    def __init__(self, language: Language, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._login = self._name = ""
        self._first, self._second = PasswordField(goes_on=True), PasswordField(goes_on=True)
        self._rule = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._rule.setMinimumHeight(2 * self._rule.fontMetrics().lineSpacing() + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        words = words or self.tr("Password")
        row.addLayout(self._column(words, self._first, "new_password"), 1)
        again = self.tr("The same once more")
        row.addLayout(self._column(again, self._second, "same_password"), 1)
        column.addLayout(row)
        column.addWidget(self._rule)
        self._show()

    def set_person(self, login: str, name: str) -> None:
        """Say whose password it becomes: it must not be made of either."""
        self._login, self._name = login, name
        self._show()

    def value(self) -> str | None:
        """Return the password, None while it is not chosen as it must be."""
        return self._first.text() if self._state()[0] is Tone.OK else None

    def insist(self) -> None:
        """Say what is missing, and go there."""
        tone, words = self._state()
        differ = bool(self._first.text()) and not self._problems()
        if differ and tone is not Tone.OK and self._second.text():
            words = self.tr("The two are not the same.")
        self._rule.set_tone(Tone.BAD if tone is not Tone.OK else tone)
        self._rule.setText(words)
        (self._second if differ else self._first).setFocus()

    def refuse(self, words: str) -> None:
        """Say why the password cannot be taken, and let another be typed."""
        self.clear()
        self._rule.set_tone(Tone.BAD)
        self._rule.setText(words)
        self._first.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._first.setFocus()

    def _column(self, words: str, field: PasswordField, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_1)
        label = Label(words, theme.LABEL, 600)
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.setObjectName(name)
        field.textChanged.connect(self._on_typed)
        column.addWidget(label)
        column.addWidget(field)
        return column

    def _problems(self) -> list[str]:
        found = passwords.problems(self._first.text(), self._login, self._name)
        return [text.in_(self._language) for text in found]

    def _state(self) -> tuple[Tone, str]:
        """Return how far the choice is, and what to say."""
        typed, problems = self._first.text(), self._problems()
        if problems:
            return Tone.MUTED if len(typed) < passwords.LEAST else Tone.WARN, problems[0]
        if self._second.text() == typed:
            return Tone.OK, self.tr("This password will do.")
        if typed.startswith(self._second.text()):
            return Tone.MUTED, self.tr("Good. Now type the same once more.")
        return Tone.WARN, self.tr("The two are not the same.")

    def _show(self) -> None:
        tone, words = self._state()
        self._rule.set_tone(tone)
        self._rule.setText(words)
        self._first.setAccessibleDescription(words)

    @Slot()
    def _on_typed(self) -> None:
        self._show()
        self.changed.emit()
