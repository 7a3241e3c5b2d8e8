"""A package, verified: the signature of its list, each file by its digest, and what is in them.

Whose signature it is tells only a key that came another way: the site's file of its public key, or
the study itself. Without one, the key in the package is named, to be compared on the telephone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from ordi_crf.core.deidentification.profile import is_reduced
from ordi_crf.core.delivery import Cancelled, Progress
from ordi_crf.core.records import StudyData
from ordi_crf.export import seal
from ordi_crf.export.package import MANIFEST, SIGNATURE
from ordi_crf.forms.schema import Text
from ordi_crf.verify import archive, casebook, odm, workbook
from ordi_crf.verify.manifest import LARGEST, Listed, Manifest, fingerprint, manifest, signed
from ordi_crf.verify.report import Problem, Report, UnreadableError
from ordi_crf.verify.trust import Trust

KIND = Text("Signed package", "Paquete firmado")
_CHUNK = 1 << 20


def verify(path: Path, trust: Trust, progress: Progress, cancelled: Cancelled) -> Report:
    """Return what verifying a package came to; UnreadableError for what is none of ours."""
    with archive.opened(path) as parts:
        content, signature = _read(parts, MANIFEST, path), _read(parts, SIGNATURE, path)
        told = manifest(path.name, content)
        report = Report(KIND, path.name)
        report.facts = [
            (Text("Site", "Centro"), told.site),
            (Text("Export", "Exportación"), told.export),
            (Text("Made (UTC)", "Fecha (UTC)"), told.at),
            (Text("Made by", "Hecha por"), told.by),
            (Text("Audit head", "Último hash"), told.head),
            (Text("Key", "Clave"), fingerprint(told.key)),
            (Text("SHA-256 of the list", "SHA-256 de la lista"), _sum(content)),
        ]
        _judge_signature(report, told, content, signature, trust)
        if trust.data is not None:
            _judge_copy(report, trust.data, _sum(content))
        with TemporaryDirectory(prefix="ordi-crf-") as folder:
            kept = _unpack(report, told, parts, Path(folder))
            before = len(report.problems)
            for file in kept:
                _look_into(report, told, file, trust, progress, cancelled)
            books = sum(map(_is_casebook, kept))
            against = trust.data is not None and not is_reduced(told.export)
            if books and len(report.problems) == before:
                said = _CASEBOOKS_AGREE if against else _CASEBOOKS
                report.holds.append(said.format(n=books))
            if books and trust.data is not None and not against:
                report.notes.append(casebook.REDUCED)
    return report


def _read(parts: ZipFile, name: str, path: Path) -> bytes:
    try:
        info = parts.getinfo(name)
    except KeyError as error:
        raise UnreadableError(_NO_LIST.format(name=path.name, part=name)) from error
    if info.file_size > LARGEST:
        raise UnreadableError(_NO_LIST.format(name=path.name, part=name))
    return parts.read(info)


def _judge_signature(
    report: Report, told: Manifest, content: bytes, signature: bytes, trust: Trust
) -> None:
    known = trust.key
    if known is None and trust.data is not None and trust.data.site_keys:
        known = told.key if told.key in trust.data.site_keys.values() else ""
    if known is not None and told.key != known:
        report.problems.append(Problem(_OTHER_KEY.format(key=fingerprint(told.key))))
    if not signed(content, signature, told.key):
        report.problems.append(Problem(_NOT_SIGNED))
    elif known is None:
        report.notes.append(_WHOSE.format(key=fingerprint(told.key)))
    elif told.key == known:
        report.holds.append(_SIGNED)


def _judge_copy(report: Report, data: StudyData, digest: str) -> None:
    """Say whether the study's trail tells that this very package left (T26)."""
    left = next((e for e in data.audit if e.action == "event" and digest in (e.new or "")), None)
    if left is None:
        report.problems.append(Problem(_NEVER_LEFT))
    else:
        report.holds.append(_LEFT.format(at=left.at, who=left.actor, n=left.id))


def _unpack(report: Report, told: Manifest, parts: ZipFile, folder: Path) -> list[Path]:
    """Return the files that are those of the list, unpacked."""
    kept: list[Path] = []
    listed = {file.name for file in told.files}
    names = set(parts.namelist())
    for file in told.files:
        if file.name not in names:
            report.problems.append(Problem(_MISSING, file=file.name))
        elif _is_whole(parts, file, folder / file.name):
            kept.append(folder / file.name)
        else:
            report.problems.append(Problem(_CHANGED, file=file.name))
    for name in sorted(names - listed - {MANIFEST, SIGNATURE}):
        report.problems.append(Problem(_UNLISTED, file=name))
    if len(kept) == len(told.files):
        report.holds.append(_ALL.format(n=len(kept)))
    return kept


def _is_whole(parts: ZipFile, listed: Listed, target: Path) -> bool:
    total = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as kept:
        try:
            with parts.open(listed.name) as source:
                for chunk in _chunks(source.read):
                    total.update(chunk)
                    kept.write(chunk)
        except (*archive.BROKEN_ZIP, EOFError):
            # A changed byte shows in the check of the archive first.
            return False
        size = kept.tell()
    return (size, total.hexdigest()) == (listed.size, listed.sha256)


def _look_into(
    report: Report, told: Manifest, file: Path, trust: Trust, progress: Progress,
    cancelled: Cancelled,
) -> None:  # fmt: skip
    """Verify a file of the package by itself; what is of no kind that is has its digest."""
    try:
        if file.suffix == ".xlsx":
            inner = workbook.verify(file, progress, cancelled)
        elif file.suffix == ".xml":
            inner = odm.verify(file, progress, cancelled)
        elif _is_casebook(file):
            inner = casebook.verify(file, trust)
            # Proved by the signature of the package; there are many, so they are counted.
            inner.notes.clear()
            inner.holds.clear()
        else:
            return
    except UnreadableError as error:
        report.problems.append(Problem(error.message, file=file.name))
        return
    report.take(inner)
    said = {name.en: value for name, value in inner.facts}
    if (said.get("Export"), said.get("Audit head")) != (told.export, told.head):
        report.problems.append(Problem(_ANOTHER_EXPORT, file=file.name))


def _is_casebook(file: Path) -> bool:
    """Return whether a PDF is a casebook; forms without answers have no words at their end."""
    return file.suffix == ".pdf" and seal.facts(file.read_bytes()) is not None


def _chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(_CHUNK):
        yield chunk


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_NO_LIST = Text(
    "{name} is no package of ORDI CRF: {part} is missing or out of measure.",
    "{name} no es un paquete de ORDI CRF: {part} falta o es desmesurado.",
)
_NOT_SIGNED = Text(
    "The signature is not that of the key over this list: list or signature was changed.",
    "La firma no es la de la clave sobre esta lista: se ha cambiado la lista o la firma.",
)
_OTHER_KEY = Text(
    "The package is signed with another key, {key}: it is not from this site.",
    "El paquete está firmado con otra clave, {key}: no procede de este centro.",
)
_SIGNED = Text("Signed with the key of the site.", "Firmado con la clave del centro.")
_WHOSE = Text(
    "The signature fits the key in the package. Whose key it is, only the site's public key file "
    "tells: give it with --key, or compare on the telephone: {key}",
    "La firma corresponde a la clave del paquete. De quién es la clave solo lo dice el archivo de "
    "clave pública del centro: indíquelo con --key o compárela por teléfono: {key}",
)
_NEVER_LEFT = Text(
    "The audit trail of the study knows of no package with this list.",
    "La auditoría del estudio no conoce ningún paquete con esta lista.",
)
_LEFT = Text(
    "This very package left the study on {at}, by {who}: audit entry {n}.",
    "Este mismo paquete salió del estudio el {at}, por {who}: entrada de auditoría {n}.",
)
_MISSING = Text("the file is missing.", "falta el archivo.")
_CHANGED = Text(
    "the file is not the one of the list: its SHA-256 is another.",
    "el archivo no es el de la lista: su SHA-256 es otro.",
)
_UNLISTED = Text("the file is not on the list.", "el archivo no figura en la lista.")
_ALL = Text("All {n} files are those of the list.", "Los {n} archivos son los de la lista.")
_CASEBOOKS = Text(
    "Casebooks that are the ones that were made, to the last byte: {n}.",
    "Cuadernos que son los que se crearon, hasta el último byte: {n}.",
)
_CASEBOOKS_AGREE = Text(
    "Casebooks that are the ones that were made, and say what the study said then: {n}.",
    "Cuadernos que son los que se crearon y dicen lo que entonces decía el estudio: {n}.",
)
_ANOTHER_EXPORT = Text(
    "the file is of another export than the package.",
    "el archivo es de otra exportación que el paquete.",
)
