"""Looks: the theme that was chosen, or the system's while none was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ordi_crf.ui import settings, theme


class Looks(QObject):
    """Keeps the window in its theme."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    @Slot(object)
    def choose(self, dark: bool | None) -> None:
        """Take a theme, None to follow the system."""
        settings.set_dark(dark)
        self._paint()

    @Slot()
    def _on_scheme(self) -> None:
        """Follow the system from light to dark and back, unless one of them was chosen."""
        if settings.dark() is None:
            self._paint()

    def _paint(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, settings.dark())
