"""What a study asks of passwords with time, and who is told of lockouts (T15, T16)."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from ordi_crf.core import passwords
from ordi_crf.core.permissions import Role
from ordi_crf.db import access
from ordi_crf.db.account_errors import AgedPasswordError, PasswordRefusedError
from ordi_crf.db.trust_errors import ForbiddenError, LockedOutError, WrongPasswordError
from tests.builders import SUBJECT, Ticking
from tests.db import people
from tests.db.people import FIRST, come, password

INVESTIGATOR, NURSE = Role.INVESTIGATOR, Role.NURSE
NEW = "piedra nueva y gris"
DAYS, KEPT = passwords.DAYS_PROPERTY, passwords.KEPT_PROPERTY


@pytest.fixture
def strict(guarded):
    """Give the study after it was told that passwords last 90 days and the last two count."""
    with closing(come(guarded, INVESTIGATOR)) as study:
        study.set_properties({DAYS: "90", KEPT: "2"})
    return guarded


def after(days):
    """Return a clock of so many days after the passwords were chosen."""
    return Ticking(datetime(2010, 3, 15, 9, tzinfo=UTC) + timedelta(days=days))


def test_a_password_that_is_too_old_is_changed_before_anything_else(strict):
    """T16."""
    with closing(come(strict, NURSE, clock=after(90))) as study:
        assert study.accounts.unready
        assert study.subjects() == (SUBJECT,)
        with pytest.raises(AgedPasswordError, match="older than the 90 days"):
            study.add_row(people.AE, "ae", {"AETERM": "Fever"})
        study.accounts.change_password("nurse", password(NURSE), NEW)
        assert not study.accounts.unready
        study.add_row(people.AE, "ae", {"AETERM": "Fever"})
    with closing(access.log_in(strict, "nurse", NEW, clock=after(91))) as study:
        study.add_row(people.AE, "ae", {"AETERM": "Rash"})


def test_the_day_before_it_is_not_too_old(strict):
    """T16."""
    with closing(come(strict, NURSE, clock=after(89))) as study:
        study.add_row(people.AE, "ae", {"AETERM": "Fever"})


def test_without_a_word_of_the_study_no_password_grows_too_old(guarded):
    """T16: the default, as NIST SP 800-63B 3.1.1.2 asks."""
    with closing(come(guarded, NURSE, clock=after(3650))) as study:
        study.add_row(people.AE, "ae", {"AETERM": "Fever"})


def test_whoever_goes_on_at_the_desk_changes_an_old_password_too(strict):
    """T16."""
    with closing(come(strict, INVESTIGATOR, clock=after(10))) as study:
        study.accounts.change_password("investigator", FIRST, NEW)
        study.accounts._clock.now += timedelta(days=85)
        study.accounts.switch("nurse", password(NURSE))
        with pytest.raises(AgedPasswordError):
            study.add_row(people.AE, "ae", {"AETERM": "Fever"})
        study.accounts.switch("investigator", NEW)
        study.add_row(people.AE, "ae", {"AETERM": "Fever"})


def test_as_many_former_passwords_are_refused_as_the_study_says(strict):
    """T16."""
    with closing(come(strict, NURSE, clock=after(1))) as study:
        study.accounts.change_password("nurse", password(NURSE), NEW)
        with pytest.raises(PasswordRefusedError, match="one of your last 2"):
            study.accounts.change_password("nurse", NEW, password(NURSE))
        study.accounts.change_password("nurse", NEW, "tercera clave bien larga")
        study.accounts.change_password("nurse", "tercera clave bien larga", password(NURSE))


@pytest.mark.parametrize("role", [Role.NURSE, Role.MONITOR, Role.COORDINATOR])
def test_how_passwords_age_is_not_for_everybody_to_say(guarded, role):
    """T16: and the trail tells who did."""
    with closing(come(guarded, role)) as study, pytest.raises(ForbiddenError):
        study.set_properties({DAYS: "0"})


def test_a_lockout_is_told_to_who_lets_people_in_at_their_next_login(guarded):
    """T15: whoever comes in between does not take the word away."""
    clock = Ticking()
    come(guarded, Role.ADMINISTRATOR, clock=clock).close()
    for _ in range(5):
        with pytest.raises((WrongPasswordError, LockedOutError)):
            access.log_in(guarded, "nurse", "a wrong one", clock=clock, machine="ward-3")
    with closing(come(guarded, Role.MONITOR, clock=clock)) as study:
        assert study.accounts.lockouts() == ()
    with closing(come(guarded, Role.ADMINISTRATOR, clock=clock)) as study:
        (told,) = study.accounts.lockouts()
        assert told.startswith("nurse, ward-3, 2010-03-15T08:00:")
    with closing(come(guarded, Role.ADMINISTRATOR, clock=clock)) as study:
        assert study.accounts.lockouts() == ()
