"""The scripts beside the CSV files, run by R and by PSPP: each value comes back as it was."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pyreadstat
import pytest

from ordi_crf.core.delivery import Delivery
from ordi_crf.export.statistics import comma, scripts
from ordi_crf.export.workbook import contents_of
from ordi_crf.export.workbook.cells import Cell
from ordi_crf.export.workbook.sheet import Content
from ordi_crf.forms.schema import Language

BACK = """
for (name in names(tables)) {
  table <- tables[[name]]
  told <- as.data.frame(lapply(table, as.character), check.names = FALSE)
  write.csv(told, paste0(name, ".back"), row.names = FALSE, na = "", fileEncoding = "UTF-8")
  for (v in names(table)) cat(name, v, class(table[[v]]), attr(table[[v]], "label"), "\\n",
                              sep = "\\t", file = "labels.txt", append = TRUE)
}
stopifnot(attr(tables$DM$SEX, "labels")[["Female"]] == "F")
"""


@pytest.fixture(scope="module")
def contents(delivery: Delivery) -> list[Content]:
    return contents_of(delivery)


@pytest.fixture
def folder(contents: list[Content], tmp_path: Path) -> Path:
    comma.write(contents, tmp_path / "tables", Language.EN)
    return tmp_path / "tables"


def told(cell: Cell) -> str | float:
    return cell or "" if cell is None or isinstance(cell, str) else float(cell)


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"needs {name}")
    return found


def test_r_reads_every_table_as_it_is(folder: Path, contents: list[Content]) -> None:
    """T25."""
    program = f'source("{scripts.R_NAME}", encoding = "UTF-8")\n{BACK}'
    done = subprocess.run(
        [tool("Rscript"), "-e", program], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    said = [line.split("\t") for line in (folder / "labels.txt").read_text("utf-8").splitlines()]
    for content in contents:
        name, variables = content.sheet.name, content.sheet.variables
        labels = {v: (kind, label) for sheet, v, kind, label, *_ in said if sheet == name}
        with (folder / f"{name}.back").open(encoding="utf-8", newline="") as file:
            back = list(csv.DictReader(file))
        assert len(back) == len(content.lines), name
        for n, variable in enumerate(variables):
            kind, label = labels[variable.name]
            assert label == variable.label.en
            found: list[str | float] = [row[variable.name] for row in back]
            if kind == "numeric":
                found = [float(text) if text else "" for text in found]
            cells = [told(line[n]) for line in content.lines]
            assert found == (cells if kind == "numeric" else [str(c) for c in cells]), (name, label)


def test_spss_syntax_reads_every_table_as_it_is(folder: Path, contents: list[Content]) -> None:
    """T25: run by PSPP, which reads the language of SPSS."""
    done = subprocess.run(
        [tool("pspp"), scripts.SPSS_NAME], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    named = {path.stem for path in folder.glob("*.sav")}
    assert {"DM", "AE", "LB", "QS_CLASI"} <= named
    for content in contents:
        if content.sheet.name not in named:
            continue
        frame, about = pyreadstat.read_sav(folder / f"{content.sheet.name}.sav")
        for n, variable in enumerate(content.sheet.variables):
            label = about.column_names_to_labels[variable.name]
            assert (label or "").startswith(" ".join(variable.label.en.split()))
            cells = [told(line[n]) for line in content.lines]
            found = ["" if v != v else v for v in frame[variable.name]]
            assert found == cells, variable.name
    assert about_sex(folder) == "Female"


def about_sex(folder: Path) -> str:
    _, about = pyreadstat.read_sav(folder / "DM.sav")
    return str(about.variable_value_labels["SEX"]["F"])
