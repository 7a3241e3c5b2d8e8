"""A trail out of whatever a site sends: study file, workbook, package, or what was merged before.

Each is told by what it holds, not by its name, and verified before anything of it is taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from zipfile import ZipFile

from ordi_crf.core.delivery import Cancelled, CancelledError
from ordi_crf.core.permissions import Operation
from ordi_crf.core.records import AuditEntry
from ordi_crf.db import audit
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export.package import MANIFEST
from ordi_crf.export.workbook.audit import COLUMNS
from ordi_crf.export.workbook.audit import NAME as AUDIT
from ordi_crf.export.workbook.readme import told
from ordi_crf.forms.schema import Text
from ordi_crf.merges import kept
from ordi_crf.merges.errors import BrokenSourceError, SourceError
from ordi_crf.merges.merge import Merge, merge_of
from ordi_crf.verify import archive
from ordi_crf.verify.report import UnreadableError
from ordi_crf.verify.spreadsheet import Book, Read, book
from ordi_crf.verify.trail import Place, trail
from ordi_crf.verify.workbook import FRONT, LONGEST_FRONT

Opener: TypeAlias = Callable[[Path], AbstractContextManager[StudyFile]]
"""Opens a study file for reading, asking for a login where it needs one."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20
SYNTHETIC = "synthetic"
"""The kind of data of the demonstration study."""


def read(path: Path, opener: Opener, cancelled: Cancelled = lambda: False) -> Merge:
    """Return a file as a merge of itself; SourceError or StudyFileError for one that cannot be."""
    if cancelled():
        raise CancelledError
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        names = {"name": path.name, "folder": str(path.parent)}
        raise SourceError(_UNREAD.format(**names)) from error
    try:
        if start.startswith(kept.GZIP):
            return kept.read(path)
        if not start.startswith(b"PK"):
            return _of_study(path, digest, opener)
        return (_of_package if _is_package(path) else _of_workbook)(path, path.name, digest)
    except UnreadableError as error:
        raise SourceError(error.message) from error


def read_all(
    paths: Sequence[Path], opener: Opener,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Merge:  # fmt: skip
    """Return several files as one merge; the first that cannot be read ends it."""
    found = Merge()
    for done, path in enumerate(paths):
        progress(done, len(paths))
        found = found | read(path, opener, cancelled)
    progress(len(paths), len(paths))
    if SYNTHETIC in found.kinds and len(found.kinds) > 1:
        raise SourceError(_MIXED)
    return found


def _of_study(path: Path, digest: str, opener: Opener) -> Merge:
    with opener(path) as file:
        file.permit(Operation.EXPORT)
        data = file.data()
        if problems := audit.verify(data):
            raise BrokenSourceError(_named(path.name, problems[0]))
        return merge_of(path.name, digest, data.audit, _kept(path.name, data.audit, file))


def _kept(name: str, entries: Sequence[AuditEntry], file: StudyFile) -> Mapping[str, bytes]:
    """Return the kept files that a trail names, as far as the study has their bytes."""
    digests = {found[0] for e in entries if e.new and (found := _DIGEST.match(e.new))}
    files = {digest: content for digest in digests if (content := file.attachment(digest))}
    for digest, content in files.items():
        if hashlib.sha256(content).hexdigest() != digest:
            raise BrokenSourceError(_KEPT.format(name=name, digest=digest[:12]))
    return files


def _is_package(path: Path) -> bool:
    try:
        with ZipFile(path) as parts:
            return "[Content_Types].xml" not in parts.namelist()
    except (*archive.BROKEN_ZIP, OSError) as error:
        raise SourceError(_CUT.format(name=path.name)) from error


def _of_workbook(path: Path, name: str, digest: str) -> Merge:
    with book(path) as opened:
        front = opened.rows(FRONT, LONGEST_FRONT) if FRONT in opened.names else iter(())
        says = told((_word(row, 0), _word(row, 1)) for row in front)
        if "head" not in says:
            raise SourceError(_NO_TRAIL.format(name=name))
        found = trail(_entries(name, opened))
    if found.problems:
        raise BrokenSourceError(_named(name, found.problems[0].said))
    merge = merge_of(name, digest, found.entries, {})
    if found.entries[-1].hash != says["head"]:
        raise BrokenSourceError(_SHORT.format(name=name, n=len(found.entries)))
    return merge


def _entries(name: str, opened: Book) -> Iterator[tuple[Place, Sequence[Read]]]:
    due = [column for column, _, _ in COLUMNS]
    for sheet in (s for s in opened.names if re.fullmatch(f"{AUDIT}(_[0-9]+)?", s)):
        for number, row in enumerate(opened.rows(sheet), start=1):
            if number > 1:
                yield Place(sheet, number), row
            elif row[: len(due)] != due:
                raise SourceError(_NO_TRAIL.format(name=name))


def _of_package(path: Path, name: str, digest: str) -> Merge:
    """Return the trail of the workbook in a package, which is the one its list names."""
    from ordi_crf.merges.packages import workbook_of

    with archive.opened(path) as parts, TemporaryDirectory(prefix="ordi-crf-") as folder:
        if MANIFEST not in parts.namelist():
            raise SourceError(_NO_LIST.format(name=name))
        return _of_workbook(workbook_of(parts, name, Path(folder)), name, digest)


def _word(row: Sequence[Read], n: int) -> str:
    value = row[n] if n < len(row) else None
    return value if isinstance(value, str) else ""


def _named(name: str, text: Text) -> Text:
    return Text(f"{name}: {text.en}", f"{name}: {text.es}")


_MIXED = Text(
    "Synthetic data and data of the clinic are never merged: leave the demonstration out.",
    "Los datos sintéticos y los de la clínica nunca se combinan: excluya la demostración.",
)
_UNREAD = Text(
    "{name} cannot be read in {folder}: it is not there, or permission is missing.",
    "{name} no se puede leer en {folder}: no está o falta permiso.",
)
_CUT = Text(
    "{name} is broken or was cut short: it cannot be read to its end. Ask for it again.",
    "{name} está dañado o incompleto: no se puede leer hasta el final. Pídalo de nuevo.",
)
_NO_TRAIL = Text(
    "{name} is no sponsor workbook of ORDI CRF with its whole audit trail: there is nothing to "
    "merge or compare by.",
    "{name} no es un libro del promotor de ORDI CRF con su auditoría completa: no hay con qué "
    "combinar ni comparar.",
)
_SHORT = Text(
    "{name}: audit entry {n} is the last, and README gives another head: entries were cut off.",
    "{name}: la entrada de auditoría {n} es la última y README da otra cabecera: faltan entradas.",
)
_KEPT = Text(
    "{name}: the kept file {digest}… was changed.",
    "{name}: el archivo guardado {digest}… fue modificado.",
)
_NO_LIST = Text(
    "{name} is neither a workbook nor a package of ORDI CRF.",
    "{name} no es un libro ni un paquete de ORDI CRF.",
)
