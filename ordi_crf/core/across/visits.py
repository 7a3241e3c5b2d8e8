"""What a visit's date and its vital signs say against consent, the plan and the visits before it.

Consent precedes every procedure (ICH E6, 4.8.8); windows are those of the schedule.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ordi_crf import study
from ordi_crf.core.calendar import State
from ordi_crf.core.chart import Chart
from ordi_crf.core.phrases import days, filled, localized, plain
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding
from ordi_crf.core.values import number
from ordi_crf.forms.schema import Severity, Text

WEIGHT = Fraction(1, 10)
"""Share of the last weight by which the next may differ without a word."""

_CONSENT = Text(
    "This visit is before the consent of {on}: correct the date of one of them.",
    "Esta visita es anterior al consentimiento del {on}: corrija una de las dos fechas.",
)
_ORDER = Text(
    "{visit} was held later, on {on}: check both dates.",
    "{visit} se realizó después, el {on}: compruebe ambas fechas.",
)
_EARLY = Text(
    "{days} before its window ({opens} to {closes}): check the date, or say why.",
    "{days} antes de su ventana ({opens} a {closes}): compruebe la fecha o explique por qué.",
)
_LATE = Text(
    "{days} after its window ({opens} to {closes}): check the date, or say why.",
    "{days} después de su ventana ({opens} a {closes}): compruebe la fecha o explique por qué.",
)
_WEIGHT = Text(
    "{now} kg, but {before} kg on {on}: more than 10 % different. Check the weight, or say why.",
    "{now} kg, pero {before} kg el {on}: más del 10 % de diferencia. Compruebe el peso o explique "
    "por qué.",
)


def consent(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a hard finding where a visit was held before consent was given."""
    on, given = chart.on(record.key), chart.find("IC", "ic", "", "RFICDAT").value
    if on is not None and given is not None and on < given:
        message = filled(_CONSENT, on=plain(given))
        yield Finding("SV.CONSENT", Severity.HARD, message, "sv", "", "VISDAT")


def order(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a visit that comes before in the plan was held after."""
    on, here = chart.on(record.key), study.event(record.key.visit)
    if on is None or not here.planned:
        return
    before = [
        (date, study.event(other.key.visit))
        for date, other in chart.dated("SV")
        if other.key.visit_repeat == record.key.visit_repeat
    ]
    later = [
        (date, visit)
        for date, visit in before
        if date > on and visit.planned and visit.number < here.number
        and visit.from_withdrawal is here.from_withdrawal
    ]  # fmt: skip
    if later:
        date, visit = later[-1]
        message = filled(_ORDER, visit=visit.label, on=plain(date))
        yield Finding("SV.ORDER", Severity.SOFT, message, "sv", "", "VISDAT")


def window(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a visit was held outside its window."""
    held = chart.calendar.at(record.key.visit, record.key.visit_repeat)
    if held is None or held.held is None or held.state not in (State.EARLY, State.LATE):
        return
    message = filled(
        _EARLY if held.state is State.EARLY else _LATE,
        days=days(abs(held.outside(held.held))),
        opens=plain(str(held.opens)),
        closes=plain(str(held.closes)),
    )
    yield Finding("SV.WINDOW", Severity.SOFT, message, "sv", "", "VISDAT")


def weight(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a weight differs by more than a tenth from the last one."""
    weights = [
        (on, value, other.key)
        for on, other in chart.dated("VS")
        for row in other.live("vs")
        if (value := number(row.values.get("WEIGHT")))
    ]
    here = next((n for n, (_, _, key) in enumerate(weights) if key == record.key), 0)
    if not here:
        return
    on, before, _ = weights[here - 1]
    now = weights[here][1]
    if abs(Fraction(now) - Fraction(before)) > WEIGHT * Fraction(before):
        message = filled(
            _WEIGHT, now=localized(str(now)), before=localized(str(before)), on=plain(on)
        )
        yield Finding("X.WEIGHT", Severity.SOFT, message, "vs", "", "WEIGHT")
