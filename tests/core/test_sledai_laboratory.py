"""What the laboratory suggests of SLEDAI-2K: every limit, what is not known, of which sample."""

from __future__ import annotations

from datetime import date

import pytest

from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.sledai_laboratory import Suggestion, at_visit, suggestions
from ordi_crf.forms.labs import TESTS
from tests import builders

DAY = date(2010, 3, 15)


def result(value, low=None, high=None, unit=None):
    return {"LBORRES": value, "LBORRESU": unit, "LBORNRLO": low, "LBORNRHI": high}


def suggested(casts=None, **results):
    """Return what is suggested of results in the first unit of their test, unless they say so."""
    for test, values in results.items():
        row = TESTS.row(test)
        if values["LBORRESU"] is None and row.units:
            values["LBORRESU"] = row.unit
    return {s.descriptor: s.present for s in suggestions(results, DAY, DAY, casts)}


@pytest.mark.parametrize(
    ("results", "says"),
    [
        pytest.param({"PLAT": result("99.9")}, {"THRO": True}, id="platelets below 100"),
        pytest.param({"PLAT": result("100")}, {"THRO": False}, id="platelets 100"),
        pytest.param({"PLAT": result("<100")}, {"THRO": True}, id="platelets less than 100"),
        pytest.param({"PLAT": result("<150")}, {}, id="platelets less than 150: not known"),
        pytest.param({"PLAT": result(">90")}, {}, id="platelets more than 90: not known"),
        pytest.param({"PLAT": result(">100")}, {"THRO": False}, id="platelets more than 100"),
        pytest.param({"WBC": result("2.99")}, {"LEUK": True}, id="leukocytes below 3.0"),
        pytest.param({"WBC": result("3.0")}, {"LEUK": False}, id="leukocytes 3.0"),
        pytest.param({"C3": result("84", "85")}, {"COMP": True}, id="C3 low, C4 not known"),
        pytest.param({"C3": result("85", "85")}, {}, id="C3 at its limit, C4 not known"),
        pytest.param(
            {"C3": result("85", "85"), "C4": result("10", "10")}, {"COMP": False}, id="both normal"
        ),
        pytest.param(
            {"C3": result("90", "85"), "C4": result("9", "10")}, {"COMP": True}, id="C4 low"
        ),
        pytest.param({"C3": result("40")}, {}, id="C3 without the laboratory's limit"),
        pytest.param({"DSDNA": result("15", high="15")}, {"DNA": False}, id="at the limit"),
        pytest.param({"DSDNA": result("15.1", high="15")}, {"DNA": True}, id="above the limit"),
        pytest.param({"DSDNA": result("<10", high="15")}, {"DNA": False}, id="less than 10"),
        pytest.param({"DSDNA": result("<15", high="15")}, {"DNA": False}, id="less than the limit"),
        pytest.param({"DSDNA": result(">15", high="15")}, {"DNA": True}, id="more than the limit"),
        pytest.param({"DSDNA": result("<20", high="15")}, {}, id="less than 20: not known"),
        pytest.param({"DSDNA": result(">400", high="15")}, {"DNA": True}, id="more than 400"),
        pytest.param({"DSDNA": result(">10", high="15")}, {}, id="more than 10: not known"),
        pytest.param({"DSDNA": result(None, high="15")}, {}, id="no result"),
        pytest.param(
            {"DSDNA": result("30", high="20", unit="U/mL")}, {"DNA": True}, id="units of the kit"
        ),
        pytest.param(
            {"PLAT": result("99900", unit="/µL")}, {"THRO": True}, id="platelets 99 900 per µL"
        ),
        pytest.param(
            {"PLAT": result("100000", unit="/µL")}, {"THRO": False}, id="platelets 100 000 per µL"
        ),
        pytest.param({"URBC": result("5")}, {"HEMA": False}, id="5 red cells"),
        pytest.param({"URBC": result("6")}, {"HEMA": True}, id="6 red cells"),
        pytest.param({"URBC": result(">50")}, {"HEMA": True}, id="more than 50 red cells"),
        pytest.param({"UWBC": result("5")}, {"PYUR": False}, id="5 white cells"),
        pytest.param({"UWBC": result("5.1")}, {"PYUR": True}, id="above 5 white cells"),
        pytest.param({"PROT24": result("0.5")}, {"PROT": False}, id="half a gram"),
        pytest.param({"PROT24": result("501", unit="mg/24 h")}, {"PROT": True}, id="501 mg"),
        pytest.param({"UPCR": result("0.51")}, {"PROT": True}, id="ratio 0.51 g/g"),
        pytest.param(
            {"UPCR": result("56", unit="mg/mmol")}, {"PROT": False}, id="ratio 56 mg/mmol"
        ),
        pytest.param({"UPCR": result("57", unit="mg/mmol")}, {"PROT": True}, id="57 mg/mmol"),
        pytest.param(
            {"PROT24": result("0.2"), "UPCR": result("0.9")},
            {"PROT": False},
            id="24 hours before the ratio",
        ),
        pytest.param({}, {}, id="no laboratory"),
    ],
)
def test_the_laboratory_suggests_only_what_it_proves(results, says):
    """SL-HEMA, SL-PROT, SL-PYUR, SL-COMP, SL-DNA, SL-THRO, SL-LEUK."""
    assert suggested(**results) == says


@pytest.mark.parametrize(
    ("casts", "says"),
    [
        pytest.param("NONE", {"CAST": False}, id="none"),
        pytest.param("HAEM-GRANULAR", {"CAST": True}, id="haem-granular"),
        pytest.param("RED CELL", {"CAST": True}, id="red-cell"),
        pytest.param("OTHER", {"CAST": False}, id="hyaline and other"),
        pytest.param(None, {}, id="nobody looked"),
    ],
)
def test_casts_are_those_of_lupus(casts, says):
    """SL-CAST."""
    assert suggested(casts) == says


def test_a_count_without_its_unit_suggests_nothing():
    assert suggestions({"PLAT": result("50")}, DAY, DAY) == ()


def test_an_absence_names_every_test_it_rests_on():
    rows = {"C3": result("110", "85", unit="mg/dL"), "C4": result("20", "10", unit="mg/dL")}
    (found,) = suggestions(rows, DAY, DAY)
    assert found.because == ("C3", "C4")
    assert found.said.es == "Complemento C3 110 mg/dL ≥ 85; Complemento C4 20 mg/dL ≥ 10"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        pytest.param("90", "10⁹/L", "Platelets 90 × 10⁹/L < 100", id="present"),
        pytest.param("<90", "10³/µL", "Platelets <90 × 10³/µL < 100", id="beyond the range"),
        pytest.param("100", "10⁹/L", "Platelets 100 × 10⁹/L ≥ 100", id="absent"),
    ],
)
def test_a_result_is_said_beside_the_limit_it_was_held_against(value, unit, said):
    (found,) = suggestions({"PLAT": result(value, unit=unit)}, DAY, DAY)
    assert found.said.en == said


def test_a_converted_result_is_said_both_ways():
    (found,) = suggestions({"PLAT": result("90000", unit="/µL")}, DAY, DAY)
    assert found.said.en == "Platelets 90000 /µL (= 90 × 10⁹/L) < 100"


def sample(visit, drawn, **counts):
    rows = {test: {"LBORRES": v, "LBORRESU": "10⁹/L"} for test, v in counts.items()}
    cells = {"lb_sample": {"": {"LBDAT": drawn}}, "lb": rows}
    return Record(builders.key("LB", visit), sections=builders.record("LB", cells).sections)


def test_the_latest_sample_of_the_window_speaks_for_each_descriptor():
    records = [
        sample("W1", "2010-03-04", PLAT="20", WBC="1"),
        sample("W2", "2010-03-06", PLAT="90", WBC="2"),
        sample("W4", "2010-03-15", PLAT="150"),
        sample("W8", "2010-03-16", PLAT="10"),
    ]
    found = at_visit(
        {record.key: record for record in records}, builders.key("SLEDAI", "W4"), "2010-03-15"
    )
    assert {s.descriptor: s.present for s in found} == {"THRO": False, "LEUK": True}


def test_a_visit_without_a_date_is_told_nothing():
    record = sample("W4", "2010-03-15", PLAT="10")
    assert at_visit({record.key: record}, RecordKey(builders.SUBJECT, "W4", "SLEDAI"), None) == ()


def test_a_suggestion_names_its_tests():
    (found,) = suggestions({"C3": result("40", "85", unit="mg/dL")}, DAY, DAY)
    assert found == Suggestion("COMP", present=True, because=("C3",), said=found.said)
    assert found.said.en == "Complement C3 40 mg/dL < 85"


@pytest.mark.parametrize(
    ("drawn", "on", "n"),
    [
        pytest.param(date(2010, 3, 5), DAY, 1, id="10 days before"),
        pytest.param(date(2010, 3, 4), DAY, 0, id="11 days before"),
        pytest.param(date(2010, 3, 16), DAY, 0, id="after the visit"),
        pytest.param(None, DAY, 0, id="sample without a date"),
        pytest.param(DAY, None, 0, id="visit without a date"),
    ],
)
def test_only_a_sample_of_the_window_suggests_anything(drawn, on, n):
    assert len(suggestions({"PLAT": result("50", unit="10⁹/L")}, drawn, on)) == n
