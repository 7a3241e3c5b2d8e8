"""Write what was asked for from one delivery, whatever it was read from.

Nothing passes by the two gates here: what the profile leaves out is gone before a file is begun,
and what seems to be an identifier stops it all until somebody has looked.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ordi_crf import drawings, study
from ordi_crf.core.deidentification.apply import deidentified
from ordi_crf.core.deidentification.profile import Profile
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress, no_file
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.identifiers.places import hits
from ordi_crf.core.records import RecordKey
from ordi_crf.deliver.request import Request, UnconfirmedError

if TYPE_CHECKING:
    from ordi_crf.export.package import Signer


def never() -> bool:
    """Return that nobody cancels."""
    return False


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def make(
    delivery: Delivery,
    request: Request,
    fetch: drawings.Fetch,
    signer: Signer | None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> list[Path]:
    """Write the files, or one package of them where there is a signer, and return what was written.

    UnconfirmedError where nobody looked at an identifier, ExportError when a file cannot be
    written, CancelledError; progress is told in percent of the whole.
    """
    named = request.profile.named(delivery.export_id)
    delivery = reduced(replace(delivery, export_id=named), request.profile)
    found = hits(delivery.data, request.listed, delivery.read)
    if not request.confirmed.issuperset(found):
        raise UnconfirmedError(found)
    if signer is None:
        return _write(delivery, request, fetch, progress, cancelled)
    from ordi_crf.export import package
    from ordi_crf.export.files import working_folder

    with working_folder(request.folder) as folder:
        inside = replace(request, folder=folder)
        files = _write(delivery, inside, fetch, progress, cancelled)
        target = request.folder / f"{_stem(delivery)}.zip"
        package.write(delivery, files, target, signer)
    siteid = delivery.data.properties.get("siteid", study.DEFAULT_SITEID)
    return [target, package.write_public_key(signer.public, siteid, request.folder)]


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
    tables = half * (request.workbook + request.odm + request.csv + request.statistics)
    percent = _Percent(progress, max(1, tables + len(subjects)))
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
        written += _tables(
            delivery, request, percent.of(half * (request.csv + request.statistics)), cancelled
        )
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


def _tables(
    delivery: Delivery, request: Request, progress: Progress, cancelled: Cancelled
) -> list[Path]:
    """Write the folders of plain tables and return them."""
    from ordi_crf.export import workbook
    from ordi_crf.export.statistics import comma, native

    contents, written = workbook.contents_of(delivery, cancelled), []
    progress(1, 3)
    if request.csv:
        written.append(request.folder / f"{_stem(delivery)}_csv")
        comma.write(contents, written[-1], delivery.language, cancelled)
        progress(2, 3)
    if request.statistics:
        written.append(request.folder / f"{_stem(delivery)}_statistics")
        native.write(contents, written[-1], delivery.language, cancelled)
    progress(3, 3)
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
