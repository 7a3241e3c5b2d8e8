"""The codebook: every column, test and code of the workbook is explained in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf.export import workbook
from ordi_crf.export.workbook.codebook import codelists, codelists_sheet
from ordi_crf.export.workbook.sheet import Origin, Sheet, Variable
from ordi_crf.forms.schema import Code, CodeList, Text
from tests.export.workbook_data import read

UNEXPLAINED = ("CODEBOOK", "CODELISTS")
SHEETS = [sheet for sheet in workbook.sheets() if sheet.name not in UNEXPLAINED]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.name))
def test_every_column_has_its_line(book: Path, sheet: Sheet) -> None:
    lines = [r for r in read(book, "CODEBOOK") if r["SHEET"] == sheet.name and "WHERE" not in r]
    assert [line["VARIABLE"] for line in lines] == [v.name for v in sheet.variables]


def test_every_line_is_labelled_in_both_languages(book: Path) -> None:
    assert all(row.get("LABEL_EN") and row.get("LABEL_ES") for row in read(book, "CODEBOOK"))


@pytest.mark.parametrize(
    ("sheet", "column"),
    [("QS_CLASI", "QSTESTCD"), ("LB", "LBTESTCD"), ("BODYMAP", "BMLAYER")],
    ids=["items", "laboratory tests", "layers"],
)
def test_every_test_of_a_long_sheet_has_its_line(book: Path, sheet: str, column: str) -> None:
    known = {row.get("WHERE") for row in read(book, "CODEBOOK") if row["SHEET"] == sheet}
    used = {f"{column} = {row[column]}" for row in read(book, sheet)}
    assert used
    assert used <= known


def test_every_code_in_the_data_is_in_its_codelist(book: Path) -> None:
    codes = {(row["LIST"], row["CODE"]) for row in read(book, "CODELISTS")}
    checked = 0
    for sheet in SHEETS:
        coded = [v for v in sheet.variables if v.codes is not None and v.name != "VISITNUM"]
        for row in read(book, sheet.name):
            for variable in coded:
                if variable.name in row:
                    assert variable.codes is not None
                    value = str(row[variable.name]).removesuffix(".0")
                    assert (variable.codes.name, value) in codes
                    checked += 1
    assert checked > 500


def test_limits_and_units_of_a_test_are_stated(book: Path) -> None:
    (line,) = [row for row in read(book, "CODEBOOK") if row.get("WHERE") == "LBTESTCD = HGB"]
    assert (line["UNIT"], line["POSSIBLE"], line["EXPECTED"]) == ("g/L", "20 - 250", "90 - 170")


def test_the_exception_of_the_scalp_is_stated(book: Path) -> None:
    rows = [row for row in read(book, "CODEBOOK") if row.get("WHERE") == "QSTESTCD = CL02SCR"]
    assert rows[0]["ASKED_WHEN"] == "CLLOC not 01"


@pytest.mark.parametrize("name", ["CLTOTA", "CLTOTD", "BSAACT", "BSADAM", "AGE"])
def test_a_derived_value_states_its_method_and_version(book: Path, name: str) -> None:
    """DI-VERSION, CL-VERS."""
    rows = [
        row
        for row in read(book, "CODEBOOK")
        if name in (row["VARIABLE"], str(row.get("WHERE")).removeprefix("QSTESTCD = "))
        and row["ORIGIN"] == Origin.DERIVED
    ]
    assert rows
    assert all(row["METHOD_EN"] and row["METHOD_ES"] and row["RULE"] for row in rows)


def test_names_are_told_apart_by_whose_they_are(book: Path) -> None:
    standard = {row["VARIABLE"]: row["STANDARD"] for row in read(book, "CODEBOOK")}
    assert standard["USUBJID"] == standard["QSTESTCD"] == standard["LBDY"] == "SDTM"
    assert standard["AETERM"] == "CDASHIG 2.2"
    assert standard["BMOP"] == standard["AETOXVER"] == standard["CL01ERY"] == "Sponsor-defined"


def test_codelists_keep_the_order_of_the_form(book: Path) -> None:
    rows = [row for row in read(book, "CODELISTS") if row["LIST"] == "CLERY"]
    assert [row["CODE"] for row in rows] == ["0", "1", "2", "3"]
    assert [row["ORDER"] for row in rows] == [1, 2, 3, 4]


def test_two_lists_under_one_name_are_refused() -> None:
    def variable(code: str) -> Variable:
        codes = CodeList("SAME", (Code(code, Text(code, code)),))
        return Variable(name=code, label=Text(code, code), codes=codes)

    sheet = Sheet("X", Text("X", "X"), (variable("A"), variable("B")), 1, lambda source: [])
    with pytest.raises(ValueError, match="two codelists SAME"):
        codelists([sheet])
    with pytest.raises(ValueError, match="two codelists SAME"):
        codelists_sheet([sheet])
