"""The case report form blank, by visit, and annotated: read with PDFium, taken apart with pypdf."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from ordi_crf import forms, study
from ordi_crf.core.delivery import CancelledError
from ordi_crf.export import casebook
from ordi_crf.export.casebook.annotation import DOMAINS, SUPPRESSED, of_item
from ordi_crf.export.casebook.codelists import codelists
from ordi_crf.export.workbook import sheets
from ordi_crf.export.workbook.questionnaire import is_questionnaire
from ordi_crf.export.workbook.questionnaire import tests as questions
from ordi_crf.export.workbook.visits import visits_sheet
from ordi_crf.forms.schema import Choice, Language


@pytest.fixture(scope="module", params=[*Language])
def annotated(request, tmp_path_factory):
    (path,) = casebook.write_files(tmp_path_factory.mktemp("acrf"), request.param, annotated=True)
    return request.param, path, _pages(path)


def _pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [
        " ".join(page.get_textpage().get_text_bounded().replace("\N{NO-BREAK SPACE}", " ").split())
        for page in document
    ]


def _bookmarks(path: Path) -> list[tuple[int, str, int]]:
    reader = pypdf.PdfReader(path)

    def walk(entries, level):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                yield level, str(entry.title), reader.get_destination_page_number(entry)

    return [*walk(reader.outline, 0)]


def _of_form(annotated, oid: str) -> str:
    """Return the text of a form's pages."""
    language, path, pages = annotated
    titles = [form.title.in_(language) for form in forms.FORMS]
    found = [page for level, title, page in _bookmarks(path) if level == 1 and title in titles]
    starts = [*found[: len(titles)], len(pages)]
    n = [form.oid for form in forms.FORMS].index(oid)
    return " ".join(pages[starts[n] : max(starts[n + 1], starts[n] + 1)])


def test_the_annotated_form_has_the_name_reviewers_look_for(tmp_path):
    assert casebook.write_files(tmp_path, Language.EN, annotated=True)[0].name == "acrf.pdf"


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.oid)
def test_every_item_is_annotated_with_its_variable_and_codelist(annotated, form):
    text = _of_form(annotated, form.oid)
    for section in form.sections:
        for item in section.items:
            if item.name in section.units:
                assert item.name in text
                continue
            for run in of_item(form, section, item):
                assert all(word in text for word in run.text.split()), (item.name, run.text)
            if isinstance(item, Choice):
                assert item.codes.name in text
        for code in section.rows.codes if section.rows else ():
            assert f'"{code.value}"' in text


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.oid)
def test_a_form_names_its_domains_under_its_title(annotated, form):
    text = _of_form(annotated, form.oid)
    for section in form.sections:
        assert f"{section.domain} = {DOMAINS[section.domain].in_(annotated[0])}" in text


@pytest.mark.parametrize(
    "form", [f for f in forms.FORMS if is_questionnaire(f)], ids=lambda form: form.oid
)
def test_every_test_of_a_questionnaire_stands_on_its_form_in_quotes(annotated, form):
    text = _of_form(annotated, form.oid)
    for question in questions(form):
        assert f'"{question.code}"' in text, question.code


def test_every_collected_variable_of_the_data_stands_on_the_form(annotated):
    text = " ".join(annotated[2])
    # The wide sheet repeats the others by visit, under names of its own.
    tidy = [sheet for sheet in sheets() if sheet.name != visits_sheet().name]
    names = {
        v.name for sheet in tidy for v in sheet.variables if v.form and v.origin == "Collected"
    }
    assert len(names) > 100
    assert {name for name in names if name not in text and not name.endswith("_DEC")} == set()


def test_nothing_that_is_asked_is_left_out_of_the_data():
    for form in forms.FORMS:
        for section in form.sections:
            for item in section.items:
                words = " ".join(run.text for run in of_item(form, section, item))
                assert item.name in section.units or SUPPRESSED not in words, item.name


def test_every_codelist_stands_in_the_appendix_with_all_its_codes(annotated):
    pages = annotated[2]
    start = next(page for _, title, page in _bookmarks(annotated[1])
                 if title in ("Codelists", "Listas de códigos"))  # fmt: skip
    text = "".join("".join(pages[start:]).split())
    for codes in codelists():
        assert codes.name in text
        for code in codes.codes:
            assert "".join(f'"{code.value}"'.split()) in text, code.value


def test_bookmarks_lead_to_every_form_by_form_and_by_visit(annotated):
    language, path, pages = annotated
    found = _bookmarks(path)
    titles = [form.title.in_(language) for form in forms.FORMS]
    assert [title for level, title, _ in found if level == 1][: len(titles)] == titles
    by_visit = found[found.index(next(p for p in found if p[1] in ("By visit", "Por visita"))) :]
    visits = [title for level, title, _ in by_visit if level == 1]
    assert visits == [visit.label.in_(language) for visit in study.EVENTS]
    due = [f.title.in_(language) for v in study.EVENTS for f in study.forms_at(v.code)]
    assert [title for level, title, _ in by_visit if level == 2] == due
    for level, title, page in by_visit:
        if level == 2:
            assert pages[page].count(title) > 1, "it is the page the form begins on"


def test_the_contents_give_the_page_of_every_form(annotated):
    _, path, pages = annotated
    for _, title, page in _bookmarks(path)[3 : 3 + len(forms.FORMS)]:
        assert re.search(rf"{re.escape(title)}[ .]*{page + 1}\b", pages[0]), title
    links = pypdf.PdfReader(path).pages[0]["/Annots"]
    assert len(links) > len(forms.FORMS)


def test_the_blank_form_by_visit_has_every_form_of_every_visit(tmp_path):
    (path,) = casebook.write_files(tmp_path, Language.ES, by_visit=True)
    pages = _pages(path)
    place = iter(_bookmarks(path)[1:])
    for visit in study.EVENTS:
        level, title, page = next(place)
        assert (level, title) == (0, visit.label.es)
        found = {next(place)[1] for _ in visit.forms}
        assert found == {form.title.es for form in study.forms_at(visit.code)}
        assert visit.label.es in pages[page]
    assert f"Página {len(pages)} de {len(pages)}" in pages[-1]


@pytest.mark.parametrize("annotations", [False, True], ids=["blank", "annotated"])
def test_the_same_definitions_give_the_same_bytes(tmp_path, annotations):
    made = []
    for n in range(2):
        (tmp_path / str(n)).mkdir()
        made += casebook.write_files(tmp_path / str(n), Language.EN, annotated=annotations)
    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_blank_form_has_no_annotations(tmp_path):
    (path,) = casebook.write_files(tmp_path, Language.EN)
    text = " ".join(_pages(path))
    assert "LBTESTCD" not in text
    assert "codelist" not in text


def test_a_cancelled_form_leaves_nothing_behind(tmp_path):
    with pytest.raises(CancelledError):
        casebook.write_files(tmp_path, Language.EN, annotated=True, cancelled=lambda: True)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("language", [*Language])
def test_no_heading_runs_into_the_line_for_the_subject(tmp_path, language):
    (path,) = casebook.write_files(tmp_path, language, by_visit=True)
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage()
        top = text.get_text_bounded(left=0, bottom=795, right=596, top=842)
        owner, places = text.search("Fecha ____" if language is Language.ES else "Date ____"), []
        end = text.get_charbox(owner.get_next()[0] + 10)[2]
        places = [text.get_rect(n) for n in range(text.count_rects())]
        starts = [left for left, bottom, _, _ in places if bottom > 795 and left > end + 1]
        assert starts, top
        assert min(starts) >= end + 8, top
