"""The shelf: files of the open study, and those just chosen that still wait to be kept in it.

Editors show files and know no study; a session puts its study here while it is open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from ordi_crf.db.study_file import StudyFile

LARGEST = 25_000_000
"""Bytes of a file that is kept: a photograph of any camera, and no film."""


class TooLargeError(ValueError):
    """A chosen file is larger than what a study keeps."""


class Shelf:
    """Bytes by their SHA-256."""

    def __init__(self) -> None:
        self._chosen: dict[str, bytes] = {}
        self._stored: Callable[[str], bytes | None] = _nothing

    def open(self, stored: Callable[[str], bytes | None]) -> None:
        """Show the files of a study from now on."""
        self._chosen.clear()
        self._stored = stored

    def take(self, path: Path) -> str:
        """Read a file and return the value that names it; OSError, or TooLargeError."""
        if path.stat().st_size > LARGEST:
            raise TooLargeError(path.name)
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        self._chosen[digest] = content
        return f"{digest} {path.name[-120:]}"

    def content(self, digest: str) -> bytes | None:
        """Return the bytes of a file, None where it is not known."""
        return self._chosen.get(digest) or self._stored(digest)

    def keep(self, digest: str, file: StudyFile) -> None:
        """Keep a chosen file in a study; StudyFileError when that fails, and it waits on."""
        content = self._chosen.get(digest)
        if content is not None and file.attachment(digest) is None:
            file.attach(content)


def _nothing(digest: str) -> None:
    return None


shelf = Shelf()
"""The one shelf of the window."""
