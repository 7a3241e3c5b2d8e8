"""The codelists of the case report form as an appendix: what is stored, and what it means."""

from __future__ import annotations

from collections.abc import Iterator

from ordi_crf import forms
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import SMALL, STRONG, TITLE, Run
from ordi_crf.forms.schema import Choice, CodeList, Text

TITLE_WORDS = Text("Codelists", "Listas de códigos")

_HEADS = (
    Text("Codelist", "Lista"),
    Text("Code", "Código"),
    Text("English", "Inglés"),
    Text("Spanish", "Español"),
)
_NAME, _CODE = 92.0, 96.0


def codelists() -> tuple[CodeList, ...]:
    """Return the codelists of all items by name."""
    found = {codes.name: codes for codes in _all()}
    return tuple(found[name] for name in sorted(found))


def print_codelists(paper: Paper) -> None:
    """Print every codelist at the cursor."""
    paper.text(LEFT, paper.y - 14, paper.say(TITLE_WORDS), TITLE)
    paper.y -= 24
    words = (COLUMN - _NAME - _CODE) / 2
    columns = [Column(_NAME), Column(_CODE), Column(words), Column(words)]
    heads = [paper.say(text) for text in _HEADS]
    rows = [row for codes in codelists() for row in _rows(codes)]
    Table(columns, rows, header=heads, ink=SMALL, padding=2.4).print(paper)


def _all() -> Iterator[CodeList]:
    for form in forms.FORMS:
        for section in form.sections:
            yield from (item.codes for item in section.items if isinstance(item, Choice))
            if section.rows is not None:
                yield CodeList(section.rows.name, section.rows.codes)


def _rows(codes: CodeList) -> Iterator[TableRow]:
    for n, code in enumerate(codes.codes):
        name = Run(" " if n else codes.name, STRONG)
        texts = (f'"{code.value}"', code.text.en, code.text.es)
        yield TableRow([[name], *([Run(text, SMALL)] for text in texts)])
