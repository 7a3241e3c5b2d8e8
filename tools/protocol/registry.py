"""The registry record, ClinicalTrials.gov NCT01408199: its criteria, its outcomes, its table."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_INCLUSION = (
    _R(
        "I1", "Older than 18 years (eligibility field: 18 to 65)",
        "IE.ie[I1] DM.dm.BRTHDAT SV.sv.VISDAT", "IE.DISAGREE.I1",
        code="core.inclusion.age_limits",
    ),
    _R(
        "I2", "Cutaneous lupus proven by histology, with or without systemic disease",
        "IE.ie[I2] LH.lh.BIOPSY LH.lh.BIORES LH.lh.SLE", "IE.DISAGREE.I2",
        code="core.inclusion.histology",
    ),
    _R(
        "I3", "Erythema of grade II or more by CLASI in at least one location",
        "IE.ie[I3] CLASI.clasi_area.CLERY", "IE.DISAGREE.I3",
        code="core.inclusion.erythema core.inclusion.GRADE",
    ),
    _R(
        "I4",
        "Refractory to antimalarials and topical steroids, and lesions on more than 18 % of the "
        "body surface or thalidomide without efficacy or with severe side effects",
        "IE.ie[I4] PT.pt_asked BM.bm_stroke", "IE.DISAGREE.I4 IE.NEAR18 IE.OBESE",
        "BM.BSAACT", code="core.refractory.refractory core.surface.above_threshold",
    ),
    _R(
        "I5", "Neither pregnant nor wishing to become so during the study",
        "IE.ie[I5] RP.rp.RPPREG RP.rp.RPWISH PG.pg.PGRES", "IE.DISAGREE.I5 RP.PREG RP.WISH",
        code="core.inclusion.pregnancy_and_wish",
    ),
)  # fmt: skip

_EXCLUSION = (
    _R(
        "E1", "Pregnancy, breastfeeding or inadequate contraception",
        "IE.ie[E1] RP.rp.RPPREG RP.rp.RPBF RP.rp.RPADEQ RP.rp.RPPARTN",
        "IE.DISAGREE.E1 IE.CONTRACEPTION RP.ADEQ",
        code="core.exclusion.pregnancy_prevention",
    ),
    _R(
        "E2",
        "Platelets below 30 or leucocytes below 1.5 × 10⁹/L, known at least 30 days before",
        "IE.ie[E2] MH.mh_asked[CYTOPEN] LB.lb.LBORRES[PLAT,WBC]", "IE.DISAGREE.E2 IE.CYTOPEN",
        code="core.exclusion.cytopenia core.exclusion.PLATELETS core.exclusion.LEUCOCYTES",
    ),
    _R(
        "E3", "Previous arterial or venous thrombosis",
        "IE.ie[E3] MH.mh_asked[ATE,VTE]", "IE.DISAGREE.E3", code="core.exclusion.thrombosis",
    ),
    _R(
        "E4", "Antiphospholipid antibodies",
        "IE.ie[E4] SE.se.SERES[LA,ACL,AB2GP1] MH.mh_asked[APS]", "IE.DISAGREE.E4",
        code="core.exclusion.antiphospholipid",
    ),
    _R(
        "E5", "Renal impairment: filtration below 30 mL/min",
        "IE.ie[E5] LB.lb.LBORRES[CREAT] IE.ie_decision.IEGFREQ",
        "IE.DISAGREE.E5 IE.EGFR30 LB.EGFR30",
        "LB.EGFRMDRD LB.EGFRCG LB.EGFREPI9 LB.EGFREPI21", code="core.filtration.filtration",
    ),
    _R(
        "E6", "Progressive renal disease",
        "IE.ie[E6] MH.mh_asked[RENALPRG]", "IE.DISAGREE.E6",
        code="core.exclusion.renal_disease",
    ),
    _R(
        "E7", "No written informed consent before participation",
        "IE.ie[E7] IC.ic.ICYN IC.ic.RFICDAT", "IE.DISAGREE.E7",
        code="core.exclusion.no_consent",
    ),
    _R(
        "E8", "A systemic flare at the same time that may need other systemic treatment",
        "IE.ie[E8] MH.mh_asked[SYSFLARE]", "IE.DISAGREE.E8",
        code="core.exclusion.systemic_flare",
    ),
    _R(
        "E9", "Psychiatric or social disease that may interfere",
        "IE.ie[E9] MH.mh_asked[PSYCH,SOCIAL]", "IE.DISAGREE.E9",
        code="core.exclusion.interference",
    ),
    _R(
        "E10", "HIV, hepatitis B or hepatitis C",
        "IE.ie[E10] SE.se.SERES[HIV,HBSAG,HBCAB,HCVAB] MH.mh_asked[HIV,HBV,HCV]",
        "IE.DISAGREE.E10 IE.HBC", code="core.exclusion.infection",
    ),
)  # fmt: skip

_OUTCOMES = (
    _R(
        "O1", "Primary, 3 months: complete response, CLASI activity of 0",
        "CLASI.clasi_area CLASI.clasi EX.ex", derived="CLASI.CLTOTA",
        readings="O1.EVER O1.M3 O1.DAMAGE O1.ANY", code="core.responses.complete_response",
    ),
    _R(
        "O2", "12 months: a side effect",
        "AE.ae.AETERM AE.ae.AESTDAT AE.ae.AEREL", readings="O2.RELATED O2.ALL O2.LAST",
        code="core.responses.side_effects",
    ),
    _R(
        "O3", "6 months: a systemic flare, SLEDAI of 6 or more",
        "SLEDAI.sledai_descriptor.SLPRES", derived="SLEDAI.SLTOT",
        readings="O3.A O3.B O3.C O3.D", code="core.flares.systemic_flare core.sledai.ACTIVE",
    ),
    _R(
        "O4", "12 months: increasing anti-dsDNA; titres by ELISA at each visit",
        "LB.lb[DSDNA] LB.lb_sample.LBKIT LB.lb_sample.LBNAM", "LB.DUE LB.KIT",
        readings="O4.B O4.A O4.C O4.D", code="core.increases.increasing_dsdna study.TESTS_DUE",
    ),
    _R(
        "O5",
        "12 months: a cutaneous flare after withdrawal, CLASI of 2 or more after complete response",
        "CLASI.clasi_area CLASI.clasi EX.ex.EXENDAT",
        readings="O5.A O5.B O5.LAST O5.TAPER", code="core.flares.cutaneous_flare",
    ),
    _R(
        "O6", "12 months: any increase of CLASI damage over the initial score",
        "CLASI.clasi_area.CLDYS CLASI.clasi_area.CLSCR CLASI.clasi.CLSSCR CLASI.clasi.CLDYDUR",
        derived="CLASI.CLTOTD", readings="O6.ANY O6.FROZEN O6.LAST",
        code="core.increases.increased_damage",
    ),
)  # fmt: skip

_TABLE = (
    _R(
        "R-IDS", "Title, code ORDI-02, NCT01408199, EudraCT 2009-016508-21",
        code="study.TITLE study.STUDYID study.NCT study.EUDRACT",
    ),
    _R(
        "R-ARM", "Lenalidomide 5 mg daily until complete response, then tapered by response",
        "EX.ex.EXDOSE EX.ex.EXDOSFRQ EX.ex.EXADJ", "EX.STRENGTH",
    ),
    _R("R-WHO", "18 to 65 years, all sexes, no healthy volunteers",
       "DM.dm.BRTHDAT DM.dm.SEX LH.lh.LHSUBTYP", derived="DM.AGE",
       code="core.inclusion.YOUNGEST core.inclusion.OLDEST"),
    _R("R-SITE", "Vall d'Hebron Hospital, Barcelona, with its Research Institute as sponsor",
       code="study.SITE study.SPONSOR study.DEFAULT_SITEID"),
    _R(
        "R-DESIGN", "Interventional, single group, open label",
        kept_out="Nobody is allocated or blinded, so no item asks for an arm or a number drawn.",
    ),
    _R(
        "R-SIZE", "15 participants",
        kept_out="A fact of the record. The program neither limits nor assumes a number; every "
        "proportion prints its n and N.",
    ),
    _R(
        "R-DATES", "Start, primary completion and completion; principal investigator",
        kept_out="Facts of the record that no check and no figure rests on; who investigates is "
        "in the audit trail.",
    ),
)  # fmt: skip

PART = Part("Registry record", "Registry record", (*_INCLUSION, *_EXCLUSION, *_OUTCOMES, *_TABLE))
