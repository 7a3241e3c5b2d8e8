"""The layout of the workbook, without its rows: styles, tables, comments, panes and printing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
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
from ordi_crf.export.workbook.cells import storable
from ordi_crf.export.workbook.readme import Entry
from ordi_crf.export.workbook.sheet import Content, Variable
from ordi_crf.forms.schema import Language

_AUTHOR = "ORDI CRF"
_NARROWEST, _WIDEST, _SAMPLED = 6, 48, 400
_FILTER_BUTTON, _INDENTED = 5, 3
_FONT = "Calibri"
_HEADER_FILL = PatternFill("solid", fgColor="FF1F4E5F")
_HEADER_FONT = Font(name=_FONT, bold=True, color="FFFFFFFF")
_LINE = Border(bottom=Side("thin", color="FF1F4E5F"))
_A4 = 9
_LINE_HEIGHT, _LINE_LENGTH = 15.5, 112
"""Of the README's text, in points and characters: not every program fits wrapped rows itself."""
_PRINTABLE, _SMALL = 22, 60
"""Columns that a landscape page shows legibly; wider sheets go over several, at this scale in %."""
_INDENT = Alignment(horizontal="left", indent=1)


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the cell styles that rows use."""

    text: int
    quoted: int
    """Text that would mean something else when it is typed again, such as "=1+1"."""


def skeleton(
    delivery: Delivery, readme: Iterable[Entry], contents: Iterable[Content]
) -> tuple[BytesIO, Styles]:
    """Return the book with its header rows alone, as a file, and the styles of its cells."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "README"
    _write_readme(first, readme)
    styles = _styles(first)
    for content in contents:
        _lay_out(book.create_sheet(content.sheet.name), content, delivery.language)
    for sheet in book.worksheets:
        _set_up_printing(sheet, delivery)
    _describe(book, delivery)
    file = BytesIO()
    book.save(file)
    return file, styles


def column_letters(count: int) -> tuple[str, ...]:
    """Return the names of the first columns."""
    return tuple(get_column_letter(n) for n in range(1, count + 1))


def _styles(sheet: Worksheet) -> Styles:
    """Register the styles of cells whose rows openpyxl never sees."""
    text, quoted = BookCell(sheet, 1, 1), BookCell(sheet, 1, 1)
    text.number_format = quoted.number_format = "@"
    text.alignment = quoted.alignment = _INDENT
    quoted.quotePrefix = True
    return Styles(text.style_id, quoted.style_id)


def _lay_out(page: Worksheet, content: Content, language: Language) -> None:
    sheet = content.sheet
    letters = column_letters(len(sheet.variables))
    for letter, variable, width in zip(letters, sheet.variables, _widths(content), strict=True):
        page.column_dimensions[letter].width = width
        _write_header(page[f"{letter}1"], variable, language)
    page.freeze_panes = f"{get_column_letter(sheet.keys + 1)}2"
    page.print_title_rows = "1:1"
    # A table has at least one row under its header, blank where there are no data.
    area = f"A1:{letters[-1]}{max(len(content.lines), 1) + 1}"
    table = Table(displayName=f"tbl_{sheet.name}", ref=area, autoFilter=AutoFilter(ref=area))
    table.tableColumns = [
        TableColumn(id=n, name=variable.name) for n, variable in enumerate(sheet.variables, start=1)
    ]
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    page.add_table(table)


def _write_header(cell: BookCell, variable: Variable, language: Language) -> None:
    cell.value = variable.name
    cell.font, cell.fill, cell.alignment = _HEADER_FONT, _HEADER_FILL, _INDENT
    label = variable.label.in_(language)
    text = f"{label} [{variable.unit}]" if variable.unit else label
    cell.comment = Comment(text, _AUTHOR, height=60, width=220)


def _widths(content: Content) -> list[float]:
    """Return the width of each column, from its header and the first rows."""
    widths = [len(v.name) + _FILTER_BUTTON for v in content.sheet.variables]
    for line in content.lines[:_SAMPLED]:
        widths = [
            max(w, len(str(value)) + _INDENTED) if value is not None else w
            for w, value in zip(widths, line, strict=True)
        ]
    return [float(min(max(w, _NARROWEST), _WIDEST)) for w in widths]


def _write_readme(page: Worksheet, entries: Iterable[Entry]) -> None:
    page.column_dimensions["A"].width = 30
    page.column_dimensions["B"].width = 120
    for number, entry in enumerate(entries, start=1):
        left, right = page.cell(number, 1), page.cell(number, 2)
        for cell, text in ((left, entry.item), (right, entry.text)):
            if text:
                cell.value = storable(text)
                cell.data_type, cell.quotePrefix = "s", True
            cell.alignment = Alignment(
                wrap_text=True, vertical="bottom" if entry.heading else "top"
            )
        left.font = Font(name=_FONT, bold=True)
        lines = -(-len(entry.text) // _LINE_LENGTH) or 1
        page.row_dimensions[number].height = _LINE_HEIGHT * max(lines, 1 + entry.heading)
        if entry.heading:
            left.font = Font(name=_FONT, bold=True, size=13)
            left.border = right.border = _LINE
        if entry.loud:
            left.font = right.font = Font(name=_FONT, bold=True, size=13, color="FFB00020")
        if entry.sheet:
            left.hyperlink = Hyperlink(ref=left.coordinate, location=f"'{entry.sheet}'!A1")
            left.font = Font(name=_FONT, underline="single", color="FF0B5CAD")


def _set_up_printing(page: Worksheet, delivery: Delivery) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    if page.max_column <= _PRINTABLE:
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


def _describe(book: Workbook, delivery: Delivery) -> None:
    properties = book.properties
    properties.title = f"{study.STUDYID} ({study.NCT})"
    properties.subject = study.TITLE.in_(delivery.language)
    properties.creator = f"{_AUTHOR} {__version__}"
    properties.identifier = delivery.export_id
    properties.language = delivery.language.value
    properties.created = datetime.fromisoformat(delivery.at).replace(tzinfo=None)
