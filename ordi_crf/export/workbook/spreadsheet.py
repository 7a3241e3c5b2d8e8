"""The workbook as a file, by openpyxl's streaming writer (ECMA-376).

Every text is a string to the reader, whatever it starts with: no formula, macro or outside link can
come out of entered data. No clock and no zip date gets in, so that the same delivery gives the same
bytes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress
from ordi_crf.export.workbook.cells import LIMIT, Cell, written
from ordi_crf.export.workbook.layout import described_book, header, lay_out, text_cell, write_readme
from ordi_crf.export.workbook.readme import Entry
from ordi_crf.export.workbook.sheet import Content, Line

_Written: TypeAlias = BookCell | Cell

_BATCH = 250
"""Rows between two looks at whether the person cancelled: about a tenth of a second."""
_MEANING_SOMETHING = tuple("=+-@#'\t\n")
"""What is typed so is taken for a formula, an error or a mark: such a text is marked as text."""
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9.,:/eE %-]*")
"""Identifiers, codes and dates: formatted as text, so that nobody's editing makes 1 of 01."""


def write_file(
    path: Path,
    delivery: Delivery,
    readme: list[Entry],
    contents: list[Content],
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Write the file; CancelledError when that was asked between some rows and the next."""
    steps = sum(len(range(0, len(c.lines), _BATCH)) for c in contents) + 1
    # Opened first: whether there can be a file is told before the rows are written, not after.
    with (
        _Undated(path, "w", ZIP_DEFLATED) as archive,
        _discarding(described_book(delivery)) as book,
    ):
        write_readme(book.create_sheet("README"), readme, delivery)
        for done, _ in enumerate(_write_sheets(book, delivery, contents), start=1):
            progress(done, steps)
            if cancelled():
                raise CancelledError
        ExcelWriter(book, archive).save()
    progress(steps, steps)


def _write_sheets(book: Workbook, delivery: Delivery, contents: list[Content]) -> Iterator[None]:
    """Write every sheet, and yield after each batch of rows."""
    for content in contents:
        page = book.create_sheet(content.sheet.name)
        lay_out(page, content, delivery)
        page.append(header(page, content.sheet, delivery.language))
        texts = Texts(page)
        for start in range(0, len(content.lines), _BATCH):
            for line in content.lines[start : start + _BATCH]:
                page.append(texts.cells(line))
            yield


class Texts:
    """The texts of a sheet: as they are where openpyxl takes them so, else in a cell of theirs."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._known: dict[str, BookCell | str] = {}

    def cells(self, line: Line) -> list[_Written]:
        """Return a row as openpyxl takes it; ValueError for a text that does not fit a cell."""
        known = self._known
        return [
            (known.get(value) or self._cell(value)) if isinstance(value, str) else value
            for value in line
        ]

    def _cell(self, text: str) -> _Written:
        if not text:
            return None
        plain = written(text)
        if len(plain) * 2 > LIMIT and len(plain.encode("utf-16-le")) // 2 > LIMIT:
            raise ValueError(f"{len(text)} characters do not fit a cell: give them parts.")
        loaded = text.startswith(_MEANING_SOMETHING) or _LIKE_A_NUMBER.fullmatch(text)
        self._known[text] = text_cell(self._page, plain) if loaded else plain
        return self._known[text]


class _Undated(ZipFile):
    """An archive whose parts bear no date."""

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a file as a part; opened by its name, the part gets no date."""
        with open(filename, "rb") as file, self.open(str(arcname), "w") as part:
            shutil.copyfileobj(file, part)

    def writestr(  # type: ignore[override]  # openpyxl gives no other kinds of data
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: bytes | str,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a text as a part, without a date."""
        with self.open(zinfo_or_arcname, "w") as part:
            part.write(data.encode() if isinstance(data, str) else data)


@contextmanager
def _discarding(book: Workbook) -> Iterator[Workbook]:
    """Give a book, and leave none of the temporary files in which openpyxl keeps unsaved sheets."""
    try:
        yield book
    finally:
        for page in book.worksheets:
            # A sheet that was saved has no such file any more.
            with suppress(OSError), _Undated(BytesIO(), "w", ZIP_DEFLATED) as nowhere:
                ExcelWriter(book, nowhere).write_worksheet(page)
