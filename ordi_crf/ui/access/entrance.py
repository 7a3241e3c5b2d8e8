"""Entrance: everything between choosing a study with accounts and being at work in it."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.db import access, recovery
from ordi_crf.db.errors import DamagedError, StudyFileError
from ordi_crf.db.study_file import StudyFile
from ordi_crf.db.trust_errors import KeyDoesNotFitError
from ordi_crf.ui import settings
from ordi_crf.ui.access.framed import Framed
from ordi_crf.ui.access.own_password import FirstPassword
from ordi_crf.ui.access.recovery_key import RecoveryKey
from ordi_crf.ui.access.set_up_page import FirstAccount, SetUpPage
from ordi_crf.ui.choosing import FileChooser
from ordi_crf.ui.waiting import waiting

_LOG = logging.getLogger("ordi_crf")


class Entrance(QObject):
    """Lets people in one at a time; a study that is open but not entered yet is held here."""

    entered = Signal(object)
    """An open StudyFile with somebody at work."""
    page_asked = Signal(object)
    """A QWidget to show instead of the start page."""
    refused = Signal(str)
    """Why login and password, or a recovery key, opened nothing."""
    damage_found = Signal(object, object, str)
    """The Path of a study that cannot be read, who can bring it back (Known), and the cause."""
    left = Signal()
    """Somebody went back before a study was open."""

    def __init__(self, chooser: FileChooser, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chooser = chooser
        self._waiting: StudyFile | None = None
        self._page: QWidget | None = None

    @Slot(object, str, str)
    def log_in(self, path: Path, login: str, password: str) -> None:
        """Open a study by a login and its password."""
        try:
            with waiting():
                file = access.log_in(path, login, password)
        except (DamagedError, KeyDoesNotFitError) as error:
            self._look_at_damage(path, login, password, error)
        except StudyFileError as error:
            self.refused.emit(_said(error))
        else:
            self._admit(file, password)

    @Slot(object, str, str, str)
    def recover(self, path: Path, code: str, login: str, password: str) -> None:
        """Open a study by its recovery key; the login has a new password from then on."""
        try:
            with waiting():
                file = access.recover(path, code, login, password)
        except KeyError:
            words = self.tr("The study has no login “{login}”: compare how it is written.")
            self.refused.emit(words.format(login=login))
        except StudyFileError as error:
            self.refused.emit(_said(error))
        else:
            self._admit(file, password)

    def set_up(self) -> None:
        """Ask for a new study and its first account."""
        page = SetUpPage(settings.language(), self._chooser)
        page.given.connect(self._on_set_up)
        page.abandoned.connect(self.left)
        self._show(page)
        page.focus_first()

    def may_leave(self) -> bool:
        """Return whether what is shown may go away; a recovery key insists once on being kept."""
        held = self._page.findChild(RecoveryKey) if self._page is not None else None
        return held is None or held.may_leave()

    def close(self) -> None:
        """Let go of a study that was opened and not entered."""
        file, self._waiting, self._page = self._waiting, None, None
        if file is not None:
            try:
                file.close()
            except StudyFileError as error:
                _LOG.warning("Closing the study: %s", error.message.en)

    def _admit(self, file: StudyFile, password: str) -> None:
        """Let somebody in, once they have a password of their own."""
        account = file.accounts.current
        if account is not None:
            settings.add_login(file.path, account.login)
        if account is None or file.read_only or not file.accounts.unready:
            self.entered.emit(file)
            return
        self._waiting = file
        card = FirstPassword(file.accounts, account, settings.language(), password)
        card.changed.connect(self._on_ready)
        card.abandoned.connect(self._on_abandoned)
        self._show(Framed(card))
        card.focus_first()

    def _look_at_damage(
        self, path: Path, login: str, password: str, refusal: StudyFileError
    ) -> None:
        """Hand a study over whose password was right and which cannot be read."""
        try:
            with waiting():
                who = recovery.known(path, login, password)
        except StudyFileError as error:
            self.refused.emit(f"{_said(refusal)} {_said(error)}")
        else:
            detail = refusal.detail if isinstance(refusal, DamagedError) else ""
            self.damage_found.emit(path, who, detail or _said(refusal))

    def _show(self, page: QWidget) -> None:
        self._page = page
        self.page_asked.emit(page)

    @Slot(object)
    def _on_set_up(self, wanted: FirstAccount) -> None:
        page = self._page
        assert isinstance(page, SetUpPage)
        try:
            with waiting():
                file, code = access.set_up(
                    wanted.path, siteid=wanted.siteid, login=wanted.login, name=wanted.name,
                    role=wanted.role, password=wanted.password,
                )  # fmt: skip
        except StudyFileError as error:
            page.say(_said(error))
            return
        settings.add_login(file.path, wanted.login)
        settings.add_recent(file.path)
        self._waiting = file
        card = RecoveryKey(code or "", self.tr("Recovery key"), file.path.name)
        card.chooser = self._chooser
        card.put_away.connect(self._on_ready)
        self._show(Framed(card))
        card.focus_first()

    @Slot()
    def _on_ready(self) -> None:
        file, self._waiting, self._page = self._waiting, None, None
        if file is not None:
            self.entered.emit(file)

    @Slot()
    def _on_abandoned(self) -> None:
        self.close()
        self.left.emit()


def _said(error: StudyFileError) -> str:
    return error.message.in_(settings.language())
