"""The page on which laboratory results are brought in: columns, differences, taking (T36)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ordi_crf.core.permissions import Role
from ordi_crf.core.records import Status
from ordi_crf.ui.components.fields import LineField, ListField
from ordi_crf.ui.imports.differences import DifferencesTable
from ordi_crf.ui.pages.import_page import ImportPage
from ordi_crf.ui.places import Exports, Imports
from ordi_crf.ui.session import Session
from tests.builders import key

HEADINGS = "Paciente;Visita;Fecha;Prueba;Resultado;Unidad;Rango"
HGB = "01-001;D1;15/03/2010;Hemoglobina;12,5;g/dL;12,0-16,0"
ALT = "01-001;D1;15/03/2010;GPT;31;UI/L;<40"
BAD = "01-001;D1;15/03/2010;Creatinina;0,8;mg%;"


class At:
    """The page of imports, as a person works at it."""

    def __init__(self, desk, chooser, path):
        self.desk, self.chooser, self.path = desk, chooser, path

    @property
    def page(self):
        found = self.desk.page
        assert isinstance(found, ImportPage)
        found.chooser = self.chooser
        return found

    @property
    def table(self):
        return self.page.findChild(DifferencesTable)

    def bring(self, *lines, headings=HEADINGS):
        self.path.write_text("\n".join((headings, *lines)))
        self.chooser.path = self.path
        assert self.page is not None
        self.desk.click("choose_results")
        self.wait()

    def wait(self):
        self.desk.qtbot.waitUntil(lambda: not self.page._card.busy, timeout=10_000)
        self.desk.settle()

    def lines(self):
        model = self.table.model()
        return [
            [model.index(n, m).data() for m in range(1, model.columnCount())]
            for n in range(model.rowCount())
        ]

    def take(self):
        self.desk.click("primary")
        self.wait()

    def choose(self, name, value):
        found = self.list_of(name)
        found.setCurrentIndex(found.findData(value))
        found.activated.emit(found.currentIndex())
        self.wait()

    def keep(self, name):
        fields = self.page.findChildren(LineField)
        field = next(w for w in fields if w.accessibleName() == "Name of the mapping")
        field.setFocus()
        self.desk.qtbot.keyClicks(field, name)
        self.desk.click("keep_mapping")

    def list_of(self, name):
        return next(w for w in self.page.findChildren(ListField) if w.accessibleName() == name)


@pytest.fixture
def at(desk, chooser, tmp_path):
    """Give the page, reached from the exports."""
    desk.view.go(Exports())
    desk.click("Bring in…")
    return At(desk, chooser, tmp_path / "ana.csv")


def test_a_file_is_compared_and_what_is_new_is_accepted(at):
    """T36: accept or reject per value."""
    at.bring(HGB, ALT, BAD)
    assert [line[3] for line in at.lines()] == [
        "Date of sample",
        "Haemoglobin",
        "ALT",
        "Creatinine",
    ]
    assert at.lines()[1][5] == "12.5 g/dL (12.0–16.0)"
    assert "is no unit of Creatinine" in at.lines()[3][6]
    assert at.desk.primary() == "Take 7 values"
    assert at.desk.says("7 new, 1 refused")


def test_what_is_taken_is_in_the_study_and_the_file_has_nothing_more(at):
    """T36: attributed to importer, source file name and SHA-256."""
    at.bring(HGB, ALT)
    at.take()
    assert at.desk.value("LB", "lb", "LBORRES", "HGB") == "12.5"
    event = at.desk.session.file.data().audit[-1]
    assert (event.actor, event.item) == ("Ana Puig", "IMPORT")
    assert "ana.csv SHA-256" in event.new
    assert at.desk.says("7 values taken.")
    assert at.lines() == []


def test_other_pages_know_of_what_was_taken(at):
    at.desk.session.records()
    at.bring(ALT)
    at.take()
    assert key("LB") in at.desk.session.records()


def test_a_line_is_rejected_by_a_click_and_accepted_by_the_space_bar(at):
    at.bring(HGB, ALT)
    cell = at.table.visualRect(at.table.model().index(1, 3)).center()
    at.desk.qtbot.mouseClick(at.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert at.desk.primary() == "Take 3 values"
    at.desk.qtbot.keyClick(at.table, Qt.Key.Key_Space)
    assert at.desk.primary() == "Take 7 values"
    at.desk.click("reject_all")
    assert at.desk.primary() == "Take 0 values"
    at.desk.click("accept_new")
    assert at.desk.primary() == "Take 7 values"


def test_a_changed_result_waits_until_it_is_accepted(at):
    at.bring(HGB)
    at.take()
    at.bring(HGB.replace("12,5", "12,7"))
    assert at.desk.primary() == "Take 0 values"
    assert at.lines()[0][4:6] == ["12.5 g/dL (12.0–16.0)", "12.7 g/dL (12.0–16.0)"]
    at.desk.click("accept_all")
    at.take()
    assert at.desk.value("LB", "lb", "LBORRES", "HGB") == "12.7"


def test_of_two_contradicting_results_one_is_taken_at_most(at):
    at.bring(HGB, HGB.replace("12,5", "12,7"))
    assert at.desk.primary() == "Take 1 value"
    assert "conflict" in at.lines()[1][6]
    for n in (1, 2):
        at.table.setCurrentIndex(at.table.model().index(n, 3))
        at.desk.qtbot.keyClick(at.table, Qt.Key.Key_Space)
    assert at.desk.primary() == "Take 5 values"
    at.take()
    assert at.desk.value("LB", "lb", "LBORRES", "HGB") == "12.7"


def test_equal_lines_are_shown_when_asked_for(at):
    at.bring(HGB)
    at.take()
    assert at.lines() == []
    at.page._card._equal.click()
    assert len(at.lines()) == 2


def test_the_whole_sentence_of_the_line_at_hand_is_shown(at):
    at.bring(HGB, BAD)
    at.table.setCurrentIndex(at.table.model().index(2, 3))
    assert at.desk.says("is no unit of Creatinine here (µmol/L, mg/dL): nothing was converted.")


def test_a_completed_form_asks_for_a_reason(at):
    at.bring(HGB)
    at.take()
    at.desk.session.set_status(key("LB"), Status.COMPLETE)
    at.bring(HGB.replace("12,5", "12,7"))
    at.desk.click("accept_all")
    reason = at.page.findChild(LineField, "import_reason")
    assert reason.isVisible()
    at.take()
    assert at.desk.value("LB", "lb", "LBORRES", "HGB") == "12.5"
    at.desk.type(reason, "The report was revised")
    at.take()
    assert at.desk.value("LB", "lb", "LBORRES", "HGB") == "12.7"
    assert at.desk.session.file.history(key("LB"), "lb", "HGB", "LBORRES")[-1].reason.startswith(
        "The report was revised (laboratory results: ana.csv"
    )


def test_columns_that_are_not_guessed_are_chosen_and_kept_with_the_study(at):
    at.bring("01-001;D1;Hb;12,5;g/dL", headings="A;B;C;D;E")
    assert at.desk.says("Say which column is: Subject, Test, Result")
    for name, heading in zip(("Subject", "Visit", "Test", "Result", "Unit"), "ABCDE", strict=True):
        at.choose(name, heading)
    assert at.desk.primary() == "Take 2 values"
    at.keep("Central")
    assert "labmap.Central" in at.desk.session.file.properties()
    at.desk.view.go(Exports())
    at.desk.view.go(Imports())
    at.bring("01-001;D1;Hb;12,5;g/dL", headings="A;B;C;D;E")
    assert at.list_of("Mapping").currentText() == "Central"
    assert at.desk.primary() == "Take 2 values"


def test_names_of_the_laboratory_are_explained_once_and_kept_with_the_mapping(at):
    """T36: what a file calls a test or a unit in words of its own is said in the window."""
    strange = "01-001;D1;15/03/2010;Sangre roja;12,5;gramos;"
    at.bring(strange, BAD.replace("mg%", "mg por dl"))
    assert at.desk.primary() == "Take 0 values"
    at.choose("Sangre roja", "HGB")
    assert at.desk.primary() == "Take 0 values"
    at.choose("Haemoglobin: gramos", "g/dL")
    at.choose("Creatinine: mg por dl", "mg/dL")
    assert at.list_of("Creatinine: mg por dl").hasFocus()
    assert [line[3] for line in at.lines()] == ["Date of sample", "Haemoglobin", "Creatinine"]
    assert at.desk.primary() == "Take 5 values"
    at.keep("Norte")
    at.desk.view.go(Exports())
    at.desk.view.go(Imports())
    at.bring(strange)
    at.choose("Sangre roja", "")
    at.choose("Sangre roja", "HGB")
    kept = at.page._mapping.mapping()
    assert kept.tests == {"Sangre roja": "HGB"}
    assert kept.units == {"gramos": "g/dL", "mg por dl": "mg/dL"}
    assert not at.page._names.isHidden()


def test_a_file_in_plain_words_asks_for_no_names(at):
    at.bring(HGB, ALT)
    assert at.page._names.isHidden()


def test_what_cannot_be_read_is_said_and_nothing_can_be_taken(at):
    at.bring("\0\0\0")
    assert at.desk.says("holds NUL bytes")
    assert at.desk.primary() == "Take 0 values"


def test_a_value_that_changed_meanwhile_is_not_overwritten(at):
    at.bring(HGB)
    at.desk.session.file.importing.take(at.page._card.review)
    at.take()
    assert at.desk.says("changed here since the file was compared")
    assert at.desk.session.file.data().audit[-1].item == "IMPORT"


def test_a_role_that_does_not_import_is_told_who_does(clinic, chooser, tmp_path):
    clinic.come(Role.NURSE)
    clinic.view.go(Imports())
    assert "This is for:" in clinic.page._choose.toolTip()
    assert not clinic.page._choose.isEnabled()


def test_the_page_is_not_left_while_values_are_taken(at, monkeypatch):
    at.bring(HGB)
    done = []
    monkeypatch.setattr(Session, "do", lambda *_: done.append(at.page.leave()))
    at.page.act("take")
    assert not at.page.leave()
    at.wait()
    assert done == [True]
