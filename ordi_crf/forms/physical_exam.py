"""PE: physical examination by system (CDASHIG 2.2). The skin is scored by CLASI and body map.

Legs and chest are asked about at each visit for thrombosis (EU SmPC of lenalidomide, 4.4).
"""

from __future__ import annotations

from ordi_crf.forms.codelists import coded
from ordi_crf.forms.schema import Choice, Form, FreeText, RowCode, Rows, Section, Text, When

SYSTEMS = Rows(
    "PETESTCD",
    Text("System", "Sistema"),
    (
        RowCode("GENERAL", Text("General appearance", "Aspecto general")),
        RowCode("HEENT", Text("Head, eyes, ears, nose, throat", "Cabeza, ojos y ORL")),
        RowCode("LYMPH", Text("Lymph nodes", "Ganglios linfáticos")),
        RowCode("CARDIO", Text("Heart and vessels", "Cardiovascular")),
        RowCode("RESP", Text("Lungs", "Respiratorio")),
        RowCode("ABDOMEN", Text("Abdomen", "Abdomen")),
        RowCode("MSK", Text("Joints and muscles", "Musculoesquelético")),
        RowCode("NEURO", Text("Nervous system", "Neurológico")),
        RowCode("THROMB", Text(
            "Signs of thrombosis: leg pain or swelling, chest pain, breathlessness",
            "Signos de trombosis: dolor o hinchazón de piernas, dolor torácico, disnea",
        )),
    ),
)  # fmt: skip

EXAMINED = Section(
    "pe",
    Text("Physical examination", "Exploración física"),
    domain="PE",
    rows=SYSTEMS,
    items=(
        Choice(
            "PERES",
            Text("Finding", "Hallazgo"),
            required=True,
            codes=coded(
                "PERES", ("NORMAL", "Normal", "Normal"), ("ABNORMAL", "Abnormal", "Anormal")
            ),
        ),
        FreeText(
            "PEDESC",
            Text("What is abnormal", "Descripción de la anomalía"),
            required=True,
            asked_when=When("PERES", ("ABNORMAL",)),
        ),
    ),
)

FORM = Form(
    "PE",
    Text("Physical examination", "Exploración física"),
    (EXAMINED,),
    note=Text(
        "The skin has forms of its own. A new abnormality may be an adverse event.",
        "La piel tiene formularios propios. Una anomalía nueva puede ser un acontecimiento "
        "adverso.",
    ),
)
