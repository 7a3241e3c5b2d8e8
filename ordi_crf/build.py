"""Which build of the program this is: its version, and one SHA-256 over all of its own files.

Two programs with the same build run the same code and draw on the same map. 21 CFR 11.10(a) asks
that a system be validated: what was validated is named by this, wherever the program prints.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ordi_crf import __version__, study
from ordi_crf.forms.schema import Text
from ordi_crf.paths import resource

VALIDATION = Text(
    "not validated by itself: the site validates it before use with patients",
    "no validado por sí mismo: el centro lo valida antes de usarlo con pacientes",
)
"""What the program is and is not (21 CFR 11.10(a) is the site's to meet)."""

_PACKAGE = Path(__file__).resolve().parent
_PROGRAM = Text(
    "ORDI CRF {version}, build {build}, schema {schema} (not validated by itself)",
    "ORDI CRF {version}, compilación {build}, esquema {schema} (no validado por sí mismo)",
)
_SHOWN = 12
"""Digits of the build where a line has to hold it."""


@cache
def digest() -> str:
    """Return the SHA-256 of the program's files; the same in a checkout and in a wheel."""
    return digest_of(_files())


def digest_of(files: Iterator[tuple[str, Path]]) -> str:
    """Return the SHA-256 over names and contents of files, in the order of their names."""
    found = hashlib.sha256()
    for name, path in sorted(files):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        found.update(f"{name}\0{content}\n".encode())
    return found.hexdigest()


def program() -> Text:
    """Return how a printed page names the program."""
    return _PROGRAM.format(
        version=__version__, build=digest()[:_SHOWN], schema=study.SCHEMA_VERSION
    )


def _files() -> Iterator[tuple[str, Path]]:
    """Yield the program's files with the names they have in a wheel."""
    if getattr(sys, "frozen", False):
        # A packaged program holds its modules in the executable.
        yield "program", Path(sys.executable)
    for path in _PACKAGE.rglob("*.py"):
        yield path.relative_to(_PACKAGE).as_posix(), path
    kept = resource()
    for path in kept.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            yield f"resources/{path.relative_to(kept).as_posix()}", path
