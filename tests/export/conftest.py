"""One small study, written once for all tests that only read the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from ordi_crf.core.delivery import Delivery
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export import workbook
from tests.export.workbook_data import build, delivery_of


@pytest.fixture(scope="session")
def delivered_study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyFile]:
    study = build(tmp_path_factory.mktemp("workbook") / "study.ordi")
    yield study
    study.close()


@pytest.fixture(scope="session")
def delivery(delivered_study: StudyFile) -> Delivery:
    return delivery_of(delivered_study)


@pytest.fixture(scope="session")
def book(delivery: Delivery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the small study; not to be changed."""
    path = tmp_path_factory.mktemp("book") / "study.xlsx"
    workbook.write(delivery, path)
    return path


@pytest.fixture(scope="session")
def opened(book: Path) -> Workbook:
    """The same workbook as openpyxl reads it, with its styles; not to be changed."""
    return load_workbook(book)
