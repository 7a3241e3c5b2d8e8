"""Source verification in the study file: by whom, of what, and gone when the value changes."""

from __future__ import annotations

import pytest

from ordi_crf.core.missing import Missing
from ordi_crf.core.verification import is_verified, left, places
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer
from tests.builders import ANA, JOAN, at_work, key, stroke
from tests.db.tampering import refused, tampered

DM, AE, BM = key("DM", "SCR"), key("AE"), key("BM")
SEX, BIRTH = ("dm", "", "SEX"), ("dm", "", "BRTHDAT")
TERM, GRADE = ("ae", "1", "AETERM"), ("ae", "1", "AETOXGR")
MAP = ("bm_stroke", "", "")


@pytest.fixture
def seen(study):
    """Give a study whose monitor has verified one form, one event and one drawing."""
    study.answer(DM, [Answer(*SEX, "F")])
    study.say_missing([(DM, BIRTH)], Missing("ASKU"))
    study.add_row(AE, "ae", {"AETERM": "Headache", "AETOXGR": "1"})
    study.add_row(BM, "bm_stroke", stroke())
    study.actor = JOAN
    study.verification.verify([(DM, SEX), (DM, BIRTH), (AE, TERM), (AE, GRADE), (BM, MAP)])
    study.actor = ANA
    return study


def verified(study, form):
    return set(study.verification.of(form))


def test_a_verification_says_who_when_and_of_what(seen):
    found = seen.verification.of(DM)[SEX]
    assert (found.actor, found.role) == ("Joan Ribó", "Monitor")
    assert found.at.startswith("2010-03-15T08:00:")
    assert is_verified(seen.record(DM), seen.verification.of(DM))
    assert verify(seen.data()) == []


def test_several_forms_are_verified_as_one_event(seen):
    entries = [e for e in seen.data().audit if e.action == "verify"]
    assert [e.item for e in entries] == [
        "SEX.VERIFIED", "BRTHDAT.VERIFIED", "AETERM.VERIFIED", "AETOXGR.VERIFIED", ".VERIFIED",
    ]  # fmt: skip
    assert len({e.at for e in entries}) == 1


@pytest.mark.parametrize(
    ("form", "gone", "change"),
    [
        pytest.param(DM, {SEX}, lambda s: s.answer(DM, [Answer(*SEX, "M")]), id="changed"),
        pytest.param(DM, {SEX}, lambda s: s.answer(DM, [Answer(*SEX, None)]), id="blanked"),
        pytest.param(
            DM, {BIRTH}, lambda s: s.answer(DM, [Answer(*BIRTH, "1970")]), id="found after all"
        ),
        pytest.param(
            DM, {BIRTH}, lambda s: s.say_missing([(DM, BIRTH)], Missing("NAV")), id="why missing"
        ),
        pytest.param(
            DM,
            {BIRTH},
            lambda s: s.say_missing([(DM, BIRTH)], Missing("ASKU", "twice")),
            id="comment",
        ),
        pytest.param(AE, {TERM, GRADE}, lambda s: s.void(AE, "ae", "1"), id="voided row"),
        pytest.param(BM, {MAP}, lambda s: s.add_row(BM, "bm_stroke", stroke(4)), id="painted on"),
        pytest.param(BM, {MAP}, lambda s: s.void(BM, "bm_stroke", "1"), id="stroke undone"),
    ],
)
def test_it_is_taken_back_with_the_value_and_the_trail_says_so(seen, form, gone, change):
    before = verified(seen, form)
    change(seen)
    assert before - verified(seen, form) == gone
    dropped = [e for e in seen.data().audit if e.action == "verify" and e.new is None]
    assert {(e.section, e.row, e.item) for e in dropped} == {
        (section, row, f"{item}.VERIFIED") for section, row, item in gone
    }
    assert {e.actor for e in dropped} == {"Ana Puig"}
    assert verify(seen.data()) == []


def test_the_same_answer_again_takes_nothing_back(seen):
    seen.answer(DM, [Answer(*SEX, "F")])
    assert SEX in verified(seen, DM)


def test_what_was_verified_can_be_verified_again(seen):
    seen.answer(DM, [Answer(*SEX, "M")])
    with at_work(seen, JOAN):
        seen.verification.verify([(DM, SEX)])
    assert seen.verification.of(DM)[SEX].actor == "Joan Ribó"
    assert verify(seen.data()) == []


def test_the_monitor_takes_back_what_was_ticked_by_mistake(seen):
    with at_work(seen, JOAN):
        seen.verification.withdraw([(DM, SEX)])
    assert verified(seen, DM) == {BIRTH}
    assert left(seen.record(DM), seen.verification.of(DM)) == [SEX]
    before = seen.data().audit
    with at_work(seen, JOAN):
        seen.verification.withdraw([(DM, SEX)])
    assert seen.data().audit == before


def test_verifying_twice_says_nothing_new(seen):
    before = seen.data().audit
    with at_work(seen, JOAN):
        seen.verification.verify([(DM, SEX)])
    assert seen.data().audit == before


@pytest.mark.parametrize("place", [("dm", "", "RACE"), ("dm", "7", "SEX")], ids=["blank", "no row"])
def test_there_must_be_something_to_verify(seen, place):
    with pytest.raises(ValueError, match="nothing to verify"), at_work(seen, JOAN):
        seen.verification.verify([(DM, place)])


def test_a_form_nobody_has_begun_cannot_be_verified(seen):
    with pytest.raises(KeyError), at_work(seen, JOAN):
        seen.verification.verify([(key("VS"), ("vs", "", "WEIGHT"))])


def test_the_study_tells_what_is_verified_by_form(seen):
    assert seen.data().verified == seen.verification.all()
    assert set(seen.verification.all()) == {DM, AE, BM}
    assert places(seen.record(BM)) == [MAP]


FOREIGN = {
    "tick": "INSERT INTO verification (record_id, section, row, item, digest, actor, role, at) "
    "VALUES (1, 'dm', '', 'RACE', printf('%064d', 0), 'Nobody', 'Monitor', '2010')",
    "change": "UPDATE verification SET actor = 'Nobody'",
    "take back": "UPDATE verification SET digest = NULL",
    "move": "UPDATE verification SET item = 'RACE'",
    "remove": "DELETE FROM verification",
}


@pytest.mark.parametrize("statement", FOREIGN.values(), ids=FOREIGN)
def test_another_program_cannot_verify(seen, path, statement):
    """T05."""
    refused(seen, path, statement)


EDITED = {
    "RACE.VERIFIED": FOREIGN["tick"],
    "SEX.VERIFIED": "UPDATE verification SET actor = 'Nobody'",
    "BRTHDAT.VERIFIED": "UPDATE verification SET digest = printf('%064d', 0)",
    "ae / 1 / AETERM.VERIFIED": "UPDATE verification SET digest = NULL",
    "AETOXGR.VERIFIED": "UPDATE verification SET at = '2009'",
    "bm_stroke / .VERIFIED": "DELETE FROM verification",
    "X.VERIFIED": "UPDATE verification SET item = 'X' WHERE item = 'SEX'",
}


@pytest.mark.parametrize(("place", "statement"), EDITED.items(), ids=EDITED)
def test_a_tick_edited_behind_the_trail_is_found_and_named(seen, path, place, statement):
    problems = verify(tampered(seen, path, statement))
    assert any(place in problem.en for problem in problems)


def test_a_value_edited_behind_the_trail_is_no_longer_verified(seen, path):
    data = tampered(seen, path, "UPDATE dm SET SEX = 'M'")
    assert not is_verified(data.records[DM], data.verified[DM])
