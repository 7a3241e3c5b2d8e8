"""Another program at the study file: what it may not do, and what it leaves when it may."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ordi_crf.core.records import StudyData
from ordi_crf.db.study_file import StudyFile
from tests.builders import ANA


def refused(study: StudyFile, path: Path, statement: str) -> None:
    """Expect that another program cannot do this."""
    study.close()
    connection = sqlite3.connect(path)
    with pytest.raises(
        sqlite3.DatabaseError, match=r"never|append-only|no such function|not|only ORDI"
    ):
        connection.execute(statement)
    connection.close()


def tampered(study: StudyFile, path: Path, *statements: str) -> StudyData:
    """Return the study as it is after somebody dropped every trigger and edited it."""
    study.close()
    connection = sqlite3.connect(path)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    opened = StudyFile.open(path, ANA)
    data = opened.data()
    opened.close()
    return data
