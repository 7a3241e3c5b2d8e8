"""The laboratory page: units beside results, what a laboratory reported last, renal function."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ordi_crf.core.records import Status
from ordi_crf.ui.components.button import Button
from tests.builders import answers, key

HOSPITAL = {"LBDAT": "2010-03-01", "LBNAM": "Hospital Clínic", "LBKIT": "Kit 7"}
EARLIER = {
    "lb_sample": {"": HOSPITAL},
    "lb": {
        "HGB": {"LBORRES": "12", "LBORRESU": "g/dL", "LBORNRLO": "12", "LBORNRHI": "16"},
        "ALT": {"LBORRES": "20", "LBORNRHI": "40"},
    },
}


@pytest.fixture
def known(desk):
    """A desk whose screening sample came from the hospital, and Day 1 open with its name."""
    desk.session.file.answer(key("LB", "SCR"), answers(EARLIER))
    desk.session.file.answer(
        key("LB"), answers({"lb_sample": {"": {**HOSPITAL, "LBDAT": "2010-03-15"}}})
    )
    desk.session._records = None
    desk.go("LB")
    return desk


def unit(desk, row):
    return desk.field("LBORRESU", row, "lb")


def result(desk, row):
    return desk.field("LBORRES", row, "lb")


def offered(desk):
    return desk.page.findChild(Button, "fill_ranges")


def test_a_result_asks_for_its_unit_and_a_key_states_it(desk):
    desk.go("LB")
    desk.type(result(desk, "CREAT"), "1.2")
    assert desk.says("State the unit of this result.")
    assert desk.focused() is unit(desk, "CREAT")
    desk.keys("2")
    assert desk.value("LB", "lb", "LBORRESU", "CREAT") == "mg/dL"
    assert desk.says("≈ 106.1 µmol/L")
    assert not desk.says("State the unit of this result.")


@pytest.mark.parametrize(("typed", "chosen"), [("1", "10⁹/L"), ("2", "10³/µL"), ("3", "/µL")])
def test_units_are_chosen_by_their_place(desk, typed, chosen):
    desk.go("LB")
    unit(desk, "PLAT").setFocus()
    desk.keys(typed)
    assert desk.value("LB", "lb", "LBORRESU", "PLAT") == chosen


def test_a_test_with_one_unit_names_it_and_asks_for_none(desk):
    desk.go("LB")
    assert not unit(desk, "ALT").isVisible()
    assert desk.says("U/L")


def test_a_count_in_thousands_per_microlitre_is_not_converted_on_screen(desk):
    desk.go("LB")
    desk.type(result(desk, "PLAT"), "150")
    desk.keys("2")
    assert not desk.says("= 150")


@pytest.mark.parametrize(
    ("step", "row"), [(Qt.Key.Key_Down, "PLAT"), (Qt.Key.Key_Up, "NEUT")], ids=["down", "up"]
)
def test_arrows_go_from_result_to_result(desk, step, row):
    desk.go("LB")
    result(desk, "LYM").setFocus()
    desk.press(step)
    assert desk.focused() is result(desk, row)


def test_an_arrow_skips_a_row_that_does_not_ask(desk):
    desk.go("LB")
    unit(desk, "CREAT").setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.focused() is unit(desk, "C3")


def test_an_arrow_at_the_last_row_stays(desk):
    desk.go("LB")
    result(desk, "UPCR").setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.focused() is result(desk, "UPCR")


def test_only_what_lies_outside_its_range_asks_for_significance(desk):
    desk.go("LB")
    desk.type(result(desk, "ALT"), "60")
    significance = desk.field("LBCLSIG", "ALT", "lb")
    assert not significance.isVisible()
    desk.type(desk.field("LBORNRHI", "ALT", "lb"), "40")
    assert significance.isVisible()
    assert desk.says("↑")
    significance.setFocus()
    desk.keys("n")
    assert desk.value("LB", "lb", "LBCLSIG", "ALT") == "N"
    assert significance.isVisible()


def test_one_button_fills_what_the_laboratory_reported_last(known):
    known.type(result(known, "HGB"), "13")
    assert "Hospital Clínic (as of 2010-03-01)" in offered(known).text()
    before = len(known.session.file.data().audit)
    known.click("fill_ranges")
    row = known.stored("LB").sections["lb"]["HGB"].values
    assert (row["LBORRESU"], row["LBORNRLO"], row["LBORNRHI"]) == ("g/dL", "12", "16")
    assert known.value("LB", "lb", "LBORNRHI", "ALT") == "40"
    assert len(known.session.file.data().audit) == before + 4
    assert not offered(known).isVisible()
    assert known.focused() is result(known, "WBC")


def test_what_was_entered_is_never_replaced(known):
    known.type(result(known, "HGB"), "130")
    known.keys("1")
    known.type(known.field("LBORNRHI", "ALT", "lb"), "35")
    assert not offered(known).isVisible()
    assert known.value("LB", "lb", "LBORRESU", "HGB") == "g/L"
    assert known.value("LB", "lb", "LBORNRHI", "ALT") == "35"


def test_an_unknown_laboratory_has_nothing_to_fill(known):
    assert offered(known).isVisible()
    known.type(known.field("LBNAM"), "Another")
    assert not offered(known).isVisible()


def test_a_complete_form_is_not_filled(known):
    known.session.set_status(key("LB"), Status.COMPLETE)
    known.settle()
    assert not offered(known).isVisible()


def test_renal_function_follows_the_creatinine(desk):
    patient = {"dm": {"": {"BRTHDAT": "1965-03-15", "SEX": "F"}}}
    desk.session.file.answer(key("DM", "SCR"), answers(patient))
    desk.session.file.answer(key("VS"), answers({"vs": {"": {"WEIGHT": "60"}}}))
    desk.session._records = None
    desk.go("LB")
    assert desk.says("Missing: creatinine, date of sample.")
    desk.type(desk.field("LBDAT"), "2010-03-15")
    desk.type(result(desk, "CREAT"), "1.9")
    assert desk.says("Missing: its unit.")
    desk.keys("2")
    for figure in ("28.6", "35.4", "31.3", "32.8"):
        assert desk.says(figure)
    assert desk.says("The equations fall on both sides of 30")
