"""Answers read back out of a workbook of queries, with the digest of the file they came in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from ordi_crf.core.query_answers import Line
from ordi_crf.export.queries.edition import ANSWER, ANSWERED_BY, NUMBER, QUESTION, SUBJECT
from ordi_crf.forms.schema import Text


class AnswersError(Exception):
    """A file of answers cannot be read; `message` is for the user, and nothing was taken."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


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
    """Return the answers in a workbook of queries; AnswersError when it is none."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        content = path.read_bytes()
        book = load_workbook(BytesIO(content), data_only=True)
    except OSError as error:
        raise AnswersError(_unreadable(path)) from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise AnswersError(_no_queries(path)) from error
    for page in book.worksheets:
        rows = [tuple(map(_text, row)) for row in page.iter_rows(values_only=True)]
        columns = _columns(rows[0]) if rows else None
        if columns is not None:
            digest = hashlib.sha256(content).hexdigest()
            return Answers(tuple(_lines(rows, columns)), path.name, digest)
    raise AnswersError(_no_queries(path))


def _columns(header: Sequence[str]) -> tuple[int, ...] | None:
    """Return where number, subject, question, answer and its author stand; None without them."""
    found = []
    for words in (NUMBER, SUBJECT, QUESTION, ANSWER, ANSWERED_BY):
        known = [n for n, cell in enumerate(header) if cell in (words.en, words.es)]
        if not known:
            return None
        found.append(known[0])
    return tuple(found)


def _lines(rows: Sequence[Sequence[str]], columns: tuple[int, ...]) -> Iterator[Line]:
    for n, row in enumerate(rows[1:], start=2):
        number, subject, question, answer, by = (row[column] for column in columns)
        if answer:
            yield Line(n, number, subject, question, answer, by)


def _text(value: object) -> str:
    """Return a cell as text: a spreadsheet may have made a number of the query's number."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _unreadable(path: Path) -> Text:
    return Text(
        "{name} cannot be read: is it open in another program, or was it moved?",
        "No se puede leer {name}: ¿está abierto en otro programa o se ha movido?",
    ).format(name=path.name)


def _no_queries(path: Path) -> Text:
    return Text(
        "{name} is no workbook of queries: choose the file that was exported and answered.",
        "{name} no es un libro de consultas: elija el archivo exportado y respondido.",
    ).format(name=path.name)
