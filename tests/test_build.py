"""The build: one digest of all that the program is made of."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ordi_crf import __version__, build, study
from ordi_crf.paths import resource

PACKAGE = Path(build.__file__).parent
ASKED = "from ordi_crf import build; print(build.digest())"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the program as a wheel lays it down, without the files Python makes of it."""
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(
        PACKAGE, folder / "ordi_crf", ignore=shutil.ignore_patterns("__pycache__", "resources")
    )
    shutil.copytree(resource(), folder / "ordi_crf" / "resources")
    return folder


def asked(folder: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path[0:0] = [{str(folder)!r}]; {ASKED}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return run.stdout.strip()


def test_a_checkout_and_a_wheel_are_the_same_build(installed: Path) -> None:
    assert asked(installed) == build.digest()


@pytest.mark.parametrize(
    "changed", ["ordi_crf/core/clasi.py", "ordi_crf/__init__.py", "ordi_crf/resources/bodymap"]
)
def test_another_byte_anywhere_is_another_build(
    installed: Path, changed: str, tmp_path: Path
) -> None:
    """T38: what was validated is named, and nothing else passes for it."""
    shutil.copytree(installed, tmp_path / "other")
    target = tmp_path / "other" / changed
    if target.is_dir():
        target = sorted(path for path in target.rglob("*") if path.is_file())[0]
    target.write_bytes(target.read_bytes() + b"\n")
    assert asked(tmp_path / "other") != build.digest()


def test_a_file_by_another_name_is_another_build(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"x")
    other.write_bytes(b"y")
    straight = build.digest_of(iter([("a", one), ("b", other)]))
    assert straight == build.digest_of(iter([("b", other), ("a", one)]))
    assert straight != build.digest_of(iter([("b", one), ("a", other)]))


def test_the_program_is_named_in_one_line() -> None:
    """T38."""
    said = build.program()
    for words in (said.en, said.es):
        assert f"ORDI CRF {__version__}" in words
        assert build.digest()[:12] in words
    assert f"schema {study.SCHEMA_VERSION} (not validated by itself)" in said.en
    assert f"esquema {study.SCHEMA_VERSION} (no validado por sí mismo)" in said.es
