"""The rows of a damaged database that can still be read, and the numbers of those that cannot.

A table is read from its beginning to where it breaks, then from its end, then between by halves.
The file was made readable before (`mending`): a torn page breaks what is on it alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from ordi_crf.db import connection as sql
from ordi_crf.db import mending, unlocking
from ordi_crf.db.connection import Connection
from ordi_crf.db.errors import StudyFileError

RowValues: TypeAlias = tuple[Any, ...]

_CHUNK = 256
"""Row numbers tried at once beyond the last that is known: more than a page of rows."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Row numbers that could not be read; the last is None where the end is unknown."""

    first: int
    last: int | None

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}–"
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(slots=True)
class Fragment:
    """What is left of a table: rows by their number, and the gaps between."""

    columns: list[str]
    rows: dict[int, RowValues] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)


class Fragments:
    """A damaged file, read piece by piece; nothing is written to it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._link: Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def all(self, query: str, *values: object) -> list[RowValues] | None:
        """Return the rows of a query, None where it breaks."""
        rows: list[RowValues] = []
        return rows if self._whole(rows, query, values) else None

    def table(self, name: str) -> Fragment | None:
        """Return what is left of a table; None where not even its columns can be told."""
        columns = self.all("SELECT name FROM pragma_table_info(?) ORDER BY cid", name)
        if not columns:
            return None
        found = Fragment([column for (column,) in columns])
        forward: list[RowValues] = []
        select = f'SELECT rowid, * FROM "{name}"'
        if not self._whole(forward, f"{select} ORDER BY rowid", ()):
            self._around(found, select, forward)
        found.rows |= {number: values for number, *values in forward}
        return found

    def _around(self, found: Fragment, select: str, forward: list[RowValues]) -> None:
        """Read a table from its end, and between the breaks."""
        backward: list[RowValues] = []
        after = forward[-1][0] if forward else 0
        self._whole(backward, f"{select} WHERE rowid > ? ORDER BY rowid DESC", (after,))
        found.rows |= {number: values for number, *values in backward}
        if backward:
            self._between(found, select, after + 1, backward[-1][0] - 1)
        else:
            self._beyond(found, select, after + 1)
        found.gaps = _joined(found.gaps)

    def _beyond(self, found: Fragment, select: str, first: int) -> None:
        """Read what follows a break where the table's end is broken too."""
        while True:
            known = len(found.rows)
            self._between(found, select, first, first + _CHUNK - 1)
            first += _CHUNK
            if len(found.rows) == known:
                break
        if found.gaps:
            found.gaps[-1] = Gap(found.gaps[-1].first, None)

    def _between(self, found: Fragment, select: str, first: int, last: int) -> None:
        """Read a range of row numbers by halves, down to the single rows that break."""
        if first > last:
            return
        rows: list[RowValues] = []
        whole = self._whole(
            rows, f"{select} WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (first, last)
        )
        found.rows |= {number: values for number, *values in rows}
        if whole:
            return
        first = rows[-1][0] + 1 if rows else first
        if first >= last:
            self._one(found, select, first)
            return
        middle = (first + last) // 2
        self._between(found, select, first, middle)
        self._between(found, select, middle + 1, last)

    def _one(self, found: Fragment, select: str, number: int) -> None:
        """Read one row; a range breaks already where the driver looks for the next."""
        rows: list[RowValues] = []
        if self._whole(rows, f"{select} WHERE rowid = ?", (number,)):
            found.rows |= {number: values for number, *values in rows}
        else:
            found.gaps.append(Gap(number, number))

    def _whole(self, rows: list[RowValues], query: str, values: tuple[object, ...]) -> bool:
        """Collect the rows of a query, and return whether it came to its end."""
        try:
            with sql.translated(self._path):
                if self._link is None:
                    self._link = mending.tolerant(
                        self._path, unlocking.reading(self._path), self._key
                    )
                for row in self._link.execute(query, values):
                    rows.append(row)  # noqa: PERF402 - what came before a break is kept
        except StudyFileError:
            return False
        return True


def _joined(gaps: list[Gap]) -> list[Gap]:
    """Return gaps in order, with neighbours made one."""
    joined: list[Gap] = []
    for gap in gaps:
        if joined and joined[-1].last is not None and gap.first == joined[-1].last + 1:
            joined[-1] = Gap(joined[-1].first, gap.last)
        else:
            joined.append(gap)
    return joined


def ranges(numbers: Iterator[int]) -> list[Gap]:
    """Return numbers, in order, as ranges."""
    return _joined([Gap(number, number) for number in numbers])
