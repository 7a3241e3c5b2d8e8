"""The sponsor workbook of the demonstration study.

The baseline is openpyxl's own streaming writer, given the same cells and nothing else: no styles,
tables, comments or codebook to make, and the cells already there.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from benchmarks import material
from benchmarks.measuring import Pair, Row, row, seconds
from ordi_crf import drawings
from ordi_crf.core.delivery import Delivery
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export import workbook

REPEATS = 2
BAR_S = 2.5

Sheets: TypeAlias = dict[str, list[list[object]]]


def measure() -> list[Row]:
    """Return the time to write the workbook, and to read the study and write it."""
    path, target = material.copied_study("workbook"), material.folder() / "workbook.xlsx"
    workbook.write(_delivery(path), target)
    sheets = _cells(target)
    written: list[Pair] = []
    delivered: list[Pair] = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        delivery = _delivery(path)
        read = time.perf_counter() - start
        ours = seconds(partial(workbook.write, delivery, target))
        plain = seconds(partial(_write_plainly, sheets, target.with_stem("plain")))
        written.append((ours, plain))
        delivered.append((read + ours, plain))
    count = sum(len(line) for lines in sheets.values() for line in lines)
    return [
        row("workbook, written", written, note=f"{count:,} cells with the blank ones"),
        row("workbook, study read and written", delivered, bar=BAR_S),
    ]


def _delivery(path: Path) -> Delivery:
    file = StudyFile.open(path, material.ACTOR, read_only=True)
    data = file.data()
    painted = drawings.all_figures(data.records, file.drawing)
    file.close()
    return Delivery(data, painted, "benchmark", "2012-01-02T08:00:00.000Z", material.ACTOR.name)


def _cells(path: Path) -> Sheets:
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: [
            [None if value == "" else value for value in line]
            for line in book.get_sheet_by_name(name).to_python()
        ]
        for name in book.sheet_names
    }


def _write_plainly(sheets: Sheets, path: Path) -> None:
    book = Workbook(write_only=True)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(path)
