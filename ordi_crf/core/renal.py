"""Renal function by equation, and on which side of 30 each equation falls.

Cockcroft and Gault, Nephron 1976;16:31-41 (creatinine clearance, mL/min); MDRD-4, Levey et al.,
Ann Intern Med 1999;130:461-70 and, re-expressed for creatinine traceable to IDMS, Clin Chem
2007;53:766-72; CKD-EPI 2009, Levey et al., Ann Intern Med 2009;150:604-12; CKD-EPI 2021, Inker et
al., N Engl J Med 2021;385:1737-49 (all three mL/min/1.73 m²).

The registry record excludes "FG < 30 ml/min" and names no equation; 30 itself is allowed. MDRD-4
with the IDMS factor is what Spanish laboratories of 2010 mostly reported. Near 30 the equations
disagree, and then the investigator decides.

Creatinine is in mg/dL, age in completed years, weight in kg. Everything is computed in decimals of
40 digits and given with 28, so that the side of 30 is never a matter of rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from enum import StrEnum
from functools import lru_cache

from ordi_crf.forms.codelists import SEX
from ordi_crf.forms.labs import UMOL_PER_MG

LIMIT = Decimal(30)
"""Below it a subject is excluded (registry record, exclusion 5)."""
ADULT, OLDEST = 18, 120
"""Ages in years: the equations were made for adults."""
ORIGINAL, IDMS = Decimal(186), Decimal(175)
"""The factors of MDRD-4, before and after creatinine was made traceable to IDMS."""
_WORKING = Context(prec=40, rounding=ROUND_HALF_EVEN)
_GIVEN = Context(prec=28, rounding=ROUND_HALF_EVEN)


class Equation(StrEnum):
    """An equation by its name in print."""

    COCKCROFT_GAULT = "Cockcroft-Gault"
    MDRD_186 = "MDRD-4 (186)"
    MDRD_175 = "MDRD-4 IDMS (175)"
    CKD_EPI_2009 = "CKD-EPI 2009"
    CKD_EPI_2021 = "CKD-EPI 2021"

    @property
    def unit(self) -> str:
        """Return the unit of what it estimates."""
        return "mL/min" if self is Equation.COCKCROFT_GAULT else "mL/min/1.73 m²"


DEFAULT = Equation.MDRD_175
"""The equation eligibility is read from unless the study is set otherwise."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one equation estimates."""

    equation: Equation
    value: Decimal

    @property
    def below(self) -> bool:
        """Return whether it lies below 30, unrounded."""
        return self.value < LIMIT

    @property
    def shown(self) -> str:
        """Return it with one decimal, or with as many as leave it on its own side of 30."""
        for places in range(1, _GIVEN.prec):
            rounded = round(self.value, places)
            if (rounded < LIMIT) is self.below:
                return f"{rounded:f}"
        return f"< {LIMIT}"


@dataclass(frozen=True, slots=True)
class Sides:
    """What every equation that can be computed estimates, in the order of their publication."""

    rates: tuple[Rate, ...]

    @property
    def disagree(self) -> bool:
        """Return whether the equations fall on both sides of 30."""
        return len({rate.below for rate in self.rates}) > 1

    def rate(self, equation: Equation) -> Rate:
        """Return the estimate of an equation; KeyError when it could not be computed."""
        for rate in self.rates:
            if rate.equation is equation:
                return rate
        raise KeyError(equation)

    def against(self, equation: Equation = DEFAULT) -> tuple[Rate, ...]:
        """Return the estimates on the other side of 30 than this equation's."""
        side = self.rate(equation).below
        return tuple(rate for rate in self.rates if rate.below is not side)


def mg_per_dl(umol_per_l: Decimal) -> Decimal:
    """Return creatinine in mg/dL with 40 digits, given µmol/L."""
    _check_positive("creatinine", umol_per_l)
    with localcontext(_WORKING):
        return umol_per_l / UMOL_PER_MG


def cockcroft_gault(creatinine: Decimal, sex: str, age: int, weight: Decimal) -> Decimal:
    """Return the creatinine clearance in mL/min; ValueError for what no adult can be."""
    _check(creatinine, sex, age)
    _check_positive("weight", weight)
    with localcontext(_WORKING):
        rate = (140 - age) * weight * _if_female(sex, "0.85") / (72 * creatinine)
    return _given(rate)


def mdrd(
    creatinine: Decimal, sex: str, age: int, *, factor: Decimal = IDMS, black: bool = False
) -> Decimal:
    """Return the filtration rate by MDRD-4 in mL/min/1.73 m²; ValueError as above."""
    _check(creatinine, sex, age)
    with localcontext(_WORKING):
        rate = factor * creatinine ** Decimal("-1.154") * Decimal(age) ** Decimal("-0.203")
        rate *= _if_female(sex, "0.742") * (Decimal("1.212") if black else 1)
    return _given(rate)


def ckd_epi_2009(creatinine: Decimal, sex: str, age: int, *, black: bool = False) -> Decimal:
    """Return the filtration rate by CKD-EPI 2009 in mL/min/1.73 m²; ValueError as above."""
    _check(creatinine, sex, age)
    with localcontext(_WORKING):
        low, high = _around(creatinine, sex)
        alpha = Decimal("-0.329") if sex == "F" else Decimal("-0.411")
        rate = 141 * low**alpha * high ** Decimal("-1.209") * Decimal("0.993") ** age
        rate *= _if_female(sex, "1.018") * (Decimal("1.159") if black else 1)
    return _given(rate)


def ckd_epi_2021(creatinine: Decimal, sex: str, age: int) -> Decimal:
    """Return the filtration rate by CKD-EPI 2021 in mL/min/1.73 m²; ValueError as above."""
    _check(creatinine, sex, age)
    with localcontext(_WORKING):
        low, high = _around(creatinine, sex)
        alpha = Decimal("-0.241") if sex == "F" else Decimal("-0.302")
        rate = 142 * low**alpha * high ** Decimal("-1.200") * Decimal("0.9938") ** age
        rate *= _if_female(sex, "1.012")
    return _given(rate)


@lru_cache(maxsize=1024)
def sides_of_30(
    creatinine: Decimal, sex: str, age: int, weight: Decimal | None = None, *, black: bool = False
) -> Sides:
    """Return what each equation estimates; without a weight all but Cockcroft and Gault's."""
    rates = [
        Rate(Equation.MDRD_186, mdrd(creatinine, sex, age, factor=ORIGINAL, black=black)),
        Rate(Equation.MDRD_175, mdrd(creatinine, sex, age, black=black)),
        Rate(Equation.CKD_EPI_2009, ckd_epi_2009(creatinine, sex, age, black=black)),
        Rate(Equation.CKD_EPI_2021, ckd_epi_2021(creatinine, sex, age)),
    ]
    if weight is not None:
        clearance = cockcroft_gault(creatinine, sex, age, weight)
        rates.insert(0, Rate(Equation.COCKCROFT_GAULT, clearance))
    return Sides(tuple(rates))


def _given(rate: Decimal) -> Decimal:
    return _GIVEN.plus(rate)


def _if_female(sex: str, factor: str) -> Decimal:
    return Decimal(factor) if sex == "F" else Decimal(1)


def _around(creatinine: Decimal, sex: str) -> tuple[Decimal, Decimal]:
    """Return creatinine over its knee (0.7 women, 0.9 men), cut at 1 from above and from below."""
    ratio = creatinine / (Decimal("0.7") if sex == "F" else Decimal("0.9"))
    return min(ratio, Decimal(1)), max(ratio, Decimal(1))


def _check(creatinine: Decimal, sex: str, age: int) -> None:
    _check_positive("creatinine", creatinine)
    if sex not in SEX:
        raise ValueError(f"sex is F or M, not {sex!r}")
    if not ADULT <= age <= OLDEST:
        raise ValueError(f"age is {ADULT} to {OLDEST} years, not {age}")


def _check_positive(name: str, value: Decimal) -> None:
    if not (value.is_finite() and value > 0):
        raise ValueError(f"{name} is a number above 0, not {value}")
