"""Every sheet as CSV (RFC 4180, UTF-8), in which no text can start a formula in a spreadsheet.

A text that begins with = + - @, a tab or a line break gets an apostrophe before it (OWASP, CSV
Injection), which changes it: ESCAPED.csv names each of them, and the scripts that read the tables
into R and SPSS take it back. Numbers are written as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ordi_crf.core.delivery import Cancelled, CancelledError
from ordi_crf.export.statistics import scripts
from ordi_crf.export.statistics.folder import appearing
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.sheet import Content
from ordi_crf.forms.schema import Language

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet may read as the start of a formula."""
NOTES = "ESCAPED"
_HEADER = ("SHEET", "ROW", "VARIABLE")


def write(
    contents: Sequence[Content],
    folder: Path,
    language: Language,
    cancelled: Cancelled = lambda: False,
) -> list[Path]:
    """Write a folder with a file for each sheet, the note of what was escaped, and two scripts.

    ExportError where the folder cannot be written, CancelledError when the person cancelled;
    nothing is left then.
    """
    with appearing(folder) as beside:
        notes: list[tuple[str, int, str]] = []
        for content in contents:
            if cancelled():
                raise CancelledError
            names = [variable.name for variable in content.sheet.variables]
            notes += _notes(content)
            lines = ([_written(cell) for cell in line] for line in content.lines)
            write_lines(beside / f"{content.sheet.name}.csv", names, lines)
        write_lines(
            beside / f"{NOTES}.csv", _HEADER, ([str(part) for part in note] for note in notes)
        )
        _write_text(beside / scripts.R_NAME, scripts.r_syntax(contents, language))
        _write_text(beside / scripts.SPSS_NAME, scripts.spss_syntax(contents, notes, language))
    return [folder / f"{content.sheet.name}.csv" for content in contents]


def write_lines(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Write a CSV file; OSError."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(lines)


def _write_text(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(STARTS) else cell
    return f"{cell:f}" if not isinstance(cell, int) else str(cell)


def _notes(content: Content) -> Iterator[tuple[str, int, str]]:
    """Yield sheet, row of data and variable of what gets an apostrophe."""
    for n, line in enumerate(content.lines, start=1):
        for variable, cell in zip(content.sheet.variables, line, strict=True):
            if isinstance(cell, str) and cell.startswith(STARTS):
                yield content.sheet.name, n, variable.name
