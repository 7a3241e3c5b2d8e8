"""From an item of a definition to its columns: value, wording, number and unit, each in its own.

One pass over the kinds of item gives both what the codebook says of a column and what its cells
hold, so that the two cannot drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from ordi_crf.core import values
from ordi_crf.export.workbook import results
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.results import Render
from ordi_crf.export.workbook.sheet import Origin, Type, Variable, decoded, unit_of
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    CodeList,
    Date,
    Form,
    FreeText,
    Item,
    LabResult,
    Number,
    Rows,
    Section,
    Stroke,
    Text,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an item: what it is, and its cell for the answers of a row."""

    variable: Variable
    cell: Render


def columns(form: Form, section: Section, item: Item) -> list[Column]:
    """Return the columns of an item."""
    base = variable(form, section, item)
    match item:
        case Choice() if item.name in section.units:
            return []
        case Choice():
            return [
                Column(base, _coder(item)),
                Column(decoded(base), _decoder(item)),
            ]
        case Number():
            own = Column(base, lambda told, row, language: values.number(told[item.name]))
            return [own, _unit(base, item.unit)] if item.unit else [own]
        case LabResult():
            unit = variable(form, section, section.item(item.unit_item)) if item.unit_item else None
            cells = results.cells(item, base, unit or unit_of(base))
            return [Column(told, cell) for told, cell in cells]
        case Attachment():
            return _file(base)
        case Date() | FreeText() | Stroke():
            return [Column(base, lambda told, row, language: told[item.name])]
        case _:
            assert_never(item)


def variable(form: Form, section: Section, item: Item) -> Variable:
    """Return what the definition says of an item, as a variable."""
    base = Variable(
        name=item.name,
        label=item.label,
        origin=Origin.COLLECTED,
        form=form.oid,
        section=section.name,
        domain=section.domain,
        required=item.required,
        asked_when=_condition(section, item),
        hint=item.hint,
    )
    match item:
        case Choice():
            kind = Type.INTEGER if item.codes.integer else Type.CODE
            return replace(base, type=kind, codes=item.codes)
        case Number():
            kind = Type.NUMBER if item.places else Type.INTEGER
            return replace(
                base, type=kind, unit=item.unit, possible=item.possible, expected=item.expected
            )
        case Date():
            return replace(base, type=Type.DATE)
        case LabResult() | FreeText() | Stroke() | Attachment():
            return base
        case _:
            assert_never(item)


def row_codes(rows: Rows) -> CodeList:
    """Return pre-printed rows as the codelist that they are."""
    return CodeList(rows.name, rows.codes)


def coded(item: Item, value: str | None) -> Cell:
    """Return a stored value as it counts: a grade as an integer, a quantity as a number."""
    match item:
        case Choice():
            return int(value) if value is not None and item.codes.integer else value
        case Number() | LabResult():
            return values.number(value)
        case Date() | FreeText() | Stroke() | Attachment():
            return value
        case _:
            assert_never(item)


def _condition(section: Section, item: Item) -> str:
    texts = []
    if item.asked_when is not None:
        texts.append(f"{item.asked_when.item} = {' or '.join(item.asked_when.answers)}")
    if item.not_in_rows and section.rows is not None:
        texts.append(f"{section.rows.name} not {', '.join(item.not_in_rows)}")
    return "; ".join(texts)


def _coder(item: Choice) -> Render:
    return lambda told, row, language: coded(item, told[item.name])


def _decoder(item: Choice) -> Render:
    return lambda told, row, language: values.display(item, told[item.name], language) or None


def _unit(base: Variable, unit: str) -> Column:
    return Column(
        unit_of(base),
        lambda told, row, language: None if told[base.name] is None else unit,
    )


def _file(base: Variable) -> list[Column]:
    """Return a kept file as its name and the SHA-256 of its bytes."""
    label = Text(f"{base.label.en}, SHA-256", f"{base.label.es}, SHA-256")
    digest = replace(base, name=f"{base.name}SHA", label=label, hint=None)
    return [
        Column(base, lambda told, row, language: _attached(told[base.name])[1]),
        Column(digest, lambda told, row, language: _attached(told[base.name])[0]),
    ]


def _attached(value: str | None) -> tuple[str | None, str | None]:
    return (None, None) if value is None else values.attached(value)
