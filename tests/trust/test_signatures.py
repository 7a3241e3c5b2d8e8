"""Electronic signatures where people have accounts: shown, bound, broken, and in their order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ordi_crf.core.life import Scope
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import Status
from ordi_crf.db import audit, life_errors
from ordi_crf.db.errors import StudyFileError
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Answer, StudyFile
from ordi_crf.db.trust_errors import WrongPasswordError
from tests.builders import SUBJECT, key
from tests.db import people
from tests.db.people import FIRST, come, login, password

DM, STUDY = key("DM", "SCR"), Scope()
WHY = "closed on the sponsor's word"


@pytest.fixture
def study(guarded: Path) -> Iterator[StudyFile]:
    """Give an encrypted study with its investigator at work and a form that is complete."""
    opened = come(guarded, Role.INVESTIGATOR)
    yield opened
    opened.close()


def sign(study: StudyFile, name: str = "investigator", word: str = FIRST) -> None:
    study.signing.sign(Signing(Scope.of(DM), "REVIEWED", name, word))


def test_who_signs_gives_login_and_password_again(study: StudyFile) -> None:
    """T18: having logged in a moment ago is not enough."""
    sign(study)
    (standing,) = study.signing.of(DM)
    assert standing.intact
    assert standing.signature.login == "investigator"
    assert standing.signature.name == people.name(Role.INVESTIGATOR)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        pytest.param("investigator", "", id="no password"),
        pytest.param("investigator", "a wrong one", id="a wrong password"),
        pytest.param("investigator", password(Role.NURSE), id="somebody else's password"),
        pytest.param(login(Role.NURSE), password(Role.NURSE), id="somebody else"),
        pytest.param("", FIRST, id="no login"),
        pytest.param(people.name(Role.INVESTIGATOR), FIRST, id="the name instead of the login"),
    ],
)
def test_anything_else_signs_nothing_and_is_told(study: StudyFile, name: str, word: str) -> None:
    """T18."""
    with pytest.raises(StudyFileError):
        sign(study, name, word)
    assert study.signing.all() == ()
    assert study.statuses()[DM] is Status.COMPLETE
    assert "SIGNATURE REFUSED" in [e.item for e in study.data().audit]
    assert word == "" or word not in repr(study.data().audit)


def test_too_many_tries_to_sign_lock_the_login_out(study: StudyFile) -> None:
    """T18, T15: signing is no way around the lockout."""
    for _ in range(5):
        with pytest.raises(StudyFileError):
            sign(study, word="a wrong one")
    with pytest.raises(StudyFileError) as refused:
        sign(study)
    assert not isinstance(refused.value, WrongPasswordError)
    assert study.signing.all() == ()


def test_a_correction_by_anybody_breaks_a_signature_and_names_the_change(
    study: StudyFile, guarded: Path
) -> None:
    """T21: the form waits for a signature again, and takes one."""
    sign(study)
    study.accounts.switch(login(Role.COORDINATOR), password(Role.COORDINATOR))
    study.answer(DM, [Answer("dm", "", "SEX", "M")], "misread")
    (standing,) = study.signing.of(DM)
    change = study.data().audit[-1]
    assert not standing.intact
    assert standing.broken_by is not None
    assert standing.broken_by.actor == people.name(Role.COORDINATOR)
    assert standing.broken_by.id <= change.id
    assert study.statuses()[DM] is Status.COMPLETE
    study.accounts.switch("investigator", FIRST)
    sign(study)
    assert study.statuses()[DM] is Status.SIGNED
    assert [s.intact for s in study.signing.of(DM)] == [False, True]
    assert audit.verify(study.data()) == []


def test_nothing_is_locked_before_it_is_signed(study: StudyFile) -> None:
    """T23."""
    with pytest.raises(life_errors.ObstaclesError):
        study.life.lock(Scope.of(DM))
    sign(study)
    study.life.lock(Scope.of(DM))
    assert study.statuses()[DM] is Status.LOCKED
    with pytest.raises(StudyFileError):
        study.answer(DM, [Answer("dm", "", "SEX", "M")], "misread")


def test_the_study_is_locked_over_open_queries_with_a_reason_alone(
    study: StudyFile, guarded: Path
) -> None:
    """T23: the reason stands in the trail beside the lock."""
    sign(study)
    study.accounts.switch(login(Role.MONITOR), password(Role.MONITOR))
    study.queries.ask(DM, ("dm", "", "SEX"), "The chart says M.")
    study.accounts.switch("investigator", FIRST)
    for reason in (None, "", "  "):
        with pytest.raises(life_errors.ObstaclesError):
            study.life.lock(STUDY, reason)
    study.life.lock(STUDY, WHY)
    assert study.life.locked(Scope(SUBJECT)) == STUDY
    lock = next(e for e in reversed(study.data().audit) if e.section == "scope_lock")
    assert (lock.new, lock.reason) == ("LOCKED", WHY)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.INVESTIGATOR])
def test_no_other_account_signs_with_its_own_password(guarded: Path, role: Role) -> None:
    """T22."""
    with closing(come(guarded, role)) as study:
        with pytest.raises(StudyFileError):
            sign(study, login(role), password(role))
        assert study.signing.all() == ()
