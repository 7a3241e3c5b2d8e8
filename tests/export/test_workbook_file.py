"""The file: safe to open, the same every time, and whole or not there at all."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from ordi_crf.core.delivery import CancelledError, Delivery
from ordi_crf.export import workbook
from ordi_crf.export.files import ExportError
from ordi_crf.export.workbook.cells import LIMIT, parts, storable, written
from ordi_crf.forms.schema import Language
from tests.export.workbook_data import DANGEROUS, read


def parts_of(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_are_no_formulas_macros_or_outside_links(book: Path) -> None:
    for name, content in parts_of(book).items():
        assert not re.search(rb"<f[ >/]", content), name
        assert b'TargetMode="External"' not in content, name
        assert not re.search("vba|macro|externalLink", name, re.IGNORECASE)


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_text_stays_the_text_it_was(book: Path, text: str) -> None:
    assert text in [row["AETERM"] for row in read(book, "AE")]


@pytest.mark.parametrize("text", [t for t in DANGEROUS if t[0] in "=+-@#'"])
def test_dangerous_text_is_marked_for_who_edits_it_later(opened: Workbook, text: str) -> None:
    page = opened["AE"]
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == text]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_identifiers_and_dates_are_formatted_as_text(opened: Workbook) -> None:
    page = opened["SV"]
    assert page["B2"].value == "01"
    assert page["B2"].number_format == "@"


@pytest.mark.parametrize(
    ("text", "stored"),
    [("a\x00b", "a�b"), ("\ud800", "�"), ("tab\tline\n", "tab\tline\n"), ("ñ 10⁹", "ñ 10⁹")],
    ids=["control", "surrogate", "white space", "letters"],
)
def test_what_xml_cannot_hold_is_replaced_and_nothing_else(text: str, stored: str) -> None:
    assert storable(text) == stored


@pytest.mark.parametrize(
    "letter", ["a", "ñ", "😀", "_x0041"], ids=["ascii", "accented", "beyond the BMP", "an escape"]
)
def test_long_text_comes_in_parts_that_fit_and_lose_nothing(letter: str) -> None:
    text = letter * (2 * LIMIT + 1)
    pieces = [piece or "" for piece in parts(text)]
    assert "".join(pieces) == text
    assert all(len(written(piece).encode("utf-16-le")) // 2 <= LIMIT for piece in pieces)


def test_a_text_that_no_cell_can_hold_is_never_cut(delivery: Delivery, tmp_path: Path) -> None:
    entry = replace(delivery.data.audit[0], actor="x" * (LIMIT + 1))
    data = replace(delivery.data, audit=(entry,))
    with pytest.raises(ValueError, match="do not fit a cell"):
        workbook.write(replace(delivery, data=data), tmp_path / "book.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_the_same_delivery_gives_the_same_bytes(
    delivery: Delivery, book: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.xlsx"
    workbook.write(delivery, again)
    assert again.read_bytes() == book.read_bytes()


def test_progress_reaches_its_total(delivery: Delivery, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    workbook.write(delivery, tmp_path / "book.xlsx", lambda *step: steps.append(step))
    assert [done for done, _ in steps] == list(range(1, len(steps) + 1))
    assert steps[-1] == (len(steps), len(steps))


@pytest.mark.parametrize("after", [0, 5, 20], ids=["at once", "while reading", "while writing"])
def test_cancelling_leaves_what_was_there(delivery: Delivery, tmp_path: Path, after: int) -> None:
    target = tmp_path / "book.xlsx"
    target.write_bytes(b"an earlier export")
    asked = iter(range(10_000))
    with pytest.raises(CancelledError):
        workbook.write(delivery, target, cancelled=lambda: next(asked) >= after)
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]
    assert target.read_bytes() == b"an earlier export"


def test_a_cancelled_export_leaves_no_data_in_temporary_files(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    asked = iter(range(10_000))
    with pytest.raises(CancelledError):
        workbook.write(delivery, tmp_path / "book.xlsx", cancelled=lambda: next(asked) >= 25)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told_before_rows_are_written(
    delivery: Delivery, tmp_path: Path
) -> None:
    steps: list[int] = []
    target = tmp_path / "nowhere" / "book.xlsx"
    with pytest.raises(ExportError, match=r"the folder .* does not exist"):
        workbook.write(delivery, target, lambda done, of: steps.append(done))
    assert steps == []


def test_a_target_that_cannot_be_replaced_is_told(delivery: Delivery, tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    target.mkdir()
    with pytest.raises(ExportError) as told:
        workbook.write(delivery, target)
    assert "solo lectura" in told.value.message.in_(Language.ES)
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("no small disk can be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_left_clean(delivery: Delivery, small_disk: Path) -> None:
    with pytest.raises(ExportError, match="the disk is full"):
        workbook.write(delivery, small_disk / "book.xlsx")
    assert list(small_disk.iterdir()) == []
