"""Two readings of one sheet, row by row: which row was added or is gone, which cell says otherwise.

Rows are held against each other in order. Where they part, the next rows that agree again within
sight tell rows put in from rows taken out; else the cells that differ are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from openpyxl.utils import get_column_letter

from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import MOST, Problem

Said: TypeAlias = tuple[str, ...]
"""What the cells of a row say (`ordi_crf.export.workbook.digest`), blanks at its end left out."""

_SIGHT = 100
"""Rows looked ahead for where two readings agree again."""
_SHOWN = 80
"""Characters of a cell that are shown."""
_BLANK = "null"


def differences(
    sheet: str, header: Sequence[str], found: Sequence[Said], due: Sequence[Said], keys: int
) -> Iterator[Problem]:
    """Yield what a sheet says otherwise than it should; both readings begin with the first row."""
    for count, problem in enumerate(_differences(sheet, header, found, due, keys)):
        if count == MOST:
            yield Problem(_MORE, sheet=sheet)
            return
        yield problem


def said(cells: Iterable[str]) -> Said:
    """Return what a row says, without the blanks at its end."""
    row = list(cells)
    while row and row[-1] == _BLANK:
        row.pop()
    return tuple(row)


def _differences(
    sheet: str, header: Sequence[str], found: Sequence[Said], due: Sequence[Said], keys: int
) -> Iterator[Problem]:
    here, there = 0, 0
    while here < len(found) or there < len(due):
        if found[here : here + 1] == due[there : there + 1]:
            here, there = here + 1, there + 1
            continue
        gone, added = _parted(found, due, here, there)
        for row in due[there : there + gone]:
            named = _named(row, keys)
            yield Problem(_GONE.format(row=named), sheet=sheet, row=here + 1)
        for n, row in enumerate(found[here : here + added]):
            named = _named(row, keys)
            yield Problem(_ADDED.format(row=named), sheet=sheet, row=here + n + 1)
        here, there = here + added, there + gone
        if not gone and not added:
            yield from _cells(sheet, header, here + 1, found[here], due[there])
            here, there = here + 1, there + 1


def _parted(found: Sequence[Said], due: Sequence[Said], here: int, there: int) -> tuple[int, int]:
    """Return how many rows are gone and how many were added before both agree again."""
    if here == len(found):
        return len(due) - there, 0
    if there == len(due):
        return 0, len(found) - here
    for n in range(1, _SIGHT):
        if there + n < len(due) and due[there + n] == found[here]:
            return n, 0
        if here + n < len(found) and found[here + n] == due[there]:
            return 0, n
    # The row differs, and the readings go on together after it; or one of them ends before.
    return 0, 0


def _cells(
    sheet: str, header: Sequence[str], row: int, found: Said, due: Said
) -> Iterator[Problem]:
    for n in range(max(len(found), len(due))):
        is_there = found[n] if n < len(found) else _BLANK
        expected = due[n] if n < len(due) else _BLANK
        if is_there != expected:
            letter = get_column_letter(n + 1)
            column = f"{header[n]} ({letter}{row})" if n < len(header) else f"{letter}{row}"
            says = _SAYS.format(found=_shown(is_there), due=_shown(expected))
            yield Problem(says, sheet=sheet, row=row, column=column)


def _named(row: Said, keys: int) -> str:
    return _shown(", ".join(cell for cell in row[:keys] if cell != _BLANK) or "…")


def _shown(text: str) -> str:
    if text == _BLANK:
        return "—"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_SAYS = Text(
    "the cell says {found}; by the audit trail it is {due}.",
    "la celda dice {found}; según la auditoría es {due}.",
)
_GONE = Text(
    "a row is missing here: {row}.",
    "aquí falta una fila: {row}.",
)
_ADDED = Text(
    "this row is not in the audit trail: {row}.",
    "esta fila no consta en la auditoría: {row}.",
)
_MORE = Text("and more of the same kind.", "y más del mismo tipo.")
