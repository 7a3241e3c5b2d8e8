"""Files that are there whole or not at all, also after a power failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)
    try:
        yield beside
        sync(beside)
        beside.replace(target)
        sync_folder(target.parent)
    finally:
        for name in (beside.name, f"{beside.name}-journal", f"{beside.name}-wal"):
            beside.with_name(name).unlink(missing_ok=True)


def copy(source: Path, target: Path) -> None:
    """Copy a file under a name at which it is only ever whole."""
    with replacing(target) as beside:
        shutil.copy(source, beside)
