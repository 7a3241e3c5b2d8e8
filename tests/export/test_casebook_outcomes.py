"""The registered outcomes in a casebook: each reading of one subject, and what it rests on."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from ordi_crf.core.delivery import Delivery
from ordi_crf.core.outcomes import outcomes
from ordi_crf.core.records import RecordKey
from ordi_crf.export import casebook
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT
from tests.core.course_data import OTHER, events, seen, stopped, study
from tests.export.workbook_data import AT, EXPORT_ID

WEEKS = [("W2", 14, 3), ("W4", 28, 0), ("W6", 42, 0), ("W8", 56, 0), ("M3", 89, 0)]
RECORDS = (
    stopped(100),
    *seen(("D1", 0, 9), *WEEKS, ("S2W", 114, 3)),
    events({"AETERM": "Nausea", "AESTDAT": "2010-03", "AETOXGR": "1", "AEREL": "RELATED"}),
)


def no_drawing(key: RecordKey):
    raise KeyError(key)


def page(tmp_path: Path, *records, who=SUBJECT, language=Language.EN) -> str:
    """Return the text of the pages of outcomes."""
    data = study(*records, subjects=(SUBJECT, OTHER))
    path = tmp_path / "casebook.pdf"
    delivery = Delivery(data, {}, EXPORT_ID, AT, "Ana Puig", language)
    casebook.write(delivery, who, path, no_drawing)
    document = pypdfium2.PdfDocument(path)
    texts = [" ".join(p.get_textpage().get_text_range().split()) for p in document]
    document.close()
    return " ".join(t for t in texts if "O1.EVER" in t or "O6.LAST" in t)


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> str:
    return page(tmp_path_factory.mktemp("casebook"), *RECORDS)


@pytest.mark.parametrize("outcome", outcomes(()), ids=lambda outcome: outcome.oid)
def test_every_outcome_is_printed_with_its_sentence_and_its_readings(printed, outcome):
    assert outcome.title.en in printed
    assert outcome.registered.en[:60] in printed
    assert all(found.oid in printed for found in outcome.estimates)


def test_what_is_met_names_its_records(printed):
    """O1, O2, O5."""
    assert (
        "met Week 4 2010-02-28: activity 0; 3 more until Month 3 2010-04-30: activity 0" in printed
    )
    assert "met 2010-03-01: Nausea, grade 1" in printed
    assert "2010-05-25: activity 3 · before: Week 4 2010-02-28: activity 0" in printed


def test_what_is_not_met_names_the_last_record_that_was_looked_at(printed):
    """O6."""
    assert "not met Withdrawal + 2 weeks 2010-05-25: damage 0, the last of 6" in printed


def test_what_is_not_known_says_why(printed):
    """O3, O4."""
    assert "not known nothing recorded in the window" in printed
    assert "not known no baseline" in printed


def test_of_a_subject_never_treated_nothing_is_concluded(tmp_path):
    """O1, O2, O3, O4, O5, O6."""
    told = page(tmp_path, *RECORDS, *seen(("SCR", -7, 9), who=OTHER), who=OTHER)
    assert told.count("never treated") >= 22
    assert "not met" not in told


def test_the_page_is_in_the_language_of_the_casebook(tmp_path):
    """O5."""
    told = page(tmp_path, *RECORDS, language=Language.ES)
    assert "cumplido Retirada + 2 semanas 2010-05-25: actividad 3" in told
