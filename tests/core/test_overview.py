"""The series of one subject: what breaks a line, what a date can mean, what a dose amounts to."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from ordi_crf.core.lasting import Span, doses_of, events_of, span
from ordi_crf.core.overview import day_number, overview
from ordi_crf.core.records import Record, RecordKey, Row, blank
from ordi_crf.forms.bodymap import DRAWING, STROKES
from ordi_crf.forms.dosing import EXPOSURE
from ordi_crf.forms.labs import RESULTS, SAMPLE
from tests.builders import SUBJECT, stroke
from tests.core.course_data import (
    DAY_1,
    OTHER,
    clasi,
    doses,
    dsdna,
    events,
    held,
    on,
    seen,
    sledai,
    stopped,
)


def area(percent):
    """Return what stands for the figures of a drawing: its total alone is asked for."""
    return lambda _key: SimpleNamespace(active_total=Fraction(percent))


def of(*records, painted=None):
    found = overview({r.key: r for r in records}, SUBJECT, painted or area(0))
    assert found is not None
    return found


def values(line):
    return [point.value for point in line.points]


def runs(line):
    return [[point.value for point in run] for run in line.runs]


def body_map(visit, *, examined=None, painted=False, repeat=1):
    sections = {DRAWING.name: {"": Row("", blank(DRAWING) | {"BMPERF": examined})}}
    if painted:
        sections[STROKES.name] = {"1": Row("1", stroke())}
    return Record(RecordKey(SUBJECT, visit, "BM", repeat), sections=sections)


def test_a_subject_without_any_date_has_no_overview():
    assert overview({}, SUBJECT, area(0)) is None


def test_records_of_somebody_else_are_not_drawn():
    mine, theirs = held("D1", 0), held("W2", 14, who=OTHER)
    assert [v.visit for v in of(mine, theirs).visits] == ["D1"]


def test_a_clasi_with_a_blank_item_breaks_both_lines_and_is_never_0():
    found = of(*seen(("D1", 0, 9), ("W2", 14, 4, {"partial": True}), ("W4", 28, 2)))
    assert values(found.activity) == [9, None, 2]
    assert runs(found.activity) == [[9], [2]]
    assert runs(found.damage) == [[0], [0]]


def test_a_sledai_with_a_blank_descriptor_breaks_the_line():
    visits = [held("D1", 0), held("W4", 28), held("M3", 90)]
    scores = [
        sledai("D1", "SEIZ"),
        sledai("W4", "SEIZ", missing=("RASH",)),
        sledai("M3", "RASH"),
    ]
    assert runs(of(*visits, *scores).sledai) == [[8], [2]]


def test_a_visit_for_blood_alone_breaks_no_line():
    found = of(*seen(("D1", 0, 9), ("W2", 14, 4)), held("W1", 7))
    assert runs(found.activity) == [[9, 4]]


def test_skin_that_was_not_examined_has_no_area():
    visits = [held("D1", 0), held("W2", 14), held("W4", 28)]
    maps = [
        body_map("D1", painted=True),
        body_map("W2"),
        body_map("W4", examined="Y"),
    ]
    found = of(*visits, *maps, painted=area("18.004"))
    assert values(found.surface) == [Fraction("18.004"), None, Fraction("18.004")]
    assert [v.body_map is not None for v in found.visits] == [True, False, True]


def test_repeated_visits_stand_each_on_its_own_day():
    found = of(*seen(("UNS", 40, 3), ("UNS", 60, 1)))
    assert [(v.visit, v.repeat, v.on) for v in found.visits] == [
        ("UNS", 1, on(40)),
        ("UNS", 2, on(60)),
    ]
    second = found.activity.at(found.visits[1])
    assert second is not None
    assert second.value == 1


def test_points_stand_in_order_of_date_whatever_was_entered_first():
    found = of(*seen(("M3", 91, 1), ("D1", 0, 7), ("W2", 14, 5)))
    assert values(found.activity) == [7, 5, 1]


def test_a_censored_titre_stands_at_its_limit_with_its_sign():
    found = of(*seen(("D1", 0, "<10"), ("W2", 14, ">600"), make=dsdna))
    assert [(p.value, p.sign, p.cut_off) for p in found.titres.points] == [
        (10, "<", 15),
        (600, ">", 15),
    ]


def test_titres_of_another_kit_are_not_joined():
    found = of(*seen(("D1", 0, "20"), ("W2", 14, "22"), ("W4", 28, "50", {"kit": "9"}), make=dsdna))
    assert runs(found.titres) == [[20, 22], [50]]


def test_titres_of_a_kit_nobody_recorded_are_not_joined():
    found = of(*seen(("D1", 0, "20", {"kit": ""}), ("W2", 14, "22", {"kit": ""}), make=dsdna))
    assert runs(found.titres) == [[20], [22]]


def test_a_titre_keeps_its_unit_and_another_unit_is_not_joined():
    records = seen(("D1", 0, "20"), ("W2", 14, "22"), make=dsdna)
    for record, unit in zip(
        (r for r in records if r.key.form == "LB"), ("IU/mL", "U/mL"), strict=True
    ):
        record.sections[RESULTS.name]["DSDNA"].values["LBORRESU"] = unit
    found = of(*records)
    assert [point.unit for point in found.titres.points] == ["IU/mL", "U/mL"]
    assert runs(found.titres) == [[20], [22]]


def test_a_titre_left_blank_breaks_the_line():
    found = of(*seen(("D1", 0, "20"), ("W2", 14, None), ("W4", 28, "22"), make=dsdna))
    assert values(found.titres) == [20, None, 22]
    assert runs(found.titres) == [[20], [22]]


def test_a_blood_count_without_a_titre_breaks_nothing():
    counts = Record(
        RecordKey(SUBJECT, "W1", "LB"),
        sections={
            SAMPLE.name: {"": Row("", blank(SAMPLE))},
            RESULTS.name: {"HGB": Row("HGB", blank(RESULTS) | {"LBORRES": "120"})},
        },
    )
    records = seen(("D1", 0, "20"), ("W2", 14, "22"), make=dsdna)
    assert runs(of(*records, held("W1", 7), counts).titres) == [[20, 22]]


@pytest.mark.parametrize(
    ("dose", "frequency", "rate"),
    [
        pytest.param("5", "QD", Fraction(5), id="daily"),
        pytest.param("5", "QOD", Fraction(5, 2), id="every other day"),
        pytest.param("5", "BIW", Fraction(10, 7), id="twice a week"),
        pytest.param("10", "QS", Fraction(10, 7), id="once a week"),
        pytest.param("0", None, Fraction(0), id="a pause"),
        pytest.param("5", None, None, id="frequency not known"),
        pytest.param(None, "QD", None, id="dose not known"),
    ],
)
def test_a_dose_is_mg_a_day_by_its_frequency(dose, frequency, rate):
    answers = {"EXDOSE": dose, "EXDOSFRQ": frequency, "EXSTDAT": on(0).isoformat()}
    rows = {"1": Row("1", blank(EXPOSURE) | answers)}
    record = Record(RecordKey(SUBJECT, "LOG", "EX"), sections={EXPOSURE.name: rows})
    assert doses_of([record])[0].rate == rate


def test_between_two_periods_nothing_is_taken():
    record = doses(("5", 0, 10), ("10", 20, None))
    for row in record.sections[EXPOSURE.name].values():
        row.values["EXDOSFRQ"] = "QD"
    found = of(record)
    assert [found.rate(on(day)) for day in (-1, 0, 10, 11, 19, 20, 400)] == [0, 5, 5, 0, 0, 10, 10]


def test_the_rate_of_a_day_with_an_unknown_dose_is_not_known():
    assert of(doses(("5", 0, None))).rate(on(3)) is None


def test_withdrawal_is_the_day_of_the_last_dose():
    assert of(stopped(60)).withdrawn == on(60)
    assert of(doses(("5", 0, None))).withdrawn is None
    assert of(stopped(60)).day_1 == DAY_1


@pytest.mark.parametrize(
    ("stored", "first", "last"),
    [
        ("2010-03-15", date(2010, 3, 15), date(2010, 3, 15)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2010", date(2010, 1, 1), date(2010, 12, 31)),
    ],
)
def test_a_partial_date_is_every_day_it_can_mean(stored, first, last):
    assert span(stored) == Span(first, last)


def test_an_event_goes_on_only_where_somebody_said_so():
    record = events(
        {"AESTDAT": "2010-02-01", "AEONGO": "Y"},
        {"AESTDAT": "2010-02-02"},
        {"AESTDAT": "2010-02-03", "AEENDAT": "2010-03", "AEONGO": "N"},
    )
    found, _ = events_of([record])
    assert [(e.ongoing, e.end is None) for e in found] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_an_event_without_a_start_is_counted_and_not_drawn():
    found = of(held("D1", 0), events({"AETERM": "Headache"}, {"AESTDAT": "2010-02-03"}))
    assert (len(found.events), found.undated_events) == (1, 1)


def test_a_visit_without_a_date_is_counted_and_not_drawn():
    found = of(held("D1", 0), clasi("D1", 5), clasi("W2", 4))
    assert values(found.activity) == [5]
    assert found.undated == 1


def test_a_partial_date_does_not_stretch_the_axis_beyond_what_it_must():
    found = of(held("D1", 0), held("M3", 91), events({"AESTDAT": "2010"}, {"AESTDAT": "2009"}))
    assert (found.first, found.last) == (date(2009, 12, 31), on(91))


@pytest.mark.parametrize(("days", "number"), [(0, 1), (1, 2), (-1, -1), (-14, -14)])
def test_there_is_no_day_0(days, number):
    assert day_number(on(days), DAY_1) == number


def test_a_dose_keeps_what_was_prescribed():
    assert doses_of([stopped(9)])[0].dose == Decimal(5)
