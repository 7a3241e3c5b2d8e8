"""Files from elsewhere: what is read as it stands, and what is refused in a sentence."""

from __future__ import annotations

import hashlib
import io
import random
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from ordi_crf.core.lab_mapping import Field, LabMapping, MappingError, guess
from ordi_crf.imports import files, laboratory, spreadsheet, table
from ordi_crf.imports.errors import UnreadableFileError

HEADINGS = ("Paciente", "Visita", "Prueba", "Resultado", "Unidad")
ROWS = (("01-001", "D1", "Hemoglobina", "12,5", "g/dL"), ("01-001", "D1", "ALT", "31", "U/L"))
MAPPING = guess(HEADINGS)
WARNED = "Western European"


def text_of(separator=";", rows=ROWS, headings=HEADINGS):
    return "\r\n".join(separator.join(row) for row in (headings, *rows)) + "\r\n"


def quoted():
    return text_of(",").replace("12,5", '"12,5"')


def cells(brought):
    return tuple(row.cells for row in brought.table.rows)


def book_of(*rows, title="Results"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def packed(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content, change):
    """Return the parts of a workbook packed anew, one of them changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return written.getvalue()


@pytest.fixture
def read(tmp_path):
    """Give what reads bytes as a file of some name."""

    def reading(content, name="ana.csv", **more):
        path = tmp_path / name
        path.write_bytes(content)
        return files.read(path, **more)

    return reading


@pytest.fixture
def refused(read):
    """Give the sentence with which bytes are refused."""

    def refusing(content, name="ana.csv", **more):
        with pytest.raises(UnreadableFileError) as error:
            read(content, name, **more)
        assert error.value.message.es != error.value.message.en
        return error.value.message.en

    return refusing


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(text_of().encode(), id="semicolon"),
        pytest.param(quoted().encode(), id="comma and quotes"),
        pytest.param(text_of("\t").encode("utf-8-sig"), id="tab and BOM"),
        pytest.param(text_of("|").encode("utf-16"), id="UTF-16"),
        pytest.param(("Results of May\r\n\r\n" + text_of()).encode(), id="a title above"),
        pytest.param(text_of().replace("\r\n", "\n").rstrip().encode(), id="no last line end"),
        pytest.param(packed(book_of(HEADINGS, *ROWS)), id="workbook"),
    ],
)
def test_a_table_is_read_however_it_is_written(read, content):
    brought = read(content)
    assert brought.table.headings == HEADINGS
    assert cells(brought) == ROWS
    assert brought.table.notices == ()
    assert brought.digest == hashlib.sha256(content).hexdigest()


def test_western_text_is_read_with_a_warning(read):
    brought = read(text_of(rows=[("01-001", "Día 1", "Hematíes", "5", "µL")]).encode("latin-1"))
    assert cells(brought)[0][1:3] == ("Día 1", "Hematíes")
    assert WARNED in brought.table.notices[0].en


def test_lines_are_counted_as_the_file_has_them(read):
    brought = read(("Title\n\n" + text_of()).encode())
    assert [row.line for row in brought.table.rows] == [4, 5]


def test_cells_of_a_workbook_are_read_as_they_stand(read):
    from datetime import date, datetime

    row = ("01-001", datetime(2010, 3, 15, 8, 30), date(2010, 3, 16), 12.5, 120.0, 0.00001, 7)
    content = packed(book_of([f"c{n}" for n in range(7)], row))
    assert cells(read(content, "a.xlsx"))[0] == (
        "01-001", "2010-03-15", "2010-03-16", "12.5", "120", "0.00001", "7",
    )  # fmt: skip


def test_a_sheet_is_chosen_by_its_name_or_is_the_first_that_is_seen(read, refused):
    book = book_of(("x", "y", "z"))
    book.active.sheet_state = "hidden"
    for title in ("One", "Two"):
        page = book.create_sheet(title)
        page.append(HEADINGS)
        page.append((title, *ROWS[0][1:]))
    content = packed(book)
    assert read(content).table.sheet == "One"
    assert read(content).table.sheets == ("One", "Two")
    assert cells(read(content, sheet="Two"))[0][0] == "Two"
    assert "no sheet “Three”" in refused(content, sheet="Three")


def test_a_formula_is_refused_where_it_is_a_value_that_is_read(read):
    content = packed(
        book_of((*HEADINGS, "Note"), (*ROWS[0][:3], "=1+1", "g/dL", ""), (*ROWS[1], "=NOW()"))
    )
    first, second = laboratory.lines(read(content, "a.xlsx"), MAPPING)
    assert first.refused.en == "D2 is a formula: copy the cells and paste them as values."
    assert second.refused is None


def test_an_error_of_a_sheet_is_no_value(read):
    content = packed(book_of(HEADINGS, (*ROWS[0][:3], "#DIV/0!", "g/dL")))
    (line,) = laboratory.lines(read(content, "a.xlsx"), MAPPING)
    assert "shows an error (#DIV/0!)" in line.refused.en


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param(("01-001", "D1", "HGB", "12"), "4 cells under 5 headings", id="short"),
        pytest.param((*ROWS[0], "more"), "6 cells under 5 headings", id="long"),
        pytest.param(("01\x07", *ROWS[0][1:]), "control character (U+0007)", id="control"),
        pytest.param((*ROWS[0][:3], "9" * 32_768, ""), "more than 32767", id="long cell"),
    ],
)
def test_a_line_that_is_not_whole_is_refused_and_the_others_are_not(read, row, why):
    first, second = laboratory.lines(read(text_of(rows=[row, ROWS[1]]).encode()), MAPPING)
    assert why in first.refused.en
    assert second.refused is None


def test_a_cell_of_the_longest_kind_is_read(read):
    cell = "9" * 32_767
    assert cells(read(text_of(rows=[(*ROWS[0][:3], cell, "")]).encode()))[0][3] == cell
    content = packed(book_of(HEADINGS, (*ROWS[0][:3], cell, "g/dL")))
    assert cells(read(content, "a.xlsx"))[0][3] == cell


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(text_of().encode() + b"\0\0\0", "NUL bytes", id="NUL"),
        pytest.param("a;b;c\0;d".encode("utf-16"), "NUL bytes", id="NUL in UTF-16"),
        pytest.param(text_of().encode("utf-16")[:-1], "no encoding", id="half a character"),
        pytest.param(b"a;b;c\r\n\x81;1;2", "no encoding", id="no encoding"),
        pytest.param(b"just words\r\nand more", "no separator", id="no table"),
        pytest.param(b"a;b\n1;2\n", "no separator", id="two columns"),
        pytest.param(b"a,,b\n1,,2", "no table", id="two headings"),
        pytest.param(quoted().encode() + b'"01-001', "inside a quoted cell", id="cut off"),
        pytest.param(b"\xd0\xcf\x11\xe0 old", "old format .xls", id="xls"),
        pytest.param(b"%PDF-1.7 ", "is no table", id="pdf"),
        pytest.param(b"PK\x03\x04 and then nothing", "damaged", id="broken zip"),
        pytest.param(packed(book_of(HEADINGS, *ROWS))[:-200], "damaged", id="truncated workbook"),
        pytest.param(packed(book_of()), "no table", id="empty sheet"),
        pytest.param(b";".join([b"h"] * 600) + b"\n", "more than 512 columns", id="columns"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(refused, content, why):
    assert why in refused(content)


def test_a_zip_that_is_no_workbook_is_refused(refused):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as parts:
        parts.writestr("hello.txt", "hello")
    assert "damaged or no workbook" in refused(content.getvalue())


def test_a_zip_bomb_is_not_unpacked(refused, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_BYTES", 1 << 20)
    bomb = repacked(packed(book_of(HEADINGS, *ROWS)), lambda _, content: content)
    written = io.BytesIO(bomb)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/a.bin", b"\0" * (2 << 20))
    assert len(written.getvalue()) < 1 << 20
    assert "unpacks to more than 1 MB" in refused(written.getvalue())


def test_a_workbook_of_very_many_parts_is_not_opened(refused):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as parts:
        for n in range(1001):
            parts.writestr(f"xl/{n}.xml", "")
    assert "unpacks to more" in refused(written.getvalue())


BILLION = b"""<?xml version="1.0"?>%s<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>"""
OUTSIDE = b"""<?xml version="1.0"?>%s<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>"""


@pytest.mark.parametrize("declared", [BILLION, OUTSIDE], ids=["bomb", "outside"])
@pytest.mark.parametrize("before", [b"", b"<!--" + b" " * 100_000 + b"-->"], ids=["near", "far"])
def test_entities_are_refused_before_they_are_parsed(refused, declared, before):
    def change(part, content):
        if not part.endswith("sheet1.xml"):
            return content
        return declared % before + content[content.index(b"<worksheet") :]

    assert "declares XML entities" in refused(repacked(packed(book_of(HEADINGS, *ROWS)), change))


def test_entities_do_not_hide_in_wide_characters(refused):
    def change(part, content):
        return content.decode().encode("utf-16") if part.endswith("sheet1.xml") else content

    assert "declares XML entities" in refused(repacked(packed(book_of(HEADINGS, *ROWS)), change))


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is(read):
    def change(part, content):
        return content.replace(b'ref="A1:E3"', b'ref="A1:XFD1048576"')

    content = repacked(packed(book_of(HEADINGS, *ROWS)), change)
    assert content != packed(book_of(HEADINGS, *ROWS))
    assert cells(read(content)) == ROWS


def test_a_row_of_a_number_no_sheet_has_is_refused(refused):
    def change(part, content):
        return content.replace(b'<row r="3"', b'<row r="99999999"')

    assert "damaged" in refused(repacked(packed(book_of(HEADINGS, *ROWS)), change))


def test_more_lines_than_are_read_are_refused(refused, monkeypatch):
    monkeypatch.setattr(table, "MOST_ROWS", 1)
    assert "more than 1 lines" in refused(text_of().encode())


def test_a_file_of_100_mb_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(UnreadableFileError, match="more than 50 MB"):
        files.read(path)


@pytest.mark.parametrize("name", ["absent.csv", "."], ids=["absent", "folder"])
def test_what_cannot_be_opened_is_refused_in_a_sentence(tmp_path, name):
    with pytest.raises(UnreadableFileError):
        files.read(tmp_path / name)


def test_the_name_of_a_file_cannot_bring_lines_into_the_trail(tmp_path):
    path = tmp_path / ("a\nb" + "x" * 150 + ".csv")
    path.write_bytes(text_of().encode())
    name = files.read(path).name
    assert "\n" not in name
    assert len(name) == 120


def test_a_workbook_protected_by_a_password_is_refused(refused):
    content = bytearray(packed(book_of(HEADINGS, *ROWS)))
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    assert "protected by a password" in refused(bytes(content))


def damaged(content, seed):
    """Return bytes with a few of them changed, cut, doubled or left out."""
    chance, found = random.Random(seed), bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(max(1, len(found) - 40))
        match chance.randrange(4):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                del found[at + 1 : at + chance.randint(2, 40)]
            case 2:
                found[at:at] = found[at : at + 30]
            case _:
                found = found[: max(1, at)] if chance.random() < 0.2 else found
    return bytes(found)


@pytest.mark.parametrize("kind", ["workbook", "inside a workbook", "text"])
@pytest.mark.parametrize("part", range(4))
def test_whatever_is_damaged_ends_in_a_table_or_a_sentence(read, kind, part):
    whole, outcomes = packed(book_of(HEADINGS, *ROWS)), []
    for seed in range(part * 100, part * 100 + 100):
        if kind == "text":
            content = damaged(quoted().encode(), seed)
        elif kind == "workbook":
            content = damaged(whole, seed)
        else:
            chosen = random.Random(seed).choice(["sheet1.xml", "workbook.xml", "Strings.xml"])
            content = repacked(
                whole, lambda p, c, s=seed, w=chosen: damaged(c, s) if p.endswith(w) else c
            )
        outcomes.append(outcome(read, content))
    assert all(said is None or said.es for said in outcomes)


def outcome(read, content):
    """Return the sentence about a file, None where it is read."""
    try:
        brought = read(content)
        laboratory.lines(brought, guess(brought.table.headings))
    except (UnreadableFileError, MappingError) as error:
        return error.message
    return None


def test_lines_hold_the_cells_that_a_mapping_names(read):
    brought = read(packed(book_of(HEADINGS, *ROWS)), "a.xlsx")
    first, _ = laboratory.lines(brought, MAPPING)
    assert first.cell(Field.TEST) == "Hemoglobina"
    assert first.cell(Field.LOW) == ""
    assert str(first.origin) == "Results 2"
    assert str(laboratory.source(brought)).startswith("laboratory results: a.xlsx SHA-256 ")


def test_a_mapping_that_does_not_fit_reads_no_line(read):
    with pytest.raises(MappingError, match="no column “Fecha”"):
        laboratory.lines(
            read(text_of().encode()), LabMapping({**MAPPING.columns, Field.DATE: "Fecha"})
        )


def test_a_mapping_beside_the_study_is_text(tmp_path):
    path = tmp_path / "map.json"
    path.write_text(MAPPING.text(), encoding="utf-8-sig")
    assert laboratory.read_mapping(path) == MAPPING.text()
    path.write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(UnreadableFileError, match="no text in UTF-8"):
        laboratory.read_mapping(path)


def test_what_is_read_is_left_as_it_was(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(book_of(HEADINGS, *ROWS)))
    before = path.read_bytes()
    files.read(path)
    assert path.read_bytes() == before
    assert load_workbook(path).active["A1"].value == "Paciente"
