"""What a file would change: each value judged, and accepted or rejected by itself (T36)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.life import Scope, ScopeLock
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import Role
from ordi_crf.core.proposals import Origin, Source, State, Wanted, review
from ordi_crf.core.records import Status, StudyData, SubjectKey
from ordi_crf.forms.schema import Text
from tests.builders import SUBJECT, key, record

LB, CLASI = key("LB"), key("CLASI")
HGB = ("lb", "HGB", "LBORRES")
SOURCE = Source("laboratory results", "ana.csv", "ab" * 32)
NEWCOMER = SubjectKey("01", "01-009")


def wanted(value="120", place=HGB, of=LB, line=2):
    return Wanted(of, place, value, Origin(line=line))


def data(*records, locks=()):
    return StudyData({}, (SUBJECT,), {r.key: r for r in records}, (), locks=locks)


def lab(value="110", status=Status.DRAFT):
    return record("LB", {"lb": {"HGB": {"LBORRES": value}}}, status=status)


def judged(*several, study=None, **more):
    return review(several, study or data(), SOURCE, **more)


@pytest.mark.parametrize(
    ("study", "state", "old"),
    [
        pytest.param(data(), State.NEW, None, id="no form yet"),
        pytest.param(data(lab(None)), State.NEW, None, id="blank"),
        pytest.param(data(lab("110")), State.CHANGED, "110", id="another value"),
        pytest.param(data(lab("120")), State.EQUAL, "120", id="the same value"),
    ],
)
def test_a_value_is_held_against_the_study(study, state, old):
    (proposal,) = judged(wanted(), study=study).proposals
    assert (proposal.state, proposal.old, proposal.new) == (state, old, "120")


def test_a_value_with_other_digits_is_another_value():
    (proposal,) = judged(wanted("120.0"), study=data(lab("120"))).proposals
    assert proposal.state is State.CHANGED


@pytest.mark.parametrize(
    ("one", "study", "why"),
    [
        pytest.param(wanted(of=key("LB", subject=NEWCOMER)), data(), "no subject 01-009", id="who"),
        pytest.param(wanted(of=key("LB", "M99")), data(), "no visit M99", id="visit"),
        pytest.param(wanted(of=key("SE", "W2")), data(), "no form SE", id="form"),
        pytest.param(wanted(of=key("NOPE")), data(), "no form NOPE", id="no form at all"),
        pytest.param(wanted(place=("x", "", "Y")), data(), "no item x..Y", id="section"),
        pytest.param(wanted(place=("lb", "ZINC", "LBORRES")), data(), "no item", id="row"),
        pytest.param(wanted(place=("lb", "HGB", "LBX")), data(), "no item", id="item"),
        pytest.param(
            wanted("U/L", ("lb", "ALT", "LBORRESU")), data(), "not asked in this", id="not asked"
        ),
        pytest.param(wanted("twelve"), data(), "not a number", id="no value"),
        pytest.param(wanted("12,5"), data(), "cannot be stored", id="not canonical"),
        pytest.param(
            wanted("x", ("bm_stroke", "1", "BMOP"), key("BM")), data(), "be stored", id="stroke"
        ),
        pytest.param(wanted("1", ("ae", "01", "AETERM"), key("AE")), data(), "item", id="row 01"),
        pytest.param(
            wanted("f" * 64 + " skin.jpg", ("ph", "1", "PHFILE"), key("PH")),
            data(), "not in this study", id="a file that is not kept",
        ),
        pytest.param(wanted(), data(lab(status=Status.LOCKED)), "locked", id="locked form"),
        pytest.param(
            wanted(), data(locks=(ScopeLock(1, Scope(SUBJECT), locked=True),)), "locked",
            id="locked subject",
        ),
        pytest.param(
            wanted(place=("ae", "1", "AETERM"), of=key("AE")),
            data(record("AE", {"ae": {"1": {"AETERM": "Fever"}}}, voided=("1",))),
            "voided", id="voided row",
        ),
    ],
)  # fmt: skip
def test_what_the_study_cannot_take_is_refused_in_a_sentence(one, study, why):
    (proposal,) = judged(one, study=study).proposals
    assert proposal.state is State.REFUSED
    assert why in proposal.why.en
    assert proposal.why.es != proposal.why.en


@pytest.mark.parametrize(
    ("role", "of", "place", "value", "state"),
    [
        (Role.NURSE, CLASI, ("clasi_area", "07", "CLERY"), "1", State.REFUSED),
        (Role.INVESTIGATOR, CLASI, ("clasi_area", "07", "CLERY"), "1", State.NEW),
        (Role.COORDINATOR, LB, HGB, "120", State.NEW),
        (Role.DATA_MANAGER, LB, HGB, "120", State.REFUSED),
        (None, CLASI, ("clasi_area", "07", "CLERY"), "1", State.NEW),
    ],
)
def test_what_a_role_may_not_answer_it_does_not_bring_in_either(role, of, place, value, state):
    (proposal,) = judged(wanted(value, place, of), role=role).proposals
    assert proposal.state is state


def test_what_the_reader_of_the_file_refuses_stays_refused():
    said = Text("No such unit.", "No existe esa unidad.")
    (proposal,) = judged(Wanted(LB, HGB, None, Origin(line=3), said)).proposals
    assert (proposal.state, proposal.why) == (State.REFUSED, said)


def test_a_file_may_enrol_subjects_that_are_new():
    found = judged(wanted(of=key("LB", subject=NEWCOMER)), subjects=(NEWCOMER, SUBJECT))
    assert found.proposals[0].state is State.NEW
    assert found.subjects == (NEWCOMER,)
    assert found.enrolled == ()
    assert found.accept([0]).enrolled == (NEWCOMER,)


def test_the_same_value_twice_in_a_file_is_taken_once():
    found = judged(wanted(line=2), wanted(line=9))
    assert [p.state for p in found.proposals] == [State.NEW, State.EQUAL]


def test_two_values_for_one_place_are_a_conflict_of_which_one_is_taken():
    found = judged(wanted("120", line=2), wanted("125", line=9))
    assert [p.state for p in found.proposals] == [State.CONFLICT, State.CONFLICT]
    chosen = found.accept([0]).accept([1])
    assert [p.new for p in chosen.taken] == ["125"]
    assert found.accept_states(State.NEW, State.CHANGED, State.CONFLICT).taken == ()


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(wanted("12,5", line=3), id="by the study"),
        pytest.param(Wanted(LB, HGB, "125", Origin(line=3), Text("x", "y")), id="by the reader"),
    ],
)
def test_a_refused_value_makes_no_conflict(refused):
    found = judged(wanted("120"), refused)
    assert [p.state for p in found.proposals] == [State.NEW, State.REFUSED]


def test_each_value_is_accepted_or_rejected_by_itself():
    """T36: accept or reject per value."""
    several = [
        wanted(),
        wanted("4", ("lb", "WBC", "LBORRES")),
        wanted("x", ("lb", "C3", "LBORRES")),
    ]
    found = judged(*several).accept_states(State.NEW)
    assert [p.place[1] for p in found.taken] == ["HGB", "WBC"]
    assert [p.place[1] for p in found.reject([0]).taken] == ["WBC"]
    with pytest.raises(ValueError, match="proposal 2 is refused"):
        found.accept([2])


def test_a_value_for_a_completed_form_asks_for_a_reason():
    found = judged(wanted(), study=data(lab(status=Status.COMPLETE)))
    assert not found.corrects
    assert found.accept([0]).corrects


def test_a_value_for_what_is_said_to_be_missing_says_so():
    study = data(replace(lab(None), flavours={HGB: Missing("ND")}))
    (proposal,) = judged(wanted(), study=study).proposals
    assert proposal.state is State.NEW
    assert "Not done" in proposal.why.en
    assert "No realizado" in proposal.why.es


def test_what_one_line_has_for_one_row_belongs_together():
    unit = ("lb", "HGB", "LBORRESU")
    several = [wanted(), wanted("g/L", unit), wanted("4", ("lb", "WBC", "LBORRES"), line=3)]
    assert judged(*several).rows() == ((0, 1), (2,))


def test_counts_tell_how_many_stand_in_each_state():
    counts = judged(wanted(), wanted("x", ("lb", "C3", "LBORRES"))).counts()
    assert counts == {State.NEW: 1, State.REFUSED: 1}
