"""The study that merged trails tell, once nothing is left to be settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ordi_crf.core import verification
from ordi_crf.core.merging.conflicts import DRAWING, SUBJECT, Conflict, conflicts, decided
from ordi_crf.core.merging.naming import ordered, renamed
from ordi_crf.core.merging.union import Link, Settlement, Union, Where
from ordi_crf.core.missing import Place
from ordi_crf.core.records import AuditEntry, RecordKey, StudyData
from ordi_crf.core.replay import replayed
from ordi_crf.core.verified import Verified

SETTLE = "settle"
"""The action of the entries that tell what was settled."""
KIND = "merged"


class UnsettledError(ValueError):
    """Conflicts are left; `conflicts` are all of them."""

    def __init__(self, left: Sequence[Conflict]) -> None:
        super().__init__(f"{len(left)} conflicts are not settled")
        self.conflicts = tuple(left)


def merged(union: Union) -> StudyData:
    """Return the study that all trails tell together; UnsettledError while any disagree.

    Its trail holds every entry of every file, under the hash it has there, and what was settled.
    """
    if left := conflicts(union):
        raise UnsettledError(left)
    order = ordered(union)
    told = renamed(union, order)
    words = decided(union)
    state = replayed(_numbered([*_without_drawings(union, order, told, words), *_words(words)]))
    trail = _numbered([*told, *(_told(s) for s in _in_order(union))])
    verified = {key: _standing(state, key) for key in state.verified}
    return replace(state, properties=_properties(union), audit=trail, verified=verified)


def _standing(state: StudyData, key: RecordKey) -> Mapping[Place, Verified]:
    """Return what of a form was verified as it stands here, whatever another file changed."""
    record, said = state.records[key], state.verified[key]
    known = set(verification.places(record))
    return {
        place: stands
        for place, stands in said.items()
        if place in known and verification.digest(record, place) == stands.digest
    }


def _numbered(told: Sequence[AuditEntry]) -> tuple[AuditEntry, ...]:
    return tuple(replace(entry, id=n) for n, entry in enumerate(told, start=1))


def _without_drawings(
    union: Union, order: Sequence[Link], told: Sequence[AuditEntry],
    words: Mapping[Where, tuple[str, str | None]],
) -> Iterator[AuditEntry]:  # fmt: skip
    """Yield the entries that count: of drawings settled between files, only the chosen one's."""
    chosen = {place[:7]: head for place, (_, head) in words.items() if place[-1] == DRAWING}
    for link, entry in zip(order, told, strict=True):
        head = chosen.get(_section(entry))
        if head is None or union.lines[link.hash] >= union.lines.get(head, frozenset()):
            yield entry


def _section(entry: AuditEntry) -> tuple[str, str, str, int, str, int, str]:
    return (
        entry.siteid, entry.subjid, entry.visit, entry.visit_repeat, entry.form, entry.form_repeat,
        entry.section,
    )  # fmt: skip


def _words(words: Mapping[Where, tuple[str, str | None]]) -> Iterator[AuditEntry]:
    """Yield the last words on places, so that they hold whatever order entries came in."""
    for place, (action, value) in sorted(words.items(), key=lambda known: known[0]):
        if place[-1] != DRAWING and place[6] != SUBJECT:
            yield _entry(place, action, value)


def _in_order(union: Union) -> list[Settlement]:
    return sorted(union.settlements.values(), key=lambda s: (s.at, s.hash))


def _told(settlement: Settlement) -> AuditEntry:
    entry = _entry(settlement.where, SETTLE, settlement.chosen)
    return replace(
        entry, at=settlement.at, actor=settlement.actor, reason=settlement.reason,
        hash=settlement.hash,
    )  # fmt: skip


def _entry(place: Where, action: str, value: str | None) -> AuditEntry:
    siteid, subjid, visit, visit_repeat, form, form_repeat, section, row, item = place
    return AuditEntry(
        0, "", "", "", "", "", action, siteid, subjid, visit, visit_repeat, form, form_repeat,
        section, row, item, None, value, None, "",
    )  # fmt: skip


def _properties(union: Union) -> Mapping[str, str]:
    """Return what every file says of the study; where they differ, all of it in order."""
    found: dict[str, set[str]] = {}
    for chain in union.chains:
        told = {e.item: e.new or "" for link in chain if (e := link.entry).action == "study"}
        for key, value in told.items():
            found.setdefault(key, set()).add(value)
    said = {key: "; ".join(sorted(values)) for key, values in sorted(found.items())}
    return {**said, "kind": said["kind"] if said.get("kind") == "synthetic" else KIND}
