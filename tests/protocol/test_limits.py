"""Every limit of the clinical specification, section 10.1: on it passes, just outside does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ordi_crf import forms
from ordi_crf.core.validation import check
from tests.builders import record

TODAY = "2010-06-30"
POSSIBLE = [
    ("F-VS-HEIGHT", "VS.vs.HEIGHT", "100", "230", "0.1"),
    ("F-VS-WEIGHT", "VS.vs.WEIGHT", "25", "250", "0.1"),
    ("F-VS-SYSBP", "VS.vs.SYSBP", "50", "260", "1"),
    ("F-VS-DIABP", "VS.vs.DIABP", "30", "160", "1"),
    ("F-VS-PULSE", "VS.vs.PULSE", "30", "220", "1"),
    ("F-VS-TEMP", "VS.vs.TEMP", "33", "43", "0.1"),
    ("F-SU-SUPY", "MH.su.SUPY", "0", "150", "0.1"),
    ("F-LH-ACRCRIT", "LH.lh.ACRCRIT", "0", "11", "1"),
    ("F-EMG-SNAPR", "EMG.emg.SNAPR", "0", "100", "0.1"),
    ("F-EMG-SNAPL", "EMG.emg.SNAPL", "0", "100", "0.1"),
    ("F-LB-HGB", "LB.lb.HGB g/L", "20", "250", "0.1"),
    ("F-LB-WBC", "LB.lb.WBC 10⁹/L", "0", "200", "0.1"),
    ("F-LB-NEUT", "LB.lb.NEUT 10⁹/L", "0", "100", "0.1"),
    ("F-LB-PLAT", "LB.lb.PLAT 10⁹/L", "0", "2000", "1"),
    ("F-LB-CREAT", "LB.lb.CREAT µmol/L", "10", "2000", "0.1"),
    ("F-LB-ALT", "LB.lb.ALT", "0", "20000", "1"),
    ("F-LB-AST", "LB.lb.AST", "0", "20000", "1"),
    ("F-LB-C3", "LB.lb.C3 mg/dL", "0", "400", "0.1"),
    ("F-LB-C4", "LB.lb.C4 mg/dL", "0", "150", "0.1"),
    ("F-LB-DSDNA", "LB.lb.DSDNA IU/mL", "0", "20000", "0.1"),
    ("F-LB-PROT24", "LB.lb.PROT24 g/24 h", "0", "40", "0.01"),
    ("F-PGA-PGASCORE", "PGA.pga.PGASCORE", "0", "3", "0.1"),
    ("F-PGA-PTVAS", "PGA.pga.PTVAS", "0", "100", "1"),
    ("F-EX-EXDOSE", "EX.ex.EXDOSE", "0", "25", "0.1"),
]
EXPECTED = [
    ("F-VS-HEIGHT", "VS.vs.HEIGHT", "140", "200", "0.1"),
    ("F-VS-WEIGHT", "VS.vs.WEIGHT", "40", "120", "0.1"),
    ("F-VS-SYSBP", "VS.vs.SYSBP", "90", "160", "1"),
    ("F-VS-DIABP", "VS.vs.DIABP", "50", "100", "1"),
    ("F-LB-HGB", "LB.lb.HGB g/L", "90", "170", "0.1"),
    ("F-LB-WBC", "LB.lb.WBC 10⁹/L", "2", "20", "0.1"),
    ("F-LB-NEUT", "LB.lb.NEUT 10⁹/L", "1", "15", "0.1"),
    ("F-LB-PLAT", "LB.lb.PLAT 10⁹/L", "50", "600", "1"),
    ("F-LB-CREAT", "LB.lb.CREAT µmol/L", "30", "200", "0.1"),
]


def judged(place: str, value: Decimal) -> set[str]:
    """Return the ids of findings about limits of an item, or of a laboratory test in its unit."""
    where, _, unit = place.partition(" ")
    oid, section, item = where.split(".")
    form = forms.form(oid)
    row = "1" if form.section(section).repeating else ""
    answers = {item: str(value)}
    if oid == "LB":
        row, answers = item, {"LBORRES": str(value), "LBORRESU": unit or None}
    found = check(form, record(oid, {section: {row: answers}}), TODAY)
    return {f.oid for f in found if f.oid.endswith((".POSSIBLE", ".EXPECTED"))}


def ends(table):
    """Return a parameter for each end of each interval: its limit, and what lies just outside."""
    return [
        pytest.param(
            place, Decimal(limit), Decimal(limit) + sign * Decimal(step), id=f"{id_} {limit}"
        )
        for id_, place, low, high, step in table
        for limit, sign in ((low, -1), (high, 1))
        if limit is not None
    ]


def name_of(place: str) -> str:
    return "LBORRES" if place.startswith("LB.") else place.rpartition(".")[2]


@pytest.mark.parametrize(("place", "limit", "outside"), ends(POSSIBLE))
def test_what_lies_outside_what_is_possible_is_hard(
    place: str, limit: Decimal, outside: Decimal
) -> None:
    finding = f"{name_of(place)}.POSSIBLE"
    assert finding not in judged(place, limit)
    assert finding in judged(place, outside)


@pytest.mark.parametrize(("place", "limit", "outside"), ends(EXPECTED))
def test_what_lies_outside_what_is_usual_is_soft(
    place: str, limit: Decimal, outside: Decimal
) -> None:
    assert judged(place, limit) == set()
    assert judged(place, outside) == {f"{name_of(place)}.EXPECTED"}
