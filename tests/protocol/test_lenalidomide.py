"""What lenalidomide asks for (clinical specification, section 6), as findings at the forms."""

from __future__ import annotations

import pytest

from ordi_crf import forms
from ordi_crf.core.validation import check
from ordi_crf.forms.adverse_events import COUNTS, CRITERIA
from tests.builders import record

TESTED = {"PGAPPL": "Y", "PGDONE": "Y", "PGDAT": "2010-03-01", "PGRES": "NEGATIVE"}
EVENT = {"AETERM": "Neutropenia", "AESTDAT": "2010-03-01", "AETOXGR": "2", "AEREL": "RELATED"}
SERIOUS = {**EVENT, "AEOUT": "UNKNOWN", "AESER": "Y"}
REPORT = {"SAEAENO": "1", "SAEAWARE": "2010-03-01", "SAENARR": "Fell."}


def found(form: str, section: str, answers: dict[str, str | None]) -> set[str]:
    row = "1" if forms.form(form).section(section).repeating else ""
    findings = check(forms.form(form), record(form, {section: {row: answers}}), "2011-12-31")
    return {f.oid for f in findings if not f.missing}


@pytest.mark.parametrize(
    ("finding", "answers"),
    [
        pytest.param("PG.SENS", {"PGSENS": "26"}, id="LEN-SENS 26"),
        pytest.param("PG.WINDOW", {"PGRXDAT": "2010-03-05"}, id="LEN-TEST 4 days before"),
        pytest.param(
            "PG.DISPENSE", {"PGRXDAT": "2010-03-01", "PGDISDAT": "2010-03-09"}, id="LEN-7D 8 days"
        ),
        pytest.param("PG.POSITIVE", {"PGRES": "POSITIVE"}, id="LEN-POS"),
        pytest.param("PG.UNTESTED", {"PGRES": None, "PGDISDAT": "2010-03-01"}, id="LEN-UNTESTED"),
        pytest.param("PG.CONT", {"PGCONT": "N"}, id="LEN-CONTR interrupted"),
    ],
)
def test_a_pregnancy_test_is_held_against_the_programme(
    finding: str, answers: dict[str, str | None]
) -> None:
    assert finding in found("PG", "pg", {**TESTED, **answers})


def test_a_test_of_three_days_before_and_capsules_of_seven_days_after_are_right() -> None:
    """LEN-TEST, LEN-SENS, LEN-7D: at their bounds."""
    right = {"PGSENS": "25", "PGRXDAT": "2010-03-04", "PGDISDAT": "2010-03-11", "PGCONT": "Y"}
    assert found("PG", "pg", {**TESTED, **right}) == set()


@pytest.mark.parametrize("criterion", CRITERIA)
def test_an_event_is_serious_by_any_criterion(criterion: str) -> None:
    """AE-SER: one of the six is enough."""
    assert "AE.CRITERION" not in found("AE", "ae", {**SERIOUS, criterion: "Y"})


def test_an_event_is_serious_by_a_criterion_and_only_then() -> None:
    """AE-SER: serious without a criterion, and a criterion without serious, are findings."""
    assert "AE.CRITERION" in found("AE", "ae", SERIOUS)
    assert "AESHOSP.NOTASKED" in found("AE", "ae", {**SERIOUS, "AESER": "N", "AESHOSP": "Y"})


def test_the_grade_of_a_count_is_told_by_its_lower_bounds() -> None:
    """AE-GRADE: neutrophils, platelets and leukocytes of CTCAE 4.03, the bound in the milder."""
    for bounds in ("1.5, 1.0 and 0.5", "75, 50 and 25", "3.0, 2.0 and 1.0"):
        assert bounds in COUNTS.en
        assert bounds.replace(".", ",").replace(" and ", " y ").replace(",0,", ",0,") in COUNTS.es
    assert "milder" in COUNTS.en


@pytest.mark.parametrize(
    ("finding", "answers"),
    [
        pytest.param("SAE.24H", {"SAEREP": "2010-03-03"}, id="AE-24H two days"),
        pytest.param("SAE.ORDER", {"SAEREP": "2010-02-28"}, id="AE-24H before"),
        pytest.param("SAE.SUSAR", {"SAEEXP": "Y", "SAESUSAR": "Y"}, id="AE-EXP"),
    ],
)
def test_a_report_is_held_against_its_terms(finding: str, answers: dict[str, str | None]) -> None:
    assert finding in found("SAE", "sae", {**REPORT, **answers})


def test_a_report_of_the_next_day_is_in_time() -> None:
    """AE-24H: 24 hours."""
    assert found("SAE", "sae", {**REPORT, "SAEREP": "2010-03-02"}) == set()
