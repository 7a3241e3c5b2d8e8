"""Names that two files gave to different things: rows of lists, queries, signatures and locks.

A row that was added is known by the entry that began it. Where two files added rows under one
number, the earlier keeps it and the later takes the next that is free, in all that is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush

from ordi_crf import forms
from ordi_crf.core.merging.union import Link, Union
from ordi_crf.core.records import AuditEntry

_QUERY = re.compile(r"(?P<item>.*\.QUERY)(?P<number>[0-9]+)(?P<message>\.[0-9]+)?")
_NUMBERED = ("signature", "scope_lock", "adjudication")
"""Sections of the trail whose row is a number that counts through the study."""


def ordered(union: Union) -> list[Link]:
    """Return every entry after those it followed, else by time and hash: one order for a set."""
    following: dict[str, list[Link]] = {}
    for link in union.links.values():
        before = link.previous if link.previous in union.links else ""
        following.setdefault(before, []).append(link)
    found: list[Link] = []
    ready = [(*_moment(link), link) for link in following.pop("", [])]
    heapify(ready)
    while ready:
        *_, link = heappop(ready)
        found.append(link)
        for after in following.get(link.hash, ()):
            heappush(ready, (*_moment(after), after))
    return found


def renamed(union: Union, order: Sequence[Link]) -> list[AuditEntry]:
    """Return the entries in an order under names that no two things share."""
    names = _names(union, order)
    begun = _beginnings(union)
    return [_named(link.entry, names.get(begun.get(link.hash, ""), "")) for link in order]


def _moment(link: Link) -> tuple[str, str]:
    return link.entry.at, link.hash


def _thing(entry: AuditEntry) -> tuple[tuple[object, ...], str] | None:
    """Return the list that an entry's thing is counted in, and its number; None for the rest."""
    query = _QUERY.fullmatch(entry.item)
    if entry.action in ("query", "message") and query is not None:
        return ("query",), query["number"]
    if entry.section in _NUMBERED and entry.row:
        return (entry.section,), entry.row
    if not entry.form or not entry.row or not _repeats(entry):
        return None
    return (entry.record, entry.section), entry.row


def _repeats(entry: AuditEntry) -> bool:
    sections = {section.name: section for section in forms.form(entry.form).sections}
    section = sections.get(entry.section)
    return section is not None and section.repeating


def _beginnings(union: Union) -> Mapping[str, str]:
    """Return for each entry about a thing the hash of the entry that began that thing."""
    found: dict[str, str] = {}
    for chain in union.chains:
        first: dict[object, str] = {}
        for link in chain:
            thing = _thing(link.entry)
            if thing is not None:
                found[link.hash] = first.setdefault(thing, link.hash)
    return found


def _names(union: Union, order: Iterable[Link]) -> Mapping[str, str]:
    """Return what each beginning is called: its own number, or the next that is free."""
    begun = set(_beginnings(union).values())
    mine = [(link, thing) for link in order if (thing := _thing(link.entry)) is not None]
    first = [(link, thing) for link, thing in mine if link.hash in begun]
    taken: dict[object, set[int]] = {}
    for _, (counted, number) in first:
        taken.setdefault(counted, set()).add(int(number))
    names: dict[str, str] = {}
    given: set[object] = set()
    for link, (counted, number) in first:
        if (counted, number) not in given:
            given.add((counted, number))
            names[link.hash] = number
            continue
        free = max(taken[counted]) + 1
        taken[counted].add(free)
        names[link.hash] = str(free)
    return names


def _named(entry: AuditEntry, number: str) -> AuditEntry:
    if not number:
        return entry
    query = _QUERY.fullmatch(entry.item)
    if entry.action in ("query", "message") and query is not None:
        return replace(entry, item=f"{query['item']}{number}{query['message'] or ''}")
    return replace(entry, row=number)
