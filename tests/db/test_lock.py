"""One writer at a time: the second reads, is told who writes, and a crash leaves nothing stuck."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from ordi_crf.db import errors
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, JOAN, SUBJECT, key, stroke

HOLDING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from ordi_crf.db.study_file import Actor, StudyFile
study = StudyFile.open(
    Path(sys.argv[1]), Actor("Núria Vila", "Investigator"),
    clock=lambda: datetime(2010, 3, 15, 9, 30, tzinfo=UTC), machine="ward-7",
)
print(study.read_only, study.holder, flush=True)
sys.stdin.readline()
study.close()
"""
DM = key("DM", "SCR")


@pytest.fixture
def elsewhere(study, path):
    """Give another process that has the study open, and the first words it said."""
    study.close()
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "False None\n"
    yield process
    process.communicate("\n")


def test_the_second_program_reads_and_knows_who_writes(elsewhere, path):
    study = StudyFile.open(path, ANA)
    assert study.read_only
    assert str(study.holder) == "Núria Vila, ward-7, 2010-03-15 09:30 UTC"
    assert study.subjects() == (SUBJECT,)
    study.close()


WRITES = {
    "answer": lambda s: s.answer(DM, [Answer("dm", "", "SEX", "F")]),
    "subject": lambda s: s.add_subject(SUBJECT),
    "row": lambda s: s.add_row(key("BM"), "bm_stroke", stroke()),
    "void": lambda s: s.void(key("AE"), "ae", "1"),
    "event": lambda s: s.log_event("EXPORTED", "x"),
    "property": lambda s: s.set_properties({"siteid": "02"}),
    "preference": lambda s: s.remember("language", "es"),
    "drawing": lambda s: s.keep_drawing("x", b""),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_the_second_program_writes_nothing_and_says_why(elsewhere, path, write):
    study = StudyFile.open(path, ANA)
    before = study.data()
    with pytest.raises(errors.ReadOnlyError, match=r"Núria Vila, ward-7.*nothing was changed"):
        write(study)
    assert study.data() == before
    study.close()


def test_the_second_program_sees_what_the_first_enters(study, path):
    reader = StudyFile.open(path, JOAN)
    study.answer(DM, [Answer("dm", "", "SEX", "F")])
    assert reader.record(DM).sections["dm"][""].values["SEX"] == "F"
    reader.close()


def test_closing_the_second_does_not_let_a_third_one_write(elsewhere, path):
    for _ in range(3):
        study = StudyFile.open(path, ANA)
        assert study.read_only
        study.close()


def test_the_same_file_in_two_windows_of_one_program_has_one_writer(study, path):
    second = StudyFile.open(path, JOAN)
    assert second.read_only
    assert second.holder.actor == "Ana Puig"
    second.close()
    study.answer(DM, [Answer("dm", "", "SEX", "F")])


def test_two_names_of_one_file_have_one_writer(study, path):
    link = path.with_name("link.ordi")
    link.symlink_to(path)
    second = StudyFile.open(link, JOAN)
    assert second.read_only
    second.close()


def test_a_study_that_was_closed_is_open_to_the_next(study, path):
    study.close()
    second = StudyFile.open(path, JOAN)
    assert (second.read_only, second.holder) == (False, None)
    second.close()


def test_a_crash_lets_go_of_the_study(elsewhere, path):
    elsewhere.send_signal(signal.SIGKILL)
    elsewhere.wait()
    study = StudyFile.open(path, ANA)
    assert (study.read_only, study.holder) == (False, None)
    study.close()
    assert [file.name for file in path.parent.iterdir()] == ["study.ordi"]


def test_the_word_of_a_crashed_holder_is_not_believed(elsewhere, path):
    elsewhere.send_signal(signal.SIGKILL)
    elsewhere.wait()
    study = StudyFile.open(path, ANA, read_only=True)
    assert study.holder is None
    with pytest.raises(errors.ReadOnlyError) as refusal:
        study.log_event("x", "y")
    assert "Núria" not in refusal.value.message.en
    study.close()


def test_a_new_study_beside_one_being_made_is_refused(path):
    from ordi_crf.db import lock

    held = lock.acquire(path)
    with pytest.raises(errors.ExistsError):
        StudyFile.create(path, ANA)
    lock.release(held)
    assert list(path.parent.iterdir()) == []
