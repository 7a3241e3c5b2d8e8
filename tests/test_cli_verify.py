"""From the command line: a signed package out, and every kind of file verified."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ordi_crf.cli.commands import BROKEN, UNUSABLE, commands
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export.package import manifest_digest
from tests.builders import ANA, answers, clasi, key


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def delivered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A closed study, its package and key, and the open files; not to be changed."""
    folder = tmp_path_factory.mktemp("delivered")
    study = StudyFile.create(folder / "study.ordi", ANA)
    study.add_subject(key("CLASI").subject)
    study.answer(key("CLASI"), answers(clasi()))
    study.close()
    out = folder / "out"
    packed = run("export", study.path, "--out", out, "--package", "--as", "Ana Puig")
    assert packed.exit_code == 0, packed.output
    package, public = map(Path, packed.output.split())
    workbook, casebook = map(Path, run("export", study.path, "--out", out).output.split())
    return {
        "study": study.path, "package": package, "key": public, "workbook": workbook,
        "casebook": casebook,
    }  # fmt: skip


def test_a_package_is_all_that_is_left_beside_its_key(delivered: dict[str, Path]) -> None:
    names = {path.name for path in delivered["package"].parent.iterdir()}
    assert names == {delivered[kind].name for kind in ("package", "key", "workbook", "casebook")}
    assert delivered["key"].name == "ORDI-02_01.ordi-pub"


def test_the_trail_keeps_what_was_asked_for_and_what_left(delivered: dict[str, Path]) -> None:
    """T26: an EXPORT event bears the SHA-256 of the package's manifest."""
    study = StudyFile.open(delivered["study"], ANA, read_only=True)
    told = [e.new or "" for e in study.data().audit if e.item == "EXPORT"]
    study.close()
    assert told[0] == "package of workbook and casebooks"
    package = delivered["package"]
    assert told[1] == f"{package.name}, manifest SHA-256 {manifest_digest(package)}"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("package", "Signed with the key of the site."),
        ("workbook", "Every cell of 45 sheets is what the trail gives"),
        ("casebook", "The file is the one that was made, to the last byte."),
        ("study", "The audit trail holds"),
    ],
)
def test_each_kind_of_file_is_verified(delivered: dict[str, Path], kind: str, words: str) -> None:
    """T25, T33: what was delivered is verified by whoever has it."""
    done = run("verify", delivered[kind], "--key", delivered["key"])
    assert done.exit_code == 0, done.output
    assert words in done.output


def test_the_sentences_come_in_spanish(delivered: dict[str, Path]) -> None:
    done = run("verify", delivered["package"], "--key", delivered["key"], "--language", "es")
    assert "Firmado con la clave del centro." in done.output
    assert "Paquete firmado" in done.output


@pytest.mark.parametrize("kind", ["package", "workbook", "casebook"])
def test_what_left_is_held_against_the_study(delivered: dict[str, Path], kind: str) -> None:
    done = run("verify", delivered[kind], "--study", delivered["study"])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("kind", ["package", "workbook", "casebook"])
def test_what_left_another_study_is_told(
    delivered: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    other = StudyFile.create(tmp_path / "other.ordi", ANA)
    other.site_key.make()
    other.close()
    done = run("verify", delivered[kind], "--study", other.path)
    assert done.exit_code == BROKEN, done.output


def test_a_key_that_is_none_is_a_sentence(delivered: dict[str, Path], tmp_path: Path) -> None:
    wrong = shutil.copy(delivered["study"], tmp_path / "wrong.ordi-pub")
    done = run("verify", delivered["package"], "--key", wrong)
    assert done.exit_code == UNUSABLE
    assert done.output == "wrong.ordi-pub holds no public key of a site.\n"


def test_verifying_says_what_it_is_for() -> None:
    done = run("verify", "--help")
    for words in ("workbook", "casebook", "package", "--key", "--study", "Exit code 1"):
        assert words in done.output
