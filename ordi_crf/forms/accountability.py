"""DA: capsules dispensed and returned, one row for each dispensing (CDASHIG 2.2).

Strengths are the capsules of ORDI-02. The EU SmPC limits a prescription to 4 weeks of treatment for
a woman of childbearing potential and to 12 for everybody else, and asks for a negative pregnancy
test before each dispensing; that test stands in its own form.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import coded
from ordi_crf.forms.periods import in_order
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    Limits,
    Number,
    Rule,
    Section,
    Severity,
    Text,
    Values,
)

STRENGTH = coded(
    "DASTREN",
    ("2.5", "2.5 mg", "2,5 mg"),
    ("5", "5 mg", "5 mg"),
    ("10", "10 mg", "10 mg"),
)


def _no_more_is_returned_than_dispensed(v: Values) -> bool:
    dispensed, returned = v["DADISP"], v["DARET"]
    return dispensed is None or returned is None or D(returned) <= D(dispensed)


def _returned_after_dispensing(v: Values) -> bool:
    return in_order(v["DADISDAT"], v["DARETDAT"])


def _dispensed_before_expiry(v: Values) -> bool:
    return in_order(v["DADISDAT"], v["DAEXPDAT"])


DISPENSED = Section(
    "da",
    Text("Capsules", "Cápsulas"),
    domain="DA",
    repeating=True,
    items=(
        Choice("DASTREN", Text("Strength", "Dosis por cápsula"), required=True, codes=STRENGTH),
        Date("DADISDAT", Text("Dispensed on", "Fecha de dispensación"), required=True),
        Number(
            "DADISP",
            Text("Capsules dispensed", "Cápsulas dispensadas"),
            required=True,
            possible=Limits(D(1), D(1000)),
            expected=Limits(D(1), D(84)),
            hint=Text(
                "At most 4 weeks for women of childbearing potential, 12 for everybody else.",
                "Como máximo 4 semanas con capacidad de gestación, 12 en los demás casos.",
            ),
        ),
        FreeText("DALOT", Text("Lot", "Lote"), limit=40),
        Date(
            "DAEXPDAT",
            Text("Expiry", "Caducidad"),
            partial=True,
            future=True,
            hint=Text("As printed: 2011-06", "Como está impresa: 2011-06"),
        ),
        Date("DARETDAT", Text("Returned on", "Fecha de devolución")),
        Number(
            "DARET",
            Text("Capsules returned", "Cápsulas devueltas"),
            possible=Limits(D(0), D(1000)),
            hint=Text("0 when none came back.", "0 si no se devolvió ninguna."),
        ),
        FreeText("DACOM", Text("Comment", "Comentario")),
    ),
    rules=(
        Rule(
            "DA.RETURNED",
            _no_more_is_returned_than_dispensed,
            Text(
                "More capsules are returned than were dispensed.",
                "Se devuelven más cápsulas de las dispensadas.",
            ),
            item="DARET",
        ),
        Rule(
            "DA.RETDAT",
            _returned_after_dispensing,
            Text(
                "The return is before the dispensing.",
                "La devolución es anterior a la dispensación.",
            ),
            item="DARETDAT",
        ),
        Rule(
            "DA.EXPIRY",
            _dispensed_before_expiry,
            Text(
                "The lot had expired when it was dispensed.",
                "El lote estaba caducado al dispensarlo.",
            ),
            Severity.SOFT,
            item="DAEXPDAT",
        ),
    ),
)

FORM = Form(
    "DA",
    Text("Capsules dispensed and returned", "Cápsulas dispensadas y devueltas"),
    (DISPENSED,),
    note=Text(
        "One row for each strength and lot handed over; complete it when the capsules come back.",
        "Una fila por cada dosis y lote entregados; complétela cuando se devuelvan las cápsulas.",
    ),
)
