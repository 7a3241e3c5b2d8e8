"""What single forms add to the workbook: their own dates, why something is missing, eligibility."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf import forms
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.eligibility import assess
from ordi_crf.core.records import Record, RecordKey, StudyData
from ordi_crf.export import workbook
from ordi_crf.export.workbook.questionnaire import test_code as code_of
from ordi_crf.export.workbook.questionnaire import tests as questions
from ordi_crf.export.workbook.sections import section_sheets
from ordi_crf.export.workbook.source import Source
from ordi_crf.forms.sledai import FORM as SLEDAI
from tests.builders import SUBJECT, key, record
from tests.export.workbook_data import AT, EXPORT_ID, read


def dates(form: str, cells: dict[str, dict[str, dict[str, str | None]]]) -> list[object]:
    """Return the dates of the rows of a form at a visit of 2010-03-01, of its first sheet."""
    told = record(form, cells)
    where = RecordKey(SUBJECT, "SCR", form)
    header = record("SV", {"sv": {"": {"SVOCCUR": "Y", "VISDAT": "2010-03-01"}}})
    records = {
        where: Record(where, sections=told.sections),
        key("SV", "SCR"): Record(key("SV", "SCR"), sections=header.sections),
    }
    source = Source(Delivery(StudyData({}, (SUBJECT,), records, ()), {}, EXPORT_ID, AT, "Ana Puig"))
    sheet = section_sheets(forms.form(form))[0]
    column = next(n for n, v in enumerate(sheet.variables) if v.name.endswith("DTC"))
    return [line[column] for line in sheet.rows(source)]


@pytest.mark.parametrize(
    ("form", "section", "row", "item"),
    [
        ("VS", "vs", "", "VSDAT"),
        ("LB", "lb_sample", "", "LBDAT"),
        ("SE", "se_sample", "", "SEDAT"),
        ("PG", "pg", "", "PGDAT"),
        ("EMG", "emg", "", "NCSDAT"),
        ("PH", "ph", "1", "PHDAT"),
        ("IC", "ic", "", "RFICDAT"),
        ("IE", "ie_decision", "", "IEDAT"),
    ],
)
def test_a_form_s_own_date_goes_before_that_of_its_visit(form, section, row, item):
    assert set(dates(form, {section: {row: {item: "2010-02-27"}}})) == {"2010-02-27"}
    assert set(dates(form, {section: {row: {item: None}}})) == {"2010-03-01"}


def test_what_lasts_has_no_start_but_its_own():
    assert section_sheets(forms.form("MH"))[1].name == "MH"
    assert set(dates("CM", {"cm": {"1": {"CMSTDAT": None}}})) == {None}


def test_why_an_answer_is_missing_stands_with_its_place_and_words(book: Path):
    (row,) = read(book, "MISSING")
    told = ("FORM", "SECTION", "ITEM", "NULLFLAVOR", "NULLFLAVOR_DEC", "COMMENT")
    assert [row[name] for name in told] == [
        "VS", "vs", "TEMP", "ND", "Not done", "No thermometer",
    ]  # fmt: skip
    assert (row["VISIT"], "ROW" in row) == ("Day 1", False)


def test_each_criterion_is_answered_for_each_subject_as_the_core_does(
    book: Path, delivery: Delivery
):
    rows = read(book, "ELIGIBILITY")
    assert len(rows) == 15 * len(delivery.data.subjects)
    for subject in delivery.data.subjects:
        mine = {r["IETESTCD"]: r for r in rows if r["SUBJID"] == subject.subjid}
        for answer in assess(delivery.chart(subject)).answers:
            row = mine[answer.code]
            assert (row["ELSTATE"], row["ELWHY"]) == (answer.verdict.name, answer.why.en)
            assert all(evidence.says.en in str(row["ELEVID"]) for evidence in answer.evidence)


def test_what_the_investigator_confirmed_stands_beside_what_the_data_say(book: Path):
    rows = {(r["SUBJID"], r["IETESTCD"]): r for r in read(book, "ELIGIBILITY")}
    confirmed = {r["IETESTCD"]: r.get("IEORRES") for r in read(book, "IE")}
    assert rows["01-001", "I1"]["IEORRES"] == confirmed["I1"] is not None
    assert "IEORRES" not in rows["01-002", "I1"]
    assert "ELFAVOR" not in rows["01-002", "I1"]


def test_an_instrument_has_columns_only_for_what_it_has():
    names = {s.name: {v.name for v in s.variables} for s in workbook.sheets()}
    assert not {"RSLOC", "RSDRVFL", "RSRULE"} & names["RS_PGA"]
    assert {"RSDRVFL", "RSRULE"} <= names["RS_SLEDAI"]


def test_every_item_of_every_form_has_its_column_or_its_test():
    known = {v.name for sheet in workbook.sheets() for v in sheet.variables}
    known |= {v.where.partition(" = ")[2] for sheet in workbook.sheets() for v in sheet.tests}
    items = [(s, item) for form in forms.FORMS for s in form.sections for item in s.items]
    for section, item in items:
        rows = section.rows.codes if section.rows else ()
        tests = {code_of(item, row) for row in rows if row.value not in item.not_in_rows}
        assert item.name in known or (tests and tests <= known), item.name


def test_what_is_said_about_one_descriptor_stands_in_its_row(book: Path):
    rows = read(book, "RS_SLEDAI")
    said = [row for row in rows if "SLATTR" in row]
    assert {row["RSTESTCD"] for row in said} == {t.code for t in questions(SLEDAI) if t.row}
    assert all("RSDRVFL" not in row for row in said)
