"""Text, lines and rectangles as operators of a page (ISO 32000-1, clauses 8 and 9).

A casebook has tens of thousands of short texts, and to set up an object of the library for each
takes most of its time. Here the library says once how a character is written; texts are put
together from that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from ordi_crf.export.casebook.type import RGB, Face, Ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_CODE = re.compile(r"(/\S+) \S+ Tf \S+ TL \((.+)\) Tj", re.DOTALL)


class Pen:
    """Writes on the page at hand of one document."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._names: dict[Face, str] = {}
        self._codes: dict[Face, dict[str, str]] = {face: {} for face in Face}

    def text(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Write printable words from x on."""
        face, size = ink.face, f"{ink.size:g} Tf"
        try:
            codes = "".join(map(self._codes[face].__getitem__, text))
            shown = f"{self._names[face]} {size} ({codes}) Tj"
        except KeyError:
            shown = " ".join(self._parts(text, face, size))
        self._canvas.addLiteral(f"BT {_fill(ink.color)} {x:.2f} {y:.2f} Td {shown} ET")

    def rule(self, x: float, y: float, end: float, color: RGB, width: float) -> None:
        """Draw a horizontal line."""
        self._canvas.addLiteral(
            f"{_stroke(color)} {width:g} w {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S"
        )

    def box(
        self,
        place: tuple[float, float, float, float],
        fill: RGB | None,
        stroke: RGB | None,
        weight: float,
    ) -> None:
        """Draw a rectangle, given its lower left corner and size, filled, framed or both."""
        x, y, width, height = place
        colors = f"{_fill(fill)} " if fill else ""
        colors += f"{_stroke(stroke)} {weight:g} w " if stroke else ""
        paint = "B" if fill and stroke else "f" if fill else "S"
        self._canvas.addLiteral(f"{colors}{x:.2f} {y:.2f} {width:.2f} {height:.2f} re {paint}")

    def _parts(self, text: str, face: Face, size: str) -> Iterator[str]:
        """Yield the operators of words, one for each part of the font that they need."""
        codes = [self._code(character, face) for character in text]
        for name, group in groupby(codes, itemgetter(0)):
            yield f"{name} {size} ({''.join(code for _, code in group)}) Tj"

    def _code(self, character: str, face: Face) -> tuple[str, str]:
        """Return the part of a font that a character is in, and its code there.

        The library puts every 256 characters in a part of their own. The codes of the first part,
        in which nearly all are, are kept.
        """
        words = self._canvas.beginText()
        words.setFont(face.value, 1)
        words.textOut(character)
        found = _CODE.search(words.getCode())
        assert found is not None
        name, code = found[1], found[2]
        if self._names.setdefault(face, name) == name:
            self._codes[face][character] = code
        return name, code


@cache
def _fill(color: RGB) -> str:
    return f"{_numbers(color)} rg"


@cache
def _stroke(color: RGB) -> str:
    return f"{_numbers(color)} RG"


def _numbers(color: RGB) -> str:
    return " ".join(f"{part:.4g}" for part in color)
