"""Every environment error of a study file is a sentence: what happened, where, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf.db import errors
from ordi_crf.db.connection import translated

SENTENCES = [
    errors.NotAStudyError(Path("ward/study.ordi")),
    errors.DamagedError(Path("ward/study.ordi"), "malformed page 7"),
    errors.NewerSchemaError(Path("ward/study.ordi"), 2, 1),
    errors.UnknownSchemaError(Path("ward/study.ordi"), "dm.XX"),
    errors.MissingFileError(Path("ward/study.ordi")),
    errors.ExistsError(Path("ward/study.ordi")),
    errors.RemainsError(Path("ward/study.ordi"), "study.ordi-wal"),
    errors.NotWritableError(Path("ward/study.ordi")),
    errors.NotReadableError(Path("ward/study.ordi")),
    errors.NeedsWritingError(Path("ward/study.ordi")),
    errors.EarlierSchemaError(Path("ward/study.ordi")),
    errors.ReadOnlyError(Path("ward/study.ordi")),
    errors.ReadOnlyError(Path("ward/study.ordi"), "Ana, ward-3, 2010-03-15 08:00 UTC"),
    errors.DiskFullError(Path("ward/study.ordi")),
    errors.DiskError(Path("ward/study.ordi")),
    errors.BusyError(Path("ward/study.ordi")),
]


@pytest.mark.parametrize("error", SENTENCES, ids=lambda e: type(e).__name__)
def test_a_sentence_names_the_file_and_is_said_in_both_languages(error):
    for wording in (error.message.en, error.message.es):
        assert "study.ordi" in wording
        assert "{" not in wording
        assert wording.endswith((".", "?", ")"))
    assert error.message.en != error.message.es
    assert str(error) == error.message.en


def test_every_error_of_a_study_file_has_its_sentence_here():
    told = {type(error) for error in SENTENCES} | {errors.ReasonNeededError}
    known = {e for e in errors.StudyFileError.__subclasses__() if e.__module__ == errors.__name__}
    assert told == known


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        pytest.param(OSError(28, "No space left on device"), errors.DiskFullError, id="ENOSPC"),
        pytest.param(OSError(122, "Disk quota exceeded"), errors.DiskFullError, id="EDQUOT"),
        pytest.param(PermissionError(13, "denied"), errors.NotWritableError, id="EACCES"),
        pytest.param(OSError(30, "Read-only file system"), errors.NotWritableError, id="EROFS"),
        pytest.param(FileNotFoundError(2, "gone"), errors.MissingFileError, id="ENOENT"),
        pytest.param(FileExistsError(17, "taken"), errors.ExistsError, id="EEXIST"),
        pytest.param(OSError(5, "Input/output error"), errors.DiskError, id="EIO"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(path, error, ours):
    with pytest.raises(ours) as told, translated(path):
        raise error
    assert told.value.__cause__ is error


def test_a_mistake_of_ours_is_not_dressed_up(study):
    with pytest.raises(Exception, match="no such table") as mistake, study._reading() as connection:
        connection.execute("SELECT * FROM absent")
    assert not isinstance(mistake.value, errors.StudyFileError)
