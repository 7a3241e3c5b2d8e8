"""Figures computed again from the raw items of an ODM file, by us and by plain arithmetic (T33)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordi_crf import drawings
from ordi_crf.core.derived import derive
from ordi_crf.core.painted import painted
from ordi_crf.db.study_file import StudyFile
from ordi_crf.export import odm
from ordi_crf.export.workbook.cells import number
from tests.builders import JOAN
from tests.export import odm_reading as reading
from tests.export.odm_reading import Element, FormRead
from tests.export.workbook_data import delivery_of

_MAPS = 6
"""Body maps painted again from their strokes: each takes a while."""
_EACH_AREA, _ONCE = ("CLERY", "CLSCL"), ("CLMUC", "CLHAIR", "CLALOP")


@pytest.fixture(scope="module")
def document(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Element:
    file = StudyFile.open(demonstration_file, JOAN, read_only=True)
    path = tmp_path_factory.mktemp("odm") / "demonstration.xml"
    odm.write(delivery_of(file), path)
    file.close()
    return reading.root(path)


@pytest.fixture(scope="module")
def demonstration(document: Element) -> list[FormRead]:
    return reading.forms_in(document)


@pytest.fixture(scope="module")
def weights(document: Element) -> dict[str, int]:
    """Give what each descriptor of SLEDAI adds, as the file has it."""
    lists = {codes.attrib["OID"]: codes for codes in reading.all_of(document, "CodeList")}
    return {c.attrib["CodedValue"]: int(c.attrib["Rank"]) for c in lists["CL.SLDESC"]}


def figured(read: list[FormRead], form: str) -> list[FormRead]:
    found = [f for f in read if f.form == form and f.figures]
    assert found
    return found


@pytest.mark.slow
@pytest.mark.parametrize("form", ["CLASI", "SLEDAI"])
def test_scores_computed_from_the_raw_items_are_those_in_the_file(
    demonstration: list[FormRead], form: str
) -> None:
    """T33: the raw items of the ODM file give the stored figure, for every subject and visit."""
    for read in figured(demonstration, form):
        again = {n: str(v) for n, v in derive(read.record()).items() if v is not None}
        assert again == read.figures, (read.subject, read.visit)


@pytest.mark.slow
def test_body_surface_painted_again_from_the_strokes_is_that_in_the_file(
    demonstration: list[FormRead],
) -> None:
    """T33, T34: the strokes of the ODM file give the stored % BSA."""
    maps = sorted(figured(demonstration, "BM"), key=lambda f: len(f.rows.get("bm_stroke", {})))
    for read in maps[-_MAPS:]:
        record = read.record()
        drawn = painted(drawings.open_drawing(record, lambda digest: None))
        again = derive(record, painted=drawn)
        assert {n: str(number(v)) for n, v in again.items()} == read.figures


@pytest.mark.slow
def test_sledai_is_the_sum_of_the_ranks_of_what_is_present(
    demonstration: list[FormRead], weights: dict[str, int]
) -> None:
    """T33: plain arithmetic over what the file says, with nothing of ours in between."""
    for read in figured(demonstration, "SLEDAI"):
        rows = read.rows["sledai_descriptor"]
        present = (weights[row] for row, values in rows.items() if values["SLPRES"] == "1")
        assert sum(present) == int(read.figures["SLTOT"]), (read.subject, read.visit)


@pytest.mark.slow
def test_clasi_activity_is_the_sum_of_its_items(demonstration: list[FormRead]) -> None:
    """T33: plain arithmetic over what the file says (Albrecht 2005)."""
    for read in figured(demonstration, "CLASI"):
        if "CLTOTA" in read.figures:
            areas = read.rows["clasi_area"].values()
            grades = [row.get(name, "0") for row in areas for name in _EACH_AREA]
            grades += [read.rows["clasi"][""][name] for name in _ONCE]
            assert sum(map(int, grades)) == int(read.figures["CLTOTA"])
