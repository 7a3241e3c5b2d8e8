"""The SLEDAI-2K page: a key a descriptor, live totals, and suggestions that wait for a yes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ordi_crf.core.records import Status
from ordi_crf.forms.sledai import DESCRIPTORS
from ordi_crf.ui.components.chip import Chip
from tests.builders import answers, key

ROWS = [descriptor.value for descriptor in DESCRIPTORS]
LOW = {"LBORRES": "62", "LBORRESU": "mg/dL", "LBORNRLO": "85"}
HEADER = {"SVOCCUR": "Y", "VISDAT": "2010-03-15"}


@pytest.fixture
def index(desk):
    """The index open at a visit whose laboratory says that C3 is low."""
    file = desk.session.file
    file.answer(key("SV"), answers({"sv": {"": HEADER}}))
    lab = {"lb_sample": {"": {"LBDAT": "2010-03-15"}}, "lb": {"C3": LOW}}
    file.answer(key("LB"), answers(lab))
    desk.session._records = None
    desk.go("SLEDAI")
    return desk


def present(desk, row):
    return desk.field("SLPRES", row, "sledai_descriptor")


def value(desk, row, item="SLPRES"):
    return desk.value("SLEDAI", "sledai_descriptor", item, row)


def test_24_keys_score_the_index_and_the_total_follows(index):
    index.settle()
    index.keys("0" * 14 + "1" + "0" * 9)
    assert [value(index, row) for row in ROWS].count("1") == 1
    assert value(index, "RASH") == "1"
    assert index.says("of 105")
    assert index.says("low 1-4")
    assert index.focused() is index.field("SLJOINT", "", "sledai")


def test_there_is_no_total_while_a_descriptor_is_blank(index):
    index.keys("1")
    assert index.says("SLEDAI-2K so far")
    assert index.says("23 of 24 missing")


def test_six_and_more_is_active_disease(index):
    index.keys("0" * 14 + "111" + "0" * 7)
    chips = [c.text() for c in index.page.findChildren(Chip) if c.isVisible()]
    assert "active disease: 6 or more" in chips


def test_it_opens_at_the_first_blank(index):
    index.keys("00")
    index.go("LB")
    index.go("SLEDAI")
    assert index.focused() is present(index, "OBS")


@pytest.mark.parametrize(
    ("at", "step", "to"),
    [
        pytest.param("SEIZ", Qt.Key.Key_Down, "PSYC", id="down"),
        pytest.param("PSYC", Qt.Key.Key_Up, "SEIZ", id="up"),
        pytest.param("SEIZ", Qt.Key.Key_Up, "SEIZ", id="up at the top"),
        pytest.param("PSYC", Qt.Key.Key_Right, "ALOP", id="to the other column"),
        pytest.param("PYUR", Qt.Key.Key_Right, "LEUK", id="to a shorter column"),
        pytest.param("PYUR", Qt.Key.Key_Down, "PYUR", id="down at the end"),
    ],
)
def test_arrows_walk_the_index(index, at, step, to):
    present(index, at).setFocus()
    index.press(step)
    assert index.focused() is present(index, to)


def test_the_definition_of_the_descriptor_at_hand_is_on_screen(index):
    present(index, "PROT").setFocus()
    index.settle()
    assert index.says("More than 0.5 g in 24 hours, new or not.")
    assert index.says("Proteinuria, weight 4")


def test_the_laboratory_suggests_and_scores_nothing(index):
    assert index.says("Complement C3 62 mg/dL < 85")
    assert present(index, "COMP").proposal() == "1"
    assert value(index, "COMP") is None


def test_one_key_accepts_a_suggestion(index):
    present(index, "COMP").setFocus()
    index.press(Qt.Key.Key_Return)
    assert value(index, "COMP") == "1"
    assert index.focused() is present(index, "DNA")


def test_the_assessor_may_decide_otherwise(index):
    present(index, "COMP").setFocus()
    index.keys("0")
    assert value(index, "COMP") == "0"
    assert "Low complement" in " ".join(f.message.en for f in index.findings())


def test_return_without_a_suggestion_answers_nothing(index):
    present(index, "SEIZ").setFocus()
    index.press(Qt.Key.Key_Return)
    assert value(index, "SEIZ") is None
    assert index.focused() is present(index, "PSYC")


def test_a_key_leads_to_what_a_finding_is_attributed_to(index):
    present(index, "THRO").setFocus()
    index.keys("t")
    index.keys("lenalidomide")
    index.tab()
    assert value(index, "THRO", "SLATTR") == "lenalidomide"


def test_a_complete_index_takes_no_suggestions(index):
    cells = {row: {"SLPRES": "0"} for row in ROWS}
    index.session.file.answer(key("SLEDAI"), answers({"sledai_descriptor": cells}))
    index.session.set_status(key("SLEDAI"), Status.COMPLETE)
    index.settle()
    assert present(index, "COMP").proposal() is None
    assert index.says("Complement C3 62 mg/dL < 85")
