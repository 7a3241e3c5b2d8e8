"""Plain workbooks: tables under a header that stays, with a filter, ready to be printed.

Every text is a text to whoever opens it, whatever it starts with: no code becomes a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ordi_crf import __version__, study
from ordi_crf.export.workbook.cells import storable, written

Cell: TypeAlias = str | int | date | None

_HEADER = Font(name="Calibri", bold=True, color="FFFFFFFF")
_GROUND = PatternFill("solid", fgColor="FF1F4E5F")
_NARROWEST, _WIDEST, _MARGIN = 8, 44, 3
_A4 = 9


def new_book(at: datetime) -> Workbook:
    """Return an empty workbook that says what made it and when."""
    book = Workbook()
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


def add_facts(book: Workbook, name: str, facts: Sequence[tuple[str, str]]) -> Worksheet:
    """Add a sheet of facts, a name and what it is to each line."""
    page: Worksheet = book.create_sheet(name)
    for words, value in facts:
        page.append([words, written(storable(value))])
    for (cell,) in page.iter_rows(max_col=1):
        cell.font = Font(name="Calibri", bold=True)
    for row in page.iter_rows():
        for cell in row:
            _format(cell)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 90
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
