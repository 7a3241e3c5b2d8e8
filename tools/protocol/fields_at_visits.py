"""Section 10.1, what is measured at visits: signs, laboratory, instruments."""

from __future__ import annotations

from tools.protocol.requirement import Part, Requirement

_R = Requirement
_HARD = "LBORRES.POSSIBLE"


def _sign(name: str, says: str, *, expected: bool = False) -> Requirement:
    soft = f" {name}.EXPECTED" if expected else ""
    return _R(f"F-VS-{name}", says, f"VS.vs.{name}", f"{name}.POSSIBLE{soft}")


def _test(code: str, says: str, checks: str = "LBORRES.POSSIBLE LBORRES.EXPECTED") -> Requirement:
    return _R(f"F-LB-{code}", says, f"LB.lb.LBORRES[{code}]", checks)


def _serology(code: str, says: str) -> Requirement:
    return _R(f"F-SE-{code}", says, f"SE.se.SERES[{code}] SE.se.SETITRE[{code}]")


_BODY = (
    _sign("HEIGHT", "Height 100-230 cm, usually 140-200", expected=True),
    _sign("WEIGHT", "Weight 25-250 kg, usually 40-120", expected=True),
    _sign("SYSBP", "Systolic pressure 50-260 mmHg, usually 90-160", expected=True),
    _sign("DIABP", "Diastolic pressure 30-160 mmHg, usually 50-100", expected=True),
    _R("F-VS-BP", "Diastolic below systolic", "VS.vs.SYSBP VS.vs.DIABP", "VS.BP"),
    _sign("PULSE", "Pulse 30-220"),
    _sign("TEMP", "Temperature 33-43 °C"),
    _R("F-NV-SYMPTOM", "Symptoms of neuropathy, with grade", "NV.nv_asked", "NV.GRADE"),
    _R("F-NV-NVREFL", "Reflexes", "NV.nv.NVREFL"),
    _R("F-EMG-NCSDAT", "Date of the conduction study", "EMG.emg.NCSDAT", "EMG.DATE"),
    _R("F-EMG-SNAPR", "Sural amplitude, right, 0-100 µV", "EMG.emg.SNAPR", "SNAPR.POSSIBLE"),
    _R("F-EMG-SNAPL", "Sural amplitude, left, 0-100 µV", "EMG.emg.SNAPL", "SNAPL.POSSIBLE"),
)

_LABORATORY = (
    _R("F-LB-LBDAT", "Date of the sample", "LB.lb_sample.LBDAT", "LBDAT.REQUIRED LB.DATE"),
    _test("HGB", "Haemoglobin 20-250 g/L, usually 90-170"),
    _test("WBC", "Leukocytes 0-200 × 10⁹/L, usually 2-20"),
    _test("NEUT", "Neutrophils 0-100 × 10⁹/L, usually 1-15"),
    _R("F-LB-NEUTWBC", "Neutrophils no more than leukocytes", "LB.lb.LBORRES[NEUT,WBC]",
       "LB.NEUT"),
    _test("LYM", "Lymphocytes"),
    _test("PLAT", "Platelets 0-2000 × 10⁹/L, usually 50-600"),
    _test("CREAT", "Creatinine 10-2000 µmol/L, usually 30-200"),
    _test("ALT", "ALT 0-20000 U/L, usually to 3 × the upper limit", f"{_HARD} LB.ULN3"),
    _test("AST", "AST 0-20000 U/L, usually to 3 × the upper limit", f"{_HARD} LB.ULN3"),
    _test("C3", "C3 0-400 mg/dL; its lower limit, 85, comes with the range", _HARD),
    _test("C4", "C4 0-150 mg/dL; its lower limit, 10, comes with the range", _HARD),
    _test("DSDNA", "Anti-dsDNA 0-20000 IU/mL; its cut-off, 15, comes with the kit", _HARD),
    _test("CPK", "Creatine kinase", ""),
    _test("TSH", "TSH", ""),
    _test("URBC", "Red cells in urine, a field", ""),
    _test("UWBC", "White cells in urine, a field", ""),
    _R("F-LB-UCASTS", "Casts in urine", "LB.lb_urine.UCASTS"),
    _test("PROT24", "Protein in urine 0-40 g in 24 h", _HARD),
    _test("UPCR", "Protein over creatinine in urine", ""),
    _R("F-LB-LBORRESU", "Unit as reported, with exact conversion (mg/dL and µmol/L)",
       "LB.lb.LBORRESU", "LB.UNIT LB.UNITROW", code="core.units.convert core.units.standard"),
    _R("F-LB-LBORNR", "Reference range of the laboratory", "LB.lb.LBORNRLO LB.lb.LBORNRHI",
       "LB.RANGE", code="core.reference_ranges.known"),
    _R("F-LB-LBCLSIG", "Clinical significance outside the range", "LB.lb.LBCLSIG", "LB.CLSIG"),
)  # fmt: skip

_SEROLOGY = (
    _serology("ANA", "Antinuclear antibodies with titre"),
    _serology("RO", "Anti-Ro"),
    _serology("LASSB", "Anti-La"),
    _serology("SM", "Anti-Sm"),
    _serology("RNP", "Anti-RNP"),
    _serology("LA", "Lupus anticoagulant"),
    _serology("ACL", "Anticardiolipin"),
    _serology("AB2GP1", "Anti-β2-glycoprotein I"),
    _serology("HIV", "HIV"),
    _serology("HBSAG", "Hepatitis B surface antigen"),
    _serology("HBCAB", "Antibodies to the core of hepatitis B"),
    _serology("HCVAB", "Antibodies to hepatitis C"),
)

_INSTRUMENTS = (
    _R("F-QS-CODES", "Test codes CL01ERY to CL13ERY, CLnnSCL, CLnnDYS, CLnnSCR, CLMUC and so on",
       "CLASI.clasi_area CLASI.clasi", code="export.workbook.questionnaire"),
    _R("F-QS-QSEVAL", "Who scored", "CLASI.clasi.QSEVAL SLEDAI.sledai.SLEVAL PGA.pga.PGAEVAL"),
    _R("F-QS-TRAINED", "When the rater was trained",
       kept_out="Belongs to the site's log of training and delegation (ICH E6, 4.1.5); each form "
       "names its assessor, by whom the log is read."),
    _R("F-BM-STROKE", "Strokes of the map as vectors, by view and layer",
       "BM.bm_stroke.BMLAYER BM.bm_stroke.BMOP"),
    _R("F-BM-BSA", "Percentages by region, location and in total",
       derived="BM.BSAACT BM.BSADAM BM.BSALEAF", code="export.workbook.body_regions"),
    _R("F-PH-PHFILE", "Photographs, kept in the study with location and date",
       "PH.ph.PHFILE PH.ph.PHLOC PH.ph.PHDAT"),
    _R("F-SL-SLPRES", "24 descriptors 0 or 1, attribution, window, version, totals",
       "SLEDAI.sledai_descriptor.SLPRES SLEDAI.sledai_descriptor.SLATTR",
       derived="SLEDAI.SLTOT SLEDAI.SLNMC"),
    _R("F-PGA-PGASCORE", "Physician's global assessment 0-3", "PGA.pga.PGASCORE",
       "PGASCORE.POSSIBLE"),
    _R("F-PGA-PTVAS", "Patient's scale 0-100, optional", "PGA.pga.PTVAS", "PTVAS.POSSIBLE"),
    _R("F-PG-PGDAT", "Pregnancy test: date, sample, result", "PG.pg.PGDAT PG.pg.PGSAMP "
       "PG.pg.PGRES PG.pg.PGDONE"),
    _R("F-PG-PGSENS", "Its sensitivity in mIU/mL", "PG.pg.PGSENS", "PG.SENS PGSENS.POSSIBLE"),
    _R("F-PG-PGCOUNS", "Counselling, at the date of the visit", "PG.pg.PGCOUNS"),
)  # fmt: skip

PART = Part(
    "Forms at visits",
    "Clinical specification, section 10.1",
    (*_BODY, *_LABORATORY, *_SEROLOGY, *_INSTRUMENTS),
)
