"""Open queries as data clarification forms: one page a query, with room to answer and to sign."""

from __future__ import annotations

from pathlib import Path

from ordi_crf import study
from ordi_crf.core.query import Act
from ordi_crf.export.casebook.paper import COLUMN, LEFT, RIGHT, Book, Heading, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow, print_section_title
from ordi_crf.export.casebook.type import BODY, MUTED, SMALL, STRONG, TITLE, Cell, Run, wrap
from ordi_crf.export.files import replacing
from ordi_crf.export.queries.edition import Edition, Entry
from ordi_crf.forms.schema import Text

_TITLE = Text("Data clarification form", "Formulario de aclaración de datos")
_QUERY = Text("Query {n}", "Consulta {n}")
_SUBJECT, _VISIT = Text("Subject", "Paciente"), Text("Visit", "Visita")
_FORM, _ITEM = Text("Form", "Formulario"), Text("Item", "Ítem")
_VALUE = Text("Value now", "Valor actual")
_BEFORE = Text("What was said before", "Lo dicho antes")
_QUESTION, _ANSWER = Text("Question", "Pregunta"), Text("Answer", "Respuesta")
_CHECK = Text("check of the program", "comprobación del programa")
_NAME, _DATE = Text("Name", "Nombre"), Text("Date", "Fecha")
_SIGNATURE = Text("Signature", "Firma")
_NONE = Text("No query waits for an answer.", "Ninguna consulta espera respuesta.")
_EXPORT = Text("Export", "Exportación")
_LINES, _STEP = 9, 24.0
"""Ruled lines to answer on, and their distance in points."""


def write(edition: Edition, target: Path) -> None:
    """Write the forms to print; ExportError when the file cannot be written."""
    with replacing(target) as beside:
        paper = Paper(beside, _book(edition), lambda: False)
        for entry in edition.entries:
            _print_query(paper, edition, entry)
        if not edition.entries:
            paper.begin(Heading(edition.say(_TITLE)))
            paper.text(LEFT, paper.y - 14, edition.say(_NONE), BODY)
        paper.finish()


def _book(edition: Edition) -> Book:
    made = f"{edition.at:%Y-%m-%d %H:%M} UTC"
    origin = f"{edition.say(_EXPORT)} {edition.export_id} · {made}"
    title = f"{study.STUDYID} - {edition.say(_TITLE)}"
    owner, language = study.STUDYID, edition.language
    return Book(title, study.SPONSOR, owner, origin, language, edition.synthetic, edition.at)


def _print_query(paper: Paper, edition: Edition, entry: Entry) -> None:
    number = edition.say(_QUERY.format(n=entry.query.number))
    paper.begin(Heading(f"{number} · {entry.key.subject.subjid}"))
    paper.bookmark(f"{number} · {entry.key.subject.subjid}", 0)
    paper.text(LEFT, paper.y - 16, edition.say(_TITLE), TITLE)
    paper.text_to(RIGHT, paper.y - 16, number, TITLE)
    paper.y -= 34
    facts = (
        (_SUBJECT, entry.key.subject.subjid),
        (_VISIT, edition.visit(entry)),
        (_FORM, edition.form(entry)),
        (_ITEM, edition.where(entry)),
        (_VALUE, entry.value or "–"),
    )
    rows = [TableRow([[Run(edition.say(w), MUTED)], [Run(v, BODY)]]) for w, v in facts]
    Table([Column(120), Column(COLUMN - 120)], rows, padding=5, after=8).print(paper)
    _print_words(paper, edition, entry)
    _print_answer(paper, edition)


def _print_words(paper: Paper, edition: Edition, entry: Entry) -> None:
    """Print the question, after what was said before it."""
    asked = entry.query.question
    earlier = entry.query.messages[: entry.query.messages.index(asked)]
    if earlier:
        rows = [
            TableRow([[Run(f"{_minute(m.at)}  {m.actor}", MUTED)], [Run(m.text)]])
            for m in earlier
            if m.act is not Act.RESOLVED
        ]
        title = edition.say(_BEFORE)
        Table([Column(150), Column(COLUMN - 150)], rows, title=title, after=6).print(paper)
    print_section_title(paper, edition.say(_QUESTION))
    by = edition.say(_CHECK) if entry.query.finding else f"{asked.actor} ({asked.role})"
    said: Cell = [Run(f"{asked.text}\n", STRONG), Run(f"{by}, {_minute(asked.at)} UTC", SMALL)]
    for line in wrap(said, COLUMN):
        paper.keep(14)
        paper.line(LEFT, paper.y - 11, line)
        paper.y -= 14
    paper.y -= 8


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")


def _print_answer(paper: Paper, edition: Edition) -> None:
    """Print lines to write on, and where to sign."""
    paper.keep(30 + (_LINES + 3) * _STEP)
    print_section_title(paper, edition.say(_ANSWER))
    for _ in range(_LINES):
        paper.y -= _STEP
        paper.rule(LEFT, paper.y, RIGHT)
    paper.y -= 2.2 * _STEP
    x, gap = LEFT, 14.0
    for words, share in ((_NAME, 0.4), (_DATE, 0.2), (_SIGNATURE, 0.4)):
        end = x + share * COLUMN - gap
        paper.rule(x, paper.y, end)
        paper.text(x, paper.y - 10, edition.say(words), MUTED)
        x = end + gap
    paper.y -= 20
