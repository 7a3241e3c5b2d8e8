"""A package: what it holds, whose it is, and that the site's copy is the sponsor's (T26)."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, begin, deliver
from ordi_crf.export.package import MANIFEST, SIGNATURE, manifest_digest
from ordi_crf.verify import package
from ordi_crf.verify.manifest import public_key
from ordi_crf.verify.report import Report, UnreadableError
from ordi_crf.verify.trust import Trust
from tests.builders import ANA

Parts = dict[str, bytes]


def verify(path: Path, trust: Trust | None = None) -> Report:
    return package.verify(path, trust or Trust(), lambda done, of: None, lambda: False)


def said(found: Report) -> list[str]:
    return [problem.said.en for problem in found.problems]


def parts(path: Path) -> Parts:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Parts, path: Path) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


@pytest.fixture(scope="module")
def light(sent: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The parts of the package; not to be changed."""
    return parts(sent["package"])


def test_the_package_holds_workbook_casebooks_and_the_blank_form(light: Parts) -> None:
    manifest = json.loads(light[MANIFEST])
    names = [file["name"] for file in manifest["files"]]
    assert [*light] == [MANIFEST, SIGNATURE, *names]
    assert [Path(name).suffix for name in names] == [".xlsx", ".pdf", ".pdf", ".pdf"]
    assert "ORDI-02_blank_en.pdf" in names
    for file in manifest["files"]:
        content = light[file["name"]]
        assert (file["size"], file["sha256"]) == (
            len(content), hashlib.sha256(content).hexdigest(),
        )  # fmt: skip


def test_the_manifest_names_export_head_and_versions(site: StudyFile, light: Parts) -> None:
    manifest = json.loads(light[MANIFEST])
    heads = [entry.hash for entry in site.data().audit]
    assert manifest["audit"] == {
        "entries": heads.index(manifest["audit"]["head"]) + 1,
        "head": manifest["audit"]["head"],
    }
    assert manifest["key"] == site.site_key.public()
    assert manifest["program"].startswith("ORDI CRF ")
    assert manifest["site"] == "01"


def test_the_package_that_was_sent_holds_for_who_has_the_key_file(sent: dict[str, Path]) -> None:
    found = verify(sent["package"], Trust(public_key(sent["key"])))
    assert said(found) == []
    assert found.notes == []
    words = " ".join(text.en for text in found.holds)
    assert "Signed with the key of the site." in words
    assert "All 4 files are those of the list." in words
    assert "xlsx: Every cell of 45 sheets is what the trail gives" in words


def test_without_the_key_file_the_key_is_named_to_be_compared(
    sent: dict[str, Path], site: StudyFile
) -> None:
    found = verify(sent["package"])
    assert said(found) == []
    (note,) = found.notes
    key = site.site_key.public()
    assert key is not None
    assert note.en.replace(" ", "").endswith(key)


def test_the_copy_of_the_site_is_the_one_that_left(site: StudyFile, sent: dict[str, Path]) -> None:
    """T26: the investigator's copy equals what the sponsor got, by the hash in the trail."""
    data = site.data()
    events = [e.new or "" for e in data.audit if e.item == "EXPORT"]
    assert any(manifest_digest(sent["package"]) in told for told in events)
    found = verify(sent["package"], Trust(data=data))
    assert said(found) == []
    assert "This very package left the study" in " ".join(text.en for text in found.holds)


def test_another_package_of_the_site_is_not_the_one_that_left(
    site: StudyFile, sent: dict[str, Path], light: Parts, tmp_path: Path
) -> None:
    """T26: signed by the same key, and yet no export of this study."""
    manifest = light[MANIFEST].replace(b'"by": "Ana Puig"', b'"by": "Ana Roca"')
    forged = packed({**light, MANIFEST: manifest, SIGNATURE: site.site_key.sign(manifest)},
                    tmp_path / "forged.zip")  # fmt: skip
    assert said(verify(forged, Trust(data=site.data()))) == [
        "The audit trail of the study knows of no package with this list."
    ]


def test_openssl_alone_verifies_the_signature(
    sent: dict[str, Path], light: Parts, tmp_path: Path
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed here")
    for name in (MANIFEST, SIGNATURE):
        (tmp_path / name).write_bytes(light[name])
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(sent["key"]), "-rawin",
               "-in", MANIFEST, "-sigfile", SIGNATURE]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "Signature Verified Successfully")


def book_of(content: Parts) -> str:
    return next(name for name in content if name.endswith(".xlsx"))


def changed_file(content: Parts) -> str:
    name = book_of(content)
    content[name] = content[name][:-1] + b"x"
    return f"{name}: the file is not the one of the list: its SHA-256 is another."


def missing_file(content: Parts) -> str:
    del content["ORDI-02_blank_en.pdf"]
    return "ORDI-02_blank_en.pdf: the file is missing."


def unlisted_file(content: Parts) -> str:
    content["more.txt"] = b"more"
    return "more.txt: the file is not on the list."


def changed_list(content: Parts) -> str:
    content[MANIFEST] = content[MANIFEST].replace(b"Ana Puig", b"Eva Puig")
    return "The signature is not that of the key over this list: list or signature was changed."


def changed_signature(content: Parts) -> str:
    content[SIGNATURE] = bytes(64)
    return "The signature is not that of the key over this list: list or signature was changed."


def short_signature(content: Parts) -> str:
    content[SIGNATURE] = b"signed"
    return "The signature is not that of the key over this list: list or signature was changed."


CHANGES = (
    changed_file, missing_file, unlisted_file, changed_list, changed_signature, short_signature,
)  # fmt: skip


def test_a_byte_changed_in_the_archive_is_named_by_its_file(
    sent: dict[str, Path], tmp_path: Path
) -> None:
    content = bytearray(sent["package"].read_bytes())
    content[content.find(b"xl/workbook.xml")] ^= 1
    changed = tmp_path / "changed.zip"
    changed.write_bytes(content)
    (said_of_book,) = said(verify(changed))
    assert said_of_book.endswith(
        ".xlsx: the file is not the one of the list: its SHA-256 is another."
    )


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_was_changed_of_a_package_is_named(
    light: Parts, tmp_path: Path, sent: dict[str, Path], change: Callable[[Parts], str]
) -> None:
    """T05, T06: nothing of a package can be changed unseen."""
    content = dict(light)
    due = change(content)
    found = said(verify(packed(content, tmp_path / "p.zip"), Trust(public_key(sent["key"]))))
    assert due in found


def test_a_package_signed_by_another_site_is_not_of_this_one(
    sent: dict[str, Path], tmp_path: Path, study: StudyFile
) -> None:
    """A whole package, rightly signed, with a key that is not the site's."""
    request = Request(tmp_path, workbook=False, package=True)
    begin(study, request)
    other, _ = deliver(study.path, ANA, request)
    (problem,) = verify(other, Trust(public_key(sent["key"]))).problems
    assert "signed with another key" in problem.said.en
    assert "not from this site" in problem.said.en


def test_the_same_delivery_gives_the_same_package(site: StudyFile, tmp_path: Path) -> None:
    from ordi_crf.export.package import Signer, write
    from tests.export.workbook_data import delivery_of

    file = tmp_path / "one.txt"
    file.write_text("one", encoding="utf-8")
    signer = Signer(site.site_key.make(), site.site_key.sign)
    for name in ("a.zip", "b.zip"):
        write(delivery_of(site), [file], tmp_path / name, signer)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_nothing_is_left_of_a_package_that_was_not_written(
    study: StudyFile, tmp_path: Path
) -> None:
    from ordi_crf.db.trust_errors import NoSiteKeyError

    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(NoSiteKeyError):
        deliver(study.path, ANA, Request(out, package=True))
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"[]", b"{}", b"not json", b'{"format": "ORDI-CRF package 2"}', b"[" * 100_000, b"\xff\xfe"],
    ids=["list", "empty", "text", "later format", "nested", "bytes"],
)
def test_a_list_that_is_none_is_told(light: Parts, tmp_path: Path, content: bytes) -> None:
    path = packed({**light, MANIFEST: content}, tmp_path / "p.zip")
    with pytest.raises(UnreadableError, match="its list of files cannot be read"):
        verify(path)


@pytest.mark.parametrize("name", ["../outside.xlsx", "/etc/passwd", "a\\b.xlsx", "", "."])
def test_a_list_that_leads_out_of_the_package_is_refused(
    light: Parts, tmp_path: Path, name: str
) -> None:
    manifest = json.loads(light[MANIFEST])
    manifest["files"][0]["name"] = name
    path = packed({**light, MANIFEST: json.dumps(manifest).encode()}, tmp_path / "p.zip")
    with pytest.raises(UnreadableError):
        verify(path)


@pytest.mark.parametrize(
    "text", ["", "hello", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"]
)
def test_a_file_without_a_key_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "site.ordi-pub"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match="holds no public key"):
        public_key(path)


def test_the_private_key_is_in_nothing_that_leaves(
    site: StudyFile, sent: dict[str, Path], light: Parts
) -> None:
    """T30: neither as bytes nor as text, in no part of anything that was sent."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(f"file:{site.path}?mode=ro", uri=True)) as link:
        seed = link.execute("SELECT seed FROM site_key").fetchone()[0]
    inside = [*light.values(), *parts(sent["workbook"]).values(), sent["key"].read_bytes()]
    for content in inside:
        assert seed not in content
        assert seed.hex().encode() not in content.lower()
