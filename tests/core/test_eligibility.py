"""Eligibility: each criterion at its boundary, what is missing, and what the investigator says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.creatinine import rates
from ordi_crf.core.criteria import Verdict
from ordi_crf.core.eligibility import CRITERIA, Eligibility, assess, computed, findings
from ordi_crf.core.filtration import EQUATIONS, estimates
from ordi_crf.core.missing import Missing
from ordi_crf.core.patient import patient_at
from ordi_crf.forms.eligibility import CONFIRMED
from ordi_crf.forms.eligibility import CRITERIA as ROWS
from ordi_crf.forms.schema import Severity
from tests.builders import key
from tests.core.screened import DAY_1, MAN, at, chart, dosed, drawing, held, screening

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
MH, PT, RP, SE = ("MH", "mh_asked"), ("PT", "pt_asked"), ("RP", "rp", ""), ("SE", "se")
PLATELETS, LEUCOCYTES = ("LB", "lb", "PLAT", "LBORRES"), ("LB", "lb", "WBC", "LBORRES")
CREATININE, UNIT = ("LB", "lb", "CREAT", "LBORRES"), ("LB", "lb", "CREAT", "LBORRESU")
CHEST = ("CLASI", "clasi_area", "07", "CLERY")
BIRTH = ("DM", "dm", "", "BRTHDAT")
THALIDOMIDE = {(*PT, "THALIDO", "PTOCCUR"): "Y", (*PT, "THALIDO", "PTREFR"): "N"}
BORDER = {CREATININE: "1.9", UNIT: "mg/dL", BIRTH: "1965-01-01"}
"""A woman of 45 and 60 kg: MDRD-4 28.6, Cockcroft-Gault 35.4, CKD-EPI 31.3 and 32.8."""


def verdict(code, change=None, *maps, without=""):
    return assess(chart(screening(change, without=without), *maps)).answer(code).verdict


def confirmed(answers, decided=None):
    rows = {code: {"IEORRES": value} for code, value in answers.items()}
    return at("SCR", "IE", {"ie": rows, "ie_decision": {"": {"IEYN": decided}}})


def everything(woman, *, but=None):
    """Return her criteria confirmed as computed, but these."""
    return {**computed(woman, confirmed({})), **(but or {})}


def test_criteria_are_answered_in_the_order_of_the_registry_record():
    woman = assess(chart(screening()))
    assert [answer.code for answer in woman.answers] == [row.value for row in ROWS.codes]
    assert len(CRITERIA) == 15


def test_a_woman_who_meets_every_criterion_is_eligible():
    woman = assess(chart(screening()))
    assert woman.eligibility is Eligibility.ELIGIBLE
    assert (woman.failed, woman.unknown) == ((), ())


def test_a_man_is_eligible_when_condoms_are_agreed():
    """LEN-MEN."""
    assert assess(chart(screening(MAN))).eligibility is Eligibility.ELIGIBLE


@pytest.mark.parametrize(
    "form", ["SV", "IC", "DM", "MH", "LH", "PT", "RP", "VS", "CLASI", "BM", "LB", "SE", "PG"]
)
def test_without_a_form_nobody_is_eligible(form):
    """F-IE-UNKNOWN."""
    woman = assess(chart(screening(without=form)))
    assert woman.eligibility is Eligibility.UNKNOWN
    assert woman.failed == ()


@pytest.mark.parametrize(
    ("code", "change", "expected"),
    [
        pytest.param("I1", {BIRTH: "1992-03-01"}, MET, id="I1 18 on the day"),
        pytest.param("I1", {BIRTH: "1992-03-02"}, NOT_MET, id="I1 18 tomorrow"),
        pytest.param("I1", {BIRTH: "1944-03-02"}, MET, id="I1 65 still"),
        pytest.param("I1", {BIRTH: "1944-03-01"}, NOT_MET, id="I1 66 on the day"),
        pytest.param("I1", {BIRTH: "1970"}, MET, id="I1 any day of the year"),
        pytest.param("I1", {BIRTH: "1992"}, UNKNOWN, id="I1 17 or 18"),
        pytest.param("I1", {BIRTH: "1944-03"}, UNKNOWN, id="I1 65 or 66"),
        pytest.param("I1", {BIRTH: "1992-02"}, MET, id="I1 18 whatever the day"),
        pytest.param("I1", {BIRTH: "1993"}, NOT_MET, id="I1 at most 17"),
        pytest.param("I2", {("LH", "lh", "", "BIOPSY"): "N"}, NOT_MET, id="I2 no biopsy"),
        pytest.param(
            "I2", {("LH", "lh", "", "BIORES"): "INDETERMINATE"}, NOT_MET, id="I2 indeterminate"
        ),
        pytest.param("I2", {("LH", "lh", "", "BIORES"): None}, UNKNOWN, id="I2 result missing"),
        pytest.param("I3", {}, MET, id="I3 grade 2"),
        pytest.param("I3", {CHEST: "1"}, NOT_MET, id="I3 grade 1"),
        pytest.param("I3", {CHEST: None}, UNKNOWN, id="I3 the rest 0, one blank"),
        pytest.param(
            "I3", {("CLASI", "clasi_area", "08", "CLERY"): None}, MET, id="I3 2, another blank"
        ),
        pytest.param("I3", {("CLASI", "clasi", "", "CLMUC"): None}, MET, id="I3 erythema whole"),
        pytest.param(
            "I4", {(*PT, "ANTIMAL", "PTREFR"): "N"}, NOT_MET, id="I4 antimalarials worked"
        ),
        pytest.param(
            "I4", {(*PT, "ANTIMAL", "PTOCCUR"): "N"}, NOT_MET, id="I4 never an antimalarial"
        ),
        pytest.param("I4", {(*PT, "TOPSTER", "PTREFR"): "N"}, NOT_MET, id="I4 steroids worked"),
        pytest.param("I4", {(*PT, "TOPSTER", "PTREFR"): None}, UNKNOWN, id="I4 steroids unsaid"),
        pytest.param("I5", {(*RP, "RPPREG"): "Y"}, NOT_MET, id="I5 pregnant"),
        pytest.param("I5", {(*RP, "RPWISH"): "Y"}, NOT_MET, id="I5 wish"),
        pytest.param("I5", {("PG", "pg", "", "PGRES"): "POSITIVE"}, NOT_MET, id="I5 positive test"),
        pytest.param("I5", {("PG", "pg", "", "PGRES"): None}, UNKNOWN, id="I5 no test"),
        pytest.param(
            "I5",
            {(*RP, "RPWOCBP"): "N", ("PG", "pg", "", "PGRES"): None},
            MET,
            id="I5 no test needed",
        ),
        pytest.param("I5", {**MAN, (*RP, "RPWISH"): None}, MET, id="I5 a man"),
    ],
)
def test_inclusion(code, change, expected):
    """I1, I2, I3, I4, I5, CL-GRADE2, F-DM-AGE, R-WHO."""
    assert verdict(code, change) is expected


@pytest.mark.parametrize(
    ("code", "change", "expected"),
    [
        pytest.param("E1", {(*RP, "RPBF"): "Y"}, MET, id="E1 breastfeeding"),
        pytest.param("E1", {(*RP, "RPPREG"): "Y"}, MET, id="E1 pregnant"),
        pytest.param("E1", {(*RP, "RPADEQ"): "N"}, MET, id="E1 inadequate"),
        pytest.param("E1", {(*RP, "RPADEQ"): None}, UNKNOWN, id="E1 adequacy unsaid"),
        pytest.param(
            "E1",
            {(*RP, "RPWOCBP"): "N", (*RP, "RPREASND"): "SURGERY", (*RP, "RPADEQ"): None},
            NOT_MET,
            id="E1 no potential",
        ),
        pytest.param(
            "E1",
            {(*RP, "RPWOCBP"): "N", (*RP, "RPREASND"): "MALE"},
            UNKNOWN,
            id="E1 a woman for being a man",
        ),
        pytest.param("E1", {**MAN, (*RP, "RPPARTN"): "N"}, MET, id="E1 a man without condom"),
        pytest.param("E1", {**MAN, (*RP, "RPPARTN"): None}, UNKNOWN, id="E1 a man, unsaid"),
        pytest.param("E2", {PLATELETS: "30"}, NOT_MET, id="E2 platelets 30"),
        pytest.param("E2", {PLATELETS: "29.9"}, MET, id="E2 platelets 29.9"),
        pytest.param("E2", {PLATELETS: "<30"}, MET, id="E2 platelets below 30"),
        pytest.param("E2", {PLATELETS: "<50"}, UNKNOWN, id="E2 platelets below 50"),
        pytest.param("E2", {LEUCOCYTES: "1.5"}, NOT_MET, id="E2 leucocytes 1.5"),
        pytest.param("E2", {LEUCOCYTES: "1.49"}, MET, id="E2 leucocytes 1.49"),
        pytest.param(
            "E2",
            {LEUCOCYTES: "1490", ("LB", "lb", "WBC", "LBORRESU"): "/µL"},
            MET,
            id="E2 in another unit",
        ),
        pytest.param(
            "E2", {("LB", "lb", "WBC", "LBORRESU"): None}, UNKNOWN, id="E2 unit not stated"
        ),
        pytest.param("E2", {(*MH, "CYTOPEN", "MHOCCUR"): "Y"}, MET, id="E2 known before"),
        pytest.param("E3", {(*MH, "ATE", "MHOCCUR"): "Y"}, MET, id="E3 arterial"),
        pytest.param("E3", {(*MH, "VTE", "MHOCCUR"): "Y"}, MET, id="E3 venous"),
        pytest.param("E3", {(*MH, "VTE", "MHOCCUR"): None}, UNKNOWN, id="E3 half asked"),
        pytest.param("E4", {(*SE, "LA", "SERES"): "POSITIVE"}, MET, id="E4 anticoagulant"),
        pytest.param("E4", {(*SE, "ACL", "SERES"): "POSITIVE"}, MET, id="E4 anticardiolipin"),
        pytest.param("E4", {(*SE, "AB2GP1", "SERES"): "POSITIVE"}, MET, id="E4 glycoprotein"),
        pytest.param("E4", {(*SE, "ACL", "SERES"): "INDETERMINATE"}, UNKNOWN, id="E4 unclear"),
        pytest.param("E4", {(*MH, "APS", "MHOCCUR"): "Y"}, MET, id="E4 syndrome"),
        pytest.param("E6", {(*MH, "RENALPRG", "MHOCCUR"): "Y"}, MET, id="E6"),
        pytest.param("E7", {("IC", "ic", "", "ICYN"): "N"}, MET, id="E7 not given"),
        pytest.param(
            "E7", {("IC", "ic", "", "RFICDAT"): "2010-03-01"}, NOT_MET, id="E7 on the day"
        ),
        pytest.param("E7", {("IC", "ic", "", "RFICDAT"): "2010-03-02"}, MET, id="E7 a day late"),
        pytest.param("E7", {("IC", "ic", "", "RFICDAT"): None}, UNKNOWN, id="E7 undated"),
        pytest.param("E8", {(*MH, "SYSFLARE", "MHOCCUR"): "Y"}, MET, id="E8"),
        pytest.param("E9", {(*MH, "PSYCH", "MHOCCUR"): "Y"}, MET, id="E9 psychiatric"),
        pytest.param("E9", {(*MH, "SOCIAL", "MHOCCUR"): "Y"}, MET, id="E9 social"),
        pytest.param("E10", {(*SE, "HIV", "SERES"): "POSITIVE"}, MET, id="E10 HIV"),
        pytest.param("E10", {(*SE, "HBSAG", "SERES"): "POSITIVE"}, MET, id="E10 HBsAg"),
        pytest.param("E10", {(*SE, "HCVAB", "SERES"): "POSITIVE"}, MET, id="E10 anti-HCV"),
        pytest.param("E10", {(*SE, "HBCAB", "SERES"): "POSITIVE"}, NOT_MET, id="E10 anti-HBc"),
        pytest.param("E10", {(*SE, "HIV", "SERES"): None}, UNKNOWN, id="E10 HIV untested"),
        pytest.param("E10", {(*MH, "HCV", "MHOCCUR"): "Y"}, MET, id="E10 history"),
    ],
)
def test_exclusion(code, change, expected):
    """E1, E2, E3, E4, E6, E7, E8, E9, E10, F-IC-RFICDAT."""
    assert verdict(code, change) is expected


@pytest.mark.parametrize(
    ("groups", "change", "expected"),
    [
        pytest.param(("leg_R",), {}, NOT_MET, id="I4 exactly 18"),
        pytest.param(("leg_R", "perineum"), {}, MET, id="I4 19"),
        pytest.param(("leg_R",), {("BM", "bm", "", "BMPERF"): "N"}, UNKNOWN, id="I4 half seen"),
        pytest.param(
            ("leg_R", "perineum"), {("BM", "bm", "", "BMPERF"): "N"}, MET, id="I4 19, half seen"
        ),
        pytest.param(
            ("leg_R",), {**THALIDOMIDE, (*PT, "THALIDO", "PTREFR"): "Y"}, MET, id="I4 no effect"
        ),
        pytest.param(
            ("leg_R",), {**THALIDOMIDE, (*PT, "THALIDO", "PTSEVAE"): "Y"}, MET, id="I4 toxicity"
        ),
        pytest.param(
            ("leg_R",), {**THALIDOMIDE, (*PT, "THALIDO", "PTSEVAE"): "N"}, NOT_MET, id="I4 worked"
        ),
        pytest.param(("leg_R",), THALIDOMIDE, UNKNOWN, id="I4 toxicity unsaid"),
    ],
)
def test_either_route_answers_inclusion_4(groups, change, expected):
    assert verdict("I4", change, drawing(*groups)) is expected


def test_both_routes_of_inclusion_4_show_their_evidence():
    change = {**THALIDOMIDE, (*PT, "THALIDO", "PTSEVAE"): "Y"}
    answer = assess(chart(screening(change))).answer("I4")
    assert "19.00 %" in " ".join(e.says.en for e in answer.evidence)
    places = {(e.section, e.row, e.item) for e in answer.evidence}
    assert ("pt_asked", "THALIDO", "PTSEVAE") in places
    assert {e.key.form for e in answer.evidence} == {"PT", "BM"}


@pytest.mark.parametrize(
    ("change", "oids"),
    [
        pytest.param({}, ["IE.NEAR18"], id="19 %"),
        pytest.param({("VS", "vs", "", "WEIGHT"): "80.0"}, ["IE.NEAR18"], id="80 kg"),
        pytest.param(
            {("VS", "vs", "", "WEIGHT"): "80.1", ("VS", "vs", "", "HEIGHT"): "190"},
            ["IE.NEAR18", "IE.OBESE"],
            id="80.1 kg",
        ),
        pytest.param(
            {("VS", "vs", "", "WEIGHT"): "76.8", ("VS", "vs", "", "HEIGHT"): "160"},
            ["IE.NEAR18", "IE.OBESE"],
            id="body mass index 30",
        ),
        pytest.param(
            {**THALIDOMIDE, (*PT, "THALIDO", "PTREFR"): "Y"}, [], id="the other route decides"
        ),
        pytest.param({(*PT, "ANTIMAL", "PTREFR"): "N"}, [], id="not refractory anyhow"),
    ],
)
def test_a_surface_close_to_18_percent_is_in_doubt_where_it_decides(change, oids):
    """BS-OBESE, BS-BAND."""
    answer = assess(chart(screening(change))).answer("I4")
    assert [caution.oid for caution in answer.cautions] == oids


def test_a_surface_far_from_18_percent_is_in_no_doubt():
    answer = assess(chart(screening(), drawing("leg_R", "trunk_ant"))).answer("I4")
    assert (answer.verdict, answer.cautions) == (MET, ())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({CREATININE: "70"}, NOT_MET, id="E5 normal"),
        pytest.param({CREATININE: "400"}, MET, id="E5 all below"),
        pytest.param(BORDER, UNKNOWN, id="E5 on both sides, nobody chose"),
        pytest.param({CREATININE: None}, UNKNOWN, id="E5 no creatinine"),
        pytest.param({UNIT: None}, UNKNOWN, id="E5 unit not stated"),
        pytest.param({("VS", "vs", "", "WEIGHT"): None}, UNKNOWN, id="E5 no weight"),
        pytest.param({("DM", "dm", "", "RACE"): None}, NOT_MET, id="E5 race does not matter"),
        pytest.param({CREATININE: "<80"}, NOT_MET, id="E5 below the assay"),
        pytest.param({CREATININE: ">80"}, UNKNOWN, id="E5 above the assay"),
        pytest.param({CREATININE: ">400"}, MET, id="E5 far above the assay"),
    ],
)
def test_filtration(change, expected):
    assert verdict("E5", change) is expected


@pytest.mark.parametrize(
    ("equation", "expected"),
    [
        pytest.param("MDRD175", MET, id="E5 MDRD-4"),
        pytest.param("CG", NOT_MET, id="E5 Cockcroft-Gault"),
        pytest.param("EPI09", NOT_MET, id="E5 CKD-EPI 2009"),
        pytest.param("EPI21", NOT_MET, id="E5 CKD-EPI 2021"),
    ],
)
def test_where_equations_disagree_the_investigator_says_which_one_counts(equation, expected):
    records = screening(BORDER)
    chosen = at("SCR", "IE", {"ie_decision": {"": {"IEGFREQ": equation}}})
    assert assess(chart({**records, chosen.key: chosen})).answer("E5").verdict is expected


def test_equations_on_both_sides_of_30_are_a_query_until_one_is_chosen():
    """RN-QUERY."""
    records = screening(BORDER)
    undecided = list(findings(assess(chart(records)), confirmed({})))
    assert [(f.oid, f.section, f.item) for f in undecided if "EGFR" in f.oid] == [
        ("IE.EGFR30", "ie_decision", "IEGFREQ")
    ]
    chosen = at("SCR", "IE", {"ie_decision": {"": {"IEGFREQ": "CG"}}})
    decided = assess(chart({**records, chosen.key: chosen}))
    assert [f for f in findings(decided, chosen) if "EGFR" in f.oid] == []


def test_the_four_equations_stand_side_by_side():
    found = estimates(chart(screening(BORDER)))
    assert [(e.code, f"{e.low:.1f}") for e in found] == [
        ("MDRD175", "28.6"), ("CG", "35.4"), ("EPI09", "31.3"), ("EPI21", "32.8")
    ]  # fmt: skip
    assert [e.code for e in found] == list(EQUATIONS)


def test_an_unreported_race_spans_what_it_can_mean():
    (mdrd, gault, *_) = estimates(chart(screening({("DM", "dm", "", "RACE"): "NOT REPORTED"})))
    assert mdrd.low is not None
    assert mdrd.low < mdrd.high
    assert gault.low == gault.high


def test_the_last_values_up_to_the_first_dose_count():
    records = screening({PLATELETS: "25"})
    later = at("D1", "LB", {"lb": {"PLAT": {"LBORRES": "90", "LBORRESU": "10⁹/L"}}})
    day_1 = {**records, **held("D1", "2010-03-15"), later.key: later}
    assert assess(chart(day_1)).answer("E2").verdict is NOT_MET
    treated = {**day_1, **held("D1", "2010-03-16"), **dosed(("2010-03-15", None))}
    assert assess(chart(treated)).answer("E2").verdict is MET


TEST_DAY, SAMPLE_DAY = ("PG", "pg", "", "PGDAT"), ("LB", "lb_sample", "", "LBDAT")


@pytest.mark.parametrize(
    ("doses", "on", "counts"),
    [
        pytest.param((), "2010-02-01", True, id="28 days before screening"),
        pytest.param((), "2010-01-31", False, id="29 days before screening"),
        pytest.param((("2010-03-29", None),), "2010-03-01", True, id="28 days before Day 1"),
        pytest.param((("2010-03-30", None),), "2010-03-01", False, id="29 days before Day 1"),
        pytest.param((("2010-03-15", None),), "2010-03-15", True, id="on Day 1"),
        pytest.param((("2010-03-15", None),), "2010-03-16", False, id="after the first dose"),
    ],
)
def test_a_test_and_a_sample_count_within_the_screening_period(doses, on, counts):
    """I5, E1, E2, E5."""
    records = {**screening({TEST_DAY: on, SAMPLE_DAY: on}), **(dosed(*doses) if doses else {})}
    woman = assess(chart(records))
    assert woman.unknown == (() if counts else ("I5", "E1", "E2", "E5"))
    assert woman.failed == ()


@pytest.mark.parametrize(
    ("on", "result", "said"),
    [
        pytest.param(
            "2009-12-01",
            "NEGATIVE",
            "negative, of 2009-12-01, more than 28 days before the screening visit of 2010-03-01",
            id="old",
        ),
        pytest.param(None, "NEGATIVE", "negative, no date", id="undated"),
        pytest.param(None, "POSITIVE", "positive, no date", id="positive and undated"),
    ],
)
def test_a_pregnancy_test_of_another_time_determines_nothing_and_says_so(on, result, said):
    """I5, E1."""
    woman = assess(chart(screening({TEST_DAY: on, ("PG", "pg", "", "PGRES"): result})))
    for code in ("I5", "E1"):
        assert woman.answer(code).verdict is UNKNOWN
        assert said in woman.answer(code).why.en.lower()


@pytest.mark.parametrize("code", ["E2", "E5"])
def test_an_old_sample_says_why_it_determines_nothing(code):
    """E2, E5."""
    answer = assess(chart(screening({SAMPLE_DAY: "2009-03-01"}))).answer(code)
    assert "of 2009-03-01, more than 28 days before the screening visit" in answer.why.en
    assert "del 2009-03-01, más de 28 días antes de la visita de selección" in answer.why.es


def test_an_old_sample_keeps_no_history_from_excluding():
    """E2."""
    change = {SAMPLE_DAY: "2009-03-01", (*MH, "CYTOPEN", "MHOCCUR"): "Y"}
    assert verdict("E2", change) is MET


def test_a_sample_without_a_date_is_of_the_day_of_its_visit():
    """E2, E5: of Day 1, beside a screening 29 days before."""
    undated = screening({SAMPLE_DAY: None})
    late = {**undated, **dosed(("2010-03-30", None))}
    assert {"E2", "E5"} <= set(assess(chart(late)).unknown)
    assert assess(chart(undated)).answer("E2").verdict is NOT_MET


def test_the_clearance_of_a_sample_is_that_of_its_own_form():
    """E5: 60 kg at the visit of the sample, 45 kg on Day 1; 33.3 and not 25.0 mL/min."""
    lighter = at("D1", "VS", {"vs": {"": {"WEIGHT": "45.0"}}})
    records = {**screening({CREATININE: "190"}), **held("D1", DAY_1), lighter.key: lighter}
    answer = assess(chart(records)).answer("E5")
    gault = next(e for e in estimates(chart(records)) if e.code == "CG")
    sample = records[key("LB", "SCR")]
    own = rates(sample, patient_at(records, sample.key))["EGFRCG"]
    assert own is not None
    assert gault.low == gault.high == own.value
    assert [e.value for e in answer.evidence if e.item == "WEIGHT"] == ["60.0"]


def test_a_count_low_only_now_is_in_doubt():
    answer = assess(chart(screening({PLATELETS: "25"}))).answer("E2")
    assert [caution.oid for caution in answer.cautions] == ["IE.CYTOPEN"]


def test_anti_hbc_alone_is_in_doubt():
    answer = assess(chart(screening({(*SE, "HBCAB", "SERES"): "POSITIVE"}))).answer("E10")
    assert [caution.oid for caution in answer.cautions] == ["IE.HBC"]


@pytest.mark.parametrize(
    ("since", "oids"),
    [
        pytest.param("2010-02-15", [], id="four weeks before"),
        pytest.param("2010-02-16", ["IE.CONTRACEPTION"], id="a day less"),
        pytest.param("2010-02", [], id="some day of that month"),
    ],
)
def test_contraception_begins_four_weeks_before_the_first_dose(since, oids):
    """LEN-CONTR."""
    records = {**screening({(*RP, "RPCONST"): since}), **dosed(("2010-03-15", None))}
    answer = assess(chart(records)).answer("E1")
    assert [caution.oid for caution in answer.cautions] == oids


def test_missing_evidence_says_why_it_is_missing_and_where_it_belongs():
    records = screening({(*SE, "HIV", "SERES"): None})
    serology = key("SE", "SCR")
    flavours = {("se", "HIV", "SERES"): Missing("ND")}
    records[serology] = replace(records[serology], flavours=flavours)
    answer = assess(chart(records)).answer("E10")
    (missing,) = [e for e in answer.evidence if e.value is None]
    assert (missing.key, missing.row, missing.item) == (serology, "HIV", "SERES")
    assert missing.says.en == "HIV antibodies: Not done"
    assert answer.why.en == "Not known yet: HIV antibodies: Not done."


def test_evidence_carries_the_day_of_its_visit():
    (birth, *_) = assess(chart(screening())).answer("I1").evidence
    assert (birth.says.en, birth.on) == (
        "Date of birth: 1970-06-15, 39 years at screening",
        "2010-03-01",
    )


def test_a_confirmed_answer_that_disagrees_with_the_data_needs_a_reason():
    woman = assess(chart(screening(), drawing("leg_R", "trunk_ant")))
    found = list(findings(woman, confirmed({"I1": "N", "E3": "N"})))
    assert [(f.oid, f.severity, f.row) for f in found] == [("IE.DISAGREE.I1", Severity.SOFT, "I1")]
    assert "39 years" in found[0].message.en


def test_what_cannot_be_determined_disagrees_with_nothing():
    woman = assess(chart(screening(without="LH"), drawing("leg_R", "trunk_ant")))
    assert list(findings(woman, confirmed({"I2": "Y"}))) == []


@pytest.mark.parametrize(
    ("change", "but", "decided", "oids"),
    [
        pytest.param({}, {}, "Y", [], id="all met"),
        pytest.param({(*MH, "VTE", "MHOCCUR"): "Y"}, {}, "Y", ["IE.ELIGIBLE"], id="one fails"),
        pytest.param({(*MH, "VTE", "MHOCCUR"): None}, {}, "Y", ["IE.ELIGIBLE"], id="one unknown"),
        pytest.param({}, {"E8": "Y"}, "Y", ["IE.DISAGREE.E8", "IE.ELIGIBLE"], id="they say no"),
        pytest.param({(*MH, "VTE", "MHOCCUR"): "Y"}, {}, "N", [], id="rightly refused"),
        pytest.param({}, {}, "N", ["IE.NOTELIGIBLE"], id="refused for no criterion"),
        pytest.param({(*MH, "VTE", "MHOCCUR"): None}, {}, "N", [], id="refused, one unknown"),
        pytest.param({(*MH, "VTE", "MHOCCUR"): "Y"}, {}, None, [], id="not decided yet"),
    ],
)
def test_eligible_is_refused_while_anything_fails_or_is_unknown(change, but, decided, oids):
    """F-IE-UNKNOWN, F-DM-AGE."""
    woman = assess(chart(screening(change), drawing("leg_R", "trunk_ant")))
    record = confirmed(everything(woman, but=but), decided)
    found = list(findings(woman, record))
    assert [f.oid for f in found] == oids
    hard = [f.oid for f in found if f.severity is Severity.HARD]
    assert hard == [oid for oid in oids if oid == "IE.ELIGIBLE"]


def test_confirming_as_computed_fills_determined_blanks_alone():
    woman = assess(chart(screening(without="LH")))
    given = computed(woman, confirmed({"I1": "N"}))
    assert set(given) == {row.value for row in ROWS.codes} - {"I1", "I2"}
    assert (given["I3"], given["E3"]) == ("Y", "N")
    assert CONFIRMED.item("IEORRES")
