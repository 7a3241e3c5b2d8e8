"""CM: concomitant medication (CDASHIG 2.2).

The classes are those the study asks about: glucocorticoids with their prednisone equivalent,
antimalarials, contraceptives (pregnancy prevention) and antithrombotics (EU SmPC of lenalidomide,
section 4.4, thromboembolism).
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
    Section,
    Text,
    When,
)

CLASSES = coded(
    "CMCLAS",
    ("GLUCOCORTICOID", "Systemic glucocorticoid", "Glucocorticoide sistémico"),
    ("ANTIMALARIAL", "Antimalarial", "Antimalárico"),
    ("CONTRACEPTIVE", "Contraceptive", "Anticonceptivo"),
    ("ANTITHROMBOTIC", "Aspirin or anticoagulant", "Aspirina o anticoagulante"),
    ("TOPICAL", "Topical for the skin", "Tópico para la piel"),
    ("OTHER", "Other", "Otro"),
)

ROUTE = coded(
    "ROUTE",
    ("ORAL", "Oral", "Oral"),
    ("TOPICAL", "Topical", "Tópica"),
    ("INTRAVENOUS", "Intravenous", "Intravenosa"),
    ("SUBCUTANEOUS", "Subcutaneous", "Subcutánea"),
    ("INTRAMUSCULAR", "Intramuscular", "Intramuscular"),
    ("OTHER", "Other", "Otra"),
)

MEDICATION = Section(
    "cm",
    Text("Concomitant medication", "Medicación concomitante"),
    domain="CM",
    repeating=True,
    items=(
        FreeText("CMTRT", Text("Medication", "Medicamento"), required=True, limit=100),
        Choice("CMCLAS", Text("Class", "Clase"), codes=CLASSES),
        FreeText("CMINDC", Text("Indication", "Indicación"), limit=100),
        Number("CMDOSE", Text("Dose", "Dosis"), places=2, possible=Limits(lo=D(0))),
        FreeText("CMDOSU", Text("Unit of dose", "Unidad de la dosis"), limit=30),
        FreeText(
            "CMDOSFRQ",
            Text("Frequency", "Frecuencia"),
            limit=60,
            hint=Text("Once a day, if needed, …", "Una vez al día, si precisa, …"),
        ),
        Choice("CMROUTE", Text("Route", "Vía"), codes=ROUTE),
        Number(
            "CMPRED",
            Text("Prednisone equivalent", "Equivalente de prednisona"),
            unit="mg/d",
            places=1,
            possible=Limits(D(0), D(2000)),
            expected=Limits(D(0), D(60)),
            asked_when=When("CMCLAS", ("GLUCOCORTICOID",)),
        ),
        Date(
            "CMSTDAT",
            Text("Start", "Inicio"),
            required=True,
            partial=True,
            hint=Text("The year is enough: 2008 or 2008-05", "Basta el año: 2008 o 2008-05"),
        ),
        Date("CMENDAT", Text("End", "Fin"), partial=True),
        Choice("CMONGO", Text("Ongoing", "En curso"), codes=NY),
    ),
    rules=period_rules("CM", "CMSTDAT", "CMENDAT", "CMONGO"),
)

FORM = Form(
    "CM",
    Text("Concomitant medication", "Medicación concomitante"),
    (MEDICATION,),
    note=Text(
        "All medication from the screening visit on, contraceptives and aspirin included. A "
        "changed dose is a new row.",
        "Toda la medicación desde la selección, incluidos anticonceptivos y aspirina. Un cambio "
        "de dosis es una fila nueva.",
    ),
)
