"""Two entries of a form compared: what differs, row by row and answer by answer."""

from __future__ import annotations

import pytest

from ordi_crf import forms
from ordi_crf.core.records import Status
from ordi_crf.core.second import (
    Adjudication,
    Difference,
    Progress,
    SecondEntry,
    can_be_entered_twice,
    differences,
    due,
)
from tests.builders import record


def second(form, cells, **said):
    return SecondEntry(record(form, cells), "Joan Ribó", Progress.DONE, **said)


def compared(form, first, other, **said):
    return differences(forms.form(form), record(form, first), second(form, other, **said))


def test_the_same_answers_differ_nowhere():
    cells = {"dm": {"": {"SEX": "F", "BRTHDAT": "1969"}}}
    assert compared("DM", cells, cells) == []


def test_differences_come_in_the_order_of_the_questions():
    found = compared(
        "DM", {"dm": {"": {"BRTHDAT": "1969", "SEX": "F"}}}, {"dm": {"": {"BRTHDAT": "1968"}}}
    )
    assert found == [
        Difference(("dm", "", "BRTHDAT"), "1969", "1968"),
        Difference(("dm", "", "SEX"), "F", None),
    ]


def test_a_row_nobody_touched_is_blank_in_both():
    assert compared("VS", {}, {}) == []


def test_pre_printed_rows_are_compared_by_row():
    (found,) = compared(
        "LB", {"lb": {"ALT": {"LBORRES": "31"}}}, {"lb": {"ALT": {"LBORRES": "13"}}}
    )
    assert found.place == ("lb", "ALT", "LBORRES")


def test_rows_that_repeat_are_compared_in_the_order_of_entry():
    first = {"ae": {"1": {"AETERM": "Rash"}, "3": {"AETERM": "Fever"}}}
    other = {"ae": {"1": {"AETERM": "Rash"}, "2": {"AETERM": "Fewer"}}}
    (found,) = compared("AE", first, other)
    assert (found.place, found.second_row) == (("ae", "3", "AETERM"), "2")


def test_a_row_only_one_has_is_one_difference():
    one, two = {"1": {"AETERM": "Rash"}}, {"1": {"AETERM": "Rash"}, "2": {"AETERM": "Fever"}}
    (less,) = compared("AE", {"ae": two}, {"ae": one})
    assert less == Difference(("ae", "2", ""), "Fever", None)
    (more,) = compared("AE", {"ae": one}, {"ae": two})
    assert (more, more.second_row) == (Difference(("ae", "+2", ""), None, "Fever"), "2")


def test_what_was_decided_is_no_difference_any_more():
    decided = (Adjudication(1, ("dm", "", "SEX"), "F", "M", "F"),)
    cells = {"dm": {"": {"SEX": "F"}}}, {"dm": {"": {"SEX": "M"}}}
    assert compared("DM", *cells, adjudications=decided) == []


@pytest.mark.parametrize(("form", "may"), [("DM", True), ("CLASI", True), ("BM", False)])
def test_a_drawing_is_not_entered_twice(form, may):
    assert can_be_entered_twice(forms.form(form)) is may


@pytest.mark.parametrize(
    ("status", "waits"),
    [(Status.DRAFT, False), (Status.COMPLETE, True), (Status.SIGNED, False)],
)
def test_a_form_waits_for_its_second_entry_once_complete(status, waits):
    assert due(status, None) is waits
    assert not due(status, second("DM", {}))
