"""CLASI and SLEDAI-2K, item by item as the clinical specification has them (sections 1 and 3)."""

from __future__ import annotations

import pytest

from ordi_crf import forms
from ordi_crf.core import clasi, sledai
from ordi_crf.core.validation import check
from ordi_crf.forms.clasi import AREAS, FORM, LOCATIONS, ONCE
from ordi_crf.forms.schema import Choice
from ordi_crf.forms.sledai import DESCRIPTORS
from tests.builders import clasi as whole
from tests.builders import record

LOCATION = [
    pytest.param("01", "Scalp", 3, id="CL-01"),
    pytest.param("02", "Ears", 4, id="CL-02"),
    pytest.param("03", "Nose (incl. malar area)", 4, id="CL-03"),
    pytest.param("04", "Rest of the face", 4, id="CL-04"),
    pytest.param("05", "V-area neck (frontal)", 4, id="CL-05"),
    pytest.param("06", "Post. neck &/or shoulders", 4, id="CL-06"),
    pytest.param("07", "Chest", 4, id="CL-07"),
    pytest.param("08", "Abdomen", 4, id="CL-08"),
    pytest.param("09", "Back, buttocks", 4, id="CL-09"),
    pytest.param("10", "Arms", 4, id="CL-10"),
    pytest.param("11", "Hands", 4, id="CL-11"),
    pytest.param("12", "Legs", 4, id="CL-12"),
    pytest.param("13", "Feet", 4, id="CL-13"),
]


@pytest.mark.parametrize(("code", "label", "asked"), LOCATION)
def test_a_location_is_asked_for_its_columns(code: str, label: str, asked: int) -> None:
    assert LOCATIONS.row(code).text.en == label
    assert sum(AREAS.asked(item, code, {}) for item in AREAS.items) == asked


def test_locations_stand_in_the_order_of_the_printed_form() -> None:
    """CL-ORDER: not in the order of any other tool."""
    assert [row.value for row in LOCATIONS.codes] == [param.values[0] for param in LOCATION]


@pytest.mark.parametrize(
    ("name", "grades", "per_location"),
    [
        pytest.param("CLERY", "0123", True, id="CL-ERY"),
        pytest.param("CLSCL", "012", True, id="CL-SCL"),
        pytest.param("CLDYS", "01", True, id="CL-DYS"),
        pytest.param("CLSCR", "012", True, id="CL-SCR"),
        pytest.param("CLMUC", "01", False, id="CL-MUC and CL-ONCE"),
        pytest.param("CLHAIR", "01", False, id="CL-HAIR and CL-ONCE"),
        pytest.param("CLALOP", "0123", False, id="CL-ALOP and CL-ONCE"),
        pytest.param("CLSSCR", "03456", False, id="CL-SSCR"),
    ],
)
def test_an_item_has_the_grades_of_the_printed_form(
    name: str, grades: str, per_location: bool
) -> None:
    item = (AREAS if per_location else ONCE).item(name)
    assert isinstance(item, Choice)
    assert "".join(code.value for code in item.codes.codes) == grades


def test_mucous_membranes_have_no_item_of_damage() -> None:
    """CL-NOMUCD: the published maximum of 56 leaves no room for one."""
    assert clasi.DAMAGE_ONCE == ("CLSSCR",)
    assert {item.name for item in ONCE.items} == {
        "CLMUC", "CLHAIR", "CLALOP", "CLSSCR", "CLDYDUR", "QSEVAL",
    }  # fmt: skip


def test_no_total_adds_activity_to_damage() -> None:
    """CL-NOSUM: at their maxima 70 and 56, no derived value is 126."""
    assert [value.name for value in FORM.derived] == ["CLTOTA", "CLTOTD", "CLSEV"]
    scored = clasi.score(
        whole(top=True, duration="GE12")["clasi_area"],
        whole(top=True, duration="GE12")["clasi"][""],
    )
    assert (scored.activity.total, scored.damage.total) == (70, 56)


def test_the_instrument_is_named_where_it_is_scored() -> None:
    """CL-VERS: CLASI of Albrecht 2005, and no revised one."""
    assert FORM.title.en == FORM.title.es == "CLASI (Albrecht 2005)"
    assert {value.version for value in FORM.derived[:2]} == {"Albrecht 2005"}


@pytest.mark.parametrize(
    ("code", "weight", "says"),
    [
        pytest.param("SEIZ", 8, "recent onset", id="SL-SEIZ"),
        pytest.param("PSYC", 8, "perception of reality", id="SL-PSYC"),
        pytest.param("OBS", 8, "at least two of", id="SL-OBS"),
        pytest.param("VISU", 8, "cytoid bodies", id="SL-VISU"),
        pytest.param("CRAN", 8, "cranial nerve", id="SL-CRAN"),
        pytest.param("HEAD", 8, "narcotic analgesia", id="SL-HEAD"),
        pytest.param("CVA", 8, "not due to arteriosclerosis", id="SL-CVA"),
        pytest.param("VASC", 8, "splinter haemorrhages", id="SL-VASC"),
        pytest.param("ARTH", 4, "at least 2 joints", id="SL-ARTH"),
        pytest.param("MYOS", 4, "aldolase", id="SL-MYOS"),
        pytest.param("CAST", 4, "red-cell casts", id="SL-CAST"),
        pytest.param("HEMA", 4, "more than 5 red cells", id="SL-HEMA"),
        pytest.param("PROT", 4, "0.5", id="SL-PROT"),
        pytest.param("PYUR", 4, "more than 5 white cells", id="SL-PYUR"),
        pytest.param("RASH", 2, "ongoing", id="SL-RASH"),
        pytest.param("ALOP", 2, "scar", id="SL-ALOP"),
        pytest.param("MUCO", 2, "nasal", id="SL-MUCO"),
        pytest.param("PLEU", 2, "pleuritic", id="SL-PLEU"),
        pytest.param("PERI", 2, "effusion", id="SL-PERI"),
        pytest.param("COMP", 2, "ch50", id="SL-COMP"),
        pytest.param("DNA", 2, "upper limit", id="SL-DNA"),
        pytest.param("FEVR", 1, "38", id="SL-FEVR"),
        pytest.param("THRO", 1, "100", id="SL-THRO"),
        pytest.param("LEUK", 1, "3.0", id="SL-LEUK"),
    ],
)
def test_a_descriptor_weighs_and_means_what_is_published(code: str, weight: int, says: str) -> None:
    found = next(d for d in DESCRIPTORS if d.value == code)
    assert (found.weight, sledai.WEIGHTS[code]) == (weight, weight)
    assert says in found.definition.en.lower()


@pytest.mark.parametrize("grade", ["1", "2"])
def test_no_quadrant_of_the_scalp_gives_1_or_2(grade: str) -> None:
    """CL-SSCR: the codes are 0, 3, 4, 5, 6."""
    found = check(forms.form("CLASI"), record("CLASI", {"clasi": {"": {"CLSSCR": grade}}}), "2010")
    assert "CLSSCR.CODE" in {f.oid for f in found}
