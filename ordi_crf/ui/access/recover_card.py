"""RecoverCard: the recovery key from its sheet, and a new password for one of the accounts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.db import keys
from ordi_crf.db.trust_errors import RecoveryCodeError
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.access.new_password import NewPassword
from ordi_crf.ui.access.recovery_sheet import typewriter
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.fields import LineField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone

_LONGEST = 120


class RecoverCard(Card):
    """Asks for one study at a time; a mistyped key is said while it is typed."""

    given = Signal(object, str, str, str)
    """A Path, the recovery key, a login and its new password."""
    abandoned = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language, self._path = language, Path()
        self._title = Label("", theme.TITLE, 700)
        self._code = LineField(goes_on=True)
        self._code.setObjectName("recovery_code")
        self._code.setFont(typewriter(theme.BODY))
        self._code.setMaxLength(_LONGEST)
        self._code.setPlaceholderText("0000-0000-0000-…")
        self._code.left.connect(self._on_code_left)
        self._login = LineField(goes_on=True)
        self._login.setObjectName("recover_login")
        self._login.setFixedWidth(300)
        self._login.textChanged.connect(self._on_login)
        self._password = NewPassword(language, self.tr("New password"))
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        self._build()

    def ask(self, path: Path, login: str, known: Sequence[str]) -> None:
        """Ask for a study; `known` are its logins, for the hint."""
        self._path = path
        self._title.setText(self.tr("Open {name} with its recovery key").format(name=path.stem))
        self._code.clear()
        self._login.setText(login)
        self._login.setPlaceholderText(", ".join(known[:3]))
        self._password.clear()
        self.say("")

    def say(self, problem: str) -> None:
        """Say what keeps the study shut."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._code.setFocus()

    def _build(self) -> None:
        body = self.body
        body.setSpacing(theme.SPACE_1)
        body.addWidget(self._title)
        words = self.tr(
            "It stands on the sheet in the investigator's site file. Other accounts and all "
            "entries stay as they are, and the audit trail tells that the key was used."
        )
        body.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True))
        body.addSpacing(theme.SPACE_2)
        for title, field in (
            (self.tr("Recovery key"), self._code),
            (self.tr("Your login"), self._login),
        ):
            label = Label(title, theme.LABEL, 600)
            label.setBuddy(field)
            field.setAccessibleName(title)
            body.addWidget(label)
            body.addWidget(field)
            body.addSpacing(theme.SPACE_2)
        body.addWidget(self._password)
        body.addWidget(self._problem)
        body.addSpacing(theme.SPACE_1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        go_on = Button(self.tr("Open with the key"), Kind.PRIMARY)
        go_on.setObjectName("recover")
        go_on.clicked.connect(self._on_given)
        back = Button(self.tr("Back"))
        back.setObjectName("back")
        back.clicked.connect(self.abandoned)
        row.addWidget(go_on)
        row.addWidget(back)
        row.addStretch(1)
        body.addLayout(row)

    def _mistyped(self) -> str:
        """Return what is wrong with the key as typed, the empty text when it can be one."""
        try:
            keys.recovered_key(self._code.text())
        except RecoveryCodeError as error:
            return error.message.in_(self._language)
        return ""

    @Slot()
    def _on_code_left(self) -> None:
        self.say(self._mistyped() if self._code.text().strip() else "")

    @Slot(str)
    def _on_login(self, login: str) -> None:
        self._password.set_person(login.strip(), "")

    @Slot()
    def _on_given(self) -> None:
        login, password = self._login.text().strip(), self._password.value()
        mistyped = self._mistyped()
        self.say(mistyped)
        if mistyped:
            self._code.setFocus()
        elif not login:
            self.say(self.tr("Type your login."))
            self._login.setFocus()
        elif password is None:
            self._password.insist()
        else:
            self.given.emit(self._path, self._code.text(), login, password)
