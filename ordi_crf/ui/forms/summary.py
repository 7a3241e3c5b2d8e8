"""A row in one line: its first answers, as a reader meets them in a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ordi_crf.core import values
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Choice, Date, Item, Language, Section, Values

_PARTS = 5


def summary(section: Section, answers: Values, language: Language) -> str:
    """Return the first answers of a row: dates as a period, yes as its question, no as nothing."""
    return "  ·  ".join(islice(_parts(section, answers, language), _PARTS))


def _parts(section: Section, answers: Values, language: Language) -> Iterator[str]:
    dates = [item for item in section.items if isinstance(item, Date)]
    for item in section.items:
        value = answers[item.name]
        if item in dates[:1]:
            period = " – ".join(d for d in (answers[date.name] for date in dates[:2]) if d)
            if period:
                yield period
        elif value is None or item in dates[:2]:
            continue
        elif text := _said(item, value, language):
            yield text


def _said(item: Item, value: str, language: Language) -> str:
    if isinstance(item, Choice) and item.codes is NY:
        return item.label.in_(language) if value == "Y" else ""
    unit = getattr(item, "unit", "")
    return f"{values.display(item, value, language)} {unit}".rstrip()
