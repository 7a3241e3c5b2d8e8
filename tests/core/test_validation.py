"""Findings: what is wrong, how wrong, where, and what an explanation settles."""

from __future__ import annotations

import pytest

from ordi_crf.core.records import Record, Row
from ordi_crf.core.validation import check, open_findings
from ordi_crf.forms import (
    accountability,
    adverse_events,
    bodymap,
    demographics,
    dosing,
    labs,
    visit,
)
from ordi_crf.forms.schema import Severity
from tests import builders

TODAY = "2010-03-15"
SAMPLE = {"": {"LBDAT": "2010-03-15"}}
EVENT = {
    "AETERM": "Headache",
    "AESTDAT": "2010-03",
    "AETOXGR": "1",
    "AEREL": "RELATED",
    "AEOUT": "FATAL",
    "AESER": "Y",
    "AESDTH": "Y",
}
DOSE = {"EXDOSE": "5", "EXDOSFRQ": "QD", "EXSTDAT": "2010-03-01"}


def found(form, cells, **kwargs):
    record = builders.record(form.oid, cells, **kwargs)
    return [(f.oid, f.severity, f.section, f.row, f.item) for f in check(form, record, TODAY)]


def oids(form, cells, **kwargs):
    return [oid for oid, *_ in found(form, cells, **kwargs)]


def test_a_blank_form_asks_for_its_required_items_in_their_order():
    assert found(demographics.FORM, {}) == [
        ("BRTHDAT.REQUIRED", Severity.HARD, "dm", "", "BRTHDAT"),
        ("SEX.REQUIRED", Severity.HARD, "dm", "", "SEX"),
    ]


def test_a_blank_clasi_asks_for_every_cell_but_the_scarring_of_the_scalp():
    missing = [f for f in found(builders.forms.form("CLASI"), {}) if f[0].endswith(".REQUIRED")]
    assert len(missing) == 13 * 4 - 1 + 4
    assert ("CLSCR.REQUIRED", Severity.HARD, "clasi_area", "01", "CLSCR") not in missing


def test_a_repeating_section_without_rows_is_complete():
    assert found(adverse_events.FORM, {}) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("89", ["LBORRES.EXPECTED"], id="below what is expected"),
        pytest.param("90", [], id="at the lower end"),
        pytest.param("170", [], id="at the upper end"),
        pytest.param("170.1", ["LBORRES.EXPECTED"], id="above what is expected"),
        pytest.param("20", ["LBORRES.EXPECTED"], id="barely possible"),
        pytest.param("19.9", ["LBORRES.POSSIBLE"], id="below what is possible"),
        pytest.param("250", ["LBORRES.EXPECTED"], id="at the end of the possible"),
        pytest.param("250.01", ["LBORRES.POSSIBLE"], id="above what is possible"),
        pytest.param("<10", ["LBORRES.POSSIBLE"], id="a limit counts as its number"),
    ],
)
def test_a_result_is_held_against_the_limits_of_its_test(value, expected):
    cells = {"lb_sample": SAMPLE, "lb": {"HGB": {"LBORRES": value, "LBORRESU": "g/L"}}}
    assert oids(labs.FORM, cells) == expected


def test_what_is_impossible_is_hard_and_what_is_unusual_is_soft():
    cells = {
        "lb_sample": SAMPLE,
        "lb": {"HGB": {"LBORRES": "300", "LBORRESU": "g/L"}, "CPK": {"LBORRES": "5000"}},
    }
    severities = {row: severity for _, severity, _, row, _ in found(labs.FORM, cells)}
    assert severities == {"HGB": Severity.HARD, "CPK": Severity.SOFT}


def test_a_message_names_value_unit_and_limits_in_both_languages():
    cells = {"lb_sample": SAMPLE, "lb": {"HGB": {"LBORRES": "300", "LBORRESU": "g/L"}}}
    (finding,) = check(labs.FORM, builders.record("LB", cells), TODAY)
    for wording in (finding.message.en, finding.message.es):
        assert "300 g/L" in wording
        assert "20 - 250" in wording


def haemoglobin(value, unit):
    cells = {"lb_sample": SAMPLE, "lb": {"HGB": {"LBORRES": value, "LBORRESU": unit}}}
    return check(labs.FORM, builders.record("LB", cells), TODAY)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("8.9", ["LBORRES.EXPECTED"], id="below what is expected"),
        pytest.param("9", [], id="at the lower end"),
        pytest.param("25", ["LBORRES.EXPECTED"], id="at the end of the possible"),
        pytest.param("25.01", ["LBORRES.POSSIBLE"], id="above what is possible"),
    ],
)
def test_limits_are_judged_in_the_first_unit_after_conversion(value, expected):
    assert [f.oid for f in haemoglobin(value, "g/dL")] == expected


def test_a_message_names_the_result_as_reported_and_converted():
    (finding,) = haemoglobin("30", "g/dL")
    for wording in (finding.message.en, finding.message.es):
        assert "30 g/dL (= 300 g/L)" in wording


def test_a_result_without_its_unit_is_not_judged_but_asked_for_it():
    (finding,) = haemoglobin("300", None)
    assert (finding.oid, finding.severity) == ("LB.UNIT", Severity.HARD)
    assert (finding.row, finding.item) == ("HGB", "LBORRESU")


def test_a_unit_of_another_test_is_no_unit():
    (finding,) = haemoglobin("120", "µmol/L")
    assert (finding.oid, finding.severity) == ("LB.UNITROW", Severity.HARD)


def test_a_result_in_a_unit_without_conversion_is_held_against_no_limit():
    titre = {"LBORRES": "30000", "LBORRESU": "U/mL"}
    assert oids(labs.FORM, {"lb_sample": SAMPLE, "lb": {"DSDNA": titre}}) == []


def test_a_test_with_one_unit_asks_for_none():
    assert oids(labs.FORM, {"lb_sample": SAMPLE, "lb": {"ALT": {"LBORRES": "40"}}}) == []


def test_a_unit_waits_for_no_result():
    assert oids(labs.FORM, {"lb_sample": SAMPLE, "lb": {"HGB": {"LBORRESU": "g/L"}}}) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2010-03-15", [], id="today"),
        pytest.param("2010-03-16", ["LBDAT.FUTURE"], id="tomorrow"),
        pytest.param("2009-12-31", [], id="last year"),
    ],
)
def test_no_date_lies_in_the_future(day, expected):
    assert oids(labs.FORM, {"lb_sample": {"": {"LBDAT": day}}}) == expected


def test_an_expiry_may_lie_ahead():
    row = {"DASTREN": "5", "DADISDAT": "2010-03-15", "DADISP": "28", "DAEXPDAT": "2012-06"}
    assert oids(accountability.FORM, {"da": {"1": row}}) == []


@pytest.mark.parametrize(
    ("day", "future"),
    [("2010", False), ("2010-03", False), ("2010-04", True), ("2011", True)],
    ids=str,
)
def test_a_partial_date_is_compared_as_far_as_it_is_known(day, future):
    cells = {"dm": {"": {"BRTHDAT": day, "SEX": "F"}}}
    assert (oids(demographics.FORM, cells) == ["BRTHDAT.FUTURE"]) == future


def test_an_item_that_is_not_asked_must_be_blank():
    cells = {"sv": {"": {"SVOCCUR": "Y", "VISDAT": "2010-03-15", "SVREASND": "holiday"}}}
    assert oids(visit.FORM, cells) == ["SVREASND.NOTASKED"]


def test_an_item_that_is_not_asked_is_not_missed():
    cells = {"ae": {"1": {**EVENT, "AEOUT": "UNKNOWN", "AESER": "N", "AESDTH": None}}}
    assert oids(adverse_events.FORM, cells) == []


def test_a_rule_is_shown_beside_its_item():
    cells = {"ae": {"1": EVENT}}
    assert found(adverse_events.FORM, cells) == [("AE.GRADE5", Severity.HARD, "ae", "1", "AETOXGR")]


def test_every_row_of_a_repeating_section_is_checked():
    cells = {"ae": {"1": EVENT, "2": EVENT}}
    rows = [row for *_, row, _ in found(adverse_events.FORM, cells)]
    assert rows == ["1", "2"]


def test_a_voided_row_has_no_findings():
    cells = {"ae": {"1": EVENT, "2": EVENT}}
    rows = [row for *_, row, _ in found(adverse_events.FORM, cells, voided=("1",))]
    assert rows == ["2"]


def test_a_rule_across_rows_sees_the_rows_that_stand():
    periods = {"ex": {"1": DOSE, "2": {**DOSE, "EXSTDAT": "2010-03-08"}}}
    assert oids(dosing.FORM, periods) == ["EX.OVERLAP"]
    assert oids(dosing.FORM, periods, voided=("1",)) == []


def test_the_examination_of_the_skin_is_asked_for_softly():
    assert found(bodymap.FORM, {}) == [("BM.EXAMINED", Severity.SOFT, "bm", "", "BMPERF")]


def test_text_that_cannot_be_read_takes_the_place_of_the_missing_answer():
    typed = {("dm", "", "BRTHDAT"): "15/03/69"}
    findings = check(demographics.FORM, builders.record("DM", {}), TODAY, typed)
    assert [f.oid for f in findings] == ["BRTHDAT.UNREADABLE", "SEX.REQUIRED"]
    assert "15/03/69" in findings[0].message.en
    assert "15/03/69" in findings[0].message.es
    assert findings[0].severity is Severity.HARD


def test_text_that_can_be_read_by_now_is_no_finding():
    typed = {("dm", "", "BRTHDAT"): "1969"}
    findings = check(demographics.FORM, builders.record("DM", {}), TODAY, typed)
    assert [f.oid for f in findings] == ["BRTHDAT.REQUIRED", "SEX.REQUIRED"]


def explained(oid):
    base = builders.record("LB", {"lb_sample": SAMPLE, "lb": {"CPK": {"LBORRES": "5000"}}})
    return Record(base.key, base.status, base.version, base.sections, {("lb", "CPK", oid): "seen"})


def test_a_soft_finding_with_a_reason_is_settled():
    record = explained("LBORRES.EXPECTED")
    assert open_findings(check(labs.FORM, record, TODAY), record) == []


def test_a_reason_settles_no_other_finding():
    record = explained("LB.CLSIG")
    assert [f.oid for f in open_findings(check(labs.FORM, record, TODAY), record)] == [
        "LBORRES.EXPECTED"
    ]


def test_a_hard_finding_stays_whatever_is_said_about_it():
    record = Record(
        builders.key("DM"), explanations={("dm", "", "SEX.REQUIRED"): "the patient left"}
    )
    findings = open_findings(check(demographics.FORM, record, TODAY), record)
    assert "SEX.REQUIRED" in [f.oid for f in findings]


def test_a_missing_answer_says_so():
    findings = check(demographics.FORM, Record(builders.key("DM")), TODAY)
    assert all(finding.missing for finding in findings)


def test_a_row_of_an_older_version_is_checked_as_if_the_new_item_were_blank():
    old = {key: value for key, value in EVENT.items() if key != "AEREL"}
    record = Record(builders.key("AE"), sections={"ae": {"1": Row("1", old)}})
    assert "AEREL.REQUIRED" in [f.oid for f in check(adverse_events.FORM, record, TODAY)]
