"""HandingOver: asks who goes on, at the line of who is at work, and lets them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.db.study_file import Actor
from ordi_crf.ui import settings
from ordi_crf.ui.access.hand_over import HandOverDialog
from ordi_crf.ui.access.own_password import PasswordDialog
from ordi_crf.ui.dialogs import ActorDialog
from ordi_crf.ui.session import Session

_GAP = 12
"""Pixels between the line of who is at work and the sheet over it."""


class HandingOver(QObject):
    """By login and password where the study has accounts, else by name and role."""

    lock_asked = Signal()

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view

    def ask(self, line: QPoint) -> None:
        """Ask who goes on, above the line of who is at work."""
        if not self._session.guarded:
            dialog = ActorDialog(self._session.file.actor, self._session.language, self._view)
            dialog.changed.connect(self._on_actor)
            dialog.open()
            return
        sheet = HandOverDialog(self._session, self._view)
        sheet.lock_asked.connect(self.lock_asked)
        sheet.password_asked.connect(self.ask_password)
        sheet.open()
        sheet.adjustSize()
        above = QPoint(_GAP, max(_GAP, line.y() - sheet.height() - _GAP))
        sheet.move(self._view.mapToGlobal(above))

    @Slot()
    def ask_password(self) -> None:
        """Let who is at work choose another password."""
        accounts = self._session.file.accounts
        account = accounts.current
        if account is not None:
            dialog = PasswordDialog(accounts, account, self._session.language, self._view)
            if accounts.unready:
                dialog.accepted.connect(self._on_chosen)
            dialog.open()

    def ask_first_password(self) -> None:
        """Let who has just come choose a password, where theirs was given by somebody."""
        if self._session.file.accounts.unready:
            self.ask_password()

    @Slot()
    def _on_chosen(self) -> None:
        """Open to them what they could only read before."""
        self._session.handed_over.emit()

    @Slot(object)
    def _on_actor(self, actor: Actor) -> None:
        self._session.set_actor(actor)
        settings.set_actor(actor)
