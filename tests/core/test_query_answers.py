"""Answers out of a file, judged one by one: taken, or refused in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.query import Act, Message, Query
from ordi_crf.core.query_answers import Line, judged
from tests.builders import key

DM = key("DM", "SCR")


def query(number, *acts):
    said = tuple(Message(act, "Joan", "Monitor", "2010", "Is  it so?\nSure?") for act in acts)
    return Query(number, "dm", "", "SEX", "", said)


QUERIES = {
    DM: (
        query(1, Act.RAISED),
        query(2, Act.RAISED, Act.CLOSED),
        query(3, Act.RAISED, Act.ANSWERED),
    )
}
LINE = Line(2, "1", "01-001", "Is it so? Sure?", "It is.")


def test_an_answer_to_an_open_query_is_taken():
    taken, refused = judged([LINE], QUERIES)
    assert [(t.key, t.query.number, t.line.text) for t in taken] == [(DM, 1, "It is.")]
    assert refused == []


def test_who_answered_goes_with_the_answer():
    assert replace(LINE, by="Dr Soler").text == "It is. (Dr Soler)"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param(replace(LINE, number="9"), "no query 9", id="unknown"),
        pytest.param(replace(LINE, number="one"), "no number", id="no number"),
        pytest.param(replace(LINE, number="²"), "no number", id="a superscript is no number"),
        pytest.param(replace(LINE, number="2"), "closed", id="closed"),
        pytest.param(replace(LINE, number="3"), "answered already", id="answered"),
        pytest.param(replace(LINE, question="Is it not so?"), "changed", id="changed question"),
        pytest.param(replace(LINE, subject="01-002"), "another", id="another study"),
        pytest.param(replace(LINE, answer="x" * 2001), "longer", id="too long"),
    ],
)
def test_what_answers_nothing_is_refused_in_a_sentence(line, said):
    taken, (refused,) = judged([line], QUERIES)
    assert taken == []
    assert said in refused.why.en
    assert refused.why.en != refused.why.es


def test_a_query_answered_twice_in_a_file_is_answered_once():
    taken, refused = judged([LINE, replace(LINE, row=3, answer="It is not.")], QUERIES)
    assert [t.line.row for t in taken] == [2]
    assert "twice" in refused[0].why.en
