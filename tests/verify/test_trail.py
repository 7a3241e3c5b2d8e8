"""The audit trail as a sheet: each flipped cell, lost, added or moved entry is found and named."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ordi_crf.export.workbook.audit import COLUMNS, audit_sheet
from ordi_crf.export.workbook.cells import read
from ordi_crf.verify.trail import Place, Told, trail
from tests.verify.altered import Sheets, Value, flipped

AUDIT = "AUDIT"
NAMES = [variable.name for variable in audit_sheet().variables]
CONTENT = "AT-REASON"


@pytest.fixture
def rows(known: Sheets) -> list[list[Value]]:
    return [[read(v) if isinstance(v, str) else v for v in row] for row in known[AUDIT][1:]]


def told(rows: Sequence[Sequence[Value]]) -> Told:
    return trail((Place(AUDIT, n), row) for n, row in enumerate(rows, start=2))


def named(rows: Sequence[Sequence[Value]]) -> list[tuple[int, str]]:
    return [(problem.row, problem.column) for problem in told(rows).problems]


def test_the_trail_that_was_sent_holds(rows: list[list[Value]]) -> None:
    assert told(rows).problems == []


def test_a_text_in_parts_is_one_entry(rows: list[list[Value]]) -> None:
    in_parts = [row for row in rows if row[NAMES.index("PARTS")] not in (None, 1)]
    assert in_parts
    assert len(told(rows).entries) == len({row[0] for row in rows}) < len(rows)


@pytest.mark.parametrize("column", NAMES)
@pytest.mark.parametrize("nth", [0, 7, 150, -2, -1], ids=lambda n: f"entry {n}")
def test_each_cell_that_is_changed_is_named_by_its_row(
    rows: list[list[Value]], column: str, nth: int
) -> None:
    """T05: whichever column of an entry is changed, its row is named first."""
    place = nth % len(rows)
    cell = NAMES.index(column)
    rows[place][cell] = flipped(rows[place][cell])
    found = named(rows)
    assert found[0][0] == place + 2
    alone = {"ID", "PART", "PARTS", "VISIT_REPEAT", "FORM_REPEAT"}
    if column == "HASH" and nth != -1:
        assert found == [(place + 2, "HASH")]
    elif column not in alone and column != "HASH":
        assert found == [(place + 2, CONTENT)]


def test_one_cell_of_every_entry_is_named_by_its_row_and_no_other_is(
    rows: list[list[Value]], request: pytest.FixtureRequest
) -> None:
    """T05: `make prove` changes every cell of the sheet in this way, one column at a time."""
    names = ["NEW", "ACTOR", "AT"]
    if request.config.getoption("--mutations") == 0:
        names = [n for n in NAMES if n not in ("ID", "HASH", "PART", "PARTS")]
    alone = [n for n, row in enumerate(rows) if row[NAMES.index("PARTS")] is None]
    for name in names:
        sheet, cell = [list(row) for row in rows], NAMES.index(name)
        for n in alone:
            value = sheet[n][cell]
            sheet[n][cell] = value + 1 if isinstance(value, int) else flipped(value)
        assert {row for row, _ in named(sheet)} == {n + 2 for n in alone}, name


def test_an_entry_that_was_taken_out_is_named(rows: list[list[Value]]) -> None:
    del rows[40]
    (problem,) = told(rows).problems
    assert (problem.row, problem.column) == (42, "ID")
    assert "entries were removed, inserted or moved" in problem.said.en


def test_an_entry_that_was_put_in_is_named(rows: list[list[Value]]) -> None:
    rows.insert(40, list(rows[12]))
    assert named(rows)[0] == (42, "ID")


def test_entries_that_changed_places_are_named(rows: list[list[Value]]) -> None:
    rows[40], rows[41] = rows[41], rows[40]
    assert (42, "ID") in named(rows)


def test_an_entry_written_anew_with_its_own_hash_breaks_the_next(rows: list[list[Value]]) -> None:
    """T06: the hash that covers the entry before cannot be made to fit one entry alone."""
    from ordi_crf.core.chain import AUDIT_FIELDS, chain_hash

    row = rows[40]
    row[NAMES.index("ACTOR")] = "Somebody else"
    said = [row[NAMES.index(name.upper())] for name in AUDIT_FIELDS]
    nothing = [n for n, (name, _, _) in enumerate(COLUMNS) if name in ("OLD", "NEW", "REASON")]
    fields = [v if v is not None or n + 1 in nothing else "" for n, v in enumerate(said)]
    previous = str(rows[39][NAMES.index("HASH")])
    row[NAMES.index("HASH")] = chain_hash(previous, *fields)  # type: ignore[arg-type]
    assert named(rows) == [(43, CONTENT)]


def test_a_number_written_back_with_a_fraction_is_the_same_number(rows: list[list[Value]]) -> None:
    rows[0][0] = 1.0
    assert named(rows) == []


@pytest.mark.parametrize("value", ["seven", None, 2.5], ids=str)
def test_what_is_no_number_of_an_entry_is_named(rows: list[list[Value]], value: Value) -> None:
    rows[5][0] = value
    assert named(rows)[0] == (7, "ID")
