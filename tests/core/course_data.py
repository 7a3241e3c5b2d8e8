"""Small studies for the outcomes: visits, scores, titres and doses, by days after Day 1."""

from __future__ import annotations

from datetime import date, timedelta

from ordi_crf.core.courses import courses
from ordi_crf.core.records import Record, RecordKey, Row, StudyData, SubjectKey, blank
from ordi_crf.forms.adverse_events import EVENTS
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.labs import RESULTS, SAMPLE
from ordi_crf.forms.sledai import DESCRIPTORS, PRESENT
from tests.builders import SUBJECT

DAY_1 = date(2010, 1, 31)
OTHER = SubjectKey("01", "01-002")
NO_DAMAGE = {"pigment": 0, "scars": 0, "scalp": 0, "lasting": None}


def on(day):
    return DAY_1 + timedelta(days=day)


def held(visit, day, repeat=1, who=SUBJECT):
    """Return a visit header."""
    answers = {"SVOCCUR": "Y", "VISDAT": on(day).isoformat(), "SVREASND": None, "SVCOM": None}
    return Record(RecordKey(who, visit, "SV", repeat), sections={"sv": {"": Row("", answers)}})


def clasi(visit, activity, repeat=1, who=SUBJECT, *, scale=True, partial=False, **damage):
    """Return a CLASI of this activity, in single grades, or in as few as it takes."""
    damage = NO_DAMAGE | damage
    highest = 1 if scale else 3
    cells, left = {}, activity
    for n, location in enumerate(LOCATIONS.codes):
        values = {item.name: "0" for item in AREAS.items}
        for name in ("CLERY", "CLSCL") if scale else ("CLERY",):
            grade = min(highest, left)
            values[name], left = str(grade), left - grade
        values["CLDYS"] = str(int(n < damage["pigment"]))
        values["CLSCR"] = None if n == 0 else str(int(n <= damage["scars"]))
        cells[location.value] = Row(location.value, values)
    if partial:
        cells["03"] = Row("03", dict.fromkeys(cells["03"].values))
    once = {item.name: "0" for item in ONCE.items} | {
        "CLSSCR": str(damage["scalp"]), "CLDYDUR": damage["lasting"], "QSEVAL": None,
    }  # fmt: skip
    sections = {AREAS.name: cells, ONCE.name: {"": Row("", once)}}
    return Record(RecordKey(who, visit, "CLASI", repeat), sections=sections)


def sledai(visit, present, repeat=1, who=SUBJECT, *, missing=()):
    """Return a SLEDAI in which these descriptors are present."""
    answers = {
        d.value: None if d.value in missing else str(int(d.value in present.split()))
        for d in DESCRIPTORS
    }
    rows = {code: Row(code, {"SLPRES": answer, "SLATTR": None}) for code, answer in answers.items()}
    return Record(RecordKey(who, visit, "SLEDAI", repeat), sections={PRESENT.name: rows})


def dsdna(visit, result, repeat=1, who=SUBJECT, *, kit="7"):
    """Return a laboratory form with a titre; the cut-off is 15."""
    sample = blank(SAMPLE) | {"LBNAM": "Hospital", "LBKIT": kit}
    row = blank(RESULTS) | {"LBORRES": result, "LBORNRHI": "15"}
    sections = {SAMPLE.name: {"": Row("", sample)}, RESULTS.name: {"DSDNA": Row("DSDNA", row)}}
    return Record(RecordKey(who, visit, "LB", repeat), sections=sections)


def doses(*periods, who=SUBJECT):
    """Return dose periods: dose, first day and last day, None while it goes on."""
    rows = {
        str(n): Row(str(n), blank(EXPOSURE) | {
            "EXDOSE": dose, "EXSTDAT": on(first).isoformat(),
            "EXENDAT": None if last is None else on(last).isoformat(),
        })
        for n, (dose, first, last) in enumerate(periods)
    }  # fmt: skip
    return Record(RecordKey(who, "LOG", "EX"), sections={EXPOSURE.name: rows})


def events(*answers, who=SUBJECT):
    """Return adverse events."""
    rows = {str(n): Row(str(n), blank(EVENTS) | values) for n, values in enumerate(answers)}
    return Record(RecordKey(who, "LOG", "AE"), sections={EVENTS.name: rows})


def seen(*found, who=SUBJECT, make=clasi):
    """Return headers and forms of visits: visit, day, what was found, and how."""
    repeats = {}
    records = []
    for visit, day, what, *more in found:
        repeats[visit] = repeats.get(visit, 0) + 1
        records.append(held(visit, day, repeats[visit], who))
        records.append(make(visit, what, repeats[visit], who, **(more[0] if more else {})))
    return records


def study(*records, subjects=(SUBJECT,)):
    return StudyData({}, subjects, {record.key: record for record in records}, ())


def told(*records, subjects=(SUBJECT,)):
    return courses(study(*records, subjects=subjects))


ONGOING = doses(("5", 0, None))


def stopped(day, who=SUBJECT):
    return doses(("5", 0, day), who=who)


def counted(estimate):
    """Return both denominators of an estimate: n of assessed, n of all."""
    return (
        (estimate.of_assessed.n, estimate.of_assessed.of),
        (estimate.of_all.n, estimate.of_all.of),
    )


def why(estimate):
    return [missing.why for missing in estimate.missing]


MET, NOT_MET = ((1, 1), (1, 1)), ((0, 1), (0, 1))
NOT_ASSESSED, NOT_CONCERNED = ((0, 0), (0, 1)), ((0, 0), (0, 0))
