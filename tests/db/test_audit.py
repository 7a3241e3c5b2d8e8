"""The audit trail: complete, in the words of T01 to T08, and telling when it was touched."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from ordi_crf import __version__
from ordi_crf.core.records import Status
from ordi_crf.db import schema
from ordi_crf.db.audit import clock_set_back, verify
from ordi_crf.db.study_file import Answer, StudyFile
from tests.builders import ANA, NURIA, answers, clasi, key, stroke

DM, AE, CLASI, BM = key("DM", "SCR"), key("AE"), key("CLASI"), key("BM")
SEX = Answer("dm", "", "SEX", "F")


@pytest.fixture
def entered(study):
    """Give a study with one of each change a study file knows."""
    study.answer(DM, [SEX, Answer("dm", "", "BRTHDAT", "1969")])
    study.answer(CLASI, answers(clasi(top=True)))
    study.add_row(BM, "bm_stroke", stroke())
    study.add_row(AE, "ae", {"AETERM": "Headache", "AETOXGR": "1"})
    study.void(AE, "ae", "1")
    study.void(AE, "ae", "1", voided=False)
    study.explain(CLASI, ("clasi_area", "07", "MAP.ERYTHEMA"), "scaling only")
    study.explain(CLASI, ("clasi_area", "07", "MAP.ERYTHEMA"), "scaling only, seen twice")
    study.set_status(DM, Status.COMPLETE)
    study.answer(DM, [Answer("dm", "", "SEX", None)], "entered for the wrong patient")
    study.log_event("EXPORTED", "workbook.xlsx")
    study.set_properties({"siteid": "02"})
    return study


def last(study):
    return study.data().audit[-1]


def test_an_entry_says_who_what_where_when_and_with_what(study):
    """DI-TRAIL: T01."""
    study.actor = NURIA
    study.answer(DM, [SEX])
    entry = last(study)
    assert (entry.actor, entry.role, entry.machine) == ("Núria Vila", "Nurse", "ward-3")
    assert (entry.version, entry.action) == (__version__, "insert")
    assert (entry.siteid, entry.subjid, entry.visit, entry.form) == ("01", "01-001", "SCR", "DM")
    assert (entry.section, entry.row, entry.item) == ("dm", "", "SEX")
    assert (entry.old, entry.new, entry.reason) == (None, "F", None)
    assert entry.at.startswith("2010-03-15T08:00:")
    assert entry.at.endswith("Z")


def test_every_first_answer_is_in_the_trail(study):
    """T02: the first entry counts, not only its changes."""
    cells = clasi(top=True)
    study.answer(CLASI, answers(cells))
    entered = {(a.section, a.row, a.item): a.value for a in answers(cells)}
    audited = {(e.section, e.row, e.item): e.new for e in study.data().audit if e.section in cells}
    assert audited == {place: value for place, value in entered.items() if value is not None}


@pytest.mark.parametrize(
    "changes",
    [("F", "M"), ("F", None), ("F", None, "F")],
    ids=["change", "blanking", "blanking and back"],
)
def test_both_states_of_a_change_are_in_the_trail(study, changes):
    """DI-TRAIL: T03."""
    for value in changes:
        study.answer(DM, [Answer("dm", "", "SEX", value)])
    told = [(e.old, e.new) for e in study.history(DM, "dm", "", "SEX")]
    assert told == list(zip((None, *changes), changes, strict=False))


def test_the_same_answer_again_is_no_change(study):
    study.answer(DM, [SEX])
    before = study.data().audit
    study.answer(DM, [SEX])
    assert study.data().audit == before


def test_answers_of_one_event_share_their_moment(study):
    before = len(study.data().audit)
    study.answer(CLASI, answers(clasi()))
    assert len({e.at for e in study.data().audit[before:]}) == 1


def test_the_trail_tells_the_state_of_every_table(entered):
    assert verify(entered.data()) == []


def test_the_trail_holds_with_the_head_that_an_export_printed(entered):
    head = entered.data().head
    entered.answer(DM, [SEX], "found the file")
    assert verify(entered.data(), head) == []


def tampered(study, path, *statements, drop=True):
    """Return the study as it is after somebody went behind the program's back."""
    study.close()
    connection = sqlite3.connect(path)
    if drop:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    opened = StudyFile.open(path, ANA)
    data = opened.data()
    opened.close()
    return data


FOREIGN_WRITES = {
    "change an entry": "UPDATE audit SET actor = 'Nobody' WHERE id = 9",
    "replace an entry": "REPLACE INTO audit SELECT * FROM audit WHERE id = 9",
    "remove an entry": "DELETE FROM audit WHERE id = 9",
    "add an entry": "INSERT INTO audit SELECT 999, at, actor, role, machine, version, action, "
    "siteid, subjid, visit, visit_repeat, form, form_repeat, section, row, item, old, new, "
    "reason, hash FROM audit WHERE id = 9",
    "change an answer": "UPDATE dm SET SEX = 'M'",
    "change an answer to itself": "UPDATE dm SET SEX = SEX",
    "add an answer": "INSERT INTO sv (record_id, SVOCCUR) VALUES (1, 'Y')",
    "add a blank row": "INSERT INTO ae (record_id, row) VALUES (1, '9')",
    "remove an answer": "DELETE FROM dm",
    "move an answer": "UPDATE dm SET record_id = 2",
    "void a row": "UPDATE ae SET voided = 1",
    "renumber a row": "UPDATE ae SET row = '9'",
    "complete a form": "UPDATE record SET status = 'COMPLETE' WHERE form = 'AE'",
    "reopen a form": "UPDATE record SET status = 'DRAFT'",
    "move a form": "UPDATE record SET visit = 'W2'",
    "renumber a form": "UPDATE record SET id = id + 100",
    "change a form's version": "UPDATE record SET form_version = '9'",
    "remove a form": "DELETE FROM record",
    "add a form": "INSERT INTO record (subject_id, visit, form, form_version) "
    "VALUES (1, 'W8', 'DM', '1')",
    "rename a subject": "UPDATE subject SET subjid = 'x'",
    "add a subject": "INSERT INTO subject (siteid, subjid) VALUES ('01', 'x')",
    "remove a subject": "DELETE FROM subject",
    "change a property": "UPDATE study SET value = '03' WHERE key = 'siteid'",
    "remove a property": "DELETE FROM study",
    "explain": "UPDATE explanation SET reason = 'x'",
    "remove an explanation": "DELETE FROM explanation",
    "plant a figure": "INSERT INTO drawing (digest, content) VALUES ('figures x', x'00')",
}


@pytest.mark.parametrize("statement", FOREIGN_WRITES.values(), ids=FOREIGN_WRITES)
def test_another_program_cannot_write(entered, path, statement):
    """T05: the triggers refuse, or call functions that no other program has."""
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match=r"never|append-only|no such function"):
        connection.execute(statement)
    connection.close()


TOUCHED = {
    "actor": "UPDATE audit SET actor = 'Nobody' WHERE id = 9",
    "moment": "UPDATE audit SET at = '2010-01-01T00:00:00.000Z' WHERE id = 9",
    "value": "UPDATE audit SET new = coalesce(new, '') || 'x' WHERE id = 9",
    "reason": "UPDATE audit SET reason = 'x' WHERE id = 9",
    "hash": "UPDATE audit SET hash = 'x' WHERE id = 9",
    "removed entry": "DELETE FROM audit WHERE id = 9",
    "first entry removed": "DELETE FROM audit WHERE id = 1",
}


@pytest.mark.parametrize("statement", TOUCHED.values(), ids=TOUCHED)
def test_a_touched_entry_is_found_and_named(entered, path, statement):
    """T06."""
    (problem,) = verify(tampered(entered, path, statement))
    assert f"entry {1 if 'id = 1' in statement else 9} " in problem.en
    assert problem.es != problem.en


def test_a_cut_tail_is_found_by_whoever_kept_an_export(entered, path):
    """T07: by itself, a shorter trail is a whole trail."""
    head = entered.data().head
    data = tampered(
        entered, path, "DELETE FROM audit WHERE id > (SELECT max(id) - 1 FROM audit)",
        "UPDATE study SET value = '01' WHERE key = 'siteid'",
    )  # fmt: skip
    assert verify(data) == []
    (problem,) = verify(data, head)
    assert head[:12] in problem.en


EDITED = {
    "dm / BRTHDAT": "UPDATE dm SET BRTHDAT = '1970'",
    "clasi_area / 07 / CLERY": "UPDATE clasi_area SET CLERY = NULL WHERE row = '07'",
    "ae / 1 / VOIDED": "UPDATE ae SET voided = 1",
    "record / STATUS": "UPDATE record SET status = 'COMPLETE' WHERE form = 'AE'",
    "MAP.ERYTHEMA": "UPDATE explanation SET reason = 'x'",
    "siteid": "UPDATE study SET value = '07' WHERE key = 'siteid'",
    "x / subject / SUBJID": "INSERT INTO subject (siteid, subjid) VALUES ('01', 'x')",
    "BMOP": "DELETE FROM bm_stroke",
}


@pytest.mark.parametrize(("place", "statement"), EDITED.items(), ids=EDITED)
def test_an_edit_behind_the_trail_is_found_and_named(entered, path, place, statement):
    problems = verify(tampered(entered, path, statement))
    assert any(place in problem.en for problem in problems)


def test_dropped_triggers_are_back_at_the_next_opening(entered, path):
    tampered(entered, path)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.close()
    wanted = {n for n, sql in schema.attachments().items() if sql.startswith("CREATE TRIGGER")}
    assert {name for (name,) in rows} == wanted


def test_a_planted_trigger_is_gone_at_the_next_opening(entered, path):
    planted = "CREATE TRIGGER hush AFTER INSERT ON dm BEGIN SELECT 1; END"
    tampered(entered, path, planted, drop=False)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name FROM sqlite_master WHERE name = 'hush'").fetchall()
    connection.close()
    assert rows == []


def test_a_clock_that_was_set_back_is_told(entered):
    """T08."""
    audit = entered.data().audit
    assert clock_set_back(audit) == []
    late = replace(audit[4], at="2010-03-15T07:59:59.000Z")
    assert clock_set_back((*audit[:4], late, *audit[5:])) == [late]
