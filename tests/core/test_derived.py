"""Derived values: from the answers alone, and none while something they need is missing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ordi_crf import atlas, drawings, forms
from ordi_crf.core.derived import derive, visit_date
from ordi_crf.core.records import StudyData, SubjectKey
from ordi_crf.core.strokes import Fill, encode
from ordi_crf.forms.sledai import DESCRIPTORS
from tests import builders

ALL_CHEST = {"BMLAYER": "ACTIVE", "BMOP": encode(Fill("chest", 2))}


def body_map(cells):
    """Return a body map and its figures, replayed from its strokes."""
    record = builders.record("BM", cells)
    return record, drawings.figures(record, lambda digest: None)


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.oid)
def test_a_form_derives_exactly_what_it_declares(form):
    record = builders.record(form.oid, {})
    assert set(derive(record)) == {derived.name for derived in form.derived}


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.oid)
def test_a_blank_form_has_no_derived_value(form):
    assert set(derive(builders.record(form.oid, {})).values()) <= {None}


@pytest.mark.parametrize(
    ("birth", "screened", "age"),
    [
        pytest.param("1969-07-20", "2010-03-15", 40, id="both known"),
        pytest.param("1969", "2010-03-15", 40, id="year of birth alone"),
        pytest.param(None, "2010-03-15", None, id="no birth"),
        pytest.param("1969", None, None, id="no screening visit"),
    ],
)
def test_age_is_that_of_the_screening_visit(birth, screened, age):
    """F-DM-AGE."""
    record = builders.record("DM", {"dm": {"": {"BRTHDAT": birth, "SEX": "F"}}})
    assert derive(record, screened=screened) == {"AGE": age}


def test_severity_needs_the_activity_total():
    cells = builders.clasi(top=True)
    cells["clasi"][""]["CLMUC"] = None
    found = derive(builders.record("CLASI", cells))
    assert (found["CLTOTA"], found["CLSEV"], found["CLTOTD"]) == (None, None, 43)


def test_a_body_map_nobody_opened_has_no_figures():
    record, painted = body_map({})
    assert derive(record, painted=painted)["BSAACT"] is None


def test_an_examined_clear_skin_is_zero_and_not_unknown():
    record, painted = body_map({"bm": {"": {"BMPERF": "Y"}}})
    found = derive(record, painted=painted)
    assert (found["BSAACT"], found["BSADAM"]) == (0, 0)


def test_painted_surface_is_an_exact_fraction_of_its_group():
    record, painted = body_map({"bm": {"": {"BMPERF": "Y"}}, "bm_stroke": {"1": ALL_CHEST}})
    found = derive(record, painted=painted)
    group = [r for r in atlas.body_map().regions if r.group == "trunk_ant"]
    chest = atlas.body_map().region("chest").cells
    assert found["BSAACT"] == Fraction(18 * chest, sum(region.cells for region in group))
    assert found["BSADAM"] == 0


def test_a_voided_stroke_paints_nothing():
    record = builders.record(
        "BM", {"bm": {"": {"BMPERF": "Y"}}, "bm_stroke": {"1": ALL_CHEST}}, voided=("1",)
    )
    painted = drawings.figures(record, lambda digest: None)
    assert derive(record, painted=painted)["BSAACT"] == 0


def held(day):
    record = builders.record("SV", {"sv": {"": {"SVOCCUR": "Y", "VISDAT": day}}})
    return StudyData({}, (builders.SUBJECT,), {record.key: record}, ())


@pytest.mark.parametrize(
    ("day", "subject", "visit", "found"),
    [
        pytest.param("2010-03-15", builders.SUBJECT, "D1", "2010-03-15", id="held"),
        pytest.param(None, builders.SUBJECT, "D1", None, id="not dated"),
        pytest.param("2010-03-15", builders.SUBJECT, "W2", None, id="another visit"),
        pytest.param("2010-03-15", SubjectKey("01", "x"), "D1", None, id="another subject"),
    ],
)
def test_the_date_of_a_visit_is_that_of_its_header(day, subject, visit, found):
    assert visit_date(held(day), subject, visit) == found


@pytest.mark.parametrize(
    ("answers", "figure"),
    [
        pytest.param({"BMPERF": "Y"}, 0, id="examined, clear"),
        pytest.param({"BMPERF": "N"}, None, id="not examined"),
        pytest.param({"BMMAP": "0" * 64}, None, id="opened only"),
    ],
)
def test_unpainted_skin_is_clear_only_where_it_was_examined(answers, figure):
    record, painted = body_map({"bm": {"": answers}})
    assert derive(record, painted=painted)["BSAACT"] == figure


@pytest.mark.parametrize(
    ("weight", "height", "found"),
    [
        pytest.param("72.25", "170", 25, id="25 exactly"),
        pytest.param("70", None, None, id="no height"),
        pytest.param(None, "170", None, id="no weight"),
    ],
)
def test_body_mass_index_is_weight_over_height_squared(weight, height, found):
    record = builders.record("VS", {"vs": {"": {"WEIGHT": weight, "HEIGHT": height}}})
    assert derive(record) == {"BMI": found}


def test_skin_alone_reaches_six_and_its_own_total_leaves_it_out():
    present = {"RASH", "ALOP", "MUCO"}
    rows = {d.value: {"SLPRES": str(int(d.value in present))} for d in DESCRIPTORS}
    found = derive(builders.record("SLEDAI", {"sledai_descriptor": rows}))
    assert found == {"SLTOT": 6, "SLNMC": 0, "SLCLIN": 6, "SLGRADE": "MODERATE"}
