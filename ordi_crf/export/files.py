"""Files appear whole: written beside the target, then put in its place in one step."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ordi_crf.forms.schema import Text


class ExportError(Exception):
    """A file could not be written; `message` is for the user, and nothing was replaced."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path to write to; it takes the target's place only when the block succeeds."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise ExportError(_sentence(target, error)) from error
    finally:
        # A disk that fails now as well keeps a file whose name says that it is a part.
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def working_folder(folder: Path) -> Iterator[Path]:
    """Give a folder inside another for files on their way; nothing of it stays."""
    try:
        inner = TemporaryDirectory(prefix=".ordi-crf-", dir=folder, ignore_cleanup_errors=True)
    except OSError as error:
        raise ExportError(_sentence(folder, error)) from error
    with inner as path:
        yield Path(path)


def _sentence(target: Path, error: OSError) -> Text:
    names = {"name": target.name, "folder": str(target.parent)}
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Text(
            "{name} was not written: the disk is full. Free some space or choose another folder.",
            "{name} no se ha escrito: el disco está lleno. Libere espacio o elija otra carpeta.",
        ).format(**names)
    if error.errno == errno.ENOENT:
        return Text(
            "{name} was not written: the folder {folder} does not exist.",
            "{name} no se ha escrito: la carpeta {folder} no existe.",
        ).format(**names)
    return Text(
        "{name} was not written in {folder}: it is open in another program, or the folder is "
        "read-only. Close it there or choose another folder, and export again.",
        "{name} no se ha escrito en {folder}: está abierto en otro programa o la carpeta es de "
        "solo lectura. Ciérrelo o elija otra carpeta y exporte de nuevo.",
    ).format(**names)
