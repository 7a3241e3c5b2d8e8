"""A file that is brought in: read whole, once, with its digest; what kind it is, by its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ordi_crf.forms.schema import Text
from ordi_crf.imports import spreadsheet, text_table
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.table import Table

MOST_BYTES = 50 << 20
_LONGEST_NAME = 120

_ABSENT = Text("{name} is not there any more.", "{name} ya no está ahí.")
_CLOSED = Text(
    "{name} cannot be read: is it open in another program, or was it moved?",
    "No se puede leer {name}: ¿está abierto en otro programa o se ha movido?",
)
_LARGE = Text(
    "{name} has more than {n} MB: divide it by subjects or by months.",
    "{name} ocupa más de {n} MB: divídalo por pacientes o por meses.",
)
_EMPTY = Text("{name} is empty.", "{name} está vacío.")
_OLD = Text(
    "{name} is in the old format .xls: save it as .xlsx or CSV.",
    "{name} está en el formato antiguo .xls: guárdelo como .xlsx o CSV.",
)
_OTHER = Text(
    "{name} is no table: bring results in as CSV or .xlsx.",
    "{name} no es una tabla: traiga los resultados en CSV o .xlsx.",
)
_STARTS = {
    b"\xd0\xcf\x11\xe0": _OLD, b"%PDF": _OTHER, b"\x1f\x8b": _OTHER, b"\x89PNG": _OTHER,
    b"\xff\xd8\xff": _OTHER, b"SQLite": _OTHER, b"7z\xbc\xaf": _OTHER, b"Rar!": _OTHER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Brought:
    """A table out of a file, and which file that was."""

    name: str
    digest: str
    """SHA-256 of the file."""
    table: Table


def read(path: Path, sheet: str = "") -> Brought:
    """Return the table in a CSV or xlsx file; UnreadableFileError says why there is none."""
    name = named(path)
    content = content_of(path)
    for start, why in _STARTS.items():
        if content.startswith(start):
            raise UnreadableFileError(why.format(name=name))
    if content.startswith(b"PK"):
        table = spreadsheet.read(content, name, sheet)
    else:
        table = text_table.read(content, name)
    return Brought(name, hashlib.sha256(content).hexdigest(), table)


def content_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file, none of them where it has too many; UnreadableFileError."""
    name = named(path)
    too_large = UnreadableFileError(_LARGE.format(name=name, n=most >> 20))
    try:
        with path.open("rb") as file:
            content = b"" if path.stat().st_size > most else file.read(most + 1)
            large = path.stat().st_size > most or len(content) > most
    except FileNotFoundError as error:
        raise UnreadableFileError(_ABSENT.format(name=name)) from error
    except OSError as error:
        raise UnreadableFileError(_CLOSED.format(name=name)) from error
    if large:
        raise too_large
    if not content:
        raise UnreadableFileError(_EMPTY.format(name=name))
    return content


def named(path: Path) -> str:
    """Return the name of a file as a sentence and the trail can hold it."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in path.name)
    return shown[:_LONGEST_NAME]
