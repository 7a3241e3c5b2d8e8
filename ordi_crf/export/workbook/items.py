"""From an item of a definition to its columns: value, wording, number and unit, each in its own.

One pass over the kinds of item gives both what the codebook says of a column and what its cells
hold, so that the two cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from ordi_crf.core import values
from ordi_crf.export.workbook.cells import Cell
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
    Language,
    Number,
    RowCode,
    Rows,
    Section,
    Stroke,
    Text,
)

Render: TypeAlias = Callable[[str | None, RowCode | None, Language], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an item: what it is, and its cell for a stored value in a pre-printed row."""

    item: str
    variable: Variable
    cell: Render


def columns(form: Form, section: Section, item: Item) -> list[Column]:
    """Return the columns of an item."""
    base = variable(form, section, item)
    match item:
        case Choice():
            return [
                Column(item.name, base, _coder(item)),
                Column(item.name, decoded(base), _decoder(item)),
            ]
        case Number():
            own = Column(item.name, base, lambda value, row, language: values.number(value))
            return [own, _unit(base, item.unit)] if item.unit else [own]
        case LabResult():
            return _result(base)
        case Attachment():
            return _file(base)
        case Date() | FreeText() | Stroke():
            return [Column(item.name, base, lambda value, row, language: value)]
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
    return lambda value, row, language: coded(item, value)


def _decoder(item: Choice) -> Render:
    return lambda value, row, language: values.display(item, value, language) or None


def _unit(base: Variable, unit: str) -> Column:
    return Column(
        base.name,
        unit_of(base),
        lambda value, row, language: None if value is None else unit,
    )


def _file(base: Variable) -> list[Column]:
    """Return a kept file as its name and the SHA-256 of its bytes."""
    label = Text(f"{base.label.en}, SHA-256", f"{base.label.es}, SHA-256")
    digest = replace(base, name=f"{base.name}SHA", label=label, hint=None)
    return [
        Column(base.name, base, lambda value, row, language: value and values.attached(value)[1]),
        Column(base.name, digest, lambda value, row, language: value and values.attached(value)[0]),
    ]


def _result(base: Variable) -> list[Column]:
    """Return a result as reported, as a number, with its censoring and its unit."""
    stem = base.name.removesuffix("ORRES")
    value = Text(f"{base.label.en}, numeric", f"{base.label.es}, numérico")
    sign = Text(
        f"{base.label.en}, beyond the limit of the assay",
        f"{base.label.es}, fuera del límite de la técnica",
    )
    derived = replace(base, origin=Origin.DERIVED, required=False, hint=None)
    method = Text(
        "The number of the result as reported; for < and > the limit that was reported.",
        "El número del resultado informado; con < y >, el límite informado.",
    )
    return [
        Column(base.name, base, lambda text, row, language: text),
        Column(
            base.name,
            replace(derived, name=f"{stem}STRESN", label=value, type=Type.NUMBER, method=method),
            lambda text, row, language: values.number(text),
        ),
        Column(base.name, replace(derived, name=f"{stem}CENS", label=sign), _censoring),
        Column(base.name, unit_of(base), _row_unit),
    ]


def _censoring(text: str | None, row: RowCode | None, language: Language) -> Cell:
    return text[0] if text and text[0] in "<>" else None


def _row_unit(text: str | None, row: RowCode | None, language: Language) -> Cell:
    return row.unit or None if text is not None and row is not None else None
