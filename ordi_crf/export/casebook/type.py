"""Type and ink of the printed pages: fonts, styles, and text broken into lines.

FiraGO (SIL Open Font License, of the package pymupdf-fonts) is embedded, so that a page looks the
same everywhere; it has Latin, Greek, Cyrillic and the signs of laboratory units. The colours are
black, one accent and the two ramps of the window, each of which also has a shape or a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache, lru_cache
from typing import TypeAlias

RGB: TypeAlias = tuple[float, float, float]


def rgb(code: str) -> RGB:
    """Return a colour, written as six hexadecimal digits."""
    number = int(code, 16)
    return (number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255


BLACK, GREY, HAIRLINE, WHITE = rgb("14181C"), rgb("566270"), rgb("C3CAD1"), rgb("FFFFFF")
ACCENT, GROUND = rgb("1F5FA8"), rgb("F1F3F5")
ERYTHEMA = (rgb("E6EAEE"), rgb("F6C9C2"), rgb("E2766D"), rgb("9E2F38"))
DAMAGE = (rgb("E6EAEE"), rgb("E3CDB0"), rgb("B98F5E"), rgb("8A6236"))
"""Fills of grades 0 to 3; 0 is grey, because answered and absent is not the same as blank."""
RAMP_INK = (BLACK, rgb("2A1A17"), rgb("2A1A17"), WHITE)


class Face(StrEnum):
    """A font, by the name it has in the document."""

    REGULAR = "FiraGO"
    BOLD = "FiraGO-Bold"
    ITALIC = "FiraGO-Italic"


_FILES = {Face.REGULAR: "figo", Face.BOLD: "figbo", Face.ITALIC: "figit"}


@dataclass(frozen=True, slots=True)
class Ink:
    """A style of text; size in points."""

    face: Face
    size: float
    color: RGB = BLACK
    ground: RGB | None = None
    """Of the box that its words stand in."""


BODY, STRONG = Ink(Face.REGULAR, 9), Ink(Face.BOLD, 9)
MUTED, DERIVED = Ink(Face.REGULAR, 7.5, GREY), Ink(Face.ITALIC, 9)
SECTION, TITLE = Ink(Face.BOLD, 10, ACCENT), Ink(Face.BOLD, 16)
HEAD, SMALL, TINY = Ink(Face.BOLD, 7.5, GREY), Ink(Face.REGULAR, 7.5), Ink(Face.REGULAR, 6.5)


class Mark(Enum):
    """A small shape before a word, drawn because the font has no such sign."""

    BOX = "an answer that may be ticked"
    COMPLETE = "a square with a tick"
    VERIFIED = "a square with two ticks"
    SIGNED = "a filled square with a tick"
    LOCKED = "a padlock"
    DRAFT = "a filled triangle"
    NONE = "a small ring"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, after a mark where there is one."""

    text: str
    ink: Ink = BODY
    mark: Mark | None = None

    @property
    def width(self) -> float:
        """Width in points, with the mark."""
        return measure(printable(self.text), self.ink) + (MARK * self.ink.size if self.mark else 0)


Line: TypeAlias = tuple[Run, ...]
Cell: TypeAlias = Sequence[Run]
"""What stands in one place of a form; without any run it is blank, and printed as a ruled line."""

MARK = 1.25
"""Room for a mark, in sizes of its text."""
LEADING = 1.3
"""Distance of lines, in sizes of their text."""

_GLUE = "\N{NO-BREAK SPACE}"
_TOKEN = re.compile(r"\n| *[^ \n]+ *| +")


@cache
def advances(face: Face) -> dict[int, float]:
    """Return the widths of a font's characters in thousandths of its size, ready for use."""
    from io import BytesIO

    from pymupdf_fonts import myfont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(face.value, BytesIO(myfont(_FILES[face])))
    registerFont(font)
    return dict(font.face.charWidths)


@lru_cache(maxsize=16384)
def _em(text: str, face: Face) -> float:
    return sum(map(advances(face).__getitem__, map(ord, text)))


def measure(text: str, ink: Ink) -> float:
    """Return the width of printable text in points."""
    return _em(text, ink.face) * ink.size / 1000


def printable(text: str) -> str:
    """Return text with what the font cannot show written as its code point, so nothing is lost."""
    if text.isascii() and (text.isprintable() or text.replace("\n", "").isprintable()):
        return text
    known = advances(Face.REGULAR)
    if all(map(known.__contains__, map(ord, text))):
        return text
    return "".join(
        c if c == "\n" or ord(c) in known else " " if c == "\t" else f"[U+{ord(c):04X}]"
        for c in text
    )


def wrap(cell: Cell, width: float) -> list[Line]:
    """Return a cell's lines within a width; words wider than a line are broken, never cut off."""
    whole = [_plain(run) for run in cell if run.text]
    if not any("\n" in run.text for run in whole) and sum(run.width for run in whole) <= width:
        return [_joined(whole)]
    lines: list[Line] = []
    line: list[Run] = []
    left = width
    for token in _tokens(whole):
        if token.text == "\n" or (line and _bare(token) > left):
            lines.append(_joined(line))
            line, left = [], width
        if token.text != "\n":
            *full, rest = _pieces(token, width) if _bare(token) > width else [token]
            lines += ((piece,) for piece in full)
            line.append(rest)
            left -= rest.width
    return [*lines, _joined(line)] if line or not lines else lines


def _plain(run: Run) -> Run:
    text = printable(run.text)
    return run if text is run.text else Run(text, run.ink, run.mark)


def _tokens(cell: Cell) -> Iterator[Run]:
    for run in cell:
        mark = run.mark
        for word in _TOKEN.findall(run.text):
            yield Run(word, run.ink, mark)
            mark = None


def _bare(token: Run) -> float:
    """Return the width of a word without the space after it."""
    return measure(token.text.rstrip(), token.ink) + (MARK * token.ink.size if token.mark else 0)


def _pieces(token: Run, width: float) -> list[Run]:
    """Return a word in pieces that fit, divided where it has a slash, hyphen or glue."""
    pieces = [Run("", token.ink, token.mark)]
    for character in token.text:
        last = pieces[-1]
        longer = Run(last.text + character, token.ink, last.mark)
        if longer.width <= width or not last.text:
            pieces[-1] = longer
            continue
        cut = max(last.text.rfind(sign) for sign in ("/", "-", _GLUE)) + 1 or len(last.text)
        pieces[-1] = Run(last.text[:cut], token.ink, last.mark)
        pieces.append(Run(last.text[cut:] + character, token.ink))
    return pieces


def _joined(line: list[Run]) -> Line:
    """Return a line with neighbours of one style as one run."""
    result: list[Run] = []
    for run in line:
        if result and run.mark is None and result[-1].ink is run.ink:
            result[-1] = Run(result[-1].text + run.text, run.ink, result[-1].mark)
        else:
            result.append(run)
    return tuple(result)
