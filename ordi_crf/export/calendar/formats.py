"""The files a calendar can be written to."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import assert_never

from ordi_crf.export.calendar.edition import Edition


class Format(StrEnum):
    """A kind of file, by its suffix."""

    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


def write(edition: Edition, folder: Path, format: Format) -> Path:  # noqa: A002
    """Write a calendar into a folder and return the file; ExportError when that fails."""
    target = folder / f"{edition.stem}.{format}"
    match format:
        case Format.PDF:
            from ordi_crf.export.calendar import paper

            paper.write(edition, target)
        case Format.XLSX:
            from ordi_crf.export.calendar import sheets

            sheets.write(edition, target)
        case Format.ICS:
            from ordi_crf.export.calendar import events

            events.write(edition, target)
        case _:
            assert_never(format)
    return target
