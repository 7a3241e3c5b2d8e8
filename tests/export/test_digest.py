"""The SHA-256 of each sheet: made again from the cells by other programs, by the rule alone."""

from __future__ import annotations

import hashlib
import json
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas
import pytest
from python_calamine import CalamineWorkbook

from ordi_crf.core.delivery import Delivery
from ordi_crf.export import workbook
from ordi_crf.export.workbook import sheets, spreadsheet
from ordi_crf.export.workbook.digest import cell_text
from ordi_crf.forms.schema import Language
from tests.export.workbook_data import read

SHEETS = sheets()


def said(cell: object) -> str:
    """Return what a cell says by the words of the README, not by our program."""
    if cell is None or cell == "":
        return "null"
    if isinstance(cell, str):
        return json.dumps(cell.replace("_x005F_", "_"), ensure_ascii=False)
    return "%.15g" % cell  # noqa: UP031 - the rule names C's own format


def summed(rows: list[list[object]]) -> str:
    """Return the SHA-256 of rows, the header first."""
    wide = len(rows[0])
    lines = [[*row, *[None] * (wide - len(row))][:wide] for row in rows]
    text = "".join(f"[{','.join(map(said, line))}]\n" for line in lines)
    return hashlib.sha256(text.encode()).hexdigest()


def told(path: Path) -> dict[str, str]:
    """Return the digests that the README gives."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("README").to_python()
    ends = " SHA-256"
    return {str(a).removesuffix(ends): str(b) for a, b in rows if str(a).endswith(ends)}


def by_openpyxl(path: Path, name: str) -> list[list[object]]:
    book = openpyxl.load_workbook(path, read_only=True)
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def by_pandas(path: Path, name: str) -> list[list[object]]:
    frame = pandas.read_excel(
        path, name, header=None, keep_default_na=False, na_values=[], engine="openpyxl"
    )
    return [list(row) for row in frame.astype(object).itertuples(index=False, name=None)]


@pytest.mark.parametrize("reader", [by_openpyxl, by_pandas], ids=["openpyxl", "pandas"])
def test_every_sheet_is_the_one_whose_digest_the_readme_gives(book: Path, reader) -> None:
    """T33: whoever holds the workbook alone can tell that no cell of it was changed."""
    expected = told(book)
    assert list(expected) == [planned.name for planned in SHEETS]
    found = {name: summed(reader(book, name)) for name in expected}
    assert found == expected


@pytest.mark.slow
def test_libreoffice_reads_the_same_cells(book: Path, tmp_path: Path) -> None:
    """The workbook saved again by LibreOffice says in each cell what it said before."""
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    convert = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path), str(book)]
    try:
        subprocess.run([*command, *convert], check=True, capture_output=True, timeout=240)
    except FileNotFoundError:
        pytest.skip("LibreOffice is not installed here")
    saved = tmp_path / book.name
    assert {name: summed(by_openpyxl(saved, name)) for name in told(book)} == told(book)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"), ("", "null"), ("1", '"1"'), (1, "1"), (-5, "-5"), (Decimal("1.50"), "1.5"),
        (90.01, "90.01"), (Decimal("0.123456789012345"), "0.123456789012345"),
        (Decimal("1E-7"), "1e-07"), (10**15, "1e+15"), ('a"b\\', '"a\\"b\\\\"'), ("ñ", '"ñ"'),
        ("a\r\nb\rc", '"a\\nb\\nc"'), ("\x00", '"�"'),
    ],
    ids=repr,
)  # fmt: skip
def test_a_cell_says_one_thing(value: str | Decimal | int | None, text: str) -> None:
    assert cell_text(value) == text


def test_a_sheet_of_more_rows_than_fit_goes_on_in_the_next(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is cut off where a sheet is full."""
    monkeypatch.setattr(spreadsheet, "ROWS", 100)
    path = tmp_path / "book.xlsx"
    workbook.write(delivery, path)
    names = [n for n in CalamineWorkbook.from_path(path).sheet_names if n.startswith("AUDIT")]
    pages = [read(path, name) for name in names]
    assert [len(page) for page in pages[:-1]] == [100] * (len(names) - 1)
    assert names[:2] == ["AUDIT", "AUDIT_2"]
    ids = [row["ID"] for page in pages for row in page]
    assert sorted(set(ids)) == [entry.id for entry in delivery.data.audit]
    assert {name: summed(by_openpyxl(path, name)) for name in names}.items() <= told(path).items()


def test_the_digest_of_the_same_data_is_the_same_in_another_language_where_words_are_not(
    delivery: Delivery, book: Path, tmp_path: Path
) -> None:
    from dataclasses import replace

    path = tmp_path / "libro.xlsx"
    workbook.write(replace(delivery, language=Language.ES), path)
    assert told(path)["AUDIT"] == told(book)["AUDIT"]
    assert told(path)["QS_CLASI"] != told(book)["QS_CLASI"]
