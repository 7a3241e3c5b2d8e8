"""Derived figures stand beside the answers they are made of."""

import pytest

from ordi_crf.db.study_file import Answer
from ordi_crf.ui.forms.figures_card import FiguresCard
from tests.builders import key


def figures(desk):
    return desk.page.findChild(FiguresCard)


def test_the_body_mass_index_appears_once_weight_and_height_are_there(desk):
    desk.go("VS")
    desk.type(desk.field("HEIGHT"), "163")
    assert not figures(desk).isVisible()
    desk.type(desk.field("WEIGHT"), "61.5")
    assert figures(desk).isVisible()
    assert desk.says("23.1")


def test_the_age_is_counted_on_the_date_of_screening(desk):
    visit = key("SV", "SCR")
    desk.session.answer(visit, Answer("sv", "", "VISDAT", "2010-03-01"))
    desk.go("DM", "SCR")
    desk.type(desk.field("BRTHDAT"), "1970-03-02")
    assert desk.says("39")


@pytest.mark.parametrize("form", ["PE", "PGA"])
def test_a_form_without_derived_figures_has_no_card(desk, form):
    desk.go(form)
    assert figures(desk) is None
