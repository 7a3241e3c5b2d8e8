"""From a derived value of a definition to its columns: number, exact fraction, wording, unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from ordi_crf.core.clasi import SEVERITY
from ordi_crf.core.derived import Figure
from ordi_crf.core.sledai import GRADES
from ordi_crf.export.workbook.cells import Cell, exact, number
from ordi_crf.export.workbook.sheet import Origin, Type, Variable, decoded, unit_of
from ordi_crf.forms.schema import Derived, Form, Language, Text

RenderFigure: TypeAlias = Callable[[Figure, Language], Cell]

DERIVED_CODES = {"CLSEV": SEVERITY, "SLGRADE": GRADES}
"""Codelists of the derived values that are codes."""


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of a derived value."""

    derived: str
    variable: Variable
    cell: RenderFigure
    unit: bool = False
    """Whether it only names the unit of the column before it."""


def figures(form: Form, derived: Derived) -> list[FigureColumn]:
    """Return the columns of a derived value; percentages also stand as exact fractions."""
    base, unit = figure_variable(form, derived), unit_code(derived)
    name, columns = derived.name, [FigureColumn(derived.name, base, figure)]
    if base.codes is not None:
        columns.append(FigureColumn(name, decoded(base), _figure_decoder(derived)))
    if unit.startswith("%"):
        label = Text(f"{derived.label.en}, exact", f"{derived.label.es}, exacta")
        text = replace(base, name=f"{derived.name}_EXACT", label=label, type=Type.TEXT, unit="")
        columns.append(FigureColumn(name, text, _exact))
    if unit:
        columns.append(FigureColumn(name, unit_of(base), _constant(unit), unit=True))
    return columns


def figure_variable(form: Form, derived: Derived) -> Variable:
    """Return what the definition says of a derived value, as a variable."""
    codes = DERIVED_CODES.get(derived.name)
    number = derived.places or unit_code(derived).startswith("%")
    kind = Type.CODE if codes else Type.NUMBER if number else Type.INTEGER
    return Variable(
        name=derived.name,
        label=derived.label,
        type=kind,
        origin=Origin.DERIVED,
        form=form.oid,
        section=form.sections[0].name,
        domain=form.sections[0].domain,
        unit=unit_code(derived),
        codes=codes,
        method=derived.method,
        version=derived.version,
    )


def unit_code(derived: Derived) -> str:
    """Return the unit as a code: like every code, it is not translated."""
    return "" if derived.unit is None else derived.unit.en


def figure(value: Figure, language: Language) -> Cell:
    """Return the cell of a derived value."""
    return value if isinstance(value, str) else number(value)


def figure_decode(derived: Derived, value: Cell, language: Language) -> str | None:
    """Return the wording of a derived code; None where the value is a number."""
    codes = DERIVED_CODES.get(derived.name)
    return codes.text(str(value)).in_(language) if codes and value is not None else None


def _figure_decoder(derived: Derived) -> RenderFigure:
    return lambda value, language: figure_decode(derived, figure(value, language), language)


def _exact(value: Figure, language: Language) -> Cell:
    return None if value is None or isinstance(value, str) else exact(Fraction(value))


def _constant(unit: str) -> RenderFigure:
    return lambda value, language: None if value is None else unit
