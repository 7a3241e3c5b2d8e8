"""The cells of one line of a laboratory's file as canonical values, or why they are none.

Numbers are kept as reported: the decimal comma and the point mean the same, and what has two
readings is refused unless the mapping says which of them separates decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ordi_crf.core import units, values
from ordi_crf.core.lab_mapping import LabMapping
from ordi_crf.core.lab_words import unit_named
from ordi_crf.core.phrases import filled, localized
from ordi_crf.core.units import Quantity, with_unit
from ordi_crf.core.values import Unreadable
from ordi_crf.forms.labs import RESULTS, SAMPLE
from ordi_crf.forms.schema import RowCode, Text

_RESULT, _LOW = RESULTS.item("LBORRES"), RESULTS.item("LBORNRLO")
_DATE = SAMPLE.item("LBDAT")

_NO_UNIT = Text(
    "The unit of {test} is not stated: it is never guessed from a number.",
    "Falta la unidad de {test}: nunca se deduce de un número.",
)
_OTHER_UNIT = Text(
    "“{unit}” is no unit of {test} here ({known}): nothing was converted.",
    "«{unit}» no es aquí una unidad de {test} ({known}): no se ha convertido nada.",
)
_IMPOSSIBLE = Text(
    "{said} is not possible ({limits}): check the value and its unit.",
    "{said} no es posible ({limits}): compruebe el valor y su unidad.",
)
_RANGE = Text(
    "The reference range “{said}” cannot be read: enter it by hand.",
    "El intervalo «{said}» no se puede leer: introdúzcalo a mano.",
)
_FUTURE = Text("The sample is of the future: {on}.", "La muestra es del futuro: {on}.")
_SHOWN = 40
_GROUP = 3
"""Digits between two separators of thousands."""
_BETWEEN = re.compile(r"\[?\(?\s*([0-9.,]+)\s*(?:-|–|—|a|to)\s*([0-9.,]+)\s*\)?\]?")
_BELOW = re.compile(r"(?:<|≤|<=|hasta|up to|max\.?)\s*=?\s*([0-9.,]+)")
_ABOVE = re.compile(r"(?:>|≥|>=|desde|from|min\.?)\s*=?\s*([0-9.,]+)")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
_MOMENT = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9:]+)?$")


@dataclass(frozen=True, slots=True)
class Result:
    """What a line reports of a test: as it is stored, and in the standard unit."""

    text: str
    unit: str | None
    """None where the test has no choice of units."""
    standard: Quantity | None
    low: str | None = None
    high: str | None = None
    range_refused: Text | None = None


def read_result(
    row: RowCode, cells: tuple[str, str], limits: tuple[str, str, str], mapping: LabMapping
) -> Result:
    """Return result and unit, with the limits in two cells or one; Unreadable says what is wrong.

    `cells` are result and unit, `limits` the lower, the upper and the whole range.
    """
    text = values.parse(_RESULT, _one_reading(_plain(cells[0], mapping), mapping))
    if text is None:
        raise Unreadable(Text("There is no result.", "No hay resultado."))
    found = unit_named(row, cells[1], mapping.units)
    if found is None:
        raise Unreadable(_against_unit(row, cells[1]))
    unit = found if row.units else None
    standard = units.standard(row, text, unit)
    if standard is not None and standard.value not in row.possible:
        said = localized(with_unit(text, found))
        raise Unreadable(filled(_IMPOSSIBLE, said=said, limits=localized(str(row.possible))))
    try:
        low, high = _limits(limits, mapping)
    except Unreadable as error:
        return Result(text, unit, standard, range_refused=error.message)
    return Result(text, unit, standard, low, high)


def read_date(text: str, mapping: LabMapping, today: date) -> date | None:
    """Return the day of a sample, whatever its hour; None for blank, Unreadable for the rest."""
    typed = _MOMENT.sub("", text.strip())
    if mapping.month_first and (found := _MONTH_FIRST.fullmatch(typed)):
        typed = f"{found[3]}-{found[1]}-{found[2]}"
    day = values.parse(_DATE, typed)
    if day is None:
        return None
    if date.fromisoformat(day) > today:
        raise Unreadable(_FUTURE.format(on=day))
    return date.fromisoformat(day)


def _limits(cells: tuple[str, str, str], mapping: LabMapping) -> tuple[str | None, str | None]:
    low, high, whole = (cell.strip() for cell in cells)
    if whole and not low and not high:
        low, high = _parted(whole)
    said = whole or " - ".join(c for c in (low, high) if c)
    try:
        plain = [_plain(text, mapping) for text in (low, high)]
        if not mapping.decimal:
            # What has two readings as a result has two readings as a limit.
            plain = [values.parse(_RESULT, text) or "" for text in plain]
        found = [values.parse(_LOW, text) for text in plain]
    except Unreadable as error:
        raise Unreadable(_range(said)) from error
    return found[0], found[1]


def _parted(whole: str) -> tuple[str, str]:
    """Return the limits that one cell holds."""
    said = whole.casefold()
    if found := _BETWEEN.fullmatch(said):
        return found[1], found[2]
    if found := _BELOW.fullmatch(said):
        return "", found[1]
    if found := _ABOVE.fullmatch(said):
        return found[1], ""
    raise Unreadable(_range(whole))


def _plain(text: str, mapping: LabMapping) -> str:
    """Return a number without separators of thousands, where the mapping tells them apart."""
    typed = text.replace("\N{NO-BREAK SPACE}", " ").strip()
    if not mapping.decimal:
        return typed
    thousands = "." if mapping.decimal == "," else ","
    sign = typed[:1] if typed[:1] in "<>" else ""
    grouped = re.compile(rf"[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}})+(?:\{mapping.decimal}[0-9]+)?")
    number = typed[len(sign) :].strip()
    if grouped.fullmatch(number):
        return sign + number.replace(thousands, "")
    if thousands in number:
        raise Unreadable(
            Text(
                "“{said}” is no number with the decimals of this file.",
                "«{said}» no es un número con los decimales de este archivo.",
            ).format(said=text[:_SHOWN])
        )
    return typed.replace(",", ".")


def _one_reading(typed: str, mapping: LabMapping) -> str:
    """Return a result that the study can hold: no number of it has three decimals exactly.

    Where the mapping says that they are decimals, a zero at the end says so in the study.
    """
    whole, _, decimals = typed.partition(".")
    three = mapping.decimal and decimals.isdecimal() and len(decimals) == _GROUP
    return f"{typed}0" if three and whole.lstrip("<> ") != "0" else typed


def _against_unit(row: RowCode, text: str) -> Text:
    if not text.strip():
        return filled(_NO_UNIT, test=row.text)
    known = ", ".join(unit.text for unit in row.units) or row.unit
    same = Text(known, known)
    said = Text(text[:_SHOWN], text[:_SHOWN])
    return filled(_OTHER_UNIT, unit=said, test=row.text, known=same)


def _range(said: str) -> Text:
    return _RANGE.format(said=said[:_SHOWN])
