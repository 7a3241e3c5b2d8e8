"""An encrypted study (T14, T29): nothing of a subject or a password lies open beside it."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime

import pytest

from ordi_crf.db import connection, digests, key_file, keys
from ordi_crf.db.audit import verify
from ordi_crf.db.backup import Kind, make
from ordi_crf.db.key_file import KeyFile
from ordi_crf.db.keys import Cost
from ordi_crf.db.restore import restore
from ordi_crf.db.study_file import Answer
from ordi_crf.db.trust_errors import KeyDoesNotFitError, WrongPasswordError
from tests.db.sealed import AE, DM, KEY, ana, at_work, filled

NOW = datetime(2010, 3, 15, 8, tzinfo=UTC)
PASSWORD = "blau cavall set"
OPEN_WORDS = [
    word.encode()
    for word in (
        "Cefalea", "cefalea intensa", "Ana Puig", "01-001", "no papers", "CREATE TABLE", "audit",
        "vértigo al levantarse", "ward-3", PASSWORD, KEY.hex(), keys.recovery_code(KEY),
    )
]  # fmt: skip
"""What was entered, who entered it, how the file is made, and what opens it."""


def open_words(folder):
    """Return the words that lie open in any file below a folder, with the file's name."""
    contents = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return [
        (file.name, word)
        for file, content in contents.items()
        for word in (*OPEN_WORDS, *(w.decode().encode("utf-16-le") for w in OPEN_WORDS))
        if word.lower() in content.lower()
    ]


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Give the folder that SQLite and Python take for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def enter(study):
    study.add_row(AE, "ae", {"AETERM": "Vértigo al levantarse"})
    study.answer(DM, [Answer("dm", "", "SEX", "M")])
    study.keep_drawing("mask", b"Cefalea" * 40_000)


def test_what_is_looked_for_is_found_in_a_plain_study(path):
    filled(path, b"")
    found = {word for _, word in open_words(path.parent)}
    assert len(found) >= 7


@pytest.mark.parametrize("network", [False, True], ids=["log", "rollback journal"])
def test_nothing_lies_open_while_a_study_is_at_work(path, temporary, network):
    filled(path, KEY)
    with at_work(path, KEY, network=network) as study:
        enter(study)
        with study._transactions.writing() as link:
            link.execute("UPDATE ae SET aeterm = 'Cefalea muy intensa' WHERE id = 1")
            link.execute("CREATE TEMP TABLE sorted AS SELECT * FROM audit ORDER BY new")
            names = {file.name for file in path.parent.iterdir()}
            assert names & {"study.ordi-wal", "study.ordi-journal"}
            assert open_words(path.parent) == []
        assert open_words(path.parent) == []
        assert verify(study.data()) == []
    assert open_words(path.parent) == []


def test_nothing_lies_open_after_a_session_with_backup_restore_and_passwords(path, temporary):
    filled(path, KEY)
    slots = key_file.beside(path)
    slot = keys.wrap(KEY, "apuig", PASSWORD, "study", Cost(64, 1, 1))
    key_file.write(slots, KeyFile("study").with_slot(slot))
    with pytest.raises(WrongPasswordError):
        key_file.log_in(slots, "apuig", "cefalea intensa", NOW, "pc")
    secret = key_file.log_in(slots, "apuig", PASSWORD, NOW, "pc").key
    with at_work(path, secret) as study:
        enter(study)
    made = make(path, secret, Kind.CLOSE, NOW)
    restore(made.backup.path, path, secret, ana(), NOW)
    assert open_words(path.parent) == []


def test_a_study_opens_with_the_recovery_key_when_its_slots_are_lost(path):
    printed = keys.recovery_code(KEY)
    filled(path, KEY)
    with at_work(path, keys.recovered_key(printed.lower())) as study:
        assert study.record(DM).sections["dm"][""].values["SEX"] == "F"


@pytest.mark.parametrize("secret", [bytes(32), b""], ids=["another key", "no key"])
def test_another_key_reads_nothing_and_prints_nothing(path, secret, capfd):
    filled(path, KEY)
    before = path.read_bytes()
    with pytest.raises(KeyDoesNotFitError, match=r"does not open study\.ordi"):
        digests.of_file(path, secret)
    assert capfd.readouterr() == ("", "")
    assert path.read_bytes() == before


def test_a_key_for_a_plain_study_is_said_not_to_fit(path):
    filled(path, b"")
    assert connection.is_plain(path)
    with pytest.raises(KeyDoesNotFitError):
        digests.of_file(path, KEY)


@pytest.mark.parametrize("page", [1, 20, 40])
def test_a_flipped_bit_anywhere_in_an_encrypted_study_is_found(path, page):
    filled(path, KEY)
    content = bytearray(path.read_bytes())
    content[page * 4096 + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(Exception, match="damaged"):
        digests.of_file(path, KEY)
