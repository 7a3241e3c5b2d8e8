"""A woman who may take part: every form of her screening, to be changed where a test needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from ordi_crf import atlas
from ordi_crf.core.chart import Chart
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import Painted, painted
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.strokes import Fill, Layer
from tests.builders import SUBJECT, Cells, clasi, key, record, stroke

Change: TypeAlias = Mapping[tuple[str, str, str, str], str | None]
"""Form, section, row and item: another answer."""

SCREENED, DAY_1 = "2010-03-01", "2010-03-15"
FRONT = ("leg_R", "perineum")
"""Groups that are painted: a leg, front and back, and the perineum are 19 %."""


def _each(item: str, rows: str, value: str) -> dict[str, dict[str, str | None]]:
    return {row: {item: value} for row in rows.split()}


def _cells() -> dict[str, Cells]:
    red = clasi()
    areas = {row: dict(values) for row, values in red["clasi_area"].items()}
    areas["07"]["CLERY"] = "2"
    conditions = "ATE VTE APS RENALPRG SYSFLARE CYTOPEN PSYCH SOCIAL HIV HBV HCV NEUROP MALIG"
    serology = "HIV HBSAG HBCAB HCVAB LA ACL AB2GP1"
    return {
        "SV": {"sv": {"": {"SVOCCUR": "Y", "VISDAT": SCREENED}}},
        "IC": {"ic": {"": {"ICYN": "Y", "RFICDAT": "2010-02-26"}}},
        "DM": {"dm": {"": {"BRTHDAT": "1970-06-15", "SEX": "F", "RACE": "WHITE"}}},
        "MH": {"mh_asked": _each("MHOCCUR", conditions, "N")},
        "LH": {"lh": {"": {"LHSUBTYP": "DLE-GEN", "BIOPSY": "Y", "BIORES": "CONSISTENT"}}},
        "PT": {
            "pt_asked": {
                "ANTIMAL": {"PTOCCUR": "Y", "PTREFR": "Y", "PTSEVAE": "N"},
                "TOPSTER": {"PTOCCUR": "Y", "PTREFR": "Y", "PTSEVAE": "N"},
                "THALIDO": {"PTOCCUR": "N"},
            }
        },
        "RP": {
            "rp": {
                "": {
                    "RPPREG": "N", "RPBF": "N", "RPWISH": "N", "RPWOCBP": "Y",
                    "RPCONTR": "IMPLANT", "RPCONST": "2009-01", "RPADEQ": "Y",
                }
            }
        },
        "VS": {"vs": {"": {"HEIGHT": "165", "WEIGHT": "60.0"}}},
        "CLASI": {**red, "clasi_area": areas},
        "BM": {"bm": {"": {"BMPERF": "Y"}}, "bm_stroke": {"1": stroke()}},
        "LB": {
            "lb_sample": {"": {"LBDAT": SCREENED}},
            "lb": {
                "WBC": {"LBORRES": "5.2", "LBORRESU": "10⁹/L"},
                "PLAT": {"LBORRES": "210", "LBORRESU": "10⁹/L"},
                "CREAT": {"LBORRES": "70", "LBORRESU": "µmol/L"},
            },
        },
        "SE": {"se": _each("SERES", serology, "NEGATIVE")},
        "PG": {"pg": {"": {"PGAPPL": "Y", "PGDONE": "Y", "PGDAT": SCREENED, "PGRES": "NEGATIVE"}}},
    }  # fmt: skip


MAN: Change = {
    ("DM", "dm", "", "SEX"): "M",
    ("RP", "rp", "", "RPWOCBP"): "N",
    ("RP", "rp", "", "RPREASND"): "MALE",
    ("RP", "rp", "", "RPPARTN"): "Y",
    ("RP", "rp", "", "RPCONTR"): None,
    ("RP", "rp", "", "RPADEQ"): None,
}


def screening(change: Change | None = None, *, without: str = "") -> dict[RecordKey, Record]:
    """Return her records of screening with other answers, or without a form."""
    cells = {
        form: {name: {row: dict(v) for row, v in rows.items()} for name, rows in sections.items()}
        for form, sections in _cells().items()
        if form != without
    }
    for (form, section, row, item), value in (change or {}).items():
        if form != without:
            cells[form].setdefault(section, {}).setdefault(row, {})[item] = value
    return {at("SCR", form).key: at("SCR", form, found) for form, found in cells.items()}


def at(visit: str, form: str, cells: Cells | None = None) -> Record:
    """Return a record of a form at a visit."""
    return replace(record(form, cells or {}), key=key(form, visit))


def held(visit: str, on: str) -> dict[RecordKey, Record]:
    """Return the header of a visit that took place on a day."""
    found = at(visit, "SV", {"sv": {"": {"SVOCCUR": "Y", "VISDAT": on}}})
    return {found.key: found}


def dosed(*periods: tuple[str, str | None], dose: str = "5") -> dict[RecordKey, Record]:
    """Return the dose periods of these first and last days."""
    rows = {
        str(n): {"EXDOSE": dose, "EXDOSFRQ": "QD", "EXSTDAT": start, "EXENDAT": end}
        for n, (start, end) in enumerate(periods, start=1)
    }
    found = at("LOG", "EX", {"ex": rows})
    return {found.key: found}


def drawing(*groups: str) -> Painted:
    """Return a body map on which these groups of the rule of nines are active all over."""
    body = atlas.body_map()
    regions = [region for region in body.regions if region.group in groups]
    return painted(Drawing.from_ops(body, [(Layer.ACTIVE, Fill(r.code, 2)) for r in regions]))


LEG_AND_PERINEUM = drawing(*FRONT)


def chart(records: Mapping[RecordKey, Record], *maps: Painted) -> Chart:
    """Return her chart; the map of screening, 19 % unless another is given."""
    shown = {key("BM", "SCR"): maps[0] if maps else LEG_AND_PERINEUM}
    return Chart(records, SUBJECT, shown.get)
