"""Credentials: login and password, and why they were refused; used wherever somebody comes in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.access.password_field import PasswordField
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone

_WIDTH, _LINE = 300, 6


class Credentials(QWidget):
    """Asks who somebody is: Enter in the login goes on, Enter in the password gives both."""

    given = Signal(str, str)
    """A login and a password; the password is not kept here."""

    def __init__(self, action: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._login = LineField(goes_on=True)
        self._login.setObjectName(f"{name}login")
        self._password = PasswordField()
        self._password.setObjectName(f"{name}password")
        self._password.returnPressed.connect(self._on_given)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        self._give = Button(action, Kind.PRIMARY)
        self._give.setObjectName(f"{name}log_in")
        self._give.clicked.connect(self._on_given)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.SPACE_4)
        self._row.addWidget(self._give)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LINE)
        for words, field in (
            (self.tr("Login"), self._login),
            (self.tr("Password"), self._password),
        ):
            label = Label(words, theme.LABEL, 600)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setFixedWidth(_WIDTH)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(_LINE)
        column.addWidget(self._problem)
        column.addSpacing(_LINE)
        column.addLayout(self._row)

    def add_link(self, words: str, name: str) -> Button:
        """Add a quiet way out beside the button, and return it."""
        link = Button(words, Kind.LINK)
        link.setObjectName(name)
        self._row.insertWidget(self._row.count() - 1, link)
        return link

    def ask(self, login: str = "", known: Sequence[str] = ()) -> None:
        """Ask anew, with a login where it is known, and take the keyboard where it is not."""
        self._login.setText(login)
        self._login.setCompleter(self._completer(known))
        self._password.clear()
        self._password.hide_signs()
        self.say("")

    def say(self, problem: str) -> None:
        """Say why nobody came in."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._password.setAccessibleDescription(problem)

    def refuse(self, problem: str) -> None:
        """Say why nobody came in, and let the password be typed again."""
        self.say(problem)
        self._password.clear()
        self._password.setFocus()

    def focus_first(self) -> None:
        """Give the keyboard to what is to be typed."""
        (self._password if self._login.text() else self._login).setFocus()

    def _completer(self, known: Sequence[str]) -> QCompleter:
        completer = QCompleter(list(known), self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return completer

    @Slot()
    def _on_given(self) -> None:
        login, password = self._login.text().strip(), self._password.text()
        if not login:
            self.say(self.tr("Type your login."))
            self._login.setFocus()
        elif not password:
            self.say(self.tr("Type your password."))
            self._password.setFocus()
        else:
            self.say("")
            self.given.emit(login, password)
