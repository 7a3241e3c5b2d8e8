"""The workbook as a file, by openpyxl's streaming writer (ECMA-376).

Every text is a string to the reader, whatever it starts with: no formula, macro or outside link can
come out of entered data. No clock and no zip date gets in, so that the same delivery gives the same
bytes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
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
from ordi_crf.export.workbook.audit import NAME as AUDIT
from ordi_crf.export.workbook.cells import LIMIT, Cell, written
from ordi_crf.export.workbook.digest import SheetDigest
from ordi_crf.export.workbook.layout import (
    add_table,
    described_book,
    header,
    lay_out,
    text_cell,
    write_readme,
)
from ordi_crf.export.workbook.readme import readme
from ordi_crf.export.workbook.sheet import ROWS, Line, Sheet, Written, filled, page_name

_Taken: TypeAlias = BookCell | Cell

_BATCH = 250
"""Rows between two looks at whether the person cancelled: about a tenth of a second."""
_SAMPLED = 400
"""Rows that tell how wide the columns are."""
_KNOWN, _SHORT = 100_000, 40
"""Texts whose cells are kept, to be used again, and the characters of the longest of them."""
_MEANING_SOMETHING = tuple("=+-@#'\t\n")
"""What is typed so is taken for a formula, an error or a mark: such a text is marked as text."""
_LIKE_A_NUMBER = re.compile(r"[0-9][0-9.,:/eE %-]*")
"""Identifiers, codes and dates: formatted as text, so that nobody's editing makes 1 of 01."""


def write_file(
    path: Path, delivery: Delivery, sheets: Sequence[Sheet], progress: Progress,
    cancelled: Cancelled,
) -> None:  # fmt: skip
    """Write the file; CancelledError when that was asked between some rows and the next."""
    # Opened first: whether there can be a file is told before the rows are written, not after.
    with (
        _Undated(path, "w", ZIP_DEFLATED) as archive,
        _discarding(described_book(delivery)) as book,
    ):
        # The first page, written last: it tells what the others came to.
        front = book.create_sheet("README")
        pages = {sheet.name: _Pages(book, sheet, delivery) for sheet in sheets}
        steps = _Steps(len(sheets), delivery, progress, cancelled)
        for sheet, lines in filled(sheets, delivery):
            pages[sheet.name].add(lines, steps)
        written = [found for sheet in sheets for found in pages[sheet.name].finished()]
        write_readme(front, readme(delivery, written), delivery)
        ExcelWriter(book, archive).save()
    steps.end()


class _Pages:
    """The pages of a sheet, which is written a subject at a time: one, or more where it is long."""

    def __init__(self, book: Workbook, sheet: Sheet, delivery: Delivery) -> None:
        self._book, self._sheet, self._delivery = book, sheet, delivery
        self._written: list[Written] = []
        self._begin(book.create_sheet(sheet.name))

    def _begin(self, page: Worksheet) -> None:
        self._page, self._digest, self._texts = page, SheetDigest(), Texts(page)
        self._first: list[Line] | None = []
        self._rows = 0

    def add(self, lines: Iterable[Line], steps: _Steps) -> None:
        """Write rows; CancelledError when that was asked."""
        steps.next()
        for line in lines:
            if self._rows == ROWS:
                self._end()
                number = len(self._written) + 1
                place = self._book.index(self._page) + 1
                self._begin(self._book.create_sheet(page_name(self._sheet, number), place))
            self._rows += 1
            if self._first is None:
                self._append(line)
            else:
                self._first.append(line)
                if len(self._first) == _SAMPLED:
                    self._lay_out()
            if self._rows % _BATCH == 0:
                steps.look(self._sheet)

    def finished(self) -> list[Written]:
        """Return the pages, none of which takes more rows."""
        self._end()
        return self._written

    def _lay_out(self) -> None:
        """Set the page up by its first rows, and write them."""
        first, self._first = self._first or [], None
        lay_out(self._page, self._sheet, first, self._delivery)
        self._page.append(header(self._page, self._sheet, self._delivery.language))
        self._digest.add([variable.name for variable in self._sheet.variables])
        for line in first:
            self._append(line)

    def _append(self, line: Line) -> None:
        self._page.append(self._texts.cells(line))
        self._digest.add(line)

    def _end(self) -> None:
        if self._first is not None:
            self._lay_out()
        add_table(self._page, self._sheet, self._rows)
        name, digest = self._page.title, self._digest.hexdigest()
        self._written.append(Written(self._sheet, name, self._rows, digest))


class _Steps:
    """How far the file is: a step for each sheet of each subject, and many for the trail."""

    def __init__(
        self, sheets: int, delivery: Delivery, progress: Progress, cancelled: Cancelled
    ) -> None:
        self._trail = len(delivery.data.audit) // _BATCH
        self._total = sheets * (len(delivery.data.subjects) + 1) + self._trail + 1
        self._done = 0
        self._progress, self._cancelled = progress, cancelled

    def look(self, sheet: Sheet) -> None:
        """Raise CancelledError where the person cancelled."""
        if self._cancelled():
            raise CancelledError
        if sheet.name == AUDIT and self._trail:
            self._trail -= 1
            self._tell()

    def next(self) -> None:
        """Go on to the next sheet of a subject."""
        if self._cancelled():
            raise CancelledError
        self._tell()

    def end(self) -> None:
        """Tell that all is done."""
        while self._done < self._total:
            self._tell()

    def _tell(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)


class Texts:
    """The texts of a sheet: as they are where openpyxl takes them so, else in a cell of theirs."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._known: dict[str, BookCell | str] = {}

    def cells(self, line: Line) -> list[_Taken]:
        """Return a row as openpyxl takes it; ValueError for a text that does not fit a cell."""
        known = self._known
        if len(known) > _KNOWN:
            known.clear()
        return [
            (known.get(value) or self._cell(value)) if isinstance(value, str) else value
            for value in line
        ]

    def _cell(self, text: str) -> _Taken:
        if not text:
            return None
        plain = written(text)
        if len(plain) * 2 > LIMIT and len(plain.encode("utf-16-le")) // 2 > LIMIT:
            raise ValueError(f"{len(text)} characters do not fit a cell: give them parts.")
        loaded = text.startswith(_MEANING_SOMETHING) or _LIKE_A_NUMBER.fullmatch(text)
        cell = text_cell(self._page, plain) if loaded else plain
        if len(text) <= _SHORT:
            self._known[text] = cell
        return cell


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
