"""A study that is open elsewhere, or lies where nobody may write: readable, and nothing else."""

import pytest
from PySide6.QtWidgets import QWidget

from ordi_crf.db.study_file import Actor, Answer, StudyFile
from ordi_crf.ui import settings
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.places import FormAt, Subjects, SubjectVisit
from tests.builders import ANA, SUBJECT, key
from tests.ui.desk import Desk

JOAN = Actor("Joan Ribó", "Coordinator")


@pytest.fixture
def reader(qtbot, window, path):
    """A desk at a study that Joan has open for writing."""
    holder = StudyFile.create(path, JOAN, machine="ward-3")
    holder.add_subject(SUBJECT)
    holder.answer(key("SV"), [Answer("sv", "", "SVCOM", "Seen by Joan")])
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.open(path)
    yield Desk(qtbot, window)
    window.close_study()
    holder.close()


def test_a_band_says_who_has_the_study_open(reader):
    assert reader.says("Read-only: open for writing by Joan Ribó, ward-3")


def test_no_subject_is_enrolled_and_a_tip_says_why(reader):
    reader.view.go(Subjects())
    primary = reader.window.findChild(Button, "primary")
    assert not primary.isEnabled()
    assert "read-only" in primary.toolTip()


def test_no_visit_is_added_and_a_tip_says_why(reader):
    reader.view.go(SubjectVisit(SUBJECT, "D1"))
    add = reader.window.findChild(Button, "unscheduled")
    assert not add.isEnabled()
    assert "read-only" in add.toolTip()


def test_answers_are_read_and_not_changed(reader):
    reader.view.go(FormAt(key("SV")))
    field = reader.field("SVCOM")
    field.setFocus()
    reader.keys("!")
    reader.tab()
    assert field.toPlainText() == "Seen by Joan"
    assert reader.says("Open for reading only.")


@pytest.mark.parametrize("form", ["SV", "DM", "LB", "CLASI", "BM", "EX", "AE"])
def test_every_form_opens_without_a_word_of_refusal(reader, form):
    assert reader.view.go(FormAt(key(form)))
    assert not reader.view._refusal.isVisible()
    assert reader.primary().startswith(("Next: ", "Back to the visit"))


def test_it_is_not_put_among_the_recent_studies_of_this_computer(reader, path):
    assert settings.recent() == []


def test_the_second_window_writes_once_the_first_is_closed(qtbot, window, path):
    holder = StudyFile.create(path, JOAN)
    holder.add_subject(SUBJECT)
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.open(path)
    assert window.session.read_only
    holder.close()
    window.close_study()
    window.open(path)
    assert not window.session.read_only
    assert isinstance(window.window.centralWidget(), QWidget)
