"""What somebody may send in the place of a file: made to break, to fill the disk or to mislead."""

from __future__ import annotations

import gzip
import io
import json
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Make: TypeAlias = Callable[[], bytes]
SQLITE = b"SQLite format 3\0"
TYPES = "[Content_Types].xml"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]><x>&l9;</x>'.encode()
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
REMOTE = b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>'
DEEP_XML = b"<a>" * 300_000
DEEP_JSON = b"[" * 300_000
_KEY_INFO = b"MCowBQYDK2VwAyEA"


def zipped(*parts: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Return a zip of parts, which may have the same name twice."""
    written = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(written, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(name, content)
    return written.getvalue()


def link(target: str) -> bytes:
    """Return a zip with a symbolic link in it."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name in ("manifest.json", TYPES):
            info = ZipInfo(name)
            info.external_attr = 0o120777 << 16
            archive.writestr(info, target)
    return written.getvalue()


def many(parts: int = 100_000) -> bytes:
    """Return a zip of very many parts."""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        archive.writestr(TYPES, b"<Types/>")
        for n in range(parts):
            archive.writestr(f"{n}.xml", b"")
    return written.getvalue()


def overlapping(parts: int = 250, size: int = 21 << 20) -> bytes:
    """Return 42 KB that unpack to gigabytes: every part of the list is one run of the same bytes.

    D. Fifield, A better zip bomb (WOOT 2019).
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b"a" * size) + packer.flush()
    crc = zlib.crc32(b"a" * size)
    sizes = struct.pack("<III", crc, len(packed), size)
    first = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", 5, 0)
    body, listed = first + b"00000" + packed, b""
    for n in range(parts):
        name = b"%05d" % n
        listed += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        listed += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<HHHHIIH", 0, 0, parts, parts, len(listed), len(body), 0)
    return body + listed + b"PK\x05\x06" + end


def flagged(name: bytes = b"\xff\xfe", *, version: int = 20, flags: int = 0x800) -> bytes:
    """Return a zip whose list says of a part what no part has: a name that is no UTF-8, a version.

    APPNOTE.TXT, 4.4.4: bit 11 says that names are UTF-8.
    """
    content = bytearray(zipped(("a" * len(name), b""), method=ZIP_STORED))
    content = bytearray(bytes(content).replace(b"a" * len(name), name))
    at = content.index(b"PK\x01\x02")
    content[at + 6 : at + 10] = struct.pack("<HH", version, flags)
    return bytes(content)


def gzip_bomb(start: bytes = b"", size: int = 1 << 30) -> bytes:
    """Return a gzip of one megabyte that unpacks to a gigabyte."""
    written = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, written, mtime=0) as file:
        file.write(start)
        piece = b"[]," * (1 << 20)
        for _ in range(size // len(piece)):
            file.write(piece)
    return written.getvalue()


def _sqlite(*, ours: bool, schema: str = "CREATE TABLE audit (id)") -> bytes:
    import sqlite3

    link = sqlite3.connect(":memory:")
    link.execute(f"PRAGMA application_id = {0x4F524449 if ours else 7}")
    link.execute("PRAGMA user_version = 1")
    for statement in filter(None, schema.split(";")):
        link.execute(statement)
    link.commit()
    content = link.serialize()
    link.close()
    return content


ANY: dict[str, Make] = {
    "empty": lambda: b"",
    "one byte": lambda: b"P",
    "a letter": lambda: "Estimada compañera:\r\nadjunto lo pedido.\r\n".encode("latin-1"),
    "white space": lambda: b" \r\n\t" * 100,
    "zeros": lambda: bytes(8192),
    "no encoding": lambda: b"\xff\x81\x8d" * 2000,
    "NUL in a text": lambda: b"Patient;Test;Result\n01-001;H\0GB;12\n",
    "UTF-16": lambda: "<ODM>ñ</ODM>".encode("utf-16"),
    "UTF-16 cut": lambda: "Patient;Test;Result".encode("utf-16")[:-1],
    "UTF-32": lambda: "Patient;Test;Result".encode("utf-32"),
    "mark alone": lambda: b"\xef\xbb\xbf",
    "control characters": lambda: bytes(range(32)) * 50,
    "one long line": lambda: b"x" * (4 << 20),
    "start of a zip": lambda: b"PK\x03\x04",
    "end of a zip": lambda: b"PK\x05\x06" + bytes(18),
    "end that lies": lambda: b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, 9 << 20, 7, 0),
    "zip of a letter": lambda: zipped(("letter.txt", b"hello")),
    "zip in a zip": lambda: zipped(("a.zip", zipped(("manifest.json", b"{}"))),),
    "name out of the folder": lambda: zipped(("manifest.json", b"{}"), ("../../out", b"x")),
    "absolute name": lambda: zipped((TYPES, b"<Types/>"), ("/etc/cron.d/x", b"x")),
    "name of a drive": lambda: zipped((TYPES, b"<Types/>"), ("C:\\x", b"x")),
    "links": lambda: link("/etc/passwd"),
    "one name twice": lambda: zipped(("manifest.json", b"{}"), ("manifest.json", b"{ }")),
    "name that is no UTF-8": flagged,
    "version to come": lambda: flagged(b"ab", version=99, flags=0),
    "password": lambda: flagged(b"ab", flags=1),
    "very many parts": many,
    "overlapping parts": overlapping,
    "entities in a book": lambda: zipped(
        (TYPES, LAUGHS), ("xl/workbook.xml", LAUGHS), ("xl/_rels/workbook.xml.rels", LAUGHS)
    ),
    "deep book": lambda: zipped(
        (TYPES, DEEP_XML), ("xl/workbook.xml", DEEP_XML), ("xl/_rels/workbook.xml.rels", DEEP_XML)
    ),
    "deep list": lambda: zipped(("manifest.json", DEEP_JSON), ("manifest.sig", b"x")),
    "list of nothing": lambda: zipped(("manifest.json", b"null"), ("manifest.sig", b"")),
    "old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "start of a gzip": lambda: b"\x1f\x8b",
    "gzip cut": lambda: gzip.compress(b'["format","ORDI-CRF merged 1","ORDI-02"]\n' * 99)[:40],
    "gzip of brackets": lambda: gzip.compress(DEEP_JSON),
    "start of a PDF": lambda: b"%PDF-1.7\n",
    "PDF with a forged end": lambda: (
        b"%PDF-1.7\n%ORDI-CRF casebook 1\n%head \x1b[2J\n%sha256 " + b"0" * 64 + b"\n"
    ),
    "entities": lambda: LAUGHS,
    "outside entity": lambda: OUTSIDE,
    "remote document type": lambda: REMOTE,
    "entities in UTF-16": lambda: LAUGHS.decode().encode("utf-16"),
    "deep XML": lambda: DEEP_XML,
    "XML cut": lambda: b'<?xml version="1.0"?><ODM xmlns="http://www.cdisc.org/ns/odm/v1.3"><Stu',
    "XML in no encoding": lambda: b'<?xml version="1.0" encoding="klingon"?><ODM/>',
    "deep JSON": lambda: DEEP_JSON,
    "JSON cut": lambda: b'{"format": "ORDI keys 1", "slots": [',
    "JSON of a number": lambda: b"9" * 6000,
    "JSON of infinity": lambda: b'{"format": 1e999, "columns": NaN}',
    "half a character in JSON": lambda: b'{"columns": {"subject": "\\ud800"}}',
    "key file of nothing": lambda: b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
    "key file of another key": lambda: (
        b"-----BEGIN PUBLIC KEY-----\n" + b"A" * 400 + b"\n-----END PUBLIC KEY-----\n"
    ),
    "start of a database": lambda: SQLITE,
    "database of nothing": lambda: SQLITE + bytes(4096 - len(SQLITE)),
    "database cut": lambda: _sqlite(ours=True)[:5000],
    "another program's database": lambda: _sqlite(ours=False),
    "our name without our tables": lambda: _sqlite(ours=True),
    "a table that is a view": lambda: _sqlite(
        ours=True, schema="CREATE VIEW audit AS SELECT 1 AS id; CREATE VIEW study AS SELECT 1"
    ),
}  # fmt: skip
"""By what it is; none of it is a file of this program."""


def rechained(lines: Iterator[list[object]]) -> bytes:
    """Return lines of a merged file with the digest at their end that fits them."""
    import hashlib

    total, written = hashlib.sha256(), []
    for said in lines:
        line = json.dumps(said).encode() + b"\n"
        total.update(line)
        written.append(line)
    return gzip.compress(b"".join([*written, json.dumps(["end", total.hexdigest()]).encode()]))


def kept_apart(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, to hold against later."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
