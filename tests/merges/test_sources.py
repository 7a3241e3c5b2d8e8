"""What a merge takes, and what it refuses: each source verified, nothing half written."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from ordi_crf.cli.credentials import opened
from ordi_crf.core.records import SubjectKey
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.merges import kept
from ordi_crf.merges.errors import BrokenSourceError, SourceError
from ordi_crf.merges.sources import read, read_all
from tests.builders import ANA, key
from tests.merges.copies import begun, copied, gone_on, sent

SEX = key("DM", "SCR")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return begun(tmp_path / "site.ordi")


def test_a_study_its_workbook_and_its_package_bring_one_trail(site: Path, tmp_path: Path) -> None:
    """T27: whatever form a delivery has, the same entries come out of it."""
    book = sent(site, tmp_path / "book", 3)
    package = sent(site, tmp_path / "package", 4, package=True)
    of_book, of_package = read(book, opened).union, read(package, opened).union
    whole = read(site, opened).union
    assert set(of_book.links) < set(of_package.links) <= set(whole.links)
    assert of_book | of_package | whole == whole


def test_three_dates_of_one_site_are_the_last_of_them(site: Path, tmp_path: Path) -> None:
    """T27: an earlier delivery adds nothing to a later one."""
    books = []
    for day in (3, 4, 5):
        gone_on(site, day, Answer("dm", "", "SEX", "M" if day % 2 else "F"), form=SEX)
        books.append(sent(site, tmp_path / str(day), day))
    merge = read_all(books, opened)
    assert merge.union == read(books[-1], opened).union
    assert (len(merge.origins), merge.conflicts) == (3, [])


def test_a_merged_file_holds_every_entry_of_every_source(site: Path, tmp_path: Path) -> None:
    """T27: no audit row is lost."""
    apart = copied(site, "apart.ordi")
    gone_on(site, 3, Answer("dm", "", "SEX", "M"), form=SEX)
    gone_on(apart, 4, Answer("dm", "", "ETHNIC", "NOT REPORTED"), form=SEX)
    other = begun(tmp_path / "other.ordi", "02")
    out = tmp_path / "all.ordi-merged"
    kept.write(read_all([site, apart, other], opened), out)
    found = set(kept.read(out).union.links)
    for path in (site, apart, other):
        with opened(path) as file:
            assert {entry.hash for entry in file.data().audit} <= found


def test_order_and_repetition_make_no_difference_to_the_bytes(site: Path, tmp_path: Path) -> None:
    """T27: merging is commutative, associative and idempotent."""
    apart, other = copied(site, "apart.ordi"), begun(tmp_path / "other.ordi", "02")
    gone_on(site, 3, Answer("dm", "", "SEX", "M"), form=SEX)
    gone_on(apart, 4, Answer("dm", "", "SEX", None), form=SEX)
    one, two, three = (tmp_path / f"{n}.ordi-merged" for n in (1, 2, 3))
    kept.write(read_all([site, apart, other], opened), one)
    kept.write(read_all([other, apart, site, apart], opened), two)
    kept.write(read_all([two, site, one], opened), three)
    assert one.read_bytes() == two.read_bytes() == three.read_bytes()


def test_the_bytes_of_kept_files_come_along(site: Path, tmp_path: Path) -> None:
    file = StudyFile.open(site, ANA)
    digest = file.attach(b"\xff\xd8 a picture")
    file.close()
    out = tmp_path / "all.ordi-merged"
    kept.write(read(site, opened), out)
    assert kept.read(out).file(digest) == b"\xff\xd8 a picture"


def test_synthetic_data_are_not_merged_with_those_of_the_clinic(site: Path, tmp_path: Path) -> None:
    path = tmp_path / "demo.ordi"
    StudyFile.create(path, ANA, kind="synthetic").close()
    with pytest.raises(SourceError, match="never merged"):
        read_all([site, path], opened)


def test_a_study_whose_trail_was_edited_is_refused_at_its_first_broken_entry(site: Path) -> None:
    import sqlite3

    with sqlite3.connect(site) as raw:
        (guard,) = raw.execute("SELECT name FROM sqlite_master WHERE name='audit_no_update'") or [
            ("",)
        ]
        raw.execute(f'DROP TRIGGER "{guard[0]}"')
        raw.execute("UPDATE audit SET new = 'M' WHERE item = 'SEX'")
        (broken,) = raw.execute("SELECT id FROM audit WHERE item = 'SEX'").fetchone()
    raw.close()
    with pytest.raises(BrokenSourceError, match=f"udit entry {broken} was changed"):
        read(site, opened)


def test_a_workbook_whose_trail_was_edited_is_refused_with_its_row(
    site: Path, tmp_path: Path
) -> None:
    path = sent(site, tmp_path / "book", 3)
    book = load_workbook(path)
    column = [cell.value for cell in book["AUDIT"][1]].index("NEW") + 1
    book["AUDIT"].cell(5, column).value = "by hand"
    book.save(path)
    with pytest.raises(BrokenSourceError, match="AUDIT, row 5"):
        read(path, opened)


def test_a_workbook_whose_last_entries_were_cut_off_is_refused(site: Path, tmp_path: Path) -> None:
    path = sent(site, tmp_path / "book", 3)
    book = load_workbook(path)
    page = book["AUDIT"]
    page.delete_rows(page.max_row)
    book.save(path)
    with pytest.raises(BrokenSourceError, match="cut off"):
        read(path, opened)


def test_a_package_with_another_workbook_is_refused(site: Path, tmp_path: Path) -> None:
    package = sent(site, tmp_path / "package", 3, package=True)
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content + b" " if name.endswith(".xlsx") else content)
    with pytest.raises(BrokenSourceError, match="not the file of the list"):
        read(other, opened)


def test_a_package_whose_list_was_edited_is_refused(site: Path, tmp_path: Path) -> None:
    package = sent(site, tmp_path / "package", 3, package=True)
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                content = json.dumps({**json.loads(content), "by": "Somebody"}).encode()
            new.writestr(name, content)
    with pytest.raises(BrokenSourceError, match="signature"):
        read(other, opened)


def foreign(path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "not ours"
    book.save(path)


def bomb(path: Path) -> None:
    with gzip.open(path, "wb") as file:
        file.write(b'["format","ORDI-CRF merged 1","x"]\n["entry",' + b"[" * 200_000)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("a letter"),
    "zip cut short": lambda path: path.write_bytes(b"PK\x03\x04 and then nothing"),
    "another program's workbook": foreign,
    "gzip of something else": lambda path: path.write_bytes(gzip.compress(b"[1]\n")),
    "gzip of no JSON": lambda path: path.write_bytes(gzip.compress(b"\x00\xff")),
    "gzip cut short": lambda path: path.write_bytes(gzip.compress(b"x" * 999)[:20]),
    "brackets without end": bomb,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_delivery_is_refused_with_a_sentence(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    from ordi_crf.db.errors import StudyFileError

    path = tmp_path / "strange.bin"
    make(path)
    with pytest.raises(StudyFileError) as refused:
        read(path, opened)
    assert "strange.bin" in refused.value.message.en
    assert "strange.bin" in refused.value.message.es


def lines(path: Path) -> list[bytes]:
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


def edited(kind: str) -> Callable[[list[bytes]], list[bytes]]:
    def edit(found: list[bytes]) -> list[bytes]:
        n = next(n for n, line in enumerate(found) if line.startswith(f'["{kind}"'.encode()))
        return [*found[:n], found[n].replace(b"2010", b"2011"), *found[n + 1 :]]

    return edit


EDITS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "an entry changed": edited("entry"),
    "an origin changed": edited("origin"),
    "a line removed": lambda found: [*found[:3], *found[4:]],
    "a line moved": lambda found: [found[0], found[2], found[1], *found[3:]],
    "a line after the end": lambda found: [*found, found[3]],
    "cut at a line": lambda found: found[:-1],
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_merged_file_that_was_changed_is_refused(
    edit: Callable[[list[bytes]], list[bytes]], site: Path, tmp_path: Path
) -> None:
    out = tmp_path / "all.ordi-merged"
    kept.write(read(site, opened), out)
    out.write_bytes(gzip.compress(b"".join(edit(lines(out)))))
    with pytest.raises(SourceError, match=r"all\.ordi-merged"):
        read(out, opened)


def test_a_study_of_another_site_stands_beside_the_first(site: Path, tmp_path: Path) -> None:
    other = begun(tmp_path / "other.ordi", "02")
    data = read_all([other, site], opened).data("all")
    assert data.subjects == (SubjectKey("01", "01-001"), SubjectKey("02", "02-001"))
