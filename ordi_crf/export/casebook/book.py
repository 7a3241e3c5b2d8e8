"""The casebook: every form of one subject as a PDF that can be filed, searched and photocopied.

Cover, the registered outcomes, the visits in schedule order, the running records, the audit trail.
Of a visit come first the forms that share a page where they fit, then the CLASI and the body map on
pages of their own. Forms are printed from their definitions, so a new form appears by itself. The
same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from math import inf
from pathlib import Path

from ordi_crf import forms, study
from ordi_crf.core.canonical import content_digest
from ordi_crf.core.delivery import Cancelled, Delivery, Progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.core.visits import held_on
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.audit import TITLE_WORDS, print_audit
from ordi_crf.export.casebook.bodymap import print_bodymap
from ordi_crf.export.casebook.clasi import CREDIT, print_clasi
from ordi_crf.export.casebook.course import visit_label
from ordi_crf.export.casebook.cover import CASEBOOK, print_cover
from ordi_crf.export.casebook.form import VERSION, Block, form_blocks
from ordi_crf.export.casebook.outcomes import TITLE_WORDS as OUTCOME_WORDS
from ordi_crf.export.casebook.outcomes import print_outcomes
from ordi_crf.export.casebook.paper import BOTTOM, DIVISION, TOP, Book, Heading, Paper
from ordi_crf.export.files import replacing
from ordi_crf.export.seal import seal
from ordi_crf.forms.bodymap import FORM as BODY_MAP
from ordi_crf.forms.clasi import FORM as CLASI
from ordi_crf.forms.schema import Form, Language, Text

Drawings = Callable[[RecordKey], Drawing]
"""Gives the drawing of a body map's record."""

_PAGES_OF_THEIR_OWN = (CLASI.oid, BODY_MAP.oid)
_SUBJECT = Text("Subject", "Paciente")
_SITE = Text("Site", "Centro")
_EXPORT = Text("Export", "Exportación")
_COVER = Text("Cover", "Portada")
_BLANK = Text("Blank case report form", "Cuaderno de recogida de datos en blanco")
_BY_HAND = Text(
    "Subject ____________  Visit ____________", "Paciente ____________  Visita ________"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A form to be printed: set in blocks, or with a layout and pages of its own."""

    sheet: Sheet
    form: Form
    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Points it takes; a form with pages of its own fits beside nothing."""
        return sum(block.height for block in self.blocks) if self.blocks else inf

    @property
    def visit(self) -> tuple[str, int]:
        """Return the visit and its repeat."""
        return self.sheet.record.key.visit, self.sheet.record.key.visit_repeat

    @property
    def title(self) -> str:
        """Return the title of the form, counted where the visit has several."""
        repeat = self.sheet.record.key.form_repeat
        return f"{self.sheet.say(self.form.title)}{f' {repeat}' if repeat > 1 else ''}"


def write(
    delivery: Delivery,
    subject: SubjectKey,
    path: Path,
    drawing: Drawings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a subject's casebook.

    ExportError when the file cannot be written, CancelledError when the person cancelled; what was
    at `path` then stays. KeyError for a subject the study does not have.
    """
    if subject not in delivery.data.subjects:
        raise KeyError(subject)
    told, pages = progress or _unheard, [*_pages(_in_order(delivery, subject))]
    steps = len(pages) + 1
    with replacing(path) as beside:
        paper = Paper(beside, _book(delivery, subject), cancelled or _never)
        _print_cover(paper, delivery, subject)
        if pages:
            _print_outcomes(paper, delivery, subject)
        visit = ""
        for n, page in enumerate(pages):
            told(n, steps)
            visit = _print_page(paper, delivery, page, visit, drawing)
        told(len(pages), steps)
        _print_audit(paper, delivery, subject)
        paper.finish()
        seal(beside, _facts(delivery, subject))
    told(steps, steps)


def write_blank(path: Path, language: Language, cancelled: Cancelled | None = None) -> None:
    """Write every form of the study blank, to be filled by hand; errors as for `write`."""
    title = f"{study.STUDYID} - {_BLANK.in_(language)}"
    book = Book(
        title, study.SPONSOR, f"{study.STUDYID} · {_BY_HAND.in_(language)}", title, language
    )
    nobody = SubjectKey("", "")
    with replacing(path) as beside:
        paper = Paper(beside, book, cancelled or _never)
        for form in forms.FORMS:
            record = Record(RecordKey(nobody, "", form.oid), version=form.version)
            part = _part(Sheet(record, language), form)
            paper.begin(_heading([part], ""))
            paper.bookmark(paper.say(form.title), 0)
            _print_form(paper, part, None)
        paper.finish()


def _never() -> bool:
    return False


def _unheard(done: int, steps: int) -> None:
    """Take what nobody asked to be told."""


def _in_order(delivery: Delivery, subject: SubjectKey) -> list[_Part]:
    """Return a subject's forms: visits by schedule, forms that may share a page first."""
    records = [record for key, record in delivery.data.records.items() if key.subject == subject]
    records.sort(key=lambda record: _place(record.key))
    return [
        _part(Sheet(record, delivery.language, delivery), forms.form(record.key.form))
        for record in records
    ]


def _part(sheet: Sheet, form: Form) -> _Part:
    own = form.oid in _PAGES_OF_THEIR_OWN
    return _Part(sheet, form, () if own else tuple(form_blocks(sheet, form)))


def _place(key: RecordKey) -> tuple[int, int, bool, int, str, int]:
    visit = study.event(key.visit)
    known = visit.forms.index(key.form) if key.form in visit.forms else len(visit.forms)
    alone = key.form in _PAGES_OF_THEIR_OWN
    return visit.number, key.visit_repeat, alone, known, key.form, key.form_repeat


def _book(delivery: Delivery, subject: SubjectKey) -> Book:
    language = delivery.language
    person = f"{_SUBJECT.in_(language)} {subject}"
    return Book(
        title=f"{study.STUDYID} - {person} - {CASEBOOK.in_(language)}",
        author=delivery.actor,
        owner=f"{study.STUDYID} · {_SITE.in_(language)} {subject.siteid} · {person}",
        origin=f"{_EXPORT.in_(language)} {delivery.export_id} · {delivery.at}",
        language=language,
        synthetic=delivery.data.synthetic,
        at=datetime.fromisoformat(delivery.at),
        keywords=(study.STUDYID, study.NCT, delivery.export_id, delivery.data.head),
    )


def _facts(delivery: Delivery, subject: SubjectKey) -> dict[str, str]:
    """Return what the file says of itself at its end, to whoever verifies it."""
    mine = [record for key, record in delivery.data.records.items() if key.subject == subject]
    return {
        "study": study.STUDYID,
        "site": subject.siteid,
        "subject": subject.subjid,
        "export": delivery.export_id,
        "at": delivery.at,
        "head": delivery.data.head,
        "entries": str(len(delivery.data.audit)),
        "data": content_digest(mine),
    }


def _print_cover(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    paper.begin(Heading(paper.say(CASEBOOK)))
    paper.bookmark(paper.say(_COVER), 0)
    print_cover(paper, delivery, subject)


def _print_outcomes(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    title = paper.say(OUTCOME_WORDS)
    paper.begin(Heading(title))
    paper.bookmark(title, 0)
    print_outcomes(paper, delivery, subject)


def _pages(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Yield the forms that begin a page together: short ones of one visit, else a single one."""
    together: list[_Part] = []
    for part in parts:
        height = sum(DIVISION + other.height for other in together) + part.height
        if together and (part.visit != together[0].visit or height > TOP - BOTTOM):
            yield together
            together = []
        together = [*together, part]
    if together:
        yield together


def _print_page(
    paper: Paper, delivery: Delivery, page: list[_Part], before: str, drawing: Drawings
) -> str:
    """Print forms that begin a page and return the name of their visit, bookmarked when new."""
    key = page[0].sheet.record.key
    visit = visit_label(study.event(key.visit), key.visit_repeat, delivery.language)
    held = held_on(delivery.data.records, key.subject, key.visit, key.visit_repeat)
    paper.begin(_heading(page, f"{visit} ({held})" if held else visit))
    if visit != before:
        paper.bookmark(visit, 0)
    for n, part in enumerate(page):
        if n:
            paper.divide()
        paper.bookmark(paper.say(part.form.title), 1)
        own = part.form.oid == BODY_MAP.oid
        _print_form(paper, part, drawing(part.sheet.record.key) if own else None)
    return visit


def _heading(page: list[_Part], visit: str) -> Heading:
    sheet, form = page[0].sheet, page[0].form
    words = [visit, *(part.title for part in page)]
    if len(page) == 1:
        words.append(sheet.say(VERSION.format(n=sheet.record.version)))
    credit = sheet.say(CREDIT) if form.oid == CLASI.oid else ""
    return Heading(" · ".join(word for word in words if word), credit)


def _print_form(paper: Paper, part: _Part, drawing: Drawing | None) -> None:
    """Print a form in its own layout where it has one, else from its definition."""
    sheet = part.sheet
    match part.form.oid:
        case CLASI.oid:
            print_clasi(paper, sheet)
        case BODY_MAP.oid:
            painted = sheet.delivery.painted.get(sheet.record.key) if sheet.delivery else None
            print_bodymap(paper, sheet, drawing, painted)
        case _:
            for block in part.blocks:
                block.print(paper)


def _print_audit(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    title = paper.say(TITLE_WORDS)
    paper.begin(Heading(title))
    paper.bookmark(title, 0)
    print_audit(paper, delivery, subject)
