"""What each format takes of a table: names, labels and texts within its limits, nothing cut off.

A text that is longer than a format allows goes on in columns beside it, named by the variable and a
number. Limits: SAS XPORT version 5 (TS-140), the SPSS and the Stata manuals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.sheet import Content, Type, Variable
from ordi_crf.forms.schema import CodeList, Language

LEFT_OUT = ("BMSTROKE", "AUDIT", "CODEBOOK", "CODELISTS")
"""Sheets that are no data to compute with; they are in the workbook and in the CSV files."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long names, labels and texts may be, in bytes of UTF-8."""

    suffix: str
    name: int
    label: int
    text: int


class Format(Enum):
    """A format of statistical programs."""

    XPT = Limits(".xpt", 8, 40, 200)
    SAV = Limits(".sav", 64, 255, 32_767)
    DTA = Limits(".dta", 32, 80, 2_045)


@dataclass(frozen=True, slots=True)
class Column:
    """One column as a format takes it."""

    name: str
    label: str
    number: bool
    values: list[str] | list[float | None]
    codes: Mapping[str | float, str]
    """Codes and their wordings; none where the format or the variable has none."""
    of: str
    """The variable of the workbook."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its name in the format, its title and its columns."""

    name: str
    title: str
    sheet: str
    columns: tuple[Column, ...]


def tables(contents: Sequence[Content], format_: Format, language: Language) -> Iterator[Table]:
    """Yield the tables that a format takes of these sheets."""
    names: set[str] = set()
    for content in contents:
        if content.sheet.name in LEFT_OUT:
            continue
        name = shortened(content.sheet.name, format_.value.name, names)
        title = clipped(content.sheet.title.in_(language), format_.value.label)
        yield Table(name, title, content.sheet.name, tuple(_columns(content, format_, language)))


def shortened(name: str, limit: int, taken: set[str]) -> str:
    """Return a name within a limit that is not taken, and take it."""
    short, n = name[:limit], 1
    while short.upper() in taken:
        n += 1
        short = f"{name[: limit - len(str(n))]}{n}"
    taken.add(short.upper())
    return short


def clipped(text: str, limit: int) -> str:
    """Return a label within a limit in bytes; whole characters alone."""
    return text.encode()[:limit].decode(errors="ignore").rstrip()


def pieces(text: str, limit: int) -> list[str]:
    """Return a text in pieces within a limit in bytes, each of whole characters."""
    found, size = [""], 0
    for letter in text:
        length = len(letter.encode())
        if size + length > limit:
            found.append("")
            size = 0
        found[-1] += letter
        size += length
    return found


def _columns(content: Content, format_: Format, language: Language) -> Iterator[Column]:
    limits, taken = format_.value, set[str]()
    for n, variable in enumerate(content.sheet.variables):
        cells = [line[n] for line in content.lines]
        label = _label(variable, language)
        if is_number(variable, cells):
            name = shortened(variable.name, limits.name, taken)
            codes = _codes(variable.codes, language, number=True)
            shown = clipped(label, limits.label)
            yield Column(name, shown, True, [_number(c) for c in cells], codes, variable.name)
            continue
        split = [pieces(str(cell or ""), limits.text) for cell in cells]
        for part in range(max(map(len, split), default=1)):
            wanted = variable.name if not part else f"{variable.name[: limits.name - 2]}{part}"
            name = shortened(wanted, limits.name, taken)
            texts = [found[part] if part < len(found) else "" for found in split]
            # Only SPSS has wordings for codes that are texts.
            worded = format_ is Format.SAV and not part
            codes = _codes(variable.codes, language, number=False) if worded else {}
            yield Column(name, clipped(label, limits.label), False, texts, codes, variable.name)


def _label(variable: Variable, language: Language) -> str:
    words = variable.label.in_(language)
    return f"{words} [{variable.unit}]" if variable.unit else words


def is_number(variable: Variable, cells: Sequence[Cell]) -> bool:
    """Return whether a column is one of numbers; one with a text in it is not."""
    if any(isinstance(cell, str) for cell in cells):
        return False
    return variable.type in (Type.INTEGER, Type.NUMBER) or any(cell is not None for cell in cells)


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | Decimal) else None


def _codes(codes: CodeList | None, language: Language, *, number: bool) -> dict[str | float, str]:
    if codes is None or (number and not codes.integer):
        return {}
    return {
        float(code.value) if number else code.value: code.text.in_(language) for code in codes.codes
    }
