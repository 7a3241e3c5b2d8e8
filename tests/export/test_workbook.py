"""The book: its sheets, their layout, and that every reader finds the same rectangle."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from ordi_crf import forms
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.records import Record, RecordKey, Row, StudyData
from ordi_crf.export import workbook
from ordi_crf.export.workbook.keys import SUBJECT as SUBJECT_KEYS
from ordi_crf.export.workbook.keys import VISIT as VISIT_KEYS
from ordi_crf.export.workbook.sections import section_sheets
from ordi_crf.export.workbook.sheet import Sheet
from ordi_crf.export.workbook.source import Source
from ordi_crf.forms.schema import (
    Choice,
    Code,
    CodeList,
    Form,
    FreeText,
    Language,
    Number,
    Section,
    Text,
)
from tests.builders import SUBJECT
from tests.export.workbook_data import AT, EXPORT_ID, read

SHEETS = workbook.sheets()
IDS = [sheet.name for sheet in SHEETS]
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=IDS)


def test_the_sheets_come_in_reading_order(opened: Workbook) -> None:
    assert opened.sheetnames == [
        "README", "SUBJECTS", "SV", "IC", "DM", "MH_ASKED", "MH", "LH", "PT_ASKED", "PT", "RP",
        "VS", "PE", "NV_ASKED", "EMG", "QS_CLASI", "FA_BODYMAP", "BMSTROKE", "RS_SLEDAI", "RS_PGA",
        "LB", "SE", "PG", "PH", "IE", "EX", "DA", "AE", "SAE", "CM", "PREG", "DS_TRT", "DV",
        "BODYMAP", "VISITS_WIDE", "ELIGIBILITY", "ENDPOINTS_SUMMARY", "ENDPOINTS", "MISSING",
        "FINDINGS", "QUERIES", "SDV", "SIGNATURES", "CODEBOOK", "CODELISTS", "AUDIT",
    ]  # fmt: skip


def test_every_form_of_the_study_has_a_sheet() -> None:
    shown = {variable.form for sheet in SHEETS for variable in sheet.variables}
    shown |= {variable.form for sheet in SHEETS for variable in sheet.tests}
    assert shown >= {form.oid for form in forms.FORMS}


@each_sheet
def test_each_sheet_is_a_table_with_its_keys_in_view(opened: Workbook, sheet: Sheet) -> None:
    page = opened[sheet.name]
    (table,) = page.tables.values()
    assert table.name == f"tbl_{sheet.name}"
    assert table.column_names == [variable.name for variable in sheet.variables]
    assert table.autoFilter is not None
    frozen = page.cell(2, sheet.keys + 1).coordinate
    assert page.freeze_panes == frozen


@each_sheet
def test_the_table_covers_the_rows_and_nothing_else(opened: Workbook, sheet: Sheet) -> None:
    page = opened[sheet.name]
    (table,) = page.tables.values()
    assert table.ref == f"A1:{page.cell(page.max_row, page.max_column).coordinate}"


@each_sheet
def test_each_header_says_what_it_is(opened: Workbook, sheet: Sheet) -> None:
    for cell, variable in zip(opened[sheet.name][1], sheet.variables, strict=True):
        assert cell.comment is not None
        assert cell.comment.text.startswith(variable.label.en)


@pytest.mark.parametrize(
    "sheet", [s for s in SHEETS if s.variables[: len(SUBJECT_KEYS)] == SUBJECT_KEYS],
    ids=lambda sheet: str(sheet.name),
)  # fmt: skip
def test_keys_come_first_and_name_one_row(book: Path, sheet: Sheet) -> None:
    """F-KEYS."""
    names = [variable.name for variable in sheet.variables]
    if "VISITNUM" in names:
        assert sheet.variables[4:6] == VISIT_KEYS
    if sheet.name == "FINDINGS":
        return
    parted = [name for name in names if name == "BMPART"]
    keys = [*names[: sheet.keys], *parted]
    rows = read(book, sheet.name)
    assert rows
    assert Counter(tuple(row.get(k) for k in keys) for row in rows).most_common(1)[0][1] == 1


def test_names_of_columns_are_unique_whatever_their_case() -> None:
    for sheet in SHEETS:
        names = [variable.name.upper() for variable in sheet.variables]
        assert len(set(names)) == len(names), sheet.name


def test_pages_print_in_landscape_with_header_and_export(opened: Workbook) -> None:
    for name in IDS:
        page = opened[name]
        assert page.page_setup.orientation == "landscape"
        assert page.print_title_rows == "$1:$1"
        assert page.oddFooter.center.text == EXPORT_ID
        assert page.oddFooter.right.text.startswith("SYNTHETIC")


def test_nothing_is_hidden_or_merged(opened: Workbook) -> None:
    for page in opened.worksheets:
        assert page.sheet_state == "visible"
        assert not page.merged_cells.ranges
        assert not any(column.hidden for column in page.column_dimensions.values())


def test_the_readme_identifies_the_export(book: Path, delivery: Delivery) -> None:
    lines = dict(CalamineWorkbook.from_path(book).get_sheet_by_name("README").to_python()[1:])
    assert lines["Export"] == EXPORT_ID
    assert lines["Exported at (UTC)"] == AT
    assert lines["Exported by"] == "Ana Puig"
    assert lines["Audit head (SHA-256)"] == delivery.data.head
    assert lines["Audit entries"] == str(len(delivery.data.audit))
    assert "invented" in lines["SYNTHETIC"] or "no person" in lines["SYNTHETIC"]
    assert "permission" in lines["CLASI (Albrecht 2005)"]


@each_sheet
def test_the_readme_counts_the_rows_and_leads_to_them(
    book: Path, opened: Workbook, sheet: Sheet
) -> None:
    (line,) = [row for row in opened["README"].iter_rows() if row[0].value == sheet.name]
    assert line[1].value == f"{sheet.title.en}: {len(read(book, sheet.name))} rows"
    assert line[0].hyperlink.location == f"'{sheet.name}'!A1"
    assert line[0].hyperlink.target is None


def test_a_clinic_study_is_not_called_synthetic(delivery: Delivery, tmp_path: Path) -> None:
    properties = {**delivery.data.properties, "kind": "clinic"}
    data = replace(delivery.data, properties=properties)
    path = tmp_path / "clinic.xlsx"
    workbook.write(replace(delivery, data=data), path)
    lines = CalamineWorkbook.from_path(path).get_sheet_by_name("README").to_python()
    assert "SYNTHETIC" not in [line[0] for line in lines]


def test_a_study_without_data_is_a_readable_book(delivery: Delivery, tmp_path: Path) -> None:
    empty = StudyData(delivery.data.properties, (), {}, ())
    path = tmp_path / "empty.xlsx"
    workbook.write(replace(delivery, data=empty, painted={}), path)
    page = load_workbook(path)["AE"]
    (table,) = page.tables.values()
    assert table.ref.endswith("2")
    assert read(path, "AE") == []


@each_sheet
def test_pandas_reads_what_calamine_reads(book: Path, sheet: Sheet) -> None:
    frame = pd.read_excel(
        book, sheet_name=sheet.name, engine="openpyxl", dtype=object, keep_default_na=False
    )
    rows = [{str(k): v for k, v in row.items() if v != ""} for row in frame.to_dict("records")]
    for row in rows:
        # Spreadsheets undo the format's escapes (ST_Xstring); this reader leaves them standing.
        row |= {k: unescape(v) for k, v in row.items() if isinstance(v, str) and "_x005F_" in v}
    assert rows == read(book, sheet.name)


def test_numbers_are_numbers_to_pandas(book: Path) -> None:
    frame = pd.read_excel(book, sheet_name="VISITS_WIDE", engine="openpyxl")
    for name in ("CL03ERY", "CLTOTA", "BSAACT", "HGB", "VISITNUM", "SVDY"):
        assert pd.api.types.is_numeric_dtype(frame[name]), name


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same(book: Path, tmp_path: Path) -> None:
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", every_sheet, "--outdir", tmp_path, book],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    for name in IDS:
        with (tmp_path / f"{book.stem}-{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        found = [dict(zip(header, row, strict=True)) for row in rows]
        plain = [{k: v for k, v in row.items() if v != ""} for row in found]
        assert [
            {k: float(v) if isinstance(expected[k], float) else v for k, v in row.items()}
            for row, expected in zip(plain, read(book, name), strict=True)
        ] == [
            {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}
            for row in read(book, name)
        ]


def test_a_new_form_appears_by_itself(delivery: Delivery) -> None:
    fitzpatrick = CodeList("FITZ", (Code("3", Text("Type III", "Tipo III")),))
    items = (
        Number("ZZHEIGHT", Text("Height", "Talla"), unit="cm", places=1),
        Choice("ZZFITZ", Text("Phototype", "Fototipo"), codes=fitzpatrick),
        FreeText("ZZCOM", Text("Comment", "Comentario")),
    )
    section = Section("zz", Text("Skin type", "Tipo de piel"), domain="ZZ", items=items)
    form = Form("ZZ", Text("Skin type", "Tipo de piel"), (section,))
    key = RecordKey(SUBJECT, "D1", "ZZ")
    row = Row("", {"ZZHEIGHT": "161.5", "ZZFITZ": "3", "ZZCOM": None})
    record = Record(key, sections={"zz": {"": row}})
    data = replace(delivery.data, records={**delivery.data.records, key: record})
    (sheet,) = section_sheets(form)
    (line,) = sheet.rows(Source(replace(delivery, data=data, language=Language.ES)))
    cells = dict(zip((v.name for v in sheet.variables), line, strict=True))
    assert sheet.name == "ZZ"
    assert (str(cells["ZZHEIGHT"]), cells["ZZHEIGHTU"]) == ("161.5", "cm")
    assert (cells["ZZFITZ"], cells["ZZFITZ_DEC"], cells["ZZCOM"]) == (3, "Tipo III", None)
    assert (cells["ZZDTC"], cells["ZZDY"]) == ("2010-03-15", 1)
