"""The audit trail as the AUDIT sheet has it, entry by entry, and the chain of its hashes.

A wrong hash is told from wrong content by the entry that follows: the one whose hash it covers is
the one that was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.records import AuditEntry
from ordi_crf.export.workbook.audit import COLUMNS
from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import Problem
from ordi_crf.verify.spreadsheet import Read

_NAMES = [name for name, _, _ in COLUMNS]
_TOLD = ("OLD", "NEW", "REASON")
"""Columns of which a blank is nothing; of the others it is an empty text."""
_PART, _PARTS = len(_NAMES), len(_NAMES) + 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry begins."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Told:
    """The entries that a workbook holds, where each begins, and what is wrong with them."""

    entries: tuple[AuditEntry, ...]
    problems: list[Problem]


def trail(lines: Iterable[tuple[Place, Sequence[Read]]]) -> Told:
    """Return the entries of the rows of AUDIT, headers left out, and whether the chain holds."""
    problems: list[Problem] = []
    entries: list[AuditEntry] = []
    places: list[Place] = []
    for place, rows in _whole(lines, problems):
        entry = _entry(place, rows, problems)
        if entry is not None:
            entries.append(entry)
            places.append(place)
    problems += broken(entries, places)
    return Told(tuple(entries), problems)


def _whole(
    lines: Iterable[tuple[Place, Sequence[Read]]], problems: list[Problem]
) -> Iterator[tuple[Place, list[Sequence[Read]]]]:
    """Yield the rows of each entry: more than one where a text needed several cells."""
    first, rows = Place("", 0), list[Sequence[Read]]()
    for place, line in lines:
        wide = [*line, *[None] * (_PARTS + 1 - len(line))]
        part, parts = wide[_PART], wide[_PARTS]
        due = len(rows) + 1
        if rows and (part != due or parts != rows[0][_PARTS]):
            problems.append(_problem(first, "PARTS", _CUT))
            rows = []
        if not rows:
            if part not in (None, 1) or (part is None) != (parts is None):
                problems.append(_problem(place, "PART", _CUT))
                wide[_PART] = wide[_PARTS] = parts = None
            first = place
        rows.append(wide)
        if parts is None or len(rows) == parts:
            yield first, rows
            rows = []
    if rows:
        problems.append(_problem(first, "PARTS", _CUT))


def _entry(
    place: Place, rows: Sequence[Sequence[Read]], problems: list[Problem]
) -> AuditEntry | None:
    """Return an entry, None where a cell holds what no entry can."""
    head = rows[0]
    told: dict[str, str | int | None] = {}
    for n, name in enumerate(_NAMES):
        integer = name in ("ID", "VISIT_REPEAT", "FORM_REPEAT")
        joined = [row[n] for row in rows] if name in _TOLD else [head[n]]
        if any(row[n] != head[n] for row in rows if name not in _TOLD):
            problems.append(_problem(place, name, _PARTED))
            return None
        if integer and _number(head[n]) is None:
            problems.append(_problem(place, name, _KIND))
            return None
        if not integer and not all(value is None or isinstance(value, str) for value in joined):
            problems.append(_problem(place, name, _KIND))
            return None
        told[name.lower()] = _number(head[n]) if integer else _joined(name, joined)
    return AuditEntry(**told)  # type: ignore[arg-type]  # checked above, by name


def _joined(name: str, values: Sequence[Read]) -> str | None:
    texts = [value for value in values if isinstance(value, str)]
    return "".join(texts) if texts or name not in _TOLD else None


def _number(value: Read) -> int | None:
    """Return a whole number, also as some programs write it back."""
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, float) and value.is_integer() else None


def broken(entries: Sequence[AuditEntry], places: Sequence[Place]) -> Iterator[Problem]:
    """Yield the entries at which the chain breaks; it goes on from what stands there."""
    previous, due = "", 1
    for n, (entry, place) in enumerate(zip(entries, places, strict=True)):
        right = _hash(previous, entry)
        if entry.id != due:
            yield _problem(place, "ID", _MOVED.format(id=entry.id, due=due))
        elif entry.hash != right:
            after = entries[n + 1] if n + 1 < len(entries) else None
            written = after is not None and _hash(right, after) == after.hash
            if written:
                yield _problem(place, "HASH", _WRONG_HASH.format(id=entry.id))
            else:
                yield _problem(place, "AT-REASON", _CHANGED.format(id=entry.id))
            previous, due = (right if written else entry.hash), entry.id + 1
            continue
        previous, due = entry.hash, entry.id + 1


def _hash(previous: str, entry: AuditEntry) -> str:
    return chain_hash(previous, *(getattr(entry, name) for name in AUDIT_FIELDS))


def _problem(place: Place, column: str, text: Text) -> Problem:
    return Problem(text, sheet=place.sheet, row=place.row, column=column)


_CUT = Text(
    "the parts of a long text do not follow each other.",
    "las partes de un texto largo no se siguen.",
)
_PARTED = Text(
    "the parts of one entry say different things here.",
    "las partes de una misma entrada dicen cosas distintas aquí.",
)
_KIND = Text(
    "the cell holds what no entry of the trail can.",
    "la celda contiene algo que ninguna entrada de la auditoría puede contener.",
)
_MOVED = Text(
    "entry {id} stands where {due} is due: entries were removed, inserted or moved.",
    "la entrada {id} ocupa el lugar de la {due}: se han quitado, insertado o movido entradas.",
)
_WRONG_HASH = Text(
    "the hash of entry {id} was changed; the entry after it tells what it was.",
    "se ha cambiado el hash de la entrada {id}; la siguiente indica cuál era.",
)
_CHANGED = Text(
    "entry {id} was changed, or follows one that was removed: it does not fit its hash.",
    "la entrada {id} se ha cambiado o sigue a una eliminada: no corresponde a su hash.",
)
