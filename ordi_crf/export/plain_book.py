"""Plain workbooks: tables under a header that stays, with a filter, ready to be printed.

Every text is a text to whoever opens it, whatever it starts with: no code becomes a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import MergedCell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ordi_crf import __version__, study
from ordi_crf.export.workbook.cells import storable, written
from ordi_crf.export.workbook.layout import text_cell
from ordi_crf.export.workbook.sheet import Line
from ordi_crf.export.workbook.spreadsheet import Texts

Cell: TypeAlias = str | int | date | None

_HEADER = Font(name="Calibri", bold=True, color="FFFFFFFF")
_GROUND = PatternFill("solid", fgColor="FF1F4E5F")
_NARROWEST, _WIDEST, _MARGIN = 8, 44, 3
_A4 = 9


def new_book(at: datetime, *, long: bool = False) -> Workbook:
    """Return an empty workbook that says what made it; a long one is written as it goes."""
    book = Workbook(write_only=long)
    if not long:
        book.remove(book.worksheets[0])
    book.properties.title = f"{study.STUDYID} ({study.NCT})"
    book.properties.creator = f"ORDI CRF {__version__}"
    book.properties.created = book.properties.modified = at.replace(tzinfo=None)
    return book


def add_table(
    book: Workbook, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], footer: str
) -> Worksheet:
    """Add a table under its header and return its sheet."""
    page: Worksheet = book.create_sheet(name)
    page.append(list(header))
    for row in rows:
        page.append([written(storable(v)) if isinstance(v, str) else v for v in row])
    for cell in page[1]:
        cell.font, cell.fill = _HEADER, _GROUND
    for number, column in enumerate(page.iter_cols(), start=1):
        widest = max(_widest(cell.value) for cell in column) + _MARGIN
        width = min(max(widest, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(number)].width = width
        for cell in column:
            _format(cell)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    _set_up_printing(page, footer)
    return page


def add_long_table(
    book: Workbook,
    name: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Line],
    footer: str,
) -> Worksheet:
    """Add a table of many rows to a long book; columns are their headings and widths."""
    page: Worksheet = book.create_sheet(name)
    for number, (_, width) in enumerate(columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    _set_up_printing(page, footer)
    header = [WriteOnlyCell(page, heading) for heading, _ in columns]
    for cell in header:
        cell.font, cell.fill = _HEADER, _GROUND
    page.append(header)
    texts, count = Texts(page), 1
    for row in rows:
        page.append(texts.cells(row))
        count += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    return page


def add_facts(book: Workbook, name: str, facts: Sequence[tuple[str, str]]) -> Worksheet:
    """Add a sheet of facts, a name and what it is to each line."""
    page: Worksheet = book.create_sheet(name)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 90
    for words, value in facts:
        left, right = text_cell(page, words), text_cell(page, written(storable(value)))
        left.font = Font(name="Calibri", bold=True)
        left.alignment = right.alignment = Alignment(vertical="top", wrap_text=True)
        page.append([left, right])
    return page


def _widest(value: object) -> int:
    return max(len(line) for line in str(value if value is not None else "").split("\n"))


def _format(cell: BookCell | MergedCell) -> None:
    """Show a date as a date and a text as a text, whole where it is long."""
    if isinstance(cell.value, date):
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(cell.value, str):
        cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    cell.alignment = Alignment(vertical="top", wrap_text=_widest(cell.value) > _WIDEST)


def _set_up_printing(page: Worksheet, words: str) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.print_options.gridLines = True
    footer = page.oddFooter
    assert footer is not None
    footer.left.text = words
    footer.right.text = "&P / &N"
