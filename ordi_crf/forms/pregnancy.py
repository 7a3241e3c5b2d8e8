"""PREG: report and outcome of a pregnancy, of the patient or of a partner (CDASHIG 2.2, RP).

The EU SmPC of lenalidomide asks to stop at once, to report every exposure and to follow it to its
outcome; it is teratogenic in animals and expected to be so in humans.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import coded
from ordi_crf.forms.periods import in_order
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
)

WHO = coded(
    "PREGWHO", ("SUBJECT", "Patient", "Paciente"), ("PARTNER", "Partner of a patient", "Pareja")
)

OUTCOME = coded(
    "PREGOUT",
    ("ONGOING", "Ongoing", "En curso"),
    ("LIVE BIRTH", "Live birth", "Nacido vivo"),
    ("MISCARRIAGE", "Miscarriage", "Aborto espontáneo"),
    ("TERMINATION", "Termination", "Interrupción del embarazo"),
    ("STILLBIRTH", "Stillbirth", "Mortinato"),
    ("UNKNOWN", "Unknown", "Desconocido"),
)


def _outcome_is_after_the_last_menses(v: Values) -> bool:
    return in_order(v["PREGLMP"], v["PREGODAT"])


def _outcome_is_dated(v: Values) -> bool:
    return v["PREGOUT"] in (None, "ONGOING", "UNKNOWN") or v["PREGODAT"] is not None


PREGNANCIES = Section(
    "preg",
    Text("Pregnancies", "Embarazos"),
    domain="RP",
    repeating=True,
    items=(
        Date(
            "PREGDAT", Text("Date of test or report", "Fecha de la prueba o aviso"), required=True
        ),
        Choice("PREGWHO", Text("Whose", "De quién"), codes=WHO),
        Date(
            "PREGLMP",
            Text("Last menstrual period", "Última regla"),
            partial=True,
            hint=Text("2010-03 when the day is not known.", "2010-03 si no se sabe el día."),
        ),
        Date("PREGREP", Text("Reported to the sponsor on", "Notificado al promotor el")),
        Choice("PREGOUT", Text("Outcome", "Desenlace"), codes=OUTCOME),
        Date("PREGODAT", Text("Date of outcome", "Fecha del desenlace"), partial=True),
        FreeText("PREGCOM", Text("Comment", "Comentario"), lines=3, limit=1000),
    ),
    rules=(
        Rule(
            "PREG.ORDER",
            _outcome_is_after_the_last_menses,
            Text(
                "The outcome is before the last menstrual period.",
                "El desenlace es anterior a la última regla.",
            ),
            item="PREGODAT",
        ),
        Rule(
            "PREG.OUTDATE",
            _outcome_is_dated,
            Text("Give the date of the outcome.", "Indique la fecha del desenlace."),
            Severity.SOFT,
            item="PREGODAT",
        ),
    ),
)

FORM = Form(
    "PREG",
    Text("Pregnancy report", "Notificación de embarazo"),
    (PREGNANCIES,),
    note=Text(
        "Stop lenalidomide at once, report within 24 hours, refer to a specialist in teratology, "
        "and follow to the outcome.",
        "Suspenda lenalidomida de inmediato, notifique en 24 horas, derive a un especialista en "
        "teratología y haga seguimiento hasta el desenlace.",
    ),
)
