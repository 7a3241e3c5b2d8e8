"""Outcome measures at their boundaries, from records of one subject at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ordi_crf.core import measures
from ordi_crf.core.histories import histories
from ordi_crf.core.outcomes import summary
from ordi_crf.core.records import Record, RecordKey, Row, StudyData, blank
from ordi_crf.forms import form
from ordi_crf.forms.clasi import AREAS, LOCATIONS, ONCE
from ordi_crf.forms.schema import Language
from tests.builders import SUBJECT

DAY_1 = date(2010, 1, 31)


def rows(section, *values):
    known = form(section.upper()).section(section)
    return {
        section: {str(n): Row(str(n), {**blank(known), **v}) for n, v in enumerate(values, start=1)}
    }


def held(visit, on, repeat=1):
    """Return a visit header."""
    answers = {"SVOCCUR": "Y", "VISDAT": on.isoformat(), "SVREASND": None, "SVCOM": None}
    key = RecordKey(SUBJECT, visit, "SV", repeat)
    return Record(key, sections={"sv": {"": Row("", answers)}})


def clasi(visit, total, repeat=1, *, blank_nose=False):
    """Return a CLASI whose activity is a number of grades of erythema."""
    cells = {}
    left = total
    for location in LOCATIONS.codes:
        grade, left = min(3, left), left - min(3, left)
        values = {item.name: "0" for item in AREAS.items}
        values["CLERY"] = None if blank_nose and location.value == "03" else str(grade)
        if location.value == "01":
            values["CLSCR"] = None
        cells[location.value] = Row(location.value, values)
    once = {item.name: "0" for item in ONCE.items} | {"CLDYDUR": None, "QSEVAL": None}
    sections = {AREAS.name: cells, ONCE.name: {"": Row("", once)}}
    return Record(RecordKey(SUBJECT, visit, "CLASI", repeat), sections=sections)


def doses(*periods):
    answers = [
        {"EXDOSE": dose, "EXSTDAT": start.isoformat(), "EXENDAT": end and end.isoformat()}
        for dose, start, end in periods
    ]
    return Record(RecordKey(SUBJECT, "LOG", "EX"), sections=rows("ex", *answers))


def event(**answers):
    return Record(RecordKey(SUBJECT, "LOG", "AE"), sections=rows("ae", answers))


def seen(*found):
    """Return headers and CLASIs of assessments: visit, day after Day 1, activity."""
    repeats = {}
    records = []
    for visit, day, total in found:
        repeats[visit] = repeats.get(visit, 0) + 1
        records.append(held(visit, DAY_1 + timedelta(days=day), repeats[visit]))
        records.append(clasi(visit, total, repeats[visit]))
    return records


def study(*records):
    return StudyData({}, (SUBJECT,), {record.key: record for record in records}, ())


def told(*records):
    return histories(study(*records))


ONGOING = doses(("5", DAY_1, None))


def stopped(day):
    return doses(("5", DAY_1, DAY_1 + timedelta(days=day)))


@pytest.mark.parametrize(
    ("on", "cleared"),
    [
        pytest.param(date(2010, 5, 14), 1, id="14 days after month 3, clipped to the month's end"),
        pytest.param(date(2010, 5, 15), 0, id="15 days after"),
    ],
)
def test_the_window_of_month_3_ends_14_days_after_it(on, cleared):
    found = told(ONGOING, *seen(("D1", 0, 9), ("M3", (on - DAY_1).days, 0)))
    assert measures.complete_response(found, 3).of_treated.n == cleared


def test_an_activity_of_0_on_day_1_is_no_response():
    assert measures.complete_response(told(ONGOING, *seen(("D1", 0, 0)))).evidence == ()


def test_an_activity_of_1_is_no_complete_response():
    found = told(ONGOING, *seen(("D1", 0, 9), ("M3", 91, 1)))
    assert measures.complete_response(found).evidence == ()


def test_a_clasi_with_a_blank_item_is_no_assessment():
    records = [held("M3", DAY_1 + timedelta(days=91)), clasi("M3", 0, blank_nose=True)]
    found = measures.complete_response(told(ONGOING, *seen(("D1", 0, 9)), *records))
    assert (found.evidence, found.unknown) == ((), (SUBJECT,))


def test_the_first_clear_visit_is_the_evidence():
    found = told(ONGOING, *seen(("D1", 0, 9), ("W4", 28, 0), ("W8", 56, 0)))
    (proof,) = measures.complete_response(found).evidence
    assert (proof.record.visit, proof.on, proof.value) == ("W4", DAY_1 + timedelta(days=28), 0)


@pytest.mark.parametrize(
    ("cleared", "evaluable"), [(True, 1), (False, 0)], ids=["cleared before", "never cleared"]
)
def test_withdrawn_for_an_adverse_event_counts_as_evaluable_only_after_a_response(
    cleared, evaluable
):
    found = told(
        stopped(30),
        event(AETERM="Insomnia", AESTDAT="2010-02", AEACN="DRUG WITHDRAWN", AEREL="RELATED"),
        *seen(("D1", 0, 9), ("W2", 14, 0 if cleared else 8)),
    )
    assert measures.complete_response(found).of_evaluable.of == evaluable


@pytest.mark.parametrize(
    ("day", "total", "flares"),
    [
        pytest.param(114, 1, 0, id="activity 1"),
        pytest.param(114, 2, 1, id="activity 2"),
        pytest.param(100, 2, 0, id="on the day of the last dose"),
        pytest.param(101, 2, 1, id="the day after it"),
    ],
)
def test_a_flare_is_an_activity_of_2_after_the_last_dose(day, total, flares):
    found = told(stopped(100), *seen(("D1", 0, 9), ("W8", 56, 0), ("UNS", day, total)))
    assert measures.flare_after_withdrawal(found).proportion.n == flares


def test_a_flare_later_than_12_months_is_not_counted():
    last = DAY_1 + timedelta(days=100)
    late = (date(2011, 5, 12) - DAY_1).days
    assert measures.months_after(last, 12) == date(2011, 5, 11)
    found = told(stopped(100), *seen(("D1", 0, 9), ("W8", 56, 0), ("UNS", late, 5)))
    assert measures.flare_after_withdrawal(found).proportion.n == 0


def test_without_a_previous_response_there_is_no_flare():
    found = told(stopped(100), *seen(("D1", 0, 9), ("W8", 56, 3), ("S2W", 114, 5)))
    assert measures.flare_after_withdrawal(found).proportion.percent is None


def test_a_responder_not_seen_since_withdrawal_is_named_and_not_counted():
    found = measures.flare_after_withdrawal(told(stopped(100), *seen(("D1", 0, 9), ("W8", 56, 0))))
    assert (found.proportion.of, found.unknown) == (0, (SUBJECT,))


def test_treatment_goes_on_while_its_last_period_is_open():
    change = DAY_1 + timedelta(days=28)
    (found,) = told(doses(("5", DAY_1, change), ("10", change + timedelta(days=1), None)))
    assert (found.first_dose, found.last_dose) == (DAY_1, None)


def test_a_pause_at_0_mg_is_no_dose():
    pause = DAY_1 + timedelta(days=29)
    (found,) = told(doses(("5", DAY_1, pause - timedelta(days=1)), ("0", pause, None)))
    assert found.last_dose == pause - timedelta(days=1)


def test_baseline_is_the_last_total_up_to_day_1():
    found = told(ONGOING, *seen(("SCR", -14, 12), ("D1", 0, 9), ("W2", 14, 4)))
    assert measures.activity(found).mean == 9


@pytest.mark.parametrize(
    ("started", "relation", "counted"),
    [
        pytest.param("2010-01-30", "RELATED", 0, id="before Day 1"),
        pytest.param("2010-01-31", "RELATED", 1, id="on Day 1"),
        pytest.param("2010-01", "RELATED", 1, id="some day of that month"),
        pytest.param("2010", "POSSIBLY RELATED", 1, id="some day of that year"),
        pytest.param("2010-03-01", None, 1, id="relation unanswered"),
        pytest.param("2010-03-01", "NOT RELATED", 0, id="not related"),
        pytest.param("2011-01-31", "RELATED", 1, id="month 12"),
        pytest.param("2011-02-01", "RELATED", 0, id="after month 12"),
    ],
)
def test_a_side_effect_is_related_and_begins_in_the_first_year(started, relation, counted):
    found = told(ONGOING, event(AETERM="Nausea", AESTDAT=started, AEREL=relation))
    assert measures.side_effects(found).proportion.n == counted


def test_follow_up_runs_from_day_1_to_the_last_visit_held():
    found = measures.follow_up(told(ONGOING, *seen(("D1", 0, 9), ("M12", 1461, 2))))
    assert found.mean == 48


def test_a_subject_never_treated_is_in_no_denominator():
    found = told(*seen(("SCR", -14, 9)))
    assert measures.complete_response(found).of_treated.of == 0


@pytest.mark.parametrize(
    ("language", "words"), [(Language.EN, "not estimable"), (Language.ES, "no estimable")]
)
def test_a_study_without_subjects_has_a_summary_that_estimates_nothing(language, words):
    lines = summary(StudyData({}, (), {}, ()), {}, language)
    assert sum(words in line for line in lines) > 3
    assert not any("0.0 %" in line for line in lines)
