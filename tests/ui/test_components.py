import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ordi_crf.ui import theme
from ordi_crf.ui.components.button import Button, Kind
from ordi_crf.ui.components.chip import Chip
from ordi_crf.ui.components.empty_state import EmptyState
from ordi_crf.ui.components.figures import ScoreCard, TrendCard, TrendLine
from ordi_crf.ui.components.finding_card import FindingCard, FindingList, Notice
from ordi_crf.ui.components.focus_ring import FocusRing, ringed
from ordi_crf.ui.components.nav_rail import NavRail
from ordi_crf.ui.components.painting import text_width, wrapped
from ordi_crf.ui.components.state import Legend, State, StatusIcon, paint_state, state_word
from ordi_crf.ui.components.top_bar import TopBar
from ordi_crf.ui.theme import Tone

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

PLACES = [("home", "Dashboard"), ("subjects", "Subjects"), ("audit", "Audit trail")]


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.apply(qapp, False)


def sign(state, t=theme.LIGHT):
    """The sign of a state as a grey picture: what a photocopy keeps of it."""
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(theme.color(t.surface))
    painter = QPainter(image)
    paint_state(painter, QRect(0, 0, 48, 48), state, t)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one, other):
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(x - y) > 48 for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize("t", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_states_differ_without_colour(t):
    signs = {state: sign(state, t) for state in State}
    close = [(a, b) for a in State for b in State if a < b and difference(signs[a], signs[b]) < 60]
    assert close == []


def test_every_state_has_a_word(qapp):
    assert len({state_word(state) for state in State}) == len(State)


def test_the_legend_names_every_state(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    named = {icon.accessibleName() for icon in legend.findChildren(StatusIcon)}
    assert named == {state_word(state) for state in State}


def test_a_place_of_the_rail_says_where_to_go(qtbot):
    rail = NavRail("ORDI CRF", "NCT01408199")
    qtbot.addWidget(rail)
    rail.set_places([PLACES])
    rail.show()
    with qtbot.waitSignal(rail.place_chosen) as caught:
        qtbot.mouseClick(rail.findChild(QWidget, "audit"), Qt.MouseButton.LeftButton)
    assert caught.args == ["audit"]


def test_choosing_a_place_does_not_mark_it_until_the_window_is_there(qtbot):
    rail = NavRail("ORDI CRF", "NCT01408199")
    qtbot.addWidget(rail)
    rail.set_places([PLACES])
    rail.select("home")
    rail.show()
    audit = rail.findChild(QWidget, "audit")
    qtbot.mouseClick(audit, Qt.MouseButton.LeftButton)
    assert not audit.isChecked()
    rail.select("audit")
    assert audit.isChecked()


def test_arrows_walk_the_rail(qtbot):
    rail = NavRail("ORDI CRF", "NCT01408199")
    qtbot.addWidget(rail)
    rail.set_places([PLACES])
    rail.show()
    rail.findChild(QWidget, "home").setFocus()
    qtbot.keyClick(rail.focusWidget(), Qt.Key.Key_Down)
    assert rail.focusWidget().objectName() == "subjects"


def test_the_rail_asks_who_takes_over(qtbot):
    rail = NavRail("ORDI CRF", "NCT01408199")
    qtbot.addWidget(rail)
    rail.set_actor("M. Soler", "Investigator")
    rail.show()
    actor = next(w for w in rail.findChildren(QWidget) if w.accessibleName().startswith("M. Soler"))
    with qtbot.waitSignal(rail.switch_asked):
        qtbot.mouseClick(actor, Qt.MouseButton.LeftButton)


def test_all_parts_of_the_trail_but_the_last_lead_back(qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.set_trail(["Subject 01-004", "Week 2", "CLASI"])
    bar.show()
    steps = [b for b in bar.findChildren(Button) if b.isVisible()]
    assert [b.text() for b in steps] == ["Subject 01-004", "Week 2"]
    with qtbot.waitSignal(bar.trail_chosen) as caught:
        qtbot.mouseClick(steps[1], Qt.MouseButton.LeftButton)
    assert caught.args == [1]


def test_quiet_actions_report_their_code(qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.set_quiet([("print", "Print"), ("history", "History")])
    bar.show()
    button = next(b for b in bar.findChildren(Button) if b.text() == "History")
    with qtbot.waitSignal(bar.quiet_chosen) as caught:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert caught.args == ["history"]


def test_a_page_without_a_primary_action_shows_none(qtbot):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.set_primary("Complete form")
    bar.show()
    button = next(b for b in bar.findChildren(Button) if b.text() == "Complete form")
    assert button.isVisible()
    bar.set_primary("")
    assert not button.isVisible()


def test_an_empty_state_offers_its_action(qtbot):
    empty = EmptyState("No events", "Record what happened.", "New event")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.asked):
        qtbot.mouseClick(empty.findChild(Button), Qt.MouseButton.LeftButton)


def test_a_chip_that_leads_nowhere_takes_no_focus(qtbot):
    still, leading = Chip("check"), Chip("3 due", leads=True)
    qtbot.addWidget(still)
    qtbot.addWidget(leading)
    assert still.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert leading.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_link_of_a_finding_says_which_finding_and_what(qtbot):
    notice = Notice("MAP.7", "check", Tone.WARN, "Chest.", "", (("keep", "Keep and explain"),))
    card = FindingCard(notice)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.acted) as caught:
        qtbot.mouseClick(card.findChild(Button), Qt.MouseButton.LeftButton)
    assert caught.args == ["MAP.7", "keep"]


def test_the_same_findings_are_not_drawn_again(qtbot):
    findings = FindingList("Findings", "Nothing to look at.")
    qtbot.addWidget(findings)
    notice = Notice("MAP.7", "check", Tone.WARN, "Chest.")
    findings.set_notices([notice])
    card = findings.findChild(FindingCard)
    findings.set_notices([notice])
    assert findings.findChild(FindingCard) is card


def test_a_score_is_said_to_who_cannot_see_it(qtbot):
    card = ScoreCard()
    qtbot.addWidget(card)
    card.set_score("Activity so far", "15", "of 70")
    card.set_sentence("2 of 29 items missing: no total yet", Tone.WARN)
    assert card.accessibleName() == "Activity so far: 15 of 70"
    assert card.accessibleDescription() == "2 of 29 items missing: no total yet"


def test_a_trend_draws_through_a_missing_visit(qtbot):
    card = TrendCard("Change from baseline")
    qtbot.addWidget(card)
    card.resize(276, 130)
    card.set_points([("Scr", 24), ("D1", None), ("W2", 15)])
    card.show()
    assert not card.grab().isNull()
    assert card.findChild(TrendLine).accessibleDescription() == "Scr 24, W2 15"


@pytest.mark.parametrize("points", [[], [("Scr", None)], [("Scr", 0)]], ids=["none", "blank", "0"])
def test_a_trend_can_be_short(qtbot, points):
    line = TrendLine()
    qtbot.addWidget(line)
    line.resize(160, 84)
    line.set_points(points)
    assert not line.grab().isNull()


def window_of(qtbot, *controls):
    window = QWidget()
    column = QVBoxLayout(window)
    for control in controls:
        column.addWidget(control)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_ring_lies_three_pixels_off_the_control_that_has_the_keyboard(qtbot):
    first, second = Button("Print"), Button("Sign")
    window = window_of(qtbot, first, second)
    second.setFocus()
    ring = window.findChild(FocusRing)
    assert ring.isVisible()
    assert ring.geometry() == second.geometry().adjusted(-5, -5, 5, 5)


def test_the_ring_follows_a_control_that_moves(qtbot):
    button = Button("Print")
    window = window_of(qtbot, button)
    button.setFocus()
    button.move(40, 60)
    assert window.findChild(FocusRing).geometry() == button.geometry().adjusted(-5, -5, 5, 5)


def test_the_ring_goes_when_the_focus_does(qtbot):
    button, plain = Button("Print"), QLineEdit()
    window = window_of(qtbot, button, plain)
    button.setFocus()
    plain.setFocus()
    assert not window.findChild(FocusRing).isVisible()


def test_the_ring_outlives_the_window_it_was_in(qtbot):
    first = Button("Print")
    window = window_of(qtbot, first)
    first.setFocus()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    with qtbot.waitSignal(window.destroyed):
        window.close()
    second = Button("Sign")
    other = window_of(qtbot, second)
    second.setFocus()
    assert other.findChild(FocusRing).isVisible()


def test_a_plain_field_may_wear_the_ring(qtbot):
    field = QLineEdit()
    ringed(field)
    window = window_of(qtbot, field)
    field.setFocus()
    assert window.findChild(FocusRing).isVisible()


@pytest.mark.parametrize("kind", list(Kind))
def test_a_button_repaints_when_the_theme_changes(qapp, qtbot, kind):
    button = Button("Complete form", kind)
    qtbot.addWidget(button)
    button.show()
    light = button.grab().toImage()
    theme.apply(qapp, True)
    assert button.grab().toImage() != light


def test_a_page_of_components_is_freed_with_its_last_reference(qtbot):
    bar = TopBar()
    bar.set_trail(["Subject 01-004", "CLASI"])
    bar.set_quiet([("print", "Print")])
    kept = weakref.ref(bar)
    del bar
    gc.collect()
    assert kept() is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Erythema", ["Erythema"]),
        ("Scarring/atrophy/panniculitis", ["Scarring/atrophy/", "panniculitis"]),
        ("Dyspigmentation", ["Dyspigmentation"]),
    ],
    ids=["fits", "broken at a slash", "cannot be broken"],
)
def test_a_heading_is_broken_where_both_lines_are_shortest(qapp, text, lines):
    face = theme.font(theme.LABEL, 600)
    width = text_width("Erythema", face) + 1
    assert wrapped(text, face, width) == lines


def test_an_icon_is_coloured_by_the_theme(qapp, qtbot):
    from ordi_crf.ui.components.icons import Icon

    icon = Icon("history", Tone.ACCENT, "History of this item")
    qtbot.addWidget(icon)
    light = icon.grab().toImage()
    theme.apply(qapp, True)
    icon.event(QEvent(QEvent.Type.PaletteChange))
    assert icon.grab().toImage() != light
    assert icon.accessibleName() == "History of this item"
