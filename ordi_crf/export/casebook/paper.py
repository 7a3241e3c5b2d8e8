"""The sheets a casebook is printed on: A4 with a header, a footer, bookmarks and a cursor.

Everything is drawn from the top down; `y` is where the next thing may start, in points from the
bottom edge. The number of pages is a form that is drawn on every page and defined at the end, so
that one pass is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf import __version__, build
from ordi_crf.core.delivery import Cancelled, CancelledError
from ordi_crf.export.casebook.mark import draw_mark
from ordi_crf.export.casebook.pen import Pen
from ordi_crf.export.casebook.type import (
    ACCENT,
    GREY,
    HAIRLINE,
    MARK,
    RGB,
    Face,
    Ink,
    Line,
    Mark,
    Run,
    advances,
    measure,
    printable,
    wrap,
)
from ordi_crf.forms.fingerprint import fingerprint
from ordi_crf.forms.schema import Language, Text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.28, 841.89
"""A4 portrait, in points."""
LEFT, RIGHT = 42.0, WIDTH - 42.0
TOP, BOTTOM = HEIGHT - 62.0, 58.0
COLUMN = RIGHT - LEFT
DIVISION = 22.0
"""Between two parts that share a page."""

_TOTAL = "pages"
_HEADER, _FOOTER = Ink(Face.REGULAR, 8, GREY), Ink(Face.REGULAR, 7, GREY)
_HEADER_STRONG, _FOOTER_STRONG = Ink(Face.BOLD, 8), Ink(Face.BOLD, 7)
_HEADER_GAP = 22.0
_DEFINITIONS = Text("definitions {hash}", "definiciones {hash}")
_PAGE = Text("Page", "Página")
_OF = Text("of", "de")
_SYNTHETIC = Text("SYNTHETIC demonstration data", "Datos SINTÉTICOS de demostración")


@dataclass(frozen=True, slots=True)
class Book:
    """What all pages of a document say about it."""

    title: str
    author: str
    owner: str
    """Study and subject, on the left of each header."""
    origin: str
    """Export and moment, on the left of each footer."""
    language: Language
    synthetic: bool = False
    at: datetime | None = None
    """When it was made, UTC; a document that says nothing of a moment has none."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What the pages of one part say about it."""

    place: str
    """Visit, form and version, on the right of the header."""
    credit: str = ""
    """Whose instrument it is, above the footer."""


class Paper:
    """A document being printed."""

    def __init__(self, file: Path, book: Book, cancelled: Cancelled) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # Streams as bytes, not as ASCII-85 text: a fifth smaller and sooner written.
        rl_config.useA85 = 0
        for face in Face:
            advances(face)
        self.book = book
        self.canvas: Canvas = Canvas(
            str(file),
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # stub says float
            lang=book.language.value,
        )
        self.canvas.showOutline()
        self._pen = Pen(self.canvas)
        self._describe()
        self.y = TOP
        self.pages = 0
        self._cancelled = cancelled
        self._heading = Heading("")
        self.places: dict[str, int] = {}
        """The page of each place that has a name."""
        self._outlined: dict[str, list[str]] = {}
        words = self.say(_DEFINITIONS).format(hash=fingerprint()[:12])
        self._program = f"{self.say(build.program())} · {words}"

    def say(self, text: Text) -> str:
        """Return wording in the language of the document."""
        return text.in_(self.book.language)

    def begin(self, heading: Heading) -> None:
        """Start a part on a new page; CancelledError when the person cancelled."""
        self._heading = heading
        self.next_page()

    def divide(self) -> None:
        """Draw a line between two parts that share a page."""
        self.y -= DIVISION / 2
        self.rule(LEFT, self.y, RIGHT, ACCENT, 0.8)
        self.y -= DIVISION / 2

    def next_page(self) -> None:
        """Go on on a new page; CancelledError when the person cancelled."""
        if self._cancelled():
            raise CancelledError
        if self.pages:
            self.canvas.showPage()
        self.pages += 1
        self.y = TOP
        self._print_header()
        self._print_footer()

    def keep(self, height: float) -> None:
        """Go on on a new page unless this much room is left, or no page has it."""
        if self.y - height < BOTTOM and self.y < TOP:
            self.next_page()

    def bookmark(self, title: str, level: int) -> None:
        """Name this place in the document's outline."""
        place = f"place{len(self.places) + 1}"
        self.mark_place(place)
        self.outline(title, place, level)

    def mark_place(self, place: str) -> None:
        """Give this place a name that the outline and links may lead to."""
        self.places[place] = self.pages
        for name in self._outlined.get(place) or [place]:
            self.canvas.bookmarkHorizontal(name, 0, self.y + 24)

    def outline(self, title: str, place: str, level: int) -> None:
        """Enter a place in the document's outline; one still to come may be entered often."""
        # The library keeps one title for each name, so that every entry needs a name of its own.
        names = self._outlined.setdefault(place, [])
        names.append(f"{place}~{len(names)}" if names else place)
        self.canvas.addOutlineEntry(title, names[-1], level, closed=True)

    def finish(self) -> None:
        """End the document and write it; OSError when that fails."""
        self.canvas.showPage()
        self.canvas.beginForm(_TOTAL, 0, -4, 40, 10)
        self.text(0, 0, str(self.pages), _FOOTER)
        self.canvas.endForm()
        self.canvas.save()

    def text(self, x: float, y: float, text: str, ink: Ink) -> float:
        """Print words from x on and return where they end."""
        text = printable(text)
        self._pen.text(x, y, text, ink)
        return x + measure(text, ink)

    def text_to(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Print words that end at x."""
        self.text(x - measure(printable(text), ink), y, text, ink)

    def text_about(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Print words centred on x."""
        self.text(x - measure(printable(text), ink) / 2, y, text, ink)

    def line(self, x: float, y: float, line: Line) -> float:
        """Print a line of runs and return where it ends."""
        for run in line:
            if run.mark is not None:
                self.mark(x, y, run.ink.size, run.mark)
                x += MARK * run.ink.size
            if run.ink.ground is not None:
                self._print_ground(x, y, run, run.ink.ground)
            x = self.text(x, y, run.text, run.ink)
        return x

    def _print_ground(self, x: float, y: float, run: Run, ground: RGB) -> None:
        size, words = run.ink.size, run.text.rstrip()
        width = measure(printable(words), run.ink) + 4
        if words:
            self.box(x - 2, y - 0.3 * size, width, 1.26 * size, fill=ground, stroke=GREY)

    def line_to(self, x: float, y: float, line: Line) -> None:
        """Print a line of runs that ends at x."""
        self.line(x - sum(run.width for run in line), y, line)

    def rule(
        self, x: float, y: float, end: float, color: RGB = HAIRLINE, width: float = 0.5
    ) -> None:
        """Draw a horizontal line."""
        self._pen.rule(x, y, end, color, width)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: RGB | None = None,
        stroke: RGB | None = HAIRLINE,
        weight: float = 0.5,
    ) -> None:
        """Draw a rectangle from its lower left corner."""
        self._pen.box((x, y, width, height), fill, stroke, weight)

    def mark(self, x: float, y: float, size: float, mark: Mark) -> None:
        """Draw a mark that stands on the line y."""
        draw_mark(self.canvas, x, y, size, mark)

    def _describe(self) -> None:
        book, canvas = self.book, self.canvas
        canvas.setTitle(book.title)
        canvas.setAuthor(book.author)
        canvas.setSubject(book.owner)
        canvas.setKeywords(", ".join(book.keywords))
        canvas.setCreator(f"ORDI CRF {__version__}")
        if book.at is not None:
            moment = f"D:{book.at:%Y%m%d%H%M%S}+00'00'"
            canvas.setDateFormatter(lambda *_now: moment)

    def _print_header(self) -> None:
        y = HEIGHT - 38
        end = self.text(LEFT, y, self.book.owner, _HEADER_STRONG)
        # A page may hold so many forms that their names would run into the subject's.
        lines = wrap([Run(self._heading.place, _HEADER)], RIGHT - end - _HEADER_GAP)
        more = " …" if len(lines) > 1 else ""
        place = "".join(run.text for run in lines[0]).rstrip(" ·")
        self.text_to(RIGHT, y, f"{place}{more}", _HEADER)
        self.rule(LEFT, y - 6, RIGHT, ACCENT, 0.8)

    def _print_footer(self) -> None:
        y = 30
        if self._heading.credit:
            self.text(LEFT, y + 14, self._heading.credit, _FOOTER)
        self.rule(LEFT, y + 10, RIGHT)
        self.text(LEFT, y, self.book.origin, _FOOTER)
        self.text(LEFT, y - 9, self._program, _FOOTER)
        if self.book.synthetic:
            # Beside the program, under the page: the id of a de-identified export is long.
            self.text_to(RIGHT, y - 9, self.say(_SYNTHETIC), _FOOTER_STRONG)
        widest = f"{self.say(_PAGE)} 000 {self.say(_OF)} 000"
        page = f"{self.say(_PAGE)} {self.pages} {self.say(_OF)} "
        x = self.text(RIGHT - measure(widest, _FOOTER), y, page, _FOOTER)
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.doForm(_TOTAL)
        self.canvas.restoreState()
