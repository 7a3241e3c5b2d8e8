"""Renal function against published and recomputed values, and at the cut of 30."""

from __future__ import annotations

from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core import renal
from ordi_crf.core.renal import Equation, ckd_epi_2009, ckd_epi_2021, cockcroft_gault, mdrd
from ordi_crf.core.stats import digits


def umol(value):
    return renal.mg_per_dl(D(value))


def printed(rate, as_printed):
    """Return a rate with as many decimals as the value it is held against."""
    return digits(rate, len(as_printed.partition(".")[2]))


@pytest.mark.parametrize(
    ("creatinine", "sex", "age", "rate"),
    [
        pytest.param(D("1.09"), "M", 55, "80", id="NKF and admiral"),
        pytest.param(D("1.09"), "M", 55, "80.15", id="the same, two decimals"),
        pytest.param(umol(85), "F", 65, "66", id="admiral"),
        pytest.param(umol(85), "F", 65, "65.55", id="the same, recomputed"),
        pytest.param(umol("96.3"), "M", 55, "80.2293", id="admiral, M 55"),
        pytest.param(umol(70), "F", 52, "89.7175", id="admiral, F 52"),
        pytest.param(umol(77), "M", 67, "94.5453", id="admiral, M 67"),
        pytest.param(umol(65), "F", 76, "84.4646", id="admiral, F 76"),
        pytest.param(D("0.8"), "M", 70, "95.2", id="tabletools, M 70"),
        pytest.param(D("0.8"), "F", 70, "79.2", id="tabletools, F 70"),
        pytest.param(D("0.8"), "M", 70, "95.21", id="the same, M, two decimals"),
        pytest.param(D("0.8"), "F", 70, "79.22", id="the same, F, two decimals"),
    ],
)
def test_ckd_epi_2021_gives_the_published_values(creatinine, sex, age, rate):
    """RN-EPI21."""
    assert printed(ckd_epi_2021(creatinine, sex, age), rate) == rate


def test_the_published_values_need_88_42_micromoles_in_a_milligram():
    """RN-8842."""
    with_88_4 = ckd_epi_2021(D("96.3") / D("88.4"), "M", 55)
    assert printed(with_88_4, "0.0000") == "80.2075"


@pytest.mark.parametrize(
    ("creatinine", "sex", "age", "weight", "rate"),
    [
        pytest.param(D("1.09"), "M", 55, D(90), "97", id="admiral, M 55"),
        pytest.param(D("1.09"), "M", 55, D(90), "97.48", id="the same, two decimals"),
        pytest.param(umol(85), "F", 65, D(60), "55", id="admiral, F 65"),
        pytest.param(umol(85), "F", 65, D(60), "55.26", id="the same, recomputed"),
    ],
)
def test_cockcroft_and_gault_give_the_published_values(creatinine, sex, age, weight, rate):
    """RN-CG."""
    assert printed(cockcroft_gault(creatinine, sex, age, weight), rate) == rate


@pytest.mark.parametrize(
    ("creatinine", "sex", "age", "black", "rate"),
    [
        pytest.param(D("1.09"), "M", 55, False, "70.2", id="admiral, M 55"),
        pytest.param(D("1.09"), "M", 55, False, "70.24", id="the same, two decimals"),
        pytest.param(umol(85), "F", 65, True, "70.6", id="admiral, F 65, Black"),
        pytest.param(umol(85), "F", 65, True, "70.58", id="the same, two decimals"),
        pytest.param(D("0.6"), "M", 50, False, "142.6", id="Hindawi table, 0.6"),
        pytest.param(D("1.0"), "M", 50, False, "79", id="Hindawi table, 1.0"),
        pytest.param(D("1.0"), "M", 50, False, "79.1", id="recomputed, 1.0"),
        pytest.param(D("1.5"), "M", 50, False, "49.5", id="recomputed, 1.5 (printed 49)"),
        pytest.param(D("2.0"), "M", 50, False, "35.5", id="Hindawi table, 2.0"),
    ],
)
def test_mdrd_4_idms_gives_the_published_values(creatinine, sex, age, black, rate):
    """RN-MDRD."""
    assert printed(mdrd(creatinine, sex, age, black=black), rate) == rate


def test_ckd_epi_2009_gives_the_recomputed_value():
    """RN-EPI09."""
    assert printed(ckd_epi_2009(D("1.4"), "M", 60), "54.22") == "54.22"


@pytest.mark.parametrize(
    ("creatinine", "sex", "constant", "knee", "power"),
    [
        pytest.param("0.5", "F", 143.538, 0.7, -0.329, id="woman, below her knee"),
        pytest.param("1.4", "F", 143.538, 0.7, -1.209, id="woman, above her knee"),
        pytest.param("0.5", "M", 141, 0.9, -0.411, id="man, below his knee"),
        pytest.param("1.4", "M", 141, 0.9, -1.209, id="man, above his knee"),
    ],
)
def test_ckd_epi_2009_has_a_branch_for_each_side_of_the_knee(
    creatinine, sex, constant, knee, power
):
    """Levey et al., Ann Intern Med 2009;150:604-12, table 2."""
    branch = constant * (float(creatinine) / knee) ** power * 0.993**40
    assert float(ckd_epi_2009(D(creatinine), sex, 40)) == pytest.approx(branch, rel=1e-12)


NEAR_THE_CUT = {
    Equation.COCKCROFT_GAULT: "35.4",
    Equation.MDRD_186: "30.4",
    Equation.MDRD_175: "28.6",
    Equation.CKD_EPI_2009: "31.3",
    Equation.CKD_EPI_2021: "32.8",
}


@pytest.mark.parametrize("equation", Equation, ids=str)
def test_near_the_cut_the_equations_disagree(equation):
    """RN-CG, RN-MDRD, RN-EPI09, RN-EPI21."""
    sides = renal.sides_of_30(D("1.9"), "F", 45, D(60))
    assert printed(sides.rate(equation).value, "0.0") == NEAR_THE_CUT[equation]
    assert sides.disagree


def test_whoever_is_on_the_other_side_than_the_chosen_equation_is_named():
    sides = renal.sides_of_30(D("1.9"), "F", 45, D(60))
    assert {rate.equation for rate in sides.against()} == set(Equation) - {Equation.MDRD_175}
    (alone,) = sides.against(Equation.CKD_EPI_2021)
    assert alone.equation is Equation.MDRD_175


def test_a_heavy_man_is_above_30_by_clearance_alone():
    sides = renal.sides_of_30(D("2.5"), "M", 60, D(80))
    found = {rate.equation: printed(rate.value, "0.0") for rate in sides.rates}
    assert found[Equation.COCKCROFT_GAULT] == "35.6"
    assert (found[Equation.MDRD_175], found[Equation.CKD_EPI_2009]) == ("26.5", "26.9")
    assert [rate.equation for rate in sides.rates if not rate.below] == [Equation.COCKCROFT_GAULT]


def test_far_from_the_cut_the_equations_agree():
    sides = renal.sides_of_30(D("0.8"), "F", 40, D(60))
    assert (sides.disagree, sides.against()) == (False, ())


def test_without_a_weight_there_is_no_clearance():
    sides = renal.sides_of_30(D("1.9"), "F", 45)
    assert [rate.equation for rate in sides.rates] == list(Equation)[1:]
    with pytest.raises(KeyError):
        sides.rate(Equation.COCKCROFT_GAULT)


@pytest.mark.parametrize(
    ("weight", "below"),
    [
        pytest.param(D("54"), False, id="30 is allowed"),
        pytest.param(D("53.999999999999999999"), True, id="the least bit below is not"),
    ],
)
@pytest.mark.parametrize("creatinine", [D(2), umol("176.84")], ids=["mg/dL", "µmol/L"])
def test_30_itself_is_allowed_and_nothing_is_rounded_up_to_it(creatinine, weight, below):
    """RN-CUT."""
    clearance = renal.sides_of_30(creatinine, "M", 60, weight).rate(Equation.COCKCROFT_GAULT)
    assert clearance.below is below
    assert (clearance.value == 30) is not below


@given(
    creatinine=st.decimals("0.10", "25.00", places=2),
    age=st.integers(18, 120),
    weight=st.decimals("25.0", "250.0", places=1),
)
def test_clearance_is_the_exact_quotient_to_28_digits(creatinine, age, weight):
    exact = (140 - age) * Fraction(weight) * Fraction(85, 100) / (72 * Fraction(creatinine))
    found = Fraction(cockcroft_gault(creatinine, "F", age, weight))
    assert abs(found - exact) <= exact / 10**27


@given(
    creatinine=st.decimals("0.10", "24.00", places=2),
    sex=st.sampled_from(["F", "M"]),
    age=st.integers(18, 119),
)
def test_more_creatinine_or_more_years_never_mean_a_better_kidney(creatinine, sex, age):
    weight = D(70)
    here = renal.sides_of_30(creatinine, sex, age, weight).rates
    more = renal.sides_of_30(creatinine + D("0.01"), sex, age, weight).rates
    older = renal.sides_of_30(creatinine, sex, age + 1, weight).rates
    assert all(a.value > b.value for a, b in zip(here, more, strict=True))
    assert all(a.value > b.value for a, b in zip(here, older, strict=True))


def test_the_knee_of_ckd_epi_is_no_step():
    below, at, above = (ckd_epi_2021(D(c), "F", 40) for c in ("0.6999999", "0.7", "0.7000001"))
    assert below > at > above
    assert below - above < D("0.0001")


def test_each_equation_names_its_unit():
    assert {str(e): e.unit for e in Equation} == {
        "Cockcroft-Gault": "mL/min",
        "MDRD-4 (186)": "mL/min/1.73 m²",
        "MDRD-4 IDMS (175)": "mL/min/1.73 m²",
        "CKD-EPI 2009": "mL/min/1.73 m²",
        "CKD-EPI 2021": "mL/min/1.73 m²",
    }


@pytest.mark.parametrize(
    ("creatinine", "sex", "age", "weight", "says"),
    [
        pytest.param(D(0), "F", 45, D(60), "creatinine", id="no creatinine"),
        pytest.param(D(-1), "F", 45, D(60), "creatinine", id="negative creatinine"),
        pytest.param(D("NaN"), "F", 45, D(60), "creatinine", id="no number"),
        pytest.param(D("Infinity"), "F", 45, D(60), "creatinine", id="infinite"),
        pytest.param(D(1), "X", 45, D(60), "sex", id="a sex the equations do not know"),
        pytest.param(D(1), "", 45, D(60), "sex", id="no sex"),
        pytest.param(D(1), "F", 17, D(60), "age", id="a child"),
        pytest.param(D(1), "F", 141, D(60), "age", id="older than anybody"),
        pytest.param(D(1), "F", 45, D(0), "weight", id="no weight"),
    ],
)
def test_what_no_adult_can_be_is_refused(creatinine, sex, age, weight, says):
    with pytest.raises(ValueError, match=says):
        renal.sides_of_30(creatinine, sex, age, weight)


@pytest.mark.parametrize("value", ["0", "-3", "NaN"])
def test_an_impossible_concentration_is_not_converted(value):
    with pytest.raises(ValueError, match="creatinine"):
        renal.mg_per_dl(D(value))
