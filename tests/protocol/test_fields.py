"""Every field of the clinical specification, section 10.1, is asked as it says."""

from __future__ import annotations

from dataclasses import fields

import pytest

from ordi_crf import forms
from ordi_crf.core.records import SubjectKey
from ordi_crf.forms.schema import Attachment, Choice, Date, FreeText, LabResult, Number, Stroke

YES = "Y|N"
LOCATIONS = "01|02|03|04|05|06|07|08|09|10|11|12|13|OTHER"
ENDED = (
    "COMPLETED|ADVERSE EVENT|LACK OF EFFICACY|LOST TO FOLLOW-UP|WITHDRAWAL BY SUBJECT|"
    "PHYSICIAN DECISION|PREGNANCY|DEATH|PROTOCOL DEVIATION|OTHER"
)
WHEN, ANY_WHEN, WORDS = (Date, "full"), (Date, "partial"), (FreeText, "")


def one_of(codes: str) -> tuple[type, str]:
    return Choice, codes


def in_(unit: str) -> tuple[type, str]:
    return Number, unit


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("SV.sv.VISDAT", WHEN, id="F-SV-VISDAT"),
        pytest.param("IC.ic.ICYN", one_of(YES), id="F-IC-ICYN"),
        pytest.param("IC.ic.RFICDAT", WHEN, id="F-IC-RFICDAT"),
        pytest.param("IC.ic.PPPDAT", WHEN, id="F-IC-PPPDAT"),
        pytest.param("IE.ie.IEORRES", one_of(YES), id="F-IE-IEORRES"),
        pytest.param("IE.ie_decision.IEYN", one_of(YES), id="F-IE-IEYN"),
        pytest.param("IE.ie_decision.IEDAT", WHEN, id="F-IE-IEYN date"),
        pytest.param("IE.ie_decision.IEGFREQ", one_of("MDRD175|CG|EPI09|EPI21"), id="F-IE-SETTING"),
        pytest.param("DM.dm.BRTHDAT", ANY_WHEN, id="F-DM-BRTHDAT"),
        pytest.param("DM.dm.SEX", one_of("F|M"), id="F-DM-SEX and R-WHO"),
        pytest.param(
            "DM.dm.RACE",
            one_of(
                "WHITE|BLACK OR AFRICAN AMERICAN|ASIAN|AMERICAN INDIAN OR ALASKA NATIVE|OTHER|"
                "NOT REPORTED"
            ),
            id="F-DM-RACE",
        ),
        pytest.param(
            "DM.dm.ETHNIC",
            one_of("HISPANIC OR LATINO|NOT HISPANIC OR LATINO|NOT REPORTED"),
            id="F-DM-ETHNIC",
        ),
        pytest.param("MH.mh_asked.MHOCCUR", one_of(YES), id="F-MH-CAT"),
        pytest.param("MH.mh.MHTERM", WORDS, id="F-MH-TERM"),
        pytest.param("MH.mh.MHSTDAT", ANY_WHEN, id="F-MH-TERM start"),
        pytest.param("MH.mh.MHONGO", one_of(YES), id="F-MH-TERM ongoing"),
        pytest.param("MH.su.SUNCF", one_of("NEVER|CURRENT|FORMER"), id="F-SU-SUNCF"),
        pytest.param("MH.su.SUPY", in_(""), id="F-SU-SUPY"),
        pytest.param(
            "LH.lh.LHSUBTYP", one_of("ACLE|SCLE|DLE-LOC|DLE-GEN|LEP|LET|OTHER"), id="F-LH-LHSUBTYP"
        ),
        pytest.param("LH.lh.CLEDXDAT", ANY_WHEN, id="F-LH-CLEDXDAT"),
        pytest.param("LH.lh.BIODAT", ANY_WHEN, id="F-LH-BIOPSY date"),
        pytest.param(
            "LH.lh.BIORES",
            one_of("CONSISTENT|NOT CONSISTENT|INDETERMINATE"),
            id="F-LH-BIOPSY result",
        ),
        pytest.param(
            "LH.lh.BIODIF", one_of("POSITIVE|NEGATIVE|NOT DONE"), id="F-LH-BIOPSY fluorescence"
        ),
        pytest.param("LH.lh.SLE", one_of(YES), id="F-LH-SLE"),
        pytest.param("LH.lh.SLEDXDAT", ANY_WHEN, id="F-LH-SLE onset"),
        pytest.param("LH.lh.ACRCRIT", in_(""), id="F-LH-ACRCRIT"),
        pytest.param("LH.lh.PHOTOSEN", one_of(YES), id="F-LH-PHOTOSEN"),
        pytest.param("PT.pt_asked.PTREFR", one_of(YES), id="F-PT-ASKED efficacy"),
        pytest.param("PT.pt_asked.PTSEVAE", one_of(YES), id="F-PT-ASKED severe event"),
        pytest.param("PT.pt.CMTRT", WORDS, id="F-PT-CMTRT"),
        pytest.param("PT.pt.CMDOSE", in_(""), id="F-PT-CMDOSE"),
        pytest.param("PT.pt.CMDOSU", WORDS, id="F-PT-CMDOSE unit"),
        pytest.param("PT.pt.CMSTDAT", ANY_WHEN, id="F-PT-DATES start"),
        pytest.param("PT.pt.CMENDAT", ANY_WHEN, id="F-PT-DATES end"),
        pytest.param(
            "PT.pt.PTRESP", one_of("NONE|PARTIAL|COMPLETE|NOT EVALUABLE"), id="F-PT-PTRESP"
        ),
        pytest.param(
            "PT.pt.PTREASND",
            one_of("LACK OF EFFICACY|SEVERE ADVERSE EVENT|ADVERSE EVENT|REMISSION|OTHER"),
            id="F-PT-PTRESP reason",
        ),
        pytest.param("RP.rp.RPWOCBP", one_of(YES), id="F-RP-RPWOCBP"),
        pytest.param(
            "RP.rp.RPREASND",
            one_of("AGE50-AMENORRHOEA|OVARIAN FAILURE|SURGERY|GENETIC|MALE"),
            id="LEN-WOCBP",
        ),
        pytest.param(
            "RP.rp.RPCONTR",
            one_of(
                "IMPLANT|LNG-IUS|DEPOT MPA|STERILISATION|VASECTOMISED PARTNER|DESOGESTREL|"
                "ABSTINENCE|OTHER"
            ),
            id="F-RP-RPCONTR and LEN-CONTR",
        ),
        pytest.param("RP.rp.RPCONST", ANY_WHEN, id="F-RP-RPCONST"),
        pytest.param("RP.rp.RPPARTN", one_of(YES), id="F-RP-RPPARTN"),
        pytest.param("VS.vs.HEIGHT", in_("cm"), id="F-VS-HEIGHT"),
        pytest.param("VS.vs.WEIGHT", in_("kg"), id="F-VS-WEIGHT"),
        pytest.param("VS.vs.SYSBP", in_("mmHg"), id="F-VS-SYSBP"),
        pytest.param("VS.vs.DIABP", in_("mmHg"), id="F-VS-DIABP"),
        pytest.param("VS.vs.PULSE", in_("/min"), id="F-VS-PULSE"),
        pytest.param("VS.vs.TEMP", in_("°C"), id="F-VS-TEMP"),
        pytest.param("NV.nv_asked.NVPRES", one_of(YES), id="F-NV-SYMPTOM"),
        pytest.param("NV.nv_asked.NVGRADE", one_of("1|2|3|4"), id="F-NV-SYMPTOM grade"),
        pytest.param("NV.nv.NVREFL", one_of("NORMAL|REDUCED|ABSENT"), id="F-NV-NVREFL"),
        pytest.param("EMG.emg.NCSDAT", WHEN, id="F-EMG-NCSDAT"),
        pytest.param("EMG.emg.SNAPR", in_("µV"), id="F-EMG-SNAPR and LEN-SNAP"),
        pytest.param("EMG.emg.SNAPL", in_("µV"), id="F-EMG-SNAPL and LEN-SNAP"),
        pytest.param(
            "EMG.emg.NCSCONC", one_of("NORMAL|ABNORMAL-NCS|ABNORMAL-CS"), id="LEN-SNAP conclusion"
        ),
        pytest.param("LB.lb_sample.LBDAT", WHEN, id="F-LB-LBDAT"),
        pytest.param("LB.lb.LBORRES", (LabResult, ""), id="DN-CENS and F-LB-LBORRESU"),
        pytest.param("LB.lb.LBORNRLO", in_(""), id="F-LB-LBORNR lower"),
        pytest.param("LB.lb.LBORNRHI", in_(""), id="F-LB-LBORNR upper"),
        pytest.param("LB.lb.LBCLSIG", one_of(YES), id="F-LB-LBCLSIG"),
        pytest.param(
            "LB.lb_urine.UCASTS", one_of("NONE|HAEM-GRANULAR|RED CELL|OTHER"), id="F-LB-UCASTS"
        ),
        pytest.param("CLASI.clasi.QSEVAL", WORDS, id="F-QS-QSEVAL"),
        pytest.param("BM.bm_stroke.BMLAYER", one_of("ACTIVE|DAMAGE"), id="BS-LAYERS"),
        pytest.param("BM.bm_stroke.BMOP", (Stroke, ""), id="F-BM-STROKE"),
        pytest.param("PH.ph.PHFILE", (Attachment, ""), id="F-PH-PHFILE"),
        pytest.param("PH.ph.PHLOC", one_of(LOCATIONS), id="F-PH-PHFILE location"),
        pytest.param("PH.ph.PHDAT", WHEN, id="F-PH-PHFILE date"),
        pytest.param("SLEDAI.sledai_descriptor.SLPRES", one_of("0|1"), id="F-SL-SLPRES"),
        pytest.param("SLEDAI.sledai_descriptor.SLATTR", WORDS, id="F-SL-SLPRES attribution"),
        pytest.param("PGA.pga.PGASCORE", in_(""), id="F-PGA-PGASCORE"),
        pytest.param("PGA.pga.PTVAS", in_(""), id="F-PGA-PTVAS"),
        pytest.param("PG.pg.PGDAT", WHEN, id="F-PG-PGDAT"),
        pytest.param("PG.pg.PGSAMP", one_of("URINE|SERUM"), id="F-PG-PGDAT sample"),
        pytest.param("PG.pg.PGRES", one_of("NEGATIVE|POSITIVE"), id="F-PG-PGDAT result"),
        pytest.param("PG.pg.PGSENS", in_("mIU/mL"), id="F-PG-PGSENS"),
        pytest.param("PG.pg.PGCOUNS", one_of(YES), id="F-PG-PGCOUNS and LEN-LATE"),
        pytest.param("PG.pg.PGLATE", one_of(YES), id="LEN-LATE"),
        pytest.param("EX.ex.EXDOSE", in_("mg"), id="F-EX-EXDOSE and R-ARM"),
        pytest.param("EX.ex.EXDOSFRQ", one_of("QD|QOD|BIW|QS"), id="F-EX-EXDOSFRQ"),
        pytest.param("EX.ex.EXSTDAT", WHEN, id="F-EX-DATES first"),
        pytest.param("EX.ex.EXENDAT", WHEN, id="F-EX-DATES last"),
        pytest.param(
            "EX.ex.EXADJ",
            one_of("START|CR|RESPONSE|INSUFFICIENT|AE|RELAPSE|OTHER"),
            id="F-EX-EXADJ and R-ARM",
        ),
        pytest.param("DA.da.DASTREN", one_of("2.5|5|10"), id="F-DA-DADISP strength"),
        pytest.param("DA.da.DADISP", in_(""), id="F-DA-DADISP"),
        pytest.param("DA.da.DARET", in_(""), id="F-DA-DADISP returned"),
        pytest.param("DA.da.DALOT", WORDS, id="F-DA-DALOT"),
        pytest.param("DA.da.DAEXPDAT", ANY_WHEN, id="F-DA-DALOT expiry"),
        pytest.param("AE.ae.AETERM", WORDS, id="F-AE-AETERM"),
        pytest.param("AE.ae.AESTDAT", ANY_WHEN, id="F-AE-DATES start"),
        pytest.param("AE.ae.AEENDAT", ANY_WHEN, id="F-AE-DATES end"),
        pytest.param("AE.ae.AEONGO", one_of(YES), id="F-AE-DATES ongoing"),
        pytest.param("AE.ae.AETOXGR", one_of("1|2|3|4|5"), id="F-AE-AETOXGR and AE-GRADE"),
        pytest.param("AE.ae.AETOXVER", one_of("4.03|3.0"), id="AE-VER"),
        pytest.param(
            "AE.ae.AEREL",
            one_of("NOT RELATED|POSSIBLY RELATED|PROBABLY RELATED|RELATED"),
            id="F-AE-AEREL and AE-REL",
        ),
        pytest.param(
            "AE.ae.AEACN",
            one_of("DOSE NOT CHANGED|DOSE REDUCED|DRUG INTERRUPTED|DRUG WITHDRAWN|NOT APPLICABLE"),
            id="F-AE-AEREL action",
        ),
        pytest.param(
            "AE.ae.AEOUT",
            one_of(
                "RECOVERED/RESOLVED|RECOVERING/RESOLVING|RECOVERED/RESOLVED WITH SEQUELAE|"
                "NOT RECOVERED/NOT RESOLVED|FATAL|UNKNOWN"
            ),
            id="F-AE-AEREL outcome",
        ),
        pytest.param("AE.ae.AECONTRT", one_of(YES), id="F-AE-AEREL treated"),
        pytest.param(
            "AE.ae.AESI",
            one_of("VTE|ATE|NEUROPATHY|CYTOPENIA|PREGNANCY|SPM"),
            id="F-AE-AESI and LEN-AESI",
        ),
        pytest.param("SAE.sae.SAENARR", WORDS, id="F-SAE"),
        pytest.param("SAE.sae.SAEEXP", one_of(YES), id="AE-EXP"),
        pytest.param("SAE.sae.SAEAWARE", WHEN, id="AE-24H aware"),
        pytest.param("SAE.sae.SAEREP", WHEN, id="AE-24H reported"),
        pytest.param(
            "PREG.preg.PREGOUT",
            one_of("ONGOING|LIVE BIRTH|MISCARRIAGE|TERMINATION|STILLBIRTH|UNKNOWN"),
            id="F-PREG",
        ),
        pytest.param("CM.cm.CMTRT", WORDS, id="F-CM-CMTRT"),
        pytest.param("CM.cm.CMINDC", WORDS, id="F-CM-CMTRT indication"),
        pytest.param("CM.cm.CMDOSE", in_(""), id="F-CM-CMDOSE"),
        pytest.param("CM.cm.CMDOSFRQ", WORDS, id="F-CM-CMDOSE frequency"),
        pytest.param(
            "CM.cm.CMROUTE",
            one_of("ORAL|TOPICAL|INTRAVENOUS|SUBCUTANEOUS|INTRAMUSCULAR|OTHER"),
            id="F-CM-CMDOSE route",
        ),
        pytest.param("CM.cm.CMSTDAT", ANY_WHEN, id="F-CM-DATES start"),
        pytest.param("CM.cm.CMENDAT", ANY_WHEN, id="F-CM-DATES end"),
        pytest.param("CM.cm.CMONGO", one_of(YES), id="F-CM-DATES ongoing"),
        pytest.param(
            "CM.cm.CMCLAS",
            one_of("GLUCOCORTICOID|ANTIMALARIAL|CONTRACEPTIVE|ANTITHROMBOTIC|TOPICAL|OTHER"),
            id="F-CM-CMCLAS",
        ),
        pytest.param("CM.cm.CMPRED", in_("mg/d"), id="F-CM-CMPRED"),
        pytest.param("DS.ds.DSDECOD", one_of(ENDED), id="F-DS-DSDECOD"),
        pytest.param("DS.ds.DSSTDAT", WHEN, id="F-DS-DSDECOD date"),
        pytest.param("DS.ds_trt.DSTRTDEC", one_of(ENDED), id="F-DS-DSLDOSE reason"),
        pytest.param("DS.ds_trt.DSLDOSE", WHEN, id="F-DS-DSLDOSE"),
        pytest.param("DS.ds.DSLCONT", WHEN, id="F-DS-DSLCONT"),
        pytest.param("DV.dv.DVTERM", WORDS, id="F-DV"),
    ],
)
def test_a_field_is_asked_as_the_specification_says(place: str, expected: tuple[type, str]) -> None:
    oid, section, name = place.split(".")
    item = forms.form(oid).section(section).item(name)
    said = ""
    match item:
        case Choice():
            said = "|".join(code.value for code in item.codes.codes)
        case Number():
            said = item.unit
        case Date():
            said = "partial" if item.partial else "full"
    assert (type(item), said) == expected


@pytest.mark.parametrize(
    ("place", "rows"),
    [
        pytest.param(
            "LB.lb",
            {"HGB", "WBC", "NEUT", "LYM", "PLAT", "CREAT", "ALT", "AST", "C3", "C4", "DSDNA"},
            id="F-LB-LYM among the tests with numbers",
        ),
        pytest.param("LB.lb", {"CPK"}, id="F-LB-CPK"),
        pytest.param("LB.lb", {"TSH"}, id="F-LB-TSH"),
        pytest.param("LB.lb", {"URBC"}, id="F-LB-URBC"),
        pytest.param("LB.lb", {"UWBC"}, id="F-LB-UWBC"),
        pytest.param("LB.lb", {"UPCR"}, id="F-LB-UPCR"),
        pytest.param("SE.se", {"ANA"}, id="F-SE-ANA"),
        pytest.param("SE.se", {"RO"}, id="F-SE-RO"),
        pytest.param("SE.se", {"LASSB"}, id="F-SE-LASSB"),
        pytest.param("SE.se", {"SM"}, id="F-SE-SM"),
        pytest.param("SE.se", {"RNP"}, id="F-SE-RNP"),
        pytest.param("SE.se", {"LA"}, id="F-SE-LA"),
        pytest.param("SE.se", {"ACL"}, id="F-SE-ACL"),
        pytest.param("SE.se", {"AB2GP1"}, id="F-SE-AB2GP1"),
        pytest.param("SE.se", {"HIV"}, id="F-SE-HIV"),
        pytest.param("SE.se", {"HBSAG"}, id="F-SE-HBSAG"),
        pytest.param("SE.se", {"HBCAB"}, id="F-SE-HBCAB"),
        pytest.param("SE.se", {"HCVAB"}, id="F-SE-HCVAB"),
        pytest.param(
            "MH.mh_asked", {"ATE", "VTE", "HIV", "HBV", "HCV", "PSYCH", "SOCIAL"}, id="F-MH-CAT"
        ),
        pytest.param("MH.mh_asked", {"ATE", "VTE", "APS", "THROMRSK"}, id="LEN-VTE risk"),
        pytest.param("PE.pe", {"THROMB"}, id="LEN-VTE signs"),
        pytest.param("MH.mh_asked", {"NEUROP", "MALIG"}, id="LEN-NEURO and LEN-AESI"),
        pytest.param("PT.pt_asked", {"ANTIMAL", "TOPSTER", "THALIDO"}, id="F-PT-ASKED"),
    ],
)
def test_what_the_specification_names_has_a_row(place: str, rows: set[str]) -> None:
    oid, name = place.split(".")
    section = forms.form(oid).section(name)
    assert section.rows is not None
    assert rows <= {code.value for code in section.rows.codes}


def test_a_subject_is_a_code_and_no_form_asks_who_it_is() -> None:
    """DI-CODE: site and number alone; no name, initials, address or hospital record."""
    assert [field.name for field in fields(SubjectKey)] == ["siteid", "subjid"]
    labels = [i.label.en.lower() for f in forms.FORMS for s in f.sections for i in s.items]
    barred = ("name of the subject", "surname", "initials", "address", "phone", "record number")
    assert not [label for label in labels if any(word in label for word in barred)]
