"""The application that windows are measured in: ours, with its theme, on a screen nobody sees."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import material
from ordi_crf.ui import app, settings, theme
from ordi_crf.ui.session import Session


@cache
def screen() -> QApplication:
    """Return the application, in the light theme."""
    qInstallMessageHandler(_say)
    created = app.create(["benchmarks"])
    # The window's own hook would show what goes wrong where nobody sees it.
    sys.excepthook = sys.__excepthook__
    theme.apply(created, False)
    return created


def application() -> app.Application:
    """Return our window, shown, with somebody at work."""
    screen()
    settings.set_actor(material.ACTOR)
    shown = app.Application()
    show(shown.window, 1280, 800)
    return shown


def open_study(shown: app.Application, path: Path) -> Session:
    """Open a study in our window and return it, painted; RuntimeError when it was refused."""
    shown.open(path)
    QCoreApplication.processEvents()
    if shown.session is None:
        raise RuntimeError(f"{path.name} was not opened.")
    return shown.session


def show(window: QWidget, width: int, height: int) -> None:
    """Show a window and wait until it is painted."""
    window.resize(width, height)
    window.show()
    while not window.windowHandle().isExposed():
        QCoreApplication.processEvents()
    settle()


def settle() -> None:
    """Handle what waits, deletions too: without a running event loop Qt would keep them waiting."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close(window: QWidget) -> None:
    """Close a window and let go of it."""
    window.close()
    window.deleteLater()
    settle()


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what a screen nobody sees cannot do."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
