"""A workbook as cells, whichever program saved it last: rows of values, nothing of the looks.

Read straight from the parts of the file (ECMA-376, 18.3), row by row, so that a large sheet takes
no more room than its rows do. A cell that holds something no cell of ours can, such as a formula,
is `Odd`: it says so, and is like no cell that is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from posixpath import join, normpath
from typing import TypeAlias
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import ZipFile

from ordi_crf.export.workbook.cells import read
from ordi_crf.export.workbook.digest import cell_text
from ordi_crf.forms.schema import Text
from ordi_crf.verify import archive
from ordi_crf.verify.report import UnreadableError

_ROWS, _COLUMNS = 1_048_576, 16_384
"""Of a sheet, as Excel limits it."""
_BOOK = "xl/workbook.xml"
_RELATED = "xl/_rels/workbook.xml.rels"
_SHARED = "xl/sharedStrings.xml"
_ID = re.compile(r"\{[^}]*/relationships\}id")
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]+")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_KINDS = {"b": "truth", "e": "error", "d": "date"}


@dataclass(frozen=True, slots=True)
class Odd:
    """What no cell of ours holds."""

    kind: str
    shown: str


Read: TypeAlias = str | int | float | Decimal | Odd | None
"""What a cell holds, as read back."""


class Book:
    """The sheets of an open workbook."""

    def __init__(self, name: str, parts: ZipFile) -> None:
        self._name, self._parts = name, parts
        with _told(name):
            self._sheets = _sheets(parts)
            self._shared = _shared(parts)

    @property
    def names(self) -> list[str]:
        """Return the names of the sheets in their order."""
        return list(self._sheets)

    def rows(self, sheet: str) -> Iterator[list[Read]]:
        """Yield the rows of a sheet, blank cells at their ends left out."""
        with _told(self._name):
            number = 0
            for element in _elements(self._parts, self._sheets[sheet], "row"):
                due = int(element.get("r") or number + 1)
                if not number < due <= _ROWS:
                    raise ValueError(due)
                yield from ([] for _ in range(due - number - 1))
                number = due
                yield self._row(element)

    def _row(self, element: Element) -> list[Read]:
        row: list[Read] = []
        for cell in element:
            place = cell.get("r")
            column = _column(place) if place else len(row) + 1
            if column <= len(row):
                raise ValueError(place)
            row += [None] * (column - len(row) - 1)
            row.append(_value(cell, self._shared))
        while row and row[-1] is None:
            row.pop()
        return row


@contextmanager
def book(path: Path) -> Iterator[Book]:
    """Give the sheets of a workbook; UnreadableError for what is none or cannot be read."""
    with archive.opened(path) as parts:
        archive.refuse_entities(path, parts)
        yield Book(path.name, parts)


def text(value: Read) -> str:
    """Return what a cell says as the digest of its sheet covers it."""
    return f"<{value.kind}> {value.shown}" if isinstance(value, Odd) else cell_text(value)


def letters(number: int) -> str:
    """Return the letters of a column, counted from 1."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except (ParseError, KeyError, ValueError, IndexError, RecursionError) as error:
        raise UnreadableError(_NO_BOOK.format(name=name)) from error


def _elements(parts: ZipFile, part: str, wanted: str) -> Iterator[Element]:
    """Yield the elements of one name, each gone again when the next is asked for."""
    with parts.open(part) as file:
        above: list[Element] = []
        for event, element in iterparse(file, ("start", "end")):
            if event == "start":
                above.append(element)
                continue
            above.pop()
            if _local(element) == wanted:
                yield element
                if above:
                    above[-1].clear()


def _sheets(parts: ZipFile) -> Mapping[str, str]:
    """Return the part of each sheet by its name."""
    targets = {e.get("Id"): e.get("Target", "") for e in _elements(parts, _RELATED, "Relationship")}
    found: dict[str, str] = {}
    for sheet in _elements(parts, _BOOK, "sheet"):
        number = next((v for key, v in sheet.attrib.items() if _ID.fullmatch(key)), None)
        target = targets[number]
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        found[sheet.attrib["name"]] = part
    return found


def _shared(parts: ZipFile) -> list[str]:
    """Return the texts that cells name by number, as other programs write them."""
    if _SHARED not in parts.namelist():
        return []
    return [_words(element) for element in _elements(parts, _SHARED, "si")]


def _value(cell: Element, shared: list[str]) -> Read:
    kind, found = cell.get("t", "n"), ""
    for child in cell:
        match _local(child):
            case "f":
                return Odd("formula", f"={child.text or ''}")
            case "v":
                found = child.text or ""
            case "is":
                found = _words(child)
    if found == "":
        return None
    match kind:
        case "n":
            return int(found) if _WHOLE.fullmatch(found) else float(found)
        case "s":
            return read(shared[int(found)]) or None
        case "inlineStr" | "str":
            return read(found)
        case _:
            return Odd(_KINDS.get(kind, kind), found)


def _words(element: Element) -> str:
    """Return a text, with the parts it has where some of its words look otherwise."""
    found = []
    for child in element:
        name = _local(child)
        if name == "t":
            found.append(child.text or "")
        elif name == "r":
            found += [part.text or "" for part in child if _local(part) == "t"]
    return "".join(found)


def _local(element: Element) -> str:
    """Return the name of an element without its namespace, which has two spellings."""
    return element.tag.rpartition("}")[2]


def _column(place: str) -> int:
    found = _PLACE.fullmatch(place)
    number = _number(found[1]) if found else 0
    if not 0 < number <= _COLUMNS:
        raise ValueError(place)
    return number


@cache
def _number(letters: str) -> int:
    total = 0
    for letter in letters:
        total = 26 * total + ord(letter) - 64
    return total


_NO_BOOK = Text(
    "{name} is no workbook that can be read. Ask for it again, or open what was sent.",
    "{name} no es un libro de Excel legible. Pídalo de nuevo o abra el que se envió.",
)
