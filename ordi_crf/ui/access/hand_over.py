"""HandOverDialog: somebody else goes on at a shared computer, in the seconds a password takes."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ordi_crf.db.accounts import Account
from ordi_crf.ui import theme
from ordi_crf.ui.access.credentials import Credentials
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.waiting import waiting

_WIDTH, _LISTED = 348, 7


class HandOverDialog(Dialog):
    """Colleagues by name, a password, and what one does with one's own account."""

    lock_asked = Signal()
    password_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(_WIDTH)
        self.set_title(self.tr("Who goes on?"))
        self._session = session
        mine = session.file.actor.login
        others = [a for a in session.file.accounts.all() if a.active and a.login != mine]
        self._logins = [account.login for account in others]
        if others:
            self.body.addLayout(self._colleagues(others[:_LISTED]))
            self.body.addSpacing(theme.SPACE_2)
        self._credentials = Credentials(self.tr("Go on"), "switch_")
        self._credentials.given.connect(self._on_given)
        self._credentials.ask("", self._logins)
        self.body.addWidget(self._credentials)
        self.add_words(
            self.tr("The study stays open where it is; what follows is under the new name."),
            Tone.MUTED,
            theme.LABEL,
        )
        self.body.addSpacing(theme.SPACE_2)
        self.body.addLayout(self._own())
        self._credentials.focus_first()

    def _colleagues(self, others: list[Account]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_1)
        for account in others:
            role = role_words(account.role.value, self._session.language)
            person = Button(f"{account.name}  ·  {role}", code=account.login)
            person.setObjectName(f"person_{account.login}")
            person.picked.connect(self._on_person)
            person.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(person)
        return column

    def _own(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_4)
        for words, slot, name in (
            (self.tr("Lock the window"), self._on_lock, "lock_now"),
            (self.tr("Change my password…"), self._on_password, "my_password"),
        ):
            link = Button(words, Kind.LINK)
            link.setObjectName(name)
            link.clicked.connect(slot)
            row.addWidget(link)
        row.addStretch(1)
        return row

    @Slot(str)
    def _on_person(self, login: str) -> None:
        self._credentials.ask(login, self._logins)
        self._credentials.focus_first()

    @Slot(str, str)
    def _on_given(self, login: str, password: str) -> None:
        with waiting():
            refusal = self._session.switch(login, password)
        if refusal is None:
            self.accept()
        else:
            self._credentials.refuse(self._session.say(refusal))

    @Slot()
    def _on_lock(self) -> None:
        self.accept()
        self.lock_asked.emit()

    @Slot()
    def _on_password(self) -> None:
        self.accept()
        self.password_asked.emit()
