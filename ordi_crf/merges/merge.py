"""What was merged: the union of trails, where they came from, and the files kept in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ordi_crf import forms, study
from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.core.merging import Conflict, Union, UnsettledError, conflicts, merged, union_of
from ordi_crf.core.records import AuditEntry, StudyData
from ordi_crf.core.replay import replayed
from ordi_crf.forms.schema import Text
from ordi_crf.merges.errors import BrokenSourceError, OpenConflictsError, SourceError

_KIND = ("study", "kind")
_SHOWN = 60
"""Characters of what a file says that a sentence repeats."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A file that was merged, and the last entry of the trail it brought."""

    name: str
    sha256: str
    """Of the file as it was when it was read."""
    head: str
    entries: int
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Any number of deliveries as one; `|` is the union, whose order makes no difference."""

    union: Union = field(default_factory=Union)
    origins: frozenset[Origin] = frozenset()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Kept files by their SHA-256."""

    def __or__(self, other: Merge) -> Merge:
        return Merge(
            self.union | other.union, self.origins | other.origins, {**self.files, **other.files}
        )

    @property
    def conflicts(self) -> list[Conflict]:
        """Return what is left to be settled."""
        return conflicts(self.union)

    def data(self, name: str) -> StudyData:
        """Return the one study it tells; OpenConflictsError where it tells none yet."""
        try:
            if len(self.union.chains) == 1 and not self.union.settlements:
                return replayed(link.entry for link in self.union.chains[0])
            return merged(self.union)
        except UnsettledError as error:
            raise OpenConflictsError(name, error.conflicts) from error
        except (KeyError, ValueError) as error:
            raise untold(name, error) from error

    @property
    def kinds(self) -> set[str]:
        """Return what kinds of data its studies say they hold."""
        links = self.union.links.values()
        told = [e.new for e in (link.entry for link in links) if (e.action, e.item) == _KIND]
        return {kind for kind in told if kind}

    def file(self, digest: str) -> bytes | None:
        """Return the bytes of a kept file by their SHA-256."""
        return self.files.get(digest)


def merge_of(name: str, sha256: str, trail: Sequence[AuditEntry], files: Mapping[str, bytes],
             place: Text | None = None) -> Merge:  # fmt: skip
    """Return one trail as a merge of itself; BrokenSourceError names the first broken entry."""
    if not trail:
        raise SourceError(_EMPTY.format(name=name))
    refuse_broken(name, trail, place)
    refuse_untold(name, trail)
    last = trail[-1]
    origin = Origin(name, sha256, last.hash, len(trail), last.at, last.actor)
    return Merge(union_of(trail), frozenset((origin,)), files)


def refuse_broken(name: str, trail: Sequence[AuditEntry], place: Text | None = None) -> None:
    """Raise BrokenSourceError at the first entry that does not follow from the one before."""
    previous = ""
    for number, entry in enumerate(trail, start=1):
        if entry.id != number or entry.hash != entry_hash(previous, entry):
            raise BrokenSourceError(broken(name, number, place))
        previous = entry.hash


def refuse_untold(name: str, trail: Iterable[AuditEntry]) -> None:
    """Raise SourceError where entries are of a visit, form or row that the definitions do not have.

    Their hashes say nothing of that: who makes a trail up computes them as well.
    """
    told = {(entry.visit, entry.form, entry.section, entry.row) for entry in trail if entry.form}
    try:
        for visit, form, section, row in sorted(told):
            study.event(visit)
            due = _rows(form).get(section)
            if row and due is not None and row not in due:
                raise KeyError(row)
    except KeyError as error:
        raise untold(name, error) from error


def untold(name: str, error: Exception) -> SourceError:
    """Return that a file tells of what this program does not have."""
    return SourceError(_UNTOLD.format(name=name, error=str(error)[:_SHOWN]))


@cache
def _rows(form: str) -> Mapping[str, frozenset[str]]:
    """Return the rows of the sections whose rows are printed beforehand; KeyError."""
    return {
        section.name: frozenset(code.value for code in section.rows.codes)
        for section in forms.form(form).sections
        if section.rows is not None
    }


def entry_hash(previous: str, entry: AuditEntry) -> str:
    """Return the hash that an entry has after another."""
    return chain_hash(previous, *(getattr(entry, name) for name in AUDIT_FIELDS))


def broken(name: str, number: int, place: Text | None = None) -> Text:
    """Return that a trail breaks at an entry."""
    at = place or Text("", "")
    return Text(
        f"{name}: audit entry {number} was changed, inserted or follows a removed one.{at.en} "
        "Nothing of it is merged: ask the site for the file again.",
        f"{name}: la entrada de auditoría {number} fue modificada, insertada o sigue a una "
        f"eliminada.{at.es} No se combina nada de él: pida de nuevo el archivo al centro.",
    )


_EMPTY = Text(
    "{name} holds no audit trail: there is nothing to merge.",
    "{name} no contiene auditoría: no hay nada que combinar.",
)
_UNTOLD = Text(
    "{name} tells of what this version of the program does not have ({error}). Use the version "
    "that wrote it, or a later one.",
    "{name} se refiere a algo que esta versión del programa no tiene ({error}). Use la versión "
    "que lo escribió o una posterior.",
)
