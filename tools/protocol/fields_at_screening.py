"""Section 10.1, what is asked at screening: header, consent, histories, eligibility."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_HEADER = (
    _R("F-KEYS", "STUDYID, SITEID, SUBJID, VISIT and VISITNUM on every record",
       code="core.records.RecordKey study.Visit.number export.workbook.keys"),
    _R("F-SV-VISDAT", "Date of the visit: not in the future, not before consent, in order",
       "SV.sv.VISDAT", "VISDAT.FUTURE SV.DATE SV.CONSENT SV.ORDER"),
    _R("F-IC-ICYN", "Informed consent obtained", "IC.ic.ICYN", "ICYN.REQUIRED"),
    _R("F-IC-RFICDAT", "Its date, before any procedure", "IC.ic.RFICDAT", "SV.CONSENT",
       code="core.exclusion.no_consent core.across.visits.consent"),
    _R("F-IC-PPPDAT", "Date of agreement to the pregnancy prevention programme", "IC.ic.PPPDAT"),
    _R("F-IE-IEORRES", "Each criterion answered from data and confirmed", "IE.ie.IEORRES",
       "IEORRES.REQUIRED", code="core.eligibility.assess core.eligibility.computed"),
    _R("F-IE-IEYN", "Eligible or not, with the date", "IE.ie_decision.IEYN IE.ie_decision.IEDAT",
       "IE.ELIGIBLE IE.NOTELIGIBLE"),
    _R("F-IE-UNKNOWN", "Missing data cannot be determined, and never make anybody eligible",
       "", "IE.ELIGIBLE", code="core.eligibility.Assessment.unknown"),
    _R("F-IE-SETTING", "Which equation of filtration the investigator relies on",
       "IE.ie_decision.IEGFREQ"),
)  # fmt: skip

_PERSON = (
    _R("F-DM-BRTHDAT", "Date of birth, or its year", "DM.dm.BRTHDAT"),
    _R("F-DM-SEX", "Sex", "DM.dm.SEX", "SEX.REQUIRED"),
    _R("F-DM-RACE", "Race", "DM.dm.RACE"),
    _R("F-DM-ETHNIC", "Ethnic group", "DM.dm.ETHNIC"),
    _R("F-DM-AGE", "Age derived; below 18 or above 65 is not eligible without a word",
       checks="IE.DISAGREE.I1 IE.ELIGIBLE", derived="DM.AGE", code="core.inclusion.age_limits"),
    _R("F-MH-TERM", "Medical history: term, start, end, ongoing", "MH.mh", "MH.END MH.ONGOING"),
    _R("F-MH-CAT", "Thrombosis, HIV, hepatitis B and C, psychiatric disease asked by name",
       "MH.mh_asked[ATE,VTE,HIV,HBV,HCV,PSYCH]"),
    _R("F-SU-SUNCF", "Smoking: never, current, former", "MH.su.SUNCF"),
    _R("F-SU-SUPY", "Pack-years, 0 to 150", "MH.su.SUPY", "SUPY.POSSIBLE"),
)  # fmt: skip

_LUPUS = (
    _R(
        "F-LH-LHSUBTYP",
        "Subtype: ACLE, SCLE, DLE localised or generalised, LEP, LET, other",
        "LH.lh.LHSUBTYP LH.lh.LHSUBOTH",
    ),
    _R("F-LH-CLEDXDAT", "Onset of cutaneous lupus", "LH.lh.CLEDXDAT"),
    _R(
        "F-LH-BIOPSY",
        "Biopsy with date, result and direct immunofluorescence",
        "LH.lh.BIOPSY LH.lh.BIODAT LH.lh.BIORES LH.lh.BIODIF",
        "LH.BIORES",
    ),
    _R("F-LH-SLE", "Systemic lupus, since when", "LH.lh.SLE LH.lh.SLEDXDAT"),
    _R("F-LH-ACRCRIT", "ACR criteria, 0 to 11", "LH.lh.ACRCRIT", "ACRCRIT.POSSIBLE LH.ACR"),
    _R("F-LH-PHOTOSEN", "Photosensitivity", "LH.lh.PHOTOSEN"),
)

_PRIOR = (
    _R("F-PT-ASKED", "Antimalarial, topical steroid, thalidomide: without efficacy, severe event",
       "PT.pt_asked[ANTIMAL,TOPSTER,THALIDO]"),
    _R("F-PT-CMTRT", "Each earlier treatment, its class", "PT.pt.CMTRT PT.pt.PTCLAS"),
    _R("F-PT-CMDOSE", "Its dose and unit", "PT.pt.CMDOSE PT.pt.CMDOSU", "CMDOSE.POSSIBLE"),
    _R("F-PT-DATES", "Its start and end", "PT.pt.CMSTDAT PT.pt.CMENDAT PT.pt.CMONGO",
       "PT.END PT.ONGOING"),
    _R("F-PT-PTRESP", "Response, and why it was stopped", "PT.pt.PTRESP PT.pt.PTREASND"),
)  # fmt: skip

_REPRODUCTIVE = (
    _R("F-RP-RPWOCBP", "Childbearing potential, and why not", "RP.rp.RPWOCBP RP.rp.RPREASND"),
    _R("F-RP-RPCONTR", "Contraceptive method", "RP.rp.RPCONTR"),
    _R("F-RP-RPCONST", "Since when", "RP.rp.RPCONST"),
    _R("F-RP-RPPARTN", "Men: the partner", "RP.rp.RPPARTN"),
)

PART = Part(
    "Forms at screening",
    "Clinical specification, sections 10.1 and 10.2",
    (*_HEADER, *_PERSON, *_LUPUS, *_PRIOR, *_REPRODUCTIVE),
)
