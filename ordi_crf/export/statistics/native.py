"""SAS XPORT version 5, SPSS and Stata files, written by pyreadstat where it is installed.

pyreadstat brings NumPy and takes its tables from pandas, 160 MB on disk: so it is an extra of this
program (`statistics`), asked for only when such a file is.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ordi_crf.core.delivery import Cancelled, CancelledError
from ordi_crf.export.files import ExportError
from ordi_crf.export.statistics.comma import write_lines
from ordi_crf.export.statistics.folder import appearing
from ordi_crf.export.statistics.tables import Column, Format, Table, tables
from ordi_crf.export.workbook.sheet import Content
from ordi_crf.forms.schema import Language, Text

NAMES = "NAMES"
"""The file that says which variable of the workbook a name within a format's limit stands for."""
NEEDED = ("pyreadstat", "pandas")
MISSING = Text(
    "Files for SAS, SPSS and Stata were not written: this installation is without the extra that "
    'writes them. Install it with: pip install "ordi-crf[statistics]"; CSV needs nothing.',
    "No se han escrito los archivos para SAS, SPSS y Stata: esta instalación no tiene el "
    'complemento que los escribe. Instálelo con: pip install "ordi-crf[statistics]"; el CSV no '
    "necesita nada.",
)


def available() -> bool:
    """Return whether these files can be written here."""
    return all(find_spec(name) is not None for name in NEEDED)


def write(
    contents: Sequence[Content],
    folder: Path,
    language: Language,
    cancelled: Cancelled = lambda: False,
) -> list[Path]:
    """Write a folder with an XPT, a SAV and a DTA file for each sheet of data.

    ExportError where the extra is not installed, or the folder cannot be written; CancelledError
    when the person cancelled. Nothing is left then.
    """
    if not available():
        raise ExportError(MISSING)
    written: list[Path] = []
    with appearing(folder) as beside:
        names: list[list[str]] = []
        for format_ in Format:
            for table in tables(contents, format_, language):
                if cancelled():
                    raise CancelledError
                name = f"{table.name}{format_.value.suffix}"
                _write(table, format_, beside / name)
                written.append(folder / name)
                names += ([name, c.name, table.sheet, c.of] for c in table.columns)
        write_lines(beside / f"{NAMES}.csv", ("FILE", "NAME", "SHEET", "VARIABLE"), names)
    return written


def _write(table: Table, format_: Format, path: Path) -> None:
    import pandas
    import pyreadstat

    frame = pandas.DataFrame({column.name: _series(column) for column in table.columns})
    labels: dict[str, str | None] = {column.name: column.label for column in table.columns}
    # The stubs know numbers alone as codes; SPSS has wordings for texts as well.
    codes: dict[str, Any] = {c.name: dict(c.codes) for c in table.columns if c.codes}
    match format_:
        case Format.XPT:
            pyreadstat.write_xport(
                frame, path, file_label=table.title, column_labels=labels,
                table_name=table.name, file_format_version=5,
            )  # fmt: skip
        case Format.SAV:
            pyreadstat.write_sav(
                frame, path, file_label=table.title, column_labels=labels,
                variable_value_labels=codes,
            )  # fmt: skip
        case Format.DTA:
            pyreadstat.write_dta(
                frame, path, file_label=table.title, column_labels=labels,
                variable_value_labels=codes,
            )  # fmt: skip


def _series(column: Column) -> object:
    import pandas

    return pandas.Series(column.values, dtype="float64" if column.number else "str")
