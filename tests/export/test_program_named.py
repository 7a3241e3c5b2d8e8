"""T38: every page on paper and the first sheet of a workbook name the program that made them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest

from ordi_crf import __version__, build, drawings, study
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export import calendar, casebook, queries
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT
from tests.export.workbook_data import delivery_of, read

Write = Callable[[StudyFile, Language, Path], Path]

AT = datetime(2010, 9, 1, 10, tzinfo=UTC)


def a_casebook(file: StudyFile, language: Language, folder: Path) -> Path:
    delivery, path = delivery_of(file, language), folder / "casebook.pdf"
    records = delivery.data.records
    casebook.write(
        delivery, SUBJECT, path, lambda k: drawings.open_drawing(records[k], file.drawing)
    )
    return path


def a_blank_form(_: StudyFile, language: Language, folder: Path) -> Path:
    casebook.write_blank(folder / "blank.pdf", language)
    return folder / "blank.pdf"


def a_calendar(file: StudyFile, language: Language, folder: Path) -> Path:
    found = calendar.edition(
        file.records().values(), file.subjects(), today=date(2010, 9, 1), at=AT, actor="Ana Puig",
        export_id="e-1", language=language, synthetic=True,
    )  # fmt: skip
    return calendar.write(found, folder, calendar.Format.PDF)


def queries_to_answer(file: StudyFile, language: Language, folder: Path) -> Path:
    found = queries.edition(
        file.data(), at=AT, actor="Ana Puig", export_id="e-1", language=language
    )
    return queries.write(found, folder, queries.Format.PDF)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "write", [a_casebook, a_blank_form, a_calendar, queries_to_answer], ids=lambda w: w.__name__
)
def test_every_page_names_version_build_and_schema_at_its_foot(
    delivered_study: StudyFile, write: Write, language: Language, tmp_path: Path
) -> None:
    document = pypdfium2.PdfDocument(write(delivered_study, language, tmp_path))
    named = build.program().in_(language)
    assert len(document)
    for page in document:
        width, _ = page.get_size()
        foot = page.get_textpage().get_text_bounded(bottom=0, top=58, right=width)
        assert named in " ".join(foot.split())
    document.close()


def test_the_first_sheet_names_version_build_schema_and_validation(book: Path) -> None:
    told = {next(iter(row.values())): tuple(row.values())[-1] for row in read(book, "README")}
    assert told["Program"] == f"ORDI CRF {__version__}"
    assert told["Build (SHA-256)"] == build.digest()
    assert told["Schema"] == study.SCHEMA_VERSION
    assert told["Validation"] == build.VALIDATION.en
