"""The life cycle: which state follows which, what a scope holds, what stands in a lock's way."""

from __future__ import annotations

from itertools import product

import pytest

from ordi_crf.core.life import (
    TRANSITIONS,
    Level,
    Scope,
    ScopeLock,
    lock_obstacles,
    locked,
    signable,
    to_sign,
    transition,
)
from ordi_crf.core.records import Status, SubjectKey
from tests.builders import SUBJECT, key

S = Status
DM, VS, AE = key("DM", "SCR"), key("VS", "W2"), key("AE")
OTHER = key("DM", "SCR", SubjectKey("01", "01-002"))
ORDER = [(S.DRAFT, S.COMPLETE), (S.COMPLETE, S.VERIFIED), (S.VERIFIED, S.SIGNED),
         (S.COMPLETE, S.SIGNED), (S.SIGNED, S.LOCKED)]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), ORDER)
def test_forward_a_form_passes_without_a_reason(old, new):
    assert transition(old, new, None)


@pytest.mark.parametrize("new", list(S))
def test_nothing_leaves_a_lock_without_a_reason(new):
    if new is not S.LOCKED:
        assert not transition(S.LOCKED, new, None)
        assert transition(S.LOCKED, new, "asked by the sponsor")


@pytest.mark.parametrize("old", [S.COMPLETE, S.VERIFIED, S.SIGNED])
def test_reopening_needs_a_reason(old):
    assert not transition(old, S.DRAFT, "")
    assert transition(old, S.DRAFT, "wrong visit")


def test_what_is_not_in_the_table_is_no_way():
    """T23: not signed before complete, not verified before complete."""
    for old, new in set(product(S, S)) - set(TRANSITIONS):
        with pytest.raises(ValueError, match="no form passes"):
            transition(old, new, "whatever")
    assert (S.DRAFT, S.SIGNED) not in TRANSITIONS
    assert (S.DRAFT, S.VERIFIED) not in TRANSITIONS


@pytest.mark.parametrize("old", [S.DRAFT, S.COMPLETE, S.VERIFIED])
def test_what_is_not_signed_is_locked_only_with_a_reason(old):
    """T23."""
    assert not transition(old, S.LOCKED, None)


@pytest.mark.parametrize(
    ("status", "sdv", "may"),
    [
        (S.DRAFT, False, False), (S.COMPLETE, False, True), (S.COMPLETE, True, False),
        (S.VERIFIED, True, True), (S.VERIFIED, False, True), (S.SIGNED, False, False),
    ],
)  # fmt: skip
def test_a_form_is_signed_once_complete_or_once_verified(status, sdv, may):
    assert signable(status, sdv=sdv) is may


SCOPES = {
    "form": (Scope.of(DM), Level.FORM, {DM}),
    "visit": (Scope(SUBJECT, "SCR"), Level.VISIT, {DM}),
    "repeat of the visit": (Scope(SUBJECT, "SCR", 2), Level.VISIT, set()),
    "subject": (Scope(SUBJECT), Level.SUBJECT, {DM, VS, AE}),
    "study": (Scope(), Level.STUDY, {DM, VS, AE, OTHER}),
}


@pytest.mark.parametrize(("scope", "level", "held"), SCOPES.values(), ids=SCOPES)
def test_a_scope_knows_how_wide_it_is_and_what_it_holds(scope, level, held):
    assert scope.level is level
    assert {k for k in (DM, VS, AE, OTHER) if k in scope} == held


def test_only_what_is_ready_is_signed():
    statuses = {DM: S.COMPLETE, VS: S.DRAFT, AE: S.SIGNED, OTHER: S.COMPLETE}
    assert to_sign(statuses, Scope(SUBJECT)) == (DM,)
    assert to_sign(statuses, Scope(), sdv=True) == ()


def test_what_stands_in_the_way_of_a_lock_is_counted():
    """T23: no lock before signature, no database lock with open queries."""
    statuses = {DM: S.COMPLETE, VS: S.DRAFT, AE: S.LOCKED, OTHER: S.VERIFIED}
    said = [text.en for text in lock_obstacles(statuses, Scope(), open_queries=3)]
    assert said == ["Forms not complete: 1.", "Forms not signed: 2.", "Open queries: 3."]
    assert len(lock_obstacles(statuses, Scope(SUBJECT), open_queries=3)) == 2
    assert lock_obstacles({DM: S.SIGNED}, Scope()) == ()


def test_the_widest_lock_around_is_told():
    visit, subject = Scope(SUBJECT, "SCR"), Scope(SUBJECT)
    locks = [ScopeLock(1, visit, True), ScopeLock(2, subject, True)]
    assert locked(locks, Scope.of(DM)) == subject
    assert locked([*locks, ScopeLock(3, subject, False)], Scope.of(DM)) == visit
    assert locked(locks, Scope.of(OTHER)) is None
