"""A laboratory result as columns: as reported, converted, and blank where nothing is known."""

from __future__ import annotations

import pytest

from ordi_crf import forms
from ordi_crf.export.workbook.items import columns
from ordi_crf.export.workbook.sections import timing
from ordi_crf.forms.labs import FORM, RESULTS, TESTS
from ordi_crf.forms.schema import Language

LAB = columns(FORM, RESULTS, RESULTS.item("LBORRES"))


def cells(test, result, unit=None):
    told = {"LBORRES": result, "LBORRESU": unit}
    return {c.variable.name: c.cell(told, TESTS.row(test), Language.EN) for c in LAB}


@pytest.mark.parametrize(
    ("test", "result", "unit", "standard", "sign"),
    [
        pytest.param("CREAT", "1.2", "mg/dL", ("106.104", "106.104", "µmol/L"), None, id="factor"),
        pytest.param("CREAT", "106", "µmol/L", ("106", "106", "µmol/L"), None, id="same unit"),
        pytest.param("HGB", "<2.5", "g/dL", ("<25", "25", "g/L"), "<", id="beyond the range"),
        pytest.param("DSDNA", "30", "U/mL", (None, None, None), None, id="no way across"),
        pytest.param("HGB", "13", None, (None, None, None), None, id="unit not stated"),
        pytest.param("HGB", None, "g/dL", (None, None, None), None, id="no result"),
    ],
)
def test_a_result_is_written_as_reported_and_converted(test, result, unit, standard, sign):
    found = cells(test, result, unit)
    assert (found["LBORRES"], found["LBORRESU"], found["LBCENS"]) == (result, unit, sign)
    number = found["LBSTRESN"]
    text = None if number is None else str(number)
    assert (found["LBSTRESC"], text, found["LBSTRESU"]) == standard


def test_a_test_of_one_unit_has_it_where_there_is_a_result():
    assert cells("ALT", "40")["LBORRESU"] == "U/L"
    assert cells("ALT", None)["LBORRESU"] is None


def test_a_unit_has_no_column_of_its_own_beside_its_result():
    assert columns(FORM, RESULTS, RESULTS.item("LBORRESU")) == []


@pytest.mark.parametrize(("form", "item"), [("LB", "LBDAT"), ("SE", "SEDAT")])
def test_results_are_placed_in_time_by_the_date_of_their_sample(form, item):
    known = forms.form(form)
    assert timing(known, known.sections[1]).item == item
