"""The casebook as a reader finds it: searched with PDFium, taken apart with pypdf."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from ordi_crf import drawings, forms, study
from ordi_crf.atlas import body_map
from ordi_crf.core import values
from ordi_crf.core.delivery import CancelledError, Delivery
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.life import Scope
from ordi_crf.core.records import RecordKey, Row, Status
from ordi_crf.core.surface import shown
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.export import casebook
from ordi_crf.export.files import ExportError
from ordi_crf.forms.schema import Choice, Language, Stroke
from tests.builders import ANA, SUBJECT, key
from tests.export import casebook_data
from tests.export.workbook_data import delivery_of

Draw = Callable[[RecordKey], Drawing]


@dataclass(frozen=True)
class Source:
    """A delivery with its drawings, and the book that was made of it."""

    delivery: Delivery
    draw: Draw
    file: Path


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    folder = tmp_path_factory.mktemp("casebook")
    opened = casebook_data.small_study(folder / "study.ordi")
    delivery = casebook_data.delivery(opened)
    records = delivery.data.records
    kept = {
        k: drawings.open_drawing(r, opened.drawing) for k, r in records.items() if k.form == "BM"
    }
    opened.close()
    source = Source(delivery, kept.__getitem__, folder / "book.pdf")
    casebook.write(delivery, SUBJECT, source.file, source.draw)
    return source


@pytest.fixture(scope="module")
def pages(source: Source) -> list[str]:
    return _pages(source.file)


@pytest.fixture(scope="module")
def spanish(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("spanish") / "es.pdf"
    casebook.write(casebook_data.in_spanish(source.delivery), SUBJECT, file, source.draw)
    return file


def _pages(file: Path) -> list[str]:
    """Return the text of each page with its white space evened out."""
    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def _of(pages: list[str], place: str) -> str:
    """Return the text of every page that names a visit, and a form with its version."""
    visit, form = place.split(" · ")
    found = [text for text in pages if f"{visit} · " in text and f"{form} · version" in text]
    assert found, place
    return " ".join(found)


def _squeezed(text: str) -> str:
    """Return text without white space: where lines break is not what is tested."""
    return "".join(text.split())


def _outline(reader: pypdf.PdfReader) -> Iterator[tuple[int, str, int]]:
    """Yield level, title and page number of each bookmark."""

    def walk(entries: list[object], level: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                assert isinstance(entry, pypdf.generic.Destination)
                page = reader.get_destination_page_number(entry)
                assert page is not None
                yield level, str(entry.title), page

    yield from walk(list(reader.outline), 0)


def test_every_answer_of_every_form_is_on_its_form_s_pages(
    source: Source, pages: list[str]
) -> None:
    for record in source.delivery.data.records.values():
        form, visit = forms.form(record.key.form), study.event(record.key.visit)
        book = [p for p in pages if f"{visit.label.en} " in p and f"{form.title.en} · version" in p]
        text = _squeezed(" ".join(book))
        for section in form.sections:
            for row in record.sections[section.name].values():
                for item in section.items:
                    value = row.values[item.name]
                    if value is not None and not isinstance(item, Stroke):
                        words = values.display(item, value, Language.EN)
                        assert _squeezed(words) in text, (record.key, item.name, row.key)


def test_a_comment_of_a_thousand_characters_is_printed_whole(pages: list[str]) -> None:
    assert len(casebook_data.COMMENT) == 1000
    assert casebook_data.COMMENT in _of(pages, "Screening (2010-03-01) · Visit header")


@pytest.mark.parametrize("words", ["10⁹/L", "µmol/L", "Dra. Peña", "≥ 12 months", "<10", "×2", "→"])
def test_signs_outside_ascii_come_back_from_a_search(pages: list[str], words: str) -> None:
    assert words in " ".join(pages)


def test_totals_and_body_surface_are_the_derived_ones(source: Source, pages: list[str]) -> None:
    record = source.delivery.data.records[key("CLASI", "SCR")]
    figures = source.delivery.derived(record)
    text = _of(pages, "Screening (2010-03-01) · CLASI (Albrecht 2005)")
    assert f"{figures['CLTOTA']} of 70" in text
    assert f"{figures['CLTOTD']} of 56" in text
    assert "Severity by activity: moderate 10-20" in text
    surface = source.delivery.painted[key("BM", "SCR")]
    text = _of(pages, "Screening (2010-03-01) · Body map")
    assert f"{shown(surface.active.total)} % BSA · derived" in text
    assert f"{shown(surface.damage.total)} % BSA · derived" in text
    assert f"Whole body {shown(surface.active.total)}" in text


def test_the_cover_names_each_visit_with_its_figures(source: Source, pages: list[str]) -> None:
    surface = source.delivery.painted[key("BM", "SCR")]
    active, damage = shown(surface.active.total), shown(surface.damage.total)
    line = rf"Screening 2010-03-01 2/.*? 17 10 {active} {damage} <10 Day 1 2010-03-15 .*? 5 Week 4"
    assert re.search(line, pages[0])
    assert "Female, 40 years at screening · first dose 2010-03-15" in pages[0]
    assert source.delivery.data.head[:24] in pages[0]
    assert f"{len(source.delivery.data.audit)} entries" in pages[0]


def test_short_forms_of_a_visit_share_a_page_each_with_its_version_and_state(
    pages: list[str],
) -> None:
    (page,) = [p for p in pages if "Day 1 (2010-03-15) · Visit header · Laboratory" in p]
    assert "Visit header · version 1 Draft" in page
    assert "Laboratory · version 1 Draft" in page
    assert not any("Day 1 (2010-03-15) · Laboratory" in p for p in pages)


def test_a_form_that_would_not_fit_whole_begins_a_page(source: Source, tmp_path: Path) -> None:
    records = dict(source.delivery.data.records)
    header = records[key("SV")]
    values = {**header.sections["sv"][""].values, "SVCOM": casebook_data.COMMENT * 4}
    records[key("SV")] = replace(header, sections={"sv": {"": Row("", values)}})
    data = replace(source.delivery.data, records=records)
    casebook.write(replace(source.delivery, data=data), SUBJECT, tmp_path / "x.pdf", source.draw)
    text = " ".join(_pages(tmp_path / "x.pdf"))
    assert "Day 1 (2010-03-15) · Visit header · version 1" in text
    assert "Day 1 (2010-03-15) · Laboratory · version 1" in text


def test_a_section_called_like_its_form_has_no_second_title(pages: list[str]) -> None:
    (page,) = [p for p in pages if "Demographics · version 1" in p]
    assert page.count("Demographics") == 2, "in the header of the page and at the head of the form"


def test_a_score_with_a_blank_item_has_no_total(pages: list[str]) -> None:
    text = _of(pages, "Week 4 (2010-04-12) · CLASI (Albrecht 2005)")
    assert "no total: 1 of 29 missing" in text
    assert "of 70" not in text
    assert "Severity by activity" not in text
    assert "Still to be answered (1) Erythema: Arms" in text


def test_zero_is_printed_and_blank_is_not(pages: list[str]) -> None:
    text = _of(pages, "Week 4 (2010-04-12) · Laboratory")
    assert "Neutrophils 0 10⁹/L Lymphocytes 0.4 10⁹/L 1.0 4.0 Platelets 210 10⁹/L" in text


def test_a_converted_result_stands_beside_the_result_as_reported(pages: list[str]) -> None:
    text = _of(pages, "Week 4 (2010-04-12) · Laboratory")
    assert "Creatinine 0.8 mg/dL ≈ 70.74 µmol/L ALT 22 U/L" in text


def test_a_finding_stands_under_its_form_with_the_reason_it_was_kept_for(pages: list[str]) -> None:
    """T24: on paper."""
    kept = _of(pages, "Day 1 (2010-03-15) · Laboratory")
    still_open = _of(pages, "Week 4 (2010-04-12) · Laboratory")
    message = "Outside its reference range: state whether it is clinically significant."
    place = "Lymphocytes · Clinically significant"
    assert f"Explained {place} {message} Known lymphopenia, stable" in kept
    assert f"To explain {place} {message}" in still_open


def test_what_was_typed_and_could_not_be_read_is_found(pages: list[str]) -> None:
    text = _of(pages, "Throughout the study · Adverse events")
    assert "To correct #2 · End “in May?”: This is not a date." in text


def test_painting_and_scoring_that_disagree_are_found(pages: list[str]) -> None:
    text = _of(pages, "Screening (2010-03-01) · CLASI (Albrecht 2005)")
    assert "Hands: painted at level 2, but erythema is scored 0." in text


def test_a_voided_row_is_printed_and_says_so(pages: list[str]) -> None:
    assert "3 voided 7.5 mg" in _of(pages, "Throughout the study · Lenalidomide dosing")


def test_the_trail_holds_each_entry_of_the_subject_and_of_nobody_else(
    source: Source, pages: list[str]
) -> None:
    text = " ".join(page for page in pages if "Audit trail of the subject" in page)
    for entry in source.delivery.data.audit:
        ours = (entry.siteid, entry.subjid) == (SUBJECT.siteid, SUBJECT.subjid)
        assert (f"{entry.id} {entry.hash[:8]}" in text) is ours
    assert "WHITE → ASIAN Reason: Read wrongly" in text
    assert '["s"' not in text
    assert re.search(r"stroke of 40 points, .*? \(\d+ characters, SHA-256 [0-9a-f]{12}\)", text)


def test_every_page_says_which_it_is_of_how_many(source: Source, pages: list[str]) -> None:
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "ORDI-02 · Site 01 · Subject 01-001" in text
        assert "Export X-0007 · 2010-09-01T09:30:00Z" in text
        assert "SYNTHETIC demonstration data" in text


def test_a_clinic_s_casebook_is_not_called_synthetic(source: Source, tmp_path: Path) -> None:
    data = replace(source.delivery.data, properties={"kind": "clinic"})
    casebook.write(replace(source.delivery, data=data), SUBJECT, tmp_path / "x.pdf", source.draw)
    assert "SYNTHETIC" not in " ".join(_pages(tmp_path / "x.pdf"))


def test_the_instrument_s_owners_are_named_on_its_pages_alone(pages: list[str]) -> None:
    for text in pages:
        assert ("Copyright of its authors" in text) is ("· CLASI (Albrecht 2005) ·" in text)


def test_bookmarks_lead_to_each_visit_in_schedule_order_and_to_its_forms(
    source: Source, pages: list[str]
) -> None:
    reader = pypdf.PdfReader(source.file)
    found = list(_outline(reader))
    visits = [title for level, title, _ in found if level == 0]
    held = ["Screening", "Day 1", "Week 4", "Month 3", "Throughout the study"]
    assert visits == ["Cover", "Registered outcomes", *held, "Audit trail of the subject"]
    assert [title for level, title, _ in found if level == 1][:5] == [
        "Visit header", "Demographics", "Laboratory", "CLASI (Albrecht 2005)", "Body map",
    ]  # fmt: skip
    assert found[0] == (0, "Cover", 0)
    for level, title, page in found[1:]:
        assert title in pages[page], (level, title)


def test_the_document_says_what_it_is(source: Source) -> None:
    reader = pypdf.PdfReader(source.file)
    assert reader.metadata is not None
    assert reader.metadata.title == "ORDI-02 - Subject 01-001 - Casebook"
    assert reader.metadata.author == "Ana Puig"
    assert reader.metadata.creation_date == datetime(2010, 9, 1, 9, 30, tzinfo=UTC)
    head = source.delivery.data.head
    assert reader.metadata.keywords == f"ORDI-02, NCT01408199, X-0007, {head}"
    assert reader.root_object["/Lang"] == "en"


def test_an_age_is_in_years_in_both_languages(pages: list[str], spanish: Path) -> None:
    assert "Age 40 years" in " ".join(pages)
    assert "Edad 40 años" in " ".join(_pages(spanish))


def test_every_font_is_embedded(source: Source) -> None:
    reader = pypdf.PdfReader(source.file)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor, font


def test_the_figure_is_kept_once_however_often_it_is_drawn(source: Source) -> None:
    forms_of = {
        reference.idnum
        for page in pypdf.PdfReader(source.file).pages
        for reference in page["/Resources"].get("/XObject", {}).values()
    }
    assert len(forms_of) == 5, "front and back, under and over the paint, and the page count"


def test_the_same_data_give_the_same_bytes(source: Source, tmp_path: Path) -> None:
    casebook.write(source.delivery, SUBJECT, tmp_path / "again.pdf", source.draw)
    assert (tmp_path / "again.pdf").read_bytes() == source.file.read_bytes()


def test_a_spanish_book_has_no_english_labels(spanish: Path) -> None:
    text = " ".join(_pages(spanish))
    for words in ("Selección", "Daño", "sin total: faltan 1 de 29", "Página 1 de", "Mes 3 ("):
        assert words in text
    for words in ("Screening", "Damage", "missing", "Page 1", "derived", "not asked", "voided"):
        assert words not in text
    assert pypdf.PdfReader(spanish).root_object["/Lang"] == "es"


def test_a_subject_without_records_has_a_cover_and_a_trail(source: Source, tmp_path: Path) -> None:
    casebook.write(source.delivery, casebook_data.EMPTY_SUBJECT, tmp_path / "x.pdf", source.draw)
    cover, trail = _pages(tmp_path / "x.pdf")
    assert "Subject 01-002" in cover
    assert "SUBJID 01-002" in trail


def test_an_unknown_subject_is_refused(source: Source, tmp_path: Path) -> None:
    nobody = replace(SUBJECT, subjid="01-999")
    with pytest.raises(KeyError):
        casebook.write(source.delivery, nobody, tmp_path / "x.pdf", source.draw)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("after", [0, 1, 20], ids=["at once", "after the cover", "in the middle"])
def test_a_cancelled_book_leaves_what_was_there(source: Source, tmp_path: Path, after: int) -> None:
    target = tmp_path / "book.pdf"
    target.write_text("the one before")
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > after

    with pytest.raises(CancelledError):
        casebook.write(source.delivery, SUBJECT, target, source.draw, cancelled=cancelled)
    assert target.read_text() == "the one before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(source: Source, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"the folder .*nowhere does not exist"):
        casebook.write(source.delivery, SUBJECT, tmp_path / "nowhere" / "x.pdf", source.draw)


def test_progress_runs_to_its_end(source: Source, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    casebook.write(
        source.delivery, SUBJECT, tmp_path / "x.pdf", source.draw,
        progress=lambda done, of: steps.append((done, of)),
    )  # fmt: skip
    assert [done for done, _ in steps] == list(range(steps[-1][1] + 1))


def test_a_blank_book_offers_every_answer_and_gives_none(tmp_path: Path) -> None:
    casebook.write_blank(tmp_path / "blank.pdf", Language.EN)
    pages = _pages(tmp_path / "blank.pdf")
    text = _squeezed(" ".join(pages))
    for form in forms.FORMS:
        assert _squeezed(form.title.en) in text
        for section in form.sections:
            for item in section.items:
                if isinstance(item, Choice) and section.name != "bm_stroke":
                    assert all(_squeezed(code.text.en) in text for code in item.codes.codes)
    assert "notasked" not in text
    assert "ofmissing" not in text
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


@pytest.mark.parametrize("locked", [False, True], ids=["signed", "locked"])
def test_a_visit_that_is_signed_or_locked_is_printed_like_any_other(
    path: Path, *, locked: bool
) -> None:
    """T25: the casebook of a closed study is the one that is filed."""
    opened, visit = StudyFile.create(path, ANA), key("SV")
    opened.add_subject(SUBJECT)
    opened.answer(visit, [Answer("sv", "", "VISDAT", "2010-03-15")])
    opened.set_status(visit, Status.COMPLETE)
    opened.signing.sign(Signing(Scope.of(visit), "REVIEWED", ANA.name, ""))
    if locked:
        opened.life.lock(Scope(SUBJECT, "D1"))
    pdf, map_ = path.with_suffix(".pdf"), body_map()
    casebook.write(delivery_of(opened), SUBJECT, pdf, lambda _key: Drawing.from_ops(map_, []))
    opened.close()
    assert "Day 1" in pypdf.PdfReader(pdf).pages[0].extract_text()
