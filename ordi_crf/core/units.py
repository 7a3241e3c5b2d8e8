"""Units of laboratory results: exact conversion into the one unit that limits are judged in.

A result is kept as reported. Where a test has several units, the first of them is its standard
unit (SDTM LBSTRESU); factors and their sources stand with the tests (`ordi_crf.forms.labs`). A
result whose unit nobody stated has no standard value: a unit is never guessed from a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal

from ordi_crf.core.records import Record
from ordi_crf.core.values import number
from ordi_crf.forms.labs import RESULTS, TESTS
from ordi_crf.forms.schema import RowCode, Unit, Values

_EXACT = Context(prec=60)
"""More digits than any stored number times any factor has."""
_SHOWN = 4
"""Significant digits of a converted result on screen."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A result in the standard unit of its test; `sign` is "<" or ">" beyond the assay's range."""

    value: Decimal
    unit: str
    sign: str = ""

    @property
    def text(self) -> str:
        """Return the result with every digit it has."""
        return f"{self.sign}{_plain(self.value)}"

    @property
    def shown(self) -> str:
        """Return sign of equality, number and unit, as a person reads a conversion."""
        rounded = Context(prec=_SHOWN).plus(self.value)
        equal = "=" if rounded == self.value else "≈"
        return with_unit(f"{equal} {self.sign}{_plain(rounded)}", self.unit)

    def below(self, limit: Decimal) -> bool | None:
        """Return whether it lies below a limit, None where its sign leaves that open."""
        if self.sign == "<":
            return True if self.value <= limit else None
        if self.sign == ">":
            return False if self.value >= limit else None
        return self.value < limit

    def above(self, limit: Decimal) -> bool | None:
        """Return whether it lies above a limit, None where its sign leaves that open."""
        if self.sign == "<":
            return False if self.value <= limit else None
        if self.sign == ">":
            return True if self.value >= limit else None
        return self.value > limit


def stated(row: RowCode, text: str | None) -> Unit | None:
    """Return the unit a result of a row is in; None where it is not stated or not of the row."""
    if not row.units:
        return Unit(row.unit) if text in (None, row.unit) else None
    return next((unit for unit in row.units if unit.text == text), None)


def convert(value: Decimal, unit: Unit | None) -> Decimal | None:
    """Return a number in the standard unit, exactly; None where nothing leads to it."""
    if unit is None or unit.factor is None:
        return None
    return _EXACT.multiply(value, unit.factor)


def with_unit(number: Decimal | str, unit: str) -> str:
    """Return a number and its unit as they are printed: 100 × 10⁹/L, 62 mg/dL."""
    times = "× " if unit[:1].isdigit() else ""
    return f"{number} {times}{unit}".rstrip()


def differ(one: str | None, in_one: Unit | None, other: str | None, in_other: Unit | None) -> bool:
    """Return whether two stored numbers differ; those of units without a common one do not."""
    if one is None or other is None:
        return one is not other
    a, b = Decimal(one), Decimal(other)
    if in_one != in_other:
        return _known_apart(convert(a, in_one), convert(b, in_other))
    return a != b


def standard(row: RowCode, result: str | None, text: str | None) -> Quantity | None:
    """Return a result in the standard unit of its row, None where that is not known."""
    value = number(result)
    converted = None if value is None else convert(value, stated(row, text))
    if result is None or converted is None:
        return None
    return Quantity(converted, row.unit, result[0] if result[0] in "<>" else "")


def of_test(test: str, values: Values) -> Quantity | None:
    """Return the result of a test of LB in its standard unit, None where that is not known."""
    return standard(TESTS.row(test), values.get("LBORRES"), values.get("LBORRESU"))


def result(record: Record, test: str) -> Quantity | None:
    """Return the result of a test of a laboratory record; KeyError for an unknown test."""
    return of_test(test, record.values(RESULTS, test))


def results(record: Record) -> Mapping[str, Quantity]:
    """Return every result of a laboratory record that has a standard value, by test."""
    found = {row.value: result(record, row.value) for row in TESTS.codes}
    return {test: quantity for test, quantity in found.items() if quantity is not None}


def _known_apart(a: Decimal | None, b: Decimal | None) -> bool:
    return a is not None and b is not None and a != b


def _plain(value: Decimal) -> str:
    """Return a number without an exponent; zeros a conversion added are not shown."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
