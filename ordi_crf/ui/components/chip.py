"""Chip: a few words in a tone, alone or leading somewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.focus_ring import ringed
from ordi_crf.ui.components.painting import rounded, text_width, write
from ordi_crf.ui.theme import Tone

_HEIGHT = 20


class Chip(QAbstractButton):
    """A dot and a word on a tint; with `leads` it takes focus and reports `clicked`."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.ACCENT,
        *,
        leads: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if leads:
            ringed(self, theme.RADIUS_CHIP)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_text(self, text: str, tone: Tone) -> None:
        """Show other words in another tone."""
        self._tone = tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), theme.font(theme.META, 600))) + 27, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        ink = theme.ink(t, self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        rounded(painter, box, theme.RADIUS_CHIP, fill=theme.tint(t, self._tone))
        if self.underMouse() and self.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            rounded(painter, box, theme.RADIUS_CHIP, line=ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ink))
        painter.drawEllipse(QPointF(11, box.center().y()), 3.2, 3.2)
        words = box.adjusted(18, 0, -8, 0)
        write(painter, words, self.text(), font=theme.font(theme.META, 600), ink=ink)
