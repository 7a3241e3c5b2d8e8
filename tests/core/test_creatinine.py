"""Renal function of a sample: whose creatinine it is, what is missing, and the sides of 30."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from fractions import Fraction

import pytest

from ordi_crf.core import creatinine
from ordi_crf.core.creatinine import NAMES, derived, disagree, rates
from ordi_crf.core.delivery import Delivery
from ordi_crf.core.patient import Patient, patient_at
from ordi_crf.core.records import StudyData
from ordi_crf.core.renal import Equation, Rate
from ordi_crf.forms.labs import FORM
from ordi_crf.forms.schema import Severity
from tests import builders

WOMAN = Patient("1945-03-15", "F", "WHITE", D(60))


def sample(value="85", unit="µmol/L", on="2010-03-15", visit="D1"):
    cells = {
        "lb_sample": {"": {"LBDAT": on}},
        "lb": {"CREAT": {"LBORRES": value, "LBORRESU": unit}},
    }
    return replace(builders.record("LB", cells), key=builders.key("LB", visit))


def digits(found):
    return {name: None if rate is None else f"{rate.value:.2f}" for name, rate in found.items()}


def test_e5_a_sample_gives_the_rates_of_the_published_table():
    """A woman of 65 with 85 µmol/L and 60 kg: Cockcroft-Gault 55.26, CKD-EPI 2021 65.55."""
    found = digits(rates(sample(), WOMAN))
    assert (found["EGFRCG"], found["EGFREPI21"]) == ("55.26", "65.55")


def test_creatinine_in_mg_per_dl_is_the_same_sample():
    one = rates(sample("88.42", "µmol/L"), WOMAN)
    assert one == rates(sample("1", "mg/dL"), WOMAN)


def test_race_counts_in_the_older_equations_alone():
    white, black = (
        rates(sample(), WOMAN),
        rates(sample(), replace(WOMAN, race="BLACK OR AFRICAN AMERICAN")),
    )
    assert f"{black['EGFRMDRD'].value:.1f}" == "70.6"
    assert {n for n in NAMES if white[n] != black[n]} == {"EGFRMDRD", "EGFREPI9"}


@pytest.mark.parametrize(
    ("record", "patient"),
    [
        pytest.param(sample(None), WOMAN, id="no creatinine"),
        pytest.param(sample(unit=None), WOMAN, id="unit not stated"),
        pytest.param(sample("<20"), WOMAN, id="beyond the measuring range"),
        pytest.param(sample("0"), WOMAN, id="zero"),
        pytest.param(sample(on=None), WOMAN, id="sample without a date"),
        pytest.param(sample(), replace(WOMAN, birth=None), id="no birth"),
        pytest.param(sample(), replace(WOMAN, sex=None), id="no sex"),
        pytest.param(sample(), replace(WOMAN, birth="1995"), id="a child"),
        pytest.param(sample(), Patient(), id="nobody"),
    ],
)
def test_without_what_it_needs_there_is_no_rate(record, patient):
    assert set(derived(record, patient).values()) == {None}
    assert disagree(record, patient) == []


def test_without_a_weight_only_the_clearance_is_missing():
    found = derived(sample(), replace(WOMAN, weight=None))
    assert [name for name, value in found.items() if value is None] == ["EGFRCG"]


def test_a_partial_birth_gives_the_youngest_age():
    assert derived(sample(), replace(WOMAN, birth="1945")) == derived(
        sample(), replace(WOMAN, birth="1945-12-31")
    )


def test_the_derived_values_are_those_of_the_form():
    assert list(derived(sample(), WOMAN)) == [d.name for d in FORM.derived]
    assert isinstance(derived(sample(), WOMAN)["EGFRMDRD"], Fraction)


def test_e5_equations_on_both_sides_of_30_are_a_soft_finding():
    """F45 60 kg 1.9 mg/dL: Cockcroft-Gault 35.4, MDRD-175 28.6, CKD-EPI 31.3 and 32.8.

    E5, RN-QUERY.
    """
    (found,) = disagree(sample("1.9", "mg/dL"), replace(WOMAN, birth="1965-03-15"))
    assert (found.oid, found.severity) == ("LB.EGFR30", Severity.SOFT)
    assert (found.row, found.item) == ("CREAT", "LBORRES")
    for words in ("Cockcroft-Gault 35.4", "MDRD-4 IDMS (175) 28.6", "2009 31.3", "2021 32.8"):
        assert words in found.message.en


@pytest.mark.parametrize("milligrams", ["1.0", "4.0"])
def test_equations_that_agree_ask_nothing(milligrams):
    assert disagree(sample(milligrams, "mg/dL"), WOMAN) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("28.64", "28.6", id="one decimal"),
        pytest.param("29.97", "29.97", id="as many as keep it below 30"),
        pytest.param("30", "30.0", id="30 itself"),
        pytest.param("30.04", "30.0", id="above"),
    ],
)
def test_e5_no_rate_is_rounded_over_30(value, shown):
    assert Rate(Equation.MDRD_175, D(value)).shown == shown
    assert creatinine.shown(Fraction(value)) == shown


def weighed(visit, weight, on=None):
    record = builders.record("VS", {"vs": {"": {"WEIGHT": weight, "VSDAT": on}}})
    return replace(record, key=builders.key("VS", visit))


def visited(visit, on):
    record = builders.record("SV", {"sv": {"": {"SVOCCUR": "Y", "VISDAT": on}}})
    return replace(record, key=builders.key("SV", visit))


def by_key(*records):
    return {record.key: record for record in records}


DEMOGRAPHICS = replace(
    builders.record("DM", {"dm": {"": {"BRTHDAT": "1945", "SEX": "F"}}}),
    key=builders.key("DM", "SCR"),
)
DATES = [visited("SCR", "2010-03-01"), visited("D1", "2010-03-15"), visited("W2", "2010-03-29")]


@pytest.mark.parametrize(
    ("records", "weight"),
    [
        pytest.param([weighed("D1", "61"), weighed("SCR", "60")], D(61), id="of the visit"),
        pytest.param([weighed("SCR", "60")], D(60), id="of the last visit before"),
        pytest.param([weighed("W2", "62")], None, id="never of a later one"),
        pytest.param([weighed("D1", None), weighed("SCR", "60")], D(60), id="not weighed again"),
        pytest.param([weighed("W2", "62", "2010-03-10")], D(62), id="by its own date"),
        pytest.param([], None, id="never weighed"),
    ],
)
def test_the_weight_is_the_visits_own_or_the_last_before_it(records, weight):
    found = by_key(DEMOGRAPHICS, *DATES, *records)
    patient = patient_at(found, builders.key("LB", "D1"))
    assert patient == Patient("1945", "F", None, weight)


def test_a_delivery_knows_whose_creatinine_it_is():
    records = by_key(DEMOGRAPHICS, *DATES, weighed("SCR", "60"), sample())
    data = StudyData({}, (builders.SUBJECT,), records, ())
    delivery = Delivery(data, {}, "X", "2010-03-15T00:00:00Z", "Ana")
    assert delivery.derived(sample()) == derived(sample(), Patient("1945", "F", None, D(60)))
