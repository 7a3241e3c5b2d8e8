"""LogInCard: login and password of one study, and the way in when they are lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ordi_crf.ui import settings, theme
from ordi_crf.ui.access.credentials import Credentials
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import folder_words


class LogInCard(Card):
    """Asks for one study at a time; the login is remembered per study, the password never."""

    given = Signal(object, str, str)
    """A Path, a login and a password."""
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._path = Path()
        self._study = Label("", theme.TITLE, 700)
        self._folder = Label("", theme.META, 400, Tone.MUTED)
        self._credentials = Credentials(self.tr("Log in"))
        self._credentials.given.connect(self._on_given)
        lost = self._credentials.add_link(self.tr("Forgotten password?"), "forgotten")
        lost.clicked.connect(self._on_forgotten)
        self.body.setSpacing(0)
        self.body.addWidget(self._study)
        self.body.addWidget(self._folder)
        self.body.addSpacing(theme.SPACE_4)
        self.body.addWidget(self._credentials)

    @property
    def path(self) -> Path:
        """Return the study that is asked for."""
        return self._path

    def ask(self, path: Path) -> None:
        """Ask for a study."""
        self._path = path
        self._study.setText(path.stem)
        self._folder.setText(folder_words(path.parent))
        self._folder.setToolTip(str(path))
        known = settings.logins(path)
        self._credentials.ask(known[0] if known else "", known)

    def refuse(self, problem: str) -> None:
        """Say why nobody came in."""
        self._credentials.refuse(problem)

    def focus_first(self) -> None:
        """Take the keyboard."""
        self._credentials.focus_first()

    @Slot(str, str)
    def _on_given(self, login: str, password: str) -> None:
        self.given.emit(self._path, login, password)

    @Slot()
    def _on_forgotten(self) -> None:
        self.forgotten.emit(self._path)
