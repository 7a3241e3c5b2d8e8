"""The answers of PG: a negative test every 4 weeks of whoever can become pregnant."""

from __future__ import annotations

from ordi_crf.db.study_file import Answer
from ordi_crf.demo import backgrounds
from ordi_crf.demo.course import Held
from ordi_crf.demo.dosing import dispensed
from ordi_crf.demo.entered import once
from ordi_crf.demo.subject import Subject


def pregnancy_test(subject: Subject, held: Held) -> list[Answer]:
    """Return the answers of PG; prescribed and dispensed on the day of the test."""
    if not backgrounds.of(subject.subjid).fertile:
        return once("pg", {"PGAPPL": "N"})
    on, serum = held.on.isoformat(), held.visit == "SCR"
    handed_out = on if dispensed(subject, held) else ""
    values = {
        "PGAPPL": "Y", "PGDONE": "Y", "PGDAT": on, "PGSAMP": "SERUM" if serum else "URINE",
        "PGSENS": "5" if serum else "25", "PGRES": "NEGATIVE", "PGLATE": "N", "PGCONT": "Y",
        "PGCOUNS": "Y", "PGRXDAT": handed_out, "PGDISDAT": handed_out,
    }  # fmt: skip
    return once("pg", values)
