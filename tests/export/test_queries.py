"""Queries for a sponsor without access: out as workbook and forms, answered, and back in."""

from __future__ import annotations

from datetime import UTC, datetime

import openpyxl
import pandas as pd
import pypdfium2
import pytest

from ordi_crf.core.query import QueryState
from ordi_crf.core.query_answers import judged
from ordi_crf.db.study_file import Answer
from ordi_crf.export.files import ExportError
from ordi_crf.export.queries import Format, edition, write
from ordi_crf.forms.schema import Language
from ordi_crf.imports.answers import read
from ordi_crf.imports.errors import UnreadableFileError
from tests.builders import ANA, JOAN, key

AT = datetime(2010, 4, 14, 9, 30, tzinfo=UTC)
DM, AE = key("DM", "SCR"), key("AE")
SEX = ("dm", "", "SEX")


@pytest.fixture
def asked(study):
    """Give a study with two open queries, an answered one and one that looks like a formula."""
    study.answer(DM, [Answer(*SEX, "F")])
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.actor = JOAN
    study.queries.ask(DM, SEX, "The chart says M.")
    study.queries.ask(AE, ("ae", "1", "AETERM"), '=HYPERLINK("x") since when?')
    study.queries.ask(AE, ("", "", ""), "Is this all?")
    study.actor = ANA
    study.queries.answer(3, "It is.")
    return study


def sent(study, language=Language.EN):
    data = study.data()
    return edition(data, at=AT, actor="Joan Ribó", export_id="e-1", language=language)


def filled(path, answers, by="Dr Soler"):
    """Answer queries in a workbook as a spreadsheet does."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    for row in page.iter_rows(min_row=2):
        if row[0].value in answers:
            row[-2].value, row[-1].value = answers[row[0].value], by
    book.save(path)
    return path


def test_the_workbook_lists_what_waits_for_an_answer(asked, tmp_path):
    file = write(sent(asked), tmp_path, Format.XLSX)
    assert file.name == "ORDI-02_20100414T093000Z_queries.xlsx"
    found = pd.read_excel(file, sheet_name="Queries", engine="calamine", dtype=str)
    assert list(found["Query"]) == ["1", "2"]
    assert list(found["Value"]) == ["Female", "Headache"]
    assert list(found["Question"]) == ["The chart says M.", '=HYPERLINK("x") since when?']
    assert found["Answer"].isna().all()


def test_only_the_answers_can_be_written_and_nothing_is_a_formula(asked, tmp_path):
    file = write(sent(asked), tmp_path, Format.XLSX)
    page = openpyxl.load_workbook(file).worksheets[0]
    assert page.protection.sheet
    assert [cell.protection.locked for cell in page[2]] == [True] * 9 + [False] * 2
    assert {cell.data_type for cell in page[3]} <= {"s", "n"}


@pytest.mark.parametrize("language", Language)
def test_what_is_answered_comes_back_to_its_query(asked, tmp_path, language):
    """T36: the answers of the file, with the name and the digest of the file."""
    file = filled(write(sent(asked, language), tmp_path, Format.XLSX), {1: "It is F.", 2: "May."})
    answers = read(file)
    taken, refused = judged(answers.lines, asked.queries.all())
    assert refused == []
    asked.queries.answer_all([(t.query.number, t.line.text) for t in taken], answers.source)
    (query,) = asked.queries.of(DM)
    assert query.state is QueryState.ANSWERED
    assert query.answer.text == "It is F. (Dr Soler)"
    last = asked.data().audit[-1]
    assert last.new == f"answers to queries: {file.name} SHA-256 {answers.digest}"


def test_a_line_without_an_answer_is_no_answer(asked, tmp_path):
    assert read(write(sent(asked), tmp_path, Format.XLSX)).lines == ()


def test_a_changed_question_is_refused(asked, tmp_path):
    file = filled(write(sent(asked), tmp_path, Format.XLSX), {1: "Yes.", 2: "May."})
    book = openpyxl.load_workbook(file)
    book.worksheets[0].cell(2, 9).value = "Is the weather fine?"
    book.save(file)
    taken, refused = judged(read(file).lines, asked.queries.all())
    assert [t.query.number for t in taken] == [2]
    assert "changed" in refused[0].why.en


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"PK\x03\x04 broken", "damaged", id="broken"),
        pytest.param(b"a,b\n1,2\n", "no workbook of queries", id="text"),
    ],
)
def test_what_is_no_workbook_of_queries_is_said_to_be_none(tmp_path, content, why):
    path = tmp_path / "answers.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=why):
        read(path)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        pytest.param("=1+1", "is a formula", id="formula"),
        pytest.param("#N/A", "shows an error", id="error"),
        pytest.param("as\x85before", "control character", id="control"),
        pytest.param("x" * 32_767, "longer than", id="longest cell"),
    ],
)
def test_an_answer_that_is_none_is_refused_and_the_others_are_not(asked, tmp_path, answer, why):
    file = filled(write(sent(asked), tmp_path, Format.XLSX), {1: answer, 2: "May."})
    taken, refused = judged(read(file).lines, asked.queries.all())
    assert [t.query.number for t in taken] == [2]
    assert why in refused[0].why.en


def test_another_workbook_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Query", "Weather"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(UnreadableFileError, match="no workbook of queries"):
        read(tmp_path / "other.xlsx")


def test_a_file_that_is_gone_is_said_to_be_unreadable(tmp_path):
    with pytest.raises(UnreadableFileError, match="not there any more"):
        read(tmp_path / "gone.xlsx")


def test_there_is_one_form_to_sign_for_each_query(asked, tmp_path):
    file = write(sent(asked), tmp_path, Format.PDF)
    document = pypdfium2.PdfDocument(file)
    pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) == 2
    for words in ("Query 1", "01-001", "The chart says M.", "Female", "Signature", "Joan Ribó"):
        assert words in pages[0]
    document.close()


def test_nothing_to_ask_is_said_on_one_page(study, tmp_path):
    document = pypdfium2.PdfDocument(write(sent(study), tmp_path, Format.PDF))
    assert "No query waits" in document[0].get_textpage().get_text_range()
    document.close()


def test_a_folder_that_is_gone_is_a_sentence(asked, tmp_path):
    with pytest.raises(ExportError, match="does not exist"):
        write(sent(asked), tmp_path / "gone", Format.XLSX)
