"""The pages of a damaged database, as bytes: which are torn, and what a page of a tree leads to.

The layout is that of the SQLite file format (sqlite.org/fileformat2.html, 1.3 and 1.6) and, of an
encrypted file, of SQLCipher 4 (zetetic.net/sqlcipher/design): AES-256-CBC, each page with its own
initialisation vector and HMAC-SHA-512, under a key that two rounds of PBKDF2 make of the file's.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

SIZE = 4096
"""Bytes of a page."""
HEADER = 100
"""Bytes of the first page before its tree."""
BRANCH, LEAF = 5, 13
"""The first byte of a page of a table's tree."""
_MAGIC, _SALT = b"SQLite format 3\0", 16
_VECTOR, _SEAL = 16, 64
_RESERVED = _VECTOR + _SEAL
_MASK, _ROUNDS = 0x3A, 2


class Pages:
    """A file of pages, plain or under a key; what is written reaches the file with `save`."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        content = bytearray(path.read_bytes())
        self._content = content + bytes(-len(content) % SIZE)
        masked = bytes(byte ^ _MASK for byte in content[:_SALT])
        self._seal = hashlib.pbkdf2_hmac("sha512", key, masked, _ROUNDS, len(key)) if key else b""

    def __len__(self) -> int:
        return len(self._content) // SIZE

    @property
    def usable(self) -> int:
        """Return how many bytes of a page hold its tree."""
        return SIZE - (_RESERVED if self._key else self._content[20])

    def read(self, number: int) -> bytes | None:
        """Return a page as SQLite sees it, counted from 1; None where its seal does not hold."""
        stored = bytes(self._content[(number - 1) * SIZE : number * SIZE])
        if not self._key:
            return stored
        first = _SALT if number == 1 else 0
        body, vector, seal = (
            stored[first : self.usable], stored[self.usable : -_SEAL], stored[-_SEAL:],
        )  # fmt: skip
        if not hmac.compare_digest(self._sealed(number, body + vector), seal):
            return None
        opened = self._cipher(vector).decryptor().update(body)
        return (_MAGIC if first else b"") + opened + bytes(_RESERVED)

    def write(self, number: int, page: bytes) -> None:
        """Put a page other than the first in its place, sealed where the others are."""
        stored = page
        if self._key:
            vector = os.urandom(_VECTOR)
            body = self._cipher(vector).encryptor().update(page[: self.usable]) + vector
            stored = body + self._sealed(number, body)
        self._content[(number - 1) * SIZE : number * SIZE] = stored

    def save(self) -> None:
        """Write all pages to the file."""
        self._path.write_bytes(self._content)

    def torn(self) -> list[int]:
        """Return the pages whose seal does not hold; of a plain file none is known to be torn."""
        return [n for n in range(1, len(self) + 1) if self.read(n) is None]

    def _cipher(self, vector: bytes) -> Cipher[modes.CBC]:
        return Cipher(algorithms.AES256(self._key), modes.CBC(vector))

    def _sealed(self, number: int, body: bytes) -> bytes:
        return hmac.digest(self._seal, body + number.to_bytes(4, "little"), "sha512")


def is_table(page: bytes | None, at: int = 0) -> bool:
    """Return whether a page is one of a table's tree, with its cells in their bounds."""
    if not page or page[at] not in (BRANCH, LEAF):
        return False
    return all(at + 8 <= cell < SIZE - 4 for cell in _cells(page, at))


def children(page: bytes, at: int = 0) -> list[int]:
    """Return the pages that a page of a table's tree leads to, in order of their rows."""
    if page[at] != BRANCH:
        return []
    return [*(_number(page, cell) for cell in _cells(page, at)), _number(page, at + 8)]


def kinds(row: bytes) -> list[int]:
    """Return what kind of value each column of a row is (1.6, serial types)."""
    end, at = _varint(row, 0)
    found = []
    while at < min(end, len(row)):
        kind, at = _varint(row, at)
        found.append(kind)
    return found


def rows(pages: Pages, page: bytes) -> Iterator[bytes | None]:
    """Yield the rows of a leaf, as stored; None for one that runs on where it cannot be read."""
    for cell in _cells(page, 0):
        length, at = _varint(page, cell)
        at = _varint(page, at)[1]
        here = _local(length, pages.usable)
        row = page[at : at + here]
        if here == length:
            yield row
        else:
            more = _chain(pages, _number(page, at + here), length - here)
            yield None if more is None else row + more


def _local(length: int, usable: int) -> int:
    """Return how many bytes of a row stand on its leaf (1.6, overflow pages)."""
    least = (usable - 12) * 32 // 255 - 23
    if length <= usable - 35:
        return length
    most = least + (length - least) % (usable - 4)
    return most if most <= usable - 35 else least


def _chain(pages: Pages, number: int, length: int) -> bytes | None:
    """Return so many bytes of the pages that a row runs on to."""
    found = b""
    while len(found) < length:
        page = pages.read(number) if 1 < number <= len(pages) else None
        if page is None:
            return None
        found += page[4 : pages.usable]
        number = _number(page, 0)
    return found[:length]


def unused(pages: Pages) -> Iterator[int]:
    """Yield the pages of the list of free ones, as far as it can be read."""
    first = pages.read(1)
    trunk, seen = _number(first, 32) if first is not None else 0, set()
    while trunk and trunk not in seen and trunk <= len(pages):
        seen.add(trunk)
        yield trunk
        page = pages.read(trunk)
        if page is None:
            return
        count = min(_number(page, 4), SIZE // 4 - 2)
        yield from (_number(page, 8 + 4 * n) for n in range(count))
        trunk = _number(page, 0)


def _cells(page: bytes, at: int) -> list[int]:
    head = 12 if page[at] == BRANCH else 8
    count = min(int.from_bytes(page[at + 3 : at + 5], "big"), SIZE // 2)
    starts = range(at + head, min(at + head + 2 * count, SIZE), 2)
    return [int.from_bytes(page[start : start + 2], "big") for start in starts]


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where the next one begins."""
    value = 0
    for n in range(8):
        byte = page[at + n] if at + n < len(page) else 0
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    return value << 8 | (page[at + 8] if at + 8 < len(page) else 0), at + 9
