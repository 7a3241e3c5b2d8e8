"""Signatures under a printed form: who, when, with which meaning; or what broke them."""

from __future__ import annotations

from ordi_crf.core.signature_words import sentence
from ordi_crf.core.signing import Standing
from ordi_crf.export.casebook.answer import Sheet
from ordi_crf.export.casebook.paper import COLUMN, Paper
from ordi_crf.export.casebook.table import Column, Table, TableRow
from ordi_crf.export.casebook.type import SMALL, STRONG, Ink, Mark, Run
from ordi_crf.forms.schema import Text

_TITLE = Text("Electronic signatures", "Firmas electrónicas")
_HOLDS = Text("Signed", "Firmado")
_BROKEN = Text("Broken", "Sin validez")
_FALSE = Text("False", "Falsa")
_WORD = Ink(STRONG.face, SMALL.size)


def signatures_table(sheet: Sheet) -> Table | None:
    """Return the signatures of a filled form; None where it has none."""
    if sheet.delivery is None:
        return None
    rows = [_row(sheet, standing) for standing in sheet.delivery.standings(sheet.record.key)]
    columns = [Column(92), Column(COLUMN - 92)]
    title = sheet.say(_TITLE)
    return Table(columns, rows, ink=SMALL, padding=4.4, title=title, after=10) if rows else None


def print_signatures(paper: Paper, sheet: Sheet) -> None:
    """Print the signatures of a filled form; nothing where it has none."""
    table = signatures_table(sheet)
    if table is not None:
        table.print(paper)


def _row(sheet: Sheet, standing: Standing) -> TableRow:
    word = _FALSE if standing.false else _HOLDS if standing.intact else _BROKEN
    mark = Mark.SIGNED if standing.intact else Mark.DRAFT
    told = Run(sheet.say(sentence(standing)), SMALL)
    return TableRow([[Run(sheet.say(word), _WORD, mark)], [told]])
