"""How to read the annotated case report form: what its boxes say, and every domain with a name."""

from __future__ import annotations

from ordi_crf import forms
from ordi_crf.export.casebook.annotation import DOMAINS, SUPPRESSED, box
from ordi_crf.export.casebook.paper import COLUMN, LEFT, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import BODY, TITLE, Cell, Run, wrap
from ordi_crf.forms.schema import Text

TITLE_WORDS = Text("How this form is annotated", "Cómo está anotado este cuaderno")

_SAYS = Text(
    "Every item has a box with the variable it is submitted as, in the colour of its domain on "
    "that form; the domains of a form stand under its title. Names are those of the data sheets "
    "delivered with the study: CDASH and SDTM names where these standards have one. All words in "
    "boxes can be searched.",
    "Cada ítem tiene un recuadro con la variable con la que se entrega, del color de su dominio en "
    "ese formulario; los dominios de un formulario están bajo su título. Los nombres son los de "
    "las hojas de datos que se entregan con el estudio: los de CDASH y SDTM donde estas normas "
    "los tienen. Todo el texto de los recuadros puede buscarse.",
)
_EXAMPLES = (
    ("AETERM", Text("A variable of the domain.", "Una variable del dominio.")),
    (
        'QSORRES where QSTESTCD = "CLALOP"',
        Text(
            "The answer is the result of a test, told by its code.",
            "La respuesta es el resultado de una prueba, indicada por su código.",
        ),
    ),
    (
        'LBTESTCD = "HGB"',
        Text(
            "A pre-printed row; its columns have the variables of the row.",
            "Una fila impresa; sus columnas tienen las variables de la fila.",
        ),
    ),
    (
        "AESER  codelist NY",
        Text(
            "The answers are those of a codelist, in the appendix; codes stand beside the answers.",
            "Las respuestas son las de una lista de códigos, en el apéndice; los códigos están "
            "junto a las respuestas.",
        ),
    ),
    (
        SUPPRESSED,
        Text("Asked and not delivered as data.", "Se pregunta y no se entrega como dato."),
    ),
)
_DOMAIN_WORDS = Text("Domains", "Dominios")


def print_legend(paper: Paper) -> None:
    """Print the conventions and the domains at the cursor."""
    paper.text(LEFT, paper.y - 14, paper.say(TITLE_WORDS), TITLE)
    paper.y -= 26
    for line in wrap([Run(paper.say(_SAYS), BODY)], COLUMN):
        paper.line(LEFT, paper.y - 9, line)
        paper.y -= 12.5
    paper.y -= 8
    examples: list[tuple[Cell, Text]] = [(box(words, 0), said) for words, said in _EXAMPLES]
    _print_table(paper, "", examples)
    found = {s.domain for form in forms.FORMS for s in form.sections}
    domains = [(box(code, 0), DOMAINS[code]) for code in sorted(found)]
    _print_table(paper, paper.say(_DOMAIN_WORDS), domains)


def _print_table(paper: Paper, title: str, lines: list[tuple[Cell, Text]]) -> None:
    rows = [TableRow([cell, [Run(paper.say(said), BODY)]]) for cell, said in lines]
    columns = [Column(200), Column(COLUMN - 200)]
    Table(columns, rows, title=title, padding=6, after=10).print(paper)
