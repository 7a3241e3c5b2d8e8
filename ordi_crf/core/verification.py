"""Source data verification: which data points a form has, and how many agree with their source.

A data point is an answer, what is said of an absent one, or a whole drawing. Each is verified as it
stands: whatever changes it later takes that back (ICH E6(R2) 5.18.4 m).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ordi_crf import forms
from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record, RecordKey
from ordi_crf.core.verified import Verified
from ordi_crf.forms.schema import Section, Stroke

Known: TypeAlias = Mapping[Place, Verified]
"""What is verified of one form."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many data points are verified, of how many there are."""

    verified: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.verified + other.verified, self.total + other.total)

    @property
    def percent(self) -> int:
        """Return the whole percentage, 100 only when nothing is left."""
        return 100 * self.verified // self.total if self.total else 0

    @property
    def complete(self) -> bool:
        """Return whether there is something, and all of it is verified."""
        return 0 < self.total == self.verified


def places(record: Record) -> list[Place]:
    """Return the data points of a form that hold something to be verified, in its order."""
    return [
        place for section in forms.form(record.key.form).sections for place in _of(section, record)
    ]


def digest(record: Record, place: Place) -> str:
    """Return SHA-256 of what a form says at a data point, with its place; blank says so too."""
    section, row, item = place
    known = record.flavours.get(place)
    said = None if known is None else [known.flavour, known.comment]
    if item:
        found = record.sections.get(section, {}).get(row)
        value: object = None if found is None or found.voided else found.values.get(item)
    else:
        value = [[line.key, sorted(line.values.items())] for line in record.live(section)]
    body = json.dumps([section, row, item, value, said], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()


def holds(record: Record, place: Place, known: Known) -> bool:
    """Return whether a data point is verified as it stands."""
    found = known.get(place)
    return found is not None and found.digest == digest(record, place)


def left(record: Record, known: Known) -> list[Place]:
    """Return the data points that still have to be verified."""
    return [place for place in places(record) if not holds(record, place, known)]


def is_verified(record: Record, known: Known) -> bool:
    """Return whether a form holds something, and every data point of it is verified."""
    return share(record, known).complete


def share(record: Record, known: Known) -> Share:
    """Return how much of a form is verified."""
    found = places(record)
    return Share(sum(holds(record, place, known) for place in found), len(found))


def share_of(records: Iterable[Record], verified: Mapping[RecordKey, Known]) -> Share:
    """Return how much of several forms is verified, as of a visit or a subject."""
    return sum((share(record, verified.get(record.key, {})) for record in records), Share())


def _of(section: Section, record: Record) -> Iterator[Place]:
    if any(isinstance(item, Stroke) for item in section.items):
        if any(record.live(section.name)):
            yield section.name, "", ""
        return
    for place in record.flavours:
        if place[0] == section.name and not place[2]:
            yield place
    found = record.sections.get(section.name, {})
    for row in _rows(section, record):
        line = found.get(row)
        for item in section.items:
            place = section.name, row, item.name
            value = line.values.get(item.name) if line is not None and not line.voided else None
            if value is not None or place in record.flavours:
                yield place


def _rows(section: Section, record: Record) -> list[str]:
    if section.rows is not None:
        return [code.value for code in section.rows.codes]
    return list(record.sections.get(section.name, {})) if section.repeating else [""]
