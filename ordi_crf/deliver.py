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
from ordi_crf.core.deidentification.apply import deidentified
from ordi_crf.core.deidentification.profile import FULL, Profile
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress, no_file
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.identifiers.listed import Listed
from ordi_crf.core.identifiers.places import NOBODY, Hit, hits
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import RecordKey, SubjectKey
from ordi_crf.db.connection import timestamp, utc_now
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import NoSiteKeyError
from ordi_crf.forms.schema import Language, Text

EXPORT = "EXPORT"
"""The event of an export in the audit trail."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be delivered, and where to."""

    folder: Path
    workbook: bool = True
    casebooks: bool = True
    csv: bool = False
    """A folder with every sheet as CSV."""
    statistics: bool = False
    """A folder with files for SAS, SPSS and Stata."""
    together: bool = False
    """All casebooks in one file."""
    blank: bool = False
    """The case report form blank, each form once."""
    annotated: bool = False
    """The annotated case report form, acrf.pdf."""
    subjects: Sequence[SubjectKey] | None = None
    """Whose casebooks; None means everybody's. The workbook always holds everybody."""
    language: Language = Language.EN
    package: bool = False
    """Whether it goes into one signed package, with the blank form; else the files lie open."""
    odm: bool = False
    """The whole study as ODM-XML; like the workbook it always holds everybody."""
    profile: Profile = FULL
    """What is left out or reduced."""
    listed: Listed = NOBODY
    """Who the subjects are, looked for in free text."""
    confirmed: frozenset[Hit] = frozenset()
    """What seemed to be an identifier, and may leave all the same."""

    @property
    def name(self) -> str:
        """Return the name of the export in the audit trail."""
        parts = [
            ("workbook", self.workbook),
            ("casebooks", self.casebooks),
            ("ODM", self.odm),
            ("CSV", self.csv),
            ("statistics", self.statistics),
            ("blank form", self.blank),
            ("annotated form", self.annotated),
        ]
        said = " and ".join(word for word, wanted in parts if wanted)
        said = f"package of {said}" if self.package else said
        said += "" if self.profile.full else f" ({self.profile.code})"
        if not self.confirmed:
            return said
        return f"{said}; possible identifiers confirmed: {len(self.confirmed)}"


class UnconfirmedError(StudyFileError):
    """Free text seems to hold identifiers nobody has looked at; nothing was written."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__(
            Text(
                "Nothing was exported: free text seems to hold {n} identifiers. Correct them, "
                "leave free text out, or confirm that they may leave.",
                "No se ha exportado nada: el texto libre parece contener {n} identificadores. "
                "Corríjalos, omita el texto libre o confirme que pueden salir.",
            ).format(n=len(hits))
        )
        self.hits = tuple(hits)


def identifiers(path: Path, actor: Actor, request: Request, *, key: bytes = b"") -> tuple[Hit, ...]:
    """Return what in the texts that an export would hold seems to tell who somebody is."""
    file = StudyFile.open(path, actor, read_only=True, key=key)
    try:
        return hits(deidentified(file.data(), request.profile), request.listed)
    finally:
        file.close()


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
    for a role that does not export, UnconfirmedError where nobody looked at an identifier.
    """
    progress(0, 100)
    file = StudyFile.open(path, actor, read_only=True, key=key)
    try:
        file.permit(Operation.EXPORT)
        data = file.data()
        delivery = Delivery(
            data=data,
            painted=drawings.all_figures(data.records, file.drawing),
            export_id=request.profile.named(str(uuid4())),
            at=timestamp(now or utc_now()),
            actor=actor.name,
            language=request.language,
            files=file.attachment,
        )
        delivery = reduced(delivery, request.profile)
        found = hits(delivery.data, request.listed)
        if not request.confirmed.issuperset(found):
            raise UnconfirmedError(found)
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


def reduced(delivery: Delivery, profile: Profile) -> Delivery:
    """Return a delivery as a profile has it: everything written after this is made from it."""
    if profile.full:
        return delivery
    from ordi_crf.export.findings import places

    return replace(
        delivery,
        data=deidentified(delivery.data, profile),
        profile=profile,
        files=delivery.files if profile.keeps_files else no_file,
        standing=places(delivery) if profile.study_days else None,
    )


def _write(
    delivery: Delivery,
    request: Request,
    fetch: drawings.Fetch,
    progress: Progress,
    cancelled: Cancelled,
) -> list[Path]:
    from ordi_crf.export import casebook, odm, workbook

    everybody = delivery.data.subjects
    subjects = tuple(everybody if request.subjects is None else request.subjects)
    subjects = subjects if request.casebooks else ()
    # A workbook takes about as long as the casebooks of half of its subjects.
    half = max(1, len(everybody) // 2)
    tables = half * (request.workbook + request.odm)
    percent = _Percent(progress, tables + len(subjects))
    written: list[Path] = []

    def drawing(key: RecordKey) -> Drawing:
        return drawings.open_drawing(delivery.data.records[key], fetch)

    if request.workbook:
        written.append(request.folder / f"{_stem(delivery)}.xlsx")
        workbook.write(delivery, written[-1], percent.of(half), cancelled)
    if request.odm:
        written.append(request.folder / f"{_stem(delivery)}_odm.xml")
        odm.write(delivery, written[-1], percent.of(half), cancelled)
    if request.csv or request.statistics:
        written += _tables(delivery, request, cancelled)
    for annotated in [False] * request.blank + [True] * request.annotated:
        written += casebook.write_files(
            request.folder, request.language, annotated=annotated, cancelled=cancelled
        )
    if request.together and subjects:
        written.append(request.folder / f"{_stem(delivery)}_casebooks.pdf")
        whole = percent.of(len(subjects))
        casebook.write_all(delivery, subjects, written[-1], drawing, whole, cancelled)
        return written
    for subject in subjects:
        if cancelled():
            raise CancelledError
        written.append(request.folder / f"{_stem(delivery)}_{subject.subjid}.pdf")
        casebook.write(delivery, subject, written[-1], drawing, percent.of(1), cancelled)
    return written


def _tables(delivery: Delivery, request: Request, cancelled: Cancelled) -> list[Path]:
    """Write the folders of plain tables and return them."""
    from ordi_crf.export import workbook
    from ordi_crf.export.statistics import comma, native

    contents, written = workbook.contents_of(delivery, cancelled), []
    if request.csv:
        written.append(request.folder / f"{_stem(delivery)}_csv")
        comma.write(contents, written[-1], cancelled)
    if request.statistics:
        written.append(request.folder / f"{_stem(delivery)}_statistics")
        native.write(contents, written[-1], delivery.language, cancelled)
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
    kind += "" if delivery.profile.full else "_DEIDENTIFIED"
    kind += "_MERGED" if delivery.sources else ""
    moment = delivery.at[:19].replace("-", "").replace(":", "")
    return f"{study.STUDYID}{kind}_{moment}Z"
