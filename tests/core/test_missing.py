"""Null flavours: what is said of an item, a row or a section, and what it means for the checks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf import forms
from ordi_crf.core.clasi import score
from ordi_crf.core.derived import areas, clasi_score
from ordi_crf.core.missing import FLAVOURS, Missing, can_be_missing, of_item
from ordi_crf.core.validation import check
from ordi_crf.forms import bodymap
from ordi_crf.forms.clasi import ONCE
from tests.builders import clasi, record

TODAY = "2010-03-15"
ND, UNK = Missing("ND", "machine broken"), Missing("UNK")


def test_the_six_flavours_of_the_protocol_can_be_told_apart():
    assert [code.value for code in FLAVOURS.codes] == ["ND", "NA", "ASKU", "NASK", "UNK", "NAV"]
    words = {code.text for code in FLAVOURS.codes}
    assert len({text.en for text in words}) == len({text.es for text in words}) == 6


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({}, None, id="nothing was said"),
        pytest.param({("s", "r", "i"): ND}, ND, id="of the item"),
        pytest.param({("s", "r", ""): ND}, ND, id="of its row"),
        pytest.param({("s", "", ""): ND}, ND, id="of its section"),
        pytest.param({("s", "", ""): ND, ("s", "r", "i"): UNK}, UNK, id="the nearest counts"),
        pytest.param({("s", "q", ""): ND}, None, id="of another row"),
        pytest.param({("t", "", ""): ND}, None, id="of another section"),
    ],
)
def test_what_is_said_of_the_whole_holds_for_its_parts(said, expected):
    assert of_item(said, "s", "r", "i") == expected


def test_an_item_that_is_said_to_be_missing_is_not_asked_for_again():
    blank = record("DM", {"dm": {"": {}}})
    due = {f.item for f in check(forms.form("DM"), blank, TODAY)}
    said = replace(blank, flavours={("dm", "", "SEX"): UNK})
    assert due - {f.item for f in check(forms.form("DM"), said, TODAY)} == {"SEX"}
    whole = replace(blank, flavours={("dm", "", ""): UNK})
    assert check(forms.form("DM"), whole, TODAY) == []


def test_an_answer_is_never_missing():
    answered = record("DM", {"dm": {"": {"SEX": "F"}}})
    said = replace(answered, flavours={("dm", "", ""): ND})
    assert said.missing("dm", "", "SEX") is None
    assert said.missing("dm", "", "BRTHDAT") == ND


def test_a_missing_grade_leaves_the_score_unknown_and_is_not_zero():
    cells = {name: {row: dict(v) for row, v in rows.items()} for name, rows in clasi().items()}
    cells["clasi_area"]["07"]["CLERY"] = None
    said = replace(record("CLASI", cells), flavours={("clasi_area", "07", "CLERY"): ND})
    assert clasi_score(said).activity.total is None
    assert score(areas(said), said.values(ONCE)).damage.total == 0


def test_a_drawing_is_not_called_missing():
    strokes = next(s for s in bodymap.FORM.sections if s.repeating)
    assert not can_be_missing(strokes)
    assert all(can_be_missing(s) for form in forms.FORMS if form.oid != "BM" for s in form.sections)
