"""The workbook in a package, once the package's list and signature hold."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from ordi_crf.export.package import FORMAT, MANIFEST, SIGNATURE
from ordi_crf.forms.schema import Text
from ordi_crf.merges.errors import BrokenSourceError, SourceError

_LARGEST = 4 << 20
"""Bytes of a list that are read."""


def workbook_of(parts: ZipFile, name: str, folder: Path) -> Path:
    """Unpack the workbook of a package; BrokenSourceError where it is not the one of the list."""
    listed = _workbook(parts, name)
    target = folder / "workbook.xlsx"
    if listed["name"] not in parts.namelist():
        raise BrokenSourceError(_CHANGED.format(name=name, file=listed["name"]))
    with parts.open(listed["name"]) as source, target.open("wb") as unpacked:
        shutil.copyfileobj(source, unpacked)
    with target.open("rb") as unpacked:
        if hashlib.file_digest(unpacked, "sha256").hexdigest() != listed["sha256"]:
            raise BrokenSourceError(_CHANGED.format(name=name, file=listed["name"]))
    return target


def _workbook(parts: ZipFile, name: str) -> dict[str, str]:
    try:
        if any(parts.getinfo(part).file_size > _LARGEST for part in (MANIFEST, SIGNATURE)):
            raise ValueError(MANIFEST)
        content, signature = parts.read(MANIFEST), parts.read(SIGNATURE)
        said: dict[str, Any] = json.loads(content)
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        if not _signed(content, signature, str(said["key"])):
            raise BrokenSourceError(_UNSIGNED.format(name=name))
        files = [(str(f["name"]), str(f["sha256"])) for f in said["files"]]
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        raise SourceError(_NO_LIST.format(name=name)) from error
    for file, digest in files:
        if file.endswith(".xlsx"):
            return {"name": file, "sha256": digest}
    raise SourceError(_NO_WORKBOOK.format(name=name))


def _signed(content: bytes, signature: bytes, public: str) -> bool:
    """Return whether the list is signed with the key it names (RFC 8032)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, content)
    except InvalidSignature:
        return False
    return True


_NO_LIST = Text(
    "{name} is no package of ORDI CRF: its list or signature is missing or cannot be read.",
    "{name} no es un paquete de ORDI CRF: falta su lista o su firma, o no se pueden leer.",
)
_UNSIGNED = Text(
    "{name}: the signature is not that of the key over its list: one of them was changed.",
    "{name}: la firma no es la de la clave sobre su lista: se ha cambiado una de ellas.",
)
_CHANGED = Text(
    "{name}: {file} is not the file of the list: its SHA-256 is another.",
    "{name}: {file} no es el archivo de la lista: su SHA-256 es otro.",
)
_NO_WORKBOOK = Text(
    "{name} holds no workbook, and so no audit trail: ask for a package with one.",
    "{name} no contiene ningún libro ni, por tanto, auditoría: pida un paquete que lo tenga.",
)
