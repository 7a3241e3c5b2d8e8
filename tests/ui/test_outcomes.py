"""The page of outcomes: every number, and the way from it to the record that proves it."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.forms.schema import Language
from ordi_crf.ui import settings, theme
from ordi_crf.ui.outcomes.cards import OutcomeCard
from ordi_crf.ui.outcomes.matrix import OutcomeMatrix, OutcomeModel
from ordi_crf.ui.outcomes.proofs import ProofList
from ordi_crf.ui.outcomes.readings import ReadingRow
from ordi_crf.ui.outcomes.survival import SurvivalCurve
from ordi_crf.ui.outcomes.words import shown
from ordi_crf.ui.places import FormAt, Outcomes, SubjectVisit
from ordi_crf.ui.table import Table
from tests.builders import ANA, SUBJECT
from tests.ui.desk import Desk


@pytest.fixture
def demo(qtbot, window, demonstration_file, path):
    """A desk at the outcomes of the demonstration study."""
    shutil.copy(demonstration_file, path)
    settings.set_actor(ANA)
    window.start_page.refresh()
    window.window.setFixedSize(1366, 700)
    window.open(path)
    desk = Desk(qtbot, window)
    desk.view.go(Outcomes())
    return desk


def card(desk, oid):
    return desk.page.findChild(OutcomeCard, oid)


def choose(desk, widget):
    desk.settle()
    desk.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    desk.settle()


def proofs(desk):
    """Return the rows of the list of proofs as shown."""
    desk.settle()
    model = desk.page.findChild(ProofList).findChild(Table).model()
    columns = range(model.columnCount())
    return [tuple(model.index(r, c).data() for c in columns) for r in range(model.rowCount())]


def open_proof(desk, row):
    table = desk.page.findChild(ProofList).findChild(Table)
    table.setCurrentIndex(table.model().index(row, 0))
    table.setFocus()
    desk.press(Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("oid", "told"),
    [
        ("O1", "Complete response within 3 months: 12/14, 85.7 %"),
        ("O2", "Side effect within 12 months: 2/15, 13.3 %"),
        ("O5", "Cutaneous flare within 12 months of withdrawal: 9/12, 75.0 %"),
    ],
)
def test_a_card_tells_the_published_figure(demo, oid, told):
    assert card(demo, oid).accessibleName() == f"{oid} {told}"


def test_the_page_opens_at_the_first_outcome_with_its_registered_sentence(demo):
    """O1."""
    assert demo.focused() is card(demo, "O1")
    assert demo.says("complete response is CLASI = 0 following treatment")


def test_who_is_missing_is_named_with_the_reason(demo):
    """O1."""
    assert demo.says("drug withdrawn for an adverse event before any assessment (SYN-01)")


def test_readings_are_told_with_both_denominators(demo):
    """O1."""
    found = demo.page.findChild(ReadingRow, "O1.EVER").accessibleName()
    assert "12 of 14 = 85.7 % (95 % CI 57.2-98.2)" in found
    assert "12 of 15 = 80.0 % (95 % CI 51.9-95.7)" in found


def test_a_proof_opens_the_form_that_says_it(demo):
    """O5."""
    choose(demo, card(demo, "O5"))
    assert proofs(demo)[0][:4] == ("met", "SYN-02", "Withdrawal + 2 weeks", "CLASI")
    open_proof(demo, 0)
    assert demo.view.place == FormAt(RecordKey(SubjectKey("01", "SYN-02"), "S2W", "CLASI"))


def test_a_side_effect_opens_at_the_row_of_its_event(demo):
    """O2."""
    choose(demo, card(demo, "O2"))
    open_proof(demo, 0)
    place = demo.view.place
    assert (place.key.form, place.section, place.item) == ("AE", "ae", "AETERM")
    assert place.row


def test_another_reading_has_proofs_of_its_own(demo):
    """O2."""
    choose(demo, card(demo, "O2"))
    assert [row[5] for row in proofs(demo)][2:4] == ["Neutropenia, grade 2", "nothing recorded"]
    choose(demo, demo.page.findChild(ReadingRow, "O2.ALL"))
    assert not any(row[5] == "nothing recorded" for row in proofs(demo)[:4])


def test_every_subject_stands_in_the_list_met_or_not(demo):
    """O5."""
    choose(demo, card(demo, "O5"))
    named = [row[1] for row in proofs(demo) if row[1]]
    assert sorted(named) == [s.subjid for s in demo.session.file.subjects()]


def test_outcomes_are_reached_by_keys_alone(demo):
    """O2."""
    demo.press(Qt.Key.Key_Down)
    assert card(demo, "O2").isChecked()
    demo.tab()
    assert isinstance(demo.focused(), ReadingRow)
    demo.tab()
    demo.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert isinstance(demo.view.place, FormAt)


def test_a_cell_of_the_matrix_leads_to_its_proof(demo):
    """O6."""
    demo.page._switch.choose(1)
    matrix = demo.page.findChild(OutcomeMatrix)
    matrix.setCurrentIndex(matrix.model().index(3, 6))
    matrix.setFocus()
    demo.press(Qt.Key.Key_Return)
    assert card(demo, "O6").isChecked()
    table = demo.page.findChild(ProofList).findChild(Table)
    assert proofs(demo)[table.currentIndex().row()][1] == "SYN-04"


def test_the_matrix_fits_a_small_laptop_and_keeps_the_rules_of_models(demo):
    demo.page._switch.choose(1)
    demo.settle()
    matrix = demo.page.findChild(OutcomeMatrix)
    assert not matrix.verticalScrollBar().isVisible()
    model = OutcomeModel(shown(demo.session).outcomes, demo.session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_sign_has_its_word_for_whoever_cannot_see_it(demo):
    """O5."""
    model = demo.page.findChild(OutcomeMatrix).model()
    told = model.index(1, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "met: +W2  activity 3"


def test_the_course_of_the_study_has_the_published_moments(demo):
    demo.page._switch.choose(2)
    tables = [t for t in demo.page.findChildren(Table) if t.isVisible()]
    model = tables[0].model()
    rows = [tuple(model.index(r, c).data() for c in range(4)) for r in range(model.rowCount())]
    assert ("Baseline", "15", "11.00", "5.92") in rows
    assert ("Week 2", "15", "4.13", "3.66") in rows
    assert demo.says("mean 15.0 months (7.0-30.0)")


def test_the_curve_tells_its_steps_in_words(demo):
    """O5."""
    curve = demo.page.findChild(SurvivalCurve)
    assert curve.accessibleDescription().startswith("week 2: 83 % without a flare")
    assert "week 8: 25 %" in curve.accessibleDescription()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_view_is_painted_in_both_themes(demo, qapp, dark):
    theme.apply(qapp, dark)
    for view in range(3):
        demo.page._switch.choose(view)
        demo.settle()
        assert not demo.page.grab().isNull()
    theme.apply(qapp, False)


def test_spanish_has_its_words_and_its_decimal_comma(demo):
    """O1."""
    demo.session.language = Language.ES
    demo.view.go(Outcomes())
    assert card(demo, "O1").accessibleName() == "O1 Respuesta completa en 3 meses: 12/14, 85,7 %"


def test_a_study_nobody_is_treated_in_estimates_nothing(desk):
    """O1, O2, O3, O4, O5, O6: "not estimable", and never 0 %."""
    desk.view.go(Outcomes())
    names = [found.accessibleName() for found in desk.page.findChildren(OutcomeCard)]
    assert [name.rpartition(": ")[2] for name in names] == ["not estimable"] * 6
    assert desk.says("No subject has been treated yet")
    assert proofs(desk)[0][:2] == ("not concerned", SUBJECT.subjid)
    open_proof(desk, 0)
    assert desk.view.place == SubjectVisit(SUBJECT)


def test_another_outcome_shows_its_own_readings_and_no_other(demo):
    """O6."""
    choose(demo, card(demo, "O6"))
    rows = [row for row in demo.page.findChildren(ReadingRow) if row.isVisible()]
    assert [row.estimate.oid for row in rows] == ["O6.ANY", "O6.FROZEN", "O6.LAST"]
