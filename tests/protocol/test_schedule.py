"""The schedule of the clinical specification, section 10.3, column by column and row by row."""

from __future__ import annotations

import pytest

from ordi_crf import study

COLUMNS = (
    "SCR", "D1", "W1 W3 W5 W7", "W2", "W4", "W6", "W8", "M3", "M4 M5", "M6", "M7 M8 M10 M11",
    "M9", "M12", "S2W S4W S8W", "S3M S6M S9M S12M", "EOT", "UNS",
)  # fmt: skip
WITHDRAWN_4_WEEKS = "4"
"""Of the weeks after withdrawal, the fourth alone."""


def visits(row: str, mark: str) -> set[str]:
    """Return the visits of the columns with a mark; a 4 marks the fourth week as due."""
    found = {v for column, m in zip(COLUMNS, row, strict=True) if m == mark for v in column.split()}
    return found | ({"S4W"} if mark == "x" and WITHDRAWN_4_WEEKS in row else set())


@pytest.mark.parametrize(
    ("form", "row"),
    [
        pytest.param("IC", "x----------------", id="VR-HISTORY consent"),
        pytest.param("IE", "x----------------", id="VR-HISTORY eligibility"),
        pytest.param("MH", "x----------------", id="VR-HISTORY medical"),
        pytest.param("LH", "x----------------", id="VR-HISTORY lupus"),
        pytest.param("PT", "x----------------", id="VR-HISTORY treatments"),
        pytest.param("VS", "xx-xx-xxxxxxxxxxx", id="VR-SIGNS vital"),
        pytest.param("PE", "xx-xx-xxxxxxxxxxx", id="VR-SIGNS examination and LEN-VTE"),
        pytest.param("CLASI", "xx-xxoxxxxoxxxxxx", id="VR-SKIN score"),
        pytest.param("BM", "xx-xxoxxxxoxxxxxx", id="VR-SKIN map"),
        pytest.param("SLEDAI", "xx-ox-xxox-xxoxxx", id="VR-ACTIVITY"),
        pytest.param("PG", "xxoox-xxxxxxx4-xo", id="VR-PG and VR-COUNSEL and LEN-4W"),
        pytest.param("NV", "xx-xx-xxxxxxx-xxx", id="VR-NV and LEN-NEURO"),
        pytest.param("EMG", "x-----------o--xo", id="VR-EMG and LEN-NEURO"),
    ],
)
def test_a_form_is_due_and_optional_as_scheduled(form: str, row: str) -> None:
    line = next(line for line in study.SCHEDULE if line.form == form)
    assert (line.due, line.optional) == (visits(row, "x"), visits(row, "o"))


def test_serology_is_due_at_screening_alone() -> None:
    """VR-HISTORY: HIV, hepatitis and antiphospholipid antibodies."""
    assert [v.code for v in study.VISITS if "SE" in v.forms and "SE" not in v.optional] == ["SCR"]


@pytest.mark.parametrize(
    ("tests", "row"),
    [
        pytest.param("HGB WBC NEUT LYM PLAT", "xxxxxxxxxxxxx4-x-", id="VR-CBC and LEN-CBC"),
        pytest.param("CREAT ALT AST", "xx-xx-xxxx-xx--x-", id="VR-CHEMISTRY"),
        pytest.param("TSH", "x------x-x-xx--x-", id="VR-TSH and LEN-TSH"),
        pytest.param("C3 C4 URBC UWBC UCASTS", "xx--x-xx-x-xx-xxx", id="VR-ACTIVITY"),
    ],
)
def test_a_test_is_due_as_scheduled(tests: str, row: str) -> None:
    for test in tests.split():
        assert {v for v, due in study.TESTS_DUE.items() if test in due} == visits(row, "x")


@pytest.mark.parametrize("form", ["EX", "DA", "CM", "AE"])
def test_what_runs_throughout_is_in_the_log(form: str) -> None:
    """VR-LOG: doses, accountability, treatments and adverse events belong to no visit."""
    assert form in study.LOG.forms
    assert all(form not in visit.forms for visit in study.VISITS)


@pytest.mark.parametrize(
    ("code", "planned"),
    [
        pytest.param("SCR", (-14, None, 14, 13, False), id="V-SCR"),
        pytest.param("D1", (1, None, 0, 0, False), id="V-D1"),
        pytest.param("W1", (8, None, 3, 3, False), id="V-COUNTS 1"),
        pytest.param("W3", (22, None, 3, 3, False), id="V-COUNTS 3"),
        pytest.param("W5", (36, None, 3, 3, False), id="V-COUNTS 5"),
        pytest.param("W7", (50, None, 3, 3, False), id="V-COUNTS 7"),
        pytest.param("W2", (15, None, 3, 3, False), id="V-W2"),
        pytest.param("W4", (29, None, 3, 3, False), id="V-W4"),
        pytest.param("W6", (43, None, 3, 3, False), id="V-W6"),
        pytest.param("W8", (57, None, 3, 3, False), id="V-W8"),
        pytest.param("M3", (None, 3, 14, 14, False), id="V-M3"),
        pytest.param("M4", (None, 4, 7, 7, False), id="V-M4-5 4"),
        pytest.param("M5", (None, 5, 7, 7, False), id="V-M4-5 5"),
        pytest.param("M6", (None, 6, 14, 14, False), id="V-M6"),
        pytest.param("M7", (None, 7, 7, 7, False), id="V-M7-11 7"),
        pytest.param("M8", (None, 8, 7, 7, False), id="V-M7-11 8"),
        pytest.param("M10", (None, 10, 7, 7, False), id="V-M7-11 10"),
        pytest.param("M11", (None, 11, 7, 7, False), id="V-M7-11 11"),
        pytest.param("M9", (None, 9, 14, 14, False), id="V-M9"),
        pytest.param("M12", (None, 12, 14, 14, False), id="V-M12"),
        pytest.param("S2W", (15, None, 3, 3, True), id="V-STOP-W 2"),
        pytest.param("S4W", (29, None, 3, 3, True), id="V-STOP-W 4"),
        pytest.param("S8W", (57, None, 3, 3, True), id="V-STOP-W 8"),
        pytest.param("S3M", (None, 3, 14, 14, True), id="V-STOP-M 3"),
        pytest.param("S6M", (None, 6, 14, 14, True), id="V-STOP-M 6"),
        pytest.param("S9M", (None, 9, 14, 14, True), id="V-STOP-M 9"),
        pytest.param("S12M", (None, 12, 14, 14, True), id="V-STOP-M 12"),
        pytest.param("EOT", (1, None, 0, 7, True), id="V-EOT"),
        pytest.param("UNS", (None, None, 0, 0, False), id="V-UNS"),
    ],
)
def test_a_visit_stands_where_the_schedule_has_it(code: str, planned: tuple[object, ...]) -> None:
    v = study.event(code)
    assert (v.day, v.months, v.before, v.after, v.from_withdrawal) == planned


def test_the_study_says_who_it_is() -> None:
    """R-IDS, R-SITE: as in the registry record."""
    assert (study.STUDYID, study.NCT, study.EUDRACT) == (
        "ORDI-02", "NCT01408199", "2009-016508-21",
    )  # fmt: skip
    assert study.TITLE.en == (
        "Study to evaluate the safety and efficacy of lenalidomide for refractory cutaneous lupus"
    )
    assert "Vall d'Hebron" in study.SITE
    assert "Research Institute" in study.SPONSOR


def test_every_visit_of_the_study_is_in_the_schedule() -> None:
    """VR-LOG, V-UNS: there is no visit beside these columns and the log."""
    assert {v.code for v in study.VISITS} == {code for c in COLUMNS for code in c.split()}
