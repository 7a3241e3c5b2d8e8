"""Section 10.3: the columns and the rows of the schedule."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

_COLUMNS = (
    _R("V-SCR", "Screening, 28 days to 1 day before", visits="SCR"),
    _R("V-D1", "Day 1", visits="D1"),
    _R("V-COUNTS", "Weeks 1, 3, 5, 7", visits="W1 W3 W5 W7"),
    _R("V-W2", "Week 2", visits="W2"),
    _R("V-W4", "Week 4", visits="W4"),
    _R("V-W6", "Week 6", visits="W6"),
    _R("V-W8", "Week 8", visits="W8"),
    _R("V-M3", "Month 3, 14 days around", visits="M3"),
    _R("V-M4-5", "Months 4 and 5", visits="M4 M5"),
    _R("V-M6", "Month 6, 14 days around", visits="M6"),
    _R("V-M7-11", "Months 7, 8, 10, 11", visits="M7 M8 M10 M11"),
    _R("V-M9", "Month 9", visits="M9"),
    _R("V-M12", "Month 12, 14 days around", visits="M12"),
    _R("V-STOP-W", "2, 4 and 8 weeks after withdrawal", visits="S2W S4W S8W"),
    _R("V-STOP-M", "3, 6, 9 and 12 months after withdrawal", visits="S3M S6M S9M S12M"),
    _R("V-EOT", "End of treatment", visits="EOT"),
    _R("V-UNS", "Unscheduled", visits="UNS"),
    _R("V-WINDOW", "A visit outside its window is asked for", "", "SV.WINDOW",
       code="core.calendar.window core.across.visits.window"),
)  # fmt: skip

_ROWS = (
    _R("VR-HISTORY", "Consent, eligibility, history, serology",
       "IC.ic IE.ie DM.dm MH.mh_asked LH.lh PT.pt_asked SE.se", code="study.SCHEDULE"),
    _R("VR-SIGNS", "Vital signs, examination", "VS.vs PE.pe", code="study.SCHEDULE"),
    _R("VR-SKIN", "CLASI, body map", "CLASI.clasi_area BM.bm_stroke", code="study.SCHEDULE"),
    _R("VR-ACTIVITY", "SLEDAI with C3, C4, anti-dsDNA, urine",
       "SLEDAI.sledai_descriptor LB.lb[C3,C4,DSDNA,URBC,UWBC,PROT24,UPCR] LB.lb_urine.UCASTS",
       "LB.DUE", code="study.SCHEDULE study.TESTS_DUE"),
    _R("VR-CBC", "Blood count", "LB.lb[HGB,WBC,NEUT,LYM,PLAT]", "LB.DUE", code="study.TESTS_DUE"),
    _R("VR-CHEMISTRY", "Creatinine, liver tests", "LB.lb[CREAT,ALT,AST]", "LB.DUE",
       code="study.TESTS_DUE"),
    _R("VR-TSH", "TSH", "LB.lb[TSH]", "LB.DUE", code="study.TESTS_DUE"),
    _R("VR-PG", "Pregnancy test of women of childbearing potential", "PG.pg.PGDONE",
       code="study.SCHEDULE"),
    _R("VR-COUNSEL", "Counselling on contraception", "PG.pg.PGCOUNS", code="study.SCHEDULE"),
    _R("VR-NV", "Symptoms of neuropathy", "NV.nv_asked", code="study.SCHEDULE"),
    _R("VR-EMG", "Nerve conduction", "EMG.emg.NCSPERF", code="study.SCHEDULE"),
    _R("VR-LOG", "Doses, accountability, treatments, adverse events", "EX.ex DA.da CM.cm AE.ae",
       visits="LOG", code="study.LOG"),
)  # fmt: skip

PART = Part("Schedule", "Clinical specification, section 10.3", (*_COLUMNS, *_ROWS))
