"""Open queries as a workbook with a column to answer in; the rest is there to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ordi_crf import __version__, study
from ordi_crf.core.query import LIMIT
from ordi_crf.core.query_answers import ANSWER, ANSWERED_BY, NUMBER, QUESTION, SUBJECT
from ordi_crf.export.files import replacing
from ordi_crf.export.plain_book import Cell, add_facts, add_table, new_book
from ordi_crf.export.queries.edition import Edition
from ordi_crf.forms.schema import Text

_COLUMNS = (
    NUMBER,
    SUBJECT,
    Text("Visit", "Visita"),
    Text("Form", "Formulario"),
    Text("Item", "Ítem"),
    Text("Value", "Valor"),
    Text("Asked (UTC)", "Planteada (UTC)"),
    Text("Asked by", "Planteada por"),
    QUESTION,
    ANSWER,
    ANSWERED_BY,
)
_QUERIES, _ABOUT = Text("Queries", "Consultas"), Text("About", "Acerca de")
_CHECK = Text("check of the program", "comprobación del programa")
_HOW = Text(
    "Write the answer beside its question and who gives it, and change nothing else: a line whose "
    "number or question was changed is refused when the file is read back.",
    "Escriba la respuesta junto a su pregunta y quién la da, y no cambie nada más: una línea con "
    "otro número u otra pregunta se rechaza al leer el archivo.",
)
_FACTS = tuple(
    Text(*words)
    for words in (
        ("Study", "Estudio"),
        ("Made (UTC)", "Fecha (UTC)"),
        ("Made by", "Hecha por"),
        ("Export", "Exportación"),
        ("Audit head", "Último hash de auditoría"),
        ("Program", "Programa"),
        ("How to answer", "Cómo responder"),
    )
)
_SYNTHETIC = Text("SYNTHETIC demonstration study", "Estudio SINTÉTICO de demostración")
_TO_FILL = PatternFill("solid", fgColor="FFFFF8DC")


def write(edition: Edition, target: Path) -> None:
    """Write the workbook; ExportError when the file cannot be written."""
    book = new_book(edition.at)
    header = [edition.say(words) for words in _COLUMNS]
    footer = f"{study.STUDYID}  {edition.at:%Y-%m-%d %H:%M} UTC  ORDI CRF {__version__}"
    page = add_table(book, edition.say(_QUERIES), header, _rows(edition), footer)
    _let_answer(page)
    _about(book, edition)
    with replacing(target) as beside:
        book.save(beside)


def _rows(edition: Edition) -> Iterator[Sequence[Cell]]:
    for entry in edition.entries:
        asked = entry.query.question
        by = edition.say(_CHECK) if entry.query.finding else f"{asked.actor} ({asked.role})"
        yield (
            entry.query.number, entry.key.subject.subjid, edition.visit(entry),
            edition.form(entry), edition.where(entry), entry.value, asked.at[:16].replace("T", " "),
            by, asked.text, None, None,
        )  # fmt: skip


def _let_answer(page: Worksheet) -> None:
    """Open the two columns that are filled in, and keep the others from slips."""
    answer, by = len(_COLUMNS) - 1, len(_COLUMNS)
    for row in page.iter_rows(min_row=2, min_col=answer, max_col=by):
        for cell in row:
            cell.protection, cell.fill = Protection(locked=False), _TO_FILL
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.number_format = "@"
    page.column_dimensions[get_column_letter(answer)].width = 60
    page.column_dimensions[get_column_letter(by)].width = 26
    if page.max_row > 1:
        short = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(LIMIT))
        short.add(f"{page.cell(2, answer).coordinate}:{page.cell(page.max_row, answer).coordinate}")
        page.add_data_validation(short)
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.protection.autoFilter = page.protection.sort = False


def _about(book: Workbook, edition: Edition) -> None:
    values = (
        f"{study.STUDYID} ({study.NCT})",
        f"{edition.at:%Y-%m-%d %H:%M:%S}",
        edition.actor,
        edition.export_id,
        edition.head,
        f"ORDI CRF {__version__}",
        edition.say(_HOW),
    )
    facts = [(edition.say(words), value) for words, value in zip(_FACTS, values, strict=True)]
    if edition.synthetic:
        facts.append((edition.say(_SYNTHETIC), ""))
    add_facts(book, edition.say(_ABOUT), facts)
