from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ordi_crf.core.validation import Finding
from ordi_crf.forms import adverse_events, labs
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (
    Choice,
    Date,
    FreeText,
    Language,
    Limits,
    Number,
    Severity,
    Stroke,
    Text,
)
from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.field_row import FieldRow, FindingLine
from ordi_crf.ui.components.icons import Icon, IconButton
from ordi_crf.ui.editors import editor_for
from ordi_crf.ui.grades import SegmentedChoice

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

EN = Language.EN
WEIGHT = Number(
    "WEIGHT",
    Text("Weight", "Peso"),
    required=True,
    places=1,
    unit="kg",
    possible=Limits(Decimal(1)),
    hint=Text("Without shoes.", "Sin zapatos."),
)
BIRTH = Date("BRTHDAT", Text("Date of birth", "Fecha de nacimiento"), partial=True)
START = Date("AESTDAT", Text("Start", "Inicio"))
SERIOUS = Choice("AESER", Text("Serious", "Grave"), codes=NY)
GRADE = Choice("AETOXGR", Text("CTCAE grade", "Grado"), codes=adverse_events.GRADE)
OUTCOME = Choice("AEOUT", Text("Outcome", "Desenlace"), codes=adverse_events.OUTCOME)
TERM = FreeText("AETERM", Text("Event", "Acontecimiento"))
NOTE = FreeText("CMNOTE", Text("Note", "Nota"), lines=4)
DRAWN = Stroke("BMSTROKE", Text("Stroke", "Trazo"))
HGB = labs.TESTS.row("HGB")


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.apply(qapp, False)


@pytest.fixture
def shown(qtbot):
    """Editors in a window that has the keyboard, one under the other."""
    windows = []

    def show(*editors):
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for editor in editors:
            column.addWidget(editor)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editors[0].setFocus()
        return editors[0] if len(editors) == 1 else editors

    yield show
    windows.clear()


def commits(editor):
    heard = []
    editor.committed.connect(lambda: heard.append((editor.value(), editor.typed())))
    return heard


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (WEIGHT, QLineEdit),
        (labs.RESULTS.item("LBORRES"), QLineEdit),
        (BIRTH, QLineEdit),
        (TERM, QLineEdit),
        (NOTE, QPlainTextEdit),
        (SERIOUS, SegmentedChoice),
        (GRADE, QComboBox),
        (DRAWN, QLabel),
    ],
    ids=lambda value: getattr(value, "name", getattr(value, "__name__", "")),
)
def test_every_kind_of_item_has_its_field(qtbot, item, kind):
    editor = editor_for(item, None, EN)
    qtbot.addWidget(editor)
    assert isinstance(editor.field, kind)
    assert editor.field.objectName() == item.name


@pytest.mark.parametrize(
    "item", [WEIGHT, BIRTH, TERM, NOTE, SERIOUS, GRADE, DRAWN], ids=lambda item: item.name
)
def test_a_new_editor_is_blank(qtbot, item):
    editor = editor_for(item, None, EN)
    qtbot.addWidget(editor)
    assert (editor.value(), editor.typed()) == (None, "")


@pytest.mark.parametrize(
    ("item", "value"),
    [
        (WEIGHT, "61.0"),
        (labs.RESULTS.item("LBORRES"), "<10"),
        (BIRTH, "1969-07"),
        (TERM, "Rash"),
        (NOTE, "One\ntwo"),
        (SERIOUS, "N"),
        (GRADE, "3"),
        (DRAWN, "[]"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_value_shown_is_the_value_given_back_and_is_not_reported(qtbot, item, value):
    editor = editor_for(item, None, EN)
    qtbot.addWidget(editor)
    heard = commits(editor)
    editor.set_value(value)
    assert (editor.value(), heard) == (value, [])
    editor.set_value(None)
    assert editor.value() is None


@pytest.mark.parametrize(
    ("item", "keys", "value"),
    [
        (WEIGHT, "61,5", "61.5"),
        (WEIGHT, "61.5", "61.5"),
        (WEIGHT, "61.0", "61.0"),
        (BIRTH, "1969", "1969"),
        (BIRTH, "7/1969", "1969-07"),
        (START, "15/03/2010", "2010-03-15"),
    ],
    ids=["comma", "point", "digits kept", "year", "month", "day first"],
)
def test_what_is_typed_is_understood_when_the_field_is_left(qtbot, shown, item, keys, value):
    editor, _ = shown(editor_for(item, None, EN), editor_for(TERM, None, EN))
    heard = commits(editor)
    qtbot.keyClicks(editor.field, keys)
    assert heard == []
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert heard == [(value, value)]


def test_what_was_understood_is_echoed_with_its_unit(qtbot, shown):
    editor = shown(editor_for(labs.RESULTS.item("LBORRES"), HGB, EN))
    qtbot.keyClicks(editor.field, "1,50")
    assert "→ 1.50 g/L" in [label.text() for label in editor.findChildren(QLabel)]


@pytest.mark.parametrize("keys", ["1.234.567", "abc", "12.345"], ids=["groups", "letters", "many"])
def test_what_cannot_be_read_stays_and_is_reported_as_typed(qtbot, shown, keys):
    editor, _ = shown(editor_for(WEIGHT, None, EN), editor_for(TERM, None, EN))
    heard = commits(editor)
    qtbot.keyClicks(editor.field, keys)
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert heard == [(None, keys)]
    assert editor.field.text() == keys
    assert editor.problem() is not None


def test_what_was_typed_and_not_understood_can_be_shown_again(qtbot):
    editor = editor_for(WEIGHT, None, EN)
    qtbot.addWidget(editor)
    editor.set_value(None, "sixty")
    assert (editor.value(), editor.typed()) == (None, "sixty")


def test_leaving_a_field_unchanged_reports_nothing(qtbot, shown):
    editor, _ = shown(editor_for(WEIGHT, None, EN), editor_for(TERM, None, EN))
    editor.set_value("61.0")
    heard = commits(editor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert heard == []


def test_emptying_a_field_reports_blank(qtbot, shown):
    editor, _ = shown(editor_for(WEIGHT, None, EN), editor_for(TERM, None, EN))
    editor.set_value("61.0")
    heard = commits(editor)
    editor.field.selectAll()
    qtbot.keyClick(editor.field, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert heard == [(None, "")]


def test_enter_commits_once_and_goes_on(qtbot, shown):
    editor, after = shown(editor_for(WEIGHT, None, EN), editor_for(TERM, None, EN))
    heard = commits(editor)
    qtbot.keyClicks(editor.field, "61")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert heard == [("61", "61")]
    assert after.field.hasFocus()


def test_enter_is_a_new_line_in_several_lines(qtbot, shown):
    editor, _ = shown(editor_for(NOTE, None, EN), editor_for(TERM, None, EN))
    heard = commits(editor)
    qtbot.keyClicks(editor.field, "One")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.field, "two")
    qtbot.keyClick(editor.field, Qt.Key.Key_Tab)
    assert heard == [("One\ntwo", "One\ntwo")]


def test_every_keystroke_is_told(qtbot, shown):
    editor = shown(editor_for(TERM, None, EN))
    heard = []
    editor.edited.connect(lambda: heard.append(editor.typed()))
    qtbot.keyClicks(editor.field, "ab")
    assert heard == ["a", "ab"]


def test_a_choice_reports_at_once(qtbot, shown):
    editor = shown(editor_for(SERIOUS, None, EN))
    heard = commits(editor)
    qtbot.keyClicks(editor.field, "y")
    assert heard == [("Y", "Y")]


def test_enter_goes_on_from_a_choice(qtbot, shown):
    editor, after = shown(editor_for(SERIOUS, None, EN), editor_for(TERM, None, EN))
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert editor.value() is None
    assert after.field.hasFocus()


@pytest.mark.parametrize(
    ("item", "keys", "value"),
    [(GRADE, "3", "3"), (OUTCOME, "unk", "UNKNOWN"), (OUTCOME, "f", "FATAL")],
    ids=["code", "beginning", "initial"],
)
def test_a_list_is_chosen_by_its_code_or_its_beginning(qtbot, shown, item, keys, value):
    editor = shown(editor_for(item, None, EN))
    heard = commits(editor)
    qtbot.keyClicks(editor.field, keys)
    assert heard == [(value, value)]


def test_a_list_is_cleared_by_delete(qtbot, shown):
    editor = shown(editor_for(GRADE, None, EN))
    editor.set_value("3")
    heard = commits(editor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Delete)
    assert heard == [(None, "")]


def roll(widget):
    where = QPointF(widget.rect().center())
    return QWheelEvent(
        where,
        widget.mapToGlobal(where),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_wheel_does_not_change_a_list_it_only_rolls_over(qapp, shown):
    _, editor = shown(editor_for(TERM, None, EN), editor_for(GRADE, None, EN))
    editor.set_value("2")
    qapp.sendEvent(editor.field, roll(editor.field))
    assert editor.value() == "2"


@pytest.mark.parametrize("item", [WEIGHT, SERIOUS, TERM], ids=lambda item: item.name)
def test_read_only_takes_no_keys(qtbot, shown, item):
    editor = shown(editor_for(item, None, EN))
    editor.set_read_only(True)
    qtbot.keyClicks(editor.field, "y1")
    assert editor.typed() == ""


@pytest.fixture
def row(qtbot, shown):
    return shown(FieldRow(WEIGHT, editor_for(WEIGHT, None, EN), EN))


def finding(severity):
    return Finding("WEIGHT.EXPECTED", severity, Text("Unusual.", "Inusual."), "vs", "", "WEIGHT")


def test_the_field_is_named_by_its_question_and_says_unit_hint_and_required(row):
    assert row.editor.field.accessibleName() == "Weight"
    assert row.editor.field.accessibleDescription() == "kg. required. Without shoes."


def test_a_hard_finding_stands_under_its_item_by_icon_and_sentence(row):
    row.set_findings([finding(Severity.HARD)])
    assert row.findChild(FindingLine).findChild(Icon).accessibleName() == "To be corrected"
    assert "Unusual." in [label.text() for label in row.findChildren(QLabel)]
    assert row.editor.field.property("severity") == "hard"
    assert "Unusual." in row.editor.field.accessibleDescription()


def test_a_soft_finding_can_be_kept_and_explained(qtbot, row):
    row.set_findings([finding(Severity.SOFT)])
    with qtbot.waitSignal(row.explained) as caught:
        qtbot.mouseClick(row.findChild(Button), Qt.MouseButton.LeftButton)
    assert caught.args == ["WEIGHT.EXPECTED"]


def test_a_hard_finding_cannot_be_explained_away(row):
    row.set_findings([finding(Severity.HARD)])
    assert row.findChild(Button) is None


def test_a_finding_goes_when_it_is_settled(row):
    row.set_findings([finding(Severity.HARD)])
    row.set_findings([])
    visible = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert "Unusual." not in visible
    assert row.editor.field.property("severity") == ""


def test_the_history_button_says_which_item(qtbot, row):
    with qtbot.waitSignal(row.history_asked) as caught:
        qtbot.mouseClick(row.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert caught.args == ["WEIGHT"]
