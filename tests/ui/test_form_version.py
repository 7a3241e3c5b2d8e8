"""A form that was begun in an earlier version says so on screen (T35)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from ordi_crf import forms
from ordi_crf.db.study_file import Answer
from ordi_crf.forms.visit import FORM
from ordi_crf.ui.places import Subjects
from tests.builders import key


def note(desk):
    desk.settle()
    return desk.page.findChild(QLabel, "form_version")


def test_a_form_of_an_earlier_version_says_which(desk, monkeypatch):
    desk.session.answer(key("SV"), Answer("sv", "", "SVCOM", "begun"))
    desk.go("SV")
    assert note(desk).isHidden()
    later = tuple(replace(f, version="2") if f.oid == FORM.oid else f for f in forms.FORMS)
    monkeypatch.setattr(forms, "FORMS", later)
    desk.view.go(Subjects())
    desk.go("SV")
    assert note(desk).text() == "Begun in version 1 of this form; version 2 is in use now."
    assert note(desk).isVisible()


def test_a_form_that_was_not_begun_is_of_today_s_version(desk, monkeypatch):
    later = tuple(replace(f, version="2") if f.oid == FORM.oid else f for f in forms.FORMS)
    monkeypatch.setattr(forms, "FORMS", later)
    desk.go("SV", "W2")
    assert note(desk).isHidden()
    desk.session.answer(key("SV", "W2"), Answer("sv", "", "SVCOM", "begun"))
    assert desk.stored("SV", "W2").version == "2"
    assert note(desk).isHidden()
