"""Renal function of a laboratory sample: its creatinine with the patient's age, sex, race, weight.

The equations are in `ordi_crf.core.renal`. A creatinine without unit, or beyond the measuring range
("<20"), gives no rate; without a weight there is no Cockcroft and Gault's. Of a partial date of
birth the youngest age is taken, as everywhere; whether the equations fall on different sides of 30
is asked of the oldest age as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from ordi_crf.core import renal, units
from ordi_crf.core.patient import Patient
from ordi_crf.core.phrases import filled, localized
from ordi_crf.core.records import Record
from ordi_crf.core.renal import Equation, Rate, Sides
from ordi_crf.core.validation import Finding
from ordi_crf.core.values import age
from ordi_crf.forms.labs import RESULTS, SAMPLE
from ordi_crf.forms.schema import Severity, Text

TEST = "CREAT"
NAMES: Mapping[str, Equation] = {
    "EGFRMDRD": Equation.MDRD_175,
    "EGFRCG": Equation.COCKCROFT_GAULT,
    "EGFREPI9": Equation.CKD_EPI_2009,
    "EGFREPI21": Equation.CKD_EPI_2021,
}
"""Derived values of LB by the equation they are computed with."""
_REST_OF_DATE = {4: "-01-01", 7: "-01"}
_SIDES = Text(
    "The equations fall on both sides of 30: {rates}. The investigator decides which one counts.",
    "Las ecuaciones quedan a ambos lados de 30: {rates}. El investigador decide cuál cuenta.",
)


def sides(record: Record, patient: Patient, *, oldest: bool = False) -> Sides | None:
    """Return what each equation estimates of a sample, None where something it needs is missing."""
    creatinine, years = units.result(record, TEST), _years(record, patient, oldest=oldest)
    if creatinine is None or creatinine.sign or creatinine.value <= 0:
        return None
    if patient.sex is None or years is None or not renal.ADULT <= years <= renal.OLDEST:
        return None
    milligrams = renal.mg_per_dl(creatinine.value)
    weight, black = patient.weight, patient.black
    estimated = renal.sides_of_30(milligrams, patient.sex, years, weight, black=black)
    # The factor 186 belongs to creatinine of before IDMS; no laboratory of the trial reports that.
    return Sides(tuple(r for r in estimated.rates if r.equation in NAMES.values()))


def rates(record: Record, patient: Patient) -> Mapping[str, Rate | None]:
    """Return the derived values of LB with the equations that give them."""
    found = sides(record, patient)
    known = {} if found is None else {rate.equation: rate for rate in found.rates}
    return {name: known.get(equation) for name, equation in NAMES.items()}


def derived(record: Record, patient: Patient) -> Mapping[str, Fraction | None]:
    """Return the derived values of LB, unrounded."""
    return {
        name: None if rate is None else Fraction(rate.value)
        for name, rate in rates(record, patient).items()
    }


def shown(rate: Fraction) -> str:
    """Return a derived rate with one decimal, or with as many as leave it on its side of 30."""
    return Rate(Equation.MDRD_175, Decimal(rate.numerator) / Decimal(rate.denominator)).shown


def disagree(record: Record, patient: Patient) -> list[Finding]:
    """Return a soft finding where the equations fall on different sides of 30."""
    young, old = sides(record, patient), sides(record, patient, oldest=True)
    if young is None or old is None or not Sides((*young.rates, *old.rates)).disagree:
        return []
    said = ", ".join(f"{rate.equation} {rate.shown}" for rate in young.rates)
    message = filled(_SIDES, rates=localized(said))
    return [Finding("LB.EGFR30", Severity.SOFT, message, RESULTS.name, TEST, "LBORRES")]


def _years(record: Record, patient: Patient, *, oldest: bool) -> int | None:
    """Return the age on the date of the sample: the youngest possible, or the oldest."""
    on, birth = record.values(SAMPLE)["LBDAT"], patient.birth
    if on is None or birth is None:
        return None
    return age(birth + _REST_OF_DATE.get(len(birth), "") if oldest else birth, on)
