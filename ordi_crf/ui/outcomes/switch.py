"""The views of a page as words in one row; one is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.painting import CENTER, rounded, text_width, write
from ordi_crf.ui.outcomes.choice import Choice


class Switch(QWidget):
    """Chooses a view by click, Enter, or left and right."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        self._views = [_View(word) for word in words]
        for view in self._views:
            view.toggled.connect(self._on_toggled)
            row.addWidget(view)
        row.addStretch(1)
        self._views[0].setChecked(True)

    def choose(self, position: int) -> None:
        """Choose a view."""
        self._views[position].setChecked(True)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        view = self.sender()
        if checked and isinstance(view, _View):
            self.chosen.emit(self._views.index(view))


class _View(Choice):
    """The name of one view."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), theme.font(theme.LABEL, 600))) + 28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            ground = t.surface if chosen else t.idle_bg
            line = t.line if chosen else None
            rounded(painter, box, theme.RADIUS_CONTROL, fill=ground, line=line)
        ink = t.accent if chosen else t.muted
        face = theme.font(theme.LABEL, 600 if chosen else 400)
        write(painter, box, self.text(), font=face, ink=ink, align=CENTER)
