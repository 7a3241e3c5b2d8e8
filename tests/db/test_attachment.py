"""Files kept inside the study file: by their SHA-256, once, whole, and never changed."""

from __future__ import annotations

import hashlib
import sqlite3

import pytest

from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import StudyFile
from tests.builders import ANA, key

PH = key("PH")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
DIGEST = hashlib.sha256(PICTURE).hexdigest()
VALUE = f"{DIGEST} left cheek.png"


def test_a_file_comes_back_as_it_was(study, path):
    """F-PH-PHFILE."""
    assert study.attach(PICTURE) == DIGEST
    study.add_row(PH, "ph", {"PHFILE": VALUE})
    study.close()
    again = StudyFile.open(path, ANA)
    assert again.attachment(DIGEST) == PICTURE
    assert again.record(PH).sections["ph"]["1"].values["PHFILE"] == VALUE
    assert verify(again.data()) == []
    again.close()


def test_the_same_file_is_kept_once(study):
    assert study.attach(PICTURE) == study.attach(PICTURE)


def test_a_name_without_its_file_is_refused(study):
    with pytest.raises(ValueError, match="no file"):
        study.add_row(PH, "ph", {"PHFILE": VALUE})
    assert study.record(PH).sections == {}


@pytest.mark.parametrize("value", [f"{DIGEST} ../../x.png", "left cheek.png", f"{DIGEST} "])
def test_a_path_is_never_a_value(study, value):
    study.attach(PICTURE)
    with pytest.raises(ValueError, match=r"Choose a file|names no"):
        study.add_row(PH, "ph", {"PHFILE": value})


def test_another_program_cannot_change_a_kept_file(study, path):
    study.attach(PICTURE)
    study.close()
    other = sqlite3.connect(path)
    for statement in (
        "UPDATE attachment SET content = x'00'",
        "DELETE FROM attachment",
        f"INSERT INTO attachment VALUES ('{'0' * 64}', x'00')",
    ):
        with pytest.raises(sqlite3.DatabaseError):
            other.execute(statement)
    other.close()


def test_a_file_that_was_changed_or_lost_is_found_and_named(study, path):
    study.attach(PICTURE)
    study.add_row(PH, "ph", {"PHFILE": VALUE})
    assert study.damaged_files() == []
    study.close()
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER attachment_no_update")
    other.execute("UPDATE attachment SET content = x'00'")
    other.commit()
    other.close()
    again = StudyFile.open(path, ANA, read_only=True)
    assert [problem.en for problem in again.damaged_files()] == [
        f"The kept file {DIGEST[:12]}… was changed."
    ]
    again.close()
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER IF EXISTS attachment_no_delete")
    other.execute("DELETE FROM attachment")
    other.commit()
    other.close()
    again = StudyFile.open(path, ANA, read_only=True)
    assert "left cheek.png of subject 01-001 is no longer" in again.damaged_files()[0].en
    again.close()
