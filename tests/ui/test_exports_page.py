"""The exports page: what is left out, and what is asked before anything leaves."""

from __future__ import annotations

import pytest

from ordi_crf.ui.components.button import Button
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
    desk.page._casebooks.setChecked(False)
    for code in reduced:
        desk.page._reduced[code].setChecked(True)
    desk.click("export")
    desk.qtbot.waitUntil(lambda: not desk.page._exporting.running, timeout=60000)
    desk.settle()


def exports(desk):
    return [e.new for e in desk.session.file.data().audit if e.item == "EXPORT"]


def test_an_identifier_is_asked_about_before_anything_is_written(told, folder):
    """T31."""
    export(told, folder)
    assert told.says("1 possible identifier in free text")
    assert told.page._identifiers._rows.index(0, 1).data() == "612 345 678"
    assert not told.page._start.isEnabled()
    assert list(folder.iterdir()) == []
    assert exports(told) == []


def test_an_export_all_the_same_is_in_the_trail_with_the_count(told, folder, qtbot):
    """T31."""
    export(told, folder)
    told.click("confirm_identifiers")
    qtbot.waitUntil(lambda: not told.page._exporting.running, timeout=60000)
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
    assert told.page._start.isEnabled()


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
    assert told.page._reduced["study-days"].isChecked()
    assert not told.page._casebooks.isChecked()
    assert told.page._folder == folder
    assert told.page._start.isEnabled()


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
    exporting = told.page._exporting
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
    desk.page._workbook.setChecked(False)
    desk.page._casebooks.setChecked(False)
    assert not desk.page._start.isEnabled()
    desk.page._blank.setChecked(True)
    desk.click("export")
    desk.qtbot.waitUntil(lambda: not desk.page._exporting.running, timeout=60000)
    assert {path.name for path in folder.iterdir()} == {"ORDI-02_blank_en.pdf", "acrf.pdf"}
    assert exports(desk) == ["blank form and annotated form"]
