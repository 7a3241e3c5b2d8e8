"""The answers of what is scored at a visit: CLASI, the examined skin, SLEDAI-2K, PGA."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from ordi_crf import atlas
from ordi_crf.db.study_file import Answer
from ordi_crf.demo.course import Held, remark
from ordi_crf.demo.entered import once, row
from ordi_crf.demo.examined import tenths
from ordi_crf.demo.laboratory import laboratory
from ordi_crf.demo.site import INVESTIGATOR
from ordi_crf.demo.subject import Subject
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.sledai import DESCRIPTORS

_COLUMNS = {"CLERY": "E", "CLSCL": "S", "CLDYS": "D", "CLSCR": "C"}
_ONCE = {"CLMUC": "M", "CLHAIR": "H", "CLALOP": "A", "CLSSCR": "K"}
_LEUKOCYTES = Decimal("3.0")
"""10⁹/L, below which SLEDAI-2K asks what it is due to."""


def clasi(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of the CLASI; a draft has its last locations unanswered."""
    locations = [code.value for code in LOCATIONS.codes]
    answers = [
        Answer(AREAS.name, location, item.name, str(held.grade(location, _COLUMNS[item.name])))
        for location in (locations[:8] if held.draft else locations)
        for item in AREAS.items
        if location not in item.not_in_rows
    ]
    if held.draft:
        return answers
    values = {name: str(held.grade("", column)) for name, column in _ONCE.items()}
    if held.located("D"):
        values["CLDYDUR"] = subject.lasting
    return answers + once(ONCE.name, values | {"QSEVAL": INVESTIGATOR.name})


def drawing(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of the body map: the whole skin was examined."""
    disagreed = remark(subject, held)
    elsewhere = (disagreed.elsewhere or "") if disagreed is not None else ""
    body_map = atlas.body_map().sha256
    return once("bm", {"BMPERF": "Y", "BMMAP": body_map, "BMOTHER": elsewhere})


def sledai(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of SLEDAI-2K, which say of skin and blood what CLASI and LB say."""
    results = {(a.row, a.item): a.value or "" for a in laboratory(subject, held)}
    present = {*_skin(held), *_blood(results)}
    low = results.get(("WBC", "LBORRES"), "")
    found: list[Answer] = []
    for code in (descriptor.value for descriptor in DESCRIPTORS):
        cause = "Lenalidomide" if code == "LEUK" and low and Decimal(low) < _LEUKOCYTES else ""
        values = {"SLPRES": "1" if code in present else "0", "SLATTR": cause}
        found += row("sledai_descriptor", code, values)
    return found + once("sledai", {"SLEVAL": INVESTIGATOR.name})


def assessment(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of PGA, which falls with the CLASI."""
    random = Random(f"{subject.subjid} {held.visit}{held.repeat} PGA")
    score = min(28, 3 + held.total * 12 // 10) if held.total else random.randrange(2)
    line = min(100, score * 3 + random.randrange(9))
    values = {"PGASCORE": tenths(score), "PTVAS": str(line), "PGAEVAL": INVESTIGATOR.name}
    return once("pga", values)


def _skin(held: Held) -> Iterator[str]:
    if held.located("E") or held.located("S"):
        yield "RASH"
    if held.grade("", "H") or held.grade("", "A"):
        yield "ALOP"
    if held.grade("", "M"):
        yield "MUCO"


def _blood(results: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield what the results show, against the limits they were reported with."""
    if any(_beyond(results, test, "LBORNRLO") for test in ("C3", "C4")):
        yield "COMP"
    if _beyond(results, "DSDNA", "LBORNRHI"):
        yield "DNA"


def _beyond(results: dict[tuple[str, str], str], test: str, limit: str) -> bool:
    result, bound = results.get((test, "LBORRES"), ""), results.get((test, limit), "")
    if not result or not bound or result.startswith("<"):
        return False
    below = limit == "LBORNRLO"
    return Decimal(result) < Decimal(bound) if below else Decimal(result) > Decimal(bound)
