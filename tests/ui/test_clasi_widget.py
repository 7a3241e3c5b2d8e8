import gc
import weakref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ordi_crf.core import clasi
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.schema import Choice, Language
from ordi_crf.ui import theme
from ordi_crf.ui.clasi.cell import Cell
from ordi_crf.ui.clasi.hint import HintLine
from ordi_crf.ui.clasi.instrument import ClasiInstrument
from ordi_crf.ui.components.button import Button
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.figures import TrendCard
from ordi_crf.ui.components.finding_card import Notice
from ordi_crf.ui.grades import CELL_MIN
from ordi_crf.ui.theme import Tone

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

ROWS = [row.value for row in LOCATIONS.codes]
GRID = [
    (row, item.name)
    for row in ROWS
    for item in AREAS.items
    if row not in item.not_in_rows
]  # fmt: skip
AREA_KEYS = len(GRID)
SIZES = pytest.mark.parametrize(
    "size", [(1052, 712), (1138, 690), (1692, 992)], ids=["1280x800", "1366x768", "1920x1080"]
)


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.apply(qapp, False)


@pytest.fixture
def page(qtbot):
    instrument = ClasiInstrument(Language.EN)
    qtbot.addWidget(instrument)
    instrument.resize(1052, 712)
    instrument.show()
    instrument.activateWindow()
    qtbot.waitUntil(instrument.isActiveWindow)
    instrument.focus_first_blank()
    return instrument


def cell(page, name):
    return page.findChild(Cell, name)


def here(page):
    return page.focusWidget().objectName()


def keys(page, text):
    """Type into whatever has the keyboard, as a person does."""
    for character in text:
        QTest.keyClick(page.focusWidget(), character)


def words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def chip(page):
    """Return what the severity of activity is told as."""
    return next(c for c in page.findChildren(Chip) if c.isVisible()).text()


def answers(page):
    heard = []
    page.answered.connect(lambda *answer: heard.append(answer[:4]))
    return heard


def full(**changes):
    """A complete assessment, all absent but for the changes, as `CLERY_10=2`."""
    areas = {row: {item.name: "0" for item in AREAS.items} for row in ROWS}
    areas["01"]["CLSCR"] = None
    once = {"CLMUC": "0", "CLHAIR": "0", "CLALOP": "0", "CLSSCR": "0"}
    for name, value in changes.items():
        item, _, row = name.partition("_")
        if row:
            areas[row][item] = value
        else:
            once[item] = value
    return areas, once


def test_there_is_a_cell_for_every_item_of_the_definition(page):
    expected = {f"{item}.{row}" for row, item in GRID}
    expected |= {item.name for item in ONCE.items if isinstance(item, Choice)}
    assert {c.objectName() for c in page.findChildren(Cell)} == expected


def test_the_scalp_has_no_scarring_cell(page):
    assert cell(page, "CLSCR.01") is None


def test_one_key_a_cell_in_reading_order(page):
    heard = answers(page)
    keys(page, "0" * AREA_KEYS)
    assert heard == [(AREAS.name, row, item, "0") for row, item in GRID]
    assert here(page) == ONCE.items[0].name


def test_a_whole_assessment_can_be_typed_without_leaving_the_keys(page):
    keys(page, "1" * AREA_KEYS + "1" + "1" + "2" + "4" + "2")
    score = clasi.score(page._areas, page._once)
    assert score.activity.total == 13 + 13 + 1 + 1 + 2
    assert score.damage.total == 13 * 2 + 12 + 4


def test_no_key_is_dropped_at_ten_milliseconds_a_key(page):
    heard = answers(page)
    pattern = [str(n % 2) for n in range(AREA_KEYS)]
    for key in pattern:
        QTest.keyClick(page.focusWidget(), key, Qt.KeyboardModifier.NoModifier, 10)
    assert [answer[3] for answer in heard] == pattern


def test_typing_stops_before_the_assessors_name(page):
    areas, once = full(CLERY_02="1", CLDYS_03="1")
    page.set_values(areas, once)
    cell(page, "CLSSCR").setFocus()
    keys(page, "3")
    assert here(page) == "CLDYDUR"
    keys(page, "2" + "1")
    assert here(page) == "CLDYDUR"
    assert page.findChild(QLineEdit, "QSEVAL").text() == ""


def test_enter_goes_on_to_the_assessors_name(page):
    page.set_values(*full())
    cell(page, "CLSSCR").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert here(page) == "QSEVAL"


def test_tab_walks_the_definition(page):
    seen = [here(page)]
    for _ in range(AREA_KEYS + len(ONCE.items) - 2):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(here(page))
    once = [item.name for item in ONCE.items if item.name != clasi.DURATION]
    assert seen == [f"{item}.{row}" for row, item in GRID] + once


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("CLERY.05", Qt.Key.Key_Right, "CLSCL.05"),
        ("CLSCL.05", Qt.Key.Key_Down, "CLSCL.06"),
        ("CLSCL.05", Qt.Key.Key_Left, "CLERY.05"),
        ("CLERY.05", Qt.Key.Key_Left, "CLERY.05"),
        ("CLSCR.05", Qt.Key.Key_Right, "CLSCR.05"),
        ("CLSCR.02", Qt.Key.Key_Up, "CLSCR.02"),
        ("CLDYS.01", Qt.Key.Key_Right, "CLDYS.01"),
        ("CLSCR.13", Qt.Key.Key_Down, "CLMUC"),
        ("CLMUC", Qt.Key.Key_Down, "CLHAIR"),
        ("CLHAIR", Qt.Key.Key_Right, "CLHAIR"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_arrows_move_in_two_dimensions(page, start, key, end):
    cell(page, start).setFocus()
    QTest.keyClick(page.focusWidget(), key)
    assert here(page) == end


def test_coming_back_up_into_the_grid_keeps_the_column(page):
    cell(page, "CLDYS.12").setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(page.focusWidget(), key)
    assert here(page) == "CLDYS.13"


def test_a_point_blanks_a_cell_and_stays(page):
    page.set_values(*full())
    heard = answers(page)
    cell(page, "CLERY.05").setFocus()
    keys(page, ".")
    assert heard == [(AREAS.name, "05", "CLERY", None)]
    assert here(page) == "CLERY.05"


def test_a_digit_that_is_no_grade_moves_nothing_and_is_said(page):
    heard = answers(page)
    keys(page, "0" + "3")
    assert heard == [(AREAS.name, "01", "CLERY", "0")]
    assert here(page) == "CLSCL.01"
    assert page.findChild(HintLine).accessibleName().endswith("3 is no answer here: 0, 1, 2")


@pytest.mark.parametrize("key", ["0", "3", "4", "5", "6"])
def test_scarring_of_the_scalp_is_typed_as_its_score(page, key):
    cell(page, "CLSSCR").setFocus()
    keys(page, key)
    assert cell(page, "CLSSCR").value() == key


@pytest.mark.parametrize("key", ["1", "2", "7"])
def test_scarring_of_the_scalp_refuses_what_no_quadrant_gives(page, key):
    cell(page, "CLSSCR").setFocus()
    keys(page, key)
    assert cell(page, "CLSSCR").value() is None


def test_enter_accepts_the_proposal_and_goes_on(page):
    page.set_proposals({"01": 2})
    heard = answers(page)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert heard == [(AREAS.name, "01", "CLERY", "2")]
    assert here(page) == "CLSCL.01"


def test_a_proposal_is_not_scored(page):
    page.set_proposals({"13": 3})
    assert clasi.score(page._areas, page._once).activity.so_far == 0


def test_the_proposal_of_the_focused_cell_is_explained(page):
    page.set_proposals({"01": 2, "13": 1})
    assert "Scalp: painted as 2, red." in words(page)


def test_proposals_elsewhere_are_named_and_lead_there(page):
    page.set_proposals({"12": 2, "13": 1})
    assert "Painted, not yet scored: Legs, Feet." in words(page)
    link = next(b for b in page.findChildren(Button) if b.text() == "Go to the first")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert here(page) == "CLERY.12"


def test_the_levels_of_the_focused_item_are_worded(page):
    cell(page, "CLERY.10").setFocus()
    said = page.findChild(HintLine).accessibleName()
    assert "2 Red" in said
    assert "1 Pink; faint erythema" in said


def test_nothing_missing_makes_a_total_with_its_severity(page):
    page.set_values(*full(CLERY_10="3", CLERY_11="3", CLERY_12="3", CLSCL_10="1"))
    assert "Activity" in words(page)
    assert "all 29 items answered" in words(page)


def test_one_blank_makes_it_a_sum_so_far(page):
    page.set_values(*full(CLERY_10=None))
    assert "Activity so far" in words(page)
    assert "1 of 29 items missing: no total yet" in words(page)


@pytest.mark.parametrize("lacking", ["CLERY_10", "CLMUC"], ids=["a cell", "an item asked once"])
def test_a_sum_so_far_is_not_compared_with_the_baseline(page, lacking):
    page.set_values(*full(**{"CLERY_11": "1", lacking: None}))
    page.set_history([("Scr", 16), ("W2", None)], 16)
    assert page.findChild(TrendCard).accessibleDescription() == "no total yet"
    assert not any("−" in text or "%" in text for text in words(page))


def test_nothing_answered_is_not_compared_with_the_baseline(page):
    page.set_history([("Scr", 24), ("W2", None)], 24)
    assert page.findChild(TrendCard).accessibleDescription() == "no total yet"


def test_the_last_missing_item_brings_the_change(page):
    page.set_values(*full(CLERY_11="1", CLERY_10=None))
    page.set_history([("Scr", 16), ("W2", None)], 16)
    cell(page, "CLERY.10").setFocus()
    keys(page, "3")
    assert page.findChild(TrendCard).accessibleDescription() == "−12 −75 %"


@pytest.mark.parametrize(
    ("reddest", "band"),
    [(3, "mild"), (4, "moderate"), (7, "severe")],
    ids=["9 points", "12 points", "21 points"],
)
def test_a_sum_so_far_is_the_least_severity_there_is(page, reddest, band):
    red = {f"CLERY_{row}": "3" for row in ROWS[:reddest]}
    page.set_values(*full(**red, CLMUC=None))
    assert chip(page).startswith(f"at least {band}")
    page.set_values(*full(**red))
    assert chip(page).startswith(band)


@pytest.mark.parametrize(
    ("baseline", "told"),
    [
        (24, "−15 −62.5 %"),
        (9, "0 0 %"),
        (3, "+6 +200 %"),
        (0, "+9"),
        (None, "no baseline yet"),
    ],
    ids=["better", "same", "worse", "from nothing", "none"],
)
def test_the_change_from_baseline_is_exact(page, baseline, told):
    page.set_values(*full(CLERY_10="3", CLERY_11="3", CLERY_12="3"))
    page.set_history([("Scr", baseline), ("W2", None)], baseline)
    assert page.findChild(TrendCard).accessibleDescription() == told


def test_doubling_is_in_sight(page):
    page.set_values(*full(CLDYS_03="1", CLDYS_04="1", CLSCR_03="1", CLDYDUR="GE12"))
    assert "dyspigmentation 2 × 2 (≥ 12 months), scarring 1" in words(page)


def test_duration_is_not_asked_while_no_dyspigmentation_is_scored(page):
    page.set_values(*full())
    assert not cell(page, "CLDYDUR").isEnabled()
    assert "all 27 items answered" in words(page)


def test_duration_is_asked_as_soon_as_dyspigmentation_is_scored(page):
    page.set_values(*full())
    cell(page, "CLDYS.03").setFocus()
    keys(page, "1")
    assert cell(page, "CLDYDUR").isEnabled()
    assert "1 of 27 items missing: no total yet" in words(page)


def test_a_duration_no_longer_needed_can_still_be_cleared(page):
    page.set_values(*full(CLDYDUR="GE12"))
    assert cell(page, "CLDYDUR").isEnabled()


def test_showing_values_reports_nothing(page):
    heard = answers(page)
    page.set_values(*full(CLERY_10="3"))
    assert heard == []
    assert cell(page, "CLERY.10").value() == "3"


def test_values_shown_are_not_changed_under_the_one_who_gave_them(page):
    areas, once = full()
    page.set_values(areas, once)
    cell(page, "CLERY.05").setFocus()
    keys(page, "3")
    assert areas["05"]["CLERY"] == "0"


def test_read_only_takes_no_answer(page):
    page.set_values(*full())
    page.set_read_only(True)
    heard = answers(page)
    cell(page, "CLERY.05").setFocus()
    keys(page, "3")
    keys(page, ".")
    assert heard == []


def test_the_assessor_is_reported_when_the_field_is_left(page):
    heard = answers(page)
    line = page.findChild(QLineEdit, "QSEVAL")
    line.setFocus()
    QTest.keyClicks(line, "M. Soler")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard == [(ONCE.name, "", "QSEVAL", "M. Soler")]


def test_a_finding_reports_what_is_to_be_done(qtbot, page):
    page.set_findings(
        [Notice("MAP.07", "check", Tone.WARN, "Chest.", "", (("map", "Open the map"),))]
    )
    link = next(b for b in page.findChildren(Button) if b.text() == "Open the map")
    with qtbot.waitSignal(page.finding_action) as caught:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert caught.args == ["MAP.07", "map"]


def test_the_history_of_a_cell_is_asked_for_by_its_place(qtbot, page):
    with qtbot.waitSignal(page.history_asked) as caught:
        cell(page, "CLERY.05").history_asked.emit()
    assert caught.args == [AREAS.name, "05", "CLERY"]


def test_cells_are_named_by_location_and_item(page):
    assert cell(page, "CLERY.05").accessibleName() == "V-area neck (frontal), Erythema"


@SIZES
@pytest.mark.parametrize("language", list(Language))
def test_everything_fits_and_nothing_overlaps(qtbot, size, language):
    page = ClasiInstrument(language)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    assert page.minimumSizeHint().height() <= size[1]
    boxes = []
    for widget in page.findChildren(Cell):
        box = widget.rect().translated(widget.mapTo(page, QPoint(0, 0)))
        assert page.rect().contains(box)
        assert box.width() >= CELL_MIN * 2
        boxes.append(box)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_a_click_answers_and_keeps_the_keyboard_there(page):
    target = cell(page, "CLERY.05")
    QTest.mouseClick(
        target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
    )
    assert target.value() == "0"
    assert here(page) == "CLERY.05"


def test_the_instrument_is_freed_with_its_last_reference(qapp):
    page = ClasiInstrument(Language.EN)
    kept = weakref.ref(page)
    del page
    gc.collect()
    assert kept() is None
    assert not [w for w in qapp.topLevelWidgets() if type(w) is QWidget and w.isVisible()]


def test_the_instrument_follows_the_theme_while_it_is_shown(page, qapp):
    theme.apply(qapp, True)
    shown = page.grab().toImage()
    assert shown.pixelColor(QPoint(40, 12)).name().upper() == theme.DARK.surface
    assert shown.pixelColor(QPoint(40, 600)).name().upper() == theme.DARK.surface
