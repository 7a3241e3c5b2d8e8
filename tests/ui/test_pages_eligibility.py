"""The eligibility page: the data answer with their evidence, and the investigator confirms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ordi_crf import forms
from ordi_crf.core.records import Status
from ordi_crf.db.study_file import Answer
from ordi_crf.ui.eligibility.evidence import EvidenceLink
from tests.builders import key
from tests.core.screened import screening

THROMBOSIS = ("MH", "mh_asked", "VTE", "MHOCCUR")
CRITERION_4 = [("PT", "pt_asked", "THALIDO", name) for name in ("PTOCCUR", "PTREFR", "PTSEVAE")]
"""Thalidomide without efficacy: met without a body map, which is not drawn here."""
MET_WITHOUT_MAP = dict.fromkeys(CRITERION_4, "Y")


def entered(desk, change=None, *, without=""):
    """Enter her screening, open its eligibility form and return its key."""
    records = screening({**MET_WITHOUT_MAP, **(change or {})}, without=without)
    for place, record in records.items():
        form = forms.form(place.form)
        answers = [
            Answer(name, row.key, item, value)
            for name, rows in record.sections.items()
            if not form.section(name).repeating
            for row in rows.values()
            for item, value in row.values.items()
            if value is not None
        ]
        assert desk.session.answer_all(place, answers)
    return desk.go("IE", "SCR")


def confirmed(desk):
    rows = desk.stored("IE", "SCR").sections.get("ie", {})
    return {code: row.values["IEORRES"] for code, row in rows.items()}


def decide(desk, answer):
    place = key("IE", "SCR")
    given = [Answer("ie_decision", "", "IEDAT", "2010-03-02")]
    assert desk.session.answer_all(place, [*given, Answer("ie_decision", "", "IEYN", answer)])


@pytest.mark.parametrize(
    ("change", "without", "says"),
    [
        pytest.param({}, "", "The data say: eligible", id="eligible"),
        pytest.param({THROMBOSIS: "Y"}, "", "Against it: E3.", id="one fails"),
        pytest.param({}, "SE", "Cannot be determined: E4, E10.", id="a form is missing"),
    ],
)
def test_the_verdict_stands_at_the_top(desk, change, without, says):
    entered(desk, change, without=without)
    assert desk.says(says)


def test_every_criterion_says_its_answer_in_words(desk):
    entered(desk, {THROMBOSIS: "Y"}, without="LH")
    words = desk.words()
    assert (words.count("cannot be determined"), words.count("met")) == (1, 5)
    assert words.count("not met") == 9


def test_evidence_leads_to_the_item_that_says_it(desk):
    entered(desk, {THROMBOSIS: "Y"})
    links = desk.page.findChildren(EvidenceLink)
    (link,) = [one for one in links if "Venous" in one.text() and "Yes" in one.text()]
    desk.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.page.key == key("MH", "SCR")
    assert desk.page.place.row == "VTE"


def test_missing_evidence_leads_to_where_it_belongs(desk):
    entered(desk, without="LH")
    (link,) = [one for one in desk.page.findChildren(EvidenceLink) if "iopsy" in one.text()]
    assert "not answered" in link.text()
    desk.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.page.key == key("LH", "SCR")


def test_confirming_all_fills_what_is_determined_and_blank_as_one_change(desk):
    place = entered(desk, without="LH")
    desk.session.answer_all(place, [Answer("ie", "E3", "IEORRES", "Y")])
    before = len(desk.session.file.data().audit)
    desk.click("confirm_all")
    given = confirmed(desk)
    assert given["E3"] == "Y"
    assert given["I1"] == "Y"
    assert given["E10"] == "N"
    assert given.get("I2") is None
    entries = desk.session.file.data().audit[before:]
    assert len({entry.at for entry in entries}) == 1
    assert len(entries) == 13


def test_what_the_investigator_denies_needs_a_reason(desk):
    entered(desk)
    desk.click("confirm_all")
    desk.session.answer_all(key("IE", "SCR"), [Answer("ie", "E8", "IEORRES", "Y")])
    assert [f.oid for f in desk.findings() if not f.missing] == ["IE.DISAGREE.E8"]


def test_a_patient_who_is_not_eligible_by_the_data_cannot_be_called_eligible(desk):
    entered(desk, {THROMBOSIS: "Y"})
    desk.click("confirm_all")
    decide(desk, "Y")
    desk.page.complete()
    assert desk.stored("IE", "SCR").status is Status.DRAFT
    assert desk.says("Not eligible by the data: E3")
    decide(desk, "N")
    desk.page.complete()
    assert desk.stored("IE", "SCR").status is Status.COMPLETE


def test_a_complete_form_is_corrected_answer_by_answer(desk):
    entered(desk, without="LH")
    desk.click("confirm_all")
    desk.session.answer_all(key("IE", "SCR"), [Answer("ie", "I2", "IEORRES", "N")])
    decide(desk, "N")
    desk.page.complete()
    assert desk.stored("IE", "SCR").status is Status.COMPLETE
    assert not desk.field("confirm_all").isEnabled()


def test_the_filtration_rate_stands_by_four_equations(desk):
    entered(desk)
    words = desk.words()
    assert {"MDRD-4 IDMS (175)", "Cockcroft-Gault", "CKD-EPI 2009", "CKD-EPI 2021"} <= set(words)
    assert words.count("not below 30") == 4


def test_the_keyboard_goes_from_one_confirmation_to_the_next(desk):
    entered(desk)
    first = desk.field("IEORRES")
    first.setFocus()
    desk.press(Qt.Key.Key_Tab)
    assert desk.focused().objectName() == "IEORRES"
    assert desk.focused() is not first
