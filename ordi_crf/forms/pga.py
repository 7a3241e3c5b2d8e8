"""PGA: global assessment by physician and patient.

The physician's visual analogue scale of SELENA, 0 to 3 (Petri 2005): 1 mild, 2 moderate, 3 severe.
The patient's is 0 to 100 and optional. The domain is RS, where SDTM files what is rated.
"""

from __future__ import annotations

from decimal import Decimal as D

from ordi_crf.forms.schema import Form, FreeText, Limits, Number, Section, Text

ASSESSED = Section(
    "pga",
    Text("Global assessment", "Valoración global"),
    domain="RS",
    items=(
        Number(
            "PGASCORE",
            Text("Physician's assessment, 0-3", "Valoración del médico, 0-3"),
            required=True,
            places=1,
            possible=Limits(D(0), D(3)),
            hint=Text(
                "0 none, 1 mild, 2 moderate, 3 severe; one decimal.",
                "0 ninguna, 1 leve, 2 moderada, 3 grave; un decimal.",
            ),
        ),
        Number(
            "PTVAS",
            Text("Patient's assessment, 0-100", "Valoración del paciente, 0-100"),
            possible=Limits(D(0), D(100)),
            hint=Text(
                "Millimetres of the line: 0 very well, 100 very ill.",
                "Milímetros de la línea: 0 muy bien, 100 muy mal.",
            ),
        ),
        FreeText("PGAEVAL", Text("Assessor", "Evaluador"), limit=100),
    ),
)

FORM = Form(
    "PGA",
    Text("Global assessment", "Valoración global"),
    (ASSESSED,),
    note=Text(
        "Activity of the lupus over the last two weeks, before looking at the other scores.",
        "Actividad del lupus en las dos últimas semanas, antes de ver las demás puntuaciones.",
    ),
)
