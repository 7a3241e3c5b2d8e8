"""SLEDAI-2K is held against CLASI, laboratory and joint count, both ways and softly."""

from __future__ import annotations

import pytest

from ordi_crf.core.sledai_agreement import compare, compare_joints, compare_laboratory
from ordi_crf.core.sledai_laboratory import Suggestion
from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import Severity


def scored(**present):
    return {code: {"SLPRES": value, "SLATTR": None} for code, value in present.items()}


def skin(**grades):
    """Return a CLASI of zeros but for erythema or scale at the nose, and what is asked once."""
    areas = {row.value: {"CLERY": "0", "CLSCL": "0"} for row in LOCATIONS.codes}
    areas["03"] |= {name: v for name, v in grades.items() if name in ("CLERY", "CLSCL")}
    once = {"CLMUC": "0", "CLHAIR": "0", "CLALOP": "0"}
    return areas, once | {name: v for name, v in grades.items() if name in once}


@pytest.mark.parametrize(
    ("code", "grades"),
    [
        pytest.param("RASH", {"CLERY": "1"}, id="erythema"),
        pytest.param("RASH", {"CLSCL": "2"}, id="scale"),
        pytest.param("ALOP", {"CLHAIR": "1"}, id="hair loss"),
        pytest.param("ALOP", {"CLALOP": "3"}, id="alopecia"),
        pytest.param("MUCO", {"CLMUC": "1"}, id="mucosa"),
    ],
)
def test_skin_and_mucosa_have_to_agree_both_ways(code, grades):
    """SL-CROSS."""
    (absent,) = compare(scored(**{code: "0"}), *skin(**grades))
    assert "is absent, but in CLASI" in absent.message.en
    assert compare(scored(**{code: "1"}), *skin(**grades)) == []
    (present,) = compare(scored(**{code: "1"}), *skin())
    assert "is present, but in CLASI" in present.message.en
    assert compare(scored(**{code: "0"}), *skin()) == []


def test_a_finding_is_soft_and_stands_at_its_descriptor():
    (finding,) = compare(scored(MUCO="1"), *skin())
    assert finding.severity is Severity.SOFT
    assert finding.place == ("sledai_descriptor", "MUCO", "SL.CLASI")
    assert finding.item == "SLPRES"
    assert (
        finding.message.es == "Úlceras mucosas: presente, pero en CLASI las mucosas se puntúan 0."
    )


@pytest.mark.parametrize("code", ["RASH", "ALOP", "MUCO"])
def test_a_descriptor_that_is_not_answered_contradicts_nothing(code):
    assert compare(scored(**{code: None}), *skin(CLERY="3", CLALOP="3", CLMUC="1")) == []


@pytest.mark.parametrize(
    ("code", "blank"),
    [("RASH", {"CLERY": None}), ("ALOP", {"CLHAIR": None}), ("MUCO", {"CLMUC": None})],
    ids=["rash", "alopecia", "mucosa"],
)
def test_a_clasi_that_is_not_whole_does_not_prove_clear_skin(code, blank):
    assert compare(scored(**{code: "1"}), *skin(**blank)) == []


def test_what_is_graded_is_proof_beside_a_blank():
    areas, once = skin(CLERY="2")
    areas["07"]["CLSCL"] = None
    assert len(compare(scored(RASH="0"), areas, once)) == 1


LOW = Suggestion("THRO", present=True, because=("PLAT",))


@pytest.mark.parametrize(
    ("suggestion", "score", "oids"),
    [
        pytest.param(LOW, "0", ["SL.CAUSE"], id="low platelets, scored absent"),
        pytest.param(LOW, "1", [], id="low platelets, scored present"),
        pytest.param(LOW, None, [], id="low platelets, not scored yet"),
        pytest.param(
            Suggestion("THRO", present=False, because=("PLAT",)), "1", ["SL.LAB"],
            id="platelets normal, scored present",
        ),
        pytest.param(
            Suggestion("COMP", present=True, because=("C3", "C4")), "0", ["SL.LAB"],
            id="complement low, scored absent",
        ),
        pytest.param(
            Suggestion("DNA", present=False, because=("DSDNA",)), "1", ["SL.LAB"],
            id="anti-dsDNA not raised, scored present",
        ),
    ],
)  # fmt: skip
def test_a_score_is_held_against_the_laboratory(suggestion, score, oids):
    found = compare_laboratory(scored(**{suggestion.descriptor: score}), [suggestion])
    assert [finding.oid for finding in found] == oids
    assert all(finding.severity is Severity.SOFT for finding in found)


def test_low_platelets_put_down_to_lenalidomide_may_be_scored_absent():
    """SL-DRUG."""
    attributed = {"THRO": {"SLPRES": "0", "SLATTR": "Lenalidomide"}}
    assert compare_laboratory(attributed, [LOW]) == []


def test_a_cause_is_no_excuse_for_complement():
    attributed = {"COMP": {"SLPRES": "0", "SLATTR": "Other"}}
    low = Suggestion("COMP", present=True, because=("C3", "C4"))
    assert len(compare_laboratory(attributed, [low])) == 1


@pytest.mark.parametrize(
    ("present", "joints", "n"),
    [("1", "2", 0), ("1", "1", 1), ("0", "1", 0), ("0", "2", 1), (None, "5", 0), ("1", None, 0)],
)
def test_arthritis_is_two_inflamed_joints_or_more(present, joints, n):
    """SL-JOINTS, SL-ARTH."""
    assert len(compare_joints(scored(ARTH=present), {"SLJOINT": joints})) == n
