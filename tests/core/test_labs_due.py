"""Tests of the schedule: what is due at a visit, what is missing, and the kit of a titre."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf import study
from ordi_crf.core.labs_due import due, kit, missing
from ordi_crf.core.missing import Missing
from ordi_crf.forms.labs import TESTS
from ordi_crf.forms.schema import Severity
from tests import builders

COUNTS = ["HGB", "WBC", "NEUT", "LYM", "PLAT"]


def sample(results=(), casts=None, **told):
    cells = {
        "lb_sample": {"": told},
        "lb": {test: {"LBORRES": "1"} for test in results},
        "lb_urine": {"": {"UCASTS": casts}},
    }
    return builders.record("LB", cells)


def rows(record, visit):
    return [finding.row or finding.item for finding in missing(record, visit)]


def test_a_visit_for_a_blood_count_asks_for_a_blood_count_alone():
    assert rows(sample(), "W1") == COUNTS


def test_screening_asks_for_every_test_of_the_schedule():
    assert rows(sample(), "SCR") == [
        *COUNTS, "CREAT", "ALT", "AST", "TSH", "C3", "C4", "URBC", "UWBC", "PROT24", "UCASTS",
        "DSDNA",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("visit", "test", "is_due"),
    [
        pytest.param("M3", "TSH", True, id="TSH every three months"),
        pytest.param("M4", "TSH", False, id="no TSH in between"),
        pytest.param("W6", "CREAT", False, id="no creatinine in week 6"),
        pytest.param("S4W", "PLAT", True, id="a count 4 weeks after withdrawal"),
        pytest.param("S8W", "PLAT", False, id="no count 8 weeks after withdrawal"),
        pytest.param("S3M", "C3", True, id="complement after withdrawal"),
        pytest.param("M7", "C3", False, id="no complement in month 7"),
        pytest.param("UNS", "URBC", True, id="urine at an unscheduled visit"),
    ],
)
def test_tests_are_due_as_the_schedule_says(visit, test, is_due):
    """VR-CBC, VR-CHEMISTRY, VR-TSH, VR-ACTIVITY."""
    assert (test in due(visit)) is is_due


@pytest.mark.parametrize("visit", [v.code for v in study.VISITS if v.code not in "W1 W3 W5 W7"])
def test_o4_a_titre_is_due_at_each_visit_that_is_more_than_a_blood_count(visit):
    """O4."""
    assert "DSDNA" in due(visit)


def test_what_is_due_are_rows_of_the_form():
    codes = {row.value for row in TESTS.codes}
    assert {row for visit in study.VISITS for row in due(visit.code)} <= codes


def test_a_result_is_not_missing():
    assert rows(sample(["HGB", "WBC", "NEUT", "LYM"]), "W1") == ["PLAT"]


@pytest.mark.parametrize("test", ["PROT24", "UPCR"])
def test_urine_protein_is_due_once(test):
    assert "PROT24" not in rows(sample([test]), "SCR")


def test_casts_that_were_looked_for_are_not_missing():
    assert "UCASTS" not in rows(sample(casts="NONE"), "SCR")


@pytest.mark.parametrize(
    "place", [("lb", "PLAT", "LBORRES"), ("lb", "PLAT", ""), ("lb", "", "")], ids=str
)
def test_what_is_missing_with_a_reason_is_not_due(place):
    record = replace(sample(), flavours={place: Missing("ND", "clotted")})
    assert "PLAT" not in rows(record, "W1")


def test_a_missing_test_is_soft_and_only_says_that_an_answer_is_due():
    (finding,) = missing(sample(COUNTS[:4]), "W1")
    assert (finding.oid, finding.severity, finding.missing) == ("LB.DUE", Severity.SOFT, True)
    assert finding.place == ("lb", "PLAT", "LB.DUE")


@pytest.mark.parametrize(
    ("results", "told", "item"),
    [
        pytest.param(["DSDNA"], {"LBNAM": "Hospital"}, "LBKIT", id="no kit"),
        pytest.param(["DSDNA"], {"LBKIT": "Kit 7"}, "LBNAM", id="no laboratory"),
        pytest.param(["DSDNA"], {"LBNAM": "Hospital", "LBKIT": "Kit 7"}, None, id="both"),
        pytest.param(["HGB"], {}, None, id="no titre"),
    ],
)
def test_a_titre_asks_for_its_laboratory_and_kit(results, told, item):
    """DN-KIT."""
    found = kit(sample(results, **told))
    assert [(f.oid, f.severity, f.item) for f in found] == [("LB.KIT", Severity.SOFT, item)] * bool(
        item
    )
