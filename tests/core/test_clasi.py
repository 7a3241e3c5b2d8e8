"""The CLASI as printed: its maxima, its blanks, its scalp and its factor (Albrecht 2005)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core import clasi
from ordi_crf.core.clasi import change, score, severity
from ordi_crf.core.derived import areas, clasi_score, derive
from ordi_crf.core.validation import check
from ordi_crf.core.values import Unreadable, parse
from ordi_crf.forms.clasi import AREAS, FORM, LOCATIONS, ONCE, SCALP
from ordi_crf.forms.schema import Choice
from tests import builders

PLACES = [code.value for code in LOCATIONS.codes]
ACTIVITY = [(AREAS.name, row, name) for row in PLACES for name in ("CLERY", "CLSCL")] + [
    (ONCE.name, "", name) for name in ("CLMUC", "CLHAIR", "CLALOP")
]
PIGMENT = [(AREAS.name, row, "CLDYS") for row in PLACES]
SCARS = [(AREAS.name, row, "CLSCR") for row in PLACES if row != SCALP] + [(ONCE.name, "", "CLSSCR")]


def filled(*, top=False, duration="LT12"):
    """Return a whole assessment that a test may change."""
    cells = builders.clasi(top=top, duration=duration)
    return {s: {row: dict(values) for row, values in rows.items()} for s, rows in cells.items()}


def scored(cells):
    return score(cells[AREAS.name], cells[ONCE.name][""])


def grades(place):
    section, _, name = place
    item = (AREAS if section == AREAS.name else ONCE).item(name)
    assert isinstance(item, Choice)
    return [code.value for code in item.codes.codes]


def test_the_form_has_the_29_activity_items_of_the_printed_one():
    assert len(ACTIVITY) == scored(filled()).activity.items == 29


@pytest.mark.parametrize(
    ("duration", "damage"), [("LT12", 43), ("GE12", 56)], ids=["not doubled", "doubled"]
)
def test_the_highest_grades_give_the_published_maxima(duration, damage):
    """CL-70, CL-56."""
    result = scored(filled(top=True, duration=duration))
    assert (result.activity.total, result.damage.total) == (70, damage)


def test_the_maxima_follow_from_the_definition():
    """CL-70, CL-56."""
    assert (clasi.ACTIVITY_MAXIMUM, clasi.DAMAGE_MAXIMUM) == (70, 56)


def test_all_zeros_are_a_total_of_zero():
    result = scored(filled(duration=None))
    assert (result.activity.total, result.damage.total) == (0, 0)


@pytest.mark.parametrize("place", ACTIVITY, ids=lambda p: f"{p[2]}{p[1]}")
def test_a_blank_activity_item_gives_no_activity_total(place):
    """CL-BLANK, DI-BLANK."""
    section, row, name = place
    cells = filled(top=True)
    cells[section][row][name] = None
    result = scored(cells)
    assert result.activity.total is None
    assert result.activity.missing == 1
    assert result.activity.so_far == 70 - int(max(grades(place)))
    assert result.damage.total == 43


@pytest.mark.parametrize("place", PIGMENT + SCARS, ids=lambda p: f"{p[2]}{p[1]}")
def test_a_blank_damage_item_gives_no_damage_total(place):
    """CL-BLANK, DI-BLANK."""
    section, row, name = place
    cells = filled(top=True)
    cells[section][row][name] = None
    result = scored(cells)
    assert (result.damage.total, result.damage.missing) == (None, 1)
    assert result.activity.total == 70


def test_a_location_nobody_looked_at_gives_no_total():
    cells = filled()
    del cells[AREAS.name]["07"]
    result = scored(cells)
    assert (result.activity.missing, result.damage.missing) == (2, 2)


def test_the_duration_is_needed_once_dyspigmentation_is_scored():
    """CL-DUR."""
    cells = filled(duration=None)
    cells[AREAS.name]["03"]["CLDYS"] = "1"
    assert scored(cells).damage.total is None


@pytest.mark.parametrize("place", PIGMENT, ids=lambda p: p[1])
def test_a_long_duration_doubles_dyspigmentation(place):
    """CL-DUR."""
    cells = filled(duration="GE12")
    cells[AREAS.name][place[1]]["CLDYS"] = "1"
    assert scored(cells).damage.total == 2


@pytest.mark.parametrize("place", SCARS, ids=lambda p: f"{p[2]}{p[1]}")
def test_a_long_duration_doubles_no_scar(place):
    """CL-DUR."""
    section, row, name = place
    cells = filled(duration="GE12")
    cells[section][row][name] = max(grades(place))
    assert scored(cells).damage.total == int(max(grades(place)))


def test_scarring_of_the_scalp_counts_3_to_6_and_never_1_or_2():
    """CL-SSCR."""
    item = ONCE.item("CLSSCR")
    accepted = []
    for grade in range(10):
        try:
            accepted.append(parse(item, str(grade)))
        except Unreadable:
            continue
    assert accepted == ["0", "3", "4", "5", "6"]


@pytest.mark.parametrize("grade", ["1", "2", "7"])
def test_a_scalp_grade_that_does_not_exist_is_a_finding(grade):
    cells = filled()
    cells[ONCE.name][""]["CLSSCR"] = grade
    findings = check(FORM, builders.record("CLASI", cells), "2010-03-15")
    assert [finding.oid for finding in findings] == ["CLSSCR.CODE"]


def test_the_scarring_cell_of_the_scalp_is_not_asked():
    """CL-01, CL-56."""
    cells = filled()
    cells[AREAS.name][SCALP]["CLSCR"] = "1"
    findings = check(FORM, builders.record("CLASI", cells), "2010-03-15")
    assert [(f.oid, f.row) for f in findings] == [("CLSCR.NOTASKED", SCALP)]


def test_the_scarring_cell_of_the_scalp_never_counts():
    cells = filled()
    cells[AREAS.name][SCALP]["CLSCR"] = "2"
    assert scored(cells).damage.total == 0


@pytest.mark.parametrize(
    ("total", "band"),
    [(0, "MILD"), (9, "MILD"), (10, "MODERATE"), (20, "MODERATE"), (21, "SEVERE"), (70, "SEVERE")],
    ids=str,
)
def test_severity_has_the_bands_of_klein_2011(total, band):
    """CL-SEV."""
    assert severity(total) == band


@pytest.mark.parametrize("total", [-1, 71])
def test_an_impossible_total_has_no_severity(total):
    with pytest.raises(ValueError, match="0 to 70"):
        severity(total)


@pytest.mark.parametrize(
    ("baseline", "now", "points", "percent", "responses"),
    [
        pytest.param(20, 16, -4, Fraction(-20), (True, True, False), id="4 points and 20 %"),
        pytest.param(20, 17, -3, Fraction(-15), (False, False, False), id="one point less"),
        pytest.param(40, 36, -4, Fraction(-10), (True, False, False), id="4 points of many"),
        pytest.param(6, 3, -3, Fraction(-50), (False, True, True), id="half of a few"),
        pytest.param(7, 4, -3, Fraction(-300, 7), (False, True, False), id="not quite half"),
        pytest.param(10, 14, 4, Fraction(40), (False, False, False), id="worse"),
        pytest.param(0, 0, 0, None, (False, False, False), id="nothing to improve"),
    ],
)
def test_change_from_baseline_is_exact(baseline, now, points, percent, responses):
    """CL-CHANGE."""
    found = change(baseline, now)
    assert (found.points, found.percent) == (points, percent)
    assert (found.responder_4, found.responder_20, found.clasi_50) == responses


@st.composite
def assessments(draw, *, blanks):
    """Draw every grade of the form, some of them blank where blanks are wanted."""
    cells = {AREAS.name: {row: {} for row in PLACES}, ONCE.name: {"": {}}}
    for place in [*ACTIVITY, *PIGMENT, *SCARS]:
        section, row, name = place
        choices = [*grades(place), None] if blanks else grades(place)
        cells[section][row][name] = draw(st.sampled_from(choices))
    cells[ONCE.name][""]["CLDYDUR"] = draw(st.sampled_from(["LT12", "GE12"]))
    return cells


def plain_sum(cells, places):
    return sum(int(cells[section][row][name] or 0) for section, row, name in places)


@given(assessments(blanks=False))
def test_totals_equal_the_plain_sum_of_the_form(cells):
    factor = 2 if cells[ONCE.name][""]["CLDYDUR"] == "GE12" else 1
    result = scored(cells)
    assert result.activity.total == plain_sum(cells, ACTIVITY)
    assert result.damage.total == factor * plain_sum(cells, PIGMENT) + plain_sum(cells, SCARS)


@given(assessments(blanks=True), st.sampled_from(ACTIVITY + PIGMENT + SCARS))
def test_blanking_an_item_never_raises_what_is_scored_so_far(cells, place):
    section, row, name = place
    before = scored(cells)
    cells[section][row][name] = None
    after = scored(cells)
    assert after.activity.so_far <= before.activity.so_far
    assert after.damage.so_far <= before.damage.so_far
    assert after.activity.missing >= before.activity.missing


@given(assessments(blanks=True))
def test_a_total_is_given_exactly_when_nothing_is_blank(cells):
    blank = any(cells[section][row][name] is None for section, row, name in ACTIVITY)
    assert (scored(cells).activity.total is None) == blank


def test_a_record_is_scored_from_its_answers():
    found = builders.record("CLASI", filled(top=True, duration="GE12"))
    assert (clasi_score(found).activity.total, clasi_score(found).damage.total) == (70, 56)
    assert dict(derive(found)) == {"CLTOTA": 70, "CLTOTD": 56, "CLSEV": "SEVERE"}
    assert list(areas(found)) == PLACES
