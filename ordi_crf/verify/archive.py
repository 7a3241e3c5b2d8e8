"""A zip that somebody sent, opened with care: broken, endless and misleading ones are refused.

What is refused before anything is unpacked: parts that together would take more room than a
delivery ever does (a bomb), names that lead out of the folder, the same name twice, passwords. A
document type in a part of XML can define entities without end or read other files (XML 1.0, 4.2);
no spreadsheet has one, so none is read.
"""

from __future__ import annotations

import errno
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import UnreadableError

LARGEST = 4 << 30
"""Bytes that a file may unpack to: far more than any delivery of this study."""
_RATIO, _SPARED = 200, 16 << 20
"""What unpacks to more than so many times its size is no data, once it is large at all."""
_PARTS = 5000
BROKEN_ZIP = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, UnicodeDecodeError)
"""What zipfile raises over an archive that is broken, or made to break what reads it: names in no
encoding, a version or a way of packing that is still to come, a part with a password."""
_CHUNK = 1 << 20
_TAG = 4 << 20
"""Bytes without the end of a tag: an element of so many attributes is read for minutes."""
_BARRED = (b"<!DOCTYPE", b"<!ENTITY")
_KEPT = max(map(len, _BARRED)) - 1
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00")


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """Give an archive whose parts can be read; UnreadableError for one that is not to be trusted.

    What breaks while it is read is the same sentence as what is broken at first sight.
    """
    try:
        with ZipFile(path) as archive:
            _refuse(path, archive.infolist())
            yield archive
    except (*BROKEN_ZIP, EOFError, OSError) as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        said = _FULL if full else _BROKEN
        raise UnreadableError(said.format(name=path.name)) from error


def refuse_entities(path: Path, archive: ZipFile) -> None:
    """Raise UnreadableError where a part of XML has a document type, or hides its letters."""
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels", ".vml")):
            with archive.open(part) as file:
                _look_through(path, iter(lambda: file.read(_CHUNK), b""))


def _look_through(path: Path, chunks: Iterator[bytes]) -> None:
    before, since = b"", 0
    for n, chunk in enumerate(chunks):
        closed = chunk.rfind(b">")
        since = len(chunk) - closed if closed >= 0 else since + len(chunk)
        if since > _TAG:
            raise UnreadableError(_BROKEN.format(name=path.name))
        if (not n and chunk[:4].startswith(_OTHER_ENCODINGS)) or b"\x00" in chunk[:8]:
            raise UnreadableError(_ENTITIES.format(name=path.name))
        seen = before + chunk
        if any(word in seen for word in _BARRED):
            raise UnreadableError(_ENTITIES.format(name=path.name))
        before = seen[-_KEPT:]


def is_bomb(parts: Sequence[ZipInfo]) -> bool:
    """Return whether parts, one or all of them, unpack to more than their bytes can be data of."""
    size, packed = sum(p.file_size for p in parts), sum(p.compress_size for p in parts)
    return size > LARGEST or any(
        unpacked > max(_SPARED, _RATIO * bytes_)
        for unpacked, bytes_ in ((size, packed), *((p.file_size, p.compress_size) for p in parts))
    )


def _refuse(path: Path, parts: list[ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(parts) > _PARTS or is_bomb(parts):
        raise UnreadableError(_BOMB.format(name=path.name))
    if len(set(names)) < len(names) or not all(map(_is_inside, names)):
        raise UnreadableError(_MISLEADING.format(name=path.name))
    if any(p.flag_bits & 1 or p.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for p in parts):
        raise UnreadableError(_BROKEN.format(name=path.name))


def _is_inside(name: str) -> bool:
    """Return whether the name of a part leads nowhere but into the archive."""
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name)


_BROKEN = Text(
    "{name} is broken or was cut short: it cannot be read to its end. Ask for it again.",
    "{name} está dañado o incompleto: no se puede leer hasta el final. Pídalo de nuevo.",
)
_FULL = Text(
    "There is no room to unpack {name}: the disk of temporary files is full.",
    "No hay sitio para abrir {name}: el disco de archivos temporales está lleno.",
)
_BOMB = Text(
    "{name} would unpack to more than any delivery holds. It was not opened.",
    "{name} ocuparía al abrirse más que cualquier entrega. No se ha abierto.",
)
_MISLEADING = Text(
    "{name} has parts whose names mislead. It was not opened.",
    "{name} contiene partes con nombres engañosos. No se ha abierto.",
)
_ENTITIES = Text(
    "{name} defines entities or hides its encoding, which no file of this program does. It was "
    "not read.",
    "{name} define entidades u oculta su codificación, lo que ningún archivo de este programa "
    "hace. No se ha leído.",
)
