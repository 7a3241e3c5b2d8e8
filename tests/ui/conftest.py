"""What the tests of the window find: preferences of their own, and a desk to work at."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSettings, QStandardPaths

from ordi_crf.db import keys
from ordi_crf.db.study_file import StudyFile
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.application import Application
from tests.builders import ANA, SUBJECT
from tests.db import people
from tests.ui.clinic import Clinic
from tests.ui.desk import Chooser, Desk


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path_factory):
    """Keep what a test prefers out of this computer's preferences, and the other way round."""
    folder = str(tmp_path_factory.mktemp("preferences"))
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, folder)
    QStandardPaths.setTestModeEnabled(True)


@pytest.fixture
def chooser() -> Chooser:
    """Give the file dialogs' answers."""
    return Chooser()


@pytest.fixture
def window(qtbot, qapp, chooser) -> Iterator[Application]:
    """Give the program with its start page, and nobody at work yet."""
    theme.apply(qapp, False)
    program = Application(chooser)
    program.window.resize(1366, 768)
    with qtbot.waitActive(program.window):
        program.window.show()
        program.window.activateWindow()
    yield program
    program.shut_down()
    program._translations.use(Language.EN)
    program.window.hide()
    program.window.deleteLater()
    program.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qtbot, window, path) -> Desk:
    """Give a desk at a study with one subject, Ana at work."""
    file = StudyFile.create(path, ANA)
    file.add_subject(SUBJECT)
    file.close()
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.open(path)
    return Desk(qtbot, window)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Give the folder of an encrypted study with an account for each role, and its code."""
    folder = tmp_path_factory.mktemp("peopled")
    codes = []
    people.cheaply(lambda path: codes.append(people.peopled(path)), folder / "study.ordi")
    return folder, codes[0]


@pytest.fixture
def cheap(monkeypatch):
    """Let a try of a password cost little."""
    monkeypatch.setattr(keys, "COST", people.CHEAP)


@pytest.fixture
def clinic(qtbot, window, made, tmp_path, cheap) -> Clinic:
    """Give the start page of a copy of that study, which asks for login and password."""
    path = people.copied(made[0], tmp_path / "clinic")
    settings.add_recent(path)
    window.start_page.refresh()
    window.start_page.focus_first()
    return Clinic(qtbot, window, path, made[1])
