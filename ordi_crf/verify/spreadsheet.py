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
_DEEPEST = 32
"""Elements in elements; a rich text in a cell of a sheet has eight."""
_HELD = 1 << 18
"""Elements of one row or one text: a row of all columns has three to a cell."""
_APART = 1 << 20
"""Elements of a part besides its rows or texts, such as widths of columns and offers of choices."""
_SPARED = 1 << 22
_BLANKS = 32
"""Blank cells and rows take room and nothing in the file: so many to a cell, once they are many."""
_WORDS, _REPEATED = 64 << 20, 64
"""Characters of texts that cells name by number, and how often all of them may be named."""
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
        self._cells, self._blanks, self._named = 0, 0, 0
        self._words = _WORDS + _REPEATED * sum(map(len, self._shared))

    @property
    def names(self) -> list[str]:
        """Return the names of the sheets in their order."""
        return list(self._sheets)

    def rows(self, sheet: str, most: int = _ROWS) -> Iterator[list[Read]]:
        """Yield the rows of a sheet, `most` at most, blank cells at their ends left out."""
        with _told(self._name):
            number = 0
            for element in _elements(self._parts, self._sheets[sheet], "row"):
                due = int(element.get("r") or number + 1)
                if not number < due <= most:
                    raise ValueError(due)
                self._take_room(blanks=due - number - 1)
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
            value = _value(cell, self._shared)
            named = len(value) if cell.get("t") == "s" and isinstance(value, str) else 0
            self._take_room(cells=1, blanks=column - len(row) - 1, named=named)
            row += [None] * (column - len(row) - 1)
            row.append(value)
        while row and row[-1] is None:
            row.pop()
        return row

    def _take_room(self, *, cells: int = 0, blanks: int = 0, named: int = 0) -> None:
        """Raise where a little file asks for a lot of memory: ValueError."""
        self._cells += cells
        self._blanks += blanks
        self._named += named
        if self._blanks > _SPARED + _BLANKS * self._cells or self._named > self._words:
            raise ValueError("more room than any workbook takes")


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
        inside, held, apart = 0, 0, 0
        for event, element in iterparse(file, ("start", "end")):
            if event == "start":
                above.append(element)
                inside = inside or (len(above) if _local(element) == wanted else 0)
                held, apart = (held + 1, apart) if inside else (0, apart + 1)
                if len(above) > _DEEPEST or held > _HELD or apart > _APART:
                    raise ValueError("more elements than any workbook has")
                continue
            if inside == len(above):
                yield element
                inside = held = 0
            above.pop()
            if above and not inside:
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
