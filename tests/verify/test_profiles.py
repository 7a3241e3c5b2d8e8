"""A de-identified workbook is verified like a full one: by its own trail, chained anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ordi_crf.core.deidentification.profile import OPTIONS, Profile
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, begin, deliver, end, reduced
from ordi_crf.export import workbook as books
from ordi_crf.forms.schema import Language
from ordi_crf.verify import files, workbook
from ordi_crf.verify.trust import Trust
from tests.builders import ANA
from tests.export.workbook_data import delivery_of

CODES = [(code.value,) for code in OPTIONS.codes]


@pytest.mark.parametrize("codes", [*CODES, tuple(code for (code,) in CODES)], ids="+".join)
def test_a_workbook_under_a_profile_holds(
    site: StudyFile, tmp_path: Path, codes: tuple[str, ...]
) -> None:
    """T32, T33: what was left out is left out of trail and sheets alike, and still adds up."""
    profile = Profile.of(codes)
    whole = delivery_of(site, Language.ES)
    named = replace(whole, export_id=profile.named(whole.export_id))
    path = tmp_path / "book.xlsx"
    books.write(reduced(named, profile), path)
    found = workbook.verify(path)
    assert [problem.said.en for problem in found.problems] == []
    assert len(found.holds) == 3


def test_what_left_reduced_is_not_held_against_the_study_as_it_is(
    site: StudyFile, tmp_path: Path
) -> None:
    """T32: its trail is another, which is no sign that the file was changed."""
    request = Request(tmp_path, profile=Profile(no_text=True), package=True)
    begin(site, request)
    package, key = deliver(site.path, ANA, request)
    end(site, [package, key])
    book, *_ = deliver(site.path, ANA, replace(request, casebooks=False, package=False))
    for left in (package, book):
        found = files.verify(left, Trust(data=site.data()), lambda *_: None, lambda: False)
        assert found.problems == []
        assert any("It was reduced" in note.en for note in found.notes)
