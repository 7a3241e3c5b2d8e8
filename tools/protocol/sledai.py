"""Section 3: SLEDAI-2K, its descriptors, totals and traps."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement


def _descriptor(code: str, weight: int, says: str, code_of: str = "") -> Requirement:
    return _R(f"SL-{code}", f"{says}: {weight}", f"SLEDAI.sledai_descriptor[{code}]", code=code_of)


_LAB = "core.sledai_laboratory.suggestions"

_DESCRIPTORS = (
    _descriptor("SEIZ", 8, "Seizure"),
    _descriptor("PSYC", 8, "Psychosis"),
    _descriptor("OBS", 8, "Organic brain syndrome"),
    _descriptor("VISU", 8, "Visual disturbance"),
    _descriptor("CRAN", 8, "Cranial nerve"),
    _descriptor("HEAD", 8, "Lupus headache"),
    _descriptor("CVA", 8, "Stroke"),
    _descriptor("VASC", 8, "Vasculitis"),
    _descriptor("ARTH", 4, "Arthritis of two joints or more"),
    _descriptor("MYOS", 4, "Myositis"),
    _descriptor("CAST", 4, "Urinary casts", _LAB),
    _descriptor("HEMA", 4, "Haematuria above 5 cells a field", _LAB),
    _descriptor("PROT", 4, "Proteinuria above 0.5 g in 24 h or over creatinine", _LAB),
    _descriptor("PYUR", 4, "Pyuria above 5 cells a field", _LAB),
    _descriptor("RASH", 2, "Inflammatory rash, new, recurrent or ongoing"),
    _descriptor("ALOP", 2, "Alopecia, not of scars"),
    _descriptor("MUCO", 2, "Oral or nasal ulcers"),
    _descriptor("PLEU", 2, "Pleurisy"),
    _descriptor("PERI", 2, "Pericarditis"),
    _descriptor("COMP", 2, "Complement below the laboratory's limit", _LAB),
    _descriptor("DNA", 2, "DNA binding above the laboratory's limit", _LAB),
    _descriptor("FEVR", 1, "Fever above 38 °C"),
    _descriptor("THRO", 1, "Platelets below 100 × 10⁹/L", _LAB),
    _descriptor("LEUK", 1, "Leukocytes below 3.0 × 10⁹/L", _LAB),
)

_RULES = (
    _R("SL-105", "The weights add up to 105", derived="SLEDAI.SLTOT",
       code="core.sledai.MAXIMUM core.sledai.WEIGHTS"),
    _R("SL-2K", "Version 2000 with a window of 10 days, kept with every record",
       code="forms.sledai.VERSION forms.sledai.WINDOW_DAYS core.records.Record"),
    _R("SL-JOINTS", "The number of inflamed joints is kept; 2 make an arthritis",
       "SLEDAI.sledai.SLJOINT", "SL.JOINTS", code="core.sledai_agreement.compare_joints"),
    _R("SL-FLARE", "More than 3 above baseline is a rise; -3 to +3 is persistent",
       code="core.sledai.RISE core.sledai.flare"),
    _R("SL-GRADE", "Activity: 0, low 1-4, moderate 5-10, high above 10", derived="SLEDAI.SLGRADE",
       code="core.sledai.grade"),
    _R("SL-6", "6 or more is active disease", code="core.sledai.ACTIVE"),
    _R("SL-NMC", "Skin alone reaches 6: the total without rash, alopecia and ulcers beside it",
       derived="SLEDAI.SLNMC", code="core.sledai.Score.non_mucocutaneous"),
    _R("SL-CLIN", "The total without complement and DNA binding beside it",
       derived="SLEDAI.SLCLIN", code="core.sledai.Score.clinical"),
    _R("SL-DRUG", "Low platelets or leukocytes ask what they are attributed to",
       "SLEDAI.sledai_descriptor.SLATTR", "SL.CAUSE SL.LAB",
       code="core.sledai_agreement.compare_laboratory"),
    _R("SL-CROSS", "Rash, ulcers and alopecia are held against CLASI, both ways", "", "SL.CLASI",
       code="core.sledai_agreement.compare"),
    _R("SL-BLANK", "A blank descriptor gives no total", "SLEDAI.sledai_descriptor.SLPRES",
       "SLPRES.REQUIRED", code="core.sledai.Score.total"),
    _R("SL-SELENA", "SELENA flare index",
       kept_out="No outcome of the study is read by it; what it needs (glucocorticoid dose, PGA, "
       "SLEDAI) is recorded."),
)  # fmt: skip

PART = Part("SLEDAI", "Clinical specification, section 3", (*_DESCRIPTORS, *_RULES))
