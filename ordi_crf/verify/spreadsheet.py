"""A workbook as cells, whichever program saved it last: rows of values, nothing of the looks.

A cell that holds something no cell of ours can, such as a formula or a date, is `Odd`: it says so,
and is like no cell that is expected.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias, cast
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from ordi_crf.export.workbook.cells import read
from ordi_crf.export.workbook.digest import cell_text
from ordi_crf.forms.schema import Text
from ordi_crf.verify import archive
from ordi_crf.verify.report import UnreadableError

_ROWS = 1_048_576
_KINDS = {"f": "formula", "d": "date", "b": "truth", "e": "error"}
_MALFORMED = (ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError,
              InvalidFileException, RecursionError, AssertionError)  # fmt: skip
"""What openpyxl raises about a file that is no workbook, or one made to mislead."""


@dataclass(frozen=True, slots=True)
class Odd:
    """What no cell of ours holds."""

    kind: str
    shown: str


Read: TypeAlias = str | int | float | Decimal | Odd | None
"""What a cell holds, as read back."""


class Book:
    """The sheets of an open workbook."""

    def __init__(self, name: str, book: Workbook) -> None:
        self._name, self._book = name, book
        self.names: list[str] = list(book.sheetnames)

    def rows(self, sheet: str) -> Iterator[list[Read]]:
        """Yield the rows of a sheet, blank cells at their ends left out."""
        page = cast("Any", self._book[sheet])
        with _told(self._name):
            # What the file says of its size may be wrong.
            page.reset_dimensions()
            for number, row in enumerate(page.iter_rows(), start=1):
                if number > _ROWS:
                    raise ValueError(number)
                yield _trimmed([_value(cell) for cell in row])


@contextmanager
def book(path: Path) -> Iterator[Book]:
    """Give the sheets of a workbook; UnreadableError for what is none or cannot be read."""
    with archive.opened(path) as parts:
        archive.refuse_entities(path, parts)
        with _told(path.name):
            found = load_workbook(path, read_only=True, keep_links=False)
        try:
            yield Book(path.name, found)
        finally:
            found.close()


def text(value: Read) -> str:
    """Return what a cell says as the digest of its sheet covers it."""
    return f"<{value.kind}> {value.shown}" if isinstance(value, Odd) else cell_text(value)


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # About looks that openpyxl does not keep.
            warnings.simplefilter("ignore")
            yield
    except _MALFORMED as error:
        raise UnreadableError(_NO_BOOK.format(name=name)) from error


def _value(cell: ReadOnlyCell | EmptyCell) -> Read:
    value = cell.value
    if value is None or value == "":
        return None
    kind = cell.data_type
    if kind == "s" and isinstance(value, str):
        return read(value)
    if kind == "n" and isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return Odd(
        {"f": "formula", "d": "date", "b": "truth", "e": "error"}.get(kind, kind), str(value)
    )


def _trimmed(row: list[Read]) -> list[Read]:
    while row and row[-1] is None:
        row.pop()
    return row


_NO_BOOK = Text(
    "{name} is no workbook that can be read. Ask for it again, or open what was sent.",
    "{name} no es un libro de Excel legible. Pídalo de nuevo o abra el que se envió.",
)
