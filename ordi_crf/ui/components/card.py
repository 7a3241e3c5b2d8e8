"""Card: the surface everything stands on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.components.painting import rounded


class Card(QWidget):
    """A surface with a hairline and round corners; `body` lays out what stands on it."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        pad = theme.SPACE_4
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.SPACE_2)
        if title:
            self.body.addWidget(Label(title, theme.LABEL, 600))
            self.setAccessibleName(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, QRectF(self.rect()), theme.RADIUS_CARD, fill=t.surface, line=t.line)
