"""When a visit was held: one answer, whoever asks."""

from __future__ import annotations

from datetime import date

import pytest

from ordi_crf.core import courses, patient, visits
from ordi_crf.core.derived import visit_date
from ordi_crf.core.patient import visits_of
from ordi_crf.core.records import Record, RecordKey, StudyData
from ordi_crf.core.subject_calendar import last_day, subject_calendar
from tests.builders import SUBJECT
from tests.core.screened import at, chart

HELD = "2010-04-12"


def header(occurred, visit="SCR"):
    return at(visit, "SV", {"sv": {"": {"SVOCCUR": occurred, "VISDAT": HELD}}})


@pytest.mark.parametrize(
    ("occurred", "on"),
    [
        pytest.param("Y", HELD, id="held"),
        pytest.param(None, HELD, id="a date alone"),
        pytest.param("N", None, id="not done, the date left behind"),
    ],
)
def test_a_visit_that_was_not_held_has_no_date_whoever_asks(occurred, on):
    sv = header(occurred)
    records = {sv.key: sv}
    (found, *_) = [*courses.held_on([sv]).values(), None]
    assert found == (on and date.fromisoformat(on))
    assert last_day([sv]) == found
    appointment = subject_calendar(records, SUBJECT, date(2010, 5, 1)).at("SCR")
    assert appointment is not None
    assert appointment.held == found
    assert visits.held_on(records, SUBJECT, "SCR") == on
    assert patient.held_on(records, RecordKey(SUBJECT, "SCR", "LB")) == on
    assert visit_date(StudyData({}, (SUBJECT,), records, ()), SUBJECT, "SCR") == on
    assert (chart(records).on(sv.key), chart(records).screened) == (on, on)


def test_a_date_left_behind_does_not_end_the_study_of_whoever_left():
    decided = at("LOG", "DS", {"ds": {"": {"DSYN": "Y"}}})
    first = header("Y")
    late = at("M12", "SV", {"sv": {"": {"SVOCCUR": "N", "VISDAT": "2011-03-15"}}})
    records = {r.key: r for r in (first, late, decided)}
    assert subject_calendar(records, SUBJECT, date(2012, 1, 1)).ended == date(2010, 4, 12)


def test_the_repeats_of_a_visit_are_those_that_exist():
    def unscheduled(repeat):
        return RecordKey(SUBJECT, "UNS", "LB", repeat)

    first = RecordKey(SUBJECT, "UNS", "CLASI", 1)
    keys = [unscheduled(4), first, unscheduled(2), RecordKey(SUBJECT, "W2", "LB")]
    records = {key: Record(key) for key in keys}
    found = [record.key for record in visits_of(records, SUBJECT, "LB")]
    assert found == [RecordKey(SUBJECT, "W2", "LB"), unscheduled(2), unscheduled(4)]
