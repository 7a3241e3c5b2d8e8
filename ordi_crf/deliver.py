"""One export, end to end: read the study at one moment, write workbook and casebooks that agree.

Used by the window (in a worker) and by the command line. It opens the study for reading on its own
connection, so that entry goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ordi_crf import drawings, study
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.connection import timestamp, utc_now
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import NoSiteKeyError
from ordi_crf.forms.schema import Language

EXPORT = "EXPORT"
"""The event of an export in the audit trail."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be delivered, and where to."""

    folder: Path
    workbook: bool = True
    casebooks: bool = True
    subjects: Sequence[SubjectKey] | None = None
    """Whose casebooks; None means everybody's. The workbook always holds everybody."""
    language: Language = Language.EN
    package: bool = False
    """Whether it goes into one signed package, with the blank form; else the files lie open."""

    @property
    def name(self) -> str:
        """Return the name of the export in the audit trail."""
        parts = [("workbook", self.workbook), ("casebooks", self.casebooks)]
        words = " and ".join(word for word, wanted in parts if wanted)
        return f"package of {words}" if self.package else words


def begin(file: StudyFile, request: Request) -> None:
    """Write what is asked for into the trail, and have a key to sign with.

    Before the data are read, so that the export holds its own entry.
    """
    file.permit(Operation.EXPORT)
    if file.read_only and file.accounts.current is None:
        return
    file.log_event(EXPORT, request.name)
    if request.package and not file.read_only:
        file.site_key.make()


def end(file: StudyFile, written: Sequence[Path]) -> None:
    """Write into the trail which package left: its copy here is known by its manifest (T26)."""
    from ordi_crf.export.package import manifest_digest

    if file.read_only and file.accounts.current is None:
        return
    for path in written:
        if path.suffix == ".zip":
            file.log_event(EXPORT, f"{path.name}, manifest SHA-256 {manifest_digest(path)}")


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    pass


def deliver(
    path: Path,
    actor: Actor,
    request: Request,
    *,
    progress: Progress = _silent,
    cancelled: Cancelled = _never,
    now: datetime | None = None,
    key: bytes = b"",
) -> list[Path]:
    """Write what was asked for and return the files; nothing half written stays behind.

    Progress is told in percent of the whole; `key` is that of an encrypted study. ForbiddenError
    for a role that does not export.
    """
    progress(0, 100)
    file = StudyFile.open(path, actor, read_only=True, key=key)
    try:
        file.permit(Operation.EXPORT)
        data = file.data()
        delivery = Delivery(
            data=data,
            painted=drawings.all_figures(data.records, file.drawing),
            export_id=str(uuid4()),
            at=timestamp(now or utc_now()),
            actor=actor.name,
            language=request.language,
            files=file.attachment,
        )
        if request.package:
            return _pack(delivery, request, file, progress, cancelled)
        return _write(delivery, request, file.drawing, progress, cancelled)
    finally:
        file.close()


def write_files(
    delivery: Delivery,
    request: Request,
    progress: Progress = _silent,
    cancelled: Cancelled = _never,
) -> list[Path]:
    """Write what was asked for out of data that no study file holds, such as merged ones."""
    progress(0, 100)
    return _write(delivery, request, _nothing_kept, progress, cancelled)


def _nothing_kept(_digest: str) -> bytes | None:
    """Find no drawing kept, so that it is painted again."""
    return None


def _pack(
    delivery: Delivery, request: Request, file: StudyFile, progress: Progress, cancelled: Cancelled
) -> list[Path]:
    """Write what was asked for into one signed package, and the key by which it is known."""
    from ordi_crf.export import casebook, package
    from ordi_crf.export.files import working_folder

    public = file.site_key.public()
    if public is None:
        raise NoSiteKeyError
    with working_folder(request.folder) as folder:
        inside = replace(request, folder=folder)
        files = _write(delivery, inside, file.drawing, progress, cancelled)
        if request.casebooks:
            files.append(folder / f"{study.STUDYID}_blank_crf.pdf")
            casebook.write_blank(files[-1], delivery.language, cancelled)
        target = request.folder / f"{_stem(delivery)}.zip"
        package.write(delivery, files, target, package.Signer(public, file.site_key.sign))
    siteid = delivery.data.properties.get("siteid", study.DEFAULT_SITEID)
    return [target, package.write_public_key(public, siteid, request.folder)]


def _write(
    delivery: Delivery,
    request: Request,
    fetch: drawings.Fetch,
    progress: Progress,
    cancelled: Cancelled,
) -> list[Path]:
    from ordi_crf.export import casebook, workbook

    everybody = delivery.data.subjects
    subjects = tuple(everybody if request.subjects is None else request.subjects)
    subjects = subjects if request.casebooks else ()
    # A workbook takes about as long as the casebooks of half of its subjects.
    half = max(1, len(everybody) // 2) if request.workbook else 0
    percent = _Percent(progress, half + len(subjects))
    written: list[Path] = []

    def drawing(key: RecordKey) -> Drawing:
        return drawings.open_drawing(delivery.data.records[key], fetch)

    if request.workbook:
        written.append(request.folder / f"{_stem(delivery)}.xlsx")
        workbook.write(delivery, written[-1], percent.of(half), cancelled)
    for subject in subjects:
        if cancelled():
            raise CancelledError
        written.append(request.folder / f"{_stem(delivery)}_{subject.subjid}.pdf")
        casebook.write(delivery, subject, written[-1], drawing, percent.of(1), cancelled)
    return written


class _Percent:
    """The progress of several files as that of one, each with its share of the time."""

    def __init__(self, progress: Progress, shares: int) -> None:
        self._progress, self._shares = progress, shares
        self._begun = 0
        self._told = 0

    def of(self, share: int) -> Progress:
        """Return what the next file tells its progress to."""
        before, self._begun = self._begun, self._begun + share

        def tell(done: int, total: int) -> None:
            percent = 100 * (before * total + share * done) // (self._shares * total)
            if percent > self._told:
                self._told = percent
                self._progress(percent, 100)

        return tell


def _stem(delivery: Delivery) -> str:
    """Return the start of a file name; its second keeps a delivery from replacing another."""
    kind = "_SYNTHETIC" if delivery.data.synthetic else ""
    kind += "_MERGED" if delivery.sources else ""
    moment = delivery.at[:19].replace("-", "").replace(":", "")
    return f"{study.STUDYID}{kind}_{moment}Z"
