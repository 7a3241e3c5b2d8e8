"""The study out of its audit trail alone is the study of the tables."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf.core.canonical import canonical
from ordi_crf.core.life import Level, Scope
from ordi_crf.core.records import StudyData
from ordi_crf.core.replay import replayed
from ordi_crf.db.study_file import StudyFile
from tests.builders import ANA, SUBJECT, key
from tests.export.workbook_data import build
from tests.imports.lived import lived


def whole(file: Path) -> StudyData:
    study = StudyFile.open(file, ANA, read_only=True)
    try:
        return study.data()
    finally:
        study.close()


def same(found: StudyData, data: StudyData) -> None:
    assert list(found.records) == list(data.records)
    for where, record in data.records.items():
        assert canonical(found.records[where]) == canonical(record)
        assert found.records[where].status is record.status
    for name in ("properties", "subjects", "audit", "signatures", "locks", "queries", "accounts"):
        assert getattr(found, name) == getattr(data, name), name
    assert {k: v for k, v in found.verified.items() if v} == dict(data.verified)


def test_the_demonstration_is_its_trail_replayed(demonstration_file: Path) -> None:
    """T02, T33: nothing that an export says of the data comes from anywhere but the trail."""
    data = whole(demonstration_file)
    same(replayed(data.audit), data)


def test_a_study_with_queries_signatures_and_voided_rows_is_its_trail(path: Path) -> None:
    study = build(path)
    study.site_key.make()
    data = study.data()
    study.close()
    same(replayed(data.audit), data)
    assert replayed(data.audit).site_keys == data.site_keys


def test_a_row_nobody_answered_is_told_by_the_trail(study: StudyFile) -> None:
    """T02: a row that exists and says nothing yet is created by somebody, too."""
    study.add_row(key("AE"), "ae", {})
    study.add_row(key("AE"), "ae", {"AETERM": "Rash"})
    found = replayed(study.data().audit).records[key("AE")]
    assert list(found.sections["ae"]) == ["1", "2"]


def test_what_was_locked_and_unlocked_is_told_by_the_trail(path: Path) -> None:
    with closing(lived(path)) as study:
        data = study.data()
    assert {lock.scope.level for lock in data.locks} == {Level.STUDY}
    assert replayed(data.audit).locks == data.locks


@pytest.mark.parametrize(
    "scope", [Scope(), Scope(SUBJECT), Scope(SUBJECT, "UNS", 2)], ids=["study", "subject", "visit"]
)
def test_each_scope_is_locked_as_the_trail_tells(study: StudyFile, scope: Scope) -> None:
    study.life.lock(scope, "for the analysis")
    study.life.unlock(scope, "too early")
    data = study.data()
    assert [lock.scope for lock in data.locks] == [scope, scope]
    assert replayed(data.audit).locks == data.locks


def test_strokes_are_replayed_in_the_order_of_painting(study: StudyFile) -> None:
    data = build(study.path.with_name("other.ordi")).data()
    moved = sorted(data.audit, key=lambda e: (e.section == "bm_stroke", e.row != "2"))
    record = replayed([replace(e, id=n) for n, e in enumerate(moved, 1)]).records[key("BM", "W2")]
    assert list(record.sections["bm_stroke"]) == ["1", "2", "3"]
