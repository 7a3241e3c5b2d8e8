"""OpenListCard: the password that opens the identification list, asked for at each visit."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ordi_crf.db.errors import StudyFileError
from ordi_crf.ui import theme
from ordi_crf.ui.access.password_field import PasswordField
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.waiting import waiting


class OpenListCard(Card):
    """Asks who is at work for the password they logged in with."""

    opened = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._password = PasswordField()
        self._password.setObjectName("list_password")
        self._password.returnPressed.connect(self._on_given)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        give = Button(self.tr("Open the list"), Kind.PRIMARY)
        give.setObjectName("open_list")
        give.clicked.connect(self._on_given)
        words = self.tr(
            "Who the subjects are lies in a file of its own, encrypted apart from the study: no "
            "export and no sponsor reaches it, and every look is recorded."
        )
        self.body.addWidget(Label(self.tr("Closed"), theme.TITLE, 700))
        self.body.addWidget(Label(words, theme.LABEL, 400, Tone.MUTED, wrap=True))
        self.body.addSpacing(theme.SPACE_1)
        label = Label(self.tr("Your password opens it"), theme.LABEL, 600)
        label.setBuddy(self._password)
        self._password.setAccessibleName(label.text())
        for widget in (label, self._password, self._problem):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(give)
        row.addStretch(1)
        self.body.addSpacing(theme.SPACE_1)
        self.body.addLayout(row)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._password.setFocus()

    @Slot()
    def _on_given(self) -> None:
        file, password = self._session.file, self._password.text()
        if not password:
            return
        try:
            with waiting():
                file.accounts.check(file.actor.login, password)
        except StudyFileError as error:
            self._problem.setText(self._session.say(error.message))
            self._problem.show()
            self._password.clear()
            self._password.setFocus()
        else:
            self._password.clear()
            self._problem.hide()
            self.opened.emit()
