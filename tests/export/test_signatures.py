"""Signatures in what leaves the study: under each form on paper, and a sheet of their own."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from ordi_crf import drawings
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.life import Scope
from ordi_crf.core.records import Status
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer
from ordi_crf.export.casebook import book as casebook
from ordi_crf.export.workbook import book as workbook
from ordi_crf.forms.schema import Language
from tests.builders import ANA, SUBJECT, answers, clasi, key

DM, CLASI = key("DM", "SCR"), key("CLASI", "SCR")
MEANING = "I have reviewed these data and they are accurate and complete"


@pytest.fixture
def signed(study):
    """Give a study with two signed forms, one of them corrected since."""
    study.answer(DM, [Answer("dm", "", "SEX", "F")])
    study.answer(CLASI, answers(clasi(top=True)))
    for form in (DM, CLASI):
        study.set_status(form, Status.COMPLETE)
    given = Signing(Scope(SUBJECT), "REVIEWED", ANA.name, "")
    study.signing.sign(given)
    study.answer(DM, [Answer("dm", "", "SEX", "M")], "misread")
    return study


def delivery(study, language=Language.EN):
    data = study.data()
    painted = drawings.all_figures(data.records, study.drawing)
    at = "2010-03-20T10:00:00Z"
    return Delivery(data, painted, "EXP-1", at, "Ana Puig", language)


def printed(study, path, language=Language.EN):
    casebook.write(delivery(study, language), SUBJECT, path, lambda k: None)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_casebook_prints_name_time_and_meaning_under_the_form(signed, tmp_path):
    """T19."""
    text = printed(signed, tmp_path / "casebook.pdf")
    at = signed.signing.all()[0].at
    assert f"Signed by Ana Puig, Investigator, {at[:10]} {at[11:19]} UTC: “{MEANING}.”" in text
    # The trail says it in words as well.
    assert "SIGNATURE" in text
    assert '{"' not in text


def test_the_casebook_prints_what_broke_a_signature(signed, tmp_path):
    """T21."""
    text = printed(signed, tmp_path / "casebook.pdf")
    change = signed.signing.of(DM)[0].broken_by
    assert f"was broken by change #{change.id}: Sex, Ana Puig, 2010-03-15" in text
    assert "quedó sin validez" in printed(signed, tmp_path / "spanish.pdf", Language.ES)


def test_the_workbook_lists_every_signature_and_what_it_is_worth(signed, tmp_path):
    """T19, T21."""
    path = tmp_path / "workbook.xlsx"
    workbook.write(delivery(signed), path)
    header, *rows = load_workbook(path)["SIGNATURES"].iter_rows(values_only=True)
    told = [dict(zip(header, row, strict=True)) for row in rows]
    by_form = {line["FORM"]: line for line in told}
    assert (by_form["CLASI"]["SIGSTAT"], by_form["DM"]["SIGSTAT"]) == ("INTACT", "BROKEN")
    given = {s.record.form: s for s in signed.signing.all()}
    for form, line in by_form.items():
        assert (line["SIGNAME"], line["SIGROLE"]) == ("Ana Puig", "Investigator")
        assert (line["SIGMEAN"], line["SIGMEAN_DEC"]) == ("REVIEWED", MEANING)
        assert (line["SIGDTC"], line["SIGDIG"]) == (given[form].at, given[form].digest)
    assert by_form["DM"]["SIGBREAK"] == signed.signing.of(DM)[0].broken_by.id
    assert by_form["CLASI"]["SIGBREAK"] is None
