"""DV: deviations from the protocol, one row for each (CDASHIG 2.2; ICH E6 4.5)."""

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
    Text,
    Values,
)

CATEGORY = coded(
    "DVCAT",
    ("ELIGIBILITY", "Eligibility", "Elegibilidad"),
    ("CONSENT", "Consent", "Consentimiento"),
    ("VISIT WINDOW", "Visit outside its window", "Visita fuera de ventana"),
    ("DOSING", "Dosing", "Dosificación"),
    ("PROCEDURE", "Procedure", "Procedimiento"),
    ("OTHER", "Other", "Otra"),
)

SEVERITY = coded("DVSEV", ("MINOR", "Minor", "Menor"), ("MAJOR", "Major", "Mayor"))


def _reported_after_it_happened(v: Values) -> bool:
    return in_order(v["DVSTDAT"], v["DVREPDAT"])


DEVIATIONS = Section(
    "dv",
    Text("Protocol deviations", "Desviaciones del protocolo"),
    domain="DV",
    repeating=True,
    items=(
        FreeText("DVTERM", Text("What happened", "Qué ocurrió"), required=True, limit=400),
        Choice("DVCAT", Text("Category", "Categoría"), required=True, codes=CATEGORY),
        Date("DVSTDAT", Text("Date", "Fecha"), required=True),
        Choice("DVSEV", Text("Severity", "Gravedad"), required=True, codes=SEVERITY),
        FreeText("DVACT", Text("Action taken", "Medida adoptada"), limit=400),
        Date("DVREPDAT", Text("Reported on", "Fecha de comunicación")),
    ),
    rules=(
        Rule(
            "DV.REPORTED",
            _reported_after_it_happened,
            Text(
                "It is reported before it happened.", "La comunicación es anterior a los hechos."
            ),
            item="DVREPDAT",
        ),
    ),
)  # fmt: skip

FORM = Form(
    "DV",
    Text("Protocol deviations", "Desviaciones del protocolo"),
    (DEVIATIONS,),
    note=Text(
        "Major: it can change the rights or safety of the patient, or what the study finds.",
        "Mayor: puede afectar a los derechos o la seguridad del paciente, o a los resultados.",
    ),
)
