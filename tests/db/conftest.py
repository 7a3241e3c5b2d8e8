"""Studies with accounts, made once and copied for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf.db import keys
from tests.db import people


@pytest.fixture
def cheap(monkeypatch):
    """Let a try of a password cost little."""
    monkeypatch.setattr(keys, "COST", people.CHEAP)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Give the folder of an encrypted study with an account for each role, and its code."""
    folder = tmp_path_factory.mktemp("peopled")
    codes = []
    people.cheaply(lambda path: codes.append(people.peopled(path)), folder / "study.ordi")
    return folder, codes[0]


@pytest.fixture
def guarded(made, tmp_path, cheap) -> Path:
    """Give a copy of that study."""
    return people.copied(made[0], tmp_path / "guarded")


@pytest.fixture
def code(made):
    """Give its recovery key."""
    return made[1]
