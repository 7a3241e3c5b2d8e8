"""What one cell holds: a text, a number or nothing; nothing is blank, and blank is never zero."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TypeAlias

Cell: TypeAlias = str | int | Decimal | None

LIMIT = 32_767
"""Characters a cell can hold, counted in UTF-16 as spreadsheets do."""
_PART = LIMIT // 2
"""Characters that fit whatever they are: none takes more than two, not even escaped."""
_DIGITS = 15
"""Digits a spreadsheet keeps of a number."""

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def number(figure: Fraction | int | None) -> Cell:
    """Return a figure as a number, rounded to the 15 digits that a spreadsheet keeps."""
    if figure is None or isinstance(figure, int):
        return figure
    with localcontext(prec=_DIGITS):
        return Decimal(figure.numerator) / Decimal(figure.denominator)


def exact(figure: Fraction | None) -> str | None:
    """Return a figure without any rounding, as numerator/denominator."""
    return None if figure is None else f"{figure.numerator}/{figure.denominator}"


def yes(truth: bool | None) -> str | None:
    """Return a truth as Y or N (CDISC NY), blank when it is not known."""
    return None if truth is None else "Y" if truth else "N"


def storable(text: str) -> str:
    """Return a text with what XML cannot hold replaced by U+FFFD; entered text never has any."""
    return text if text.isprintable() else _IMPOSSIBLE.sub("\ufffd", text)


def written(text: str) -> str:
    """Return a storable text as the file has it: what would read as an escape is itself escaped."""
    return _ESCAPE.sub("_x005F_", storable(text)) if "_x" in text else storable(text)


def read(text: str) -> str:
    """Return a text as it was before `written`, whether the reader undid its escape or not."""
    return text.replace("_x005F_", "_") if "_x005F_" in text else text


def parts(text: str | None) -> list[str | None]:
    """Return a text in pieces that fit a cell each, so that nothing is ever cut off."""
    if text is None or len(text) <= _PART:
        return [text]
    return [text[start : start + _PART] for start in range(0, len(text), _PART)]
