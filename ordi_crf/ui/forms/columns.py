"""Columns: what a list of records shows of each, chosen from the definition and CDISC's names.

CDISC ends the name of a start in STDAT, of an end in ENDAT, of "still going on" in ONGO, of a dose
in DOSE and of its unit in DOSU.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ordi_crf.core import values
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (  # fmt: skip
    Attachment,
    Choice,
    Date,
    FreeText,
    Item,
    Language,
    Number,
    Section,
    Values,
)

GAP = 14
"""Room between two columns, in pixels."""
_MOST, _FAIR, _SPARE = 7, 240, 40
"""Columns of a list, what one may take from others, and how far each grows beyond its want."""
_START, _END, _GOES_ON, _DOSE, _UNIT = "STDAT", "ENDAT", "ONGO", "DOSE", "DOSU"

Key = tuple[bool, Decimal, str]
"""What records are ordered by: blanks last, numbers by size, everything else by its text."""


@dataclass(frozen=True, slots=True)
class Column:
    """One item of a list, with the item that completes what it says."""

    item: Item
    unit: str = ""
    """The item that holds the unit of a dose."""
    goes_on: Item | None = None
    """The item that says that there is no end yet."""

    def said(self, answers: Values, language: Language) -> str:
        """Return what a record says in this column."""
        value = answers[self.item.name]
        if value is None:
            still = self.goes_on is not None and answers[self.goes_on.name] == "Y"
            return self.goes_on.label.in_(language) if still and self.goes_on is not None else ""
        unit = answers[self.unit] if self.unit else getattr(self.item, "unit", "")
        return f"{values.display(self.item, value, language)} {unit or ''}".rstrip()

    def key(self, answers: Values) -> Key:
        """Return what a record is ordered by in this column; a grade by its place in its list."""
        value = answers[self.item.name]
        number = Decimal(0)
        if isinstance(self.item, Number) and value is not None:
            number = values.number(value) or number
        elif isinstance(self.item, Choice) and value is not None:
            codes = [code.value for code in self.item.codes.codes]
            number = Decimal(codes.index(value)) if value in codes else Decimal(len(codes))
        return value is None, number, (value or "").casefold()


def columns_of(section: Section) -> tuple[Column, ...]:
    """Return the columns of a repeating section: what is required, when it was, and then more."""
    chosen = [item for item in section.items if framed(section, item)]
    chosen += [item for item in section.items if item not in chosen and _worth(section, item)]
    kept = {item.name for item in chosen[:_MOST]}
    return tuple(column(section, item) for item in section.items if item.name in kept)


def column(section: Section, item: Item) -> Column:
    """Return an item with the item that completes it."""
    names = {other.name for other in section.items}
    unit = item.name.removesuffix(_DOSE) + _UNIT if item.name.endswith(_DOSE) else ""
    goes_on = item.name.removesuffix(_END) + _GOES_ON if item.name.endswith(_END) else ""
    return Column(
        item,
        unit if unit in names else "",
        section.item(goes_on) if goes_on in names else None,
    )


def completing(section: Section) -> frozenset[str]:
    """Return the items that other items say with them."""
    return frozenset(_completing(section))


def framed(section: Section, item: Item) -> bool:
    """Return whether an item is always a column: what is required, and when it was."""
    dates = [other for other in section.items if isinstance(other, Date)]
    framing = item in dates and item.name.endswith((_START, _END))
    return item.required or item in dates[:1] or framing


def shares(wanted: Sequence[int], room: int, kept: Sequence[bool]) -> list[int]:
    """Return the widths of columns that want `wanted`, with GAP between them.

    Where room lacks, the last columns that need not be kept are left out (0), then the widest give
    way; where there is more, those that are cut get it, and then all of them a little.
    """
    found = [min(width, _FAIR) for width in wanted]
    for n in reversed(range(len(found))):
        if not kept[n] and _taken(found) > room:
            found[n] = 0
    while _taken(found) > room and max(found) > 1:
        widest = max(found)
        below = max((width for width in found if width < widest), default=1)
        cut = min(widest - below, -(-(_taken(found) - room) // found.count(widest)))
        found = [width - cut if width == widest else width for width in found]
    for n, width in enumerate(found):
        if width:
            found[n] = min(max(width, wanted[n]), width + max(0, room - _taken(found)))
    shown = sum(width > 0 for width in found)
    spare = max(0, min(_SPARE, (room - _taken(found)) // max(1, shown)))
    return [width + spare if width else 0 for width in found]


def _taken(widths: Sequence[int]) -> int:
    return sum(width + GAP for width in widths if width) - GAP


def _completing(section: Section) -> Iterator[str]:
    for item in section.items:
        found = column(section, item)
        if found.unit:
            yield found.unit
        if found.goes_on is not None:
            yield found.goes_on.name


def _worth(section: Section, item: Item) -> bool:
    """Return whether an item fits a list: no long text, no bare Yes or No, nothing said twice."""
    if item.name in completing(section):
        return False
    if isinstance(item, FreeText):
        return item.lines == 1
    if isinstance(item, Choice):
        return item.codes is not NY
    return isinstance(item, (Number, Date, Attachment))
