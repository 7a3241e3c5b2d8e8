"""Take out of a damaged file what can still be read, into a new file, and say what was lost.

The damaged file is not touched: a copy of it is read, with its journal. The new file carries the
rows and the definitions as they were, also the hashes of the trail, so that what is missing there
is seen as missing; the trail then tells what became of the file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ordi_crf.db import (
    audit,
    durable,
    events,
    fragments,
    mending,
    schema,
    soundness,
    unlocking,
    upgrade,
)
from ordi_crf.db import connection as sql
from ordi_crf.db.connection import Access, Connection, Context, IntegrityError, timestamp
from ordi_crf.db.errors import ExistsError, MissingFileError, NotAStudyError
from ordi_crf.db.fragments import Fragment, Fragments, Gap
from ordi_crf.db.snapshot import snapshot
from ordi_crf.db.trust_errors import NothingToRescueError
from ordi_crf.forms.schema import Text


@dataclass(frozen=True, slots=True)
class Rescued:
    """A file made of what could be read of a damaged one, and what could not."""

    path: Path
    rows: Mapping[str, int]
    """Rows that were read, by table."""
    gaps: Mapping[str, tuple[Gap, ...]]
    """Row numbers that could not be read, by table; tables that are whole are left out."""
    entries: tuple[Gap, ...]
    """Entries missing from the audit trail."""
    lost: tuple[Text, ...]
    """All of that in sentences, with each answer that table and trail tell differently."""


def rescue(path: Path, key: bytes, target: Path, context: Context, moment: datetime) -> Rescued:
    """Return a new file with all that can be read; NothingToRescueError, ExistsError.

    `context` says who rescues; what is new must not have a name that is taken.
    """
    with sql.translated(target, new=True):
        if os.path.lexists(target):
            raise ExistsError(target)
        if not path.is_file():
            raise MissingFileError(path)
        with _copied(path, target) as copy, closing(Fragments(copy, key)) as found:
            torn = mending.mend(copy, key)
            definitions = _definitions(found, torn=torn)
            if not definitions:
                raise NothingToRescueError(path)
            if not soundness.is_study(name for kind, name, _ in definitions if kind == "table"):
                raise NotAStudyError(path)
            tables = {name: found.table(name) for kind, name, _ in definitions if kind == "table"}
            last = _last(found)
            with durable.replacing(target) as beside:
                refused = _build(beside, key, found, definitions, tables)
                _count_on(beside, key, last)
                shutil.copymode(path, beside)
                context.at = timestamp(moment)
                rescued = _report(target, beside, key, tables, refused, last)
                detail = " ".join(text.en for text in rescued.lost) or "nothing was lost"
                events.tell(beside, key, context, "RESCUED", f"{path.name}: {detail}"[:2000])
    return rescued


@contextmanager
def _copied(path: Path, target: Path) -> Iterator[Path]:
    """Give a copy of a damaged file and its journal, to be read in its stead."""
    copy = target.with_name(f".{target.name}.damaged")
    durable.remove(copy)
    try:
        shutil.copy(path, copy)
        for end in durable.SATELLITES[:2]:
            journal = path.with_name(path.name + end)
            if journal.exists():
                shutil.copy(journal, copy.with_name(copy.name + end))
        yield copy
    finally:
        durable.remove(copy)


def _definitions(found: Fragments, *, torn: bool) -> list[tuple[str, str, str]]:
    """Return what the file is made of: tables first, what hangs on them after.

    Where that list was torn, what it lacks is as this program has it.
    """
    rows = found.all(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite_%' ORDER BY type <> 'table', type <> 'view', rowid"
    )
    read = [(kind, name, text) for kind, name, text in rows or () if not mending.stands_in(name)]
    if not torn or not read:
        return read
    known = {name for _, name, _ in read}
    ours = {name: ("table", name, text) for name, text in schema.tables().items()}
    for name, text in schema.attachments().items():
        ours[name] = (text.split()[1].casefold(), name, text)
    every = [*read, *(part for name, part in ours.items() if name not in known)]
    return sorted(every, key=_rank)


def _rank(part: tuple[str, str, str]) -> int:
    """Return what is made before what: tables, then what reads them, then triggers."""
    return ("table", "view", "index", "trigger").index(part[0])


def _build(
    path: Path, key: bytes, found: Fragments, definitions: list[tuple[str, str, str]],
    tables: Mapping[str, Fragment | None],
) -> dict[str, list[int]]:  # fmt: skip
    """Write a new file, and return the row numbers that its definitions refused."""
    refused: dict[str, list[int]] = {}
    with closing(unlocking.connect(path, Access.CREATE, Context("", ""), key)) as link:
        for name in ("application_id", "user_version"):
            value = found.all(f"PRAGMA {name}")
            link.execute(f"PRAGMA {name} = {int(value[0][0]) if value else 0}")
        link.execute("BEGIN")
        for kind, name, text in definitions:
            link.execute(text)
            fragment = tables[name] if kind == "table" else None
            if fragment is not None:
                refused[name] = _fill(link, name, fragment)
        link.execute("COMMIT")
    return refused


def _last(found: Fragments) -> dict[str, int]:
    """Return the last number that each counted table ever gave."""
    if not found.all("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'"):
        return {}
    rows = found.all("SELECT name, seq FROM sqlite_sequence") or []
    return {name: int(number) for name, number in rows}


def _count_on(path: Path, key: bytes, last: Mapping[str, int]) -> None:
    """Let counted tables go on where they were, so that no lost number is given again."""
    with closing(unlocking.connect(path, Access.WRITE, Context("", ""), key)) as link:
        for name, number in last.items():
            link.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            link.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, number))


def _fill(link: Connection, name: str, fragment: Fragment) -> list[int]:
    """Write the rows of a table, and return the numbers of those that it refuses."""
    refused = []
    columns = ", ".join(f'"{column}"' for column in fragment.columns)
    marks = ", ".join("?" * len(fragment.columns))
    insert = f'INSERT INTO "{name}" ({columns}) VALUES ({marks})'
    for number in sorted(fragment.rows):
        try:
            link.execute(insert, fragment.rows[number])
        except IntegrityError:
            refused.append(number)
    return refused


def _report(
    target: Path, path: Path, key: bytes, tables: Mapping[str, Fragment | None],
    refused: Mapping[str, list[int]], last: Mapping[str, int],
) -> Rescued:  # fmt: skip
    gaps = {
        name: tuple([Gap(1, None)] if part is None else
                    [*part.gaps, *fragments.ranges(iter(refused[name]))])
        for name, part in tables.items()
    }  # fmt: skip
    gaps = {name: found for name, found in gaps.items() if found}
    rows = {
        name: len(part.rows) - len(refused[name]) if part else 0 for name, part in tables.items()
    }
    entries = tuple(_entries(tables.get("audit"), last.get("audit", 0)))
    lost = [_TABLE.format(table=n, rows=_listed(found)) for n, found in gaps.items()]
    lost += [_ENTRIES.format(rows=_listed(entries))] if entries else []
    lost += _answers(path, key)
    return Rescued(target, rows, gaps, entries, tuple(lost))


def _entries(trail: Fragment | None, last: int) -> list[Gap]:
    """Return the entries that are missing from a trail counted from 1 without a gap."""
    known = trail.rows if trail is not None else {}
    highest = max([last, *known])
    return fragments.ranges(n for n in range(1, highest + 1) if n not in known)


def _answers(path: Path, key: bytes) -> list[Text]:
    """Return what table and trail tell differently, where the definitions are this program's."""
    with closing(unlocking.connect(path, Access.WRITE, Context("", ""), key)) as link:
        if upgrade.changed(link):
            return []
        return list(audit.differences(snapshot(link)))


def _listed(gaps: tuple[Gap, ...]) -> str:
    return ", ".join(str(gap) for gap in gaps)


_TABLE = Text(
    "Table {table}: rows {rows} cannot be read.",
    "Tabla {table}: no se pueden leer las filas {rows}.",
)
_ENTRIES = Text(
    "Audit trail: entries {rows} are missing.",
    "Registro de auditoría: faltan las entradas {rows}.",
)
