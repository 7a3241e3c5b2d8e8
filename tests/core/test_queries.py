"""What the checks of a form make of its queries: asked once, answered by the reason, resolved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordi_crf.core.queries import GONE, Step, open_queries, steps
from ordi_crf.core.query import Act, Message, Query, QueryState
from ordi_crf.core.records import Status
from ordi_crf.core.validation import Finding
from ordi_crf.forms.schema import Severity, Text
from tests.builders import key, record

WORDS = "260 kg is unusual."
UNUSUAL = Finding("WEIGHT.EXPECTED", Severity.SOFT, Text(WORDS, "x"), "vs", "", "WEIGHT")
PLACE = ("vs", "", "WEIGHT", "WEIGHT.EXPECTED")
COMPLETE = record("VS", {}, status=Status.COMPLETE)
KEPT = replace(COMPLETE, explanations={UNUSUAL.place: "Weighed twice."})


def query(*said: tuple[Act, str], finding: str = "WEIGHT.EXPECTED", number: int = 7) -> Query:
    messages = tuple(Message(act, "Ana", "Nurse", "2010", text) for act, text in said)
    return Query(number, "vs", "", "WEIGHT", finding, messages)


ASKED, ANSWERED = (Act.RAISED, WORDS), (Act.ANSWERED, "Weighed twice.")


@pytest.mark.parametrize(
    ("queries", "findings", "on", "expected"),
    [
        pytest.param([], [UNUSUAL], COMPLETE, [Step(Act.RAISED, WORDS, 0, *PLACE)], id="asks"),
        pytest.param(
            [],
            [UNUSUAL],
            KEPT,
            [Step(Act.RAISED, WORDS, 0, *PLACE), Step(Act.ANSWERED, "Weighed twice.", 0, *PLACE)],
            id="asks, and the reason answers",
        ),
        pytest.param([], [UNUSUAL], record("VS", {}), [], id="a draft is not asked"),
        pytest.param([query(ASKED)], [UNUSUAL], COMPLETE, [], id="asked already"),
        pytest.param(
            [query(ASKED)],
            [UNUSUAL],
            KEPT,
            [Step(Act.ANSWERED, "Weighed twice.", 7)],
            id="a reason given later answers",
        ),
        pytest.param([query(ASKED, ANSWERED)], [UNUSUAL], KEPT, [], id="answered already"),
        pytest.param(
            [query(ASKED, ANSWERED)], [], KEPT, [Step(Act.RESOLVED, GONE, 7)], id="corrected"
        ),
        pytest.param(
            [query(ASKED)],
            [],
            record("VS", {}),
            [Step(Act.RESOLVED, GONE, 7)],
            id="corrected in a form that was reopened",
        ),
        pytest.param(
            [query(ASKED, ANSWERED, (Act.CLOSED, "Fine."))], [UNUSUAL], KEPT, [], id="accepted"
        ),
        pytest.param(
            [query((Act.RAISED, "250 kg is unusual."), ANSWERED, (Act.CLOSED, "Fine."))],
            [UNUSUAL],
            KEPT,
            [Step(Act.REOPENED, WORDS, 7)],
            id="another value after it was accepted: the old reason is no answer",
        ),
        pytest.param(
            [query(ASKED, ANSWERED, (Act.REOPENED, "Weigh again."))],
            [UNUSUAL],
            KEPT,
            [],
            id="asked again by a person: the reason is no answer",
        ),
        pytest.param(
            [query(ASKED, (Act.RESOLVED, GONE))],
            [UNUSUAL],
            COMPLETE,
            [Step(Act.RAISED, WORDS, 0, *PLACE)],
            id="back again",
        ),
        pytest.param([query(ASKED, (Act.RESOLVED, GONE))], [], COMPLETE, [], id="resolved once"),
        pytest.param([query(ASKED, finding="")], [], COMPLETE, [], id="a person's is left alone"),
        pytest.param(
            [], [replace(UNUSUAL, severity=Severity.HARD)], COMPLETE, [], id="a hard one is none"
        ),
    ],
)
def test_the_checks_of_a_form_add_to_its_queries(queries, findings, on, expected):
    """T24: a soft check is accepted only with a reason, and stays visible."""
    assert steps(queries, findings, on) == expected


def test_a_query_stands_where_its_last_message_left_it():
    assert query(ASKED).state is QueryState.OPEN
    assert query(ASKED, ANSWERED).state is QueryState.ANSWERED
    assert query(ASKED, ANSWERED, (Act.CLOSED, "x")).closed
    assert query(ASKED, (Act.RESOLVED, GONE)).closed


@pytest.mark.parametrize("act", [Act.ANSWERED, Act.CLOSED, Act.RESOLVED])
def test_a_closed_query_is_only_reopened(act):
    closed = query(ASKED, (Act.CLOSED, "x"))
    assert not closed.may(act)
    assert closed.may(Act.REOPENED)


def test_an_answer_is_one_to_the_last_question():
    again = query(ASKED, ANSWERED, (Act.REOPENED, "Weigh again."))
    assert again.answer is None
    assert again.question.text == "Weigh again."


def test_open_queries_come_oldest_first_with_their_form():
    vs, dm = key("VS"), key("DM", "SCR")
    found = open_queries(
        {
            vs: (query(ASKED, number=4), query(ASKED, (Act.CLOSED, "x"), number=5)),
            dm: (query(ASKED, ANSWERED, number=2),),
        }
    )
    assert [(form, q.number) for form, q in found] == [(dm, 2), (vs, 4)]
