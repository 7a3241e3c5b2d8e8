"""What another program can do to the rows of a table, whatever the table is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Statements = list[str]
"""What is done together."""


def changed(link: Any, table: str) -> Iterator[Statements]:
    """Change the first row, column by column."""
    first = rowids(link, table)[0]
    for name in columns(link, table):
        yield [f'UPDATE "{table}" SET "{name}" = {_other(link, table, name)} WHERE rowid = {first}']


def inserted(link: Any, table: str) -> Iterator[Statements]:
    """Add a row like the first, once as it is and once with each column as another."""
    names = [name for name in columns(link, table) if name != "id"]
    first = rowids(link, table)[0]
    given = ", ".join(f'"{name}"' for name in names)
    for changed in ("", *names):
        taken = [_other(link, table, n, by=1000) if n == changed else f'"{n}"' for n in names]
        if table == "account" and changed == "login":
            taken[names.index("name")] = "'Somebody'"
        yield [
            (
                f'INSERT INTO "{table}" ({given}) SELECT {", ".join(taken)} FROM "{table}" '
                f"WHERE rowid = {first}"
            )
        ]


def inserted_blank(link: Any, table: str) -> Iterator[Statements]:
    """Add a row that says as little as its columns let it."""
    rows = link.execute(f"SELECT name, type, [notnull], pk FROM pragma_table_info('{table}')")
    needed = {name: kind for name, kind, wanted, key in rows if wanted or (key and kind == "TEXT")}
    values = {
        name: f"(SELECT max(id) FROM {name.removesuffix('_id')})" if name.endswith("_id")
        else {"INTEGER": "0", "BLOB": "x''"}.get(kind, "'9'")
        for name, kind in needed.items()
    }  # fmt: skip
    if not values:
        yield [f'INSERT INTO "{table}" DEFAULT VALUES']
        return
    names = ", ".join(f'"{name}"' for name in values)
    yield [f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values.values())}']


def deleted(link: Any, table: str) -> Iterator[Statements]:
    """Delete the first row, the last, and all of them."""
    rows = rowids(link, table)
    for number in {rows[0], rows[-1]}:
        yield [f'DELETE FROM "{table}" WHERE rowid = {number}']
    yield [f'DELETE FROM "{table}"']


def moved(link: Any, table: str) -> Iterator[Statements]:
    """Put the first row last, let first and last change places, and count all of them anew."""
    rows = rowids(link, table)
    first, last = rows[0], rows[-1]
    move = f'UPDATE "{table}" SET rowid = {{to}} WHERE rowid = {{of}}'
    yield [move.format(of=first, to=last + 1)]
    if first != last:
        yield [
            move.format(of=first, to=-1),
            move.format(of=last, to=first),
            move.format(of=-1, to=last),
        ]
    yield [f'UPDATE "{table}" SET rowid = -rowid', f'UPDATE "{table}" SET rowid = 1000 - rowid']


WAYS = {way.__name__: way for way in (changed, inserted, inserted_blank, deleted, moved)}


def columns(link: Any, table: str) -> list[str]:
    """Return the columns of a table."""
    return [name for (name,) in link.execute(f"SELECT name FROM pragma_table_info('{table}')")]


def rowids(link: Any, table: str) -> list[int]:
    """Return the numbers of its rows."""
    rows = [n for (n,) in link.execute(f'SELECT rowid FROM "{table}" ORDER BY rowid')]
    assert rows, f"{table} is empty: tests.db.tables is to fill it"
    return rows


def _other(link: Any, table: str, name: str, by: int = 1) -> str:
    """Return SQL for another value of the first row's column."""
    kind = link.execute(f'SELECT typeof("{name}") FROM "{table}" ORDER BY rowid').fetchone()[0]
    others = {"integer": f'"{name}" + {by}', "blob": "zeroblob(3)"}
    return others.get(kind, f"coalesce(\"{name}\", '') || 'x'")
