"""Queries and source verification in the sponsor's workbook."""

from __future__ import annotations

import pandas as pd
import pytest

from ordi_crf.db.study_file import Answer
from ordi_crf.export import workbook
from tests.builders import ANA, JOAN, key
from tests.export.workbook_data import delivery_of

DM, AE = key("DM", "SCR"), key("AE")
SEX = ("dm", "", "SEX")


@pytest.fixture
def sheets(study, tmp_path):
    study.answer(DM, [Answer(*SEX, "F"), Answer("dm", "", "BRTHDAT", "1969")])
    study.add_row(AE, "ae", {"AETERM": "Headache"})
    study.actor = JOAN
    study.queries.ask(DM, SEX, "The chart says M.")
    study.queries.ask(AE, ("", "", ""), "=1+1 Is this all?")
    study.verification.verify([(DM, SEX), (DM, ("dm", "", "BRTHDAT"))])
    study.actor = ANA
    study.queries.answer(1, "It is of her brother.")
    study.answer(DM, [Answer(*SEX, "M")])
    path = tmp_path / "book.xlsx"
    workbook.write(delivery_of(study), path)
    return pd.read_excel(path, sheet_name=None, engine="calamine", dtype=str)


def test_every_message_of_a_query_is_a_row(sheets):
    rows = sheets["QUERIES"]
    assert list(rows["QRACT"]) == ["RAISED", "ANSWERED", "RAISED"]
    assert list(rows["QRTEXT"])[:2] == ["The chart says M.", "It is of her brother."]
    assert list(rows["QRSTAT"]) == ["ANSWERED", "ANSWERED", "OPEN"]
    assert list(rows["QRNAME"]) == ["Joan Ribó", "Ana Puig", "Joan Ribó"]
    assert rows["QRITEM"][0] == "SEX"
    assert pd.isna(rows["QRITEM"][2])


def test_what_is_still_verified_is_a_row_and_what_changed_since_is_none(sheets):
    rows = sheets["SDV"]
    assert list(rows["VRITEM"]) == ["BRTHDAT"]
    assert list(rows["VRHOLDS"]) == ["Y"]
    assert list(rows["VRNAME"]) == ["Joan Ribó"]


def test_every_variable_is_in_the_codebook(sheets):
    told = {(row.SHEET, row.VARIABLE) for row in sheets["CODEBOOK"].itertuples()}
    for name in ("QUERIES", "SDV"):
        assert {(name, column) for column in sheets[name].columns} <= told
