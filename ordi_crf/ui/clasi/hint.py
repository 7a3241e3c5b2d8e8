"""HintLine: the wording of the levels one is choosing from, where the eye is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import text_width, write
from ordi_crf.ui.theme import Tone

_BETWEEN = "  ·  "


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of the line."""

    text: str
    tone: Tone = Tone.MUTED
    strong: bool = False
    names: bool = False
    """Whether it names what follows, and is set off by room instead of a dot."""


class HintLine(QWidget):
    """A few pieces of text on one line, in smaller type where they would not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[Words, ...] = ()

    def set_words(self, *words: Words) -> None:
        """Show other pieces; the whole of them is the tooltip."""
        if words != self._words:
            self._words = words
            said = _BETWEEN.join(piece.text for piece in words)
            self.setToolTip(said)
            self.setAccessibleName(said)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        pixels = theme.LABEL if self._width(theme.LABEL) <= self.width() else theme.META
        x = 0.0
        for n, piece in enumerate(self._words):
            text = piece.text if n == len(self._words) - 1 else piece.text + self._after(n)
            face = theme.font(pixels, 600 if piece.strong else 400)
            box = QRectF(x, 0, max(0.0, self.width() - x), self.height())
            write(painter, box, text, font=face, ink=theme.ink(t, piece.tone))
            x += text_width(text, face)

    def _after(self, n: int) -> str:
        return "    " if self._words[n].names else _BETWEEN

    def _width(self, pixels: int) -> float:
        gaps = text_width(_BETWEEN, theme.font(pixels)) * (len(self._words) - 1)
        return gaps + sum(
            text_width(piece.text, theme.font(pixels, 600 if piece.strong else 400))
            for piece in self._words
        )
