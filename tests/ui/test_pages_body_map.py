"""The body map page: what is painted, what is stored and what is shown are one thing."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt

from ordi_crf import drawings
from ordi_crf.core.records import Status
from ordi_crf.core.strokes import Fill, Layer, encode
from ordi_crf.db.study_file import Actor
from ordi_crf.ui.places import Subjects
from tests.builders import key

CHEST, THIGH = Fill("chest", 2), Fill("thigh_R_front", 1)


def paint(desk, op):
    """Fill a region as the editor does: on the drawing, then told to the page."""
    desk.page._editor.drawing().apply(Layer.ACTIVE, op)
    desk.page._on_stroked("ACTIVE", encode(op))


def figures(desk):
    """Return the active % BSA as the session shows it, and as the strokes alone give it."""
    place = key("BM")
    shown = desk.session.painted(place).active.total
    stored = drawings.figures(desk.session.file.record(place), lambda digest: None)
    return shown, stored.active.total


def test_painting_goes_on_where_a_drawing_was_left(desk):
    desk.go("BM")
    paint(desk, CHEST)
    desk.view.go(Subjects())
    desk.go("BM")
    paint(desk, THIGH)
    desk.view.go(Subjects())
    shown, stored = figures(desk)
    assert shown == stored > Fraction(13)


@pytest.fixture
def unsaved(desk, path):
    """Return a body map whose second stroke could not be saved, and the way to the file."""
    desk.go("BM")
    paint(desk, CHEST)
    aside = path.with_name("elsewhere.ordi")
    path.rename(aside)
    paint(desk, THIGH)
    yield lambda: aside.rename(path)
    if aside.exists():
        aside.rename(path)


def test_a_stroke_not_saved_yet_survives_undo_and_redo(desk, unsaved):
    desk.page._editor.undo()
    desk.page._editor.redo()
    unsaved()
    assert desk.session.try_again()
    rows = desk.session.file.record(key("BM")).live("bm_stroke")
    assert [row.values["BMOP"] for row in rows] == [encode(CHEST), encode(THIGH)]


def test_a_drawing_with_a_stroke_not_saved_yet_is_not_cached(desk, unsaved):
    place = key("BM")
    drawing = desk.page._editor.drawing()
    unsaved()
    drawings.keep(desk.session.file.record(place), drawing, desk.session.file.keep_drawing)
    record = desk.session.file.record(place)
    cached = drawings.figures(record, desk.session.file.drawing)
    assert cached.active.total == drawings.figures(record, lambda digest: None).active.total


def answer_by_mouse(desk, n):
    """Click an answer to whether the whole skin was examined: 0 is yes, 1 is no."""
    field = desk.field("BMPERF")
    at = QPoint(field.width() * (2 * n + 1) // 4, field.height() // 2)
    desk.qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=at)


def strokes(desk):
    """Return the strokes that stand in the file."""
    return [r.values["BMOP"] for r in desk.session.file.record(key("BM")).live("bm_stroke")]


def undo(desk):
    desk.qtbot.keyClick(desk.focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_undo_takes_back_the_last_stroke_and_leaves_the_answers(desk):
    desk.go("BM")
    answer_by_mouse(desk, 0)
    paint(desk, CHEST)
    undo(desk)
    assert strokes(desk) == []
    assert desk.value("BM", "bm", "BMPERF") == "Y"


def test_undo_at_a_question_takes_back_its_answer_and_leaves_the_strokes(desk):
    desk.go("BM")
    paint(desk, CHEST)
    desk.field("BMPERF").setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.keyClick(desk.focused(), Qt.Key.Key_Y)
    undo(desk)
    assert strokes(desk) == [encode(CHEST)]
    assert desk.value("BM", "bm", "BMPERF") is None


def test_a_digit_after_a_click_on_an_answer_chooses_the_level_not_an_answer(desk):
    desk.go("BM")
    answer_by_mouse(desk, 0)
    desk.qtbot.keyClick(desk.focused(), Qt.Key.Key_2)
    assert desk.value("BM", "bm", "BMPERF") == "Y"
    assert desk.page._editor._brush.level == 2


def test_whoever_takes_over_gives_a_reason_of_their_own(desk):
    desk.go("BM")
    paint(desk, CHEST)
    desk.session.set_status(key("BM"), Status.COMPLETE)
    desk.page._correction = "wrong side"
    desk.page.refresh()
    desk.session.set_actor(Actor("Other Nurse", "Nurse"))
    assert desk.page._correction is None
