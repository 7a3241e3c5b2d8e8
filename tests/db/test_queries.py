"""Queries in the study file: only ever added to, audited, and closed by whoever asks."""

from __future__ import annotations

import pytest

from ordi_crf.core.queries import GONE, Step
from ordi_crf.core.query import Act, QueryState
from ordi_crf.db import query_errors
from ordi_crf.db.audit import verify
from ordi_crf.db.study_file import Answer
from tests.builders import ANA, JOAN, at_work, key
from tests.db.tampering import refused, tampered

DM, AE = key("DM", "SCR"), key("AE")
SEX = ("dm", "", "SEX")


@pytest.fixture
def asked(study):
    """Give a study with an answered query about an item, and an open one about a form."""
    study.answer(DM, [Answer(*SEX, "F")])
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.actor = JOAN
    study.queries.ask(DM, SEX, "The chart says M.")
    study.queries.ask(AE, ("", "", ""), "Is the rash of May not an event?")
    study.actor = ANA
    study.queries.answer(1, "The chart is of her brother.")
    return study


def test_a_query_keeps_every_message_with_who_and_when(asked):
    """T10 and T11: what was asked, by whom, and every word that followed."""
    (query,) = asked.queries.of(DM)
    assert (query.number, query.place, query.state) == (1, SEX, QueryState.ANSWERED)
    told = [(m.act, m.actor, m.role, m.text) for m in query.messages]
    assert told == [
        (Act.RAISED, "Joan Ribó", "Monitor", "The chart says M."),
        (Act.ANSWERED, "Ana Puig", "Investigator", "The chart is of her brother."),
    ]
    assert all(m.at.startswith("2010-03-15T08:00:") and m.at.endswith("Z") for m in query.messages)


def test_a_query_about_a_whole_form_has_no_place(asked):
    (query,) = asked.queries.of(AE)
    assert query.place == ("", "", "")
    assert query.state is QueryState.OPEN


def test_closing_and_asking_again_turn_the_state(asked):
    with at_work(asked, JOAN):
        asked.queries.close(1, "Thank you.")
    assert asked.queries.of(DM)[0].state is QueryState.CLOSED
    with at_work(asked, JOAN):
        asked.queries.reopen(1, "The laboratory says M as well.")
    assert asked.queries.of(DM)[0].state is QueryState.OPEN
    assert asked.queries.of(DM)[0].question.text == "The laboratory says M as well."
    assert asked.queries.of(DM)[0].answer is None


def test_every_word_is_in_the_trail_and_the_tables_agree(asked):
    entries = [(e.item, e.new) for e in asked.data().audit if e.action in ("query", "message")]
    assert entries[:3] == [
        ("SEX.QUERY1", "PERSON"),
        ("SEX.QUERY1.1", "RAISED: The chart says M."),
        (".QUERY2", "PERSON"),
    ]
    assert verify(asked.data()) == []


def test_the_study_tells_its_queries_by_form(asked):
    found = asked.data().queries
    assert {k: [q.number for q in queries] for k, queries in found.items()} == {DM: [1], AE: [2]}
    assert asked.queries.all() == found


@pytest.mark.parametrize(
    ("move", "mover", "error"),
    [
        pytest.param(lambda q: q.answer(9, "x"), ANA, query_errors.UnknownQueryError, id="unknown"),
        pytest.param(lambda q: q.answer(1, "x"), ANA, query_errors.QueryClosedError, id="closed"),
        pytest.param(lambda q: q.close(1, "x"), JOAN, query_errors.QueryClosedError, id="twice"),
        pytest.param(lambda q: q.reopen(2, "x"), JOAN, query_errors.QueryOpenError, id="open"),
        pytest.param(lambda q: q.answer(2, "  "), ANA, query_errors.NoWordsError, id="no words"),
        pytest.param(lambda q: q.answer(2, "x" * 2001), ANA, query_errors.NoWordsError, id="long"),
    ],
)
def test_what_a_query_cannot_take_is_refused_in_a_sentence(asked, move, mover, error):
    with at_work(asked, JOAN):
        asked.queries.close(1, "Thank you.")
    before = asked.data().audit
    with at_work(asked, mover), pytest.raises(error) as caught:
        move(asked.queries)
    assert caught.value.message.en != caught.value.message.es
    assert asked.data().audit == before


def test_a_form_nobody_has_begun_is_not_asked_about(asked):
    with pytest.raises(query_errors.NothingToAskError), at_work(asked, JOAN):
        asked.queries.ask(key("VS"), ("", "", ""), "Where are the vital signs?")
    assert key("VS") not in asked.records()


@pytest.mark.parametrize(
    "place",
    [("nosuch", "", ""), ("dm", "", "NOSUCH"), ("dm", "", "AETERM")],
    ids=["section", "item", "item of another form"],
)
def test_a_query_is_about_what_the_form_has(asked, place):
    with pytest.raises(KeyError), at_work(asked, JOAN):
        asked.queries.ask(DM, place, "x")


def test_what_a_check_says_is_one_event(asked):
    steps = [
        Step(Act.RAISED, "Unusual.", 0, *SEX, "SEX.EXPECTED"),
        Step(Act.ANSWERED, "It is so.", 0, *SEX, "SEX.EXPECTED"),
        Step(Act.RESOLVED, GONE, 2),
    ]
    asked.queries.take(DM, steps)
    query = asked.queries.of(DM)[1]
    assert (query.finding, query.state) == ("SEX.EXPECTED", QueryState.ANSWERED)
    assert asked.queries.of(AE)[0].state is QueryState.CLOSED
    assert len({entry.at for entry in asked.data().audit[-4:]}) == 1
    assert verify(asked.data()) == []


def test_answers_of_a_file_are_one_event_that_names_it(asked):
    """T36: attributed to whoever imports, with the name and the digest of the file."""
    asked.queries.answer_all([(1, "Sure."), (2, "It was before.")], "queries.xlsx abc")
    assert asked.queries.of(AE)[0].answer.text == "It was before."
    last = asked.data().audit[-1]
    assert (last.action, last.item, last.new) == ("event", "IMPORT", "queries.xlsx abc")


def test_nothing_of_a_file_is_answered_when_one_answer_cannot_be(asked):
    before = asked.data()
    with pytest.raises(query_errors.UnknownQueryError):
        asked.queries.answer_all([(2, "It was before."), (9, "x")], "queries.xlsx abc")
    assert asked.data() == before


FOREIGN = {
    "add a query": "INSERT INTO query (record_id, section, row, item, finding) "
    "VALUES (1, '', '', '', '')",
    "change a query": "UPDATE query SET item = 'RACE'",
    "remove a query": "DELETE FROM query",
    "add a message": "INSERT INTO query_message (query_id, n, act, actor, role, at, text) "
    "VALUES (2, 2, 'CLOSED', 'Nobody', 'Monitor', '2010', 'fine')",
    "change a message": "UPDATE query_message SET text = 'x'",
    "remove a message": "DELETE FROM query_message",
    "reorder messages": "UPDATE query_message SET n = 10 - n",
    "replace a message": "REPLACE INTO query_message SELECT id, query_id, n, act, 'Nobody', role, "
    "at, text FROM query_message",
}


@pytest.mark.parametrize("statement", FOREIGN.values(), ids=FOREIGN)
def test_another_program_cannot_write_queries(asked, path, statement):
    """T05."""
    refused(asked, path, statement)


EDITED = {
    "QUERY3": "INSERT INTO query (id, record_id, section, row, item, finding) "
    "VALUES (3, 1, 'dm', '', 'SEX', ''); INSERT INTO query_message (query_id, n, act, actor, "
    "role, at, text) VALUES (3, 1, 'RAISED', 'Nobody', 'Monitor', '2010', 'x')",
    "RACE.QUERY1": "UPDATE query SET item = 'RACE' WHERE id = 1",
    "SEX.QUERY1": "UPDATE query SET finding = 'SEX.EXPECTED' WHERE id = 1",
    "AE / 1 / .QUERY2": "PRAGMA foreign_keys = OFF; DELETE FROM query_message WHERE query_id = 2; "
    "DELETE FROM query WHERE id = 2",
    "SEX.QUERY1.2": "DELETE FROM query_message WHERE query_id = 1 AND n = 2",
    "SEX.QUERY1.1": "UPDATE query_message SET text = 'x' WHERE query_id = 1 AND n = 1",
    "by whom": "UPDATE query_message SET actor = 'Nobody' WHERE query_id = 1 AND n = 2",
    "when": "UPDATE query_message SET at = '2009' WHERE query_id = 1 AND n = 2",
    "reordered": "UPDATE query_message SET n = -n WHERE query_id = 1; "
    "UPDATE query_message SET n = n + 3 WHERE query_id = 1",
}


@pytest.mark.parametrize(("place", "statements"), EDITED.items(), ids=EDITED)
def test_a_query_edited_behind_the_trail_is_found_and_named(asked, path, place, statements):
    problems = verify(tampered(asked, path, *statements.split("; ")))
    named = place if "QUERY" in place else "SEX.QUERY1.2"
    assert any(named in problem.en for problem in problems)
