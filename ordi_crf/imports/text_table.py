"""A table out of a text file: separators, quotes and encodings as laboratories send them."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import StringIO

from ordi_crf.forms.schema import Text
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.table import Row, Table, tabled

SEPARATORS = (";", "\t", ",", "|")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_WESTERN = Text(
    "The file is not in UTF-8: it was read as Western European text (Windows-1252). Check that "
    "accents and µ are right.",
    "El archivo no está en UTF-8: se ha leído como texto occidental (Windows-1252). Compruebe que "
    "los acentos y µ son correctos.",
)
_NUL = Text(
    "{name} holds NUL bytes: it is damaged, or no text file. Export it again from the laboratory.",
    "{name} contiene bytes NUL: está dañado o no es un archivo de texto. Expórtelo de nuevo.",
)
_ENCODING = Text(
    "{name} is in no encoding that can be read: save it as UTF-8.",
    "{name} está en una codificación que no se puede leer: guárdelo como UTF-8.",
)
_NO_SEPARATOR = Text(
    "{name} has no separator (semicolon, tab, comma) in its headings: is it a table?",
    "{name} no tiene separador (punto y coma, tabulador, coma) en sus encabezados: ¿es una tabla?",
)
_QUOTES = Text(
    "{name} ends, or breaks, inside a quoted cell at line {line}: is it cut off?",
    "{name} acaba o se rompe dentro de una celda entre comillas en la línea {line}: ¿está cortado?",
)


def read(content: bytes, name: str) -> Table:
    """Return the table of a text file; UnreadableFileError."""
    text, western = _decoded(content, name)
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    separator = _separator(lines)
    if separator is None:
        raise UnreadableFileError(_NO_SEPARATOR.format(name=name))
    notices = (_WESTERN,) if western else ()
    return tabled(name, _rows(text, separator, name), notices=notices)


def _decoded(content: bytes, name: str) -> tuple[str, bool]:
    """Return the text, and whether it had to be taken for Western European."""
    wide = content.startswith(_UTF_16)
    if not wide and b"\0" in content:
        raise UnreadableFileError(_NUL.format(name=name))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise UnreadableFileError(_NUL.format(name=name))
        return text, encoding == "cp1252"
    raise UnreadableFileError(_ENCODING.format(name=name))


def _separator(lines: list[str]) -> str | None:
    """Return what separates the cells: what the first line that has enough of one has most of."""
    for line in lines:
        unquoted = "".join(line.split('"')[::2])
        counts = {separator: unquoted.count(separator) for separator in SEPARATORS}
        most = max(counts, key=lambda separator: counts[separator])
        if counts[most] > 1:
            return most
    return None


def _rows(text: str, separator: str, name: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield Row(reader.line_num, tuple(cell.strip() for cell in cells))
    except csv.Error as error:
        raise UnreadableFileError(_QUOTES.format(name=name, line=reader.line_num)) from error
