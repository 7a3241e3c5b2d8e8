"""One small study and what left it, made once for all tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, begin, deliver, end
from tests.builders import ANA
from tests.export.workbook_data import build
from tests.verify.altered import Sheets, cells


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyFile]:
    """The study of a site, open."""
    study = build(tmp_path_factory.mktemp("site") / "study.ordi")
    yield study
    study.close()


@pytest.fixture(scope="session")
def sent(site: StudyFile, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the site sent, by kind: package, key, workbook, casebook; not to be changed."""
    folder = tmp_path_factory.mktemp("sent")
    packed = Request(folder, package=True, blank=True)
    begin(site, packed)
    package, key = deliver(site.path, ANA, packed)
    end(site, [package, key])
    workbook, casebook, *_ = deliver(site.path, ANA, Request(folder))
    return {"package": package, "key": key, "workbook": workbook, "casebook": casebook}


@pytest.fixture(scope="session")
def known(sent: dict[str, Path]) -> Sheets:
    """The cells of the workbook; copied before they are changed."""
    return cells(sent["workbook"])
