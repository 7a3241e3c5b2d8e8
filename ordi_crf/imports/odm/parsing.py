"""XML read in pieces, with its SHA-256: no document type, no entities, no bottomless nesting.

A document type is where entities are declared that grow without end or read other files; ODM needs
none. The parser's limits hold for what is left.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn, Protocol
from xml.parsers import expat

from ordi_crf.forms.schema import Text
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.imports.files import named

_CHUNK = 1 << 20
_MOST_BYTES = 1 << 30
"""Of a whole study with its history; 200 subjects over two years have less than half of it."""
_DEEPEST = 30
"""Elements in elements; ODM with the audit trail has ten."""

_ABSENT = Text("{name} is not there any more.", "{name} ya no está ahí.")
_CLOSED = Text(
    "{name} cannot be read: is it open in another program, or was it moved?",
    "No se puede leer {name}: ¿está abierto en otro programa o se ha movido?",
)
_LARGE = Text(
    "{name} has more than {n} GB: that is no ODM file of this study.",
    "{name} ocupa más de {n} GB: no es un archivo ODM de este estudio.",
)
_NO_XML = Text(
    "{name} is not a whole XML file (line {line}: {why}). Export it again, or copy it again.",
    "{name} no es un archivo XML completo (línea {line}: {why}). Expórtelo o cópielo de nuevo.",
)
_TYPED = Text(
    "{name} declares a document type (line {line}), which ODM never needs and which can do harm: "
    "it is not read.",
    "{name} declara un tipo de documento (línea {line}), que ODM nunca necesita y que puede causar "
    "daños: no se lee.",
)
_DEEP = Text(
    "{name} nests elements too deeply (line {line}): it is no ODM file.",
    "{name} anida elementos con demasiada profundidad (línea {line}): no es un archivo ODM.",
)


class Reader(Protocol):
    """Takes the elements of a document as they come, by their local names."""

    @property
    def starts(self) -> Mapping[str, Callable[[Mapping[str, str]], None]]:
        """Return what takes the attributes of an element when it begins."""

    @property
    def ends(self) -> Mapping[str, Callable[[str], None]]:
        """Return what takes the text at the end of an element that has no others in it."""

    def open(self, namespace: str, name: str) -> None:
        """Take the first element; UnreadableFileError where the document is another one."""


def parse(path: Path, reader: Reader) -> str:
    """Give a file to a reader and return its SHA-256; UnreadableFileError."""
    digest = hashlib.sha256()
    document = _Document(named(path), reader)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableFileError(_LARGE.format(name=document.name, n=_MOST_BYTES >> 30))
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                document.feed(chunk)
    except FileNotFoundError as error:
        raise UnreadableFileError(_ABSENT.format(name=document.name)) from error
    except OSError as error:
        raise UnreadableFileError(_CLOSED.format(name=document.name)) from error
    document.close()
    return digest.hexdigest()


class _Document:
    """A document under way."""

    def __init__(self, name: str, reader: Reader) -> None:
        self.name = name
        self._reader = reader
        self._words: list[str] = []
        self._depth, self._namespace = 0, ""
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.StartDoctypeDeclHandler = self._refuse_type
        parser.EntityDeclHandler = self._refuse_type

    def feed(self, chunk: bytes) -> None:
        """Read a piece."""
        self._told(lambda: self._parser.Parse(chunk, False))

    def close(self) -> None:
        """Read the end."""
        self._told(lambda: self._parser.Parse(b"", True))

    def _told(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (expat.ExpatError, UnicodeError, LookupError) as error:
            line = self._parser.CurrentLineNumber
            why = expat.ErrorString(self._parser.ErrorCode) or "encoding"
            raise UnreadableFileError(_NO_XML.format(name=self.name, line=line, why=why)) from error

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(_DEEP)
        self._words.clear()
        namespace, _, local = name.rpartition(" ")
        if self._depth == 1:
            self._namespace = namespace
            self._reader.open(namespace, local)
        if namespace == self._namespace and (work := self._reader.starts.get(local)):
            work(attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        namespace, _, local = name.rpartition(" ")
        if namespace == self._namespace and (work := self._reader.ends.get(local)):
            work("".join(self._words))

    def _refuse_type(self, *_declared: object) -> None:
        self._refuse(_TYPED)

    def _refuse(self, why: Text) -> NoReturn:
        line = self._parser.CurrentLineNumber
        raise UnreadableFileError(why.format(name=self.name, line=line))
