"""A laboratory result as columns: as reported with its unit, and in the one unit of its test.

LBORRES and LBORRESU are what was entered; LBSTRESC, LBSTRESN and LBSTRESU (SDTMIG) are the same
after an exact conversion, and blank where the unit was not stated or nothing leads from it to the
standard one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from ordi_crf.core import units
from ordi_crf.core.units import Quantity
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.sheet import Origin, Type, Variable
from ordi_crf.forms.schema import LabResult, Language, RowCode, Text, Values

Render: TypeAlias = Callable[[Values, RowCode | None, Language], Cell]
"""A cell, from the answers of a row and the pre-printed row they stand in."""

_METHOD = Text(
    "The result converted exactly into the first unit of its test; for < and > the limit that was "
    "reported. Blank where its unit was not stated or cannot be converted.",
    "El resultado convertido exactamente a la primera unidad de su prueba; con < y >, el límite "
    "informado. En blanco si no se indicó su unidad o no es convertible.",
)


def cells(
    result: LabResult, reported: Variable, unit: Variable
) -> Iterator[tuple[Variable, Render]]:
    """Yield the columns of a result: what each is, and its cell."""
    stem, of = reported.name.removesuffix("ORRES"), _Standard(result)
    derived = replace(reported, origin=Origin.DERIVED, required=False, hint=None)
    standard = replace(derived, method=_METHOD)
    number, in_unit = _label(reported, "numeric", "numérico"), _label(reported, "unit", "unidad")
    text = _label(reported, "converted", "convertido")
    beyond = _label(
        reported, "beyond the limit of the assay", "fuera del límite de la técnica"
    )  # fmt: skip
    yield reported, of.reported
    yield unit, of.unit
    yield replace(standard, name=f"{stem}STRESC", label=text), of.standard_text
    yield replace(standard, name=f"{stem}STRESN", label=number, type=Type.NUMBER), of.number
    yield replace(standard, name=f"{stem}STRESU", label=in_unit), of.standard_unit
    yield replace(derived, name=f"{stem}CENS", label=beyond), of.sign


@dataclass(frozen=True, slots=True)
class _Standard:
    """The cells of one kind of result."""

    item: LabResult

    def reported(self, told: Values, row: RowCode | None, language: Language) -> Cell:
        return told[self.item.name]

    def unit(self, told: Values, row: RowCode | None, language: Language) -> Cell:
        stated = self._stated(told)
        if stated is not None or row is None or row.units or told[self.item.name] is None:
            return stated
        return row.unit or None

    def standard_text(self, told: Values, row: RowCode | None, language: Language) -> Cell:
        found = self._quantity(told, row)
        return None if found is None else found.text

    def number(self, told: Values, row: RowCode | None, language: Language) -> Cell:
        found = self._quantity(told, row)
        return None if found is None else Decimal(found.text.lstrip("<>"))

    def standard_unit(self, told: Values, row: RowCode | None, language: Language) -> Cell:
        found = self._quantity(told, row)
        return None if found is None else found.unit

    def sign(self, told: Values, row: RowCode | None, language: Language) -> Cell:
        text = told[self.item.name]
        return text[0] if text and text[0] in "<>" else None

    def _stated(self, told: Values) -> str | None:
        return told[self.item.unit_item] if self.item.unit_item else None

    def _quantity(self, told: Values, row: RowCode | None) -> Quantity | None:
        if row is None:
            return None
        return units.standard(row, told[self.item.name], self._stated(told))


def _label(base: Variable, en: str, es: str) -> Text:
    return Text(f"{base.label.en}, {en}", f"{base.label.es}, {es}")
