"""The program's start: its name, log and theme, and what is done about what nobody caught."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from ordi_crf import paths
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor
from ordi_crf.diagnostics import Trace, start_log
from ordi_crf.ui import settings, theme
from ordi_crf.ui.application import Application, demo_path
from ordi_crf.ui.error_dialog import ErrorDialog

__all__ = ["Application", "create", "demo_path", "log_file", "run"]

_LOG = logging.getLogger("ordi_crf")
_VISITOR = Actor("Visitor", "Investigator")
"""Who is at work when the demonstration is started and nobody gave a name."""


def create(arguments: list[str]) -> QApplication:
    """Return the Qt application with its name, log, theme and exception hook."""
    # What a desktop calls the program's windows; `__main__.py` says nothing.
    app = QApplication(["ordi-crf", *arguments[1:]])
    app.setWindowIcon(QIcon(str(paths.resource("icons", "app.svg"))))
    app.setApplicationName("ORDI CRF")
    app.setOrganizationName("ORDI CRF")
    app.setApplicationDisplayName("ORDI CRF")
    start_log(log_file())
    sys.excepthook = _on_exception
    theme.apply(app, settings.dark())
    return app


def run(path: Path | None = None, *, demo: bool = False) -> int:
    """Open the window, on a study when one is given, and return the exit code."""
    app = create(sys.argv[:1])
    if demo and not settings.actor().name:
        settings.set_actor(_VISITOR)
    application = Application()
    app.aboutToQuit.connect(application.shut_down)
    application.window.show()
    if path is not None:
        settings.add_recent(path)
        application.start_page.refresh()
        application.open(path)
    elif demo:
        application.open_demo()
    return app.exec()


def log_file() -> Path:
    """Return where the log is; it holds no study data."""
    where = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(where)) / "ordi-crf.log"


def _on_exception(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what nobody caught and say so; everything saved so far stays saved."""
    if issubclass(kind, KeyboardInterrupt) or QApplication.instance() is None:
        sys.__excepthook__(kind, error, trace)
        return
    # The exception's text may quote what was typed; the log keeps the place in the program only.
    _LOG.error("Unexpected %s", Trace(error.with_traceback(trace)))
    if isinstance(error, StudyFileError):
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("ORDI CRF")
        box.setText(error.message.in_(settings.language()))
        box.open()
    else:
        ErrorDialog(error, QApplication.activeWindow()).open()
