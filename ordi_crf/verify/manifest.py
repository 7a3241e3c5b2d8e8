"""The signed list of what a package holds, read with care, and the key by which it is known."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ordi_crf.export.package import FORMAT, SPKI
from ordi_crf.forms.schema import Text
from ordi_crf.verify.report import UnreadableError

LARGEST = 4 << 20
"""Bytes of a manifest that are read."""
_PEM = re.compile(r"-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+?)-----END PUBLIC KEY-----")
_HEX = re.compile(r"[0-9a-f]{64}")
_KEY_FILE = 64 << 10
_DEEPEST = 3
"""Folders and a name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a package, as its manifest has it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself."""

    export: str
    at: str
    by: str
    program: str
    site: str
    head: str
    key: str
    files: Sequence[Listed]


def manifest(name: str, content: bytes) -> Manifest:
    """Return a manifest; UnreadableError for what is none."""
    try:
        said = json.loads(content)
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        files = [Listed(_name(f["name"]), int(f["size"]), _hex(f["sha256"])) for f in said["files"]]
        return Manifest(
            _text(said["export"]), _text(said["at"]), _text(said["by"]), _text(said["program"]),
            _text(said["site"]), _text(said["audit"]["head"]), _hex(said["key"]), files,
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise UnreadableError(_NO_MANIFEST.format(name=name)) from error


def public_key(path: Path) -> str:
    """Return the key in the file of a site's public key; UnreadableError for what holds none."""
    try:
        with path.open("rb") as file:
            found = _PEM.search(file.read(_KEY_FILE).decode())
        raw = base64.b64decode("".join(found[1].split()), validate=True) if found else b""
    except (OSError, UnicodeDecodeError, binascii.Error) as error:
        raise UnreadableError(_NO_KEY.format(name=path.name)) from error
    if len(raw) != len(SPKI) + 32 or not raw.startswith(SPKI):
        raise UnreadableError(_NO_KEY.format(name=path.name))
    return raw.removeprefix(SPKI).hex()


def signed(content: bytes, signature: bytes, public: str) -> bool:
    """Return whether a signature is that of a key over these bytes (RFC 8032)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """Return a key as it is read out on the telephone: groups of four."""
    return " ".join(public[n : n + 4] for n in range(0, len(public), 4))


def _text(value: Any) -> str:  # noqa: ANN401 - whatever the file holds
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _name(value: Any) -> str:  # noqa: ANN401
    name = _text(value)
    parts = name.split("/")
    if len(parts) > _DEEPEST or any(part in ("", ".", "..") for part in parts) or "\\" in name:
        raise ValueError(name)
    return name


def _hex(value: Any) -> str:  # noqa: ANN401
    if _HEX.fullmatch(_text(value)) is None:
        raise ValueError(value)
    return str(value)


_NO_MANIFEST = Text(
    "{name} is no package of ORDI CRF: its list of files cannot be read.",
    "{name} no es un paquete de ORDI CRF: su lista de archivos no se puede leer.",
)
_NO_KEY = Text(
    "{name} holds no public key of a site.",
    "{name} no contiene la clave pública de un centro.",
)
