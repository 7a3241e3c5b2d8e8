"""One dated package of everything a delivery wrote, with a signed list of what is in it (ADR 19).

`manifest.json` names each file with size and SHA-256, the export, the head of the audit trail and
the versions; `manifest.sig` is the Ed25519 signature (RFC 8032) of its bytes by the site's key. The
public key goes beside the package as PEM, so that `openssl pkeyutl` can verify it as well.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ordi_crf import __version__, atlas, study
from ordi_crf.core.delivery import Delivery
from ordi_crf.export.files import replacing
from ordi_crf.forms.fingerprint import fingerprint

FORMAT = "ORDI-CRF package 1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
PUBLIC = ".ordi-pub"
"""How the name of a public key's file ends."""
SPKI = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410, 4)."""
_PACKED = {".xlsx", ".pdf", ".zip", ".jpg", ".png"}
"""Files that are compressed already."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The site's public key in hexadecimal, and what signs with its private one."""

    public: str
    sign: Callable[[bytes], bytes]


def write(delivery: Delivery, files: Sequence[Path], target: Path, signer: Signer) -> None:
    """Write the package of these files and folders; ExportError when it cannot be written."""
    inside = dict(_inside(files))
    manifest = _manifest(delivery, inside, signer.public)
    moment = datetime.fromisoformat(delivery.at).timetuple()[:6]
    with replacing(target) as beside, ZipFile(beside, "w") as archive:
        archive.writestr(_part(MANIFEST, moment), manifest)
        archive.writestr(_part(SIGNATURE, moment), signer.sign(manifest))
        for name, file in inside.items():
            part = _part(name, moment)
            part.file_size = file.stat().st_size
            with file.open("rb") as source, archive.open(part, "w") as kept:
                shutil.copyfileobj(source, kept)


def write_public_key(public: str, siteid: str, folder: Path) -> Path:
    """Write the file by which packages of a site are known, and return it."""
    target = folder / f"{study.STUDYID}_{siteid}{PUBLIC}"
    key = base64.b64encode(SPKI + bytes.fromhex(public)).decode()
    about = f"{study.STUDYID}, site {siteid}: key of the packages of ORDI CRF\n"
    with replacing(target) as beside:
        text = f"{about}-----BEGIN PUBLIC KEY-----\n{key}\n-----END PUBLIC KEY-----\n"
        beside.write_text(text, encoding="utf-8")
    return target


def manifest_digest(package: Path) -> str:
    """Return the SHA-256 of a package's manifest: by it a copy is known to be the same."""
    with ZipFile(package) as archive:
        return hashlib.sha256(archive.read(MANIFEST)).hexdigest()


def _inside(files: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield each file by its name in the package; those of a folder by the folder's, too."""
    for path in files:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file():
                    yield file.relative_to(path.parent).as_posix(), file
        else:
            yield path.name, path


def _manifest(delivery: Delivery, files: Mapping[str, Path], public: str) -> bytes:
    data = delivery.data
    said = {
        "format": FORMAT,
        "study": data.properties.get("studyid", study.STUDYID),
        "nct": data.properties.get("nct", study.NCT),
        "site": data.properties.get("siteid", study.DEFAULT_SITEID),
        "synthetic": data.synthetic,
        "export": delivery.export_id,
        "at": delivery.at,
        "by": delivery.actor,
        "profile": delivery.profile.code,
        "language": delivery.language.value,
        "program": f"ORDI CRF {__version__}",
        "schema": data.properties.get("schema", study.SCHEMA_VERSION),
        "definitions": fingerprint(),
        "body_map": atlas.body_map().sha256,
        "audit": {"entries": len(data.audit), "head": data.head},
        "key": public,
        "files": [_described(name, file) for name, file in files.items()],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _described(name: str, file: Path) -> dict[str, str | int]:
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return {"name": name, "size": file.stat().st_size, "sha256": digest}


def _part(name: str, moment: tuple[int, ...]) -> ZipInfo:
    """Return a part that bears the moment of the delivery, so that no clock gets in."""
    year, month, day, hour, minute, second = moment
    part = ZipInfo(name, (max(year, 1980), month, day, hour, minute, second))
    part.compress_type = ZIP_STORED if Path(name).suffix in _PACKED else ZIP_DEFLATED
    part.external_attr = 0o644 << 16
    part.create_system = 3
    return part
