"""What the CRF holds beyond the protocol, with the reason for each."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

PART = Part(
    "Added by us",
    "No page of the protocol: what a CRF needs beside it",
    (
        _R("US-HELD", "Whether a visit took place, and why not: a missed visit is a fact too",
           "SV.sv.SVOCCUR SV.sv.SVREASND", "SV.REASND"),
        _R("US-WORDS", "Room for a person's own words where a code does not tell",
           "SV.sv.SVCOM MH.mh_asked.MHDESC MH.mh.MHCOM LH.lh.LHCOM PT.pt_asked.PTDESC "
           "PT.pt.PTCOM IE.ie.IECOM IE.ie_decision.IECOM2 NV.nv.NVCOM EMG.emg.NCSCOM "
           "SE.se.SECOM PH.ph.PHCOM EX.ex.EXCOM DA.da.DACOM PREG.preg.PREGCOM BM.bm.BMOTHER "
           "DS.ds.DSTERM"),
        _R("US-CONSENT", "Which sheet was signed and who explained it (ICH E6, 4.8.8)",
           "IC.ic.ICVERS IC.ic.ICBY"),
        _R("US-SYSTEMS", "Examination by system, as CDASHIG 2.2 asks it",
           "PE.pe[GENERAL,HEENT,LYMPH,CARDIO,RESP,ABDOMEN,MSK,NEURO]"),
        _R("US-VSDAT", "Date of the signs where it is not the visit's", "VS.vs.VSDAT"),
        _R("US-WEIGHT", "Weight against the last visit: 10 % is asked for", "", "X.WEIGHT"),
        _R("US-LABS", "Which laboratory tested serology, and when", "SE.se_sample", "SE.DATE"),
        _R("US-RANGE", "A reference range that changed under a laboratory's name", "",
           "LB.RANGECHANGED"),
        _R("US-MAP", "Which version of the body's outline was painted on", "BM.bm.BMMAP"),
        _R("US-NCS", "Whether conduction was studied", "EMG.emg.NCSPERF"),
        _R("US-ELIGIBLE", "No dose without a decision on eligibility", "", "EX.ELIGIBLE"),
        _R("US-PREGDATE", "An outcome of pregnancy has its date", "", "PREG.OUTDATE"),
    ),
    tested=False,
)  # fmt: skip
