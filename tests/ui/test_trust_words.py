"""Signatures, locks and second entries in the audit trail: in words, never as codes."""

from __future__ import annotations

import pytest

from ordi_crf.core.life import Scope
from ordi_crf.core.records import Status
from ordi_crf.core.second import DOUBLE
from ordi_crf.db.signing import Signing
from ordi_crf.db.study_file import Actor, Answer
from ordi_crf.forms.schema import Language
from ordi_crf.ui.pages.audit_words import AuditWords
from tests.builders import ANA, SUBJECT, key

DM = key("DM", "SCR")


@pytest.fixture
def lines(study, qapp):
    """Give every line of a trail that holds one of each."""
    study.set_properties({DOUBLE: "DM"})
    study.answer(DM, [Answer("dm", "", "SEX", "F")])
    study.set_status(DM, Status.COMPLETE)
    study.actor = Actor("Eva Sala", "Data manager")
    study.second.answer(DM, [Answer("dm", "", "SEX", "M")])
    (found,) = study.second.finish(DM)
    study.actor = ANA
    study.second.adjudicate(DM, found, "F", "the source says so")
    signing = Signing(Scope.of(DM), "REVIEWED", ANA.name, "")
    study.signing.sign(signing)
    study.life.lock(Scope(SUBJECT, "SCR"))
    study.life.unlock(Scope(SUBJECT, "SCR"), "one form is missing")
    words = AuditWords(Language.EN)
    return [words.line(entry)[4:7] for entry in study.data().audit]


@pytest.mark.parametrize(
    "line",
    [
        ("Second entry: Sex", "", "Male"),
        ("Second entry", "begun", "finished"),
        ("Two entries, decided", "", "Sex: Female / Male: Female"),
        (
            "Signature", "",
            "Ana Puig: I have reviewed these data and they are accurate and complete",
        ),
        ("State of the form", "complete", "signed"),
        ("State of the form", "signed", "locked"),
        ("Screening", "", "locked"),
        ("Screening", "", "unlocked"),
    ],
    ids=lambda line: f"{line[0]} {line[2][:12]}",
)  # fmt: skip
def test_the_trail_is_read_in_words(lines, line):
    assert line in lines
