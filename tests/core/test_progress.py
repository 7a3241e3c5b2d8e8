"""How far a visit is, from the records of its forms."""

import pytest

from ordi_crf import study
from ordi_crf.core.progress import VisitState, activity_history, baseline, visit_state
from ordi_crf.core.records import Record, RecordKey, Row, Status
from tests.builders import SUBJECT
from tests.core.course_data import ONGOING, seen, told
from tests.core.course_data import study as data


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


def shown(*records):
    """Return the baseline that the page of a CLASI shows."""
    found = data(*records).records
    return baseline(found, SUBJECT, activity_history(found, SUBJECT))


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        pytest.param([("SCR", -14, 12), ("D1", 0, 9)], 9, id="of Day 1"),
        pytest.param([("SCR", -14, 12), ("D1", 1, 9)], 12, id="a visit of Day 1 after the dose"),
        pytest.param([("SCR", -14, 12), ("UNS", -3, 7)], 7, id="another visit before the dose"),
        pytest.param([("SCR", -14, 12), ("UNS", 0, 7)], 12, id="another visit on Day 1"),
        pytest.param([("SCR", -14, 12), ("D1", 0, 9, {"partial": True})], 12, id="a blank item"),
        pytest.param([("W2", 14, 4)], None, id="none before the dose"),
    ],
)
def test_the_baseline_of_a_page_is_the_baseline_of_the_outcomes(visits, expected):
    records = [ONGOING, *seen(*visits)]
    (course,) = told(*records)
    assert (course.baseline and course.baseline.activity) == expected
    assert shown(*records) == expected


def test_until_a_dose_is_known_the_last_total_of_screening_and_day_1_stands():
    assert shown(*seen(("SCR", -14, 12), ("D1", 0, 9), ("UNS", 5, 3))) == 9
