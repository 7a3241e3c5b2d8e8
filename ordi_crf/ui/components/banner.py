"""Banner: a thin band across the page that says what holds for all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import hairline
from ordi_crf.ui.theme import Tone


class Banner(QWidget):
    """A sentence on the tint of its tone, with at most one link; it cannot be dismissed."""

    asked = Signal()

    def __init__(
        self,
        sentence: str,
        tone: Tone = Tone.WARN,
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_6, theme.SPACE_1, theme.SPACE_6, theme.SPACE_1 + 1)
        row.setSpacing(theme.SPACE_4)
        self._sentence = Label(sentence, theme.META, 600, tone)
        row.addWidget(self._sentence)
        if action:
            link = Button(action, Kind.LINK, pixels=theme.META)
            link.clicked.connect(self.asked)
            row.addWidget(link)
        row.addStretch(1)
        self.setAccessibleName(sentence)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(theme.tint(t, self._tone)))
        hairline(painter, 0, self.height() - 1, self.width(), self.height(), t.line)
