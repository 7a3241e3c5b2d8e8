"""What is said of absent things in the study file: whole, audited, and taken back by an answer."""

from __future__ import annotations

import sqlite3

import pytest

from ordi_crf.core.missing import Missing
from ordi_crf.core.records import Status
from ordi_crf.db.audit import verify
from ordi_crf.db.errors import ReasonNeededError
from ordi_crf.db.study_file import Answer
from tests.builders import answers, clasi, key

DM, LB, AE, BM = key("DM", "SCR"), key("LB"), key("AE"), key("BM")
BIRTH, SEX = ("dm", "", "BRTHDAT"), ("dm", "", "SEX")
ASKED = Missing("ASKU", "no papers")


def trail(study, action="missing"):
    return [(e.item, e.old, e.new) for e in study.data().audit if e.action == action]


def test_an_item_keeps_why_it_is_missing(study):
    study.say_missing([(DM, BIRTH)], ASKED)
    assert study.record(DM).flavours == {BIRTH: ASKED}
    assert study.data().records[DM].flavours == {BIRTH: ASKED}
    assert verify(study.data()) == []


def test_a_whole_visit_is_said_to_be_missing_as_one_event(study):
    places = [(DM, ("dm", "", "")), (LB, ("lb", "", "")), (LB, ("lb_sample", "", ""))]
    study.say_missing(places, Missing("ND"))
    assert len({e.at for e in study.data().audit if e.action == "missing"}) == 1
    assert study.record(LB).missing("lb", "CREAT", "LBORRES") == Missing("ND")


def test_an_answer_takes_it_back_and_the_trail_tells_both(study):
    study.say_missing([(DM, BIRTH)], ASKED)
    study.answer(DM, [Answer(*BIRTH, "1960")])
    assert study.record(DM).flavours == {}
    assert set(trail(study)) == {
        ("BRTHDAT.NULLFLAVOR", None, "ASKU"),
        ("BRTHDAT.NULLCOMMENT", None, "no papers"),
        ("BRTHDAT.NULLFLAVOR", "ASKU", None),
        ("BRTHDAT.NULLCOMMENT", "no papers", None),
    }
    assert verify(study.data()) == []


def test_blanking_an_item_says_nothing_about_why(study):
    study.say_missing([(DM, BIRTH)], ASKED)
    study.answer(DM, [Answer(*BIRTH, None)])
    assert study.record(DM).flavours == {BIRTH: ASKED}


def test_it_can_be_said_otherwise_and_taken_back(study):
    study.say_missing([(DM, BIRTH)], ASKED)
    study.say_missing([(DM, BIRTH)], Missing("NAV"))
    assert study.record(DM).flavours == {BIRTH: Missing("NAV")}
    study.say_missing([(DM, BIRTH)], None)
    assert study.record(DM).flavours == {}
    assert verify(study.data()) == []


def test_the_history_of_an_item_tells_why_it_was_missing(study):
    study.say_missing([(DM, BIRTH)], ASKED)
    items = [entry.item for entry in study.history(DM, *BIRTH)]
    assert "BRTHDAT.NULLFLAVOR" in items


def test_what_was_answered_is_not_called_missing(study):
    study.answer(DM, [Answer(*SEX, "F")])
    with pytest.raises(ValueError, match="has an answer"):
        study.say_missing([(DM, SEX)], ASKED)
    assert study.record(DM).flavours == {}


def test_nothing_is_said_when_one_of_several_cannot_be(study):
    study.answer(DM, [Answer(*SEX, "F")])
    with pytest.raises(ValueError, match="has an answer"):
        study.say_missing([(DM, BIRTH), (DM, SEX)], ASKED)
    assert study.record(DM).flavours == {}


def test_an_empty_list_is_said_to_be_empty_until_a_record_is_added(study):
    study.say_missing([(AE, ("ae", "", ""))], Missing("NA", "none so far"))
    study.add_row(AE, "ae", {"AETERM": "Nausea"})
    assert study.record(AE).flavours == {}
    with pytest.raises(ValueError, match="has records"):
        study.say_missing([(AE, ("ae", "", ""))], Missing("NA"))


@pytest.mark.parametrize(
    ("place", "missing", "error"),
    [
        pytest.param(("dm", "", "NOSUCH"), ASKED, KeyError, id="no such item"),
        pytest.param(("nosuch", "", ""), ASKED, KeyError, id="no such section"),
        pytest.param(("dm", "7", ""), ASKED, ValueError, id="no such row"),
        pytest.param(BIRTH, Missing("XYZ"), ValueError, id="no such flavour"),
        pytest.param(BIRTH, Missing("ND", "x" * 201), ValueError, id="a comment too long"),
    ],
)
def test_what_the_form_does_not_have_is_refused(study, place, missing, error):
    with pytest.raises(error):
        study.say_missing([(DM, place)], missing)
    assert study.record(DM).flavours == {}


def test_what_has_every_answer_is_not_called_missing(study):
    place = key("CLASI")
    study.answer(place, answers(clasi()))
    for missing in (("clasi_area", "07", ""), ("clasi_area", "", "")):
        with pytest.raises(ValueError, match="every answer"):
            study.say_missing([(place, missing)], Missing("ND"))
    assert study.record(place).flavours == {}


def test_a_drawing_is_not_called_missing(study):
    with pytest.raises(ValueError, match="drawn"):
        study.say_missing([(BM, ("bm_stroke", "", ""))], ASKED)


def test_a_complete_form_asks_for_a_reason(study):
    study.answer(DM, [Answer(*SEX, "F")])
    study.set_status(DM, Status.COMPLETE)
    with pytest.raises(ReasonNeededError):
        study.say_missing([(DM, BIRTH)], ASKED)
    study.say_missing([(DM, BIRTH)], ASKED, "asked again by telephone")
    assert study.data().audit[-1].reason == "asked again by telephone"


def test_another_program_cannot_say_it(study, path):
    study.say_missing([(DM, BIRTH)], ASKED)
    study.close()
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError):
        other.execute("UPDATE missing SET flavour = 'NA'")
    with pytest.raises(sqlite3.DatabaseError):
        other.execute("DELETE FROM missing")
    other.close()
