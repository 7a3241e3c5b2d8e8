"""Rules across forms: each with what passes and what fails, and where the finding stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf import forms
from ordi_crf.core.chart import Chart
from ordi_crf.core.consistency import RULES, findings
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import RecordKey
from ordi_crf.forms.schema import Severity
from tests.builders import SUBJECT, clasi, key
from tests.core.screened import at, chart, dosed, held, screening

SV, VS, LB, PG = ("sv", ""), ("vs", ""), "lb", ("pg", "")
DAY_1 = held("D1", "2010-03-15")
EVENT = {
    "AETERM": "Neutropenia", "AESTDAT": "2010-04-01", "AESER": "N", "AEACN": "DOSE NOT CHANGED",
}  # fmt: skip


def put(*records):
    return {record.key: record for record in records}


def rows(form, section, *values):
    """Return a running form with these rows, counted from 1."""
    cells = {section: {str(n): dict(v) for n, v in enumerate(values, start=1)}}
    return put(at("LOG", form, cells))


def once(form, section, visit="SCR", **values):
    return put(at(visit, form, {section: {"": values}}))


def weighed(visit, on, kg):
    return {**held(visit, on), **once("VS", "vs", visit, WEIGHT=kg)}


def counted(visit, on, **results):
    """Return a visit with blood counts in 10⁹/L."""
    cells = {test: {"LBORRES": value, "LBORRESU": "10⁹/L"} for test, value in results.items()}
    sample = at(visit, "LB", {"lb_sample": {"": {"LBDAT": on}}, "lb": cells})
    return {**held(visit, on), **put(sample)}


def doses(*periods):
    """Return dose periods of (mg, frequency, first day, last day)."""
    names = ("EXDOSE", "EXDOSFRQ", "EXSTDAT", "EXENDAT")
    return rows("EX", "ex", *(dict(zip(names, period, strict=True)) for period in periods))


def capsules(*bottles):
    """Return bottles of 5 mg of (dispensed on, capsules, returned on, capsules)."""
    names = ("DADISDAT", "DADISP", "DARETDAT", "DARET")
    given = (dict(zip(names, bottle, strict=True)) for bottle in bottles)
    return rows("DA", "da", *({"DASTREN": "5", **one} for one in given))


def assayed(on, result, visit="D1", **more):
    values = {"PGAPPL": "Y", "PGDONE": "Y", "PGDAT": on, "PGRES": result, **more}
    return {**held(visit, on), **once("PG", "pg", visit, **values)}


def found(form, visit, *records, change=None):
    """Return what is found at a form of a screened woman with these records besides."""
    mine = screening(change)
    for more in records:
        mine.update(more)
    return findings(chart(mine), key(form, visit))


def oids(form, visit, *records, change=None):
    """Return the findings as ids, without the tests of the schedule."""
    listed = [f.oid for f in found(form, visit, *records, change=change)]
    return [oid for oid in listed if oid != "LB.DUE"]


FULL_MONTH = ("5", "QD", "2010-03-15", None)
ENDED = ("5", "QD", "2010-03-15", "2010-04-11")
FIVE_WEEKS = ("2010-03-15", "35", None, None)
BEFORE = ("2010-03-15", "28", None, None)
WOMAN = assayed("2010-03-14", "NEGATIVE", PGRXDAT="2010-03-15")
SEROLOGY = ("SE", "se_sample", "", "SEDAT")
CONSENTED = ("IC", "ic", "", "RFICDAT")


@pytest.mark.parametrize(
    ("oid", "form", "visit", "records", "change"),
    [
        ("SV.CONSENT", "SV", "SCR", [], {CONSENTED: "2010-03-02"}),
        ("SV.ORDER", "SV", "W4", [held("W2", "2010-04-14"), held("W4", "2010-04-12")], {}),
        ("SV.WINDOW", "SV", "W2", [dosed(("2010-03-15", None)), held("W2", "2010-04-02")], {}),
        ("SV.WINDOW", "SV", "W2", [dosed(("2010-03-15", None)), held("W2", "2010-03-25")], {}),
        ("X.WEIGHT", "VS", "D1", [weighed("D1", "2010-03-15", "66.1")], {}),
        ("X.WEIGHT", "VS", "D1", [weighed("D1", "2010-03-15", "53.9")], {}),
        ("RP.SEX", "RP", "SCR", [], {("RP", "rp", "", "RPREASND"): "MALE"}),
        ("LB.NEUT", "LB", "D1", [counted("D1", "2010-03-15", WBC="4.0", NEUT="4.1")], {}),
        ("LB.DATE", "LB", "D1", [counted("D1", "2010-03-04", WBC="4.0"), DAY_1], {}),
        ("LB.DATE", "LB", "D1", [counted("D1", "2010-03-16", WBC="4.0"), DAY_1], {}),
        ("SE.DATE", "SE", "SCR", [], {SEROLOGY: "2010-01-31"}),
        ("SE.DATE", "SE", "SCR", [], {SEROLOGY: "2010-03-02"}),
        ("PG.REPORT", "PG", "D1", [assayed("2010-03-15", "POSITIVE")], {}),
        ("EX.NEUT", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", NEUT="0.99")], {}),
        ("EX.PLAT", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", PLAT="29")], {}),
        ("EX.PLAT50", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", PLAT="30")], {}),
        ("EX.NEUT", "EX", "LOG", [doses(FULL_MONTH), counted("SCR", "2010-03-01", NEUT="0.8")], {}),
        ("EX.PLAT", "EX", "LOG", [doses(FULL_MONTH), counted("D1", "2010-03-13", PLAT="20")], {}),
        (
            "EX.NEUT", "EX", "LOG",
            [doses(("2.5", "QD", "2010-03-15", None)), counted("W2", "2010-03-29", NEUT="0.5")], {},
        ),
        (
            "EX.PREGNANT", "EX", "LOG",
            [doses(FULL_MONTH), assayed("2010-04-12", "POSITIVE", "W4")], {},
        ),
        (
            "EX.PREGNANT", "EX", "LOG",
            [
                doses(FULL_MONTH),
                once("PG", "pg", "UNS", PGAPPL="Y", PGDAT="2010-04-12", PGRES="POSITIVE"),
            ], {},
        ),
        (
            "PG.DISPENSED", "DA", "LOG",
            [
                capsules(BEFORE), assayed("2010-03-15", "NEGATIVE"),
                assayed("2010-03-15", "POSITIVE", "UNS"),
            ], {},
        ),
        (
            "EX.EVENT", "EX", "LOG",
            [rows("EX", "ex", {"EXDOSE": "2.5", "EXSTDAT": "2010-03-15", "EXADJ": "AE"})], {},
        ),
        ("EX.ELIGIBLE", "EX", "LOG", [doses(FULL_MONTH)], {}),
        ("PG.DISPENSED", "DA", "LOG", [capsules(("2010-03-23", "28", None, None)), WOMAN], {}),
        ("PG.DISPENSED", "DA", "LOG", [capsules(BEFORE), assayed("2010-03-14", "POSITIVE")], {}),
        ("PG.DISPENSED", "DA", "LOG", [capsules(("2010-02-01", "28", None, None)), WOMAN], {}),
        ("DA.SUPPLY", "DA", "LOG", [doses(FULL_MONTH), capsules(FIVE_WEEKS)], {}),
        (
            "DA.SUPPLY", "DA", "LOG",
            [doses(("5", "QOD", "2010-03-16", None)), capsules(BEFORE)], {},
        ),
        (
            "DA.COMPL", "DA", "LOG",
            [doses(ENDED), capsules(("2010-03-15", "28", "2010-04-12", "6")), WOMAN], {},
        ),
        ("AE.SAE", "AE", "LOG", [rows("AE", "ae", {**EVENT, "AESER": "Y"})], {}),
        (
            "AE.ACTION", "AE", "LOG",
            [rows("AE", "ae", {**EVENT, "AEACN": "DRUG WITHDRAWN"}), doses(FULL_MONTH)], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [rows("AE", "ae", {**EVENT, "AEACN": "DRUG INTERRUPTED"}), doses(FULL_MONTH)], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [
                rows(
                    "AE", "ae",
                    {**EVENT, "AEACN": "DRUG INTERRUPTED", "AEENDAT": "2010-05-01"},
                ),
                doses(("5", "QD", "2010-03-15", "2012-04-02")),
            ], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [rows("AE", "ae", {**EVENT, "AEACN": "DOSE REDUCED"}), doses(FULL_MONTH)], {},
        ),
        (
            "SAE.AE", "SAE", "LOG",
            [rows("SAE", "sae", {"SAEAENO": "1"}), rows("AE", "ae", EVENT)], {},
        ),
        (
            "DS.LASTDOSE", "DS", "LOG",
            [doses(ENDED), once("DS", "ds_trt", "LOG", DSTRTYN="Y", DSLDOSE="2010-04-10")], {},
        ),
        (
            "DS.LASTDOSE", "DS", "LOG",
            [doses(FULL_MONTH), once("DS", "ds_trt", "LOG", DSTRTYN="Y", DSLDOSE="2010-04-10")], {},
        ),
        ("DS.DEATH", "DS", "LOG", [once("DS", "ds", "LOG", DSYN="Y", DSDECOD="DEATH")], {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_contradiction_is_found(oid, form, visit, records, change):
    """LEN-START, LEN-7D, LEN-SUPPLY, LEN-UNTESTED, LEN-POS, F-SV-VISDAT, V-WINDOW,
    F-LB-NEUTWBC, F-LB-LBDAT, F-DA-COMPL, F-SAE, F-DS-DSLDOSE, F-DS-DSDECOD, AE-REL."""
    assert oid in oids(form, visit, *records, change=change)


@pytest.mark.parametrize(
    ("oid", "form", "visit", "records", "change"),
    [
        ("SV.CONSENT", "SV", "SCR", [], {CONSENTED: "2010-03-01"}),
        ("SV.ORDER", "SV", "W4", [held("W2", "2010-03-29"), held("W4", "2010-04-12")], {}),
        ("SV.ORDER", "SV", "W2", [held("UNS", "2010-05-29"), held("W2", "2010-04-12")], {}),
        ("SV.WINDOW", "SV", "W2", [dosed(("2010-03-15", None)), held("W2", "2010-04-01")], {}),
        ("SV.WINDOW", "SV", "W2", [dosed(("2010-03-15", None)), held("W2", "2010-03-26")], {}),
        ("X.WEIGHT", "VS", "D1", [weighed("D1", "2010-03-15", "66.0")], {}),
        ("X.WEIGHT", "VS", "SCR", [weighed("D1", "2010-03-15", "80.0")], {}),
        ("RP.SEX", "RP", "SCR", [], {("RP", "rp", "", "RPREASND"): "SURGERY"}),
        ("LB.NEUT", "LB", "D1", [counted("D1", "2010-03-15", WBC="4.0", NEUT="4.0")], {}),
        ("LB.NEUT", "LB", "D1", [counted("D1", "2010-03-15", WBC="4.0", NEUT="<5")], {}),
        ("LB.DATE", "LB", "D1", [counted("D1", "2010-03-05", WBC="4.0"), DAY_1], {}),
        ("SE.DATE", "SE", "SCR", [], {SEROLOGY: "2010-02-01"}),
        (
            "PG.REPORT", "PG", "D1",
            [assayed("2010-03-15", "POSITIVE"), rows("PREG", "preg", {"PREGWHO": "SUBJECT"})], {},
        ),
        ("PG.REPORT", "PG", "D1", [assayed("2010-03-15", "NEGATIVE")], {}),
        ("EX.NEUT", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", NEUT="1.0")], {}),
        (
            "EX.NEUT", "EX", "LOG",
            [
                doses(("5", "QD", "2010-03-15", "2010-03-29")),
                counted("W2", "2010-03-29", NEUT="0.5"),
            ], {},
        ),
        (
            "EX.NEUT", "EX", "LOG",
            [
                doses(FULL_MONTH), counted("SCR", "2010-03-01", NEUT="0.8"),
                counted("D1", "2010-03-15", NEUT="1.2"),
            ], {},
        ),
        (
            "PG.DISPENSED", "DA", "LOG",
            [
                capsules(BEFORE), WOMAN,
                once("PG", "pg", "UNS", PGAPPL="Y", PGDAT="2010-03-16", PGRES="POSITIVE"),
            ], {},
        ),
        (
            "DA.COMPL", "DA", "LOG",
            [doses(ENDED), capsules(("2010-03-15", None, "2010-04-12", "0")), WOMAN], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [
                rows("AE", "ae", {**EVENT, "AEACN": "DRUG WITHDRAWN"}),
                doses(ENDED, ("5", "QD", "2010-06-01", None)),
            ], {},
        ),
        ("EX.PLAT", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", PLAT="30")], {}),
        ("EX.PLAT50", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", PLAT="50")], {}),
        ("EX.PLAT50", "EX", "LOG", [doses(FULL_MONTH), counted("W2", "2010-03-29", PLAT="29")], {}),
        ("EX.PREGNANT", "EX", "LOG", [doses(ENDED), assayed("2010-04-11", "POSITIVE", "W4")], {}),
        (
            "EX.EVENT", "EX", "LOG",
            [
                rows("EX", "ex", {"EXDOSE": "2.5", "EXSTDAT": "2010-03-15", "EXADJ": "AE"}),
                rows("AE", "ae", {**EVENT, "AEACN": "DOSE REDUCED"}),
            ], {},
        ),
        ("EX.ELIGIBLE", "EX", "LOG", [doses(FULL_MONTH), once("IE", "ie_decision", IEYN="Y")], {}),
        ("PG.DISPENSED", "DA", "LOG", [capsules(("2010-03-22", "28", None, None)), WOMAN], {}),
        ("PG.DISPENSED", "DA", "LOG", [capsules(BEFORE)], {("RP", "rp", "", "RPWOCBP"): "N"}),
        (
            "PG.DISPENSED", "DA", "LOG", [capsules(BEFORE)],
            {("RP", "rp", "", "RPCONTR"): "STERILISATION"},
        ),
        ("DA.SUPPLY", "DA", "LOG", [doses(FULL_MONTH), capsules(BEFORE)], {}),
        ("DA.SUPPLY", "DA", "LOG", [capsules(FIVE_WEEKS)], {}),
        (
            "DA.SUPPLY", "DA", "LOG", [doses(FULL_MONTH), capsules(FIVE_WEEKS)],
            {("RP", "rp", "", "RPWOCBP"): "N"},
        ),
        (
            "DA.COMPL", "DA", "LOG",
            [doses(ENDED), capsules(("2010-03-15", "28", "2010-04-12", "5")), WOMAN], {},
        ),
        ("DA.COMPL", "DA", "LOG", [doses(ENDED), capsules(BEFORE), WOMAN], {}),
        (
            "AE.SAE", "AE", "LOG",
            [rows("AE", "ae", {**EVENT, "AESER": "Y"}), rows("SAE", "sae", {"SAEAENO": "1"})], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [rows("AE", "ae", {**EVENT, "AEACN": "DRUG WITHDRAWN"}), doses(ENDED)], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [rows("AE", "ae", {**EVENT, "AEACN": "DRUG INTERRUPTED"}), doses(ENDED)], {},
        ),
        (
            "AE.ACTION", "AE", "LOG",
            [
                rows("AE", "ae", {**EVENT, "AEACN": "DOSE REDUCED"}),
                doses(ENDED, ("5", "QOD", "2010-04-12", None)),
            ], {},
        ),
        (
            "SAE.AE", "SAE", "LOG",
            [rows("SAE", "sae", {"SAEAENO": "1"}), rows("AE", "ae", {**EVENT, "AESER": "Y"})], {},
        ),
        (
            "DS.LASTDOSE", "DS", "LOG",
            [doses(ENDED), once("DS", "ds_trt", "LOG", DSTRTYN="Y", DSLDOSE="2010-04-11")], {},
        ),
        (
            "DS.DEATH", "DS", "LOG",
            [
                once("DS", "ds", "LOG", DSYN="Y", DSDECOD="DEATH"),
                rows("AE", "ae", {**EVENT, "AEOUT": "FATAL"}),
            ], {},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_agrees_is_not_found(oid, form, visit, records, change):
    """LEN-START, LEN-7D, V-WINDOW, F-LB-NEUTWBC, F-DA-COMPL."""
    assert oid not in oids(form, visit, *records, change=change)


@pytest.mark.parametrize(
    ("result", "limit", "expected"),
    [
        pytest.param("120", "40", [], id="three times"),
        pytest.param("121", "40", ["LB.ULN3"], id="more than three times"),
        pytest.param("140", "50", [], id="the laboratory's own limit counts"),
        pytest.param("121", None, ["LB.ULN3"], id="40 where there is none"),
        pytest.param(">100", "40", [], id="beyond 100 says nothing of 120"),
        pytest.param(None, "40", [], id="blank"),
    ],
)
def test_a_transaminase_is_held_against_three_times_its_limit(result, limit, expected):
    """F-LB-ALT F-LB-AST."""
    cells = {"lb": {"AST": {"LBORRES": result, "LBORNRHI": limit}}}
    found = findings(chart(put(at("D1", "LB", cells))), key("LB"))
    assert [f.oid for f in found if f.oid == "LB.ULN3"] == expected


def test_only_what_cannot_be_true_keeps_a_form_from_completion():
    early = found("SV", "SCR", change={CONSENTED: "2010-03-02"})
    impossible = found("LB", "D1", counted("D1", "2010-03-15", WBC="4.0", NEUT="4.1"))
    hard = {f.oid for f in [*early, *impossible] if f.severity is Severity.HARD}
    assert hard == {"SV.CONSENT", "LB.NEUT"}


def test_a_finding_says_what_and_when_in_both_languages():
    low = [doses(FULL_MONTH), counted("W2", "2010-03-29", NEUT="0.8")]
    (finding,) = [f for f in found("EX", "LOG", *low) if f.oid == "EX.NEUT"]
    assert finding.message.en.startswith("Neutrophils of 0.8 × 10⁹/L on 2010-03-29, below 1.0")
    assert finding.message.es.startswith("Neutrófilos de 0,8 × 10⁹/L el 2010-03-29")
    assert (finding.section, finding.row, finding.item) == ("ex", "1", "EXENDAT")


def test_every_finding_stands_at_an_item_of_its_form():
    late = held("W2", "2010-04-02")
    low = counted("W2", "2010-03-29", NEUT="0.8", WBC="0.5", PLAT="20")
    mine = {**screening(), **dosed(("2010-03-15", None)), **low, **late}
    mine |= {**rows("AE", "ae", {**EVENT, "AESER": "Y"}), **capsules(BEFORE)}
    patient = chart(mine)
    places = [(place.form, f) for place in mine for f in findings(patient, place)]
    assert len({f.oid for _, f in places}) > 6
    for form, finding in places:
        forms.form(form).section(finding.section).item(finding.item)


def test_tests_of_the_schedule_are_due_until_they_are_called_missing():
    day_1 = counted("D1", "2010-03-15", WBC="4.0")
    assert "PLAT" in {f.row for f in found("LB", "D1", day_1) if f.oid == "LB.DUE"}
    record = day_1[key("LB")]
    told = replace(record, flavours={("lb", "PLAT", "LBORRES"): Missing("ND")})
    still = found("LB", "D1", {**day_1, **put(told)})
    assert "PLAT" not in {f.row for f in still if f.oid == "LB.DUE"}


def test_a_range_is_held_against_the_last_sample_of_the_laboratory():
    def sample(visit, on, low):
        row = {"LBORRES": "210", "LBORRESU": "10⁹/L", "LBORNRLO": low, "LBORNRHI": "400"}
        cells = {"lb_sample": {"": {"LBDAT": on, "LBNAM": "Central"}}, "lb": {"PLAT": row}}
        return {**held(visit, on), **put(at(visit, "LB", cells))}

    first = sample("D1", "2010-03-15", "150")
    assert "LB.RANGECHANGED" in oids("LB", "W2", first, sample("W2", "2010-03-29", "140"))
    assert "LB.RANGECHANGED" not in oids("LB", "W2", first, sample("W2", "2010-03-29", "150"))


@pytest.mark.parametrize(
    ("score", "expected"), [("1", []), ("0", ["SL.CLASI"])], ids=["present", "absent"]
)
def test_the_rash_of_sledai_is_held_against_the_clasi_of_its_visit(score, expected):
    red = clasi()
    areas = {**red["clasi_area"], "07": {**red["clasi_area"]["07"], "CLERY": "2"}}
    scored = put(at("D1", "CLASI", {**red, "clasi_area": areas}))
    index = put(at("D1", "SLEDAI", {"sledai_descriptor": {"RASH": {"SLPRES": score}}}))
    assert oids("SLEDAI", "D1", scored, index) == expected
    assert oids("SLEDAI", "D1", index) == []


@pytest.mark.parametrize(
    ("joints", "expected"), [("2", []), ("1", ["SL.JOINTS"])], ids=["two joints", "one joint"]
)
def test_arthritis_is_held_against_the_joints(joints, expected):
    cells = {"sledai_descriptor": {"ARTH": {"SLPRES": "1"}}, "sledai": {"": {"SLJOINT": joints}}}
    assert oids("SLEDAI", "D1", put(at("D1", "SLEDAI", cells))) == expected


def test_the_clasi_is_held_against_the_body_map_of_its_visit():
    # A leg is painted all over; the CLASI of screening has erythema of the chest alone.
    rows_found = {f.row for f in found("CLASI", "SCR") if f.oid == "MAP.ERYTHEMA"}
    assert {"07", "12"} <= rows_found


def test_eligibility_is_asked_of_its_form():
    decided = once("IE", "ie_decision", IEYN="Y")
    change = {("MH", "mh_asked", "VTE", "MHOCCUR"): "Y"}
    assert "IE.ELIGIBLE" in oids("IE", "SCR", decided, change=change)


def test_a_subject_with_nothing_entered_contradicts_nothing():
    empty = Chart({}, SUBJECT, {}.get)
    for form in RULES:
        place = RecordKey(SUBJECT, "SCR", form)
        assert [f for f in findings(empty, place) if f.oid != "LB.DUE"] == []
