"""Verifying in the window: a file is chosen, and what came of it is said in sentences."""

from __future__ import annotations

import shutil

import pytest

from ordi_crf.deliver import Request, begin, deliver, end
from ordi_crf.ui.places import Exports, Verify
from tests.builders import ANA


@pytest.fixture
def package(desk, tmp_path):
    """Give the package of the study at the desk, and its key."""
    request = Request(tmp_path, casebooks=False, package=True)
    begin(desk.session.file, request)
    written = deliver(desk.session.file.path, ANA, request)
    end(desk.session.file, written)
    return written


def verify(desk, file):
    """Choose a file on the page and wait for what came of it."""
    desk.view.go(Verify())
    desk.page.set_file(file)
    desk.click("verify")
    wait(desk)


def wait(desk):
    desk.qtbot.waitUntil(lambda: not desk.page._result.running, timeout=120_000)


def test_the_page_is_reached_from_the_exports(desk):
    desk.view.go(Exports())
    desk.click("Verify a file")
    assert desk.view.place == Verify()
    assert not desk.page._start.isEnabled()


@pytest.mark.slow
def test_a_package_is_verified_with_the_key_beside_it_and_against_the_study(desk, package):
    """T26: the investigator sees that the copy here is what left."""
    verify(desk, package[0])
    assert desk.says("nothing was changed.")
    assert desk.says("Signed with the key of the site.")
    assert desk.says("This very package left the study on")


@pytest.mark.slow
def test_what_was_changed_stands_first(desk, package):
    changed = shutil.copy(package[0], package[0].with_name("changed.zip"))
    content = bytearray(changed.read_bytes())
    content[content.find(b"xl/workbook.xml")] ^= 1
    changed.write_bytes(content)
    verify(desk, changed)
    assert desk.says("1 thing does not hold.")
    assert desk.says(".xlsx: the file is not the one of the list")


def test_a_file_that_is_none_is_said(desk, tmp_path):
    letter = tmp_path / "letter.xlsx"
    letter.write_text("Dear colleague", encoding="utf-8")
    verify(desk, letter)
    assert desk.says("letter.xlsx is broken or was cut short")
    assert desk.page._start.isEnabled()


def test_this_study_is_verified_and_the_trail_says_so(desk):
    """T05: at the desk, too, the trail is replayed against the tables."""
    desk.view.go(Verify())
    desk.click("Verify this study")
    wait(desk)
    assert desk.says("The audit trail holds")
    assert desk.session.file.data().audit[-1].item == "VERIFY"


def test_an_export_leaves_as_a_package_with_its_key(desk, qtbot, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    desk.view.go(Exports())
    desk.page.set_folder(folder)
    desk.page.contents.casebooks.setChecked(False)
    desk.page.terms.package.setChecked(True)
    desk.click("export")
    qtbot.waitUntil(lambda: not desk.page._result.running, timeout=60000)
    assert sorted(path.suffix for path in folder.iterdir()) == [".ordi-pub", ".zip"]
    told = [e.new or "" for e in desk.session.file.data().audit if e.item == "EXPORT"]
    assert told[0] == "package of workbook"
    assert "manifest SHA-256" in told[1]
