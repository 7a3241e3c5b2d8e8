"""What changed between two deliveries, as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ordi_crf import __version__, study
from ordi_crf.core.comparison import About, Change, counted
from ordi_crf.core.merging.wording import form_words, item_words, value_words, visit_words
from ordi_crf.export.files import replacing
from ordi_crf.export.plain_book import add_facts, add_long_table, new_book
from ordi_crf.export.workbook.sheet import Line
from ordi_crf.forms.schema import Language, Text

SHEET = "CHANGES"
_COLUMNS = (
    ("SITEID", 8), ("SUBJID", 12), ("VISIT", 10), ("VISIT_REPEAT", 8), ("FORM", 8),
    ("FORM_REPEAT", 8), ("SECTION", 16), ("ROW", 10), ("ITEM", 18), ("ABOUT", 20), ("KIND", 12),
    ("VISIT_NAME", 24), ("FORM_NAME", 30), ("ITEM_NAME", 40), ("BEFORE", 24), ("AFTER", 24),
    ("BEFORE_DEC", 30), ("AFTER_DEC", 30), ("WHO", 24), ("WHEN", 22), ("REASON", 40),
)  # fmt: skip
_MOST = 32_000
_OLD, _NEW = Text("Earlier", "Anterior"), Text("Later", "Posterior")
_MADE = Text("Made (UTC)", "Fecha (UTC)")


def write(
    changes: Sequence[Change], names: tuple[str, str], target: Path, at: datetime,
    language: Language,
) -> None:  # fmt: skip
    """Write the workbook; ExportError when the file cannot be written."""
    book = new_book(at, long=True)
    facts = [
        (_OLD.in_(language), names[0]),
        (_NEW.in_(language), names[1]),
        (_MADE.in_(language), f"{at:%Y-%m-%d %H:%M}"),
        *((f"{a.in_(language)}, {k.in_(language).lower()}", n) for (a, k), n in totals(changes)),
    ]
    add_facts(book, "README", facts)
    footer = f"{study.STUDYID}  {at:%Y-%m-%d %H:%M} UTC  ORDI CRF {__version__}"
    rows = (_row(change, language) for change in changes)
    add_long_table(book, SHEET, _COLUMNS, rows, footer)
    with replacing(target) as beside:
        book.save(beside)


def totals(changes: Sequence[Change]) -> Iterator[tuple[tuple[Text, Text], str]]:
    """Yield how many changes there are of each sort, by its words."""
    for (about, kind), n in sorted(counted(changes).items(), key=_in_order):
        yield (about.value, kind.value), str(n)


def words(change: Change, language: Language) -> tuple[str, ...]:
    """Return a change in words: subject, visit, form, item, what, before, after, who, when."""
    who = f"{change.actor}, {change.when[:16].replace('T', ' ')}" if change.actor else ""
    return (
        change.at[1], visit_words(change.at, language), form_words(change.at, language),
        item_words(change.at, language), change.kind.value.in_(language),
        _said(change, change.old, language), _said(change, change.new, language), who,
    )  # fmt: skip


def _row(change: Change, language: Language) -> Line:
    coded = (change.old, change.new)
    decoded = tuple(_said(change, value, language) for value in coded)
    cells = (
        *change.at, change.about.name, change.kind.name, visit_words(change.at, language),
        form_words(change.at, language), item_words(change.at, language), *coded, *decoded,
        change.actor, change.when, change.reason,
    )  # fmt: skip
    return [cell[:_MOST] if isinstance(cell, str) else cell for cell in cells]


def _said(change: Change, value: str | None, language: Language) -> str:
    if value is None:
        return ""
    if change.about in (About.ANSWER, About.STATUS):
        return value_words(change.at, value, language)
    return value


def _in_order(counted_one: tuple[tuple[About, object], int]) -> tuple[str, str]:
    (about, kind), _ = counted_one
    return about.name, str(kind)
