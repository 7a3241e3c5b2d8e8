"""The screening period: how old a finding may be and still say whether somebody may take part.

Screening is good for 28 days (clinical specification, section 10.3), counted back from the first
dose, or from the screening visit while no dose is known. What was found before that, or nobody
knows when, may no longer be so: it decides nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ordi_crf.core.chart import Chart
from ordi_crf.core.criteria import Clause
from ordi_crf.forms.schema import Text

PERIOD = timedelta(days=28)

_UNDATED = Text("no date", "sin fecha")
_UNSCREENED = Text("no date of screening", "sin fecha de selección")
_BEFORE_DOSE = Text(
    "of {on}, not of the 28 days up to the first dose of {day}",
    "del {on}, no de los 28 días hasta la primera dosis del {day}",
)
_BEFORE_SCREENING = Text(
    "of {on}, more than 28 days before the screening visit of {day}",
    "del {on}, más de 28 días antes de la visita de selección del {day}",
)


def in_period(chart: Chart, clause: Clause, on: str | None) -> Clause:
    """Return a clause as it is where its evidence is of the period, else as not known, with why.

    `on` is the day on which its evidence was found.
    """
    why = _outside(chart, on)
    if why is None:
        return clause
    says = Text(f"{clause.says.en}, {why.en}", f"{clause.says.es}, {why.es}")
    return Clause(None, says, tuple(replace(e, says=says) for e in clause.evidence))


def _outside(chart: Chart, on: str | None) -> Text | None:
    """Return why a day is not of the period, None where it is."""
    if on is None:
        return _UNDATED
    dose, screened = chart.first_dose, chart.screened
    if dose is not None:
        within = _opens(dose) <= on <= dose
        return None if within else _BEFORE_DOSE.format(on=on, day=dose)
    if screened is None:
        return _UNSCREENED
    return None if _opens(screened) <= on else _BEFORE_SCREENING.format(on=on, day=screened)


def _opens(day: str) -> str:
    return (date.fromisoformat(day) - PERIOD).isoformat()
