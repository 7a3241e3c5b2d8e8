"""The SHA-256 of a sheet: over what its cells say, so that any program can make it again (ADR 19).

A row is a JSON array of its cells, as many as the header has, without spaces and without escapes to
ASCII: a blank cell is null, a text is a JSON string with line ends as one line feed, a number is
`%.15g` of C. The header is the first row; each row ends in a line feed; the encoding is UTF-8. How
cells look, their comments and how the file is packed are no part of it.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TypeAlias

from ordi_crf.export.workbook.cells import storable
from ordi_crf.export.workbook.sheet import Line

Value: TypeAlias = str | int | float | Decimal | None
"""What a cell holds, as written or as read back."""

_KNOWN, _SHORT = 100_000, 40
"""Values whose text is remembered, for most cells say what others say, and the longest of them."""
_EXACT = 10**15
"""Integers below it have at most the digits that are printed."""


class SheetDigest:
    """The digest of one sheet, row by row."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self._known: dict[Value, str] = {}

    def add(self, line: Line) -> None:
        """Take the next row, the header first."""
        known = self._known
        if len(known) > _KNOWN:
            known.clear()
        told = [known.get(value) or self._text(value) for value in line]
        self._sum.update(f"[{','.join(told)}]\n".encode())

    def hexdigest(self) -> str:
        """Return the SHA-256 of the rows so far."""
        return self._sum.hexdigest()

    def _text(self, value: Value) -> str:
        text = cell_text(value)
        if len(text) <= _SHORT:
            self._known[value] = text
        return text


def cell_text(value: Value) -> str:
    """Return what a cell says, as the digest covers it."""
    if value is None or value == "":
        return "null"
    if isinstance(value, str):
        return encode_basestring(plain(value))
    if isinstance(value, int) and abs(value) < _EXACT:
        return str(value)
    return f"{float(value):.15g}"


def plain(text: str) -> str:
    """Return a text as a file of XML keeps it: line ends are line feeds."""
    kept = storable(text)
    return kept.replace("\r\n", "\n").replace("\r", "\n") if "\r" in kept else kept
