"""The command that brings an ODM file in: as a new study, or into one that exists."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordi_crf.cli.commands import BROKEN, UNUSABLE, commands
from ordi_crf.cli.credentials import PASSWORD
from ordi_crf.core.permissions import Role
from ordi_crf.db import access
from ordi_crf.db.audit import verify
from ordi_crf.db.connection import is_plain
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, key

DM = key("DM", "SCR")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [*map(str, arguments)])


@pytest.fixture
def file(study: StudyFile) -> Path:
    study.answer(DM, [Answer("dm", "", "SEX", "F"), Answer("dm", "", "BRTHDAT", "1969")])
    study.close()
    return study.path


@pytest.fixture
def odm(file: Path, tmp_path: Path) -> Path:
    done = run("export", file, "--out", tmp_path / "out", "--odm", "--no-workbook",
               "--no-casebooks")  # fmt: skip
    assert done.exit_code == 0
    (written,) = (tmp_path / "out").iterdir()
    return written


def sex(file: Path) -> str | None:
    with closing(StudyFile.open(file, ANA, read_only=True)) as study:
        return study.record(DM).sections["dm"][""].values["SEX"]


def test_a_study_that_does_not_exist_is_made_with_its_history(odm: Path, tmp_path: Path) -> None:
    """T36: the trail goes on in the name of who brought the file."""
    done = run("import", "odm", odm, tmp_path / "new.ordi", "--as", "Irene Pons")
    assert done.exit_code == 0
    assert "new.ordi was made" in done.stderr
    with closing(StudyFile.open(tmp_path / "new.ordi", ANA, read_only=True)) as study:
        data = study.data()
    assert verify(data) == []
    assert (data.audit[-1].actor, data.audit[-1].item) == ("Irene Pons", "IMPORT")
    assert sex(tmp_path / "new.ordi") == "F"


def test_with_a_login_the_new_study_is_encrypted_and_has_that_account(
    odm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T29: what comes out of a file nobody encrypted does not stay so."""
    monkeypatch.setenv(PASSWORD, "una clave nada corta")
    path = tmp_path / "new.ordi"
    done = run("import", "odm", odm, path, "--login", "irene", "--as", "Irene Pons")
    assert done.exit_code == 0
    assert "Recovery key" in done.stdout
    assert not is_plain(path)
    with closing(access.log_in(path, "irene", "una clave nada corta")) as study:
        data = study.data()
        assert study.actor.role == Role.INVESTIGATOR
    assert verify(data) == []
    assert "F" in {e.new for e in data.audit if e.item == "SEX"}


def test_a_dry_run_shows_the_difference_and_changes_nothing(odm: Path, file: Path) -> None:
    with closing(StudyFile.open(file, ANA)) as study:
        study.answer(DM, [Answer("dm", "", "SEX", "M")])
    before = sex(file)
    done = run("import", "odm", odm, file, "--dry-run")
    assert done.exit_code == 0
    (line,) = [line for line in done.stdout.splitlines() if "changed" in line]
    assert "SEX" in line or "Sex" in line
    assert "Nothing was changed." in done.stderr
    assert sex(file) == before == "M"


def test_changed_values_are_taken_when_they_are_accepted(odm: Path, file: Path) -> None:
    """T36: attributed to who takes them, with the file and its SHA-256."""
    with closing(StudyFile.open(file, ANA)) as study:
        study.answer(DM, [Answer("dm", "", "SEX", "M")])
    left = run("import", "odm", odm, file)
    assert (left.exit_code, sex(file)) == (BROKEN, "M")
    taken = run("import", "odm", odm, file, "--accept-all", "--as", "Irene Pons")
    assert (taken.exit_code, sex(file)) == (0, "F")
    with closing(StudyFile.open(file, ANA, read_only=True)) as study:
        entry = next(e for e in reversed(study.data().audit) if e.item == "SEX")
    assert entry.actor == "Irene Pons"
    assert odm.name in (entry.reason or "")


def test_a_dry_run_without_a_study_is_refused(odm: Path, tmp_path: Path) -> None:
    done = run("import", "odm", odm, tmp_path / "new.ordi", "--dry-run")
    assert done.exit_code == UNUSABLE
    assert not (tmp_path / "new.ordi").exists()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<!DOCTYPE ODM [<!ENTITY a 'b'>]><ODM>&a;</ODM>", id="entities"),
        pytest.param(b"<ODM", id="cut off"),
        pytest.param(b"<html/>", id="another document"),
    ],
)
def test_a_hostile_file_is_a_sentence_and_an_exit_code(
    file: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "bad.xml").write_bytes(content)
    before = file.read_bytes()
    for target in (file, tmp_path / "new.ordi"):
        done = run("import", "odm", tmp_path / "bad.xml", target)
        assert done.exit_code == UNUSABLE
        assert "bad.xml" in done.output
        assert "Traceback" not in done.output
    assert file.read_bytes() == before
    assert not (tmp_path / "new.ordi").exists()
