"""Double entry: a form entered once more by another person, who does not see the first entry.

The two are compared answer by answer; rows that repeat are compared in the order of entry. Each
difference is settled once, with a reason (ICH E6(R3) 4.2.3; edc practice of adjudication).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest

from ordi_crf.core.missing import Place
from ordi_crf.core.records import Record, RecordKey, Row, Status
from ordi_crf.forms.schema import Attachment, Form, Section, Stroke

DOUBLE = "double_entry"
"""The property of the study that lists the forms entered twice."""


class Progress(StrEnum):
    """Where a second entry stands."""

    OPEN = "OPEN"
    DONE = "DONE"


@dataclass(frozen=True, slots=True)
class Adjudication:
    """What was decided about a difference: both answers, and the one that holds."""

    id: int
    place: Place
    first: str | None
    second: str | None
    chosen: str | None


@dataclass(frozen=True, slots=True)
class SecondEntry:
    """What another person entered of a form, as a record of its own, and what was decided."""

    record: Record
    actor: str
    progress: Progress = Progress.OPEN
    adjudications: tuple[Adjudication, ...] = ()

    @property
    def key(self) -> RecordKey:
        """Return the form it is the second entry of."""
        return self.record.key


@dataclass(frozen=True, slots=True)
class Difference:
    """Two answers that are not the same; a blank item is a row that only one of them has."""

    place: Place
    """Section, row and item, with the row of the first entry where that has one."""
    first: str | None
    second: str | None
    second_row: str = field(default="", compare=False)


def chosen_forms(properties_value: str | None) -> tuple[str, ...]:
    """Return the forms that are entered twice, as the study's property lists them."""
    return tuple((properties_value or "").split())


def can_be_entered_twice(form: Form) -> bool:
    """Return whether a form can be: nobody draws the same lesion or chooses the same file twice."""
    items = (item for section in form.sections for item in section.items)
    return not any(isinstance(item, Stroke | Attachment) for item in items)


def due(status: Status, entry: SecondEntry | None) -> bool:
    """Return whether a form of the chosen ones waits for its second entry."""
    open_still = entry is None or entry.progress is Progress.OPEN
    return open_still and status in (Status.COMPLETE, Status.VERIFIED)


def differences(form: Form, first: Record, entry: SecondEntry) -> list[Difference]:
    """Return the differences nobody has decided yet, in the order the items are asked."""
    settled = {adjudication.place for adjudication in entry.adjudications}
    found = (d for section in form.sections for d in _of_section(section, first, entry.record))
    return [difference for difference in found if difference.place not in settled]


def _of_section(section: Section, first: Record, second: Record) -> Iterator[Difference]:
    if not section.repeating:
        rows = [code.value for code in section.rows.codes] if section.rows else [""]
        for row in rows:
            one, other = first.values(section, row), second.values(section, row)
            yield from _of_row(section, Row(row, one), Row(row, other))
        return
    for a, b in zip_longest(first.live(section.name), second.live(section.name)):
        if a is not None and b is not None:
            yield from _of_row(section, a, b)
        elif a is not None:
            yield Difference((section.name, a.key, ""), _summary(a), None)
        elif b is not None:
            yield Difference((section.name, f"+{b.key}", ""), None, _summary(b), b.key)


def _of_row(section: Section, a: Row, b: Row) -> Iterator[Difference]:
    for item in section.items:
        one, other = a.values[item.name], b.values[item.name]
        if one != other:
            yield Difference((section.name, a.key, item.name), one, other, b.key)


def _summary(row: Row) -> str:
    """Return a row in one line, for who decides whether there is such a row."""
    return "; ".join(value for value in row.values.values() if value is not None)
