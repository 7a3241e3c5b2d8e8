"""What of the identification list stands in a text: names, numbers and births of the subjects.

Common words are names too (Rubio, Delgado, Rosa): one part of a name alone is a hit only where it
is written as a name, two parts of one name wherever they stand together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ordi_crf.core.identifiers.kinds import Found, Kind
from ordi_crf.core.values import Unreadable, parse
from ordi_crf.forms.schema import Date, Text

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4
"""Letters of a part of a name that is looked for alone; "de" and "Paz" are not."""
_FEWEST_DIGITS = 5
_BORN = Date("BORN", Text("Born", "Nacimiento"))


@dataclass(frozen=True, slots=True)
class Listed:
    """Who the subjects are, as far as whoever exports may know it."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Of records and telephones."""
    births: tuple[str, ...] = ()
    """As typed; looked for where it is a full date."""
    _parts: dict[str, tuple[int, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for n, name in enumerate(self.names):
            for part in _WORD.findall(name):
                known = self._parts.get(folded(part), ())
                self._parts[folded(part)] = (*known, n)

    def found(self, text: str) -> Iterator[Found]:
        """Yield what of the list stands in a text."""
        if self._parts:
            yield from self._named(text)
        digits = re.sub(r"\D", "", text)
        for number in self.numbers:
            plain = re.sub(r"\D", "", number)
            if len(plain) >= _FEWEST_DIGITS and plain in digits and _apart(plain, text):
                yield Found(Kind.RECORD, number)
        for day in _days(self.births):
            for written in (f"{day:%Y-%m-%d}", rf"0?{day.day}[/.-]0?{day.month}[/.-]{day.year}"):
                if hit := re.search(rf"(?<!\d){written}(?!\d)", text):
                    yield Found(Kind.BIRTH, hit[0])

    def _named(self, text: str) -> Iterator[Found]:
        """Yield runs of words that are parts of one name."""
        run: list[re.Match[str]] = []
        whose: set[int] = set()
        for word in _WORD.finditer(text):
            of = set(self._parts.get(folded(word[0]), ()))
            together = bool(run) and not text[run[-1].end() : word.start()].strip(" ,.-")
            if of and together and whose & of:
                run, whose = [*run, word], whose & of
                continue
            yield from _said(text, run)
            run, whose = ([word], of) if of else ([], set())
        yield from _said(text, run)


def folded(word: str) -> str:
    """Return a word without case and accents."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _said(text: str, run: list[re.Match[str]]) -> Iterator[Found]:
    long = [word[0] for word in run if len(word[0]) >= _LEAST]
    if (len(run) > 1 and long) or (long and long[0][0].isupper()):
        yield Found(Kind.NAME, text[run[0].start() : run[-1].end()])


def _apart(digits: str, text: str) -> bool:
    """Return whether these digits stand in a text by themselves, whatever separates them."""
    spaced = r"[ ./-]?".join(digits)
    return re.search(rf"(?<!\d){spaced}(?!\d)", text) is not None


def _days(births: tuple[str, ...]) -> Iterator[date]:
    for born in births:
        try:
            day = parse(_BORN, born)
        except Unreadable:
            continue
        if day is not None:
            yield date.fromisoformat(day)
