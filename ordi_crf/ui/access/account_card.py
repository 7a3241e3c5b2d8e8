"""AccountCard: one account, and what can be done with it; every change asks why."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf.core.permissions import Operation
from ordi_crf.db.accounts import Account
from ordi_crf.ui import permits, theme
from ordi_crf.ui.access.account_dialogs import AccessDialog, ResetDialog, RoleDialog, meaning
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone


class AccountCard(Card):
    """Shows one account at a time."""

    changed = Signal(str)
    """The login of the account that is another now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._account: Account | None = None
        self._name = Label("", theme.TITLE, 700, wrap=True)
        self._role = Label("", theme.BODY, 600)
        self._may = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._note = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        for widget in (self._name, self._role, self._may):
            self.body.addWidget(widget)
        self.body.addSpacing(theme.SPACE_2)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(theme.SPACE_2)
        self._change = self._button(self.tr("Change the role…"), "change_role", self._on_role)
        self._reset = self._button(self.tr("Give a new password…"), "reset", self._on_reset)
        self._access = self._button("", "access", self._on_access)
        self.body.addLayout(self._buttons)
        self.body.addWidget(self._note)

    def show_account(self, account: Account) -> None:
        """Show an account."""
        self._account = account
        language = self._session.language
        self._name.setText(account.name)
        self._role.setText(role_words(account.role.value, language))
        self._may.setText(meaning(account.role).in_(language))
        words = self.tr("Deactivate…") if account.active else self.tr("Activate…")
        self._access.setText(words)
        self._access.updateGeometry()
        own = account.login == self._session.file.actor.login
        refusal = permits.tip(self._session, Operation.MANAGE_ACCOUNTS)
        for button in (self._change, self._reset, self._access):
            button.setEnabled(not own and not refusal)
            button.setToolTip(refusal)
        self._reset.setEnabled(self._reset.isEnabled() and account.active)
        note = self._note_for(account) if not own else self.tr(
            "This is you: your role and access are changed by somebody else, your password at "
            "your name below left."
        )  # fmt: skip
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _note_for(self, account: Account) -> str:
        if not account.active:
            return self.tr("Nobody can log in with it. It stays, as its name in the trail does.")
        if account.must_change:
            return self.tr("The password was given by somebody: it is changed at the next login.")
        return ""

    def _button(self, words: str, name: str, slot: object) -> Button:
        button = Button(words)
        button.setObjectName(name)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
        return button

    def _open(self, dialog: Dialog) -> None:
        dialog.accepted.connect(self._on_done)
        dialog.open()

    @Slot()
    def _on_role(self) -> None:
        if self._account is not None:
            self._open(RoleDialog(self._session, self._account, self))

    @Slot()
    def _on_reset(self) -> None:
        if self._account is not None:
            self._open(ResetDialog(self._session, self._account, self))

    @Slot()
    def _on_access(self) -> None:
        if self._account is not None:
            self._open(AccessDialog(self._session, self._account, self))

    @Slot()
    def _on_done(self) -> None:
        if self._account is not None:
            self.changed.emit(self._account.login)
