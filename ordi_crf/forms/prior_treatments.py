"""PT: treatments of the cutaneous lupus before the study (CDASHIG 2.2, CM with CMCAT = PRIOR).

Registry record, inclusion 4: refractory to antimalarials and topical steroids; severe side effects
or lack of efficacy following thalidomide. These three are asked by name, the rest is listed.
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

TREATMENTS = Rows(
    "PTTESTCD",
    Text("Treatment", "Tratamiento"),
    (
        RowCode("ANTIMAL", Text("Antimalarials", "Antimaláricos")),
        RowCode("TOPSTER", Text("Topical steroids", "Corticoides tópicos")),
        RowCode("THALIDO", Text("Thalidomide", "Talidomida")),
    ),
)

CLASSES = coded(
    "PTCLAS",
    ("ANTIMALARIAL", "Antimalarial", "Antimalárico"),
    ("TOPICAL STEROID", "Topical steroid", "Corticoide tópico"),
    ("THALIDOMIDE", "Thalidomide", "Talidomida"),
    ("SYSTEMIC STEROID", "Systemic steroid", "Corticoide sistémico"),
    ("IMMUNOSUPPRESSANT", "Immunosuppressant", "Inmunosupresor"),
    ("RETINOID", "Retinoid", "Retinoide"),
    ("DAPSONE", "Dapsone", "Dapsona"),
    ("OTHER", "Other", "Otro"),
)

RESPONSE = coded(
    "PTRESP",
    ("NONE", "None", "Ninguna"),
    ("PARTIAL", "Partial", "Parcial"),
    ("COMPLETE", "Complete", "Completa"),
    ("NOT EVALUABLE", "Not evaluable", "No evaluable"),
)

STOPPED = coded(
    "PTREASND",
    ("LACK OF EFFICACY", "Lack of efficacy", "Falta de eficacia"),
    ("SEVERE ADVERSE EVENT", "Severe adverse event", "Acontecimiento adverso grave"),
    ("ADVERSE EVENT", "Other adverse event", "Otro acontecimiento adverso"),
    ("REMISSION", "Remission", "Remisión"),
    ("OTHER", "Other", "Otro"),
)

ASKED = Section(
    "pt_asked",
    Text("Asked by name", "Tratamientos preguntados"),
    domain="CM",
    rows=TREATMENTS,
    items=(
        Choice("PTOCCUR", Text("Ever used?", "¿Usado alguna vez?"), required=True, codes=NY),
        Choice(
            "PTREFR",
            Text("Lack of efficacy?", "¿Falta de eficacia?"),
            required=True,
            codes=NY,
            asked_when=When("PTOCCUR", ("Y",)),
        ),
        Choice(
            "PTSEVAE",
            Text("Severe adverse effect?", "¿Efecto adverso grave?"),
            codes=NY,
            asked_when=When("PTOCCUR", ("Y",)),
        ),
        FreeText("PTDESC", Text("Details", "Detalles"), asked_when=When("PTOCCUR", ("Y",))),
    ),
)

PRIOR = Section(
    "pt",
    Text("Each treatment", "Cada tratamiento"),
    domain="CM",
    repeating=True,
    items=(
        Choice("PTCLAS", Text("Class", "Clase"), required=True, codes=CLASSES),
        FreeText("CMTRT", Text("Treatment", "Tratamiento"), required=True, limit=100),
        Number("CMDOSE", Text("Dose", "Dosis"), places=2, possible=Limits(lo=D(0))),
        FreeText("CMDOSU", Text("Unit of dose", "Unidad de la dosis"), limit=30),
        Date("CMSTDAT", Text("Start", "Inicio"), partial=True),
        Date("CMENDAT", Text("End", "Fin"), partial=True),
        Choice("CMONGO", Text("Ongoing", "En curso"), codes=NY),
        Choice("PTRESP", Text("Best response", "Mejor respuesta"), codes=RESPONSE),
        Choice("PTREASND", Text("Why stopped", "Motivo de retirada"), codes=STOPPED),
        FreeText("PTCOM", Text("Comment", "Comentario")),
    ),
    rules=period_rules("PT", "CMSTDAT", "CMENDAT", "CMONGO"),
)

FORM = Form(
    "PT",
    Text("Prior treatments of lupus", "Tratamientos previos del lupus"),
    (ASKED, PRIOR),
    note=Text(
        "Answer for the three treatments of the inclusion criterion, then list every treatment of "
        "the skin with its dates. Partial dates are welcome: 2008 or 2008-05.",
        "Responda por los tres tratamientos del criterio de inclusión y luego anote cada "
        "tratamiento de la piel con sus fechas. Valen fechas parciales: 2008 o 2008-05.",
    ),
)
