"""The audit trail at the desk: looked through by every part, saved, and verified."""

from __future__ import annotations

import time
from dataclasses import replace

import pandas as pd
import pytest

from ordi_crf.core.records import Status
from ordi_crf.core.trail import Kind
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.schema import Language
from ordi_crf.ui.pages.audit_lines import AuditLines
from ordi_crf.ui.places import AsItWas, AuditTrail
from tests.builders import ANA, JOAN, answers, clasi, key

DM, CLASI = key("DM", "SCR"), key("CLASI")
SEX = ("dm", "", "SEX")


@pytest.fixture
def trail(desk):
    """Give a desk at the trail of a study in which a little of everything happened."""
    file = desk.session.file
    file.answer(DM, [Answer(*SEX, "F"), Answer("dm", "", "BRTHDAT", "1969")])
    file.answer(CLASI, answers(clasi()))
    file.set_status(DM, Status.COMPLETE)
    file.answer(DM, [Answer(*SEX, "M")], "wrong patient")
    file.actor = JOAN
    file.queries.ask(DM, SEX, "The chart says M.")
    file.verification.verify([(DM, SEX)])
    file.log_event("LOGIN FAILED", "joan")
    file.actor = ANA
    desk.session._records = None
    desk.view.go(AuditTrail())
    return desk


def choose(desk, name, words):
    field = getattr(desk.page._filter, f"_{name}")
    field.setCurrentIndex(field.findText(words))
    desk.settle()


def shown(desk):
    return [desk.page._lines.entry(n) for n in desk.page._shown]


def test_all_of_it_is_shown_at_first(trail):
    assert len(shown(trail)) == len(trail.session.file.data().audit)


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("subject", "01-001", {"DM", "CLASI", ""}),
        ("visit", "Screening", {"DM"}),
        ("form", "Demographics", {"DM"}),
        ("person", "Joan Ribó", {"DM", ""}),
        ("kind", Kind.EVENT.value.en, {""}),
    ],
)
def test_it_is_narrowed_by_each_part(trail, name, words, expected):
    """T10."""
    choose(trail, name, words)
    assert {entry.form for entry in shown(trail)} == expected


def test_items_are_offered_once_a_form_is_chosen(trail):
    assert not trail.page._filter._item.isEnabled()
    choose(trail, "form", "Demographics")
    choose(trail, "item", "Sex")
    assert {e.item for e in shown(trail)} == {"SEX", "SEX.QUERY1", "SEX.QUERY1.1", "SEX.VERIFIED"}
    trail.click("show_all")
    assert len(shown(trail)) == len(trail.page._lines)


def test_it_is_narrowed_by_days_and_words_together(trail):
    filter_ = trail.page._filter
    today = trail.session.file.data().audit[0].at[:10]
    filter_._until.setText("2001")
    assert shown(trail) == []
    filter_._until.setText(today)
    trail.page._search.setText("wrong patient")
    assert [e.item for e in shown(trail)] == ["SEX"]


def test_queries_verification_and_events_are_in_words(trail):
    """T11."""
    told = [" | ".join(line) for line in trail.page._lines]
    assert any("Query 1: Sex" in t and "asked: The chart says M." in t for t in told)
    assert any("Source verification: Sex" in t for t in told)
    assert any("Login failed" in t and "joan" in t for t in told)


def test_every_entry_is_put_into_words_in_both_languages(trail):
    audit = trail.session.file.data().audit
    for language in Language:
        lines = AuditLines(audit, language)
        assert all(len(line) == 8 for line in lines)


def test_what_was_looked_for_is_saved(trail, tmp_path):
    """T10."""
    choose(trail, "form", "Demographics")
    count = len(shown(trail))
    trail.page.set_folder(tmp_path)
    trail.page.act("xlsx")
    trail.qtbot.waitUntil(trail.page._written.isVisible)
    (file,) = tmp_path.glob("*.xlsx")
    assert len(pd.read_excel(file, engine="calamine")) == count
    last = trail.session.file.data().audit[-1]
    assert (last.item, last.new) == ("EXPORT", "audit trail (xlsx): Demographics")


def test_an_entry_leads_to_the_form_as_it_was(trail):
    choose(trail, "kind", Kind.CHANGED.value.en)
    trail.page._table.selectRow(0)
    entry = shown(trail)[0]
    trail.page.act("was")
    assert trail.view.place == AsItWas(DM, entry.id)
    assert trail.page._views["dm"].editor("", "SEX").value() == "M"


def test_verifying_is_an_event_of_its_own(trail):
    """T11."""
    trail.page.act("verify")
    trail.qtbot.waitUntil(lambda: "holds" in trail.page._verdict.text())
    last = trail.session.file.data().audit[-1]
    assert (last.item, last.new.split()[0]) == ("VERIFY", "holds")


def test_a_clock_that_was_set_back_is_told_on_the_page_and_when_verifying(trail, monkeypatch):
    """T08."""
    data = trail.session.file.data()
    late = replace(data.audit[4], at="2001-01-01T00:00:00.000Z")
    changed = replace(data, audit=(*data.audit[:4], late, *data.audit[5:]))
    monkeypatch.setattr(trail.session.file, "data", lambda: changed)
    trail.view.go(AuditTrail())
    assert trail.says("was set back before audit entry 5 (2001-01-01 00:00:00)")
    trail.page._on_verified([])
    assert "set back" in trail.page._verdict.text()


def test_twenty_thousand_entries_stay_quick(trail):
    """The table asks for what is in view; a filter puts into words only what it kept."""
    audit = trail.session.file.data().audit
    entry = next(e for e in audit if e.item == "SEX")
    many = tuple(replace(entry, id=n) for n in range(1, 30_001))
    lines = AuditLines(many, Language.EN)
    wanted = trail.page._filter.wanted()
    start = time.perf_counter()
    lines.matching("", replace(wanted, form="CLASI"))
    assert time.perf_counter() - start < 0.5
