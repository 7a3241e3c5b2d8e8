"""The files the open queries come in."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from ordi_crf.export.queries.edition import Edition


class Format(StrEnum):
    """A file of queries, by its ending."""

    XLSX = "xlsx"
    PDF = "pdf"


def write(edition: Edition, folder: Path, kind: Format) -> Path:
    """Write the queries and return the file; ExportError when it cannot be written."""
    target = folder / f"{edition.stem}.{kind}"
    match kind:
        case Format.XLSX:
            from ordi_crf.export.queries.sheets import write as write_book

            write_book(edition, target)
        case Format.PDF:
            from ordi_crf.export.queries.paper import write as write_paper

            write_paper(edition, target)
    return target
