"""Section 8: the four equations for renal function and the cut at 30."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

PART = Part(
    "Renal function",
    "Clinical specification, section 8",
    (
        _R("RN-CG", "Cockcroft-Gault, mL/min", "VS.vs.WEIGHT", derived="LB.EGFRCG",
           code="core.renal.cockcroft_gault"),
        _R("RN-MDRD", "MDRD-4 with 175 (IDMS), the headline", derived="LB.EGFRMDRD",
           code="core.renal.mdrd core.renal.DEFAULT"),
        _R("RN-EPI09", "CKD-EPI 2009", derived="LB.EGFREPI9", code="core.renal.ckd_epi_2009"),
        _R("RN-EPI21", "CKD-EPI 2021", derived="LB.EGFREPI21", code="core.renal.ckd_epi_2021"),
        _R("RN-8842", "88.42 µmol/L are 1 mg/dL", "LB.lb.LBORRESU[CREAT]",
           code="core.renal.mg_per_dl core.units.convert"),
        _R("RN-CUT", "Below 30 excludes, 30.0 does not; nothing is rounded up to it",
           code="core.renal.LIMIT core.renal.sides_of_30"),
        _R("RN-QUERY", "Equations on both sides of 30 are a query: the investigator decides",
           "IE.ie_decision.IEGFREQ", "LB.EGFR30 IE.EGFR30",
           code="core.creatinine.disagree core.filtration.filtration"),
    ),
)  # fmt: skip
