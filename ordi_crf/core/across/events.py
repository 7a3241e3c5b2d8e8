"""What adverse events, reports, pregnancies and disposition say against each other and the doses.

Serious events are reported to the sponsor (ICH E2A; Directive 2001/20/EC, article 16), pregnancies
as well (EU SmPC of lenalidomide, 4.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ordi_crf.core.across.capsules import weekly
from ordi_crf.core.chart import Chart
from ordi_crf.core.phrases import filled, plain
from ordi_crf.core.records import Record
from ordi_crf.core.treatment import treatment
from ordi_crf.core.validation import Finding
from ordi_crf.core.values import number
from ordi_crf.forms.schema import Severity, Text, Values

FULL = len("2010-03-15")
LATEST = "9999-12-31"
"""Stands for an end that is not known."""

_UNREPORTED = Text(
    "Serious, and there is no report of event {n}: fill the SAE report within 24 hours.",
    "Grave (SAE) y sin notificación del acontecimiento {n}: rellénela en 24 horas.",
)
_NO_EVENT = Text(
    "There is no serious adverse event number {n} in the list: correct the number or the list.",
    "No hay ningún acontecimiento grave con el número {n} en la lista: corrija el número o la "
    "lista.",
)
_ACTION = {
    "DRUG WITHDRAWN": Text(
        "The drug was withdrawn, and a dose goes on: give the dose its last day, or correct this.",
        "El fármaco se retiró y una dosis continúa: indique su último día o corrija esto.",
    ),
    "DRUG INTERRUPTED": Text(
        "The drug was interrupted, and no dose ends or pauses since: correct the doses, or this.",
        "El fármaco se interrumpió y ninguna dosis termina ni se pausa desde entonces: corrija las "
        "dosis o esto.",
    ),
    "DOSE REDUCED": Text(
        "The dose was reduced, and no lower dose starts since: correct the doses, or this.",
        "La dosis se redujo y no empieza ninguna menor desde entonces: corrija las dosis o esto.",
    ),
}
_UNREPORTED_PREGNANCY = Text(
    "Positive, and there is no pregnancy report: fill it and stop lenalidomide.",
    "Positiva y sin notificación de embarazo: rellénela y suspenda lenalidomida.",
)
_LAST_DOSE = Text(
    "The dose records end on {on}: correct one of them.",
    "Los registros de dosis terminan el {on}: corrija uno de los dos.",
)
_STILL_DOSED = Text(
    "Treatment has ended, and a dose record has no last day: close it.",
    "El tratamiento ha terminado y un registro de dosis no tiene último día: ciérrelo.",
)
_DEATH = Text(
    "Died, and no adverse event is fatal: complete the list of events.",
    "Falleció y ningún acontecimiento es mortal: complete la lista de acontecimientos.",
)
_MAN = Text(
    "The reason says a man, the demographics a woman: correct one of them.",
    "El motivo dice hombre y los datos demográficos mujer: corrija uno de los dos.",
)


def reported(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each serious event that has no report."""
    numbers = {_number(row.values) for row in chart.log("SAE", "sae")}
    for row in record.live("ae"):
        if row.values["AESER"] == "Y" and row.key not in numbers:
            message = filled(_UNREPORTED, n=plain(row.key))
            yield Finding("AE.SAE", Severity.SOFT, message, "ae", row.key, "AESER")


def listed(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each report of an event that is not in the list, or not serious."""
    serious = {row.key for row in chart.log("AE", "ae") if row.values["AESER"] == "Y"}
    for row in record.live("sae"):
        number_ = _number(row.values)
        if number_ is not None and number_ not in serious:
            message = filled(_NO_EVENT, n=plain(number_))
            yield Finding("SAE.AE", Severity.SOFT, message, "sae", row.key, "SAEAENO")


def acted(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each action on the drug that the dose records do not show."""
    doses = [row.values for row in chart.log("EX", "ex")]
    for row in record.live("ae"):
        action, start = row.values["AEACN"] or "", row.values["AESTDAT"] or ""
        end = row.values["AEENDAT"] or ""
        known = len(start) == FULL and len(end) in (0, FULL)
        if action in _ACTION and known and not _shown(action, start, end or LATEST, doses):
            message = _ACTION[action]
            yield Finding("AE.ACTION", Severity.SOFT, message, "ae", row.key, "AEACN")


def pregnancy(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for a positive test without a pregnancy report."""
    rows = chart.log("PREG", "preg")
    reports = [row for row in rows if row.values["PREGWHO"] != "PARTNER"]
    for row in record.live("pg"):
        if row.values["PGRES"] == "POSITIVE" and not reports:
            message = _UNREPORTED_PREGNANCY
            yield Finding("PG.REPORT", Severity.SOFT, message, "pg", "", "PGRES")


def last_dose(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where the end of treatment is not the end of the dose records."""
    doses = [row.values for row in chart.log("EX", "ex")]
    last = treatment(doses).last
    for row in record.live("ds_trt"):
        said = row.values["DSLDOSE"]
        if row.values["DSTRTYN"] != "Y" or not doses:
            continue
        if last is None:
            yield Finding("DS.LASTDOSE", Severity.SOFT, _STILL_DOSED, "ds_trt", "", "DSLDOSE")
        elif said is not None and said != last.isoformat():
            message = filled(_LAST_DOSE, on=plain(last.isoformat()))
            yield Finding("DS.LASTDOSE", Severity.SOFT, message, "ds_trt", "", "DSLDOSE")


def death(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for a death that no adverse event tells."""
    fatal = any(row.values["AEOUT"] == "FATAL" for row in chart.log("AE", "ae"))
    for row in record.live("ds"):
        if row.values["DSDECOD"] == "DEATH" and not fatal:
            yield Finding("DS.DEATH", Severity.SOFT, _DEATH, "ds", "", "DSDECOD")


def childbearing(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a woman has no childbearing potential for being a man."""
    woman = chart.find("DM", "dm", "", "SEX").value == "F"
    for row in record.live("rp"):
        if woman and row.values["RPREASND"] == "MALE":
            yield Finding("RP.SEX", Severity.SOFT, _MAN, "rp", "", "RPREASND")


def _number(values: Values) -> str | None:
    """Return the key of the event a report is about."""
    found = number(values["SAEAENO"])
    return None if found is None else str(int(found))


def _shown(action: str, start: str, end: str, doses: list[Values]) -> bool:
    """Return whether dose records show an action on the drug while an event lasted."""
    taken = [v for v in doses if weekly(v) and v["EXSTDAT"] is not None]
    if action in ("DRUG WITHDRAWN", "DRUG INTERRUPTED"):
        return not taken or any(start <= day <= end for day in _first_days_off(taken))
    since = [v for v in doses if (v["EXSTDAT"] or "") >= start]
    before = [v for v in taken if (v["EXSTDAT"] or "") < start]
    dose = weekly(max(before, key=lambda v: v["EXSTDAT"] or "")) if before else None
    return dose is None or any(weekly(v) < dose for v in since)


def _first_days_off(taken: list[Values]) -> Iterator[str]:
    """Yield the first day after each period of treatment on which nothing was taken."""
    for values in taken:
        if values["EXENDAT"] is None:
            continue
        day = (date.fromisoformat(values["EXENDAT"]) + timedelta(days=1)).isoformat()
        periods = ((v["EXSTDAT"] or "", v["EXENDAT"] or LATEST) for v in taken)
        if not any(first <= day <= last for first, last in periods):
            yield day
