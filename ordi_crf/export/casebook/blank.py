"""The case report form blank: to be filled by hand, visit by visit, or annotated for reviewers.

The annotated form (`acrf.pdf` of the CDISC SDTM Metadata Submission Guidelines 2.0) prints every
form once, each item with its variable; contents and outline lead to it by form and by visit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ordi_crf import forms, study
from ordi_crf.core.delivery import Cancelled
from ordi_crf.core.records import Record, RecordKey, SubjectKey
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.bodymap import Drawn
from ordi_crf.export.casebook.codelists import TITLE_WORDS as CODELIST_WORDS
from ordi_crf.export.casebook.codelists import print_codelists
from ordi_crf.export.casebook.contents import TITLE_WORDS as CONTENTS_WORDS
from ordi_crf.export.casebook.contents import Contents, Entry, enter
from ordi_crf.export.casebook.legend import TITLE_WORDS as LEGEND_WORDS
from ordi_crf.export.casebook.legend import print_legend
from ordi_crf.export.casebook.paper import Book, Heading, Paper
from ordi_crf.export.casebook.part import Part, by_form, by_visit, order, pages, print_page
from ordi_crf.export.files import replacing
from ordi_crf.forms.schema import Form, Language, Text

_BLANK = Text("Blank case report form", "Cuaderno de recogida de datos en blanco")
_ANNOTATED = Text("Annotated case report form", "Cuaderno de recogida de datos anotado")
_BY_HAND = Text(
    "Subject ____________  Visit ____________", "Paciente ____________  Visita ________"
)
_BY_HAND_AT_VISIT = Text(
    "Subject ____________  Date ____________", "Paciente ____________  Fecha ________"
)
_FORMS, _BY_VISIT = Text("Forms", "Formularios"), Text("By visit", "Por visita")
_NOBODY = SubjectKey("", "")
_CONTENTS, _LEGEND, _CODELISTS = "contents", "legend", "codelists"


def write_blank(
    path: Path,
    language: Language,
    cancelled: Cancelled | None = None,
    *,
    by_visit: bool = False,
) -> None:
    """Write every form of the study blank, once or `by_visit` as often as it is filled.

    ExportError when the file cannot be written, CancelledError when the person cancelled.
    """
    hand = _BY_HAND_AT_VISIT if by_visit else _BY_HAND
    with replacing(path) as beside:
        paper = Paper(beside, _book(_BLANK, hand, language), cancelled or _never)
        if by_visit:
            _print_by_visit(paper)
        else:
            _print_once(paper, annotated=False)
        paper.finish()


def write_annotated(path: Path, language: Language, cancelled: Cancelled | None = None) -> None:
    """Write the annotated case report form; errors as for `write_blank`."""
    with replacing(path) as beside:
        paper = Paper(beside, _book(_ANNOTATED, _ANNOTATED, language), cancelled or _never)
        _print_once(paper, annotated=True)
        paper.finish()


def write_files(
    folder: Path,
    language: Language,
    *,
    annotated: bool = False,
    by_visit: bool = False,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write the blank form into a folder, or the annotated one, and return it; errors as above."""
    if annotated:
        # Reviewers look for a file of exactly this name.
        name = "acrf.pdf" if language is Language.EN else f"acrf_{language}.pdf"
        write_annotated(folder / name, language, cancelled)
    else:
        kind = "blank_by_visit" if by_visit else "blank"
        name = f"{study.STUDYID}_{kind}_{language}.pdf"
        write_blank(folder / name, language, cancelled, by_visit=by_visit)
    return [folder / name]


def _never() -> bool:
    return False


def _book(title: Text, owner: Text, language: Language) -> Book:
    named = f"{study.STUDYID} - {title.in_(language)}"
    return Book(
        title=named,
        author=study.SPONSOR,
        owner=f"{study.STUDYID} · {owner.in_(language)}",
        origin=named,
        language=language,
        keywords=(study.STUDYID, study.NCT, study.EUDRACT),
    )


def _part(paper: Paper, form: Form, visit: str = "", *, annotated: bool = False) -> Part:
    record = Record(RecordKey(_NOBODY, visit, form.oid), version=form.version)
    return Part.of(Sheet(record, paper.book.language, annotated=annotated), form)


def _print_by_visit(paper: Paper) -> None:
    parts = [
        _part(paper, form, visit.code)
        for visit in study.EVENTS
        for form in study.forms_at(visit.code)
    ]
    parts.sort(key=lambda part: order(part.key))
    listed = [*by_visit(parts)]
    contents = Contents(paper, _CONTENTS, listed)
    contents.print()
    enter(paper, [_contents_entry(paper), *listed, *by_form(parts)])
    for page in pages(parts):
        print_page(paper, page, None, _nothing)
    contents.define()


def _print_once(paper: Paper, *, annotated: bool) -> None:
    """Print each form on pages of its own, between the legend and the codelists where annotated."""
    parts = [_part(paper, form, annotated=annotated) for form in forms.FORMS]
    entries = [*_once(paper, parts, annotated=annotated)]
    contents = Contents(paper, _CONTENTS, entries)
    contents.print()
    enter(paper, [_contents_entry(paper), *entries])
    if annotated:
        _begin(paper, LEGEND_WORDS, _LEGEND)
        print_legend(paper)
    for part in parts:
        print_page(paper, [part], None, _nothing)
    if annotated:
        _begin(paper, CODELIST_WORDS, _CODELISTS)
        print_codelists(paper)
    contents.define()


def _nothing(_record: Record) -> Drawn:
    return Drawn()


def _contents_entry(paper: Paper) -> Entry:
    return Entry(paper.say(CONTENTS_WORDS), 0, _CONTENTS)


def _begin(paper: Paper, title: Text, place: str) -> None:
    paper.begin(Heading(paper.say(title)))
    paper.mark_place(place)


def _once(paper: Paper, parts: Iterable[Part], *, annotated: bool) -> Iterator[Entry]:
    """Yield the contents: the forms in their order, then each visit with its forms."""
    places = {part.form.oid: part.place for part in parts}
    if annotated:
        yield Entry(paper.say(LEGEND_WORDS), 0, _LEGEND)
    yield Entry(paper.say(_FORMS), 0, places[forms.FORMS[0].oid])
    for form in forms.FORMS:
        yield Entry(paper.say(form.title), 1, places[form.oid])
    if annotated:
        yield Entry(paper.say(CODELIST_WORDS), 0, _CODELISTS)
    yield Entry(paper.say(_BY_VISIT), 0, places[study.EVENTS[0].forms[0]])
    for visit in study.EVENTS:
        yield Entry(paper.say(visit.label), 1, places[visit.forms[0]])
        for form in study.forms_at(visit.code):
            yield Entry(paper.say(form.title), 2, places[form.oid])
