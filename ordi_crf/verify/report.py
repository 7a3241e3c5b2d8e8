"""What verifying a file came to: what it is, what holds, what does not and where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ordi_crf.forms.schema import Text

MOST = 100
"""Problems of one sheet that are told one by one."""


class UnreadableError(Exception):
    """A file is no file of this program, or cannot be read; `message` is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold, in a sentence, and where it stands."""

    text: Text
    file: str = ""
    """Inside a package."""
    sheet: str = ""
    row: int = 0
    """As spreadsheets count, the header being 1; 0 for the whole sheet."""
    column: str = ""

    @property
    def said(self) -> Text:
        """Return the sentence with its place before it."""
        if not self.sheet:
            return self.text if not self.file else _at(self.file, self.text)
        en, es = self.sheet, self.sheet
        if self.row:
            en, es = f"{en}, row {self.row}", f"{es}, fila {self.row}"
        if self.column:
            en, es = f"{en}, {self.column}", f"{es}, {self.column}"
        placed = Text(f"{en}: {self.text.en}", f"{es}: {self.text.es}")
        return placed if not self.file else _at(self.file, placed)


@dataclass(slots=True)
class Report:
    """What verifying one file came to."""

    kind: Text
    name: str
    facts: list[tuple[Text, str]] = field(default_factory=list)
    """What the file says of itself."""
    holds: list[Text] = field(default_factory=list)
    """What was looked at and is as it should be."""
    notes: list[Text] = field(default_factory=list)
    """What could not be looked at, and why."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Return whether nothing was found that does not hold."""
        return not self.problems

    def take(self, inner: Report) -> None:
        """Take what verifying a file inside this one came to."""
        self.problems += [replace(problem, file=inner.name) for problem in inner.problems]
        self.holds += [_at(inner.name, text) for text in inner.holds]
        self.notes += [_at(inner.name, text) for text in inner.notes]


def _at(name: str, text: Text) -> Text:
    return Text(f"{name}: {text.en}", f"{name}: {text.es}")
