"""What every test finds: a screen nobody sees, a study of its own, and the suite's options."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from ordi_crf.db.study_file import StudyFile
from ordi_crf.demo.build import build
from tests.builders import ANA, SUBJECT, Ticking

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="write the golden files anew; review the diff"
    )
    parser.addoption(
        "--kills", type=int, default=20, help="how often the entry of data is killed (T27: 200)"
    )
    parser.addoption(
        "--faults", type=int, default=4, help="how many writes of a session fail; 0 for each"
    )


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "study.ordi"


@pytest.fixture
def study(path: Path) -> Iterator[StudyFile]:
    """Give an open study with one subject, on a clock that ticks once a call."""
    opened = StudyFile.create(path, ANA, clock=Ticking(), machine="ward-3")
    opened.add_subject(SUBJECT)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demonstration_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the demonstration study, built once for all processes of a run; copy it to write."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / "demonstration.ordi"
    with FileLock(folder / "demonstration.building"):
        if not path.exists():
            build(path)
    return path
