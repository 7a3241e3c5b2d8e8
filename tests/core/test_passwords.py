"""Passwords (T14, T16): long, not guessable from the desk, not one of the last, not too old."""

from __future__ import annotations

from datetime import date

import pytest

from ordi_crf.core import passwords
from ordi_crf.core.passwords import Rules, canonical, due, problems, rules


def told(password, **more):
    return [text.en.split(":")[0] for text in problems(password, "apuig", "Ana Puig", **more)]


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("blau cavall set", id="a few words"),
        pytest.param("7Kp!w2Rz_m4T", id="twelve of any kind"),
        pytest.param("correct horse 1234 battery", id="a row within words"),
        pytest.param("мой дом у моря", id="another alphabet"),
        pytest.param("pla de l'Estany 1987", id="what only contains a short piece of the name"),
        pytest.param("my hospital has nine floors", id="a common word among others"),
    ],
)
def test_a_long_password_of_any_kind_is_taken(password):
    assert told(password) == []


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        pytest.param("", "Take at least 12 characters", id="nothing"),
        pytest.param("7Kp!w2Rz_m4", "Take at least 12 characters", id="eleven characters"),
        pytest.param("x y" * 67, "Take at most 200 characters", id="a document"),
        pytest.param("APuig-in-2010!", "Leave out your name and login", id="the login within"),
        pytest.param("AnaPuig 2010 !!", "Leave out your name and login", id="the name"),
        pytest.param("puig.ana.20101", "Leave out your name and login", id="the name turned"),
        pytest.param("aaaabbbbaaaabbbb", "Take more different characters", id="two characters"),
        pytest.param("1234567890123", "Take more different characters", id="digits in a row"),
        pytest.param("abcdefghijklm", "Take more different characters", id="the alphabet"),
        pytest.param("zyxwvutsrqpon", "Take more different characters", id="the alphabet turned"),
        pytest.param("Password2010!", "This is a common word with digits or signs", id="the word"),
        pytest.param("Lenalidomida-25", "This is a common word with digits or signs", id="drug"),
    ],
)  # fmt: skip
def test_what_would_be_guessed_is_refused_with_its_reason(password, sentence):
    assert sentence in told(password)


def test_a_password_used_before_is_refused():
    assert told("blau cavall set", used=True) == ["This is one of your last 5 passwords"]


def test_the_reasons_are_said_in_both_languages():
    for text in problems("ana", "ana", "Ana", used=True):
        assert text.es != text.en
        assert "{" not in text.en + text.es


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("contrasen\u0303a", "contraseña", id="an accent of its own"),
        pytest.param("blau\u00a0cavall", "blau cavall", id="a space that does not break"),
        pytest.param("Blau  cavall ", "Blau  cavall ", id="what is plain stays"),
    ],
)
def test_a_password_means_the_same_on_every_keyboard(typed, meant):
    assert canonical(typed) == meant


@pytest.mark.parametrize(
    ("today", "days", "is_due"),
    [
        pytest.param(date(2010, 6, 12), 90, False, id="the day before"),
        pytest.param(date(2010, 6, 13), 90, True, id="the day"),
        pytest.param(date(2020, 6, 13), None, False, id="no ageing"),
    ],
)
def test_a_password_is_due_when_it_is_as_old_as_the_study_lets_it_grow(today, days, is_due):
    assert due(date(2010, 3, 15), today, days) is is_due


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param({}, Rules(None, 5), id="nothing said: never, as NIST SP 800-63B asks"),
        pytest.param({"password_days": "0"}, Rules(None, 5), id="never"),
        pytest.param({"password_days": "90", "password_kept": "10"}, Rules(90, 10), id="both"),
        pytest.param({"password_days": "1"}, Rules(30, 5), id="too soon to be kept in mind"),
        pytest.param({"password_days": "9999"}, Rules(1095, 5), id="longer than any study"),
        pytest.param({"password_kept": "0"}, Rules(None, 1), id="the present one at least"),
        pytest.param({"password_kept": "99"}, Rules(None, 24), id="not more than can be tried"),
        pytest.param({"password_days": "soon", "password_kept": "-3"}, Rules(), id="no numbers"),
    ],
)
def test_the_study_says_how_passwords_age_and_how_many_are_refused(said, meant):
    """T16."""
    assert rules(said) == meant


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [(10, "This is one of your last 10 passwords"), (1, "This is your present password")],
)
def test_how_many_are_refused_is_said(kept, sentence):
    assert told("blau cavall set", used=True, kept=kept) == [sentence]


def test_a_login_of_few_letters_bars_no_words():
    assert passwords.problems("blau cavall set", "av", "A V") == []
