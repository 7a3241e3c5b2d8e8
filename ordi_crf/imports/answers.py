"""Answers read back out of a workbook of queries, with the digest of the file they came in.

A formula, an error and a control character are no answer: their line is refused with the reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ordi_crf.core.query_answers import COLUMNS, Line
from ordi_crf.forms.schema import Text
from ordi_crf.imports import files, spreadsheet
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.table import Table

_NO_QUERIES = Text(
    "{name} is no workbook of queries: choose the file that was exported and answered.",
    "{name} no es un libro de consultas: elija el archivo exportado y respondido.",
)


@dataclass(frozen=True, slots=True)
class Answers:
    """The lines of a file that have an answer, and which file that was."""

    lines: tuple[Line, ...]
    name: str
    digest: str
    """SHA-256 of the file."""

    @property
    def source(self) -> str:
        """Return what the audit trail says of the file."""
        return f"answers to queries: {self.name} SHA-256 {self.digest}"


def read(path: Path) -> Answers:
    """Return the answers in a workbook of queries; UnreadableFileError when it is none."""
    name, content = files.named(path), files.content_of(path)
    if not content.startswith(b"PK"):
        raise UnreadableFileError(_NO_QUERIES.format(name=name))
    for table in _tables(content, name):
        columns = _columns(table.headings)
        if columns is not None:
            digest = hashlib.sha256(content).hexdigest()
            return Answers(tuple(_lines(table, columns)), name, digest)
    raise UnreadableFileError(_NO_QUERIES.format(name=name))


def _tables(content: bytes, name: str) -> Iterator[Table]:
    """Yield the table of each sheet that can be seen and has one."""
    for sheet in spreadsheet.sheets(content, name):
        try:
            yield spreadsheet.read(content, name, sheet)
        except spreadsheet.NoTableError:
            continue


def _columns(headings: Sequence[str]) -> tuple[int, ...] | None:
    """Return where number, subject, question, answer and its author stand; None without them."""
    found = []
    for words in COLUMNS:
        known = [n for n, cell in enumerate(headings) if cell in (words.en, words.es)]
        if not known:
            return None
        found.append(known[0])
    return tuple(found)


def _lines(table: Table, columns: Sequence[int]) -> Iterator[Line]:
    _, _, _, answered, _ = columns
    for row in table.rows:
        if row.cells[answered] or answered in row.wrong:
            why = next((row.wrong[n] for n in columns if n in row.wrong), None)
            number, subject, question, answer, by = (row.cells[n] for n in columns)
            yield Line(row.line, number, subject, question, answer, by, why)
