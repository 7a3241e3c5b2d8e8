"""EmptyState: what belongs here, and the one action that starts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone


class EmptyState(QWidget):
    """A title, a sentence and at most one action, in the middle of the page."""

    asked = Signal()

    def __init__(
        self, title: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE_6] * 4)
        column.setSpacing(theme.SPACE_2)
        center = Qt.AlignmentFlag.AlignHCenter
        words = Label(sentence, theme.BODY, 400, Tone.MUTED, wrap=True)
        words.setFixedSize(420, words.heightForWidth(420))
        words.setAlignment(center)
        column.addStretch(2)
        column.addWidget(Label(title, theme.TITLE, 700), 0, center)
        column.addWidget(words, 0, center)
        if action:
            column.addSpacing(theme.SPACE_2)
            button = Button(action, Kind.PRIMARY)
            button.clicked.connect(self.asked)
            column.addWidget(button, 0, center)
        column.addStretch(3)
