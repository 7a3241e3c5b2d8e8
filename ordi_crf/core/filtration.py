"""Exclusion 5 of the registry record, "FG < 30 ml/min", by four equations side by side.

The record names no equation. Where all four fall on the same side of 30 there is nothing to choose;
where they do not, or one cannot be computed, the investigator says which one is relied upon.
Thirty itself is allowed. What a partial date of birth or an unreported race leaves open is computed
for everything it can mean. A sample older than screening may be decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from ordi_crf.core import renal, units
from ordi_crf.core.chart import Chart, Evidence
from ordi_crf.core.criteria import Answer, Caution, Clause, Truth, answer
from ordi_crf.core.inclusion import ages
from ordi_crf.core.patient import weighed
from ordi_crf.core.phrases import localized
from ordi_crf.core.records import Record
from ordi_crf.core.renal import Equation, Sides
from ordi_crf.core.screening_period import in_period
from ordi_crf.core.values import number
from ordi_crf.forms.labs import SAMPLE
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
    record = chart.records.get(_place(chart).key)
    found = None if record is None else units.result(record, "CREAT")
    sex = chart.find("DM", "dm", "", "SEX").value
    years = None if record is None else _years(chart, record)
    if found is None or found.value <= 0 or sex is None or years is None:
        return tuple(Estimate(code, None, None) for code in EQUATIONS)
    weight = number(_weight(chart).value)
    milligrams = renal.mg_per_dl(found.value)
    sides = [
        renal.sides_of_30(milligrams, sex, age, weight, black=black)
        for age, black in product(range(years[0], years[1] + 1), _races(chart))
    ]
    return tuple(_estimate(code, sides, found.sign) for code in EQUATIONS)


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
    if (outdated := _outdated(chart)) is not None:
        return answer("E5", None, [outdated], [outdated])
    says = _disagreement(computed) if disagree and chosen is None else _told(computed, chosen)
    clause = Clause(holds, says, (*evidence, relied) if disagree or chosen else evidence)
    cautions = (_query(computed),) if disagree and chosen is None else ()
    return answer("E5", holds, [clause], [clause], cautions)


def _place(chart: Chart) -> Evidence:
    return chart.find("LB", "lb", "CREAT", "LBORRES")


def _years(chart: Chart, record: Record) -> tuple[int, int] | None:
    """Return the fewest and the most years on the day of the sample, None for no adult."""
    birth = chart.find("DM", "dm", "", "BRTHDAT").value
    on = record.values(SAMPLE)["LBDAT"] or chart.on(record.key)
    if birth is None or on is None:
        return None
    fewest, most = ages(birth, on)
    return (fewest, most) if fewest >= renal.ADULT and most <= renal.OLDEST else None


def _races(chart: Chart) -> tuple[bool, ...]:
    """Return what the factor for race can be: both where no race is reported."""
    race = chart.find("DM", "dm", "", "RACE").value
    return (True, False) if race in _UNSAID else (race == _BLACK,)


def _estimate(code: str, sides: list[Sides], sign: str) -> Estimate:
    """Return the span of an estimate; a creatinine of "<" gives at least, of ">" at most."""
    rates = [r.value for side in sides for r in side.rates if r.equation is EQUATIONS[code]]
    if not rates:
        return Estimate(code, None, None)
    low, high = min(rates), max(rates)
    return Estimate(code, None if sign == ">" else low, None if sign == "<" else high)


def _evidence(chart: Chart) -> tuple[Evidence, ...]:
    return (
        _place(chart),
        chart.find("DM", "dm", "", "BRTHDAT"),
        chart.find("DM", "dm", "", "SEX"),
        _weight(chart),
    )


def _weight(chart: Chart) -> Evidence:
    """Return the weight known at the visit of the sample, which the form of the sample uses too."""
    key = _place(chart).key
    found = weighed(chart.records, key) or Record(replace(key, form="VS", form_repeat=1))
    return chart.at(found, "vs", "", "WEIGHT")


def _outdated(chart: Chart) -> Clause | None:
    """Return the clause that a creatinine is not of the screening period, None where it is."""
    evidence = _place(chart)
    record = chart.records.get(evidence.key)
    if record is None or evidence.value is None:
        return None
    known = Clause(True, evidence.says, (evidence,))
    found = in_period(chart, known, record.values(SAMPLE)["LBDAT"] or evidence.on)
    return found if found.holds is None else None


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
    return localized(words)


def _disagreement(computed: tuple[Estimate, ...]) -> Text:
    words = ", ".join(f"{e.equation} {rate_text(e)}" for e in computed)
    return Text(
        f"the equation relied upon, for they fall on different sides of 30 ({words})",
        f"la ecuación utilizada, pues caen a distinto lado de 30 ({localized(words).es})",
    )


def _query(computed: tuple[Estimate, ...]) -> Caution:
    words = ", ".join(f"{e.equation} {rate_text(e)}" for e in computed)
    return Caution(
        "IE.EGFR30",
        Text(
            f"The equations fall on different sides of 30 ({words}): say which one you rely on.",
            f"Las ecuaciones caen a distinto lado de 30 ({localized(words).es}): indique cuál "
            "utiliza.",
        ),
        section="ie_decision",
        item="IEGFREQ",
    )
