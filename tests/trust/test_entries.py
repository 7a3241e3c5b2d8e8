"""The audit trail of an encrypted study with accounts: each change as one entry, none left out."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from ordi_crf import __version__
from ordi_crf.core.missing import Missing
from ordi_crf.core.permissions import Role
from ordi_crf.core.records import AuditEntry, Status
from ordi_crf.db import audit
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import SUBJECT, Ticking, key
from tests.db import people
from tests.db.people import come

SV, AE, BM, LB = key("SV"), key("AE"), key("BM"), key("LB")
TEXT, WHY = ("sv", "", "SVCOM"), "misread"
NURSE = people.name(Role.NURSE)

Act = Callable[[StudyFile], object]
Told = list[tuple[str, str, str, str | None, str | None, str | None]]
"""Section, row, item, old, new, reason."""


def said(value: str | None) -> Act:
    return lambda study: study.answer(SV, [Answer(*TEXT, value)])


def corrected(value: str | None) -> Act:
    return lambda study: study.answer(SV, [Answer(*TEXT, value)], WHY)


def absent(missing: Missing | None) -> Act:
    return lambda study: study.say_missing([(SV, TEXT)], missing)


def complete(study: StudyFile) -> None:
    study.answer(SV, [Answer("sv", "", "SVOCCUR", "Y"), Answer("sv", "", "VISDAT", "2010-03-15")])
    study.set_status(SV, Status.COMPLETE)


@pytest.fixture
def nurse(guarded: Path):
    """Give the study with its nurse at work and a form that was begun."""
    study = come(guarded, Role.NURSE)
    study.answer(SV, [Answer("sv", "", "SVOCCUR", "Y")])
    yield study
    study.close()


def entries(study: StudyFile, act: Act) -> list[AuditEntry]:
    before = len(study.data().audit)
    act(study)
    return list(study.data().audit[before:])


def test_an_entry_names_the_account_and_everything_else(nurse: StudyFile) -> None:
    """T01: the printed name is one account's alone, and stays it for good."""
    (entry,) = entries(nurse, said("Feels better"))
    (account,) = [a for a in nurse.accounts.all() if a.name == entry.actor]
    assert account == nurse.accounts.current
    assert (entry.actor, entry.role) == (NURSE, "Nurse")
    assert (entry.machine, entry.version) == ("ward-3", __version__)
    assert (entry.siteid, entry.subjid) == (SUBJECT.siteid, SUBJECT.subjid)
    assert (entry.visit, entry.visit_repeat, entry.form, entry.form_repeat) == ("D1", 1, "SV", 1)
    assert (entry.section, entry.row, entry.item) == TEXT
    assert (entry.old, entry.new, entry.reason) == (None, "Feels better", None)
    assert entry.at.startswith("2010-03-15T08:00:")
    assert entry.at.endswith("Z")


CHANGES: dict[str, tuple[list[Act], Told]] = {
    "T02: a first answer": ([said("a")], [(*TEXT, None, "a", None)]),
    "T01: another answer": ([said("a"), said("b")], [(*TEXT, "a", "b", None)]),
    "T03: an answer blanked": ([said("a"), said(None)], [(*TEXT, "a", None, None)]),
    "T03: a blank with its reason": (
        [absent(Missing("ASKU", "left early"))],
        [
            ("sv", "", "SVCOM.NULLCOMMENT", None, "left early", None),
            ("sv", "", "SVCOM.NULLFLAVOR", None, "ASKU", None),
        ],
    ),
    "T03: an answer where one was missing": (
        [absent(Missing("ASKU", "")), said("a")],
        [(*TEXT, None, "a", None), ("sv", "", "SVCOM.NULLFLAVOR", "ASKU", None, None)],
    ),
    "T03: missing for another reason": (
        [absent(Missing("ASKU", "")), absent(Missing("NASK", ""))],
        [("sv", "", "SVCOM.NULLFLAVOR", "ASKU", "NASK", None)],
    ),
    "T01: a correction with its reason": (
        [said("a"), complete, corrected("b")],
        [(*TEXT, "a", "b", WHY)],
    ),
    "T03: a correction to nothing": (
        [said("a"), complete, corrected(None)],
        [(*TEXT, "a", None, WHY)],
    ),
}


@pytest.mark.parametrize(("acts", "told"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_told_with_both_states(nurse: StudyFile, acts: list[Act], told: Told) -> None:
    """T01 to T03: as its case says."""
    for act in acts[:-1]:
        act(nurse)
    found = entries(nurse, acts[-1])
    assert [(e.section, e.row, e.item, e.old, e.new, e.reason) for e in found] == told
    assert {e.actor for e in found} == {NURSE}


def test_a_row_is_told_from_its_beginning_to_its_voiding(guarded: Path) -> None:
    """T01: what is taken away is voided, with who and why, and nothing is ever deleted."""
    with closing(come(guarded, Role.INVESTIGATOR)) as study:
        row = study.add_row(AE, "ae", {"AETERM": "Rash"})
        (entry,) = entries(study, lambda s: s.void(AE, "ae", row, reason="entered twice"))
        kept = study.record(AE).sections["ae"][row]
    assert (entry.row, entry.item, entry.old, entry.new) == (row, "VOIDED", "0", "1")
    assert entry.reason == "entered twice"
    assert (kept.voided, kept.values["AETERM"]) == (True, "Rash")


def test_no_call_takes_a_time(guarded: Path) -> None:
    """T08: the program sets the time of an entry; nobody who enters can say another."""
    with closing(come(guarded, Role.NURSE)) as study:
        parts = (
            study, study.accounts, study.life, study.signing, study.second, study.queries,
            study.verification,
        )  # fmt: skip
    asked = {
        f"{type(part).__name__}.{name}.{parameter}"
        for part in parts
        for name, method in inspect.getmembers(part, inspect.ismethod)
        if not name.startswith("_")
        for parameter, known in inspect.signature(method).parameters.items()
        if "datetime" in str(known.annotation) or parameter in ("at", "now", "when", "clock")
    }
    assert asked <= {"StudyFile.open.clock", "StudyFile.create.clock"}


def test_a_clock_set_back_is_noticed_where_it_happened(guarded: Path) -> None:
    """T08: the entry before which it was set back is named, and its chain still holds."""
    clock = Ticking()
    clock.now += timedelta(days=1)
    with closing(come(guarded, Role.NURSE, clock=clock)) as study:
        study.answer(SV, [Answer(*TEXT, "a")])
        assert audit.clock_doubt(study.data().audit) is None
        clock.now -= timedelta(hours=3)
        study.answer(SV, [Answer(*TEXT, "b")])
        data = study.data()
    late = audit.clock_set_back(data.audit)
    assert [entry.new for entry in late] == ["b"]
    assert f"before audit entry {late[0].id} (2010-03-16 05:00:" in audit.clock_doubt(data.audit).en
    assert audit.verify(data) == []
