"""The merged file `NAME.ordi-merged`: lines of JSON under gzip, the same bytes for the same union.

One line says what it is, then come origins, entries with the hash before each, settlements and kept
files, each kind in one order; the last line is the SHA-256 of every line before it. `gunzip` and
any text editor read it. Nothing in it is believed: hashes are made again when it is read (ADR 18).
"""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from ordi_crf import study
from ordi_crf.core.merging import Link, Settlement, Union
from ordi_crf.core.records import AuditEntry
from ordi_crf.export.files import replacing
from ordi_crf.forms.schema import Text
from ordi_crf.merges.errors import BrokenSourceError, SourceError
from ordi_crf.merges.merge import Merge, Origin, broken, entry_hash, refuse_untold

SUFFIX = ".ordi-merged"
FORMAT = "ORDI-CRF merged 1"
GZIP = b"\x1f\x8b"
_LEVEL = 6
_LINE, _ALL = 256 << 20, 4 << 30
"""Bytes that a line, and the whole file, may unpack to: far more than any delivery has."""
_RATIO, _SPARED = 100, 16 << 20
"""What unpacks to more than so many times its size is no data, once it is large at all."""
_TEXTS = {"old", "new", "reason"}
"""What may be blank of an entry."""
_ENTRY = [field.name for field in fields(AuditEntry)]


def write(merge: Merge, target: Path) -> None:
    """Write a merged file, whole or not at all; ExportError when it cannot be written."""
    with (
        replacing(target) as beside,
        beside.open("wb") as raw,
        gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as file,
    ):
        total = hashlib.sha256()
        for said in _said(merge):
            line = _line(said)
            total.update(line)
            file.write(line)
        file.write(_line(["end", total.hexdigest()]))


def is_merged(path: Path) -> bool:
    """Return whether a file begins as a merged file does."""
    try:
        with path.open("rb") as file:
            return file.read(len(GZIP)) == GZIP
    except OSError:
        return False


def read(path: Path) -> Merge:
    """Return what a merged file holds; SourceError or BrokenSourceError (changed since)."""
    try:
        with gzip.open(path) as file:
            return _Reading(path.name).of(_lines(file, path.stat().st_size))
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(_CUT.format(name=path.name)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(_NOT_OURS.format(name=path.name)) from error


def _said(merge: Merge) -> Iterator[list[Any]]:
    yield ["format", FORMAT, study.STUDYID]
    for origin in sorted(merge.origins):
        yield ["origin", *asdict(origin).values()]
    for link in sorted(merge.union.links.values(), key=lambda known: (known.entry.id, known.hash)):
        yield ["entry", link.previous, *(getattr(link.entry, name) for name in _ENTRY)]
    for key, s in sorted(merge.union.settlements.items()):
        yield ["settlement", key, list(s.where), sorted(s.over), s.chosen, s.reason, s.actor, s.at]
    for digest, content in sorted(merge.files.items()):
        yield ["file", digest, base64.b64encode(content).decode()]


def _line(said: list[Any]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _lines(file: gzip.GzipFile, packed: int) -> Iterator[bytes]:
    """Yield the lines of a file of so many bytes; ValueError where they are no data any more."""
    left = min(_ALL, max(_SPARED, _RATIO * packed))
    while line := file.readline(min(left, _LINE) + 1):
        left -= len(line)
        if len(line) > _LINE or left < 0:
            raise ValueError("too much")
        yield line


class _Reading:
    """A merged file while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._origins: set[Origin] = set()
        self._links: dict[str, Link] = {}
        self._settled: dict[str, Settlement] = {}
        self._files: dict[str, bytes] = {}
        self._total, self._ended = hashlib.sha256(), False

    def of(self, lines: Iterator[bytes]) -> Merge:
        """Return what the lines say, once everything was verified."""
        first = next(lines, b"")
        if json.loads(first)[:2] != ["format", FORMAT]:
            raise ValueError(first[:40])
        self._total.update(first)
        for line in lines:
            self._take(line)
        if not self._ended:
            raise SourceError(_CUT.format(name=self._name))
        self._refuse_holes()
        refuse_untold(self._name, (link.entry for link in self._links.values()))
        return Merge(Union(self._links, self._settled), frozenset(self._origins), self._files)

    def _take(self, line: bytes) -> None:
        if self._ended:
            raise BrokenSourceError(_CHANGED.format(name=self._name))
        kind, *said = json.loads(line)
        match kind:
            case "origin":
                origin = Origin(*said)
                if not all(isinstance(v, int if n == "entries" else str) for n, v in _of(origin)):
                    raise TypeError(origin.name)
                self._origins.add(origin)
            case "entry":
                self._entry(*said)
            case "settlement":
                self._settlement(*said)
            case "file":
                self._file(*said)
            case "end":
                self._ended = True
                if said != [self._total.hexdigest()]:
                    raise BrokenSourceError(_CHANGED.format(name=self._name))
            case _:
                raise ValueError(kind)
        self._total.update(line)

    def _entry(self, previous: str, *said: Any) -> None:  # noqa: ANN401  (out of JSON)
        entry = AuditEntry(*said)
        _refuse_kinds(entry)
        if entry.hash != entry_hash(previous, entry):
            raise BrokenSourceError(broken(self._name, entry.id))
        self._links[entry.hash] = Link(previous, entry)

    def _settlement(
        self, key: str, where: list[Any], over: list[str], chosen: str | None, *said: str
    ) -> None:
        known = Settlement(_where(where), frozenset(over), chosen, *said)
        if known.hash != key:
            raise BrokenSourceError(_CHANGED.format(name=self._name))
        self._settled[key] = known

    def _file(self, digest: str, content: str) -> None:
        try:
            kept = base64.b64decode(content, validate=True)
        except binascii.Error as error:
            raise ValueError(digest) from error
        if hashlib.sha256(kept).hexdigest() != digest:
            raise BrokenSourceError(_CHANGED.format(name=self._name))
        self._files[digest] = kept

    def _refuse_holes(self) -> None:
        """Raise where an entry stands whose forerunner is not there, or has another number."""
        before: Mapping[str, Link] = self._links
        for link in sorted(self._links.values(), key=lambda known: known.entry.id):
            due = before[link.previous].entry.id + 1 if link.previous in before else 1
            if (link.previous and link.previous not in before) or link.entry.id != due:
                raise BrokenSourceError(broken(self._name, link.entry.id))


def _of(kept: Origin | AuditEntry) -> Iterator[tuple[str, object]]:
    for part in fields(kept):
        yield part.name, getattr(kept, part.name)


def _refuse_kinds(entry: AuditEntry) -> None:
    """Raise TypeError where an entry holds what none can, whatever its hash covers."""
    for name, value in _of(entry):
        kind = int if name in ("id", "visit_repeat", "form_repeat") else str
        if type(value) is not kind and not (value is None and name in _TEXTS):
            raise TypeError(name)


def _where(said: list[Any]) -> tuple[str, str, str, int, str, int, str, str, str]:
    siteid, subjid, visit, visit_repeat, form, form_repeat, section, row, item = said
    return siteid, subjid, visit, visit_repeat, form, form_repeat, section, row, item


_NOT_OURS = Text(
    "{name} is no merged file of ORDI CRF. Choose a study file, a workbook, a package or a merged "
    "file.",
    "{name} no es un archivo combinado de ORDI CRF. Elija un archivo de estudio, un libro, un "
    "paquete o un archivo combinado.",
)
_CUT = Text(
    "{name} is broken or was cut short: it cannot be read to its end. Ask for it again.",
    "{name} está dañado o incompleto: no se puede leer hasta el final. Pídalo de nuevo.",
)
_CHANGED = Text(
    "{name} was changed after it was written: its SHA-256 is another. Ask for it again.",
    "{name} se ha cambiado después de escribirse: su SHA-256 es otro. Pídalo de nuevo.",
)
