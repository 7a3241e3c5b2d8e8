"""Files that are there whole or not at all, also after a power failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SATELLITES = ("-wal", "-journal", "-shm")
"""What SQLite puts beside a database; the first two hold entries of it."""

PART = ".part"
"""How the name of a file ends that is not whole yet."""


def sync(path: Path) -> None:
    """Make what was written to a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable, where a folder can be opened as a file."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path to write to; it takes the target's place, durably, when the block succeeds."""
    beside = target.with_name(f".{target.name}.{os.getpid()}{PART}")
    remove(beside)
    try:
        yield beside
        sync(beside)
        beside.replace(target)
        sync_folder(target.parent)
    finally:
        remove(beside)


def remove(path: Path) -> None:
    """Remove a file, and what a database leaves beside it."""
    path.unlink(missing_ok=True)
    remove_satellites(path)


def remove_satellites(path: Path) -> None:
    """Remove what a database left beside its file."""
    for end in SATELLITES:
        path.with_name(path.name + end).unlink(missing_ok=True)


def copy(source: Path, target: Path) -> None:
    """Copy a file under a name at which it is only ever whole."""
    with replacing(target) as beside:
        shutil.copy(source, beside)
