"""The table of visits on a casebook's cover: every state a visit can have, and a legend to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from ordi_crf.core.delivery import Delivery
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.records import RecordKey, Status
from ordi_crf.export import casebook
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT
from tests.export import casebook_data


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Delivery]:
    opened = casebook_data.small_study(tmp_path_factory.mktemp("course") / "study.ordi")
    delivery = casebook_data.delivery(opened)
    records = {k: r for k, r in delivery.data.records.items() if k.form != "BM"}
    yield replace(delivery, data=replace(delivery.data, records=records))
    opened.close()


def _no_drawing(key: RecordKey) -> Drawing:
    raise KeyError(key)


@pytest.mark.parametrize("status", [*Status], ids=[status.name for status in Status])
def test_a_visit_is_printed_in_every_state(
    delivery: Delivery, tmp_path: Path, status: Status
) -> None:
    """A form goes from draft to locked, and its casebook is made at every step."""
    records = {key: replace(r, status=status) for key, r in delivery.data.records.items()}
    data = replace(delivery.data, records=records)
    casebook.write(replace(delivery, data=data), SUBJECT, tmp_path / "x.pdf", _no_drawing)
    assert "Visits and course" in pypdfium2.PdfDocument(tmp_path / "x.pdf")[0].get_textpage().\
        get_text_bounded()  # fmt: skip


@pytest.mark.parametrize("language", [*Language])
def test_no_words_of_the_legend_stand_on_others(
    delivery: Delivery, tmp_path: Path, language: Language
) -> None:
    casebook.write(replace(delivery, language=language), SUBJECT, tmp_path / "x.pdf", _no_drawing)
    text = pypdfium2.PdfDocument(tmp_path / "x.pdf")[0].get_textpage()
    said = {Language.EN: ("Values in italics", "not begun"),
            Language.ES: ("Los valores en cursiva", "sin iniciar")}[language]  # fmt: skip
    (italics, marks) = (text.get_charbox(text.search(words).get_next()[0]) for words in said)
    assert italics[3] < marks[1], "the sentence stands below the marks"
