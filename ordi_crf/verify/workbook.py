"""A sponsor's workbook, verified without the study: by its digests, its trail and its raw data.

The SHA-256 of each sheet is made again from its cells. The audit trail on the AUDIT sheet is
followed hash by hash and replayed; from what it tells every sheet is made again, with every score,
% of body surface and outcome computed anew, and each cell that says otherwise is named.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from ordi_crf import __version__, drawings
from ordi_crf.core.deidentification.profile import Profile
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress
from ordi_crf.core.records import StudyData
from ordi_crf.core.replay import replayed
from ordi_crf.export.workbook import contents_of
from ordi_crf.export.workbook.audit import COLUMNS
from ordi_crf.export.workbook.audit import NAME as AUDIT
from ordi_crf.export.workbook.digest import SheetDigest, cell_text
from ordi_crf.export.workbook.readme import DIGEST, SAYS, Entry, readme, told
from ordi_crf.export.workbook.sheet import ROWS, Line, Sheet, Written, page_name
from ordi_crf.forms.schema import Language, Text
from ordi_crf.verify import unread
from ordi_crf.verify import workbook_words as words
from ordi_crf.verify.comparison import Said, differences, said
from ordi_crf.verify.report import Problem, Report, UnreadableError
from ordi_crf.verify.spreadsheet import Book, Read, book, text
from ordi_crf.verify.trail import Place, Told, trail

KIND = Text("Sponsor workbook", "Libro del promotor")
HEAD = Text("Audit head", "Último hash")
FRONT = "README"
LONGEST_FRONT = 10_000
"""Rows of the first page, of which there are some to a sheet."""
_AUDIT = re.compile(f"{AUDIT}(_[0-9]+)?")
_PROGRAM = f"ORDI CRF {__version__}"
_Page: TypeAlias = list[Said]
"""A sheet as read: what its cells say, the header first."""
_NEEDED = ("export", "at", "by", "program", "language", "head")


def verify(
    path: Path,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Report:
    """Return what verifying a workbook came to; UnreadableError for what is none of ours."""
    with book(path) as opened:
        return _Verification(path.name, opened, progress, cancelled).report()


class _Verification:
    """One workbook while it is verified."""

    def __init__(self, name: str, opened: Book, progress: Progress, cancelled: Cancelled) -> None:
        self._book, self._progress, self._cancelled = opened, progress, cancelled
        self._report = Report(KIND, name)
        self._front = list(opened.rows(FRONT, LONGEST_FRONT)) if FRONT in opened.names else []
        self._says = told((_word(row, 0), _word(row, 1)) for row in self._front)
        if any(name not in self._says for name in _NEEDED):
            raise UnreadableError(words.NOT_OURS.format(name=name))
        self._audit: dict[str, list[list[Read]]] = {}
        self._total, self._done = 2 * len(opened.names) + 1, 0

    def report(self) -> Report:
        """Return what was found."""
        says = self._says
        self._report.facts += [
            (Text("Export", "Exportación"), says["export"]),
            (Text("Made (UTC)", "Fecha (UTC)"), says["at"]),
            (HEAD, says["head"]),
            (Text("Program", "Programa"), says["program"]),
        ]
        read = {name: self._page(name) for name in self._book.names if name != FRONT}
        if "sources" in says:
            # Its trail is of several files, each a chain of its own: those prove it.
            self._report.notes.append(words.MERGED)
            self._digests(read)
            return self._report
        found = self._trail()
        if found.entries and not found.problems and self._is_ours(found):
            self._recompute(found, read)
        self._digests(read)
        self._tell(self._total)
        return self._report

    def _tell(self, done: int | None = None) -> None:
        if self._cancelled():
            raise CancelledError
        self._done = self._done + 1 if done is None else done
        self._progress(min(self._done, self._total), self._total)

    def _page(self, name: str) -> _Page:
        self._tell()
        values = list(self._book.rows(name))
        while values and not values[-1]:
            values.pop()
        if _AUDIT.fullmatch(name):
            self._audit[name] = values
        return [said(map(text, row)) for row in values]

    def _trail(self) -> Told:
        """Follow the chain of hashes, and say where it breaks."""
        found = trail(self._entries())
        problems = self._report.problems
        problems += found.problems
        head = found.entries[-1].hash if found.entries else ""
        if not self._audit:
            problems.append(Problem(words.NO_TRAIL, sheet=AUDIT))
        elif not found.problems and head != self._says["head"]:
            problems.append(
                Problem(words.CUT_OFF.format(head=self._says["head"][:12]), sheet=AUDIT)
            )
        if not problems:
            self._report.holds.append(words.CHAIN.format(n=len(found.entries)))
        return found

    def _entries(self) -> Iterator[tuple[Place, Sequence[Read]]]:
        due = [name for name, _, _ in COLUMNS]
        for name, rows in self._audit.items():
            for number, row in enumerate(rows, start=1):
                if number > 1:
                    yield Place(name, number), row
                elif row[: len(due)] != due:
                    self._report.problems.append(Problem(words.HEADER, sheet=name, row=1))

    def _is_ours(self, found: Told) -> bool:
        """Return whether this very program made the file: another may have computed otherwise.

        Which one it was is also told by the last entry of the trail, that of the export.
        """
        program = self._says["program"]
        if program == _PROGRAM:
            return True
        if program == f"ORDI CRF {found.entries[-1].version}":
            self._report.notes.append(words.OTHER_PROGRAM.format(program=program))
        else:
            self._report.problems.append(Problem(words.WRONG_PROGRAM, sheet=FRONT))
        return False

    def _recompute(self, found: Told, read: Mapping[str, _Page]) -> None:
        """Make every sheet again from the trail, and name each cell that says otherwise."""
        try:
            delivery = self._delivery(replayed(found.entries), read)
        except (KeyError, ValueError) as error:
            self._report.problems.append(
                Problem(words.UNTOLD.format(error=str(error)), sheet=AUDIT)
            )
            return
        before = len(self._report.problems)
        written = [
            page
            for content in contents_of(delivery)
            for page in self._compare(content.sheet, content.lines, read)
        ]
        due = [
            said((cell_text(entry.item), cell_text(self._due(entry))))
            for entry in readme(delivery, written)
        ]
        front = [said(map(text, row)) for row in self._front]
        self._take(differences(FRONT, ("A", "B"), front, due, 1))
        known = {FRONT, *(page.name for page in written)}
        self._take(
            Problem(words.STRANGE, sheet=name) for name in self._book.names if name not in known
        )
        if len(self._report.problems) == before:
            self._report.holds.append(words.RECOMPUTED.format(n=len(written)))

    def _due(self, entry: Entry) -> str:
        """Return what a line of the first page should say: another build of this version may be."""
        if entry.item not in SAYS["build"] or "build" not in self._says:
            return entry.text
        if self._says["build"] != entry.text:
            self._report.notes.append(words.OTHER_BUILD)
        return self._says["build"]

    def _take(self, problems: Iterator[Problem]) -> None:
        self._report.problems += problems

    def _delivery(self, data: StudyData, read: Mapping[str, _Page]) -> Delivery:
        """Return what the workbook was made from, rebuilt; ValueError for a stroke that is none."""
        findings = read.get(unread.SHEET, [])
        told = replace(data, unaccepted=unread.typed(data, findings))
        profile = _profile(self._says["export"])
        return Delivery(
            data=told,
            painted=drawings.all_figures(told.records, _nothing_kept),
            export_id=self._says["export"],
            at=self._says["at"],
            actor=self._says["by"],
            language=Language(self._says["language"]),
            profile=profile,
            # The findings that stand were judged by dates which this file does not have.
            standing=unread.standing(data, findings) if profile.study_days else None,
        )

    def _compare(
        self, sheet: Sheet, lines: Sequence[Line], read: Mapping[str, _Page]
    ) -> Iterator[Written]:
        names = [variable.name for variable in sheet.variables]
        for number, start in enumerate(range(0, max(1, len(lines)), ROWS), start=1):
            name = page_name(sheet, number)
            self._tell()
            digest, due = SheetDigest(), list[Said]()
            digest.add(names)
            for line in lines[start : start + ROWS]:
                digest.add(line)
                due.append(said(map(cell_text, line)))
            page = read.get(name)
            if page is None:
                self._report.problems.append(Problem(words.ABSENT, sheet=name))
            else:
                self._take(_page_differences(name, names, page, due, sheet.keys))
            yield Written(sheet, name, len(due), digest.hexdigest())

    def _digests(self, read: Mapping[str, _Page]) -> None:
        """Hold the SHA-256 of each sheet against the one that the first page gives."""
        given = {
            _word(row, 0).removesuffix(f" {DIGEST}"): _word(row, 1)
            for row in self._front
            if _word(row, 0).endswith(f" {DIGEST}")
        }
        named = {problem.sheet for problem in self._report.problems}
        wrong = [name for name, digest in given.items() if _digest(read.get(name)) != digest]
        # A sheet whose cells were named needs no word about its digest.
        self._take(Problem(words.WRONG_DIGEST, sheet=name) for name in wrong if name not in named)
        self._take(Problem(words.NO_DIGEST, sheet=name) for name in read if name not in given)
        if not wrong and given:
            self._report.holds.append(words.DIGESTS.format(n=len(given)))


def _page_differences(
    name: str, names: Sequence[str], page: _Page, due: Sequence[Said], keys: int
) -> Iterator[Problem]:
    header = said(map(cell_text, names))
    yield from differences(name, names, page, [header, *due], keys)


def _digest(page: _Page | None) -> str:
    """Return the SHA-256 of a sheet as read, blank for one that is not there."""
    if not page:
        return ""
    wide, total = len(page[0]), hashlib.sha256()
    for row in page:
        total.update(f"[{','.join((*row, *['null'] * (wide - len(row))))}]\n".encode())
    return total.hexdigest()


def _profile(export: str) -> Profile:
    """Return what an export left out, as its id says; ValueError for what no program writes."""
    _, *codes = export.split("+")
    try:
        return Profile.of(codes)
    except KeyError as error:
        raise ValueError(export) from error


def _word(row: Sequence[Read], n: int) -> str:
    value = row[n] if n < len(row) else None
    return value if isinstance(value, str) else ""


def _nothing_kept(_digest: str) -> None:
    """Find no figures kept, so that every stroke is painted again."""
