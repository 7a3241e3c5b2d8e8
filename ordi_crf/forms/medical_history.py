"""MH: medical history and smoking (CDASHIG 2.2, MH and SU).

What exclusion criteria 2-4, 6 and 8-10 of the registry record ask about is asked by name, so that
"no" is an answer and not an absence; everything else is listed. Smoking is asked because it makes
antimalarials fail and thrombosis more likely.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.periods import period_rules
from ordi_crf.forms.schema import (
    Choice,
    Date,
    Form,
    FreeText,
    Limits,
    Number,
    RowCode,
    Rows,
    Section,
    Text,
    When,
)

_PARTIAL = Text("The year is enough: 2008 or 2008-05", "Basta el año: 2008 o 2008-05")

CONDITIONS = Rows(
    "MHTESTCD",
    Text("Condition", "Enfermedad"),
    (
        RowCode("ATE", Text(
            "Arterial thrombosis (stroke, myocardial infarction, other)",
            "Trombosis arterial (ictus, infarto de miocardio, otra)",
        )),
        RowCode("VTE", Text(
            "Venous thrombosis or pulmonary embolism", "Trombosis venosa o embolia pulmonar",
        )),
        RowCode("THROMRSK", Text(
            "Other risk factor for thrombosis (immobility, oestrogens)",
            "Otro factor de riesgo de trombosis (inmovilidad, estrógenos)",
        )),
        RowCode("APS", Text("Antiphospholipid syndrome", "Síndrome antifosfolipídico")),
        RowCode("RENALPRG", Text("Progressive renal disease", "Enfermedad renal progresiva")),
        RowCode("SYSFLARE", Text(
            "Concomitant systemic flare that may need other systemic treatment",
            "Brote sistémico concomitante que pueda requerir otro tratamiento sistémico",
        )),
        RowCode("CYTOPEN", Text(
            "Platelets < 30 or leukocytes < 1.5 × 10⁹/L, known at least 30 days before the study",
            "Plaquetas < 30 o leucocitos < 1,5 × 10⁹/L, conocidos al menos 30 días antes del "
            "estudio",
        )),
        RowCode("PSYCH", Text(
            "Psychiatric disease that may interfere with the study",
            "Enfermedad psiquiátrica que pueda interferir con el estudio",
        )),
        RowCode("SOCIAL", Text(
            "Social circumstances that may interfere with the study",
            "Circunstancias sociales que puedan interferir con el estudio",
        )),
        RowCode("HIV", Text("HIV infection", "Infección por VIH")),
        RowCode("HBV", Text("Hepatitis B", "Hepatitis B")),
        RowCode("HCV", Text("Hepatitis C", "Hepatitis C")),
        RowCode("NEUROP", Text("Peripheral neuropathy", "Neuropatía periférica")),
        RowCode("MALIG", Text("Malignancy", "Neoplasia maligna")),
    ),
)  # fmt: skip

ASKED = Section(
    "mh_asked",
    Text("Asked by name", "Antecedentes preguntados"),
    domain="MH",
    rows=CONDITIONS,
    items=(
        Choice("MHOCCUR", Text("Now or before?", "¿Ahora o antes?"), required=True, codes=NY),
        Date(
            "MHSTDAT",
            Text("Since", "Desde"),
            partial=True,
            asked_when=When("MHOCCUR", ("Y",)),
            hint=_PARTIAL,
        ),
        FreeText("MHDESC", Text("What", "Cuál"), asked_when=When("MHOCCUR", ("Y",))),
    ),
)

HISTORY = Section(
    "mh",
    Text("Other diseases and operations", "Otras enfermedades e intervenciones"),
    domain="MH",
    repeating=True,
    items=(
        FreeText(
            "MHTERM", Text("Disease or operation", "Enfermedad o intervención"), required=True
        ),
        Date("MHSTDAT", Text("Start", "Inicio"), partial=True, hint=_PARTIAL),
        Date("MHENDAT", Text("End", "Fin"), partial=True),
        Choice("MHONGO", Text("Ongoing", "En curso"), codes=NY),
        FreeText("MHCOM", Text("Comment", "Comentario")),
    ),
    rules=period_rules("MH", "MHSTDAT", "MHENDAT", "MHONGO"),
)

SMOKING = Section(
    "su",
    Text("Smoking", "Tabaquismo"),
    domain="SU",
    items=(
        Choice(
            "SUNCF",
            Text("Tobacco", "Tabaco"),
            codes=coded(
                "SUNCF",
                ("NEVER", "Never", "Nunca"),
                ("CURRENT", "Current smoker", "Fumador actual"),
                ("FORMER", "Former smoker", "Exfumador"),
            ),
        ),
        Number(
            "SUPY",
            Text("Pack-years", "Paquetes-año"),
            places=1,
            possible=Limits(D(0), D(150)),
            asked_when=When("SUNCF", ("CURRENT", "FORMER")),
            hint=Text(
                "Cigarettes a day × years / 20", "Cigarrillos al día × años / 20",
            ),
        ),
    ),
)  # fmt: skip

FORM = Form(
    "MH",
    Text("Medical history", "Antecedentes médicos"),
    (ASKED, HISTORY, SMOKING),
    note=Text(
        "Lupus itself and its treatments have forms of their own.",
        "El lupus y sus tratamientos tienen formularios propios.",
    ),
)
