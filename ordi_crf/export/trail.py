"""Entries of the audit trail as a file of their own: what was looked for, as a table (T10).

Beside the words stand the codes and the hash, so that every line can be found in the whole trail.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from ordi_crf import __version__, study
from ordi_crf.core.records import AuditEntry
from ordi_crf.export.files import replacing
from ordi_crf.export.workbook.cells import parts
from ordi_crf.forms.schema import Language, Text

Words: TypeAlias = tuple[str, ...]
"""An entry in words: when, who, subject, where, item, old, new and why."""

_WORDED = (
    Text("When (UTC)", "Cuándo (UTC)"),
    Text("Who", "Quién"),
    Text("Subject", "Paciente"),
    Text("Where", "Dónde"),
    Text("Item", "Ítem"),
    Text("Old", "Antes"),
    Text("New", "Después"),
    Text("Why", "Motivo"),
)
_WIDTHS = (20, 28, 12, 34, 34, 18, 34, 30, 8, 10, 12, 10, 10, 8, 12, 8, 16, 66)
_CODED = ("ID", "ACTION", "MACHINE", "VERSION", "VISIT", "FORM", "SECTION", "ROW", "ITEM", "HASH")
_TRAIL, _ABOUT = Text("Audit trail", "Registro de auditoría"), Text("About", "Acerca de")
_FACTS = tuple(
    Text(*words)
    for words in (
        ("Study", "Estudio"),
        ("Made (UTC)", "Fecha (UTC)"),
        ("Made by", "Hecha por"),
        ("Entries", "Entradas"),
        ("Looked for", "Búsqueda"),
        ("Audit head", "Último hash"),
        ("Program", "Programa"),
    )
)


class Format(StrEnum):
    """A file of the trail, by its ending."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The entries that were looked for, each with its words, and what was looked for."""

    entries: Sequence[tuple[AuditEntry, Words]]
    total: int
    """How many entries the whole trail has."""
    wanted: str
    head: str
    at: datetime
    actor: str
    language: Language = Language.EN
    synthetic: bool = False

    @property
    def stem(self) -> str:
        """Return the start of a file name; its second keeps an export from replacing another."""
        kind = "_SYNTHETIC" if self.synthetic else ""
        return f"{study.STUDYID}{kind}_{self.at:%Y%m%dT%H%M%SZ}_audit"


def write(excerpt: Excerpt, folder: Path, kind: Format) -> Path:
    """Write the entries and return the file; ExportError when it cannot be written."""
    target = folder / f"{excerpt.stem}.{kind}"
    header = [*(t.in_(excerpt.language) for t in _WORDED), *_CODED]
    with replacing(target) as beside:
        if kind is Format.CSV:
            # A spreadsheet takes a file for UTF-8 by its mark alone.
            with beside.open("w", encoding="utf-8-sig", newline="") as file:
                rows = ([_harmless(text) for text in row] for row in _rows(excerpt))
                csv.writer(file).writerows([header, *rows])
        else:
            _write_book(excerpt, header, beside)
    return target


def _write_book(excerpt: Excerpt, header: Sequence[str], beside: Path) -> None:
    from ordi_crf.export.plain_book import add_facts, add_long_table, new_book

    book = new_book(excerpt.at, long=True)
    footer = f"{study.STUDYID}  {excerpt.at:%Y-%m-%d %H:%M} UTC  ORDI CRF {__version__}"
    name = _TRAIL.in_(excerpt.language)
    # What no cell can hold, such as a long stroke, is cut at what fits: the codes lead to the rest.
    rows = ([parts(text)[0] for text in row] for row in _rows(excerpt))
    add_long_table(book, name, list(zip(header, _WIDTHS, strict=True)), rows, footer)
    values = (
        f"{study.STUDYID} ({study.NCT})" + (" SYNTHETIC" if excerpt.synthetic else ""),
        f"{excerpt.at:%Y-%m-%d %H:%M:%S}",
        excerpt.actor,
        f"{len(excerpt.entries)} / {excerpt.total}",
        excerpt.wanted,
        excerpt.head,
        f"ORDI CRF {__version__}",
    )
    facts = [(t.in_(excerpt.language), v) for t, v in zip(_FACTS, values, strict=True)]
    add_facts(book, _ABOUT.in_(excerpt.language), facts)
    book.save(beside)


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: its first sign after an apostrophe."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _rows(excerpt: Excerpt) -> Iterable[Sequence[str]]:
    for e, words in excerpt.entries:
        visit = f"{e.visit} {e.visit_repeat}" if e.visit_repeat > 1 else e.visit
        codes = (str(e.id), e.action, e.machine, e.version, visit, e.form)
        yield (*words, *codes, e.section, e.row, e.item, e.hash)
