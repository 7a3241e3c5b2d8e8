"""T37: a subject's id finds the subject in every sheet that holds anything of anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from ordi_crf.db.study_file import StudyFile
from tests.builders import SUBJECT
from tests.export.workbook_data import SECOND, read

BY_STUDY = frozenset({"README", "CODEBOOK", "CODELISTS", "ENDPOINTS_SUMMARY"})
"""Sheets about the definitions or the study as a whole."""
BY_ID = {"AUDIT": "SUBJID"}
"""Sheets that hold other things beside, and so name the subject by its id alone."""


def names(opened: Workbook) -> list[str]:
    return [name for name in opened.sheetnames if name not in BY_STUDY]


def test_every_sheet_with_anything_of_a_subject_has_the_key(opened: Workbook) -> None:
    for name in names(opened):
        header = [cell.value for cell in opened[name][1]]
        assert BY_ID.get(name, "USUBJID") in header, name


def test_the_key_is_the_same_wherever_the_subject_is(book: Path, opened: Workbook) -> None:
    (mine, other) = read(book, "SUBJECTS")
    known = {row["USUBJID"]: row["SUBJID"] for row in (mine, other)}
    assert list(known.values()) == [SUBJECT.subjid, SECOND.subjid]
    for name in names(opened):
        for row in read(book, name):
            if name not in BY_ID:
                assert known[row["USUBJID"]] == row["SUBJID"], name


@pytest.mark.parametrize(
    ("sheet", "form"), [("DM", "DM"), ("AE", "AE"), ("EX", "EX"), ("LB", "LB"), ("VS", "VS")]
)
def test_all_that_was_entered_of_a_subject_is_found_by_it(
    book: Path, delivered_study: StudyFile, sheet: str, form: str
) -> None:
    key = read(book, "SUBJECTS")[0]["USUBJID"]
    found = [row for row in read(book, sheet) if row["USUBJID"] == key]
    mine = [k for k in delivered_study.records() if k.subject == SUBJECT and k.form == form]
    assert bool(found) is bool(mine) is True
