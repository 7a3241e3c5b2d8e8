"""The audit trail as lines of text, newest first, put into words only when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from ordi_crf import forms
from ordi_crf.core import values
from ordi_crf.core.records import AuditEntry
from ordi_crf.forms.schema import Item, Language
from ordi_crf.ui.roles import role_words
from ordi_crf.ui.wording import visit_words

Line = tuple[str, ...]


class AuditLines(Sequence[Line]):
    """One line an entry: when, who, subject, where, item, old, new and why."""

    def __init__(self, entries: Sequence[AuditEntry], language: Language) -> None:
        self._entries, self._language = entries, language
        self._worded: dict[int, Line] = {}

    def entry(self, number: int) -> AuditEntry:
        """Return the entry of a line."""
        return self._entries[len(self._entries) - 1 - number]

    def matching(self, text: str) -> Sequence[int]:
        """Return the numbers of the lines that hold every word of a text."""
        wanted = text.casefold().split()
        if not wanted:
            return range(len(self))
        return [n for n in range(len(self)) if _holds(self[n], wanted)]

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, number: int) -> Line: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Line]: ...

    def __getitem__(self, number: int | slice) -> Line | Sequence[Line]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if number not in self._worded:
            self._worded[number] = _line(self.entry(number), self._language)
        return self._worded[number]


def _line(entry: AuditEntry, language: Language) -> Line:
    where, item, definition = _names(entry, language)
    old, new = (
        value if definition is None else values.display(definition, value, language)
        for value in (entry.old, entry.new)
    )
    return (
        entry.at.replace("T", " ")[:19],
        f"{entry.actor}, {role_words(entry.role, language)}",
        entry.subjid,
        where,
        item,
        old or "",
        new or "",
        entry.reason or "",
    )


def _names(entry: AuditEntry, language: Language) -> tuple[str, str, Item | None]:
    """Return visit and form, row and item in words, and the item's definition where it has one."""
    if not entry.form:
        return entry.section, entry.item, None
    form = forms.form(entry.form)
    visit = visit_words(entry.visit, entry.visit_repeat, language)
    where = f"{visit} › {form.title.in_(language)}"
    section = next((s for s in form.sections if s.name == entry.section), None)
    if section is None:
        return where, entry.item, None
    item = next((i for i in section.items if i.name == entry.item), None)
    words = entry.item if item is None else item.label.in_(language)
    if section.rows is not None and entry.row:
        words = f"{section.rows.row(entry.row).text.in_(language)}, {words}"
    elif entry.row:
        words = f"{entry.row}: {words}"
    return where, words, item


def _holds(line: Line, wanted: Sequence[str]) -> bool:
    text = " ".join(line).casefold()
    return all(word in text for word in wanted)
