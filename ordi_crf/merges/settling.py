"""What somebody settled, out of a workbook of conflicts: all lines of it, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ordi_crf.core import values
from ordi_crf.core.merging import Conflict, Settlement, chosen
from ordi_crf.core.merging.wording import item_of
from ordi_crf.forms.schema import Text
from ordi_crf.merges.conflict_book import (
    CHOSEN,
    KEY,
    OTHER,
    PLACE,
    REASON,
    SHEET,
    THIRD,
    key,
    value_of,
)
from ordi_crf.merges.errors import SettlementError
from ordi_crf.merges.merge import Merge
from ordi_crf.verify.report import UnreadableError
from ordi_crf.verify.spreadsheet import Odd, Read, book


def settled(merge: Merge, path: Path, actor: str, at: str) -> Merge:
    """Return a merge with the conflicts settled that a workbook settles.

    SettlementError names the first row that cannot be taken; no row is taken then.
    """
    open_ones = {key(conflict): conflict for conflict in merge.conflicts}
    union, done = merge.union, dict[str, int]()
    for row, cells in _lines(path):
        if not any(cells[name] for name in (CHOSEN, OTHER, REASON)):
            continue
        conflict = open_ones.get(cells[KEY])
        if conflict is None:
            raise _refused(path, row, _UNKNOWN)
        if done.setdefault(cells[KEY], row) != row:
            raise _refused(path, row, _TWICE.format(row=done[cells[KEY]]))
        union = union.settled(_settlement(conflict, cells, path, row, actor, at))
    return Merge(union, merge.origins, merge.files)


def third(conflict: Conflict, typed: str) -> str | None:
    """Return a value that no file has; Unreadable where it can be none of the item."""
    item = item_of(conflict.where)
    if item is None:
        raise values.Unreadable(_NO_THIRD)
    return values.parse(item, typed)


def _settlement(
    conflict: Conflict, cells: Mapping[str, str], path: Path, row: int, actor: str, at: str
) -> Settlement:
    if not _is_as_written(conflict, cells):
        raise _refused(path, row, _CHANGED)
    if _ODD in (cells[CHOSEN], cells[OTHER], cells[REASON]):
        raise _refused(path, row, _COMPUTED)
    if not cells[REASON].strip():
        raise _refused(path, row, _NO_REASON)
    words, heads = cells[CHOSEN].strip().upper(), conflict.heads
    if words == THIRD:
        try:
            value = third(conflict, cells[OTHER])
        except values.Unreadable as error:
            raise _refused(path, row, error.message) from error
        return conflict.settle(value, cells[REASON], actor, at)
    known = {str(n): head for n, head in enumerate(heads, start=1)}
    if words not in known or cells[OTHER]:
        raise _refused(path, row, _NO_CHOICE.format(n=len(heads)))
    return conflict.settle(chosen(conflict.where, known[words]), cells[REASON], actor, at)


def _is_as_written(conflict: Conflict, cells: Mapping[str, str]) -> bool:
    """Return whether a line says of place and values what it said when it was written."""
    place = all(
        cells.get(name, "") == str(part) for name, part in zip(PLACE, conflict.where, strict=True)
    )
    return place and all(
        _plain(cells.get(f"VALUE_{n}", "")) == _plain(value_of(conflict, head))
        for n, head in enumerate(conflict.heads, start=1)
    )


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the rows of a workbook of conflicts by the names of its columns."""
    try:
        with book(path) as opened:
            rows = list(opened.rows(SHEET)) if SHEET in opened.names else []
    except UnreadableError as error:
        raise SettlementError(error.message) from error
    header = [_text(cell) for cell in rows[0]] if rows else []
    if not {KEY, CHOSEN, OTHER, REASON, *PLACE} <= set(header):
        raise SettlementError(_NO_BOOK.format(name=path.name))
    for number, row in enumerate(rows[1:], start=2):
        cells = [*map(_text, row), *[""] * (len(header) - len(row))]
        if any(cells):
            yield number, dict(zip(header, cells, strict=False))


def _text(cell: Read) -> str:
    """Return what stands in a cell; a whole number may come back as another kind of number."""
    if isinstance(cell, Odd):
        return _ODD
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _refused(path: Path, row: int, why: Text) -> SettlementError:
    at = Text(f"{path.name}, row {row}: ", f"{path.name}, fila {row}: ")
    return SettlementError(Text(f"{at.en}{why.en}", f"{at.es}{why.es}"))


_ODD = "\0"
"""Stands for a formula, an error or a truth: no text in a workbook is like it."""
_COMPUTED = Text(
    "CHOSEN, OTHER and REASON are typed, not computed: a formula is in one of them.",
    "CHOSEN, OTHER y REASON se escriben, no se calculan: hay una fórmula en una de ellas.",
)
_NO_BOOK = Text(
    "{name} is no workbook of conflicts: write one with --conflicts and fill it in.",
    "{name} no es un libro de conflictos: escriba uno con --conflicts y rellénelo.",
)
_UNKNOWN = Text(
    "this is no open conflict of these files: it was settled, or a file has gone on since. Write "
    "the conflicts out again.",
    "no es un conflicto abierto de estos archivos: ya se resolvió o un archivo ha continuado "
    "desde entonces. Escriba de nuevo los conflictos.",
)
_TWICE = Text("row {row} settles the same.", "la fila {row} resuelve lo mismo.")
_CHANGED = Text(
    "the place or the values were changed. Fill in CHOSEN, OTHER and REASON alone.",
    "se han cambiado el lugar o los valores. Rellene solo CHOSEN, OTHER y REASON.",
)
_NO_REASON = Text(
    "REASON is blank: a conflict is settled with a reason.",
    "REASON está en blanco: un conflicto se resuelve con un motivo.",
)
_NO_CHOICE = Text(
    "CHOSEN is a number from 1 to {n} with OTHER left blank, or OTHER with the value beside it.",
    "CHOSEN es un número de 1 a {n} con OTHER en blanco, u OTHER con el valor al lado.",
)
_NO_THIRD = Text(
    "here only one of the files can be right: choose a number.",
    "aquí solo puede valer uno de los archivos: elija un número.",
)
