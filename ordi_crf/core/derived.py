"""Values computed from answers, one function for each `Derived` of a definition; never stored."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from ordi_crf.core import clasi, creatinine, sledai
from ordi_crf.core.painted import Painted
from ordi_crf.core.patient import Patient
from ordi_crf.core.records import Record, StudyData, SubjectKey
from ordi_crf.core.values import age, number
from ordi_crf.core.visits import held_on
from ordi_crf.forms.bodymap import DRAWING, STROKES
from ordi_crf.forms.clasi import AREAS, ONCE
from ordi_crf.forms.demographics import DEMOGRAPHICS
from ordi_crf.forms.schema import Values
from ordi_crf.forms.sledai import PRESENT
from ordi_crf.forms.vitals import VITALS

Figure: TypeAlias = int | Fraction | str | None
"""A derived value; None where something it needs is missing."""


def areas(record: Record) -> dict[str, Values]:
    """Return the CLASI answers by location."""
    return {row.key: row.values for row in record.live(AREAS.name)}


def clasi_score(record: Record) -> clasi.Score:
    """Return the CLASI score of a record."""
    return clasi.score(areas(record), record.values(ONCE))


def sledai_score(record: Record) -> sledai.Score:
    """Return the SLEDAI-2K score of a record."""
    return sledai.score({row.key: row.values for row in record.live(PRESENT.name)})


def body_mass_index(record: Record) -> Fraction | None:
    """Return weight over height squared in kg/m², None while one of them is missing."""
    answers = record.values(VITALS)
    weight, height = number(answers["WEIGHT"]), number(answers["HEIGHT"])
    if weight is None or not height:
        return None
    return Fraction(weight) / (Fraction(height) / 100) ** 2


def derive(
    record: Record,
    *,
    screened: str | None = None,
    painted: Painted | None = None,
    patient: Patient | None = None,
) -> Mapping[str, Figure]:
    """Return the derived values of a form by name.

    `screened` is the date of the screening visit, `painted` what the body map amounts to, `patient`
    who the laboratory's creatinine is of.
    """
    match record.key.form:
        case "DM":
            birth = record.values(DEMOGRAPHICS)["BRTHDAT"]
            return {"AGE": age(birth, screened) if birth and screened else None}
        case "CLASI":
            score = clasi_score(record)
            total = score.activity.total
            return {
                "CLTOTA": total,
                "CLTOTD": score.damage.total,
                "CLSEV": None if total is None else clasi.severity(total),
            }
        case "BM":
            if painted is None or not assessed(record):
                return {"BSAACT": None, "BSADAM": None, "BSALEAF": None}
            return {
                "BSAACT": painted.active.total,
                "BSADAM": painted.damage.total,
                "BSALEAF": painted.active.sensitivity,
            }
        case "SLEDAI":
            index = sledai_score(record)
            return {
                "SLTOT": index.total,
                "SLNMC": index.non_mucocutaneous,
                "SLCLIN": index.clinical,
                "SLGRADE": None if index.total is None else sledai.grade(index.total),
            }
        case "LB":
            return creatinine.derived(record, patient or Patient())
        case "VS":
            return {"BMI": body_mass_index(record)}
        case _:
            return {}


def assessed(record: Record) -> bool:
    """Return whether a body map says something about the skin.

    Painted skin does; unpainted skin is clear skin only where all of it was examined.
    """
    return any(record.live(STROKES.name)) or record.values(DRAWING)["BMPERF"] == "Y"


def visit_date(data: StudyData, subject: SubjectKey, visit: str) -> str | None:
    """Return the date of a visit that took place, None while it is not known."""
    return held_on(data.records, subject, visit)
