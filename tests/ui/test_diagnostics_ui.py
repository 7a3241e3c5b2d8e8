"""About the program, and what is said when something went wrong inside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ordi_crf import __version__, atlas, build, study
from ordi_crf.db.errors import ReasonNeededError
from ordi_crf.forms.fingerprint import fingerprint
from ordi_crf.ui import app
from ordi_crf.ui.about import AboutDialog
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.error_dialog import ErrorDialog

PATIENT = "Maria" + " Lopez"


def unexpected():
    """Raise an exception that quotes what was typed, and hand it to the hook."""
    typed = PATIENT
    try:
        raise ValueError(typed)
    except ValueError as error:
        app._on_exception(type(error), error, error.__traceback__)


def test_about_names_versions_checksums_and_the_open_study(desk):
    """T38."""
    desk.window.show_about()
    (dialog,) = desk.window.findChildren(AboutDialog)
    desk.click("copy_facts")
    copied = QGuiApplication.clipboard().text()
    for words in (
        f"ORDI CRF {__version__}", build.digest(), f"Study schema: {study.SCHEMA_VERSION}",
        fingerprint(), atlas.body_map().sha256,
        "not validated by itself", "Python", "Qt", "SQLite", "SQLCipher",
        desk.session.file.data().head,
    ):  # fmt: skip
        assert words in copied
    assert "01-001" not in copied
    dialog.close()


def test_about_needs_no_study(window):
    window.window.show_about()
    (dialog,) = window.window.findChildren(AboutDialog)
    assert dialog.isVisible()
    dialog.close()


def test_what_nobody_caught_is_said_with_details_to_copy(desk):
    unexpected()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ErrorDialog)]
    shown = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "ValueError" in shown
    assert "test_diagnostics_ui.py" in shown
    assert PATIENT not in shown
    dialog.findChild(Button, "copy_details").click()
    assert QGuiApplication.clipboard().text() == shown
    dialog.close()


def test_a_sentence_of_ours_is_said_as_it_is(desk):
    error = ReasonNeededError()
    app._on_exception(type(error), error, None)
    box = QApplication.activeModalWidget()
    assert box is not None
    assert box.text() == error.message.en
    box.close()


@pytest.mark.parametrize("kind", [KeyboardInterrupt])
def test_being_stopped_is_no_error(desk, capsys, kind):
    app._on_exception(kind, kind(), None)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, ErrorDialog)]
