"""A new study: one page, one recovery key, and nothing of either left behind by mistake."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ordi_crf.core.permissions import Role
from ordi_crf.db import access, keys
from ordi_crf.db.study_file import Actor
from ordi_crf.ui.access.recovery_key import RecoveryKey
from ordi_crf.ui.access.set_up_page import suggested_login
from tests.ui.clinic import Clinic

PASSWORD = "barcas de papel verde"


@pytest.fixture
def start(qtbot, window, chooser, path, cheap) -> Clinic:
    """The page of a new study, reached by its button."""
    chooser.path = path
    desk = Clinic(qtbot, window, path, "")
    desk.click("new_study")
    desk.click("choose_file")
    desk.line("person_name").setFocus()
    return desk


def fill(desk, password=PASSWORD, again=PASSWORD):
    desk.fill("person_name", "Ana Puig Mas")
    desk.fill("new_password", password)
    desk.fill("same_password", again)


def code_of(desk) -> str:
    return desk.window.findChild(QWidget, "recovery_key").accessibleName()


def test_it_is_filled_by_keyboard_alone_from_the_name_to_the_last_tick(start):
    assert start.focused().objectName() == "person_name"
    start.keys("Ana Puig Mas")
    start.press(Qt.Key.Key_Return)
    assert start.line("person_login").text() == "ana.puig"
    start.line("new_password").setFocus()
    start.keys(PASSWORD)
    start.press(Qt.Key.Key_Return)
    start.keys(PASSWORD)
    start.click("create_study")
    start.press(Qt.Key.Key_Space)
    start.click("go_on")
    assert start.session.file.actor == Actor("Ana Puig Mas", "Investigator", "ana.puig")
    assert start.says("No subject yet")
    assert start.primary() == "New subject"


def test_the_file_is_encrypted_and_opens_with_the_password(start, path):
    fill(start)
    start.click("create_study")
    start.press(Qt.Key.Key_Space)
    start.click("go_on")
    start.program.close_study()
    assert not path.read_bytes().startswith(b"SQLite")
    access.log_in(path, "ana.puig", PASSWORD).close()


def test_an_administrator_can_be_the_first_and_enters_nothing(start):
    fill(start)
    start.line("person_login").setFocus()
    start.press(Qt.Key.Key_Return)
    start.keys("a")
    start.click("create_study")
    start.press(Qt.Key.Key_Space)
    start.click("go_on")
    assert start.session.file.actor.role == Role.ADMINISTRATOR.value


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [
        ("corto", "", "Take at least 12 characters"),
        ("ana.puig ana.puig", "", "Leave out your name and login"),
        ("aaaaaaaaaaaaaaaa", "", "Take more different characters"),
        (PASSWORD, "barcas", "Now type the same once more"),
        (PASSWORD, "barcos", "The two are not the same"),
        (PASSWORD, PASSWORD, "This password will do."),
    ],
    ids=["short", "own name", "monotonous", "half way", "differs", "good"],
)
def test_the_rules_are_said_while_it_is_typed(start, first, again, said):
    fill(start, first, again)
    assert start.says(said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("person_name", "Type your name."),
        ("person_login", "Type your login."),
        ("site", "Type the number of the site."),
        ("new_password", "Take at least 12 characters"),
    ],
)
def test_what_is_missing_is_said_and_gone_to(start, path, name, said):
    fill(start)
    start.fill(name, "")
    start.click("create_study")
    assert start.says(said)
    assert start.focused().objectName() == name
    assert not path.exists()


def test_a_repetition_that_stops_half_way_is_said_to_differ(start, path):
    fill(start, PASSWORD, PASSWORD[:-1])
    start.click("create_study")
    assert start.says("The two are not the same")
    assert start.focused().objectName() == "same_password"
    assert not path.exists()


def test_it_never_replaces_a_file(start, path):
    path.write_bytes(b"somebody's work")
    fill(start)
    start.click("create_study")
    assert start.says("exists already")
    assert path.read_bytes() == b"somebody's work"


def test_the_recovery_key_is_shown_and_recovers(start, path):
    fill(start)
    start.click("create_study")
    code = code_of(start)
    for group in code.split("-"):
        assert start.says(group)
    start.press(Qt.Key.Key_Space)
    start.click("go_on")
    start.program.close_study()
    access.recover(path, code, "ana.puig", "otra frase bien larga").close()


def test_nothing_goes_on_before_the_key_is_put_away(start):
    fill(start)
    start.click("create_study")
    start.click("go_on")
    assert start.program.session is None
    assert start.says("Put the key away first")


def test_closing_the_window_insists_once_on_the_key(start):
    fill(start)
    start.click("create_study")
    start.window.close()
    assert start.window.isVisible()
    assert start.says("The key is not shown again")
    start.window.close()
    assert not start.window.isVisible()


def test_the_sheet_holds_the_whole_key_on_one_page(start, tmp_path):
    fill(start)
    start.click("create_study")
    target = tmp_path / "sheet.pdf"
    start.program._chooser.sheet = lambda parent, name: target
    start.click("save_key")
    (page,) = PdfReader(target).pages
    said = page.extract_text()
    for group in code_of(start).split("-"):
        assert group in said
    assert "study.ordi" in said
    assert start.says("print it, then delete the file")


def test_a_copy_lies_in_the_clipboard_only_until_one_goes_on(start):
    fill(start)
    start.click("create_study")
    start.click("copy_key")
    assert QGuiApplication.clipboard().text() == code_of(start)
    start.window.findChild(QWidget, "put_away").click()
    start.click("go_on")
    assert QGuiApplication.clipboard().text() == ""


def test_the_sheet_is_printed_as_it_is_saved(start, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    fill(start)
    start.click("create_study")
    card = start.window.findChild(RecoveryKey)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    card._printer = printer
    card._on_print()
    assert code_of(start)[:4] in PdfReader(tmp_path / "printed.pdf").pages[0].extract_text()
    assert start.says("Sent to the printer")


def test_going_back_makes_nothing(start, path):
    fill(start)
    start.click("back")
    assert not path.exists()
    assert start.focused().objectName() == "new_study"


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Ana Puig Mas", "ana.puig"),
        ("Núria Vila", "nuria.vila"),
        ("Íñigo d'Ors", "inigo.dors"),
        ("Li", "li"),
        ("", ""),
    ],
)
def test_a_login_is_suggested_from_the_name(name, login):
    assert suggested_login(name) == login
    assert keys.canonical_login(login) == login
