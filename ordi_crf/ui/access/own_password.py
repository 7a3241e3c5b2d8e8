"""OwnPassword: change one's password; asked for at the first login with one somebody gave."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ordi_crf.db.account_errors import PasswordRefusedError
from ordi_crf.db.accounts import Account, Accounts
from ordi_crf.db.errors import StudyFileError
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.access.new_password import NewPassword
from ordi_crf.ui.access.password_field import PasswordField
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.dialogs import Dialog
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.waiting import waiting

translate = QCoreApplication.translate

_WIDTH, _FIELD = 560, 264


class OwnPassword(QWidget):
    """The old password and the new one; the old is known where it was typed a moment ago."""

    changed = Signal()
    abandoned = Signal()

    def __init__(
        self, accounts: Accounts, account: Account, language: Language, old: str = ""
    ) -> None:
        super().__init__()
        self._accounts, self._login, self._language = accounts, account.login, language
        self._old = PasswordField(goes_on=True)
        self._old.setObjectName("old_password")
        self._old.setText(old)
        self._old.setFixedWidth(_FIELD)
        self._new = NewPassword(language, self.tr("New password"))
        self._new.set_person(account.login, account.name)
        self._problem = Label("", theme.LABEL, 600, Tone.BAD, wrap=True)
        self._problem.hide()
        label = Label(self.tr("Password until now"), theme.LABEL, 600)
        self._old.setAccessibleName(label.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        for widget in (label, self._old):
            column.addWidget(widget)
            widget.setVisible(not old)
        column.addWidget(self._new)
        column.addWidget(self._problem)
        column.addLayout(self._buttons())

    def focus_first(self) -> None:
        """Take the keyboard."""
        if self._old.isHidden():
            self._new.focus_first()
        else:
            self._old.setFocus()

    def _buttons(self) -> QHBoxLayout:
        change = Button(self.tr("Change the password"), Kind.PRIMARY)
        change.setObjectName("change_password")
        change.clicked.connect(self._on_change)
        back = Button(self.tr("Cancel"))
        back.setObjectName("cancel_password")
        back.clicked.connect(self.abandoned)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(change)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @Slot()
    def _on_change(self) -> None:
        old, new = self._old.text(), self._new.value()
        self._say("")
        if not old:
            self._say(self.tr("Type the password that you have had until now."))
            self._old.setFocus()
        elif new is None:
            self._new.insist()
        else:
            self._change(old, new)

    def _change(self, old: str, new: str) -> None:
        try:
            with waiting():
                self._accounts.change_password(self._login, old, new)
        except PasswordRefusedError as error:
            self._new.refuse(error.message.in_(self._language))
        except StudyFileError as error:
            self._say(error.message.in_(self._language))
            self._old.selectAll()
            self._old.setFocus()
        else:
            self.changed.emit()


def _why(accounts: Accounts) -> str:
    """Return why the password of who is at work is changed before anything else."""
    if accounts.aged is not None:
        words = translate(
            "FirstPassword",
            "Yours is older than the {days} days this study gives a password. The study opens "
            "once you have chosen another.",
        )
        return words.format(days=accounts.aged)
    return translate(
        "FirstPassword",
        "The one you logged in with was given to you. From now on only you know yours: it "
        "stands for you in the audit trail and under what you sign.",
    )


class FirstPassword(Card):
    """Asked for before anything is shown, by who logged in with a password that was given."""

    changed = Signal()
    abandoned = Signal()

    def __init__(self, accounts: Accounts, account: Account, language: Language, old: str) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.body.setContentsMargins(*[theme.SPACE_6] * 4)
        self.body.addWidget(Label(self.tr("Choose your own password"), 20, 700))
        self.body.addWidget(Label(_why(accounts), theme.BODY, 400, Tone.MUTED, wrap=True))
        self.body.addSpacing(theme.SPACE_2)
        self._password = OwnPassword(accounts, account, language, old)
        self._password.changed.connect(self.changed)
        self._password.abandoned.connect(self.abandoned)
        self.body.addWidget(self._password)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._password.focus_first()


class PasswordDialog(Dialog):
    """Changes the password of who is at work."""

    def __init__(
        self, accounts: Accounts, account: Account, language: Language,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("", parent)
        self.set_title(self.tr("Change your password"))
        self.setMinimumWidth(_WIDTH)
        if account.must_change or accounts.aged is not None:
            self.add_words(_why(accounts), Tone.MUTED)
        password = OwnPassword(accounts, account, language)
        password.changed.connect(self.accept)
        password.abandoned.connect(self.reject)
        self.body.addWidget(password)
        password.focus_first()
