"""Pictures of a study with accounts: how it is set up, entered, handed over and kept.

The people and the subjects are invented. The study is made anew in a temporary folder, without a
key that opens anything: the recovery key shown is an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ordi_crf.core.permissions import Role
from ordi_crf.core.records import SubjectKey
from ordi_crf.db import access, keys
from ordi_crf.db.vault_schema import Identity
from ordi_crf.ui import places, settings
from ordi_crf.ui.access.framed import Framed
from ordi_crf.ui.access.recovery_key import RecoveryKey
from ordi_crf.ui.app import Application
from ordi_crf.ui.components.nav_rail import NavRail
from ordi_crf.ui.jobs import Job
from ordi_crf.ui.study_view import StudyView
from tools.scene import Scene

W = TypeVar("W", bound=QWidget)

LOGIN, NAME, PASSWORD = "ana.puig", "Ana Puig (synthetic)", "three calm herons"
EXAMPLE = keys.recovery_code(bytes(range(keys.KEY_BYTES)))
"""Stands where a recovery key is shown."""
PICTURES = (
    "recovery-key", "set-up", "log-in", "accounts", "backups", "identification-list", "hand-over",
    "about", "locked",
)  # fmt: skip
_COLLEAGUES = (
    ("nuria.vall", "Núria Vall (synthetic)", Role.NURSE, "green lamps in march"),
    ("marc.soler", "Marc Soler (synthetic)", Role.COORDINATOR, "seven quiet bridges"),
    ("joan.ribas", "Joan Ribas (synthetic)", Role.MONITOR, "paper boats at noon"),
)
_PEOPLE = (
    ("Example One", "H-000001", "930 000 001", "1970"),
    ("Example Two", "H-000002", "930 000 002", "1964"),
    ("Example Three", "H-000003", "930 000 003", "1981"),
)


def make(path: Path) -> None:
    """Write a study with four accounts and three subjects, whose names lie in its list."""
    file, _ = access.set_up(
        path, siteid="01", login=LOGIN, name=NAME, role=Role.INVESTIGATOR, password=PASSWORD
    )
    with closing(file):
        for login, name, role, password in _COLLEAGUES:
            file.accounts.add(login, name, role, password)
        file.accounts.deactivate("marc.soler", "Left the site.")
        subjects = [SubjectKey("01", f"01-00{n}") for n in range(1, 1 + len(_PEOPLE))]
        for subject in subjects:
            file.add_subject(subject)
        with closing(access.open_vault(file)) as vault:
            for subject, said in zip(subjects, _PEOPLE, strict=True):
                vault.change(subject, Identity(*said))


class Guarded:
    """The window at a study with accounts, brought to each of its pictures in turn."""

    def __init__(self, application: Application, path: Path) -> None:
        self._application, self._path = application, path

    def scenes(self) -> Iterator[Scene]:
        """Yield the pictures in the order in which they can be taken."""
        yield Scene("recovery-key", self._recovery_key)
        yield Scene("set-up", self._set_up)
        yield Scene("log-in", self._log_in)
        yield self._at("accounts", places.People(), before=self._enter)
        yield self._at("backups", places.Backups(), self._back_up)
        yield self._at("identification-list", places.Identities(), self._open_list)
        yield self._at("hand-over", places.Subjects(), self._hand_over)
        yield self._at("about", places.Subjects(), self._application.window.show_about)
        yield Scene("locked", self._lock)

    def _at(
        self,
        name: str,
        place: places.Place,
        then: Callable[[], object] | None = None,
        before: Callable[[], object] | None = None,
    ) -> Scene:
        def show() -> None:
            if before is not None:
                before()
            self._view().go(place)
            self._settle()
            if then is not None:
                then()

        return Scene(name, show)

    def _set_up(self) -> None:
        self._application.window.new_asked.emit()
        self._settle()
        for name, words in (
            ("person_name", NAME.removesuffix(" (synthetic)")),
            ("new_password", PASSWORD),
            ("same_password", PASSWORD),
        ):
            self._put(name, words)

    def _recovery_key(self) -> None:
        card = RecoveryKey(EXAMPLE, self._application.tr("Recovery key"), self._path.name)
        self._application.window.show_start(Framed(card))

    def _log_in(self) -> None:
        self._click("back")
        settings.add_login(self._path, LOGIN)
        self._application.open(self._path)

    def _enter(self) -> None:
        self._application.start_page.login_given.emit(self._path, LOGIN, PASSWORD)
        self._settle()

    def _back_up(self) -> None:
        self._click("primary")
        session = self._application.session
        assert session is not None
        for job in session.findChildren(Job):
            while job.running:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._settle()

    def _open_list(self) -> None:
        self._put("list_password", PASSWORD)
        self._click("open_list")

    def _hand_over(self) -> None:
        rail = self._view().findChild(NavRail)
        assert isinstance(rail, NavRail)
        rail.switch_asked.emit()

    def _lock(self) -> None:
        self._application.lock()

    def _view(self) -> StudyView:
        view = self._application.window.centralWidget()
        assert isinstance(view, StudyView)
        return view

    def _put(self, name: str, words: str) -> None:
        field = next(self._shown(QLineEdit, name))
        field.setFocus()
        field.setText(words)
        self._settle()

    def _click(self, name: str) -> None:
        next(self._shown(QAbstractButton, name)).click()
        self._settle()

    def _settle(self) -> None:
        for _ in range(6):
            QApplication.processEvents()

    def _shown(self, kind: type[W], name: str) -> Iterator[W]:
        return (w for w in self._application.window.findChildren(kind, name) if w.isVisible())
