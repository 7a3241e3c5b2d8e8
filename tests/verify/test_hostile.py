"""Files made to break, to fill the disk or to mislead: a sentence each, and nothing is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from click.testing import CliRunner, Result

from ordi_crf.cli.commands import commands
from ordi_crf.cli.options import BROKEN, UNUSABLE
from tests.verify.altered import Sheets, copied, saved


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["verify", *map(str, arguments)])


def refused(path: Path, words: str) -> None:
    """Fail unless the file is refused with one sentence that names it, and no traceback."""
    done = run(path)
    assert done.exit_code == UNUSABLE, done.output
    assert path.name in done.output
    assert words in done.output
    assert len(done.output.strip().splitlines()) == 1


def rewritten(source: Path, target: Path, part: str, content: bytes) -> Path:
    """Return a copy of a workbook with one part another."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return target


@pytest.fixture(scope="module")
def small(known: Sheets, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The README alone, which is enough to be opened."""
    return saved({"README": known["README"]}, tmp_path_factory.mktemp("small") / "small.xlsx")


@pytest.mark.parametrize("share", [0.0001, 0.3, 0.98], ids=["start", "third", "end missing"])
@pytest.mark.parametrize("kind", ["workbook", "package", "casebook"])
def test_a_file_that_was_cut_short_is_told(
    sent: dict[str, Path], tmp_path: Path, kind: str, share: float
) -> None:
    content = sent[kind].read_bytes()
    short = tmp_path / sent[kind].name
    short.write_bytes(content[: max(6, int(share * len(content)))])
    refused(short, "Ask for it again" if kind != "casebook" else "its end was cut off")


@pytest.mark.parametrize("ending", [".xlsx", ".zip", ".pdf"])
@pytest.mark.parametrize(
    "content", [b"", b"Dear colleague", bytes(4096), b"PK\x03\x04" + bytes(200)],
    ids=["empty", "text", "zeros", "a start alone"],
)  # fmt: skip
def test_a_file_that_only_has_the_name_is_told(tmp_path: Path, ending: str, content: bytes) -> None:
    path = tmp_path / f"file{ending}"
    path.write_bytes(content)
    done = run(path)
    assert done.exit_code == UNUSABLE
    assert "Traceback" not in done.output
    assert path.name in done.output


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/workbook.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(bytes(1 << 20))
    assert path.stat().st_size < 1 << 20
    refused(path, "would unpack to more than any delivery holds")


def test_a_part_that_says_it_is_smaller_than_it_is_is_broken(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "lies.xlsx"
    content = bytearray(small.read_bytes())
    with ZipFile(small) as archive:
        info = archive.getinfo("xl/workbook.xml")
    at = content.rfind(b"xl/workbook.xml") - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = (info.file_size // 2).to_bytes(4, "little")
    path.write_bytes(content)
    done = run(path)
    assert done.exit_code == UNUSABLE
    assert "Traceback" not in done.output


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>
<workbook>&lol2;</workbook>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<workbook>&e;</workbook>"""
LATE = b"<!-- " + b"x" * (2 << 20) + b" --><!DOCTYPE x []><workbook/>"


@pytest.mark.parametrize(
    "content",
    [LAUGHS, OUTSIDE, LATE, LAUGHS.decode().encode("utf-16"), "<workbook/>".encode("utf-16-le")],
    ids=["billion laughs", "external entity", "after a long comment", "UTF-16", "UTF-16 unmarked"],
)
def test_entities_and_other_encodings_are_not_read(
    small: Path, tmp_path: Path, content: bytes
) -> None:
    path = rewritten(small, tmp_path / "entities.xlsx", "xl/workbook.xml", content)
    refused(path, "defines entities or hides its encoding")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<workbook", b"<workbook/>", b"<w>" * 50_000,
        b'<sheetData><row r="99999999999"/></sheetData>',
        b'<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>',
        b'<sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData>',
        b'<sheetData><row r="two"/></sheetData>',
        b'<sheetData><row r="1"><c r="A1"><v>one</v></c></row></sheetData>',
    ],
    ids=["empty", "cut", "no sheet", "deep", "row out of measure", "column out of measure",
         "text that is not there", "cells out of order", "row without number", "no number"],
)  # fmt: skip
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_a_malformed_part_is_told(
    small: Path, tmp_path: Path, part: str, content: bytes
) -> None:
    path = rewritten(small, tmp_path / "malformed.xlsx", part, content)
    done = run(path)
    assert done.exit_code == UNUSABLE
    assert "Traceback" not in done.output
    assert "malformed.xlsx" in done.output


@pytest.mark.parametrize("name", ["../outside", "/abroad", "a\\b", "C:x"])
def test_parts_whose_names_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "names.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")
        archive.writestr(name, "x")
    refused(path, "parts whose names mislead")


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("manifest.json", "{ }")
    refused(path, "parts whose names mislead")


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for n in range(5001):
            archive.writestr(f"manifest.json{n}" if n else "manifest.json", "")
    refused(path, "would unpack to more than any delivery holds")


def test_a_part_with_a_password_is_refused(small: Path, tmp_path: Path) -> None:
    content = bytearray(small.read_bytes())
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := content.find(sign, start)) >= 0:
            content[start + at] |= 1
            start += 4
    path = tmp_path / "secret.xlsx"
    path.write_bytes(content)
    refused(path, "broken or was cut short")


def test_a_package_inside_a_package_is_only_a_file(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with ZipFile(inner, "w") as archive:
        archive.writestr("manifest.json", "{}")
    path = tmp_path / "outer.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    refused(path, "manifest.json is missing")


@pytest.mark.parametrize(
    "text",
    ["x" * 32_767, "tab\tand\nline", "_x0000_", "=cmd|' /C calc'!A0", "\N{GRINNING FACE}" * 9000],
    ids=["longest", "white space", "escape of NUL", "formula", "beyond the BMP"],
)
def test_a_strange_text_in_a_cell_is_a_changed_cell(
    known: Sheets, tmp_path: Path, text: str
) -> None:
    sheets = copied(known)
    sheets["AE"][1][12] = text
    done = run(saved(sheets, tmp_path / "strange.xlsx"))
    assert done.exit_code == BROKEN
    assert "AE, row 2, AETERM (M2): the cell says" in done.output
    assert max(map(len, done.output.splitlines())) < 400


def test_control_characters_in_a_part_are_told(small: Path, tmp_path: Path) -> None:
    content = b'<sheetData><row r="1"><c r="A1" t="str"><v>a\x00b</v></c></row></sheetData>'
    path = rewritten(small, tmp_path / "nul.xlsx", "xl/worksheets/sheet1.xml", content)
    refused(path, "no workbook that can be read")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    assert run(folder).exit_code == UNUSABLE


def test_an_unknown_compression_is_told(tmp_path: Path) -> None:
    path = tmp_path / "packed.xlsx"
    with ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 100)
    refused(path, "broken or was cut short")
