"""Inclusion criteria of the registry record (ClinicalTrials.gov NCT01408199), answered from data.

I1, I2, I3 and I5, in the numbers of its order; I4 has a module of its own. The age is read as the
record's eligibility field gives it, 18 to 65 completed years.
"""

from __future__ import annotations

from dataclasses import replace

from ordi_crf.core.chart import Chart, Evidence
from ordi_crf.core.criteria import Answer, Clause, Truth, met_when_all, no, yes
from ordi_crf.core.records import Record
from ordi_crf.core.screening_period import in_period
from ordi_crf.core.values import age
from ordi_crf.forms.clasi import AREAS, LOCATIONS
from ordi_crf.forms.pregnancy_test import FORM as PREGNANCY_TEST
from ordi_crf.forms.pregnancy_test import TEST as PREGNANCY
from ordi_crf.forms.schema import Text

YOUNGEST, OLDEST = 18, 65
"""Completed years (registry record: eligible from 18 to 65 years)."""
GRADE = 2
"""Erythema of at least one location (registry record, inclusion 3)."""


def age_limits(chart: Chart) -> Answer:
    """Return I1; a partial date of birth answers only where every day it can mean agrees."""
    birth = chart.find("DM", "dm", "", "BRTHDAT")
    held = chart.find("SV", "sv", "", "VISDAT")
    if birth.value is None or chart.screened is None:
        missing = birth if birth.value is None else held
        return met_when_all("I1", [Clause(None, missing.says, (missing,))])
    fewest, most = ages(birth.value, chart.screened)
    agreed = {YOUNGEST <= n <= OLDEST for n in (fewest, most)}
    years = str(fewest) if fewest == most else f"{fewest}-{most}"
    says = Text("{n} years at screening", "{n} años en la selección").format(n=years)
    holds = agreed.pop() if len(agreed) == 1 else None
    told = Text(f"{birth.says.en}, {says.en}", f"{birth.says.es}, {says.es}")
    return met_when_all("I1", [Clause(holds, says, (replace(birth, says=told),))])


def ages(birth: str, on: str) -> tuple[int, int]:
    """Return the fewest and the most completed years that a date of birth allows on a day."""
    earliest = birth + "-01-01"[len(birth) - len("1969") :]
    return age(birth, on), age(earliest, on)


def histology(chart: Chart) -> Answer:
    """Return I2: cutaneous lupus proven by histology; an indeterminate biopsy proves nothing."""
    taken = chart.find("LH", "lh", "", "BIOPSY")
    if taken.value != "Y":
        return met_when_all("I2", [yes(taken)])
    return met_when_all("I2", [yes(chart.find("LH", "lh", "", "BIORES"), "CONSISTENT")])


def erythema(chart: Chart) -> Answer:
    """Return I3, from the last CLASI before treatment whose erythema is answered everywhere.

    Where there is none, one location of grade 2 decides: what is blank cannot take it back.
    """
    scored = chart.before_treatment("CLASI")
    record = next((r for r in scored if None not in _grades(r).values()), None)
    if record is None:
        record = next(iter(scored), None)
    if record is None:
        place = chart.find("CLASI", AREAS.name, LOCATIONS.codes[0].value, "CLERY")
        says = Text("no CLASI before treatment", "sin CLASI antes del tratamiento")
        return met_when_all("I3", [Clause(None, says, (place,))])
    return met_when_all("I3", [_worst(chart, record)])


def pregnancy_and_wish(chart: Chart) -> Answer:
    """Return I5: no pregnancy and no wish for one; men are asked neither."""
    sex = chart.find("DM", "dm", "", "SEX")
    if sex.value == "M":
        says = Text("a man: does not apply", "hombre: no procede")
        return met_when_all("I5", [Clause(True, says, (sex,))])
    absent = [replace(c, holds=None if c.holds is None else not c.holds) for c in pregnancy(chart)]
    return met_when_all("I5", [*absent, no(chart.find("RP", "rp", "", "RPWISH"))])


def pregnancy(chart: Chart) -> list[Clause]:
    """Return the clauses that a woman is pregnant: as asked, and as tested before treatment.

    A test is due unless there is no childbearing potential (EU SmPC of lenalidomide, 4.4); one that
    is not dated within the screening period says nothing.
    """
    asked = yes(chart.find("RP", "rp", "", "RPPREG"))
    if chart.find("RP", "rp", "", "RPWOCBP").value == "N":
        return [asked]
    tested = chart.find("PG", "pg", "", "PGRES")
    title, said = PREGNANCY_TEST.title, tested.says
    named = Text(f"{title.en}, {said.en.lower()}", f"{title.es}, {said.es.lower()}")
    positive = yes(replace(tested, says=named), "POSITIVE")
    if tested.value is None:
        return [asked, positive]
    on = chart.records[tested.key].values(PREGNANCY)["PGDAT"]
    return [asked, in_period(chart, positive, on)]


def _grades(record: Record) -> dict[str, str | None]:
    rows = {row.key: row.values for row in record.live(AREAS.name)}
    return {code.value: rows.get(code.value, {}).get("CLERY") for code in LOCATIONS.codes}


def _worst(chart: Chart, record: Record) -> Clause:
    """Return whether any location reaches the grade, with the worst ones as evidence."""
    grades = _grades(record)
    known = {row: int(grade) for row, grade in grades.items() if grade is not None}
    worst, blank = max(known.values(), default=0), len(grades) - len(known)
    holds: Truth = True if worst >= GRADE else None if blank else False
    if holds is None:
        rows = [row for row, grade in grades.items() if grade is None][:1]
        says = Text("erythema not graded: {n}", "eritema sin graduar: {n}")
        says = says.format(n=blank)
    else:
        rows = [row for row, grade in known.items() if grade == worst] if worst else ["01"]
        says = Text("highest erythema {n}", "eritema máximo {n}").format(n=worst)
    return Clause(holds, says, tuple(_graded(chart, record, row, grades[row]) for row in rows))


def _graded(chart: Chart, record: Record, row: str, grade: str | None) -> Evidence:
    """Return a location's erythema as evidence, by its grade."""
    evidence = chart.at(record, AREAS.name, row, "CLERY")
    if grade is None:
        return evidence
    where = LOCATIONS.row(row).text
    says = Text(f"{where.en}: erythema {grade}", f"{where.es}: eritema {grade}")
    return replace(evidence, says=says)
