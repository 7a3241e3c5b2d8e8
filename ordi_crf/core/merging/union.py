"""The union of trails: a set of entries by hash, and of what was settled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from ordi_crf.core.records import AuditEntry

Where: TypeAlias = tuple[str, str, str, int, str, int, str, str, str]
"""Site, subject, visit and its number, form and its number, section, row, item."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry and the hash of the one before it, blank for the first of a file."""

    previous: str
    entry: AuditEntry

    @property
    def hash(self) -> str:
        """Return the hash of the entry, which names all that was before it as well."""
        return self.entry.hash


@dataclass(frozen=True, slots=True)
class Settlement:
    """What somebody decided about a conflict, over the entries and settlements they saw."""

    where: Where
    over: frozenset[str]
    chosen: str | None
    reason: str
    actor: str
    at: str
    """ISO 8601, UTC."""

    @property
    def hash(self) -> str:
        """Return the SHA-256 by which it is known: of everything it says."""
        said = [self.where, sorted(self.over), self.chosen, self.reason, self.actor, self.at]
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Union:
    """Entries and settlements of any number of files; `|` is the union of two."""

    links: Mapping[str, Link] = field(default_factory=dict)
    settlements: Mapping[str, Settlement] = field(default_factory=dict)

    def __or__(self, other: Union) -> Union:
        return Union({**self.links, **other.links}, {**self.settlements, **other.settlements})

    def settled(self, settlement: Settlement) -> Union:
        """Return the same with one conflict settled."""
        return Union(self.links, {**self.settlements, settlement.hash: settlement})

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """Return the hashes after which no file goes on, in order."""
        followed = {link.previous for link in self.links.values()}
        return tuple(sorted(self.links.keys() - followed))

    @cached_property
    def chains(self) -> tuple[tuple[Link, ...], ...]:
        """Return the trail that ends in each head, oldest first."""
        return tuple(tuple(self._back(head))[::-1] for head in self.heads)

    @cached_property
    def lines(self) -> Mapping[str, frozenset[int]]:
        """Return for each entry the trails it is part of, as positions in `chains`."""
        found: dict[str, set[int]] = {}
        for n, chain in enumerate(self.chains):
            for link in chain:
                found.setdefault(link.hash, set()).add(n)
        return {known: frozenset(of) for known, of in found.items()}

    def _back(self, head: str) -> Iterator[Link]:
        link = self.links.get(head)
        while link is not None:
            yield link
            link = self.links.get(link.previous)


def union_of(trail: Sequence[AuditEntry]) -> Union:
    """Return the union that holds one trail, oldest entry first."""
    before = ["", *(entry.hash for entry in trail)]
    return Union({e.hash: Link(previous, e) for previous, e in zip(before, trail, strict=False)})


def where(entry: AuditEntry, row: str | None = None) -> Where:
    """Return the place of an entry, with another row where that has another name here."""
    return (
        entry.siteid, entry.subjid, entry.visit, entry.visit_repeat, entry.form, entry.form_repeat,
        entry.section, entry.row if row is None else row, entry.item,
    )  # fmt: skip


def entries(links: Iterable[Link]) -> list[AuditEntry]:
    """Return the entries of links."""
    return [link.entry for link in links]
