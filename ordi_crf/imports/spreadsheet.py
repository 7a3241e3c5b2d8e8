"""A table out of a workbook that somebody sent: bounded in size, and never computed.

A formula is no result: what it shows depends on the program that opens it. Its cell is refused,
with the advice to paste values. XML that declares entities is refused before it is parsed.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from ordi_crf.forms.schema import Text
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.table import NoTableError, Row, Table, tabled

__all__ = ["NoTableError", "read", "sheets"]

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_BYTES = 200 << 20
"""Bytes of all parts of a workbook together, unpacked."""
MOST_PARTS = 1000
MOST_LINES = 1 << 20
"""Lines of a sheet, as spreadsheets have it."""
_RATIO, _SPARED = 200, 16 << 20
"""What unpacks to more than so many times its size is no data, once it is large at all."""
_TAG = 4 << 20
"""Bytes without the end of a tag: an element of so many attributes is read for minutes."""
_PIECE = 1 << 20
"""Bytes that are looked at together."""

_BROKEN = Text(
    "{name} is damaged or no workbook: open it in a spreadsheet, save it again as .xlsx or CSV.",
    "{name} está dañado o no es un libro: ábralo en una hoja de cálculo y guárdelo como .xlsx o "
    "CSV.",
)
_BOMB = Text(
    "{name} unpacks to more than {n} MB: it was not opened.",
    "{name} ocupa más de {n} MB desempaquetado: no se ha abierto.",
)
_ENTITIES = Text(
    "{name} declares XML entities, which no spreadsheet writes: it was not opened.",
    "{name} declara entidades XML, que ninguna hoja de cálculo escribe: no se ha abierto.",
)
_PASSWORD = Text(
    "{name} is protected by a password: save it without one.",
    "{name} está protegido con contraseña: guárdelo sin ella.",
)
_NO_SHEET = Text("{name} has no sheet “{sheet}”.", "{name} no tiene la hoja «{sheet}».")
_FORMULA = Text(
    "{cell} is a formula: copy the cells and paste them as values.",
    "{cell} es una fórmula: copie las celdas y péguelas como valores.",
)
_ERROR = Text("{cell} shows an error ({said}).", "{cell} muestra un error ({said}).")

_UNREADABLE = (
    BadZipFile, zlib.error, KeyError, ValueError, TypeError, IndexError, AttributeError,
    SyntaxError, EOFError, OSError, NotImplementedError, RuntimeError, OverflowError,
    RecursionError,
    AssertionError,
)  # fmt: skip
"""What zipfile, the XML parser and openpyxl raise over a damaged workbook."""


def read(content: bytes, name: str, sheet: str = "") -> Table:
    """Return the table of a sheet, of the first that can be seen where none is named.

    UnreadableFileError.
    """
    _refuse_dangerous(content, name)
    try:
        return _table(content, name, sheet)
    except _UNREADABLE as error:
        raise UnreadableFileError(_BROKEN.format(name=name)) from error


def sheets(content: bytes, name: str) -> tuple[str, ...]:
    """Return the names of the sheets that can be seen; UnreadableFileError."""
    _refuse_dangerous(content, name)
    try:
        with _open(content) as book:
            return tuple(_seen(book))
    except _UNREADABLE as error:
        raise UnreadableFileError(_BROKEN.format(name=name)) from error


def _refuse_dangerous(content: bytes, name: str) -> None:
    """Raise unless the parts of a workbook are few, small, and plain XML."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            known = parts.infolist()
            if any(part.flag_bits & 1 for part in known):
                raise UnreadableFileError(_PASSWORD.format(name=name))
            if len(known) > MOST_PARTS or _is_bomb(known):
                raise UnreadableFileError(_BOMB.format(name=name, n=MOST_BYTES >> 20))
            for part in known:
                xml = part.filename.casefold().endswith((".xml", ".rels", ".vml"))
                if xml and _declares(parts, part):
                    raise UnreadableFileError(_ENTITIES.format(name=name))
    except _UNREADABLE as error:
        raise UnreadableFileError(_BROKEN.format(name=name)) from error


def _is_bomb(parts: list[ZipInfo]) -> bool:
    """Return whether parts unpack to more than a list of results, or than their bytes can hold."""
    size, packed = sum(p.file_size for p in parts), sum(p.compress_size for p in parts)
    return size > MOST_BYTES or size > max(_SPARED, _RATIO * packed)


def _declares(parts: ZipFile, part: ZipInfo) -> bool:
    """Return whether a part declares a document type, or hides it in two bytes a character."""
    with parts.open(part) as opened:
        before, since = b"", 0
        while piece := opened.read(_PIECE):
            if not before and piece.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
                return True
            if b"<!DOCTYPE" in before + piece or b"<!ENTITY" in before + piece:
                return True
            closed = piece.rfind(b">")
            since = len(piece) - closed if closed >= 0 else since + len(piece)
            if since > _TAG:
                raise ValueError("a tag without end")
            before = piece[-len(b"<!DOCTYPE") :]
    return False


def _table(content: bytes, name: str, sheet: str) -> Table:
    with _open(content) as book:
        seen = _seen(book)
        if sheet and sheet not in seen:
            raise UnreadableFileError(_NO_SHEET.format(name=name, sheet=sheet[:60]))
        chosen = sheet or seen[0]
        rows = _rows(book, chosen, name)
        return tabled(name, rows, sheet=chosen, sheets=seen, ragged=False)


@contextmanager
def _open(content: bytes) -> Iterator[Workbook]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl does not keep of a file it reads is no concern here.
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _seen(book: Workbook) -> list[str]:
    return [page.title for page in book.worksheets if page.sheet_state == "visible"]


def _rows(book: Workbook, sheet: str, name: str) -> Iterator[Row]:
    page: Any = book[sheet]
    # What a sheet says of its own size need not be so.
    page.reset_dimensions()
    for line, cells in enumerate(page.iter_rows(), start=1):
        if line > MOST_LINES:
            raise UnreadableFileError(_BROKEN.format(name=name))
        if not cells:
            continue
        wrong = {n: why for n, cell in enumerate(cells) if (why := _wrong(cell)) is not None}
        texts = ("" if n in wrong else _text(cell.value) for n, cell in enumerate(cells))
        yield Row(line, tuple(texts), wrong)


def _wrong(cell: Any) -> Text | None:  # noqa: ANN401  (three kinds of cells without a common one)
    """Return why a cell has no value of its own."""
    if cell.data_type == "f":
        return _FORMULA.format(cell=cell.coordinate)
    if cell.data_type == "e":
        return _ERROR.format(cell=cell.coordinate, said=str(cell.value)[:20])
    return None


def _text(value: object) -> str:
    """Return a cell as text, numbers with the digits that the file has."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            exact = f"{Decimal(repr(value)):f}"
            return exact.removesuffix(".0")
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()
