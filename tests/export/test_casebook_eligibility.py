"""Eligibility on paper: what the data say, with its evidence, under what was confirmed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from ordi_crf import atlas
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.records import StudyData
from ordi_crf.export import casebook
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT, key
from tests.core.screened import LEG_AND_PERINEUM, at, screening

Printed = Callable[..., str]


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Print her casebook and return its text with white space evened out."""

    def text(change=None, language=Language.EN):
        records = screening(change)
        confirmed = at("SCR", "IE", {"ie": {"E3": {"IEORRES": "N"}}})
        data = StudyData({}, (SUBJECT,), {**records, confirmed.key: confirmed}, ())
        maps = {key("BM", "SCR"): LEG_AND_PERINEUM}
        delivery = Delivery(data, maps, "X-1", "2010-09-01T09:30:00Z", "Ana Puig", language)
        file = tmp_path / f"{language}.pdf"
        body = atlas.body_map()
        casebook.write(delivery, SUBJECT, file, lambda _: Drawing.from_ops(body, []))
        with pypdfium2.PdfDocument(file) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
        return " ".join(" ".join(pages).split())

    return text


def test_the_data_stand_under_what_was_confirmed(printed):
    page = printed()
    assert "What the data say: eligible" in page
    assert "Date of birth: 1970-06-15, 39 years at screening 2010-03-01" in page
    assert "Active lesions: 19.00 % of the body surface, more than 18 % 2010-03-01" in page
    assert "Filtration rate: MDRD-4 IDMS (175) 80.8 mL/min/1.73 m²" in page


def test_what_excludes_is_told_in_the_language_of_the_book(printed):
    page = printed({("MH", "mh_asked", "VTE", "MHOCCUR"): "Y"}, Language.ES)
    assert "Lo que dicen los datos: no elegible" in page
    assert "Trombosis venosa o embolia pulmonar: Sí" in page
    assert "se cumple (Trombosis venosa o embolia pulmonar: Sí)" in page


def test_a_form_to_fill_by_hand_says_nothing_of_data(tmp_path):
    file = tmp_path / "blank.pdf"
    casebook.write_blank(file, Language.EN)
    with pypdfium2.PdfDocument(file) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Eligibility" in text
    assert "What the data say" not in text
