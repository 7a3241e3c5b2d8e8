"""A worksheet as a value: its variables, how many of them are keys, and how its rows are made.

The codebook is a function of the same values, so that no column can be missing from it. Names of
variables are CDASH's and SDTM's where these have one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from ordi_crf.core.courses import Course
from ordi_crf.core.delivery import Delivery
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.source import Source, Whole
from ordi_crf.forms.schema import CodeList, Limits, Text

Line: TypeAlias = Sequence[Cell]

ROWS = 1_048_575
"""Rows of a page under its header, as Excel limits it."""
_UNIT_NAMES = {"EXDOSE": "EXDOSU"}
"""Where SDTM shortens the name; elsewhere it is the item's name and U."""


class Type(StrEnum):
    """What a column holds."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date, ISO 8601"


class Origin(StrEnum):
    """Where a column comes from, in the words of Define-XML."""

    COLLECTED = "Collected"
    DERIVED = "Derived"
    ASSIGNED = "Assigned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One column, or one test of a column that holds several (`where`)."""

    name: str
    label: Text
    type: Type = Type.TEXT
    origin: Origin = Origin.ASSIGNED
    form: str = ""
    section: str = ""
    domain: str = ""
    where: str = ""
    unit: str = ""
    possible: Limits | None = None
    expected: Limits | None = None
    codes: CodeList | None = None
    required: bool = False
    asked_when: str = ""
    method: Text | None = None
    version: str = ""
    hint: Text | None = None


def nothing(_source: object) -> Iterable[Line]:
    """Return no rows."""
    return ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One rectangle of data: a header row of variables and a row for each observation."""

    name: str
    title: Text
    variables: tuple[Variable, ...]
    keys: int
    """Leading columns that stay in view; together they name a row."""
    rows: Callable[[Source], Iterable[Line]] = nothing
    """The rows of the subjects that a source holds: each in turn, for a whole study."""
    tests: tuple[Variable, ...] = ()
    """What single tests of a long sheet are, for the codebook."""
    whole: Callable[[Whole], Iterable[Line]] = nothing
    """Rows that are of the study as a whole; they come after those of every subject."""


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet with its rows."""

    sheet: Sheet
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet as it stands in the file; a long one takes several."""

    sheet: Sheet
    name: str
    rows: int
    """Without the header."""
    digest: str
    """SHA-256 of what its cells say (`ordi_crf.export.workbook.digest`)."""


def filled(sheets: Sequence[Sheet], delivery: Delivery) -> Iterator[tuple[Sheet, Iterable[Line]]]:
    """Yield the rows of every sheet, one subject after the other, then those of the whole study.

    The rows are to be read in turn: no more than one subject is held.
    """
    courses: list[Course] = []
    for part in delivery.parts():
        source = Source(part)
        for sheet in sheets:
            yield sheet, sheet.rows(source)
        courses += source.courses()
    whole = Whole(delivery, courses)
    for sheet in sheets:
        yield sheet, sheet.whole(whole)


def page_name(sheet: Sheet, number: int) -> str:
    """Return the name of a page of a sheet, counted from 1; a long sheet takes several."""
    return sheet.name if number == 1 else f"{sheet.name}_{number}"


def assigned(name: str, en: str, es: str, type_: Type = Type.TEXT, unit: str = "") -> Variable:
    """Return a variable that the study or the program gives."""
    return Variable(name=name, label=Text(en, es), type=type_, unit=unit)


def derived(
    name: str, en: str, es: str, type_: Type, unit: str = "", method: Text | None = None
) -> Variable:
    """Return a variable that the program computes."""
    return replace(assigned(name, en, es, type_, unit), origin=Origin.DERIVED, method=method)


def decoded(variable: Variable) -> Variable:
    """Return the variable that stands beside a coded one and holds its wording."""
    label = Text(f"{variable.label.en} (wording)", f"{variable.label.es} (texto)")
    return Variable(
        name=f"{variable.name}_DEC",
        label=label,
        form=variable.form,
        section=variable.section,
        domain=variable.domain,
    )


def unit_of(base: Variable) -> Variable:
    """Return the variable that names the unit of another."""
    label = Text(f"{base.label.en} (unit)", f"{base.label.es} (unidad)")
    name = _UNIT_NAMES.get(base.name, f"{base.name}U")
    return replace(decoded(base), name=name, label=label, origin=Origin.ASSIGNED)
