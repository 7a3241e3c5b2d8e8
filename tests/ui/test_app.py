"""The program from start to end: who is at work, which study, which place and language."""

import gc
import os
import signal
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.forms.schema import Language
from ordi_crf.ui import app, settings, theme
from ordi_crf.ui.about import AboutDialog
from ordi_crf.ui.dialogs import ActorDialog, NewSubjectDialog, UnsavedDialog
from ordi_crf.ui.places import FormAt, Subjects
from tests.builders import ANA, JOAN, SUBJECT, key
from tests.ui.desk import Desk


def forget(qapp):
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_opens_before_somebody_is_at_work(qtbot, window, path):
    StudyFile.create(path, ANA).close()
    window.open(path)
    assert window.session is None
    assert Desk(qtbot, window).says("Type your name and choose your role first")


def test_the_first_start_begins_at_making_a_study(qtbot, window):
    assert Desk(qtbot, window).focused().objectName() == "new_study"


def test_the_demonstration_asks_for_name_and_role_once(qtbot, window):
    desk = Desk(qtbot, window)
    desk.click("open_demo")
    assert desk.focused().objectName() == "actor_name"
    desk.keys("Ana Puig")
    desk.press(Qt.Key.Key_Return)
    desk.keys("i")
    assert window.start_page.actor() == Actor("Ana Puig", "Investigator")


def test_a_subject_is_enrolled_under_the_next_number(desk):
    desk.view.go(Subjects())
    desk.click("primary")
    desk.press(Qt.Key.Key_Return)
    assert [s.subjid for s in desk.session.file.subjects()] == ["01-001", "01-002"]
    assert desk.says("Subject 01-002")
    assert desk.primary() == "Begin: Visit header"


@pytest.mark.parametrize("typed", ["A.P.", "01-1", "02-001", "01-001", ""])
def test_a_number_that_is_none_is_refused_in_words(desk, typed):
    desk.view.go(Subjects())
    desk.click("primary")
    dialog = desk.window.findChild(NewSubjectDialog)
    dialog._line.setText(typed)
    desk.click("enrol")
    assert len(desk.session.file.subjects()) == 1
    assert dialog.isVisible()
    assert desk.says("Type the site") or desk.says("exists already")
    dialog.reject()


def test_somebody_else_goes_on_under_their_own_name(desk):
    desk.view._on_switch()
    desk.focused().selectAll()
    desk.keys("Joan Ribo")
    desk.press(Qt.Key.Key_Tab)
    desk.keys("n")
    desk.click("go_on")
    assert desk.session.file.actor == Actor("Joan Ribo", "Nurse")
    desk.window.activateWindow()
    desk.go("SV")
    desk.type(desk.field("SVCOM"), "Seen")
    assert desk.session.file.data().audit[-1].actor == "Joan Ribo"


def test_the_next_start_shows_and_reaches_the_same_form(desk, path):
    desk.go("LB", "SCR")
    desk.program.close_study()
    assert desk.says("01-001  ›  Screening  ›  Laboratory")
    desk.click("continue")
    assert desk.view.place == FormAt(key("LB", "SCR"))


def test_enter_continues_and_the_start_page_goes_away_in_peace(desk, qtbot):
    desk.go("LB", "SCR")
    desk.program.close_study()
    assert desk.focused().objectName() == "continue"
    desk.press(Qt.Key.Key_Return)
    assert desk.view.place == FormAt(key("LB", "SCR"))
    qtbot.wait(20)
    assert desk.focused() is desk.field("LBDAT")


def test_a_file_that_is_no_study_is_refused_in_words(qtbot, window, tmp_path):
    settings.set_actor(ANA)
    window.start_page.refresh()
    other = tmp_path / "other.ordi"
    other.write_text("not a study")
    window.open(other)
    assert Desk(qtbot, window).says("is not an ORDI CRF study file")


def test_opening_another_study_leaves_the_first_one_closed(desk, tmp_path):
    other = tmp_path / "other.ordi"
    StudyFile.create(other, JOAN).close()
    first = desk.session.file.path
    desk.program.open(other)
    assert desk.session.file.path == other
    again = StudyFile.open(first, ANA)
    assert not again.read_only
    again.close()


def test_the_language_changes_everything_and_keeps_the_place(desk):
    desk.go("DM", "SCR")
    desk.program.speak(Language.ES)
    assert desk.view.place == FormAt(key("DM", "SCR"))
    assert desk.primary() == "Completar formulario"
    assert desk.says("Fecha de nacimiento")
    assert desk.says("Faltan 2 respuestas.")
    menus = [a.text() for a in desk.window.menuBar().actions()]
    assert menus == ["&Estudio", "&Ver", "A&yuda"]
    desk.program.speak(Language.EN)
    assert desk.primary() == "Complete form"


def test_a_change_of_language_saves_what_is_under_the_hand(desk):
    desk.go("SV")
    desk.field("SVCOM").setFocus()
    desk.keys("Halfway")
    desk.program.speak(Language.ES)
    assert desk.value("SV", "sv", "SVCOM") == "Halfway"


def test_the_choice_of_language_is_remembered(window):
    window.speak(Language.ES)
    assert settings.language() is Language.ES


def test_the_window_follows_the_system_from_light_to_dark(window):
    settings.set_dark(None)
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    scheme = hints.colorScheme()
    assert theme.tokens().dark == (scheme is Qt.ColorScheme.Dark)


def test_a_theme_that_was_chosen_stays(window):
    window._looks.choose(True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens() is theme.DARK
    window._looks.choose(False)
    assert theme.tokens() is theme.LIGHT


@pytest.mark.parametrize(
    "make",
    [
        lambda desk: NewSubjectDialog(desk.session, desk.window),
        lambda desk: ActorDialog(ANA, Language.EN, desk.window),
        lambda desk: AboutDialog(desk.session, desk.window),
        lambda desk: UnsavedDialog(2, desk.window),
    ],
    ids=["new subject", "actor", "about", "unsaved"],
)
def test_a_dialog_is_freed_when_it_closes(desk, qapp, make):
    gc.collect()
    gc.disable()
    try:
        dialog = make(desk)
        told = weakref.ref(dialog)
        dialog.open()
        dialog.reject()
        del dialog
        forget(qapp)
        assert desk.window.findChildren(QDialog) == []
        assert told() is None
    finally:
        gc.enable()


def test_a_page_is_freed_when_it_is_left(desk, qapp):
    gc.collect()
    gc.disable()
    try:
        desk.go("LB")
        left = weakref.ref(desk.page)
        desk.view.go(Subjects())
        forget(qapp)
        assert left() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("form", ["SV", "DM", "LB", "CLASI", "BM", "EX", "AE"])
def test_no_page_opens_a_window_of_its_own_while_it_is_built(desk, form):
    shown = []

    class Watch(QCoreApplication.__mro__[1]):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    desk.go(form, "SCR")
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(watch)
    assert shown == []


def test_the_demonstration_opens_with_a_band_that_says_so(qtbot, window, path):
    settings.set_actor(ANA)
    StudyFile.create(path, ANA, kind="synthetic").close()
    window.start_page.refresh()
    window.open(path)
    desk = Desk(qtbot, window)
    assert desk.says("Synthetic demonstration study: invented people, no patient data.")
    desk.click("primary")
    assert desk.window.findChild(NewSubjectDialog)._line.text() == "SYN-001"


def test_what_nobody_caught_is_logged_without_what_was_typed(desk, caplog):
    typed = "Maria" + " Lopez"
    try:
        raise ValueError(typed)
    except ValueError as error:
        app._on_exception(type(error), error, error.__traceback__)
    assert "Unexpected ValueError" in caplog.text
    assert "Maria Lopez" not in caplog.text
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


_KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[2])
from ordi_crf.db.study_file import Actor
from ordi_crf.ui import app, settings
from ordi_crf.ui.places import FormAt
from tests.builders import ANA, key
qt = app.create(["test"])
settings.set_actor(ANA)
program = app.Application()
program.window.show()
program.open(Path(sys.argv[1]))
program.window.centralWidget().go(FormAt(key("DM", "SCR")))
page = program.window.centralWidget().page
qt.processEvents()
field = page.anchor("dm", "", "BRTHDAT")
field.setFocus()
QTest.keyClicks(field, "1969-07")
page.anchor("dm", "", "SEX").setFocus()
QTest.keyClicks(page.anchor("dm", "", "SEX"), "f")
field.setFocus()
field.selectAll()
QTest.keyClicks(field, "1970")
print("ready", flush=True)
qt.exec()
"""


def test_a_killed_window_loses_the_field_under_the_hand_and_nothing_else(
    qtbot, window, path, tmp_path
):
    """T27: kill -9 in the middle of entry."""
    file = StudyFile.create(path, ANA)
    file.add_subject(SUBJECT)
    file.close()
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    environment |= {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(path), str(tmp_path)],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=root,
        text=True,
    ) as child:
        assert child.stdout.readline().strip() == "ready"
        time.sleep(0.05)
        child.send_signal(signal.SIGKILL)
        child.wait()
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.open(path)
    desk = Desk(qtbot, window)
    assert desk.view.place == FormAt(key("DM", "SCR"))
    values = desk.stored("DM", "SCR").sections["dm"][""].values
    assert (values["BRTHDAT"], values["SEX"]) == ("1969-07", "F")
    assert desk.field("BRTHDAT", section="dm").text() == "1969-07"


def test_an_answer_given_elsewhere_is_shown_when_its_form_opens(desk):
    place = key("SV")
    desk.session.answer(place, Answer("sv", "", "SVCOM", "Before"))
    desk.go("SV")
    assert desk.field("SVCOM").toPlainText() == "Before"
