"""A workbook that was changed: the cell, the row or the entry is named, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash
from ordi_crf.export.workbook.cells import read
from ordi_crf.verify import report, workbook
from ordi_crf.verify.comparison import said as row_said
from ordi_crf.verify.report import Report, UnreadableError
from ordi_crf.verify.spreadsheet import text
from tests.verify.altered import Sheets, copied, flipped, saved

Place = tuple[str, int, str]
FRONT, AUDIT = "README", "AUDIT"


def named(found: Report) -> set[Place]:
    """Return the cells that a report names, by sheet, row and letter of the column."""
    places = set()
    for problem in found.problems:
        letters = "".join(c for c in problem.column.rpartition("(")[2] if c.isupper())
        places.add((problem.sheet, problem.row, letters))
    return places


def letter(n: int) -> str:
    return (chr(64 + n // 26) if n // 26 else "") + chr(65 + n % 26)


def said(found: Report) -> str:
    return "\n".join(problem.said.en for problem in found.problems)


def test_the_workbook_that_was_sent_holds(sent: dict[str, Path]) -> None:
    """T33: scores, % BSA and outcomes recomputed from the trail give the same cells."""
    found = workbook.verify(sent["workbook"])
    assert said(found) == ""
    assert len(found.holds) == 3
    assert found.notes == []


def test_the_same_cells_saved_by_another_program_hold(known: Sheets, tmp_path: Path) -> None:
    """What cells say counts, not how a file is packed or looks."""
    found = workbook.verify(saved(known, tmp_path / "saved.xlsx"))
    assert said(found) == ""


UNTOLD = {
    "Export", "Exported by", "Exported at (UTC)", "Language of wordings", "Program",
    "Audit head (SHA-256)", "Build (SHA-256)",
}  # fmt: skip
"""What only the export itself knows, and a package's signature covers; the head has a test."""


def quotes(row: list[object]) -> bool:
    """Return whether a line of FINDINGS quotes unreadable text, or names the columns."""
    return "FINDID" in row or any(str(value).endswith(".UNREADABLE") for value in row)


def flips(known: Sheets, turn: int) -> tuple[Sheets, set[Place]]:
    """Return the sheets with one cell of each row changed, another at each turn, and which."""
    sheets, places = copied(known), set[Place]()
    for name, rows in sheets.items():
        for n, row in enumerate(rows, start=1):
            known_by_itself = (name == FRONT and row[0] in UNTOLD) or (
                name == "FINDINGS" and quotes(list(row))
            )
            if name != AUDIT and not known_by_itself:
                column = (n + turn) % len(row)
                row[column] = flipped(row[column])
                places.add((name, n, letter(column)))
    return sheets, places


def cells_named(sheets: Sheets, path: Path) -> set[Place]:
    return {place for place in named(workbook.verify(saved(sheets, path))) if place[1]}


def test_one_changed_cell_in_every_row_of_every_sheet_is_named_and_no_other(
    known: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T05, T33: `make prove` changes every cell of every sheet in this way."""
    monkeypatch.setattr("ordi_crf.verify.comparison.MOST", 10**6)
    sheets, places = flips(known, 0)
    assert cells_named(sheets, tmp_path / "book.xlsx") == places


@pytest.mark.slow
def test_every_cell_of_every_sheet_is_named_when_it_is_changed(
    known: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("ordi_crf.verify.comparison.MOST", 10**6)
    turns = request.config.getoption("--mutations")
    widest = max(len(rows[0]) for name, rows in known.items() if name != AUDIT)
    for turn in range(1, turns + 1 if turns else widest):
        sheets, places = flips(known, turn)
        assert cells_named(sheets, tmp_path / "book.xlsx") == places, turn


@pytest.mark.slow
def test_a_finding_that_quotes_unreadable_text_is_known_from_its_own_row_and_still_named(
    known: Sheets, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What was typed and could not be read is in no entry of the trail."""
    lines = [n for n, row in enumerate(known["FINDINGS"]) if quotes(list(row))]
    assert len(lines) == 2
    columns = range(len(known["FINDINGS"][0]))
    for n in lines:
        for column in columns if request.config.getoption("--mutations") == 0 else (10, 13):
            sheets = copied(known)
            sheets["FINDINGS"][n][column] = flipped(sheets["FINDINGS"][n][column])
            found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
            assert "FINDINGS" in {problem.sheet for problem in found.problems}, (n, column)


SINGLES = {
    "a score": ("QS_CLASI", lambda row: "CLTOTA" in row),
    "a share of body surface": ("FA_BODYMAP", lambda row: True),
    "an outcome": ("ENDPOINTS", lambda row: True),
    "a wording": ("CODELISTS", lambda row: True),
    "a date of an adverse event": ("AE", lambda row: True),
}


@pytest.mark.parametrize(("sheet", "which"), SINGLES.values(), ids=SINGLES)
def test_a_single_changed_cell_is_the_only_finding(
    known: Sheets, tmp_path: Path, sheet: str, which: Callable[[list[object]], bool]
) -> None:
    sheets = copied(known)
    number = next(n for n, row in enumerate(sheets[sheet], 1) if n > 1 and which(list(row)))
    row = sheets[sheet][number - 1]
    column = max(n for n, value in enumerate(row) if value is not None)
    row[column] = flipped(row[column])
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert named(found) == {(sheet, number, letter(column))}
    (problem,) = found.problems
    assert f"{sheet}, row {number}, {known[sheet][0][column]}" in problem.said.en
    assert f"{sheet}, fila {number}" in problem.said.es


def removed(rows: list[list[object]]) -> tuple[str, int]:
    del rows[2]
    return "a row is missing here", 3


def inserted(rows: list[list[object]]) -> tuple[str, int]:
    rows.insert(2, [*rows[1][:-1], "inserted"])
    return "this row is not in the audit trail", 3


def appended(rows: list[list[object]]) -> tuple[str, int]:
    rows.append(["more", "than", "there was"])
    return "this row is not in the audit trail", len(rows)


def emptied(rows: list[list[object]]) -> tuple[str, int]:
    last = len(rows)
    del rows[-1]
    return "a row is missing here", last


def doubled(rows: list[list[object]]) -> tuple[str, int]:
    rows.insert(2, rows[2])
    return "this row is not in the audit trail", 4


WAYS = (removed, inserted, appended, emptied, doubled)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_row_taken_out_or_put_in_is_named_in_every_sheet(
    known: Sheets, tmp_path: Path, way: Callable[[list[list[object]]], tuple[str, int]]
) -> None:
    sheets, due = copied(known), {}
    for name, rows in sheets.items():
        if name not in (AUDIT, FRONT) and len(rows) > 4:
            due[name] = way(rows)  # type: ignore[arg-type]
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    told = {p.sheet: (p.text.en.partition(":")[0], p.row) for p in found.problems}
    assert {name: told.get(name) for name in due} == due


def test_a_row_beyond_the_table_is_named(known: Sheets, tmp_path: Path) -> None:
    sheets = copied(known)
    sheets["SV"][1].append("a remark")
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert named(found) == {("SV", 2, letter(len(sheets["SV"][0])))}


def test_a_sheet_that_was_taken_out_or_put_in_is_named(known: Sheets, tmp_path: Path) -> None:
    sheets = copied(known)
    del sheets["ENDPOINTS"]
    sheets["Notes"] = [["mine"]]
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert {problem.sheet for problem in found.problems} == {"ENDPOINTS", "Notes"}


def test_a_text_that_became_a_number_is_named(known: Sheets, tmp_path: Path) -> None:
    """A spreadsheet makes 1 of 01 where nobody looks."""
    sheets = copied(known)
    sheets["SV"][1][1] = 1
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert 'the cell says 1; by the audit trail it is "01"' in said(found)


def test_a_formula_in_a_cell_is_named(known: Sheets, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = saved(known, tmp_path / "book.xlsx")
    book = load_workbook(path)
    book["AE"]["M2"] = "=1+1"
    book.save(path)
    found = workbook.verify(path)
    assert ("AE", 2, "M") in named(found)
    assert "<formula> =1+1" in said(found)


def test_forged_digests_do_not_hide_a_changed_cell(known: Sheets, tmp_path: Path) -> None:
    """T05: who changes a cell can make its SHA-256 again, but not what the trail tells."""
    sheets = copied(known)
    sheets["AE"][1][12] = "Another event"
    forged = workbook._digest([*map(tuple, _texts(sheets["AE"]))])
    for row in sheets[FRONT]:
        if row[0] == "AE SHA-256":
            row[1] = forged
    found = workbook.verify(saved(sheets, tmp_path / "forged.xlsx"))
    assert ("AE", 2, "M") in named(found)


def _texts(rows: list[list[object]]) -> list[tuple[str, ...]]:
    """Return what cells say, as the digest covers it."""
    plain = ([read(v) if isinstance(v, str) else v for v in row] for row in rows)
    return [row_said(map(text, row)) for row in plain]  # type: ignore[arg-type]


def of_version(known: Sheets, version: str) -> Sheets:
    """Return the workbook as another version of the program would have ended its trail."""
    sheets = copied(known)
    header, *rows = sheets[AUDIT]
    column = {name: n for n, name in enumerate(header)}
    last, before = rows[-1], rows[-2]
    last[column["VERSION"]] = version
    said = [last[column[name.upper()]] for name in AUDIT_FIELDS]
    told = [v if v is not None or n > 14 else "" for n, v in enumerate(said)]
    last[column["HASH"]] = chain_hash(str(before[column["HASH"]]), *told)  # type: ignore[arg-type]
    front = {row[0]: row for row in sheets[FRONT]}
    front["Program"][1] = f"ORDI CRF {version}"
    front["Audit head (SHA-256)"][1] = last[column["HASH"]]
    front["AUDIT SHA-256"][1] = workbook._digest([*map(tuple, _texts(sheets[AUDIT]))])
    return sheets


def test_a_workbook_of_another_version_is_verified_as_far_as_that_goes(
    known: Sheets, tmp_path: Path
) -> None:
    sheets = of_version(known, "9.9.9")
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert said(found) == ""
    assert "Made by ORDI CRF 9.9.9, not by this version" in found.notes[0].en
    sheets["AE"][1][12] = "Another event"
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert [problem.sheet for problem in found.problems] == ["AE"]


def test_naming_another_program_does_not_keep_cells_from_being_recomputed(
    known: Sheets, tmp_path: Path
) -> None:
    sheets = copied(known)
    for row in sheets[FRONT]:
        if row[0] == "Program":
            row[1] = "ORDI CRF 9.9.9"
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert "not the one that wrote the last entry" in said(found)


@pytest.mark.parametrize("item", ["Export", "Exported at (UTC)", "Audit head (SHA-256)"])
def test_a_workbook_that_does_not_say_what_it_is_is_none(
    known: Sheets, tmp_path: Path, item: str
) -> None:
    sheets = copied(known)
    sheets[FRONT] = [row for row in sheets[FRONT] if row[0] != item]
    with pytest.raises(UnreadableError, match="is no sponsor workbook"):
        workbook.verify(saved(sheets, tmp_path / "book.xlsx"))


def test_another_head_on_the_first_page_is_a_trail_that_was_cut(
    known: Sheets, tmp_path: Path
) -> None:
    """T07: entries cut off the end are found by the head that was printed."""
    sheets = copied(known)
    del sheets[AUDIT][-1]
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert "entries were cut off" in found.problems[0].said.en


def test_many_changes_of_one_sheet_are_summed_up(known: Sheets, tmp_path: Path) -> None:
    sheets = copied(known)
    for row in sheets["CODEBOOK"][1:]:
        row[4] = "otra cosa"
    found = workbook.verify(saved(sheets, tmp_path / "book.xlsx"))
    assert len(found.problems) == report.MOST + 1
    assert found.problems[-1].said.en == "CODEBOOK: and more of the same kind."


def test_progress_reaches_its_end_and_can_be_stopped(sent: dict[str, Path]) -> None:
    from ordi_crf.core.delivery import CancelledError

    steps: list[tuple[int, int]] = []
    asked = count()
    with pytest.raises(CancelledError):
        workbook.verify(
            sent["workbook"], lambda *step: steps.append(step), lambda: next(asked) == 5
        )
    assert len(steps) == 5
