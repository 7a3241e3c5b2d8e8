"""What the dose records say against blood counts, adverse events, eligibility and disposition.

Lenalidomide is not started, and is held, at neutrophils below 1.0 and platelets below 30 × 10⁹/L;
from 30 to 50 platelets ask for a word (EU SmPC of lenalidomide, 4.2). The thresholds differ by
indication, so that these are warnings and never block.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from ordi_crf.core import units
from ordi_crf.core.chart import Chart
from ordi_crf.core.phrases import filled, localized, plain
from ordi_crf.core.records import Record, Row
from ordi_crf.core.units import Quantity
from ordi_crf.core.validation import Finding
from ordi_crf.forms.labs import SAMPLE
from ordi_crf.forms.schema import Severity, Text

NEUTROPHILS, PLATELETS, FEW_PLATELETS = Decimal("1.0"), Decimal(30), Decimal(50)
"""10⁹/L."""

_HELD = Text(
    "{test} of {value} × 10⁹/L on {on}, below {limit}, and {dose} mg was taken after it: hold "
    "lenalidomide, correct the dose, or say why.",
    "{test} de {value} × 10⁹/L el {on}, por debajo de {limit}, y después se tomaron {dose} mg: "
    "interrumpa lenalidomida, corrija la dosis o explique por qué.",
)
_NAMES = {
    "NEUT": Text("Neutrophils", "Neutrófilos"),
    "PLAT": Text("Platelets", "Plaquetas"),
}
_EVENT = Text(
    "Changed for an adverse event, and no adverse event says so: complete the list of events.",
    "Cambio por un acontecimiento adverso que no consta: complete la lista de acontecimientos.",
)
_ELIGIBLE = Text(
    "Treated, and not recorded as eligible: complete the eligibility form, or say why.",
    "Tratado sin constar como elegible: complete el formulario de elegibilidad o explique por qué.",
)
_PREGNANT = Text(
    "{dose} mg went on after the positive pregnancy test of {on}: stop lenalidomide now.",
    "Se siguió con {dose} mg tras la prueba de embarazo positiva del {on}: suspenda lenalidomida.",
)
CHANGED = ("DOSE REDUCED", "DRUG INTERRUPTED", "DRUG WITHDRAWN")
"""What an adverse event does to a dose."""


def counts(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each dose that began or went on after a count too low for it."""
    for row in record.live("ex"):
        yield from _held(chart, row, "NEUT", (NEUTROPHILS, "EX.NEUT"))
        severe = list(_held(chart, row, "PLAT", (PLATELETS, "EX.PLAT")))
        yield from severe or _held(chart, row, "PLAT", (FEW_PLATELETS, "EX.PLAT50"))


def for_event(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each dose changed for an event that no event mentions."""
    told = any(row.values["AEACN"] in CHANGED for row in chart.log("AE", "ae"))
    for row in record.live("ex"):
        if row.values["EXADJ"] == "AE" and not told:
            yield Finding("EX.EVENT", Severity.SOFT, _EVENT, "ex", row.key, "EXADJ")


def eligible(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding at the first dose of a subject not recorded as eligible."""
    first = [row for row in record.live("ex") if row.values["EXSTDAT"] == chart.first_dose]
    decided = chart.find("IE", "ie_decision", "", "IEYN")
    if first and chart.first_dose is not None and decided.value != "Y":
        yield Finding("EX.ELIGIBLE", Severity.SOFT, _ELIGIBLE, "ex", first[0].key, "EXSTDAT")


def pregnant(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each dose that went on after a positive pregnancy test."""
    positive = [on for on, result in tests(chart) if result == "POSITIVE"]
    for row in record.live("ex"):
        on = next((day for day in positive if taken_on(row, _next(day))), None)
        if on is not None:
            message = filled(_PREGNANT, dose=localized(row.values["EXDOSE"] or ""), on=plain(on))
            yield Finding("EX.PREGNANT", Severity.SOFT, message, "ex", row.key, "EXENDAT")


def tests(chart: Chart) -> list[tuple[str, str]]:
    """Return the day and the result of each pregnancy test, in order of day."""
    values = [row.values for record in chart.every("PG") for row in record.live("pg")]
    return sorted(
        (on, result)
        for v in values
        if (on := v.get("PGDAT")) is not None and (result := v.get("PGRES")) is not None
    )


def taken_on(row: Row, day: str) -> bool:
    """Return whether a dose period is one of treatment and a day lies in it."""
    first, last = row.values["EXSTDAT"], row.values["EXENDAT"]
    taken = Decimal(row.values["EXDOSE"] or 0) > 0
    return taken and first is not None and first <= day and (last is None or day <= last)


def _held(
    chart: Chart, row: Row, test: str, limit: tuple[Decimal, str]
) -> Iterator[Finding]:  # fmt: skip
    """Yield a finding for the lowest count after which this dose was taken.

    Those are the last one before the dose began, and each after which it was taken the next day.
    """
    first = row.values["EXSTDAT"]
    if first is None or Decimal(row.values["EXDOSE"] or 0) == 0:
        return
    threshold, oid = limit
    known = sorted(_results(chart, test), key=lambda entry: entry[0])
    before = [entry for entry in known if entry[0] <= first][-1:]
    since = [(on, found) for on, found in known if on > first and taken_on(row, _next(on))]
    low = [(found.value, on, found) for on, found in before + since if found.below(threshold)]
    if low:
        _, on, found = min(low, key=lambda entry: entry[:2])
        message = filled(
            _HELD,
            test=_NAMES[test],
            value=localized(found.text),
            on=plain(on),
            limit=localized(str(threshold)),
            dose=localized(row.values["EXDOSE"] or ""),
        )
        yield Finding(oid, Severity.SOFT, message, "ex", row.key, "EXENDAT")


def _results(chart: Chart, test: str) -> Iterator[tuple[str, Quantity]]:
    for on, record in chart.dated("LB"):
        found = units.result(record, test)
        if found is not None:
            yield record.values(SAMPLE)["LBDAT"] or on, found


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
