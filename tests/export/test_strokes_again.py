"""T34: what the workbook holds of every drawing paints the same cells again, one by one."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest

from ordi_crf import atlas, drawings
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.painted import painted
from ordi_crf.core.strokes import Layer, decode
from ordi_crf.db.study_file import StudyFile
from ordi_crf.deliver import Request, deliver
from tests.builders import ANA
from tests.export.workbook_data import Rows, read

Place = tuple[str, str]
"""Subject and visit number."""


@pytest.fixture(scope="module")
def workbook(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    request = Request(tmp_path_factory.mktemp("demonstration"), casebooks=False)
    (written,) = deliver(demonstration_file, ANA, request)
    return written


def place(row: dict[str, object]) -> Place:
    return str(row["SUBJID"]), str(row["VISITNUM"])


def replayed(rows: Rows) -> dict[Place, Drawing]:
    """Return the drawing of each visit, painted from nothing but the cells of the sheet."""
    texts: dict[Place, dict[object, tuple[Layer, str]]] = defaultdict(dict)
    for row in rows:
        if row["BMVOID"] == "N":
            strokes = texts[place(row)]
            _, before = strokes.get(row["FASPID"], (None, ""))
            strokes[row["FASPID"]] = Layer(str(row["BMLAYER"])), before + str(row["BMOP"])
    return {
        where: Drawing.from_ops(
            atlas.body_map(), [(layer, decode(text)) for layer, text in strokes.values()]
        )
        for where, strokes in texts.items()
    }


def test_the_cells_of_every_map_are_those_of_the_study(
    workbook: Path, demonstration_file: Path
) -> None:
    again = replayed(read(workbook, "BMSTROKE"))
    study = StudyFile.open(demonstration_file, ANA, read_only=True)
    kept = [
        drawings.open_drawing(record, study.drawing)
        for key, record in study.records().items()
        if key.form == "BM" and drawings.entries(record)
    ]
    study.close()
    assert sorted(d.digest() for d in again.values()) == sorted(d.digest() for d in kept)
    by_digest = {drawing.digest(): drawing for drawing in kept}
    for drawing in again.values():
        same = by_digest[drawing.digest()]
        for layer in Layer:
            assert drawing.masks[layer].levels() == same.masks[layer].levels()


def test_the_body_surface_of_every_map_is_the_one_exported(workbook: Path) -> None:
    again = replayed(read(workbook, "BMSTROKE"))
    told = {place(row): row for row in read(workbook, "FA_BODYMAP")}
    assert len(again) > 20
    for where, drawing in again.items():
        figures = painted(drawing)
        assert Fraction(str(told[where]["BSAACT_EXACT"])) == figures.active.total
        assert Fraction(str(told[where]["BSADAM_EXACT"])) == figures.damage.total
        assert abs(float(str(told[where]["BSAACT"])) - float(figures.active.total)) < 0.01
