import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from ordi_crf.ui import theme
from ordi_crf.ui.grades import Ramp, SegmentedChoice

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

ERYTHEMA = [("0", "0", "Absent"), ("1", "1", "Pink"), ("2", "2", "Red"), ("3", "3", "Dark red")]
YES_NO = [("Y", "Sí", ""), ("N", "No", "")]
DURATION = [("LT12", "< 12 months: score remains", ""), ("GE12", "≥ 12 months: doubled", "")]


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.apply(qapp, False)


@pytest.fixture
def grades(qtbot):
    choice = SegmentedChoice(ERYTHEMA, Ramp.ACTIVITY)
    qtbot.addWidget(choice)
    choice.show()
    choice.resize(choice.sizeHint())
    choice.setFocus()
    return choice


def said(choice):
    """Everything the choice reported, in order."""
    heard = []
    choice.chosen.connect(heard.append)
    return heard


def click(qtbot, choice, n):
    width = choice.width() / 4
    where = QPoint(int((n + 0.5) * width), choice.height() // 2)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=where)


def test_a_digit_answers(qtbot, grades):
    heard = said(grades)
    qtbot.keyClicks(grades, "2")
    assert (grades.value(), heard) == ("2", ["2"])


def test_a_digit_of_the_number_pad_answers(qtbot, grades):
    qtbot.keyClick(grades, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert grades.value() == "1"


def test_zero_is_an_answer_and_blank_is_none(qtbot, grades):
    assert grades.value() is None
    qtbot.keyClicks(grades, "0")
    assert grades.value() == "0"


def test_blank_and_zero_look_different(qtbot, grades):
    blank = grades.grab().toImage()
    grades.set_value("0")
    assert grades.grab().toImage() != blank


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Period], ids=lambda key: key.name
)
def test_an_answer_can_be_cleared(qtbot, grades, key):
    grades.set_value("3")
    heard = said(grades)
    qtbot.keyClick(grades, key)
    assert (grades.value(), heard) == (None, [""])


def test_a_digit_that_is_no_grade_changes_nothing_and_says_so(qtbot, grades):
    grades.set_value("1")
    heard = said(grades)
    with qtbot.waitSignal(grades.refused) as caught:
        qtbot.keyClicks(grades, "4")
    assert (grades.value(), heard, caught.args) == ("1", [], ["4"])


def test_the_same_answer_again_is_not_reported(qtbot, grades):
    grades.set_value("1")
    heard = said(grades)
    qtbot.keyClicks(grades, "1")
    assert heard == []


def test_a_click_answers(qtbot, grades):
    click(qtbot, grades, 3)
    assert grades.value() == "3"


def test_a_click_on_the_chosen_one_does_not_clear_it(qtbot, grades):
    click(qtbot, grades, 3)
    heard = said(grades)
    click(qtbot, grades, 3)
    assert (grades.value(), heard) == ("3", [])


def test_showing_a_value_is_not_reported(grades):
    heard = said(grades)
    grades.set_value("2")
    assert heard == []


def test_enter_accepts_the_proposal(qtbot, grades):
    grades.set_proposal("2")
    with qtbot.waitSignals([grades.chosen, grades.passed]):
        qtbot.keyClick(grades, Qt.Key.Key_Return)
    assert grades.value() == "2"


def test_a_proposal_counts_for_nothing_until_it_is_accepted(grades):
    grades.set_proposal("2")
    assert grades.value() is None


def test_enter_never_overrules_an_answer_with_a_proposal(qtbot, grades):
    grades.set_value("1")
    grades.set_proposal("2")
    qtbot.keyClick(grades, Qt.Key.Key_Return)
    assert grades.value() == "1"


def test_arrows_walk_without_answering_until_space(qtbot, grades):
    heard = said(grades)
    qtbot.keyClick(grades, Qt.Key.Key_Right)
    qtbot.keyClick(grades, Qt.Key.Key_Right)
    assert heard == []
    qtbot.keyClick(grades, Qt.Key.Key_Space)
    assert heard == ["2"]


def test_in_a_grid_arrows_leave(qtbot, grades):
    grades.set_arrows_leave(True)
    with qtbot.waitSignal(grades.moved) as caught:
        qtbot.keyClick(grades, Qt.Key.Key_Down)
    assert caught.args == [0, 1]


@pytest.mark.parametrize("keys", ["2", " "], ids=["digit", "space"])
def test_read_only_keeps_the_answer(qtbot, grades, keys):
    grades.set_value("1")
    grades.set_read_only(True)
    qtbot.keyClicks(grades, keys)
    qtbot.keyClick(grades, Qt.Key.Key_Delete)
    click(qtbot, grades, 3)
    assert grades.value() == "1"


def test_the_menu_offers_to_clear(qtbot, grades):
    grades.set_value("1")
    qtbot.keyClick(grades, Qt.Key.Key_Menu)
    menu = grades.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert grades.value() is None


def test_the_answer_is_said_with_its_wording(grades):
    grades.set_note("required")
    assert grades.accessibleDescription() == "blank. required"
    grades.set_value("2")
    assert grades.accessibleDescription() == "2: Red. required"


@pytest.mark.parametrize(
    ("codes", "key", "value"),
    [
        (YES_NO, "s", "Y"),
        (YES_NO, "y", "Y"),
        (YES_NO, "n", "N"),
        (DURATION, "<", "LT12"),
        (DURATION, "2", "GE12"),
    ],
    ids=["initial", "code", "both", "sign", "position"],
)
def test_words_are_chosen_by_initial_code_or_position(qtbot, codes, key, value):
    choice = SegmentedChoice(codes)
    qtbot.addWidget(choice)
    choice.show()
    qtbot.keyClicks(choice, key)
    assert choice.value() == value


def test_a_shortcut_is_left_to_the_window(qtbot, grades):
    qtbot.keyClick(grades, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert grades.value() is None
