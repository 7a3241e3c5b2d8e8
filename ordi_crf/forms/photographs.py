"""PH: photographs of the skin, kept inside the study file (CDASHIG 2.2, sponsor's own domain)."""

from __future__ import annotations

from ordi_crf.forms.clasi import LOCATIONS
from ordi_crf.forms.schema import (
    Attachment,
    Choice,
    Code,
    CodeList,
    Date,
    Form,
    FreeText,
    Section,
    Text,
)

PLACES = CodeList(
    "PHLOC",
    (
        *(Code(location.value, location.text) for location in LOCATIONS.codes),
        Code("OTHER", Text("Other, or the whole body", "Otra, o todo el cuerpo")),
    ),
)
"""The 13 locations of CLASI, by its numbers, and the rest."""

PICTURES = Section(
    "ph",
    Text("Photographs", "Fotografías"),
    domain="PH",
    repeating=True,
    items=(
        Choice("PHLOC", Text("Location", "Localización"), required=True, codes=PLACES),
        Date("PHDAT", Text("Taken on", "Fecha de la fotografía"), required=True),
        Attachment("PHFILE", Text("File", "Archivo"), required=True),
        FreeText("PHCOM", Text("Comment", "Comentario")),
    ),
)

FORM = Form(
    "PH",
    Text("Photographs", "Fotografías"),
    (PICTURES,),
    note=Text(
        "Show neither the face nor a name unless the patient agreed in writing.",
        "No muestre la cara ni el nombre salvo autorización escrita del paciente.",
    ),
)
