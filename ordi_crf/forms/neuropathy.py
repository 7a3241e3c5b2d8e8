"""NV: symptoms and signs of peripheral neuropathy, at each visit (CDASHIG 2.2).

Thalidomide causes a sensory neuropathy, and lenalidomide is related to it: symptoms are asked by
name and graded by CTCAE 4.03, peripheral sensory neuropathy.
"""

from __future__ import annotations

from ordi_crf.forms.codelists import NY, coded
from ordi_crf.forms.schema import (
    Choice,
    Form,
    FreeText,
    RowCode,
    Rows,
    Rule,
    Section,
    Severity,
    Text,
    Values,
    When,
)

SYMPTOMS = Rows(
    "NVTESTCD",
    Text("Symptom", "Síntoma"),
    (
        RowCode("PARESTH", Text("Tingling or numbness", "Hormigueo o acorchamiento")),
        RowCode("PAIN", Text("Burning or shooting pain", "Dolor quemante o lancinante")),
        RowCode("WEAK", Text("Weakness of hands or feet", "Debilidad de manos o pies")),
        RowCode("BALANCE", Text("Unsteady gait", "Marcha inestable")),
    ),
)

GRADE = coded(
    "NVGRADE",
    ("1", "Grade 1, mild", "Grado 1, leve"),
    ("2", "Grade 2, limits instrumental activities", "Grado 2, limita actividades instrumentales"),
    ("3", "Grade 3, limits self-care", "Grado 3, limita el cuidado personal"),
    ("4", "Grade 4, life-threatening", "Grado 4, potencialmente mortal"),
)


def _what_is_present_is_graded(v: Values) -> bool:
    return v["NVPRES"] != "Y" or v["NVGRADE"] is not None


ASKED = Section(
    "nv_asked",
    Text("Symptoms since the last visit", "Síntomas desde la última visita"),
    domain="NV",
    rows=SYMPTOMS,
    items=(
        Choice("NVPRES", Text("Present?", "¿Presente?"), required=True, codes=NY),
        Choice(
            "NVGRADE",
            Text("CTCAE grade", "Grado CTCAE"),
            codes=GRADE,
            asked_when=When("NVPRES", ("Y",)),
        ),
    ),
    rules=(
        Rule(
            "NV.GRADE",
            _what_is_present_is_graded,
            Text("Grade the symptom.", "Indique el grado del síntoma."),
            Severity.SOFT,
            item="NVGRADE",
        ),
    ),
)

EXAMINED = Section(
    "nv",
    Text("Examination", "Exploración"),
    domain="NV",
    items=(
        Choice(
            "NVREFL",
            Text("Ankle reflexes", "Reflejos aquíleos"),
            codes=coded(
                "NVREFL",
                ("NORMAL", "Normal", "Normales"),
                ("REDUCED", "Reduced", "Disminuidos"),
                ("ABSENT", "Absent", "Abolidos"),
            ),
        ),
        FreeText("NVCOM", Text("Comment", "Comentario"), lines=3, limit=1000),
    ),
)

FORM = Form(
    "NV",
    Text("Neuropathy", "Neuropatía"),
    (ASKED, EXAMINED),
    note=Text(
        "New symptoms: repeat the nerve conduction study and record an adverse event.",
        "Síntomas nuevos: repita el estudio de conducción nerviosa y anote un acontecimiento "
        "adverso.",
    ),
)
