"""The pages of the whole study: matrix, visits, findings, outcomes, exports and the trail."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ordi_crf import study
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.ui import settings
from ordi_crf.ui.matrix.model import MatrixModel
from ordi_crf.ui.matrix.view import Matrix
from ordi_crf.ui.pages.subject_entries import FormEntry, VisitEntry
from ordi_crf.ui.places import (
    AuditTrail,
    Exports,
    Findings,
    FormAt,
    Subjects,
    SubjectVisit,
)
from ordi_crf.ui.table import Rows, Table
from tests.builders import ANA, SUBJECT, key
from tests.ui.desk import Desk


@pytest.fixture
def demo(qtbot, window, demonstration_file, path):
    """A desk at the demonstration study."""
    shutil.copy(demonstration_file, path)
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.window.showNormal()
    window.window.setFixedSize(1366, 700)
    window.open(path)
    return Desk(qtbot, window)


def test_fifteen_subjects_fit_a_small_laptop_without_scrolling(demo):
    demo.view.go(Subjects())
    demo.words()
    matrix = demo.page.findChild(Matrix)
    assert matrix.model().rowCount() == 15
    assert not matrix.verticalScrollBar().isVisible()
    assert not matrix.horizontalScrollBar().isVisible()


def test_the_matrix_keeps_the_rules_of_models(demo, qtbot):
    model = MatrixModel(demo.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.find("SYN-0")
    assert model.rowCount() == 9
    model.find("")
    assert model.rowCount() == 15


def test_a_table_keeps_the_rules_of_models(qtbot):
    model = Rows(("One", "Two"), [("a", "b")])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([("a", "b"), ("c", "d")])
    assert model.rowCount() == 2


def test_a_sign_of_the_matrix_opens_its_visit_by_keys(demo):
    demo.view.go(Subjects())
    matrix = demo.page.findChild(Matrix)
    matrix.setCurrentIndex(matrix.model().index(2, 4))
    matrix.setFocus()
    demo.press(Qt.Key.Key_Return)
    assert demo.view.place == SubjectVisit(demo.session.file.subjects()[2], "D1")


def test_the_chips_count_in_words(demo):
    demo.view.go(Subjects())
    assert demo.page._drafts.text().endswith("visits in draft")


def test_a_visit_shows_its_forms_with_their_figures(demo):
    demo.view.go(SubjectVisit(demo.session.file.subjects()[2], "D1"))
    names = [entry.accessibleName() for entry in demo.page.findChildren(FormEntry)]
    assert names[0].startswith("Visit header, locked, 2009-03-18")
    assert any("12 activity" in name for name in names)
    assert any("% BSA" in name for name in names)


def test_all_visits_of_a_subject_fit_a_small_laptop(demo):
    demo.view.go(SubjectVisit(demo.session.file.subjects()[0]))
    demo.words()
    assert len(demo.page.findChildren(VisitEntry)) >= 17
    assert not demo.page._list.verticalScrollBar().isVisible()


def test_the_subject_page_leads_to_the_first_form_that_is_not_complete(desk):
    desk.session.answer(key("SV"), Answer("sv", "", "SVOCCUR", "Y"))
    desk.view.go(SubjectVisit(SUBJECT, "D1"))
    assert desk.primary() == "Go on: Visit header"
    desk.session.set_status(key("SV"), Status.COMPLETE)
    desk.view.go(SubjectVisit(SUBJECT, "D1"))
    desk.click("primary")
    assert desk.view.place == FormAt(key(study.forms_at("D1")[1].oid))


def test_an_unscheduled_visit_gets_the_next_number(desk):
    desk.view.go(SubjectVisit(SUBJECT, "D1"))
    desk.click("unscheduled")
    assert desk.says("Unscheduled 1")


def test_a_finding_of_the_study_leads_to_its_item(desk):
    desk.go("LB")
    desk.type(desk.field("LBORRES", "CPK", "lb"), "2000")
    desk.view.go(Findings())
    table = desk.page.findChild(Table)
    assert "CPK, Result: 2000 U/L is unusual" in table.model().index(0, 4).data()
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.focused() is desk.field("LBORRES", "CPK", "lb")


def test_the_rail_counts_what_is_open(desk, qtbot):
    desk.go("LB")
    entry = desk.view._rail._entries["findings"]
    desk.type(desk.field("LBORRES", "CPK", "lb"), "2000")
    qtbot.waitUntil(lambda: entry.accessibleDescription() == "1", timeout=2000)
    desk.type(desk.field("LBORRES", "CPK", "lb"), "100")
    qtbot.waitUntil(lambda: entry.accessibleDescription() == "", timeout=2000)


def test_a_study_without_findings_says_so(desk):
    desk.view.go(Findings())
    assert desk.says("Nothing open")


def test_the_trail_is_verified_from_the_window(demo, qtbot):
    demo.view.go(AuditTrail())
    demo.click("primary")
    qtbot.waitUntil(lambda: demo.says("holds and tells every table"), timeout=20000)


def test_the_trail_is_filtered_by_words_and_leads_to_the_item(desk):
    desk.go("DM", "SCR")
    desk.type(desk.field("BRTHDAT"), "1969")
    desk.type(desk.field("BRTHDAT"), "1970")
    desk.view.go(AuditTrail())
    desk.page._search.setText("date of birth 1970")
    table = desk.page.findChild(Table)
    assert table.model().rowCount() == 1
    cells = [table.model().index(0, n).data() for n in range(8)]
    assert cells[1:7] == [
        "Ana Puig, Investigator",
        "01-001",
        "Screening › Demographics",
        "Date of birth",
        "1969",
        "1970",
    ]
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.focused() is desk.field("BRTHDAT")


def exported(desk, qtbot, folder, **wanted):
    desk.view.go(Exports())
    desk.page.set_folder(folder)
    desk.page.contents.workbook.setChecked(wanted.get("workbook", True))
    desk.page.contents.casebooks.setChecked(wanted.get("casebooks", True))
    desk.click("export")


@pytest.mark.slow
def test_an_export_is_written_while_the_window_lives(desk, qtbot, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    exported(desk, qtbot, folder)
    qtbot.waitUntil(lambda: not desk.page._result.running, timeout=60000)
    assert desk.says("2 files written.")
    assert {path.suffix for path in folder.iterdir()} == {".xlsx", ".pdf"}
    assert any(e.item == "EXPORT" for e in desk.session.file.data().audit)


@pytest.mark.slow
def test_an_export_is_cancelled_and_says_so(demo, qtbot, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    exported(demo, qtbot, folder, workbook=False)
    demo.click("cancel_export")
    qtbot.waitUntil(lambda: not demo.page._result.running, timeout=60000)
    assert demo.says("Cancelled.")
    assert len(list(folder.iterdir())) < 15


@pytest.mark.slow
def test_an_export_goes_on_while_another_page_is_shown(desk, qtbot, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    exported(desk, qtbot, folder, workbook=False)
    job = desk.page._result._job
    desk.view.go(Subjects())
    desk.settle()
    qtbot.waitUntil(lambda: not job.running, timeout=60000)
    assert len(list(folder.glob("*.pdf"))) == 1


@pytest.mark.slow
def test_closing_the_study_stops_an_export(demo, qtbot, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    exported(demo, qtbot, folder, workbook=False)
    demo.program.close_study()
    assert demo.program.session is None
    StudyFile.open(demo.program.start_page and settings.recent()[0], ANA).close()


def test_an_export_to_a_folder_that_is_gone_is_refused_in_words(desk, qtbot, tmp_path):
    exported(desk, qtbot, tmp_path / "nowhere", casebooks=False)
    qtbot.waitUntil(lambda: not desk.page._result.running, timeout=60000)
    assert not (tmp_path / "nowhere").exists()
    assert desk.page._result._words.text()


def test_nothing_chosen_is_nothing_to_export(desk):
    desk.view.go(Exports())
    desk.page.contents.workbook.setChecked(False)
    desk.page.contents.casebooks.setChecked(False)
    assert not desk.page.terms.start.isEnabled()
