"""PeoplePage: the accounts of the study, for those who let others in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf import study
from ordi_crf.core.permissions import Operation
from ordi_crf.db.accounts import Account
from ordi_crf.ui import permits, theme
from ordi_crf.ui.access.account_card import AccountCard
from ordi_crf.ui.access.account_dialogs import NewAccountDialog
from ordi_crf.ui.access.lock_card import LockCard
from ordi_crf.ui.access.password_card import PasswordCard
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.pages.page import Action, Header, Page
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.session import Session
from ordi_crf.ui.table import Rows, Table

_ROOM = ((180, 4), (130, 3), (130, 2), (210, 4), (100, 2))
_RIGHT = 340


class PeoplePage(Page):
    """A list; who is chosen stands at the right, with what can be done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._accounts: tuple[Account, ...] = ()
        titles = (
            self.tr("Name"),
            self.tr("Login"),
            self.tr("Role"),
            self.tr("Access"),
            self.tr("Password set"),
        )
        self._rows = Rows(titles, [], self)
        self._table = Table(self._rows)
        self._table.setAccessibleName(self.tr("Accounts"))
        self._table.set_columns(_ROOM)
        self._table.clicked.connect(self._on_chosen)
        self._table.activated.connect(self._on_chosen)
        self._table.selectionModel().currentChanged.connect(self._on_chosen)
        self.setFocusProxy(self._table)
        self._card = AccountCard(session)
        self._card.changed.connect(self._on_changed)
        listed = Card()
        listed.body.setContentsMargins(1, 1, 1, 1)
        listed.body.addWidget(self._table)
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE_3)
        for card in (self._card, LockCard(session), PasswordCard(session)):
            card.setFixedWidth(_RIGHT)
            right.addWidget(card)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(theme.SPACE_3)
        row.addWidget(listed, 1)
        row.addLayout(right)
        self._show()

    def header(self) -> Header:
        tip = permits.tip(self._session, Operation.MANAGE_ACCOUNTS)
        count = self.tr("%n account(s)", "", len(self._accounts))
        return Header(
            self.tr("Accounts"),
            ((study.STUDYID, None), (count, None)),
            Action("add", self.tr("Add an account"), not tip, tip),
        )

    def act(self, code: str) -> None:
        dialog = NewAccountDialog(self._session, self)
        dialog.added.connect(self._on_changed)
        dialog.open()

    def _show(self, login: str = "") -> None:
        """Show the accounts as they are now, with one chosen: the named one, else the first."""
        at = max(self._table.currentIndex().row(), 0)
        self._accounts = self._session.file.accounts.all()
        self._rows.set_rows([self._line(account) for account in self._accounts])
        logins = [account.login for account in self._accounts]
        row = logins.index(login) if login in logins else min(at, len(logins) - 1)
        if row >= 0:
            self._table.selectRow(row)
            self._card.show_account(self._accounts[row])
        self.headed.emit()

    def _line(self, account: Account) -> tuple[str, ...]:
        return (
            account.name,
            account.login,
            role_words(account.role.value, self._session.language),
            self._access(account),
            f"{account.changed_at.astimezone():%Y-%m-%d}",
        )

    def _access(self, account: Account) -> str:
        if not account.active:
            return self.tr("deactivated")
        if account.login == self._session.file.actor.login:
            return self.tr("at work now")
        if account.must_change:
            return self.tr("must choose a password")
        return self.tr("active")

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._accounts):
            self._card.show_account(self._accounts[index.row()])

    @Slot(str)
    def _on_changed(self, login: str) -> None:
        self._show(login)
