"""The forms of a document on its pages: which begin a page together, and where each is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeAlias

from ordi_crf import study
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.bodymap import Drawn, print_bodymap
from ordi_crf.export.casebook.clasi import CREDIT, print_clasi
from ordi_crf.export.casebook.contents import Entry
from ordi_crf.export.casebook.course import visit_label
from ordi_crf.export.casebook.form import VERSION, Block, form_blocks
from ordi_crf.export.casebook.paper import BOTTOM, DIVISION, TOP, Heading, Paper
from ordi_crf.forms.bodymap import FORM as BODY_MAP
from ordi_crf.forms.clasi import FORM as CLASI
from ordi_crf.forms.schema import Form, Text

Draw: TypeAlias = Callable[[Record], Drawn]
"""Gives what was drawn at a body map's record."""

_PAGES_OF_THEIR_OWN = (CLASI.oid, BODY_MAP.oid)
_BY_FORM = Text("By form", "Por formulario")


@dataclass(frozen=True, slots=True)
class Part:
    """A form to be printed: set in blocks, or with a layout and pages of its own."""

    sheet: Sheet
    form: Form
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, sheet: Sheet, form: Form) -> Part:
        """Return a form, set."""
        own = form.oid in _PAGES_OF_THEIR_OWN
        return cls(sheet, form, () if own else tuple(form_blocks(sheet, form)))

    @property
    def key(self) -> RecordKey:
        """Return the key of its record."""
        return self.sheet.record.key

    @property
    def height(self) -> float:
        """Points it takes; a form with pages of its own fits beside nothing."""
        return sum(block.height for block in self.blocks) if self.blocks else inf

    @property
    def title(self) -> str:
        """Return the title of the form, counted where the visit has several."""
        repeat = self.key.form_repeat
        return f"{self.sheet.say(self.form.title)}{f' {repeat}' if repeat > 1 else ''}"

    @property
    def visit(self) -> str:
        """Return the name of its visit; empty for a form of no visit."""
        if not self.key.visit:
            return ""
        visit = study.event(self.key.visit)
        return visit_label(visit, self.key.visit_repeat, self.sheet.language)

    @property
    def visit_place(self) -> str:
        """Return the name of the place where its visit begins."""
        return f"{self.key.subject.subjid}.{self.key.visit}.{self.key.visit_repeat}"

    @property
    def place(self) -> str:
        """Return the name of the place where it begins."""
        return f"{self.visit_place}.{self.key.form}.{self.key.form_repeat}"


def order(key: RecordKey) -> tuple[int, int, bool, int, str, int]:
    """Return where a form stands: visits by schedule, forms that may share a page first."""
    visit = study.event(key.visit)
    known = visit.forms.index(key.form) if key.form in visit.forms else len(visit.forms)
    alone = key.form in _PAGES_OF_THEIR_OWN
    return visit.number, key.visit_repeat, alone, known, key.form, key.form_repeat


def pages(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Yield the forms that begin a page together: short ones of one visit, else a single one."""
    together: list[Part] = []
    for part in parts:
        height = sum(DIVISION + other.height for other in together) + part.height
        if together and (part.visit_place != together[0].visit_place or height > TOP - BOTTOM):
            yield together
            together = []
        together = [*together, part]
    if together:
        yield together


def by_visit(parts: Iterable[Part]) -> Iterator[Entry]:
    """Yield the visits in the order of their pages, with their forms."""
    begun = ""
    for part in parts:
        if part.visit_place != begun:
            begun = part.visit_place
            yield Entry(part.visit, 0, begun)
        yield Entry(part.title, 1, part.place)


def by_form(parts: Sequence[Part]) -> Iterator[Entry]:
    """Yield the forms in the order of the study, each with its visits, for the outline alone."""
    mine: dict[str, list[Part]] = {}
    for part in parts:
        mine.setdefault(part.form.oid, []).append(part)
    if parts:
        yield Entry(parts[0].sheet.say(_BY_FORM), 0, parts[0].place, listed=False)
    for found in mine.values():
        yield Entry(found[0].sheet.say(found[0].form.title), 1, found[0].place, listed=False)
        for part in found:
            count = f" · {part.key.form_repeat}" if part.key.form_repeat > 1 else ""
            yield Entry(f"{part.visit}{count}", 2, part.place, listed=False)


def print_page(paper: Paper, page: Sequence[Part], held: str | None, draw: Draw) -> None:
    """Print the forms that begin a page, under the name of their visit and its date."""
    visit = page[0].visit
    paper.begin(_heading(page, f"{visit} ({held})" if held else visit))
    if page[0].visit_place not in paper.places:
        paper.mark_place(page[0].visit_place)
    for n, part in enumerate(page):
        if n:
            paper.divide()
        paper.mark_place(part.place)
        _print_form(paper, part, draw)


def _heading(page: Sequence[Part], visit: str) -> Heading:
    sheet, form = page[0].sheet, page[0].form
    words = [visit, *(part.title for part in page)]
    if len(page) == 1:
        words.append(sheet.say(VERSION.format(n=sheet.record.version)))
    credit = sheet.say(CREDIT) if form.oid == CLASI.oid else ""
    return Heading(" · ".join(word for word in words if word), credit)


def _print_form(paper: Paper, part: Part, draw: Draw) -> None:
    """Print a form in its own layout where it has one, else from its definition."""
    sheet = part.sheet
    match part.form.oid:
        case CLASI.oid:
            print_clasi(paper, sheet)
        case BODY_MAP.oid:
            painted = sheet.delivery.painted.get(part.key) if sheet.delivery else None
            print_bodymap(paper, sheet, draw(sheet.record), painted)
        case _:
            for block in part.blocks:
                block.print(paper)
