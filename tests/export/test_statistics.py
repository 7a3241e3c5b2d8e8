"""Plain tables: CSV that starts no formula, and files that other programs read with labels."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from ordi_crf.core.delivery import CancelledError, Delivery
from ordi_crf.export.files import ExportError
from ordi_crf.export.statistics import comma, native
from ordi_crf.export.statistics.tables import Format, pieces, shortened, tables
from ordi_crf.export.workbook import contents_of
from ordi_crf.export.workbook.sheet import Content
from ordi_crf.forms.schema import Language
from tests.export.workbook_data import DANGEROUS, LONG


@pytest.fixture(scope="module")
def contents(delivery: Delivery) -> list[Content]:
    return contents_of(delivery)


@pytest.fixture(scope="module")
def folder(contents: list[Content], tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("csv") / "tables"
    comma.write(contents, written, Language.EN)
    return written


@pytest.fixture(scope="module")
def natives(contents: list[Content], tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("native") / "tables"
    native.write(contents, written, Language.EN)
    return written


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_sheet_is_a_file_with_the_rows_of_the_workbook(
    folder: Path, contents: list[Content]
) -> None:
    """T25."""
    assert {p.stem for p in folder.glob("*.csv")} == {c.sheet.name for c in contents} | {"ESCAPED"}
    for content in contents:
        found = rows(folder / f"{content.sheet.name}.csv")
        names = [v.name for v in content.sheet.variables]
        told = [["" if c is None else str(c) for c in line] for line in content.lines]
        assert [[row[n].removeprefix("'") for n in names] for row in found] == [
            [text.removeprefix("'") for text in line] for line in told
        ], content.sheet.name


def test_no_text_starts_a_formula(folder: Path) -> None:
    """Issue 5: whatever was typed stays text in whatever opens it."""
    terms = [row["AETERM"] for row in rows(folder / "AE.csv")]
    assert terms[: len(DANGEROUS)] == [
        "'=1+1", "'+34 93", "'-x", "'@SUM(A1)", "#N/A", "'quoted", "_x0041_ ñ 10⁹/L <&>",
    ]  # fmt: skip
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.reader(file):
                for cell in line:
                    assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n")), path.name
                    assert not cell.startswith("-") or float(cell) < 0


def test_a_note_says_what_was_escaped(folder: Path) -> None:
    notes = [tuple(n.values()) for n in rows(folder / "ESCAPED.csv") if n["SHEET"] == "AE"]
    assert notes == [("AE", str(n), "AETERM") for n in range(1, 5)]


def test_a_text_no_cell_holds_is_whole_in_the_files(folder: Path) -> None:
    from ordi_crf.core.strokes import encode

    parts = [row["BMOP"] for row in rows(folder / "BMSTROKE.csv")]
    assert encode(LONG) in "".join(part.removeprefix("'") for part in parts)


def test_numbers_are_written_in_full(folder: Path) -> None:
    day = [row["SVDY"] for row in rows(folder / "SV.csv")]
    assert "-14" in day
    assert not any("E" in row["EGFREPI9"] for row in rows(folder / "LB.csv"))


def test_a_cancelled_folder_is_not_there(contents: list[Content], tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        comma.write(contents, tmp_path / "tables", Language.EN, lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_sentence(
    contents: list[Content], tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match="tables was not written"):
        comma.write(contents, tmp_path / "nowhere" / "tables", Language.EN)


def test_a_folder_that_is_there_is_left_alone(contents: list[Content], tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "mine.txt").write_text("mine")
    with pytest.raises(ExportError):
        comma.write(contents, tmp_path / "tables", Language.EN)
    assert [p.name for p in tmp_path.rglob("*")] == ["tables", "mine.txt"]


def read(path: Path):
    import pyreadstat

    how = {".xpt": pyreadstat.read_xport, ".sav": pyreadstat.read_sav, ".dta": pyreadstat.read_dta}
    return how[path.suffix](path)


@pytest.mark.parametrize("format_", Format, ids=lambda f: f.name)
def test_every_value_comes_back_with_its_label(
    natives: Path, contents: list[Content], format_: Format
) -> None:
    """T25: read back by pyreadstat, every table, column and row."""
    for table in tables(contents, format_, Language.EN):
        frame, about = read(natives / f"{table.name}{format_.value.suffix}")
        assert list(frame.columns) == [column.name for column in table.columns]
        assert about.column_names_to_labels == {c.name: c.label for c in table.columns}
        for column in table.columns:
            found = [None if v != v else v for v in frame[column.name]]
            if column.number:
                assert [v is None for v in found] == [v is None for v in column.values]
                known = [v for v in column.values if v is not None]
                assert [v for v in found if v is not None] == pytest.approx(known, rel=1e-14)
            else:
                # XPORT and Stata keep no blanks at the end of a text.
                told = [str(v).rstrip() for v in column.values]
                assert [str(v or "").rstrip() for v in found] == told, column.name


def test_spss_and_stata_have_the_wordings_of_codes(natives: Path) -> None:
    spss = read(natives / "DM.sav")[1].variable_value_labels
    assert spss["SEX"]["F"] == "Female"
    assert spss["FORMSTAT"]["SIGNED"] == "Signed"
    stata = read(natives / "CLASI.dta" if (natives / "CLASI.dta").exists() else
                 natives / "VISITS_WIDE.dta")[1].variable_value_labels  # fmt: skip
    assert stata["VISITNUM"][1] == "Screening"


def test_labels_name_the_unit(natives: Path) -> None:
    labels = read(natives / "VISITS_WIDE.sav")[1].column_names_to_labels
    assert labels["BMI"] == "Body mass index [kg/m²]"


def test_xport_names_and_texts_are_within_version_5(natives: Path, contents: list[Content]) -> None:
    """TS-140: names of 8, labels of 40, texts of 200 bytes."""
    for table in tables(contents, Format.XPT, Language.ES):
        assert len(table.name) <= 8
        names = [column.name.upper() for column in table.columns]
        assert len(set(names)) == len(names)
        for column in table.columns:
            assert len(column.name) <= 8
            assert len(column.label.encode()) <= 40
            assert column.number or all(len(str(v).encode()) <= 200 for v in column.values)


def test_every_short_name_is_explained(natives: Path) -> None:
    told = {
        (n["FILE"], n["NAME"]): (n["SHEET"], n["VARIABLE"]) for n in rows(natives / "NAMES.csv")
    }
    assert told["ELIGIBIL.xpt", "IETESTC2"] == ("ELIGIBILITY", "IETESTCD_DEC")
    assert told["DM.sav", "BRTHDAT"] == ("DM", "BRTHDAT")


def test_a_long_text_goes_on_in_the_next_column() -> None:
    text = "año " * 100
    parts = pieces(text, 200)
    assert "".join(parts) == text
    assert all(len(part.encode()) <= 200 for part in parts)
    assert len(parts) == 3


def test_names_that_are_cut_to_the_same_stay_apart() -> None:
    taken: set[str] = set()
    names = ("AECONTRT", "AECONTRT_DEC", "AECONTRTX")
    assert [shortened(n, 8, taken) for n in names] == ["AECONTRT", "AECONTR2", "AECONTR3"]


def test_without_the_extra_a_sentence_says_what_to_install(
    contents: list[Content], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native, "NEEDED", ("pyreadstat", "no_such_library"))
    with pytest.raises(ExportError, match=r"pip install .ordi-crf\[statistics\]"):
        native.write(contents, tmp_path / "tables", Language.EN)
    assert list(tmp_path.iterdir()) == []


def test_the_extra_is_loaded_only_when_such_a_file_is_asked_for() -> None:
    program = (
        "import sys, ordi_crf.export.statistics.native, ordi_crf.deliver\n"
        "print(*sorted({'numpy', 'pandas', 'pyreadstat'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
