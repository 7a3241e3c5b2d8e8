"""A laboratory's results out of a file: its lines as the mapping of the study reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ordi_crf.core.lab_lines import Line
from ordi_crf.core.lab_mapping import Field, LabMapping, MappingError, from_text
from ordi_crf.core.proposals import Origin, Source
from ordi_crf.forms.schema import Text
from ordi_crf.imports import files
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.files import Brought

KIND = "laboratory results"
"""What the audit trail calls such an import."""
_NO_TEXT = Text("{name} is no text in UTF-8.", "{name} no es un texto en UTF-8.")


def read(path: Path, sheet: str = "") -> Brought:
    """Return the table of a laboratory's file; UnreadableFileError."""
    return files.read(path, sheet)


def lines(brought: Brought, mapping: LabMapping) -> tuple[Line, ...]:
    """Return the lines of a file by the fields that a mapping names; MappingError."""
    headings = brought.table.headings
    wrong = mapping.against(headings)
    if wrong is not None:
        raise MappingError(wrong)
    at = {field: headings.index(heading) for field, heading in mapping.columns.items()}
    return tuple(_lines(brought, at))


def source(brought: Brought) -> Source:
    """Return how the audit trail names a file."""
    return Source(KIND, brought.name, brought.digest)


def read_mapping(path: Path) -> str:
    """Return the text of a mapping kept beside a study; UnreadableFileError."""
    try:
        return files.content_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_NO_TEXT.format(name=files.named(path))) from error


def mapping(path: Path) -> LabMapping:
    """Return the mapping in a file; UnreadableFileError says of which file it is none."""
    try:
        return from_text(read_mapping(path))
    except MappingError as error:
        name, why = files.named(path), error.message
        raise UnreadableFileError(Text(f"{name}: {why.en}", f"{name}: {why.es}")) from error


def _lines(brought: Brought, at: dict[Field, int]) -> Iterator[Line]:
    for row in brought.table.rows:
        cells = {field: row.cells[n] for field, n in at.items()}
        why = next((row.wrong[n] for n in at.values() if n in row.wrong), None)
        yield Line(Origin(brought.table.sheet, row.line), cells, why)
