"""The exports page: what is left out, and what is asked before anything leaves."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from ordi_crf.export.statistics import native
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.exports.contents_card import ContentsCard
from ordi_crf.ui.places import Exports, FormAt, Subjects
from tests.builders import key
from tests.export.workbook_data import read

TELEPHONE = "Rash, call 612 345 678"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def told(desk):
    """Give a desk at a study with a telephone in an adverse event."""
    desk.session.add_row(key("AE"), "ae", {"AETERM": TELEPHONE})
    return desk


def export(desk, folder, *reduced):
    desk.view.go(Exports())
    desk.page.set_folder(folder)
    desk.page.contents.casebooks.setChecked(False)
    for code in reduced:
        desk.page.terms.reduced[code].setChecked(True)
    desk.click("export")
    desk.qtbot.waitUntil(lambda: not desk.page.exporting.running, timeout=60000)
    desk.settle()


def exports(desk):
    return [e.new for e in desk.session.file.data().audit if e.item == "EXPORT"]


def test_an_identifier_is_asked_about_before_anything_is_written(told, folder):
    """T31."""
    export(told, folder)
    assert told.says("1 possible identifier in free text")
    assert told.page._identifiers._rows.index(0, 1).data() == "612 345 678"
    assert not told.page.terms.start.isEnabled()
    assert list(folder.iterdir()) == []
    assert exports(told) == []


def test_an_export_all_the_same_is_in_the_trail_with_the_count(told, folder, qtbot):
    """T31."""
    export(told, folder)
    told.click("confirm_identifiers")
    qtbot.waitUntil(lambda: not told.page.exporting.running, timeout=60000)
    (written,) = folder.iterdir()
    assert exports(told) == ["workbook; possible identifiers confirmed: 1"]
    assert read(written, "AE")[0]["AETERM"] == TELEPHONE


def test_what_is_not_to_leave_does_not(told, folder):
    """T31."""
    export(told, folder)
    told.click("decline_identifiers")
    assert told.says("Cancelled.")
    assert list(folder.iterdir()) == []
    assert exports(told) == []
    assert told.page.terms.start.isEnabled()


def test_go_to_leads_to_the_item(told, folder):
    """T31."""
    export(told, folder)
    told.click("go_to_identifier")
    assert isinstance(told.view.place, FormAt)
    assert told.view.place.key == key("AE")


def test_who_went_to_look_finds_the_choices_again(told, folder):
    export(told, folder, "study-days")
    told.click("go_to_identifier")
    told.view.go(Exports())
    assert told.says("Nothing has been written. Export to look again.")
    assert told.page.terms.reduced["study-days"].isChecked()
    assert not told.page.contents.casebooks.isChecked()
    assert told.page.terms.folder == folder
    assert told.page.terms.start.isEnabled()


def test_without_free_text_nothing_is_asked(told, folder):
    """T32: and the file says what it was made without."""
    export(told, folder, "no-text", "birth-year")
    (written,) = folder.iterdir()
    assert "_DEIDENTIFIED_" in written.name
    assert exports(told) == ["workbook (no-text+birth-year)"]
    assert read(written, "AE")[0]["AETERM"] == "[withheld 1]"


def test_a_page_left_while_free_text_is_looked_through_asks_later(told, folder, qtbot):
    told.view.go(Exports())
    told.page.set_folder(folder)
    exporting = told.page.exporting
    told.click("export")
    told.view.go(Subjects())
    qtbot.waitUntil(lambda: not exporting.running, timeout=60000)
    assert exporting.hits
    assert list(folder.iterdir()) == []


def test_the_buttons_have_words(told, folder):
    export(told, folder)
    words = {b.text() for b in told.page._identifiers.findChildren(Button)}
    assert words == {"Go to", "Do not export", "Export all the same"}


def test_the_blank_and_the_annotated_form_are_written_on_request(desk, folder):
    desk.view.go(Exports())
    desk.page.set_folder(folder)
    desk.page.contents.workbook.setChecked(False)
    desk.page.contents.casebooks.setChecked(False)
    assert not desk.page.terms.start.isEnabled()
    desk.page.contents.blank.setChecked(True)
    desk.click("export")
    desk.qtbot.waitUntil(lambda: not desk.page.exporting.running, timeout=60000)
    assert {path.name for path in folder.iterdir()} == {"ORDI-02_blank_en.pdf", "acrf.pdf"}
    assert exports(desk) == ["blank form and annotated form"]


def test_every_format_is_offered_and_the_whole_is_one_signed_package(desk, folder):
    desk.view.go(Exports())
    desk.page.set_folder(folder)
    contents = desk.page.contents
    for box in (contents.blank, contents.csv, contents.statistics, contents.odm):
        box.setChecked(True)
    desk.page.terms.package.setChecked(True)
    desk.click("export")
    desk.qtbot.waitUntil(lambda: not desk.page.exporting.running, timeout=60000)
    (package,) = folder.glob("*.zip")
    with ZipFile(package) as archive:
        tops = {name.partition("/")[0].replace(package.stem, "") for name in archive.namelist()}
    assert tops == {
        "manifest.json", "manifest.sig", ".xlsx", "_odm.xml", "_csv", "_statistics",
        "ORDI-02_blank_en.pdf", "acrf.pdf", "_01-001.pdf",
    }  # fmt: skip
    desk.settle()
    assert desk.page.findChild(Button, "open_folder").hasFocus()


def test_who_comes_back_finds_every_choice(told, folder):
    told.view.go(Exports())
    page = told.page
    page.set_folder(folder)
    for box in (page.contents.csv, page.contents.odm, page.terms.package):
        box.setChecked(True)
    page.contents._together.set_value("all")
    asked = page._request()
    told.click("export")
    told.qtbot.waitUntil(lambda: not page.exporting.running, timeout=60000)
    told.click("go_to_identifier")
    told.view.go(Exports())
    assert told.page._request() == asked


def test_who_comes_back_after_it_ended_finds_what_was_written(desk, folder):
    desk.view.go(Exports())
    page = desk.page
    page.set_folder(folder)
    page.contents.casebooks.setChecked(False)
    desk.click("export")
    desk.view.go(Subjects())
    desk.qtbot.waitUntil(lambda: not page.exporting.running, timeout=60000)
    desk.view.go(Exports())
    (workbook,) = folder.glob("*.xlsx")
    assert desk.says(workbook.name)
    assert desk.says("1 file written.")
    assert not desk.page.contents.casebooks.isChecked()
    assert desk.page.terms.start.isEnabled()


def test_what_is_not_installed_is_not_offered(monkeypatch):
    monkeypatch.setattr(native, "available", lambda: False)
    card = ContentsCard()
    assert not card.statistics.isEnabled()
    assert card.workbook.isEnabled()
