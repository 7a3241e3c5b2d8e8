"""The audit trail as lines of text, newest first, put into words only when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from ordi_crf.core.records import AuditEntry
from ordi_crf.core.trail import Wanted
from ordi_crf.forms.schema import Language
from ordi_crf.ui.pages.audit_words import AuditWords, Line


class AuditLines(Sequence[Line]):
    """One line an entry: when, who, subject, where, item, old, new and why."""

    def __init__(self, entries: Sequence[AuditEntry], language: Language) -> None:
        self._entries, self._words = entries, AuditWords(language)
        self._worded: dict[int, Line] = {}

    def entry(self, number: int) -> AuditEntry:
        """Return the entry of a line."""
        return self._entries[len(self._entries) - 1 - number]

    def matching(self, text: str, wanted: Wanted | None = None) -> Sequence[int]:
        """Return the numbers of the lines that are wanted and hold every word of a text."""
        words, looked = text.casefold().split(), wanted or Wanted()
        if not words and looked == Wanted():
            return range(len(self))
        # Only what is left of the trail is put into words.
        kept = (n for n in range(len(self)) if looked.holds(self.entry(n)))
        return [n for n in kept if not words or _holds(self[n], words)]

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
            self._worded[number] = self._words.line(self.entry(number))
        return self._worded[number]


def _holds(line: Line, wanted: Sequence[str]) -> bool:
    text = " ".join(line).casefold()
    return all(word in text for word in wanted)
