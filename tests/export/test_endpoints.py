"""The sheets of the registered outcomes: rows that prove themselves, proportions that add up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ordi_crf.core.courses import courses
from ordi_crf.core.delivery import Delivery
from ordi_crf.export import workbook
from ordi_crf.export.workbook.endpoints import endpoints_sheet
from ordi_crf.export.workbook.endpoints_summary import endpoints_summary_sheet
from ordi_crf.export.workbook.source import Whole
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT
from tests.core.course_data import OTHER, doses, dsdna, events, seen, stopped, study
from tests.export.workbook_data import AT, EXPORT_ID, read

RECORDS = (
    stopped(100),
    doses(("5", 0, None), who=OTHER),
    *seen(("D1", 0, 9), ("W4", 28, 0), ("W8", 56, 0), ("S2W", 114, 3, {"scars": 1})),
    *seen(("D1", 0, 4), ("W4", 28, 2, {"partial": True}), who=OTHER),
    dsdna("D1", "20"),
    dsdna("W4", ">60"),
    events({"AETERM": "=Nausea", "AESTDAT": "2010-03", "AETOXGR": "1", "AEREL": "RELATED"}),
)


def delivery(*records, language=Language.EN):
    data = study(*records, subjects=(SUBJECT, OTHER))
    return Delivery(data, {}, EXPORT_ID, AT, "Ana Puig", language)


def rows(sheet, *records, language=Language.EN):
    """Return the rows of a sheet by column name."""
    names = [variable.name for variable in sheet.variables]
    made = delivery(*records, language=language)
    whole = Whole(made, courses(made.data))
    return [dict(zip(names, line, strict=True)) for line in sheet.whole(whole)]


def one(reading, subject="01-001", language=Language.EN):
    found = rows(endpoints_sheet(), *RECORDS, language=language)
    return next(r for r in found if (r["EPREAD"], r["SUBJID"]) == (reading, subject))


def test_every_subject_has_a_row_for_every_reading():
    found = Counter(row["SUBJID"] for row in rows(endpoints_sheet(), *RECORDS))
    assert found == {"01-001": 22, "01-002": 22}


@pytest.mark.parametrize(
    ("reading", "proof"),
    [
        ("O1.EVER", ("CLASI", 6, "Week 4", 1, None, "2010-02-28", "activity 0")),
        (
            "O2.RELATED",
            ("AE", 99, "Throughout the study", 1, "0", "2010-03-01", "=Nausea, grade 1"),
        ),
        ("O4.B", ("LB", 6, "Week 4", 1, "DSDNA", "2010-02-28", "anti-dsDNA >60")),
        ("O5.A", ("CLASI", 22, "Withdrawal + 2 weeks", 1, None, "2010-05-25", "activity 3")),
        ("O6.ANY", ("CLASI", 22, "Withdrawal + 2 weeks", 1, None, "2010-05-25", "damage 1")),
    ],
)
def test_a_row_names_the_record_that_proves_it(reading, proof):
    row = one(reading)
    place = ("PRFORM", "PRVISNUM", "PRVISIT", "PRREPEAT", "PRROW", "PRDTC", "PRSAYS")
    assert (row["EPMET"], tuple(row[name] for name in place)) == ("Y", proof)


def test_a_row_names_all_that_was_looked_at_and_what_it_was_held_against():
    """O1, O6."""
    assert (
        one("O1.EVER")["EPPROOF"] == "Week 4 2010-02-28: activity 0; Week 8 2010-03-28: activity 0"
    )
    assert one("O6.ANY")["EPBASE"] == "Day 1 2010-01-31: damage 0"
    assert one("O6.ANY")["EPSEEN"].count("damage") == 3


@pytest.mark.parametrize(
    ("reading", "state", "why", "denominators"),
    [
        ("O1.EVER", "UNKNOWN", "PARTIAL", ("Y", "Y")),
        ("O3.A", "UNKNOWN", "NOT_SEEN", ("N", "Y")),
        ("O5.A", "OUTSIDE", "NOT_WITHDRAWN", ("N", "N")),
    ],
)
def test_what_is_not_known_is_blank_with_its_reason(reading, state, why, denominators):
    row = one(reading, "01-002")
    assert (row["EPMET"], row["EPSTATE"], row["EPWHY"]) == (None, state, why)
    assert (row["EPASSD"], row["EPALL"]) == denominators
    assert (row["EPNPROOF"], row["PRFORM"]) == (0, None)


def test_the_proportions_are_counts_of_the_rows():
    """O1, O2, O3, O4, O5, O6."""
    by_subject = rows(endpoints_sheet(), *RECORDS)
    for told in rows(endpoints_summary_sheet(), *RECORDS):
        mine = [r for r in by_subject if r["EPREAD"] == told["EPREAD"]]
        for n, member in ((1, "EPASSD"), (2, "EPALL")):
            counted = [r for r in mine if r[member] == "Y"]
            met = sum(r["EPMET"] == "Y" for r in counted)
            assert (told[f"EPN{n}"], told[f"EPOF{n}"]) == (met, len(counted)), told["EPREAD"]


def test_each_proportion_has_its_exact_interval_and_its_words():
    """O1."""
    (told,) = [r for r in rows(endpoints_summary_sheet(), *RECORDS) if r["EPREAD"] == "O1.EVER"]
    assert (told["EPN1"], told["EPOF1"], told["EPPCT1"]) == (1, 2, 50)
    assert (f"{told['EPLO1']:.2f}", f"{told['EPHI1']:.2f}") == ("1.26", "98.74")
    assert told["EPTOLD1"] == "1 of 2 = 50.0 % (95 % CI 1.3-98.7)"
    assert (told["EPNMISS"], told["EPMISS"]) == (1, "01-002: only records with a blank item")


@pytest.mark.parametrize(
    ("language", "words"), [(Language.EN, "not estimable"), (Language.ES, "no estimable")]
)
def test_out_of_nobody_the_percentage_is_blank_and_never_0(language, words):
    """O1, O2, O3, O4, O5, O6."""
    for told in rows(endpoints_summary_sheet(), language=language):
        assert (told["EPTOLD1"], told["EPTOLD2"]) == (words, words)
        assert {told[name] for name in ("EPPCT1", "EPLO1", "EPHI1", "EPPCT2")} == {None}


def test_the_sheets_are_in_the_language_of_the_export_and_the_codes_are_not():
    """O5."""
    row = one("O5.A", language=Language.ES)
    assert (row["EPREAD"], row["EPSTATE_DEC"], row["PRSAYS"]) == ("O5.A", "cumplido", "actividad 3")


def test_the_file_holds_both_sheets_and_the_codebook_explains_every_reading(tmp_path: Path):
    """O1, O2, O3, O4, O5, O6."""
    path = tmp_path / "study.xlsx"
    workbook.write(delivery(*RECORDS), path)
    assert len(read(path, "ENDPOINTS")) == 44
    assert len(read(path, "ENDPOINTS_SUMMARY")) == 22
    explained = {
        row["WHERE"]: row["METHOD_EN"]
        for row in read(path, "CODEBOOK")
        if row["SHEET"] == "ENDPOINTS" and "WHERE" in row
    }
    assert len(explained) == 22
    assert "CLASI ≥ 2" in explained["EPREAD = O5.B"]
    codes = {r["CODE"] for r in read(path, "CODELISTS") if r["LIST"] == "EPREAD"}
    assert {"O1.EVER", "O1.M3", "O5.B", "O6.FROZEN"} <= codes
