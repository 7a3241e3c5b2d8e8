"""Open conflicts as a workbook, a line each, with three columns to settle them in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ordi_crf import __version__, study
from ordi_crf.core.merging import Conflict, Head
from ordi_crf.core.merging.wording import (
    form_words,
    head_words,
    item_of,
    item_words,
    value_words,
    visit_words,
)
from ordi_crf.export.files import replacing
from ordi_crf.export.plain_book import Cell, add_facts, add_table, new_book
from ordi_crf.forms.schema import Language, Text

SHEET = "CONFLICTS"
KEY, CHOSEN, OTHER, REASON = "CONFLICT", "CHOSEN", "OTHER", "REASON"
THIRD = "OTHER"
"""What is chosen where no file is right and the value beside it is."""
PLACE = ("SITEID", "SUBJID", "VISIT", "VISIT_REPEAT", "FORM", "FORM_REPEAT", "SECTION", "ROW",
         "ITEM")  # fmt: skip
SAID = ("VALUE", "MEANS", "WHO", "WHEN", "WHY")
"""What stands of each head, with its number behind."""
_WORDS = ("VISIT_NAME", "FORM_NAME", "ITEM_NAME")
_MOST = 32_000
"""Characters of a cell: what is longer is shown from its beginning."""
_TO_FILL = PatternFill("solid", fgColor="FFFFF8DC")


def key(conflict: Conflict) -> str:
    """Return by what a conflict is known: its place and who says what, and nothing since."""
    said = [conflict.where, [head.hash for head in conflict.heads]]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()[:20]


def write(conflicts: Sequence[Conflict], target: Path, at: datetime, language: Language) -> None:
    """Write the workbook; ExportError when the file cannot be written."""
    book = new_book(at)
    most = max((len(conflict.heads) for conflict in conflicts), default=2)
    heads = [f"{name}_{n}" for n in range(1, most + 1) for name in SAID]
    header = [KEY, *PLACE, *_WORDS, *heads, "HISTORY", CHOSEN, OTHER, REASON]
    footer = f"{study.STUDYID}  {at:%Y-%m-%d %H:%M} UTC  ORDI CRF {__version__}"
    rows = [_row(conflict, most, language) for conflict in conflicts]
    page = add_table(book, SHEET, header, rows, footer)
    _let_settle(page, conflicts)
    facts = [(name.in_(language), text.in_(language)) for name, text in _ABOUT]
    add_facts(book, "README", facts)
    with replacing(target) as beside:
        book.save(beside)


def value_of(conflict: Conflict, head: Head) -> str:
    """Return what a cell shows of what a head says."""
    return (head.value or "")[:_MOST]


def _row(conflict: Conflict, most: int, language: Language) -> list[Cell]:
    where = conflict.where
    row: list[Cell] = [key(conflict), *where]
    row += [words(where, language) for words in (visit_words, form_words, item_words)]
    for head in conflict.heads:
        means = head_words(where, head, language)[:_MOST]
        row += [value_of(conflict, head), means, head.actor, head.at, head.reason]
    row += [None] * (len(SAID) * (most - len(conflict.heads)))
    return [*row, "\n".join(history(conflict, language))[:_MOST], None, None, None]


def history(conflict: Conflict, language: Language) -> Iterator[str]:
    """Yield all that was ever said of a place, oldest first, a line each."""
    for entry in conflict.history:
        where = (*conflict.where[:7], entry.row, entry.item)
        said = value_words(where, entry.new, language)
        why = f" ({entry.reason})" if entry.reason else ""
        yield f"{entry.at[:16].replace('T', ' ')}, {entry.actor}: {said[:80]}{why}"


def _let_settle(page: Worksheet, conflicts: Sequence[Conflict]) -> None:
    """Offer in CHOSEN the numbers of the heads, and a third value where there can be one."""
    last = page.max_column
    for number, conflict in enumerate(conflicts, start=2):
        choices = [str(n) for n in range(1, len(conflict.heads) + 1)]
        choices += [THIRD] if item_of(conflict.where) is not None else []
        offered = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        offered.add(f"{get_column_letter(last - 2)}{number}")
        page.add_data_validation(offered)
        for column in range(last - 2, last + 1):
            page.cell(number, column).fill = _TO_FILL
            page.cell(number, column).number_format = "@"


_ABOUT = (
    (
        Text("What this is", "Qué es"),
        Text(
            "Places that two files changed without knowing of each other, a line each. VALUE_1 is "
            "what the first says, MEANS_1 the same in words, then who, when and why; so for 2 and "
            "on. HISTORY is all that was ever said of the place.",
            "Lugares que dos archivos cambiaron sin conocerse, una línea cada uno. VALUE_1 es lo "
            "que dice el primero, MEANS_1 lo mismo en palabras, después quién, cuándo y por qué; "
            "igual para 2 y siguientes. HISTORY es todo lo dicho alguna vez del lugar.",
        ),
    ),
    (
        Text("How to settle", "Cómo resolver"),
        Text(
            "Fill in CHOSEN with the number of the one that holds, or with OTHER and the value "
            "that does in OTHER (blank means blank), and REASON with why. Change nothing else: a "
            "line that was changed is refused. Lines without CHOSEN stay open. Then merge the same "
            "files again with --settle and this workbook.",
            "Escriba en CHOSEN el número del que vale, o OTHER y en OTHER el valor que vale (en "
            "blanco significa en blanco), y en REASON el motivo. No cambie nada más: una línea "
            "modificada se rechaza. Las líneas sin CHOSEN siguen abiertas. Combine de nuevo los "
            "mismos archivos con --settle y este libro.",
        ),
    ),
)
