"""Every form of the study in a casebook: its answers, its pictures, its place on the cover."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image

from ordi_crf import forms, study
from ordi_crf.core import values
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.export import casebook
from ordi_crf.export.casebook.pictures import pixels
from ordi_crf.forms.schema import Attachment, Language
from tests.builders import ANA, SUBJECT, Ticking, answers, key
from tests.export.filling import PICTURE, fill_other_forms
from tests.export.workbook_data import delivery_of

DRAWN = ("BM", "CLASI")
"""Forms with a layout of their own, tested elsewhere."""


@dataclass(frozen=True)
class Printed:
    """A casebook and what it was made from."""

    delivery: Delivery
    file: Path

    @property
    def pages(self) -> list[str]:
        with pypdfium2.PdfDocument(self.file) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        return [" ".join(text.split()) for text in texts]


def no_drawing(where: RecordKey) -> Drawing:
    raise KeyError(where)


def filled(path: Path) -> StudyFile:
    opened = StudyFile.create(path, ANA, kind="synthetic", clock=Ticking(), machine="ward-3")
    opened.add_subject(SUBJECT)
    header = {"SVOCCUR": "Y", "VISDAT": "2010-03-01"}
    opened.answer(key("SV", "SCR"), answers({"sv": {"": header}}))
    result = {"LBORRES": "131", "LBORRESU": "g/L"}
    opened.answer(key("LB", "SCR"), answers({"lb": {"HGB": result}}))
    for form in DRAWN:
        opened.set_status(key(form, "D1"), Status.DRAFT)
    fill_other_forms(opened)
    opened.answer(key("VS", "SCR"), [Answer("vs", "", "VSDAT", None)])
    opened.set_status(key("PGA", "SCR"), Status.COMPLETE)
    missed = {"SVOCCUR": "N", "SVREASND": "On holiday"}
    opened.answer(key("SV", "W4"), answers({"sv": {"": missed}}))
    return opened


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("forms")
    opened = filled(folder / "study.ordi")
    records = {k: r for k, r in opened.data().records.items() if k.form not in DRAWN}
    source = delivery_of(opened)
    data = replace(source.data, records=records, audit=source.data.audit[:5])
    opened.close()
    delivery = replace(source, data=data, files=lambda digest: PICTURE)
    casebook.write(delivery, SUBJECT, folder / "book.pdf", no_drawing)
    return Printed(delivery, folder / "book.pdf")


@pytest.fixture(scope="module")
def pages(printed: Printed) -> list[str]:
    return printed.pages


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "form", [f for f in forms.FORMS if f.oid not in DRAWN], ids=lambda f: f.oid
)
def test_every_answer_is_printed_on_the_pages_of_its_form(printed, pages, form):
    mine = squeezed(" ".join(p for p in pages if f"{form.title.en} · version" in p))
    (record,) = [r for k, r in printed.delivery.data.records.items() if k.form == form.oid][:1]
    for section in form.sections:
        for row in record.sections[section.name].values():
            for item in section.items:
                value = row.values[item.name]
                if value is not None and not isinstance(item, Attachment):
                    words = squeezed(values.display(item, value, Language.EN))
                    assert words in mine, (item.name, row.key)


def test_a_form_without_a_date_of_its_own_says_whose_it_has(pages):
    (page,) = [p for p in pages if "Vital signs · version" in p]
    assert "Date date of the visit Height" in page


def test_tests_without_a_result_are_named_together(pages):
    (page,) = [p for p in pages if "Laboratory · version" in p]
    assert "Haemoglobin 131 g/L" in page
    assert "No result Leukocytes, Neutrophils," in page


def test_the_note_of_a_form_is_never_alone_on_its_page(pages):
    (page,) = [p for p in pages if "Eligibility · version 1 Draft" in p]
    assert "I1. Age over 18 years. Yes" in page


def test_a_photograph_is_printed_small_under_its_row(printed, pages):
    (page,) = [n for n, p in enumerate(pages) if "Photographs · version" in p]
    (image,) = pypdf.PdfReader(printed.file).pages[page].images
    assert image.image is not None
    assert image.image.size == (160, 120)
    assert "1 · picture.png" in pages[page]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(1, 1), (300, 20), (4000, 3000)], ids=str)
def test_the_size_of_a_picture_is_read_from_its_header(kind, size):
    kept = BytesIO()
    Image.new("RGB", size).save(kept, kind, comment=b"camera")
    assert pixels(kept.getvalue()) == size


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00" * 9, PICTURE[:20]],
    ids=["nothing", "PDF", "cut JPEG", "senseless JPEG", "cut PNG"],
)
def test_what_is_no_whole_picture_has_no_size(content):
    assert pixels(content) is None


@pytest.mark.parametrize(
    "content", [None, b"no picture", PICTURE[:200]], ids=["lost", "other", "cut"]
)
def test_a_file_that_is_no_picture_is_named_alone(printed, tmp_path, content):
    (where,) = [k for k in printed.delivery.data.records if k.form == "PH"]
    data = replace(printed.delivery.data, records={where: printed.delivery.data.records[where]})
    delivery = replace(printed.delivery, data=data, files=lambda digest: content)
    casebook.write(delivery, SUBJECT, tmp_path / "x.pdf", no_drawing)
    book = Printed(delivery, tmp_path / "x.pdf")
    assert "picture.png" in " ".join(book.pages)
    assert not any(page.images for page in pypdf.PdfReader(book.file).pages)


def test_the_cover_counts_the_forms_of_a_visit_and_names_those_not_complete(pages):
    due = [form for form in study.event("SCR").forms if form not in study.event("SCR").optional]
    begun = {*due, "PH"} - set(DRAWN)
    line = pages[0][pages[0].index("Screening 2010-03-01") :]
    assert line.startswith(f"Screening 2010-03-01 1/{len(begun | set(due))} ")
    named = line[: line.index("Week 4")].split()
    assert set(due) - {"PGA"} <= set(named)
    assert "PGA" not in named


def test_the_cover_says_that_a_visit_was_not_held_and_expects_nothing_of_it(pages):
    assert "Week 4 not held 0/1 SV" in pages[0]


def test_the_cover_names_the_visits_that_were_not_begun(pages):
    assert "Visits not begun: Day 1, Week 1," in pages[0]
