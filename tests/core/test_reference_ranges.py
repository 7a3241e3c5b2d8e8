"""Units and ranges of a laboratory: taken from the latest sample, filled in, never replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.reference_ranges import Fill, Range, changed, fills, known, latest
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Severity
from tests import builders

HOSPITAL = "Hospital Clínic"


def sample(visit="D1", laboratory=HOSPITAL, kit=None, on="2010-03-01", **rows):
    """Return a laboratory record; each test is (result, unit, lower, upper)."""
    names = ("LBORRES", "LBORRESU", "LBORNRLO", "LBORNRHI")
    cells = {
        "lb_sample": {"": {"LBDAT": on, "LBNAM": laboratory, "LBKIT": kit}},
        "lb": {test: dict(zip(names, given, strict=True)) for test, given in rows.items()},
    }
    return replace(builders.record("LB", cells), key=builders.key("LB", visit))


OLD = sample("D1", on="2010-03-01", HGB=("12", "g/dL", "12", "16"), ALT=("20", None, None, "40"))
NEW = sample("W2", on="2010-03-15", HGB=("130", "g/L", "120", "155"))


def test_the_latest_sample_of_the_laboratory_tells_unit_and_limits():
    assert known([NEW, OLD], HOSPITAL) == {
        "HGB": Range("g/L", "120", "155", "2010-03-15"),
        "ALT": Range(None, None, "40", "2010-03-01"),
    }


def test_the_order_of_the_records_changes_nothing():
    assert known([OLD, NEW], HOSPITAL) == known([NEW, OLD], HOSPITAL)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("hospital  clínic", True, id="other case and spacing"),
        pytest.param("Hospital", False, id="another name"),
        pytest.param("", False, id="no name"),
    ],
)
def test_a_laboratory_is_known_by_its_name(name, found):
    assert bool(known([OLD], name)) is found


def test_a_record_tells_itself_nothing():
    assert known([OLD], HOSPITAL, besides=OLD.key) == {}


@pytest.mark.parametrize(("kit", "found"), [("kit 7", True), ("Kit 8", False), ("", False)])
def test_the_range_of_anti_dsdna_belongs_to_its_kit(kit, found):
    record = sample(kit="Kit 7", DSDNA=("30", "IU/mL", None, "15"))
    assert ("DSDNA" in known([record], HOSPITAL, kit)) is found


def test_the_newest_of_the_ranges_dates_them():
    assert (latest(known([OLD, NEW], HOSPITAL)), latest({})) == ("2010-03-15", "")


G = Range("g/dL", "12", "16", "2010-03-01")


@pytest.mark.parametrize(
    ("entered", "filled"),
    [
        pytest.param(("13", None, None, None), ["g/dL", "12", "16"], id="nothing but a result"),
        pytest.param(("13", "g/dL", None, None), ["12", "16"], id="the same unit chosen"),
        pytest.param(("130", "g/L", None, None), [], id="limits of another unit"),
        pytest.param(("13", None, "12", "16"), ["g/dL"], id="the same limits"),
        pytest.param(("131", None, None, None), [], id="not possible in that unit"),
        pytest.param(("13", None, "11", "16"), [], id="limits of its own"),
        pytest.param(("13", "g/dL", "11", None), [], id="half a range of its own"),
        pytest.param((None, None, None, None), [], id="no result, and not due"),
    ],
)
def test_only_what_is_blank_and_fits_is_filled(entered, filled):
    found = fills(sample(HGB=entered), {"HGB": G}, ())
    assert [fill.value for fill in found] == filled


def test_a_test_that_is_due_is_filled_before_its_result():
    found = fills(sample(), {"HGB": G, "ALT": G}, ("HGB",))
    assert found == [
        Fill("HGB", "LBORRESU", "g/dL"),
        Fill("HGB", "LBORNRLO", "12"),
        Fill("HGB", "LBORNRHI", "16"),
    ]


def test_what_was_filled_is_not_filled_again():
    record = sample(HGB=("13", "g/dL", "12", "16"))
    assert fills(record, {"HGB": G}, ("HGB",)) == []


@pytest.mark.parametrize(
    ("before", "now", "differ"),
    [
        pytest.param(("g/L", "120", "160"), ("g/L", "120", "160"), False, id="the same"),
        pytest.param(("g/L", "120", "160"), ("g/L", "120.0", "160"), False, id="another zero"),
        pytest.param(("g/L", "120", "160"), ("g/dL", "12", "16"), False, id="the same converted"),
        pytest.param(("g/L", "120", "160"), ("g/dL", "12", "15.5"), True, id="another, converted"),
        pytest.param(("g/L", "120", "160"), ("g/L", "115", "160"), True, id="lower limit"),
        pytest.param(("g/L", "120", "160"), ("g/L", "120", None), True, id="a limit is gone"),
        pytest.param(("g/L", "120", "160"), ("g/L", None, None), False, id="no range now"),
        pytest.param(("g/L", "120", "160"), (None, "12", "16"), False, id="unit not stated"),
    ],
)
def test_a_changed_range_is_a_soft_finding_at_its_test(before, now, differ):
    found = changed(sample(HGB=("130", *before)), sample("W2", HGB=("130", *now)))
    assert [(f.oid, f.severity, f.row) for f in found] == [
        ("LB.RANGECHANGED", Severity.SOFT, "HGB")
    ] * differ


def test_the_finding_names_laboratory_range_and_date():
    (found,) = changed(
        sample(HGB=("130", "g/L", "120", "160")), sample("W2", HGB=("130", "g/L", "115", "160"))
    )
    assert isinstance(found, Finding)
    assert "Hospital Clínic gave 120–160 g/L on 2010-03-01" in found.message.en


@pytest.mark.parametrize(
    ("laboratory", "kit", "n"),
    [(HOSPITAL, "Kit 7", 1), ("Other", "Kit 7", 0), (HOSPITAL, "Kit 8", 0)],
    ids=["same laboratory and kit", "another laboratory", "another kit"],
)
def test_ranges_of_another_laboratory_or_kit_are_not_compared(laboratory, kit, n):
    before = sample(kit="Kit 7", DSDNA=("30", "IU/mL", None, "15"))
    now = sample("W2", laboratory, kit, DSDNA=("30", "IU/mL", None, "20"))
    assert len(changed(before, now)) == n
