"""The backgrounds of the fifteen invented patients, as a table: none of it is anybody's."""

from __future__ import annotations

from collections.abc import Mapping

from ordi_crf.demo.background import Background

_HCQ = "ANTIMALARIAL|Hydroxychloroquine|400|mg/day|"
_CHLOROQUINE = "ANTIMALARIAL|Chloroquine|250|mg/day|"
_CLOBETASOL = "TOPICAL STEROID|Clobetasol 0.05 % cream|||"
_THALIDOMIDE = "THALIDOMIDE|Thalidomide|100|mg/day|"
_FAILED = "|NONE|LACK OF EFFICACY"
_PARTLY = "|PARTIAL|LACK OF EFFICACY"
_TOXIC = "|PARTIAL|SEVERE ADVERSE EVENT"
_MYCOPHENOLATE = "IMMUNOSUPPRESSANT|Mycophenolate mofetil|2000|mg/day|"
_TAKES_HCQ = "Hydroxychloroquine|ANTIMALARIAL|Cutaneous lupus|200|mg|Twice a day|ORAL|"
_SUN = "Sunscreen SPF 50|TOPICAL|Cutaneous lupus|||Every morning|TOPICAL|"
_ASPIRIN = "Acetylsalicylic acid|ANTITHROMBOTIC|Prevention of thrombosis|100|mg|Once a day|ORAL|"
_ENOXAPARIN = "Enoxaparin|ANTITHROMBOTIC|Ankle fracture|40|mg|Once a day|SUBCUTANEOUS|"
_PREDNISONE = "Prednisone|GLUCOCORTICOID|Systemic lupus|5|mg|Once a day|ORAL|"
_THYROXINE = "Levothyroxine|OTHER|Hypothyroidism|50|µg|Once a day|ORAL|"

BACKGROUNDS: Mapping[str, Background] = {
    "SYN-01": Background(
        height=161, weight=582, smoking="CURRENT 22", lupus="DLE-LOC 1996-04 1996-06 POSITIVE",
        thalidomide="Y N No response after four months", potential="LNG-IUS 2006-05",
        diseases=("Migraine|1985|", "Appendicectomy|1979|1979"),
        prior=(
            f"{_HCQ}1996-07|2001{_FAILED}", f"{_CHLOROQUINE}2001|2003-02{_FAILED}",
            f"{_CLOBETASOL}1996|{_PARTLY}", f"{_THALIDOMIDE}2007-03|2007-07{_FAILED}",
        ),
        medication=(f"{_SUN}2001|", f"{_ASPIRIN}2009-01-26|2009-02-08"),
    ),
    "SYN-02": Background(
        height=165, weight=633, smoking="FORMER 8", lupus="SCLE 2001-05 2001-06 POSITIVE",
        thalidomide="Y N Relapse under 50 mg a day", potential="DEPOT-MPA 2008-03",
        positive="ANA RO", prior=(
            f"{_HCQ}2001-07|{_PARTLY}", f"{_CLOBETASOL}2001-05|{_PARTLY}",
            f"{_THALIDOMIDE}2006|2007-10{_PARTLY}",
        ),
        medication=(f"{_TAKES_HCQ}2001-07|", f"{_SUN}2005|"),
    ),
    "SYN-03": Background(
        height=158, weight=541, lupus="SCLE 2004-09 2004-10 POSITIVE", systemic="2005-02 5",
        thalidomide="N Y Somnolence and oedema, withdrawn", potential="IMPLANT 2008-01",
        positive="ANA RO LASSB", diseases=("Raynaud's phenomenon|2003|", "Arthritis|2005|2007"),
        prior=(
            f"{_HCQ}2004-11|{_PARTLY}", f"{_CLOBETASOL}2004|{_FAILED}",
            f"{_THALIDOMIDE}2007-01|2007-02{_TOXIC}",
            "IMMUNOSUPPRESSANT|Methotrexate|15|mg/week|2007-05|2008-06|PARTIAL|LACK OF EFFICACY",
        ),
        medication=(f"{_TAKES_HCQ}2004-11|", f"{_PREDNISONE}2005-03|", f"{_SUN}2004|"),
    ),
    "SYN-04": Background(
        height=156, weight=671, smoking="FORMER 15.5", lupus="DLE-LOC 1988 1989-03 POSITIVE",
        thalidomide="N Y Paraesthesia, resolved in 2006", potential="AGE50-AMENORRHOEA",
        diseases=("Hypertension|2002-04|", "Cholecystectomy|1994|1994"),
        prior=(
            f"{_HCQ}1990|1998{_FAILED}", f"{_CLOBETASOL}1989|{_PARTLY}",
            f"{_THALIDOMIDE}2004-05|2005-03{_TOXIC}",
            "RETINOID|Acitretin|25|mg/day|2006|2007|PARTIAL|LACK OF EFFICACY",
        ),
        medication=("Enalapril|OTHER|Hypertension|10|mg|Once a day|ORAL|2002-04|", f"{_SUN}1990|"),
    ),
    "SYN-05": Background(
        height=163, weight=598, smoking="CURRENT 19.5", lupus="DLE-GEN 1999-02 1999-03 POSITIVE",
        potential="SURGERY", diseases=("Hysterectomy for fibroids|2007-11|2007-11",),
        prior=(
            f"{_HCQ}1999-04|{_PARTLY}", f"{_CLOBETASOL}1999|{_FAILED}",
            "DAPSONE|Dapsone|100|mg/day|2003|2004-05|NONE|ADVERSE EVENT",
        ),
        medication=(f"{_TAKES_HCQ}1999-04|", f"{_ASPIRIN}2009-06-09|2010-01-05"),
    ),
    "SYN-06": Background(
        height=170, weight=644, lupus="SCLE 2005-08 2005-09 NEGATIVE",
        thalidomide="Y N Relapse on every reduction", potential="VASECTOMISED-PARTNER 2007",
        positive="ANA RO", prior=(
            f"{_HCQ}2005-10|{_PARTLY}", f"{_CLOBETASOL}2005-08|{_PARTLY}",
            f"{_THALIDOMIDE}2007-09|2008-12{_PARTLY}",
        ),
        medication=(f"{_TAKES_HCQ}2005-10|", f"{_SUN}2005|"),
    ),
    "SYN-07": Background(
        height=159, weight=702, lupus="SCLE 1995 1995-11 POSITIVE", systemic="1997-06 6",
        thalidomide="N N Good response; stopped in 2002 at her own wish",
        potential="STERILISATION 1999", positive="ANA RO SM",
        diseases=("Pleuritis|1997-06|1997-09", "Raynaud's phenomenon|1996|"),
        prior=(
            f"{_HCQ}1996|{_PARTLY}", f"{_CLOBETASOL}1995|{_FAILED}",
            f"{_THALIDOMIDE}2001-02|2002-01|COMPLETE|REMISSION",
            "IMMUNOSUPPRESSANT|Azathioprine|100|mg/day|2004|2006-03|NONE|LACK OF EFFICACY",
        ),
        medication=(f"{_TAKES_HCQ}1996|", f"{_PREDNISONE}1997-07|", f"{_SUN}1996|"),
    ),
    "SYN-08": Background(
        height=162, weight=618, lupus="SCLE 2003-06 2003-07 POSITIVE", potential="LNG-IUS 2007-10",
        positive="ANA RO", diseases=("Iron deficiency|2006|2007-03",),
        prior=(f"{_HCQ}2003-08|{_PARTLY}", f"{_CLOBETASOL}2003-06|{_FAILED}"),
        medication=(f"{_TAKES_HCQ}2003-08|", f"{_SUN}2003|"),
    ),
    "SYN-09": Background(
        height=155, weight=687, lupus="DLE-LOC 1992-10 1992-12 POSITIVE",
        thalidomide="Y N", potential="AGE50-AMENORRHOEA",
        diseases=("Hypothyroidism|1998-05|", "Osteoarthritis of the knees|2004|"),
        prior=(
            f"{_HCQ}1993|1999{_FAILED}", f"{_CHLOROQUINE}1999|2004{_FAILED}",
            f"{_CLOBETASOL}1993|{_PARTLY}",
            f"{_THALIDOMIDE}2008-03|2008-11{_FAILED}",
        ),
        medication=(f"{_THYROXINE}1998-05|", f"{_SUN}1999|"),
    ),
    "SYN-10": Background(
        height=167, weight=659, smoking="FORMER", lupus="SCLE 2002-03 2002-04 POSITIVE",
        systemic="2004 4", thalidomide="N Y Syncope at 100 mg", potential="DESOGESTREL 2008-06",
        prior=(
            f"{_HCQ}2002-05|{_PARTLY}", f"{_CLOBETASOL}2002-03|{_PARTLY}",
            f"{_THALIDOMIDE}2009-02|2009-03{_TOXIC}",
        ),
        medication=(f"{_TAKES_HCQ}2002-05|", f"{_SUN}2002|"),
    ),
    "SYN-11": Background(
        height=157, weight=497, lupus="DLE-LOC 2006-10 NEGATIVE",
        thalidomide="N Y Sensory neuropathy", potential="ABSTINENCE 2008",
        neuropathy="2009-04 Sensory, grade 1, of thalidomide",
        prior=(
            f"{_HCQ}2006-12|{_PARTLY}", f"{_CLOBETASOL}2006-10|{_FAILED}",
            f"{_THALIDOMIDE}2008-11|2009-04{_TOXIC}",
        ),
        medication=(f"{_TAKES_HCQ}2006-12|", f"{_SUN}2006|"),
    ),
    "SYN-12": Background(
        height=169, weight=722, smoking="CURRENT 14", lupus="SCLE 2004-05 2004-06 POSITIVE",
        potential="IMPLANT 2009-02", positive="ANA RO HBCAB",
        prior=(f"{_HCQ}2004-07|2008{_FAILED}", f"{_CLOBETASOL}2004-05|{_FAILED}"),
        medication=(
            f"{_ASPIRIN}2010-05-13|2010-10-07",
            "Fosfomycin|OTHER|Cystitis|3|g|Once|ORAL|2010-08-04|2010-08-04",
        ),
    ),
    "SYN-13": Background(
        height=154, weight=655, lupus="DLE-LOC 1983 1984-02 POSITIVE",
        thalidomide="Y N No response after six months", potential="AGE50-AMENORRHOEA",
        diseases=("Hypertension|1999|", "Osteoporosis|2007-03|"),
        prior=(
            f"{_HCQ}1985|1994{_FAILED}", f"{_CLOBETASOL}1984|{_PARTLY}",
            f"{_THALIDOMIDE}2008-05|2008-11{_FAILED}",
        ),
        medication=(
            "Losartan|OTHER|Hypertension|50|mg|Once a day|ORAL|1999|",
            "Calcium and vitamin D|OTHER|Osteoporosis|||Once a day|ORAL|2007-03|",
            f"{_ENOXAPARIN}2011-01-24|2011-03-07",
        ),
    ),
    "SYN-14": Background(
        height=164, weight=611, lupus="DLE-GEN 2000-01 2000-02 POSITIVE", systemic="2001-09 6",
        thalidomide="Y N", potential="STERILISATION 2004", positive="ANA RO SM RNP",
        diseases=("Arthritis|2001|2003",),
        prior=(
            f"{_HCQ}2000-03|{_PARTLY}", f"{_CLOBETASOL}2000-01|{_FAILED}",
            f"{_THALIDOMIDE}2005|2006-07{_PARTLY}",
            f"{_MYCOPHENOLATE}2007-02|2009-12{_PARTLY}",
        ),
        medication=(f"{_TAKES_HCQ}2000-03|", f"{_PREDNISONE}2001-10|", f"{_SUN}2000|"),
    ),
    "SYN-15": Background(
        height=160, weight=841, smoking="CURRENT 31", lupus="SCLE 1998-11 1999-01 POSITIVE",
        potential="OVARIAN-FAILURE", positive="ANA RO LASSB",
        diseases=("Premature ovarian failure|1999|", "Hypercholesterolaemia|2005|"),
        prior=(f"{_HCQ}1999-02|{_PARTLY}", f"{_CLOBETASOL}1998|{_FAILED}"),
        medication=(
            f"{_TAKES_HCQ}1999-02|", f"{_ASPIRIN}2010-12-01|2011-11-30",
            "Simvastatin|OTHER|Hypercholesterolaemia|20|mg|Once a day|ORAL|2005|",
        ),
    ),
}  # fmt: skip


def of(subjid: str) -> Background:
    """Return a patient's background; KeyError for one the table does not know."""
    return BACKGROUNDS[subjid]
