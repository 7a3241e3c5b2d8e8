"""What is dispensed against what was prescribed, and against the pregnancy test before it.

Women of childbearing potential get lenalidomide only after a negative test of the day of the
prescription or the 3 days before it, within 7 days of the prescription, and for 4 weeks at most
(EU SmPC, 4.4).
Confirmed tubal sterilisation is exempt from the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from ordi_crf.core.chart import Chart
from ordi_crf.core.phrases import decimal, filled, plain
from ordi_crf.core.records import Record, Row
from ordi_crf.core.validation import Finding
from ordi_crf.forms.periods import days_between
from ordi_crf.forms.pregnancy_test import DISPENSING_DAYS, TEST_DAYS
from ordi_crf.forms.schema import Severity, Text, Values

COMPLIANCE = (Fraction(80), Fraction(120))
"""% of the prescribed dose (clinical specification, section 10.1)."""
SUPPLY_WEEKS = 4
"""Of lenalidomide at most, for a woman of childbearing potential (EU SmPC, 4.4)."""
DAYS: Mapping[str, Fraction] = {
    "QD": Fraction(1),
    "QOD": Fraction(1, 2),
    "BIW": Fraction(2, 7),
    "QS": Fraction(1, 7),
}
"""Doses a day, by frequency."""

_COUNTED = ("DASTREN", "DADISP", "DARET")
"""Without one of these nobody knows what was taken."""
_COMPLIANCE = Text(
    "{n} % of the prescribed dose from {first} to {last}: count again, or say why.",
    "{n} % de la dosis prescrita del {first} al {last}: vuelva a contar o explique por qué.",
)
_SUPPLY = Text(
    "{given} mg on {on} are more than 4 weeks of the dose ({most} mg): a prescription is for 4 "
    "weeks at most. Correct it, or say why.",
    "{given} mg el {on} son más de 4 semanas de la dosis ({most} mg): una receta es para 4 semanas "
    "como máximo. Corríjalo o explique por qué.",
)
_DISPENSED = Text(
    "No negative pregnancy test covers this dispensing: {why}. Do not dispense, or say why.",
    "Ninguna prueba de embarazo negativa cubre esta dispensación: {why}. No dispense o explique "
    "por qué.",
)
_NONE = Text("there is none before it", "no hay ninguna antes")
_POSITIVE = Text("that of {on} is positive", "la del {on} es positiva")
_OLD = Text("that of {on} is too old", "la del {on} es demasiado antigua")


def compliance(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where what was taken is not 80 to 120 % of what was prescribed."""
    groups: dict[str, list[Row]] = {}
    for row in record.live("da"):
        groups.setdefault(row.values["DADISDAT"] or "", []).append(row)
    for first, rows in groups.items():
        returned = [row.values["DARETDAT"] for row in rows]
        counted = (row.values[name] for row in rows for name in _COUNTED)
        if not first or None in returned or any(value is None for value in counted):
            continue
        last = max(day for day in returned if day is not None)
        percent = _percent(chart, rows, first, last)
        if percent is not None and not COMPLIANCE[0] <= percent <= COMPLIANCE[1]:
            message = filled(
                _COMPLIANCE, n=plain(round(percent)), first=plain(first), last=plain(last)
            )
            yield Finding("DA.COMPL", Severity.SOFT, message, "da", rows[0].key, "DARET")


def supply(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding where a woman who may become pregnant got more than 4 weeks' supply."""
    days: dict[str, list[Row]] = {}
    for row in record.live("da") if needs_tests(chart) else ():
        days.setdefault(row.values["DADISDAT"] or "", []).append(row)
    for on, rows in days.items():
        given = sum((_milligrams(r.values, r.values["DADISP"]) for r in rows), Fraction(0))
        most = SUPPLY_WEEKS * _dose_from(chart, on) if on else Fraction(0)
        if most and given > most:
            message = filled(_SUPPLY, given=_shown(given), on=plain(on), most=_shown(most))
            yield Finding("DA.SUPPLY", Severity.SOFT, message, "da", rows[0].key, "DADISP")


def dispensed(chart: Chart, record: Record) -> Iterator[Finding]:
    """Yield a soft finding for each dispensing that no negative pregnancy test covers."""
    if not needs_tests(chart):
        return
    for row in record.live("da"):
        on = row.values["DADISDAT"]
        why = None if on is None else _uncovered(chart, on)
        if why is not None:
            message = filled(_DISPENSED, why=why)
            yield Finding("PG.DISPENSED", Severity.SOFT, message, "da", row.key, "DADISDAT")


def needs_tests(chart: Chart) -> bool:
    """Return whether a subject is a woman who may become pregnant."""
    sex = chart.find("DM", "dm", "", "SEX").value
    potential = chart.find("RP", "rp", "", "RPWOCBP").value
    sterilised = chart.find("RP", "rp", "", "RPCONTR").value == "STERILISATION"
    return sex == "F" and potential != "N" and not sterilised


def weekly(values: Values) -> Fraction:
    """Return the mg in a week that a dose period amounts to, 0 where it is not known."""
    each = Fraction(Decimal(values["EXDOSE"] or 0))
    return 7 * each * DAYS.get(values["EXDOSFRQ"] or "", Fraction(0))


def _uncovered(chart: Chart, on: str) -> Text | None:
    """Return why the last test up to a dispensing does not cover it, None where it does."""
    tested = [v for v in _tested(chart) if (v["PGDAT"] or "") <= on]
    if not tested:
        return _NONE
    on_last_day = max(v["PGDAT"] or "" for v in tested)
    of_last_day = [v for v in tested if v["PGDAT"] == on_last_day]
    last, day = of_last_day[-1], plain(on_last_day)
    # Of two tests of one day the positive one counts, whichever was entered first.
    if any(v["PGRES"] != "NEGATIVE" for v in of_last_day):
        return filled(_POSITIVE, on=day)
    prescribed = last["PGRXDAT"] or on
    waited = days_between(last["PGDAT"], prescribed)
    held = days_between(prescribed, on)
    most = TEST_DAYS if last["PGRXDAT"] else DISPENSING_DAYS
    fresh = waited is not None and held is not None and waited <= most
    return None if fresh and held is not None and held <= DISPENSING_DAYS else filled(_OLD, on=day)


def _tested(chart: Chart) -> Iterable[Values]:
    rows = (row.values for record in chart.every("PG") for row in record.live("pg"))
    return (v for v in rows if v.get("PGDAT") is not None and v.get("PGRES") is not None)


def _percent(chart: Chart, rows: list[Row], first: str, last: str) -> Fraction | None:
    """Return what was taken in % of what was prescribed, up to the day before the return."""
    taken = sum(
        _milligrams(v, v["DADISP"]) - _milligrams(v, v["DARET"])
        for v in (row.values for row in rows)
    )
    prescribed = _prescribed(chart, date.fromisoformat(first), date.fromisoformat(last))
    return 100 * taken / prescribed if prescribed else None


def _shown(milligrams: Fraction) -> Text:
    return decimal(milligrams, 0 if milligrams.denominator == 1 else 1)


def _milligrams(bottle: Values, capsules: str | None) -> Fraction:
    return Fraction(Decimal(bottle["DASTREN"] or 0)) * Fraction(Decimal(capsules or 0))


def _dose_from(chart: Chart, on: str) -> Fraction:
    """Return the highest weekly dose of the day of a dispensing and of the day after."""
    until = (date.fromisoformat(on) + timedelta(days=1)).isoformat()
    doses = (row.values for row in chart.log("EX", "ex") if row.values["EXSTDAT"] is not None)
    taken = (v for v in doses if (v["EXSTDAT"] or "") <= until and (v["EXENDAT"] or on) >= on)
    return max(map(weekly, taken), default=Fraction(0))


def _prescribed(chart: Chart, first: date, last: date) -> Fraction:
    """Return the mg prescribed from a day up to the day before another."""
    total = Fraction(0)
    for row in chart.log("EX", "ex"):
        start, end = row.values["EXSTDAT"], row.values["EXENDAT"]
        if start is None:
            continue
        begins = max(first, date.fromisoformat(start))
        ends = last if end is None else min(last, date.fromisoformat(end) + timedelta(days=1))
        total += weekly(row.values) / 7 * max(0, (ends - begins).days)
    return total
