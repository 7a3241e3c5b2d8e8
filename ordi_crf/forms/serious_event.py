"""SAE: the report of a serious adverse event (ICH E2A; EU guidance CT-3 of 2011).

The site tells the sponsor within 24 hours of becoming aware. A SUSAR, suspected, unexpected by the
SmPC and serious, goes to the authorities within 7 days when fatal or life-threatening, else 15.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY
from ordi_crf.forms.periods import days_between, in_order
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


def _reported_within_a_day(v: Values) -> bool:
    days = days_between(v["SAEAWARE"], v["SAEREP"])
    return days is None or days <= 1


def _reported_after_awareness(v: Values) -> bool:
    return in_order(v["SAEAWARE"], v["SAEREP"])


def _a_susar_is_unexpected(v: Values) -> bool:
    return v["SAESUSAR"] != "Y" or v["SAEEXP"] != "Y"


REPORTS = Section(
    "sae",
    Text("Reports", "Notificaciones"),
    domain="AE",
    repeating=True,
    items=(
        Number(
            "SAEAENO",
            Text("Number in the list of adverse events", "Número en la lista de acontecimientos"),
            required=True,
            possible=Limits(D(1), D(999)),
        ),
        Date("SAEAWARE", Text("Site aware on", "Conocido por el centro el"), required=True),
        Date(
            "SAEREP",
            Text("Reported to the sponsor on", "Notificado al promotor el"),
            hint=Text("Within 24 hours.", "En un plazo de 24 horas."),
        ),
        Choice(
            "SAEEXP",
            Text("Expected by the SmPC?", "¿Esperado según la ficha técnica?"),
            codes=NY,
        ),
        Choice(
            "SAESUSAR",
            Text("SUSAR?", "¿SUSAR?"),
            codes=NY,
            hint=Text(
                "Suspected, unexpected, serious: to the authorities in 7 or 15 days.",
                "Sospecha de reacción grave e inesperada: a las autoridades en 7 o 15 días.",
            ),
        ),
        FreeText(
            "SAENARR", Text("Narrative", "Descripción del caso"), required=True, lines=6, limit=4000
        ),
        FreeText("SAERES", Text("Follow-up and outcome", "Evolución y desenlace"), limit=400),
    ),
    rules=(
        Rule(
            "SAE.ORDER",
            _reported_after_awareness,
            Text(
                "It is reported before the site was aware of it.",
                "La notificación es anterior a su conocimiento por el centro.",
            ),
            item="SAEREP",
        ),
        Rule(
            "SAE.24H",
            _reported_within_a_day,
            Text(
                "Reported to the sponsor later than 24 hours after the site was aware.",
                "Notificado al promotor más de 24 horas después de conocerlo el centro.",
            ),
            Severity.SOFT,
            item="SAEREP",
        ),
        Rule(
            "SAE.SUSAR",
            _a_susar_is_unexpected,
            Text(
                "A SUSAR is unexpected: correct one of the two answers.",
                "Un SUSAR es inesperado: corrija una de las dos respuestas.",
            ),
            item="SAESUSAR",
        ),
    ),
)  # fmt: skip

FORM = Form(
    "SAE",
    Text("Serious adverse event report", "Notificación de acontecimiento grave"),
    (REPORTS,),
    note=Text(
        "Enter the event in the list of adverse events first; a follow-up report is a new row.",
        "Anote antes el acontecimiento en la lista; un informe de seguimiento es una fila nueva.",
    ),
)
