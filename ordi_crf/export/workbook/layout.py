"""How the workbook looks: header cells, tables, comments, panes, printing, and its first page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from ordi_crf import __version__, study
from ordi_crf.core.delivery import Delivery
from ordi_crf.export.workbook.cells import written
from ordi_crf.export.workbook.readme import Entry
from ordi_crf.export.workbook.sheet import Line, Sheet, Variable
from ordi_crf.forms.schema import Language

_AUTHOR = "ORDI CRF"
_NARROWEST, _WIDEST = 6, 48
_FILTER_BUTTON, _MARGIN = 5, 2
_FONT = "Calibri"
_HEADER_FILL = PatternFill("solid", fgColor="FF1F4E5F")
_HEADER_FONT = Font(name=_FONT, bold=True, color="FFFFFFFF")
_LINE = Border(bottom=Side("thin", color="FF1F4E5F"))
_A4 = 9
_LINE_HEIGHT, _LINE_LENGTH = 15.5, 112
"""Of the README's text, in points and characters: not every program fits wrapped rows itself."""
_PRINTABLE, _SMALL = 22, 60
"""Columns that a landscape page shows legibly; wider sheets go over several, at this scale in %."""


def described_book(delivery: Delivery) -> Workbook:
    """Return an empty book that says what it is and of when, and nothing of the clock."""
    book = Workbook(write_only=True)
    properties = book.properties
    properties.title = f"{study.STUDYID} ({study.NCT})"
    properties.subject = study.TITLE.in_(delivery.language)
    properties.creator = f"{_AUTHOR} {__version__}"
    properties.identifier = delivery.export_id
    properties.language = delivery.language.value
    properties.created = datetime.fromisoformat(delivery.at).replace(tzinfo=None)
    properties.modified = properties.created
    return book


def text_cell(page: Worksheet, text: str) -> BookCell:
    """Return a cell that holds a text as a text, also for whoever edits it later."""
    cell = WriteOnlyCell(page, text)
    cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
    return cell


def lay_out(page: Worksheet, sheet: Sheet, first: Sequence[Line], delivery: Delivery) -> None:
    """Set a page up for its rows, which come afterwards; the first of them tell the widths."""
    letters = [get_column_letter(n) for n in range(1, len(sheet.variables) + 1)]
    for letter, width in zip(letters, _widths(sheet, first), strict=True):
        page.column_dimensions[letter].width = width
    page.freeze_panes = f"{get_column_letter(sheet.keys + 1)}2"
    page.print_title_rows = "1:1"
    _set_up_printing(page, len(letters), delivery)
    # As on the screen: what tells a number at the right of its cell from the text beside it.
    page.print_options.gridLines = True


def add_table(page: Worksheet, sheet: Sheet, rows: int) -> None:
    """Make the rows that were written a table of Excel's, with its filter."""
    # A table has at least one row under its header, blank where there are no data.
    area = f"A1:{get_column_letter(len(sheet.variables))}{max(rows, 1) + 1}"
    table = Table(displayName=f"tbl_{page.title}", ref=area, autoFilter=AutoFilter(ref=area))
    table.tableColumns = [
        TableColumn(id=n, name=variable.name) for n, variable in enumerate(sheet.variables, start=1)
    ]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    # Not by add_table, which warns that the columns must be given, whether or not they were.
    page.tables.add(table)


def header(page: Worksheet, sheet: Sheet, language: Language) -> list[BookCell]:
    """Return the names of a sheet's variables, each with its label as a comment."""
    return [_header_cell(page, variable, language) for variable in sheet.variables]


def _header_cell(page: Worksheet, variable: Variable, language: Language) -> BookCell:
    cell = WriteOnlyCell(page, variable.name)
    cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
    label = variable.label.in_(language)
    text = f"{label} [{variable.unit}]" if variable.unit else label
    cell.comment = Comment(text, _AUTHOR, height=60, width=220)
    return cell


def _widths(sheet: Sheet, first: Sequence[Line]) -> list[float]:
    """Return the width of each column, from its header and the first rows."""
    widths = [len(v.name) + _FILTER_BUTTON for v in sheet.variables]
    for line in first:
        widths = [
            max(w, len(str(value)) + _MARGIN) if value is not None else w
            for w, value in zip(widths, line, strict=True)
        ]
    return [float(min(max(w, _NARROWEST), _WIDEST)) for w in widths]


def write_readme(page: Worksheet, entries: Iterable[Entry], delivery: Delivery) -> None:
    """Write the first page: a line for each entry, links to the sheets among them."""
    page.column_dimensions["A"].width = 30
    page.column_dimensions["B"].width = 120
    _set_up_printing(page, 2, delivery)
    for number, entry in enumerate(entries, start=1):
        lines = -(-len(entry.text) // _LINE_LENGTH) or 1
        page.row_dimensions[number].height = _LINE_HEIGHT * max(lines, 1 + entry.heading)
        page.append(_readme_cells(page, entry))


def _readme_cells(page: Worksheet, entry: Entry) -> tuple[BookCell, BookCell]:
    left, right = text_cell(page, written(entry.item)), text_cell(page, written(entry.text))
    upright = "bottom" if entry.heading else "top"
    left.alignment = right.alignment = Alignment(wrap_text=True, vertical=upright)
    left.font = Font(name=_FONT, bold=True)
    if entry.heading:
        left.font = Font(name=_FONT, bold=True, size=13)
        left.border = right.border = _LINE
    if entry.loud:
        left.font = right.font = Font(name=_FONT, bold=True, size=13, color="FFB00020")
    if entry.sheet:
        left.hyperlink = Hyperlink(ref=left.coordinate, location=f"'{entry.sheet}'!A1")
        left.font = Font(name=_FONT, underline="single", color="FF0B5CAD")
    return left, right


def _set_up_printing(page: Worksheet, columns: int, delivery: Delivery) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    if columns <= _PRINTABLE:
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        page.print_title_cols = "D:F"
        page.page_setup.scale = _SMALL
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, footer=0.3)
    footer = page.oddFooter
    assert footer is not None
    footer.left.text = f"{study.STUDYID}  {page.title}"
    footer.center.text = delivery.export_id.replace("&", "&&")
    footer.right.text = ("SYNTHETIC  " if delivery.data.synthetic else "") + "&P / &N"
