"""Where two files say different things without knowing of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ordi_crf import forms
from ordi_crf.core.life import CONTENT_ACTIONS
from ordi_crf.core.merging.naming import ordered, renamed
from ordi_crf.core.merging.union import Link, Settlement, Union, Where, where
from ordi_crf.core.records import AuditEntry, Status
from ordi_crf.forms.schema import Stroke

SUBJECT, DRAWING, STATUS = "subject", "DRAWING", ("record", "", "STATUS")
"""The section that enrols, what stands for a whole drawing, and the place of a form's state."""
_STATES = list(Status)


@dataclass(frozen=True, slots=True)
class Head:
    """A last word on a place: by a file, or by who settled what files said before."""

    hash: str
    value: str | None
    actor: str
    at: str
    reason: str | None
    settled: bool = False
    """Whether somebody settled it, rather than a file saying it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place with more than one last word, and all that was ever said of it, oldest first."""

    where: Where
    heads: tuple[Head, ...]
    history: tuple[AuditEntry, ...]

    def settle(self, chosen: str | None, reason: str, actor: str, at: str) -> Settlement:
        """Return what somebody decides; ValueError without a reason."""
        if not reason.strip():
            raise ValueError("a conflict is settled with a reason")
        over = frozenset(head.hash for head in self.heads)
        return Settlement(self.where, over, chosen, reason.strip(), actor, at)


def conflicts(union: Union) -> list[Conflict]:
    """Return what has to be settled, in order of place."""
    found = []
    for place, (heads, history) in sorted(_places(union).items()):
        if place[-3:] == STATUS or agree(place, heads):
            continue
        found.append(Conflict(place, heads, history))
    return found


def decided(union: Union) -> Mapping[Where, tuple[str, str | None]]:
    """Return action and value of what holds where more than one file or a settlement speaks.

    The state of a form is the least advanced: what one file signed, another may have changed.
    """
    found: dict[Where, tuple[str, str | None]] = {}
    for place, (heads, history) in _places(union).items():
        if place[-3:] == STATUS:
            said = [Status(head.value) for head in heads if head.value]
            found[place] = history[-1].action, min(said, key=_STATES.index).value
        elif agree(place, heads):
            found[place] = history[-1].action, heads[0].value
    return found


def agree(place: Where, heads: Sequence[Head]) -> bool:
    """Return whether the last words on a place are one."""
    if place[6] == SUBJECT or place[8] == DRAWING:
        # One number for two people, and two drawings of one visit, agree in nothing by chance.
        return len(heads) == 1 or (all(head.settled for head in heads) and _one(heads))
    return _one(heads)


def chosen(place: Where, head: Head) -> str | None:
    """Return what a settlement says that takes a head: its value; of a drawing, who ends it."""
    return head.hash if place[8] == DRAWING and not head.settled else head.value


def _one(heads: Sequence[Head]) -> bool:
    return len({head.value for head in heads}) == 1


def _places(union: Union) -> dict[Where, tuple[tuple[Head, ...], tuple[AuditEntry, ...]]]:
    """Return the places that files changed apart from each other, or that were settled."""
    order = ordered(union)
    named = {link.hash: entry for link, entry in zip(order, renamed(union, order), strict=True)}
    said: dict[Where, list[Link]] = {}
    for link in order:
        place = _place(named[link.hash])
        if place is not None:
            said.setdefault(place, []).append(link)
    settled: dict[Where, list[Settlement]] = {}
    for settlement in union.settlements.values():
        settled.setdefault(settlement.where, []).append(settlement)
    found = {}
    for place, links in said.items():
        heads = _heads(union, links, settled.get(place, ()))
        if len(heads) > 1 or place in settled:
            found[place] = heads, tuple(link.entry for link in links)
    return found


def _place(entry: AuditEntry) -> Where | None:
    """Return the place an entry changes, None for what is only ever added to."""
    if not entry.subjid or entry.action not in CONTENT_ACTIONS:
        return None
    if entry.form and entry.section != "record" and _drawn(entry):
        return (*where(entry, "")[:8], DRAWING)
    return None if entry.item == "VERSION" else where(entry)


def _drawn(entry: AuditEntry) -> bool:
    sections = {section.name: section for section in forms.form(entry.form).sections}
    section = sections.get(entry.section)
    return section is not None and any(isinstance(item, Stroke) for item in section.items)


def _heads(union: Union, links: Sequence[Link], settled: Iterable[Settlement]) -> tuple[Head, ...]:
    last: dict[int, Link] = {}
    for link in links:
        for line in union.lines[link.hash]:
            last[line] = link
    spoken = {link.hash: link for link in last.values()}
    # A word that stands on another's line, too, was known to whoever spoke there later.
    known = {h for h in spoken if any(last[line].hash != h for line in union.lines[h])}
    over = frozenset[str]().union(*(settlement.over for settlement in settled))
    heads = [
        Head(h, link.entry.new, link.entry.actor, link.entry.at, link.entry.reason)
        for h, link in spoken.items()
        if h not in known and h not in over
    ]
    left = [settlement for settlement in settled if settlement.hash not in over]
    heads += [Head(s.hash, s.chosen, s.actor, s.at, s.reason, settled=True) for s in left]
    return tuple(sorted(heads, key=lambda head: (head.at, head.hash)))
