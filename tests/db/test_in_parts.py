"""A study read a subject at a time says what it says as a whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf.core.identifiers.places import hits
from ordi_crf.core.parts import parts
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, deliver, of_study
from tests.builders import ANA, JOAN, key
from tests.export.workbook_data import build


@pytest.fixture
def file(demonstration_file: Path):
    opened = StudyFile.open(demonstration_file, JOAN, read_only=True)
    yield opened
    opened.close()


@pytest.mark.slow
def test_each_subject_is_what_the_whole_study_has_of_it(file: StudyFile) -> None:
    with file.in_parts() as study:
        read = list(study.read())
    assert read == list(parts(file.data()))
    assert [part.subjects for part in read] == [(subject,) for subject in file.subjects()]


@pytest.mark.slow
def test_the_trail_is_read_as_it_is_needed(file: StudyFile) -> None:
    whole = file.data()
    with file.in_parts() as study:
        trail = study.data.audit
        assert tuple(trail) == whole.audit
        assert (len(trail), trail[0], trail[-1]) == (
            len(whole.audit), whole.audit[0], whole.audit[-1],
        )  # fmt: skip
        assert trail[-3:] == [*whole.audit[-3:]]
        with pytest.raises(IndexError):
            trail[len(trail)]
        assert study.data.head == whole.head
        rest = replace(whole, records={}, audit=(), unaccepted={}, signatures=(), second={},
                       queries={}, verified={})  # fmt: skip
        assert replace(study.data, audit=()) == rest


def test_an_identifier_is_found_whichever_way_the_study_is_read(study: StudyFile) -> None:
    """T31."""
    study.add_row(key("AE"), "ae", {"AETERM": "Call 612345678"})
    with study.in_parts() as known:
        found = hits(known.data, read=known.read)
    assert found == hits(study.data()) != ()


def test_the_workbook_is_the_same_whichever_way_the_study_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T25: byte for byte."""
    build(tmp_path / "study.ordi").close()
    monkeypatch.setattr(of_study, "uuid4", lambda: "X-0001")
    at = of_study.utc_now()
    written = []
    for name in ("parts", "whole"):
        (tmp_path / name).mkdir()
        request = Request(tmp_path / name, casebooks=False)
        monkeypatch.setattr(of_study, "_in_parts", lambda _request, name=name: name == "parts")
        (book,) = deliver(tmp_path / "study.ordi", ANA, request, now=at)
        written.append(book.read_bytes())
    assert written[0] == written[1]
