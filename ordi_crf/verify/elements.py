"""Two ODM documents, element by element: which one says otherwise, is missing or is too many.

Both are read as they come and held against each other in document order. Where they part, the way
after which they agree best tells a changed element from one put in or taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from ordi_crf.export.odm.document import NAMESPACE
from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import MOST, Problem

_CHUNK = 1 << 20
_SIGHT = 100_000
"""Elements looked ahead: more than one subject has in two years."""
_WAYS = 3
"""Places ahead at which two documents may agree again, that are tried."""
_AGREED = 12
"""Elements by which it is judged how well they agree."""
_SHOWN = 80
"""Characters of a value that are shown."""
_XML = "http://www.w3.org/XML/1998/namespace "
_KEYS = ("OID", "ID", "SeqNum", "xml:lang", "CodedValue")
"""Attributes by which an element is known, beside references to another one's OID."""
_DATA = {
    "SubjectData": ("SubjectKey",),
    "StudyEventData": ("StudyEventOID", "StudyEventRepeatKey"),
    "FormData": ("FormOID", "FormRepeatKey"),
    "ItemGroupData": ("ItemGroupOID", "ItemGroupRepeatKey"),
    "ItemData": ("ItemOID",),
}
"""Elements of data, and what a person calls them by, without the prefix of the OID."""


@dataclass(frozen=True, slots=True)
class Element:
    """The start of an element with its attributes, or with no name a text inside one."""

    depth: int
    name: str
    said: tuple[tuple[str, str], ...]
    path: str = field(compare=False)
    """Where it stands, in words."""


def elements(path: Path) -> Iterator[Element]:
    """Yield the elements and texts of a document that was read before, in order."""
    reading = _Reading()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            reading.parser.Parse(chunk, False)
            yield from reading.taken()
    reading.parser.Parse(b"", True)
    yield from reading.taken()


class _Reading:
    """A document while it is read."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._hear
        self._labels: list[str] = []
        self._words: list[str] = []
        self._read: list[Element] = []

    def taken(self) -> list[Element]:
        """Return what was read since the last time."""
        read, self._read = self._read, []
        return read

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._end_words()
        local = name.removeprefix(f"{NAMESPACE} ")
        said = {key.replace(_XML, "xml:"): value for key, value in attributes.items()}
        depth = len(self._labels)
        self._labels.append(_label(local, said) if depth else "")
        path = self._path() or local
        self._read.append(Element(depth, local, tuple(sorted(said.items())), path))

    def _end(self, _name: str) -> None:
        self._end_words()
        self._labels.pop()

    def _hear(self, words: str) -> None:
        self._words.append(words)

    def _end_words(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        if words.strip():
            # What is between elements only sets them on lines of their own.
            self._read.append(Element(len(self._labels), "", (("", words),), self._path()))

    def _path(self) -> str:
        return " / ".join(filter(None, self._labels))


def _label(name: str, said: Mapping[str, str]) -> str:
    """Return what an element is called in a path; what only holds others of a study is not."""
    if name in ("ClinicalData", "ReferenceData", "AdminData", "Study", "MetaDataVersion"):
        return ""
    if name in _DATA:
        oid, *repeat = (said.get(key, "") for key in _DATA[name])
        return " ".join(filter(None, (_bare(name, oid), *repeat)))
    known = (key for key in said if key in _KEYS or key.endswith("OID"))
    return " ".join((name, *(said[key] for key in known)))


def _bare(name: str, oid: str) -> str:
    """Return an OID of data without the prefix that tells its kind, a subject's key as it is."""
    return oid if name == "SubjectData" else oid.partition(".")[2] or oid


class _Ahead:
    """A document with a view of what comes."""

    def __init__(self, found: Iterable[Element]) -> None:
        self._rest = iter(found)
        self._seen: list[Element] = []
        self._at = 0

    def get(self, n: int) -> Element | None:
        """Return the element so many ahead, None after the end."""
        place = self._at + n
        while len(self._seen) <= place:
            more = next(self._rest, None)
            if more is None:
                return None
            self._seen.append(more)
        return self._seen[place]

    def take(self, n: int) -> list[Element]:
        """Return so many elements, and go on behind them."""
        taken = self._seen[self._at : self._at + n]
        self._at += len(taken)
        if self._at > _SIGHT:
            del self._seen[: self._at]
            self._at = 0
        return taken

    def places(self, wanted: Element) -> list[int]:
        """Return how far ahead an element stands, the first few times."""
        found: list[int] = []
        for n in range(1, _SIGHT):
            element = self.get(n)
            if element is None or len(found) == _WAYS:
                break
            if element == wanted:
                found.append(n)
        return found

    def rest(self) -> int:
        """Return how many elements there are, as far as is looked."""
        n = 0
        while n < _SIGHT and self.get(n) is not None:
            n += 1
        return n


def differences(found: Iterable[Element], due: Iterable[Element]) -> Iterator[Problem]:
    """Yield what a document says otherwise than it should."""
    for count, problem in enumerate(_differences(_Ahead(found), _Ahead(due))):
        if count == MOST:
            yield Problem(_MORE)
            return
        yield problem


def _differences(found: _Ahead, due: _Ahead) -> Iterator[Problem]:
    while (here := found.get(0)) is not None or due.get(0) is not None:
        there = due.get(0)
        if here == there:
            found.take(1)
            due.take(1)
            continue
        added, gone = _parted(found, due, here, there)
        yield from _tops(_ADDED, found.take(added))
        yield from _tops(_GONE, due.take(gone))
        if not added and not gone and here is not None and there is not None:
            found.take(1)
            due.take(1)
            yield from _otherwise(here, there)


def _parted(
    found: _Ahead, due: _Ahead, here: Element | None, there: Element | None
) -> tuple[int, int]:
    """Return how many elements were added and how many are gone; none where one was changed."""
    if here is None or there is None:
        return found.rest(), due.rest()
    ways = [(0, 0)] if _alike(here, there) else []
    if ways and _agreement(found, due, 0, 0) == _AGREED:
        return 0, 0
    ways += [(n, 0) for n in found.places(there)] + [(0, n) for n in due.places(here)]
    best = max(ways, key=lambda way: _agreement(found, due, *way), default=None)
    if best is not None:
        return best
    return (1, 0) if here.depth >= there.depth else (0, 1)


def _alike(here: Element, there: Element) -> bool:
    """Return whether one can be the other, changed."""
    return here.depth == there.depth and bool(here.name) == bool(there.name)


def _agreement(found: _Ahead, due: _Ahead, added: int, gone: int) -> int:
    """Return how well documents agree after a way, the nearest of ways as good being first."""
    first = 0 if added or gone else 1
    places = range(first, _AGREED + first)
    return sum(found.get(added + n) == due.get(gone + n) for n in places)


def _tops(why: Text, several: Sequence[Element]) -> Iterator[Problem]:
    """Yield elements that are gone or too many, and not what is inside of them again."""
    top = _SIGHT
    for element in several:
        if element.depth <= top:
            top = element.depth
            yield Problem(why.format(what=_shown(_words(element))), sheet=element.path)


def _otherwise(here: Element, there: Element) -> Iterator[Problem]:
    if here.name != there.name:
        says = _SAYS.format(found=_shown(_words(here)), due=_shown(_words(there)))
        yield Problem(says, sheet=there.path)
        return
    said, known = dict(here.said), dict(there.said)
    for name in {**known, **said}:
        if said.get(name) != known.get(name):
            says = _SAYS.format(found=_shown(said.get(name)), due=_shown(known.get(name)))
            yield Problem(says, sheet=f"{there.path}, {name}" if name else there.path)


def _words(element: Element) -> str:
    if not element.name:
        return element.said[0][1]
    return " ".join((element.name, *(f'{name}="{value}"' for name, value in element.said)))


def _shown(text: str | None) -> str:
    if text is None:
        return "—"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


_SAYS = Text(
    "the file says {found}; made again from the audit trail it is {due}.",
    "el archivo dice {found}; rehecho a partir de la auditoría es {due}.",
)
_GONE = Text("this is missing: {what}.", "falta esto: {what}.")
_ADDED = Text(
    "this is not what the audit trail gives: {what}.",
    "esto no es lo que da la auditoría: {what}.",
)
_MORE = Text("And more of the same kind.", "Y más del mismo tipo.")
