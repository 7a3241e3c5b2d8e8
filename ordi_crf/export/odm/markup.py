"""XML written as it comes, in UTF-8: the same data give the same bytes, in flat memory.

What XML 1.0 cannot hold is replaced by U+FFFD here; the audit trail escapes it (`trail`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from ordi_crf.export.workbook.cells import storable
from ordi_crf.forms.schema import Language, Text

_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_VALUE = _IN_TEXT | {'"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
"""A parser turns line feeds and tabs of an attribute into spaces, unless they are spelled out."""
_TEXT, _VALUE = str.maketrans(_IN_TEXT), str.maketrans(_IN_VALUE)


def text(words: str) -> str:
    """Return words as the content of an element."""
    return words if words.isalnum() else storable(words).translate(_TEXT)


def value(words: str) -> str:
    """Return words as an attribute between double quotes."""
    return words if words.isalnum() else storable(words).translate(_VALUE)


class Markup:
    """An XML document that is being written; attributes that are None are left out."""

    def __init__(self, file: TextIO) -> None:
        self._write = file.write
        self._depth = 0
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n')

    @contextmanager
    def inside(self, name: str, **attributes: str | None) -> Iterator[None]:
        """Write an element around what is written in the block."""
        self._write(f"{' ' * self._depth}<{name}{_attributes(attributes)}>\n")
        self._depth += 1
        yield
        self._depth -= 1
        self._write(f"{' ' * self._depth}</{name}>\n")

    def element(self, name: str, words: str | None = None, **attributes: str | None) -> None:
        """Write an element with words in it, or an empty one."""
        self.raw(element(name, words, **attributes))

    def translated(self, name: str, wording: Text, **attributes: str | None) -> None:
        """Write an element that says something in both languages of the study."""
        with self.inside(name, **attributes):
            for language in Language:
                said = f'<TranslatedText xml:lang="{language}">{text(wording.in_(language))}'
                self.raw(f"{said}</TranslatedText>")

    def raw(self, written: str) -> None:
        """Write what is XML already, on a line of its own."""
        self._write(f"{' ' * self._depth}{written}\n")


def element(name: str, words: str | None = None, **attributes: str | None) -> str:
    """Return an element with words in it, or an empty one."""
    begun = f"<{name}{_attributes(attributes)}"
    return f"{begun}/>" if words is None else f"{begun}>{text(words)}</{name}>"


def _attributes(attributes: dict[str, str | None]) -> str:
    given = ((name, words) for name, words in attributes.items() if words is not None)
    return "".join(f' {name}="{value(words)}"' for name, words in given)
