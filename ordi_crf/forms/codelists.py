"""Vocabularies shared by more than one form, with CDISC submission values where they exist."""

from __future__ import annotations

from ordi_crf.forms.schema import Code, CodeList, Text


def coded(name: str, *codes: tuple[str, str, str]) -> CodeList:
    """Return a codelist of stored values, each with its English and its Spanish wording."""
    return CodeList(name, tuple(Code(value, Text(en, es)) for value, en, es in codes))


NY = CodeList("NY", (Code("Y", Text("Yes", "Sí")), Code("N", Text("No", "No"))))
"""Yes or no; unanswered is neither."""

SEX = CodeList("SEX", (Code("F", Text("Female", "Mujer")), Code("M", Text("Male", "Hombre"))))

RACE = CodeList(
    "RACE",
    (
        Code("WHITE", Text("White", "Blanca")),
        Code("BLACK OR AFRICAN AMERICAN", Text("Black or African American", "Negra")),
        Code("ASIAN", Text("Asian", "Asiática")),
        Code(
            "AMERICAN INDIAN OR ALASKA NATIVE",
            Text("American Indian or Alaska Native", "Indígena americana o de Alaska"),
        ),
        Code("OTHER", Text("Other", "Otra")),
        Code("NOT REPORTED", Text("Not reported", "No comunicada")),
    ),
)

ETHNIC = CodeList(
    "ETHNIC",
    (
        Code("HISPANIC OR LATINO", Text("Hispanic or Latino", "Hispana o latina")),
        Code("NOT HISPANIC OR LATINO", Text("Not Hispanic or Latino", "Ni hispana ni latina")),
        Code("NOT REPORTED", Text("Not reported", "No comunicada")),
    ),
)
