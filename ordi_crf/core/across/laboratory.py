"""What the laboratory forms say against each other, the schedule and the date of their visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal as D

from ordi_crf.core import creatinine, labs_due, reference_ranges, units
from ordi_crf.core.chart import Chart
from ordi_crf.core.patient import patient_at
from ordi_crf.core.phrases import filled, localized, plain
from ordi_crf.core.records import Record
from ordi_crf.core.validation import Finding
from ordi_crf.forms.labs import RESULTS, SAMPLE
from ordi_crf.forms.periods import days_between
from ordi_crf.forms.schema import Severity, Text
from ordi_crf.forms.serology import SAMPLE as SEROLOGY
from ordi_crf.forms.sledai import WINDOW_DAYS

SCREENING_DAYS = 28
"""How long a sample counts for screening (clinical specification, section 10.3)."""

_NEUTROPHILS = Text(
    "More neutrophils ({neut}) than leukocytes ({wbc}, 10⁹/L): check both and their units.",
    "Más neutrófilos ({neut}) que leucocitos ({wbc}, 10⁹/L): compruebe ambos y sus unidades.",
)
USUAL_LIMIT = D(40)
"""U/L of a transaminase, where its laboratory gives no upper limit."""
_TRANSAMINASE = Text(
    "{value} U/L is more than 3 times the upper limit ({limit}): check the value, or say why.",
    "{value} U/L es más de 3 veces el límite superior ({limit}): compruebe el valor o explíquelo.",
)
_DATE = Text(
    "The sample of {drawn} is not of the {n} days up to the visit of {on}: check both dates, or "
    "say why it counts.",
    "La muestra del {drawn} no es de los {n} días hasta la visita del {on}: compruebe ambas fechas "
    "o explique por qué cuenta.",
)


def neutrophils(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a hard finding where there are more neutrophils than leukocytes."""
    part, whole = units.result(record, "NEUT"), units.result(record, "WBC")
    if part is None or whole is None or part.sign == "<" or whole.sign == ">":
        return
    if part.value > whole.value:
        message = filled(_NEUTROPHILS, neut=localized(part.text), wbc=localized(whole.text))
        yield Finding("LB.NEUT", Severity.HARD, message, "lb", "NEUT", "LBORRES")


def transaminases(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where ALT or AST is more than 3 times its upper limit.

    A result without a limit is held against 40 U/L (clinical specification, section 10.1).
    """
    for test in ("ALT", "AST"):
        found = units.result(record, test)
        stated = record.values(RESULTS, test)["LBORNRHI"]
        limit = D(stated) if stated is not None else USUAL_LIMIT
        if found is not None and found.sign != "<" and found.value > 3 * limit:
            message = filled(_TRANSAMINASE, value=localized(found.text), limit=plain(str(limit)))
            yield Finding("LB.ULN3", Severity.SOFT, message, RESULTS.name, test, "LBORRES")


def sample_date(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a sample is not of the 10 days up to its visit (SLEDAI-2K)."""
    drawn = record.values(SAMPLE)["LBDAT"]
    yield from _dated(chart, record, drawn, WINDOW_DAYS, ("LB.DATE", "lb_sample", "LBDAT"))


def serology_date(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a serology is not of the 28 days up to its visit."""
    drawn = record.values(SEROLOGY)["SEDAT"]
    yield from _dated(chart, record, drawn, SCREENING_DAYS, ("SE.DATE", "se_sample", "SEDAT"))


def due(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return the tests of the schedule that are neither there nor called missing."""
    return labs_due.missing(record, record.key.visit)


def kit(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return a soft finding where a titre has no laboratory or no kit."""
    return labs_due.kit(record)


def ranges(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return where the laboratory's ranges differ from those of its last sample."""
    drawn = record.values(SAMPLE)["LBDAT"]
    name = record.values(SAMPLE)["LBNAM"]
    earlier = [
        (on, other)
        for _, other in chart.dated("LB")
        if (on := other.values(SAMPLE)["LBDAT"]) and drawn and on < drawn
        and reference_ranges.same(other.values(SAMPLE)["LBNAM"], name)
    ]  # fmt: skip
    if not earlier:
        return []
    return reference_ranges.changed(max(earlier, key=lambda entry: entry[0])[1], record)


def filtration(chart: Chart, record: Record) -> Iterable[Finding]:
    """Return a soft finding where the equations fall on different sides of 30."""
    return creatinine.disagree(record, patient_at(chart.records, record.key))


def _dated(
    chart: Chart, record: Record, drawn: str | None, most: int, place: tuple[str, str, str]
) -> Iterator[Finding]:
    on = chart.on(record.key)
    days = days_between(drawn, on)
    if days is None or 0 <= days <= most:
        return
    oid, section, item = place
    message = filled(_DATE, drawn=plain(drawn or ""), n=plain(most), on=plain(on or ""))
    yield Finding(oid, Severity.SOFT, message, section, "", item)
