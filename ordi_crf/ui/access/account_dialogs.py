"""The dialogs of accounts: a new one, another role, a new password, access taken or given back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.db.account_errors import PasswordRefusedError
from ordi_crf.db.accounts import Account
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Text
from ordi_crf.ui import theme
from ordi_crf.ui.access.account_words import MEANS, SEES_IDENTITIES
from ordi_crf.ui.access.new_password import NewPassword
from ordi_crf.ui.access.set_up_page import suggested_login
from ordi_crf.ui.components.button import Kind
from ordi_crf.ui.components.fields import LineField, ListField
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.roles import ROLES
from ordi_crf.ui.session import Session
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.waiting import waiting

_WIDTH = 560


class RoleField(ListField):
    """The six roles."""

    def __init__(self, session: Session, role: Role = Role.NURSE) -> None:
        super().__init__()
        self.setObjectName("role")
        for known, words in ROLES:
            self.addItem(session.say(words), known.value)
        self.setCurrentIndex(self.findData(role.value))

    @property
    def role(self) -> Role:
        """Return the role that is chosen."""
        return Role(str(self.currentData()))


class AccountDialog(Dialog):
    """Changes one account, or says why not; its primary button is the last to be added."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.session, self.accounts = session, session.file.accounts
        self.setMinimumWidth(_WIDTH)

    def add_role(self, role: Role) -> RoleField:
        """Add a choice of role, with what it means under it."""
        self._role = RoleField(self.session, role)
        self._means = Label("", theme.LABEL, 400, Tone.MUTED, wrap=True)
        self._role.currentIndexChanged.connect(self._show_meaning)
        self.add_field(self.tr("Role"), self._role)
        self.body.addWidget(self._means)
        self._show_meaning()
        return self._role

    def finish(self, words: str, name: str, slot: Callable[[], object]) -> None:
        """Add the buttons."""
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.add_button(words, Kind.PRIMARY, name=name).clicked.connect(slot)

    def do(self, change: Callable[[], object], password: NewPassword | None = None) -> None:
        """Make a change and close, or say why it was refused."""
        try:
            with waiting():
                change()
        except PasswordRefusedError as error:
            if password is None:
                raise
            password.refuse(self.session.say(error.message))
        except StudyFileError as error:
            self.say(self.session.say(error.message))
        else:
            self.accept()

    @Slot()
    def _show_meaning(self) -> None:
        self._means.setText(self.session.say(meaning(self._role.role)))


class NewAccountDialog(AccountDialog):
    """Lets somebody in with a first password, which they change when they come."""

    added = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.set_title(self.tr("Add an account"))
        self._own_login = False
        self._name, self._login = LineField(goes_on=True), LineField(goes_on=True)
        self._name.setObjectName("person_name")
        self._login.setObjectName("person_login")
        self._name.textChanged.connect(self._on_name)
        self._login.textEdited.connect(self._on_login)
        self._login.textChanged.connect(self._on_person)
        self.add_field(self.tr("First and last name, as printed beside what they enter"),
                       self._name)  # fmt: skip
        self.add_field(self.tr("Login; nobody else ever has it again"), self._login)
        self._role_field = self.add_role(Role.NURSE)
        self._password = NewPassword(session.language, self.tr("First password"))
        self.body.addWidget(self._password)
        self.add_words(
            self.tr("Tell them this first password; at their first login they choose their own."),
            Tone.MUTED,
            theme.LABEL,
        )
        self.finish(self.tr("Add"), "add_account", self._on_add)
        self._name.setFocus()

    @Slot(str)
    def _on_name(self, name: str) -> None:
        if not self._own_login:
            self._login.setText(suggested_login(name))
        self._on_person()

    @Slot(str)
    def _on_login(self, login: str) -> None:
        self._own_login = bool(login)

    @Slot()
    def _on_person(self) -> None:
        self._password.set_person(self._login.text().strip(), self._name.text())

    @Slot()
    def _on_add(self) -> None:
        name, login = self._name.text().strip(), self._login.text().strip()
        password = self._password.value()
        if not name or not login:
            self.say(self.tr("Type the name and the login."))
            (self._login if name else self._name).setFocus()
        elif password is None:
            self._password.insist()
        else:
            role = self._role_field.role
            self.do(lambda: self._add(login, name, role, password), self._password)

    def _add(self, login: str, name: str, role: Role, password: str) -> None:
        self.added.emit(self.accounts.add(login, name, role, password).login)


class ResetDialog(AccountDialog):
    """Gives a temporary password to somebody who forgot theirs."""

    def __init__(self, session: Session, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.set_title(self.tr("A new password for {name}").format(name=account.name))
        self._account = account
        self._password = NewPassword(session.language, self.tr("Temporary password"))
        self._password.set_person(account.login, account.name)
        self.body.addWidget(self._password)
        self.add_words(
            self.tr(
                "It is good for one login: then they choose their own, which nobody else knows."
            ),
            Tone.MUTED,
            theme.LABEL,
        )
        self.finish(self.tr("Give this password"), "give_password", self._on_give)
        self._password.focus_first()

    @Slot()
    def _on_give(self) -> None:
        password = self._password.value()
        if password is None:
            self._password.insist()
        else:
            login = self._account.login
            self.do(lambda: self.accounts.reset_password(login, password), self._password)


class ReasonedDialog(AccountDialog):
    """Changes an account for a reason, which goes into the trail."""

    def add_reason(self) -> None:
        """Add the line for the reason."""
        self._reason = LineField(goes_on=False)
        self._reason.setObjectName("why")
        self.add_field(self.tr("Why?"), self._reason)

    def reason(self) -> str:
        """Return the reason, blank (and say so) while there is none."""
        reason = " ".join(self._reason.text().split())
        if not reason:
            self.say(self.tr("Say why: it is kept in the audit trail."))
            self._reason.setFocus()
        return reason

    def focus_reason(self) -> None:
        """Give the reason the keyboard."""
        self._reason.setFocus()


class RoleDialog(ReasonedDialog):
    """Gives somebody another role."""

    def __init__(self, session: Session, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.set_title(self.tr("Another role for {name}").format(name=account.name))
        self._account = account
        self._field = self.add_role(account.role)
        self.add_reason()
        self.finish(self.tr("Change the role"), "give_role", self._on_give)
        self._field.setFocus()

    @Slot()
    def _on_give(self) -> None:
        role = self._field.role
        if role is self._account.role:
            self.say(self.tr("This is the role they have."))
        elif reason := self.reason():
            login = self._account.login
            self.do(lambda: self.accounts.set_role(login, role, reason))


class AccessDialog(ReasonedDialog):
    """Takes access away, or gives it back."""

    def __init__(self, session: Session, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._account = account
        if account.active:
            self.set_title(self.tr("Deactivate {name}").format(name=account.name))
            words = self.tr("They cannot log in any more. What they entered stays theirs.")
            self.add_words(words)
        else:
            self.set_title(self.tr("Activate {name}").format(name=account.name))
            self.add_words(self.tr("They can log in again, with the password they had."))
        self.add_reason()
        action = self.tr("Deactivate") if account.active else self.tr("Activate")
        self.finish(action, "give_access", self._on_give)
        self.focus_reason()

    @Slot()
    def _on_give(self) -> None:
        if reason := self.reason():
            login, accounts = self._account.login, self.accounts
            change = accounts.deactivate if self._account.active else accounts.activate
            self.do(lambda: change(login, reason))


def meaning(role: Role) -> Text:
    """Return what a role means at the site."""
    means = MEANS[role]
    if not allowed(role, Operation.SEE_IDENTITIES):
        return means
    return Text(f"{means.en} {SEES_IDENTITIES.en}", f"{means.es} {SEES_IDENTITIES.es}")
