"""Workbook and casebooks of what was merged, as of a study; the README names the sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ordi_crf import drawings
from ordi_crf.core.delivery import Cancelled, CancelledError, Delivery, Progress
from ordi_crf.db.connection import timestamp
from ordi_crf.deliver import Request, make
from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Text
from ordi_crf.merges import kept
from ordi_crf.merges.merge import Merge, untold

_NO_SITE = Text(
    "A merged file has no site, and so no key that a package could be signed with. "
    "Export its files without a package.",
    "Un archivo combinado no tiene centro y, por tanto, ninguna clave con la que firmar un "
    "paquete. Exporte sus archivos sin paquete.",
)


def deliver(
    path: Path, actor: str, request: Request, now: datetime,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> list[Path]:  # fmt: skip
    """Write the files of a merged file; OpenConflictsError until all of it is settled.

    ExportError where a signed package is asked for; else as `ordi_crf.deliver.make`.
    """
    if request.package:
        raise ExportError(_NO_SITE)
    merge = kept.read(path)
    data = merge.data(path.name)
    if cancelled():
        raise CancelledError
    try:
        painted = drawings.all_figures(data.records, _nothing_kept)
    except ValueError as error:
        raise untold(path.name, error) from error
    delivery = Delivery(
        data=data,
        painted=painted,
        export_id=str(uuid4()),
        at=timestamp(now),
        actor=actor,
        language=request.language,
        files=merge.file,
        sources=tuple(_named(merge)),
    )
    return make(delivery, request, _nothing_kept, None, progress, cancelled)


def _named(merge: Merge) -> Iterator[str]:
    for origin in sorted(merge.origins):
        yield (
            f"{origin.name}: SHA-256 {origin.sha256}, {origin.entries} audit entries, head "
            f"{origin.head}, {origin.by}, {origin.at}"
        )


def _nothing_kept(_digest: str) -> bytes | None:
    """Find no figures kept, so that every stroke is painted again."""
    return None
