"""The answers of the laboratory: what the schedule asks for, as the two laboratories report it.

The hospital's laboratory measures everything; blood counts between visits are done by the health
centre of some patients, which reports in other units.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from ordi_crf import study
from ordi_crf.core.labs_due import PROTEIN, due
from ordi_crf.db.study_file import Answer
from ordi_crf.demo import backgrounds
from ordi_crf.demo.course import Held
from ordi_crf.demo.entered import once, row
from ordi_crf.demo.site import HEALTH_CENTRE, KIT, LABORATORY
from ordi_crf.demo.subject import Reading, Subject
from ordi_crf.forms.labs import TESTS
from ordi_crf.forms.serology import TESTS as SEROLOGY


@dataclass(frozen=True, slots=True)
class _Normal:
    """Reference range as reported, between which numbers results lie, and their decimals."""

    low: str
    high: str
    least: int
    most: int
    places: int = 0
    unit: str = ""
    """When it is not the first unit of the test."""
    limit: int | None = None
    """Below which the laboratory reports only that it is below."""


_HOSPITAL: dict[str, _Normal] = {
    "HGB": _Normal("120", "160", 124, 146),
    "WBC": _Normal("4.0", "11.0", 52, 78, 1),
    "NEUT": _Normal("1.8", "7.5", 28, 42, 1),
    "LYM": _Normal("1.0", "4.5", 13, 21, 1),
    "PLAT": _Normal("150", "400", 190, 330),
    "CREAT": _Normal("45", "90", 52, 78),
    "ALT": _Normal("", "40", 12, 30),
    "AST": _Normal("", "40", 14, 30),
    "TSH": _Normal("0.40", "4.50", 90, 320, 2),
    "C3": _Normal("85", "180", 92, 132),
    "C4": _Normal("10", "40", 14, 27),
    "DSDNA": _Normal("", "15", 0, 0, 1),
    "URBC": _Normal("", "5", 0, 3),
    "UWBC": _Normal("", "5", 0, 4),
    "UPCR": _Normal("", "0.20", 4, 15, 2, limit=6),
}
_CENTRE: dict[str, _Normal] = {
    "HGB": _Normal("12.0", "16.0", 124, 146, 1, "g/dL"),
    "WBC": _Normal("4000", "11000", 52, 78, unit="/µL"),
    "NEUT": _Normal("1800", "7500", 28, 42, unit="/µL"),
    "LYM": _Normal("1000", "4500", 13, 21, unit="/µL"),
    "PLAT": _Normal("150", "400", 190, 330, unit="10³/µL"),
}
_COUNTED = ("W1", "W3", "W5", "W7")
_FAR = ("SYN-03", "SYN-11", "SYN-14")
"""Patients who live too far away to come for a blood count alone."""
_LOW_C4 = _Normal("10", "40", 7, 9)


def laboratory(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of LB: results as reported, with the ranges of the laboratory."""
    tests, far = due(held.visit), held.visit in _COUNTED and subject.subjid in _FAR
    sample = {
        "LBDAT": held.on.isoformat(), "LBNAM": HEALTH_CENTRE if far else LABORATORY,
        "LBKIT": KIT if "DSDNA" in tests else "",
    }  # fmt: skip
    found = once("lb_sample", sample)
    own = {r.test: r for r in readings(subject, held)}
    for test in (code.value for code in TESTS.codes if code.value in tests):
        if test != PROTEIN[0]:
            normal = _CENTRE[test] if far else _normal(subject, test)
            found += row("lb", test, _reported(subject, held, test, normal, own.get(test)))
    if "UCASTS" in study.TESTS_DUE.get(held.visit, ()):
        found += once("lb_urine", {"UCASTS": "NONE"})
    return found


def readings(subject: Subject, held: Held) -> list[Reading]:
    """Return the results of a visit that are not like the others."""
    return [r for r in subject.readings if r.visit == held.visit and held.repeat == 1]


def serology(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of SE: no infection, no antiphospholipid antibodies."""
    found = once("se_sample", {"SEDAT": held.on.isoformat(), "SENAM": LABORATORY})
    positive = backgrounds.of(subject.subjid).positive.split()
    titre = Random(f"{subject.subjid} ANA").choice(("1:160", "1:320", "1:640"))
    for test in (code.value for code in SEROLOGY.codes):
        values = {"SERES": "POSITIVE" if test in positive else "NEGATIVE"}
        found += row("se", test, values | ({"SETITRE": titre} if test == "ANA" else {}))
    return found


def _normal(subject: Subject, test: str) -> _Normal:
    return _LOW_C4 if test == "C4" and subject.low_c4 else _HOSPITAL[test]


def _reported(
    subject: Subject, held: Held, test: str, normal: _Normal, stated: Reading | None
) -> dict[str, str]:
    result = stated.result if stated else _result(subject, held, test, normal)
    known = TESTS.row(test)
    values = {
        "LBORRES": result,
        "LBORRESU": (normal.unit or known.unit) if known.units else "",
        "LBORNRLO": normal.low,
        "LBORNRHI": normal.high,
    }
    if stated is not None and stated.significant:
        values["LBCLSIG"] = stated.significant
    elif _outside(result, normal):
        values["LBCLSIG"] = "N"
    return values


def _result(subject: Subject, held: Held, test: str, normal: _Normal) -> str:
    """Return a result near the patient's own level, always the same one."""
    if test == "DSDNA":
        return _dsdna(subject, held)
    number = _number(subject, held, test, normal)
    if test == "WBC":
        # Leukocytes are the neutrophils and lymphocytes reported with them, and a few others.
        parts = ((part, _HOSPITAL[part]) for part in ("NEUT", "LYM"))
        number = number // 10 + sum(_number(subject, held, part, known) for part, known in parts)
    if normal.unit == "/µL":
        return str(number * 100)
    if normal.limit is not None and number < normal.limit:
        return f"<{_decimal(normal.limit, normal.places)}"
    return _decimal(number, normal.places)


def _decimal(number: int, places: int) -> str:
    """Return a number without its decimal point as it is printed."""
    return str(Decimal(number).scaleb(-places))


def _number(subject: Subject, held: Held, test: str, normal: _Normal) -> int:
    """Return a result without its decimal point."""
    least, most = normal.least, normal.most
    usual = least + int((most - least) * Random(f"{subject.subjid} {test}").random())
    varied = usual + int((most - least) * (_noise(subject, held, test) - 0.5) / 3)
    return max(0, varied)


def _noise(subject: Subject, held: Held, test: str) -> float:
    """Return how a result of this visit differs, between 0 and 1."""
    return Random(f"{subject.subjid} {held.visit}{held.repeat} {test}").random()


def _dsdna(subject: Subject, held: Held) -> str:
    """Return a titre that varies by a tenth; below the limit of detection it is reported so."""
    if subject.dsdna.startswith("<"):
        return subject.dsdna
    tenths = int(subject.dsdna.replace(".", ""))
    varied = tenths + int(tenths * (_noise(subject, held, "DSDNA") - 0.5) / 5)
    return _decimal(varied, 1)


def _outside(result: str, normal: _Normal) -> bool:
    if result.startswith("<"):
        return False
    number = Decimal(result)
    below = normal.low != "" and number < Decimal(normal.low)
    return below or (normal.high != "" and number > Decimal(normal.high))
