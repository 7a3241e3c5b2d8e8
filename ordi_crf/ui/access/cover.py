"""Cover: what lies over the whole window while it is locked; nothing behind it can be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.access.credentials import Credentials
from ordi_crf.ui.components.card import Card
from ordi_crf.ui.components.icons import Icon
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone

_WIDTH = 400


class Cover(QWidget):
    """Asks for a password: of who was at work, or of somebody who goes on."""

    given = Signal(str, str)
    close_asked = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._words = Label("", theme.BODY, 400, Tone.MUTED, wrap=True)
        self._credentials = Credentials(self.tr("Unlock"), "unlock_")
        self._credentials.given.connect(self.given)
        link = self._credentials.add_link(self.tr("Close the study"), "close_locked")
        link.clicked.connect(self.close_asked)
        card = Card()
        card.setFixedWidth(_WIDTH)
        card.body.setContentsMargins(*[theme.SPACE_6] * 4)
        title = QHBoxLayout()
        title.setSpacing(theme.SPACE_2)
        title.addWidget(Icon("lock", Tone.ACCENT, self.tr("Locked")))
        title.addWidget(Label(self.tr("Locked"), theme.TITLE, 700), 1)
        card.body.addLayout(title)
        card.body.addWidget(self._words)
        card.body.addSpacing(theme.SPACE_2)
        card.body.addWidget(self._credentials)
        row = QHBoxLayout(self)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)

    def lay(self, name: str, login: str, logins: list[str]) -> None:
        """Cover the window and ask who is there."""
        self._words.setText(
            self.tr(
                "{name} is at work; what was typed is as it was. A colleague can go on under "
                "their own login."
            ).format(name=name)
        )
        self._credentials.ask(login, logins)
        self._fit()
        self.show()
        self.raise_()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Take the keyboard; who loses it to a popup does not take that for being left."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._credentials.focus_first()

    def refuse(self, problem: str) -> None:
        """Say why the window stays covered."""
        self._credentials.refuse(problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowStateChange):
            self._fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through to what is covered."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color(theme.tokens().bg))

    def _fit(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
