"""Painting and scoring are compared, never merged: a contradiction is said, and is soft."""

from __future__ import annotations

import pytest

from ordi_crf import atlas
from ordi_crf.core.agreement import compare
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import painted
from ordi_crf.core.strokes import Fill, Layer
from ordi_crf.forms.schema import Severity

CHEST, ABDOMEN = "07", "08"


def drawn(*entries):
    return painted(Drawing.from_ops(atlas.body_map(), entries))


def erythema(**grades):
    return {row.removeprefix("at"): {"CLERY": grade} for row, grade in grades.items()}


RED_CHEST = drawn((Layer.ACTIVE, Fill("chest", 2)))


@pytest.mark.parametrize(
    ("score", "says"),
    [
        pytest.param("0", "painted at level 2, but erythema is scored 0", id="painted, scored 0"),
        pytest.param("1", "the worst lesion counts", id="scored below the painting"),
        pytest.param("2", None, id="agreed"),
        pytest.param("3", None, id="scored above: the assessor saw worse"),
        pytest.param(None, None, id="not scored yet: a proposal, no contradiction"),
    ],
)
def test_a_score_is_held_against_the_painting(score, says):
    """CL-WORST, BS-LINK."""
    findings = compare(erythema(at07=score), RED_CHEST, "Y")
    assert [says in finding.message.en for finding in findings] == ([True] if says else [])


@pytest.mark.parametrize("examined", ["Y", None], ids=["examined", "nobody said otherwise"])
def test_a_score_where_nothing_is_painted_is_a_contradiction(examined):
    (finding,) = compare(erythema(at07="2", at08="1"), RED_CHEST, examined)
    assert (finding.row, finding.severity) == (ABDOMEN, Severity.SOFT)
    assert "nothing is painted there" in finding.message.en
    assert "Abdomen" in finding.message.es


def test_a_finding_stands_at_the_erythema_of_its_location():
    (finding,) = compare(erythema(at07="0"), RED_CHEST, "Y")
    assert finding.place == ("clasi_area", CHEST, "MAP.ERYTHEMA")
    assert finding.item == "CLERY"


def test_damage_says_nothing_about_erythema():
    """BS-LINK."""
    scar = drawn((Layer.DAMAGE, Fill("chest", 2)))
    assert compare(erythema(at07="1"), scar, None) == []
    (finding,) = compare(erythema(at07="1"), scar, "Y")
    assert "nothing is painted" in finding.message.en


def test_what_was_erased_contradicts_nothing():
    erased = drawn((Layer.ACTIVE, Fill("chest", 2)), (Layer.ACTIVE, Fill("chest", 0)))
    assert compare(erythema(at07="0"), erased, "Y") == []


@pytest.mark.parametrize("found", [None, drawn()], ids=["no body map", "nothing painted"])
def test_without_painting_there_is_nothing_to_compare(found):
    assert compare(erythema(at07="3"), found, None) == []


def test_examined_skin_with_nothing_painted_contradicts_a_score():
    (finding,) = compare(erythema(at07="3", at08="0"), drawn(), "Y")
    assert finding.row == CHEST


def test_skin_that_was_not_all_examined_contradicts_only_where_it_is_painted():
    found = compare(erythema(at07="0", at08="3"), RED_CHEST, "N")
    assert [finding.row for finding in found] == [CHEST]
