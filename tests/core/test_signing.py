"""What a signature is bound to, and when it no longer holds."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.canonical import canonical
from ordi_crf.core.life import Level
from ordi_crf.core.missing import Missing
from ordi_crf.core.signing import MEANINGS, Signature, standing
from tests.builders import key, record, stroke

DM = record("DM", {"dm": {"": {"SEX": "F", "BRTHDAT": "1969"}}})
SIGNED = Signature(
    1, DM.key, Level.FORM, "Ana Puig", "Investigator", "ana", "REVIEWED",
    "2010-03-15T08:00:00.000Z", "", "f" * 64,
)  # fmt: skip


def test_canonical_content_is_the_same_however_it_was_put_together():
    other = record("DM", {"dm": {"": {"BRTHDAT": "1969", "SEX": "F"}}})
    assert canonical(DM) == canonical(other)
    assert json.loads(canonical(DM))["sections"]["dm"][""]["values"] == {
        "SEX": "F", "BRTHDAT": "1969",
    }  # fmt: skip


def changed(**values):
    return replace(DM, **values)


PAINTED = record("BM", {"bm_stroke": {"1": stroke(0), "2": stroke(5)}})
OTHERS = {
    "another answer": record("DM", {"dm": {"": {"SEX": "M", "BRTHDAT": "1969"}}}),
    "an answer less": record("DM", {"dm": {"": {"SEX": "F"}}}),
    "another version": changed(version="2"),
    "another visit": changed(key=key("DM", "SCR")),
    "an explanation": changed(explanations={("dm", "", "SEX.ODD"): "asked twice"}),
    "a null flavour": changed(flavours={("dm", "", "RACE"): Missing("ASKU")}),
    "a comment on it": changed(flavours={("dm", "", "RACE"): Missing("ASKU", "refused")}),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_whatever_a_form_says_is_in_its_content(other):
    assert canonical(other) != canonical(DM)


def test_every_stroke_is_in_the_content_and_whether_it_was_taken_back():
    moved = record("BM", {"bm_stroke": {"1": stroke(0), "2": stroke(6)}})
    undone = record("BM", {"bm_stroke": {"1": stroke(0), "2": stroke(5)}}, voided=("2",))
    assert len({canonical(r) for r in (PAINTED, moved, undone)}) == 3


def test_an_item_that_came_later_changes_nothing_that_was_signed():
    """T35: blank is not in the content, so a form that grew says what it said."""
    row = DM.sections["dm"][""]
    grown = replace(row, values={**row.values, "NEWITEM": None})
    assert canonical(replace(DM, sections={"dm": {"": grown}})) == canonical(DM)


@given(st.text(), st.text())
def test_different_answers_never_have_the_same_content(one, other):
    first, second = (
        record("DM", {"dm": {"": {"SEX": value, "BRTHDAT": None}}}) for value in (one, other)
    )
    assert (canonical(first) == canonical(second)) is (one == other)


OTHER_SIGNATURES = {
    "name": replace(SIGNED, name="Joan Ribó"),
    "role": replace(SIGNED, role="Nurse"),
    "login": replace(SIGNED, login="joan"),
    "meaning": replace(SIGNED, meaning="APPROVED"),
    "time": replace(SIGNED, at="2011-03-15T08:00:00.000Z"),
    "place in the trail": replace(SIGNED, head="e" * 64),
    "level": replace(SIGNED, level=Level.STUDY),
}


@pytest.mark.parametrize("other", OTHER_SIGNATURES.values(), ids=OTHER_SIGNATURES)
def test_a_signature_is_bound_to_who_when_and_what_it_means(other):
    """T20."""
    bound = replace(SIGNED, digest=SIGNED.bound(DM))
    assert standing(bound, DM, []).intact
    assert standing(replace(other, digest=bound.digest), DM, []).false


def test_a_signature_of_one_form_does_not_fit_another():
    """T20."""
    bound = replace(SIGNED, digest=SIGNED.bound(DM))
    assert standing(bound, replace(DM, key=key("DM", "SCR")), []).false


def test_every_meaning_is_a_sentence_in_both_languages():
    assert all(code.text.en != code.text.es for code in MEANINGS.codes)
