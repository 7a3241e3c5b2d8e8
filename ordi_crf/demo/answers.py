"""The answers of one visit: header, demographics, CLASI, laboratory, dosing, adverse events."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from ordi_crf import atlas
from ordi_crf.db.study_file import Answer
from ordi_crf.demo.course import Held, date_on, remark
from ordi_crf.demo.site import KIT, LABORATORY
from ordi_crf.demo.subject import Event, Reading, Subject
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.labs import RESULTS, TESTS

CTCAE_4 = date(2010, 6, 14)
"""From then on events are graded by CTCAE 4.03, before by 3.0."""

_COLUMNS = {"CLERY": "E", "CLSCL": "S", "CLDYS": "D", "CLSCR": "C"}
_ONCE = {"CLMUC": "M", "CLHAIR": "H", "CLALOP": "A", "CLSSCR": "K"}
_LABS: dict[str, tuple[str, str, int, int, int]] = {
    "HGB": ("120", "160", 124, 146, 0),
    "WBC": ("4.0", "11.0", 52, 78, 1),
    "NEUT": ("1.8", "7.5", 28, 42, 1),
    "LYM": ("1.0", "4.5", 13, 21, 1),
    "PLAT": ("150", "400", 190, 330, 0),
    "CREAT": ("45", "90", 52, 78, 0),
    "ALT": ("", "40", 12, 30, 0),
    "AST": ("", "40", 14, 30, 0),
    "C3": ("85", "180", 92, 132, 0),
    "C4": ("10", "40", 14, 27, 0),
    "DSDNA": ("", "15", 0, 0, 1),
}
"""Reference range of the laboratory, then between which results lie, and their decimals."""


def demographics(subject: Subject) -> list[Answer]:
    """Return the answers of DM; of the date of birth, year and month."""
    values = {
        "BRTHDAT": subject.born, "SEX": "F", "RACE": subject.race, "ETHNIC": subject.ethnic
    }  # fmt: skip
    return _once("dm", values)


def header(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of SV."""
    values = {"SVOCCUR": "Y", "VISDAT": held.on.isoformat()}
    comment = subject.comments.get(held.visit)
    return _once("sv", values | ({"SVCOM": comment} if comment else {}))


def clasi(subject: Subject, held: Held, assessor: str) -> list[Answer]:
    """Return the answers of the CLASI; a draft has its last locations unanswered."""
    locations = [row.value for row in LOCATIONS.codes]
    answers = [
        Answer(AREAS.name, row, item.name, str(held.grade(row, _COLUMNS[item.name])))
        for row in (locations[:8] if held.draft else locations)
        for item in AREAS.items
        if row not in item.not_in_rows
    ]
    if held.draft:
        return answers
    once = {name: str(held.grade("", column)) for name, column in _ONCE.items()}
    if held.located("D"):
        once["CLDYDUR"] = subject.lasting
    return answers + _once(ONCE.name, once | {"QSEVAL": assessor})


def examination(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of the body map: the whole skin was examined."""
    values = {"BMPERF": "Y", "BMMAP": atlas.body_map().sha256}
    disagreed = remark(subject, held)
    if disagreed is not None and disagreed.elsewhere:
        values["BMOTHER"] = disagreed.elsewhere
    return _once("bm", values)


def laboratory(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of LB: results as reported, with the ranges of the laboratory."""
    sample = {"LBDAT": held.on.isoformat(), "LBNAM": LABORATORY, "LBKIT": KIT}
    own = {r.test: r for r in readings(subject, held)}
    found = _once("lb_sample", sample)
    for test in (row for row in TESTS.codes if row.value in _LABS):
        low, high, *_ = _LABS[test.value]
        stated = own.get(test.value)
        result = stated.result if stated else _result(subject, held, test.value)
        unit = test.unit if test.units else ""
        row = {"LBORRES": result, "LBORRESU": unit, "LBORNRLO": low, "LBORNRHI": high}
        if stated is not None and stated.significant:
            row["LBCLSIG"] = stated.significant
        elif _outside(result, low, high):
            row["LBCLSIG"] = "N"
        found += [Answer(RESULTS.name, test.value, name, v) for name, v in row.items() if v]
    return found


def readings(subject: Subject, held: Held) -> list[Reading]:
    """Return the results of a visit that are not like the others."""
    return [r for r in subject.readings if r.visit == held.visit and held.repeat == 1]


def doses(subject: Subject) -> list[tuple[int, dict[str, str]]]:
    """Return the dose periods without their ends: first day and answers."""
    periods = []
    for part in subject.doses.split(";"):
        day, dose, frequency, why = part.split()
        first = date_on(subject, int(day)).isoformat()
        periods.append(
            (int(day), {"EXDOSE": dose, "EXDOSFRQ": frequency, "EXSTDAT": first, "EXADJ": why})
        )
    return periods


def event(subject: Subject, happened: Event, day: int) -> dict[str, str]:
    """Return the answers of an adverse event as known on a day."""
    start = date_on(subject, happened.start)
    over = happened.end is not None and happened.end <= day
    values = {
        "AETERM": happened.term,
        "AESTDAT": start.isoformat(),
        "AEONGO": "N" if over else "Y",
        "AETOXGR": happened.grade,
        "AETOXVER": "4.03" if start >= CTCAE_4 else "3.0",
        "AEREL": happened.relation,
        "AEACN": happened.action,
        "AEOUT": "RECOVERED/RESOLVED" if over else "RECOVERING/RESOLVING",
        "AESER": "N",
    }
    if over and happened.end is not None:
        values["AEENDAT"] = date_on(subject, happened.end).isoformat()
    return values


def eve(subject: Subject, day: int) -> str:
    """Return the date of the day before, on which a dose period ends."""
    return (date_on(subject, day) - timedelta(days=1)).isoformat()


def _once(section: str, values: dict[str, str]) -> list[Answer]:
    return [Answer(section, "", name, value) for name, value in values.items()]


def _result(subject: Subject, held: Held, test: str) -> str:
    """Return a result near the patient's own level, always the same one."""
    if test == "DSDNA":
        return _dsdna(subject, held)
    number = _number(subject, held, test)
    if test == "WBC":
        # Leukocytes are the neutrophils and lymphocytes reported with them, and a few others.
        number = number // 10 + sum(_number(subject, held, part) for part in ("NEUT", "LYM"))
    return f"{number // 10}.{number % 10}" if _LABS[test][4] else str(number)


def _number(subject: Subject, held: Held, test: str) -> int:
    """Return a result without its decimal point."""
    _, _, least, most, _ = _LABS[test]
    usual = least + int((most - least) * Random(f"{subject.subjid} {test}").random())
    return usual + int((most - least) * (_noise(subject, held, test) - 0.5) / 3)


def _noise(subject: Subject, held: Held, test: str) -> float:
    """Return how a result of this visit differs, between 0 and 1."""
    return Random(f"{subject.subjid} {held.visit}{held.repeat} {test}").random()


def _dsdna(subject: Subject, held: Held) -> str:
    """Return a titre that varies by a tenth; below the limit of detection it is reported so."""
    if subject.dsdna.startswith("<"):
        return subject.dsdna
    tenths = int(subject.dsdna.replace(".", ""))
    varied = tenths + int(tenths * (_noise(subject, held, "DSDNA") - 0.5) / 5)
    return f"{varied // 10}.{varied % 10}"


def _outside(result: str, low: str, high: str) -> bool:
    if result.startswith("<"):
        return False
    number = Decimal(result)
    return (low != "" and number < Decimal(low)) or (high != "" and number > Decimal(high))
