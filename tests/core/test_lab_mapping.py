"""How a laboratory's file is read: columns guessed, kept as a property, refused when it is none."""

from __future__ import annotations

import pytest

from ordi_crf.core.lab_mapping import Field, LabMapping, MappingError, from_text, guess, saved

WHOLE = LabMapping(
    {Field.SUBJECT: "Paciente", Field.TEST: "Prueba", Field.RESULT: "Valor", Field.DATE: "Fecha"},
    {"Hb": "HGB"},
    {"mil/mm3": "10³/µL", "ALT": "U/L"},
    laboratory="Laboratori Clínic",
    kit="Kit A",
    sheet="Hoja1",
    decimal=",",
    month_first=True,
)


def test_a_mapping_is_read_as_it_was_kept():
    assert from_text(WHOLE.text()) == WHOLE
    assert saved({"labmap.Clínic": WHOLE.text(), "siteid": "01"}) == {"Clínic": WHOLE}


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        pytest.param(
            ["SUBJID", "VISIT", "LBDAT", "LBTESTCD", "LBORRES", "LBORRESU", "LBORNRLO", "LBORNRHI"],
            ["subject", "visit", "date", "test", "result", "unit", "low", "high"],
            id="CDASH",
        ),
        pytest.param(
            ["Paciente", "Fecha extracción", "Prueba", "Resultado", "Unidades", "Valores normales"],
            ["subject", "date", "test", "result", "unit", "range"],
            id="Spanish",
        ),
        pytest.param(
            ["Patient ID", "Sample date", "Test name", "Value", "Units", "Reference range"],
            ["subject", "date", "test", "result", "unit", "range"],
            id="English",
        ),
        pytest.param(["a", "b", ""], [], id="nothing"),
    ],
)
def test_columns_are_guessed_from_their_headings(headings, found):
    columns = guess(headings).columns
    assert {heading: name.value for name, heading in columns.items()} == dict(
        zip([h for h in headings if h] if found else [], found, strict=False)
    )


@pytest.mark.parametrize(
    ("mapping", "headings", "why"),
    [
        (LabMapping({Field.TEST: "T"}), ["T"], "Say which column is: Subject, Result, Visit or"),
        (WHOLE, ["Paciente", "Prueba", "Valor"], "no column “Fecha”"),
        (WHOLE, ["Paciente", "Prueba", "Valor", "Fecha", "Valor"], "several columns “Valor”"),
        (
            LabMapping(dict.fromkeys((Field.SUBJECT, Field.TEST, Field.RESULT, Field.DATE), "A")),
            ["A"],
            "chosen twice",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_a_file_says_why(mapping, headings, why):
    found = mapping.against(headings)
    assert why in found.en
    assert found.es != found.en


def test_a_mapping_that_fits_has_nothing_against_it():
    assert WHOLE.against(["Fecha", "Paciente", "Prueba", "Otra", "Valor"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        '{"columns": []}',
        '{"columns": {"subject": 1}}',
        '{"columns": {"nonsense": "A"}}',
        '{"tests": {"Hb": "HAEMO"}}',
        '{"units": {"g%": "stone"}}',
        '{"decimal": "·"}',
        '{"month_first": "yes"}',
        '{"more": 1}',
        "[" * 9000,
        '{"laboratory": "' + "x" * 20_000 + '"}',
    ],
)
def test_what_is_no_mapping_is_refused_in_a_sentence(text):
    with pytest.raises(MappingError) as refused:
        from_text(text)
    assert refused.value.message.es
    assert saved({"labmap.x": text}) == {}
