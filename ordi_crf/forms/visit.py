"""SV: the visit header, once for each visit (CDASHIG 2.2)."""

from __future__ import annotations

from ordi_crf.forms.codelists import NY
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    Rule,
    Section,
    Severity,
    Text,
    Values,
    When,
)


def _reason_is_given(v: Values) -> bool:
    return v["SVOCCUR"] != "N" or v["SVREASND"] is not None


def _held_visit_has_a_date(v: Values) -> bool:
    return v["SVOCCUR"] != "Y" or v["VISDAT"] is not None


HEADER = Section(
    "sv",
    Text("Visit", "Visita"),
    domain="SV",
    items=(
        Choice(
            "SVOCCUR",
            Text("Did the visit take place?", "¿Se realizó la visita?"),
            required=True,
            codes=NY,
        ),
        Date(
            "VISDAT",
            Text("Date of visit", "Fecha de la visita"),
            hint=Text("2010-03-15 or 15/03/2010", "2010-03-15 o 15/03/2010"),
            asked_when=When("SVOCCUR", ("Y",)),
        ),
        FreeText(
            "SVREASND",
            Text("Reason not done", "Motivo de no realización"),
            asked_when=When("SVOCCUR", ("N",)),
        ),
        FreeText("SVCOM", Text("Comment", "Comentario"), lines=3, limit=1000),
    ),
    rules=(
        Rule(
            "SV.DATE",
            _held_visit_has_a_date,
            Text(
                "Give the date on which the visit took place.",
                "Indique la fecha en que se realizó la visita.",
            ),
            item="VISDAT",
        ),
        Rule(
            "SV.REASND",
            _reason_is_given,
            Text("Say why the visit was not done.", "Indique por qué no se realizó la visita."),
            Severity.SOFT,
            item="SVREASND",
        ),
    ),
)

FORM = Form("SV", Text("Visit header", "Datos de la visita"), (HEADER,))
