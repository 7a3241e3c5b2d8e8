"""Every rule with an example that passes and one that does not: a rule without both is no rule."""

from __future__ import annotations

import pytest

from ordi_crf import forms
from ordi_crf.core.records import blank

ROW_RULES = {rule.oid: (s, rule) for f in forms.FORMS for s in f.sections for rule in s.rules}
ACROSS_RULES = {rule.oid: (s, rule) for f in forms.FORMS for s in f.sections for rule in s.across}

EXAMPLES = [
    ("SV.DATE", True, {"SVOCCUR": "Y", "VISDAT": "2010-03-15"}),
    ("SV.DATE", True, {"SVOCCUR": "N"}),
    ("SV.DATE", False, {"SVOCCUR": "Y"}),
    ("SV.REASND", True, {"SVOCCUR": "N", "SVREASND": "Travelling"}),
    ("SV.REASND", True, {"SVOCCUR": "Y"}),
    ("SV.REASND", False, {"SVOCCUR": "N"}),
    ("MH.END", True, {"MHSTDAT": "2008", "MHENDAT": "2008-05"}),
    ("MH.END", False, {"MHSTDAT": "2008-06", "MHENDAT": "2008-05"}),
    ("MH.ONGOING", True, {"MHONGO": "N", "MHENDAT": "2008-05"}),
    ("MH.ONGOING", False, {"MHONGO": "Y", "MHENDAT": "2008-05"}),
    ("LH.BIORES", True, {"BIOPSY": "Y", "BIORES": "CONSISTENT"}),
    ("LH.BIORES", True, {"BIOPSY": "N"}),
    ("LH.BIORES", False, {"BIOPSY": "Y"}),
    ("LH.ACR", True, {"SLE": "Y", "ACRCRIT": "4"}),
    ("LH.ACR", True, {"SLE": "Y"}),
    ("LH.ACR", True, {"SLE": "N", "ACRCRIT": "3"}),
    ("LH.ACR", False, {"SLE": "Y", "ACRCRIT": "3"}),
    ("PT.END", True, {"CMSTDAT": "2008-05", "CMENDAT": "2008"}),
    ("PT.END", False, {"CMSTDAT": "2008", "CMENDAT": "2007-12-31"}),
    ("PT.ONGOING", True, {"CMONGO": "Y"}),
    ("PT.ONGOING", False, {"CMONGO": "Y", "CMENDAT": "2008"}),
    ("RP.PREG", True, {"RPPREG": "N"}),
    ("RP.PREG", False, {"RPPREG": "Y"}),
    ("RP.WISH", True, {"RPWISH": "N"}),
    ("RP.WISH", False, {"RPWISH": "Y"}),
    ("RP.POTENTIAL", True, {"RPPREG": "Y", "RPWOCBP": "Y"}),
    ("RP.POTENTIAL", True, {"RPPREG": "N", "RPWOCBP": "N"}),
    ("RP.POTENTIAL", False, {"RPPREG": "Y", "RPWOCBP": "N"}),
    ("RP.ADEQ", True, {"RPADEQ": "Y"}),
    ("RP.ADEQ", False, {"RPADEQ": "N"}),
    ("VS.BP", True, {"SYSBP": "120", "DIABP": "80"}),
    ("VS.BP", True, {"SYSBP": "120"}),
    ("VS.BP", False, {"SYSBP": "80", "DIABP": "120"}),
    ("VS.BP", False, {"SYSBP": "80", "DIABP": "80"}),
    ("BM.EXAMINED", True, {"BMPERF": "Y"}),
    ("BM.EXAMINED", True, {"BMPERF": "N"}),
    ("BM.EXAMINED", False, {}),
    ("LB.RANGE", True, {"LBORNRLO": "120", "LBORNRHI": "160"}),
    ("LB.RANGE", True, {"LBORNRLO": "9.5", "LBORNRHI": "10"}),
    ("LB.RANGE", True, {"LBORNRHI": "160"}),
    ("LB.RANGE", False, {"LBORNRLO": "160", "LBORNRHI": "120"}),
    ("LB.RANGE", False, {"LBORNRLO": "120", "LBORNRHI": "120.0"}),
    ("LB.CLSIG", True, {"LBORRES": "140", "LBORNRLO": "120", "LBORNRHI": "160"}),
    ("LB.CLSIG", True, {"LBORRES": "100", "LBORNRLO": "120", "LBCLSIG": "N"}),
    ("LB.CLSIG", True, {"LBORRES": "100"}),
    ("LB.CLSIG", True, {"LBORNRLO": "120", "LBORNRHI": "160"}),
    ("LB.CLSIG", True, {"LBORRES": "120", "LBORNRLO": "120"}),
    ("LB.CLSIG", False, {"LBORRES": "100", "LBORNRLO": "120"}),
    ("LB.CLSIG", False, {"LBORRES": "<10", "LBORNRLO": "12"}),
    ("LB.CLSIG", False, {"LBORRES": "160.1", "LBORNRHI": "160"}),
    ("EX.END", True, {"EXSTDAT": "2010-03-15", "EXENDAT": "2010-03-15"}),
    ("EX.END", True, {"EXSTDAT": "2010-03-15"}),
    ("EX.END", True, {"EXENDAT": "2010-03-15"}),
    ("EX.END", False, {"EXSTDAT": "2010-03-15", "EXENDAT": "2010-03-14"}),
    ("EX.STRENGTH", True, {"EXDOSE": "5"}),
    ("EX.STRENGTH", True, {"EXDOSE": "2.5"}),
    ("EX.STRENGTH", True, {"EXDOSE": "10.0"}),
    ("EX.STRENGTH", False, {"EXDOSE": "7.5"}),
    ("NV.GRADE", True, {"NVPRES": "Y", "NVGRADE": "1"}),
    ("NV.GRADE", True, {"NVPRES": "N"}),
    ("NV.GRADE", False, {"NVPRES": "Y"}),
    ("EMG.DATE", True, {"NCSPERF": "Y", "NCSDAT": "2010-01-15"}),
    ("EMG.DATE", True, {"NCSPERF": "N"}),
    ("EMG.DATE", False, {"NCSPERF": "Y"}),
    ("PG.RESULT", True, {"PGDONE": "Y", "PGDAT": "2010-03-15", "PGRES": "NEGATIVE"}),
    ("PG.RESULT", True, {"PGDONE": "N"}),
    ("PG.RESULT", False, {"PGDONE": "Y", "PGDAT": "2010-03-15"}),
    ("PG.RESULT", False, {"PGDONE": "Y", "PGRES": "NEGATIVE"}),
    ("PG.SENS", True, {"PGSENS": "25"}),
    ("PG.SENS", True, {"PGSENS": "9"}),
    ("PG.SENS", False, {"PGSENS": "26"}),
    ("PG.SENS", False, {"PGSENS": "100"}),
    ("PG.POSITIVE", True, {"PGRES": "NEGATIVE"}),
    ("PG.POSITIVE", False, {"PGRES": "POSITIVE"}),
    ("PG.CONT", True, {"PGCONT": "Y"}),
    ("PG.CONT", False, {"PGCONT": "N"}),
    ("PG.WINDOW", True, {"PGDAT": "2010-02-26", "PGRXDAT": "2010-03-01"}),
    ("PG.WINDOW", True, {"PGDAT": "2010-03-01", "PGRXDAT": "2010-03-01"}),
    ("PG.WINDOW", True, {"PGRXDAT": "2010-03-01"}),
    ("PG.WINDOW", False, {"PGDAT": "2010-02-25", "PGRXDAT": "2010-03-01"}),
    ("PG.WINDOW", False, {"PGDAT": "2010-03-02", "PGRXDAT": "2010-03-01"}),
    ("PG.DISPENSE", True, {"PGRXDAT": "2010-03-01", "PGDISDAT": "2010-03-08"}),
    ("PG.DISPENSE", False, {"PGRXDAT": "2010-03-01", "PGDISDAT": "2010-03-09"}),
    ("PG.DISPENSE", False, {"PGRXDAT": "2010-03-01", "PGDISDAT": "2010-02-28"}),
    ("PG.UNTESTED", True, {"PGDISDAT": "2010-03-01", "PGRES": "NEGATIVE"}),
    ("PG.UNTESTED", True, {"PGRES": "POSITIVE"}),
    ("PG.UNTESTED", False, {"PGDISDAT": "2010-03-01", "PGRES": "POSITIVE"}),
    ("PG.UNTESTED", False, {"PGDISDAT": "2010-03-01"}),
    ("DA.RETURNED", True, {"DADISP": "28", "DARET": "28"}),
    ("DA.RETURNED", True, {"DADISP": "28"}),
    ("DA.RETURNED", False, {"DADISP": "9", "DARET": "10"}),
    ("DA.RETDAT", True, {"DADISDAT": "2010-03-15", "DARETDAT": "2010-04-12"}),
    ("DA.RETDAT", False, {"DADISDAT": "2010-03-15", "DARETDAT": "2010-03-14"}),
    ("DA.EXPIRY", True, {"DADISDAT": "2010-03-15", "DAEXPDAT": "2010-03"}),
    ("DA.EXPIRY", False, {"DADISDAT": "2010-03-15", "DAEXPDAT": "2010-02"}),
    ("CM.END", True, {"CMSTDAT": "2010", "CMENDAT": "2010-01-01"}),
    ("CM.END", False, {"CMSTDAT": "2010-03-15", "CMENDAT": "2010-03-14"}),
    ("CM.ONGOING", True, {"CMONGO": "N", "CMENDAT": "2010-03-15"}),
    ("CM.ONGOING", False, {"CMONGO": "Y", "CMENDAT": "2010-03-15"}),
    ("DS.CONTACT", True, {"DSLCONT": "2011-03-15", "DSSTDAT": "2011-03-15"}),
    ("DS.CONTACT", True, {"DSLCONT": "2011-03-15"}),
    ("DS.CONTACT", False, {"DSLCONT": "2011-03-16", "DSSTDAT": "2011-03-15"}),
    ("DS.OTHER", True, {"DSDECOD": "OTHER", "DSTERM": "Moved abroad"}),
    ("DS.OTHER", True, {"DSDECOD": "DEATH"}),
    ("DS.OTHER", False, {"DSDECOD": "OTHER"}),
    ("DV.REPORTED", True, {"DVSTDAT": "2010-03-15", "DVREPDAT": "2010-03-15"}),
    ("DV.REPORTED", False, {"DVSTDAT": "2010-03-15", "DVREPDAT": "2010-03-14"}),
    ("SAE.24H", True, {"SAEAWARE": "2010-03-31", "SAEREP": "2010-04-01"}),
    ("SAE.24H", True, {"SAEAWARE": "2010-03-31"}),
    ("SAE.24H", False, {"SAEAWARE": "2010-03-31", "SAEREP": "2010-04-02"}),
    ("SAE.ORDER", True, {"SAEAWARE": "2010-03-31", "SAEREP": "2010-03-31"}),
    ("SAE.ORDER", False, {"SAEAWARE": "2010-03-31", "SAEREP": "2010-03-30"}),
    ("SAE.SUSAR", True, {"SAESUSAR": "Y", "SAEEXP": "N"}),
    ("SAE.SUSAR", False, {"SAESUSAR": "Y", "SAEEXP": "Y"}),
    ("PREG.ORDER", True, {"PREGLMP": "2010-03", "PREGODAT": "2010-12-01"}),
    ("PREG.ORDER", False, {"PREGLMP": "2010-03", "PREGODAT": "2010-02"}),
    ("PREG.OUTDATE", True, {"PREGOUT": "ONGOING"}),
    ("PREG.OUTDATE", True, {"PREGOUT": "LIVE BIRTH", "PREGODAT": "2010-12-01"}),
    ("PREG.OUTDATE", False, {"PREGOUT": "LIVE BIRTH"}),
    ("AE.END", True, {"AESTDAT": "2010-03-15", "AEENDAT": "2010-03-16"}),
    ("AE.END", True, {"AESTDAT": "2010-03-15", "AEENDAT": "2010"}),
    ("AE.END", True, {"AESTDAT": "2010", "AEENDAT": "2010-01-01"}),
    ("AE.END", False, {"AESTDAT": "2010-03-15", "AEENDAT": "2010-03-14"}),
    ("AE.END", False, {"AESTDAT": "2010-03", "AEENDAT": "2010-02-28"}),
    ("AE.ONGOING", True, {"AEONGO": "Y"}),
    ("AE.ONGOING", True, {"AEONGO": "N", "AEENDAT": "2010-03-15"}),
    ("AE.ONGOING", False, {"AEONGO": "Y", "AEENDAT": "2010-03-15"}),
    ("AE.GRADE5", True, {"AETOXGR": "5", "AEOUT": "FATAL"}),
    ("AE.GRADE5", True, {"AETOXGR": "4", "AEOUT": "UNKNOWN"}),
    ("AE.GRADE5", True, {"AETOXGR": "5"}),
    ("AE.GRADE5", False, {"AETOXGR": "5", "AEOUT": "UNKNOWN"}),
    ("AE.GRADE5", False, {"AETOXGR": "2", "AEOUT": "FATAL"}),
    ("AE.FATAL", True, {"AEOUT": "FATAL", "AESER": "Y"}),
    ("AE.FATAL", True, {"AEOUT": "FATAL"}),
    ("AE.FATAL", True, {"AEOUT": "UNKNOWN", "AESER": "N"}),
    ("AE.FATAL", False, {"AEOUT": "FATAL", "AESER": "N"}),
    ("AE.CRITERION", True, {"AESER": "Y", "AESHOSP": "Y"}),
    ("AE.CRITERION", True, {"AESER": "N"}),
    ("AE.CRITERION", False, {"AESER": "Y"}),
    ("AE.CRITERION", False, {"AESER": "Y", "AESHOSP": "N"}),
]

PERIODS = [
    ("EX.OVERLAP", True, []),
    ("EX.OVERLAP", True, [("2010-03-01", None)]),
    ("EX.OVERLAP", True, [("2010-03-01", "2010-03-14"), ("2010-03-15", None)]),
    ("EX.OVERLAP", True, [("2010-03-15", None), ("2010-03-01", "2010-03-14")]),
    ("EX.OVERLAP", True, [(None, None), ("2010-03-01", None)]),
    ("EX.OVERLAP", False, [("2010-03-01", None), ("2010-03-15", None)]),
    ("EX.OVERLAP", False, [("2010-03-01", "2010-03-15"), ("2010-03-15", None)]),
    ("EX.OVERLAP", False, [("2010-03-01", "2010-03-31"), ("2010-03-08", "2010-03-09")]),
]


@pytest.mark.parametrize(("oid", "passes", "answers"), EXAMPLES, ids=str)
def test_a_rule_decides_an_example(oid, passes, answers):
    """F-VS-BP, F-AE-DATES, F-AE-AETOXGR, F-AE-AESER, F-DA-DADISP, F-CM-DATES, F-MH-TERM,
    F-EX-DATES, LEN-WOCBP."""
    section, rule = ROW_RULES[oid]
    assert rule.ok({**blank(section), **answers}) is passes


@pytest.mark.parametrize(("oid", "passes", "periods"), PERIODS, ids=str)
def test_a_rule_across_rows_decides_an_example(oid, passes, periods):
    """F-EX-OVERLAP."""
    section, rule = ACROSS_RULES[oid]
    rows = [{**blank(section), "EXSTDAT": start, "EXENDAT": end} for start, end in periods]
    assert rule.ok(rows) is passes


@pytest.mark.parametrize("oid", [*ROW_RULES, *ACROSS_RULES])
def test_a_rule_has_an_example_that_passes_and_one_that_does_not(oid):
    assert {passes for known, passes, _ in [*EXAMPLES, *PERIODS] if known == oid} == {True, False}
