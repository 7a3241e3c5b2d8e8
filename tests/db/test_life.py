"""The life cycle in the study file: the order holds for whoever writes, and nothing is hidden."""

from __future__ import annotations

import pytest

from ordi_crf.core.life import Level, Scope
from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status, SubjectKey
from ordi_crf.db import errors, life_errors
from ordi_crf.db.audit import verify
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer
from tests.builders import ANA, JOAN, SUBJECT, at_work, key
from tests.db.tampering import refused, tampered

DM, SV, AE = key("DM", "SCR"), key("SV", "SCR"), key("AE")
SEX = Answer("dm", "", "SEX", "F")
WHY = "asked by the monitor"


def sign(study, scope):
    return study.signing.sign(Signing(scope, "REVIEWED", ANA.name, ""))


@pytest.fixture
def complete(study):
    """Give a study with two complete forms of a visit."""
    study.answer(DM, [SEX])
    study.answer(SV, [Answer("sv", "", "VISDAT", "2010-03-01")])
    for form in (DM, SV):
        study.set_status(form, Status.COMPLETE)
    return study


@pytest.fixture
def signed(complete):
    sign(complete, Scope(SUBJECT, "SCR"))
    return complete


CORRECTIONS = {
    "an answer": lambda s, why: s.answer(DM, [Answer("dm", "", "SEX", "M")], why),
    "first answer of an item": lambda s, why: s.answer(
        DM, [Answer("dm", "", "RACE", "ASIAN")], why
    ),
    "reopening": lambda s, why: s.set_status(DM, Status.DRAFT, why),
}


def check(study):
    with at_work(study, JOAN):
        study.life.verify(DM)


def to(status):
    """Return what brings a complete form to a state."""
    return {
        Status.COMPLETE: lambda s: None,
        Status.VERIFIED: check,
        Status.SIGNED: lambda s: sign(s, Scope.of(DM)),
    }[status]


@pytest.mark.parametrize("change", CORRECTIONS.values(), ids=CORRECTIONS)
@pytest.mark.parametrize("status", [Status.COMPLETE, Status.VERIFIED, Status.SIGNED])
def test_from_completion_on_a_change_needs_a_reason(complete, status, change):
    """T04."""
    to(status)(complete)
    before = complete.data()
    with pytest.raises(errors.ReasonNeededError):
        change(complete, None)
    assert complete.data() == before
    change(complete, WHY)
    assert WHY in {entry.reason for entry in complete.data().audit}


def test_a_correction_takes_a_verified_form_back_to_complete(complete):
    with at_work(complete, JOAN):
        complete.life.verify(DM)
    assert complete.statuses()[DM] is Status.VERIFIED
    complete.answer(DM, [Answer("dm", "", "SEX", "M")], WHY)
    assert complete.statuses()[DM] is Status.COMPLETE
    assert verify(complete.data()) == []


def test_a_draft_is_not_verified(study):
    study.answer(DM, [SEX])
    with pytest.raises(life_errors.OrderError), at_work(study, JOAN):
        study.life.verify(DM)


def test_verifying_a_signed_form_leaves_it_signed(signed):
    with at_work(signed, JOAN):
        signed.life.verify(DM)
    with at_work(signed, JOAN):
        signed.life.unverify(DM)
    assert signed.statuses()[DM] is Status.SIGNED


def test_verification_is_taken_back(complete):
    with at_work(complete, JOAN):
        complete.life.verify(DM)
    with at_work(complete, JOAN):
        complete.life.unverify(DM)
    assert complete.statuses()[DM] is Status.COMPLETE


def test_a_state_beyond_complete_is_not_simply_given(complete):
    for status in (Status.VERIFIED, Status.SIGNED, Status.LOCKED):
        with pytest.raises(ValueError, match="not simply given"):
            complete.set_status(DM, status)


def test_nothing_is_locked_before_it_is_signed(complete):
    """T23."""
    with pytest.raises(life_errors.ObstaclesError, match="not signed"):
        complete.life.lock(Scope.of(DM), "all the same")
    assert complete.statuses()[DM] is Status.COMPLETE


LOCKED_OUT = {
    "an answer": lambda s: s.answer(DM, [Answer("dm", "", "SEX", "M")], WHY),
    "reopening": lambda s: s.set_status(DM, Status.DRAFT, WHY),
    "why something is missing": lambda s: s.say_missing(
        [(DM, ("dm", "", "RACE"))], Missing("ASKU"), WHY
    ),
    "an explanation": lambda s: s.explain(DM, ("dm", "", "SEX.X"), WHY),
    "unreadable text": lambda s: s.keep_unaccepted(DM, "dm", "", "BRTHDAT", "?"),
}


@pytest.mark.parametrize("change", LOCKED_OUT.values(), ids=LOCKED_OUT)
def test_a_locked_form_refuses_every_change(signed, change):
    signed.life.lock(Scope.of(DM))
    before = signed.data()
    with pytest.raises(life_errors.LockedError):
        change(signed)
    assert signed.data() == before


def test_unlocking_needs_a_reason_and_leads_back_to_where_it_stood(signed):
    signed.life.lock(Scope.of(DM))
    with pytest.raises(errors.ReasonNeededError):
        signed.life.unlock(Scope.of(DM), " ")
    signed.life.unlock(Scope.of(DM), WHY)
    assert signed.statuses()[DM] is Status.SIGNED
    assert signed.signing.of(DM)[-1].intact
    signed.answer(DM, [Answer("dm", "", "SEX", "M")], WHY)
    assert signed.statuses()[DM] is Status.COMPLETE


def test_what_is_not_locked_is_not_unlocked(signed):
    for scope in (Scope.of(DM), Scope(SUBJECT)):
        with pytest.raises(life_errors.OrderError):
            signed.life.unlock(scope, WHY)


def test_a_locked_visit_takes_no_new_form(signed):
    signed.life.lock(Scope(SUBJECT, "SCR"))
    assert set(signed.statuses().values()) == {Status.LOCKED}
    with pytest.raises(life_errors.LockedError):
        signed.answer(key("VS", "SCR"), [Answer("vs", "", "WEIGHT", "61")])
    signed.add_row(AE, "ae", {"AETERM": "Rash"})
    signed.life.unlock(Scope(SUBJECT, "SCR"), WHY)
    signed.answer(key("VS", "SCR"), [Answer("vs", "", "WEIGHT", "61")])


def test_inside_what_is_locked_nothing_is_unlocked(signed):
    signed.life.lock(Scope(SUBJECT))
    with pytest.raises(life_errors.LockedAroundError, match="Subject 01-001"):
        signed.life.unlock(Scope.of(DM), WHY)
    signed.life.unlock(Scope(SUBJECT), WHY)
    signed.life.unlock(Scope.of(DM), WHY)
    assert signed.statuses() == {DM: Status.SIGNED, SV: Status.LOCKED}


def test_the_study_is_not_locked_while_something_is_open(signed):
    """T23: no database lock with open queries or unsigned forms."""
    with at_work(signed, JOAN):
        signed.queries.ask(DM, ("dm", "", "SEX"), "Confirmed with the patient?")
    with pytest.raises(life_errors.ObstaclesError, match=r"Open queries: 1.* all the same"):
        signed.life.lock(Scope())
    signed.add_row(AE, "ae", {"AETERM": "Rash"})
    with pytest.raises(life_errors.ObstaclesError, match="not complete"):
        signed.life.lock(Scope())
    assert signed.life.locked(Scope()) is None


def test_a_reason_overrides_what_keeps_the_study_open(signed):
    """T23: override = reason."""
    signed.add_row(AE, "ae", {"AETERM": "Rash"})
    signed.life.lock(Scope(), "the site closed")
    assert set(signed.statuses().values()) == {Status.LOCKED}
    entry = next(e for e in reversed(signed.data().audit) if e.section == "scope_lock")
    assert (entry.new, entry.reason) == ("LOCKED", "the site closed")
    with pytest.raises(life_errors.LockedError):
        signed.add_subject(SubjectKey("01", "01-002"))
    signed.life.unlock(Scope(), WHY)
    signed.life.unlock(Scope.of(AE), WHY)
    assert signed.statuses()[AE] is Status.DRAFT


def test_every_lock_is_in_the_trail(signed):
    signed.life.lock(Scope(SUBJECT, "SCR"))
    signed.life.lock(Scope(SUBJECT))
    signed.life.lock(Scope())
    signed.life.unlock(Scope(), WHY)
    data = signed.data()
    assert [(lock.scope.level, lock.locked) for lock in data.locks] == [
        (Level.VISIT, True), (Level.SUBJECT, True), (Level.STUDY, True), (Level.STUDY, False),
    ]  # fmt: skip
    assert verify(data) == []


def test_what_was_before_stays_readable_at_the_form(signed):
    """T09."""
    signed.answer(DM, [Answer("dm", "", "SEX", "M")], WHY)
    told = [(e.old, e.new, e.reason) for e in signed.life.entries(DM) if e.item == "SEX"]
    assert told == [(None, "F", None), ("F", "M", WHY)]


FOREIGN = {
    "sign": "UPDATE record SET status = 'SIGNED'",
    "lock": "UPDATE record SET status = 'LOCKED'",
    "begin a signed form": "INSERT INTO record (subject_id, visit, form, form_version, status) "
    "VALUES (1, 'W8', 'DM', '1', 'SIGNED')",
    "lock the study": "INSERT INTO scope_lock (visit, visit_repeat, locked) VALUES ('', 0, 1)",
    "change a lock": "UPDATE scope_lock SET locked = 0",
    "remove a lock": "DELETE FROM scope_lock",
}


@pytest.mark.parametrize("statement", FOREIGN.values(), ids=FOREIGN)
def test_another_program_locks_and_unlocks_nothing(signed, path, statement):
    """T05."""
    signed.life.lock(Scope(SUBJECT))
    refused(signed, path, statement)


EDITED = {
    "record / STATUS": "UPDATE record SET status = 'SIGNED' WHERE form = 'SV'",
    "scope_lock / 1 / subject": "UPDATE scope_lock SET locked = 0",
    "scope_lock / 1 / visit": "UPDATE scope_lock SET visit = 'SCR', visit_repeat = 1",
    "scope_lock / 9": "UPDATE scope_lock SET id = 9",
    "01-001 / scope_lock": "DELETE FROM scope_lock",
    "scope_lock / 2 / study": "INSERT INTO scope_lock (visit, visit_repeat, locked) "
    "VALUES ('', 0, 1)",
}


@pytest.mark.parametrize(("place", "statement"), EDITED.items(), ids=EDITED)
def test_a_lock_edited_behind_the_trail_is_found_and_named(signed, path, place, statement):
    signed.life.lock(Scope(SUBJECT))
    problems = verify(tampered(signed, path, statement))
    assert any(place in problem.en for problem in problems)
