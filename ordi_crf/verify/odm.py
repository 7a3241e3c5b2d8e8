"""An ODM file, verified without the study: by its SHA-256, its trail, and itself made again.

The same data give the same bytes. So the audit trail in the file is followed hash by hash and
replayed, and the whole file is written again from what it tells, definitions and figures included;
each element that says otherwise is named. What stands in no entry is known by the SHA-256 alone:
typed text that could not be read, who exported and when.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from filecmp import cmp
from pathlib import Path
from tempfile import TemporaryDirectory

from ordi_crf import __version__, drawings
from ordi_crf.core.carried import Carried, difference
from ordi_crf.core.deidentification.profile import is_reduced
from ordi_crf.core.delivery import Cancelled, Delivery, Progress
from ordi_crf.core.records import StudyData
from ordi_crf.core.replay import replayed
from ordi_crf.db import audit
from ordi_crf.export import odm as export
from ordi_crf.export.files import ExportError
from ordi_crf.export.odm import seal
from ordi_crf.export.odm.trail import kept
from ordi_crf.forms.schema import Text
from ordi_crf.imports import odm
from ordi_crf.imports.errors import UnreadableFileError
from ordi_crf.verify import odm_words as words
from ordi_crf.verify.elements import differences, elements
from ordi_crf.verify.report import Problem, Report, UnreadableError
from ordi_crf.verify.trail import Place, broken

KIND = Text("ODM file", "Archivo ODM")
_AUDIT = "AUDIT"
_SYSTEM = "ORDI CRF"
_NEEDED = ("FileOID", "CreationDateTime", "Originator", "SourceSystemVersion")
_SHOWN = 12
"""Characters of a hash that are shown."""
_UNTELLABLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What replaying comes to where somebody chained entries that no program writes."""


def verify(
    path: Path,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Report:
    """Return what verifying an ODM file came to; UnreadableError for what is none of ours."""
    try:
        carried = odm.read(path)
    except UnreadableFileError as error:
        raise UnreadableError(error.message) from error
    return _Verification(path, carried, progress, cancelled).report()


class _Verification:
    """One ODM file while it is verified."""

    def __init__(
        self, path: Path, carried: Carried, progress: Progress, cancelled: Cancelled
    ) -> None:
        self._path, self._carried = path, carried
        self._progress, self._cancelled = progress, cancelled
        self._report = Report(KIND, path.name)
        self._says = dict(next(elements(path)).said)
        if self._says.get("SourceSystem") != _SYSTEM or any(n not in self._says for n in _NEEDED):
            raise UnreadableError(words.NOT_OURS.format(name=path.name))
        self._end: Mapping[str, str] = seal.sealed(path) or {}
        self._export = self._end.get("export") or _export(self._says["FileOID"])

    def report(self) -> Report:
        """Return what was found."""
        report, entries = self._report, self._carried.audit
        head = entries[-1].hash if entries else ""
        report.facts = [
            (Text("Export", "Exportación"), self._export),
            (Text("Made (UTC)", "Fecha (UTC)"), self._says["CreationDateTime"]),
            (Text("Made by", "Hecha por"), self._says["Originator"]),
            (Text("Audit head", "Último hash"), self._end.get("head", head)),
            (Text("Audit entries", "Entradas de auditoría"), str(len(entries))),
            (Text("Program", "Programa"), self._program),
        ]
        if not self._end:
            report.problems.append(Problem(words.NO_SEAL))
        if "merged" in self._end:
            # Its trail is of several files, each a chain of its own: those prove it.
            report.notes.append(words.MERGED)
            self._judge_bytes()
            return report
        if self._follow(head):
            try:
                self._judge(replayed(entries))
            except _UNTELLABLE as error:
                report.problems.append(Problem(words.UNTOLD.format(error=str(error))))
        return report

    @property
    def _program(self) -> str:
        return f"{_SYSTEM} {self._says['SourceSystemVersion']}"

    def _follow(self, head: str) -> bool:
        """Follow the chain of hashes, say where it breaks, and return whether it holds."""
        problems, entries = self._report.problems, self._carried.audit
        places = [Place(_AUDIT, n) for n in range(1, len(entries) + 1)]
        wrong = list(broken(entries, places))
        problems += [replace(p, sheet=f"{_AUDIT} {p.row}", row=0, column="") for p in wrong]
        due = self._end.get("head", head)
        if not entries:
            problems.append(Problem(words.NO_TRAIL))
        elif not wrong and head != due:
            problems.append(Problem(words.CUT_OFF.format(head=due[:_SHOWN])))
        elif not wrong:
            self._report.holds.append(words.CHAIN.format(n=len(entries)))
            return True
        return False

    def _judge(self, data: StudyData) -> None:
        """Hold what the file says against the study that its trail tells."""
        problems = self._report.problems
        problems += self._wrong_files(data)
        if self._is_ours():
            self._make_again(replace(data, unaccepted=self._carried.unaccepted))
        else:
            self._judge_answers(data)
            self._judge_bytes()
        problems += map(Problem, audit.false_signatures(data))

    def _is_ours(self) -> bool:
        """Return whether this very program made the file: another may have computed otherwise.

        Which one it was is also told by the last entry of the trail, that of the export.
        """
        version = self._says["SourceSystemVersion"]
        if version == __version__:
            return True
        if version == self._carried.audit[-1].version:
            self._report.notes.append(words.OTHER_PROGRAM.format(program=self._program))
        else:
            self._report.problems.append(Problem(words.WRONG_PROGRAM))
        return False

    def _wrong_files(self, data: StudyData) -> Iterator[Problem]:
        """Yield the kept files that are not what they should be, or not there."""
        files = self._carried.files
        for name, content in files.items():
            if hashlib.sha256(content).hexdigest() != name:
                yield Problem(words.WRONG_FILE.format(digest=name[:_SHOWN]))
        gone = set(kept(data)).difference(files)
        if not gone or (is_reduced(self._export) and not files):
            return
        if seal.holds(self._path):
            self._report.notes.append(words.NEVER_THERE.format(n=len(gone)))
        else:
            for name in sorted(gone):
                yield Problem(words.NO_FILE.format(digest=name[:_SHOWN]))

    def _make_again(self, data: StudyData) -> None:
        """Write the file again from the trail, and name each element that says otherwise."""
        report = self._report
        with TemporaryDirectory(prefix="ordi-crf-") as folder:
            again = Path(folder) / "again.xml"
            try:
                export.write(self._delivery(data), again, self._progress, self._cancelled)
            except ExportError as error:
                raise UnreadableError(error.message) from error
            if cmp(self._path, again, shallow=False):
                report.holds += [words.WHOLE, words.RECOMPUTED]
                return
            report.problems += differences(elements(self._path), elements(again))
        if report.sound:
            report.problems.append(Problem(words.CHANGED))

    def _delivery(self, data: StudyData) -> Delivery:
        """Return what the file was made from, rebuilt; ValueError for a stroke that is none."""
        return Delivery(
            data=data,
            painted=drawings.all_figures(data.records, _nothing_kept),
            export_id=self._export,
            at=self._says["CreationDateTime"],
            actor=self._says["Originator"],
            files=self._carried.files.get,
        )

    def _judge_answers(self, data: StudyData) -> None:
        differs = difference(self._carried, data)
        if differs is None:
            self._report.holds.append(words.ANSWERS)
        else:
            self._report.problems.append(Problem(differs))

    def _judge_bytes(self) -> None:
        """Hold the file against its own SHA-256; a place that was named needs no word of it."""
        if seal.holds(self._path):
            self._report.holds.append(words.WHOLE)
        elif self._report.sound:
            self._report.problems.append(Problem(words.OTHER_BYTES))


def _export(file_oid: str) -> str:
    """Return the id of an export out of that of its file, where hyphens are underscores."""
    return file_oid.removeprefix("FILE.").replace("_", "-")


def _nothing_kept(_digest: str) -> None:
    """Find no figures kept, so that every stroke is painted again."""
