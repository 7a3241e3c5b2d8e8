"""How far a visit is, from the records of its forms."""

import pytest

from ordi_crf import study
from ordi_crf.core.progress import VisitState, visit_state
from ordi_crf.core.records import Record, RecordKey, Row, Status
from tests.builders import SUBJECT


def record(form, status, visit="W6", **header):
    answers = {"SVOCCUR": None, "VISDAT": None, "SVREASND": None, "SVCOM": None, **header}
    sections = {"sv": {"": Row("", answers)}} if form == "SV" else {}
    return Record(RecordKey(SUBJECT, visit, form), status, sections=sections)


def state(*records, visit="W6"):
    return visit_state({r.key: r for r in records}, SUBJECT, visit)


def due(visit):
    event = study.event(visit)
    return [form for form in event.forms if form not in event.optional]


def test_a_visit_of_which_nothing_was_begun_is_planned():
    assert state() is VisitState.PLANNED


def test_a_visit_is_complete_when_every_form_it_asks_for_is():
    assert state(*(record(f, Status.COMPLETE) for f in due("W6"))) is VisitState.COMPLETE
    assert state(*(record(f, Status.COMPLETE) for f in due("W6")[1:])) is VisitState.DRAFT


@pytest.mark.parametrize(
    ("status", "expected"),
    [(Status.DRAFT, VisitState.DRAFT), (Status.COMPLETE, VisitState.COMPLETE)],
)
def test_an_optional_form_counts_once_it_is_begun(status, expected):
    done = [record(f, Status.COMPLETE) for f in due("W6")]
    assert state(*done, record("CLASI", status)) is expected


def test_a_visit_that_was_not_done_asks_for_its_header_alone():
    header = record("SV", Status.COMPLETE, SVOCCUR="N")
    assert state(header) is VisitState.COMPLETE
    assert state(header, record("LB", Status.DRAFT)) is VisitState.DRAFT
