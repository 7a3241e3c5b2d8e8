"""Label: text of the type scale in one of the theme's tones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.theme import Tone


class Label(QLabel):
    """Plain text whose colour follows the theme while the window is open."""

    def __init__(
        self,
        text: str = "",
        pixels: int = theme.BODY,
        weight: int = 400,
        tone: Tone = Tone.INK,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(pixels, weight))
        self.setWordWrap(wrap)
        self._recolor()

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        if tone is not self._tone:
            self._tone = tone
            self._recolor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._recolor()

    def _recolor(self) -> None:
        """Set the one role; setting it to what it is would announce a change without end."""
        wanted = theme.color(theme.ink(theme.tokens(), self._tone))
        if self.palette().color(QPalette.ColorRole.WindowText) != wanted:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)
