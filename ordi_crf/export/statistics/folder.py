"""Folders appear whole: written beside the target, then put in its place in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Text


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """Give a folder to write to, which is the target's when the block succeeds; ExportError."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.mkdir()
        yield beside
        beside.rename(target)
    except OSError as error:
        raise ExportError(
            Text(
                "{name} was not written in {folder}: the folder is missing, read-only or full, or "
                "{name} is there already. Choose another folder and export again.",
                "{name} no se ha escrito en {folder}: la carpeta no existe, es de solo lectura o "
                "está llena, o {name} ya existe. Elija otra carpeta y exporte de nuevo.",
            ).format(name=target.name, folder=str(target.parent))
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
