"""Conversion of laboratory results: exact, with its sources, and never of an unknown unit."""

from __future__ import annotations

from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core import units
from ordi_crf.core.units import Quantity
from ordi_crf.forms.labs import TESTS, UNITS
from tests import builders

CONVERSIBLE = [(row, unit) for row in TESTS.codes for unit in row.units if unit.factor is not None]


@pytest.mark.parametrize(
    ("test", "value", "unit", "converted"),
    [
        pytest.param("CREAT", "1", "mg/dL", "88.42", id="creatinine by the factor of admiral"),
        pytest.param("CREAT", "1.2", "mg/dL", "106.104", id="creatinine 1.2 mg/dL"),
        pytest.param("CREAT", "106", "µmol/L", "106", id="creatinine as it stands"),
        pytest.param("HGB", "13.1", "g/dL", "131", id="haemoglobin"),
        pytest.param("C3", "0.62", "g/L", "62", id="complement"),
        pytest.param("PLAT", "150", "10³/µL", "150", id="thousands per µL are the same number"),
        pytest.param("PLAT", "29999", "/µL", "29.999", id="platelets per µL"),
        pytest.param("PROT24", "500", "mg/24 h", "0.5", id="protein of a day"),
        pytest.param("UPCR", "56.6", "mg/mmol", "0.5004572", id="protein over creatinine"),
        pytest.param("UPCR", "150", "mg/g", "0.15", id="the 150 mg/g of KDIGO"),
        pytest.param("ALT", "40", None, "40", id="a test of one unit"),
    ],
)
def test_a_result_is_converted_exactly(test, value, unit, converted):
    """F-LB-LBORRESU, RN-8842."""
    row = TESTS.row(test)
    assert units.standard(row, value, unit) == Quantity(D(converted), row.unit)


def test_a_ratio_in_si_units_is_what_kdigo_prints():
    """KDIGO 2012, appendix: mg/g times 0.113 is mg/mmol."""
    (factor,) = [u.factor for u in TESTS.row("UPCR").units if u.text == "mg/mmol"]
    assert round(1 / (factor * 1000), 3) == D("0.113")


@pytest.mark.parametrize(("row", "unit"), CONVERSIBLE, ids=lambda v: getattr(v, "value", v.text))
@given(value=st.decimals(0, 10**12, places=12, allow_nan=False, allow_infinity=False))
def test_no_conversion_ever_rounds(row, unit, value):
    assert Fraction(units.convert(value, unit)) == Fraction(value) * Fraction(unit.factor)


@pytest.mark.parametrize(
    ("test", "value", "unit"),
    [
        pytest.param("HGB", "13.1", None, id="unit not stated"),
        pytest.param("HGB", "13.1", "mg/dL", id="unit of another test"),
        pytest.param("DSDNA", "25", "U/mL", id="unit without a conversion"),
        pytest.param("ALT", "25", "g/L", id="another unit where there is one"),
        pytest.param("HGB", None, "g/L", id="no result"),
    ],
)
def test_what_cannot_be_converted_has_no_standard_value(test, value, unit):
    """DN-UNIT."""
    assert units.standard(TESTS.row(test), value, unit) is None


@pytest.mark.parametrize("sign", ["<", ">"])
def test_a_sign_outlives_its_conversion(sign):
    quantity = units.standard(TESTS.row("HGB"), f"{sign}2.5", "g/dL")
    assert (quantity.text, quantity.shown) == (f"{sign}25", f"= {sign}25 g/L")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("1.2", "≈ 106.1 µmol/L", id="rounded to four digits"),
        pytest.param("100", "= 8842 µmol/L", id="without rounding"),
        pytest.param("1000", "= 88420 µmol/L", id="large, without an exponent"),
    ],
)
def test_a_conversion_says_whether_it_is_rounded(value, shown):
    assert units.standard(TESTS.row("CREAT"), value, "mg/dL").shown == shown


@pytest.mark.parametrize(
    ("result", "below", "above"),
    [
        pytest.param("29.9", True, False, id="below"),
        pytest.param("30", False, False, id="at"),
        pytest.param("30.1", False, True, id="above"),
        pytest.param("<30", True, False, id="less than the limit"),
        pytest.param("<31", None, None, id="less than more"),
        pytest.param(">30", False, True, id="more than the limit"),
        pytest.param(">29", None, None, id="more than less"),
    ],
)
def test_a_limit_is_crossed_only_by_what_proves_it(result, below, above):
    quantity = units.standard(TESTS.row("PLAT"), result, "10⁹/L")
    assert (quantity.below(D(30)), quantity.above(D(30))) == (below, above)


def test_every_unit_of_a_test_can_be_chosen_and_no_other():
    assert {u.text for row in TESTS.codes for u in row.units} == {c.value for c in UNITS.codes}


@pytest.mark.parametrize("row", [r for r in TESTS.codes if r.units], ids=lambda r: r.value)
def test_limits_are_in_the_first_unit_of_a_choice(row):
    assert (row.units[0].text, row.units[0].factor) == (row.unit, 1)
    assert len({unit.text for unit in row.units}) == len(row.units) > 1


def test_a_result_is_read_from_its_record():
    cells = {"lb": {"HGB": {"LBORRES": "13", "LBORRESU": "g/dL"}}}
    assert units.result(builders.record("LB", cells), "HGB") == Quantity(D(130), "g/L")
    assert units.result(builders.record("LB", cells), "PLAT") is None
