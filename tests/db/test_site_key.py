"""The site's key pair: made once, told by its public half, and never let out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ordi_crf.core.permissions import Role
from ordi_crf.db import audit
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import ForbiddenError, NoSiteKeyError
from tests.builders import ANA


def test_the_key_is_made_once_and_stays_the_same(study: StudyFile) -> None:
    public = study.site_key.make()
    assert study.site_key.make() == study.site_key.public() == public


def test_a_signature_fits_the_public_key_and_no_other_message(study: StudyFile) -> None:
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(study.site_key.make()))
    signature = study.site_key.sign(b"manifest")
    key.verify(signature, b"manifest")
    with pytest.raises(InvalidSignature):
        key.verify(signature, b"manifesT")


def test_without_a_key_nothing_is_signed(study: StudyFile) -> None:
    with pytest.raises(NoSiteKeyError):
        study.site_key.sign(b"manifest")


def test_a_role_that_does_not_export_makes_no_key_and_signs_nothing(study: StudyFile) -> None:
    """T13: who may not export cannot make something look like an export."""
    study.actor = Actor("Nora", Role.NURSE)
    with pytest.raises(ForbiddenError):
        study.site_key.make()
    study.actor = ANA
    study.site_key.make()
    study.actor = Actor("Nora", Role.NURSE)
    with pytest.raises(ForbiddenError):
        study.site_key.sign(b"manifest")


def test_the_trail_tells_the_public_key_and_nothing_tells_the_private_one(path: Path) -> None:
    study = StudyFile.create(path, ANA)
    public = study.site_key.make()
    data = study.data()
    study.close()
    with closing(sqlite3.connect(path)) as link:
        seed = link.execute("SELECT seed FROM site_key").fetchone()[0]
    assert [e.new for e in data.audit if e.section == "site_key"] == [public]
    assert seed.hex() not in repr(data)
    assert repr(seed)[2:-1] not in repr(data)


def test_another_private_key_under_the_same_public_one_is_found(path: Path) -> None:
    """T05: whoever exchanges the key cannot sign as the site unseen."""
    study = StudyFile.create(path, ANA)
    study.site_key.make()
    study.close()
    with closing(sqlite3.connect(path)) as link:
        link.execute("DROP TRIGGER site_key_no_update")
        link.execute("UPDATE site_key SET seed = zeroblob(32)")
        link.commit()
    study = StudyFile.open(path, ANA, read_only=True)
    (problem,) = audit.verify(study.data())
    study.close()
    assert "site_key / 1 / PUBLIC" in problem.en
