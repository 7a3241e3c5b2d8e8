"""What a casebook says of itself to a program, and the SHA-256 by which it is known (ADR 19).

Comments after the end of a PDF, which readers skip (ISO 32000-1, 7.2.3): from which export, at what
head of the audit trail, over which data; the last line is the SHA-256 of every byte before it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

_FIRST = "ORDI-CRF casebook 1"
_LINE = re.compile(rb"%sha256 ([0-9a-f]{64})\n\Z")
_FACT = re.compile(r"%(\w+) ([^\r\n]*)")


def seal(path: Path, facts: Mapping[str, str]) -> None:
    """Write facts and digest at the end of a PDF; a fact is one line."""
    lines = [_FIRST, *(f"{name} {' '.join(value.split())}" for name, value in facts.items())]
    content = path.read_bytes().rstrip(b"\n") + b"\n"
    content += "".join(f"%{line}\n" for line in lines).encode()
    path.write_bytes(content + f"%sha256 {hashlib.sha256(content).hexdigest()}\n".encode())


def facts(content: bytes) -> Mapping[str, str] | None:
    """Return what a PDF says of itself; None where it has no such words at its end."""
    start = content.rfind(f"%{_FIRST}\n".encode())
    if start < 0:
        return None
    told = content[start:].decode(errors="replace")
    return {name: value for name, value in _FACT.findall(told) if name != "sha256"}


def holds(content: bytes) -> bool:
    """Return whether a PDF is the one that was sealed, to the last byte."""
    found = _LINE.search(content)
    if found is None:
        return False
    return hashlib.sha256(content[: found.start()]).hexdigest().encode() == found[1]
