"""The demonstration study, built once and only read."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest

from ordi_crf import drawings
from ordi_crf.core.chart import Chart
from ordi_crf.core.courses import courses
from ordi_crf.db.study_file import StudyFile
from tests.builders import ANA


@pytest.fixture(scope="session")
def demonstration(demonstration_file, tmp_path_factory):
    """Give the path, the data, the figures of every drawing, courses and charts of the study."""
    path = tmp_path_factory.mktemp("demo") / "demonstration.ordi"
    shutil.copy(demonstration_file, path)
    file = StudyFile.open(path, ANA, read_only=True)
    data = file.data()
    painted = drawings.all_figures(data.records, file.drawing)
    charts = {s: chart(data, painted, s) for s in data.subjects}
    yield SimpleNamespace(
        path=path, file=file, data=data, painted=painted, courses=courses(data), charts=charts
    )
    file.close()


def chart(data, painted, subject):
    """Return a subject's chart."""
    mine = {key: record for key, record in data.records.items() if key.subject == subject}
    return Chart(mine, subject, painted.get)
