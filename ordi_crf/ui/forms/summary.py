"""A row in one line: its first answers, as a reader meets them in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from ordi_crf.core import values
from ordi_crf.core.records import Row
from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import Choice, Date, Item, Language, Number, Section, Values
from ordi_crf.ui.forms.columns import column, completing

_PARTS, _NAMED = 5, 2
"""Answers told of a row, and rows told by name."""
_START, _END = "STDAT", "ENDAT"


def summary(section: Section, answers: Values, language: Language) -> str:
    """Return the first answers of a row: dates as a period, yes as its question, no as nothing."""
    return "  ·  ".join(islice(_parts(section, answers, language), _PARTS))


def tally(section: Section, rows: Sequence[Row], language: Language) -> str:
    """Return how often each answer was given in pre-printed rows; the seldom ones by their rows."""
    asked = section.items[0]
    given: dict[str, list[str]] = {}
    for row in rows:
        value = row.values[asked.name]
        if value is not None and section.rows is not None:
            words = section.rows.row(row.key).text.in_(language)
            given.setdefault(values.display(asked, value, language), []).append(words)
    most = max(map(len, given.values()), default=0)
    return "  ·  ".join(
        f"{said}: {', '.join(named)}" if len(named) <= _NAMED < most else f"{len(named)} × {said}"
        for said, named in given.items()
    )


def _parts(section: Section, answers: Values, language: Language) -> Iterator[str]:
    period = [i for i in section.items if isinstance(i, Date) and i.name.endswith((_START, _END))]
    completed = {name for name in completing(section) if not name.endswith("ONGO")}
    for item in section.items:
        value = answers[item.name]
        if len(period) > 1 and item in period:
            dates = [answers[date.name] for date in period]
            if item is period[0] and any(dates):
                yield " – ".join(date for date in dates if date)
        elif value is not None and item.name not in completed:
            yield from _said(section, item, answers, language)


def _said(section: Section, item: Item, answers: Values, language: Language) -> Iterator[str]:
    value = answers[item.name]
    said = column(section, item).said(answers, language)
    if isinstance(item, Choice) and item.codes is NY:
        if value == "Y":
            yield item.label.in_(language)
    elif isinstance(item, Number) and said == values.display(item, value, language):
        yield f"{item.label.in_(language)}: {said}"
    else:
        yield said
