"""Another program at every table: it is refused; where it makes itself room, it is found and named.

A program that may not call our functions cannot write while the triggers stand (T05). One that
drops them first leaves a state that the trail does not tell, and `verify` says where (T06). Of an
encrypted study it sees nothing at all.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from ordi_crf.db import connection, files, schema
from ordi_crf.db.audit import verify
from ordi_crf.db.connection import Access, Context
from ordi_crf.db.snapshot import snapshot
from tests.db import people, tables

SECTIONS = {section.name: section for section in schema.sections()}
NOT_DATA = {"setting", "drawing", "unaccepted"}
"""Preferences, a cache that is drawn again from strokes, and text that is no value: not told."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("tables") / "study.ordi"
    return people.cheaply(tables.filled, path)


@pytest.fixture
def file(whole, tmp_path):
    """Give a copy of the study with two rows in every table."""
    return shutil.copy(whole, tmp_path / "study.ordi")


def look(path):
    """Return the study as it is, and everything that is wrong with it."""
    with closing(connection.connect(path, Access.READ, Context("", ""))) as link:
        data = snapshot(link)
        return data, [*verify(data), *files.verify(link, data)]


def columns(link, table):
    return [name for (name,) in link.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def rowids(link, table):
    rows = [n for (n,) in link.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid')]
    assert rows, f"{table} is empty"
    return rows


def change(link, table):
    """Yield statements that change the first row, column by column."""
    first = rowids(link, table)[0]
    for name in columns(link, table):
        if name in ("id", "record_id"):
            continue
        kind = link.execute(f'SELECT typeof("{name}") FROM "{table}"').fetchone()[0]
        others = {"integer": f'"{name}" + 1', "blob": "zeroblob(3)"}
        new = others.get(kind, f"coalesce(\"{name}\", '') || 'x'")
        yield f'UPDATE "{table}" SET "{name}" = {new} WHERE rowid = {first}'


def insert(link, table):
    """Yield a statement that adds a row like one that is there, under another key."""
    given = ", ".join(f'"{name}"' for name in columns(link, table) if name != "id")
    taken = given
    keyed = {
        "subject": "subjid", "record": "visit_repeat", "study": "key", "setting": "key",
        "attachment": "digest", "drawing": "digest", "explanation": "finding", "missing": "item",
        "unaccepted": "item", "account": "login", "password": "", "audit": "",
    }.get(table, "row")  # fmt: skip
    if keyed:
        other = "9" if keyed in ("row", "visit_repeat") else f"substr('x' || {keyed}, 1, 64)"
        taken = given.replace(f'"{keyed}"', other)
    if table == "account":
        taken = taken.replace('"name"', "'Somebody'")
    first = rowids(link, table)[0]
    yield f'INSERT INTO "{table}" ({given}) SELECT {taken} FROM "{table}" WHERE rowid = {first}'


def delete(link, table):
    yield f'DELETE FROM "{table}" WHERE rowid = {rowids(link, table)[0]}'


def reorder(link, table):
    """Yield a statement that puts the first row last."""
    rows = rowids(link, table)
    yield f'UPDATE "{table}" SET rowid = {rows[-1] + 1} WHERE rowid = {rows[0]}'


WAYS = {way.__name__: way for way in (change, insert, delete, reorder)}


def statements(path, table, way):
    with closing(sqlite3.connect(path)) as link:
        return list(WAYS[way](link, table))


def loosened(path, statement):
    """Do something as a program that drops triggers and ignores constraints; return if it could."""
    with closing(sqlite3.connect(path)) as link:
        for (name,) in link.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            link.execute(f'DROP TRIGGER "{name}"')
        link.execute("PRAGMA ignore_check_constraints = ON")
        try:
            link.execute(statement)
        except sqlite3.DatabaseError:
            return False
        link.commit()
        return True


def test_the_study_here_is_sound_and_has_two_rows_in_every_table(file):
    assert look(file)[1] == []
    with closing(sqlite3.connect(file)) as link:
        few = [t for t in tables.names() if len(rowids(link, t)) < 2 and _repeats(t)]
    assert few == []


def _repeats(table):
    section = SECTIONS.get(table)
    return section is None or section.repeating


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("table", tables.names())
def test_another_program_is_refused(file, table, way):
    """T05."""
    for statement in statements(file, table, way):
        with (
            closing(sqlite3.connect(file)) as link,
            pytest.raises(
                sqlite3.DatabaseError, match=r"never|append-only|no such function|only ORDI"
            ),
        ):
            link.execute(statement)
    assert look(file)[1] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("table", [t for t in tables.names() if t not in NOT_DATA])
def test_a_program_that_drops_the_triggers_is_found_and_the_place_named(
    whole, tmp_path, table, way
):
    """T06: or what it did has no consequence, as the order in which rows lie in a table."""
    before, _ = look(whole)
    for number, statement in enumerate(statements(whole, table, way)):
        path = shutil.copy(whole, tmp_path / f"{number}.ordi")
        if not loosened(path, statement):
            continue
        try:
            data, problems = look(path)
        except (ValueError, KeyError):
            continue
        assert problems or data == before, statement
        if problems and data != before and table != "audit":
            assert all(len(problem.en) > 20 for problem in problems)


def test_rows_that_change_places_are_read_in_the_order_of_their_keys(file):
    """Strokes above all: an erasure before what it erased would be another drawing."""
    before, _ = look(file)
    loosened(file, "UPDATE bm_stroke SET id = CASE id WHEN 1 THEN 1002 ELSE id + 2000 END")
    data, problems = look(file)
    assert problems == []
    strokes = [list(r.sections["bm_stroke"]) for r in (before, data) for r in r.records.values()
               if "bm_stroke" in r.sections]  # fmt: skip
    assert strokes[0] == strokes[1] == ["1", "2"]


def test_another_program_reads_nothing_of_an_encrypted_study(guarded):
    with (
        closing(sqlite3.connect(guarded)) as link,
        pytest.raises(sqlite3.DatabaseError, match="not a database"),
    ):
        link.execute("SELECT * FROM sqlite_master").fetchall()


def test_every_table_is_tried_here():
    assert set(tables.names()) == set(schema.tables())
    assert len(tables.names()) > 50
