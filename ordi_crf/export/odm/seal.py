"""What an ODM file says of itself at its end, and the SHA-256 by which it is known (ADR 19).

A comment after the last element, which readers of XML skip and the schema of ODM allows (XML 1.0,
2.8): which export, at what head of the audit trail; its last line is the SHA-256 of every byte
before that line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from ordi_crf.core.delivery import Delivery

_LONGEST = 1024
"""Bytes of the comment."""
_CHUNK = 1 << 20
_END = re.compile(
    rb"<!-- ORDI-CRF odm 1\n((?:[a-z]+ [^\n]*\n)*)sha256 ([0-9a-f]{64})\n-->\n\Z", re.ASCII
)
_AFTER = len(f"sha256 {'0' * 64}\n-->\n")
"""Bytes from the last line on, which the digest does not cover."""


def facts(delivery: Delivery) -> Mapping[str, str]:
    """Return what the end of a file says: the export, and from which trail it was made."""
    data = delivery.data
    told = {"export": delivery.export_id, "head": data.head, "entries": str(len(data.audit))}
    # Comments cannot hold names of files (XML 1.0, 2.5): how many were merged is said.
    return {**told, "merged": str(len(delivery.sources))} if delivery.sources else told


def seal(path: Path, told: Mapping[str, str]) -> None:
    """Write facts and digest at the end of a file."""
    lines = "".join(f"{name} {value}\n" for name, value in told.items())
    with path.open("ab") as file:
        file.write(f"<!-- ORDI-CRF odm 1\n{lines}".encode())
    digest = _digest(path, path.stat().st_size)
    with path.open("ab") as file:
        file.write(f"sha256 {digest}\n-->\n".encode())


def sealed(path: Path) -> Mapping[str, str] | None:
    """Return what the end of a file says; None where it has no such end."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LONGEST))
        found = _END.search(file.read())
    if found is None:
        return None
    lines = found[1].decode(errors="replace").splitlines()
    return dict(line.split(" ", 1) for line in lines) | {"sha256": found[2].decode()}


def holds(path: Path) -> bool:
    """Return whether a file is the one that was sealed, to the last byte."""
    told = sealed(path)
    return told is not None and told["sha256"] == _digest(path, path.stat().st_size - _AFTER)


def _digest(path: Path, size: int) -> str:
    total = hashlib.sha256()
    with path.open("rb") as file:
        while size > 0 and (chunk := file.read(min(_CHUNK, size))):
            total.update(chunk)
            size -= len(chunk)
    return total.hexdigest()
