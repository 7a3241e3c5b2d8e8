"""Merging, settling, delivering and comparing from the command line, over real study files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pandas
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from ordi_crf.cli.commands import commands
from ordi_crf.cli.options import BROKEN, UNSETTLED, UNUSABLE
from ordi_crf.core.permissions import Role
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.merges import kept
from tests.builders import ANA, SUBJECT, Ticking, key
from tests.db import people
from tests.export.workbook_data import read
from tests.merges.copies import begun, copied, drawn, gone_on, sent

SEX = key("DM", "SCR")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(a) for a in arguments])


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A study and its copy, whose sexes of one subject went apart."""
    site = begun(tmp_path / "site.ordi")
    apart = copied(site, "apart.ordi")
    gone_on(site, 3, Answer("dm", "", "SEX", "M"), form=SEX)
    gone_on(apart, 4, Answer("dm", "", "SEX", None), form=SEX)
    return site, apart


def filled(path: Path, row: int = 2, **cells: object) -> Path:
    """The workbook with cells of a row filled in, as a person would."""
    book = load_workbook(path)
    page = book["CONFLICTS"]
    names = [cell.value for cell in page[1]]
    for name, value in cells.items():
        page.cell(row, names.index(name) + 1).value = value
    book.save(path)
    return path


def sexes(out: Path, folder: Path) -> list[object]:
    done = run("export", out, "--out", folder, "--no-casebooks")
    assert done.exit_code == 0, done.output
    return [row.get("SEX") for row in read(Path(done.output.strip()), "DM")]


def test_files_that_agree_become_one_and_say_so(tmp_path: Path) -> None:
    site, other = begun(tmp_path / "site.ordi"), begun(tmp_path / "other.ordi", "02")
    out = tmp_path / "all.ordi-merged"
    done = run("merge", out, site, other)
    assert (done.exit_code, done.output.splitlines()[0]) == (0, str(out))
    assert sexes(out, tmp_path / "out") == ["F", "F"]


def test_a_conflict_is_listed_written_out_and_keeps_the_merge_from_export(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    """T27: files that disagree tell no study until somebody settles it."""
    out, book = tmp_path / "all.ordi-merged", tmp_path / "conflicts.xlsx"
    done = run("merge", out, *two, "--conflicts", book)
    assert done.exit_code == UNSETTLED
    assert "Sex" in done.output
    refused = run("export", out, "--out", tmp_path / "out")
    assert refused.exit_code == UNSETTLED
    assert "1 open conflicts" in refused.output
    assert not list((tmp_path / "out").iterdir())
    assert run("verify", out).exit_code == 0


@pytest.mark.parametrize(
    ("cells", "sex"),
    [
        ({"CHOSEN": "1"}, "M"),
        ({"CHOSEN": 2}, None),
        ({"CHOSEN": "OTHER", "OTHER": "F"}, "F"),
    ],
    ids=["the first", "the second", "a third value"],
)
def test_a_conflict_is_settled_by_the_line_that_was_filled_in(
    cells: dict[str, object], sex: str | None, two: tuple[Path, Path], tmp_path: Path
) -> None:
    out, book = tmp_path / "all.ordi-merged", tmp_path / "conflicts.xlsx"
    run("merge", out, *two, "--conflicts", book)
    filled(book, REASON="the passport", **cells)
    done = run("merge", out, "--settle", book, "--name", "Marta Roca")
    assert done.exit_code == 0, done.output
    (settlement,) = kept.read(out).union.settlements.values()
    assert (settlement.reason, settlement.actor) == ("the passport", "Marta Roca")
    assert sexes(out, tmp_path / "out") == [sex]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"CHOSEN": "1"}, "REASON is blank"),
        ({"CHOSEN": "1", "REASON": "  "}, "REASON is blank"),
        ({"REASON": "because"}, "CHOSEN is a number"),
        ({"CHOSEN": "3", "REASON": "because"}, "CHOSEN is a number"),
        ({"CHOSEN": "OTHER", "OTHER": "X", "REASON": "because"}, "row 2"),
        ({"CHOSEN": "1", "REASON": "because", "VALUE_1": "F"}, "were changed"),
        ({"CHOSEN": "1", "REASON": "because", "SUBJID": "01-002"}, "were changed"),
        ({"CHOSEN": "1", "REASON": "because", "CONFLICT": "0" * 20}, "no open conflict"),
    ],
    ids=[
        "no reason", "blank reason", "no choice", "no such head", "no such code",
        "changed value", "changed place", "unknown",
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_taken_is_refused_with_its_row(
    cells: dict[str, object], says: str, two: tuple[Path, Path], tmp_path: Path
) -> None:
    out, book = tmp_path / "all.ordi-merged", tmp_path / "conflicts.xlsx"
    run("merge", out, *two, "--conflicts", book)
    before = out.read_bytes()
    done = run("merge", out, "--settle", filled(book, **cells))
    assert done.exit_code == UNUSABLE
    assert "row 2" in done.output
    assert says in done.output
    assert out.read_bytes() == before


def test_two_drawings_are_settled_whole(two: tuple[Path, Path], tmp_path: Path) -> None:
    site, apart = two
    drawn(site, 5, 1)
    drawn(apart, 6, 2)
    drawn(apart, 7, 3)
    out, book = tmp_path / "all.ordi-merged", tmp_path / "conflicts.xlsx"
    assert run("merge", out, site, apart, "--conflicts", book).exit_code == UNSETTLED
    rows = read(book, "CONFLICTS")
    for n, row in enumerate(rows, start=2):
        filled(book, n, CHOSEN="2" if row["ITEM"] == "DRAWING" else "1", REASON="looked again")
    assert run("merge", out, "--settle", book).exit_code == 0
    data = kept.read(out).data(out.name)
    strokes = list(data.records[key("BM")].live("bm_stroke"))
    assert len(strokes) == 2


def test_two_who_settle_alike_do_not_disagree(two: tuple[Path, Path], tmp_path: Path) -> None:
    outs = []
    for name in ("a", "b"):
        out, book = tmp_path / f"{name}.ordi-merged", tmp_path / f"{name}.xlsx"
        run("merge", out, *two, "--conflicts", book)
        run("merge", out, "--settle", filled(book, CHOSEN="1", REASON=name), "--name", name)
        outs.append(out)
    assert run("merge", tmp_path / "all.ordi-merged", *outs).exit_code == 0


def test_an_export_of_a_merged_file_names_its_sources_and_pandas_reads_it(
    tmp_path: Path,
) -> None:
    site, other = begun(tmp_path / "site.ordi"), begun(tmp_path / "other.ordi", "02")
    out, folder = tmp_path / "all.ordi-merged", tmp_path / "out"
    run("merge", out, site, other)
    done = run("export", out, "--out", folder, "--no-casebooks")
    sheets = pandas.read_excel(done.output.strip(), ["DM"], dtype=str, engine="openpyxl")
    assert list(sheets["DM"]["SUBJID"]) == ["01-001", "02-001"]
    front = pandas.read_excel(done.output.strip(), "README", header=None, engine="openpyxl")
    assert list(front[0]).count("Merged from") == 2


def test_a_source_that_does_not_hold_ends_a_merge_with_nothing_written(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    site, apart = two
    book = sent(site, tmp_path / "book", 9)
    edited = load_workbook(book)
    edited["AUDIT"]["B4"] = "2001-01-01T00:00:00Z"
    edited.save(book)
    out = tmp_path / "all.ordi-merged"
    done = run("merge", out, apart, book)
    assert (done.exit_code, out.exists()) == (BROKEN, False)
    assert book.name in done.output
    assert "row 4" in done.output


def test_a_merge_never_takes_the_place_of_another_kind_of_file(two: tuple[Path, Path]) -> None:
    site, apart = two
    before = site.read_bytes()
    assert run("merge", site, apart).exit_code == UNUSABLE
    assert site.read_bytes() == before


def test_a_comparison_tells_what_changed_since_the_last_delivery(tmp_path: Path) -> None:
    """T27: by subject, visit, form and item, with who and when."""
    site = begun(tmp_path / "site.ordi")
    earlier = sent(site, tmp_path / "may", 3)
    gone_on(site, 4, Answer("dm", "", "SEX", "M"), form=SEX)
    out = tmp_path / "changes.xlsx"
    done = run("compare", earlier, site, "--out", out)
    assert done.exit_code == 0, done.output
    (change,) = read(out, "CHANGES")
    assert (change["SUBJID"], change["FORM"], change["ITEM"]) == ("01-001", "DM", "SEX")
    assert (change["BEFORE"], change["AFTER"], change["KIND"]) == ("F", "M", "CHANGED")
    assert change["WHO"] == "Núria Vila"


def test_a_comparison_with_itself_tells_of_nothing(tmp_path: Path) -> None:
    site = begun(tmp_path / "site.ordi")
    assert "Nothing changed" in run("compare", site, site).output


def test_what_is_gone_since_the_last_delivery_ends_with_another_code(tmp_path: Path) -> None:
    """T27: nothing is ever removed, so a later delivery without it is not the same study."""
    site = begun(tmp_path / "site.ordi")
    later = copied(site, "later.ordi")
    gone_on(site, 4, Answer("dm", "", "ETHNIC", "NOT REPORTED"), form=SEX)
    assert run("compare", site, later).exit_code == BROKEN


def test_a_study_with_accounts_is_merged_by_one_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = tmp_path / "guarded.ordi", tmp_path / "all.ordi-merged"
    people.peopled(path)
    monkeypatch.setenv("ORDI_CRF_PASSWORD", people.password(Role.DATA_MANAGER))
    done = run("merge", out, path, "--login", people.login(Role.DATA_MANAGER))
    assert done.exit_code == 0, done.output
    monkeypatch.setenv("ORDI_CRF_PASSWORD", "not the password")
    other = tmp_path / "other.ordi-merged"
    done = run("merge", other, path, "--login", people.login(Role.DATA_MANAGER))
    assert (done.exit_code, other.exists()) == (UNUSABLE, False)


@pytest.mark.parametrize("command", ["merge", "compare"])
def test_the_sentences_come_in_spanish_as_well(command: str, tmp_path: Path) -> None:
    site, letter = begun(tmp_path / "site.ordi"), tmp_path / "letter.zip"
    letter.write_bytes(b"PK\x03\x04 cut")
    first = tmp_path / "all.ordi-merged" if command == "merge" else site
    done = run(command, first, letter, "--language", "es")
    assert (done.exit_code, first == site or not first.exists()) == (UNUSABLE, True)
    assert "letter.zip está dañado" in done.output


def test_two_who_enrol_one_number_apart_are_asked_whether_it_is_one_person(
    tmp_path: Path,
) -> None:
    """T27: one number for two people agrees in nothing by chance."""
    site = begun(tmp_path / "site.ordi")
    out = tmp_path / "all.ordi-merged"
    clock = Ticking(datetime(2011, 1, 1, tzinfo=UTC))
    third = StudyFile.create(tmp_path / "third.ordi", ANA, clock=clock, machine="ward-9")
    third.add_subject(SUBJECT)
    third.close()
    done = run("merge", out, site, third.path)
    assert done.exit_code == UNSETTLED
    assert "01-001" in done.output
