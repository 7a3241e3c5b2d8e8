"""Choice: one of several buttons of which one is chosen, by click, Enter or the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.enter import pressed_by_enter
from ordi_crf.ui.components.focus_ring import ringed


class Choice(QAbstractButton):
    """A button that excludes its siblings; Tab stops at the one that is chosen."""

    def __init__(self, radius: int = theme.RADIUS_CONTROL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self, radius)
        self.toggled.connect(self._on_toggled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        # Qt keeps Tab for the button clicked last, which need not be the one that is chosen.
        policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
