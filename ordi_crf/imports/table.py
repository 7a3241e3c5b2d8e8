"""A table out of a file: headings, and rows of text with what is wrong with single cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ordi_crf.forms.schema import Text
from ordi_crf.imports.errors import UnreadableFileError

MOST_ROWS = 200_000
MOST_COLUMNS = 512
LONGEST = 32_767
"""Characters of a cell, as spreadsheets have it."""
FEWEST_HEADINGS = 3
"""Subject, test and result: a line with fewer words is a title above the table."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_CONTROL = Text(
    "A cell has a control character (U+{code}): remove it in the file.",
    "Una celda tiene un carácter de control (U+{code}): quítelo del archivo.",
)
_LONG = Text("A cell has more than {n} characters.", "Una celda tiene más de {n} caracteres.")
_CELLS = Text(
    "The line has {n} cells under {of} headings: is the file cut off, or a separator in a value?",
    "La línea tiene {n} celdas para {of} encabezados: ¿está cortado el archivo o hay un separador "
    "en un valor?",
)
_NO_TABLE = Text(
    "{name} has no table with a heading for subject, test and result in its first lines.",
    "{name} no tiene una tabla con encabezados de paciente, prueba y resultado.",
)
_MANY_ROWS = Text(
    "{name} has more than {n} lines: divide it.", "{name} tiene más de {n} líneas: divídalo."
)
_MANY_COLUMNS = Text(
    "{name} has more than {n} columns: it is no list of results.",
    "{name} tiene más de {n} columnas: no es una lista de resultados.",
)


class NoTableError(UnreadableFileError):
    """A file can be read, and has no headings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, counted from 1, and why single cells of it cannot be read."""

    line: int
    cells: tuple[str, ...]
    wrong: Mapping[int, Text] = field(default_factory=dict)
    """By the number of the cell from 0."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under one line of headings."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """Every sheet of the workbook that can be seen."""
    notices: tuple[Text, ...] = ()
    """What was assumed in reading the file."""


def tabled(
    name: str, rows: Iterable[Row], *, sheet: str = "", sheets: Sequence[str] = (),
    notices: Sequence[Text] = (), ragged: bool = True,
) -> Table:  # fmt: skip
    """Return rows under their headings, blank ones left out; UnreadableFileError without a table.

    `ragged` is whether a row of another length than the headings is cut off or split.
    """
    headings: tuple[str, ...] | None = None
    found: list[Row] = []
    for row in rows:
        if len(row.cells) > MOST_COLUMNS:
            raise UnreadableFileError(_MANY_COLUMNS.format(name=name, n=MOST_COLUMNS))
        if not any(row.cells) and not row.wrong:
            continue
        if headings is None:
            if sum(1 for cell in row.cells if cell) >= FEWEST_HEADINGS:
                headings = tuple(" ".join(cell.split())[:LONGEST] for cell in row.cells)
            continue
        if len(found) == MOST_ROWS:
            raise UnreadableFileError(_MANY_ROWS.format(name=name, n=MOST_ROWS))
        found.append(_checked(row, len(headings), ragged=ragged))
    if headings is None:
        raise NoTableError(_NO_TABLE.format(name=name))
    return Table(headings, tuple(found), sheet, tuple(sheets), tuple(notices))


def _checked(row: Row, width: int, *, ragged: bool) -> Row:
    """Return a row with what is wrong with its cells, as wide as the headings."""
    wrong = dict(row.wrong)
    for n, cell in enumerate(row.cells):
        bad = _CONTROLS.search(cell)
        if len(cell) > LONGEST:
            wrong[n] = _LONG.format(n=LONGEST)
        elif bad is not None:
            wrong[n] = _CONTROL.format(code=f"{ord(bad[0]):04X}")
    cells = row.cells
    if len(cells) != width and ragged:
        said = _CELLS.format(n=len(cells), of=width)
        wrong = dict.fromkeys(range(width), said)
    cells = (*cells, *("" for _ in range(width - len(cells))))[:width]
    return Row(row.line, cells, wrong)
