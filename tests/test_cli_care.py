"""Backup, restore, check and rescue from a terminal, and the login that a study asks for there."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordi_crf.cli.commands import BROKEN, UNUSABLE, commands
from ordi_crf.core.permissions import Role
from ordi_crf.db import backup, key_file, keys
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, key
from tests.db import people
from tests.db.people import FIRST, come, password

SV = key("SV")


def run(*arguments: str | Path, typed: str = "", **environment: str | None) -> Result:
    environment = {"ORDI_CRF_PASSWORD": None, "ORDI_CRF_RECOVERY_KEY": None, **environment}
    return CliRunner().invoke(commands, [str(a) for a in arguments], input=typed, env=environment)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str | None]]:
    folder, codes = tmp_path_factory.mktemp("peopled"), list[str | None]()
    people.cheaply(lambda path: codes.append(people.peopled(path)), folder / "study.ordi")
    return folder, codes


@pytest.fixture
def file(
    made: tuple[Path, list[str | None]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A closed study with an account for each role."""
    monkeypatch.setattr(keys, "COST", people.CHEAP)
    return people.copied(made[0], tmp_path / "ward")


def ana(*arguments: str | Path, **more: str) -> Result:
    return run(*arguments, "--login", "investigator", ORDI_CRF_PASSWORD=FIRST, **more)


def comment(file: Path) -> str | None:
    with closing(come(file, Role.INVESTIGATOR, read_only=True)) as study:
        return (
            study.record(SV).sections.get("sv", {"": None})[""]
            and (study.record(SV).sections["sv"][""].values["SVCOM"])
        )


def enter(file: Path, text: str) -> None:
    with closing(come(file, Role.INVESTIGATOR)) as study:
        study.answer(SV, [Answer("sv", "", "SVCOM", text)])


# Who it is


def test_login_and_password_are_asked_for(file: Path) -> None:
    done = run("verify", file, typed=f"investigator\n{FIRST}\n")
    assert done.exit_code == 0
    assert f"Login for {file.name}" in done.output
    assert FIRST not in done.output


def test_an_unattended_export_takes_the_password_from_the_environment(
    file: Path, tmp_path: Path
) -> None:
    done = ana("export", file, "--out", tmp_path / "out", "--no-casebooks")
    assert done.exit_code == 0
    assert Path(done.output.strip()).stat().st_size
    with closing(come(file, Role.INVESTIGATOR)) as study:
        told = [e for e in study.data().audit if e.item == "EXPORT"]
    assert [(e.actor, e.role, e.new) for e in told] == [
        (people.name(Role.INVESTIGATOR), "Investigator", "workbook")
    ]


def test_a_wrong_password_is_a_sentence_and_exit_code_2(file: Path, tmp_path: Path) -> None:
    done = run("export", file, "--out", tmp_path, "--login", "nurse", ORDI_CRF_PASSWORD="wrong")
    assert done.exit_code == UNUSABLE
    assert "4 more tries" in done.output
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_role_that_does_not_export_is_told_who_does(file: Path, tmp_path: Path) -> None:
    done = run(
        "export", file, "--out", tmp_path, "--login", "nurse",
        ORDI_CRF_PASSWORD=password(Role.NURSE),
    )  # fmt: skip
    assert done.exit_code == UNUSABLE
    assert "It is for: investigator, coordinator, monitor, data manager." in done.output
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_verification_is_told_in_the_trail(file: Path) -> None:
    """T11."""
    assert ana("verify", file).exit_code == 0
    with closing(come(file, Role.INVESTIGATOR)) as study:
        told = [(e.item, e.new) for e in study.data().audit if e.item == "VERIFY"]
    assert len(told) == 1
    assert told[0][1].startswith("0 problems; investigator, ")


# What is kept


def test_a_backup_is_written_and_named(file: Path) -> None:
    done = ana("backup", file)
    assert done.exit_code == 0
    assert Path(done.output.strip()) in [made.path for made in backup.backups(file)]


def test_a_study_without_accounts_is_backed_up_without_login(study: StudyFile) -> None:
    study.close()
    done = run("backup", study.path, "--as", "Ana Puig")
    assert done.exit_code == 0
    opened = StudyFile.open(study.path, ANA)
    last = opened.data().audit[-1]
    opened.close()
    assert (last.actor, last.item, last.new) == (
        "Ana Puig",
        "BACKUP",
        Path(done.output.strip()).name,
    )


def test_a_restore_says_what_is_lost_and_asks(file: Path) -> None:
    enter(file, "first")
    first = Path(ana("backup", file).output.strip())
    enter(file, "second")
    done = ana("restore", first, file)
    assert done.exit_code == 1
    assert "are not in the backup" in done.output
    assert comment(file) == "second"
    done = ana("restore", first, file, "--yes")
    assert done.exit_code == 0
    assert "What was there before is kept as" in done.output
    assert comment(file) == "first"


def test_a_restore_of_something_else_replaces_nothing(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ordi"
    other.write_bytes(bytes(8192))
    before = file.read_bytes()
    done = ana("restore", other, file, "--yes")
    assert done.exit_code == UNUSABLE
    assert file.read_bytes() == before


def test_a_check_names_each_file(file: Path) -> None:
    done = ana("check", file)
    assert done.exit_code == 0
    assert done.output.splitlines()[0] == "study.ordi: sound."
    assert "study.at-close-" in done.output


def test_anybody_with_an_account_checks(file: Path) -> None:
    done = run("check", file, "--login", "monitor", ORDI_CRF_PASSWORD=password(Role.MONITOR))
    assert done.exit_code == 0


def test_a_damaged_study_is_named_rescued_and_restored(file: Path, tmp_path: Path) -> None:
    enter(file, "entered")
    kept = Path(ana("backup", file).output.strip())
    content = bytearray(file.read_bytes())
    content[4096 * 60 : 4096 * 62] = bytes(8192)
    file.write_bytes(content)
    done = ana("check", file, "--language", "es")
    assert done.exit_code == BROKEN
    assert "study.ordi: no íntegro." in done.output
    rescued = ana("rescue", file, "--out", tmp_path / "rescued.ordi")
    assert rescued.exit_code == BROKEN
    assert str(tmp_path / "rescued.ordi") in rescued.output
    restored = ana("restore", kept, file, "--yes")
    assert restored.exit_code == 0
    assert comment(file) == "entered"


def test_the_recovery_key_is_asked_for_and_not_shown(
    file: Path, made: tuple[Path, list[str | None]]
) -> None:
    key_file.beside(file).unlink()
    shutil.rmtree(backup.folder(file))
    (code,) = made[1]
    assert code is not None
    done = run("check", file, "--recovery-key", typed=f"{code}\n")
    assert done.exit_code == 0
    assert code not in done.output
    assert run("check", file, "--recovery-key", ORDI_CRF_RECOVERY_KEY=code).exit_code == 0
    wrong = run("check", file, "--recovery-key", ORDI_CRF_RECOVERY_KEY="AAAA")
    assert wrong.exit_code == UNUSABLE


@pytest.mark.parametrize("command", ["backup", "restore", "check", "rescue"])
def test_each_command_has_its_help(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert "ORDI_CRF_PASSWORD" in done.output
