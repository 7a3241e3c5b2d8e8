"""The tables as the definitions make them: the golden script, the constraints, the triggers."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from ordi_crf.db import schema, triggers
from ordi_crf.forms.clasi import ONCE

GOLDEN = Path(__file__).parent.parent / "golden" / "schema.sql"


@pytest.fixture
def database():
    """Give the schema in memory, with the functions its triggers call standing in."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(schema.script())
    for name in ("now", "actor", "role", "machine", "version"):
        connection.create_function(f"crf_{name}", 0, lambda: "x")
    connection.create_function("crf_reason", 0, lambda: None)
    connection.create_function("crf_hash", -1, lambda *fields: "x")
    connection.execute("INSERT INTO subject (siteid, subjid) VALUES ('01', '01-001')")
    connection.execute(
        "INSERT INTO record (subject_id, visit, form, form_version) VALUES (1, 'D1', 'CLASI', '1')"
    )
    yield connection
    connection.close()


def test_a_change_of_a_form_shows_as_a_change_of_the_tables(regenerate):
    """Regenerate with ``pytest --regenerate`` and review the difference as a schema change."""
    if regenerate:
        GOLDEN.write_text(schema.script(), encoding="utf-8")
    assert schema.script() == GOLDEN.read_text(encoding="utf-8")


def test_every_trigger_has_a_name_of_its_own():
    written = [
        *triggers.of_plain_tables(),
        *(statement for s in schema.sections() for statement in triggers.of_section(s)),
        *(statement for feature in schema.FEATURES for statement in feature.triggers()),
    ]
    attached = schema.attachments()
    assert len(attached) == len(written) + len(schema.INDEXES) + len(["change"])


def test_every_item_of_every_section_is_audited():
    for section in schema.sections():
        script = "\n".join(triggers.of_section(section))
        for item in section.items:
            assert f'"{section.name}_{item.name}_updated" AFTER UPDATE OF' in script
            assert f"'{item.name}', NULL, new.\"{item.name}\"" in script


def test_every_table_is_strict(database):
    rows = database.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
    )
    assert [name for (name,) in rows if not name.startswith("sqlite_")] == []


@pytest.mark.parametrize("grade", [0, 3, 4, 5, 6])
def test_the_table_takes_the_grades_of_scalp_scarring(database, grade):
    database.execute("INSERT INTO clasi (record_id, CLSSCR) VALUES (1, ?)", (grade,))


@pytest.mark.parametrize("grade", [1, 2, 7, -1])
def test_the_table_refuses_a_grade_that_scalp_scarring_does_not_have(database, grade):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        database.execute("INSERT INTO clasi (record_id, CLSSCR) VALUES (1, ?)", (grade,))


def test_the_table_and_the_definition_name_the_same_grades(database):
    item = ONCE.item("CLSSCR")
    (listed,) = re.findall(r'"CLSSCR" IN \(([^)]*)\)', schema.tables()["clasi"])
    assert listed.split(", ") == [code.value for code in item.codes.codes]


def test_the_table_refuses_the_scarring_cell_of_the_scalp(database):
    database.execute("INSERT INTO clasi_area (record_id, row, CLSCR) VALUES (1, '02', 1)")
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        database.execute("INSERT INTO clasi_area (record_id, row, CLSCR) VALUES (1, '01', 1)")


def test_the_table_refuses_a_location_that_is_not_printed(database):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        database.execute("INSERT INTO clasi_area (record_id, row) VALUES (1, '14')")


def test_the_table_refuses_words_for_a_grade(database):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        database.execute("INSERT INTO clasi (record_id, CLMUC) VALUES (1, 'severe')")


def test_a_measurement_is_stored_as_it_was_entered(database):
    database.execute("INSERT INTO lb (record_id, row, LBORRES) VALUES (1, 'HGB', '1.50')")
    assert database.execute("SELECT LBORRES FROM lb").fetchone() == ("1.50",)


def test_a_row_is_there_once_in_a_record(database):
    database.execute("INSERT INTO clasi (record_id) VALUES (1)")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        database.execute("INSERT INTO clasi (record_id) VALUES (1)")
