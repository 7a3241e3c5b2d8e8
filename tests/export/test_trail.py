"""The audit trail as a file of its own: the words, the codes and what was looked for."""

from __future__ import annotations

import csv
from datetime import UTC, datetime

import pandas as pd
import pytest

from ordi_crf.db.study_file import Answer
from ordi_crf.export.trail import Excerpt, Format, write
from tests.builders import key, stroke

AT = datetime(2010, 4, 14, 9, 30, tzinfo=UTC)
WORDS = ("2010", "Ana Puig", "01-001", "Screening", "Sex", "", '=1+1 "x"\nline', "")


@pytest.fixture
def excerpt(study):
    study.answer(key("DM", "SCR"), [Answer("dm", "", "SEX", "F")])
    audit = study.data().audit
    lines = [(entry, WORDS) for entry in audit if entry.form]
    return Excerpt(lines, len(audit), "form DM", study.data().head, AT, "Joan Ribó")


def test_the_workbook_holds_words_codes_and_hash(excerpt, tmp_path):
    """T10: what is filtered can be exported."""
    file = write(excerpt, tmp_path, Format.XLSX)
    assert file.name == "ORDI-02_20100414T093000Z_audit.xlsx"
    found = pd.read_excel(file, engine="calamine", dtype=str)
    assert list(found["HASH"]) == [entry.hash for entry, _ in excerpt.entries]
    assert list(found["ITEM"]) == ["STATUS", "VERSION", "SEX"]
    assert set(found["New"]) == {WORDS[6]}


def test_the_workbook_says_what_was_looked_for(excerpt, tmp_path):
    about = pd.read_excel(
        write(excerpt, tmp_path, Format.XLSX), sheet_name="About", header=None, engine="calamine"
    )
    told = dict(zip(about[0], about[1], strict=True))
    assert told["Looked for"] == "form DM"
    assert told["Entries"] == f"3 / {excerpt.total}"
    assert told["Audit head"] == excerpt.head


def test_the_text_file_is_read_by_others_and_holds_no_formula(excerpt, tmp_path):
    file = write(excerpt, tmp_path, Format.CSV)
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [row["ITEM"] for row in rows] == ["STATUS", "VERSION", "SEX"]
    assert rows[0]["New"] == "'" + WORDS[6]


def test_a_long_value_leads_to_the_trail_instead_of_breaking_the_file(study, tmp_path):
    study.add_row(key("BM"), "bm_stroke", stroke())
    entry = study.data().audit[-1]
    words = (*WORDS[:6], "x" * 40_000, "")
    excerpt = Excerpt([(entry, words)], 1, "", "", AT, "Ana")
    found = pd.read_excel(write(excerpt, tmp_path, Format.XLSX), engine="calamine", dtype=str)
    assert len(found["New"][0]) > 10_000
