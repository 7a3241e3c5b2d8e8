"""Make a copy of a damaged file readable: torn pages say nothing, lost definitions are put back.

An encrypted file refuses everything after the first page whose seal does not hold, and any file
whose list of tables is torn refuses everything. What the torn part of that list held is filled in
from this program's own definitions, each table at the tree that nothing else leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from ordi_crf.db import connection as sql
from ordi_crf.db import pages, schema
from ordi_crf.db.connection import Access, Connection, Context
from ordi_crf.db.pages import HEADER, LEAF, SIZE, Pages

COUNTED = "sqlite_sequence"
"""SQLite's own table of the last number that a counted table gave."""
_COUNTED_COLUMNS = 2
_LOST = "torn_page_"
"""What the views are called that stand where the list of tables is torn."""


def mend(copy: Path, key: bytes) -> bool:
    """Make a copy readable; return whether its list of tables was torn."""
    found = Pages(copy, key)
    first = found.read(1)
    if not pages.is_table(first, HEADER):
        return False
    torn, lost = found.torn(), _lost(found)
    for number in torn:
        # Of no kind: what is on it is broken, and what follows is read all the same.
        found.write(number, bytes(SIZE))
    for number in lost:
        found.write(number, _stand_in(number, found.usable))
    if torn or lost:
        found.save()
    if lost:
        _put_back(copy, key)
    return bool(lost)


def tolerant(path: Path, access: Access, key: bytes) -> Connection:
    """Return a connection that reads on where a definition makes no sense."""
    link = sql.connect(path, access, Context("", ""), key)
    link.execute("PRAGMA writable_schema = ON")
    return link


def stands_in(name: str) -> bool:
    """Return whether a definition is one that was put where a torn page was."""
    return name.startswith(_LOST)


def _lost(found: Pages) -> list[int]:
    """Return the pages of the list of tables that are torn, or whose rows run on to such a one."""
    first, lost = found.read(1), []
    due = pages.children(first, HEADER) if first is not None else []
    while due:
        number = due.pop()
        page = found.read(number) if 1 < number <= len(found) else None
        if page is None or not pages.is_table(page):
            lost.append(number)
        elif further := pages.children(page):
            due += further
        elif not all(map(_is_definition, pages.rows(found, page))):
            lost.append(number)
    return [number for number in lost if 1 < number <= len(found)]


def _is_definition(row: bytes | None) -> bool:
    """Return whether a row of the list ends in a text, or in nothing as those of keys do."""
    if row is None:
        return False
    kind = (pages.kinds(row) or [-1])[-1]
    try:
        text = row[len(row) - (kind - 13) // 2 :].decode() if kind >= 13 and kind % 2 else ""
    except UnicodeDecodeError:
        return False
    return kind == 0 or text.startswith("CREATE ")


def _stand_in(number: int, usable: int) -> bytes:
    """Return a page of the list of tables that holds a view of nothing: it may not be empty."""
    name = f"{_LOST}{number}"
    texts = [b"view", name.encode(), name.encode(), b"", f"CREATE VIEW {name} AS SELECT 1".encode()]
    kinds = [2 * len(text) + 13 for text in texts]
    # A root page of 0, as every view has, is a kind of its own without a content.
    kinds[3] = 8
    body = bytes([len(kinds) + 1, *kinds]) + b"".join(texts)
    cell = bytes([len(body), 1]) + body
    at = usable - len(cell)
    head = bytes([LEAF, 0, 0, 0, 1]) + at.to_bytes(2, "big") + b"\0" + at.to_bytes(2, "big")
    return head + bytes(at - len(head)) + cell + bytes(SIZE - usable)


def _put_back(copy: Path, key: bytes) -> None:
    """Write the definitions that are lost into the list again."""
    with sql.translated(copy), closing(tolerant(copy, Access.WRITE, key)) as link:
        rows = link.execute("SELECT name, rootpage FROM sqlite_master").fetchall()
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        known = {name: int(root or 0) for name, root in rows}
        definitions = _definitions()
        lost = [name for name in definitions if name not in known]
        roots = _roots(Pages(copy, key), known.values(), lost)
        for name, root in roots.items():
            link.execute(
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
                "VALUES ('table', ?, ?, ?, ?)",
                (name, name, root, definitions[name]),
            )


def _definitions() -> dict[str, str]:
    """Return the tables of a study file in the order in which they are made.

    The first that counts its rows makes SQLite's own table of what it counted.
    """
    found: dict[str, str] = {}
    for name, text in schema.tables().items():
        found[name] = text
        if "AUTOINCREMENT" in text and COUNTED not in found:
            found[COUNTED] = f"CREATE TABLE {COUNTED}(name,seq)"
    return found


def _roots(found: Pages, known: Iterable[int], lost: list[str]) -> Mapping[str, int]:
    """Return lost tables with the trees they are taken to be.

    Trees that nothing leads to stand in the order in which tables were made. Where they are more or
    fewer than the tables they are told apart by their number of columns, and where that leaves a
    doubt none is taken for another.
    """
    wanted = _widths(lost)
    orphans = {number: _width(found, number) for number in _orphans(found, set(known))}
    pairs = list(zip(lost, orphans, strict=False))
    if len(orphans) == len(lost) and all(orphans[n] in (0, wanted[name]) for name, n in pairs):
        return dict(pairs)
    taken: dict[str, int] = {}
    for width in set(wanted.values()):
        names = [name for name in lost if wanted[name] == width]
        trees = [number for number, found_width in orphans.items() if found_width == width]
        if len(names) == len(trees):
            taken |= dict(zip(names, trees, strict=True))
    return taken


def _orphans(found: Pages, known: set[int]) -> list[int]:
    """Return the pages of tables that no list, no other page and no free page leads to."""
    led_to, tables = known | set(pages.unused(found)), []
    for number in range(2, len(found) + 1):
        page = found.read(number)
        if page is not None and pages.is_table(page):
            tables.append(number)
            led_to |= set(pages.children(page))
    first = found.read(1)
    led_to |= set(pages.children(first, HEADER)) if first is not None else set()
    return [number for number in tables if number not in led_to]


def _width(found: Pages, number: int) -> int:
    """Return how many columns the rows of a tree have, 0 of one that has none to be read."""
    page = found.read(number)
    while page is not None and pages.is_table(page) and pages.children(page):
        page = found.read(pages.children(page)[0])
    if page is None or not pages.is_table(page):
        return 0
    first = next(pages.rows(found, page), None)
    return len(pages.kinds(first)) if first else 0


def _widths(names: list[str]) -> dict[str, int]:
    """Return how many columns tables of this program have."""
    found, definitions = {}, schema.tables()
    with closing(sql.scratch()) as link:
        for name in names:
            if name != COUNTED:
                link.execute(definitions[name])
            query = "SELECT count(*) FROM pragma_table_info(?)"
            found[name] = int(link.execute(query, (name,)).fetchone()[0]) or _COUNTED_COLUMNS
    return found
