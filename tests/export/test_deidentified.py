"""De-identified exports: what was left out is in none of the files, and what is left holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from ordi_crf import drawings
from ordi_crf.core.deidentification.apply import deidentified
from ordi_crf.core.deidentification.profile import FULL, Profile
from ordi_crf.core.deidentification.withheld import WITHHELD
from ordi_crf.core.records import StudyData
from ordi_crf.core.signing import standings
from ordi_crf.core.verification import holds
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.deliver import Request, deliver, reduced
from ordi_crf.export.findings import places
from ordi_crf.forms.labs import SAMPLE
from ordi_crf.forms.schema import Language
from tests.builders import ANA, SUBJECT, key
from tests.export.sentinels import BORN, Sentinels, build
from tests.export.workbook_data import delivery_of, read

REDUCED = [Profile(*chosen) for chosen in product((False, True), repeat=3) if any(chosen)]
EVERYTHING = Profile(no_text=True, study_days=True, birth_year=True)


@pytest.fixture(scope="module")
def given() -> Sentinels:
    return Sentinels()


@pytest.fixture(scope="module")
def entered(given: Sentinels, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudyFile]:
    study = build(tmp_path_factory.mktemp("sentinels") / "study.ordi", given)
    yield study
    study.close()


@pytest.fixture(scope="module")
def data(entered: StudyFile) -> StudyData:
    return entered.data()


@pytest.fixture(scope="module")
def exported(entered: StudyFile, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Workbook and casebook with everything reduced, in Spanish."""
    folder = tmp_path_factory.mktemp("exported")
    request = Request(folder, profile=EVERYTHING, language=Language.ES)
    return deliver(entered.path, ANA, request, key=entered.key)


@pytest.fixture(scope="module")
def said(exported: list[Path]) -> str:
    """Everything that the two files say, and every byte of the workbook's parts."""
    book, casebook = exported
    with ZipFile(book) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    pages = PdfReader(casebook)
    return "\n".join([*parts, *(page.extract_text() for page in pages.pages), str(pages.metadata)])


def flat(data: StudyData) -> str:
    return repr(data)


def test_a_full_export_says_every_word_that_was_entered(data: StudyData, given: Sentinels) -> None:
    """T32: what the tests below look for is there before it is left out."""
    whole = flat(deidentified(data, FULL))
    assert [word for word in given.words if word not in whole] == []
    assert [day for day in given.dates if day not in whole] == []


@pytest.mark.parametrize("profile", REDUCED, ids=lambda p: p.code)
def test_the_trail_of_reduced_data_tells_the_reduced_data(
    data: StudyData, profile: Profile
) -> None:
    """T32: the chain, the replay and the signatures hold in what is exported."""
    assert verify(deidentified(data, profile)) == []


@pytest.mark.parametrize("profile", [p for p in REDUCED if p.no_text], ids=lambda p: p.code)
def test_without_free_text_no_word_is_left(
    data: StudyData, profile: Profile, given: Sentinels
) -> None:
    """T32: names of files, reasons, comments, queries and what was corrected included."""
    left = flat(deidentified(data, profile))
    assert [word for word in given.words if word in left] == []


@pytest.mark.parametrize("profile", [p for p in REDUCED if p.study_days], ids=lambda p: p.code)
def test_with_study_days_no_date_is_left(
    data: StudyData, profile: Profile, given: Sentinels
) -> None:
    """T32: moments of entry and dates in words included."""
    left = re.sub("[0-9a-f]{64}", "", flat(deidentified(data, profile)))
    entered = {entry.at[:10] for entry in data.audit}
    assert [day for day in {*given.dates, *entered} if day in left] == []
    assert not {"1969", "2010"} & set(re.findall("[0-9]{4}", left))


@pytest.mark.parametrize("profile", [p for p in REDUCED if p.birth_year], ids=lambda p: p.code)
def test_of_the_birth_the_year_alone_is_left(data: StudyData, profile: Profile) -> None:
    """T30, T32."""
    left = deidentified(data, profile)
    assert BORN not in flat(left)
    record = left.records[key("DM", "SCR")]
    assert len(record.sections["dm"][""].values["BRTHDAT"] or "") == 4


def test_no_file_says_what_was_left_out(said: str, data: StudyData, given: Sentinels) -> None:
    """T30, T32: workbook and casebook are made from the same reduced data."""
    entered = {entry.at[:10] for entry in data.audit}
    assert [word for word in given.words if word in said] == []
    assert [day for day in {*given.dates, *entered} if day in said] == []


def test_no_hash_or_digest_of_what_was_entered_goes_along(said: str, data: StudyData) -> None:
    """T30: the digest of a date of birth is the date of birth, for who tries 366 days."""
    kept = {entry.hash for entry in data.audit} | {s.digest for s in data.signatures}
    kept.add(data.verified[key("DM", "SCR")]["dm", "", "BRTHDAT"].digest)
    assert [digest for digest in kept if digest in said] == []


def test_no_picture_goes_along_without_free_text(exported: list[Path]) -> None:
    """T32: a photograph shows a face, and says in itself when it was taken."""
    assert [image for page in PdfReader(exported[1]).pages for image in page.images] == []


def test_every_file_names_its_profile(exported: list[Path]) -> None:
    """T32."""
    book, casebook = exported
    assert all("_DEIDENTIFIED_" in path.name for path in exported)
    words = EVERYTHING.words.es
    cover = PdfReader(casebook).pages[0].extract_text()
    assert words in " ".join(cover.split())
    assert "+no-text+study-days+birth-year" in cover
    readme = [" ".join(map(str, row.values())) for row in read(book, "README")]
    assert f"Desidentificación {words}" in readme


def test_a_full_export_has_an_id_and_files_without_a_profile(
    entered: StudyFile, tmp_path: Path
) -> None:
    (book,) = deliver(entered.path, ANA, Request(tmp_path, casebooks=False), key=entered.key)
    assert "DEIDENTIFIED" not in book.name
    lines = [str(list(row.values())) for row in read(book, "README")]
    assert any("full: as entered" in line for line in lines)
    assert not any("+no-text" in line for line in lines)


@pytest.mark.parametrize("profile", REDUCED, ids=lambda p: p.code)
def test_what_was_signed_and_verified_is_so_in_the_export(
    data: StudyData, profile: Profile
) -> None:
    left = deidentified(data, profile)
    was = {k: [s.intact for s in several] for k, several in standings(data).items()}
    assert {k: [s.intact for s in several] for k, several in standings(left).items()} == was
    for where, known in left.verified.items():
        for place in known:
            before = holds(data.records[where], place, data.verified[where])
            assert holds(left.records[where], place, known) is before


def test_a_signature_that_was_broken_is_broken_in_the_export(path: Path) -> None:
    study = build(path, Sentinels())
    dm = key("DM", "SCR")
    study.answer(dm, [Answer("dm", "", "SEX", "M")], "the source says so")
    left = deidentified(study.data(), EVERYTHING)
    study.close()
    (standing,) = standings(left)[dm]
    assert standing.broken_by is not None
    assert standing.signature.digest == WITHHELD


def test_a_study_day_export_finds_what_the_dates_as_entered_give(
    demonstration_file: Path,
) -> None:
    """T33: windows in months are not judged by the months of a moved calendar."""
    study = StudyFile.open(demonstration_file, ANA, read_only=True)
    full = replace(delivery_of(study), at="2026-01-01T00:00:00.000Z")
    moved = reduced(full, Profile(study_days=True))
    study.close()
    assert places(moved) == places(full)
    assert places(replace(moved, standing=None)) != places(full)


def test_equal_texts_stay_equal_so_that_titres_stay_comparable(demonstration_file: Path) -> None:
    """T33: anti-dsDNA is compared within one laboratory and kit."""
    study = StudyFile.open(demonstration_file, ANA, read_only=True)
    data = study.data()
    study.close()
    left = deidentified(data, Profile(no_text=True))

    samples = [key for key in data.records if key.form == "LB"]

    def laboratories(of: StudyData) -> list[str | None]:
        return [of.records[key].values(SAMPLE)["LBNAM"] for key in samples]

    pairs = {*zip(laboratories(data), laboratories(left), strict=True)}
    assert len(pairs) == len({was for was, _ in pairs}) == len({now for _, now in pairs})


def test_the_subjects_and_the_rows_are_the_same(data: StudyData) -> None:
    left = deidentified(data, EVERYTHING)
    assert left.subjects == data.subjects == (SUBJECT,)
    assert left.records.keys() == data.records.keys()
    assert [e.id for e in left.audit] == [e.id for e in data.audit]
    for where, record in data.records.items():
        for section, rows in record.sections.items():
            blank = {k: [v is None for v in r.values.values()] for k, r in rows.items()}
            now = left.records[where].sections[section]
            assert {k: [v is None for v in r.values.values()] for k, r in now.items()} == blank


def test_an_adjudication_is_told_as_it_is_kept(data: StudyData) -> None:
    left = deidentified(data, EVERYTHING)
    (decision,) = left.second[key("DM", "SCR")].adjudications
    told = next(e.new for e in left.audit if e.action == "adjudicate")
    assert json.loads(told or "") == ["dm", "", "SEX", "F", "M", decision.chosen]


def test_drawings_are_found_again_after_the_reduction(demonstration_file: Path) -> None:
    """T34: strokes are numbers, and the map's digest is the program's own."""
    study = StudyFile.open(demonstration_file, ANA, read_only=True)
    full = delivery_of(study)
    left = reduced(full, EVERYTHING)
    again = drawings.all_figures(left.data.records, study.drawing)
    study.close()
    assert again == full.painted
