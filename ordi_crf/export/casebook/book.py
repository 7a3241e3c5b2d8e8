"""The casebook: every form of one subject as a PDF that can be filed, searched and photocopied.

Cover, each visit's forms in schedule order, the running records, the audit trail. Forms are printed
from their definitions, so a new form appears by itself. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ordi_crf import forms, study
from ordi_crf.core.delivery import Cancelled, Delivery, Progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.progress import held_on
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.audit import TITLE_WORDS, print_audit
from ordi_crf.export.casebook.bodymap import print_bodymap
from ordi_crf.export.casebook.clasi import CREDIT, print_clasi
from ordi_crf.export.casebook.cover import CASEBOOK, print_cover, visit_label
from ordi_crf.export.casebook.form import print_form
from ordi_crf.export.casebook.paper import Book, Heading, Paper
from ordi_crf.export.files import replacing
from ordi_crf.forms.schema import Form, Language, Text

Drawings = Callable[[RecordKey], Drawing]
"""Gives the drawing of a body map's record."""

_SUBJECT = Text("Subject", "Paciente")
_SITE = Text("Site", "Centro")
_EXPORT = Text("Export", "Exportación")
_VERSION = Text("version {n}", "versión {n}")
_COVER = Text("Cover", "Portada")
_BLANK = Text("Blank case report form", "Cuaderno de recogida de datos en blanco")
_BY_HAND = Text(
    "Subject ____________  Visit ____________", "Paciente ____________  Visita ________"
)


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
    records = _in_order(delivery, subject)
    told, steps = progress or _unheard, len(records) + 1
    with replacing(path) as beside:
        paper = Paper(beside, _book(delivery, subject), cancelled or _never)
        _print_cover(paper, delivery, subject)
        visit = ""
        for n, record in enumerate(records):
            told(n, steps)
            visit = _print_record(paper, delivery, record, visit, drawing)
        told(len(records), steps)
        _print_audit(paper, delivery, subject)
        paper.finish()
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
            paper.begin(_heading(paper, form, record, ""))
            paper.bookmark(paper.say(form.title), 0)
            _print_form(paper, Sheet(record, language), form, None)
        paper.finish()


def _never() -> bool:
    return False


def _unheard(done: int, steps: int) -> None:
    """Take what nobody asked to be told."""


def _in_order(delivery: Delivery, subject: SubjectKey) -> list[Record]:
    """Return a subject's records: visits by schedule, forms in the order of their visit."""
    records = [record for key, record in delivery.data.records.items() if key.subject == subject]
    return sorted(records, key=lambda record: _place(record.key))


def _place(key: RecordKey) -> tuple[int, int, int, str, int]:
    visit = study.event(key.visit)
    known = visit.forms.index(key.form) if key.form in visit.forms else len(visit.forms)
    return visit.number, key.visit_repeat, known, key.form, key.form_repeat


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
    )


def _print_cover(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    paper.begin(Heading(paper.say(CASEBOOK)))
    paper.bookmark(paper.say(_COVER), 0)
    print_cover(paper, delivery, subject)


def _print_record(
    paper: Paper, delivery: Delivery, record: Record, before: str, drawing: Drawings
) -> str:
    """Print a record and return the name of its visit, bookmarked where it is a new one."""
    form, key = forms.form(record.key.form), record.key
    visit = visit_label(study.event(key.visit), key.visit_repeat, delivery.language)
    held = held_on(delivery.data.records, key.subject, key.visit, key.visit_repeat)
    paper.begin(_heading(paper, form, record, f"{visit}{f' ({held})' if held else ''} · "))
    if visit != before:
        paper.bookmark(visit, 0)
    paper.bookmark(paper.say(form.title), 1)
    found = drawing(key) if form.oid == "BM" else None
    _print_form(paper, Sheet(record, delivery.language, delivery), form, found)
    return visit


def _heading(paper: Paper, form: Form, record: Record, visit: str) -> Heading:
    repeat = f" {record.key.form_repeat}" if record.key.form_repeat > 1 else ""
    version = paper.say(_VERSION.format(n=record.version))
    place = f"{visit}{paper.say(form.title)}{repeat} · {version}"
    return Heading(place, paper.say(CREDIT) if form.oid == "CLASI" else "")


def _print_form(paper: Paper, sheet: Sheet, form: Form, drawing: Drawing | None) -> None:
    """Print a form in its own layout where it has one, else from its definition."""
    match form.oid:
        case "CLASI":
            print_clasi(paper, sheet)
        case "BM":
            painted = sheet.delivery.painted.get(sheet.record.key) if sheet.delivery else None
            print_bodymap(paper, sheet, drawing, painted)
        case _:
            print_form(paper, sheet, form)


def _print_audit(paper: Paper, delivery: Delivery, subject: SubjectKey) -> None:
    title = paper.say(TITLE_WORDS)
    paper.begin(Heading(title))
    paper.bookmark(title, 0)
    print_audit(paper, delivery, subject)
