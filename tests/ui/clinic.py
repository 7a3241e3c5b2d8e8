"""A desk at a study with accounts: people log in, hand over, lock and unlock as at a shared PC."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ordi_crf.core.permissions import Role
from ordi_crf.db import access
from ordi_crf.db.study_file import StudyFile
from ordi_crf.ui.application import Application
from tests.db import people
from tests.ui.desk import Desk


class Clinic(Desk):
    """The window, the study file beside it and its recovery key."""

    def __init__(self, qtbot, window: Application, path: Path, code: str) -> None:
        super().__init__(qtbot, window)
        self.path, self.code = path, code

    @property
    def lock(self):
        assert self.program._lock is not None
        return self.program._lock

    @property
    def covered(self) -> bool:
        return self.lock.locked

    def line(self, name: str) -> QLineEdit:
        """Return the field of that name that is on screen."""
        self.settle()
        found = [
            field
            for top in QApplication.topLevelWidgets()
            for field in top.findChildren(QLineEdit, name)
            if field.isVisible()
        ]
        assert found, f"no field {name}"
        return found[0]

    def fill(self, name: str, text: str) -> None:
        """Type into a field from its start."""
        field = self.line(name)
        field.setFocus()
        field.selectAll()
        if text:
            self.qtbot.keyClicks(field, text)
        else:
            field.clear()

    def give(self, login: str, password: str, prefix: str = "") -> None:
        """Type login and password where they are asked for, and press Enter."""
        self.fill(f"{prefix}login", login)
        self.fill(f"{prefix}password", password)
        self.qtbot.keyClick(self.line(f"{prefix}password"), Qt.Key.Key_Return)
        self.settle()

    def come(self, role: Role = Role.INVESTIGATOR) -> None:
        """Log in as the account of a role."""
        self.give(people.login(role), people.password(role))
        assert self.session.file.actor.role == role.value

    def hand_over(self, role: Role) -> None:
        """Let the account of a role go on, at the line of who is at work."""
        self.view._on_switch()
        self.give(people.login(role), people.password(role), "switch_")

    def back_at_work(self) -> None:
        """Bring the window to the front, as the person's next click does."""
        self.window.activateWindow()
        self.settle()

    def unlock(self, role: Role = Role.INVESTIGATOR) -> None:
        self.give(people.login(role), people.password(role), "unlock_")

    def elsewhere(self, role: Role = Role.INVESTIGATOR) -> StudyFile:
        """Return the study as opened apart from the window, which must have let it go."""
        return access.log_in(self.path, people.login(role), people.password(role))

    def events(self) -> list[str]:
        """Return the names of what the trail tells beside data."""
        return [e.item for e in self.session.file.data().audit if e.action == "event"]

    def rail(self) -> list[str]:
        """Return the places on the rail."""
        return list(self.view._rail._entries)

    def widget(self, kind: type[QWidget]) -> QWidget:
        """Return the one widget of a kind that is on screen."""
        self.settle()
        (found,) = [w for w in self.window.findChildren(kind) if w.isVisible()]
        return found
