"""Exclusion 5 of the registry record, "FG < 30 ml/min", by four equations side by side.

The record names no equation. Where all four fall on the same side of 30 there is nothing to choose;
where they do not, or one cannot be computed, the investigator says which one is relied upon.
Thirty itself is allowed. What a partial date of birth or an unreported race leaves open is computed
for everything it can mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from ordi_crf.core import renal, units
from ordi_crf.core.chart import Chart, Evidence
from ordi_crf.core.criteria import Answer, Caution, Clause, Truth, answer
from ordi_crf.core.inclusion import ages
from ordi_crf.core.renal import Equation
from ordi_crf.core.units import Quantity
from ordi_crf.core.values import number
from ordi_crf.forms.schema import Text

EQUATIONS: Mapping[str, Equation] = {
    "MDRD175": Equation.MDRD_175,
    "CG": Equation.COCKCROFT_GAULT,
    "EPI09": Equation.CKD_EPI_2009,
    "EPI21": Equation.CKD_EPI_2021,
}
"""By the code the investigator chooses; the first is the one of the laboratories of the time."""

_BLACK = "BLACK OR AFRICAN AMERICAN"
_UNSAID = (None, "NOT REPORTED")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one equation estimates, from least to most; None where something it needs is missing."""

    code: str
    low: Decimal | None
    high: Decimal | None

    @property
    def equation(self) -> Equation:
        """Return the equation."""
        return EQUATIONS[self.code]

    @property
    def below(self) -> Truth:
        """Return whether it lies below 30, None where that is not known."""
        if self.high is not None and self.high < renal.LIMIT:
            return True
        return False if self.low is not None and self.low >= renal.LIMIT else None


def estimates(chart: Chart) -> tuple[Estimate, ...]:
    """Return what each equation estimates from the last creatinine before treatment."""
    found = _creatinine(chart)
    sex = chart.find("DM", "dm", "", "SEX").value
    years = _years(chart)
    if found is None or sex is None or years is None:
        return tuple(Estimate(code, None, None) for code in EQUATIONS)
    weight = number(chart.find("VS", "vs", "", "WEIGHT").value)
    race = chart.find("DM", "dm", "", "RACE").value
    black = (True, False) if race in _UNSAID else (race == _BLACK,)
    rates = [
        _rates(found, sex, age, weight, black=one)
        for age, one in product(range(years[0], years[1] + 1), black)
    ]
    return tuple(_estimate(code, rates, found.sign) for code in EQUATIONS)


def filtration(chart: Chart) -> Answer:
    """Return E5: whether the filtration rate lies below 30."""
    computed = estimates(chart)
    relied = chart.find("IE", "ie_decision", "", "IEGFREQ")
    sides = {estimate.below for estimate in computed}
    disagree = {True, False} <= sides
    chosen = next((e for e in computed if e.code == relied.value), None)
    holds = chosen.below if chosen else sides.pop() if len(sides) == 1 else None
    evidence = _evidence(chart)
    if holds is None and any(e.value is None for e in evidence):
        missing = [e for e in evidence if e.value is None]
        clauses = [Clause(None, e.says, (e,)) for e in missing]
        known = tuple(e for e in evidence if e.value is not None)
        return answer("E5", None, clauses, [Clause(None, _told(computed), known), *clauses])
    says = _disagreement(computed) if disagree and chosen is None else _told(computed, chosen)
    clause = Clause(holds, says, (*evidence, relied) if disagree or chosen else evidence)
    cautions = (_query(computed),) if disagree and chosen is None else ()
    return answer("E5", holds, [clause], [clause], cautions)


def _creatinine(chart: Chart) -> Quantity | None:
    """Return the last creatinine before treatment that is a positive number of a stated unit."""
    place = chart.find("LB", "lb", "CREAT", "LBORRES")
    record = chart.records.get(place.key)
    found = None if record is None else units.result(record, "CREAT")
    return found if found is not None and found.value > 0 else None


def _years(chart: Chart) -> tuple[int, int] | None:
    birth = chart.find("DM", "dm", "", "BRTHDAT").value
    if birth is None or chart.screened is None:
        return None
    fewest, most = ages(birth, chart.screened)
    adult = fewest >= renal.ADULT and most <= renal.OLDEST
    return (fewest, most) if adult else None


def _rates(
    creatinine: Quantity, sex: str, age: int, weight: Decimal | None, *, black: bool
) -> Mapping[str, Decimal]:
    """Return each equation's estimate for one age and one race; without a weight three of them."""
    mg = renal.mg_per_dl(creatinine.value)
    rates = {
        "MDRD175": renal.mdrd(mg, sex, age, black=black),
        "EPI09": renal.ckd_epi_2009(mg, sex, age, black=black),
        "EPI21": renal.ckd_epi_2021(mg, sex, age),
    }
    if weight is not None and weight > 0:
        rates["CG"] = renal.cockcroft_gault(mg, sex, age, weight)
    return rates


def _estimate(code: str, rates: list[Mapping[str, Decimal]], sign: str) -> Estimate:
    """Return the span of an estimate; a creatinine of "<" gives at least, of ">" at most."""
    found = [rate[code] for rate in rates if code in rate]
    if not found:
        return Estimate(code, None, None)
    low, high = min(found), max(found)
    return Estimate(code, None if sign == ">" else low, None if sign == "<" else high)


def _evidence(chart: Chart) -> tuple[Evidence, ...]:
    return (
        chart.find("LB", "lb", "CREAT", "LBORRES"),
        chart.find("DM", "dm", "", "BRTHDAT"),
        chart.find("DM", "dm", "", "SEX"),
        chart.find("VS", "vs", "", "WEIGHT"),
    )


def rate_text(estimate: Estimate) -> str:
    """Return an estimate with one decimal that stands on its own side of 30; "?" for none."""
    low, high = estimate.low, estimate.high
    if low is None and high is None:
        return "?"
    if low is None or high is None:
        return f"≤ {_digits(high)}" if low is None else f"≥ {_digits(low)}"
    least, most = _digits(low), _digits(high)
    return least if least == most else f"{least}-{most}"


def _digits(rate: Decimal | None) -> str:
    assert rate is not None
    shown = f"{rate:.1f}"
    return f"{rate:.4f}" if (Decimal(shown) < renal.LIMIT) != (rate < renal.LIMIT) else shown


def _told(computed: tuple[Estimate, ...], chosen: Estimate | None = None) -> Text:
    told = chosen or computed[0]
    words = f"{told.equation}: {rate_text(told)} {told.equation.unit}"
    return Text(words, words)


def _disagreement(computed: tuple[Estimate, ...]) -> Text:
    words = ", ".join(f"{e.equation} {rate_text(e)}" for e in computed)
    return Text(
        f"the equation relied upon, for they fall on different sides of 30 ({words})",
        f"la ecuación utilizada, pues caen a distinto lado de 30 ({words})",
    )


def _query(computed: tuple[Estimate, ...]) -> Caution:
    words = ", ".join(f"{e.equation} {rate_text(e)}" for e in computed)
    return Caution(
        "IE.EGFR30",
        Text(
            f"The equations fall on different sides of 30 ({words}): say which one you rely on.",
            f"Las ecuaciones caen a distinto lado de 30 ({words}): indique cuál utiliza.",
        ),
        section="ie_decision",
        item="IEGFREQ",
    )
