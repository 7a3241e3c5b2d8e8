"""An export of a study file: read at one moment, written into its trail, signed by its site.

It opens the study for reading on its own connection, so that entry goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from ordi_crf import drawings
from ordi_crf.core.deidentification.apply import deidentified
from ordi_crf.core.delivery import Cancelled, Delivery, Progress
from ordi_crf.core.identifiers.places import Hit, hits
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import StudyData
from ordi_crf.db.connection import timestamp, utc_now
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import NoSiteKeyError
from ordi_crf.deliver.making import make, never, silent
from ordi_crf.deliver.request import Request

if TYPE_CHECKING:
    from ordi_crf.export.package import Signer

EXPORT = "EXPORT"
"""The event of an export in the audit trail."""


def identifiers(path: Path, actor: Actor, request: Request, *, key: bytes = b"") -> tuple[Hit, ...]:
    """Return what in the texts that an export would hold seems to tell who somebody is."""
    file = StudyFile.open(path, actor, read_only=True, key=key)
    try:
        return suspected(file, request)
    finally:
        file.close()


def suspected(file: StudyFile, request: Request) -> tuple[Hit, ...]:
    """Return the same of a file that is open."""
    if _in_parts(request):
        with file.in_parts() as study:
            return hits(study.data, request.listed, study.read)
    return hits(deidentified(file.data(), request.profile), request.listed)


def _in_parts(request: Request) -> bool:
    """Return whether an export is made a subject at a time, however long the study is.

    What a profile rewrites hangs together over subjects; a casebook has the whole trail at hand.
    """
    return request.parts == ("workbook",) and request.profile.full and not request.package


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


def deliver(
    path: Path,
    actor: Actor,
    request: Request,
    *,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    now: datetime | None = None,
    key: bytes = b"",
) -> list[Path]:
    """Write what was asked for and return the files; nothing half written stays behind.

    Progress is told in percent of the whole; `key` is that of an encrypted study. ForbiddenError
    for a role that does not export, else as `make`.
    """
    progress(0, 100)
    file = StudyFile.open(path, actor, read_only=True, key=key)
    try:
        file.permit(Operation.EXPORT)
        if _in_parts(request):
            with file.in_parts() as study:
                paint = partial(drawings.all_figures, fetch=study.drawing)
                delivery = _delivery(study.data, actor, request, now or utc_now())
                delivery = replace(delivery, read=study.read, paint=paint)
                return make(delivery, request, study.drawing, None, progress, cancelled)
        data = file.data()
        delivery = replace(
            _delivery(data, actor, request, now or utc_now()),
            painted=drawings.all_figures(data.records, file.drawing),
            files=file.attachment,
        )
        signer = _signer(file) if request.package else None
        return make(delivery, request, file.drawing, signer, progress, cancelled)
    finally:
        file.close()


def _delivery(data: StudyData, actor: Actor, request: Request, now: datetime) -> Delivery:
    return Delivery(
        data=data,
        painted={},
        export_id=str(uuid4()),
        at=timestamp(now),
        actor=actor.name,
        language=request.language,
    )


def _signer(file: StudyFile) -> Signer:
    from ordi_crf.export.package import Signer

    public = file.site_key.public()
    if public is None:
        raise NoSiteKeyError
    return Signer(public, file.site_key.sign)
