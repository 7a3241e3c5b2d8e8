"""Section 4: the body surface by the rule of nines, its threshold and its cautions."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement

PART = Part(
    "Body surface",
    "Clinical specification, section 4",
    (
        _R("BS-NINES", "Wallace: head 9, arms 9 each, trunk 18 and 18, legs 18 each, perineum 1",
           "BM.bm_stroke", derived="BM.BSAACT BM.BSADAM", code="core.surface.total"),
        _R("BS-VIEWS", "Front and back: head and arms 4.5, legs 9 each, trunk 18", "BM.bm_stroke",
           code="core.bodymap.BodyMap core.surface.surface"),
        _R("BS-LEAF", "Shares after Lund and Browder give a second, labelled figure",
           derived="BM.BSALEAF", code="core.surface.Surface"),
        _R("BS-EXACT", "Exact arithmetic, rounded for display alone",
           code="core.surface.total core.surface.shown"),
        _R("BS-18", "Eligible above 18 %, strictly, compared without rounding",
           code="core.surface.THRESHOLD core.surface.above_threshold"),
        _R("BS-CASES", "Trunk behind 18 no; with a palm yes; both arms 18 no; leg and perineum 19 "
           "yes", code="core.surface.above_threshold"),
        _R("BS-BAND", "Close to the threshold a second rater is recommended, the verdict stays",
           checks="IE.NEAR18", code="core.surface.BAND core.surface.near_threshold"),
        _R("BS-OBESE", "Above 80 kg or a body mass index of 30, the rule of nines is in doubt "
           "near the cut", "VS.vs.WEIGHT VS.vs.HEIGHT", "IE.OBESE", "VS.BMI",
           code="core.refractory.HEAVY core.refractory.OBESE"),
        _R("BS-ROWS", "Every region belongs to a CLASI location; the perineum to none",
           code="core.bodymap.Region core.surface.Surface"),
        _R("BS-LAYERS", "Active lesions and damage are painted apart; active counts",
           "BM.bm_stroke.BMLAYER BM.bm_stroke.BMOP", code="core.painted.Painted"),
        _R("BS-LINK", "Painting suggests a score and never writes one; contradictions are asked",
           "BM.bm.BMPERF", "MAP.ERYTHEMA BM.EXAMINED",
           code="core.surface.proposals core.agreement.compare"),
    ),
)  # fmt: skip
