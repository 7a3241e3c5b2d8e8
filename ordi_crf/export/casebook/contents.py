"""What a document contains, by page: printed with links on pages of its own, and as its outline.

What comes is known before it is printed and its page numbers only afterwards: a page of contents is
a form of the document that is shown at once and drawn at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordi_crf.export.casebook.paper import BOTTOM, COLUMN, HEIGHT, LEFT, TOP, WIDTH, Heading, Paper
from ordi_crf.export.casebook.type import GREY, TITLE, Face, Ink, Run, measure, wrap
from ordi_crf.forms.schema import Text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TITLE_WORDS = Text("Contents", "Contenido")

_COLUMNS, _GUTTER, _LEADING, _INDENT = 2, 24.0, 11.6, 10.0
_WIDTH = (COLUMN - _GUTTER * (_COLUMNS - 1)) / _COLUMNS
_HEAD = 30.0
_LINES = int((TOP - _HEAD - BOTTOM) / _LEADING)
_INKS = (Ink(Face.BOLD, 8), Ink(Face.REGULAR, 8), Ink(Face.REGULAR, 8, GREY))
_DOTS = Ink(Face.REGULAR, 6, GREY)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its words, how deep it stands, and the place it leads to."""

    title: str
    level: int
    place: str
    listed: bool = True
    """Whether it stands on the page of contents, or in the outline alone."""


class Contents:
    """The pages of contents of a document, or of one subject's part of it."""

    def __init__(self, paper: Paper, name: str, entries: Sequence[Entry]) -> None:
        self._paper = paper
        self._name = name
        listed = [entry for entry in entries if entry.listed]
        size = _LINES * _COLUMNS
        self._pages = [listed[n : n + size] for n in range(0, len(listed), size)]

    def print(self) -> None:
        """Show the pages, on pages of their own; none where nothing is listed."""
        paper, title = self._paper, self._paper.say(TITLE_WORDS)
        for n, entries in enumerate(self._pages):
            paper.begin(Heading(title))
            if not n:
                paper.mark_place(self._name)
            paper.canvas.doForm(f"{self._name}.{n}")
            for k, entry in enumerate(entries):
                _link(paper.canvas, entry, *_corner(k))

    def define(self) -> None:
        """Draw what the pages show, once every place has its page."""
        for n, entries in enumerate(self._pages):
            paper = self._paper
            paper.canvas.beginForm(f"{self._name}.{n}", 0, 0, WIDTH, HEIGHT)
            paper.text(LEFT, TOP - 14, paper.say(TITLE_WORDS), TITLE)
            for k, entry in enumerate(entries):
                _draw(paper, entry, *_corner(k))
            paper.canvas.endForm()


def enter(paper: Paper, entries: Iterable[Entry], depth: int = 0) -> None:
    """Enter lines in the document's outline, below a depth."""
    for entry in entries:
        paper.outline(entry.title, entry.place, depth + entry.level)


def _corner(n: int) -> tuple[float, float]:
    """Return where a line begins."""
    column, line = divmod(n, _LINES)
    return LEFT + column * (_WIDTH + _GUTTER), TOP - _HEAD - (line + 1) * _LEADING


def _draw(paper: Paper, entry: Entry, x: float, y: float) -> None:
    ink = _INKS[min(entry.level, len(_INKS) - 1)]
    number, right = str(paper.places[entry.place]), x + _WIDTH
    start, end = x + entry.level * _INDENT, right - measure(number, ink)
    lines = wrap([Run(entry.title, ink)], end - start - 12)
    words = lines[0][0].text.rstrip() + ("…" if len(lines) > 1 else "")
    stop = paper.text(start, y, words, ink) + 4
    dots = int((end - 3 - stop) / measure(" .", _DOTS))
    if dots > 0:
        paper.text_to(end - 3, y, " ." * dots, _DOTS)
    paper.text(end, y, number, ink)


def _link(canvas: Canvas, entry: Entry, x: float, y: float) -> None:
    canvas.linkRect(
        entry.title, entry.place, (x, y - 3, x + _WIDTH, y + _LEADING - 3), Border="[0 0 0]"
    )
