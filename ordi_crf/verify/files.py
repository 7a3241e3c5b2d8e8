"""What kind of file is to be verified, told by what it holds before what it is called."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from zipfile import ZipFile

from ordi_crf.core.deidentification.profile import is_reduced
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.export.package import MANIFEST
from ordi_crf.forms.schema import Text
from ordi_crf.verify import archive, casebook, odm, package, workbook
from ordi_crf.verify.report import Problem, Report, UnreadableError
from ordi_crf.verify.trust import Trust

_ENDS = {".xlsx": "workbook", ".zip": "package", ".pdf": "casebook", ".xml": "odm"}
_MARK = b"\xef\xbb\xbf"
"""Some programs write it before UTF-8."""


class Kind(Enum):
    """A kind of file that can be verified."""

    WORKBOOK = "workbook"
    PACKAGE = "package"
    CASEBOOK = "casebook"
    ODM = "odm"
    STUDY = "study"
    """Anything else is for the study file to open, or to refuse."""


def kind(path: Path) -> Kind:
    """Return what a file is; UnreadableError where there is none."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise UnreadableError(_UNREAD.format(name=path.name, folder=str(path.parent))) from error
    if start.startswith(b"%PDF-"):
        return Kind.CASEBOOK
    if start.startswith(b"PK"):
        return _packed(path)
    if start.removeprefix(_MARK).startswith((b"<?xml", b"<ODM")):
        return Kind.ODM
    return Kind(_ENDS.get(path.suffix.lower(), "study"))


def verify(path: Path, trust: Trust, progress: Progress, cancelled: Cancelled) -> Report:
    """Return what verifying a file came to; UnreadableError for what cannot be verified."""
    match kind(path):
        case Kind.WORKBOOK:
            return _held_against(workbook.verify(path, progress, cancelled), trust)
        case Kind.PACKAGE:
            return package.verify(path, trust, progress, cancelled)
        case Kind.CASEBOOK:
            return casebook.verify(path, trust)
        case Kind.ODM:
            return _held_against(odm.verify(path, progress, cancelled), trust)
        case Kind.STUDY:
            raise UnreadableError(_UNKNOWN.format(name=path.name))


def _held_against(report: Report, trust: Trust) -> Report:
    """Say of a workbook or an ODM file whether the study's trail goes on from where it ends."""
    if trust.data is not None and report.sound:
        said = {name.en: value for name, value in report.facts}
        head = said[workbook.HEAD.en]
        if any(entry.hash == head for entry in trust.data.audit):
            report.holds.append(_GOES_ON)
        elif is_reduced(said["Export"]):
            report.notes.append(casebook.REDUCED)
        else:
            report.problems.append(Problem(_ELSEWHERE))
    return report


def _packed(path: Path) -> Kind:
    try:
        with ZipFile(path) as parts:
            names = parts.namelist()
    except (*archive.BROKEN_ZIP, OSError):
        names = []
    if MANIFEST in names:
        return Kind.PACKAGE
    if "[Content_Types].xml" in names:
        return Kind.WORKBOOK
    return Kind.PACKAGE if path.suffix.lower() == ".zip" else Kind.WORKBOOK


_GOES_ON = Text(
    "The audit trail of the study goes on from where this one ends.",
    "La auditoría del estudio continúa donde termina esta.",
)
_ELSEWHERE = Text(
    "The audit trail of the study does not hold where this one ends: they are not the same study.",
    "La auditoría del estudio no contiene el final de esta: no son el mismo estudio.",
)
_UNREAD = Text("{name} cannot be read in {folder}.", "{name} no se puede leer en {folder}.")
_UNKNOWN = Text(
    "{name} is no workbook, casebook, ODM file or package of ORDI CRF.",
    "{name} no es un libro, cuaderno, archivo ODM ni paquete de ORDI CRF.",
)
