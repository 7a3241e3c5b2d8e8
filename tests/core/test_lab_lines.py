"""Lines of a laboratory's file as values for LB: tests, units, visits, samples, duplicates."""

from __future__ import annotations

from datetime import date

import pytest

from ordi_crf import study
from ordi_crf.core import lab_lines
from ordi_crf.core.lab_lines import Line
from ordi_crf.core.lab_mapping import Field, LabMapping
from ordi_crf.core.lab_words import test_named as meant
from ordi_crf.core.lab_words import unit_named
from ordi_crf.core.proposals import Origin, Source, State, review
from ordi_crf.core.records import RecordKey, StudyData
from ordi_crf.forms.labs import TESTS
from ordi_crf.forms.schema import Text
from tests.builders import SUBJECT, record

TODAY = date(2010, 6, 1)
SOURCE = Source("laboratory results", "ana.csv", "ab" * 32)
PLAIN = LabMapping()


def at(form, cells, visit="D1", repeat=1):
    found = record(form, cells)
    key = RecordKey(SUBJECT, visit, form, repeat)
    return type(found)(key, found.status, sections=found.sections)


def held(visit, on, repeat=1):
    return at("SV", {"sv": {"": {"VISDAT": on, "SVOCCUR": "Y"}}}, visit, repeat)


def _pair(result, unit=None):
    return {"LBORRES": result, "LBORRESU": unit}


def lab(visit="D1", sample=None, **results):
    cells = {"lb": {test: _pair(*given) for test, given in results.items()}}
    if sample:
        cells["lb_sample"] = {"": sample}
    return at("LB", cells, visit)


def data(*records):
    return StudyData({}, (SUBJECT,), {r.key: r for r in records}, ())


def line(test="HGB", result="120", unit="g/L", n=2, **more):
    cells = {Field.SUBJECT: "01-001", Field.TEST: test, Field.RESULT: result, Field.UNIT: unit}
    if "visit" not in more and "date" not in more:
        more["visit"] = "D1"
    return Line(Origin(line=n), cells | {Field(name): text for name, text in more.items()})


def compared(*lines, mapping=PLAIN, known=None):
    known = known or data()
    found = lab_lines.wanted(lines, mapping, known, TODAY)
    return review(found, known, SOURCE)


def told(found):
    return [(*p.place[1:], p.new, p.state.name) for p in found.proposals]


def why(*lines, **more):
    (proposal,) = [p for p in compared(*lines, **more).proposals if p.state is State.REFUSED]
    assert proposal.why.es != proposal.why.en
    return proposal.why.en


def test_a_line_gives_result_unit_and_limits():
    found = compared(line(low="120", high="160"))
    assert told(found) == [
        ("HGB", "LBORRES", "120", "NEW"),
        ("HGB", "LBORRESU", "g/L", "NEW"),
        ("HGB", "LBORNRLO", "120", "NEW"),
        ("HGB", "LBORNRHI", "160", "NEW"),
    ]
    assert found.rows() == ((0, 1, 2, 3),)


def test_a_test_with_one_unit_keeps_none():
    assert told(compared(line("ALT", "31", "U/L"))) == [("ALT", "LBORRES", "31", "NEW")]


def test_date_laboratory_and_kit_come_once_with_the_sample():
    mapping = LabMapping(laboratory="Central", kit="Kit A")
    lines = (
        line(date="2010-03-15", visit="D1"),
        line("DSDNA", "12", "IU/mL", 3, date="15/03/2010", visit="D1"),
    )
    samples = [p for p in compared(*lines, mapping=mapping).proposals if p.place[0] == "lb_sample"]
    assert [(p.place[2], p.new, p.origin.line) for p in samples] == [
        ("LBDAT", "2010-03-15", 2),
        ("LBNAM", "Central", 2),
        ("LBKIT", "Kit A", 3),
    ]


def test_a_laboratory_that_is_the_same_but_for_its_case_is_not_proposed():
    known = data(lab(sample={"LBNAM": "CENTRAL  lab"}))
    found = compared(line(), mapping=LabMapping(laboratory="Central Lab"), known=known)
    assert all(p.place[0] == "lb" for p in found.proposals)


@pytest.mark.parametrize(
    ("name", "test"),
    [
        ("HGB", "HGB"), ("hemoglobina", "HGB"), ("Hb", "HGB"), ("GPT", "ALT"), ("alt (GPT)", "ALT"),
        ("Neutrófilos", "NEUT"), ("PLAQUETAS", "PLAT"), ("Anti-ADNbc (ELISA)", "DSDNA"),
        ("TSH", "TSH"), ("Urine protein", "PROT24"), ("Zinc", None), ("", None),
    ],
)  # fmt: skip
def test_a_laboratorys_name_means_one_test_or_none(name, test):
    assert meant(name, {}) == test


def test_a_mapping_says_what_a_laboratory_calls_its_tests():
    assert meant("H-117", {"h-117": "HGB"}) == "HGB"


@pytest.mark.parametrize("row", TESTS.codes, ids=lambda row: row.value)
def test_every_test_is_known_by_its_code_and_takes_its_own_units(row):
    assert meant(row.value, {}) == row.value
    for unit in row.units or ():
        assert unit_named(row, unit.text, {}) == unit.text
    assert unit_named(row, row.unit, {}) == row.unit


@pytest.mark.parametrize(
    ("test", "typed", "unit"),
    [
        ("WBC", "x10^9/L", "10⁹/L"), ("WBC", "10E9/L", "10⁹/L"), ("WBC", "10*9/l", "10⁹/L"),
        ("WBC", "10^3/uL", "10³/µL"), ("WBC", "mil/mm3", "10³/µL"), ("WBC", "/mm³", "/µL"),
        ("WBC", "K/µL", "10³/µL"), ("CREAT", "umol/l", "µmol/L"), ("CREAT", "μmol/L", "µmol/L"),
        ("CREAT", "mg/dl", "mg/dL"), ("ALT", "UI/L", "U/L"), ("TSH", "µUI/mL", "mIU/L"),
        ("DSDNA", "UI/mL", "IU/mL"), ("DSDNA", "U/mL", "U/mL"), ("UWBC", "/campo", "/hpf"),
        ("PROT24", "g/24h", "g/24 h"), ("UPCR", "mg/mmol", "mg/mmol"),
        ("WBC", "g/L", None), ("HGB", "mmol/L", None), ("CREAT", "", None), ("ALT", "", "U/L"),
        ("ALT", "µkat/L", None), ("C3", "mg/L", None),
    ],
)  # fmt: skip
def test_a_unit_is_one_of_its_test_however_it_is_written(test, typed, unit):
    assert unit_named(TESTS.row(test), typed, {}) == unit


def test_a_mapping_says_the_unit_of_a_test_that_comes_without_one():
    mapping = LabMapping(units={"HGB": "g/dL"})
    assert told(compared(line(result="12.1", unit=""), mapping=mapping)) == [
        ("HGB", "LBORRES", "12.1", "NEW"),
        ("HGB", "LBORRESU", "g/dL", "NEW"),
    ]


@pytest.mark.parametrize(
    ("decimal", "typed", "stored"),
    [
        ("", "12,5", "12.5"), ("", "<10", "<10"), ("", "> 200", ">200"),
        (",", "12,5", "12.5"), (",", "1.200", "1200"), (",", "2,345", "2.3450"),
        (".", "2.345", "2.3450"), (".", "1,200.5", "1200.5"), (",", "0,125", "0.125"),
    ],
)  # fmt: skip
def test_a_number_is_read_by_the_decimals_of_its_file(decimal, typed, stored):
    found = compared(line("WBC", typed, "/µL"), mapping=LabMapping(decimal=decimal))
    assert found.proposals[0].new == stored


@pytest.mark.parametrize(
    ("cells", "mapping", "said"),
    [
        ({"result": "1.200"}, PLAIN, "two readings"),
        ({"result": "1.2"}, LabMapping(decimal=","), "decimals of this file"),
        ({"result": "Negative"}, PLAIN, "not a number"),
        ({"result": "=1+1"}, PLAIN, "not a number"),
        ({"result": "≤5"}, PLAIN, "not a number"),
        ({"result": ""}, PLAIN, "There is no result"),
        ({"result": "1" * 32_767}, PLAIN, "not a number"),
        ({"unit": ""}, PLAIN, "unit of Haemoglobin is not stated"),
        ({"unit": "mmol/L"}, PLAIN, "“mmol/L” is no unit of Haemoglobin here (g/L, g/dL)"),
        ({"result": "120", "unit": "g/dL"}, PLAIN, "120 g/dL is not possible (20 - 250)"),
        ({"test": "Zinc"}, PLAIN, "“Zinc” is no test"),
        ({"visit": "W99"}, PLAIN, "no visit “W99”"),
        ({"visit": "", "date": ""}, PLAIN, "neither visit nor date"),
        ({"date": "2010-02-30", "visit": "D1"}, PLAIN, "no such day"),
        ({"date": "03/15/2010", "visit": "D1"}, PLAIN, "no such day"),
        ({"date": "2010-07-01", "visit": "D1"}, PLAIN, "of the future"),
        ({"date": "15/03/10", "visit": "D1"}, PLAIN, "not a date"),
        ({"subject": "01-777"}, PLAIN, "no subject “01-777”"),
        ({"subject": ""}, PLAIN, "no subject"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(cells, mapping, said):
    assert said in why(line(**cells), mapping=mapping)


def test_a_line_that_its_reader_refuses_is_refused():
    refused = Line(Origin(line=4), {Field.SUBJECT: "01-001"}, Text("B4 is a formula.", "fórmula."))
    assert why(refused) == "B4 is a formula."


def test_blank_lines_say_nothing():
    assert compared(Line(Origin(line=3), {Field.SUBJECT: "", Field.TEST: ""})).proposals == ()


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("120 - 160", "120", "160"), ("[12,0-16,0]", "12.0", "16.0"), ("< 15", None, "15"),
        ("0,4 a 4,5", "0.4", "4.5"), ("≥60", "60", None), ("(3.5–5.1)", "3.5", "5.1"),
        ("", None, None),
    ],
)  # fmt: skip
def test_both_limits_may_stand_in_one_cell(said, low, high):
    found = {p.place[2]: p.new for p in compared(line(range=said)).proposals}
    assert (found.get("LBORNRLO"), found.get("LBORNRHI")) == (low, high)


@pytest.mark.parametrize("said", ["see note", "1-2-3", "1.200 - 4.000"])
def test_a_range_that_cannot_be_read_is_refused_without_its_result(said):
    found = compared(line(range=said))
    assert [(p.place[2], p.state) for p in found.proposals] == [
        ("LBORRES", State.NEW),
        ("LBORRESU", State.NEW),
        ("LBORNRHI", State.REFUSED),
    ]


def test_months_come_first_where_the_mapping_says_so():
    mapping = LabMapping(month_first=True)
    found = compared(line(visit="D1", date="03/04/2010 08:15"), mapping=mapping)
    assert found.proposals[0].new == "2010-03-04"


@pytest.mark.parametrize("said", ["D1", "Day 1", "día 1", "DIA 1"])
def test_a_visit_is_known_by_its_code_and_both_its_names(said):
    assert compared(line(visit=said)).proposals[0].key == RecordKey(SUBJECT, "D1", "LB")


HELD = (held("SCR", "2010-03-01"), held("D1", "2010-03-15"), held("UNS", "2010-04-20"))


@pytest.mark.parametrize(
    ("on", "visit"),
    [
        pytest.param("2010-03-15", "D1", id="the day of a visit"),
        pytest.param("2010-04-20", "UNS", id="the day of an unscheduled one"),
        pytest.param("2010-03-10", "SCR", id="screening's window"),
        pytest.param("2010-03-30", "W2", id="the window of a visit to come"),
        pytest.param("2010-04-14", "W4", id="two days after it is due"),
    ],
)
def test_a_sample_belongs_to_the_visit_of_its_day_or_its_window(on, visit):
    found = compared(line(date=on), known=data(*HELD))
    assert {p.key.visit for p in found.proposals} == {visit}


def test_a_sample_of_no_window_is_refused():
    assert "No visit with laboratory is of 2009-01-01" in why(
        line(date="2009-01-01"), known=data(*HELD)
    )


def test_a_sample_that_may_be_of_two_visits_is_refused():
    twice = (*HELD, held("UNS", "2010-03-15", 2))
    assert "several visits (D1, UNS)" in why(line(date="2010-03-15"), known=data(*twice))


def test_a_visit_held_twice_is_told_apart_by_the_date():
    twice = (*HELD, held("UNS", "2010-05-02", 2))
    found = compared(line(visit="UNS", date="2010-05-02"), known=data(*twice))
    assert {p.key.visit_repeat for p in found.proposals} == {2}
    assert "more than once" in why(line(visit="UNS"), known=data(*twice))


def test_a_sample_that_a_form_has_goes_to_that_form():
    known = data(*HELD, lab("W1", {"LBDAT": "2010-03-19"}))
    found = compared(line(date="2010-03-19"), known=known)
    assert {p.key.visit for p in found.proposals} == {"W1"}


def test_a_result_that_is_there_in_another_unit_is_equal():
    known = data(lab(HGB=("12.0", "g/dL")))
    assert {p.state for p in compared(line(), known=known).proposals} == {State.EQUAL}


def test_limits_in_another_unit_than_the_one_that_is_there_are_not_taken():
    known = data(lab(HGB=("12.0", "g/dL")))
    found = compared(line(low="120", high="160"), known=known)
    assert [p.place[2] for p in found.proposals] == ["LBORRES", "LBORRESU"]


def test_another_result_changes_the_one_that_is_there():
    found = compared(line(), known=data(lab(HGB=("110", "g/L"))))
    assert [(p.old, p.new, p.state.name) for p in found.proposals] == [
        ("110", "120", "CHANGED"),
        ("g/L", "g/L", "EQUAL"),
    ]


def test_limits_are_not_taken_by_themselves_where_their_result_would_change():
    found = compared(line(low="120"), known=data(lab(HGB=("110", "g/L"))))
    assert found.accept_states(State.NEW).taken == ()
    assert len(found.accept_states(State.NEW, State.CHANGED).taken) == 2


def test_a_line_that_comes_twice_is_taken_once():
    found = compared(line(), line(n=9), line(result="12.0", unit="g/dL", n=10))
    assert [p.state.name for p in found.proposals] == ["NEW", "NEW"] + ["EQUAL"] * 4


def test_two_results_of_one_test_at_one_visit_are_a_conflict_with_their_units():
    found = compared(line(), line(result="125", n=9), line("ALT", "30", "U/L", 10))
    assert [p.state.name for p in found.proposals] == ["CONFLICT"] * 4 + ["NEW"]
    chosen = found.accept(found.rows()[1])
    assert [(p.place[2], p.new) for p in chosen.taken] == [("LBORRES", "125"), ("LBORRESU", "g/L")]


def test_a_form_holds_one_sample():
    lines = (
        line(visit="D1", date="2010-03-15"),
        line("ALT", "30", "U/L", 3, visit="D1", date="2010-03-16"),
    )
    found = compared(*lines)
    assert {p.state for p in found.proposals} == {State.CONFLICT}
    assert "several samples" in found.proposals[1].why.en


def test_the_sample_of_another_day_is_not_mixed_into_the_one_a_form_has():
    known = data(lab(sample={"LBDAT": "2010-03-12"}))
    found = compared(line(visit="D1", date="2010-03-15"), known=known)
    assert {p.state for p in found.proposals} == {State.CONFLICT}
    assert (
        found.proposals[-1].why.en
        == "The form holds the sample of 2010-03-12, this is of 2010-03-15."
    )


def test_every_visit_with_a_laboratory_form_is_known_by_its_code():
    for visit in study.VISITS:
        if "LB" in visit.forms:
            assert compared(line(visit=visit.code)).proposals[0].key.visit == visit.code
