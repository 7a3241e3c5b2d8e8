"""Slots and the recovery key (T14): what opens a study, and what does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.db import keys
from ordi_crf.db.keys import Cost
from ordi_crf.db.trust_errors import RecoveryCodeError

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSWORD = "blau cavall set"
KEY = bytes(range(32))
CODE = keys.recovery_code(KEY)


@pytest.fixture(scope="module")
def ana():
    return keys.wrap(KEY, "apuig", PASSWORD, "study", CHEAP)


def test_a_password_gives_the_key_back(ana):
    assert keys.unwrap(ana, PASSWORD, "study") == KEY


@pytest.mark.parametrize("wrong", ["", "blau cavall", "Blau cavall set", PASSWORD + " "])
def test_another_password_gives_nothing(ana, wrong):
    assert keys.unwrap(ana, wrong, "study") is None


def test_an_accent_is_one_however_the_keyboard_makes_it():
    slot = keys.wrap(KEY, "apuig", "contrase\u00f1a blava", "study", CHEAP)
    assert keys.unwrap(slot, "contrasen\u0303a\u00a0blava", "study") == KEY


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"login": "jribo"}, id="given to another login"),
        pytest.param({"cost": Cost(64, 2, 1)}, id="at another cost"),
        pytest.param({"salt": bytes(16)}, id="another salt"),
        pytest.param({"nonce": bytes(12)}, id="another nonce"),
        pytest.param({"sealed": bytes(48)}, id="another key"),
        pytest.param({"sealed": b""}, id="no key"),
    ],
)
def test_a_slot_that_was_changed_gives_nothing(ana, changed):
    assert keys.unwrap(replace(ana, **changed), PASSWORD, "study") is None


def test_a_flipped_bit_anywhere_in_the_sealed_key_gives_nothing(ana):
    for place in range(len(ana.sealed)):
        sealed = bytearray(ana.sealed)
        sealed[place] ^= 1
        assert keys.unwrap(replace(ana, sealed=bytes(sealed)), PASSWORD, "study") is None


def test_a_slot_of_another_study_gives_nothing(ana):
    assert keys.unwrap(ana, PASSWORD, "another study") is None


def test_two_slots_of_one_password_have_nothing_in_common():
    one, two = (keys.wrap(KEY, "apuig", PASSWORD, "study", CHEAP) for _ in range(2))
    assert one.salt != two.salt
    assert one.nonce != two.nonce
    assert one.sealed != two.sealed


def test_a_study_without_a_key_still_tells_its_passwords():
    verifier = keys.wrap(keys.NO_KEY, "apuig", PASSWORD, "study", CHEAP)
    assert keys.unwrap(verifier, PASSWORD, "study") == keys.NO_KEY
    assert keys.unwrap(verifier, "another password", "study") is None


def test_a_slot_comes_back_from_its_line(ana):
    assert keys.slot(ana.text) == ana
    assert "\n" not in ana.text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(lambda s: "", id="nothing"),
        pytest.param(lambda s: "[]", id="a list"),
        pytest.param(lambda s: s.text[:-2], id="cut off"),
        pytest.param(lambda s: s.text.replace('"salt"', '"sale"'), id="a name missing"),
        pytest.param(lambda s: replace(s, salt=b"").text.replace('""', '"xyz"'), id="no digits"),
        pytest.param(lambda s: replace(s, login="APuig").text, id="a login of another spelling"),
        pytest.param(lambda s: replace(s, nonce=b"1").text, id="a short nonce"),
        pytest.param(lambda s: replace(s, cost=Cost(1 << 30, 3, 4)).text, id="a terabyte"),
        pytest.param(lambda s: replace(s, cost=Cost(64, 1 << 20, 1)).text, id="days of work"),
        pytest.param(lambda s: replace(s, cost=Cost(64, 0, 1)).text, id="no pass"),
        pytest.param(lambda s: s.text.replace("64", '"64"'), id="text for a number"),
    ],
)
def test_a_line_that_is_no_slot_is_refused(ana, line):
    with pytest.raises(ValueError, match=r"."):
        keys.slot(line(ana))


def test_a_slot_costs_by_default_what_rfc_9106_recommends():
    slot = keys.wrap(KEY, "apuig", PASSWORD, "study")
    assert (slot.cost.memory, slot.cost.passes, slot.cost.lanes) == (65536, 3, 4)
    assert len(slot.salt) * 8 == 128
    assert keys.unwrap(slot, PASSWORD, "study") == KEY


@pytest.mark.parametrize(
    ("typed", "login"),
    [(" APuig ", "apuig"), ("JOSÉ", "josé"), ("jose\u0301", "josé"), ("ＡＢ", "ab")],
)
def test_a_login_is_compared_without_case_and_accents_apart(typed, login):
    assert keys.canonical_login(typed) == login


def test_the_last_five_passwords_are_known_again():
    former = [keys.wrap(b"", "a", f"password {n}", "study", CHEAP) for n in range(6)]
    assert [keys.used(f"password {n}", former, "study") for n in range(7)] == [
        False, True, True, True, True, True, False,
    ]  # fmt: skip


# The recovery key


def test_a_recovery_code_is_fourteen_groups_of_four_without_look_alikes():
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}", CODE)


@given(st.binary(min_size=32, max_size=32))
def test_every_key_comes_back_from_its_code(key):
    assert keys.recovered_key(keys.recovery_code(key)) == key


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(CODE.lower(), id="small letters"),
        pytest.param(CODE.replace("-", ""), id="no groups"),
        pytest.param(CODE.replace("-", " – ") + "\n", id="other dashes"),
        pytest.param(CODE.replace("0", "O").replace("1", "l"), id="letters for digits"),
        pytest.param(CODE.replace("0", "o").replace("1", "I"), id="other letters for digits"),
    ],
)
def test_a_recovery_code_is_read_however_it_is_typed(typed):
    assert keys.recovered_key(typed) == KEY


@pytest.mark.parametrize("place", range(0, len(CODE), 3))
def test_one_mistyped_sign_is_noticed(place):
    if CODE[place] == "-":
        place += 1
    other = "7" if CODE[place] != "7" else "8"
    with pytest.raises(RecoveryCodeError, match="does not fit the others"):
        keys.recovered_key(CODE[:place] + other + CODE[place + 1 :])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        pytest.param("", "these are 0", id="nothing"),
        pytest.param(CODE[:-5], "these are 52", id="a group missing"),
        pytest.param(CODE + "-0000", "these are 60", id="a group more"),
        pytest.param("U" + CODE[1:], "“U” in group 1", id="a letter that is none"),
        pytest.param(CODE[:-1] + "ñ", "“Ñ” in group 14", id="a foreign letter"),
        pytest.param(CODE[5:9] + "-" + CODE[:4] + CODE[9:], "does not fit", id="groups exchanged"),
    ],
)
def test_what_is_no_recovery_code_is_refused_with_its_reason(typed, sentence):
    with pytest.raises(RecoveryCodeError, match=sentence):
        keys.recovered_key(typed)


def test_new_keys_are_never_alike():
    assert len({keys.new_key() for _ in range(100)}) == 100
    assert {len(keys.new_key()) for _ in range(3)} == {32}
    assert keys.new_study() != keys.new_study()
