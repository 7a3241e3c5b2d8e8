"""FormLife: what can be done with a form once it is complete: sign, lock, unlock, reopen."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ordi_crf.core.life import Scope
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.ui import life, permits
from ordi_crf.ui.forms.asking import Asking, Purpose
from ordi_crf.ui.pages.page import Action
from ordi_crf.ui.session import Session
from ordi_crf.ui.trust.sign_dialog import SignDialog


class Code(StrEnum):
    """What is offered, as the top bar reports it."""

    SIGN = "sign"
    LOCK = "lock"
    UNLOCK = "unlock"
    REOPEN = "reopen"


class FormLife(QObject):
    """Offers what the state of a form and the role of who is at work allow, and does it."""

    def __init__(self, session: Session, key: RecordKey, asking: Asking, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._key, self._asking = session, key, asking
        self._scope = Scope.of(key)

    def actions(self) -> tuple[Action, ...]:
        """Return what is offered beside the way on."""
        status = self._session.record(self._key).status
        again = self._session.file.signing.signed(self._key)
        offered = []
        if life.ready(self._session, self._scope) and self._may(Operation.SIGN):
            words = self.tr("Sign again…") if again else self.tr("Sign…")
            offered.append(Action(Code.SIGN, words))
        if status is Status.SIGNED and self._may(Operation.LOCK):
            offered.append(Action(Code.LOCK, self.tr("Lock")))
        if status is Status.LOCKED and self._may(Operation.UNLOCK):
            offered.append(Action(Code.UNLOCK, self.tr("Unlock…")))
        if status.completed and status is not Status.LOCKED and self._may(Operation.REOPEN):
            offered.append(Action(Code.REOPEN, self.tr("Reopen…")))
        return tuple(offered)

    def act(self, code: str) -> bool:
        """Do what was offered; False for a code that is not of these."""
        match code:
            case Code.SIGN:
                SignDialog(self._session, self._scope, self._window()).open()
            case Code.LOCK:
                life.lock(self._session, self._scope)
            case Code.UNLOCK:
                note = self.tr("It goes back to where it stood before it was locked.")
                self._ask(Purpose.UNLOCK, self.tr("Why is this form unlocked?"), note)
            case Code.REOPEN:
                note = self.tr("It becomes a draft again; a signature of it is broken.")
                self._ask(Purpose.REOPEN, self.tr("Why is this form reopened?"), note)
            case _:
                return False
        return True

    def _ask(self, purpose: Purpose, question: str, note: str) -> None:
        self._asking.ask(purpose, ("", "", ""), question, note)

    def _window(self) -> QWidget:
        # Asked of Qt: a page kept here would keep itself from being freed.
        page = self.parent()
        assert isinstance(page, QWidget)
        return page.window()

    def _may(self, operation: Operation) -> bool:
        return permits.may(self._session, operation, self._key.form)
