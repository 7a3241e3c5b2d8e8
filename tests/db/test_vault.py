"""The identification list (T30): apart, encrypted, for those who treat, and never exported."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from itertools import product

import pytest

from ordi_crf.core.permissions import Operation, Role, allowed
from ordi_crf.core.records import SubjectKey
from ordi_crf.db import connection, errors, key_file, keys, vault
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.keys import Cost
from ordi_crf.db.study_file import Actor, StudyFile
from ordi_crf.db.trust_errors import ForbiddenError, KeyDoesNotFitError
from ordi_crf.db.vault import Identity, Vault
from tests.builders import ANA, SUBJECT, Ticking
from tests.test_architecture import MODULES, PACKAGE, imported, name_of

CHEAP = Cost(memory=64, passes=1, lanes=1)
KEY = bytes(range(32))
NURSE = Actor("Núria Pla", "Nurse")
MARIA = Identity("María Ferrer Vila", "NHC-7734521", "+34 600 123 456", "1960-02-29", "calls first")
SECRETS = [b"Ferrer", "María".encode(), b"7734521", b"600 123", b"1960-02-29", b"calls first"]


@pytest.fixture
def file(path):
    return vault.beside(path)


@pytest.fixture
def opened(file):
    """Give an open vault with one subject in it."""
    found = Vault.create(file, KEY, ANA, clock=Ticking(), machine="ward-3")
    found.change(SUBJECT, MARIA)
    yield found
    found.close()


def as_(actor, file):
    return Vault.open(file, KEY, actor, clock=Ticking())


def trail(opened):
    return [(e.action, e.subjid, e.field, e.old, e.new) for e in opened.trail()]


def test_a_vault_lies_beside_its_study_under_its_name(path):
    assert vault.beside(path).name == "study.ordi-vault"


def test_who_a_subject_is_comes_back_after_closing(opened, file):
    opened.close()
    again = as_(NURSE, file)
    assert again.identity(SUBJECT) == MARIA
    assert again.identity(SubjectKey("01", "01-099")) is None
    assert again.identities() == {SUBJECT: MARIA}
    again.close()


def test_every_field_told_is_recorded_with_who_and_when(opened):
    first = opened.trail()[0]
    assert (first.actor, first.role, first.machine) == ("Ana Puig", "Investigator", "ward-3")
    assert first.at == "2010-03-15T08:00:01.000Z"
    assert [line[2] for line in trail(opened)] == list(vault.FIELDS)


def test_a_change_is_recorded_with_what_was_before(opened):
    before = len(opened.trail())
    opened.change(SUBJECT, Identity("María Ferrer i Vila", *list(vars_of(MARIA))[1:]))
    assert trail(opened)[before:] == [
        ("changed", "01-001", "name", "María Ferrer Vila", "María Ferrer i Vila")
    ]


def vars_of(identity):
    return (getattr(identity, name) for name in vault.FIELDS)


def test_telling_the_same_again_records_nothing(opened):
    before = trail(opened)
    opened.change(SUBJECT, MARIA)
    assert trail(opened) == before


def test_every_look_is_recorded(opened):
    before = len(opened.trail())
    opened.identity(SUBJECT)
    opened.identities()
    looks = [(line[0], line[1]) for line in trail(opened)[before:]]
    assert looks == [("looked", "01-001"), ("looked at all", "")]


def test_a_look_that_cannot_be_recorded_shows_nothing(opened):
    opened._link.execute("PRAGMA query_only = ON")
    with pytest.raises(errors.NotWritableError):
        opened.identity(SUBJECT)


# Permission


@pytest.mark.parametrize("role", Role)
def test_only_who_treats_may_look(opened, file, role):
    actor = Actor("Somebody", role.value)
    if allowed(role, Operation.SEE_IDENTITIES):
        other = as_(actor, file)
        assert other.identity(SUBJECT) == MARIA
        other.close()
    else:
        with pytest.raises(ForbiddenError, match="Nothing was changed"):
            as_(actor, file)


def test_a_nurse_looks_and_does_not_change(opened, file):
    other = as_(NURSE, file)
    with pytest.raises(ForbiddenError):
        other.change(SUBJECT, Identity())
    assert other.identity(SUBJECT) == MARIA
    other.close()


def test_a_nurse_makes_no_vault(file):
    with pytest.raises(ForbiddenError):
        Vault.create(file, KEY, NURSE)
    assert not file.exists()


# Encryption


def test_nothing_beside_the_study_tells_who_a_subject_is(opened, file):
    opened._link.execute("BEGIN IMMEDIATE")
    opened._link.execute("UPDATE identity SET note = 'calls first, and then again'")
    found = {name.name: name.read_bytes() for name in file.parent.iterdir()}
    opened._link.execute("ROLLBACK")
    assert set(found) == {"study.ordi-vault", "study.ordi-vault-journal"}
    for content, secret in product(found.values(), SECRETS):
        assert secret not in content
    assert not connection.is_plain(file)


def test_a_closed_vault_is_one_file(opened, file):
    opened.close()
    assert [name.name for name in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("key", [bytes(32), b""], ids=["another key", "no key"])
def test_another_key_opens_nothing_and_prints_nothing(opened, file, key, capfd):
    with pytest.raises(KeyDoesNotFitError, match=r"does not open study\.ordi-vault"):
        Vault.open(file, key, ANA)
    assert capfd.readouterr() == ("", "")


def test_a_vault_is_never_made_without_a_key(file):
    with pytest.raises(ValueError, match="always encrypted"):
        Vault.create(file, b"", ANA)


def test_a_vault_is_never_overwritten(opened, file):
    before = file.read_bytes()
    with pytest.raises(errors.ExistsError):
        Vault.create(file, KEY, ANA)
    assert file.read_bytes() == before


def test_a_vault_that_is_not_there_says_so(file):
    with pytest.raises(errors.MissingFileError):
        Vault.open(file, KEY, ANA)
    assert not file.exists()


def test_a_study_of_the_same_key_is_no_vault(path):
    link = connection.connect(
        path, connection.Access.CREATE, connection.Context("Ana", "Investigator"), KEY
    )
    link.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
    link.execute("CREATE TABLE study (key TEXT)")
    link.close()
    with pytest.raises(KeyDoesNotFitError):
        Vault.open(path, KEY, ANA)


def test_its_slots_are_its_own(opened, file):
    """A password of the study opens the vault only where the vault has a slot for it."""
    slot = keys.wrap(KEY, "apuig", "blau cavall set", "vault", CHEAP)
    key_file.write(key_file.beside(file), KeyFile("vault").with_slot(slot))
    logged = key_file.log_in(key_file.beside(file), "apuig", "blau cavall set", Ticking()(), "pc")
    again = Vault.open(file, logged.key, ANA)
    assert again.identity(SUBJECT) == MARIA
    again.close()


# Tampering


def test_a_whole_vault_has_nothing_wrong(opened):
    opened.identity(SUBJECT)
    assert opened.verify() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail SET actor = 'Nobody'",
        "DELETE FROM trail",
        "DELETE FROM identity",
        "UPDATE identity SET subjid = '01-002'",
    ],
)
def test_what_the_vault_was_told_is_kept(opened, statement):
    with pytest.raises(Exception, match=r"keeps what it was told|keys never change"):
        opened._link.execute(statement)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE trail SET actor = 'Nobody' WHERE id = 2", "Entry 2 of the vault was changed"),
        ("DELETE FROM trail WHERE id = 3", "Entry 3 of the vault was changed"),
        ("UPDATE identity SET name = 'X'", "Subject 01-001: name is not what"),
        ("DELETE FROM identity", "Subject 01-001: birth is not what"),
        ("INSERT INTO identity (siteid, subjid, name) VALUES ('1', 'X', 'Y')", "Subject X: name"),
    ],
)
def test_a_change_behind_its_back_is_found_and_named(opened, file, statement, sentence):
    for name in ("trail_no_update", "trail_no_delete", "identity_no_delete", "identity_changed",
                 "identity_added"):  # fmt: skip
        opened._link.execute(f"DROP TRIGGER {name}")
    opened._link.execute(statement)
    assert sentence in opened.verify()[0].en


def test_another_program_cannot_even_look(opened, file):
    opened.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(file).execute("SELECT * FROM identity")


# Apart


def test_nothing_that_exports_or_shows_a_study_imports_the_vault():
    users = {name_of(m) for m in MODULES if any("db.vault" in name for name in imported(m))}
    assert not {u for u in users if u.split(".")[0] in ("export", "deliver", "demo", "core")}
    assert "db.study_file" not in users


def test_whoever_loads_the_exports_has_not_loaded_the_vault():
    names = [f"ordi_crf.{name_of(m)}" for m in MODULES if name_of(m).startswith("export")]
    program = (
        "import importlib, sys\n"
        f"for name in {[*names, 'ordi_crf.deliver']!r}: importlib.import_module(name)\n"
        "print('ordi_crf.db.vault' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent
    )
    assert (run.stderr, run.stdout.strip()) == ("", "False")


def test_a_study_says_nothing_of_its_vault(path, opened):
    study = StudyFile.create(path, ANA)
    study.add_subject(SUBJECT)
    told = repr(study.data()).encode()
    study.close()
    for secret in SECRETS:
        assert secret not in told + path.read_bytes()


def test_a_copy_of_the_vault_alone_opens_with_its_key(opened, file, tmp_path):
    opened.close()
    copy = tmp_path / "elsewhere.ordi-vault"
    shutil.copy(file, copy)
    again = as_(ANA, copy)
    assert again.identity(SUBJECT) == MARIA
    again.close()
