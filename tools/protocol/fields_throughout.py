"""Section 10.1, what is recorded throughout: doses, events, treatments, disposition."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_DRUG = (
    _R("F-EX-EXDOSE", "Dose 0-25 mg, usually 2.5, 5 or 10", "EX.ex.EXDOSE",
       "EXDOSE.POSSIBLE EX.STRENGTH"),
    _R("F-EX-EXDOSFRQ", "Frequency, daily or less often", "EX.ex.EXDOSFRQ"),
    _R("F-EX-DATES", "First and last day of each dose", "EX.ex.EXSTDAT EX.ex.EXENDAT", "EX.END"),
    _R("F-EX-EXADJ", "Why it changed: response, adverse event, relapse, other", "EX.ex.EXADJ"),
    _R("F-EX-OVERLAP", "Dose records do not overlap", "EX.ex", "EX.OVERLAP"),
    _R("F-DA-DADISP", "Capsules dispensed and returned, by strength",
       "DA.da.DASTREN DA.da.DADISP DA.da.DARET DA.da.DADISDAT DA.da.DARETDAT",
       "DA.RETURNED DA.RETDAT"),
    _R("F-DA-DALOT", "Lot and expiry", "DA.da.DALOT DA.da.DAEXPDAT", "DA.EXPIRY"),
    _R("F-DA-COMPL", "Compliance, usually 80-120 %", "DA.da.DADISP DA.da.DARET", "DA.COMPL",
       code="core.across.capsules.compliance"),
)  # fmt: skip

_EVENTS = (
    _R("F-AE-AETERM", "Event", "AE.ae.AETERM", "AETERM.REQUIRED"),
    _R("F-AE-DATES", "Start, end, ongoing; the end not before the start",
       "AE.ae.AESTDAT AE.ae.AEENDAT AE.ae.AEONGO", "AE.END AE.ONGOING"),
    _R("F-AE-AETOXGR", "Grade 1-5 and version; grade 5 if and only if fatal",
       "AE.ae.AETOXGR AE.ae.AETOXVER", "AE.GRADE5"),
    _R("F-AE-AESER", "Serious, with six criteria; fatal is serious",
       "AE.ae.AESER AE.ae.AESDTH AE.ae.AESLIFE AE.ae.AESHOSP AE.ae.AESDISAB AE.ae.AESCONG "
       "AE.ae.AESMIE", "AE.FATAL AE.CRITERION"),
    _R("F-AE-AEREL", "Relation, action, outcome, treated",
       "AE.ae.AEREL AE.ae.AEACN AE.ae.AEOUT AE.ae.AECONTRT"),
    _R("F-AE-AESI", "Special interest: thrombosis, neuropathy, cytopenia, pregnancy, malignancy",
       "AE.ae.AESI"),
    _R("F-SAE", "Report of a serious event", "SAE.sae", "AE.SAE SAE.AE"),
    _R("F-PREG", "Report and outcome of a pregnancy", "PREG.preg", "PG.REPORT PREG.ORDER"),
)  # fmt: skip

_TREATMENTS = (
    _R("F-CM-CMTRT", "Treatment and indication", "CM.cm.CMTRT CM.cm.CMINDC"),
    _R("F-CM-CMDOSE", "Dose, frequency, route",
       "CM.cm.CMDOSE CM.cm.CMDOSU CM.cm.CMDOSFRQ CM.cm.CMROUTE"),
    _R("F-CM-DATES", "Start, end, ongoing", "CM.cm.CMSTDAT CM.cm.CMENDAT CM.cm.CMONGO",
       "CM.END CM.ONGOING"),
    _R("F-CM-CMCLAS", "Antimalarial, contraceptive, aspirin or anticoagulant", "CM.cm.CMCLAS"),
    _R("F-CM-CMPRED", "Prednisone equivalent, mg a day", "CM.cm.CMPRED", "CMPRED.POSSIBLE"),
)  # fmt: skip

_END = (
    _R("F-DS-DSDECOD", "How the study ended, and when", "DS.ds.DSDECOD DS.ds.DSSTDAT DS.ds.DSYN",
       "DS.DEATH DS.OTHER"),
    _R("F-DS-DSLDOSE", "Last dose; how treatment ended",
       "DS.ds_trt.DSLDOSE DS.ds_trt.DSTRTDEC DS.ds_trt.DSTRTYN", "DS.LASTDOSE"),
    _R("F-DS-DSLCONT", "Last contact", "DS.ds.DSLCONT", "DS.CONTACT"),
    _R("F-DV", "Deviations", "DV.dv", "DV.REPORTED"),
)  # fmt: skip

_INTEGRITY = (
    _R("DI-BLANK", "Blank is not 0", code="core.clasi.Side.total core.sledai.Score.total"),
    _R(
        "DI-VERSION",
        "Every derived score stores the version of its rule",
        code="forms.schema.Derived",
    ),
    _R(
        "DI-TRAIL",
        "Trail of each item: old, new, who, when, why",
        code="db.audit.verify core.records.AuditEntry",
    ),
    _R(
        "DI-LOCKED",
        "A completed form changes with a reason alone, never silently",
        code="db.study_file.StudyFile",
    ),
    _R("DI-EXPORT", "Exports carry the raw items", code="export.workbook.items"),
    _R("DI-CODE", "A code of the subject alone, no name", code="core.records.SubjectKey"),
)

PART = Part(
    "Forms throughout, and integrity of data",
    "Clinical specification, sections 10.1 and 10.4",
    (*_DRUG, *_EVENTS, *_TREATMENTS, *_END, *_INTEGRITY),
)
