"""The body map editor: what pointer and keys paint, what is told, and what is shown."""

from __future__ import annotations

import sys
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QInputDevice, QPainter, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ordi_crf import atlas
from ordi_crf.core.brush import dab_percent, diameter_cm
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Fill, Layer, Stroke, decode
from ordi_crf.core.surface import total
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.body_map import BodyMapEditor, windows
from ordi_crf.ui.body_map.brush import Tool
from ordi_crf.ui.body_map.controls import Segments
from ordi_crf.ui.body_map.keyboard import first_region, neighbour
from ordi_crf.ui.body_map.locations import LocationModel
from ordi_crf.ui.body_map.rendering import caption
from ordi_crf.ui.body_map.view import MapView
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.nav_rail import NavRail
from ordi_crf.ui.components.painting import text_width

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
BODY = atlas.body_map()
CHEST, ABDOMEN = (420, 600), (500, 800)


def on_a_page(qtbot, language: Language = Language.EN) -> BodyMapEditor:
    """Return an editor as large as a page of the window on a 1366 x 768 screen."""
    page = QWidget()
    page.resize(1150, 690)
    editor = BodyMapEditor(language, page)
    editor.setGeometry(page.rect())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    editor.page = page
    return editor


@pytest.fixture
def editor(qtbot) -> BodyMapEditor:
    editor = on_a_page(qtbot)
    editor.told = []
    editor.stroked.connect(lambda layer, text: editor.told.append((layer, decode(text))))
    editor.undone.connect(lambda: editor.told.append("undone"))
    editor.redone.connect(lambda: editor.told.append("redone"))
    return editor


def view(editor: BodyMapEditor, name: str) -> MapView:
    found = editor.findChildren(MapView, name)
    return next(each for each in found if each.isVisible())


def place(shown: MapView, cell: tuple[int, int]) -> QPoint:
    """Return where a cell is on a view."""
    return shown._viewport.to_widget().map(QPointF(*cell)).toPoint()


def stroke(qtbot, shown: MapView, *cells: tuple[int, int]) -> None:
    points = [place(shown, cell) for cell in cells]
    qtbot.mousePress(shown, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(shown, point)
    qtbot.mouseRelease(shown, LEFT, pos=points[-1])


def painted(editor: BodyMapEditor, layer: Layer = Layer.ACTIVE) -> Fraction:
    return total(editor.drawing().masks[layer])


def shown_texts(editor: BodyMapEditor) -> list[str]:
    return [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]


def button(editor: BodyMapEditor, text: str) -> Button:
    return next(each for each in editor.findChildren(Button) if each.text() == text)


def test_a_stroke_paints_and_is_told_once_it_ends(qtbot, editor) -> None:
    stroke(qtbot, view(editor, "front"), CHEST, (450, 620))
    ((layer, op),) = editor.told
    assert layer == "ACTIVE"
    assert (op.level, op.radius) == (1, 14 * 8)
    assert painted(editor) > 0
    assert editor.drawing().entries == ((Layer.ACTIVE, op),)


def test_a_stroke_on_the_back_is_painted_on_the_back(qtbot, editor) -> None:
    stroke(qtbot, view(editor, "back"), (1500, 600), (1520, 620))
    mask = editor.drawing().masks[Layer.ACTIVE]
    assert {r.view for r in BODY.regions if mask.count(r, 1)} == {"back"}


def test_a_stroke_in_a_close_up_is_the_same_paint(qtbot, editor) -> None:
    stroke(qtbot, view(editor, "palm_R"), (110, 1080), (116, 1086))
    qtbot.waitUntil(lambda: len(editor.told) == 1)
    mask = editor.drawing().masks[Layer.ACTIVE]
    assert mask.count(BODY.region("hand_R_front"), 1) > 0


def test_a_stroke_outside_the_body_is_not_told(qtbot, editor) -> None:
    stroke(qtbot, view(editor, "front"), (60, 100), (90, 140))
    assert editor.told == []
    assert editor.drawing().entries == ()


def test_the_patients_right_hand_is_named_on_the_left_of_the_front(qtbot, editor) -> None:
    front = view(editor, "front")
    qtbot.mouseMove(front, place(front, (110, 1090)))
    qtbot.waitUntil(lambda: "Right hand, palm" in shown_texts(editor))


def test_names_of_regions_follow_the_language(qtbot) -> None:
    editor = on_a_page(qtbot, Language.ES)
    front = view(editor, "front")
    qtbot.mouseMove(front, place(front, (890, 1090)))
    qtbot.waitUntil(lambda: "Mano izquierda, palma" in shown_texts(editor))


def test_the_eraser_takes_paint_away(qtbot, editor) -> None:
    stroke(qtbot, view(editor, "front"), CHEST)
    qtbot.keyClick(view(editor, "front"), Qt.Key.Key_E)
    stroke(qtbot, view(editor, "front"), CHEST)
    assert painted(editor) == 0
    assert [op.level for _, op in editor.told] == [1, 0]


def test_fill_gives_the_region_under_the_pointer_the_level(qtbot, editor) -> None:
    qtbot.keyClick(view(editor, "front"), Qt.Key.Key_F)
    qtbot.keyClick(view(editor, "front"), Qt.Key.Key_3)
    qtbot.mouseClick(view(editor, "front"), LEFT, pos=place(view(editor, "front"), ABDOMEN))
    assert editor.told == [("ACTIVE", Fill("abdomen", 3))]


def test_filling_what_is_full_is_not_told_again(qtbot, editor) -> None:
    qtbot.keyClick(view(editor, "front"), Qt.Key.Key_F)
    for _ in range(2):
        qtbot.mouseClick(view(editor, "front"), LEFT, pos=place(view(editor, "front"), ABDOMEN))
    assert len(editor.told) == 1


def test_d_changes_the_layer_and_layers_keep_their_own_level(qtbot, editor) -> None:
    front = view(editor, "front")
    for key in (Qt.Key.Key_2, Qt.Key.Key_D, Qt.Key.Key_3, Qt.Key.Key_D):
        qtbot.keyClick(front, key)
    assert (editor._brush.layer, editor._brush.level) == (Layer.ACTIVE, 2)
    qtbot.keyClick(front, Qt.Key.Key_D)
    stroke(qtbot, front, CHEST)
    assert editor.told[0][0] == "DAMAGE"
    assert editor.told[0][1].level == 3
    assert painted(editor) == 0


def test_brackets_change_the_size_of_the_brush(qtbot, editor) -> None:
    front, before = view(editor, "front"), editor._brush.radius
    qtbot.keyClick(front, Qt.Key.Key_BracketRight)
    assert editor._brush.radius > before
    for _ in range(40):
        qtbot.keyClick(front, Qt.Key.Key_BracketLeft)
    assert editor._brush.radius == 16


def test_a_level_key_takes_the_eraser_out_of_the_hand(qtbot, editor) -> None:
    front = view(editor, "front")
    qtbot.keyClick(front, Qt.Key.Key_E)
    qtbot.keyClick(front, Qt.Key.Key_2)
    assert editor._brush.tool is Tool.BRUSH


def test_undo_and_redo_are_told_and_reach_both_layers_in_order(qtbot, editor) -> None:
    front = view(editor, "front")
    stroke(qtbot, front, CHEST)
    qtbot.keyClick(front, Qt.Key.Key_D)
    stroke(qtbot, front, ABDOMEN)
    qtbot.keyClick(front, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (painted(editor), painted(editor, Layer.DAMAGE)) == (painted(editor), 0)
    assert painted(editor) > 0
    qtbot.mouseClick(button(editor, "Undo"), LEFT)
    assert painted(editor) == 0
    qtbot.keyClick(front, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.told[2:] == ["undone", "undone", "redone"]
    assert painted(editor) > 0


def test_there_is_nothing_to_undo_on_an_empty_body(qtbot, editor) -> None:
    assert not button(editor, "Undo").isEnabled()
    qtbot.keyClick(view(editor, "front"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.told == []


def test_escape_drops_the_stroke_in_the_making(qtbot, editor) -> None:
    front = view(editor, "front")
    qtbot.mousePress(front, LEFT, pos=place(front, CHEST))
    qtbot.keyClick(front, Qt.Key.Key_Escape)
    qtbot.mouseRelease(front, LEFT, pos=place(front, CHEST))
    assert editor.told == []
    assert painted(editor) == 0


def test_a_double_click_enlarges_a_close_up_and_paints_nothing(qtbot, editor) -> None:
    face = view(editor, "face")
    at = place(face, (500, 240))
    qtbot.mouseClick(face, LEFT, pos=at)
    qtbot.mouseDClick(face, LEFT, pos=at)
    assert not editor._board._front.isVisible()
    assert editor._board._large.window_shown.name == "face"
    assert editor.drawing().entries == ()
    qtbot.keyClick(editor._board._large, Qt.Key.Key_Escape)
    assert editor._board._front.isVisible()


def test_a_click_in_a_close_up_is_told_when_no_second_one_comes(qtbot, editor) -> None:
    face = view(editor, "face")
    qtbot.mouseClick(face, LEFT, pos=place(face, (500, 240)))
    assert editor.told == []
    qtbot.waitUntil(lambda: len(editor.told) == 1, timeout=2000)


def test_an_enlarged_close_up_can_be_painted(qtbot, editor) -> None:
    editor._board.enlarge("face")
    stroke(qtbot, editor._board._large, (500, 240), (510, 242))
    assert editor.told[0][1].points[0] == pytest.approx((4000, 1920), abs=8)


def test_the_arrows_walk_over_regions_and_space_fills(qtbot, editor) -> None:
    back = view(editor, "back")
    back.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(back, Qt.Key.Key_Down)
    qtbot.keyClick(back, Qt.Key.Key_Down)
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert editor.told == [("ACTIVE", Fill("back_lower", 1))]
    assert back.accessibleDescription() == "Lower back"


@pytest.mark.parametrize("name", ["front", "back"])
def test_every_region_of_a_view_can_be_reached_with_the_arrows(qtbot, editor, name: str) -> None:
    start = first_region(view(editor, name).window_shown)
    reached, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        for direction in ("left", "right", "up", "down"):
            there = neighbour(here, direction)
            if there not in reached:
                reached.add(there)
                ahead.append(there)
    assert {r.code for r in reached} == {r.code for r in BODY.regions if r.view == name}


def test_the_wheel_zooms_and_the_middle_button_pans(qtbot, editor) -> None:
    front = view(editor, "front")
    before = front._viewport.scale
    front._viewport.zoom(QPointF(place(front, CHEST)), closer=True)
    assert front._viewport.scale > before
    under = front._viewport.cell(QPointF(100, 300))
    qtbot.mousePress(front, MIDDLE, pos=QPoint(100, 300))
    qtbot.mouseMove(front, QPoint(110, 310))
    qtbot.mouseRelease(front, MIDDLE, pos=QPoint(110, 310))
    moved = front._viewport.cell(QPointF(110, 310))
    assert (moved.x(), moved.y()) == pytest.approx((under.x(), under.y()), abs=1)
    assert editor.told == []


def test_zooming_keeps_the_cell_under_the_pointer(editor) -> None:
    front = view(editor, "front")
    at = QPointF(place(front, ABDOMEN))
    before = front._viewport.cell(at)
    for _ in range(5):
        front._viewport.zoom(at, closer=True)
    after = front._viewport.cell(at)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1)


def test_a_pen_paints_and_its_other_end_erases(qtbot, editor) -> None:
    front = view(editor, "front")
    at = QPointF(place(front, CHEST))
    for end in (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser):
        device = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            end,
            QInputDevice.Capability.Position,
            1,
            1,
        )
        for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletRelease):
            event = QTabletEvent(
                kind,
                device,
                at,
                QPointF(front.mapToGlobal(at)),
                0.5,
                0,
                0,
                0,
                0,
                0,
                Qt.KeyboardModifier.NoModifier,
                LEFT,
                LEFT,
            )
            QApplication.sendEvent(front, event)
            assert event.isAccepted()
    assert [op.level for _, op in editor.told] == [1, 0]
    assert painted(editor) == 0


def test_read_only_shows_and_does_not_paint(qtbot, editor) -> None:
    drawing = Drawing(BODY)
    drawing.apply(Layer.ACTIVE, Fill("chest", 2))
    editor.load(drawing)
    editor.set_read_only(True)
    front = view(editor, "front")
    stroke(qtbot, front, ABDOMEN)
    qtbot.keyClick(front, Qt.Key.Key_Down)
    qtbot.keyClick(front, Qt.Key.Key_Space)
    qtbot.keyClick(front, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.told == []
    assert editor.drawing().entries == drawing.entries
    assert not button(editor, "Undo").isEnabled()


def test_a_drawing_opened_from_its_cache_is_shown_and_undone(qtbot, editor) -> None:
    drawing = Drawing(BODY)
    drawing.apply(Layer.ACTIVE, Fill("chest", 2))
    drawing.apply(Layer.ACTIVE, Fill("abdomen", 1))
    editor.load(Drawing.from_ops(BODY, drawing.entries, drawing.cache()))
    editor.undo()
    assert painted(editor) == total_of(Fill("chest", 2))


def total_of(*fills: Fill) -> Fraction:
    return total(Drawing.from_ops(BODY, [(Layer.ACTIVE, f) for f in fills]).masks[Layer.ACTIVE])


LEG = [r.code for r in BODY.regions if r.group == "leg_R"]


@pytest.mark.parametrize(
    ("regions", "figure", "said", "second_rater"),
    [
        (["abdomen"], "8.34", "Not above 18 %", False),
        (["chest", "abdomen"], "17.06", "Not above 18 %", True),
        (LEG, "18.00", "Exactly 18 %: not above 18 %", True),
        ([*LEG, "perineum"], "19.00", "Above 18 %: the body surface criterion is met", True),
        ([*LEG, "abdomen"], "26.34", "Above 18 %: the body surface criterion is met", False),
    ],
    ids=["far below", "in the band", "exactly 18", "just above", "far above"],
)
def test_the_verdict_is_in_words(
    editor, regions: list[str], figure: str, said: str, second_rater: bool
) -> None:
    drawing = Drawing(BODY)
    for region in regions:
        drawing.apply(Layer.ACTIVE, Fill(region, 1))
    editor.load(drawing)
    texts = shown_texts(editor)
    assert figure in texts
    assert said in texts
    assert any("second rater" in text for text in texts) is second_rater


def test_damage_stands_beside_and_never_moves_the_verdict(editor) -> None:
    drawing = Drawing(BODY)
    for region in (*LEG, "perineum"):
        drawing.apply(Layer.DAMAGE, Fill(region, 1))
    editor.load(drawing)
    assert {"0.00", "19.00 %", "Not above 18 %"} <= set(shown_texts(editor))


def test_figures_follow_a_stroke_in_the_making(qtbot, editor) -> None:
    front = view(editor, "front")
    qtbot.mousePress(front, LEFT, pos=place(front, CHEST))
    qtbot.waitUntil(lambda: "0.05" in shown_texts(editor), timeout=500)
    qtbot.mouseRelease(front, LEFT, pos=place(front, CHEST))


def test_the_table_has_the_clasi_rows_and_the_perineum(editor, qtmodeltester) -> None:
    model = editor.findChild(LocationModel)
    qtmodeltester.check(model)
    rows = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert rows[0] == "Scalp"
    assert rows[12:] == ["Feet", "Genitals and perineum"]


def test_the_table_shows_share_surface_and_highest_level(editor) -> None:
    drawing = Drawing(BODY)
    drawing.apply(Layer.ACTIVE, Fill("foot_R_front", 3))
    editor.load(drawing)
    model = editor.findChild(LocationModel)
    assert [model.index(12, n).data() for n in range(1, 4)] == ["27.9", "0.92", "3"]
    assert [model.index(0, n).data() for n in range(1, 4)] == ["", "", ""]


def test_a_location_can_be_pointed_out(editor) -> None:
    editor.highlight_location("02")
    front = view(editor, "front")
    assert front.accessibleDescription().startswith("Left ear, front, Right ear, front")
    editor.highlight_location(None)
    assert front.accessibleDescription() == ""


def test_the_brush_is_measured_on_the_patient() -> None:
    assert round(diameter_cm(14 * 8), 1) == Fraction("2.6")
    assert dab_percent(BODY, 14 * 8) == Fraction(18 * 616, 206636)
    assert dab_percent(BODY, 69 * 8, BODY.region("uparm_R_front")) == pytest.approx(1, abs=0.03)


def test_every_view_says_what_it_is(editor) -> None:
    names = {each.accessibleName() for each in editor.findChildren(MapView)}
    assert "FRONT patient's RIGHT patient's LEFT" in names
    assert all(names)


def test_paint_is_seen_where_it_was_painted(editor) -> None:
    """The picture of the front is redder inside a filled region than before, and only there."""
    front = view(editor, "front")
    before = front.grab().toImage()
    drawing = Drawing(BODY)
    drawing.apply(Layer.ACTIVE, Fill("abdomen", 3))
    editor.load(drawing)
    after = front.grab().toImage()
    inside, outside = place(front, ABDOMEN), place(front, (500, 1300))
    assert after.pixelColor(inside).red() < before.pixelColor(inside).red() - 50
    assert after.pixelColor(outside) == before.pixelColor(outside)


def test_fifty_thousand_paint_calls_do_not_end_the_process(qapp) -> None:
    """PySide6 6.12.0 gives back a None it does not own; 50,000 calls end the process (ADR 5)."""
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    for n in range(50_000):
        painter.setOpacity(n % 100 / 100)
        painter.fillRect(n % 60, 3, 4, 4, Qt.GlobalColor.red)
    painter.end()
    assert image.pixelColor(1, 5).isValid()


def test_none_keeps_its_references(qapp) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100


def test_a_stroke_that_reaches_the_other_half_of_the_canvas_stays_in_its_view(
    qtbot, editor
) -> None:
    front = view(editor, "front")
    editor._brush.resize(60 * 8)
    stroke(qtbot, front, (990, 1060), (996, 1080))
    (_, op), mask = editor.told[0], editor.drawing().masks[Layer.ACTIVE]
    assert isinstance(op, Stroke)
    assert {r.view for r in BODY.regions if mask.count(r, 1)} == {"front"}


def speak(window, language: Language) -> None:
    """Let the window speak a language; the fixture gives English back."""
    window._translations.use(language)


def apart(boxes: list[QRectF], room: QRectF) -> bool:
    inside = all(room.contains(box) for box in boxes)
    return inside and not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


LANGUAGES = pytest.mark.parametrize("language", list(Language))


@LANGUAGES
def test_title_and_sides_of_no_view_lie_over_one_another(qtbot, window, language) -> None:
    speak(window, language)
    for shown in on_a_page(qtbot, language).findChildren(MapView):
        if shown.isVisible():
            written = caption(shown.window_shown, shown.width())
            assert apart([each.box for each in written], QRectF(shown.rect()))
            for n, each in enumerate(written):
                face = theme.font(theme.META, 400 if n else 600)
                assert text_width(each.text, face) <= each.box.width()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, ["FRONT", "patient's RIGHT", "patient's LEFT"]),
        (Language.ES, ["DELANTE", "DCHA. del pac.", "IZDA. del pac."]),
    ],
    ids=["en", "es"],
)
def test_whose_side_it_is_stands_above_the_figure(qtbot, window, language, said) -> None:
    speak(window, language)
    front = view(on_a_page(qtbot, language), "front")
    assert [each.text for each in caption(front.window_shown, front.width())] == said


@LANGUAGES
@pytest.mark.parametrize("width", range(70, 700, 15))
def test_the_sides_are_told_whole_however_narrow_a_view_is(window, language, width: int) -> None:
    speak(window, language)
    for shown in (windows.front(), windows.back()):
        title, *sides = caption(shown, width)
        assert apart([title.box, *(side.box for side in sides)], QRectF(0, 0, width, 22))
        assert tuple(side.text for side in sides) in shown.sides
        assert all(text_width(s.text, theme.font(theme.META)) <= s.box.width() for s in sides)


@LANGUAGES
def test_the_words_of_every_tool_fit_their_button(qtbot, window, language) -> None:
    speak(window, language)
    editor = on_a_page(qtbot, language)
    face = theme.font(theme.LABEL, 600)
    choices = [
        s for group in editor.findChildren(Segments) for s in group.findChildren(QAbstractButton)
    ]
    assert len(choices) == 5
    assert [c.text() for c in choices if text_width(c.text(), face) > c.width() - 8] == []


@LANGUAGES
def test_every_place_fits_the_rail_when_it_is_marked(desk, language) -> None:
    speak(desk.program, language)
    rail = desk.view.findChild(NavRail)
    assert rail.minimumSizeHint().height() <= 700
    entries = [e for e in rail.findChildren(QAbstractButton) if e.text()]
    assert len(entries) == 10
    face = theme.font(theme.BODY, 600)
    assert [e.text() for e in entries if text_width(e.text(), face) > e.width() - 22] == []
