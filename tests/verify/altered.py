"""A workbook as somebody else saves it: the same cells without our looks, or other ones."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

Value: TypeAlias = str | int | float | None
Sheets: TypeAlias = dict[str, list[list[Value]]]


def cells(path: Path) -> Sheets:
    """Return every cell of a workbook."""
    book = load_workbook(path, read_only=True)
    found: Sheets = {
        page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book
    }
    book.close()
    for rows in found.values():
        for row in rows:
            row.extend([None] * (len(rows[0]) - len(row)))
    return found


def saved(sheets: Sheets, path: Path) -> Path:
    """Write these cells as a workbook, plainly, and return it."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append([_cell(page, value) for value in row])
    book.save(path)
    return path


def copied(sheets: Sheets) -> Sheets:
    """Return cells that can be changed."""
    return {name: [list(row) for row in rows] for name, rows in sheets.items()}


def flipped(value: Value) -> Value:
    """Return another value of the same kind."""
    if value is None:
        return "x"
    return f"{value}x" if isinstance(value, str) else value + 0.5


def _cell(page: object, value: Value) -> object:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(page, value)  # type: ignore[arg-type]
    cell.data_type = "s"
    return cell
